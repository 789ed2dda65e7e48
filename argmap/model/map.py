"""A map of one article."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from argmap.model.article import Article, Source
from argmap.model.base import Document, Frozen, Slug, Text
from argmap.model.codebook import Codebook
from argmap.model.names import together
from argmap.model.statement import Statement

Coverage = Literal["partial", "complete"]


class ArgumentMap(Document):
    """One article's argument. Statements keep the order of the file; positions in the file are no part of it.

    A map names its statements by slug, and relations run from a conclusion to what carries it: the reasons of
    `because`, the objections of `but`, the doubts of a reason's `unless`, the conditions of `if`.
    """

    version: Annotated[Literal["1"], Field(alias="argmap")] = "1"
    id: Slug
    title: Text | None = None
    article: Article = Article.model_construct()  # empty; validating would build a validator only for this
    codebook: Codebook | None = None
    coverage: Coverage = "partial"
    sources: Frozen[Source] = Field(default_factory=dict)
    statements: Frozen[Statement] = Field(default_factory=dict)

    def __repr_args__(self) -> Iterator[tuple[str, object]]:
        """What stands in `repr` and `str`: not the whole map, which a notebook would print at length."""
        yield from (("id", self.id), ("name", self.name), ("statements", len(self.statements)))

    @property
    def name(self) -> str:
        """What sentences call the map: ``article.short``, else its authors' last names, else its id."""
        return self.article.short or together(self.article.authors) or self.id

    def source(self, key: str) -> Source | None:
        """The source of that key, the map's own or the codebook's."""
        return self.sources.get(key) or (self.codebook.sources.get(key) if self.codebook else None)
