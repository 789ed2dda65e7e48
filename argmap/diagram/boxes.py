"""The values a drawing of a map starts from: boxes are reasons, and a box holds the statements that work together."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from argmap.model import StatementType

BoxKind = Literal["thesis", "support", "attack", "undercut", "condition", "loose", "context"]
"""What a box is to what stands above it; ``loose`` hangs on nothing, ``context`` repeats what a branch belongs to."""

Level = Literal["title", "text", "full"]

LEVELS: tuple[Level, ...] = ("title", "text", "full")


@dataclass(frozen=True, slots=True)
class Seen:
    """A statement in a box.

    Attributes:
        key: Its slug in the map.
        short: The short id it is called by in drawings, such as ``P3``.
        text: The words of the chosen level.
        label: The same in a few words.
        qualified: Certainty, conditions, scope: ``possible · if P5 · 2017–2021``, or "".
        said_by: Who says it where the author does not, or "".
        quote: The article's words with their paragraph, or ""; only at level `full`.
        evidence: One line for each piece of evidence or source, with the short name of the source.
        folded: The evidence statements among those lines, by slug.
        see: This is a second use: only a pointer to where the statement is drawn in full. Who says it, how surely and
            whether the article states it at all belongs to a pointer too: nobody is misreported by a sheet alone.
        sheet: The sheet a pointer leads to; 0 on the same sheet.
        below: The reasons, objections and conditions that stand under it.
    """

    key: str
    short: str
    type: StatementType
    text: str
    label: str
    qualified: str = ""
    said_by: str = ""
    quote: str = ""
    evidence: tuple[str, ...] = ()
    folded: tuple[str, ...] = ()
    see: bool = False
    sheet: int = 0
    below: tuple["Box", ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A reason, an objection, a doubt, a condition or a thesis; several statements work only together.

    Attributes:
        name: ``n0``, ``n1``, … in reading order; never made from the map, so that no text can break a drawing.
        scheme: The pattern of the reasoning, or ""; only at level `full`.
        doubts: What casts doubt on the step from these statements to the one above.
        hidden: How many statements of this box's branch are drawn on another sheet.
        sheet: The sheet they are on, or where the same is said in full; 0 for none.
        bears_on: Which of several statements in the box above it belongs to, by short id; "" if there is one only.
    """

    name: str
    kind: BoxKind
    statements: tuple[Seen, ...]
    scheme: str = ""
    doubts: tuple["Box", ...] = ()
    hidden: int = 0
    sheet: int = 0
    bears_on: str = ""

    @property
    def children(self) -> tuple["Box", ...]:
        """The boxes one step below, those under its statements first."""
        return self.below + self.doubts

    @property
    def below(self) -> tuple["Box", ...]:
        """The boxes under its statements: what can be folded. Doubts about the step stay beside it."""
        return tuple(child for s in self.statements for child in s.below)

    def in_few_words(self) -> "Box":
        """The same tree with labels in place of sentences, and without quotations."""
        statements = tuple(
            replace(s, text=s.label, quote="", below=tuple(child.in_few_words() for child in s.below))
            for s in self.statements
        )
        return replace(self, statements=statements, doubts=tuple(doubt.in_few_words() for doubt in self.doubts))

    def walk(self) -> Iterator["Box"]:
        """The box and all below it, in reading order."""
        waiting = [self]
        while waiting:
            box = waiting.pop()
            yield box
            waiting += reversed(box.children)

    def shown(self) -> Iterator[str]:
        """The statements this one box draws in full, folded evidence included, by slug."""
        for s in self.statements:
            if not s.see and self.kind != "context":
                yield s.key
                yield from s.folded


@dataclass(frozen=True, slots=True)
class Diagram:
    """A whole map as boxes: a tree for each thesis, then what hangs on none."""

    roots: tuple[Box, ...]

    def walk(self) -> Iterator[Box]:
        """All boxes in reading order."""
        for root in self.roots:
            yield from root.walk()
