"""What is wrong with the rows of an alignment beside the maps they speak of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from argmap.codes import problem
from argmap.comparison.alignment.clusters import JOINS, Conflict, cluster, lone_stance
from argmap.comparison.alignment.correspondences import MANUAL, Correspondence, Ref
from argmap.comparison.alignment.row_checks import named, pair_of
from argmap.comparison.keys import Name
from argmap.comparison.sharing import share
from argmap.diagnostics import Diagnostic
from argmap.model import ArgumentMap, RoleAttribution, Statement
from argmap.text import did_you_mean

_MOST: Final = 100  # names that are looked for among thousands; a file in which none fits should not take a minute


def check_alignment(rows: Sequence[Correspondence], maps: Sequence[ArgumentMap]) -> Iterator[Diagnostic]:
    """Every problem of rows that `check_rows` does not find; where is ``("rows", index, column)``.

    Args:
        rows: All rows of the file, in its order.
        maps: The maps they speak of; of two with one id the first is meant. Without any, only the rows are looked at.
    """
    by_id = {m.id: m for m in reversed(maps)}
    if by_id:
        yield from _unknown_maps(rows, by_id)
        yield from _unknown_statements(rows, by_id)
        yield from _joins(rows, by_id)
    yield from _undecided(rows)
    yield from _decided_by_nobody(rows)


def objections(
    row: Correspondence, rows: Sequence[Correspondence], maps: Sequence[ArgumentMap]
) -> tuple[Diagnostic, ...]:
    """The errors that a row would bring if it joined these rows."""
    by_id = {m.id: m for m in reversed(maps)}
    found = _joins((*rows, row), by_id)
    return tuple(d for d in found if d.severity == "error" and d.where[1] == len(rows))


def _refs(row: Correspondence) -> Iterator[tuple[str, Ref]]:
    yield "subject_id", row.subject
    if row.object:
        yield "object_id", row.object


def _unknown_maps(rows: Iterable[Correspondence], maps: Mapping[str, ArgumentMap]) -> Iterator[Diagnostic]:
    places: dict[str, list[tuple[int, str]]] = {}
    for i, row in enumerate(rows):
        named_here = [*_refs(row), *([("object_source", Ref(row.searched, ""))] if row.searched else [])]
        for column, ref in named_here:
            if ref.map not in maps:
                places.setdefault(ref.map, []).append((i, column))
    for name, found in places.items():
        count = len({i for i, _ in found})
        message = f"{f'{count} rows name' if count > 1 else 'the row names'} the map {name!r}, which is not given"
        help_ = did_you_mean(name, maps) or "name its file too"
        yield problem("AM721", message, ("rows", *found[0]), help=help_)


def _unknown_statements(rows: Iterable[Correspondence], maps: Mapping[str, ArgumentMap]) -> Iterator[Diagnostic]:
    looked_for: set[Ref] = set()
    for i, row in enumerate(rows):
        for column, ref in _refs(row):
            if ref.map not in maps or ref.statement in maps[ref.map].statements:
                continue
            looked_for.add(ref)
            help_ = _meant(ref, maps) if len(looked_for) <= _MOST else ""
            message = f"the map {ref.map!r} has no statement {ref.statement!r}"
            yield problem("AM722", message, ("rows", i, column), help=help_ or "correct the id, or delete the row")


def _meant(ref: Ref, maps: Mapping[str, ArgumentMap]) -> str:
    others = [m.id for m in maps.values() if ref.statement in m.statements]
    if others:
        return f"did you mean {others[0]}:{ref.statement}?"
    return did_you_mean(ref.statement, maps[ref.map].statements)


def _joins(rows: Sequence[Correspondence], maps: Mapping[str, ArgumentMap]) -> Iterator[Diagnostic]:
    """What is wrong with accepted rows that join; `argmap:related` only informs and may stand anywhere."""
    joining = {
        i: row
        for i, row in enumerate(rows)
        if row.accepted
        and row.predicate != "argmap:related"
        and row.subject != row.object  # which `check_rows` found
        and all(_statement(r, maps) for _, r in _refs(row))
    }
    usable = {}
    for i, row in joining.items():
        refused = list(_not_to_be_joined(i, row, maps))
        yield from refused
        if not refused:
            usable[i] = row
            yield from _reported(i, row, maps)
    yield from _circles(usable, maps)


def _statement(ref: Ref, maps: Mapping[str, ArgumentMap]) -> Statement | None:
    return maps[ref.map].statements.get(ref.statement) if ref.map in maps else None


def _not_to_be_joined(i: int, row: Correspondence, maps: Mapping[str, ArgumentMap]) -> Iterator[Diagnostic]:
    for column, ref in _refs(row):
        s = _statement(ref, maps)
        if s and s.says and lone_stance(s) is None:
            message = f"{ref} {_coded_as(s)}, and so cannot be joined as {row.predicate!r}"
            help_ = "code both statements with shared keys, or write argmap:related"
            yield problem("AM723", message, ("rows", i, column), help=help_)


def _coded_as(s: Statement) -> str:
    if len(s.says) > 1:
        return f"says {len(s.says)} things"
    return "casts a role" if isinstance(s.says[0], RoleAttribution) else "names a cause"


def _reported(i: int, row: Correspondence, maps: Mapping[str, ArgumentMap]) -> Iterator[Diagnostic]:
    for column, ref in _refs(row):
        s = _statement(ref, maps)
        if s and not s.by_author:
            message = f"{ref} is said by {s.voice!r}, not by the author"
            help_ = "join the statement in which the author takes it up"
            yield problem("AM725", message, ("rows", i, column), help=help_)


def _circles(joining: Mapping[int, Correspondence], maps: Mapping[str, ArgumentMap]) -> Iterator[Diagnostic]:
    used = list(maps.values())
    names = share(used, list(maps)).names
    clusters = cluster(used, list(maps), joining.values(), names)
    against = {id(c.row): c for c in clusters.conflicts}
    for i, row in joining.items():
        conflict = against.get(id(row))
        if conflict and [pair_of(r) for r in conflict.chain] == [pair_of(row)]:
            continue  # two rows on one pair, which `check_rows` found
        if conflict:
            coded = any(s.says for r in (row, *conflict.chain) for _, ref in _refs(r) if (s := _statement(ref, maps)))
            yield problem("AM726", _circle(conflict, coded=coded), ("rows", i, "predicate_id"), help=_WRONG)
        elif row.predicate in JOINS and _on_one_key(row, maps, dict(zip(maps, names, strict=True))):
            message = f"{row.subject} and {row.object} are coded with one key already"
            yield problem("AM724", message, ("rows", i), help="delete the row; the codebook says as much")


_WRONG: Final = "one of them is wrong: correct or delete it"


def _circle(conflict: Conflict, *, coded: bool) -> str:
    row = conflict.row
    chain = [f"{named(r, after=row)} ({_said(r)})" if r.row else _said(r) for r in conflict.chain]
    if coded:
        chain.append("what the maps code" if chain else "what the two statements are coded as")
    against = " and ".join([", ".join(chain[:-1]), chain[-1]] if len(chain) > 1 else chain)
    return f"{_said(row)} stands against {against}"


def _said(row: Correspondence) -> str:
    return f"{row.subject} {row.predicate} {row.object}"


def _on_one_key(row: Correspondence, maps: Mapping[str, ArgumentMap], names: Mapping[str, Mapping[Name, str]]) -> bool:
    keys = set()
    for _, ref in _refs(row):
        s = _statement(ref, maps)
        stance = lone_stance(s) if s else None
        keys.add(names[ref.map]["proposition", stance.proposition] if stance else str(ref))
    return len(keys) == 1


def _undecided(rows: Sequence[Correspondence]) -> Iterator[Diagnostic]:
    found = undecided(rows)
    if found:
        first = next(i for i, row in enumerate(rows) if row is found[0])
        message = "1 proposal waits to be decided" if len(found) == 1 else f"{len(found)} proposals wait to be decided"
        yield problem("AM731", message, ("rows", first), help="`argmap align review` asks about one after the other")


def undecided(rows: Sequence[Correspondence]) -> tuple[Correspondence, ...]:
    """The proposals on pairs that nobody accepted or refused."""
    decided = {pair_of(row) for row in rows if row.accepted or row.rejected}
    return tuple(
        row for row in rows if row.object and not (row.accepted or row.rejected) and pair_of(row) not in decided
    )


def _decided_by_nobody(rows: Sequence[Correspondence]) -> Iterator[Diagnostic]:
    found = [i for i, row in enumerate(rows) if row.justification == MANUAL and not row.author.strip()]
    if found:
        message = (
            "1 row does not say who decided it" if len(found) == 1 else f"{len(found)} rows do not say who decided"
        )
        help_ = "write an ORCID under author_id, or a name under author_label"
        yield problem("AM732", message, ("rows", found[0], "author_id"), help=help_)
