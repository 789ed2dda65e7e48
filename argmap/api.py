"""The front door: load, check, compare and draw maps, from files or built in Python."""

from argmap.facade.comparing import Explanation, compare, diff, explain, measure_reliability, suggest
from argmap.facade.drawing import VIEWS, Level, Split, View, draw, save, usual_view
from argmap.facade.grading import grade
from argmap.facade.handouts import Handout, make_blank_sheet, make_cards, make_comparison_form, make_kit
from argmap.facade.opening import Examined, FilePath, check, examine, load, read
from argmap.facade.page import FIGURES, Figures, Page, build_page, page_of
from argmap.facade.quizzes import make_quiz
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
