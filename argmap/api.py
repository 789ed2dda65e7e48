"""The front door: load, check, compare and draw maps, from files or built in Python."""

from argmap.facade.comparing import Explanation, compare, diff, explain, measure_reliability, suggest
from argmap.facade.drawing import VIEWS, Level, Split, View, draw, save, usual_view
from argmap.facade.opening import Examined, FilePath, check, examine, load, read

__all__ = [
    "VIEWS",
    "Examined",
    "Explanation",
    "FilePath",
    "Level",
    "Split",
    "View",
    "check",
    "compare",
    "diff",
    "draw",
    "examine",
    "explain",
    "load",
    "measure_reliability",
    "read",
    "save",
    "suggest",
    "usual_view",
]
