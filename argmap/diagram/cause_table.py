"""The table of causes: a block for each outcome, a row for each cause, so that one cause faces itself in every map.

Outcomes that most maps explain come first, then those with most shared causes, then those with most causes; within a
block the causes that most maps name, those that are main for most of them first. What one map alone explains comes
last.
"""

from collections.abc import Iterable
from typing import NamedTuple

from argmap.comparison.records import ComparedMap, Comparison, Finding, PositionEntry
from argmap.diagram.sheet import Absence, Driver, Level
from argmap.diagram.table import Entry, Link, Table, TableRow, TableSection
from argmap.diagram.table_words import LABEL_WORDS, Telling, entries
from argmap.errors import DrawingFailed
from argmap.languages import Words


class _Named(NamedTuple):
    """A cause with what each map says of it; a map may give one cause two signs."""

    key: str
    said: dict[str, list[PositionEntry]]

    @property
    def mains(self) -> int:
        return sum(any(e.main for e in mine) for mine in self.said.values())

    @property
    def link(self) -> Link:
        signs = {tuple(sorted(e.entry.partition(":")[0] for e in mine)) for mine in self.said.values()}
        return "alone" if len(self.said) < 2 else "same" if len(signs) == 1 else "unlike"


def cause_table(c: Comparison, findings: Iterable[Finding], *, words: Words, level: Level) -> Table:
    """What drives what, by each map.

    Args:
        c: Two maps or more.
        findings: Which of its findings; those on what explains something are shown.
        words: The fixed words.
        level: ``title`` shows signs and weights only, ``text`` quotations, ``full`` the mapper's sentences, too.

    Raises:
        DrawingFailed: No finding is on what explains something.
    """
    found = [f for f in findings if f.unit == "explanation"]
    if not found:
        raise DrawingFailed(
            "no cause is compared in these maps: none of the statements asked for says what raises or lowers something "
            "(`says: {cause: …, raises: …}`); try the view 'matrix'"
        )
    telling = Telling(c, words, level)
    named = {f.id: _causes(f, telling) for f in found}
    found.sort(key=lambda f: _rank(named[f.id]))
    sections = tuple(_section(f, named[f.id], telling) for f in found)
    facing = len(c.maps) == 2
    return Table(
        "causes", _title(found, named, telling), "", telling.heads(), sections, (), facing=facing, cut=telling.cut
    )


def _rank(causes: list[_Named]) -> tuple[int, int, int]:
    explaining = {map_id for cause in causes for map_id in cause.said}
    return -len(explaining), -sum(len(cause.said) > 1 for cause in causes), -len(causes)


def _causes(f: Finding, telling: Telling) -> list[_Named]:
    found: dict[str, _Named] = {}
    for m in telling.c.maps:
        for entry in entries(telling.side(f, m)):
            key = entry.entry.partition(":")[2].partition(">")[0]
            found.setdefault(key, _Named(key, {})).said.setdefault(m.id, []).append(entry)
    return sorted(found.values(), key=lambda cause: (-len(cause.said), -cause.mains, telling.word(cause.key)))


def _section(f: Finding, causes: list[_Named], telling: Telling) -> TableSection:
    words = telling.words
    notes = [_firsts(f, telling)]
    if f.group not in ("agree", "one-sided") and telling.level == "full":
        notes.append(telling.short(f.sentence, 3 * LABEL_WORDS))
    many = f.group == "diverge" and len(telling.c.maps) > 2
    verdict = telling.verdict(f.group, words["causes.diverse" if many else f"causes.{f.group}"], notes)
    rows = tuple(_row(f, cause, telling) for cause in causes)
    return TableSection(telling.label(f.question), rows, f.group, verdict, f.id)


def _firsts(f: Finding, telling: Telling) -> str:
    """What each map puts first, where one puts anything first: ``A: North Korea's threat; B: China's conduct``."""
    said: dict[str, list[str]] = {}
    for m in telling.c.maps:
        mine = entries(telling.side(f, m))
        if mine:
            mains = [telling.word(e.entry.partition(":")[2].partition(">")[0]) for e in mine if e.main]
            first = telling.words.listed(sorted(mains)) or telling.words["causes.none"]
            said.setdefault(first, []).append(telling.letter(m.id))
    if set(said) <= {telling.words["causes.none"]}:
        return ""
    parts = [f"{', '.join(letters)}: {first}" for first, letters in sorted(said.items(), key=lambda pair: pair[1])]
    return telling.words.say("causes.first", what="; ".join(parts))


def _row(f: Finding, cause: _Named, telling: Telling) -> TableRow:
    cells = tuple(_cell(f, cause, m, telling) for m in telling.c.maps)
    label = telling.label(telling.word(cause.key))
    return TableRow(label, cells, _sentence(label, f, cause, telling), link=cause.link)


def _cell(f: Finding, cause: _Named, m: ComparedMap, telling: Telling) -> tuple[Entry, ...]:
    side = telling.side(f, m)
    if not side.position:
        return (telling.absence(f, m),)
    mine = cause.said.get(m.id, [])
    found: list[Entry] = []
    for entry in mine:
        found.append(telling.cause(side, entry, named=False))
        if telling.level == "title":
            continue
        passage = telling.quotation(side, entry, telling.word(cause.key), told=True)
        if passage and not (cause.link == "alone" and telling.level == "text" and passage.text and passage.quote):
            found.append(passage)  # words that are quoted for several causes and name another would mislead
    return tuple(found) or (Absence(telling.words["causes.not_named"]),)


def _sentence(label: str, f: Finding, cause: _Named, telling: Telling) -> str:
    """All of a row in words, for those who hear the drawing."""
    said = []
    for m in telling.c.maps:
        entries_ = _cell(f, cause, m, telling)
        said.append(f"{m.name}: {', '.join(e.text for e in entries_ if isinstance(e, Driver | Absence))}")
    return f"{label}. {'; '.join(said)}."


def _title(found: list[Finding], named: dict[str, list[_Named]], telling: Telling) -> str:
    """The point: of how many outcomes the maps give the same causes, and for how many they put different ones first."""
    words = telling.words
    common = [f for f in found if f.group != "one-sided"]
    if len(found) == 1:
        return found[0].question
    if not common:
        return words.say("causes.title_alone", who=telling.who())
    shared = sum(any(cause.link == "same" for cause in named[f.id]) for f in common)
    outcomes = words.counted("causes.outcomes", len(common))
    title = words.say("causes.title", who=telling.who(), outcomes=outcomes, shared=shared)
    parted = sum(_put_others_first(f, telling) for f in common)
    return words.say("causes.title_firsts", title=title, n=parted) if parted else title


def _put_others_first(f: Finding, telling: Telling) -> bool:
    """Whether two maps put something first, and not the same."""
    firsts = [{e.entry for e in entries(telling.side(f, m)) if e.main} for m in telling.c.maps]
    given = [first for first in firsts if first]
    return any(first != given[0] for first in given)
