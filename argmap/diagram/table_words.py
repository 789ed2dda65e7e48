"""What the tables of maps have in common: heads, and what one map says in a cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, cast

from argmap.comparison.records import SYMBOLS, Cited, ComparedMap, Comparison, Finding, Group, PositionEntry, Side
from argmap.diagram.limits import BETWEEN, entry_limits, limits, shared_limits
from argmap.diagram.sheet import Absence, Driver, Level, Part, Passage, Sign
from argmap.diagram.sides import capitalised, shortened
from argmap.diagram.sources import source_line
from argmap.diagram.table import TableHead, Verdict
from argmap.languages import Words
from argmap.model import CERTAINTIES

_WORDS = {"title": 14, "text": 34, "full": 120}
"""So many words of a sentence or a quotation."""

LABEL_WORDS = 45
"""So many of what a row is about."""

MARKS: Final[Mapping[Group, str]] = {**SYMBOLS, "one-sided": "○"}
"""The signs of the groups, with ○ for the ∅ of the data, which Arial lacks."""


@dataclass
class Telling:
    """Says in fixed words what a comparison holds, and counts what it had to cut: made for one table, and used up."""

    c: Comparison
    words: Words
    level: Level
    cut: int = 0
    _labels: dict[str, str] = field(init=False)
    _valences: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        """Look up what keys are called, and what roles are worth, once."""
        sides = [(map_id, side) for f in self.c.findings for map_id, side in f.sides.items()]
        self._labels = {f"{map_id}:{s.id}": s.text for map_id, side in sides for s in side.statements}
        self._labels |= {key: text for book in self.c.codebooks for key, text in book.labels.items()}
        self._valences = {key: value for book in self.c.codebooks for key, value in book.valences.items()}

    def word(self, key: str) -> str:
        """What a reader is shown for a key; a key without words reads as its words do."""
        return self._labels.get(key, key.replace("-", " "))

    def letter(self, map_id: str) -> str:
        """The letter of a map: A for the first."""
        return letter(next(i for i, m in enumerate(self.c.maps) if m.id == map_id))

    def heads(self) -> tuple[TableHead, ...]:
        """A head for each map, in order."""
        return tuple(_head(m, letter(i), self.words) for i, m in enumerate(self.c.maps))

    def who(self) -> str:
        """The maps by name, or how many they are."""
        names = [m.name for m in self.c.maps]
        return self.words.listed(names) if len(names) < 4 else self.words.say("table.maps", n=len(names))

    def side(self, finding: Finding, m: ComparedMap) -> Side:
        """What a map says on a finding."""
        return finding.sides.get(m.id) or Side(None)

    def short(self, text: str, words: int = 0) -> str:
        """The text in so many words; what is cut shows as an ellipsis and is counted."""
        kept = shortened(text, words or _WORDS[self.level])
        self.cut += kept != " ".join(text.split())
        return kept

    def label(self, text: str) -> str:
        """What a row is about."""
        return capitalised(self.short(text, LABEL_WORDS))

    def absence(self, finding: Finding, m: ComparedMap) -> Absence:
        """Why a map has no position: it only reports one, is silent as somebody made sure, or has nothing on it."""
        if self.side(finding, m).reported:
            return Absence(self.words["table.reported"])
        if len(self.c.maps) == 2:
            reviewed = finding.group == "one-sided" and "provisional" not in finding.flags
        else:  # a finding on many has no flag for it
            reviewed = m.coverage == "complete"
        if reviewed:
            return Absence(self.words["table.silent"])
        return Absence(self.words["table.nothing_coded" if m.uncoded else "table.not_in_map"])

    def cause(self, side: Side, entry: PositionEntry, *, named: bool) -> Driver:
        """A cause: its sign, and what holds of it in brackets; `named` says which it is, else what it does."""
        form, _, rest = entry.entry.partition(":")
        what = self.label(self.word(rest.partition(">")[0])) if named else self.words[f"table.{form}"]
        return Driver(cast("Sign", form), self._bracketed(what, side, entry), entry.main, entry.statements)

    def role(self, side: Side, entry: PositionEntry, *, toward: bool) -> Part:
        """A role, with its certainty, weight and limits in words, and toward whom if asked for."""
        role = entry.entry.partition("=")[2]
        whom = self.words.listed([self.word(actor) for actor in entry.toward]) if toward and entry.toward else ""
        said = self.words.say("table.toward", who=whom) if whom else ""
        text = self._bracketed(self.word(role.partition("@")[0]), side, entry)
        return Part(text, self._valences.get(role, 0), entry.main, said, entry.statements)

    def quotation(self, side: Side, entry: PositionEntry, label: str, *, told: bool = False) -> Passage | None:
        """The article's words for an entry called `label`, else the mapper's sentence.

        Of what is no main cause or role, a statement that stands for few others tells most. If it is to be
        `told`, the mapper's sentence stands beside words that are quoted for several and do not name this one.
        """
        of = [s for key in entry.statements for s in side.statements if s.id == key]
        if not of:
            return None
        stands_for = {s.id: sum(s.id in e.statements for e in entries(side)) for s in of}
        found = min(of, key=lambda s: (not s.quote, 0 if entry.main else stands_for[s.id]))
        unnamed = told and stands_for[found.id] > 1 and not _names(found.quote or "", label)
        passage = self.passage(found, sentence=unnamed)
        known = BETWEEN.join(entry_limits(entry, side, self.words))
        return replace(passage, note="") if passage.note == known else passage

    def passage(self, s: Cited, *, sentence: bool = False) -> Passage:
        """A statement as a cell shows it: the words of its article if it has any, and where they stand."""
        both = sentence or self.level == "full" or not s.quote
        at = ", ".join(s.at) + (f" ({s.via})" if s.via else "")
        note = BETWEEN.join(limits(s, self.words))
        return Passage(self.short(s.text) if both else "", note, self.short(s.quote or ""), at, s.id)

    def hedge(self, certainty: str) -> str:
        """A certainty in words; "" for what is asserted."""
        return "" if certainty == "asserted" else self.words[f"map.{certainty}"]

    def stance_hedge(self, side: Side) -> str:
        """How surely a map takes a position, the surest of its statements, and what limits all of them."""
        if side.position not in ("holds", "denies", "questions"):
            return ""
        given = {s.certainty for s in side.statements}
        surest = next((level for level in reversed(CERTAINTIES) if level in given), "asserted")
        sure = self.hedge(surest) if side.position != "questions" else ""
        said = [sure, *shared_limits(side.statements, self.words)]
        return ", ".join(part for part in said if part)

    def verdict(self, group: Group, said: str, notes: Sequence[str] = ()) -> Verdict:
        """A verdict with the sign of its group."""
        return Verdict(group, MARKS[group], said, tuple(note for note in notes if note))

    def camps(self, finding: Finding) -> str:
        """Who takes which position, by letters: ``A, B against C``; more than two camps are parted by strokes.

        Nothing if everybody is alone, as the cells show.
        """
        camps = [", ".join(sorted(map(self.letter, camp))) for camp in finding.camps]
        camps.sort()
        if len(camps) == 2:
            return self.words.say("table.against", one=camps[0], other=camps[1])
        return " / ".join(camps) if len(camps) < sum(map(len, finding.camps)) else ""

    def versions(self) -> str:
        """Which maps these are, for those who want to be sure."""
        return self.words.say("table.versions", versions=", ".join(head.version for head in self.heads()))

    def _bracketed(self, text: str, side: Side, entry: PositionEntry) -> str:
        notes = [self.words["table.main"]] if entry.main else []
        notes += [hedge] if (hedge := self.hedge(entry.certainty)) else []
        notes += entry_limits(entry, side, self.words)
        return f"{text} ({', '.join(notes)})" if notes else text


def _names(quote: str, label: str) -> bool:
    """Whether a quotation has a word of a label, little words apart."""
    said, asked = (_words(text) for text in (quote, label))
    return any(len(word) > 3 for word in said & asked)


def _words(text: str) -> frozenset[str]:
    plain = text.casefold().replace("’s", "").replace("'s", "")
    return frozenset("".join(c if c.isalnum() else " " for c in plain).split())


def letter(index: int) -> str:
    """A, B, … Z, AA, AB, …"""
    tens, ones = divmod(index, 26)
    return (letter(tens - 1) if tens else "") + chr(ord("A") + ones)


def entries(side: Side) -> tuple[PositionEntry, ...]:
    """The causes or roles a map names, main ones first."""
    found = side.position if isinstance(side.position, tuple) else ()
    return tuple(sorted(found, key=lambda e: not e.main))


def _head(m: ComparedMap, called: str, words: Words) -> TableHead:
    version = f"{m.id} ({m.sha256[:12]})" if m.sha256 else m.id
    source = source_line(m.article, words) or (f"“{m.title}”" if m.title else m.name)
    return TableHead(called, m.name, f"{called}: {source}", version)
