"""What stands in the boxes of a butterfly: bars, statements, answers, as cells of one column."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from argmap.diagram.boxes import Box, Seen
from argmap.diagram.butterfly import Answer, Answering
from argmap.diagram.sheet import Driver, Part, Stand
from argmap.languages import Words
from argmap.layout.lines import Ruler, is_wide
from argmap.layout.wings import HEAD, Hung, Stack
from argmap.renderers.maps.markup import bar_of
from argmap.renderers.pages.cells import Block, Cell, Setter
from argmap.renderers.pages.marks import SIGNS, pill_frame
from argmap.renderers.pages.page import SizeOf, band_height
from argmap.renderers.pages.table_markup import Align, Frame, Line
from argmap.theme import Accent
from argmap.typesetting import display_width

if TYPE_CHECKING:
    from argmap.layout.lines import Face

BARS: Final[Mapping[str, str]] = {"support": "because", "attack": "but", "undercut": "unless", "condition": "if"}

RULE: Final = 3
"""The rule that stands beside what somebody else says."""

_LONG: Final = 24


@dataclass(frozen=True, slots=True)
class Told:
    """A statement as cells: what lines end at, and the foot with what the article cites for it, if anything."""

    main: Cell
    foot: Cell | None = None
    reported: bool = False


@dataclass(frozen=True, slots=True)
class Boxed:
    """A box as cells: its bar or the answer itself, its statements, what it hides, and what stands under it."""

    name: str
    head: Cell
    told: tuple[Told, ...]
    tail: Cell | None = None
    hung: "tuple[tuple[int, str, Boxed], ...]" = ()

    def stack(self, size_of: SizeOf) -> Stack:
        """The box with its heights."""

        def high(cell: Cell | None) -> float:
            return band_height((cell,), size_of) - lap(cell) if cell else 0

        parts = tuple((high(told.main), high(told.foot)) for told in self.told)
        hung = tuple(Hung(part, kind, box.stack(size_of)) for part, kind, box in self.hung)
        return Stack(self.name, high(self.head), parts, high(self.tail), hung)

    def walk(self) -> Iterator["Boxed"]:
        """The box and all that stands under it, in reading order."""
        yield self
        for _, _, box in self.hung:
            yield from box.walk()


def lap(cell: Cell) -> float:
    """By how much the next cell of a box lies on this one: two borders that touch are one line."""
    return max(cell.frame.width, 1) if cell.frame else 0


@dataclass(frozen=True, slots=True)
class WingSetter(Setter):
    """Sets the boxes of a wing in a column of that width; `accent` is the author's colour.

    `called` are the short ids that something on the sheet points to.
    """

    width: float
    accent: Accent
    words: Words
    called: frozenset[str]

    @property
    def pad(self) -> int:
        """Between a frame and its text: little, as columns are narrow."""
        return max(4, round(0.42 * self.style.body))

    @property
    def room(self) -> float:
        """What a line of text may take."""
        return self.width - 2 * self.pad

    def answer(self, answer: Answer, name: str, spoken: str) -> Boxed:
        """An answer in its author's colour."""
        frame = Frame(2, "solid", self.accent.line, self.accent.tint)
        blocks = [block for said in answer.said for block in self.said(said)]
        blocks[0] = replace(blocks[0], above=0, spoken=spoken)
        head = self._cell(f"{name}h", blocks, frame)
        told, hung = [], []
        for i, branch in enumerate(answer.branches):
            told.append(self._told(branch.seen, f"{name}p{i}", frame))
            hung += [(i, box.kind, self.box(box, f"{name}-{i}-{j}")) for j, box in enumerate(branch.seen.below)]
        hidden = sum(branch.hidden for branch in answer.branches)
        return Boxed(name, head, tuple(told), self._tail(hidden, name), tuple(hung))

    def also(self, others: Iterable[Answering], name: str) -> Boxed:
        """Answers that are only named."""
        frame = Frame(1, "solid", self.accent.line, self.theme.box)
        title = Block(self.lines(self.words["butterfly.also"], "plain", self.style.small, self.theme.muted, self.room))
        blocks = [title, *self._flowing([block for said in others for block in self.said(said)])]
        return Boxed(name, self._cell(f"{name}h", blocks, frame), ())

    def _flowing(self, blocks: list[Block]) -> Iterator[Block]:
        """Framed blocks side by side, as many as there is room for."""

        def across(block: Block) -> float:
            return block.text.width + 2 * block.inset + self.pad

        row: list[Block] = []
        for block in blocks:
            if row and not (block.frame and row[-1].frame and sum(map(across, row)) + across(block) < self.room):
                yield _beside(row)
                row = []
            row.append(block)
        if row:
            yield _beside(row)

    def absence(self, text: str, name: str) -> Boxed:
        """Words where a side has no answer."""
        lines = self.lines(text, "plain", self.style.body, self.theme.ink, self.room)
        frame = Frame(1, "dotted", self.theme.silent, self.theme.ground)
        return Boxed(name, self._cell(f"{name}h", [Block(lines, spoken=text)], frame), ())

    def box(self, box: Box, name: str) -> Boxed:
        """A reason, an objection, a doubt or a condition: a bar with its word, and the statements under it."""
        t = self.theme
        accent = bar_of(box.kind, t)
        word = self.words[f"map.{BARS.get(box.kind, 'not_connected')}"]
        if len(box.statements) > 1:
            word = self.words.say("map.together", word=word)
        border = t.ink if accent.bar == t.foot else t.bar_border or accent.bar
        lines = self.lines(word, "bold", self.style.small, accent.text, self.room, align="center")
        bar = self._cell(f"{name}h", [Block(lines)], Frame(1, "solid", border, accent.bar), low=True)
        told, hung = [], []
        for j, doubt in enumerate(box.doubts):
            hung.append((HEAD, doubt.kind, self.box(doubt, f"{name}-d{j}")))
        for i, seen in enumerate(box.statements):
            line: Line = "dashed" if seen.type == "assumption" else "solid"
            told.append(self._told(seen, f"{name}p{i}", Frame(1, line, t.ink, t.box), spoken=self.spoken(seen, word)))
            hung += [(i, below.kind, self.box(below, f"{name}-{i}-{j}")) for j, below in enumerate(seen.below)]
        return Boxed(name, bar, tuple(told), self._tail(box.hidden, name), tuple(hung))

    def said(self, answering: Answering, align: Align = "left") -> Iterator[Block]:
        """What a side answers in a word or two."""
        s, t, room = self.style, self.theme, self.room
        match answering:
            case Part():
                yield self._pill(answering)
                if answering.toward:
                    yield Block(self.lines(answering.toward, "plain", s.small, t.ink, room), above=1)
            case Driver():
                face: Face = "bold" if answering.main else "plain"
                mark = SIGNS[answering.sign]
                yield Block(self.lines(answering.text, face, s.body, t.ink, room, mark=mark), above=2)
            case Stand():
                text = f"{answering.verb} {answering.text}".strip()
                yield Block(self.lines(text, "bold", s.body, t.ink, room, align=align), above=2)
            case _:
                yield Block(self.lines(answering.text, "plain", s.body, t.ink, room, mark="▪"), above=2)

    def spoken(self, seen: Seen, relation: str) -> str:
        """A statement read aloud."""
        notes = [self.words.say("map.says", who=seen.said_by)] if seen.said_by else []
        notes += [self.words["map.not_stated"]] if seen.type == "assumption" else []
        notes += [seen.qualified] if seen.qualified else []
        said = f"{relation}: {seen.text}" + (f" ({'; '.join(notes)})" if notes else "")
        return " ".join([said, *seen.evidence])

    def _pill(self, part: Part) -> Block:
        t, s = self.theme, self.style
        frame = pill_frame(part, t)
        face: Face = "bold" if part.main else "plain"
        longest = widest_word(part.text, self.ruler, face, s.body)
        inset = max(3, min(round(s.body * 0.7), int((self.room - longest) / 2) - 1))
        lines = self.lines(part.text, face, s.body, t.ink, self.room - 2 * inset, align="center")
        return Block(lines, round(s.body / 3), frame, inset)

    def _told(self, seen: Seen, name: str, frame: Frame, *, spoken: str = "") -> Told:
        s, t = self.style, self.theme
        reported = bool(seen.said_by) and not seen.see
        pad = self.pad + (RULE if reported else 0)
        room = self.width - 2 * pad
        if seen.see:
            frame = Frame(1, "dotted", t.silent, t.ground)
        elif reported:
            frame = Frame(0, "solid", "", "")
        mark = "▪" if seen.type == "evidence" else seen.short if seen.short in self.called and not seen.see else ""
        colour = t.muted if seen.see else t.ink
        blocks = [Block(self.lines(seen.text, "plain", s.body, colour, room, mark=mark), spoken=spoken)]
        notes = [_tied(seen.qualified)] if seen.qualified else []
        notes += [self.words.say("map.says", who=seen.said_by)] if seen.said_by else []
        notes += [self.words["map.not_stated"]] if seen.type == "assumption" else []
        notes += [self.words.say("map.see", id=seen.short)] if seen.see else []
        blocks += [Block(self.lines(note, "plain", s.small, t.muted, room), above=1) for note in notes]
        if seen.quote:
            blocks.append(Block(self.lines(seen.quote, "italic", s.small, t.muted, room), above=2))
        foot = None
        if seen.evidence:
            lines = [self.lines(_tied(e), "plain", s.foot, t.muted, room, mark="▪") for e in seen.evidence]
            line, colour = (frame.width, frame.colour) if frame.colour else (0, "")
            ground = Frame(line, frame.line, colour or t.foot, t.foot)
            foot = self._cell(f"{name}f", [Block(each) for each in lines], ground, low=True, pad=pad)
        return Told(self._cell(name, blocks, frame, pad=pad), foot, reported)

    def _tail(self, hidden: int, name: str) -> Cell | None:
        if not hidden:
            return None
        text = self.words.say("butterfly.below", n=hidden)
        lines = self.lines(text, "plain", self.style.small, self.theme.ink, self.room)
        frame = Frame(1, "solid", self.theme.ink, self.theme.foot)
        return self._cell(f"{name}t", [Block(lines)], frame, low=True)

    def _cell(
        self, name: str, blocks: list[Block], frame: Frame, *, low: bool = False, pad: float | None = None
    ) -> Cell:
        blocks = [replace(blocks[0], above=0), *blocks[1:]]
        side = self.pad if pad is None else pad
        high = 3 if low else side
        return Cell(0, self.width, tuple(blocks), pad=high, frame=frame, centred=False, name=name, side=side)


def _tied(text: str) -> str:
    """No line begins with a separator."""
    return text.replace(" · ", "\u00a0· ")


def widest_word(text: str, ruler: Ruler, face: "Face", size: float) -> float:
    """The width of the longest word that ought not to be cut; addresses and chains of words may be."""
    words = [word for word in text.replace("-", "- ").split() if display_width(word) <= _LONG and not _wide(word)]
    return max((ruler.width(word, face, size) for word in words), default=0)


def _wide(word: str) -> bool:
    return any(map(is_wide, word))


def _beside(row: list[Block]) -> Block:
    """Blocks in one line."""
    first, *rest = row
    return replace(first, beside=replace(_beside(rest), above=0)) if rest else first
