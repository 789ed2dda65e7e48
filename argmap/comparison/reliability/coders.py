"""The coders: whose map is whose, and whether all maps are of one article."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Literal

from argmap.model import ArgumentMap, Article
from argmap.model.names import last_name

Evidence = Literal["same", "different", "unknown"]

_SCHEME: Final = re.compile(r"^[a-z][a-z0-9+.-]*://(www\.)?")


@dataclass(frozen=True, slots=True)
class Coder:
    """One coder, known by the map: all maps are by the same author, so the author's name would tell nothing."""

    label: str
    map: ArgumentMap
    file: str | None = None


def coders(maps: Sequence[ArgumentMap], files: Sequence[str | None]) -> tuple[Coder, ...]:
    """The coders in the order of the maps, labelled with the map's id; ``id#2`` is the second map of that id."""
    seen: Counter[str] = Counter()
    found: list[Coder] = []
    for m, file in zip(maps, files, strict=True):
        seen[m.id] += 1
        found.append(Coder(m.id if seen[m.id] == 1 else f"{m.id}#{seen[m.id]}", m, file))
    return tuple(found)


def two_articles(people: Sequence[Coder]) -> tuple[Coder, Coder] | None:
    """The first two coders whose maps are of different articles; None if none are."""
    return next((pair for pair in combinations(people, 2) if one_article(*_articles(pair)) == "different"), None)


def surely_one(people: Sequence[Coder]) -> bool:
    """Whether every map says of itself that it is of the article the first is of."""
    return all(one_article(people[0].map.article, other.map.article) == "same" for other in people[1:])


def one_article(left: Article, right: Article) -> Evidence:
    """Whether two maps are of one article: an equal address, title or text file says so.

    They are of different ones if both name their address or title and nothing of it is equal, or if both name authors
    and have none in common. A file of another name is no evidence, for copies are renamed.
    """
    named = [(_address(left.url), _address(right.url)), (_words(left.title), _words(right.title))]
    both = [(a, b) for a, b in named if a and b]
    if any(a == b for a, b in both) or (left.text and right.text and _name(left.text) == _name(right.text)):
        return "same"
    one, other = _authors(left), _authors(right)
    return "different" if both or (one and other and not one & other) else "unknown"


def _articles(pair: tuple[Coder, Coder]) -> tuple[Article, Article]:
    return pair[0].map.article, pair[1].map.article


def _authors(article: Article) -> frozenset[str]:
    return frozenset(last_name(author).casefold() for author in article.authors)


def _address(url: str | None) -> str:
    return _SCHEME.sub("", (url or "").casefold()).rstrip("/")


def _words(title: str | None) -> str:
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", title or "").casefold()))


def _name(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]
