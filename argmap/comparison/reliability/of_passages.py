"""Agreement on which paragraphs of the article carry its argument."""

from collections import Counter
from collections.abc import Mapping, Sequence

from argmap.comparison.reliability.coders import Coder
from argmap.comparison.reliability.figures import Row
from argmap.comparison.reliability.making import Draft
from argmap.comparison.reliability.reading import paragraphs
from argmap.comparison.reliability.records import Disagreement, Said

USED, UNUSED = "used", "not used"
_SHOWN = 90


def passage_draft(people: Sequence[Coder], article: Mapping[int, str]) -> Draft:
    """The layer on paragraphs: whether a coder drew a statement from each paragraph of the article.

    It needs the article's text, which alone tells how many paragraphs there are that nobody used.
    """
    used = [
        frozenset(n for s in coder.map.statements.values() for n in paragraphs(s)) & frozenset(article)
        for coder in people
    ]
    takes_part = [any(paragraphs(s) for s in coder.map.statements.values()) for coder in people]
    rows: Counter[Row] = Counter()
    differing: list[Disagreement] = []
    for number in sorted(article):
        row: Row = tuple((USED if number in used[i] else UNUSED) if takes_part[i] else None for i in range(len(people)))
        rows[row] += 1
        if len({v for v in row if v is not None}) > 1:
            differing.append(_differing(people, number, article[number], row))
    return Draft(
        "passages",
        "paragraph of the article",
        rows,
        "without the article's text nobody knows which paragraphs no coder used",
        disagreements=tuple(differing),
        takes_part=takes_part,
        missing="named paragraphs under 'at'",
    )


def _differing(people: Sequence[Coder], number: int, text: str, row: Row) -> Disagreement:
    begin = " ".join(text.split())
    return Disagreement(
        f"¶{number}",
        begin if len(begin) <= _SHOWN else begin[:_SHOWN].rsplit(" ", 1)[0] + "…",
        {coder.label: value for coder, value in zip(people, row, strict=True)},
        tuple(
            Said(coder.label, key, s.text, s.quote, s.at)
            for coder in people
            for key, s in coder.map.statements.items()
            if number in paragraphs(s)
        ),
    )
