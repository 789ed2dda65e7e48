"""From a comparison of two maps to what its sheet says: heads, sections, and rows that face each other."""

from collections.abc import Sequence
from typing import Final

from argmap.comparison.central import most_central
from argmap.comparison.records import ComparedMap, Comparison, Finding, Group, Side
from argmap.diagram.amount import AMOUNTS, Amount
from argmap.diagram.sheet import ComparisonSheet, Head, Level, Middle, Row, Section, SectionKind
from argmap.diagram.sides import as_said, capitalised, listed, shortened, side_items
from argmap.diagram.vocabulary import Vocabulary, is_linked, vocabulary
from argmap.errors import DrawingFailed

LETTERS: Final = ("A", "B")

MARKS: Final[dict[Group, str]] = {
    "agree": "=",
    "agree-but": "≈",
    "diverge": "≠",
    "conflict": "!",
    "one-sided": "○",  # for the ∅ of the data, which Arial lacks
    "undetermined": "?",
}

_SEEN_ANYWAY: Final = frozenset({"certainty", "emphasis", "provisional", "linked-differently", "shared-source"})
"""Flags whose note repeats what the sides show, or says how the finding came about."""

_CAUSES: Final = 3

SECTION_OF: Final[dict[Group, SectionKind]] = {
    "agree": "agree",
    "agree-but": "agree",
    "diverge": "differ",
    "conflict": "differ",
    "one-sided": "only-one",
    "undetermined": "undetermined",
}
"""Which section the findings of a group stand in; those on sources have their own."""

_TITLES: Final[dict[SectionKind, tuple[str, str]]] = {
    "agree": ("They agree", "the shared claim is in the middle; each side in its own words"),
    "differ": ("They differ", "the question is in the middle; the answers face each other"),
    "only-one": ("Only one speaks to it", "silence is not disagreement"),
    "undetermined": ("Undetermined", "a map clashes with itself, so the two cannot be compared here"),
    "evidence": ("Sources both use", "what each side uses the source for"),
}

_USED: Final = {
    "=": "used alike",
    "≈": "used partly alike",
    "≠": "used for different points",
    "!": "used on opposite sides",
}
"""What the signs mean between the uses of a source."""

WORDING: Final = "Claims in plain type are the mapper’s wording; quoted words are the authors’."

_LONGEST_TITLE: Final = 140  # three lines on upright paper


def comparison_sheet(c: Comparison, *, level: Level = "text") -> ComparisonSheet:
    """What the sheet of a comparison of two maps says.

    Args:
        c: Two maps; the first is A, on the left.
        level: ``title`` shows one passage a side and shortens more, for slides; ``full`` shows up to four.

    Raises:
        DrawingFailed: There are not exactly two maps.
    """
    if len(c.maps) != 2:
        raise DrawingFailed(f"a comparison sheet has two sides, and this comparison is of {len(c.maps)} maps")
    words = vocabulary(c)
    made: dict[SectionKind, list[Row]] = {kind: [] for kind in _TITLES}
    comparable = all(m.coded for m in c.maps)  # one map's points alone would read as if the other were silent on them
    for finding in c.findings if comparable else ():
        if finding.unit != "evidence":
            made[SECTION_OF[finding.group]].append(row(c, finding, words, AMOUNTS[level]))
        elif finding.group != "one-sided":
            made["evidence"].append(row(c, finding, words, AMOUNTS[level]))
    sections = tuple(_section(c, kind, tuple(rows)) for kind, rows in made.items() if rows)
    heads = (_head(c.maps[0], "A", level), _head(c.maps[1], "B", level))
    return ComparisonSheet(_title(c), heads, sections, (WORDING, *_scope(c)))


def _head(m: ComparedMap, letter: str, level: Level) -> Head:
    thesis = tuple(shortened(s.text, 30) for s in m.thesis[: 1 if level == "title" else 2])
    version = f"{m.id} ({m.sha256[:12]})" if m.sha256 else m.id
    return Head(letter, m.name, thesis, f"{letter}: {_source(m, level)}", version)


def _source(m: ComparedMap, level: Level) -> str:
    a = m.article
    title = f"“{a.title}”" if a.title else f"map “{m.title}”" if m.title else ""
    if level == "title" and (a.publisher or a.date):
        title = ""
    parts = (listed(list(a.authors)) or m.name, shortened(title, 30), a.publisher, a.date)
    return ", ".join(part.strip().rstrip(".") for part in parts if part) + "."


def _section(c: Comparison, kind: SectionKind, rows: tuple[Row, ...]) -> Section:
    title, gloss = _TITLES[kind]
    if kind == "evidence":
        used = {row.symbol for row in rows}
        gloss = " · ".join([gloss, *(f"{mark} {meant}" for mark, meant in _USED.items() if mark in used)])
    return Section(kind, title, gloss, _headline(c, kind, len(rows)), rows)


def _headline(c: Comparison, kind: SectionKind, n: int) -> str:
    a, b = (m.name for m in c.maps)
    match kind:
        case "agree":
            return f"{a} and {b} agree on {counted(n, 'point')}"
        case "differ":
            return f"{a} and {b} differ on {counted(n, 'question')}"
        case "only-one":
            return f"{a} and {b}: {counted(n, 'point')} only one of them speaks to"
        case "undetermined":
            return f"{a} and {b}: {counted(n, 'point')} left undetermined"
        case "evidence":
            return f"{a} and {b} both use {counted(n, 'source')}"


def _title(c: Comparison) -> str:
    a, b = (m.name for m in c.maps)
    n = c.counts()
    agree, differ = n["agree"] + n["agree-but"], n["diverge"] + n["conflict"]
    if bare := listed([m.name for m in c.maps if not m.coded]):
        return f"{a} and {b} cannot be compared yet: no statement of {bare} is coded"
    if not (agree or differ):
        return f"{a} and {b} speak to no question in common"
    said = [f"agree on {counted(agree, 'point')}"] if agree else []
    said += [f"differ on {differ if agree else counted(differ, 'question')}"] if differ else []
    title = f"{a} and {b} {' and '.join(said)}"
    longer = title + _point(c, alone=differ == 1)
    return longer if len(longer) <= _LONGEST_TITLE else title


def _point(c: Comparison, *, alone: bool) -> str:
    """The question they differ on, if it is `alone`; else the one most central to both."""
    central = next(iter(most_central(c, "diverge", "conflict")), None)
    if not central:
        return ""
    asked, plain = central.question, "Is it right that "  # as it reads where the codebook has no question of its own
    if is_linked(central):
        asked = f"“{central.label}”"
    else:
        asked = f"whether {asked[len(plain) : -1]}" if asked.startswith(plain) else f"“{asked}”"
    return f": {asked}" if alone else f", above all on {asked}"


def row(c: Comparison, finding: Finding, words: Vocabulary, amount: Amount) -> Row:
    """A finding as a row, with so much of each side's words."""
    left, right = (
        side_items(finding, _side(finding, m), map_id=m.id, letter=letter, words=words, amount=amount)
        for m, letter in zip(c.maps, LETTERS, strict=True)
    )
    return Row(finding.group, MARKS[finding.group], _middle(finding, words, amount), left, right, finding.sentence)


def _side(finding: Finding, m: ComparedMap) -> Side:
    return finding.sides.get(m.id) or Side(None)


def _middle(finding: Finding, words: Vocabulary, amount: Amount) -> Middle:
    notes: tuple[str, ...]
    if finding.group == "one-sided":
        text, notes = capitalised(finding.label) if finding.unit == "stance" else finding.question, ()
    elif finding.unit == "evidence":
        text, notes = capitalised(finding.label), _notes(finding, words)
    elif finding.group in ("agree", "agree-but"):
        text, notes = _shared_claim(finding, words)
    else:
        text, notes = finding.question, _notes(finding, words)
    differ = SECTION_OF[finding.group] == "differ"
    most = 0 if differ and amount.short else amount.notes
    shown = (shortened(note, amount.note_words) for note in notes[:most])
    return Middle(shortened(text, 40), tuple(shown))


def _shared_claim(finding: Finding, words: Vocabulary) -> tuple[str, tuple[str, ...]]:
    """What both say, and what each holds back.

    A proposition both hold stands for itself. Else the finding's own sentence says it, up to its reservation; of
    causes only those that weigh most, as the sides list them all.
    """
    claim, _, rest = finding.sentence.partition("; ")
    notes = tuple(dict.fromkeys(([capitalised(rest)] if rest else []) + list(_notes(finding, words))))
    if finding.unit == "stance" and not is_linked(finding) and _both_hold(finding):
        claim = capitalised(finding.label)
    elif finding.unit == "explanation" and finding.shared:
        claim = f"Both explain {as_said(finding.label, finding)} by {_weightiest(finding, words)}"
    return claim.rstrip("."), notes


def _weightiest(finding: Finding, words: Vocabulary) -> str:
    """The shared causes that a side puts first; all of them, if none does."""
    entries = [e for side in finding.sides.values() if isinstance(side.position, tuple) for e in side.position]
    mains = {e.entry for e in entries if e.main}
    shared = [e for e in finding.shared if e in mains] or list(finding.shared)
    marked = any(not e.startswith("raises:") for e in shared[:_CAUSES])
    named = [_cause(e, finding, words, marked=marked) for e in shared[:_CAUSES]]
    named.sort(key=finding.sentence.find)  # in the order of the codebook, as the sentence is
    return f"{', '.join(named)} and others" if len(finding.shared) > len(named) else listed(named)


def _cause(entry: str, finding: Finding, words: Vocabulary, *, marked: bool) -> str:
    form, _, link = entry.partition(":")
    said = as_said(words.word(link.partition(">")[0]), finding)
    return f"{said} ({'no effect' if form == 'unrelated' else form})" if marked else said


def _notes(finding: Finding, words: Vocabulary) -> tuple[str, ...]:
    """The notes on flags that a reader of the sheet cannot see already; what a side holds alone stands with it."""
    alone = tuple(f"Only {name}: " for name in words.names.values())
    notes = [note for note in finding.notes if not note.startswith(alone)]
    if len(notes) == len(finding.flags):
        notes = [note for note, flag in zip(notes, finding.flags, strict=True) if flag not in _SEEN_ANYWAY]
    return tuple(dict.fromkeys(notes))


def _both_hold(finding: Finding) -> bool:
    return all(side.position == "holds" for side in finding.sides.values())


def _scope(c: Comparison) -> tuple[str, ...]:
    """How much of the maps was compared, and what no sheet shows."""
    coded = [f"{m.coded} of {letter}’s {counted(m.statements, 'statement')}" for m, letter in _lettered(c)]
    said = [f"Compared: {listed(coded)}."]
    evidence = [f for f in c.findings if f.unit == "evidence"]
    alone = sum(f.group == "one-sided" for f in evidence)
    if not evidence:
        said.append("No findings on sources.")
    elif alone == len(evidence):
        said.append(f"No source is used by both; {counted(alone, 'source')} by one alone.")
    elif alone:
        said.append(f"Not shown: {counted(alone, 'source')} only one of them uses.")
    return tuple(said)


def _lettered(c: Comparison) -> Sequence[tuple[ComparedMap, str]]:
    return list(zip(c.maps, LETTERS, strict=True))


def counted(n: int, what: str) -> str:
    """``1 point``, ``2 points``."""
    return f"{n} {what}" if n == 1 else f"{n} {what}s"
