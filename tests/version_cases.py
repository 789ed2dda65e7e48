"""Versions of maps for the tests of differences: edits of a made-up map, and a consistent renaming."""

from collections.abc import Callable
from typing import Any

from argmap.model import ArgumentMap


def plain_data(m: ArgumentMap) -> dict[str, Any]:
    """The map as data that can be edited."""
    return dict(_without_none(m.model_dump(mode="json", by_alias=True)))


def renamed(m: ArgumentMap, name: Callable[[str], str]) -> ArgumentMap:
    """The map with every statement under another id, wherever it is named."""
    data = plain_data(m)
    for s in data["statements"].values():
        for reason in s["because"]:
            for field in ("premises", "unless"):
                reason[field] = [name(key) for key in reason[field]]
        for field in ("but", "if"):
            s[field] = [name(key) for key in s[field]]
    data["statements"] = {name(key): s for key, s in data["statements"].items()}
    return ArgumentMap.model_validate(data)


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_none(held) for key, held in value.items() if held is not None}
    return [_without_none(item) for item in value] if isinstance(value, list) else value
