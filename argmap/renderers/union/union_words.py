"""The words in and above the boxes of a union, as lines: statements, notes, evidence, bars, and who says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from argmap.diagram.boxes import BoxKind
from argmap.diagram.union_boxes import LETTERS, Held, UnionBox, Voice
from argmap.languages import Words
from argmap.layout.shape import Style
from argmap.renderers.graphviz.label_text import lines_of
from argmap.renderers.maps.markup import FONT_SIZE, bar_of
from argmap.renderers.pages.table_markup import Lines
from argmap.theme import Accent, Theme

SMALL: Final = 9.2
"""At 12 points of running text on a slide still 10."""

_SIGN: Final = FONT_SIZE + 5

Panel = int | None
"""Whose panel it is: that of one map, by number, or both in one."""


BARS: Final[Mapping[BoxKind, str]] = {
    "support": "map.because",
    "attack": "map.but",
    "undercut": "map.unless",
    "condition": "map.if",
}
"""The key of the word on the bar of each kind of box."""


@dataclass(frozen=True, slots=True)
class Row:
    """Lines with the fill they stand on, "" for that of the cell; `first` are the words of the statement."""

    text: Lines
    fill: str = ""
    first: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """Sets the words of boxes; those of one panel, or of both authors in one drawing."""

    theme: Theme
    words: Words

    def author(self, owner: int) -> Accent:
        """The colours of an author."""
        return (self.theme.author_a, self.theme.author_b)[owner]

    def heading(self, box: UnionBox, style: Style, panel: Panel) -> list[Lines]:
        """The bar of a box, the question above two answers, or where the top of a tree leads."""
        t = self.theme
        if box.sign:
            columns = int(1.8 * style.columns)
            return [
                Lines((box.sign,), "bold", _SIGN, t.differ, "center"),
                Lines(lines_of(box.question, columns), "bold", FONT_SIZE, t.ink, "center"),
            ]
        if is_top(box):
            (s,) = box.statements
            assert isinstance(s, Held)
            ways = {v.owner: [v.ways] if v.ways else [] for v in s.voices if panel in (None, v.owner)}
            said = [line for way in self._told(s, panel, ways) for line in lines_of(way, int(1.4 * style.columns))]
            return [Lines(tuple(said), "plain", SMALL, t.muted)] if said else []
        return [Lines((self.bar(box, panel),), "bold", FONT_SIZE - 1, bar_of(box.kind, t).text, "center")]

    def bar(self, box: UnionBox, panel: Panel = None) -> str:
        """The words of a bar: what the box is to the one above, and who says so if not all do who could."""
        w = self.words
        word = w[BARS[box.kind]]
        if len(box.statements) > 1:
            word = w.say("map.together", word=word)
        given = w.listed([LETTERS[i] for i in box.given])
        return w.say("overlay.of", who=given, what=word) if box.given and panel is None else word

    def _by(self, s: Held, voice: Voice, said: str) -> str:
        """Words with the letter of who says so, where a statement has several authors."""
        return self.words.say("overlay.of", who=LETTERS[voice.owner], what=said) if len(s.voices) > 1 else said

    def tag_lines(self, voice: Voice) -> list[Lines]:
        """The letter of an author and the short id of the statement."""
        colour = self.author(voice.owner).text
        return [
            Lines((LETTERS[voice.owner],), "bold", FONT_SIZE, colour, "center"),
            Lines((voice.short,), "plain", SMALL, colour, "center"),
        ]

    def rows(self, s: object, style: Style, panel: Panel, *, top: bool) -> list[Row]:
        """What is written of a statement: its words, what is noted, quotations, evidence.

        The `top` of a tree has what it leads to above it.
        """
        assert isinstance(s, Held)
        t, columns = self.theme, style.columns
        shown = [voice for voice in s.voices if panel in (None, voice.owner)]
        said = [s.text] if panel is None and s.text else [self._noted(s, v, v.text, panel) for v in shown]
        colour = t.muted if s.see else t.ink
        bold = s.is_thesis and not s.see
        rows = [
            Row(Lines(lines_of(x, columns), "bold" if bold else "plain", FONT_SIZE, colour), first=not n)
            for n, x in enumerate(said)
        ]
        notes = self._told(s, panel, {v.owner: self._notes(s, v, top=top) for v in shown})
        notes += [self.words.say("map.see", id=s.called_by(panel))] if s.see else []
        rows += [Row(Lines(lines_of(x, int(1.2 * columns)), "plain", SMALL, t.muted)) for x in notes]
        if s.see:
            return rows
        quotes = [self._noted(s, v, v.quote, panel) for v in shown if v.quote]
        rows += [Row(Lines(lines_of(x, int(1.15 * columns)), "italic", SMALL, t.muted)) for x in quotes]
        feet = self._told(s, panel, {v.owner: v.evidence for v in shown})
        if feet:
            wrapped = [enumerate(lines_of(x, int(1.2 * columns))) for x in feet]
            lines = [f"\u00a0\u00a0{line}" if n else f"▪ {line}" for each in wrapped for n, line in each]
            rows.append(Row(Lines(tuple(lines), "plain", SMALL, t.muted), t.foot))
        return rows

    def _noted(self, s: Held, voice: Voice, said: str, panel: Panel) -> str:
        return said if panel is not None else self._by(s, voice, said)

    def _told(self, s: Held, panel: Panel, said: Mapping[int, Sequence[str]]) -> list[str]:
        """What is noted of each author's statement, with the letter of whom it is true of if it is not true of all."""
        found = dict.fromkeys(note for notes in said.values() for note in notes)
        true_of = {note: [i for i, notes in said.items() if note in notes] for note in found}
        if panel is not None or len(s.voices) == 1:
            return list(found)
        w = self.words
        letters = {
            note: "" if len(of) == len(s.voices) else w.listed([LETTERS[i] for i in of]) for note, of in true_of.items()
        }
        return [w.say("overlay.of", who=who, what=note) if who else note for note, who in letters.items()]

    def _notes(self, s: Held, voice: Voice, *, top: bool) -> list[str]:
        """What is noted of a statement, and where it leads if nothing else in the drawing says so."""
        if s.see:
            return list(voice.notes)
        ways = [] if top or not voice.ways else [voice.ways]
        left_out = [self.words.counted("overlay.left_out", voice.left_out)] if voice.left_out else []
        return [*voice.notes, *ways, *left_out]


def is_top(box: UnionBox) -> bool:
    """Whether it is the top of a tree, and says above its words where it leads; two answers say it each for itself."""
    return box.kind == "loose" and not box.sign
