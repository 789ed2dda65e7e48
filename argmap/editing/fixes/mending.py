"""Safe fixes, made: round by round, and only those after which the map says what it said before."""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from argmap.diagnostics import Diagnostic
from argmap.editing.edits import Edit, Fix, apply
from argmap.editing.fixes import ways_to_mend
from argmap.editing.fixes.guarantee import Look, keeps
from argmap.editing.fixes.original import Original
from argmap.editing.fixes.written import Written
from argmap.editing.occurrences import grow

MOST_ROUNDS: Final = 100
"""How often a text is mended and read again; what is left then is for the next call."""

MOST_TRIED: Final = 100
"""How many repairs are tried one by one where they cannot be made together."""

Examine = Callable[[str], Look]
"""Reads and checks a text."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A problem, where it stood before anything was mended, and what was done."""

    problem: Diagnostic
    fix: Fix


@dataclass(frozen=True, slots=True)
class Mended:
    """A text after its safe fixes, and which those are."""

    text: str
    repairs: tuple[Repair, ...] = ()


def mend(text: str, examine: Examine) -> Mended:
    """The text with all safe fixes made, and what they mended in the order of the file.

    After each round the text is read again, and what was done is kept only where `keeps` holds. Fixes that meet in
    one place are made one round after the other.
    """
    done: list[Repair] = []
    original, look = Original(text), examine(text)
    for _ in range(MOST_ROUNDS):
        made = _made(text, look, _apart(_wanted(text, look)), examine)
        if made is None:
            break
        done += (Repair(original.located(repair.problem, text), repair.fix) for repair in made[2])
        original.edited(_edits(made[2]))
        text, look, _ = made
    return Mended(text, tuple(sorted(done, key=_line_and_column)))


def _line_and_column(repair: Repair) -> tuple[int, int]:
    position = repair.problem.position
    return (position.line, position.column) if position else (0, 0)


def _edits(repairs: Iterable[Repair]) -> set[Edit]:
    return {edit for repair in repairs for edit in repair.fix.edits}


def _wanted(text: str, look: Look) -> Iterator[Repair]:
    """The first safe fix of each problem that has one."""
    written = Written(text, grow(text))
    for d in look.problems:
        if fix := next((fix for fix in ways_to_mend(d, written) if fix.safe), None):
            yield Repair(d, fix)


def _apart(wanted: Iterable[Repair]) -> list[Repair]:
    """Those of the repairs that do not meet an earlier one; the same edits for two problems are no meeting."""
    kept: list[Repair] = []
    taken: list[tuple[int, int]] = []
    known: set[Edit] = set()
    fixes: set[int] = set()
    for repair in wanted:
        if id(repair.fix) not in fixes:
            new = sorted(edit for edit in repair.fix.edits if edit not in known)
            if any(_meets(edit, taken) for edit in new):
                continue
            for edit in new:
                insort(taken, (edit.start, edit.end))
            known.update(new)
            fixes.add(id(repair.fix))
        kept.append(repair)
    return kept


def _meets(edit: Edit, taken: list[tuple[int, int]]) -> bool:
    """Whether an edit meets or touches one of the stretches, which stand in their order and apart."""
    after = bisect_left(taken, (edit.start, edit.start))
    before_meets = after > 0 and taken[after - 1][1] >= edit.start
    return before_meets or (after < len(taken) and taken[after][0] <= edit.end)


def _made(
    text: str, look: Look, wanted: Sequence[Repair], examine: Examine
) -> tuple[str, Look, Sequence[Repair]] | None:
    """The text with all of the repairs made; if that does not hold, with those that do; None if none does."""
    if not wanted:
        return None
    best = _tried(text, look, wanted, examine)
    if best or len(wanted) == 1:
        return best
    for repair in wanted[:MOST_TRIED]:
        best = _tried(text, look, [*(best[2] if best else ()), repair], examine) or best
    return best


def _tried(
    text: str, look: Look, repairs: Sequence[Repair], examine: Examine
) -> tuple[str, Look, Sequence[Repair]] | None:
    edits = _edits(repairs)
    after = apply(text, edits)
    seen = examine(after)
    holds = after != text and keeps(text, look, after, seen, edits=edits, mended=[r.problem for r in repairs])
    return (after, seen, repairs) if holds else None
