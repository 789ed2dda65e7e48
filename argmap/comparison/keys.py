"""What the keys of compared maps mean: names, labels, questions, valences, links, order."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from argmap.comparison.capitals import Capitals
from argmap.comparison.records import Basis
from argmap.model import Kind

Namespace = Literal["proposition", "factor", "actor", "source", "role"]
Sharing = Literal["codebook", "name", "nothing"]
Name = tuple[Namespace, str]
Commitment = tuple[str, str]  # ("holds" or "denies", proposition): a literal in the sense of logic
Implication = tuple[Commitment, Commitment]
Parity = Literal[0, 1]  # 1: it says the opposite of the key it goes by

NAMESPACES: tuple[Namespace, ...] = ("proposition", "factor", "actor", "source", "role")


@dataclass(frozen=True)
class Vocabulary:
    """The keys in use, by the names that findings give them.

    A key that maps use without sharing it is named ``key@map``, so that it never meets itself. What follows from what
    (`implications`) and which roles exclude each other (`incompatible`) each map takes from its own codebook; between
    two maps holds what both say.

    Attributes:
        books: For each map, the id of its codebook; None without one.
        names: For each map, the name of a key it uses.
        drifted: Keys that codebooks of one id define differently, and maps that use them.
        undefined: Keys that several maps use and their codebook does not know.
        labels: The text of a name as the codebook has it, or the key in words.
        order: The place of a name in the codebook.
        valences: The valence of a role by the codebook.
        usual_valences: The valence of a role that is built in, 0 if none is.
        kinds: The stasis of a proposition; absent where the codebook names none.
        bases: Why a name counts as one thing in all maps that use it.
        row_links: What follows from what by accepted rows of an alignment, and the row that says so.
        capitals: Which first words keep theirs inside a sentence.
    """

    books: tuple[str | None, ...]
    names: tuple[Mapping[Name, str], ...]
    drifted: tuple[Name, ...] = ()
    undefined: tuple[Name, ...] = ()
    labels: Mapping[Name, str] = field(default_factory=dict)
    questions: Mapping[Name, str] = field(default_factory=dict)
    order: Mapping[Name, int] = field(default_factory=dict)
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    valences: Mapping[str, int] = field(default_factory=dict)
    usual_valences: Mapping[str, int] = field(default_factory=dict)
    bases: Mapping[Name, tuple[Basis, ...]] = field(default_factory=dict)
    incompatible: tuple[frozenset[frozenset[str]], ...] = ()
    implications: tuple[frozenset[Implication], ...] = ()
    row_links: Mapping[Implication, Basis] = field(default_factory=dict)
    capitals: Capitals = Capitals()  # noqa: RUF009  # it cannot change

    def sharing(self, i: int, j: int) -> Sharing:
        """What makes a key of one map a key of the other."""
        if self.books[i] is None or self.books[j] is None:
            return "name"
        return "codebook" if self.books[i] == self.books[j] else "nothing"

    def incompatible_between(self, i: int, j: int) -> frozenset[frozenset[str]]:
        """The pairs of roles of one actor that cannot both be right."""
        by_codebook = self.sharing(i, j) == "codebook"
        return self.incompatible[i] & self.incompatible[j] if by_codebook else frozenset()

    def implications_between(self, i: int, j: int) -> frozenset[Implication]:
        """What follows from what by the codebook of both maps and by accepted rows."""
        by_codebook = self.sharing(i, j) == "codebook"
        own = self.implications[i] & self.implications[j] if by_codebook else frozenset()
        return own | self.row_links.keys() if self.row_links else own

    @cached_property
    def linked(self) -> Mapping[str, frozenset[str]]:
        """For each proposition those it is linked to by some codebook or row; absent where there are none."""
        found: dict[str, set[str]] = {}
        for a, b in {*self.row_links, *(i for own in self.implications for i in own)}:
            found.setdefault(a[1], set()).add(b[1])
            found.setdefault(b[1], set()).add(a[1])
        return {key: frozenset(others) for key, others in found.items()}

    def valences_between(self, i: int, j: int) -> Mapping[str, int]:
        """The valences of roles as both maps understand them: where one has no codebook, those built in."""
        return self.usual_valences if self.sharing(i, j) == "name" else self.valences

    def rank(self, namespace: Namespace, name: str) -> tuple[int, str]:
        """The sort key of a name: codebook order, then the name."""
        return self.order.get((namespace, name), len(self.order)), name


def literal(attitude: str, proposition: str, parity: Parity) -> Commitment:
    """What a statement of that attitude says of a key it goes by with that parity."""
    turned = {"holds": "denies", "denies": "holds"}
    return (turned.get(attitude, attitude) if parity else attitude), proposition
