"""A theme of a user's own: a theme of argmap to start from, and what is different. It is held to the same rules."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from argmap.codes import problem
from argmap.diagnostics import Diagnostic, Where
from argmap.formats.theme_faults import told
from argmap.formats.toml_tables import TableReading, read_tables
from argmap.text import did_you_mean, shorten
from argmap.theme import ACCENTS, OPTIONAL, SHADES, THEME_NAMES, THEMES, TOKENS, Theme, colours_of, theme_of
from argmap.theme.rules import faults
from argmap.theme.sight import is_grey, parsed

BASE: Final = "base"
_LONG: Final = re.compile(r"#[0-9A-Fa-f]{6}")
_SHORT: Final = re.compile(r"#[0-9A-Fa-f]{3}")
_PLAIN: Final = tuple(token for token in TOKENS if "." not in token)
_LONGEST: Final = 60


def read_theme(text: str, name: str) -> TableReading[Theme]:
    """The theme in a text; every problem of it is told at once, a warning keeps nobody from drawing."""
    tables = read_tables(text, name)
    if tables.problems:
        return TableReading(name, None, tables.problems)
    found: list[Diagnostic] = []
    own = dict(_own(tables.data, found))
    base = _base(tables.data, found)
    if not found:
        colours = {**colours_of(base), **own}
        found += told(faults(colours, greys=base.name == "print"), colours, own)
    located = tables.located(found)
    wrong = any(d.severity == "error" for d in located)
    return TableReading(name, None if wrong else theme_of(name, {**colours_of(base), **own}), located)


def check_theme(theme: Theme) -> tuple[Diagnostic, ...]:
    """What is wrong with a theme built in Python; nothing with those that come with argmap."""
    if theme in THEMES.values():
        return ()
    colours = colours_of(theme)
    found: list[Diagnostic] = []
    for token, value in colours.items():
        if colour := _colour(value, tuple(token.split(".")), token, found):
            colours[token] = colour
    if not found:
        greys = all(is_grey(colour) for colour in colours.values())
        found += told(faults(colours, greys=greys), colours, colours)
    return tuple(found)


def _base(data: Mapping[str, Any], found: list[Diagnostic]) -> Theme:
    name = data.get(BASE, "light")
    for each in THEME_NAMES:
        if name == each:
            return THEMES[each]
    message = f"{_quoted(name)} is no theme that comes with argmap"
    near = did_you_mean(name, THEME_NAMES) if isinstance(name, str) else ""
    found.append(problem("AM908", message, (BASE,), help=near or f"start from {_or(THEME_NAMES)}"))
    return THEMES["light"]


def _own(data: Mapping[str, Any], found: list[Diagnostic]) -> Iterator[tuple[str, str]]:
    """The colours that stand in a file, by token; what is none goes to `found`."""
    for name, value in data.items():
        if name in ACCENTS and isinstance(value, dict):
            for shade, inner in value.items():
                if shade in SHADES:
                    token = f"{name}.{shade}"
                    yield token, _colour(inner, (name, shade), token, found)
                else:
                    found.append(_unknown((name, shade), f"{_quoted(shade)} is no colour of {name!r}", shade, SHADES))
        elif name in ACCENTS:
            message = f"{name!r} is {_quoted(value)}, and has four colours"
            found.append(problem("AM909", message, (name,), help=f"write {name}.line, and likewise {_or(SHADES[1:])}"))
        elif name in _PLAIN:
            yield name, _colour(value, (name,), name, found)
        elif name != BASE:
            known = (*_PLAIN, *ACCENTS, BASE)
            found.append(_unknown((name,), f"a theme has no {_quoted(name)}", name, known))


def _unknown(where: Where, message: str, name: str, known: Collection[str]) -> Diagnostic:
    help_ = did_you_mean(name, known) or f"known: {', '.join(known)}"
    return problem("AM908", message, where, on_key=True, help=help_)


def _colour(value: Any, where: Where, token: str, found: list[Diagnostic]) -> str:
    """The colour in ``#RRGGBB``, capitals; "" where there is none, or it is none."""
    if value == "" and token in OPTIONAL:
        return ""
    if isinstance(value, str) and _LONG.fullmatch(value):
        return value.upper()
    if isinstance(value, str) and _SHORT.fullmatch(value):
        return "#" + "".join(digit * 2 for digit in value[1:]).upper()
    message = f"{token!r} is {_quoted(value)}, which is no colour" if value != "" else f"{token!r} has no colour"
    meant = _meant(value)
    found.append(problem("AM909", message, where, help=f'write "{meant}"' if meant else 'write it as "#RRGGBB"'))
    return ""


def _meant(value: Any) -> str:
    """What somebody most likely meant who wrote a colour in another way."""
    if not isinstance(value, str) or len(value) > _LONGEST:
        return ""
    bare = f"#{value.strip().lstrip('#')}"
    return bare.upper() if _LONG.fullmatch(bare) else parsed(value.strip())


def _quoted(value: Any) -> str:
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    text = repr(value) if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= _LONGEST else f"{shorten(text[:_LONGEST], 6).rstrip('…')}…"


def _or(names: Collection[str]) -> str:
    *rest, last = names
    return f"{', '.join(rest)} or {last}"
