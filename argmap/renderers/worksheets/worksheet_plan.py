"""What a worksheet is cut into: a map of boxes with room to write, and beside them what belongs to their blanks."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from argmap.diagram.boxes import Box, Diagram
from argmap.layout.sheets import Sheet
from argmap.renderers.graphviz.label_text import bar_cell
from argmap.renderers.look import Look, MapOptions
from argmap.renderers.maps.legend import TITLE_COLUMNS, Heading, legend_items
from argmap.renderers.maps.map_plan import MapPlan
from argmap.renderers.maps.map_words import MapWords
from argmap.renderers.maps.markup import BARS
from argmap.renderers.maps.measuring import Measuring
from argmap.renderers.worksheets.foot import foot_labels
from argmap.renderers.worksheets.room import Room
from argmap.renderers.worksheets.sheet_words import Above, asked_in
from argmap.teaching.worksheet import Worksheet, numbers_in

_NAMED: Final = 2
"""Branches that a sheet is called by."""


@dataclass(frozen=True, slots=True)
class WorksheetWords(MapWords):
    """The words around the boxes of a worksheet, where statements have no names and some of them no words.

    Attributes:
        asked: The statements whose words are asked for.
    """

    asked: Collection[str] = ()

    def heading(self, sheet: Sheet, of: int, diagram: Diagram) -> Heading:
        """The heading; a sheet is called by its branches if they are few and their words are given."""
        found = MapWords.heading(self, sheet, of, diagram)
        heads = sheet.heads or (diagram.roots if diagram.focus else ())
        tops = [[s.key for s in head.statements if not s.context] for head in heads]
        named = len(tops) <= _NAMED and all(len(keys) == 1 and keys[0] not in self.asked for keys in tops)
        if of == 1 or named:
            return found
        return replace(found, sheet=self.words.say("table.sheet", n=sheet.number, count=of).rstrip(".。"))


class WorksheetPlan(MapPlan):
    """One worksheet in one look, with lines ruled for one size of type."""

    def __init__(self, worksheet: Worksheet, look: Look, body: float) -> None:
        self.worksheet = worksheet
        self.room = Room(look.theme, look.words, body, {blank.number: blank.lines for blank in worksheet.blanks})
        super().__init__(worksheet.map, replace(look, level=worksheet.level), MapOptions(ids="none"))

    def make_words(self) -> MapWords:
        """What is said around the boxes."""
        return WorksheetWords(self.m, self.look.words, self.worksheet.hidden.claims)

    def make_diagram(self, label_words: int) -> Diagram:
        """The boxes without answers."""
        return self.worksheet.diagram(words=self.look.words, label_words=label_words)

    def make_measuring(self, *, numbered: bool, many: bool) -> Measuring:
        """What measures boxes with room to write."""
        return Measuring(
            self.look.theme, self.look.words, numbered=numbered, many=many, likely=self.said.all(), fill=self.room
        )

    def known_as(self, key: str) -> str:
        """Its name in the map that was asked about, for messages: the one on the sheet says nothing."""
        return self.worksheet.hidden.names[key]

    def around(self, heading: Heading, roots: Sequence[Box]) -> tuple[list[str], list[str]]:
        """Headings, and what stands beside the boxes: what belongs to the blanks of these trees, and to no others."""
        return self.titles(heading, roots, self.room, key=False), self.feet(roots, self.room)

    def titles(self, heading: Heading, roots: Sequence[Box], room: Room, *, key: bool) -> list[str]:
        """The heading in the ways it can be set, that of the sheet or of the key."""
        numbers = self.numbers(roots)
        above = Above(heading, asked_in(self.worksheet, numbers), self.worksheet.bank(numbers), self.code)
        return [above.label(room, columns, key=key) for columns in TITLE_COLUMNS]

    def feet(self, roots: Sequence[Box], room: Room) -> list[str]:
        """Bank, roles and legend in the ways they can be set."""
        bank = self.worksheet.bank(self.numbers(roots))
        rows = self.worksheet.rows(_shown(roots))
        rows = rows if any(row.number for row in rows) else ()
        items = self._legend([box for root in roots for box in root.walk()], roots)
        return foot_labels(bank, rows, items, room)

    def _legend(self, boxes: Sequence[Box], roots: Sequence[Box]) -> list[tuple[str, str]]:
        """What the marks mean; where a bar offers both words, both are explained, whichever stand elsewhere."""
        items = legend_items(roots, self.look.theme, self.look.words)
        if any(box.blank for box in boxes) and not any(box.kind == "attack" for box in boxes):
            words = self.look.words
            items.append((bar_cell("attack", words[BARS["attack"]], self.look.theme), words["map.legend.attack"]))
        return items

    def numbers(self, roots: Sequence[Box]) -> tuple[int, ...]:
        """What is asked for in some trees, and in the table of roles below them."""
        boxes = numbers_in(box for root in roots for box in root.walk())
        return (*boxes, *dict.fromkeys(row.number for row in self.worksheet.rows(_shown(roots)) if row.number))

    @cached_property
    def code(self) -> str:
        """What joins a sheet and its key, in words."""
        w = self.worksheet
        return self.look.words.say("worksheet.code", code=code_of(w), seed=w.seed, difficulty=w.difficulty)


def _shown(roots: Sequence[Box]) -> list[str]:
    return [key for root in roots for box in root.walk() for key in box.shown()]


def code_of(worksheet: Worksheet) -> str:
    """Six digits that change with whatever the sheet holds, and tell nothing of its answers."""
    rest = worksheet.map.model_dump_json(by_alias=True, exclude_defaults=True)
    bank = [entry.text for entry in worksheet.bank()]
    said = f"{rest}\0{bank}\0{worksheet.roles}\0{worksheet.level}"
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:6]
