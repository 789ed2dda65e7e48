"""Questions out of maps, each with one answer that the maps decide."""

from argmap.teaching.quiz.making import make_quiz

__all__ = ["make_quiz"]
