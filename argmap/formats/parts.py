"""The parts of a document by their place: which model describes them, and what a person calls them."""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from argmap.diagnostics import Where
from argmap.model import Actor, ArgumentMap, Article, Codebook, Factor, PlaceName, Proposition, Reason, Role, Source
from argmap.model.base import Document
from argmap.model.says import FORMS, form_of
from argmap.model.statement import Statement, Via

Model = type[Document]

SECTIONS: Final[Mapping[str, tuple[Model, str]]] = MappingProxyType(
    {
        "statements": (Statement, "statement"),
        "sources": (Source, "source"),
        "actors": (Actor, "actor"),
        "factors": (Factor, "factor"),
        "propositions": (Proposition, "proposition"),
        "places": (PlaceName, "place"),
        "roles": (Role, "role"),
    }
)
"""The mappings of a map and a codebook whose keys are ids: the model of an entry, and its name."""

_NAMES: Final[Mapping[Model, str]] = MappingProxyType(
    {
        ArgumentMap: "a map",
        Codebook: "a codebook",
        Article: "an article",
        Reason: "a reason",
        Via: "'via'",
        FORMS["stance"]: "a stance",
        FORMS["cause"]: "a cause",
        FORMS["role"]: "a role",
        **{model: f"{'an' if name[0] in 'aeiou' else 'a'} {name}" for model, name in SECTIONS.values()},
    }
)


PROSE: Final = frozenset({"text", "label", "quote", "note", "title", "publisher", "short", "question", "name"})
"""The fields whose value is a text of a person's, in which anything may stand."""


def fields(model: Model) -> tuple[str, ...]:
    """The fields of a model as the format writes them, in its order."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


MODELS: Final = tuple(_NAMES)
"""The models of all mappings of fields."""

FIELDS: Final = frozenset(field for model in _NAMES for field in fields(model))
"""All fields that a map or a codebook can have anywhere."""


def kind(model: Model) -> str:
    """What a person calls such a part: "a statement"."""
    return _NAMES[model]


def value_at(data: Any, where: Where) -> Any:
    """The plain value at a place of the model; a step that a short form leaves out stays where it is."""
    for step in where:
        if isinstance(data, dict):
            data = data.get(step) if isinstance(step, str) else data
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step] if step < len(data) else None
    return data


def model_at(root: Model, data: Any, where: Where) -> Model | None:
    """The model of the mapping at a place; None where no mapping of fields belongs."""
    match where:
        case ():
            return root
        case ("codebook", *rest) if root is ArgumentMap:
            return model_at(Codebook, value_at(data, ("codebook",)), tuple(rest))
        case ("article",) if root is ArgumentMap:
            return Article
        case (str(section), _) if section in SECTIONS:
            return SECTIONS[section][0]
        case ("statements", _, "because", int()):
            return Reason
        case ("statements", _, "via"):
            return Via
        case ("statements", _, "says", int()):
            form = form_of(value_at(data, where))
            return FORMS[form] if form else None
        case _:
            return None


def describe(where: Where) -> str:
    """What a person calls the place: "'label' of statement 'bus-lane'", "item 2 of 'but' of statement 'bus-lane'"."""
    whole, inside = _whole(where)
    names = [repr(step) for step in inside if isinstance(step, str)][-1:]
    items = [f"item {where[-1] + 1}"] if where and isinstance(where[-1], int) else []
    return " of ".join([*items, *names, *([whole] if whole else [])])


def _whole(where: Where) -> tuple[str, Where]:
    match where:
        case ("codebook", *rest) if rest:
            whole, inside = _whole(tuple(rest))
            return whole or "the codebook", inside
        case (str(section), str(key), *inside) if section in SECTIONS:
            return f"{SECTIONS[section][1]} {key!r}", tuple(inside)
        case ("article", *inside) if inside:
            return "the article", tuple(inside)
        case _:
            return "", where


_LETTERS: Final = str.maketrans(
    {"ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
    | {"đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "TH", "ı": "i"}
)
"""Letters that are no others with a mark."""


def slug(text: str) -> str:
    """The id that comes nearest to a text; "" if none does.

    >>> slug("Café Ümlaut!"), slug("Straße")
    ('cafe-umlaut', 'strasse')
    """
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS)).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:80].rstrip("-")
