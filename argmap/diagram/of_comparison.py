"""From a comparison of two maps to what its sheet says: heads, sections, and rows that face each other."""

from collections.abc import Mapping
from typing import Final

from argmap.comparison.central import most_central
from argmap.comparison.records import ComparedMap, Comparison, Finding, Group, Side
from argmap.diagram.amount import AMOUNTS, Amount
from argmap.diagram.sheet import ComparisonSheet, Head, Level, Middle, Row, Section, SectionKind
from argmap.diagram.sides import as_said, capitalised, shortened, side_items
from argmap.diagram.vocabulary import Vocabulary, is_linked, vocabulary
from argmap.errors import DrawingFailed
from argmap.languages import ENGLISH, Words
from argmap.typesetting import display_width

LETTERS: Final = ("A", "B")

MARKS: Final[dict[Group, str]] = {
    "agree": "=",
    "agree-but": "≈",
    "diverge": "≠",
    "conflict": "!",
    "one-sided": "",
    "undetermined": "?",
}
"""The signs between the columns."""

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

SECTIONS: Final[tuple[SectionKind, ...]] = ("agree", "differ", "only-one", "undetermined", "evidence")

_LONGEST_TITLE: Final = 140  # three lines on upright paper


def comparison_sheet(
    c: Comparison,
    *,
    level: Level = "text",
    words: Words = ENGLISH,
    among: Comparison | None = None,
    amounts: Mapping[str, Amount] | None = None,
) -> ComparisonSheet:
    """What the sheet of a comparison of two maps says.

    Args:
        c: Two maps; the first is A, on the left.
        level: ``title`` shows one passage a side and shortens more, for slides; ``full`` shows up to four.
        words: The fixed words; what the maps and the comparison say is shown as it is.
        among: The whole comparison, of which `c` has the findings that were asked for.
        amounts: How much is shown of some findings, by their ids, other than the level says.

    Raises:
        DrawingFailed: There are not exactly two maps.
    """
    if len(c.maps) != 2:
        raise DrawingFailed(f"a comparison sheet has two sides, and this comparison is of {len(c.maps)} maps")
    among = among or c
    terms, amounts = vocabulary(c, words), amounts or {}
    made: dict[SectionKind, list[Row]] = {kind: [] for kind in SECTIONS}
    comparable = all(m.coded for m in c.maps)  # one map's points alone would read as if the other were silent on them
    for finding in c.findings if comparable else ():
        if kind := section_of(finding, asked=among != c):
            made[kind].append(row(c, finding, terms, amounts.get(finding.id, AMOUNTS[level])))
    sections = tuple(_section(c, kind, tuple(rows), words, among) for kind, rows in made.items() if rows)
    heads = (_head(c.maps[0], "A", level, words), _head(c.maps[1], "B", level, words))
    return ComparisonSheet(
        _title(c, sections, words, among), heads, sections, (words["sheet.wording"], *_scope(c, words, among))
    )


def section_of(finding: Finding, *, asked: bool = False) -> SectionKind | None:
    """Where a finding stands; None for a source that only one of them uses, unless somebody `asked` for it."""
    if finding.unit != "evidence":
        return SECTION_OF[finding.group]
    if finding.group != "one-sided":
        return "evidence"
    return "only-one" if asked else None


def word_key(name: str) -> str:
    """A kind of section, or a group, as it stands in keys of words."""
    return name.replace("-", "_")


def _head(m: ComparedMap, letter: str, level: Level, words: Words) -> Head:
    thesis = tuple(shortened(s.text, 30) for s in m.thesis[: 1 if level == "title" else 2])
    version = f"{m.id} ({m.sha256[:12]})" if m.sha256 else m.id
    return Head(letter, m.name, thesis, f"{letter}: {_source(m, level, words)}", version)


def _source(m: ComparedMap, level: Level, words: Words) -> str:
    a = m.article
    title = f"“{a.title}”" if a.title else words.say("sheet.map_called", title=m.title) if m.title else ""
    if level == "title" and (a.publisher or a.date):
        title = ""
    parts = (words.listed(a.authors) if a.authors else m.name, shortened(title, 30), a.publisher, a.date)
    return ", ".join(part.strip().rstrip(".") for part in parts if part) + "."


def _section(c: Comparison, kind: SectionKind, rows: tuple[Row, ...], words: Words, among: Comparison) -> Section:
    key = word_key(kind)
    gloss = words[f"sheet.gloss.{key}"]
    if kind == "evidence":
        used = {row.group for row in rows}
        signs = [
            f"{mark} {words[f'sheet.used.{word_key(group)}']}"
            for group, mark in MARKS.items()
            if group in used and group != "undetermined"
        ]
        gloss = " · ".join([gloss, *signs])
    a, b = (m.name for m in c.maps)
    headline = words.counted(f"sheet.headline.{key}", len(rows), a=a, b=b) + _choice(c, words, among)
    return Section(kind, words[f"sheet.{key}"], gloss, headline, rows)


def _title(c: Comparison, sections: tuple[Section, ...], words: Words, among: Comparison) -> str:
    a, b = (m.name for m in c.maps)
    if bare := words.listed([m.name for m in c.maps if not m.coded]) if any(not m.coded for m in c.maps) else "":
        return words.say("sheet.headline.uncoded", a=a, b=b, who=bare)
    n = c.counts()
    agree, differ = n["agree"] + n["agree-but"], n["diverge"] + n["conflict"]
    if agree and differ:
        title = words.counted("sheet.headline.both", agree, a=a, b=b, m=differ)
    elif agree or differ:
        title = words.counted(f"sheet.headline.{'agree' if agree else 'differ'}", agree or differ, a=a, b=b)
    elif among != c and sections:  # the findings asked for; whether there are others is another matter
        return sections[0].headline
    else:
        title = words.say("sheet.headline.nothing", a=a, b=b)
    choice = _choice(c, words, among)
    longer = _pointed(title, c, words, alone=differ == 1) + choice
    return longer if display_width(longer) <= _LONGEST_TITLE else title + choice


def _choice(c: Comparison, words: Words, among: Comparison) -> str:
    """How many of all findings these are, if they are not all."""
    if among == c:
        return ""
    said = []
    for kind, of_sources in (("points", False), ("sources", True)):
        shown, whole = (sum((f.unit == "evidence") == of_sources for f in each.findings) for each in (c, among))
        if shown:
            said.append(words.say(f"sheet.choice.{kind}", n=shown, all=whole))
    return words.say("sheet.headline.choice", title="", what=words.listed(said))


def _pointed(title: str, c: Comparison, words: Words, *, alone: bool) -> str:
    """The title with the question they differ on, if it is `alone`; else with the one most central to both."""
    central = next(iter(most_central(c, "diverge", "conflict")), None)
    if not central:
        return title
    asked, plain = central.question, "Is it right that "  # as it reads where the codebook has no question of its own
    if is_linked(central):
        said = words.say("sheet.headline.asked", question=central.label)
    elif asked.startswith(plain):
        said = words.say("sheet.headline.whether", claim=asked[len(plain) : -1])
    else:
        said = words.say("sheet.headline.asked", question=asked)
    return words.say(f"sheet.headline.{'alone' if alone else 'above_all'}", title=title, question=said)


def row(c: Comparison, finding: Finding, words: Vocabulary, amount: Amount) -> Row:
    """A finding as a row, with so much of each side's words."""
    left, right = (
        side_items(finding, _side(finding, m), map_id=m.id, letter=letter, words=words, amount=amount)
        for m, letter in zip(c.maps, LETTERS, strict=True)
    )
    return Row(
        finding.id, finding.group, MARKS[finding.group], _middle(finding, words, amount), left, right, finding.sentence
    )


def _side(finding: Finding, m: ComparedMap) -> Side:
    return finding.sides.get(m.id) or Side(None)


def _middle(finding: Finding, words: Vocabulary, amount: Amount) -> Middle:
    notes: tuple[str, ...]
    if finding.group == "one-sided":
        text, notes = capitalised(finding.label) if finding.unit == "stance" else finding.question, ()
    elif finding.unit == "evidence":
        text, notes = capitalised(finding.label), _notes(finding, words)
    elif finding.group in ("agree", "agree-but"):
        text, notes = _shared_claim(finding, words, amount)
    else:
        text, notes = finding.question, _notes(finding, words)
    differ = SECTION_OF[finding.group] == "differ"
    most = 0 if differ and amount.short and not amount.short.differences_noted else amount.notes
    shown = (shortened(note, amount.note_words) for note in notes[:most])
    return Middle(shortened(text, amount.claim_words), tuple(shown))


def _shared_claim(finding: Finding, words: Vocabulary, amount: Amount) -> tuple[str, tuple[str, ...]]:
    """What both say, and what each holds back.

    A proposition both hold stands for itself. Else the finding's own sentence says it, up to its reservation; of
    causes only those that weigh most, as the sides list them all.
    """
    claim, _, rest = finding.sentence.partition("; ")
    held = [capitalised(rest)] if rest else []
    if finding.unit == "stance" and not is_linked(finding) and _both_hold(finding):
        alike = claim.partition(as_said(finding.label, finding))[2].strip(" ,.")  # ``for different reasons``
        if alike and finding.group == "agree-but" and not amount.reasons:
            held.insert(0, f"{capitalised(alike)}.")
        claim = capitalised(finding.label)
    elif finding.unit == "explanation" and finding.shared:
        what, causes = as_said(finding.label, finding), _weightiest(finding, words)
        claim = words.fixed.say("sheet.explain", what=what, causes=causes)
    return claim.rstrip("."), tuple(dict.fromkeys((*held, *_notes(finding, words))))


def _weightiest(finding: Finding, words: Vocabulary) -> str:
    """The shared causes that a side puts first; all of them, if none does."""
    entries = [e for side in finding.sides.values() if isinstance(side.position, tuple) for e in side.position]
    mains = {e.entry for e in entries if e.main}
    shared = [e for e in finding.shared if e in mains] or list(finding.shared)
    marked = any(not e.startswith("raises:") for e in shared[:_CAUSES])
    named = [_cause(e, finding, words, marked=marked) for e in shared[:_CAUSES]]
    named.sort(key=finding.sentence.find)  # in the order of the codebook, as the sentence is
    if len(finding.shared) > len(named):
        return words.fixed.say("sheet.and_others", causes=words.fixed["list.between"].join(named))
    return words.fixed.listed(named)


def _cause(entry: str, finding: Finding, words: Vocabulary, *, marked: bool) -> str:
    form, _, link = entry.partition(":")
    said = as_said(words.word(link.partition(">")[0]), finding)
    return f"{said} ({words.fixed[f'sheet.{form}']})" if marked else said


def _notes(finding: Finding, words: Vocabulary) -> tuple[str, ...]:
    """The notes on flags that a reader of the sheet cannot see already; what a side holds alone stands with it."""
    alone = tuple(f"Only {name}: " for name in words.names.values())
    notes = [note for note in finding.notes if not note.startswith(alone)]
    if len(notes) == len(finding.flags):
        notes = [note for note, flag in zip(notes, finding.flags, strict=True) if flag not in _SEEN_ANYWAY]
    return tuple(dict.fromkeys(notes))


def _both_hold(finding: Finding) -> bool:
    return all(side.position == "holds" for side in finding.sides.values())


def _scope(c: Comparison, words: Words, among: Comparison) -> tuple[str, ...]:
    """How much of the maps was compared, and what no sheet shows."""
    coded = [
        words.counted("sheet.compared_of", m.coded, letter=letter, all=m.statements)
        for m, letter in zip(c.maps, LETTERS, strict=True)
    ]
    said = [words.say("sheet.compared", what=words.listed(coded))]
    if among != c:
        return tuple(said)
    evidence = [f for f in c.findings if f.unit == "evidence"]
    alone = sum(f.group == "one-sided" for f in evidence)
    if not evidence:
        said.append(words["sheet.no_sources"])
    elif alone:
        said.append(words.counted(f"sheet.{'none_by_both' if alone == len(evidence) else 'not_shown'}", alone))
    return tuple(said)
