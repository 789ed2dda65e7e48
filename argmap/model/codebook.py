"""A codebook: the actors, factors, propositions and roles that maps share, and so can be compared on."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, Field

from argmap.model.article import Source
from argmap.model.base import Document, Frozen, Slug, Text

Kind = Literal["fact", "definition", "cause", "forecast", "value", "policy"]

KINDS: tuple[Kind, ...] = ("fact", "definition", "cause", "forecast", "value", "policy")  # the order of stasis


class Actor(Document):
    """Somebody the articles speak of. `question` heads the box where maps cast the actor differently."""

    name: Text
    aliases: tuple[Text, ...] = ()
    question: Text | None = None


class Factor(Document):
    """Something that drives or is driven."""

    text: Text
    question: Text | None = None


class Proposition(Document):
    """A claim that maps take a stance on. A missing `kind` counts as ``fact``, but then names no stasis."""

    text: Text
    kind: Kind | None = None
    question: Text | None = None
    contrary: tuple[Slug, ...] = ()
    narrower: tuple[Slug, ...] = ()


class PlaceName(Document):
    """A place that scopes name in `where`; `within` is the next larger one."""

    name: Text | None = None
    aliases: tuple[Text, ...] = ()
    within: Slug | None = None


def _whole(value: Any) -> Any:
    return int(value) if isinstance(value, str) and value in ("-1", "0", "1", "+1") else value


class Role(Document):
    """A part an actor can play; `valence` is relative to cooperation with those it is played toward."""

    text: Text | None = None
    valence: Annotated[Literal[-1, 0, 1], BeforeValidator(_whole)] = 0


_VALENCE: Final[Mapping[Literal[-1, 0, 1], str]] = MappingProxyType(
    {
        1: "ally partner protector intermediary",
        0: "leader balancer patron client hedger bystander victim stake",
        -1: "rival spoiler revisionist adversary",
    }
)

# Constructed, as validating would build the model's validator now, and once more with the whole codebook.
BUILT_IN_ROLES: Final[Mapping[str, Role]] = MappingProxyType(
    {
        name: Role.model_construct({"valence"} if valence else set(), valence=valence)
        for valence, names in _VALENCE.items()
        for name in names.split()
    }
)
"""After Holsti (1970) and Herrmann, as the design cites them; ``stake`` is what others compete for."""


def _text(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


def _name(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


class Codebook(Document):
    """What maps share. Keys are slugs; every mapping keeps the order of the file."""

    version: Annotated[Literal["1"], Field(alias="argmap-codebook")] = "1"
    id: Slug
    title: Text | None = None
    actors: Frozen[Annotated[Actor, BeforeValidator(_name)]] = Field(default_factory=dict)
    factors: Frozen[Annotated[Factor, BeforeValidator(_text)]] = Field(default_factory=dict)
    propositions: Frozen[Annotated[Proposition, BeforeValidator(_text)]] = Field(default_factory=dict)
    sources: Frozen[Source] = Field(default_factory=dict)
    places: Frozen[Annotated[PlaceName, BeforeValidator(_name)]] = Field(default_factory=dict)
    roles: Frozen[Annotated[Role, BeforeValidator(_text)]] = Field(default_factory=dict)
    incompatible_roles: Annotated[tuple[tuple[Slug, Slug], ...], Field(alias="incompatible-roles")] = ()

    def __repr_args__(self) -> Iterator[tuple[str, object]]:
        """What stands in `repr` and `str`: how much it holds, not all of it."""
        yield "id", self.id
        for part in ("actors", "factors", "propositions", "sources", "places", "roles"):
            if held := getattr(self, part):
                yield part, len(held)

    def role(self, key: str) -> Role | None:
        """The role of that key, the codebook's own before the built-in one; None if there is neither."""
        return self.roles.get(key) or BUILT_IN_ROLES.get(key)
