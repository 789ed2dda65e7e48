"""What belongs at a place of a map or codebook: which fields with which meaning, which words, the name of what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final

from argmap.diagnostics import Where
from argmap.editing.occurrences import NameKind
from argmap.editor.schema import Kind, schema


@dataclass(frozen=True, slots=True)
class Shape:
    """What belongs at a place.

    Attributes:
        title: What a mapping there is called: "Statement"; "" where none belongs.
        fields: The fields of that mapping with what they mean. Where it can be one of several, those of all.
        required: The fields that no such mapping lacks.
        words: The words of which one belongs there, if it is one of a few.
        is_list: Whether a list belongs there.
        is_text: Whether a text may stand there, though it be a list or a mapping otherwise.
        keyed: Whether it is a mapping whose keys are one's own, such as `statements`.
        meaning: What the field is for.
    """

    title: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    is_list: bool = False
    is_text: bool = False
    keyed: bool = False
    meaning: str = ""


@lru_cache(maxsize=512)
def shape(kind: Kind, where: Where) -> Shape:
    """What belongs at a place; nothing at one that the format does not know."""
    nodes = [_schema(kind)]
    for step in where:
        nodes = [below for node in nodes for below in _below(kind, node, step)]
    meaning = next((node["description"] for node in nodes if "description" in node), "")
    every = [option for node in nodes for option in _options(kind, node)]
    fields: dict[str, str] = {}
    for option in every:
        for name, held in option.get("properties", {}).items():
            fields.setdefault(name, held["description"])
    return Shape(
        title=next((o["title"] for o in every if "properties" in o and "title" in o), ""),
        fields=MappingProxyType(fields),
        required=tuple(name for option in every for name in option.get("required", ())) if len(every) == 1 else (),
        words=tuple(dict.fromkeys(str(word) for option in every for word in _words(option))),
        is_list=any(option.get("type") == "array" for option in every),
        is_text=any("string" in _types(option) for option in every),
        keyed=any(isinstance(option.get("additionalProperties"), dict) for option in every),
        meaning=meaning,
    )


@lru_cache(maxsize=2)
def _schema(kind: Kind) -> dict[str, Any]:
    return schema(kind)


def _words(option: dict[str, Any]) -> tuple[object, ...]:
    return ("true", "false") if option.get("type") == "boolean" else tuple(option.get("enum", ()))


def _types(option: dict[str, Any]) -> list[str]:
    named = option.get("type", [])
    return [named] if isinstance(named, str) else named


def _options(kind: Kind, node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The schemas without alternatives of which a value fits one."""
    if "$ref" in node:
        yield from _options(kind, _schema(kind)["$defs"][node["$ref"].rpartition("/")[2]])
    elif alternatives := node.get("anyOf") or [o for o in node.get("oneOf", ()) if "required" not in o]:
        for alternative in alternatives:
            yield from _options(kind, alternative)
    else:
        yield node


def _below(kind: Kind, node: dict[str, Any], step: str | int) -> Iterator[dict[str, Any]]:
    for option in _options(kind, node):
        if isinstance(step, int):
            held = option.get("items") or (option.get("prefixItems") or [None])[0]
        else:
            held = option.get("properties", {}).get(step) or option.get("additionalProperties")
        if isinstance(held, dict):
            yield held


_OF_FIELD: Final[Mapping[str, NameKind]] = MappingProxyType(
    {
        "because": "statement",
        "premises": "statement",
        "unless": "statement",
        "but": "statement",
        "if": "statement",
        "sources": "source",
        "map": "map",
        "voice": "actor",
        "actor": "actor",
        "toward": "actor",
        "where": "place",
        "within": "place",
        "holds": "proposition",
        "denies": "proposition",
        "questions": "proposition",
        "contrary": "proposition",
        "narrower": "proposition",
        "cause": "factor",
        "raises": "factor",
        "lowers": "factor",
        "unrelated": "factor",
        "role": "role",
        "incompatible-roles": "role",
    }
)


def names_at(where: Where) -> NameKind | None:
    """The kind of thing whose name belongs at a place; None where no name does."""
    inside = where[1:] if where[:1] == ("codebook",) else where
    fields = [step for step in inside[2:] if isinstance(step, str)]
    if inside[:1] == ("incompatible-roles",):
        return "role"
    return _OF_FIELD.get(fields[-1]) if fields and inside[0] in ("statements", "propositions", "places") else None
