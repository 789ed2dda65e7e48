"""What all documents share: frozen models, frozen mappings, texts that say something."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, PlainSerializer, StringConstraints

T = TypeVar("T")


class Document(BaseModel):
    """A part of a map or codebook: it cannot be changed, and holds no field the format does not know."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        validate_default=True,
        defer_build=True,  # the parts are built once, with the whole they stand in: a third of what importing costs
    )


def _freeze(value: Mapping[str, T]) -> Mapping[str, T]:
    return MappingProxyType(dict(value))


SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=80)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]

# pydantic's `frozen` stops at the first level: a plain dict inside could still be changed.
Frozen = Annotated[Mapping[Slug, T], AfterValidator(_freeze), PlainSerializer(dict)]
