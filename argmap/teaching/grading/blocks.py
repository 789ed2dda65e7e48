"""What reports are made of, before they are text, Markdown or a page: headings, tables and items."""

from dataclasses import dataclass

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A thing told, and what is said below it."""

    head: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a report: lines, a table with its heads in the first row, items, and lines that follow them."""

    title: str
    lines: tuple[str, ...] = ()
    table: tuple[Row, ...] = ()
    items: tuple[Item, ...] = ()
    after: tuple[str, ...] = ()


def share(right: int, total: int) -> str:
    """A share of a hundred, rounded down, so that only all of it is 100 %; a dash for nothing.

    >>> share(199, 200), share(0, 0)
    ('99 %', '–')
    """
    return f"{100 * right // total} %" if total else "–"


def number(value: float | None) -> str:
    """Points with one digit where they need it; a dash for none.

    >>> number(4.0), number(2.5), number(None)
    ('4', '2.5', '–')
    """
    if value is None:
        return "–"
    return f"{value:.1f}".removesuffix(".0")
