"""Titles, findings and rows, as they are before they are text or Markdown."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from argmap.comparison.records import Group
from argmap.reporters.ink import Tone

BULLET: Final = "• "
FEW: Final = 8  # maps that can be named one by one
MOST_NAMES: Final = 4  # of maps in a row, as in the sentences of findings; the others are counted


@dataclass(frozen=True, slots=True)
class Title:
    """A heading; `count` stands behind it, `legend` under it."""

    text: str
    count: int | None = None
    legend: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A text with what leads it in; "" where it goes on with the lead above. A text may begin with a bullet."""

    lead: str
    text: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Item:
    """A finding: its symbol, what is said of it, and rows under that."""

    symbol: str
    group: Group
    text: str
    rows: tuple[Row, ...] = ()


def names_in_short(names: Sequence[str], most: int = MOST_NAMES) -> str:
    """``A, B and C``; where there are two more than `most`, the others are counted: ``A, B, C, D and 12 others``."""
    if len(names) > most + 1:
        names = [*names[:most], f"{len(names) - most} others"]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
