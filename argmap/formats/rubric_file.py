"""YAML text -> the rubric of a grade, and back. All problems of such a file are AM123; a file with any is not used."""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from argmap.codes import problem
from argmap.diagnostics import Diagnostic, Position, Where, locate
from argmap.formats import yaml_text
from argmap.formats.reading import Reading
from argmap.formats.toml_tables import TableReading
from argmap.teaching.grading.records import ASPECTS, KINDS
from argmap.teaching.grading.rubric import DEFAULT, Rubric
from argmap.text import did_you_mean, nearest_name

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

VERSION: Final = "argmap-rubric"
_KNOWN: Final = (VERSION, "title", "points", "ignore", "levels")
_LONGEST: Final = 100_000
_SHARE: Final = re.compile(r"(\d+(?:\.\d+)?)\s?(%?)")
_POINTS: Final = re.compile(r"\d{1,6}(?:\.\d{0,6})?|\.\d{1,6}")


def read_rubric(text: str, name: str) -> TableReading[Rubric]:
    """The rubric in a text; every problem of it is told at once.

    Args:
        text: The text of the file.
        name: What it is called in messages.
    """
    if len(text) > _LONGEST:
        found = problem("AM123", f"the file is larger than {_LONGEST // 1000} kB", help="check that it is the rubric")
        return TableReading(name, None, (replace(found, file=name, position=Position(1, 1, 1, 1)),))
    raw = yaml_text.read(text)
    places: Reading[ArgumentMap] = Reading(name, None, (), text)  # only for where things stand
    problems = list(raw.problems) or list(_faults(raw.data))
    sourced = [replace(d, file=name, source=places.line(d.position.line)) if d.position else d for d in problems]
    return TableReading(name, None if problems else _rubric(raw.data), locate(sourced, places))


def rubric_text(rubric: Rubric = DEFAULT) -> str:
    """A commented file that reads back as the rubric."""
    points = "".join(f"  {aspect}: {rubric.points.get(aspect, 0):g}{_MEANT[aspect]}\n" for aspect in ASPECTS)
    levels = "".join(f"  {name}: {100 * least:g}%\n" for name, least in rubric.levels)
    ignored = ", ".join(kind for kind in KINDS if kind in rubric.ignore)
    return f"""\
# How `argmap grade --rubric FILE` reckons.
{VERSION}: 1
title: {rubric.title or "My rubric"}

# The points of each kind: a map that has three quarters of it right gets three quarters of them. With 0 it is told and
# not counted. Where a map leaves nothing to judge, the points are left out of what can be reached, too.
points:
{points}
# Findings that are neither told nor counted, such as [linked-as-separate, separate-as-linked] for beginners. All are:
#   {", ".join(KINDS[:7])},
#   {", ".join(KINDS[7:])}
ignore: [{ignored}]

# What a share is called, and how much of the points it takes at least.
levels:
{levels}"""


_MEANT: Final[Mapping[str, str]] = {
    "statements": "  # is it there?",
    "places": "      # does it stand under the right statement?",
    "relations": "   # reason, objection, doubt or condition?",
    "linking": "     # do premises work together, or each alone?",
    "sources": "     # whom does it cite?",
    "types": "       # what is a thesis, what is left unstated?",
    "voices": "      # does the author say so, or somebody the author reports?",
}


def _rubric(data: Mapping[str, Any]) -> Rubric:
    levels = [(name, _share(value)) for name, value in (data.get("levels") or {}).items()]
    return Rubric(
        title=data.get("title", ""),
        points={a: float(data["points"].get(a, 0)) for a in ASPECTS} if "points" in data else DEFAULT.points,
        ignore=frozenset(data.get("ignore", ())),
        levels=tuple(sorted(((n, s) for n, s in levels if s is not None), key=lambda x: -x[1])) or DEFAULT.levels,
    )


def _faults(data: Any) -> Iterator[Diagnostic]:
    start = f"begin it with `{VERSION}: 1`; `argmap grade --new-rubric` prints one to start from"
    if not isinstance(data, dict):
        yield problem("AM123", "the file holds no rubric", help=start)
        return
    if VERSION not in data and "statements" in data:
        yield problem("AM123", "the file holds a map, and no rubric", help=start)
        return
    if VERSION not in data and not any(nearest_name(str(key), [VERSION]) for key in data):
        yield problem("AM123", f"the rubric has no {VERSION!r}", help=start)
    for key, value in data.items():
        match key:
            case "argmap-rubric":
                if value != "1":
                    yield problem("AM123", f"{VERSION!r} is {_shown(value)}", (key,), help="write 1")
            case "title":
                if not isinstance(value, str):
                    yield problem("AM123", f"'title' is {_shown(value)}", (key,), help="write a text, or leave it out")
            case "points":
                yield from _points(value)
            case "ignore":
                yield from _ignored(value)
            case "levels":
                yield from _levels(value)
            case _:
                yield _unknown("field", key, (key,), _KNOWN)


def _unknown(kind: str, name: str, where: Where, known: tuple[str, ...], *, on_key: bool = True) -> Diagnostic:
    help_ = did_you_mean(name, known) or f"known: {', '.join(known)}"
    message = f"there is no {kind} {_shown(name)}"
    return problem("AM123", message, where, on_key=on_key, help=help_, instead=nearest_name(name, known))


def _points(value: Any) -> Iterator[Diagnostic]:
    if not isinstance(value, dict) or not value:
        yield problem(
            "AM123", f"'points' is {_shown(value)}", ("points",), help="write a line `statements: 4` below it"
        )
        return
    for key, given in value.items():
        if key not in ASPECTS:
            yield _unknown("kind of points", key, ("points", key), ASPECTS)
        elif not isinstance(given, str) or not _POINTS.fullmatch(given):
            help_ = "write a number of points such as 4 or 0.5"
            yield problem("AM123", f"{key!r} is {_shown(given)}", ("points", key), help=help_)
    if all(isinstance(given, str) and _POINTS.fullmatch(given) and not float(given) for given in value.values()):
        yield problem("AM123", "nothing counts: all points are 0", ("points",), on_key=True, help="give some points")


def _ignored(value: Any) -> Iterator[Diagnostic]:
    if not isinstance(value, list):
        help_ = f"write [{value}]" if value in KINDS else "write [extra-source], or leave it out"
        yield problem("AM123", f"'ignore' is {_shown(value)}", ("ignore",), help=help_)
        return
    for i, kind in enumerate(value):
        if not isinstance(kind, str):
            help_ = "write the name of a kind, such as extra-source"
            yield problem("AM123", f"an item of 'ignore' is {_shown(kind)}", ("ignore", i), help=help_)
        elif kind not in KINDS:
            yield _unknown("kind of finding", kind, ("ignore", i), KINDS, on_key=False)


def _levels(value: Any) -> Iterator[Diagnostic]:
    if not isinstance(value, dict) or not value:
        yield problem("AM123", f"'levels' is {_shown(value)}", ("levels",), help="write a line `secure: 85%` below it")
        return
    seen: dict[float, str] = {}
    for key, given in value.items():
        share = _share(given)
        if share is None:
            help_ = "write a share such as 85%, from 0 to 100"
            yield problem("AM123", f"{key!r} is {_shown(given)}", ("levels", key), help=help_)
        elif share in seen:
            message = f"{key!r} begins where {seen[share]!r} does"
            yield problem("AM123", message, ("levels", key), help="give each level a share of its own")
        else:
            seen[share] = key
    if seen and len(seen) == len(value) and 0.0 not in seen:
        help_ = f"let {min((share, key) for share, key in seen.items())[1]!r} begin at 0, or add another level"
        yield problem("AM123", "no level begins at 0", ("levels",), on_key=True, help=help_)


def _share(value: Any) -> float | None:
    found = _SHARE.fullmatch(value) if isinstance(value, str) else None
    if not found:
        return None
    share = float(found[1]) / (100 if found[2] else 1)
    return share if math.isfinite(share) and share <= 1 else None


def _shown(value: Any) -> str:
    match value:
        case None:
            return "empty"
        case str():
            return repr(value) if len(value) <= 60 else f"{value[:59]!r}…"
        case dict():
            return "a mapping" if value else "empty"
        case _:
            return "a list"
