"""What is one statement to another: a reason, evidence, an objection, a doubt about the step, a conclusion, nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, assert_never

from argmap.graph import Relation
from argmap.model import ArgumentMap
from argmap.teaching.chance import drawn
from argmap.teaching.quiz.asking import ask
from argmap.teaching.quiz.standing import Standing, contents
from argmap.teaching.quiz.unlinked import loose_pairs, rival, seen_together
from argmap.teaching.quiz.values import Difficulty, Question
from argmap.teaching.quiz.wording import does, evidence, joined, said, title_of

Tie = Literal["reason", "evidence", "objection", "doubt", "conclusion", "nothing"]

_OPTIONS: Final[dict[Tie, tuple[str, str]]] = {
    "reason": ("A reason for it", "A reason would have to speak for the first."),
    "evidence": ("Evidence for it", "Evidence would have to speak for the first."),
    "objection": ("An objection to it", "An objection would have to speak against the first."),
    "doubt": (
        "A doubt whether it follows from the reason given",
        "Such a doubt would leave both alone and question the step between the reason and the first.",
    ),
    "conclusion": (
        "A conclusion drawn from it",
        "Then the first would have to speak for the second.",
    ),
    "nothing": (
        "Nothing directly: it makes a different point",
        "The map links the two directly.",
    ),
}
"""What is to be chosen, and what somebody is told who chooses it and is wrong."""

_DIFFICULTY: Final[dict[Tie, Difficulty]] = {
    "reason": "easy",
    "evidence": "easy",
    "objection": "easy",
    "doubt": "hard",
    "conclusion": "medium",
    "nothing": "medium",
}

_RELATION: Final[dict[Tie, Relation]] = {
    "reason": "because",
    "evidence": "because",
    "objection": "but",
    "doubt": "unless",
}

_TURNED: Final = 4  # every fourth reason is asked the other way round
_LOOSE: Final = 4  # for so many linked pairs there is one that is not


@dataclass(frozen=True, slots=True)
class _Link:
    """What stands under a statement as one: a whole reason, an objection, a doubt about the steps of some reasons."""

    upper: str
    lower: tuple[str, ...]
    tie: Tie
    given: tuple[str, ...] = ()  # of a doubt: the premises of the step it is about

    @property
    def name(self) -> str:
        """What tells it from the others of its map."""
        return "\0".join((self.upper, *self.lower, self.tie))


def relations(m: ArgumentMap, seed: int) -> Iterator[Question]:
    """A question for every link that can be asked about, and some on statements that have none."""
    standing = Standing(m)
    linked = [link for link in _links(m) if _askable(standing, link)]
    reasons = [link for link in linked if link.tie in ("reason", "evidence")]
    turned = drawn(reasons, len(reasons) // _TURNED, seed=0, choice=f"turned:{m.id}", name=lambda link: link.name)
    for link in linked:
        if link in turned:
            yield from _question(m, link.lower, (link.upper,), "conclusion", seed)
        else:
            yield from _question(m, (link.upper,), link.lower, link.tie, seed, given=link.given)
    for first, second in loose_pairs(standing, len(linked) // _LOOSE):
        yield from _question(m, (first,), (second,), "nothing", seed)


def _links(m: ArgumentMap) -> Iterator[_Link]:
    for key, s in m.statements.items():
        for reason in s.because:
            stated = tuple(k for k in reason.premises if m.statements[k].type != "assumption")
            if stated:
                proof = all(m.statements[k].type == "evidence" for k in stated)
                yield _Link(key, stated, "evidence" if proof else "reason")
            for doubt in reason.unless:
                yield _Link(key, (doubt,), "doubt", stated)
        for objection in s.but:
            yield _Link(key, (objection,), "objection")


def _askable(standing: Standing, link: _Link) -> bool:
    """Whether one thing only can be said of the two: what is below is used here alone, and all is put forward."""
    m = standing.m
    if not all(standing.clear(key) for key in (link.upper, *link.lower, *link.given)):
        return False
    if not seen_together(m, [link.upper], [*link.lower, *link.given]):
        return False
    if any(standing.uppers(key) != {(link.upper, _RELATION[link.tie])} for key in link.lower):
        return False
    if any(link.upper in standing.below[key] for key in link.lower):
        return False
    speaks = link.tie in ("reason", "evidence")
    return not (speaks and any(rival(m.statements[link.upper], m.statements[key]) for key in link.lower))


def _question(
    m: ArgumentMap, first: Sequence[str], second: Sequence[str], tie: Tie, seed: int, *, given: Sequence[str] = ()
) -> Iterator[Question]:
    speaks: Tie = "evidence" if all(m.statements[key].type == "evidence" for key in second) else "reason"
    offered: list[Tie] = [speaks, "doubt" if tie == "doubt" else "objection", "conclusion", "nothing"]
    keys = (*first, *second)
    reason = [f"Reason given for it: {joined(*(said(m, key) for key in given))}"] if given else []
    found = ask(
        "relation",
        (m.id, *first, "", *second, tie),
        title=f"{m.name}: {title_of(m.statements[first[0]])} · {title_of(m.statements[second[0]])}",
        stem=(
            f"Two points from the argument of {m.name}, in the words of the map:",
            f"1. {joined(*(said(m, key) for key in first))}",
            *reason,
            f"2. {joined(*(said(m, key) for key in second))}",
            "What is the second point to the first?",
        ),
        right=(_OPTIONS[tie][0], "Right."),
        wrong=[_OPTIONS[other] for other in offered if other != tie],
        explanation=joined(_why(m, first, second, tie), evidence(m, *keys)),
        sources=[(m.id, key) for key in (*keys, *given)],
        difficulty=_DIFFICULTY[tie],
        topics={*keys, *(name for key in keys for name in contents(m.statements[key]))},
        seed=seed,
    )
    if found:
        yield found


def _why(m: ArgumentMap, first: Sequence[str], second: Sequence[str], tie: Tie) -> str:
    match tie:
        case "reason":
            return "On the map the second stands under the first as a reason for it."
        case "evidence":
            return "On the map the second stands under the first as evidence for it."
        case "conclusion":
            return "On the map the first stands under the second as a reason for it."
        case "doubt":
            return "On the map the second is a doubt about the step from the reason to the first, and about neither."
        case "nothing":
            return "On the map the two stand under different theses, and neither carries or attacks the other."
        case "objection":
            return f"On the map the second stands under the first as an objection{_whose(m, first[0], second[0])}."
        case _:
            assert_never(tie)


def _whose(m: ArgumentMap, upper: str, lower: str) -> str:
    """Whether the author objects with it to what others say, or grants it against what the author says; else ""."""
    to, it = m.statements[upper], m.statements[lower]
    if it.by_author and (to.type == "objection" or not to.by_author):
        return f"; {does(m, 'makes')} it in reply"
    return f"; {does(m, 'grants')} it" if it.stated_voice == "author" else ""
