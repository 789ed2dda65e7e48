"""A class laid over the reference: what everybody found, where statements were put, which errors are frequent."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final, Literal

from argmap.graph import edges
from argmap.model import ArgumentMap
from argmap.teaching.grading.records import KINDS, Finding, Grade, Kind, Place

Cell = Literal["right", "missing", "place", "relation", "other", "open"]

CELLS: Final[Mapping[Cell, str]] = {
    "right": "=",
    "missing": "○",
    "place": "≠",
    "relation": "!",
    "other": "?",
    "open": "·",
}
"""What a student made of a statement, the worst that holds, with its symbol."""

_CELL_OF: Final[Mapping[Kind, Cell]] = {
    "missing-statement": "missing",
    "misplaced": "place",
    "missing-relation": "place",
    "reversed": "place",
    "wrong-relation": "relation",
    "linked-as-separate": "relation",
    "separate-as-linked": "relation",
    "wrong-source": "other",
    "missing-source": "other",
    "wrong-type": "other",
    "wrong-voice": "other",
}
_WORST_FIRST: Final[tuple[Cell, ...]] = ("missing", "place", "relation", "other")


@dataclass(frozen=True, slots=True)
class Put:
    """So many students put a statement at a place; `right` where the reference has it there too."""

    statement: str
    place: Place
    students: int
    right: bool


@dataclass(frozen=True, slots=True)
class Frequent:
    """An error that several made: a finding that stands for all that are alike, and who made it."""

    finding: Finding
    students: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Overlay:
    """A class laid over the reference; students are counted from 0.

    Attributes:
        found: By statement of the reference, how many found it.
        puts: Where statements were put, those with most students first for each statement.
        loose: By statement, how many connected it with nothing, though what it belongs under is there.
        frequent: The errors that two or more made, the most frequent first.
        by_all: The statements that everybody found, and put where they belong.
        cells: By statement, what each student made of it.
    """

    found: Mapping[str, int]
    puts: Mapping[str, tuple[Put, ...]]
    loose: Mapping[str, int]
    frequent: tuple[Frequent, ...]
    by_all: tuple[str, ...]
    cells: Mapping[str, tuple[Cell, ...]]


def overlay(reference: ArgumentMap, grades: Sequence[Grade]) -> Overlay:
    """All grades of a class together, each statement in the order of the reference."""
    lower = {edge.lower for edge in edges(reference)}
    placed = [_placed(grade, reference.statements.keys() - lower) for grade in grades]
    cells = {
        key: tuple(_cell(grade, key, placed=there) for grade, there in zip(grades, placed, strict=True))
        for key in reference.statements
    }
    return Overlay(
        {key: sum(c != "missing" for c in row) for key, row in cells.items()},
        _puts(reference, grades),
        {key: sum(_is_loose(grade, key) for grade in grades) for key in cells},
        _frequent(grades),
        tuple(
            key
            for key, row in cells.items()
            if row and all(c not in ("missing", "place") and key in there for c, there in zip(row, placed, strict=True))
        ),
        cells,
    )


def _placed(grade: Grade, tops: Set[str]) -> set[str]:
    """The statements that stand where the reference has them; those at its top as what they are, and not moved."""
    below = {each.statement for each in grade.standing} - {f.subject for f in grade.findings if f.extra}
    retyped = {f.subject for f in grade.findings if f.kind == "wrong-type"}
    return {each.statement for each in grade.standing if each.right} | (tops - below - retyped)


def _cell(grade: Grade, key: str, *, placed: Set[str]) -> Cell:
    told = {_CELL_OF[f.kind] for f in grade.findings if f.kind in _CELL_OF and key in (f.members or (f.subject,))}
    worst: Cell | None = next((each for each in _WORST_FIRST if each in told), None)
    if worst or key in placed:
        return worst or "right"
    return "place" if any(each.statement == key for each in grade.standing) else "open"


def _puts(reference: ArgumentMap, grades: Sequence[Grade]) -> dict[str, tuple[Put, ...]]:
    counts: dict[str, Counter[tuple[Place, bool]]] = {key: Counter() for key in reference.statements}
    for grade in grades:
        for each in grade.standing:
            counts[each.statement][each.place, each.right] += 1
    return {
        key: tuple(
            Put(key, place, n, right)
            for (place, right), n in sorted(count.items(), key=lambda item: (-item[1], not item[0][1], item[0][0]))
        )
        for key, count in counts.items()
    }


def _is_loose(grade: Grade, key: str) -> bool:
    told = any(f.kind == "missing-relation" and f.subject == key for f in grade.findings)
    return told and all(each.statement != key for each in grade.standing)


def _frequent(grades: Sequence[Grade]) -> tuple[Frequent, ...]:
    first: dict[tuple[object, ...], Finding] = {}
    who: dict[tuple[object, ...], list[int]] = {}
    for i, grade in enumerate(grades):
        for f in grade.errors:
            key = _alike(f)
            first.setdefault(key, f)
            if i not in who.setdefault(key, []):
                who[key].append(i)
    ranked = sorted(who, key=lambda key: (-len(who[key]), KINDS.index(first[key].kind), str(key)))
    return tuple(Frequent(first[key], tuple(who[key])) for key in ranked if len(who[key]) > 1)


def _alike(f: Finding) -> tuple[object, ...]:
    """What makes two students' errors one: statements in between are each student's own."""
    found = f.found and (f.found.upper, f.found.relation, bool(f.found.through))
    return f.kind, f.subject, f.expected, found, f.members, f.wanted, f.given
