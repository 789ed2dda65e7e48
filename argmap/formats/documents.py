"""Plain data -> maps and codebooks, or every problem that keeps them from being one."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final, TypeVar, cast

from pydantic import ValidationError

from argmap.codes import problem
from argmap.diagnostics import Diagnostic, Position
from argmap.formats import yaml_text
from argmap.formats.collector import paused_collector
from argmap.formats.reading import Reading, made
from argmap.formats.turned import turned
from argmap.formats.yaml_text import Raw
from argmap.model import ArgumentMap, Codebook
from argmap.text import nearest_name

Resolve = Callable[[str], Reading[Codebook]]
"""Finds the codebook that a map names by its path."""

D = TypeVar("D", bound=ArgumentMap | Codebook)

MAX_CHARACTERS: Final = 20_000_000
MAX_STATEMENTS: Final = 100_000


def read_map(text: str, name: str, *, codebook: Resolve | None = None, limits: bool = True) -> Reading[ArgumentMap]:
    """A map from its YAML text.

    Args:
        text: The text of the file.
        name: What the file is called in messages.
        codebook: Finds the codebook if the map names a path; without it such a map cannot be read.
        limits: Whether a text of more than 20 million characters or 100 000 statements is refused.
    """
    return _as_shown(_map(_raw(text, limits), text, name, codebook, limits))


def read_codebook(text: str, name: str, *, limits: bool = True) -> Reading[Codebook]:
    """A codebook from its YAML text; arguments as for `read_map`."""
    return _as_shown(_read(Codebook, _raw(text, limits), text, name))


def read_document(
    text: str, name: str, *, codebook: Resolve | None = None, limits: bool = True
) -> Reading[ArgumentMap] | Reading[Codebook]:
    """A map or a codebook, whichever the text holds; what looks like neither is reported as a map."""
    raw = _raw(text, limits)
    if _looks_like(Codebook, raw.data) and not _looks_like(ArgumentMap, raw.data):
        return _as_shown(_read(Codebook, raw, text, name))
    return _as_shown(_map(raw, text, name, codebook, limits))


def _as_shown(reading: Reading[D]) -> Reading[D]:
    """The reading, with what makes the file look unlike what was read."""
    found = tuple(turned(reading.text))
    if _COMMENT.search(reading.text):
        from argmap.formats.cut_texts import cut_texts  # noqa: PLC0415  # most files have no such comment

        found += tuple(cut_texts(reading))
    return reading.with_problems(found) if found else reading


_COMMENT: Final = re.compile(r" #\w")  # few write one without a space behind the mark

_VERSION: Final[dict[type, str]] = {ArgumentMap: "argmap", Codebook: "argmap-codebook"}
_WORD: Final[dict[type, str]] = {ArgumentMap: "map", Codebook: "codebook"}
_REQUIRED: Final[dict[type, tuple[str, ...]]] = {ArgumentMap: ("argmap", "statements"), Codebook: ("argmap-codebook",)}
_TELLING: Final[dict[type, frozenset[str]]] = {
    ArgumentMap: frozenset({"argmap", "article", "statements", "coverage"}),
    Codebook: frozenset({"argmap-codebook", "actors", "factors", "propositions", "places", "roles"}),
}


def _looks_like(model: type, data: Any) -> bool:
    if not isinstance(data, dict):
        return False
    other = Codebook if model is ArgumentMap else ArgumentMap
    if (_VERSION[model] in data) != (_VERSION[other] in data):
        return _VERSION[model] in data
    return not _TELLING[model].isdisjoint(data)


def _raw(text: str, limits: bool) -> Raw:
    if limits and len(text) > MAX_CHARACTERS:
        message = f"the file holds {len(text):,} characters; more than {MAX_CHARACTERS:,} are refused"
        found = problem("AM112", message, help="--no-limit reads it all the same")
        return Raw(None, (replace(found, position=Position(1, 1, 1, 2)),))
    return yaml_text.read(text)


def _map(raw: Raw, text: str, name: str, codebook: Resolve | None, limits: bool) -> Reading[ArgumentMap]:
    data = raw.data
    if not isinstance(data, dict):
        return _read(ArgumentMap, raw, text, name)
    statements = data.get("statements")
    if limits and isinstance(statements, dict) and len(statements) > MAX_STATEMENTS:
        message = f"the map holds {len(statements):,} statements; more than {MAX_STATEMENTS:,} are refused"
        found = problem("AM112", message, ("statements",), on_key=True, help="--no-limit reads it all the same")
        return made(name, text, None, (found,))
    if not isinstance(path := data.get("codebook"), str):
        return _read(ArgumentMap, raw, text, name)
    referenced, problems = _referenced(path, codebook)
    book = referenced and (referenced.document or referenced.salvaged)
    data = {key: value for key, value in data.items() if key != "codebook"}
    if book:
        data["codebook"] = book
    reading = _read(ArgumentMap, replace(raw, data=data), text, name)
    if not problems:
        return reading
    salvaged = replace(reading, document=None, salvaged=reading.salvaged or reading.document)
    return replace(salvaged, without_codebook=book is None).with_problems(problems)


def _referenced(path: str, resolve: Resolve | None) -> tuple[Reading[Codebook] | None, tuple[Diagnostic, ...]]:
    """The codebook of that path, and what is wrong with it: said where the map names it, and in its own file."""
    where = ("codebook",)
    if resolve is None:
        message = f"the codebook {path!r} is another file, and this map was read without any"
        return None, (problem("AM111", message, where, help="read the map from its file, or write the codebook here"),)
    if not path.strip():
        return None, (problem("AM105", "'codebook' is empty", where, help="write a path, or delete the line"),)
    reading = resolve(path)
    if reading.document:
        return reading, reading.diagnostics
    errors = [d for d in reading.diagnostics if d.severity == "error"]
    if len(errors) == 1 and errors[0].position is None:
        return reading, (problem("AM111", errors[0].message, where, help=errors[0].help, instead=errors[0].instead),)
    if [d.code for d in errors] == ["AM102"]:  # nothing is to be mended there: another file was meant
        message = f"the codebook {path!r} cannot be used: {errors[0].message}"
        return reading, (problem("AM111", message, where, help="write the path of a codebook"),)
    count = "an error" if len(errors) == 1 else f"{len(errors)} errors"
    here = problem("AM111", f"the codebook {path!r} cannot be used: it has {count}", where, help="correct it first")
    return reading, (here, *reading.diagnostics)


def _read(model: type[D], raw: Raw, text: str, name: str) -> Reading[D]:
    """The reading of what was parsed."""
    data = raw.data
    if not isinstance(data, dict) or not _is(model, data):
        from argmap.formats.foreign import foreign  # noqa: PLC0415  # most files are maps

        return made(name, text, None, foreign(text, name) or raw.problems or (_no_document(model, data),))
    document, error = _validated(model, data)
    suspect = error or raw.problems or raw.blank or _lacks(model, data)
    problems = _problems(model, raw, data, error, text) if suspect else ()
    if not problems:
        return made(name, text, document)
    from argmap.formats.salvage import salvage  # noqa: PLC0415

    whole = not any(d.position for d in problems)  # what YAML itself lost is nowhere in the data
    return made(name, text, None, problems, salvaged=salvage(model, data, problems) if whole else None)


def _problems(
    model: type, raw: Raw, data: dict[str, Any], error: ValidationError | None, text: str
) -> tuple[Diagnostic, ...]:
    """All that is wrong with a text and its shape."""
    from argmap.formats.blank_values import blanks, unindented  # noqa: PLC0415  # most files have none
    from argmap.formats.mistakes import explain  # noqa: PLC0415  # as above
    from argmap.formats.yaml_mistakes import odd_indentation  # noqa: PLC0415  # as above

    shape = explain(error, model, data, frozenset((*raw.unread, *raw.blank))) if error else []
    if odd := odd_indentation((d.where for d in shape), text):
        return (*raw.problems, odd)  # all else may come of it
    wrong = {d.where for d in shape if d.code == "AM103" or (d.code == "AM105" and not d.on_key)}
    problems = (*raw.problems, *_missing(model, data), *blanks(raw.blank, wrong), *shape)
    if raw.blank and (beside := unindented(data, raw.blank)):
        problems = (beside, *(d for d in problems if d.where[:1] != ("statements",)))
    return problems


def _validated(model: type[D], data: dict[str, Any]) -> tuple[D | None, ValidationError | None]:
    try:
        with paused_collector():
            return cast("D", model.model_validate(data, by_alias=True, by_name=False)), None
    except ValidationError as error:
        return None, error


def _is(model: type, data: dict[str, Any]) -> bool:
    if _looks_like(model, data):
        return True
    from argmap.formats.parts import fields  # noqa: PLC0415

    other = Codebook if model is ArgumentMap else ArgumentMap
    return not _looks_like(other, data) and not data.keys().isdisjoint(fields(model))


def _no_document(model: type, data: Any) -> Diagnostic:
    """Why there is nothing to read: the file is empty, is something else, or is the other kind of document."""
    word, version = _WORD[model], _VERSION[model]
    if data is None:
        return problem("AM117", "the file is empty", help=f"a {word} begins with `{version}: 1`")
    other = Codebook if model is ArgumentMap else ArgumentMap
    if isinstance(data, dict) and _looks_like(other, data):
        return problem("AM102", f"this is a {_WORD[other]}, and a {word} is expected")
    if isinstance(data, str) and data.startswith("subject_id"):
        return problem("AM102", f"this is an alignment, and a {word} is expected", help="see `argmap align --help`")
    held = "a list" if isinstance(data, list) else "a text" if isinstance(data, str) else "a mapping of something else"
    new = "argmap new --codebook" if model is Codebook else "argmap new"
    start = f"; `{new}` writes one to fill in" if held == "a text" else ""
    help_ = f"a {word} begins with `{version}: 1`{start}"
    return problem("AM102", f"the file holds {held}, not a {word}", help=help_)


def _lacks(model: type, data: dict[str, Any]) -> list[str]:
    return [field for field in _REQUIRED[model] if field not in data]


def _missing(model: type, data: dict[str, Any]) -> list[Diagnostic]:
    """What a file has to name, while a map built in Python has it by default."""
    from argmap.formats.parts import fields  # noqa: PLC0415

    found = []
    known = fields(model)
    misspelt = {nearest_name(str(key), known) for key in data if key not in known}
    for field in _lacks(model, data):
        if field not in misspelt:
            help_ = f"add `{field}: {'{}' if field == 'statements' else 1}`"
            found.append(problem("AM104", f"the {_WORD[model]} has no {field!r}", on_key=True, help=help_))
    return found
