"""YAML text -> plain data: texts, lists and mappings, and None where nothing is written.

Every scalar is text: ``no``, ``010``, ``2023-01-01`` and ``12:30:45`` mean what they say. What the format refuses of
YAML (equal keys, aliases, tags, several documents) is a problem with a place, and so is what libyaml cannot read.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import (
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from argmap.diagnostics import Diagnostic, Where
from argmap.formats.collector import paused_collector
from argmap.formats.yaml_rules import MAX_DEPTH, MERGE, NOTHING, cleaned


@dataclass(frozen=True, slots=True)
class Raw:
    """What a text holds.

    Attributes:
        data: None where nothing could be read; else what the outermost node holds.
        problems: What YAML or the format refuses, each with its position.
        unread: Places whose value was refused; `data` has None there.
        blank: Places where a value is missing; `data` has None there.
    """

    data: Any
    problems: tuple[Diagnostic, ...] = ()
    unread: frozenset[Where] = frozenset()
    blank: tuple[Where, ...] = ()


class _Unusual(Exception):
    """Something the quick walk leaves to the careful one: a refused construct, or a value left empty."""


def read(text: str) -> Raw:
    """The plain data of a text, and every problem of its YAML.

    The quick walk over libyaml's events keeps no places. Whatever it stumbles on sends the text through the careful
    walk of `yaml_tree`, which does: most maps are never walked twice.
    """
    text = cleaned(text)
    try:
        with paused_collector():
            return Raw(_quick(text))
    except (YAMLError, UnicodeEncodeError, _Unusual):
        return _careful(text)


def _careful(text: str) -> Raw:
    from argmap.formats import yaml_mistakes, yaml_tree  # noqa: PLC0415  # most maps are never walked twice
    from argmap.formats.lines import Lines  # noqa: PLC0415

    try:
        tree = yaml_tree.grow(text)
    except (YAMLError, UnicodeEncodeError) as error:
        return Raw(None, yaml_mistakes.explain(error, Lines(text)))
    return Raw(tree.data(), tree.problems, tree.unread, tree.blank)


_DOCUMENT: Final = 2  # the start of the stream and the start of the document come before the first node


def _quick(text: str) -> Any:
    parser = CParser(text)
    get: Callable[[], Event | None] = parser.get_event
    for _ in range(_DOCUMENT):
        get()
    event = get()
    if event is None:
        raise _Unusual
    data = _node(event, get, 1)
    get()
    after = get()
    if type(after) is not StreamEndEvent:
        raise _Unusual
    return data


def _node(event: Event, get: Callable[[], Any], depth: int) -> Any:
    kind = type(event)
    if kind is ScalarEvent:
        return _scalar(event)
    if depth > MAX_DEPTH or getattr(event, "anchor", None) or getattr(event, "tag", None):
        raise _Unusual
    return _mapping(get, depth) if kind is MappingStartEvent else _sequence(get, depth)


def _scalar(event: Any) -> str:
    value: str = event.value
    if event.anchor or event.tag or (value in NOTHING and not event.style):
        raise _Unusual
    return value


def _mapping(get: Callable[[], Any], depth: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    while type(event := get()) is ScalarEvent:
        key = event.value
        if key in found or event.anchor or event.tag or key == MERGE:
            raise _Unusual
        found[key] = _node(get(), get, depth + 1)
    if type(event) is not MappingEndEvent:
        raise _Unusual
    return found


def _sequence(get: Callable[[], Any], depth: int) -> list[Any]:
    found = []
    while type(event := get()) is not SequenceEndEvent:
        found.append(_node(event, get, depth + 1))
    return found
