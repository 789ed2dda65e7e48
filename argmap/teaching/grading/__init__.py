"""A student's map beside the teacher's: what it found, what it missed, and what stands otherwise.

The procedure is that of `docs/grade.md`. Text is compared only to find out which statement is which; every finding
comes from what stands under what, how, by whom and on which sources.
"""

from argmap.teaching.grading.grading import grade
from argmap.teaching.grading.records import KINDS, Finding, Grade, Kind, Match, Place, Tally
from argmap.teaching.grading.rubric import DEFAULT, Rubric

__all__ = ["DEFAULT", "KINDS", "Finding", "Grade", "Kind", "Match", "Place", "Rubric", "Tally", "grade"]
