"""Dates and places in an article as people write them, in the notation of the format."""

import re
from typing import Final

from argmap.model import parse_period, parse_place

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = r"(?P<month>[a-z]{3,9})\.?"
_YEAR: Final = r"(?P<year>\d{4})"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_IN_WORDS: Final = tuple(
    re.compile(pattern)
    for pattern in (rf"{_DAY}\.? {_MONTH},? {_YEAR}", rf"{_MONTH} {_DAY},? {_YEAR}", rf"{_MONTH},? {_YEAR}")
)
_SHORT: Final = re.compile(rf"{_YEAR}[-/.](?P<number>\d{{1,2}})(?:[-/.](?P<day>\d{{1,2}}))?")
_EARLY: Final = re.compile(r"(?:ad|ce) (\d{1,3})|(\d{1,3}) (?:ad|ce)|(\d{3})")
_RUN: Final = re.compile(r"(\d{4}) ?(?:-|–|—|/|to) ?(\d{4})")

_PLACES: Final = (
    (re.compile(r"(?:paragraphs?|paras?|pars?|¶¶?)?\.? ?(\d+)(?:[-–](\d+))?"), "¶"),
    (re.compile(r"(?:pages?|pgs?|pp?)\.? ?(\d+)(?:[-–](\d+))?"), "p. "),
    (re.compile(r"(?:sections?|secs?|sects?|§§?)\.? ?(\d+)(?:[-–](\d+))?"), "§"),
)


def period_meant(text: str) -> str:
    """The date or interval that was probably meant, as ISO 8601 writes it; "" where nobody can tell.

    >>> period_meant("August 18, 2023"), period_meant("2021-2017"), period_meant("AD 180"), period_meant("3/4/2020")
    ('2023-08-18', '2017/2021', '0180', '')
    """
    plain = " ".join(text.lower().split())
    if run := _RUN.fullmatch(plain):
        first, last = sorted(run.groups())
        return _valid(f"{first}/{last}")
    if early := _EARLY.fullmatch(plain):
        return _valid(next(filter(None, early.groups())).zfill(4))
    if short := _SHORT.fullmatch(plain):
        return _valid(_iso(short["year"], int(short["number"]), short["day"]))
    for pattern in _IN_WORDS:
        if (found := pattern.fullmatch(plain)) and found["month"][:3] in _MONTHS:
            day = found.groupdict().get("day")
            return _valid(_iso(found["year"], _MONTHS.index(found["month"][:3]) + 1, day))
    return ""


def place_meant(text: str) -> str:
    """The place that was probably meant, in the notation of the format; "" where nobody can tell.

    >>> place_meant("page 12"), place_meant("¶5-3"), place_meant("somewhere")
    ('p. 12', '¶3-5', '')
    """
    plain = " ".join(text.lower().split())
    for pattern, mark in _PLACES:
        if found := pattern.fullmatch(plain):
            numbers = sorted(int(number) for number in found.groups() if number)
            place = f"{mark}{'-'.join(map(str, numbers))}"
            try:
                parse_place(place)
            except ValueError:
                return ""
            return place
    return ""


def places_meant(text: str) -> tuple[str, ...]:
    """The places that were probably meant by several in one text; () where nobody can tell, or there is only one.

    >>> places_meant("¶12, ¶13"), places_meant("p. 3 and 5"), places_meant("¶12")
    (('¶12', '¶13'), ('p. 3', 'p. 5'), ())
    """
    parts = [part for part in re.split(r"[,;&]|\band\b", text) if part.strip()]
    found: list[str] = []
    for part in parts:
        mark = found[-1].rstrip("0123456789-.") if found else ""
        bare = re.fullmatch(r"\s*\d+\s*", part)
        if not (place := place_meant(f"{mark}{part.strip()}" if bare else part)):
            return ()
        found.append(place)
    return tuple(found) if len(found) > 1 else ()


def _iso(year: str, month: int, day: str | None) -> str:
    return f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")


def _valid(text: str) -> str:
    try:
        parse_period(text)
    except ValueError:
        return ""
    return text
