"""The marks in use on a butterfly: each is shown as it is drawn, with its meaning in it or below it."""

from collections.abc import Iterator

from argmap.diagram.boxes import Box, BoxKind
from argmap.diagram.butterfly import Answering, Butterfly
from argmap.diagram.sheet import Driver, Part
from argmap.languages import Words
from argmap.layout.lines import Face
from argmap.renderers.figures.butterfly_cells import BARS
from argmap.renderers.maps.markup import bar_of
from argmap.renderers.pages.cells import Block, Cell, Setter
from argmap.renderers.pages.marks import SIGNS, pill_frame
from argmap.renderers.pages.table_markup import Frame, Lines

_KINDS: tuple[BoxKind, ...] = ("support", "attack", "undercut", "condition")


def legend(page: Butterfly, setter: Setter, words: Words, width: float) -> list[Cell]:
    """A cell for each mark, in the order of what a reader needs first."""
    return list(_Legend(page, setter, words, width).cells())


class _Legend:
    def __init__(self, page: Butterfly, setter: Setter, words: Words, width: float) -> None:
        self.page, self.setter, self.words, self.width = page, setter, words, width
        self.boxes = list(_boxes(page))

    def cells(self) -> Iterator[Cell]:
        for kind in _KINDS:
            if any(box.kind == kind for box in self.boxes):
                yield self._bar(kind, self.words[f"map.{BARS[kind]}"], self.words[f"butterfly.{kind}"])
        if joined := next((box for box in self.boxes if len(box.statements) > 1 and box.kind in BARS), None):
            word = self.words.say("map.together", word=self.words[f"map.{BARS[joined.kind]}"])
            yield self._bar(joined.kind, word, self.words["butterfly.together"])
        yield from self._answers()
        yield from self._statements()

    def _bar(self, kind: BoxKind, word: str, means: str) -> Cell:
        t = self.setter.theme
        accent = bar_of(kind, t)
        border = t.ink if accent.bar == t.foot else t.bar_border or accent.bar
        bar = self._sample(word, Frame(1, "solid", border, accent.bar), accent.text, face="bold")
        return self._cell(bar, Block(self._plain(means), above=1))

    def _answers(self) -> Iterator[Cell]:
        """Shapes of roles and signs of causes."""
        wings, t = self.page.wings, self.setter.theme
        said: list[Answering] = [each for wing in wings for a in wing.answers for each in a.said]
        said += [each for wing in wings for each in wing.also]
        valences = {each.valence for each in said if isinstance(each, Part)}
        for valence, name in ((1, "friendly"), (0, "neither"), (-1, "hostile")):
            if valence in valences:
                frame = pill_frame(Part(name, valence, main=False, toward=""), t)
                yield self._cell(self._sample(self.words[f"sheet.{name}"], frame, t.ink))
        signs = {each.sign for each in said if isinstance(each, Driver)}
        if signs:
            found = [f"{SIGNS[sign]} {self.words[f'sheet.{sign}']}" for sign in SIGNS if sign in signs]
            yield self._cell(Block(self._plain(" · ".join(found))))

    def _statements(self) -> Iterator[Cell]:
        """What frames, rules and feet of statements mean."""
        t, w = self.setter.theme, self.words
        below = [s for box in self.boxes for s in box.statements]
        tops = [b for wing in self.page.wings for a in wing.answers for b in a.branches]
        seen = [*below, *(b.seen for b in tops)]
        if any(s.type == "assumption" for s in below):
            yield self._cell(self._sample(w["butterfly.assumed"], Frame(1, "dashed", t.ink, t.box), t.ink))
        if any(s.said_by for s in seen):
            yield self._cell(Block(self._plain(w["butterfly.reported"])))
        if any(s.evidence for s in seen):
            yield self._cell(self._sample(w["butterfly.evidence"], Frame(1, "solid", t.silent, t.foot), t.muted))
        if pointer := next((s for s in below if s.see), None):
            text = w.say("butterfly.see", id=pointer.short)
            yield self._cell(self._sample(text, Frame(1, "dotted", t.silent, t.ground), t.muted))
        if any(box.hidden for box in self.boxes) or any(b.hidden for b in tops):
            yield self._cell(self._sample(w["butterfly.hidden"], Frame(1, "solid", t.ink, t.foot), t.ink))

    def _sample(self, text: str, frame: Frame, colour: str, *, face: Face = "plain") -> Block:
        s = self.setter.style
        inset = round(s.small / 2)
        lines = self.setter.lines(text, face, s.foot, colour, self.width - 2 * inset - 2, align="center")
        return Block(lines, frame=frame, inset=inset)

    def _plain(self, text: str) -> Lines:
        s, t = self.setter.style, self.setter.theme
        return self.setter.lines(text, "plain", s.foot, t.muted, self.width)

    def _cell(self, *blocks: Block) -> Cell:
        return Cell(0, self.width, blocks)


def _boxes(page: Butterfly) -> Iterator[Box]:
    for wing in page.wings:
        for answer in wing.answers:
            for branch in answer.branches:
                for box in branch.seen.below:
                    yield from box.walk()
