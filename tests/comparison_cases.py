"""Maps for the tests of the comparison, without a reader: YAML as plain data into the model."""

from pathlib import Path
from typing import Any

import yaml

from argmap.model import ArgumentMap, Codebook

GOLDEN = Path(__file__).parent / "golden" / "mill-road"

BOOK: dict[str, Any] = {
    "id": "book",
    "actors": {"council": "the council", "shops": "shopkeepers", "riders": "cyclists"},
    "factors": {"c": "A lane", "d": "Fewer spaces", "x": "Rain", "e": "Custom"},
    "propositions": {"p": "The lane pays", "q": "The street is quiet", "r": "Buses run on time"},
    "sources": {"s": {"title": "The Survey"}, "t": {"title": "Traffic Count"}},
    "places": {"harbour": {"within": "town"}, "town": {}, "hills": {"aliases": ["The Hills"]}},
    "incompatible-roles": [["ally", "adversary"]],
}


def plain(text: str) -> Any:
    """YAML as text, lists and mappings."""
    return yaml.load(text, Loader=yaml.CBaseLoader)


def mill_road() -> tuple[ArgumentMap, ArgumentMap]:
    codebook = Codebook.model_validate(plain((GOLDEN / "mill-road.codebook.yaml").read_text("utf-8")))
    first, second = (plain((GOLDEN / f"{name}.yaml").read_text("utf-8")) for name in ("ruiz", "patel"))
    return (
        ArgumentMap.model_validate(first | {"codebook": codebook}),
        ArgumentMap.model_validate(second | {"codebook": codebook}),
    )


def a_map(
    name: str, statements: str | dict[str, Any], *, book: dict[str, Any] | None = BOOK, **fields: Any
) -> ArgumentMap:
    """A map whose statements are given as YAML or data; a missing `text` is the id."""
    found = plain(statements) if isinstance(statements, str) else statements
    full = {key: {"text": key.replace("-", " ")} | (s or {}) for key, s in (found or {}).items()}
    return ArgumentMap.model_validate({"id": name, "codebook": book, "statements": full} | fields)


def two(left: str, right: str, **fields: Any) -> tuple[ArgumentMap, ArgumentMap]:
    """Maps called A and B."""
    return (
        a_map("a", left, article={"short": "A"}, **fields),
        a_map("b", right, article={"short": "B"}, **fields),
    )
