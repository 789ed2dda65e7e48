"""The article a map is about, and the sources it cites."""

import re
from typing import Final

from argmap.model.base import Document, Text
from argmap.model.names import together
from argmap.text import shorten

_YEAR: Final = re.compile(r"\d{4}")
_TITLE_WORDS: Final = 5


class Article(Document):
    """The document a map is about. `text` is a path beside the map, never the text itself."""

    authors: tuple[Text, ...] = ()
    title: Text | None = None
    publisher: Text | None = None
    date: Text | None = None
    url: Text | None = None
    text: Text | None = None
    short: Text | None = None


class Source(Document):
    """Something an article cites. `short` is what citations call its authors."""

    authors: tuple[Text, ...] = ()
    title: Text | None = None
    publisher: Text | None = None
    date: Text | None = None
    url: Text | None = None
    note: Text | None = None
    short: Text | None = None

    def citation(self, key: str) -> str:
        """Who and when: ``Kim & Borowiec 2023``. Without authors, the publisher, the title or the key stands in."""
        title = shorten(self.title, _TITLE_WORDS) if self.title else ""
        who = self.short or together(self.authors) or self.publisher or title or key
        year = _YEAR.search(self.date or "")
        return f"{who} {year.group()}" if year and year.group() not in who else who
