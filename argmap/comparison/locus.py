"""Why a conflict exists: on which premise, step or weighing it turns, and which conflicts lie at its root."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from argmap.comparison.explanations import ExplanationVerdict
from argmap.comparison.grounds import key_of
from argmap.comparison.judged import Judged
from argmap.comparison.links import Link
from argmap.comparison.positions import Coding, topic
from argmap.comparison.records import LOCI, Entry, Locus, LocusKind
from argmap.comparison.roles import RoleVerdict
from argmap.comparison.stances import StanceVerdict
from argmap.comparison.stands import Stand
from argmap.comparison.wording import Words
from argmap.model import KINDS, Kind


def loci(judged: Iterable[Judged], words: Words) -> dict[str, Locus]:
    """The locus of every conflict on a stance, an explanation or a role, by the id of its finding.

    What a side rests on is all that lies below its statements by `because`, however far down, sources left out.
    """
    conflicts = {j.id: _conflict(j) for j in judged if j.group == "conflict" and j.unit != "evidence"}
    at_odds: dict[Entry, list[str]] = {}
    for id_, conflict in conflicts.items():
        for entry in clashing(conflict.judged):
            at_odds.setdefault(entry, []).append(id_)
    below = {id_: _premises(id_, conflict, at_odds) for id_, conflict in conflicts.items()}
    roots = _roots(below)
    kinds = {id_: _kind(conflict.judged, words) for id_, conflict in conflicts.items()}
    found = {}
    for id_, conflict in conflicts.items():
        both = _under_both(conflict, at_odds)
        crux = tuple(root for root in roots[id_] if root in both)
        stasis = _stasis([kinds[root] for root in roots[id_] or (id_,)])
        found[id_] = _locus(conflict, words, premises=below[id_], roots=roots[id_], double=crux, stasis=stasis)
    return found


@dataclass(frozen=True, slots=True)
class _Conflict:
    """A conflict with all that each side rests on, however far down."""

    judged: Judged
    rests: tuple[frozenset[Entry], frozenset[Entry]]

    @property
    def either(self) -> frozenset[Entry]:
        return self.rests[0] | self.rests[1]


def _conflict(judged: Judged) -> _Conflict:
    return _Conflict(judged, (_rests_on(judged.stands[0]), _rests_on(judged.stands[1])))


def clashing(judged: Judged) -> frozenset[Entry]:
    """The entries of both sides that cannot both be right."""
    match judged.verdict:
        case Link(literals=literals):
            return frozenset(":".join(literal) for literal in literals)
        case StanceVerdict(clash=clash) | ExplanationVerdict(clash=clash) | RoleVerdict(clash=clash):
            return frozenset(entry for p in clash for entry in (p.left.entry, p.right.entry))
        case _:
            return frozenset()


def _rests_on(stand: Stand) -> frozenset[Entry]:
    entries = stand.coding.deep.entries(stand.statements)
    return frozenset(entry for entry in entries if key_of(entry) != stand.key)


def _premises(own: str, conflict: _Conflict, at_odds: Mapping[Entry, Sequence[str]]) -> tuple[str, ...]:
    """The other conflicts on an entry that a side rests on."""
    return tuple(sorted({id_ for entry in conflict.either for id_ in at_odds.get(entry, ()) if id_ != own}))


def _under_both(conflict: _Conflict, at_odds: Mapping[Entry, Sequence[str]]) -> set[str]:
    """The conflicts on an entry below each of the sides."""
    left, right = ({id_ for entry in side for id_ in at_odds.get(entry, ())} for side in conflict.rests)
    return left & right


def _roots(below: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """For each conflict those at the bottom of what lies below it: with nothing below, or only what leads back."""
    place = {id_: i for i, id_ in enumerate(below)}
    reached = {id_: sum(1 << place[lower] for lower in lowers) for id_, lowers in below.items()}
    changed = True
    while changed:  # a long chain settles at once if its lower end comes first; a cycle takes another round
        changed = False
        for id_, lowers in below.items():
            found = reached[id_]
            for lower in lowers:
                found |= reached[lower]
            changed = changed or found != reached[id_]
            reached[id_] = found
    ids = list(below)
    bottom = {id_ for id_ in ids if all(reached[other] >> place[id_] & 1 for other in _set(reached[id_], ids))}
    return {id_: tuple(sorted(bottom.intersection(_set(reached[id_], ids)))) for id_ in ids}


def _set(bits: int, ids: Sequence[str]) -> Iterator[str]:
    while bits:
        lowest = bits & -bits
        yield ids[lowest.bit_length() - 1]
        bits ^= lowest


def _locus(
    conflict: _Conflict,
    words: Words,
    *,
    premises: tuple[str, ...],
    roots: tuple[str, ...],
    double: tuple[str, ...],
    stasis: Kind | None,
) -> Locus:
    a, b = conflict.judged.stands
    step = tuple(sorted({*_undone(a, b), *_undone(b, a)}))
    asserted = conflict.either & a.coding.asserted & b.coding.asserted
    weighed = tuple(sorted(entry for entry in asserted if _of_one_time_and_place(entry, a.coding, b.coding)))
    touched = _touched(a.coding, b.coding, words), _touched(b.coding, a.coding, words)
    alone = _never_said(conflict.rests[0], a.coding, touched[1]), _never_said(conflict.rests[1], b.coding, touched[0])
    holds: dict[LocusKind, bool] = {
        "premise": bool(premises),
        "step": bool(step),
        "weighing": bool(weighed),
        "unaddressed": any(alone),
    }
    kinds = tuple(kind for kind in LOCI if holds.get(kind)) or ("bare",)
    argued = bool(conflict.either) or any(s.grounds.flat for s in (a, b))
    return Locus(
        all=kinds,
        premises=premises,
        roots=roots,
        double=double,
        step=step,
        weighed=weighed,
        unaddressed={a.coding.id: alone[0], b.coding.id: alone[1]},
        stasis=stasis,
        deep=not argued and kinds == ("bare",) and stasis in ("value", "definition"),
    )


def _of_one_time_and_place(entry: Entry, left: Coding, right: Coding) -> bool:
    """Whether both maps say it of scopes that meet; what is not coded has none."""
    first, second = (
        {c.scope for s in coding.holders.get(entry, ()) for c in coding.spoken.get(s, ()) if c.entry == entry}
        for coding in (left, right)
    )
    return not (first and second) or any(a.overlaps(b) for a in first for b in second)


def _undone(stand: Stand, other: Stand) -> Iterator[Entry]:
    """What one map puts under `unless` on the way to its position, and the other asserts."""
    for doubt in stand.coding.deep.doubts(stand.statements):
        yield from (entry for entry in stand.coding.bare[doubt] if entry in other.coding.asserted)


def _touched(coding: Coding, other: Coding, words: Words) -> frozenset[str]:
    """What a map touches in any voice, and what is linked to a proposition it touches."""
    found = coding.topics
    linked = words.vocabulary.implications_between(coding.index, other.index)
    return found | {f"stance:{b[1]}" for a, b in linked if f"stance:{a[1]}" in found}


def _never_said(entries: frozenset[Entry], mine: Coding, touched: frozenset[str]) -> tuple[Entry, ...]:
    """The entries whose matter the other map does not touch, in the order of this map."""
    unsaid = [entry for entry in entries if entry in mine.places and topic(entry) not in touched]
    return tuple(sorted(unsaid, key=mine.places.__getitem__))


def _kind(judged: Judged, words: Words) -> Kind | None:
    """What kind of question a conflict is; None where the codebook does not say."""
    if isinstance(judged.verdict, RoleVerdict):
        return "definition"
    if judged.unit == "explanation":
        return "cause"
    return _stasis([words.vocabulary.kinds.get(key) for key in judged.keys])


def _stasis(kinds: Sequence[Kind | None]) -> Kind | None:
    """The lowest kind; one that is missing counts as the lowest, and is not named."""
    return None if None in kinds else min((k for k in kinds if k), key=KINDS.index)
