"""The two sides of one unit: what each says on the key, and what that rests on."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from argmap.comparison.clashes import Incompatible, Pair, tensions
from argmap.comparison.evidence import entries
from argmap.comparison.grounds import Grounds, grounds, key_of
from argmap.comparison.keys import Vocabulary
from argmap.comparison.positions import Claim, Coding, Key
from argmap.comparison.records import Entry
from argmap.comparison.wording import plural
from argmap.model import Statement


@dataclass(frozen=True, slots=True)
class Stand:
    """One map's part in a unit.

    Attributes:
        claims: What the author says; empty for evidence, where `statements` and `uses` speak.
        standing: The claims the verdict rests on; their statements give the grounds.
        used: What the map uses the source for, as the claims of the statements behind it.
    """

    coding: Coding
    key: Key
    claims: tuple[Claim, ...] = ()
    standing: tuple[Claim, ...] = ()
    used: tuple[Claim, ...] = ()
    grounds: Grounds = field(default_factory=Grounds)
    tension: tuple[Pair, ...] = ()

    @property
    def uses(self) -> tuple[Entry, ...]:
        """What the map uses the source for."""
        return entries(self.used)

    @property
    def name(self) -> str:
        """What sentences call the map."""
        return self.coding.name

    def does(self, verb: str) -> str:
        """Who does it, the verb agreeing: ``Ruiz holds``, ``Ruiz & Patel hold``."""
        return f"{self.name} {plural(verb) if self.coding.several else verb}"

    @property
    def statements(self) -> tuple[str, ...]:
        """The author's statements on the key, in file order."""
        if self.key[0] == "evidence":
            return self.coding.cited.get(self.key[1], ())
        return tuple(dict.fromkeys(c.statement for c in self.claims))

    @property
    def texts(self) -> tuple[Statement, ...]:
        """The statements themselves."""
        return tuple(self.coding.map.statements[key] for key in self.statements)

    @property
    def reported(self) -> tuple[str, ...]:
        """Statements in another voice on the key."""
        return self.coding.reported.get(self.key, ())

    @property
    def said(self) -> tuple[Entry, ...]:
        """What the author says on the key, or uses the source for."""
        return self.uses if self.key[0] == "evidence" else entries(self.claims)

    def told(self, statement: str) -> tuple[Entry, ...]:
        """What a statement in another voice says on the key, or uses the source for."""
        found = self.coding.bare[statement]
        return found if self.key[0] == "evidence" else tuple(entry for entry in found if key_of(entry) == self.key)

    def only_reports(self, speakers: "Iterable[Stand]") -> bool:
        """Whether what a silent map reports is what those who speak say, and they all say the same."""
        said = {frozenset(s.said) for s in speakers}
        reported = {entry for statement in self.reported for entry in self.told(statement)}
        return len(said) == 1 and reported <= said.pop()

    @property
    def speaks(self) -> bool:
        """Whether the map takes a position on the key."""
        return bool(self.claims or self.used)

    @property
    def depth(self) -> int | None:
        """Steps from the nearest thesis to the nearest statement; None where the map is silent."""
        return min((self.coding.depth[s] for s in self.statements), default=None)

    @property
    def measured_depth(self) -> int | None:
        """The depth; None where no statement hangs on a thesis, and depth is only a place in the order."""
        hanging = (s for s in self.statements if s in self.coding.measured)
        return min((self.coding.depth[s] for s in hanging), default=None)

    def rests_on(self, entries: Iterable[Entry]) -> frozenset[Entry]:
        """The entries, none of the key itself, that the standing claims rest on, however far down."""
        found = self.coding.deep.among(entries, dict.fromkeys(c.statement for c in self.standing))
        return frozenset(entry for entry in found if key_of(entry) != self.key)


def stand(coding: Coding, key: Key, words: Vocabulary) -> Stand:
    """A map's part in a unit on a proposition, an effect or an actor, all its claims standing."""
    claims = coding.claims.get(key, ())
    incompatible: Incompatible = words.incompatible[coding.index]
    return Stand(
        coding,
        key,
        claims,
        claims,
        grounds=reasons_of(coding, claims, key),
        tension=tensions(claims, (coding.asserted,), incompatible),
    )


def reasons_of(coding: Coding, claims: Iterable[Claim], key: Key) -> Grounds:
    """The grounds of the statements behind some claims."""
    return grounds(coding, (c.statement for c in claims), key)


def is_reviewed(speaker: Stand, silent: Stand) -> bool:
    """Whether somebody made sure that a map has nothing on what another says.

    Either the map is complete, or for a statement of the speaker a row of the alignment says that nothing was found.
    """
    if silent.coding.map.coverage == "complete":
        return True
    looked = (searched for s in speaker.statements for searched in speaker.coding.searched.get(s, ()))
    return any(where in ("", silent.coding.id) for where in looked)
