"""Statements that hang elsewhere than they did."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from argmap.graph import edges_under
from argmap.versions.changes import Attachment, Change
from argmap.versions.names import Names
from argmap.versions.pairing import Statements

Spots = Mapping[str, tuple[Attachment, ...]]


def spots(statements: Statements) -> Spots:
    """Where every statement hangs, in the order of the file; nothing for one that hangs nowhere."""
    found: dict[str, dict[Attachment, None]] = defaultdict(dict)
    for key, s in statements.items():
        for edge in edges_under(key, s):
            found[edge.lower].setdefault(Attachment(key, edge.relation))
    return {key: tuple(under) for key, under in found.items()}


def moves(names: Names, old: Spots, new: Spots) -> Iterator[tuple[str, Change]]:
    """Statements of both versions, by their new id, that left one place and came to another, or to none, or from none.

    One that only came to serve in a further place, or in one less, is where it was; what changed is the other's case.
    """
    for key, now_key in names.pairs.new_of.items():
        was, now = old.get(key, ()), new.get(now_key, ())
        if was == now and names.are_plain:
            continue
        old_tokens = {(names.of_old(a.upper), a.relation): a for a in was}
        new_tokens = {(names.of_new(a.upper), a.relation): a for a in now}
        lost = tuple(a for token, a in old_tokens.items() if token not in new_tokens)
        gained = tuple(a for token, a in new_tokens.items() if token not in old_tokens)
        if (lost and gained) or (lost and not now) or (gained and not was):
            wheres = (("statements", key), ("statements", now_key))
            yield now_key, Change("moved", "under", lost or None, gained or None, *wheres)
