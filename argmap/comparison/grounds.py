"""What a side's position rests on: reasons as sets of entries, all entries at once, and everything below them."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from argmap.comparison.positions import Coding, Key
from argmap.comparison.records import Entry


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason: its premises as entries with the statements they come from, and the doubts about the step."""

    premises: tuple[tuple[Entry, str | None], ...]
    unless: tuple[str, ...] = ()

    @property
    def entries(self) -> frozenset[Entry]:
        """The reason as a set: linked premises are one reason."""
        return frozenset(entry for entry, _ in self.premises)


@dataclass(frozen=True, slots=True)
class Grounds:
    """The reasons of a side for a key, in file order, each once."""

    reasons: tuple[Ground, ...] = ()

    @property
    def sets(self) -> frozenset[frozenset[Entry]]:
        """g: the reasons as sets."""
        return frozenset(reason.entries for reason in self.reasons)

    @property
    def flat(self) -> tuple[Entry, ...]:
        """All entries that occur in a reason, in file order."""
        return tuple(dict.fromkeys(entry for reason in self.reasons for entry, _ in reason.premises))


def key_of(entry: Entry) -> Key | None:
    """The key an entry is a position on; None for sources, private entries and what others say."""
    form, _, rest = entry.partition(":")
    match form:
        case "holds" | "denies" | "questions":
            return "stance", rest
        case "raises" | "lowers" | "unrelated":
            return "explanation", rest.partition(">")[2]
        case "role":
            return "role", rest.partition("=")[0]
        case _:
            return None


def grounds(coding: Coding, statements: Iterable[str], key: Key) -> Grounds:
    """The reasons the statements give: one per item of `because`, one per cited source; the key itself drops out."""
    found: dict[frozenset[Entry], Ground] = {}
    for statement in dict.fromkeys(statements):
        for reason in coding.map.statements[statement].because:
            premises = tuple(
                dict.fromkeys((e, p) for p in reason.premises for e in coding.entries.get(p, ()) if key_of(e) != key)
            )
            if premises:
                ground = Ground(premises, reason.unless)
                found.setdefault(ground.entries, ground)
        for source in coding.sources[statement]:
            ground = Ground(((f"source:{source}", None),))
            found.setdefault(ground.entries, ground)
    return Grounds(tuple(found.values()))


def below(coding: Coding, statements: Iterable[str]) -> frozenset[str]:
    """The statements reachable by `because`, going on from every statement of equal entry.

    Those it starts from are not part of it unless a path leads back to them.
    """
    reached: set[str] = set()
    started = dict.fromkeys(statements)
    waiting = deque(started)
    met: set[Entry] = set()
    expanded = set(started)
    while waiting:
        for reason in coding.map.statements[waiting.popleft()].because:
            for premise in reason.premises:
                for entry in coding.entries.get(premise, ()):
                    if entry in met:
                        continue
                    met.add(entry)
                    reached.update(coding.holders[entry])
                    waiting.extend(other for other in coding.holders[entry] if other not in expanded)
                    expanded.update(coding.holders[entry])
    return frozenset(reached)
