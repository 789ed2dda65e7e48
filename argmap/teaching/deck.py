"""Slides to teach from, as values: what stands on each, in which step it appears, and what its speaker is told.

A slide is rows below each other, and a row is boxes beside each other. Nothing has a place or a colour yet; how much
a slide can hold is reckoned in `deck_room`, so that the same slides come out as PDF, as a page and as Markdown.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Tone = Literal[
    "plain",
    "thesis",
    "claim",
    "support",
    "attack",
    "undercut",
    "condition",
    "a",
    "b",
    "agree",
    "agree-but",
    "diverge",
    "conflict",
    "one-sided",
    "undetermined",
]
"""What a box is, for the colour and the border it gets."""

Face = Literal["plain", "bold", "quote", "small"]

SlideKind = Literal["title", "overview", "branch", "theses", "point", "question", "roles", "rest", "open", "discussion"]


@dataclass(frozen=True, slots=True)
class Text:
    """Words in one face; `quote` are the article's, `small` what qualifies or cites.

    `leads_to` is the number of the slide that goes on from here, or "" (the name of a box while slides are made).
    """

    words: str
    face: Face = "plain"
    leads_to: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """Words in a frame, and the step they appear in; those of step 0 are there from the first."""

    texts: tuple[Text, ...]
    tone: Tone = "plain"
    step: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """Boxes side by side, each as wide as its share.

    Attributes:
        boxes: From left to right.
        bar: The word on the left that says what they are to what stands above: ``because``, a name; or "".
        tone: Of the bar.
        depth: So many steps it is moved to the right.
        shares: How wide the boxes are to each other; all alike if empty.
    """

    boxes: tuple[Box, ...]
    bar: str = ""
    tone: Tone = "plain"
    depth: int = 0
    shares: tuple[int, ...] = ()

    @property
    def step(self) -> int:
        """When the bar appears: with the first of its boxes."""
        return min((box.step for box in self.boxes), default=0)

    @property
    def parts(self) -> tuple[float, ...]:
        """What each box takes of the width, of 1."""
        shares = self.shares or (1,) * len(self.boxes)
        return tuple(share / sum(shares) for share in shares)


@dataclass(frozen=True, slots=True)
class Note:
    """What the speaker is told under one heading."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide.

    `context` says in few words where it belongs, `finding` is the id of the one it tells, or "", and `tells` names the
    boxes of a map that it is about.
    """

    kind: SlideKind
    title: str
    rows: tuple[Row, ...] = ()
    notes: tuple[Note, ...] = ()
    context: str = ""
    finding: str = ""
    tells: tuple[str, ...] = ()

    @property
    def steps(self) -> int:
        """How many times it is shown, each time with more on it."""
        return 1 + max((box.step for row in self.rows for box in row.boxes), default=0)

    def texts(self) -> Iterator[str]:
        """All that stands on it."""
        yield self.title
        yield self.context
        for row in self.rows:
            yield row.bar
            yield from (text.words for box in row.boxes for text in box.texts)


@dataclass(frozen=True, slots=True)
class Deck:
    """All slides, with what stands at the foot of each.

    Attributes:
        name: Of the file, without ending.
        title: Of the whole.
        slides: In order.
        foot: Whose words they are.
        language: Of the fixed words, as a code.
        told: Findings with a slide of their own, by id.
        counted: Those that are only counted.
        cut: So many texts are shown in part; the notes have the whole.
    """

    name: str
    title: str
    slides: tuple[Slide, ...]
    foot: str
    language: str = "en"
    told: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    cut: int = 0
