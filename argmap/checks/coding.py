"""AM60x of a map: what is coded rests on words, and in the right voice."""

from collections.abc import Iterator
from typing import Literal, assert_never

from argmap.checks.references import is_known_voice
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
    """AM604: the author's own claim rests on what the author says, not on what others say.

    Whose voice it is, is not known where it is misspelt; then that is the problem.
    """
    for edge in edges(m):
        lower = m.statements.get(edge.lower)
        if edge.relation != "because" or not lower or lower.by_author or not is_known_voice(m, lower.voice):
            continue
        if m.statements[edge.upper].by_author:
            yield problem(
                "AM604",
                f"{edge.lower!r} is said by {lower.voice!r}, but stands as a reason of the author's",
                edge.where,
                help="write what the author makes of it, as in 'the union reports that …', without `voice`",
            )


def objections_have_a_voice(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM605: `voice: author`, written out, is an answer too; what answers only objections is the author's reply."""
    unsaid = {k for k, s in m.statements.items() if s.type == "objection" and s.says and s.stated_voice is None}
    answered: dict[str, set[str]] = {}
    for edge in edges(m) if unsaid else ():
        if edge.lower in unsaid and (upper := m.statements.get(edge.upper)):
            answered.setdefault(edge.lower, set()).add(upper.type)
    for key in m.statements:
        if key in unsaid and answered.get(key) != {"objection"}:
            yield problem(
                "AM605",
                f"the objection {key!r} has `says`, but not whose voice it is in",
                ("statements", key),
                on_key=True,
                help="add `voice`: who objects, or `author` where the article itself says it",
            )


def theses_in_own_voice(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM608; a voice that is misspelt is that problem only."""
    for key, statement in m.statements.items():
        if statement.type == "thesis" and not statement.by_author and is_known_voice(m, statement.voice):
            yield problem(
                "AM608",
                f"the thesis {key!r} is said by {statement.voice!r}, not by the author",
                ("statements", key, "voice"),
                help="remove `voice` if the author argues for it, else call it a claim",
            )


def stances_agree(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM607: shown at the second of the two."""
    for key, statement in m.statements.items():
        taken: dict[str, str] = {}
        for i, says in enumerate(statement.says):
            if not isinstance(says, Stance) or says.attitude == "questions":
                continue
            if taken.setdefault(says.proposition, says.attitude) != says.attitude:
                yield problem(
                    "AM607",
                    f"{key!r} both holds and denies {says.proposition!r}",
                    ("statements", key, "says", i, says.attitude),
                    help="remove one of the two, or make two statements of it",
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
