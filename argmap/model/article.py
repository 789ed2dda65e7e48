"""The article a map is about, and the sources it cites."""

from argmap.model.base import Document, Text


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
    """Something an article cites."""

    authors: tuple[Text, ...] = ()
    title: Text | None = None
    publisher: Text | None = None
    date: Text | None = None
    url: Text | None = None
    note: Text | None = None
