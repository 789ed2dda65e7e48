"""The front door: load, check, compare, draw and teach with maps, from files or built in Python.

Each name is fetched when it is first used: who compares two maps need not wait for what makes a quiz.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from argmap.facade.comparing import Explanation, compare, diff, explain, measure_reliability, suggest
    from argmap.facade.drawing import VIEWS, Level, Split, View, draw, usual_view
    from argmap.facade.grading import grade
    from argmap.facade.handouts import Handout, make_blank_sheet, make_cards, make_comparison_form, make_kit
    from argmap.facade.lesson import Lesson, make_lesson
    from argmap.facade.opening import Examined, FilePath, check, examine, load, read
    from argmap.facade.page import FIGURES, Figures, Page, build_page, page_of
    from argmap.facade.quizzes import make_quiz
    from argmap.facade.saving import save
    from argmap.facade.slides import make_slides
    from argmap.facade.worksheets import make_worksheet

__all__ = [
    "FIGURES",
    "VIEWS",
    "Examined",
    "Explanation",
    "Figures",
    "FilePath",
    "Handout",
    "Lesson",
    "Level",
    "Page",
    "Split",
    "View",
    "build_page",
    "check",
    "compare",
    "diff",
    "draw",
    "examine",
    "explain",
    "grade",
    "load",
    "make_blank_sheet",
    "make_cards",
    "make_comparison_form",
    "make_kit",
    "make_lesson",
    "make_quiz",
    "make_slides",
    "make_worksheet",
    "measure_reliability",
    "page_of",
    "read",
    "save",
    "suggest",
    "usual_view",
]

_PARTS: Final = {
    **dict.fromkeys(("Explanation", "compare", "diff", "explain", "measure_reliability", "suggest"), "comparing"),
    **dict.fromkeys(("VIEWS", "Level", "Split", "View", "draw", "usual_view"), "drawing"),
    "grade": "grading",
    **dict.fromkeys(("Handout", "make_blank_sheet", "make_cards", "make_comparison_form", "make_kit"), "handouts"),
    **dict.fromkeys(("Lesson", "make_lesson"), "lesson"),
    **dict.fromkeys(("Examined", "FilePath", "check", "examine", "load", "read"), "opening"),
    **dict.fromkeys(("FIGURES", "Figures", "Page", "build_page", "page_of"), "page"),
    "make_quiz": "quizzes",
    "save": "saving",
    "make_slides": "slides",
    "make_worksheet": "worksheets",
}


if not TYPE_CHECKING:  # a type checker is to see a misspelt name

    def __getattr__(name: str) -> Any:
        if name not in _PARTS:
            raise AttributeError(f"module 'argmap.api' has no attribute {name!r}")
        return getattr(import_module(f"argmap.facade.{_PARTS[name]}"), name)
