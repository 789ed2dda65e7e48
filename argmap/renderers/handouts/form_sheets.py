"""A comparison to fill in as sheets, and its key with everything in the same places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from argmap.languages import ENGLISH, Words
from argmap.layout.lines import Ruler
from argmap.layout.table import Measures, Stretch
from argmap.layout.table_flow import flow
from argmap.renderers.graphviz.font_problems import font_problems
from argmap.renderers.handouts.form_cells import FormSetter, FormStyle, with_room
from argmap.renderers.look import Look
from argmap.renderers.pages.cells import Band
from argmap.renderers.pages.page import Leaf, SizeOf, Spaced, band_height, draw_leaf, estimated, heights, texts
from argmap.renderers.pages.setting import within_room
from argmap.renderers.pages.sheet_ruler import Sizes, ruler_for
from argmap.renderers.picture import Picture
from argmap.teaching.comparison_form import SIGNS, ComparisonForm
from argmap.theme import Theme

_BODIES: Final = (10.5, 9.75, 9.0)
"""Sizes of type that are read in the hand; a smaller one where it saves a sheet."""


@dataclass(frozen=True)
class FormPages:
    """A form in one size of type, or its key."""

    form: ComparisonForm
    style: FormStyle
    theme: Theme
    ruler: Ruler
    words: Words = ENGLISH
    key: bool = False

    @cached_property
    def _plain(self) -> FormSetter:
        return FormSetter(self.style, self.theme, self.ruler, self.form.blanks, self.key, self.words)

    def _setter(self, size_of: SizeOf) -> FormSetter:
        return with_room(self._plain, self.form, size_of)

    def pages(self, size_of: SizeOf = estimated) -> tuple[Stretch, ...]:
        """The rows of each page; the form and its key have the same."""
        both = [with_room(replace(self._plain, key=key), self.form, size_of) for key in (False, True)]
        tall = [max(band_height(s.row(row, n), size_of) for s in both) for n, row in enumerate(self.form.rows, 1)]

        def room(first: bool) -> float:
            foot = max(heights(s.foot(self.form, 1 if first else 10, 10), size_of) for s in both)
            return self.style.paper.height - foot - heights(both[0].top(self.form, size_of, first=first), size_of)

        rooms = {first: room(first) for first in (False, True)}
        pages = flow(Measures((0,), (tuple(tall),), self.style.gap, 0), lambda on: rooms[on[0].start == 0])
        return tuple(page[0] for page in pages)

    def fits(self, size_of: SizeOf) -> bool:
        """Whether no row is higher than a page."""
        pages = self.pages(size_of)
        return all(self.leaf(pages, i, size_of).height <= self.style.paper.height for i in range(len(pages)))

    def leaf(self, pages: Sequence[Stretch], index: int, size_of: SizeOf) -> Leaf:
        """A page, everything at its place."""
        setter, page = self._setter(size_of), pages[index]
        bands: list[Spaced] = []
        top: float = 0
        for i, (before, band) in enumerate(setter.top(self.form, size_of, first=index == 0)):
            top += before
            high = band_height(band, size_of)
            bands.append((top, band))
            bands += setter.name_rules(band, top, high) if i == 1 else ()
            top += high
        for number in range(page.start + 1, page.stop + 1):
            top += self.style.gap
            band = setter.row(self.form.rows[number - 1], number)
            high = band_height(band, size_of)
            bands.append((top, band))
            bands += setter.rules(band, top, high, size_of)
            top += high
        for before, band in setter.foot(self.form, index + 1, len(pages)):
            bands.append((top + before, band))
            top += before + band_height(band, size_of)
        return Leaf(self.title, self._heard, self.style, tuple(bands), top)

    @property
    def title(self) -> str:
        """What the form, or its key, is called."""
        plain = self.words[f"form.title.{self.form.blanks}"]
        return self.words.say("form.key", title=plain) if self.key else plain

    @property
    def _heard(self) -> str:
        return self.words.say("form.heard_key" if self.key else "form.heard", n=len(self.form.rows))

    def all_bands(self) -> Iterator[Band]:
        """All bands of the form and of its key, by estimated heights: one is broken into lines as the other is."""
        for found in (replace(self, key=False), replace(self, key=True)):
            pages = found.pages()
            for index in range(len(pages)):
                yield from (band for _, band in found.leaf(pages, index, estimated).bands)


def draw_form(form: ComparisonForm, look: Look, *, key: bool = False) -> tuple[Picture, ...]:
    """The sheets of a form, or with `key` those of its answers.

    Raises:
        DrawingFailed: There is no Graphviz, or it could not draw this.
    """
    sizes = Sizes()
    styles = [FormStyle(look.paper, body) for body in _BODIES]
    starts = ("form.", "sheet.", "map.", "table.sheet")
    fixed = tuple(text for name, text in look.words.table.items() if name.startswith(starts))
    # fixed words first: what is measured in all sizes is how these run, so that lines do not depend on the answers
    ruler = ruler_for((fixed, SIGNS, "0123456789▪\u00a0", form), styles, sizes)
    tried = [FormPages(form, style, look.theme, ruler, look.words, key) for style in styles]
    found = within_room(min(tried, key=lambda each: (not each.fits(estimated), len(each.pages()))), sizes)
    sizes.measure(texts(found.all_bands()))
    pages = found.pages(sizes)
    leaves = [found.leaf(pages, i, sizes) for i in range(len(pages))]
    sizes.measure(texts(band for leaf in leaves for _, band in leaf.bands))
    name = f"{form.name}-key" if key else form.name
    lines = [text for leaf in leaves for text in texts(band for _, band in leaf.bands)]
    once = font_problems(" ".join(part for text in lines for part in (text.mark, *text.lines)))
    digits = len(str(len(leaves)))
    made = []
    for number, leaf in enumerate(leaves, start=1):
        called = f"{name}-{number:0{digits}}" if len(leaves) > 1 else name
        data, body_pt = draw_leaf(leaf, look, sizes, name=called)
        made.append(Picture(called, look.kind, data, body_pt, once if number == 1 else ()))
    return tuple(made)
