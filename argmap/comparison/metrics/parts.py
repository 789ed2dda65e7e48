"""T: a map as the parts of a graph. What is said, what it rests on, what is put against it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from argmap.comparison.grounds import key_of
from argmap.comparison.metrics.figures import common
from argmap.comparison.positions import Coding
from argmap.comparison.records import Entry

Below = Mapping[Entry, frozenset[Entry]]


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one map.

    Attributes:
        nodes: What the author says; a private entry for each uncoded statement.
        reasons: For each node, what it rests on directly, without sources and without its own key.
        objections: For each node, what is put against it.
    """

    nodes: frozenset[Entry]
    reasons: Below
    objections: Below

    def __len__(self) -> int:
        """How many parts: a node, a node with a reason and a node with an objection are one each."""
        return len(self.nodes) + sum(map(len, self.reasons.values())) + sum(map(len, self.objections.values()))

    def shared(self, other: "Parts") -> int:
        """How many parts are in both."""
        return (
            common(self.nodes, other.nodes)
            + _shared(self.reasons, other.reasons)
            + _shared(self.objections, other.objections)
        )


def parts(coding: Coding) -> Parts:
    """The parts of a map; reported speech is none, nor is a cause that is only supposed."""
    nodes: dict[Entry, None] = {}
    reasons: dict[Entry, list[frozenset[Entry]]] = {}
    objections: dict[Entry, list[frozenset[Entry]]] = {}
    for statement, s in coding.map.statements.items():
        said = _entries(coding, statement)
        nodes.update(dict.fromkeys(said))
        if said and s.because:
            _put_reasons(
                said, [y for reason in s.because for p in reason.premises for y in _entries(coding, p)], reasons
            )
        if said and s.but:
            against = frozenset(y for p in s.but for y in _entries(coding, p))
            for x in said:
                objections.setdefault(x, []).append(against)
    return Parts(frozenset(nodes), _merged(reasons), _merged(objections))


def _put_reasons(said: Sequence[Entry], given: list[Entry], reasons: dict[Entry, list[frozenset[Entry]]]) -> None:
    """One set for all that a statement says, as far as possible: lists of thousands of causes must not multiply."""
    keys = {y: key_of(y) for y in given}
    among = set(keys.values()) - {None}
    whole = frozenset(keys)
    for x in said:
        key = key_of(x)
        own = frozenset(y for y in whole if keys[y] != key) if key in among else whole
        reasons.setdefault(x, []).append(own)


def _entries(coding: Coding, statement: str) -> tuple[Entry, ...]:
    spoken = coding.spoken.get(statement)
    if spoken:
        return tuple(dict.fromkeys(c.entry for c in spoken))
    s = coding.map.statements.get(statement)
    return (coding.own_entry(statement),) if s and s.by_author and not s.says else ()


def _merged(found: Mapping[Entry, list[frozenset[Entry]]]) -> Below:
    """One set for each entry; entries of the same statements keep one set between them."""
    known: dict[tuple[int, ...], frozenset[Entry]] = {}
    merged = {}
    for x, sets in found.items():
        of = tuple(map(id, sets))
        if of not in known:
            known[of] = sets[0] if len(sets) == 1 else frozenset().union(*sets)
        merged[x] = known[of]
    return merged


def _shared(a: Below, b: Below) -> int:
    fewer, more = (a, b) if len(a) <= len(b) else (b, a)
    known: dict[tuple[int, int], int] = {}
    total = 0
    for x, mine in fewer.items():
        theirs = more.get(x)
        if theirs:
            of = (id(mine), id(theirs))
            if of not in known:
                known[of] = common(mine, theirs)
            total += known[of]
    return total
