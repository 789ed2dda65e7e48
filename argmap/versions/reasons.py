"""How the case for a statement changed: reasons, what is linked in them, doubts, objections."""

from collections.abc import Iterator

from argmap.diagnostics import Where
from argmap.model import Reason, Statement
from argmap.versions.changes import Change, Kind
from argmap.versions.lists import matched, overlapping
from argmap.versions.names import Names

Keys = tuple[str, str]
"""The ids of one statement in both versions."""


def reason_changes(keys: Keys, before: Statement, after: Statement, names: Names) -> Iterator[Change]:
    """What differs in the reasons of a statement.

    Reasons with the same premises are the same reason; its scheme, its undercuts and the order of its premises may
    differ. The others are taken together where they share a premise: so premises are linked, unlinked or exchanged.
    """
    old, new = before.because, after.because
    was = [tuple(sorted(names.all_old(r.premises))) for r in old]
    now = [tuple(sorted(names.all_new(r.premises))) for r in new]
    full = matched(
        [(p, r.scheme, names.all_old(r.unless)) for p, r in zip(was, old, strict=True)],
        [(p, r.scheme, names.all_new(r.unless)) for p, r in zip(now, new, strict=True)],
    )
    rest = matched([was[i] for i in full.lost], [now[j] for j in full.gained])
    both = sorted([*full.both, *((full.lost[i], full.gained[j]) for i, j in rest.both)])
    lost, gained = [full.lost[i] for i in rest.lost], [full.gained[j] for j in rest.gained]
    for olds, news in overlapping([was[i] for i in lost], [now[j] for j in gained]):
        yield _regrouped(keys, before, after, [lost[i] for i in olds], [gained[j] for j in news])
    for i, j in both:
        yield from _within(keys, (i, j), old[i], new[j], names)
    if [j for _, j in both] != sorted(j for _, j in both):
        wheres = (("statements", keys[0], "because"), ("statements", keys[1], "because"))
        in_order = tuple(new[j] for j in sorted(j for _, j in both))
        yield Change("reordered", "because", tuple(old[i] for i, _ in both), in_order, *wheres)


def _regrouped(keys: Keys, before: Statement, after: Statement, olds: list[int], news: list[int]) -> Change:
    def value(reasons: tuple[Reason, ...], indices: list[int]) -> Reason | tuple[Reason, ...] | None:
        found = tuple(reasons[i] for i in indices)
        return found if len(found) > 1 else found[0] if found else None

    old_where: Where | None = ("statements", keys[0], "because", olds[0]) if olds else None
    new_where: Where | None = ("statements", keys[1], "because", news[0]) if news else None
    return Change("re-argued", "because", value(before.because, olds), value(after.because, news), old_where, new_where)


def _within(keys: Keys, at: tuple[int, int], old: Reason, new: Reason, names: Names) -> Iterator[Change]:
    """What differs in a reason whose premises are the same."""
    wheres: tuple[Where, Where] = (
        ("statements", keys[0], "because", at[0]),
        ("statements", keys[1], "because", at[1]),
    )
    if old.scheme != new.scheme:
        yield Change("re-argued", "scheme", old.scheme, new.scheme, *wheres, of=new.premises)
    if names.all_old(old.premises) != names.all_new(new.premises):
        yield Change("reordered", "premises", old.premises, new.premises, *wheres, of=new.premises)
    yield from references("re-argued", "unless", wheres, (old.unless, new.unless), names, of=new.premises)


def references(
    kind: Kind,
    field: str,
    wheres: tuple[Where, Where],
    lists: tuple[tuple[str, ...], tuple[str, ...]],
    names: Names,
    *,
    of: tuple[str, ...] = (),
) -> Iterator[Change]:
    """What differs in a list of statements: each that left it, each that came, and their order.

    `wheres` are the places that hold the `lists`, in both versions.
    """
    old, new = lists
    at = (*wheres[0], field), (*wheres[1], field)
    found = matched(names.all_old(old), names.all_new(new))
    for i in found.lost:
        yield Change(kind, field, old[i], None, (*at[0], i), None, of)
    for j in found.gained:
        yield Change(kind, field, None, new[j], None, (*at[1], j), of)
    if found.reordered:
        was = tuple(old[i] for i, _ in found.both)
        now = tuple(new[j] for j in sorted(j for _, j in found.both))
        yield Change("reordered", field, was, now, *at, of)
