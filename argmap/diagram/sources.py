"""Short names of sources, as they stand in a foot: ``Kim & Borowiec 2023``."""

import re

from argmap.model import Article, Source
from argmap.text import shorten

_YEAR = re.compile(r"\d{4}")
_OTHERS = re.compile(r",? +(and others|et al\.?)$")
_PARTICLES = frozenset({"al", "bin", "da", "de", "den", "der", "di", "dos", "du", "la", "le", "ten", "van", "von"})
_INSTITUTION = frozenset(
    {
        "agency",
        "association",
        "bank",
        "bureau",
        "cabinet",
        "center",
        "centre",
        "commission",
        "committee",
        "council",
        "department",
        "foreign",
        "government",
        "house",
        "institute",
        "library",
        "ministry",
        "nations",
        "news",
        "office",
        "party",
        "post",
        "press",
        "secretariat",
        "service",
        "times",
        "union",
        "university",
        "of",
        "for",
        "the",
        "and",
    }
)


def source_name(source: Source, key: str) -> str:
    """Authors' last words and the year; without authors the publisher, the title or the key stands in."""
    if source.authors:
        names = [_OTHERS.sub("", author) for author in source.authors]
        last = [last_name(name) for name in names]
        more = len(last) > 2 or list(source.authors) != names
        who = f"{last[0]} et al." if more else " & ".join(last)
    else:
        who = source.publisher or shorten(source.title or key, 5)
    year = _YEAR.search(source.date or "")
    return f"{who} {year.group()}" if year else who


def last_name(author: str) -> str:
    """The last word of a person's name with its particles, or what stands before its comma; institutions stay whole.

    >>> last_name("Kei Koga"), last_name("Frohman, Ben"), last_name("Carien Du Plessis"), last_name("MOFA Japan")
    ('Koga', 'Frohman', 'Du Plessis', 'MOFA Japan')
    >>> last_name("Ministry of Defense")
    'Ministry of Defense'
    """
    words = author.split()
    if any(w.lower() in _INSTITUTION or (w.isupper() and len(w) > 2 and w.isalpha()) for w in words):
        return shorten(author, 6)
    if "," in author:
        return author.split(",", maxsplit=1)[0].strip()
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in _PARTICLES:
        first -= 1
    return " ".join(words[first:])


def source_line(article: Article) -> str:
    """Who wrote the article, its title, where and when: the line under a drawing's title; "" if nothing is known."""
    title = f"“{article.title}”" if article.title else ""
    parts = [_and(article.authors), title, article.publisher or "", article.date or ""]
    return ", ".join(p for p in parts if p)


def _and(names: tuple[str, ...]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
