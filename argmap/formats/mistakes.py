"""What pydantic finds wrong with plain data, said as a person would say it, at the place where they would look."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pydantic import ValidationError

from argmap.checks.meant import period_meant, place_meant, places_meant
from argmap.codes import problem
from argmap.diagnostics import Diagnostic, Where
from argmap.formats.indentation import is_statement
from argmap.formats.parts import Model, describe, fields, kind, model_at, slug
from argmap.formats.references_meant import is_reference, statement_meant
from argmap.model import ArgumentMap, Article, Source
from argmap.model.base import SLUG, ControlCharacter
from argmap.model.says import FORMS
from argmap.model.statement import Reason, Statement, Via
from argmap.text import nearest_name, shorten

_LONGEST: Final = 60  # a file may hold anything; a message stays one line
_FORMS_OF_SAYS: Final = "write {holds: …}, {cause: …, raises: …} or {actor: …, role: …}"


def explain(
    error: ValidationError, root: Model, data: Mapping[str, Any], hidden: Collection[Where]
) -> list[Diagnostic]:
    """Every problem of a document's shape.

    Args:
        error: What pydantic found.
        root: The model of the document.
        data: The plain data that it was given.
        hidden: Places whose value is missing or was refused: the reader says so, and nothing more is said of them.
    """
    found = []
    errors = error.errors(include_url=False)
    misspelt = {_meant(root, data, _where(e["loc"])[0]) for e in errors if e["type"] == "extra_forbidden"}
    for one in errors:
        where, on_key = _where(one["loc"])
        if one["type"] == "too_short" and one["input"]:
            continue  # not empty: its items were refused, each with a message of its own
        if one["type"] == "missing" and where in misspelt:
            continue  # it is there, under a name that is told of
        known = one["type"] != "extra_forbidden"
        if not (known and any(where[:n] in hidden for n in range(len(where) + 1))):
            mistake = _Mistake(root, data, where, on_key, one["input"], one["msg"], one.get("ctx", {}))
            found.append(mistake.explained(one["type"]))
    return found


def _meant(root: Model, data: Mapping[str, Any], where: Where) -> Where:
    """The place of the field that was probably meant by one that is not known."""
    model = model_at(root, data, where[:-1])
    name = str(where[-1])
    return (*where[:-1], (_run_on(name, model) or nearest_name(name, fields(model))) if model else "")


def _run_on(name: str, model: Model) -> str:
    """The field that a name begins with where no space follows its colon: ``type:thesis`` in braces is all key."""
    field, colon, rest = name.partition(":")
    return field if colon and rest and field in fields(model) else ""


_TAGS: Final = frozenset(FORMS)


def _where(loc: tuple[int | str, ...]) -> tuple[Where, bool]:
    """The place in the document; pydantic adds the form of a `says`, and marks a key that is wrong itself."""
    on_key = bool(loc) and loc[-1] == "[key]"
    steps = loc[:-1] if on_key else loc
    tagged = steps[2:3] == ("says",) and len(steps) > 4 and steps[4] in _TAGS
    return (steps[:4] + steps[5:] if tagged else steps), on_key


@dataclass(frozen=True, slots=True)
class _Mistake:
    root: Model
    data: Mapping[str, Any]
    where: Where
    on_key: bool
    value: Any
    said: str
    context: Mapping[str, Any]

    def explained(self, type_: str) -> Diagnostic:  # one case for each type of error that the models can give
        match type_:
            case "missing":
                return self._missing()
            case "extra_forbidden":
                return self._unknown_field()
            case "string_pattern_mismatch" | "string_too_long":
                return self._no_id()
            case "string_too_short":
                return self._problem("AM105", f"{describe(self.where)} is empty", "write something, or delete the line")
            case "literal_error":
                return self._unknown_value()
            case "string_type":
                return self._other_kind("a text", self._text_help())
            case "bool_type":
                return self._no_bool()
            case "tuple_type":
                return self._no_list()
            case "model_type" | "mapping_type" | "dict_type":
                return self._other_kind("a mapping", self._fields_help())
            case "no_form":
                return self._no_form()
            case "too_short" if self.where[-1] == "premises":
                return self._problem("AM307", "a reason without premises", "name a statement, or delete the reason")
            case "too_short":
                return self._problem("AM105", f"{describe(self.where)} is an empty list", "name at least one")
            case "too_long":
                message = f"{len(self.value)} roles stand together; a pair names two"
                return self._problem("AM105", message, "write [ally, adversary]")
            case "value_error":
                return self._refused()
            case _:
                return self._problem("AM105", f"{describe(self.where)}: {self.said[:1].lower()}{self.said[1:]}")

    def _problem(self, code: str, message: str, help_: str = "", instead: str = "") -> Diagnostic:
        return problem(code, message, self.where, on_key=self.on_key, help=help_, instead=instead)

    def _missing(self) -> Diagnostic:
        *inside, field = self.where
        place = tuple(inside)
        if isinstance(field, int):
            return problem("AM105", "one role is missing; a pair names two", place, help="write [ally, adversary]")
        help_ = f"add `{field}: {_EXAMPLES.get(field, '…')}`"
        return problem("AM104", f"{_the(self.root, self.data, place)} has no {field!r}", place, on_key=True, help=help_)

    def _unknown_field(self) -> Diagnostic:
        name = str(self.where[-1])
        place = self.where[:-1]
        model = model_at(self.root, self.data, place)
        assert model is not None  # nothing else forbids fields
        message = f"{_quoted(name)} is no field of {kind(model)}"
        if field := _run_on(name, model):
            help_ = f"write `{field}: {shorten(name[len(field) + 1 :], 6)}`, with a space behind the ':'"
            return problem("AM103", message, self.where, on_key=True, help=help_)
        if model is Statement and is_statement(self.value):
            help_ = f"if it is a statement, indent it like {str(place[-1])!r}"
            return problem("AM103", message, self.where, on_key=True, help=help_)
        meant = _meant_field(name, model)
        help_ = f"did you mean {meant!r}?" if meant else _field_help(name, model)
        if self.value is None and not meant:
            help_ = f"a text that holds a ',' needs quotes in braces, a list needs brackets; {help_}"
        return problem("AM103", message, self.where, on_key=True, help=help_, instead=meant)

    def _no_id(self) -> Diagnostic:
        value = str(self.where[-1]) if self.on_key else self.value
        better = slug(value)
        message = f"{_quoted(value)} is no id"
        if is_reference(self.where) and not self.on_key and (meant := statement_meant(value, self.data)):
            return self._problem("AM114", message, meant.help, meant.instead)
        if len(value.split()) > 4:
            return self._problem("AM114", message, "name it by its id, not by its text")
        if better and better != value:
            return self._problem("AM114", message, f"write {better!r}", better)
        return self._problem("AM114", message, "an id has a-z, 0-9 and single hyphens, at most 80 characters")

    def _unknown_value(self) -> Diagnostic:
        field = str(self.where[-1])
        if field in ("argmap", "argmap-codebook"):
            message = f"{_a(self.value)} is no version of the format that is known here"
            upgrade = "or `pip install --upgrade argmap` if the file is newer"
            help_ = f"this argmap reads version 1: write `{field}: 1`, {upgrade}"
            return self._problem("AM110", message, help_, "1")
        words = re.findall(r"'([^']+)'", str(self.context.get("expected"))) or ["-1", "0", "1"]
        near = nearest_name(self.value, words) if isinstance(self.value, str) else ""
        help_ = f"did you mean {near!r}?" if near else f"write {', '.join(words[:-1])} or {words[-1]}"
        return self._problem("AM115", f"{_a(self.value)} is no {field!r}", help_, near)

    def _other_kind(self, wanted: str, help_: str) -> Diagnostic:
        return self._problem("AM105", f"{describe(self.where)} is {_a(self.value)}, not {wanted}", help_)

    def _text_help(self) -> str:
        if isinstance(self.value, list):
            match self.where:
                case (*_, "says", int(), ("holds" | "denies" | "questions") as field):
                    return f"one key is wanted; write several as a list under `says`: [{{{field}: p}}, {{{field}: q}}]"
                case (*_, "says", int(), _):
                    return "one key is wanted; write several as a list under `says`, a part for each"
                case (*_, "via", "at"):
                    return "one place is wanted; name the first"
        return "put a text that begins with '[' or '{' in quotes"

    def _no_list(self) -> Diagnostic:
        """Statements written in place of their ids are shown at the field, and not as long as they are."""
        if isinstance(self.value, dict) and is_reference(self.where) and all(map(is_statement, self.value.values())):
            ids = ", ".join(slug(str(key)) for key in self.value)
            message = f"{describe(self.where)} holds statements, not a list of ids"
            help_ = f"write {self.where[-1]}: [{ids}], and each statement below `statements`"
            return problem("AM105", message, self.where, on_key=True, help=help_)
        return self._other_kind("a list", self._list_help())

    def _list_help(self) -> str:
        written, field = self.value, str(self.where[-1])
        if not isinstance(written, str):
            return f"write a list of ids, for example {field}: [{_IDS[field]}]" if field in _IDS else "write […]"
        if field in _OF_TEXTS or re.fullmatch(SLUG, written):
            return f"write [{shorten(written, 6)}]"
        if len(ids := re.split(r", *", written)) > 1 and all(re.fullmatch(SLUG, one) for one in ids):
            return f"write [{shorten(', '.join(ids), 6)}]"
        return f"write a list of ids, for example {field}: [{_IDS.get(field, 'first-id, second-id')}]"

    def _fields_help(self) -> str:
        model = model_at(self.root, self.data, self.where)
        if model is not None:
            return f"{kind(model)} has fields: {', '.join(fields(model)[:6])}"
        return (
            "write each entry as `id: …`, without '- '"
            if isinstance(self.value, list)
            else "write each entry as `id: …`"
        )

    def _no_bool(self) -> Diagnostic:
        word = self.value.lower() if isinstance(self.value, str) else ""
        other = "false" if word in ("no", "off", "n", "0", "false") else "true"
        message = f"{describe(self.where)} is {_a(self.value)}; it is true or false"
        return self._problem("AM105", message, f"write `{self.where[-1]}: {other}`", other)

    def _no_form(self) -> Diagnostic:
        """At the first field that is near one of a form; else at the whole part."""
        message = f"{_a(self.value)} is none of the three forms of 'says'"
        known = sorted({field for model in FORMS.values() for field in fields(model)} - {"main"})
        for name in self.value if isinstance(self.value, dict) else ():
            if meant := next(iter(_MEANT.get(str(name).lower(), ())), "") or nearest_name(str(name), known):
                help_ = f"did you mean {meant!r}?"
                return problem("AM105", message, (*self.where, name), on_key=True, help=help_, instead=meant)
        return self._problem("AM105", message, _FORMS_OF_SAYS)

    def _refused(self) -> Diagnostic:
        said = str(self.context.get("error", self.said))
        if isinstance(self.context.get("error"), ControlCharacter):
            return self._problem("AM116", said, "delete it; `\\` in double quotes begins an escape")
        if self.where[-1] in ("when", "at") or self.where[-2:-1] == ("at",):
            written = self.value if isinstance(self.value, str) else ""
            end = len(repr(written)) if said.startswith(repr(written)) else 0  # what is written may hold a ';'
            message, _, help_ = said[end:].partition("; ")
            message = said[:end] + message
            meant = period_meant(written) if self.where[-1] == "when" else place_meant(written)
            if self.where[-1] != "when" and (several := places_meant(written)):
                return self._problem("AM407", message, f"write [{', '.join(several)}]")
            return self._problem("AM407", message, f"did you mean {meant!r}?" if meant else help_, meant)
        message, _, rest = said.partition(", not ")
        return self._problem("AM105", f"{message}{', not ' if rest else ''}{rest}", _FORMS_OF_SAYS)


_EXAMPLES: Final[Mapping[str | int, str]] = {
    "text": "one full sentence",
    "id": "a-short-name",
    "premises": "[…]",
}


_OF_TEXTS: Final = frozenset({"authors", "aliases"})  # all other lists are of ids
_IDS: Final[Mapping[str, str]] = {
    "because": "first-reason, second-reason",
    "but": "first-objection, second-objection",
    "unless": "first-doubt, second-doubt",
    "if": "first-condition, second-condition",
}


_MEANT: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("increases", "boosts", "causes", "leads-to", "strengthens"), ("raises",)),
    **dict.fromkeys(("decreases", "reduces", "prevents", "weakens"), ("lowers",)),
    **dict.fromkeys(("page", "pages", "paragraph", "section", "place", "location"), ("at",)),
    **dict.fromkeys(("reason", "reasons", "supports", "why"), ("because",)),
    **dict.fromkeys(("objections", "counter", "against"), ("but",)),
    **dict.fromkeys(("speaker", "said-by"), ("voice",)),
    **dict.fromkeys(("confidence", "strength"), ("certainty",)),
    **dict.fromkeys(("effect", "outcome"), ("raises",)),
}
"""What people write for a field whose name is nothing like it."""


def _meant_field(name: str, model: Model) -> str:
    """The field of a model that was probably meant by a name that it does not know, or ""."""
    meant = next((field for field in _MEANT.get(name.lower(), ()) if field in fields(model)), "")
    return meant or nearest_name(name, fields(model))


def _field_help(name: str, model: Model) -> str:
    if model in FORMS.values() and any(name in fields(other) for other in FORMS.values()):
        return "a part of 'says' has one form; write two parts, in a list"
    if model in (ArgumentMap, Article, Source, Reason, Via) and name in fields(Statement):
        return "it is a field of a statement; look at its indentation"
    return f"known here: {', '.join(fields(model))}"


def _the(root: Model, data: Mapping[str, Any], place: Where) -> str:
    model = model_at(root, data, place)
    if len(place) < 2 and model is not None:
        return kind(model).replace("a ", "the ", 1).replace("an ", "the ", 1)
    return describe(place)


def _a(value: Any) -> str:
    match value:
        case str():
            return _quoted(value) if value.strip() else "an empty text"
        case list():
            return "a list"
        case dict():
            return f"{{{next(iter(value))}: …}}" if value else "an empty mapping"
        case _:
            return "nothing"


def _quoted(text: str) -> str:
    short = shorten(text, 8)
    return repr(short if len(short) <= _LONGEST else short[: _LONGEST - 1] + "…")
