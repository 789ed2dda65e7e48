"""The boxes of a union as values: every statement with each author's own words for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from argmap.diagram.boxes import Box, Seen
from argmap.diagram.union import Sign

LETTERS: Final = "ABCDEF"
"""What maps are called in drawings, in their order."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How one author says a statement.

    Attributes:
        owner: The number of the map.
        short: Its short id in the drawings of that map.
        text: The words of the chosen level.
        notes: Certainty, conditions, scope, who is reported, that it is not stated: ``possible · if P5``.
        ways: Where it leads in its map, if no line of the drawing shows it.
        quote: The article's words with their place; only at level `full`.
        evidence: A line for each piece of evidence or source.
        reported: Whether somebody else says it.
        left_out: How many of its reasons, objections and conditions are not drawn.
    """

    owner: int
    short: str
    text: str
    notes: tuple[str, ...] = ()
    ways: str = ""
    quote: str = ""
    evidence: tuple[str, ...] = ()
    reported: bool = False
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Held(Seen):
    """A statement of the union in a box: what it says, and each author's own words for it.

    Attributes:
        voices: One of each author who says it.
        places: What it draws in full, folded evidence included; none for a pointer.
        is_thesis: Whether it is a thesis of all who say it.
    """

    voices: tuple[Voice, ...] = ()
    places: frozenset[tuple[int, str]] = frozenset()
    is_thesis: bool = False

    @property
    def owners(self) -> tuple[int, ...]:
        """The maps that say it, by number."""
        return tuple(voice.owner for voice in self.voices)

    def called_by(self, panel: int | None) -> str:
        """What it is called where the drawing is of one map, by number, or of both: ``B·P8``."""
        voice = next((v for v in self.voices if v.owner == panel), self.voices[0])
        return f"{LETTERS[voice.owner]}·{voice.short}"


@dataclass(frozen=True, slots=True)
class UnionBox(Box):
    """A box of the union.

    Attributes:
        given: The maps that put it where it stands, by number; () where nobody else's words are in it or above it.
        sign: What stands between two answers to one question, "" elsewhere.
        question: The question.
    """

    given: tuple[int, ...] = ()
    sign: Sign | Literal[""] = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class UnionDiagram:
    """A part of the union as boxes.

    Attributes:
        roots: The trees.
        shown: How many statements of each map are drawn, in their order.
        hidden: How many are not.
        points: How many statements of the union are drawn: what both say counts once.
        shared: How many of them both maps say.
        of_shared: How many both maps say in all.
        of_questions: How many questions they answer differently in all.
        missing: How much of what the drawing is to be about is not in it.
        theses: For each map the theses that are named and not drawn, with a few words each.
        cut: Statements whose sentences are cut, as they have no label.
    """

    roots: tuple[UnionBox, ...]
    shown: tuple[int, ...]
    hidden: tuple[int, ...]
    points: int
    shared: int
    of_shared: int
    of_questions: int
    missing: int = 0
    theses: tuple[tuple[str, ...], ...] = ()
    cut: tuple[tuple[int, str], ...] = ()

    def walk(self) -> Iterator[UnionBox]:
        """All boxes in reading order."""
        for root in self.roots:
            yield from walk(root)


def walk(box: Box) -> Iterator[UnionBox]:
    """A box of the union and all below it, in reading order."""
    for each in box.walk():
        assert isinstance(each, UnionBox)
        yield each


def held(box: Box) -> Iterator[Held]:
    """The statements of one box."""
    for s in box.statements:
        assert isinstance(s, Held)
        yield s
