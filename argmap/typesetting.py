"""Breaking text into lines by display width: Latin at spaces, Chinese and Japanese between characters."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_NO_START = frozenset("、。，．・：；？！」』）］｝〉》】〕ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…’”,.:;?!)]}»›%‰")
_NO_END = frozenset("「『（［｛〈《【〔‘“([{«‹¶§")
_SPACE = re.compile(r"[^\S\u00a0\u2007\u202f]+")  # no-break spaces hold
_AFTER_DASH = frozenset("-–—/")
_DASH = re.compile("[-–—/]")
_PLAIN = re.compile("[!-~¡-¬®-ʯ‐-‧‰-⁞←-↓]*")  # one column each, none joins another: most words need no closer look
_PLAIN_LINE = re.compile("[ -~¡-¬®-ʯ‐-‧‰-⁞←-↓]*")  # the same with spaces, which most texts are


_FEW = 3  # lines; of two, the first is as short as it can be already


class _Piece(NamedTuple):
    """A stretch that stays on one line, unless it alone is longer than a line."""

    text: str
    width: int
    gap: bool  # a space stands before it when it does not begin a line


def display_width(text: str) -> int:
    """Columns the text takes in a monospaced line: wide characters count 2, combining and invisible ones 0.

    >>> display_width("ab"), display_width("東京"), display_width("e\\u0301")
    (2, 4, 1)
    """
    if (text.isascii() and text.isprintable()) or _PLAIN.fullmatch(text):
        return len(text)
    return sum(_grapheme_width(g) for g in _graphemes(text))


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` columns, filled from the first; no lines for blank text.

    A word longer than a line is cut, never inside a grapheme. No line begins with closing punctuation or ends with
    an opening bracket, as long as a line holds two characters.
    """
    return _fill(_pieces(text), max(width, 1))


def balance(text: str, width: int) -> list[str]:
    """As `wrap`, in as many lines, but with lines of about equal length: no single word is left over.

    What a dash joins stays on one line if that takes no more lines: ``Roy-Chaudhury``, ``Indo-Pacific``.
    """
    pieces = _pieces(text)
    lines = _fill(pieces, max(width, 1))
    if len(lines) > 1 and len(whole := _undivided(pieces)) < len(pieces) and max(p.width for p in whole) <= width:
        kept = _fill(whole, max(width, 1))
        pieces, lines = (whole, kept) if len(kept) <= len(lines) else (pieces, lines)
    low, high = 1, max(width, 1)  # the narrowest width that needs no further line lies between
    while low < high:
        middle = (low + high) // 2
        if middle >= max((p.width for p in pieces if p.width <= width), default=0) and len(
            narrower := _fill(pieces, middle)
        ) <= len(lines):
            lines, high = narrower, middle
        else:
            low = middle + 1
    return _evened(pieces, high, lines)


def _evened(pieces: tuple[_Piece, ...], width: int, lines: list[str]) -> list[str]:
    """As many lines, none over the width, but what is left free is shared out: no word alone between full lines."""
    if len(lines) < _FEW or any(piece.width > width for piece in pieces):
        return lines
    # from each piece on: how many lines follow, the sum of the squares of what they leave free, less where the next
    # begins: among equals the longer line comes first
    best: list[tuple[int, int, int]] = [(0, 0, 0)] * (len(pieces) + 1)
    for start in range(len(pieces) - 1, -1, -1):
        found, used = (len(pieces) + 1, 0, 0), 0
        for end in range(start, len(pieces)):
            used += pieces[end].width + (1 if pieces[end].gap and end > start else 0)
            if used > width:
                break
            count, free, _ = best[end + 1]
            found = min(found, (count + 1, free + (width - used) ** 2, -end - 1))
        best[start] = found
    evened, start = [], 0
    while start < len(pieces):
        end = -best[start][2]
        gaps = (" " * (piece.gap and i > 0) + piece.text for i, piece in enumerate(pieces[start:end]))
        evened.append("".join(gaps))
        start = end
    return evened


def _fill(pieces: tuple[_Piece, ...], width: int) -> list[str]:
    lines: list[str] = []
    line, used = "", 0
    for piece in pieces:
        gap = 1 if piece.gap and line else 0
        if used + gap + piece.width <= width:
            line, used = line + " " * gap + piece.text, used + gap + piece.width
            continue
        if line:
            lines.append(line)
        *full, line = _cut(piece.text, width) if piece.width > width else [piece.text]
        lines += full
        used = display_width(line)
    return [*lines, line] if line else lines


def _cut(word: str, width: int) -> list[str]:
    """A word in slices of at most `width` columns."""
    graphemes = _graphemes(word)
    slices, start = [], 0
    while start < len(graphemes):
        end, used = start, 0
        while end < len(graphemes) and (end == start or used + _grapheme_width(graphemes[end]) <= width):
            used += _grapheme_width(graphemes[end])
            end += 1
        last = end
        while start + 1 < end < len(graphemes) and not _may_part(graphemes[end - 1], graphemes[end]):
            end -= 1
        if end == start + 1 and not (end == len(graphemes) or _may_part(graphemes[end - 1], graphemes[end])):
            end = last  # nothing but punctuation: it has to break somewhere
        slices.append("".join(graphemes[start:end]))
        start = end
    return slices


@lru_cache(maxsize=4096)
def _pieces(text: str) -> tuple[_Piece, ...]:
    if _AFTER_DASH.isdisjoint(text) and _PLAIN_LINE.fullmatch(text):
        return tuple(_Piece(word, len(word), True) for word in text.split())
    found: list[_Piece] = []
    for word in _SPACE.split(text):
        if word and _PLAIN.fullmatch(word):
            found += _plain_pieces(word)
            continue
        part, gap = "", True
        graphemes = _graphemes(word)
        for before, after in zip(["", *graphemes], graphemes, strict=False):
            if part and _breaks(before, after):
                found.append(_Piece(part, display_width(part), gap))
                part, gap = "", False
            part += after
        if part:
            found.append(_Piece(part, display_width(part), gap))
    return tuple(found)


def _undivided(pieces: tuple[_Piece, ...]) -> tuple[_Piece, ...]:
    """The same pieces, with those that only a dash parts as one."""
    found: list[_Piece] = []
    for piece in pieces:
        before = found[-1] if found else piece
        if found and not piece.gap and before.text[-1] in _AFTER_DASH:
            found[-1] = _Piece(before.text + piece.text, before.width + piece.width, before.gap)
        else:
            found.append(piece)
    return tuple(found)


def _plain_pieces(word: str) -> Iterator[_Piece]:
    """The pieces of a word whose characters are one column each: it parts only after a dash, before a letter."""
    start = 0
    for dash in _DASH.finditer(word, 0, len(word) - 1):
        if word[dash.end()].isalpha():
            yield _Piece(word[start : dash.end()], dash.end() - start, start == 0)
            start = dash.end()
    yield _Piece(word[start:], len(word) - start, start == 0)


def _breaks(before: str, after: str) -> bool:
    """Whether a line may end between two graphemes of one word."""
    if not _may_part(before, after):
        return False
    if before in _AFTER_DASH:
        return after.isalpha()
    return any(_grapheme_width(g) == 2 and not "\uac00" <= g[0] <= "\ud7a3" for g in (before, after))


def _may_part(before: str, after: str) -> bool:
    return after[0] not in _NO_START and before[0] not in _NO_END


def _graphemes(text: str) -> list[str]:
    """What a reader sees as one character: a base with its marks, joined emoji, a flag, a Hangul syllable."""
    if text.isascii() or _PLAIN.fullmatch(text):
        return list(text)
    found: list[str] = []
    for c in text:
        if found and _extends(found[-1], c):
            found[-1] += c
        else:
            found.append(c)
    return found


def _extends(grapheme: str, c: str) -> bool:
    if (
        unicodedata.category(c) in ("Mn", "Me", "Mc", "Cf")
        or "\u1160" <= c <= "\u11ff"
        or "\U0001f3fb" <= c <= "\U0001f3ff"
    ):
        return True
    flag = "\U0001f1e6" <= c <= "\U0001f1ff" and "\U0001f1e6" <= grapheme[-1] <= "\U0001f1ff" and len(grapheme) % 2 == 1
    return grapheme[-1] == "\u200d" or flag


@lru_cache(maxsize=4096)
def _grapheme_width(grapheme: str) -> int:
    first = grapheme[0]
    if unicodedata.combining(first) or unicodedata.category(first) in ("Mn", "Me", "Cf"):
        return 0
    wide = unicodedata.east_asian_width(first) in "WF" or (len(grapheme) == 2 and "\U0001f1e6" <= first <= "\U0001f1ff")
    return 2 if wide or "\ufe0f" in grapheme else 1
