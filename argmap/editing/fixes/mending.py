"""Safe fixes, made: round by round, and only those after which the map says what it said before."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from argmap.diagnostics import Diagnostic
from argmap.editing.edits import Fix, apply
from argmap.editing.fixes import fixes_of
from argmap.editing.fixes.guarantee import Look, keeps
from argmap.editing.occurrences import grow

MOST_ROUNDS: Final = 100
"""How often a text is mended and read again; what is left then is for the next call."""

MOST_TRIED: Final = 100
"""How many repairs are tried one by one where they cannot be made together."""

Examine = Callable[[str], Look]
"""Reads and checks a text."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A problem as it was told before it was mended, and what was done."""

    problem: Diagnostic
    fix: Fix


@dataclass(frozen=True, slots=True)
class Mended:
    """A text after its safe fixes, and which those are."""

    text: str
    repairs: tuple[Repair, ...] = ()


def mend(text: str, examine: Examine) -> Mended:
    """The text with all safe fixes made.

    After each round the text is read again, and what was done is kept only where `keeps` holds. Fixes that meet in
    one place are made one round after the other.
    """
    done: list[Repair] = []
    look = examine(text)
    for _ in range(MOST_ROUNDS):
        made = _made(text, look, _apart(_wanted(text, look)), examine)
        if made is None:
            break
        text, look, repairs = made
        done += repairs
    return Mended(text, tuple(done))


def _wanted(text: str, look: Look) -> Iterator[Repair]:
    """The first safe fix of each problem that has one."""
    tree = grow(text)
    for d in look.problems:
        if fix := next((fix for fix in fixes_of(d, text, tree) if fix.safe), None):
            yield Repair(d, fix)


def _apart(wanted: Iterable[Repair]) -> list[Repair]:
    """Those of the repairs that do not meet an earlier one; the same edits for two problems are no meeting."""
    kept: list[Repair] = []
    taken: list[tuple[int, int]] = []
    known: set[object] = set()
    for repair in wanted:
        new = [edit for edit in repair.fix.edits if edit not in known]
        if any(edit.start <= end and start <= edit.end for edit in new for start, end in taken):
            continue
        taken += [(edit.start, edit.end) for edit in new]
        known.update(new)
        kept.append(repair)
    return kept


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
    after = apply(text, (edit for repair in repairs for edit in repair.fix.edits))
    seen = examine(after)
    holds = after != text and keeps(text, look, after, seen, [(r.problem, r.fix.edits) for r in repairs])
    return (after, seen, repairs) if holds else None
