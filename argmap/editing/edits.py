"""Edits: stretches of a text with what is to stand there instead."""

from collections.abc import Iterable
from dataclasses import dataclass

BOM = "\ufeff"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """What is to stand in place of the characters from `start` up to, not including, `end`.

    Offsets count characters of the text without the byte order marks it may begin with, as places in a tree do. Equal
    offsets insert.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend a problem.

    Attributes:
        title: What it does, as the entry of a menu: "write 'hungry'".
        edits: In one file; none overlaps another.
        safe: Whether it can be made unasked: the map that is read afterwards says what the author of the file said.
            A guess at what was meant is never safe.
    """

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False


class EditsOverlap(ValueError):
    """Two edits want to change the same characters in different ways."""


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text after all edits; what they do not name stays as it is. The same edit twice counts once.

    Raises:
        EditsOverlap: Two of them want the same characters.
        ValueError: One lies outside the text.
    """
    plain = text.lstrip(BOM)
    marks = text[: len(text) - len(plain)]
    pieces, at = [marks], 0
    for edit in sorted(set(edits)):
        if not 0 <= edit.start <= edit.end <= len(plain):
            raise ValueError(f"{edit} lies outside a text of {len(plain)} characters")
        if edit.start < at:
            raise EditsOverlap(f"{edit} begins before another one ends")
        pieces += [plain[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, plain[at:]])
