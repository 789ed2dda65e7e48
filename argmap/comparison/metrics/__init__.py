"""Maps read for comparison -> figures: each with what it is made from, none of them the sum of others."""

from argmap.comparison.metrics.measuring import ALL, PAIRS, measure

__all__ = ["ALL", "PAIRS", "measure"]
