"""From a comparison of two maps to what its sheet says: heads, sections, and rows that face each other."""

from collections.abc import Sequence
from typing import Final

from argmap.comparison.records import ComparedMap, Comparison, Finding, Group, Side
from argmap.diagram.sheet import ComparisonSheet, Head, Level, Middle, Row, Section, SectionKind
from argmap.diagram.sides import Vocabulary, capitalised, listed, shortened, side_items

LETTERS: Final = ("A", "B")

MARKS: Final[dict[Group, str]] = {
    "agree": "=",
    "agree-but": "≈",
    "diverge": "≠",
    "conflict": "!",
    "one-sided": "○",  # for the ∅ of the data, which Arial lacks
    "undetermined": "?",
}

NOTES: Final = 3
"""So many notes stand under a claim or question; the rest is counted."""

_SECTION_OF: Final[dict[Group, SectionKind]] = {
    "agree": "agree",
    "agree-but": "agree",
    "diverge": "differ",
    "conflict": "differ",
    "one-sided": "only-one",
    "undetermined": "undetermined",
}

_TITLES: Final[dict[SectionKind, tuple[str, str]]] = {
    "agree": ("They agree", "the shared claim is in the middle; each side in its own words"),
    "differ": ("They differ", "the question is in the middle; the answers face each other"),
    "only-one": ("Only one speaks to it", "silence is not disagreement"),
    "undetermined": ("Undetermined", "a map clashes with itself, so the two cannot be compared here"),
    "evidence": ("Sources both use", "what each side uses the source for"),
}

_LONGEST_TITLE: Final = 130  # two lines on upright paper


def comparison_sheet(c: Comparison, *, level: Level = "text") -> ComparisonSheet:
    """What the sheet of a comparison of two maps says.

    Args:
        c: Two maps; the first is A, on the left.
        level: ``title`` shows one passage a side and shortens more, for slides; ``full`` shows up to four.

    Raises:
        ValueError: There are not exactly two maps.
    """
    if len(c.maps) != 2:
        raise ValueError(f"a comparison sheet has two sides, not {len(c.maps)}")
    words = _vocabulary(c)
    made: dict[SectionKind, list[Row]] = {kind: [] for kind in _TITLES}
    for finding in c.findings:
        if finding.unit != "evidence":
            made[_SECTION_OF[finding.group]].append(_row(c, finding, words, level))
        elif finding.group != "one-sided":
            made["evidence"].append(_row(c, finding, words, level))
    sections = tuple(_section(c, kind, tuple(rows)) for kind, rows in made.items() if rows)
    heads = (_head(c.maps[0], "A"), _head(c.maps[1], "B"))
    return ComparisonSheet(_title(c), heads, sections, _foot(c))


def _vocabulary(c: Comparison) -> Vocabulary:
    labels = {key: text for book in c.codebooks for key, text in book.labels.items()}
    valences = {key: value for book in c.codebooks for key, value in book.valences.items()}
    return Vocabulary(labels, valences, frozenset((m.id, s.id) for m in c.maps for s in m.thesis))


def _head(m: ComparedMap, letter: str) -> Head:
    return Head(letter, m.name, tuple(shortened(s.text, 30) for s in m.thesis[:2]), f"{letter}: {_source(m)}")


def _source(m: ComparedMap) -> str:
    a = m.article
    title = f"“{a.title}”" if a.title else f"map “{m.title}”" if m.title else ""
    parts = (listed(list(a.authors)) or m.name, shortened(title, 30), a.publisher, a.date)
    return ", ".join(part.strip().rstrip(".") for part in parts if part) + "."


def _section(c: Comparison, kind: SectionKind, rows: tuple[Row, ...]) -> Section:
    title, gloss = _TITLES[kind]
    return Section(kind, title, gloss, _headline(c, kind, len(rows)), rows)


def _headline(c: Comparison, kind: SectionKind, n: int) -> str:
    a, b = (m.name for m in c.maps)
    match kind:
        case "agree":
            return f"{a} and {b} agree on {_counted(n, 'point')}"
        case "differ":
            return f"{a} and {b} differ on {_counted(n, 'question')}"
        case "only-one":
            return f"{a} and {b}: {_counted(n, 'point')} only one of them speaks to"
        case "undetermined":
            return f"{a} and {b}: {_counted(n, 'point')} left undetermined"
        case "evidence":
            return f"{a} and {b} both use {_counted(n, 'source')}"


def _title(c: Comparison) -> str:
    a, b = (m.name for m in c.maps)
    n = c.counts()
    agree, differ = n["agree"] + n["agree-but"], n["diverge"] + n["conflict"]
    if not (agree or differ):
        return f"{a} and {b} speak to no question in common"
    said = [f"agree on {_counted(agree, 'point')}"] if agree else []
    said += [f"differ on {differ if agree else _counted(differ, 'question')}"] if differ else []
    title = f"{a} and {b} {' and '.join(said)}"
    longer = title + _above_all(c)
    return longer if len(longer) <= _LONGEST_TITLE else title


def _above_all(c: Comparison) -> str:
    """The difference nearest to what both maps are about; one where both cannot be right comes first."""
    found = (*c.in_group("conflict"), *c.in_group("diverge"))
    if not found or "~" in found[0].key:
        return ""
    match found[0].unit:
        case "stance":
            what = f"whether {found[0].label}"
        case "explanation":
            what = f"what explains {found[0].label}"
        case _:
            what = f"the part of {found[0].label}"
    return f", above all on {what}"


def _row(c: Comparison, finding: Finding, words: Vocabulary, level: Level) -> Row:
    left, right = (
        side_items(finding, _side(finding, m), map_id=m.id, letter=letter, words=words, level=level)
        for m, letter in zip(c.maps, LETTERS, strict=True)
    )
    return Row(finding.group, MARKS[finding.group], _middle(finding, level), left, right, finding.sentence)


def _side(finding: Finding, m: ComparedMap) -> Side:
    return finding.sides.get(m.id) or Side(None)


def _middle(finding: Finding, level: Level) -> Middle:
    if finding.unit == "evidence":
        text, notes = capitalised(finding.label), finding.notes
    elif finding.group in ("agree", "agree-but"):
        text, notes = _shared_claim(finding)
    elif finding.group == "one-sided":
        text, notes = capitalised(finding.label), ()
    else:
        text, notes = finding.question, finding.notes
    shown = notes[: 1 if level == "title" else NOTES]
    left = len(notes) - len(shown)
    more = (f"+ {left} more {'note' if left == 1 else 'notes'}",) if left else ()
    return Middle(shortened(text, 40), (*(shortened(n, 40) for n in shown), *more))


def _shared_claim(finding: Finding) -> tuple[str, tuple[str, ...]]:
    """What both say, and what each holds back.

    A proposition both hold stands for itself. Else the finding's own sentence says it, up to its reservation.
    """
    claim, _, rest = finding.sentence.partition("; ")
    notes = tuple(dict.fromkeys(([capitalised(rest)] if rest else []) + list(finding.notes)))
    if finding.unit == "stance" and "~" not in finding.key and _both_hold(finding):
        claim = capitalised(finding.label)
    return claim.rstrip("."), notes


def _both_hold(finding: Finding) -> bool:
    return all(side.position == "holds" for side in finding.sides.values())


def _foot(c: Comparison) -> tuple[str, ...]:
    notes = ["Claims in plain type are the mapper’s wording; quoted words are the authors’."]
    coded = [f"{m.coded} of {letter}’s {_counted(m.statements, 'statement')}" for m, letter in _lettered(c)]
    notes.append(f"Compared: {listed(coded)}.")
    evidence = [f for f in c.findings if f.unit == "evidence"]
    alone = sum(f.group == "one-sided" for f in evidence)
    if evidence and alone == len(evidence):
        notes.append(f"No source is used by both; {_counted(alone, 'source')} by one alone.")
    elif not evidence:
        notes.append("No findings on sources.")
    elif alone:
        notes.append(f"Not shown: {_counted(alone, 'source')} only one of them uses.")
    return tuple(notes)


def _lettered(c: Comparison) -> Sequence[tuple[ComparedMap, str]]:
    return list(zip(c.maps, LETTERS, strict=True))


def _counted(n: int, what: str) -> str:
    return f"{n} {what}" if n == 1 else f"{n} {what}s"
