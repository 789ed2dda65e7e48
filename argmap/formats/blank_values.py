"""What a file names and leaves without a value."""

from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from typing import Any

from argmap.codes import problem
from argmap.diagnostics import Diagnostic, Where
from argmap.formats.parts import SECTIONS, describe, fields
from argmap.model.statement import Statement


def unindented(data: Mapping[str, Any], places: Collection[Where]) -> Diagnostic | None:
    """The first statement of `places`, which hold nothing, whose fields stand beside its id instead of under it."""
    entries = data.get("statements")
    if not isinstance(entries, dict):
        return None
    for key, beside in pairwise(entries):
        is_field = beside in fields(Statement) and isinstance(entries[beside], str | list)
        if ("statements", key) in places and is_field:
            message = f"the fields of statement {key!r} are not indented under it"
            help_ = "indent them by two spaces more than the id, in every statement"
            return problem("AM105", message, ("statements", key), on_key=True, help=help_)
    return None


def blanks(places: Collection[Where], wrong: Collection[Where]) -> Iterator[Diagnostic]:
    """A field, entry or list item without a value, unless it or what it stands in is `wrong` anyway."""
    short = {_without_items(where) for where in wrong}
    for where in places:
        if any(where[:n] in wrong for n in range(1, len(where) + 1)):
            continue
        if any(where[:n] in short and isinstance(where[n], str) for n in range(1, len(where))):
            continue
        if isinstance(where[-1], int):
            help_ = "write one, or delete the item; for the word itself use quotes"
        elif where in {(section,) for section in SECTIONS}:
            help_ = "write the entries below, indented, or {} for none"
        else:
            help_ = "write one, or delete the line; for the word itself use quotes"
        yield problem("AM105", f"{describe(where)} has no value", where, on_key=True, help=help_)


def _without_items(where: Where) -> Where:
    """The place without a last item: the only one of a list may be written without that list."""
    return where[:-1] if len(where) > 1 and where[-1] == 0 else where
