"""The statement that was meant where what stands in a list of ids is none."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from argmap.diagnostics import Where
from argmap.formats.parts import slug
from argmap.text import fold, nearest_name

_BY_ITS_ID = "name it by its id, not by its text"


class Meant(NamedTuple):
    """The help, and the id of the statement that was meant; "" where that is not known."""

    help: str
    instead: str = ""


def is_reference(where: Where) -> bool:
    """Whether statements are named at a place."""
    return where[:1] == ("statements",) and where[2:3] in (("because",), ("but",), ("unless",), ("if",))


def statement_meant(value: str, data: Mapping[str, Any]) -> Meant | None:
    """What to write instead of a text that is no id; None where its slug is as good as any other."""
    entries = data.get("statements")
    ids = {slug(str(key)) or str(key): entry for key, entry in entries.items()} if isinstance(entries, dict) else {}
    said, better = _plain(value), slug(value)
    for key, entry in ids.items():
        if isinstance(entry, dict) and said in (_plain(entry.get("text")), _plain(entry.get("label"))):
            return Meant(f"name it by its id: {key!r}", key)
    if better in ids:
        return None
    if better and (near := nearest_name(better, ids)):
        return Meant(f"did you mean {near!r}?", near)
    return Meant(_BY_ITS_ID) if len(value.split()) > 1 else None


def _plain(text: Any) -> str | None:
    """A text as it is looked for: neither capitals nor the marks round it count."""
    return fold(text).casefold().strip(" .,;:!?\"'") if isinstance(text, str) else None
