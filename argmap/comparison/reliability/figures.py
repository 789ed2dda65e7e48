"""What a measure of agreement gives: a number with what it rests on, or none with the reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Value = str | frozenset[str]
"""What a coder gave to a unit: one value, or a set of them."""

Row = tuple[Value | None, ...]
"""The values all coders gave to one unit, in the order of the coders; None where a coder gave none."""

Rows = Mapping[Row, int]
"""How many units have each row: the layers on pairs of statements have millions of equal ones."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and how many units it rests on; with `value` None, `reason` says why there is none."""

    value: float | None
    n: int
    reason: str = ""


def pairable(rows: Rows) -> dict[Row, int]:
    """The rows that hold at least two values: one value alone agrees with nothing."""
    return {row: times for row, times in rows.items() if times and len(given(row)) > 1}


def given(row: Row) -> list[Value]:
    """The values of a row without the gaps."""
    return [value for value in row if value is not None]


def in_words(value: Value) -> str:
    """A value as a sentence shows it; the members of a set in order, ``nothing`` for the empty set."""
    return value if isinstance(value, str) else ", ".join(sorted(value)) or "nothing"


def no_variation(values: Sequence[Value]) -> str:
    """Why a measure that corrects for chance has no value where every coder always said the same."""
    return f"every value is {in_words(values[0])!r}: where nothing varies, agreement cannot be told from chance"
