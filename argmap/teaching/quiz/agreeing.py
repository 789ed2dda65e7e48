"""Same or different: whether two maps agree on something, as the comparison finds."""

from collections.abc import Iterable, Iterator
from typing import Final, Literal

from argmap.comparison.records import Comparison, Finding, PositionEntry, StancePosition
from argmap.teaching.quiz.asking import ask
from argmap.teaching.quiz.speakers import balanced, proposition, silent, topics_of
from argmap.teaching.quiz.values import Difficulty, Question
from argmap.teaching.quiz.wording import evidence, joined, stopped

Verdict = Literal["agree", "diverge", "conflict", "one-sided"]

_OPTIONS: Final[dict[Verdict, tuple[str, str]]] = {
    "agree": (
        "They agree, though perhaps for different reasons",
        "Then both would have to say the same of it.",
    ),
    "diverge": (
        "They answer it differently, and both may be right",
        "Then both would have to speak of it and give different answers that go together.",
    ),
    "conflict": (
        "They contradict each other: only one can be right",
        "Then one would have to deny what the other holds.",
    ),
    "one-sided": (
        "Only one of the two maps takes a position on it",
        "Silence of a map is no disagreement; but here both maps take a position.",
    ),
}

_CLEAR: Final[dict[str, Verdict]] = {
    "agree-same-reasons": "agree",
    "agree-shared-reasons": "agree",
    "agree-different-reasons": "agree",
    "agree-unargued": "agree",
    "explanation-same": "agree",
    "role-same": "agree",
    "role-opposed": "diverge",
    "role-different": "diverge",
    "explanation-different-causes": "diverge",
    "explanation-different-main-cause": "diverge",
    "stance-contradiction": "conflict",
    "role-incompatible": "conflict",
    "explanation-opposite-effects": "conflict",
    "one-sided": "one-sided",
}
"""The categories that have one answer only; where maps agree in part, a student could defend two."""

_WEIGHED: Final = frozenset({"role-opposed", "explanation-different-main-cause"})
"""Where they differ in what they put first, and may share the rest."""

_DIFFICULTY: Final[dict[Verdict, Difficulty]] = {
    "agree": "easy",
    "diverge": "hard",
    "conflict": "medium",
    "one-sided": "medium",
}


def agreeing(c: Comparison, findings: Iterable[Finding], seed: int) -> Iterator[Question]:
    """A question for every finding of two maps that a reader could not take for another."""
    clear = [
        f
        for f in findings
        if f.unit != "evidence" and f.category in _CLEAR and _unhedged(f) and silent(c, f) and "reported" not in f.flags
    ]
    for f in balanced(clear):
        yield from _question(c, f, _CLEAR[f.category], seed)


def _unhedged(f: Finding) -> bool:
    """Whether each side that speaks says something of it without hedge or condition."""
    return all(
        any(s.certainty == "asserted" and not s.if_ for s in side.statements)
        and _sure(side.position, first=f.category in _WEIGHED)
        for side in f.sides.values()
        if side.position
    )


def _sure(position: StancePosition | tuple[PositionEntry, ...], *, first: bool) -> bool:
    """Whether nothing is only possible: of all a side names, or of what it puts first."""
    entries = position if isinstance(position, tuple) else ()
    leading = [e for e in entries if e.main] if first else []
    return all(e.certainty != "possible" for e in leading or entries)


def _question(c: Comparison, f: Finding, verdict: Verdict, seed: int) -> Iterator[Question]:
    maps = {m.id: m for m in c.documents}
    a, b = (maps[id_] for id_ in f.sides)
    asked = proposition(c, f) if f.unit == "stance" else stopped(f.question)
    what = "on what comes first here" if f.category in _WEIGHED else "on this"
    found = ask(
        "same-or-different",
        (*sorted(maps), f.id),
        title=f"{a.name} and {b.name}: {asked.rstrip('.')}",
        stem=(f"By their maps, do {a.name} and {b.name} agree {what}?", asked),
        right=(_OPTIONS[verdict][0], "Right."),
        wrong=[_OPTIONS[other] for other in _OPTIONS if other != verdict],
        explanation=joined(
            f.sentence, *(evidence(maps[id_], *(s.id for s in side.statements)) for id_, side in f.sides.items())
        ),
        sources=[(id_, s.id) for id_, side in f.sides.items() for s in side.statements],
        difficulty=_DIFFICULTY[verdict],
        topics=topics_of(f),
        seed=seed,
    )
    if found:
        yield found
