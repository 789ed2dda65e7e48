"""A reworded text, word by word."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

_WORD: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+(?:['’-]\w+)*|\s+|[^\w\s]")
_LONGEST: Final = 1500  # words and gaps; in longer texts, looking would take seconds
_COMMON: Final = 0.4  # of the words at least have to be common: else the text is another one

Share = Literal["same", "old", "new"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that both versions have, or one of them."""

    share: Share
    text: str


def marked(old: str, new: str) -> tuple[Stretch, ...]:
    """Both texts in one, the words of the old one before those that replace them.

    Texts that have less than two fifths of their words in common stand whole, one after the other.

    >>> [(s.share, s.text) for s in marked("It is late.", "It is too late.")]
    [('same', 'It is '), ('new', 'too '), ('same', 'late.')]
    """
    was, now = _WORD.findall(old), _WORD.findall(new)
    if max(len(was), len(now)) > _LONGEST:
        return tuple(_whole(old, new))
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    blocks = matcher.get_opcodes()
    common = sum(_words(was[i:j]) for how, i, j, _, _ in blocks if how == "equal")
    if common < _COMMON * max(_words(was), _words(now)):
        return tuple(_whole(old, new))
    return tuple(_joined(_stretches(was, now, blocks)))


def _words(pieces: list[str]) -> int:
    return sum(not piece.isspace() for piece in pieces)


def _whole(old: str, new: str) -> Iterator[Stretch]:
    yield Stretch("old", old)
    yield Stretch("same", " ")
    yield Stretch("new", new)


def _stretches(was: list[str], now: list[str], blocks: Iterable[tuple[str, int, int, int, int]]) -> Iterator[Stretch]:
    for how, i, j, k, m in blocks:
        if how == "equal":
            yield Stretch("same", "".join(was[i:j]))
            continue
        yield Stretch("old", "".join(was[i:j]))
        yield Stretch("new", "".join(now[k:m]))


def _joined(stretches: Iterator[Stretch]) -> Iterator[Stretch]:
    """The stretches; changed words with nothing but a space between them are one change."""
    old = new = ""
    for s in (*stretches, Stretch("same", "")):
        if s.share == "same" and s.text.isspace() and (old or new):
            old, new = old + s.text, new + s.text
        elif s.share == "old":
            old += s.text
        elif s.share == "new":
            new += s.text
        else:
            yield from _trimmed(old, new)
            old = new = ""
            if s.text:
                yield s


def _trimmed(old: str, new: str) -> Iterator[Stretch]:
    """Two changed stretches, spaces that both end with behind them."""
    tail = ""
    while old and new and old[-1].isspace() and old[-1] == new[-1]:
        old, new, tail = old[:-1], new[:-1], old[-1] + tail
    if old:
        yield Stretch("old", old)
    if new:
        yield Stretch("new", new)
    if tail:
        yield Stretch("same", tail)
