"""AM60x: statements coded with `says`, and whose voice they are in."""

from typing import Final

from argmap.codes.page import Page

CODING: Final = (
    Page(
        "AM601",
        "role-without-quote",
        "warning",
        finds="A statement casts an actor in a role, but quotes nothing.",
        why="Casting is interpretation: a reader should see the words it rests on.",
        fix="Add the few words that carry the reading under `quote`, with `at`.",
        wrong="""\
statements:
  mediator: {type: thesis, text: The mayor goes between the sides., says: {actor: mayor, role: intermediary}}
""",
        right="""\
statements:
  mediator:
    type: thesis
    text: The mayor goes between the sides.
    quote: the one door both sides knock on
    at: ¶6
    says: {actor: mayor, role: intermediary}
""",
    ),
    Page(
        "AM602",
        "cause-without-quote",
        "warning",
        finds="A statement says that one thing drives another, but quotes nothing.",
        why="Articles hint at causes more often than they name them: a reader should see the words.",
        fix="Add the few words that carry the reading under `quote`, with `at`.",
        wrong="""\
statements:
  rents: {type: thesis, text: New flats bring rents down., says: {cause: new-flats, lowers: rents}}
""",
        right="""\
statements:
  rents:
    type: thesis
    text: New flats bring rents down.
    quote: rents fell as the flats filled
    at: ¶3
    says: {cause: new-flats, lowers: rents}
""",
    ),
    Page(
        "AM603",
        "stance-without-quote",
        "warning",
        finds="A statement holds, denies or questions a proposition, but quotes nothing.",
        why="Agreement and difference are computed from stances: a reader should see the words each rests on.",
        fix="Add the few words that carry the reading under `quote`, with `at`.",
        wrong="""\
statements:
  build: {type: thesis, text: The town should build flats., says: {holds: build-flats}}
""",
        right="""\
statements:
  build:
    type: thesis
    text: The town should build flats.
    quote: build, and build now
    at: ¶9
    says: {holds: build-flats}
""",
    ),
    Page(
        "AM604",
        "voice-in-because",
        "warning",
        finds="A reason of the author's own claim is a statement in somebody else's voice.",
        why="What others say is not the author's view. As a reason it would be counted as the author's.",
        fix="If the author shares it, say so in the author's voice, with the report as evidence. If the author reasons"
        " from the fact that it was said, make that fact the statement: `The mayor promised a tram`.",
        wrong="""\
statements:
  tram: {type: thesis, text: The tram will be built., because: [money]}
  money: {text: There is money for a tram., voice: Mayor Lind}
""",
        right="""\
statements:
  tram: {type: thesis, text: The tram will be built., because: [promise]}
  promise: {type: evidence, text: The mayor has promised a tram., at: ¶2}
""",
    ),
    Page(
        "AM605",
        "objection-without-voice",
        "warning",
        finds="A statement of `type: objection` has `says`, but does not say whose voice it is in.",
        why="Without `voice` it is the author's: the author would hold what the author argues against.",
        fix="Write whose objection it is, `voice: Critics`; or `voice: author` where the article itself says it. What"
        " stands under objections only is taken for the author's reply, and needs no voice.",
        wrong="""\
statements:
  tram: {type: thesis, text: The tram should be built., but: [buses-do]}
  buses-do: {type: objection, text: Buses would do., quote: buses would do, at: ¶5, says: {holds: buses-suffice}}
""",
        right="""\
statements:
  tram: {type: thesis, text: The tram should be built., but: [buses-do]}
  buses-do:
    type: objection
    text: Buses would do.
    quote: buses would do
    at: ¶5
    voice: Critics
    says: {holds: buses-suffice}
""",
    ),
    Page(
        "AM606",
        "coded-onto-itself",
        "warning",
        finds="A factor is coded as its own cause, or an actor is cast toward itself.",
        why="Such a link tells nothing; usually one of the two keys was copied.",
        fix="Name the factor or actor that was meant.",
        wrong="""\
statements:
  rents:
    {type: thesis, text: High rents bring higher rents., quote: rents feed rents, says: {cause: rents, raises: rents}}
""",
        right="""\
statements:
  rents:
    {type: thesis, text: Scarce flats bring higher rents., quote: few flats, says: {cause: scarcity, raises: rents}}
""",
    ),
    Page(
        "AM607",
        "held-and-denied",
        "warning",
        finds="One statement both holds and denies a proposition.",
        why="One sentence cannot do both, and a comparison would find it on both sides.",
        fix="Remove one of the two. Where the article says both, these are two statements, each with its words, time or"
        " condition.",
        wrong="""\
statements:
  build:
    type: thesis
    text: The town should build flats.
    quote: build, and build now
    says: [{holds: build-flats}, {denies: build-flats}]
""",
        right="""\
statements:
  build:
    type: thesis
    text: The town should build flats.
    quote: build, and build now
    says: {holds: build-flats}
""",
    ),
    Page(
        "AM608",
        "thesis-in-another-voice",
        "warning",
        finds="A statement of `type: thesis` has a `voice` other than the author's.",
        why="A thesis is what the article argues for, and what others say is not the author's view: nothing of it would"
        " be counted as such.",
        fix="Remove `voice` if the author argues for it. Else call it a `claim` or an `objection`, and state in the"
        " author's voice what the article makes of it.",
        wrong="""\
statements:
  tram: {type: thesis, text: The tram should be built., voice: Mayor Lind}
""",
        right="""\
statements:
  tram: {type: thesis, text: The tram should be built., because: [promise]}
  promise: {type: evidence, text: Mayor Lind has asked for a tram., at: ¶2}
""",
    ),
    Page(
        "AM609",
        "contrary-and-narrower",
        "warning",
        finds="A proposition of the codebook is both `contrary` to another one and `narrower` than it.",
        why="Whoever holds what is narrower holds the wider one too; what is contrary cannot hold beside it.",
        fix="Keep the one that was meant.",
        wrong="""\
argmap-codebook: 1
id: town
propositions:
  build: {text: The town should build., contrary: [build-flats], narrower: [build-flats]}
  build-flats: The town should build flats.
""",
        right="""\
argmap-codebook: 1
id: town
propositions:
  build: {text: The town should build., narrower: [build-flats]}
  build-flats: The town should build flats.
""",
    ),
)
