"""Why a conflict exists, as rows under its finding."""

from collections.abc import Iterator

from argmap.comparison.lexicon import Lexicon
from argmap.comparison.locus_words import DEEP, locus_lines, turns_on
from argmap.comparison.records import Comparison, Finding, Locus
from argmap.reporters.comparison_views_items import Row

__all__ = ["DEEP", "locus_rows", "turns_on"]


def locus_rows(c: Comparison, f: Finding, locus: Locus, lexicon: Lexicon) -> Iterator[Row]:
    """Everything that holds of the locus, a row each."""
    yield from (Row(lead, text) for lead, text in locus_lines(c, f, locus, lexicon))
