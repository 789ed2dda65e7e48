"""What all documents share: frozen models, frozen mappings, texts that say something."""

import re
from collections.abc import ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
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


class FrozenMapping(Mapping[str, T]):
    """A mapping that cannot be changed; it can be hashed, copied and pickled, which a `MappingProxyType` cannot.

    Like a dict it keeps its order and is equal to any mapping with the same items, in whatever order.

    >>> FrozenMapping({"a": 1}) == {"a": 1}
    True
    """

    __slots__ = ("_held",)

    def __init__(self, held: Mapping[str, T] | Iterable[tuple[str, T]] = ()) -> None:
        self._held = dict(held)

    def __getitem__(self, key: str) -> T:
        return self._held[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __contains__(self, key: object) -> bool:
        return key in self._held

    # those of `Mapping` look up every key anew
    def keys(self) -> KeysView[str]:
        """The keys, in order."""
        return self._held.keys()

    def values(self) -> ValuesView[T]:
        """The values, in order."""
        return self._held.values()

    def items(self) -> ItemsView[str, T]:
        """Keys and values, in order."""
        return self._held.items()

    def __eq__(self, other: object) -> bool:
        if isinstance(other, FrozenMapping):
            return self._held == other._held
        return self._held == dict(other) if isinstance(other, Mapping) else NotImplemented

    def __hash__(self) -> int:
        return hash(frozenset(self._held.items()))

    def __repr__(self) -> str:
        return repr(self._held)

    def __reduce__(self) -> tuple[type["FrozenMapping[T]"], tuple[dict[str, T]]]:
        return FrozenMapping, (self._held,)


def _freeze(value: Mapping[str, T]) -> Mapping[str, T]:
    return value if isinstance(value, FrozenMapping) else FrozenMapping(value)


SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_SLUG = 80


def is_slug(text: str) -> bool:
    """Whether a text can be a key or id: lower-case Latin letters, digits and single hyphens, at most 80.

    >>> is_slug("window-narrowing"), is_slug("The mayor")
    (True, False)
    """
    return len(text) <= _LONGEST_SLUG and _SLUG.fullmatch(text) is not None


Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=_LONGEST_SLUG)]

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class ControlCharacter(ValueError):
    """A text holds a character that would act on a terminal or end a drawing."""


def _printed(text: str) -> str:
    """The text, if it holds no control characters; YAML lets them in by escapes such as ``\\e``."""
    if found := _CONTROL.search(text):
        raise ControlCharacter(f"the character U+{ord(found.group()):04X} may not stand in a map")
    return text


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_printed)]

# pydantic's `frozen` stops at the first level: a plain dict inside could still be changed.
Frozen = Annotated[Mapping[Slug, T], AfterValidator(_freeze), PlainSerializer(dict)]
