"""Short names of sources, as they stand in a foot: ``Kim & Borowiec 2023``."""

import re

from argmap.model import Article, Source
from argmap.text import shorten

_YEAR = re.compile(r"\d{4}")
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
        last = [last_name(author) for author in source.authors]
        who = " & ".join(last) if len(last) < 3 else f"{last[0]} et al."
    else:
        who = source.publisher or shorten(source.title or key, 5)
    year = _YEAR.search(source.date or "")
    return f"{who} {year.group()}" if year else who


def last_name(author: str) -> str:
    """The last word of a person's name, or what stands before its comma; institutions keep their whole name.

    >>> last_name("Kei Koga"), last_name("Frohman, Ben"), last_name("Ministry of Defense"), last_name("MOFA Japan")
    ('Koga', 'Frohman', 'Ministry of Defense', 'MOFA Japan')
    """
    words = author.split()
    if any(w.lower() in _INSTITUTION or (w.isupper() and len(w) > 2 and w.isalpha()) for w in words):
        return shorten(author, 6)
    return author.split(",", maxsplit=1)[0].strip() if "," in author else words[-1]


def source_line(article: Article) -> str:
    """Who wrote the article, its title, where and when: the line under a drawing's title; "" if nothing is known."""
    title = f"“{article.title}”" if article.title else ""
    parts = [_and(article.authors), title, article.publisher or "", article.date or ""]
    return ", ".join(p for p in parts if p)


def _and(names: tuple[str, ...]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
