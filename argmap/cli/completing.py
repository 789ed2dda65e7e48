"""What the shell offers when TAB is pressed behind an option or argument: files, and names that stand in maps.

A map is not read as a map here but looked over line by line: that takes a moment, needs none of the rooms that check
or compare, and works while a map is half written. Whatever goes wrong, nothing is offered, and nothing is said.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import FunctionType
from typing import Any, Final

Offer = tuple[str, str]
"""What can be typed, and what is said of it beside."""

_YAML: Final = (".yaml", ".yml")
_TABLE: Final = (".tsv",)
_TOML: Final = (".toml",)
_MOST_BYTES: Final = 2_000_000  # of a file that is looked over
_MOST_FILES: Final = 40  # of those beside, where none is named
_SECTION: Final = re.compile(r"([a-z-]+):\s*(?:#.*)?$")
_ENTRY: Final = re.compile(r"(\s+)([\"']?)([a-z0-9]+(?:-[a-z0-9]+)*)\2:(?=\s|$)\s*(.*)")
_CODEBOOK: Final = re.compile(r"^codebook:\s*[\"']?([^\s\"'#{][^\"'#\n]*)", re.MULTILINE)
_TEXT: Final = re.compile(r"(?:text|name|title):\s*[\"']?(.+)")
_TEXT_INSIDE: Final = re.compile(r"[{,]\s*(?:text|name|title):\s*[\"']?([^\"'}]+?)\s*(?:[\"'}]|,\s*[a-z]+:)")

_UNITS: Final = {"propositions": "stance", "factors": "explanation", "actors": "role"}
"""What findings about the keys of a section are called."""


def offers(verb: str, names: Iterable[str], incomplete: str, words: Iterable[str]) -> list[Offer] | None:
    """What can stand behind an option or as an argument; None where the parser knows by itself.

    Args:
        verb: The verb, as in ``align check``.
        names: What the option or argument is called: ``--focus``, ``MAP``.
        incomplete: What was typed of it.
        words: The whole line, for the maps named in it.
    """
    for name in names:
        source = SOURCES.get(f"{verb} {name}") or SOURCES.get(name)
        if source:
            try:
                return [
                    (value, said) for value, said in source(incomplete, tuple(words)) if value.startswith(incomplete)
                ]
            except Exception:  # a shell shows what goes wrong in the middle of the line one types
                return []
    return None


def _files(*endings: str) -> "Source":
    """Files with these endings, and the folders that may hold some; all files without endings."""

    def source(incomplete: str, _words: tuple[str, ...]) -> Iterator[Offer]:
        folder, _, start = incomplete.rpartition("/")
        before = f"{folder}/" if "/" in incomplete else ""
        for entry in sorted(os.scandir(Path(before or ".").expanduser()), key=lambda entry: entry.name):
            if entry.name.startswith(".") and not start.startswith("."):
                continue
            if entry.is_dir():
                yield f"{before}{entry.name}/", ""
            elif not endings or entry.name.lower().endswith(endings):
                yield f"{before}{entry.name}", ""

    return source


Source = Callable[[str, tuple[str, ...]], Iterable[Offer]]


def _keys(*sections: str, beside: bool = False) -> Source:
    """The names defined in these sections of the maps in the line and their codebooks; `beside`: else of all here."""

    def source(_incomplete: str, words: tuple[str, ...]) -> Iterator[Offer]:
        told: set[str] = set()
        for path in _named(words) or (_here() if beside else []):
            for section, key, said in _entries(path):
                if section in sections and key not in told:
                    told.add(key)
                    yield key, said

    return source


def _findings(_incomplete: str, words: tuple[str, ...]) -> Iterator[Offer]:
    """What findings about the keys of the maps are called."""
    told: set[str] = set()
    for path in _named(words):
        for section, key, said in _entries(path):
            if section in _UNITS and key not in told:
                told.add(key)
                yield f"{_UNITS[section]}:{key}", said


def _named(words: Iterable[str]) -> list[Path]:
    """The maps named in a line, and the codebooks that they name."""
    maps = [Path(word).expanduser() for word in words if word.lower().endswith(_YAML)]
    found = [path for path in maps if path.is_file()]
    return list(dict.fromkeys([*found, *(book for path in found for book in _codebook(path))]))


def _here() -> list[Path]:
    return sorted(path for ending in _YAML for path in Path().glob(f"*{ending}"))[:_MOST_FILES]


def _codebook(path: Path) -> Iterator[Path]:
    for found in _CODEBOOK.finditer(_text(path)):
        book = path.parent / found[1].strip()
        if book.is_file():
            yield book


def _text(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(_MOST_BYTES).decode("utf-8", "replace")


def _entries(path: Path) -> list[tuple[str, str, str]]:
    """The section, key and first words of what a map or codebook defines, as far as its lines tell."""
    found: list[tuple[str, str, str]] = []
    section = depth = ""
    for line in _text(path).splitlines():
        if head := _SECTION.match(line):
            section, depth = head[1], ""
        elif line[:1].strip(" \t#"):
            section = ""
        elif section and (entry := _ENTRY.match(line)) and entry[1] == (depth or entry[1]):
            depth = entry[1]
            found.append((section, entry[3], _said(entry[4])))
        elif section and found and not found[-1][2] and (text := _TEXT.match(line.strip())):
            found[-1] = (*found[-1][:2], _short(text[1]))
    return found


def _said(rest: str) -> str:
    """What stands behind a key on its line: the text itself, or the one in braces."""
    if rest.startswith("{"):
        inside = _TEXT_INSIDE.search(rest)
        return _short(inside[1]) if inside else ""
    return "" if rest.startswith("#") else _short(rest)


def _short(text: str) -> str:
    plain = " ".join("".join(c if c.isprintable() else " " for c in text).split()).strip("\"'")
    return plain if len(plain) <= 50 else f"{plain[:49].rstrip()}…"  # shells cut at the screen's edge


def _codes(*, groups: bool = False) -> Source:
    """The codes of problems, and with `groups` how their families begin."""

    def source(_incomplete: str, _words: tuple[str, ...]) -> Iterator[Offer]:
        from argmap.codes import CODES  # noqa: PLC0415

        if groups:
            yield from ((f"AM{n}", "") for n in sorted({code[2] for code in CODES}))
        yield from ((page.code, page.name) for page in CODES.values())

    return source


def _themes(incomplete: str, words: tuple[str, ...]) -> Iterator[Offer]:
    from argmap.theme import THEME_NAMES  # noqa: PLC0415

    yield from ((name, "") for name in THEME_NAMES)
    yield from _own_tables(incomplete, words)


def _languages(incomplete: str, words: tuple[str, ...]) -> Iterator[Offer]:
    from argmap.languages import LANGUAGES  # noqa: PLC0415

    yield from ((code, "") for code in LANGUAGES)
    yield from _own_tables(incomplete, words)


def _own_tables(incomplete: str, words: tuple[str, ...]) -> Iterable[Offer]:
    """Files in the place of a name: only once some of it was typed, as they are the rarer wish."""
    return _files(*_TOML)(incomplete, words) if incomplete else ()


def _papers(_incomplete: str, _words: tuple[str, ...]) -> Iterator[Offer]:
    from argmap.layout.paper import PAPERS  # noqa: PLC0415

    yield from ((name, "") for name in PAPERS)


def _new(_incomplete: str, _words: tuple[str, ...]) -> Iterator[Offer]:
    yield "codebook", "a codebook, shared by maps that are compared"


_MAPS: Final = _files(*_YAML)
_KEYS: Final = _keys("actors", "factors", "propositions")
_ALL_NAMES: Final = _keys("statements", "actors", "factors", "propositions", "places", "roles", "sources", beside=True)

SOURCES: Final[Mapping[str, Source]] = {
    **dict.fromkeys(
        ("MAP", "MAP MAP...", "OLD NEW", "A", "B", "FILE|FOLDER", "MAP|CODEBOOK", "check FILE", "show FILE"), _MAPS
    ),
    **dict.fromkeys(("align check FILE", "align review FILE", "--alignment"), _files(*_TABLE)),
    **dict.fromkeys(("FILE", "--from", "--output"), _files()),
    **dict.fromkeys(("--focus", "--branch"), _keys("statements")),
    "--about": _KEYS,
    "--explain": _findings,
    "rename OLD": _ALL_NAMES,
    "--theme": _themes,
    "--lang": _languages,
    "--paper": _papers,
    "[CODE]": _codes(),
    **dict.fromkeys(("--select", "--ignore"), _codes(groups=True)),
    "[codebook] [TITLE]": _new,
}
"""What is offered, by the name of an option or the placeholder of an argument, which may follow that of its verb."""


@dataclass(frozen=True, slots=True)
class Item:
    """An offer as typer takes it from a parameter."""

    value: str
    help: str | None
    type: str = "plain"


def attach(parameter: Any) -> None:
    """Let a parameter of a verb offer what the table has for it."""
    if isinstance(getattr(parameter, "shell_complete", None), FunctionType):
        return  # it was attached before
    own = parameter.shell_complete

    def shell_complete(context: Any, incomplete: str) -> list[Any]:
        verb = context.command_path.partition(" ")[2]
        found = offers(verb, [*parameter.opts, parameter.metavar or ""], incomplete, _words_typed())
        if found is None:
            return list(own(context, incomplete))
        return [Item(value, said or None) for value, said in found]

    parameter.shell_complete = shell_complete


def _words_typed() -> list[str]:
    """The words of the line that is being completed, as the shell hands it over."""
    return (os.environ.get("_TYPER_COMPLETE_ARGS") or os.environ.get("COMP_WORDS") or "").split()
