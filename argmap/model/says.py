"""The three typed forms of `says`: what a comparison is computed on."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Discriminator, Field, StrictBool, Tag, model_validator

from argmap.model.base import Document, Slug

Attitude = Literal["holds", "denies", "questions"]
Effect = Literal["raises", "lowers", "unrelated"]

ATTITUDES: tuple[Attitude, ...] = ("holds", "denies", "questions")
EFFECTS: tuple[Effect, ...] = ("raises", "lowers", "unrelated")


class Stance(Document):
    """Takes a stance on one proposition: exactly one of the three fields names it."""

    holds: Slug | None = None
    denies: Slug | None = None
    questions: Slug | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        _exactly_one(self, ATTITUDES, "a stance")
        return self

    @property
    def attitude(self) -> Attitude:
        """Which of the three it is."""
        return next(a for a in ATTITUDES if getattr(self, a) is not None)

    @property
    def proposition(self) -> str:
        """The key of the proposition."""
        return str(getattr(self, self.attitude))


def _truth(value: Any) -> Any:
    return value == "true" if value in ("true", "false") else value


Truth = Annotated[StrictBool, BeforeValidator(_truth)]  # `yes`, `on` and `1` are texts, and no truth


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


class CausalClaim(Document):
    """Says what drives an effect, with its sign; several causes are a list, each a link of its own."""

    cause: Annotated[tuple[Slug, ...], BeforeValidator(_listed), Field(min_length=1)]
    raises: Slug | None = None
    lowers: Slug | None = None
    unrelated: Slug | None = None
    main: Truth = False

    @model_validator(mode="after")
    def _one(self) -> Self:
        _exactly_one(self, EFFECTS, "a cause")
        return self

    @property
    def effect(self) -> Effect:
        """Which of the three signs it has."""
        return next(e for e in EFFECTS if getattr(self, e) is not None)

    @property
    def factor(self) -> str:
        """The key of the factor that is driven."""
        return str(getattr(self, self.effect))


class RoleAttribution(Document):
    """Casts an actor in a role, toward others; nobody named means toward anyone."""

    actor: Slug
    role: Slug
    toward: tuple[Slug, ...] = ()
    main: Truth = False


Says = Stance | CausalClaim | RoleAttribution

FormName = Literal["stance", "cause", "role"]

FORMS: Mapping[FormName, type[Says]] = MappingProxyType(
    {"stance": Stance, "cause": CausalClaim, "role": RoleAttribution}
)

_TELLING: Mapping[FormName, frozenset[str]] = MappingProxyType(
    {form: frozenset(model.model_fields) - {"main"} for form, model in FORMS.items()}
)


def form_of(value: Any) -> FormName | None:
    """Which form a value has or was meant to have: the one most of its keys belong to; None if none does."""
    if isinstance(value, Document):
        return next((form for form, model in FORMS.items() if isinstance(value, model)), None)
    keys = frozenset(value) if isinstance(value, Mapping) else frozenset()
    best = max(FORMS, key=lambda form: len(keys & _TELLING[form]))
    return best if keys & _TELLING[best] else None


# Telling the forms apart by their keys keeps mistakes about the form that was meant, not about all three.
OneForm = Annotated[
    Annotated[Stance, Tag("stance")] | Annotated[CausalClaim, Tag("cause")] | Annotated[RoleAttribution, Tag("role")],
    Discriminator(
        form_of,
        custom_error_type="no_form",
        custom_error_message="a part of `says` needs exactly one of the three forms: a stance, a cause, a role",
    ),
]


def _exactly_one(thing: Document, names: tuple[str, ...], what: str) -> None:
    given = [n for n in names if getattr(thing, n) is not None]
    if len(given) != 1:
        one_of = f"{', '.join(names[:-1])} or {names[-1]}"
        raise ValueError(f"{what} needs exactly one of {one_of}" + (f", not {' and '.join(given)}" if given else ""))
