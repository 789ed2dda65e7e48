"""A table over pages, its sections one after the other: a page is filled before the next one begins."""

from collections.abc import Collection

from argmap.layout.table import Measures, Room, Stretch

_TOGETHER = 2  # so many rows stand under a heading before the page ends, and over it when a section goes on


def flow(
    m: Measures, room: Room, *, whole: bool = False, apart: bool = False, fresh: Collection[int] = ()
) -> tuple[tuple[Stretch, ...], ...]:
    """The rows of all sections on pages, in order; no row is lost, none is torn, no heading stands alone.

    A row higher than the room has a page to itself.

    Args:
        m: The heights.
        room: What a page holds.
        whole: Whether a section that fits a page is never split.
        apart: Whether every section begins on a page of its own.
        fresh: Sections that do in any case.
    """
    pages: list[list[Stretch]] = [[]]
    for section, rows in enumerate(m.rows):
        if (apart or section in fresh) and pages[-1]:
            pages.append([])
        start = 0
        while start < len(rows):
            stop = _reach(m, room, pages[-1], section, start)
            if pages[-1] and _begins_anew(m, room, Stretch(section, start, stop), whole=whole):
                pages.append([])
                continue
            stop = max(stop, start + 1)
            if len(rows) - stop == 1 and stop - start > _TOGETHER:
                stop -= 1  # so that no page is left with a single row
            pages[-1].append(Stretch(section, start, stop))
            start = stop
            if start < len(rows):
                pages.append([])
    return _counted(pages)


def _reach(m: Measures, room: Room, page: list[Stretch], section: int, start: int) -> int:
    """The row of a section before which a page is full."""
    stop = start
    while stop < len(m.rows[section]):
        tried = [*page, Stretch(section, start, stop + 1)]
        if m.page_height(tried) > room(tried):
            break
        stop += 1
    return stop


def _begins_anew(m: Measures, room: Room, found: Stretch, *, whole: bool) -> bool:
    """Whether rows that come after others on a page rather begin the next one."""
    rows = len(m.rows[found.section])
    if found.stop == rows:
        return False
    if found.stop - found.start < min(_TOGETHER, rows):
        return True
    alone = [Stretch(found.section, 0, rows)]
    return whole and found.start == 0 and m.page_height(alone) <= room(alone)


def _counted(pages: list[list[Stretch]]) -> tuple[tuple[Stretch, ...], ...]:
    """The pages with each stretch knowing which part of its section it is."""
    parts: dict[int, int] = {}
    for page in pages:
        for s in page:
            parts[s.section] = parts.get(s.section, 0) + 1
    seen: dict[int, int] = {}
    found = []
    for page in pages:
        numbered = []
        for s in page:
            seen[s.section] = seen.get(s.section, 0) + 1
            numbered.append(Stretch(s.section, s.start, s.stop, seen[s.section], parts[s.section]))
        found.append(tuple(numbered))
    return tuple(page for page in found if page)
