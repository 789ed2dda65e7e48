"""What is told of what lies under the pointer."""

import re
from dataclasses import dataclass, replace
from typing import Final

from argmap.editing.occurrences import Occurrence, occurrences
from argmap.editor.around import Around
from argmap.editor.cursor import Spot, spot
from argmap.editor.shapes import names_at, shape
from argmap.editor.telling import told
from argmap.editor.words import MEANINGS
from argmap.formats.yaml_tree import Tree


@dataclass(frozen=True, slots=True)
class Told:
    """Something told of a stretch of a text, in Markdown."""

    text: str
    start: int
    end: int


_WORD: Final = re.compile(r"[\w-]+")
_CODE: Final = re.compile(r"\bAM\d{3}\b")


def name_under(tree: Tree | None, offset: int) -> Occurrence | None:
    """The name that an offset lies in, or right behind."""
    found = (o for o in occurrences(tree) if o.start <= offset <= o.end) if tree else iter(())
    return next(found, None)


def hover(text: str, tree: Tree | None, offset: int, around: Around) -> Told | None:
    """What to tell of the name, field, word or code at an offset; None where there is nothing to tell.

    Args:
        text: The text without byte order marks.
        tree: The text as a tree, if it can be read.
        offset: Where the pointer is.
        around: What the names stand for.
    """
    if (name := name_under(tree, offset)) is not None:
        entry = around.entry(name.kind, name.key)
        return Told(told(entry, around), name.start, name.end) if entry else None
    word = next((w for w in _WORD.finditer(text, *_line(text, offset)) if w.start() <= offset <= w.end()), None)
    if word is None:
        return None
    at = spot(text, word.end())
    if at.writes == "item" and text[word.end() : word.end() + 1] == ":":
        at = replace(at, writes="key")
    return _of_word(at, word[0], word.start(), word.end(), around)


def _line(text: str, offset: int) -> tuple[int, int]:
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    end = re.compile(r"[\r\n]|$").search(text, offset)
    return start, end.start() if end else len(text)


def _of_word(at: Spot, word: str, start: int, end: int, around: Around) -> Told | None:
    if at.writes == "comment":
        return _code(word, start, end) if "argmap:" in at.written else None
    if at.written.strip() != word:
        return None
    if at.writes in ("key", "line", "dash") and (meaning := shape(around.kind, at.where).fields.get(word)):
        return Told(f"**{word}**\n\n{meaning}", start, end)
    field = next((step for step in reversed(at.where) if isinstance(step, str)), "")
    if meaning := MEANINGS.get(field, {}).get(word):
        return Told(f"**{word}** · {field}\n\n{meaning}", start, end)
    kind = names_at(at.where)
    entry = around.entry(kind, word) if kind else None
    return Told(told(entry, around), start, end) if entry else None


def _code(word: str, start: int, end: int) -> Told | None:
    from argmap.codes import CODES  # noqa: PLC0415  # only a comment names one

    page = CODES.get(word)
    if page is None or not _CODE.fullmatch(word):
        return None
    return Told(
        f"**{page.code}** {page.name} · {page.severity}\n\n{page.finds}\n\n{page.why}\n\n{page.fix}", start, end
    )
