"""From the files of a lesson to the page that leads to them."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from argmap.hypertext.document import document

_ROOM: Final = "argmap.hypertext.lesson"
_PARTS: Final = (
    ("students", "To hand out"),
    ("teacher", "To keep: the answers are in it"),
)


class File(NamedTuple):
    """A file of the lesson: its path seen from the page, what it is, how many to print; 0 pages where it is no PDF."""

    part: str
    name: str
    use: str
    copies: str
    pages: int


def contents(title: str, listed: Sequence[tuple[str, str, str, str, int]], left_out: Sequence[str] = ()) -> str:
    """The page as HTML.

    Args:
        title: Of the lesson.
        listed: Its files in order, each as a `File` has it.
        left_out: What could not be made, and why.
    """
    sheets = [File(*each) for each in listed]
    parts = [(part, heading, [f for f in sheets if f.part == part]) for part, heading in _PARTS]
    values = {"title": title, "parts": parts, "left_out": left_out}
    return document(_ROOM, "contents.html", values, styles=("contents.css",))
