"""The parts of actors as a slope chart: a line from where one map casts an actor to where the other does."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from typing import Final

from argmap.comparison.records import Comparison
from argmap.diagram.role_slope import Actor, Band, Slope, role_slope
from argmap.languages import Words
from argmap.layout.lines import Ruler
from argmap.layout.slope import Slot, slots
from argmap.renderers.figures.butterfly_cells import widest_word
from argmap.renderers.graphviz.font_problems import font_problems
from argmap.renderers.look import Look, ViewOptions
from argmap.renderers.pages import cells
from argmap.renderers.pages.cells import Block, Cell, Setter
from argmap.renderers.pages.headings import headline, running, sources_in_lines
from argmap.renderers.pages.marks import role_frame
from argmap.renderers.pages.page import Leaf, SizeOf, Spaced, Wire, band_height, draw_leaf, estimated, heights, texts
from argmap.renderers.pages.setting import within_room
from argmap.renderers.pages.sheet_ruler import Sizes, ruler_for
from argmap.renderers.pages.sheet_style import Style, bodies
from argmap.renderers.pages.table_markup import Align, Frame
from argmap.renderers.pages.too_small import too_small
from argmap.renderers.picture import Picture
from argmap.theme import Theme

_DOT: Final = 8.0  # the marks that lines end at
_SPREAD: Final = 2.2  # times their height is as far apart as rows are drawn
_PILLS: Final = 0.145  # of the width, for the roles at either end
_BETWEEN: Final = 0.09  # of the width, at least, for the lines
_NAMES: Final = (0.22, 0.25, 0.29)
"""Of the width, for names: a wide column has fewer lines, a narrow one longer slopes."""

_ENDLESS: Final = 785.0
"""How wide a sheet of no paper is."""


def draw_slope(c: Comparison, look: Look, options: ViewOptions) -> tuple[Picture, ...]:
    """One sheet: the roles from friendly to hostile at both ends, and a line for each actor that both maps cast.

    Raises:
        DrawingFailed: No actor has a part in both maps, or there is no Graphviz, or it could not draw this.
    """
    slope = role_slope(c, options.findings(c), look.words, brief=look.shown == "title")
    sizes = Sizes()
    page, _ = _fitted(slope, look, sizes)
    name = "-".join(m.id for m in c.maps).replace("#", "-") + "-slope"
    leaf = page.leaf(sizes)
    sizes.measure(texts(band for _, band in leaf.bands))
    data, body_pt = draw_leaf(page.leaf(sizes), look, sizes, name=name)
    told = too_small(
        look,
        body_pt,
        lambda other: _fitted(slope, other, sizes)[1],
        may_shorten=False,
        fewer="fewer actors with --about",
    )
    return (Picture(name, look.kind, data, body_pt, (*told, *font_problems(slope))),)


@dataclass(frozen=True)
class SlopePage:
    """A slope chart in one size of type."""

    slope: Slope
    style: Style
    theme: Theme
    ruler: Ruler
    words: Words
    share: float = _NAMES[0]

    def fits(self, size_of: SizeOf) -> bool:
        """Whether the paper holds it, with room between the ends for lines that can be followed."""
        between = self.style.width - 2 * self._outer
        return between >= _BETWEEN * self.style.width and self.leaf(size_of).height <= self.style.paper.height

    def all_bands(self) -> Iterator[cells.Band]:
        """All its bands, by estimated heights."""
        yield from (band for _, band in self.leaf(estimated).bands)

    def leaf(self, size_of: SizeOf) -> Leaf:
        """The sheet; what the paper has to spare goes between the rows, up to a measure."""
        top, foot = list(self._top()), list(self._foot())
        start = heights(top, size_of) + self.style.gap
        below = heights(foot, size_of)
        high = sum(self._row_height(slot, size_of) for rows in self._slots for slot in rows)
        high += 2 * self._above * len(self._slots)
        count = sum(map(len, self._slots))
        spare = self.style.paper.height - start - high - below
        more = max(0.0, min(spare, (_SPREAD - 1) * high) / count) if spare < float("inf") else self.style.body
        bands, wires, low = self._chart(start, int(more), size_of)
        rest = self.style.paper.height - low - below
        low += rest if self.style.own_sheets and rest > 0 else 0
        placed = [*running(top, 0, size_of), *bands, *running(foot, low, size_of)]
        return Leaf(self.slope.title, self._described(), self.style, tuple(placed), low + below, wires)

    @cached_property
    def _setter(self) -> Setter:
        return Setter(self.style, self.theme, self.ruler)

    @cached_property
    def _slots(self) -> tuple[tuple[Slot, ...], ...]:
        seats = [tuple(seat.role if seat else None for seat in actor.seats) for actor in self.slope.actors]
        return slots([band.role for band in self.slope.bands], [(a, b) for a, b in seats])

    @property
    def _above(self) -> float:
        """Between a line across and the rows on either side of it."""
        return self.style.gap * (0.5 if self.style.own_sheets else 1)

    @property
    def _between(self) -> float:
        """Between two rows, at least."""
        return self.style.gap * (0.6 if self.style.own_sheets else 1)

    @property
    def _pills(self) -> float:
        longest = max(widest_word(b.word, self.ruler, "bold", self.style.body) for b in self.slope.bands)
        return round(max(_PILLS * self.style.width, min(longest + 4 * self.style.pad, 0.24 * self.style.width)))

    @property
    def _names(self) -> float:
        return round(self.share * self.style.width)

    @property
    def _outer(self) -> float:
        """The width of either end: roles, names, and the marks that lines end at."""
        return self._pills + self._names + 2 * self.style.pad + _DOT

    def _top(self) -> Iterator[Spaced]:
        s = self.style
        yield 0, headline(self._setter, self.slope.title)
        heads = []
        for i, end in enumerate(self.slope.ends):
            accent = (self.theme.author_a, self.theme.author_b)[i]
            called = f"{end.letter}\u00a0\u00a0{end.name}"
            name = self._setter.lines(called, "bold", s.heading, accent.text, self._outer - 2 * s.pad, align="center")
            left = 0 if i == 0 else s.width - self._outer
            frame = Frame(0, "solid", accent.bar, accent.bar)
            heads.append(Cell(left, self._outer, (Block(name),), pad=s.pad / 2, frame=frame))
        yield s.gap, tuple(heads)

    def _foot(self) -> Iterator[Spaced]:
        s, w, muted = self.style, self.words, self.theme.muted
        actors = self.slope.actors
        both = [a for a in actors if all(a.seats)]
        marks = [w["slope.same"]] if any(not a.moves for a in both) else []
        marks += [w["slope.differs"]] if any(a.moves for a in both) else []
        marks += [w["slope.only"]] if len(both) < len(actors) else []
        valences = {band.valence for band in self.slope.bands}
        shapes = [w[f"sheet.{n}"] for sign, n in ((1, "friendly"), (0, "neither"), (-1, "hostile")) if sign in valences]
        key = "\u00a0· ".join([*marks, *shapes])
        yield 2 * s.gap, self._setter.wide(key, size=s.small, colour=self.theme.ink)
        for line in (w["slope.place"], *sources_in_lines(self._setter, self.slope.ends)):
            yield 1, self._setter.wide(line, size=s.foot, colour=muted)

    def _described(self) -> str:
        sources = " ".join(f"{end.letter}: {end.source}." for end in self.slope.ends if end.source)
        return f"{sources} {', '.join(end.version for end in self.slope.ends)}."

    def _row_height(self, slot: Slot, size_of: SizeOf) -> float:
        found = [self._name(n, i, size_of)[0] for i, n in enumerate((slot.left, slot.right)) if n is not None]
        return max(band_height((cell,), size_of) for cell in found) + self._between

    def _chart(self, start: float, more: int, size_of: SizeOf) -> tuple[list[Spaced], tuple[Wire, ...], float]:
        gap = self.style.gap
        found: list[Spaced] = []
        ends: dict[tuple[int, int], tuple[str, float]] = {}
        y = start
        for number, (band, rows) in enumerate(zip(self.slope.bands, self._slots, strict=True)):
            if number:
                found += [(y, (cell,)) for cell in self._rules()]
            top = y
            y += self._above
            for slot in rows:
                high = self._row_height(slot, size_of) + more
                for i, n in enumerate((slot.left, slot.right)):
                    if n is None:
                        continue
                    cell, line = self._name(n, i, size_of)
                    at = y + more / 2  # level at both ends, whatever stands below the names
                    middle = at + line / 2
                    found.append((at, (cell,)))
                    mark = self._mark(self.slope.actors[n], i, f"m{i}-{n}")
                    found.append((middle - _DOT / 2, (mark,)))
                    ends[i, n] = mark.name, middle
                y += high
            y += self._above - gap / 2
            found += [(at, (cell,)) for at, cell in self._roles(band, top, y, size_of)]
        return found, tuple(self._wires(ends)), y

    def _rules(self) -> tuple[Cell, Cell]:
        """A line between two roles, under the names at either end; the lines of actors run free between them."""
        frame = Frame(0, "solid", self.theme.rule, self.theme.rule)
        left = Cell(0, self._outer, (), frame=frame, least=1)
        return left, replace(left, left=self.style.width - self._outer)

    def _roles(self, band: Band, top: float, bottom: float, size_of: SizeOf) -> Iterator[tuple[float, Cell]]:
        """The role at both ends, in the middle of its rows; its shape says whether it is friendly."""
        s, t = self.style, self.theme
        frame = role_frame(band.valence, t, width=2)
        room = self._pills - 2 * s.pad
        lines = self._setter.lines(band.word, "bold", s.body, t.ink, room, align="center")
        width = min(self._pills, max(lines.width, 4 * s.body) + 2 * s.pad)
        for left in ((self._pills - width) / 2, self.style.width - self._pills + (self._pills - width) / 2):
            cell = Cell(left, width, (Block(lines),), pad=s.pad / 2, frame=frame)
            yield (top + bottom - band_height((cell,), size_of)) / 2, cell

    def _name(self, n: int, end: int, size_of: SizeOf) -> tuple[Cell, float]:
        """An actor at one end, with what else is to say there, and the height of its name."""
        s, t, actor = self.style, self.theme, self.slope.actors[n]
        seat = actor.seats[end]
        side: Align = "left" if end else "right"
        name = self._setter.lines(
            actor.name, "bold" if actor.moves else "plain", s.body + 1, t.ink, self._names, align=side
        )
        notes = [seat.certainty, seat.toward, seat.also] if seat else []
        notes += [actor.absent] if actor.absent else []
        below = [self._setter.lines(note, "plain", s.small, t.muted, self._names, align=side) for note in notes if note]
        width = max(max(size_of(text)[0], text.width) for text in (name, *below))
        left = self._pills + s.pad + (self._names - width) if end == 0 else s.width - self._pills - s.pad - self._names
        blocks = (Block(name, spoken=actor.sentence if end == 0 or actor.seats[0] is None else ""),)
        return Cell(left, width, (*blocks, *(Block(text) for text in below)), centred=False), size_of(name)[1]

    def _mark(self, actor: Actor, end: int, name: str) -> Cell:
        """What the line of an actor ends at: a square where the part differs, else room for a dot or a ring."""
        t = self.theme
        frame = Frame(0, "solid", t.differ, t.differ) if actor.moves else Frame(0, "solid", "", "")
        left = self._outer - _DOT if end == 0 else self.style.width - self._outer
        return Cell(left, _DOT, (), frame=frame, name=name, least=_DOT)

    def _wires(self, ends: dict[tuple[int, int], tuple[str, float]]) -> Iterator[Wire]:
        t = self.theme
        for (end, n), (mark, y) in ends.items():
            if not (actor := self.slope.actors[n]).moves:
                right = self._outer if end == 0 else self.style.width - self._outer + _DOT
                yield Wire(mark, mark, ((right - 0.5, y), (right, y)), self._round(actor))
        for n, actor in enumerate(self.slope.actors):
            if (0, n) not in ends or (1, n) not in ends:
                continue
            (tail, low), (head, high) = ends[0, n], ends[1, n]
            points = ((self._outer, low), (self.style.width - self._outer, high))
            style = {"color": t.ink, "style": "solid", "penwidth": "1.6", "arrowhead": "none"}
            if actor.moves:
                style |= {"color": t.differ, "style": "dashed", "penwidth": "3.2"}
            yield Wire(tail, head, points, style)

    def _round(self, actor: Actor) -> dict[str, str]:
        """A dot, or a ring where there is no line: the head of an arrow without a shaft, as no cell can be round."""
        t = self.theme
        shape = {"arrowhead": "odot", "color": t.silent} if actor.absent else {"arrowhead": "dot", "color": t.ink}
        return {"style": "solid", "penwidth": "1.2", "arrowsize": f"{_DOT / 8:g}", **shape}


def _fitted(slope: Slope, look: Look, sizes: Sizes) -> tuple[SlopePage, bool]:
    paper = replace(look.paper, width=_ENDLESS) if look.paper.endless else look.paper
    styles = [Style(paper, body) for body in bodies(look.paper)]
    larger = [replace(style, body=style.body + 1) for style in styles]  # names
    ruler = ruler_for((slope, tuple(look.words.table.values())), [*styles, *larger], sizes)
    for style, share in product(styles, _NAMES):
        page = SlopePage(slope, style, look.theme, ruler, look.words, share)
        if page.fits(estimated):
            page = within_room(page, sizes)
            if page.fits(sizes):
                return page, True
    return within_room(SlopePage(slope, styles[-1], look.theme, ruler, look.words, _NAMES[0]), sizes), False
