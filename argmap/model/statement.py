"""One statement of a map: what it says, what carries it, what counts against it."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from argmap.model.base import Document, Slug, Text
from argmap.model.places import parse_period, parse_place
from argmap.model.says import OneForm

StatementType = Literal["thesis", "claim", "premise", "evidence", "objection", "assumption"]
Certainty = Literal["possible", "likely", "asserted"]

TYPES: tuple[StatementType, ...] = ("thesis", "claim", "premise", "evidence", "objection", "assumption")
CERTAINTIES: tuple[Certainty, ...] = ("possible", "likely", "asserted")  # weakest first: the index is the strength


class Reason(Document):
    """A reason: one premise, or several that work only together.

    `unless` casts doubt on the step from the premises, not on them. `scheme` is one of Walton's.
    """

    premises: Annotated[tuple[Slug, ...], Field(min_length=1)]
    scheme: Text | None = None
    unless: tuple[Slug, ...] = ()


class Via(Document):
    """Where a document that is known only through another is spoken of there."""

    map: Slug
    at: Annotated[str, AfterValidator(lambda text: (parse_place(text), text)[1])]


def _reason(value: Any) -> Any:
    """The short forms of a reason, written out: an id, or a list of ids that work together."""
    if isinstance(value, str):
        return {"premises": [value]}
    return {"premises": value} if isinstance(value, (list, tuple)) else value


def _listed(value: Any) -> Any:
    return value if isinstance(value, (list, tuple)) else [value]


def _place(text: str) -> str:
    parse_place(text)
    return text


def _period(text: str) -> str:
    parse_period(text)
    return text


class Statement(Document):
    """One full sentence in the mapper's words, and how the article uses it."""

    type: StatementType = "premise"
    label: Text | None = None
    text: Text
    quote: Text | None = None
    at: Annotated[tuple[Annotated[str, AfterValidator(_place)], ...], BeforeValidator(_listed)] = ()
    via: Via | None = None
    says: Annotated[tuple[OneForm, ...], BeforeValidator(_listed)] = ()
    because: tuple[Annotated[Reason, BeforeValidator(_reason)], ...] = ()
    but: tuple[Slug, ...] = ()
    stated_certainty: Certainty | None = Field(None, alias="certainty")
    if_: Annotated[tuple[Slug, ...], Field(alias="if")] = ()
    stated_voice: Text | None = Field(None, alias="voice")
    sources: tuple[Slug, ...] = ()
    when: Annotated[str, AfterValidator(_period)] | None = None
    where: Text | None = None
    note: Text | None = None

    # Whether these two are written out tells something: `asserted` makes more than a supposition of a condition, and
    # `author` says of an objection that the author concedes it.
    @property
    def certainty(self) -> Certainty:
        """How sure the article is: as stated, else `asserted`."""
        return self.stated_certainty or "asserted"

    @property
    def voice(self) -> str:
        """Who says so: as stated, else the author."""
        return self.stated_voice or "author"

    @property
    def by_author(self) -> bool:
        """Whether the article speaks in its own voice here; reported speech is never the author's view."""
        return self.voice == "author"
