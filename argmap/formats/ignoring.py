"""Comments that silence: ``# argmap: ignore[AM304]`` at the end of a line, or on a line of its own above it.

A comment silences warnings and advice whose place begins on its line, no others: one on the line of a statement's key
is not one for all that the statement holds. Errors cannot be silenced. What looks like such a comment and is none, and
one that silences nothing, are problems themselves: either would be taken for what it is not.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from argmap.codes import problem
from argmap.diagnostics import Diagnostic, locate
from argmap.formats.lines import Lines
from argmap.formats.reading import Reading
from argmap.model import ArgumentMap, Codebook

if TYPE_CHECKING:
    from argmap.formats.code_patterns import Fault
    from argmap.formats.yaml_tree import Node, Tree

_BEGINNING: Final = re.compile(
    r"(?<!\S)#[ \t]*argmap\b[ \t]*(?:[:=-][ \t]*(?P<word>[A-Za-z]+)"
    r"|(?P<bare>[A-Za-z]+)(?=[ \t]*(?:\[|AM\d)))",  # prose about argmap names no codes
    re.IGNORECASE,
)
_RIGHT: Final = re.compile(r"# argmap: ignore\[(?P<codes>[^\[\]\r\n]*)\]")
_LINE: Final = re.compile(r"[^\r\n]*")
_REST: Final = re.compile(r"[^\r\n]{0,200}")  # a whole map may stand on one line
_CODES: Final = re.compile(r"\bAM\d+\b", re.IGNORECASE)
_NAMED: Final = re.compile(r"[^\w\r\n]*AM\d+(?:(?:[ \t]*,[ \t]*|[ \t]+)AM\d+)*(?:[ \t]*[\])}])?", re.IGNORECASE)
_LONGEST: Final = 60
_MOVE: Final = "delete the comment, or move it to the line where the problem begins"
_BY_COMPANY: Final = frozenset({"AM212", "AM403"})
"""Told or not by what other maps, or which article's text, the call names: a comment for them is never idle."""


@dataclass(frozen=True, slots=True)
class Heeded:
    """Problems, with regard to the comments of their file.

    Attributes:
        told: Those to tell, in the order of the file, with what is wrong with the comments.
        silenced: Those that a comment silences.
    """

    told: tuple[Diagnostic, ...]
    silenced: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class _Pattern:
    """What stands between the commas of a comment, and where."""

    written: str
    codes: tuple[str, ...]
    start: int
    end: int
    line: int


def heed(
    problems: tuple[Diagnostic, ...], reading: Reading[ArgumentMap] | Reading[Codebook], *, teach: bool = False
) -> Heeded:
    """The located problems of a file without those that its comments silence.

    Args:
        problems: All that was found in the file, before any selection.
        reading: The file.
        teach: Whether teaching advice was looked for; else a comment for it is not idle.
    """
    if not _BEGINNING.search(reading.text) or (tree := reading.tree) is None:
        return Heeded(problems)
    patterns, found = _patterns(reading.text.lstrip("\ufeff"), tree)
    by_line: dict[int, list[_Pattern]] = {}
    for p in patterns:
        by_line.setdefault(p.line, []).append(p)
    silenced: list[Diagnostic] = []
    used: set[_Pattern] = set()
    for d in problems:
        beside = by_line.get(d.position.line, ()) if d.position and d.severity != "error" else ()
        if by := [p for p in beside if d.code in p.codes]:
            silenced.append(d)
            used.update(by)
    if reading.document is not None:  # of what is left of a broken map, much is not asked
        found += _idle([p for p in patterns if p not in used], tree.lines, teach=teach)
    hushed = {id(d) for d in silenced}
    placed = (replace(d, file=reading.name, source=reading.line(d.position.line)) for d in found if d.position)
    return Heeded(locate((*(d for d in problems if id(d) not in hushed), *placed), reading), tuple(silenced))


def _patterns(text: str, tree: "Tree") -> tuple[list[_Pattern], list[Diagnostic]]:
    """What the comments of a text silence, and what is wrong with them."""
    found: list[Diagnostic] = []
    patterns: list[_Pattern] = []
    covered = _Covered(tree.lines, text)
    for comment in _comments(text, tree):
        right = _RIGHT.match(text, comment.start())
        if right:
            patterns += _split(right, covered.by(right.start()), tree.lines, found)
        elif _meant((comment["word"] or comment["bare"]).lower()):
            written = _misspelt(text, comment)
            position = tree.lines.position(comment.start(), comment.start() + len(written))
            found.append(replace(_silences_nothing(written), position=position))
    return patterns, found


def _comments(text: str, tree: "Tree") -> Iterator[re.Match[str]]:
    """What looks like a comment for argmap, and stands in no text of the document."""
    stretches = sorted(_texts(text, tree.root)) if tree.root else []
    for found in _BEGINNING.finditer(text):
        before = bisect_right(stretches, (found.start(), len(text))) - 1
        if before < 0 or stretches[before][1] <= found.start():
            yield found


def _texts(text: str, node: "Node") -> Iterator[tuple[int, int]]:
    """The stretches of all keys and values; of a text below ``|`` or ``>``, what stands below."""
    yield from node.keys.values()
    if node.kind == "text":
        first = _LINE.match(text, node.start) if text[node.start : node.start + 1] in ("|", ">") else None
        yield (first.end() if first else node.start), node.end
    for item in node.items.values():
        yield from _texts(text, item)


class _Covered:
    """The lines that comments speak of, asked from the first comment to the last."""

    def __init__(self, lines: Lines, text: str) -> None:
        self._lines, self._last = lines, lines.place(len(text))[0]
        self._next = 0
        self._here = (0, False)

    def by(self, at: int) -> int:
        """The line of the comment at a place: its own, or the next that holds something; 0 if there is none."""
        number, _ = self._lines.place(at)
        if number != self._here[0]:
            self._here = number, _holds_something(self._lines.line(number))
        if self._here[1]:
            return number
        if self._next <= number:  # else an earlier comment, right above, speaks of it too
            following = range(number + 1, self._last + 1)
            self._next = next((n for n in following if _holds_something(self._lines.line(n))), self._last + 1)
        return self._next if self._next <= self._last else 0


def _holds_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _split(right: re.Match[str], line: int, lines: Lines, found: list[Diagnostic]) -> Iterator[_Pattern]:
    """The codes between the brackets; those that cannot be ignored go to `found`."""
    at = right.start("codes")
    for part in right["codes"].split(","):
        written = part.strip()
        start = at + len(part) - len(part.lstrip()) if written else right.start()
        end = start + len(written) if written else right.end()
        codes, fault = _judged(written)
        if fault:
            wrong = problem("AM118", fault.message, help=fault.help, instead=fault.instead)
            found.append(replace(wrong, position=lines.position(start, end)))
        else:
            yield _Pattern(written, codes, start, end, line)
        at += len(part) + 1


@lru_cache(maxsize=256)
def _judged(written: str) -> "tuple[tuple[str, ...], Fault | None]":
    """The codes that something written stands for, and why it cannot be ignored."""
    from argmap.codes.selecting import codes_of  # noqa: PLC0415  # few maps have such a comment
    from argmap.formats.code_patterns import fault_of  # noqa: PLC0415

    return codes_of(written), fault_of(written, ignoring=True)


def _misspelt(text: str, comment: re.Match[str]) -> str:
    """A comment that was meant to silence something, up to the codes that it names; all of it if it names none."""
    whole = text[comment.start() : _end(text, comment)]
    named = _NAMED.match(whole, comment.end() - comment.start())
    return whole[: named.end()] if named else whole


def _silences_nothing(written: str) -> Diagnostic:
    codes = ", ".join(dict.fromkeys(code.upper() for code in _CODES.findall(written)))
    shown = written if len(written) <= _LONGEST else f"{written[: _LONGEST - 1]}…"
    instead = f"# argmap: ignore[{codes}]" if codes else ""
    help_ = f"write `{instead or '# argmap: ignore[AM304]'}`"
    return problem("AM118", f"{shown!r} silences nothing", help=help_, instead=instead)


def _meant(word: str) -> bool:
    from argmap.text import nearest_name  # noqa: PLC0415  # only a wrong comment needs it

    return word in ("noqa", "disable") or bool(nearest_name(word, ["ignore"])) or word == "ignore"


def _end(text: str, comment: re.Match[str]) -> int:
    rest = _REST.match(text, comment.start())
    return comment.start() + len(rest[0].rstrip()) if rest else comment.end()


def _idle(patterns: Sequence[_Pattern], lines: Lines, *, teach: bool) -> Iterable[Diagnostic]:
    """That nothing is silenced by what a comment names."""
    from argmap.codes.catalogue import CODES  # noqa: PLC0415

    for p in patterns:
        if not any(
            code in _BY_COMPANY or CODES[code].named_only or (CODES[code].teaching and not teach) for code in p.codes
        ):
            begins = f"begins on line {p.line}" if p.line else "can follow"
            wrong = problem("AM119", f"no problem of {p.written!r} {begins}", help=_MOVE)
            yield replace(wrong, position=lines.position(p.start, p.end))
