"""What one map says in a cell of a table, as blocks of lines; roles in pills that share a line where there is room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, assert_never

from argmap.diagram.sheet import Absence, Driver, Part, Passage, Remark, Use
from argmap.diagram.table import Attitude, Entry
from argmap.renderers.pages.cells import Block, Setter
from argmap.renderers.pages.flowing import flowing
from argmap.renderers.pages.marks import ABSENT, SIGNS, STANDS, pill_frame

if TYPE_CHECKING:
    from argmap.layout.lines import Face
    from argmap.renderers.pages.table_markup import Align


@dataclass(frozen=True)
class EntrySetter(Setter):
    """Turns the entries of a cell into blocks."""

    def blocks(self, entries: Sequence[Entry], room: float) -> tuple[Block, ...]:
        """The entries top to bottom, the first without space above it."""
        remarked = isinstance(entries[0], Attitude)
        found: list[Block] = []
        for before, entry in pairwise((None, *entries)):
            if isinstance(before, Attitude) and isinstance(entry, Remark) and not before.text:
                limited = self._limited(before, entry, room)
                found = [limited] if limited else [*found, *self._entry(entry, room, centred=True)]
            elif isinstance(before, Driver) and isinstance(entry, Passage):
                beside = self._beside(entry, found[-1], room)
                found = [*found[:-1], beside] if beside else [*found, *self._passage(entry, room)]
            elif entry:
                found += self._entry(entry, room, centred=remarked)
        if all(isinstance(entry, Part) and not entry.toward for entry in entries):
            found = flowing((replace(block, flows=True) for block in found), room, self.style.pad)
        return (replace(found[0], above=0), *found[1:])

    def _entry(self, entry: Entry, room: float, *, centred: bool) -> Iterator[Block]:
        s, t = self.style, self.theme
        third = round(s.body / 3)
        match entry:
            case Attitude():
                text, face = _stand(entry)
                yield Block(self.lines(text, face, s.body, t.ink, room, align="center"))
                if entry.text:
                    yield Block(self.lines(entry.text, "plain", s.small, t.ink, room, align="center"), above=1)
            case Driver():
                face = "bold" if entry.main else "plain"
                yield Block(self.lines(entry.text, face, s.body, t.ink, room, mark=SIGNS[entry.sign]), above=third)
            case Part():
                yield from self._role(entry, room)
            case Passage():
                yield from self._passage(entry, room)
            case Use():
                yield Block(self.lines(entry.text, "plain", s.body, t.ink, room, mark="▪"), above=1)
            case Remark():
                align: Align = "center" if centred else "left"
                yield Block(
                    self.lines(entry.text, "plain", s.small, t.ink, room, align=align), above=1 if centred else third
                )
            case Absence():
                text = f"{ABSENT}\u00a0{entry.text}"
                yield Block(self.lines(text, "plain", s.small, t.muted, room, align="center"))
            case _:
                assert_never(entry)

    def _limited(self, stand: Attitude, remark: Remark, room: float) -> Block | None:
        """A stance with what limits it on the same line, if there is room for that."""
        text, face = _stand(stand)
        said, lead = f"{text} · {remark.text}", text if face == "bold" else ""
        lines = self.lines(said, "plain", self.style.body, self.theme.ink, room, align="center", lead=lead)
        return Block(lines) if len(lines.lines) == 1 else None

    def _beside(self, passage: Passage, cause: Block, room: float) -> Block | None:
        """A cause with what is quoted for it on the same line, if there is room for that."""
        s, t = self.style, self.theme
        rest = room - cause.text.width - s.pad
        if passage.text or not passage.quote or len(cause.text.lines) > 1 or rest < 0.55 * room:
            return None
        said = " · ".join(part for part in (_quoted(passage), passage.note) if part)
        lines = self.lines(said, "italic", s.small, t.muted, rest)
        return replace(cause, beside=Block(lines)) if len(lines.lines) < 3 else None

    def _role(self, part: Part, room: float) -> Iterator[Block]:
        """A pill, and the words on whom it is toward beside it, or below it where they need more than a line."""
        s, t = self.style, self.theme
        above = round(s.body / 2)
        face: Face = "bold" if part.main else "plain"
        inset = round(s.body * 0.7)
        text = self.lines(part.text, face, s.body, t.ink, room - 2 * inset, align="center")
        pill = Block(text, above, pill_frame(part, t), inset)
        if not part.toward:
            yield pill
            return
        rest = room - text.width - 2 * inset - s.pad
        beside = self.lines(part.toward, "plain", s.small, t.ink, rest) if rest > 0.2 * room else None
        if beside and len(beside.lines) == 1:
            yield replace(pill, beside=Block(beside))
            return
        yield pill
        yield Block(self.lines(part.toward, "plain", s.small, t.ink, room), above=1)

    def _passage(self, passage: Passage, room: float) -> Iterator[Block]:
        s, t = self.style, self.theme
        if passage.text:
            yield Block(self.lines(passage.text, "plain", s.small, t.ink, room), above=2)
        if passage.quote:
            yield Block(self.lines(_quoted(passage), "italic", s.small, t.muted, room), above=2)
        if note := " · ".join(part for part in ("" if passage.quote else passage.at, passage.note) if part):
            yield Block(self.lines(note, "plain", s.small, t.muted, room), above=1)


def _stand(entry: Attitude) -> "tuple[str, Face]":
    """A stance with its sign; what is asserted one way or the other is bold."""
    face: Face = "bold" if entry.position in ("holds", "denies", "both") else "plain"
    return f"{STANDS[entry.position]}\u00a0{entry.word}", face


def _quoted(passage: Passage) -> str:
    """The words of an article with where they stand; quotation marks inside others are single ones."""
    said = passage.quote.replace("“", "‘").replace("”", "’")
    return f"“{said}”" + (f"\u00a0{passage.at}" if passage.at else "")
