"""What statements are called in drawings: a letter and a number, a place in the outline, or their first words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from argmap.diagram.boxes import Ids, Level
from argmap.diagram.reading_order import Visit, Walk
from argmap.languages import ENGLISH, Words
from argmap.model import ArgumentMap, Statement
from argmap.text import shorten

LETTERS: Final = {"thesis": "T", "claim": "C", "premise": "P", "evidence": "E", "objection": "O", "assumption": "U"}
"""U is what the article leaves unstated; A would read as an author."""

LABEL_WORDS: Final = 8

_NAME_WORDS: Final = (4, 6, 9, 13, 20)
"""How many words a statement without an id is called by: as few as tell it from all others."""


def label_of(s: Statement, words: int = LABEL_WORDS) -> str:
    """The label of a statement, or the first words of its text."""
    return s.label or shorten(s.text, words)


def short_ids(m: ArgumentMap) -> dict[str, str]:
    """A letter by type and a number in reading order, T alone if there is one.

    >>> short_ids(ArgumentMap.model_validate({"id": "m", "statements": {"t": {"type": "thesis", "text": "Yes."}}}))
    {'t': 'T'}
    """
    return ids_of(m, Walk(m).whole(), "short")


def ids_of(m: ArgumentMap, visits: Sequence[Visit], kind: Ids) -> dict[str, str]:
    """The ids of statements by slug, in reading order; none of kind ``none``."""
    match kind:
        case "short":
            return _lettered(m, visits)
        case "outline":
            return _placed(visits)
        case "none":
            return {}


def called(
    m: ArgumentMap, ids: Mapping[str, str], visits: Sequence[Visit], level: Level, words: Words = ENGLISH
) -> dict[str, str]:
    """What other boxes call each statement: its id; else the first words it is shown with, in quotation marks.

    A reader without ids can only look for words that stand in the drawing; so many are given that no two statements
    are called alike, unless they begin with the same twenty.
    """
    if ids:
        return dict(ids)
    shown = {key: label_of(s) if level == "title" else s.text for key, s in m.statements.items()}
    left = [key for visit in visits for key in visit.met()]
    found: dict[str, str] = {}
    for length in _NAME_WORDS:
        short = {key: shorten(shown[key], length).rstrip(".。") for key in left}
        often = Counter(short.values())
        found |= short
        left = [key for key in left if often[short[key]] > 1]
    return {key: words.say("map.called", words=name) for key, name in found.items()}


def _lettered(m: ArgumentMap, visits: Sequence[Visit]) -> dict[str, str]:
    only_thesis = sum(s.type == "thesis" for s in m.statements.values()) == 1
    count: Counter[str] = Counter()
    found = {}
    for visit in visits:
        feet = [key for new in visit.new_feet.values() for key in new]
        for key in [*(key for key in visit.keys if key not in visit.second), *feet]:
            letter = LETTERS[m.statements[key].type]
            count[letter] += 1
            found[key] = letter if letter == "T" and only_thesis else f"{letter}{count[letter]}"
    return found


def _placed(visits: Sequence[Visit]) -> dict[str, str]:
    """``1``, ``1.2``, ``1.2.1``; a doubt about a step is numbered after the reason it doubts, as its next.

    A thesis that stands alone is T, and what stands under it 1, 2, 3. Evidence in a foot, whose number is not shown,
    is numbered after everything that is.
    """
    tops = [visit for visit in visits if visit.upper < 0]
    alone = len(tops) == 1 and tops[0].kind == "thesis"
    count: Counter[str] = Counter()
    found: dict[str, str] = {}
    before: dict[int, str] = {}  # what the numbers of a visit's statements begin with

    def next_under(prefix: str) -> str:
        count[prefix] += 1
        return f"{prefix}{count[prefix]}"

    def beneath(key: str) -> str:
        return "" if alone and key == tops[0].keys[0] else f"{found[key]}."

    for visit in visits:
        before[visit.index] = beneath(visit.under) if visit.under else before.get(visit.upper, "")
        for key in visit.keys:
            if key not in visit.second:
                found[key] = "T" if alone and visit is tops[0] else next_under(before[visit.index])
    for visit in visits:
        for key, feet in visit.new_feet.items():
            found |= {foot: next_under(beneath(key)) for foot in feet}
    return found
