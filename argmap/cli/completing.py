"""What the shell offers when TAB is pressed behind an option or argument: files, and names that stand in maps.

Maps are not read as maps here but looked over (`argmap.cli.glancing`). Whatever goes wrong, nothing is offered, and
nothing is said.
"""

import os
import shlex
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import FunctionType
from typing import Any, Final

from argmap.cli.glancing import codebook_of, entries

Offer = tuple[str, str]
"""What can be typed, and what is said of it beside."""

_YAML: Final = (".yaml", ".yml")
_TABLE: Final = (".tsv",)
_TOML: Final = (".toml",)
_MOST_FILES: Final = 40  # of those beside, where none is named

TYPES: Final = ("thesis", "claim", "premise", "evidence", "objection", "assumption")
CERTAINTIES: Final = ("possible", "likely", "asserted")
"""As `argmap.model.statement` has them: that takes too long to load between two keys, and a test compares."""

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
            for section, key, said in entries(path):
                if section in sections and key not in told:
                    told.add(key)
                    yield key, said

    return source


def _findings(_incomplete: str, words: tuple[str, ...]) -> Iterator[Offer]:
    """What findings about the keys of the maps are called."""
    told: set[str] = set()
    for path in _named(words):
        for section, key, said in entries(path):
            if section in _UNITS and key not in told:
                told.add(key)
                yield f"{_UNITS[section]}:{key}", said


def _named(words: Iterable[str]) -> list[Path]:
    """The maps named in a line, and the codebooks that they name."""
    maps = [Path(word).expanduser() for word in words if word.lower().endswith(_YAML)]
    found = [path for path in maps if path.is_file()]
    return list(dict.fromkeys([*found, *(book for path in found for book in codebook_of(path))]))


def _here() -> list[Path]:
    return sorted(path for ending in _YAML for path in Path().glob(f"*{ending}"))[:_MOST_FILES]


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


def _kinds_of_question(_incomplete: str, _words: tuple[str, ...]) -> Iterator[Offer]:
    from argmap.teaching.quiz.values import KINDS  # noqa: PLC0415

    yield from ((kind, "") for kind in KINDS)


def _words(*known: str) -> Source:
    return lambda _incomplete, _words: ((word, "") for word in known)


def _voices(incomplete: str, words: tuple[str, ...]) -> Iterator[Offer]:
    yield from (("author", "whoever wrote the article"), ("reported", "anybody else"))
    yield from _keys("actors")(incomplete, words)


def _new(_incomplete: str, _words: tuple[str, ...]) -> Iterator[Offer]:
    yield "codebook", "a codebook, shared by maps that are compared"


_MAPS: Final = _files(*_YAML)
_KEYS: Final = _keys("actors", "factors", "propositions")
_ALL_NAMES: Final = _keys("statements", "actors", "factors", "propositions", "places", "roles", "sources", beside=True)

SOURCES: Final[Mapping[str, Source]] = {
    **dict.fromkeys(
        (
            "MAP",
            "MAP MAP...",
            "OLD NEW",
            "A",
            "B",
            "FILE|FOLDER",
            "MAP|CODEBOOK",
            "check FILE",
            "show FILE",
            "--rubric",
            "REFERENCE",
            "STUDENT",
        ),
        _MAPS,
    ),
    **dict.fromkeys(("align check FILE", "align review FILE", "--alignment"), _files(*_TABLE)),
    "--distractors": _MAPS,
    **dict.fromkeys(("FILE", "--from", "--output", "--key"), _files()),
    **dict.fromkeys(("--focus", "--branch"), _keys("statements")),
    "--about": _KEYS,
    "--explain": _findings,
    "show --type": _words(*TYPES),
    "show --certainty": _words(*CERTAINTIES),
    "show --voice": _voices,
    "show --source": _keys("sources"),
    "quiz --kind": _kinds_of_question,
    "rename OLD": _ALL_NAMES,
    "slides --theme": _words("light", "dark"),
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
    line = os.environ.get("_TYPER_COMPLETE_ARGS") or os.environ.get("COMP_WORDS") or ""
    words = shlex.shlex(line, posix=True, punctuation_chars=False)
    words.whitespace_split, words.commenters = True, ""
    found: list[str] = []
    with suppress(ValueError):  # the last quotation mark is still to be typed
        found += words
    return [*found, *line.split()]
