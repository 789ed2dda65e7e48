"""An article in one line."""

from argmap.languages import ENGLISH, Words
from argmap.model import Article


def source_line(article: Article, words: Words = ENGLISH) -> str:
    """Who wrote the article, its title, where and when: the line under a drawing's title; "" if nothing is known."""
    title = f"“{article.title}”" if article.title else ""
    names = words.listed(article.authors) if article.authors else ""
    parts = [names, title, article.publisher or "", article.date or ""]
    return words["list.between"].join(part for part in parts if part)
