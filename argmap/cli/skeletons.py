"""The commented files that `argmap new` writes; both pass `argmap check` as they are."""

import json
import re
import unicodedata
from typing import Final

_MAP: Final = """\
# A map of one article: what it claims, because of what, but against what.
# Replace the sentences by your own, then see what is wrong:  argmap check THIS-FILE
argmap: 1
id: {id}
title: {title}
article:
  authors: [First Author, Second Author]
  title: {title}
  date: 2024                       # a year, or 2024-05-17
  # publisher: Name of the journal
  # url: https://example.org/article
  # text: article.txt              # the text beside this file: quotations are then checked against it
# codebook: topic.codebook.yaml    # shared by the maps to compare; `argmap new --codebook` writes one
# sources:                         # what the article cites, by a key of your choice
#   survey-2023: {{title: The survey, date: 2023}}

statements:
  main-claim:
    type: thesis                   # thesis, claim, premise (if you say nothing), evidence, objection, assumption
    text: One full sentence that says what the article wants its readers to believe.
    # quote: a few words           # the article's own, exactly; "…" skips words
    # at: ¶1                       # paragraph; also p. 3 or §2
    # says: {{holds: some-proposition}}   # keys of the codebook: what a comparison is computed on
    because:
      - a-reason                   # a reason that stands by itself
      - [one-premise, its-partner] # two premises that make one reason together
    but: [an-objection]            # what the article itself admits against the claim

  a-reason:
    type: claim
    text: A sentence that makes the main claim more credible.
    because: [some-evidence]

  one-premise:
    text: A sentence that supports the claim only together with the next one.

  its-partner:
    type: assumption               # the article needs it but does not say it: no quote, no place
    text: What the article takes for granted.

  some-evidence:
    type: evidence
    text: Something that happened, was measured, or was said.
    at: ¶2
    # sources: [survey-2023]

  an-objection:
    type: objection
    text: What speaks against the main claim.
    # voice: Name of whoever says so, if it is not the author
"""

_CODEBOOK: Final = """\
# A codebook: the keys that maps share, so that they can be compared. Name it in each map:
#   codebook: {id}.codebook.yaml
argmap-codebook: 1
id: {id}
title: {title}

propositions:                      # says: {{holds: act-now}}, {{denies: act-now}} or {{questions: act-now}}
  act-now: {{text: The city should act this year, kind: policy}}   # fact, definition, cause, forecast, value, policy

factors:                           # says: {{cause: traffic, raises: noise, main: true}}; also lowers, unrelated
  traffic: Car traffic in the centre
  noise: {{text: Noise at night, question: What makes the nights noisy?}}

actors:                            # says: {{actor: city, role: adversary, toward: [drivers]}}
  city: {{name: the city, aliases: [City Hall]}}
  drivers: {{name: drivers}}

# Roles that are built in: ally, partner, protector, intermediary (for cooperation); leader, balancer, patron,
# client, hedger, bystander, victim, stake (neither); rival, spoiler, revisionist, adversary (against it).
# roles:
#   referee: {{text: sees that the rules are kept, valence: 1}}
# incompatible-roles: [[ally, adversary]]
"""


def map_skeleton(title: str) -> str:
    """A map of an article of that title, to be filled in."""
    return _MAP.format(id=slug(title) or "my-map", title=_scalar(title or "Title of the article"))


def codebook_skeleton(title: str) -> str:
    """A codebook on that topic, to be filled in."""
    return _CODEBOOK.format(id=slug(title) or "my-topic", title=_scalar(title or "What the maps are about"))


def slug(title: str) -> str:
    """An id made of the letters and digits of a title, at most eight words; "" if it has none of the Latin ones.

    >>> slug("Über den Frieden: 2 Thesen")
    'uber-den-frieden-2-thesen'
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:8])[:80].strip("-")


def _scalar(text: str) -> str:
    """The text as a YAML scalar in quotation marks: JSON's are YAML's."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
