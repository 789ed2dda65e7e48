"""How much a slide holds: the size of its type, reckoned from widths of letters that hold for Latin and wide scripts.

Everything is measured in points on a slide of 13.33 by 7.5 inches less its margins. The reckoning is on the safe side:
who draws slides with real widths comes out with the same size or finds room to spare.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import ceil
from typing import Final

from argmap.teaching.deck import Box, Note, Row, Slide, Text
from argmap.typesetting import display_width, wrap

WIDTH: Final = 914.4
HEIGHT: Final = 496.8

SIZES: Final = (24.0, 22.5, 21.0, 19.5, 18.0, 16.5, 15.0, 13.5, 12.0)
"""Sizes of running text, largest first; the last can still be read from the back of a room."""

EASY: Final = 16.5
"""What slides aim at: where less would be needed they are parted, or say it in fewer words."""

BAR: Final = 6.4
"""Em: how wide the word on the left of a row is."""

DEEPER: Final = 2.0
"""Em: how far a row is moved for each step it stands deeper."""

PAD: Final = 0.45
GAP: Final = 0.5
TITLE: Final = 6.0
"""Points that a title is larger than the text."""

SMALLER: Final = 0.75
"""Points that quotations and remarks are smaller."""

FOOT: Final = 10.0
LEADING: Final = 1.25

CUT: Final = " …"
"""How a text ends that is shown in part."""

_LONGEST: Final = 160  # columns of texts on a slide that holds too much
_SHORTEST: Final = 20

_LETTER: Final = 0.5  # em: an average letter of Arial with its share of blanks
_BOLD: Final = 1.07


def size_of(slide: Slide) -> float:
    """The largest type in which everything fits; 0 if it does in none."""
    return next((size for size in SIZES if height(slide, size) <= HEIGHT), 0.0)


def fits(slide: Slide, size: float = EASY) -> bool:
    """Whether everything fits in type that is easy to read."""
    return height(slide, size) <= HEIGHT


def first_fitting(tried: Iterable[Slide]) -> Slide:
    """The first that fits, or the last."""
    for slide in tried:
        if fits(slide):
            break
    return slide


def height(slide: Slide, size: float) -> float:
    """How high it comes out with its foot, in points."""
    found = _lines(slide.title, WIDTH, size + TITLE, bold=True) * LEADING * (size + TITLE)
    found += _lines(slide.context, WIDTH, FOOT + 2) * LEADING * (FOOT + 2)
    found += sum(_row(row, size) + GAP * size for row in slide.rows)
    return found + GAP * size + 2.2 * FOOT * LEADING


def room_of(row: Row, size: float) -> float:
    """What its boxes have of the width together."""
    return WIDTH - row.depth * DEEPER * size - (BAR * size if row.bar else 0)


def cut(text: str, columns: int) -> str:
    """The text in at most so many columns, with an ellipsis for what is left out; between words if it can be."""
    if display_width(text) <= columns:
        return text
    first = wrap(text, columns - 2)[0]
    return first.rstrip() + CUT


def readable(slide: Slide) -> Slide:
    """The slide, its texts cut as far as it takes to fit in the smallest type; its notes then have them whole.

    Only what is as long as a page, or full of such things, comes to this: the slides are made to fit before.
    """
    if size_of(slide):
        return slide
    note = Note(CUT.strip(), tuple(dict.fromkeys(text for text in slide.texts() if display_width(text) > _SHORTEST)))
    for columns in (_LONGEST, _LONGEST // 2, _LONGEST // 4, _SHORTEST):
        found = _cut_to(slide, columns)
        if size_of(found):
            break
    return replace(found, notes=(*slide.notes, note))


def _cut_to(slide: Slide, columns: int) -> Slide:
    def shorter(box: Box) -> Box:
        return replace(box, texts=tuple(replace(text, words=cut(text.words, columns)) for text in box.texts))

    rows = (replace(row, bar=cut(row.bar, columns // 2), boxes=tuple(map(shorter, row.boxes))) for row in slide.rows)
    return replace(slide, title=cut(slide.title, columns), context=cut(slide.context, columns), rows=tuple(rows))


def parted(slide: Slide, number: str, *, repeated: int = 1, again: Sequence[Row] | None = None) -> tuple[Slide, ...]:
    """The slide, or several if its rows do not fit one; steps begin anew on each.

    Args:
        slide: All of it.
        number: Says which of how many a slide is: ``{title} ({n} of {all})``.
        repeated: So many of its first rows are repeated on each.
        again: What stands in their place from the second on, if it is not they themselves.
    """
    if fits(slide):
        return (slide,)
    head, rest = slide.rows[:repeated], slide.rows[repeated:]
    later = tuple(_at_once(row) for row in (head if again is None else again))
    pages: list[list[Row]] = [[]]
    for rows in _kept_together(rest):
        above = later if pages[1:] else head
        if pages[-1] and not fits(replace(slide, rows=(*above, *pages[-1], *rows))):
            pages.append([])
        pages[-1] += rows
    if len(pages) == 1:
        return (slide,)
    titles = [number.format(title=slide.title, n=n, all=len(pages)) for n in range(1, len(pages) + 1)]
    return tuple(
        replace(slide, title=title, rows=restepped((*(later if n else head), *page)))
        for n, (title, page) in enumerate(zip(titles, pages, strict=True))
    )


def _kept_together(rows: Iterable[Row]) -> list[list[Row]]:
    """Each row with those that stand deeper below it: without it they would seem to belong to another."""
    found: list[list[Row]] = []
    for row in rows:
        if found and row.depth > found[-1][0].depth:
            found[-1].append(row)
        else:
            found.append([row])
    return found


def restepped(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows with their steps counted from 0 without a gap, in the order they had."""
    rows = tuple(rows)
    order = {step: n for n, step in enumerate(sorted({box.step for row in rows for box in row.boxes}))}
    return tuple(replace(row, boxes=tuple(replace(box, step=order[box.step]) for box in row.boxes)) for row in rows)


def _at_once(row: Row) -> Row:
    return replace(row, boxes=tuple(replace(box, step=0) for box in row.boxes))


def _row(row: Row, size: float) -> float:
    room = room_of(row, size)
    boxes = (_box(box, part * room, size) for box, part in zip(row.boxes, row.parts, strict=True))
    bar = _lines(row.bar, (BAR - 2 * PAD) * size, size, bold=True) * LEADING * size + 2 * PAD * size
    return max(*boxes, bar if row.bar else 0.0, 0.0)


def _box(box: Box, width: float, size: float) -> float:
    return 2 * PAD * size + sum(_text(text, width - 2 * PAD * size, size) for text in box.texts)


def _text(text: Text, width: float, size: float) -> float:
    size = size - SMALLER if text.face in ("quote", "small") else size
    return _lines(text.words, width, size, bold=text.face == "bold") * ceil(LEADING * size)


def _lines(text: str, width: float, size: float, *, bold: bool = False) -> int:
    columns = int(width / (size * _LETTER * (_BOLD if bold else 1)))
    return len(wrap(text, max(columns, 1))) if text else 0
