"""Which first words keep their capital inside another sentence: names do, and nouns where nouns have one."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from argmap.model import ArgumentMap

_NO_NAMES: Final = frozenset(
    "a all an as at both but by for from if in its many more most no on only our some such that the their these this"
    " those to what when where while with without".title().split(" ")
)
"""Words that begin a sentence and no name, whatever follows them."""

_OWNERS: Final = frozenset(
    "children everybody everyone it let men nobody people that there today what women".title().split(" ")
)
"""Words before ``'s`` that are no names."""

_ARTICLES: Final = frozenset(("das", "dem", "den", "der", "die"))
_PLAIN: Final = """
    auch beim dass durch ein eine einem einen einer für ist kann keine können mit muss müssen nicht sich sind soll
    sollte sollten und wenn werden wird zum zur
"""
_GERMAN: Final = frozenset(_PLAIN.split())
"""The words by which a text is known to be German; its articles stand in names and in other languages, too."""

_WORD: Final = re.compile(r"[^\W_]+")
_TOKEN: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_INSIDE: Final = re.compile(r"(?<=[\w,;)’'] )[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Capitals:
    """What texts tell about their capitals.

    Attributes:
        listed: The words of names that codebooks list: actors and places.
        seen: Words that stand with a capital inside a text, more often than without.
        small: Words that stand without one.
        nouns: Whether nouns have one, as in German: then a first word loses it only if it stands somewhere without.
    """

    listed: frozenset[str] = frozenset()
    seen: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    nouns: bool = False


def capitals_of(maps: Sequence[ArgumentMap]) -> Capitals:
    """What the maps and their codebooks tell."""
    texts = list(dict.fromkeys(text for m in maps for text in _texts(m)))
    inside, small = written(texts)
    for author in {author for m in maps for author in _authors(m)}:
        inside.update(word for word in _WORD.findall(author) if word[0].isupper())
    for counts in (inside, small):  # South in Japan-South, term in long-term
        for word in [word for word in counts if "-" in word]:
            counts.update(dict.fromkeys(word.split("-"), counts[word]))
    seen = frozenset(word for word, n in inside.items() if word[0].isupper() and n > small[word.lower()])
    german = sum(not _GERMAN.isdisjoint(_TOKEN.findall(text)) for text in texts)
    return Capitals(_listed(maps), seen - _NO_NAMES, frozenset(small), nouns=german * 2 > len(texts))


def written(texts: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """The words with a capital inside texts, not at the beginning of a sentence, and those without; how often each."""
    inside: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for text in texts:
        inside.update(word for word in _INSIDE.findall(text) if word[0].isupper())
        small.update(word for word in _TOKEN.findall(text) if word[0].islower())
    return inside, small


def _texts(m: ArgumentMap) -> Iterator[str]:
    for s in m.statements.values():
        yield from (text for text in (s.text, s.quote, s.stated_voice) if text)
    if book := m.codebook:
        yield from (p.text for p in book.propositions.values())
        yield from (f.text for f in book.factors.values())
        yield from (r.text for r in book.roles.values() if r.text)
    for title in (m.article.title, *(s.title for s in m.sources.values())):
        if title and _is_no_headline(title):
            yield title


def _is_no_headline(title: str) -> bool:
    """Whether most longer words of a title are small; where all have a capital, none tells anything."""
    words: list[str] = [word for word in _TOKEN.findall(title) if len(word) > 3]
    return sum(word[0].islower() for word in words) * 2 > len(words)


def _authors(m: ArgumentMap) -> Iterator[str]:
    yield from m.article.authors
    for source in (*m.sources.values(), *(m.codebook.sources.values() if m.codebook else ())):
        yield from source.authors


def _listed(maps: Sequence[ArgumentMap]) -> frozenset[str]:
    names = [s.where for m in maps for s in m.statements.values() if s.where]
    for m in maps:
        if m.codebook:
            names += [n for actor in m.codebook.actors.values() for n in (actor.name, *actor.aliases)]
            names += [n for place in m.codebook.places.values() for n in (place.name, *place.aliases) if n]
    return frozenset(word for name in names for word in name.replace("–", " ").replace("-", " ").split())


@lru_cache(maxsize=100_000)  # a text stands in many sentences
def lowered(text: str, known: Capitals = Capitals()) -> str:
    """The text without its first capital, unless the first word seems to be a name.

    It is one if it stands so in a listed name or is made from it (Chinese), has a capital inside texts too, has
    another capital or a digit, precedes a capitalised word that no listed name has, or possesses or is joined to
    something as names are. Little words like ``the`` begin one only where the next word stands in a name as well.

    >>> lowered("Riding gets safer"), lowered("NATO grows"), lowered("Mill Road is narrow")
    ('riding gets safer', 'NATO grows', 'Mill Road is narrow')
    """
    words: list[str] = _WORD.findall(text)
    if not words or not text.startswith(words[0]) or _begins_a_name(words, known.listed):
        return text
    first = words[0]
    if any(c.isupper() or c.isdigit() for c in first[1:]) or first[0].isdigit() or first == "I":
        return text
    if first not in _NO_NAMES and (
        _is_of(first, known.listed) or first in known.seen or _stands_as_name(text, words, known)
    ):
        return text
    return first[0].lower() + text[1:]


def _begins_a_name(words: Sequence[str], names: frozenset[str]) -> bool:
    """Whether the first word stands so in a listed name; a little word only if the next one does, too."""
    return words[0] in names and (words[0] not in _NO_NAMES or (len(words) > 1 and words[1] in names))


def _is_of(word: str, names: frozenset[str]) -> bool:
    """Whether the word is made from a listed name: Chinese, Russian, Korean."""
    stems = (word.removesuffix(ending) for ending in ("ese", "n", "an", "ian", "ish") if word.endswith(ending))
    return any(stem in names or stem + "a" in names for stem in stems if stem)


def _stands_as_name(text: str, words: Sequence[str], known: Capitals) -> bool:
    """Whether the first word stands as names do, of which nothing else is known."""
    first, *rest = words
    small = first.lower() in known.small
    if known.nouns:
        return not small and first.lower() not in _GERMAN | _ARTICLES
    follows = rest[0] if rest else ""
    if follows[:1].isupper() and follows not in known.listed and _adjoin(text, first, follows):
        return True
    if small:
        return False
    if text[len(first) :].startswith(("'s ", "’s ")):
        return first not in _OWNERS
    return follows in ("and", "or") and len(rest) > 1 and rest[1] in known.listed | known.seen


def _adjoin(text: str, first: str, second: str) -> bool:
    """Whether only a blank or a hyphen stands between the first two words: a comma ends a name."""
    between = text[len(first) : text.index(second, len(first))]
    return between.strip() in ("", "-", "–", "&", ".")
