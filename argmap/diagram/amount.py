"""How much of each side's words a sheet shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from argmap.diagram.sheet import Level


@dataclass(frozen=True, slots=True)
class Short:
    """A row in short: answers in a word or two, no count of what else is quoted.

    Only main roles on which the sides differ say whom they are toward, unless all do. Causes and roles may do without
    quotations, and differences without notes.
    """

    answers_quoted: bool
    differences_noted: bool = False
    all_toward: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """Upper bounds for a row of a sheet. What is left out is counted, or marked with an ellipsis.

    `passages` counts statements of a side, `answers` its causes or roles (main ones first), `words` those of a sentence
    or a quotation; `notes` stand in the middle, below `claim_words` of the claim or question. `sentences` says whether
    the mapper's sentence may stand beside a quotation. `reasons` are those only one side gives. Unless an amount holds
    `everywhere`, one passage does for what only one side says and for a source, and each answer has one of its own.
    """

    passages: int
    answers: int
    words: int
    notes: int
    note_words: int
    sentences: Literal["never", "where they add", "always"] = "where they add"
    reasons: bool = True
    short: Short | None = None
    claim_words: int = 40
    everywhere: bool = False


AMOUNTS: Final[Mapping[Level, Amount]] = {
    "title": Amount(1, 4, 24, 1, 18, sentences="never", reasons=False),
    "text": Amount(2, 5, 45, 2, 36),
    "full": Amount(4, 12, 120, 6, 60, sentences="always"),
}

WHOLE: Final = Amount(9999, 9999, 9999, 9999, 9999, sentences="always", claim_words=9999, everywhere=True)
"""Everything a finding has, for views that can be scrolled and folded."""

_GLANCE: Final = Amount(1, 3, 24, 1, 24, sentences="never", reasons=False, short=Short(answers_quoted=True))

AT_A_GLANCE: Final[Mapping[Level, Amount]] = {
    "title": Amount(1, 2, 14, 1, 18, sentences="never", reasons=False, short=Short(answers_quoted=False)),
    "text": _GLANCE,
    "full": _GLANCE,
}
"""For the first of several sheets, which shows a choice of findings."""

_SLIDE: Final = Amount(
    1, 3, 24, 1, 18, sentences="never", reasons=False, short=Short(answers_quoted=True, differences_noted=True)
)

ON_SLIDES: Final[Mapping[Level, Amount]] = {"title": _SLIDE, "text": AMOUNTS["text"], "full": AMOUNTS["full"]}
"""For slides to talk over."""

_TERSER: Final = (
    AMOUNTS["text"],
    AMOUNTS["title"],
    Amount(
        1, 3, 16, 1, 16, sentences="never", reasons=False, short=Short(answers_quoted=True, differences_noted=True),
        claim_words=30,
    ),
    Amount(
        1, 2, 10, 1, 12, sentences="never", reasons=False, short=Short(answers_quoted=False, differences_noted=True),
        claim_words=16,
    ),
    Amount(1, 1, 6, 0, 0, sentences="never", reasons=False, short=Short(answers_quoted=False), claim_words=10),
)  # fmt: skip


def terser(amount: Amount) -> Amount | None:
    """The next amount that shows less of a row, for one that is higher than its page; None if there is none."""
    return next((each for each in _TERSER if each.words < amount.words), None)
