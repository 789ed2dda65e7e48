"""The lines of an outline, in the reading order of the drawing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from argmap.diagram.boxes import BoxKind
from argmap.diagram.reading_order import Visit, Walk
from argmap.model import ArgumentMap

_WORDS: Final[dict[BoxKind, str]] = {
    "support": "because",
    "attack": "but",
    "undercut": "unless",
    "condition": "if",
}

EVIDENCE: Final = "▪"


@dataclass(frozen=True, slots=True)
class Item:
    """One line of an outline.

    Attributes:
        depth: Steps below the top.
        word: How it stands under the line above it: ``because``, ``and`` (a further premise of the same reason),
            ``but``, ``unless``, ``if``, ``▪`` (evidence that stands in the foot of a box), or "" at the top.
        key: Its statement.
        again: It is written out further up.
        joined: It is the first of several premises that work only together.
        scheme: The pattern of the reason it opens, or "".
        loose: It is a top, and no thesis.
        context: It was not asked for, and stands there since something below it was.
    """

    depth: int
    word: str
    key: str
    again: bool = False
    joined: bool = False
    scheme: str = ""
    loose: bool = False
    context: bool = False


def items(m: ArgumentMap) -> Iterator[Item]:
    """Every thesis with what stands under it, then what hangs on none; no chain is too long."""
    visits = Walk(m).whole()
    below: dict[tuple[int, str], list[Visit]] = {}
    for visit in visits:
        below.setdefault((visit.upper, visit.under), []).append(visit)
    waiting: list[tuple[int, Visit] | Item] = [(0, visit) for visit in reversed(below.get((-1, ""), ()))]
    while waiting:
        next_ = waiting.pop()
        if isinstance(next_, Item):
            yield next_
        else:
            waiting += reversed(list(_lines(*next_, below)))


def _lines(depth: int, visit: Visit, below: dict[tuple[int, str], list[Visit]]) -> Iterator[tuple[int, Visit] | Item]:
    """The statements of a box, each with its evidence and what stands under it; then the doubts about the step."""
    for i, key in enumerate(visit.keys):
        word = "and" if i else _WORDS.get(visit.kind, "")
        scheme = visit.reason.scheme if visit.reason and not i else None
        joined = len(visit.keys) > 1 and not i
        yield Item(depth, word, key, key in visit.second, joined, scheme or "", visit.kind == "loose")
        yield from (Item(depth + 1, EVIDENCE, foot) for foot in visit.feet.get(key, ()))
        yield from ((depth + 1, child) for child in below.get((visit.index, key), ()))
    yield from ((depth, doubt) for doubt in below.get((visit.index, ""), ()))
