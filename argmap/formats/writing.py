"""Maps and codebooks -> YAML text that reads back as the same value.

One field on a line, in the order of the format; what has its default is left out; short forms wherever they say the
same. Ids stand in brackets, long lists one item on a line.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from argmap.formats.parts import SECTIONS, fields
from argmap.formats.scalars import scalar
from argmap.model import Actor, ArgumentMap, Codebook, Factor, PlaceName, Proposition, Reason, Role
from argmap.model.base import Document

_WIDTH: Final = 110  # a list that is longer is written one item on a line
_TYPED: Final = frozenset({"argmap", "argmap-codebook", "date", "when", "valence", "main"})
_ALWAYS: Final = frozenset({"argmap", "argmap-codebook", "id", "statements"})
_ON_LINES: Final = frozenset({*SECTIONS, "codebook", "article"})


def write_map(m: ArgumentMap, *, codebook: str | None = None) -> str:
    """The map as YAML.

    Args:
        m: Any map.
        codebook: The path to write for the map's codebook; without it the codebook stands in the map itself.
    """
    plain = _plain(m)
    if codebook is not None and m.codebook is not None:
        plain["codebook"] = codebook
    return "\n".join(_block(plain, "")) + "\n"


def write_codebook(c: Codebook) -> str:
    """The codebook as YAML."""
    return "\n".join(_block(_plain(c), "")) + "\n"


def _plain(thing: Document) -> dict[str, Any]:
    """The fields that do not have their default, under the names of the format."""
    found: dict[str, Any] = {}
    for name, (attribute, field) in zip(fields(type(thing)), type(thing).model_fields.items(), strict=True):
        value = getattr(thing, attribute)
        default = field.get_default(call_default_factory=True)
        if name in _ALWAYS or field.is_required() or value != default:
            found[name] = _value(name, value)
    return found


def _value(name: str, value: Any) -> Any:
    match value:
        case Reason():
            short = _plain(value)
            if len(short) > 1:
                return short
            return short["premises"][0] if len(value.premises) == 1 else short["premises"]
        case Factor() | Proposition() | Role():
            plain = _plain(value)
            return plain["text"] if tuple(plain) == ("text",) else plain
        case Actor() | PlaceName():
            plain = _plain(value)
            return plain["name"] if tuple(plain) == ("name",) else plain
        case Document():
            return _plain(value)
        case Mapping():
            return {key: _value("", item) for key, item in value.items()}
        case tuple():
            items = [_value("", item) for item in value]
            single = name in ("at", "says", "cause") and len(items) == 1
            return items[0] if single else items
        case bool():
            return "true" if value else "false"
        case _:
            return str(value)


def _block(fields_: Mapping[str, Any], indent: str, *, on_lines: bool = False) -> Iterator[str]:
    """The lines of a mapping; `on_lines` gives every mapping in it lines of its own."""
    for name, value in fields_.items():
        key = f"{indent}{scalar(name)}:"
        match value:
            case dict() if value and (on_lines or name in _ON_LINES or not _fits(key, value)):
                yield key
                wide = name == "statements" or (name in SECTIONS and not _all_fit(value, indent + "  "))
                yield from _block(value, indent + "  ", on_lines=wide)
            case list() if value and not _fits(key, value):
                yield key
                yield from (f"{indent}  - {_flow(item)}" for item in value)
            case dict() | list():
                yield f"{key} {_flow(value)}"
            case _:
                yield f"{key} {scalar(value, typed=name in _TYPED)}"


def _all_fit(entries: Mapping[str, Any], indent: str) -> bool:
    """Whether all entries of a section can stand on a line each: a section looks the same all through."""
    return all(_fits(f"{indent}{key}:", entry) for key, entry in entries.items() if isinstance(entry, dict))


def _fits(key: str, value: Any) -> bool:
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return False
    return len(f"{key} {_flow(value)}") <= _WIDTH


def _flow(value: Any, *, typed: bool = False) -> str:
    match value:
        case dict():
            inside = (f"{scalar(k, flow=True)}: {_flow(v, typed=k in _TYPED)}" for k, v in value.items())
            return "{" + ", ".join(inside) + "}"
        case list():
            return "[" + ", ".join(_flow(item) for item in value) + "]"
        case _:
            return scalar(value, flow=True, typed=typed)
