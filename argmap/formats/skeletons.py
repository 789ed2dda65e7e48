"""Commented maps and codebooks to fill in; none has an error, and `argmap check` tells what is still to be written."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from argmap.formats.articles import argued, few_words
from argmap.formats.parts import slug as nearest_id
from argmap.formats.yaml_rules import NOTHING

_MAP: Final = """\
# A map of one article: what it claims, because of what, but against what.
# Replace the sentences by your own, then see what is wrong:  argmap check THIS-FILE
# Names such as main-claim are yours to choose: a to z, digits and single hyphens. A sentence with ": " or " #" in it
# needs quotation marks round it.
argmap: 1
id: {id}
title: {title}
article:
  title: {title}
  # authors: [First Author, Second Author]
  # date: 2024                     # a year, or 2024-05-17
  # publisher: Name of the journal
  # url: https://example.org/article
  {text}
# coverage: complete               # once all that the article argues is in the map
# codebook: topic.codebook.yaml    # shared by the maps to compare; `argmap new codebook` writes one
# sources:                         # what the article cites, by a key of your choice
#   survey-2023: {{title: The survey, date: 2023}}

statements:
{statements}
# What else a statement can have; take what you need:
#
#   label: Close the centre to cars  # up to eight words, for slides and small boxes
#   certainty: likely                # or possible: a hedge stays a hedge
#   voice: The mayor                 # who says so, where the article only reports it
#   if: [one-premise]                # it is claimed only given these statements
#   when: 2023/2025                  # the time it is about
#   where: Japan                     # the place it is about
#   note: Anything for the reader of the map
#   because:
#     - premises: [one-premise, its-partner]
#       unless: [an-objection]       # doubts the step from the premises to the claim, not a premise
#   says:                            # keys of the codebook: what a comparison is computed on
#     - {{holds: act-now}}             # or denies, or questions
#     - {{cause: traffic, raises: noise, main: true}}  # or lowers, or unrelated
#     - {{actor: city, role: adversary, toward: [drivers]}}
{paragraphs}"""

_TEXT: Final = """\
# text: article.txt              # the text beside this file: quotations are then checked against it"""

_EXAMPLES: Final = """\
  main-claim:
    type: thesis                   # thesis, claim, premise (if you say nothing), evidence, objection, assumption
    text: … what the article wants its readers to believe, in one full sentence of your own
    # quote: a few words           # the article's own, exactly; "…" skips words
    # at: ¶{first}                       # paragraph; also ¶3-5, p. 3 or §2
    # says: {{holds: some-proposition}}   # keys of the codebook: what a comparison is computed on
    because:
      - a-reason                   # a reason that stands by itself
      - [one-premise, its-partner] # two premises that make one reason together
    but: [an-objection]            # what the article itself admits against the claim

  a-reason:
    type: claim
    text: … what makes the main claim more credible
    because: [some-evidence]

  one-premise:
    text: … what supports the claim only together with the next one

  its-partner:
    type: assumption               # the article needs it but does not say it: no quote, no place
    text: … what the article takes for granted

  some-evidence:
    type: evidence
    text: … what happened, was measured, or was said
    at: ¶{second}
    # sources: [survey-2023]

  an-objection:
    type: objection
    text: … what speaks against the main claim
    # but: [a-reply]               # what the article answers, an objection to the objection
    # voice: Name of whoever says so, if it is not the author
"""

_STUB_THESIS: Final = """\
  main-claim:
    type: thesis                   # thesis, claim, premise (if you say nothing), evidence, objection, assumption
    text: … what the article wants its readers to believe, in one full sentence of your own
    # quote: a few words           # the article's own, exactly; "…" skips words
    # because: [a-reason, [one-premise, its-partner]]  # reasons; those in a list of their own count only together
    # but: [an-objection]          # what the article itself admits against it

  # A statement for each paragraph. Write what it claims, or delete it; give it a name that tells what it says, and
  # name it under `because` or `but` of what it bears on. A paragraph may need several statements, or none.
"""

_CODEBOOK: Final = """\
# A codebook: the keys that maps share, so that they can be compared. Name it in each map:
#   codebook: {file}
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

# places:                          # where: old-town
#   old-town: The old town
#   mill-road: {{aliases: [the road], within: old-town}}

# Roles that are built in: ally, partner, protector, intermediary (for cooperation); leader, balancer, patron,
# client, hedger, bystander, victim, stake (neither); rival, spoiler, revisionist, adversary (against it).
# roles:
#   referee: {{text: sees that the rules are kept, valence: 1}}
# incompatible-roles: [[ally, adversary]]
"""

_DRAFT: Final = """\
# Drafted from {maps}: the keys that stand under `says` and that no codebook defines.
# Say of each what it means, and name this file in every map:
#   codebook: {file}
argmap-codebook: 1
id: {id}
title: {title}
"""


@dataclass(frozen=True, slots=True)
class Article:
    """The text of an article, and what a map calls its file ("" if it came from no file)."""

    text: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A key that is to be defined.

    Attributes:
        key: The key.
        text: What it seems to mean.
        remark: What a comment says of it: where it is used, what else may have been meant.
    """

    key: str
    text: str
    remark: str


def map_skeleton(title: str, *, article: Article | None = None, stubs: bool = False, name: str = "") -> str:
    """A map of an article of that title, to be filled in.

    Args:
        title: The article's title.
        article: Its text: its paragraphs are listed by number and first words.
        stubs: Whether each paragraph gets a statement to be written, in place of the examples.
        name: What the id is made of where the title has no letter that an id can have.
    """
    numbered = argued(article.text) if article else {}
    first, second = ([*numbered, *list(numbered)[-1:]] if numbered else [1, 2])[:2]
    return _MAP.format(
        id=_id(slug(title) or slug(name) or "my-map"),
        title=scalar(title or "… the title of the article"),
        text=f"text: {scalar(article.path)}" if article and article.path else _TEXT,
        statements=_STUB_THESIS + _stubs(numbered) if stubs else _EXAMPLES.format(first=first, second=second),
        paragraphs="" if stubs or not numbered else _listed(numbered),
    )


def _stubs(numbered: Mapping[int, str]) -> str:
    return "".join(
        f"\n  par-{number}:  # {few_words(text)}\n    text: … what ¶{number} says\n    at: ¶{number}\n"
        for number, text in numbered.items()
    )


def _listed(numbered: Mapping[int, str]) -> str:
    lines = "".join(f"#   ¶{number}  {few_words(text)}\n" for number, text in numbered.items())
    return f"\n# The paragraphs of the article, as `at` counts them:\n#\n{lines}"


def codebook_skeleton(title: str, *, file: str = "") -> str:
    """A codebook on that topic, to be filled in; `file` is what it will be called."""
    return _CODEBOOK.format(**_head(title, file))


def codebook_draft(title: str, maps: Sequence[str], sections: Mapping[str, Sequence[Draft]], *, file: str = "") -> str:
    """A codebook that defines keys which maps use already.

    Args:
        title: Its topic.
        maps: The ids of the maps.
        sections: What to define in each section of the codebook; one without entries is left out.
        file: What it will be called.
    """
    start = _DRAFT.format(**_head(title, file), maps=", ".join(maps))
    parts = [f"\n{name}:\n{''.join(_entry(name, d) for d in drafts)}" for name, drafts in sections.items() if drafts]
    return start + "".join(parts)


def _head(title: str, file: str) -> dict[str, str]:
    name = slug(title) or "my-topic"
    return {
        "id": _id(name),
        "title": scalar(title or "What the maps are about"),
        "file": scalar(file) if re.search(r"[^\w./-]", file) else file or f"{name}.codebook.yaml",
    }


def _id(name: str) -> str:
    return f'"{name}"' if name in NOTHING else name  # bare, YAML would take it for no value


_FURTHER: Final = {
    "propositions": "    # kind: policy                 # or fact, definition, cause, forecast, value\n",
    "roles": "    valence: 0                     # 1: works for those it is played toward, -1: against them\n",
}


def _entry(section: str, draft: Draft) -> str:
    field = "name" if section == "actors" else "text"
    return f"  {draft.key}:  # {draft.remark}\n    {field}: {scalar(draft.text)}\n{_FURTHER.get(section, '')}"


def for_editors(schema: str) -> str:
    """The line at the top of a file by which editors find its schema, at a path beside it."""
    return f"# yaml-language-server: $schema={schema}\n"


def slug(title: str) -> str:
    """An id made of the letters and digits of a title, at most eight words; "" if it has none of the Latin ones.

    >>> slug("Über den Frieden: 2 Thesen")
    'uber-den-frieden-2-thesen'
    """
    return "-".join(nearest_id(title).split("-")[:8])


def scalar(text: str) -> str:
    """The text as a YAML scalar in quotation marks: JSON's are YAML's."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
