"""What the names of a map or codebook stand for, as far as its text can be read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from yaml import YAMLError

from argmap.editing.occurrences import NameKind, grow, occurrences
from argmap.formats.parts import SECTIONS
from argmap.formats.yaml_tree import Tree
from argmap.model import BUILT_IN_ROLES
from argmap.model.names import together


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing with a name.

    Attributes:
        kind: What sort of thing it is.
        key: Its name.
        fields: What is said of it, as it was written; a short form is under the field it stands for.
        origin: Where it comes from, if that is another file: the codebook's name, say.
    """

    kind: NameKind
    key: str
    fields: Mapping[str, Any]
    origin: str = ""

    def said(self, field: str) -> str:
        """A field as text; "" where it is missing, or is none."""
        value = self.fields.get(field)
        return value if isinstance(value, str) else ""

    @property
    def called(self) -> str:
        """What a person calls it: a label, a name, a citation, or else its text."""
        if self.kind == "source":
            return _citation(self)
        return self.said("label") or self.said("name") or self.said("title") or self.said("text")


_SHORT: Final[Mapping[str, str]] = MappingProxyType(
    {"actor": "name", "factor": "text", "proposition": "text", "role": "text"}
)


def entries(data: Any, origin: str = "") -> tuple[Entry, ...]:
    """All that has a name in the plain data of a map or codebook, in the order of the sections and of the text."""
    return tuple(_entries(data, origin))


def _entries(data: Any, origin: str) -> Iterator[Entry]:
    if not isinstance(data, dict):
        return
    for section, (_, word) in SECTIONS.items():
        held = data.get(section)
        for key, value in held.items() if isinstance(held, dict) else ():
            fields = value if isinstance(value, dict) else {_SHORT[word]: value} if word in _SHORT else {}
            yield Entry(word, str(key), fields, origin)  # type: ignore[arg-type]  # names of sections are kinds
    yield from _entries(data.get("codebook"), origin)


BUILT_IN: Final = tuple(
    Entry("role", key, {"valence": f"{role.valence:+d}" if role.valence else "0"}, "built in")
    for key, role in BUILT_IN_ROLES.items()
)
"""The roles that every codebook has."""


def _citation(entry: Entry) -> str:
    authors = entry.fields.get("authors")
    names = [name for name in authors if isinstance(name, str)] if isinstance(authors, list) else []
    who = entry.said("short") or together(names) or entry.said("publisher") or entry.said("title") or entry.key
    year = entry.said("date")[:4]
    return f"{who} {year}" if year.isdigit() and year not in who else who


def hanging(tree: Tree) -> frozenset[str]:
    """The statements that some other statement names."""
    return frozenset(
        o.key for o in occurrences(tree) if o.kind == "statement" and not o.defines and o.where[1] != o.key
    )


_TRIES: Final = 6


def mended(text: str, line: int | None = None) -> Tree | None:
    """The tree of a text, or of what is left when some lines that cannot be read are taken for blank.

    Args:
        text: The text without byte order marks.
        line: The line that is being written, from 0: the first to be left out.
    """
    if (tree := grow(text)) is not None:
        return tree
    lines = text.splitlines(keepends=True)
    number = line if line is not None else _broken(text)
    for _ in range(_TRIES):
        if number is None:
            return None
        number = min(number, len(lines) - 1)
        while number > 0 and not lines[number].strip():  # what is missing often shows a line later
            number -= 1
        lines[number] = " " * len(lines[number].rstrip("\r\n")) + "\n"
        left = "".join(lines)
        if (tree := grow(left)) is not None:
            return tree
        number = _broken(left)
    return None


def _broken(text: str) -> int | None:
    """The line that YAML gives up in, from 0."""
    from argmap.formats import yaml_tree  # noqa: PLC0415
    from argmap.formats.yaml_rules import cleaned  # noqa: PLC0415

    try:
        yaml_tree.grow(cleaned(text))
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return int(mark.line) if mark else None
    except UnicodeEncodeError:
        return None
    return None
