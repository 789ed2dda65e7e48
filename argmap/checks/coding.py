"""AM60x of a map: what is coded rests on words, and in the right voice."""

from collections.abc import Iterator
from typing import Literal, assert_never

from argmap.codes import problem
from argmap.diagnostics import Diagnostic
from argmap.graph import edges
from argmap.model import ArgumentMap, CausalClaim, RoleAttribution, Says, Stance

Form = Literal["role", "cause", "stance"]

_WITHOUT_QUOTE: dict[Form, str] = {"role": "AM601", "cause": "AM602", "stance": "AM603"}


_WHICH = "name the one that was meant"


def form(says: Says) -> Form:
    """Which of the three forms of `says` it is."""
    match says:
        case RoleAttribution():
            return "role"
        case CausalClaim():
            return "cause"
        case Stance():
            return "stance"
        case _:
            assert_never(says)


def coded_words_quoted(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM601 to AM603: once for each form; an assumption is not said, so there is nothing to quote."""
    for key, statement in m.statements.items():
        if statement.quote is not None or statement.type == "assumption":
            continue
        first = {form(says): i for i, says in reversed([*enumerate(statement.says)])}
        for kind, i in sorted(first.items(), key=lambda item: item[1]):
            yield problem(
                _WITHOUT_QUOTE[kind],
                f"{key!r} codes a {kind} without quoting the words it rests on",
                ("statements", key, "says", i),
                help="add the few words that carry the reading under `quote`",
            )


def reasons_in_own_voice(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM604: the author's own claim rests on what the author says, not on what others say."""
    for edge in edges(m):
        lower = m.statements.get(edge.lower)
        if edge.relation == "because" and lower and m.statements[edge.upper].by_author and not lower.by_author:
            yield problem(
                "AM604",
                f"{edge.lower!r} is said by {lower.voice!r}, but stands as a reason of the author's",
                edge.where,
                help="state in the author's voice what the author takes from it",
            )


def objections_have_a_voice(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM605: `voice: author`, written out, is an answer too."""
    for key, statement in m.statements.items():
        if statement.type == "objection" and statement.says and statement.stated_voice is None:
            yield problem(
                "AM605",
                f"the objection {key!r} has `says`, but not whose voice it is in",
                ("statements", key),
                on_key=True,
                help="add `voice`: who objects, or `author` where the author concedes it",
            )


def nothing_coded_onto_itself(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM606."""
    for key, statement in m.statements.items():
        for i, says in enumerate(statement.says):
            if isinstance(says, CausalClaim) and says.factor in says.cause:
                message = f"{says.factor!r} is coded as its own cause"
                yield problem("AM606", message, ("statements", key, "says", i, says.effect), help=_WHICH)
            if isinstance(says, RoleAttribution) and says.actor in says.toward:
                where = ("statements", key, "says", i, "toward", says.toward.index(says.actor))
                yield problem("AM606", f"{says.actor!r} is cast toward itself", where, help=_WHICH)
