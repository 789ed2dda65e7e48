"""The text of an article as a map begins from it: its title, what stands before it, its paragraphs in few words."""

import re
import unicodedata
from typing import Final

from argmap.text import paragraphs, shorten

_FEW_WORDS: Final = 6
_FEW_CHARACTERS: Final = 60
_LONGEST_TITLE: Final = 150  # characters: two lines of a page

_FRONT: Final = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE | re.DOTALL)
_FIELD: Final = re.compile(r"[A-Za-z][\w-]*:(?:\s|\Z)")
_TITLE: Final = re.compile(r"^title:[ \t]+([\"']?)(.+?)\1[ \t]*$", re.MULTILINE | re.IGNORECASE)
_BEFORE_MARKUP: Final = re.compile(r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*", re.DOTALL)
_MARKUP: Final = re.compile(
    r"<(?:!doctype\s+html|(?:html|head|body|meta|link|script|style|title|main|article|section|header|div|p|span|table"
    r"|h[1-6]|center|font)[\s/>])",
    re.IGNORECASE,
)


def is_markup(text: str) -> bool:
    """Whether a text is that of a web page with its marks, or a piece of one."""
    start = text.lstrip("\ufeff")[:100_000]
    return bool(_MARKUP.match(start, _BEFORE_MARKUP.match(start).end()))  # type: ignore[union-attr]  # also nothing


def title_in(text: str) -> str:
    """The title that the text of an article begins with: its first heading, or a short line that stands by itself.

    Front matter, as Markdown files have it, goes before that.

    >>> title_in("# The square\\n\\n¶1 The square is hot in summer.\\n")
    'The square'
    >>> title_in("The square is hot in summer.\\nNobody crosses it.\\n")
    ''
    """
    front, rest = _parted(text)
    if named := _TITLE.search(front):
        return _plain(named[2])
    lines = rest.lstrip("\n\r ").splitlines()
    first, second = [*(line.strip() for line in lines[:2]), "", ""][:2]
    if heading := re.fullmatch(r"#{1,6}\s+(.*?)\s*#*", first):
        return _plain(heading[1])
    underlined = bool(re.fullmatch(r"={3,}|-{3,}", second))
    alone = len(lines) > 1 and (not second or second.startswith("¶") or underlined)
    short = len(first) <= _LONGEST_TITLE and not re.search(r"[.;:,]$|^¶", first)
    return _plain(first) if alone and short else ""


def _parted(text: str) -> tuple[str, str]:
    """The front matter of a text, and the rest; most have none."""
    plain = re.sub(r"\r\n?", "\n", text.lstrip("\ufeff"))
    front = _FRONT.match(plain)
    return (front[0], plain[front.end() :]) if front and _FIELD.match(front[1].lstrip()) else ("", plain)


def _plain(line: str) -> str:
    """A line without characters that a map cannot hold."""
    return " ".join("".join(c if unicodedata.category(c) not in ("Cc", "Cs") else " " for c in line).split())


def argued(text: str) -> dict[int, str]:
    """The paragraphs of an article by their number, but for those that are front matter."""
    front = paragraphs(_parted(text)[0])
    return {number: held for number, held in paragraphs(text).items() if front.get(number) != held}


def few_words(text: str) -> str:
    """The beginning of a paragraph as a comment holds it: a line without characters that are none."""
    plain = "".join(" " if unicodedata.category(character)[0] in "CZ" else character for character in text[:1000])
    few = shorten(plain, _FEW_WORDS)
    return few if len(few) <= _FEW_CHARACTERS else few[: _FEW_CHARACTERS - 1].rstrip("… ") + "…"
