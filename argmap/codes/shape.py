"""AM3xx: arguments that close on themselves, hang on nothing, or count twice."""

from typing import Final

from argmap.codes.page import Page

SHAPE: Final = (
    Page(
        "AM301",
        "cycle",
        "error",
        finds="A statement is, step by step through `because`, `but`, `unless` or `if`, a reason for itself; or a place"
        " of the codebook lies within itself, or a proposition is narrower than itself.",
        why="A circle supports nothing, and a picture of it has no top.",
        fix="Remove the step that closes the circle. Often one of the statements is two: give each an id of its own.",
        wrong="""\
statements:
  trust: {type: thesis, text: People trust the paper., because: [sells]}
  sells: {text: The paper sells well., because: [trust]}
""",
        right="""\
statements:
  trust: {type: thesis, text: People trust the paper., because: [sells]}
  sells: {text: The paper sells well.}
""",
    ),
    Page(
        "AM302",
        "self-reference",
        "error",
        finds="A statement names itself as its reason, objection, doubt or condition; or a proposition is its own"
        " contrary or narrower form, a place lies within itself, a role is incompatible with itself.",
        why="Nothing carries, or counts against, itself.",
        fix="Name the statement that was meant, or remove the reference.",
        wrong="""\
statements:
  trust: {type: thesis, text: People trust the paper., because: [trust]}
""",
        right="""\
statements:
  trust: {type: thesis, text: People trust the paper., because: [careful]}
  careful: {text: The paper corrects its mistakes.}
""",
    ),
    Page(
        "AM303",
        "no-thesis",
        "warning",
        finds="No statement has `type: thesis`.",
        why="A reader cannot see what the article is for, a picture has no top, and no weight can be measured.",
        fix="Give the statement the whole article argues for `type: thesis`; there may be several.",
        wrong="""\
statements:
  lunches: {text: School lunches should be free.}
""",
        right="""\
statements:
  lunches: {type: thesis, text: School lunches should be free.}
""",
    ),
    Page(
        "AM304",
        "unattached",
        "warning",
        finds="No path of reasons, objections or conditions leads from a thesis to this statement.",
        why="It has no part in the argument as mapped, and a picture shows it apart from everything.",
        fix="Name it under `because`, `but`, `unless` or `if` of the statement it bears on, make it a thesis, or"
        " remove it.",
        wrong="""\
statements:
  lunches: {type: thesis, text: School lunches should be free.}
  hungry: {text: Hungry children learn less.}
""",
        right="""\
statements:
  lunches: {type: thesis, text: School lunches should be free., because: [hungry]}
  hungry: {text: Hungry children learn less.}
""",
    ),
    Page(
        "AM305",
        "premise-twice",
        "warning",
        finds="A list names the same statement twice: among the premises of one reason, or in `but`, `unless` or `if`.",
        why="Said twice it is no stronger; usually another statement was meant.",
        fix="Remove the second mention, or name the statement that was meant.",
        wrong="""\
statements:
  lunches: {type: thesis, text: School lunches should be free., because: [[hungry, hungry]]}
  hungry: {text: Hungry children learn less.}
""",
        right="""\
statements:
  lunches: {type: thesis, text: School lunches should be free., because: [hungry]}
  hungry: {text: Hungry children learn less.}
""",
    ),
    Page(
        "AM306",
        "for-and-against",
        "warning",
        finds="A statement stands under `because` and under `but` of the same statement.",
        why="The same words cannot count for a claim and against it; a comparison would list them on both sides.",
        fix="Keep the one the article means. Where it says both, these are two statements with two texts.",
        wrong="""\
statements:
  lunches: {type: thesis, text: School lunches should be free., because: [cost], but: [cost]}
  cost: {text: Free lunches cost ten euros a month.}
""",
        right="""\
statements:
  lunches: {type: thesis, text: School lunches should be free., because: [cheap], but: [cost]}
  cheap: {text: Cooking for all is cheaper for each.}
  cost: {text: Free lunches cost the town ten euros a month.}
""",
    ),
    Page(
        "AM307",
        "empty-reason",
        "error",
        finds="An item of `because` names no premise.",
        why="A step needs something to start from.",
        fix="Name the premise, or remove the item. A premise the article needs but does not state is an `assumption`.",
        wrong="""\
statements:
  lunches: {type: thesis, text: School lunches should be free., because: [[]]}
""",
        right="""\
statements:
  lunches: {type: thesis, text: School lunches should be free., because: [hungry]}
  hungry: {text: Hungry children learn less.}
""",
    ),
    Page(
        "AM308",
        "premise-undercuts-its-step",
        "warning",
        finds="A statement is a premise of a reason and stands under `unless` of the same reason.",
        why="`unless` breaks the step from the premises: what carries the step cannot break it.",
        fix="Name the doubt that was meant. An objection to the premise itself goes under `but` of the premise.",
        wrong="""\
statements:
  lunches: {type: thesis, text: Lunches should be free., because: [{premises: [hungry], unless: [hungry]}]}
  hungry: {text: Hungry children learn less.}
""",
        right="""\
statements:
  lunches: {type: thesis, text: Lunches should be free., because: [{premises: [hungry], unless: [fed-at-home]}]}
  hungry: {text: Hungry children learn less.}
  fed-at-home: {text: Most children eat at home.}
""",
    ),
    Page(
        "AM309",
        "reason-twice",
        "warning",
        finds="Two reasons of one statement have the same premises.",
        why="One reason said twice looks like two in a picture, and counts as two.",
        fix="Remove one of them; if each has an `unless`, put both doubts under the one that stays.",
        wrong="""\
statements:
  lunches: {type: thesis, text: School lunches should be free., because: [hungry, hungry]}
  hungry: {text: Hungry children learn less.}
""",
        right="""\
statements:
  lunches: {type: thesis, text: School lunches should be free., because: [hungry]}
  hungry: {text: Hungry children learn less.}
""",
    ),
    Page(
        "AM310",
        "objection-without-target",
        "warning",
        finds="A statement of `type: objection` stands under no `but` and no `unless`, though it stands somewhere.",
        why="As a reason or a condition it counts for what it is said to object to.",
        fix="Name it under `but` of the statement it denies or under `unless` of the step it doubts, or call it a"
        " `premise`.",
        wrong="""\
statements:
  lunches: {type: thesis, text: School lunches should be free., because: [costs]}
  costs: {type: objection, text: Free lunches cost the town money.}
""",
        right="""\
statements:
  lunches: {type: thesis, text: School lunches should be free., but: [costs]}
  costs: {type: objection, text: Free lunches cost the town money.}
""",
    ),
    Page(
        "AM311",
        "listed-twice",
        "warning",
        finds="A list has the same entry twice: `sources`, `at`, `says`, `cause`, `toward`, or in a codebook `aliases`,"
        " `contrary`, `narrower`, `incompatible-roles`.",
        why="Said twice it means no more; usually another entry was meant.",
        fix="Remove the second mention, or write what was meant.",
        wrong="""\
statements:
  lunches: {type: thesis, text: School lunches should be free., at: [¶2, ¶2]}
""",
        right="""\
statements:
  lunches: {type: thesis, text: School lunches should be free., at: [¶2, ¶3]}
""",
    ),
)
