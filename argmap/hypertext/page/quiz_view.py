"""What the quiz asks: how what the maps say on a point goes together, before the page tells it.

A question shows what is asked, and statements of each map; nothing else of a finding, since the place of a row, its
marks and what stands in its middle would tell the answer. That only one map speaks of a point would be told by the
empty side, so a statement on another point that only the other map has stands there.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, cast

from argmap.comparison.records import Comparison, Finding, Group, Side
from argmap.hypertext.page.compare_view import CompareRow, CompareView
from argmap.hypertext.page.material import Material
from argmap.hypertext.page.said_parts import said_parts
from argmap.teaching.chance import shuffled

PAIR: Final[Mapping[Group, str]] = {
    "agree": "same claim",
    "agree-but": "same claim, with a reservation",
    "diverge": "both may be right",
    "conflict": "cannot both be right",
    "one-sided": "only one speaks of it",
}
MORE: Final[Mapping[Group, str]] = {
    "agree": "all who speak say the same",
    "agree-but": "the same, with a reservation",
    "diverge": "they differ, and all may be right",
    "conflict": "some cannot both be right",
}
"""What a reader may guess: of two maps, and of more, where silence of some is no answer by itself."""

_MOST: Final = 3
"""So many statements of a map are shown, the most telling ones."""

Asked = tuple[str, str, str, list[list[str]]]
"""A finding, its question, the sentence that answers it, and the anchors of the statements of each map."""


def answers(material: Material) -> Mapping[Group, str]:
    """What may be guessed, by the group it stands for."""
    return PAIR if len(material.maps) == 2 else MORE


def questions(material: Material) -> list[Asked]:
    """All questions of a page, those on sources left out; none where nothing is compared."""
    c = material.comparison
    if c is None:
        return []
    findings = [f for f in c.findings if f.unit != "evidence"]
    known = answers(material)
    spoken = [f for f in findings if f.group in known and f.group != "one-sided"]
    found = [_asked(f, {m.id: (f, f.sides[m.id]) for m in c.maps}, material) for f in spoken]
    return [*found, *(_alone(c, findings, material) if "one-sided" in known else ())]


def _alone(c: Comparison, findings: Sequence[Finding], material: Material) -> Iterator[Asked]:
    """Points only one map speaks of, the two maps by turns; beside each, a point that only the other has."""
    own = {
        m.id: shuffled(
            [f for f in findings if f.group == "one-sided" and f.sides[m.id].position is not None],
            seed=1,
            choice=f"quiz {m.id}",
            name=lambda f: f.id,
        )
        for m in c.maps
    }
    for i, points in enumerate(zip(*own.values(), strict=False)):
        by_map = {m.id: (f, f.sides[m.id]) for m, f in zip(c.maps, points, strict=True)}
        yield _asked(points[i % len(points)], by_map, material)


def _asked(f: Finding, shown: Mapping[str, tuple[Finding, Side]], material: Material) -> Asked:
    sides = [
        [material.anchor(map_id, key) for key in _telling(of, side)][:_MOST] for map_id, (of, side) in shown.items()
    ]
    return f.id, f.question, f.sentence, sides


def _telling(f: Finding, side: Side) -> list[str]:
    """The statements of a side, first one for each cause or role it puts first or shares."""
    known = [s.id for s in side.statements]
    position = side.position if isinstance(side.position, tuple) else ()
    ranked = sorted(position, key=lambda entry: (not entry.main, entry.entry not in f.shared))
    first = [key for entry in ranked if entry.main or entry.entry in f.shared for key in entry.statements[:1]]
    return [key for key in dict.fromkeys((*first, *known)) if key in known]


def quiz(material: Material, compare: CompareView | None) -> dict[str, object] | None:
    """What the script is given; None where there is nothing to ask. What is right it reads from the row."""
    asked = questions(material)
    if not asked or compare is None:
        return None
    names = {m.id: m.name for m in cast("Comparison", material.comparison).maps}
    rows = {row.finding: row for section in compare.sections for row in section.rows}
    return {
        "heads": [[material.letter(m.id), names[m.id]] for m in material.maps],
        "answers": list(answers(material).items()),
        "asked": [
            [row.id, said_parts(question, said), said_parts(sentence, said), sides]
            for finding, question, sentence, sides in asked
            for row in [rows[finding]]
            for said in [_said(row)]
        ],
    }


def _said(row: CompareRow) -> dict[str, str]:
    """What a row says, without its first letter, which is small within a sentence: its point and its notes."""
    lines = [row.point, *row.notes]
    return {line[1:]: str(i) for i, line in reversed(list(enumerate(lines))) if line == line.strip()}
