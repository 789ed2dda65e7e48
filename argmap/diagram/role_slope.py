"""Which part each of two maps gives every actor, for a chart whose lines fall or rise from one map to the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, cast

from argmap.comparison.central import most_central
from argmap.comparison.records import Comparison, Finding, PositionEntry, Side
from argmap.diagram.butterfly import absence, article_line, version_of
from argmap.diagram.of_comparison import LETTERS
from argmap.diagram.sides import capitalised
from argmap.diagram.vocabulary import Vocabulary, vocabulary
from argmap.errors import DrawingFailed
from argmap.languages import Words
from argmap.model.codebook import BUILT_IN_ROLES

_FEW: Final = 2
"""So many names fit a line of a slide."""

_INSTEAD: Final = "draw the sheet, or the butterfly of one question, instead"


@dataclass(frozen=True, slots=True)
class Band:
    """A role in use, with its word; `valence` is +1 friendly, 0 or -1 hostile."""

    role: str
    word: str
    valence: int


@dataclass(frozen=True, slots=True)
class Seat:
    """Where an actor stands in one map: its role there, how sure the map is, to whom, and its other roles, in words."""

    role: str
    certainty: str
    toward: str
    also: str


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor with its seat in each map; None where a map casts it in no part, which `absent` says in words."""

    name: str
    seats: tuple[Seat | None, Seat | None]
    absent: str
    sentence: str

    @property
    def moves(self) -> bool:
        """Whether the two maps give it different parts."""
        left, right = self.seats
        return left is not None and right is not None and left.role != right.role


@dataclass(frozen=True, slots=True)
class End:
    """One map: the letter and name that stand for it, and where it comes from."""

    letter: str
    name: str
    source: str
    version: str


@dataclass(frozen=True, slots=True)
class Slope:
    """All roles in use, the friendliest first, and all actors in the order of the findings."""

    title: str
    ends: tuple[End, End]
    bands: tuple[Band, ...]
    actors: tuple[Actor, ...]


def role_slope(c: Comparison, asked: Sequence[Finding], words: Words, *, brief: bool = False) -> Slope:
    """The actors of these findings; `brief` names articles without their titles, and counts further parts.

    Raises:
        DrawingFailed: Both maps cast no actor in common among them.
    """
    found = [f for f in asked if f.unit == "role"]
    if not any(all(side.position for side in f.sides.values()) for f in found):
        among = "" if len(asked) == len(c.findings) else " among those asked for"
        raise DrawingFailed(f"no actor{among} has a part in both maps, so there is no slope to draw; {_INSTEAD}")
    known = vocabulary(c, words)
    actors = tuple(_actor(c, f, known, words, brief=brief) for f in found)
    used = {seat.role for actor in actors for seat in actor.seats if seat}
    order = {role: i for i, role in enumerate(_in_order(c, used))}
    ranked = sorted(used, key=lambda role: (-known.valences.get(role, 0), order[role]))
    bands = tuple(Band(role, known.word(role), known.valences.get(role, 0)) for role in ranked)
    ends = tuple(
        End(letter, m.name, article_line(m.article, brief=brief), version_of(c, i))
        for i, (letter, m) in enumerate(zip(LETTERS, c.maps, strict=True))
    )
    return Slope(_title(c, found, actors, words), cast("tuple[End, End]", ends), bands, actors)


def _in_order(c: Comparison, used: set[str]) -> list[str]:
    """Roles in the order of the codebooks, then of those that argmap knows; it does not depend on that of the maps."""
    books = sorted({m.codebook.id: m.codebook for m in c.documents if m.codebook}.items())
    known = [role for _, book in books for role in book.roles]
    return list(dict.fromkeys((*known, *BUILT_IN_ROLES, *sorted(used))))


def _title(c: Comparison, found: Sequence[Finding], actors: Sequence[Actor], words: Words) -> str:
    moving = {f.id for f, actor in zip(found, actors, strict=True) if actor.moves}
    central = [f for f in most_central(c, "conflict", "diverge") if f.id in moving]
    central += [f for f in found if f.id in moving]
    if central:
        return central[0].sentence
    return words.say("slope.alike", a=c.maps[0].name, b=c.maps[1].name)


def _actor(c: Comparison, f: Finding, known: Vocabulary, words: Words, *, brief: bool) -> Actor:
    left, right = (f.sides[m.id] for m in c.maps)
    seats = _seat(f, left, right, known, words, brief=brief), _seat(f, right, left, known, words, brief=brief)
    missing = next((i for i, side in enumerate((left, right)) if not side.position), None)
    absent = ""
    if missing is not None:
        absent = absence(f, c.maps[missing].id, LETTERS[missing], known)
    return Actor(capitalised(f.label), seats, absent, f.sentence)


def _seat(f: Finding, side: Side, other: Side, known: Vocabulary, words: Words, *, brief: bool) -> Seat | None:
    """The main part; where none is main, the one the other puts first, or one of both, or the one named first."""
    entries = cast("tuple[PositionEntry, ...]", side.position or ())
    if not entries:
        return None
    facing = {e.entry for e in cast("tuple[PositionEntry, ...]", other.position or ()) if e.main}
    shared = {entry: i for i, entry in enumerate(f.shared)}

    def rank(e: PositionEntry) -> tuple[bool, bool, int]:
        return not e.main, e.entry not in facing, shared.get(e.entry, len(shared))

    first, *rest = sorted(entries, key=rank)
    also = words.listed([_noted(_role(e), e, known, words) for e in rest]) if rest else ""
    certainty = "" if first.certainty == "asserted" else words[f"map.{first.certainty}"]
    whom = words.listed([known.word(actor) for actor in first.toward])
    toward = words.say("sheet.toward", whom=whom) if whom else ""  # a partner of one may be the adversary of another
    if brief:  # a line, as slides are low
        said = [toward] if len(first.toward) <= _FEW else []
        said += [words.say("sheet.more", n=len(rest))] if rest else []
        return Seat(_role(first), certainty, " · ".join(said), "")
    return Seat(_role(first), certainty, toward, words.say("slope.also", parts=also) if also else "")


def _role(e: PositionEntry) -> str:
    return e.entry.rpartition("|")[2].partition("=")[2]


def _noted(role: str, e: PositionEntry, known: Vocabulary, words: Words) -> str:
    notes = [words["sheet.main"]] if e.main else []
    notes += [] if e.certainty == "asserted" else [words[f"map.{e.certainty}"]]
    return known.word(role) + (f" ({', '.join(notes)})" if notes else "")
