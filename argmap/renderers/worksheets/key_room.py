"""The answers in the room there is to write them: smaller where they are long, cut where nothing else helps."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from argmap.renderers.graphviz import engine
from argmap.renderers.worksheets.room import SIZES, Room
from argmap.teaching.worksheet import Blank

SAME: Final = 0.05
"""Points by which a label may differ in size on sheet and key."""

_MOST_CUTS: Final = 12
"""Times an answer may be halved: whatever a map may hold as a text is then short enough."""


def room_with_answers(room: Room, blanks: Iterable[Blank]) -> Room:
    """Room with answers in it, each in the largest type that needs no more room than there is to write.

    Args:
        room: That of the sheet.
        blanks: Those of the sheet.
    """
    there = {blank.number: blank for blank in blanks}
    filled = replace(room, answers={n: blank.answer for n, blank in there.items()})
    empty = _sizes(room, there.values())
    for step in range(len(SIZES) + _MOST_CUTS):
        sizes = _sizes(filled, there.values())
        large = {n for n, (width, high) in sizes.items() if width > empty[n][0] + SAME or high > empty[n][1] + SAME}
        if not large:
            break
        small = {n: filled.small.get(n, 0) + (n in large) for n in there}
        answers = dict(filled.answers)
        if step >= len(SIZES) - 1:
            answers |= {n: _halved(answers[n]) for n in large}
        filled = replace(filled, small=small, answers=answers)
    return filled


def _halved(answer: str) -> str:
    return answer[: len(answer) // 2].rstrip(" …") + "…"


def _sizes(room: Room, blanks: Iterable[Blank]) -> dict[int, tuple[float, float]]:
    """How large each blank comes out, by number."""
    cells = {blank.number: _cell(room, blank) for blank in blanks}
    found = engine.measure({f"n{number}": cell for number, cell in cells.items()}).sizes
    return {number: found[f"n{number}"] for number in cells}


def _cell(room: Room, blank: Blank) -> str:
    match blank.kind:
        case "relation":
            return room.relation(blank.number)
        case "source":
            return room.source(blank.number)
        case "role":
            return room.part(blank.number)
        case "claim" | "co-premise":
            return room.claim(blank.number)
