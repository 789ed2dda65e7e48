"""Maps of different articles -> findings: where they agree, where they differ, and by which rule."""

from argmap.comparison.comparing import compare
from argmap.comparison.judged import CATEGORIES
from argmap.comparison.records import Comparison, Finding, Origin

__all__ = ["CATEGORIES", "Comparison", "Finding", "Origin", "compare"]
