"""Marks that YAML knows and the format refuses: anchors with their aliases written out, tags left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import AliasEvent, ScalarEvent, StreamEndEvent

from argmap.diagnostics import Diagnostic
from argmap.editing.edits import Edit, Fix
from argmap.editing.fixes.written import Written
from argmap.formats.scalars import scalar

_OF_TEXT: Final = re.compile(r"!!(?:str|int|float|bool|timestamp)[ \t]+(?=[^\s#&*|>])")
_MARK: Final = re.compile(r"[&*](?P<name>[^\s,\[\]{}]+)")


def tag_left_out(d: Diagnostic, written: Written) -> tuple[Fix, ...]:
    """A tag of YAML's own left out: all values are text anyway. What else begins with `!` may be a word."""
    if written.tree is None or d.position is None:
        return ()
    start, _ = written.stretch(d.position)
    found = _OF_TEXT.match(written.text, start)
    return (Fix("leave the tag out", (Edit(start, found.end(), ""),), safe=True),) if found else ()


def written_out(d: Diagnostic, written: Written) -> tuple[Fix, ...]:
    """A text with an anchor, and each of its aliases as that text.

    An anchor that nothing refers to may be a word, as in "&Co", and so may an alias without an anchor.
    """
    if written.tree is None or d.position is None:
        return ()
    start, _ = written.stretch(d.position)
    mark = _MARK.match(written.text, start)
    fix = _written_out(written).get(mark["name"]) if mark else None
    return (fix,) if fix else ()


@lru_cache(maxsize=1)  # each anchor and alias of a text is a problem
def _written_out(written: Written) -> dict[str, Fix]:
    """What writes out the text of each anchor that has one and is used."""
    found = {}
    for name, anchor in _anchors(written.text).items():
        if anchor.value is not None and anchor.aliases:
            edits = [Edit(anchor.start, anchor.end, "")]
            for start, end in anchor.aliases:
                edits.append(Edit(start, end, scalar(anchor.value, flow=written.in_brackets(start), typed=True)))
            found[name] = Fix("write the value out", tuple(edits), safe=True)
    return found


@dataclass(slots=True)
class _Anchor:
    """Where an anchor stands, with the gap after it, and its text; None if it is no single text on a line."""

    start: int
    end: int
    value: str | None
    aliases: list[tuple[int, int]] = field(default_factory=list)


def _anchors(text: str) -> dict[str, _Anchor]:
    found: dict[str, _Anchor] = {}
    for event in _events(text):
        name = getattr(event, "anchor", None)
        if not name:
            continue
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, AliasEvent):
            if name in found:
                found[name].aliases.append((start, end))
        elif name in found:
            found[name].value = None
        else:
            at = text.find(f"&{name}", start)
            gap = re.compile(r"[ \t]*").match(text, at + len(name) + 1)
            plain = isinstance(event, ScalarEvent) and "\n" not in text[start:end]
            found[name] = _Anchor(at, gap.end() if gap else at, event.value if plain else None)
    return found


def _events(text: str) -> Iterator[Any]:
    parser: Any = CParser(text)
    try:
        while not isinstance(event := parser.get_event(), StreamEndEvent):
            yield event
    except YAMLError:
        return
