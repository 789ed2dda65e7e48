"""An article in one line."""

from argmap.model import Article


def source_line(article: Article) -> str:
    """Who wrote the article, its title, where and when: the line under a drawing's title; "" if nothing is known."""
    title = f"“{article.title}”" if article.title else ""
    parts = [_and(article.authors), title, article.publisher or "", article.date or ""]
    return ", ".join(p for p in parts if p)


def _and(names: tuple[str, ...]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
