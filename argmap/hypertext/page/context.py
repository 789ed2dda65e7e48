"""A quotation in its context: some words of the article before and after it, or the whole article where it is asked.

An article is its author's: of one whose text is at hand no more is shown than a reader needs to see what a quotation
is about, unless somebody asks for the whole.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from argmap.hypertext.page.folded import Folded, folded
from argmap.hypertext.page.material import Material
from argmap.model import ArgumentMap, Statement, parse_place
from argmap.text import paragraphs, spans_of

AROUND: Final = 140
"""How many characters are shown before and after the words that are quoted; fewer, where a word would be cut."""

_CUT: Final = "…"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of an article's words; `quoted` where the quotation quotes them."""

    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """Where a quotation stands.

    Attributes:
        letter: Of the map whose article it is; "" where that map is not in the page.
        paragraph: Its number in that article.
        pieces: What is shown of the paragraph, with ``…`` where something is left out.
    """

    letter: str
    paragraph: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a whole article; `quoted` words are those that any quotation of its map quotes."""

    number: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A whole article, as somebody asked for it."""

    letter: str
    name: str
    paragraphs: tuple[Paragraph, ...]


class Contexts:
    """The contexts of all quotations of a page, by the anchors of their statements; none where no text is at hand."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._texts = {name: _Text(text) for name, text in material.texts.items()}

    @cached_property
    def by_anchor(self) -> Mapping[str, Context]:
        """``{"A-P8": Context(…)}``."""
        return {
            self._material.anchor(m.id, key): found
            for m in self._material.maps
            for key, s in m.statements.items()
            if (found := self._context(m, s))
        }

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The whole articles, where they were asked for; the words that are quoted are marked."""
        if not self._material.whole_text:
            return ()
        return tuple(self._article(m) for m in self._material.maps if m.id in self._texts)

    @cached_property
    def letters(self) -> frozenset[str]:
        """Of the maps whose articles stand in the page as a whole."""
        return frozenset(article.letter for article in self.articles)

    def _context(self, m: ArgumentMap, s: Statement) -> Context | None:
        source, number, spans = self._found(m, s)
        if not spans:
            return None
        letter = self._material.letter(source) if source in {one.id for one in self._material.maps} else ""
        return Context(letter, number, tuple(_around(self._texts[source].paragraphs[number], spans)))

    def _found(self, m: ArgumentMap, s: Statement) -> tuple[str, int, tuple[Span, ...]]:
        """The map whose article has the quotation, the paragraph, and where in it its pieces stand; () if nowhere."""
        source, places = (s.via.map, (s.via.at,)) if s.via else (m.id, s.at)
        text = self._texts.get(source)
        if text is None or not s.quote:
            return source, 0, ()
        named = [n for place in places for n in parse_place(place).paragraphs if n in text.paragraphs]
        for number in dict.fromkeys((*named, *text.paragraphs)):
            if spans := text.spans(s.quote, number):
                return source, number, spans
        return source, 0, ()

    def _article(self, m: ArgumentMap) -> Article:
        text = self._texts[m.id]
        quoted: dict[int, list[Span]] = {}
        for one in self._material.maps:
            for s in one.statements.values():
                source, number, spans = self._found(one, s)
                if source == m.id and spans:
                    quoted.setdefault(number, []).extend(spans)
        shown = (
            Paragraph(n, tuple(_pieces(p, (0, len(p)), _merged(quoted.get(n, ()))))) for n, p in text.paragraphs.items()
        )
        return Article(self._material.letter(m.id), m.name, tuple(shown))


class _Text:
    """The text of an article, and the same as quotations are matched."""

    def __init__(self, text: str) -> None:
        self.paragraphs = {number: " ".join(p.split()) for number, p in paragraphs(text).items()}
        self._folded: dict[int, Folded] = {}

    def spans(self, quote: str, number: int) -> tuple[Span, ...]:
        """Where the pieces of a quotation stand in a paragraph as it is written."""
        if number not in self._folded:
            self._folded[number] = folded(self.paragraphs[number])
        found = self._folded[number]
        return tuple(found.written(span) for span in spans_of(quote, found.text))


def _around(text: str, quoted: Sequence[Span]) -> Iterator[Piece]:
    """The words round each piece of a quotation, with a sign where something is left out."""
    windows = _merged([(_back(text, start - AROUND, start), _on(text, end + AROUND, end)) for start, end in quoted])
    for i, (start, end) in enumerate(windows):
        if start > 0:
            yield Piece(f" {_CUT} " if i else f"{_CUT} ")
        yield from _pieces(text, (start, end), _merged(quoted))
    if windows[-1][1] < len(text):
        yield Piece(f" {_CUT}")


def _back(text: str, at: int, latest: int) -> int:
    """The first word that begins at a place or after it; the place itself in a script without gaps."""
    if at <= 0:
        return 0
    gap = text.find(" ", at - 1, latest)
    return gap + 1 if gap >= 0 else at


def _on(text: str, at: int, earliest: int) -> int:
    """The end of the last word that ends at a place or before it; the place itself in a script without gaps."""
    if at >= len(text):
        return len(text)
    gap = text.rfind(" ", earliest, at + 1)
    return gap if gap >= 0 else at


def _merged(spans: Sequence[Span]) -> list[Span]:
    """The same stretches in their order, those that touch as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _pieces(text: str, within: Span, quoted: Sequence[Span]) -> Iterator[Piece]:
    """A stretch of a text, parted into what is quoted and what is not; the quoted spans do not overlap."""
    at, last = within
    for start, end in quoted:
        if start < at or end > last:
            continue
        if at < start:
            yield Piece(text[at:start])
        yield Piece(text[start:end], quoted=True)
        at = end
    if at < last:
        yield Piece(text[at:last])
