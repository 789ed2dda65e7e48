"""The values a drawing of a map starts from: boxes are reasons, and a box holds the statements that work together."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from argmap.model import StatementType

BoxKind = Literal["thesis", "support", "attack", "undercut", "condition", "loose", "context"]
"""What a box is to what stands above it; ``loose`` hangs on nothing, ``context`` repeats what a branch belongs to."""

Level = Literal["title", "text", "full"]

Ids = Literal["none", "short", "outline"]

Evidence = Literal["inside", "nodes", "none"]

LEVELS: tuple[Level, ...] = ("title", "text", "full")

ABOVE = "c0"
"""The name of the box that a branch stands under."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A statement in a box.

    Attributes:
        key: Its slug in the map.
        short: The id it has in drawings, such as ``P3`` or ``1.2``; "" where they show none.
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
        context: It only repeats, in few words, what a branch belongs to; there is nothing to see elsewhere.
        called: What other boxes call it: its id, or else its first words in quotation marks.
        below: The reasons, objections and conditions that stand under it.
        blank: On a worksheet, the number under which its words are asked for; its text is then only that number.
        cites: On a worksheet, for each line of evidence the number under which its source is asked for, 0 for none;
            empty where none is.
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
    context: bool = False
    called: str = ""
    below: tuple["Box", ...] = ()
    blank: int = 0
    cites: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A reason, an objection, a doubt, a condition or a thesis; several statements work only together.

    Attributes:
        name: ``n0``, ``n1``, … in reading order; never made from the map, so that no text can break a drawing.
        scheme: The pattern of the reasoning, or ""; only at level `full`.
        doubts: What casts doubt on the step from these statements to the one above.
        hidden: How many statements of this box's branch are drawn on another sheet.
        sheet: The sheet they are on, or where the same is said in full; 0 for none.
        bears_on: Which of several statements in the box above it belongs to; "" if there is one only.
        role: What it is to what stands above it, in words, for where it is repeated: ``reason for P3``.
        beyond: How many statements below are on no sheet, for they are too deep; 0 if there are such, but they are
            shown or counted elsewhere; None if there are none.
        facing: Whether its statements answer one question in different ways, and so always stand side by side.
        blank: On a worksheet, the number under which is asked what it is to what stands above it; its kind then says
            nothing.
    """

    name: str
    kind: BoxKind
    statements: tuple[Seen, ...]
    scheme: str = ""
    doubts: tuple["Box", ...] = ()
    hidden: int = 0
    sheet: int = 0
    bears_on: str = ""
    role: str = ""
    beyond: int | None = None
    facing: bool = False
    blank: int = 0

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
            if not s.see and not s.context and self.kind != "context":
                yield s.key
                yield from s.folded


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the way from a top down to a branch.

    Attributes:
        kind: Of the box it comes to: what it is to the one above.
        statements: Those that the next step stands under, in few words; all of them before a doubt about the step.
        together: Whether the box holds several statements.
    """

    kind: BoxKind
    statements: tuple[Seen, ...]
    together: bool


@dataclass(frozen=True, slots=True)
class Focus:
    """The one branch that is drawn.

    Attributes:
        key: Its statement, by slug.
        name: Of the box it begins with.
        short: The id of the statement; "" where drawings show none.
        called: What other boxes call it.
        above: What it bears on, with nothing below: the box right above it, as context; None if it is a top.
        under: Which of the statements there it stands under, by slug; "" for a doubt about the step from them.
        path: The way from a top down to the box right above, which comes last.
        elsewhere: What else the statement bears on, as it is called.
    """

    key: str
    name: str
    short: str
    called: str
    above: Box | None
    under: str
    path: tuple[Step, ...]
    elsewhere: tuple[str, ...]

    def in_context(self, box: Box) -> Box:
        """The tree under what it bears on; another tree as it is."""
        if box.name != self.name or box.kind == "context" or self.above is None:
            return box
        if not self.under:
            return replace(self.above, doubts=(box,))
        hung = tuple(replace(s, below=(box,)) if s.key == self.under else s for s in self.above.statements)
        return replace(self.above, statements=hung)


@dataclass(frozen=True, slots=True)
class Diagram:
    """A whole map as boxes: a tree for each thesis, then what hangs on none; or one branch of it.

    Attributes:
        roots: The trees.
        focus: What the one tree is, if it is only a branch.
        left_out: How many pieces of evidence are not drawn because none was asked for.
    """

    roots: tuple[Box, ...]
    focus: Focus | None = None
    left_out: int = 0

    def walk(self) -> Iterator[Box]:
        """All boxes in reading order."""
        for root in self.roots:
            yield from root.walk()
