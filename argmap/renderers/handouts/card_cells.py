"""What stands on sheets of cards: the task, the cards, the lines to cut along, the lines of the key."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from argmap.diagram.boxes import BoxKind
from argmap.languages import ENGLISH, Words
from argmap.renderers.pages.cells import Band, Block, Cell, Setter
from argmap.renderers.pages.page import Spaced, Wire
from argmap.renderers.pages.table_markup import Frame
from argmap.teaching.cards import Card, Cards, Place

GRID: Final = "grid"
"""The cell that the lines to cut along are said to begin and end at; they stand where they stand."""

_KINDS: Final[dict[BoxKind, str]] = {
    "support": "map.because",
    "attack": "map.but",
    "undercut": "map.unless",
    "condition": "map.if",
    "loose": "map.not_connected",
}


@dataclass(frozen=True, slots=True)
class CardSetter(Setter):
    """Sets cards and their key for a sheet of some width."""

    words: Words = ENGLISH

    def head(self, cards: Cards, *, key: bool) -> Iterator[Spaced]:
        """The title; over cards also what to do with them."""
        s, t, w = self.style, self.theme, self.words
        title = w.say("cards.title", name=cards.name)
        yield 0, self.wide(w["cards.key"] if key else title, face="bold", size=s.title, colour=t.ink)
        if key:
            yield s.gap, self.wide(title, size=s.body, colour=t.ink)
            return
        task = [w["cards.task"], *([w["cards.sources"]] if cards.sources else [])]
        yield s.gap, self.wide(" ".join(task), size=s.small, colour=t.ink)

    def foot(self, cards: Cards, number: int, count: int) -> Iterator[Spaced]:
        """The article, whose words these are, and which of the sheets this is."""
        sheet = [self.words.say("table.sheet", n=number, count=count)] if count > 1 else []
        said = " ".join([cards.source, self.words["cards.wording"], *sheet]).strip()
        yield self.style.gap, self.wide(said, size=self.style.foot, colour=self.theme.muted)

    def card(self, card: Card, left: float, width: float, height: float) -> Cell:
        """A card with a number, or with nothing but its word."""
        s, t = self.style, self.theme
        pad = round(0.75 * s.body)
        room = width - 2 * pad
        if not card.number:
            word = self.lines(card.text, "bold", s.heading, t.ink, room, align="center")
            return Cell(left, width, (Block(word),), pad=pad, least=height)
        blocks = [
            Block(self.lines(str(card.number), "bold", s.small, t.muted, room)),
            Block(self.lines(card.text, "plain", s.body, t.ink, room), above=2),
        ]
        if card.note:
            blocks.append(Block(self.lines(card.note, "italic", s.small, t.muted, room), above=3))
        return Cell(left, width, tuple(blocks), pad=pad, least=height, centred=False)

    def cuts(self, top: float, rows: int, columns: int, height: float, number: int) -> tuple[list[Spaced], list[Wire]]:
        """The lines to cut along round so many rows and columns, and what they hang on: a grid of this number."""
        width = self.style.width
        step, bottom = width / columns, top + rows * height
        across = [((0.0, top + i * height), (width, top + i * height)) for i in range(rows + 1)]
        down = [((i * step, top), (i * step, bottom)) for i in range(columns + 1)]
        look = {"color": self.theme.muted, "style": "dashed", "penwidth": "0.8", "arrowhead": "none"}
        name = f"{GRID}{number}"
        held = Cell(0, width, (), frame=Frame(0, "solid", "", ""), name=name, least=bottom - top)
        return [(top, (held,))], [Wire(name, name, points, look) for points in (*across, *down)]

    def place(self, place: Place) -> Band:
        """A line of the key: the card, where it belongs and what it says, and what drawings and the map call it."""
        s, t, w = self.style, self.theme, self.words
        numbers, names = 2.6 * s.body, 0.26 * s.width
        indent = min(place.depth, 8) * 1.3 * s.body
        room = s.width - numbers - names - indent - s.pad
        word = w[_KINDS[place.kind]] if place.kind in _KINDS else ""
        partners = [w.say("cards.together", cards=_listed(place.partners, w))] if place.partners else []
        lead = " ".join([*([word] if word else []), *([f"({partners[0]})"] if partners else [])])
        lead = f"{lead}:" if lead else ""
        more = [w["cards.again"]] if place.again else []
        more += [w.say("cards.from", cards=_listed(place.sources, w))] if place.sources else []
        said = place.text + (f" [{'; '.join(more)}]" if more else "")
        face = self.lines(
            f"{lead} {said}".strip(), "plain" if lead or place.depth else "bold", s.body, t.ink, room, lead=lead
        )
        number = self.lines(str(place.card), "bold", s.body, t.ink, numbers, align="right")
        called = "\u00a0 ".join(part for part in (place.outline, place.short) if part)
        name = self.lines(f"{called} {place.key}".strip(), "plain", s.foot, t.muted, names)
        return (
            Cell(0, numbers - s.pad, (Block(number),), centred=False),
            Cell(numbers + indent, room, (Block(face),), centred=False),
            Cell(s.width - names, names, (Block(name, above=1),), centred=False),
        )


def _listed(numbers: tuple[int, ...], words: Words) -> str:
    return words["list.between"].join(map(str, numbers))
