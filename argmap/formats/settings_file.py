"""The settings of a project: which problems `argmap check` tells there. ``argmap.toml``, or a table of pyproject.toml.

All problems of such a file are AM120, with their places; a file with any is not used.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from typing import Any, Final

from argmap.codes import problem
from argmap.diagnostics import Diagnostic, Where
from argmap.formats.code_patterns import fault_of
from argmap.formats.toml_tables import TableReading, read_tables
from argmap.text import did_you_mean, nearest_name

SHARED_FILE: Final = "pyproject.toml"
_TABLE: Final = ("tool", "argmap")
_LISTS: Final = ("select", "ignore")
_SWITCHES: Final = ("teach", "strict")
_PER_FILE: Final = "per-file-ignores"
_KNOWN: Final = (*_LISTS, *_SWITCHES, _PER_FILE)
_HEADING: Final = re.compile(r"^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*argmap\b", re.MULTILINE)
_LONGEST_SHARED: Final = 10_000  # characters of a line: in pyproject.toml others write, too


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project says of its checks.

    Attributes:
        select: The warnings and advice to tell, as codes, names or beginnings; () is all.
        ignore: Those not to tell.
        teach: Whether teaching advice is told.
        strict: Whether warnings count as errors for the exit code.
        per_file: Those not to tell in files whose path fits a pattern.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    teach: bool = False
    strict: bool = False
    per_file: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def ignored_in(self, path: str) -> tuple[str, ...]:
        """What is not told in a file.

        Args:
            path: From the folder of the settings, with ``/``. A pattern without one is compared with the name alone;
                ``*`` stands for any characters, ``/`` too.
        """
        name = path.rpartition("/")[2]
        inside = (codes for pattern, codes in self.per_file if fnmatchcase(path if "/" in pattern else name, pattern))
        return (*self.ignore, *(code for codes in inside for code in codes))


def read_settings(text: str, name: str) -> TableReading[Settings]:
    """The settings in a text; every problem of it is told at once.

    Args:
        text: The text of the file.
        name: What it is called in messages. In a file called pyproject.toml they stand below ``[tool.argmap]``.
    """
    shared = _is_shared(name)
    tables = read_tables(text, name, longest=_LONGEST_SHARED) if shared else read_tables(text, name)
    if tables.problems:
        return TableReading(name, None, tuple(replace(d, code="AM120", help=_line_help(d)) for d in tables.problems))
    within = _TABLE if shared else ()
    data = _below(tables.data, within)
    if not isinstance(data, dict):
        wrong = problem("AM120", "the settings are no table", within, help="begin them with a line [tool.argmap]")
        return TableReading(name, None, tables.located([wrong]))
    found = tables.located([replace(d, where=(*within, *d.where)) for d in _faults(data)])
    return TableReading(name, None if found else _settings(data), found)


def has_settings(text: str) -> bool:
    """Whether a pyproject.toml holds settings of argmap, or, if it is no TOML, seems to."""
    if "argmap" not in text:
        return False
    tables = read_tables(text, SHARED_FILE, longest=_LONGEST_SHARED)
    return bool(_HEADING.search(text)) if tables.problems else _below(tables.data, _TABLE) is not None


def _is_shared(name: str) -> bool:
    return name.replace("\\", "/").rpartition("/")[2] == SHARED_FILE


def _below(data: Any, keys: tuple[str, ...]) -> Any:
    for key in keys:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def _settings(data: Mapping[str, Any]) -> Settings:
    return Settings(
        select=tuple(data.get("select", ())),
        ignore=tuple(data.get("ignore", ())),
        teach=data.get("teach", False),
        strict=data.get("strict", False),
        per_file=tuple((pattern, tuple(codes)) for pattern, codes in data.get(_PER_FILE, {}).items()),
    )


def _faults(data: Mapping[str, Any]) -> Iterator[Diagnostic]:
    for key, value in data.items():
        if key in _LISTS:
            yield from _of_codes(value, (key,), ignoring=key == "ignore")
        elif key in _SWITCHES:
            if not isinstance(value, bool):
                yield problem("AM120", f"{key!r} is {_shown(value)}", (key,), help="write true or false")
        elif key == _PER_FILE:
            yield from _of_files(value)
        else:
            help_ = did_you_mean(key, _KNOWN) or f"known: {', '.join(_KNOWN)}"
            instead = nearest_name(key, _KNOWN)
            yield problem("AM120", f"there is no setting {key!r}", (key,), on_key=True, help=help_, instead=instead)


def _of_files(value: Any) -> Iterator[Diagnostic]:
    if not isinstance(value, dict):
        help_ = f'write [{_PER_FILE}], and below it "drafts/*.yaml" = ["AM4"]'
        yield problem("AM120", f"{_PER_FILE!r} is {_shown(value)}, not a table", (_PER_FILE,), help=help_)
        return
    for pattern, codes in value.items():
        if help_ := _misses_all(pattern):
            yield problem("AM120", f"no file fits {_shown(pattern)}", (_PER_FILE, pattern), on_key=True, help=help_)
        yield from _of_codes(codes, (_PER_FILE, pattern), ignoring=True)


def _misses_all(pattern: str) -> str:
    """What to write instead of a pattern that fits no file; "" where one may fit."""
    path = pattern.strip().replace("\\", "/").removeprefix("./")
    if path.startswith(("/", "../")):
        return "name a path from the folder of this file, or below it"
    better = f"{path}*" if not path or path.endswith("/") else path
    return f"write {better!r}, a path from the folder of this file" if better != pattern else ""


def _of_codes(value: Any, where: Where, *, ignoring: bool) -> Iterator[Diagnostic]:
    if not isinstance(value, list):
        help_ = f'write ["{value}"]' if isinstance(value, str) and not fault_of(value) else 'write ["AM304", "AM4"]'
        yield problem("AM120", f"{where[-1]!r} is {_shown(value)}, not a list of codes", where, help=help_)
        return
    for i, item in enumerate(value):
        if not isinstance(item, str):
            yield problem("AM120", f"{_shown(item)} is no code", (*where, i), help='write it in quotes: "AM304"')
        elif fault := fault_of(item, ignoring=ignoring):
            yield problem("AM120", fault.message, (*where, i), help=fault.help, instead=fault.instead)


def _shown(value: Any) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return repr(value) if len(value) <= 60 else f"{value[:59]!r}…"
        case dict():
            return "a table"
        case list():
            return "a list"
        case _:
            return str(value)[:60]


def _line_help(d: Diagnostic) -> str:
    """What to write instead of a line that is no TOML."""
    truth = _TRUTH.match(d.source)
    return f"write `{truth['key']} = {'true' if truth['word'].lower() in _YES else 'false'}`" if truth else _HELP


_TRUTH: Final = re.compile(r"\s*(?P<key>strict|teach)\s*=\s*(?P<word>yes|no|on|off|true|false)\b", re.IGNORECASE)
_YES: Final = frozenset({"yes", "on", "true"})
_HELP: Final = 'a line reads: ignore = ["AM304"]; `argmap check --no-settings` does without the file'
