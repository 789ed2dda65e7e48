"""AM520 to AM541 of a map: advice for learners, given where it is asked for (`check --teach`).

What each rule is after, whom it is from and what it cannot see is told in docs/teaching-advice.md. A check that needs
English keeps quiet on a map that is not in English.
"""

from collections.abc import Callable, Iterator
from typing import Final

from argmap.checks.teaching import balance, boxes, reasons, tone
from argmap.diagnostics import Diagnostic
from argmap.model import ArgumentMap

TEACHING_CHECKS: Final[tuple[Callable[[ArgumentMap], Iterator[Diagnostic]], ...]] = (
    boxes.one_sentence,
    boxes.one_claim,
    boxes.no_reasoning_inside,
    boxes.full_sentence,
    boxes.no_question,
    boxes.short_texts,
    boxes.stands_by_itself,
    tone.labels_claim,
    tone.labels_differ_from_texts,
    tone.no_loaded_words,
    tone.no_words_of_assurance,
    tone.hedges_are_coded,
    reasons.reasons_have_co_premises,
    reasons.words_are_taken_up,
    balance.views_are_small,
    balance.reasons_are_few,
    balance.theses_rest_on_evidence,
    balance.figures_have_sources,
    balance.objections_are_answered,
    balance.both_sides_are_heard,
)
"""The checks behind teaching advice."""
