"""Two versions -> all that changed between them."""

from collections.abc import Iterator, Mapping

from argmap.model import ArgumentMap, Codebook, Statement
from argmap.versions.changes import Change, ChangedStatement, Changes
from argmap.versions.moves import Spots, moves, spots
from argmap.versions.names import Names
from argmap.versions.pairing import Pairs
from argmap.versions.positions import changed_keys, changed_positions
from argmap.versions.shared import codebook_entries, codebook_fields, map_entries, map_fields
from argmap.versions.statements import statement_changes


def differences(old: ArgumentMap, new: ArgumentMap) -> Changes:
    """All that changed from one version of a map to the next; nothing exactly if the two are equal.

    Where statements stand in the file is no part of a map, and no change. Swapping the versions gives the mirror
    image: added for removed, old for new.
    """
    names = Names.between(old.statements, new.statements)
    found = Changes(
        old,
        new,
        tuple(map_fields(old, new)),
        tuple(_statements(names)),
        tuple(map_entries(old, new)),
    )
    if not found:
        return found
    positions, keys = tuple(changed_positions(old, new)), tuple(changed_keys(old, new))
    return Changes(old, new, found.fields, found.statements, found.entries, positions, keys)


def codebook_differences(old: Codebook, new: Codebook) -> Changes:
    """All that changed from one version of a codebook to the next."""
    return Changes(old, new, tuple(codebook_fields(old, new)), (), tuple(codebook_entries(old, new)))


def are_versions(old: ArgumentMap, new: ArgumentMap) -> bool:
    """Whether two maps can be versions of one: one id, or at least half of the shorter one's sentences in common."""
    if old.id == new.id:
        return True
    texts = {s.text for s in old.statements.values()} & {s.text for s in new.statements.values()}
    return 2 * len(texts) >= min(len(old.statements), len(new.statements))


def _statements(names: Names) -> Iterator[ChangedStatement]:
    own = {n: _own(names, o, n) for o, n in names.pairs.new_of.items()}
    come = [key for key in names.new if key not in names.pairs.old_of]
    gone = [key for key in names.old if key not in names.pairs.new_of]
    if not (come or gone or any(own.values())):
        return
    was, now = spots(names.old), spots(names.new)
    moved = dict(moves(names, was, now))
    back = {n: o for o, n in names.pairs.perhaps.items()}
    removed = _removed_behind(names.old, names.pairs)
    yield from (_removed(names, key, was) for key in removed.get("", ()))
    for key, after in names.new.items():
        old_key = names.pairs.old_of.get(key)
        if old_key is None:
            yield _added(key, after, now, back.get(key))
            continue
        changes = (*own[key], *((moved[key],) if key in moved else ()))
        if changes:
            yield ChangedStatement(old_key, key, names.old[old_key], after, changes)
        yield from (_removed(names, k, was) for k in removed.get(key, ()))


def _own(names: Names, old: str, new: str) -> tuple[Change, ...]:
    return tuple(statement_changes((old, new), names.old[old], names.new[new], names))


def _added(key: str, after: Statement, now: Spots, perhaps: str | None) -> ChangedStatement:
    change = Change("added", "text", None, after.text, None, ("statements", key))
    return ChangedStatement(None, key, None, after, (change,), now.get(key, ()), perhaps)


def _removed(names: Names, key: str, was: Spots) -> ChangedStatement:
    before = names.old[key]
    change = Change("removed", "text", before.text, None, ("statements", key), None)
    return ChangedStatement(key, None, before, None, (change,), was.get(key, ()), names.pairs.perhaps.get(key))


def _removed_behind(old: Mapping[str, Statement], pairs: Pairs) -> dict[str, list[str]]:
    """What was removed, by the new id of the last statement before it that is still there; "" for the beginning."""
    found: dict[str, list[str]] = {}
    behind = ""
    for key in old:
        if key in pairs.new_of:
            behind = pairs.new_of[key]
        else:
            found.setdefault(behind, []).append(key)
    return found
