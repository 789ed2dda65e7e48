"""Drawing in tests: by names of options, as the facade takes them."""

from functools import cache
from typing import Any

from argmap.comparison.records import Comparison
from argmap.model import ArgumentMap
from argmap.renderers.comparison import comparison_sheets
from argmap.renderers.graphviz import engine
from argmap.renderers.look import MapOptions, look
from argmap.renderers.maps import map_sheets
from argmap.renderers.picture import Picture

_OF_MAPS = ("split", "ids", "evidence", "focus", "depth", "layout")


def draw_map(m: ArgumentMap, **options: Any) -> tuple[Picture, ...]:
    """A map on A4, unless said otherwise."""
    of_map = {name: options.pop(name) for name in _OF_MAPS if name in options}
    return map_sheets.draw_map(m, look(**{"paper": "a4", **options}), MapOptions(**of_map))


def draw_comparison(c: Comparison, **options: Any) -> tuple[Picture, ...]:
    """A comparison on A4 upright, unless said otherwise."""
    return comparison_sheets.draw_comparison(c, look(**{"paper": "a4-portrait", **options}))


@cache
def narrow_font() -> bool:
    """Whether this machine has letters of Arial's widths; those of DejaVu, all that some have, are 12 % wider."""
    narrow, thin = engine.measure({"n0": "n" * 40, "n1": "i" * 40}, font_size=72).sizes.values()
    return narrow[0] / 40 / 72 < 0.6 and thin[0] < narrow[0]
