"""Where in an article, and when and where in the world: the two small notations inside a map's fields."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

PlaceKind = Literal["paragraph", "page", "section"]

_PLACE = re.compile(r"(¶|p\.|pp\.|§)\s*(\d{1,6}(?:\.\d{1,6})*)(?:\s*[-–]\s*(\d{1,6}))?")
_KINDS: dict[str, PlaceKind] = {"¶": "paragraph", "p.": "page", "pp.": "page", "§": "section"}


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph, page or section, or a run of them; `first` and `last` are as written, ``3`` or ``2.1``."""

    kind: PlaceKind
    first: str
    last: str

    @property
    def paragraphs(self) -> range:
        """The paragraphs meant, counted as the article counts them; empty for pages and sections."""
        if self.kind != "paragraph" or "." in self.first:
            return range(0)
        return range(int(self.first), int(self.last) + 1)


def parse_place(text: str) -> Place:
    """Read ``¶15``, ``¶3-5``, ``p. 12`` or ``§2.1``.

    Raises:
        ValueError: It is none of them, or a run that goes backwards.
    """
    found = _PLACE.fullmatch(text.strip())
    if not found:
        raise ValueError(f"{text!r} is no place in an article; write ¶15, p. 3 or §2")
    mark, first, last = found.groups()
    if last and ("." in first or int(last) < int(first)):
        raise ValueError(f"{text!r} runs backwards; write the smaller number first")
    return Place(_KINDS[mark], first, last or first)


_EARLY = r"(?i)(?<!\d)-\d|^\s*\d{1,3}\s*(?:/|$)|\bb\.? ?c\b|\b(?:ad|ce|bce)\b|\bv\. ?chr\b"  # compiled where needed
_EARLY_YEARS = "a year has four digits, as in 0180; years BC cannot be written: leave the field out"
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Period:
    """A closed stretch of days; None is open on that side."""

    first: date | None
    last: date | None

    def overlaps(self, other: "Period") -> bool:
        """Whether the two share a day."""
        starts_late = self.first and other.last and self.first > other.last
        ends_early = self.last and other.first and self.last < other.first
        return not (starts_late or ends_early)


def parse_period(text: str) -> Period:
    """Read an ISO 8601 date or interval: ``2023``, ``2023-08``, ``2023-08-18``, ``2017/2021``, ``2019/..``.

    A year or month is all its days; both ends of an interval belong to it.

    Raises:
        ValueError: It is no such date, or the interval ends before it begins.
    """
    start, slash, end = text.strip().partition("/")
    try:
        first = None if slash and start in ("..", "") else _day(start, last=False)
        last = None if slash and end in ("..", "") else _day(end if slash else start, last=True)
    except ValueError as problem:
        way_out = _EARLY_YEARS if re.search(_EARLY, text) else "write 2023, 2023-08-18 or 2017/2021"
        raise ValueError(f"{text!r} is no ISO 8601 date or interval; {way_out}") from problem
    if first and last and first > last:
        raise ValueError(f"{text!r} ends before it begins")
    return Period(first, last)


def period_in_words(when: str) -> str:
    """A period as a reader is shown it, one that is no ISO date as it is.

    >>> [period_in_words(when) for when in ("2017/2021", "2019/..", "../2021", "2023-08")]
    ['2017–2021', 'since 2019', 'until 2021', '2023-08']
    """
    start, slash, end = (part.strip() for part in when.partition("/"))
    if not slash:
        return start
    if start in ("", ".."):
        return f"until {end}"
    return f"since {start}" if end in ("", "..") else f"{start}–{end}"


def _day(text: str, *, last: bool) -> date:
    found = _DATE.fullmatch(text.strip())
    if not found:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    month = month or (12 if last else 1)
    if year < 1:
        raise ValueError(text)
    if not 1 <= month <= 12:
        raise ValueError(text)
    return date(year, month, day) if day else _last_day(year, month) if last else date(year, month, 1)


def _last_day(year: int, month: int) -> date:
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)
