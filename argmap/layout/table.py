"""A table over pages: which rows stand together, when each has its measured height."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows `start` to `stop` (exclusive) of one section. `part` of `parts` counts the pages the section takes."""

    section: int
    start: int
    stop: int
    part: int = 1
    parts: int = 1


@dataclass(frozen=True, slots=True)
class Measures:
    """Heights in points: of the heading of each section, of its rows, and of the gap before a row and a heading."""

    headings: tuple[float, ...]
    rows: tuple[tuple[float, ...], ...]
    row_gap: float
    section_gap: float

    def height(self, stretch: Stretch) -> float:
        """A stretch of rows under its heading."""
        rows = self.rows[stretch.section][stretch.start : stretch.stop]
        return self.headings[stretch.section] + sum(rows) + self.row_gap * len(rows)

    def page_height(self, page: Sequence[Stretch]) -> float:
        """All that stands on a page, gaps included."""
        return sum(map(self.height, page)) + self.section_gap * len(page)


Room = Callable[[Sequence[Stretch]], float]
"""What a page with these rows leaves them beside its title, heads and foot."""


def paginate(m: Measures, room: Room, *, together: bool = True) -> tuple[tuple[Stretch, ...], ...]:
    """The rows of all sections on pages, in order; no row is lost, none is torn.

    A section that fits a page is not split. One that does not starts on a page of its own and is spread evenly, so
    that no page is left with a single row. A row higher than the room has a page to itself.

    Args:
        m: The heights.
        room: What a page holds.
        together: Whether whole sections may share a page.
    """
    pages: list[list[Stretch]] = []
    open_page = False
    for section, rows in enumerate(m.rows):
        whole = Stretch(section, 0, len(rows))
        shared = [*pages[-1], whole] if pages else [whole]
        if together and open_page and m.page_height(shared) <= room(shared):
            pages[-1] = shared
        elif m.page_height([whole]) <= room([whole]):
            pages.append([whole])
            open_page = True
        else:
            pages += [[part] for part in _spread(m, section, room)]
            open_page = False
    return tuple(tuple(page) for page in pages)


def _spread(m: Measures, section: int, room: Room) -> list[Stretch]:
    """A section over as few pages as it needs, with as much left free on each of them as that number allows."""
    cuts = _filled(m, section, room, 0)
    low, high = 0.0, room([Stretch(section, 0, 1)])  # how much may stay free without a further page
    while high - low > 1:
        middle = (low + high) / 2
        tried = _filled(m, section, room, middle)
        if len(tried) <= len(cuts):
            cuts, low = tried, middle
        else:
            high = middle
    return [Stretch(section, a, b, i, len(cuts)) for i, (a, b) in enumerate(cuts, start=1)]


def _filled(m: Measures, section: int, room: Room, free: float) -> list[tuple[int, int]]:
    """From the first row on, as many rows on each page as it holds with so much left free, at least one."""
    cuts: list[tuple[int, int]] = []
    start = 0
    for stop in range(2, len(m.rows[section]) + 1):
        page = [Stretch(section, start, stop)]
        if m.page_height(page) > room(page) - free:
            cuts.append((start, stop - 1))
            start = stop - 1
    return [*cuts, (start, len(m.rows[section]))]


def chosen(rows: Sequence[int], fits: Callable[[Sequence[int]], bool]) -> tuple[int, ...]:
    """How many rows of each section, from its first on, a page holds, where sections have so many of them.

    The sections take turns, the one with fewest rows first, until the next row of none fits. One that has no more, or
    whose next row does not fit, leaves the rest to the others.
    """
    counts = [0] * len(rows)
    waiting = sorted((i for i, most in enumerate(rows) if most), key=lambda i: rows[i])
    while waiting:
        for i in tuple(waiting):
            counts[i] += 1
            if not fits(counts):
                counts[i] -= 1
                waiting.remove(i)
            elif counts[i] == rows[i]:
                waiting.remove(i)
    return tuple(counts)
