"""What is wrong with rows beside each other, whatever the maps say."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from argmap.codes import problem
from argmap.comparison.alignment.correspondences import Correspondence, Predicate, Ref
from argmap.diagnostics import Diagnostic

_TURNED: Final[dict[Predicate, Predicate]] = {
    "skos:broadMatch": "skos:narrowMatch",
    "skos:narrowMatch": "skos:broadMatch",
}

_SAME: Final = frozenset({"skos:exactMatch", "skos:broadMatch", "skos:narrowMatch"})
_UNLIKE: Final = frozenset({"argmap:contradicts", "argmap:contrary"})

Pair = tuple[Ref, Ref]


def pair_of(row: Correspondence) -> Pair | None:
    """The two statements, smaller first; None where one was not found."""
    return None if row.object is None else (min(row.subject, row.object), max(row.subject, row.object))


def turned(row: Correspondence) -> Predicate:
    """The predicate as it reads with the smaller statement first."""
    if row.object is None or row.subject <= row.object:
        return row.predicate
    return _TURNED.get(row.predicate, row.predicate)


def named(row: Correspondence, *, after: Correspondence | None = None) -> str:
    """How a message names a row: by its line where it was read, else by its ends.

    Args:
        row: The row.
        after: The row the message stands at; only its own file goes without saying.
    """
    if row.row is None:
        return f"the row of {row.subject} and {row.object or 'nothing'}"
    same = after is None or after.file == row.file
    return f"row {row.row}" if same else f"row {row.row} of {row.file}"


def check_rows(rows: Sequence[Correspondence]) -> Iterator[Diagnostic]:
    """Rows that join a map with itself, say a thing twice, or say what cannot be true together."""
    yield from _within_one_map(rows)
    yield from _twice(rows)
    yield from _at_odds(rows)


def _within_one_map(rows: Iterable[Correspondence]) -> Iterator[Diagnostic]:
    for i, row in enumerate(rows):
        if row.object and row.object.map == row.subject.map:
            message = f"both {row.subject} and {row.object} are of the map {row.subject.map!r}"
            help_ = "an alignment joins statements of different maps"
            yield problem("AM711", message, ("rows", i, "object_id"), help=help_)
        elif row.object is None and row.searched == row.subject.map:
            message = f"a counterpart of {row.subject} was searched in its own map"
            yield problem("AM711", message, ("rows", i, "object_source"), help="name the map that was searched")


def _twice(rows: Iterable[Correspondence]) -> Iterator[Diagnostic]:
    seen: dict[object, Correspondence] = {}
    for i, row in enumerate(rows):
        state = (row.accepted or row.absence, row.rejected, row.author)
        key = (pair_of(row) or (row.subject, row.searched), turned(row) if row.object else "", state)
        before = seen.setdefault(key, row)
        if before is not row:
            message = f"the row says again what {named(before, after=row)} says"
            yield problem("AM712", message, ("rows", i), help="delete one of the two")


def _at_odds(rows: Iterable[Correspondence]) -> Iterator[Diagnostic]:
    """Each row that cannot stand beside an earlier one about the same two statements; the first such is named."""
    seen: dict[Pair, list[Correspondence]] = {}
    for i, row in enumerate(rows):
        pair = pair_of(row)
        if pair is None or not (row.accepted or row.rejected):
            continue
        before = next((other for other in seen.get(pair, ()) if _exclude(row, other)), None)
        seen.setdefault(pair, []).append(row)
        if before is None:
            continue
        where, name = ("rows", i), named(before, after=row)
        if row.rejected != before.rejected:
            done, did = ("refuses", "accepts") if row.rejected else ("accepts", "refuses")
            message = f"the row {done} a pair that {name} {did}"
            yield problem("AM713", message, (*where, "predicate_modifier"), help="delete one of the two")
        else:
            message = f"{row.predicate!r} cannot hold beside {before.predicate!r} in {name}"
            yield problem("AM713", message, (*where, "predicate_id"), help="delete one of the two")


def _exclude(row: Correspondence, other: Correspondence) -> bool:
    if row.rejected or other.rejected:
        return row.rejected != other.rejected
    one, two = row.predicate, other.predicate
    return (one in _SAME and two in _UNLIKE) or (one in _UNLIKE and two in _SAME)
