"""What must hold of a text after a safe fix: it says what it said, and nothing of it is lost.

A fixer means well; here it is checked, with the text as it is read again.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from argmap.diagnostics import Diagnostic
from argmap.editing.edits import Edit
from argmap.editing.occurrences import grow
from argmap.formats.lines import Lines
from argmap.formats.yaml_rules import cleaned
from argmap.formats.yaml_tree import Node, Tree
from argmap.model import ArgumentMap, Codebook

_COMMENT: Final = re.compile(r"(?<!\S)#[^\r\n]*")
_OWN_LINE: Final = re.compile(r"^[ \t]*(#[^\r\n]*)", re.MULTILINE)
_OF_YAML: Final = frozenset({"AM101", "AM102", "AM105", "AM106", "AM107", "AM108", "AM109"})


@dataclass(frozen=True, slots=True)
class Look:
    """A text as it is read and checked.

    Attributes:
        document: None where the text has errors.
        problems: All problems of this file, located.
        whole: Whether all that can be checked was: a broken text hides some of its problems.
    """

    document: ArgumentMap | Codebook | None
    problems: tuple[Diagnostic, ...]
    whole: bool


def keeps(
    before: str, look: Look, after: str, seen: Look, *, edits: Iterable[Edit], mended: Sequence[Diagnostic]
) -> bool:
    """Whether a text after fixes says what it said before.

    A document that could be read is the same, a name that a list holds twice counting once. In one that could not,
    the problems are gone, none has come, and what no edit touches reads as it did. All comments are still there.

    Args:
        before: The text.
        look: How it reads.
        after: The text after all edits.
        seen: How that reads.
        edits: The edits.
        mended: The problems that are to be gone.
    """
    tree, grown = grow(before), grow(after)
    edits = sorted(edits)
    if _comments(before, tree if grown else None) != _comments(after, grown if tree else None):
        return False
    if look.document is not None:
        same = seen.document is not None and said(look.document) == said(seen.document)
        return same and not _kinds(seen.problems) - (_kinds(look.problems) - _kinds(mended))
    if tree is None:
        return _further(before, edits, mended, seen, read=grown is not None)
    return grown is not None and _untouched(tree, grown, edits) and not _new(look, seen, mended)


def said(document: ArgumentMap | Codebook) -> Any:
    """All that a document says, in its order; what a list of it holds twice counts once."""
    return _once(document.model_dump(mode="json"))


def _once(value: Any) -> Any:
    match value:
        case dict():
            return [(key, _once(item)) for key, item in value.items()]
        case list() | tuple():
            found: list[Any] = []
            for item in map(_once, value):
                if item not in found:
                    found.append(item)
            return found
        case _:
            return value


def _kinds(problems: Iterable[Diagnostic]) -> Counter[tuple[str, str]]:
    return Counter((d.code, d.message) for d in problems)


def _new(look: Look, seen: Look, mended: Iterable[Diagnostic]) -> bool:
    """Whether there are problems that were not there before, or those that were to be mended still are.

    What a broken text hid is no new problem: of one that was checked in part only what keeps it from being read
    counts; and warnings do not count where the document can now be read as a whole.
    """
    found: Iterable[Diagnostic] = seen.problems
    if not look.whole:
        found = [d for d in found if d.code.startswith("AM1")]
    elif seen.document is not None:
        found = [d for d in found if d.severity == "error"]
    return bool(_kinds(found) - (_kinds(look.problems) - _kinds(mended)))


def _further(before: str, edits: Sequence[Edit], mended: Sequence[Diagnostic], seen: Look, *, read: bool) -> bool:
    """Whether a text that was no YAML can now be read, or at least further than to where it was mended."""
    lines = Lines(cleaned(before))
    touched = {line for edit in edits for line in range(lines.place(edit.start)[0], lines.place(edit.end)[0] + 1)}
    wrong = [d.position.line for d in seen.problems if d.code in _OF_YAML and d.position is not None]
    if not read:
        return bool(wrong) and min(wrong) > max(d.position.line for d in mended if d.position is not None)
    return touched.isdisjoint(wrong)


def _untouched(tree: Tree, grown: Tree, edits: Sequence[Edit]) -> bool:
    """Whether all texts of a document that no edit touches read as they did, and stand in their order."""
    stretches, written, shifts = [], [], [0]
    for edit in edits:
        stretches.append((edit.start, edit.end))
        written.append((edit.start + shifts[-1], edit.start + shifts[-1] + len(edit.text)))
        shifts.append(shifts[-1] + len(edit.text) - (edit.end - edit.start))
    ends = [end for _, end in stretches]
    old = [
        (start + shifts[bisect_right(ends, start)], value)
        for start, end, value in _texts(tree.root)
        if not _meets(start, end, stretches)
    ]
    return old == [(start, value) for start, end, value in _texts(grown.root) if not _meets(start, end, written)]


def _meets(start: int, end: int, stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether a text meets or touches one of the stretches, which stand in their order and apart."""
    first = bisect_left(stretches, start, key=lambda stretch: stretch[1])
    return first < len(stretches) and stretches[first][0] <= end


def _texts(root: Node | None) -> list[tuple[int, int, str | None]]:
    return sorted(_walk(root), key=lambda text: text[:2]) if root else []


def _walk(node: Node) -> Iterator[tuple[int, int, str | None]]:
    for key, (start, end) in node.keys.items():
        yield start, end, str(key)
    if node.kind == "text" and node.end > node.start:
        yield node.start, node.end, node.value
    for item in node.items.values():
        yield from _walk(item)


def _comments(text: str, tree: Tree | None) -> Counter[str]:
    """The comments of a text; of one without a tree only those on lines of their own can be told from texts."""
    text = cleaned(text)
    if tree is None:
        return Counter(found.rstrip() for found in _OWN_LINE.findall(text))
    pieces, at = [], 0
    for start, end, _ in _texts(tree.root):
        pieces += [text[at:start], "text"]
        at = max(at, end)
    return Counter(found.rstrip() for found in _COMMENT.findall("".join([*pieces, text[at:]])))
