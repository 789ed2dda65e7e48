"""A comparison with something left out: the signs and what both sides share, or what each of them says.

Rows stand in an order of chance, and say nothing of the group they belong to. What fills a side is made in one way
whatever the sides come to: an agreement is not told by how much is said of it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from argmap.comparison.central import most_central
from argmap.comparison.records import Cited, ComparedMap, Comparison, Finding, Group, PositionEntry, Side
from argmap.diagram.amount import AMOUNTS
from argmap.diagram.limits import BETWEEN, entry_limits, limits
from argmap.diagram.of_comparison import MARKS, comparison_sheet, row
from argmap.diagram.sheet import Head, Passage
from argmap.diagram.sides import as_said, bracketed, capitalised, shortened
from argmap.diagram.vocabulary import Vocabulary, vocabulary
from argmap.errors import ArgmapError
from argmap.languages import ENGLISH, Words
from argmap.teaching.chance import shuffled

Blanks = Literal["middle", "sides", "all"]
BLANKS: Final[tuple[Blanks, ...]] = ("middle", "sides", "all")
"""What is left out: the signs and what both share; what each side says; both, for a form to fill in from scratch."""

APART: Final = "○"
"""The sign of a row whose sides answer two questions."""

SIGNS: Final = ("=", "≈", "≠", "!", APART)

ROWS: Final = 8
"""As many as two pages hold."""

_ASKED: Final[tuple[Group, ...]] = ("conflict", "diverge", "agree-but", "agree")
_NOT_PLAIN: Final = frozenset({"questions", "varies", "both"})
"""Stances that the sentence alone does not tell: what somebody leaves open would read as claimed."""

_ANSWERS: Final = 4
_WORDS: Final = 40
_CLAIM_WORDS: Final = 30


@dataclass(frozen=True, slots=True)
class Told:
    """What one side says: answers in words of the form, and sentences of the map with the words of the article."""

    answers: tuple[str, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row: two sides, and the answer in the middle.

    `findings` are the ids of what it is about: one, or two where the sides answer two questions.
    """

    left: Told
    right: Told
    sign: str
    shared: str
    notes: tuple[str, ...]
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparisonForm:
    """A comparison to fill in; `maps` are the ids of the maps."""

    maps: tuple[str, ...]
    heads: tuple[Head, Head]
    rows: tuple[FormRow, ...]
    blanks: Blanks

    @property
    def name(self) -> str:
        """What its file is called, without ending: forms with other blanks otherwise."""
        return form_name(self.maps, self.blanks)


def form_name(maps: Iterable[str], blanks: Blanks) -> str:
    """What the file of a form of these maps is called, without ending."""
    named: Mapping[Blanks, str] = {"middle": "form", "sides": "form-sides", "all": "form-blank"}
    return "-".join([*maps, named[blanks]]).replace("#", "-")


def comparison_form(
    c: Comparison, *, seed: int = 1, rows: int = ROWS, blanks: Blanks = "middle", words: Words = ENGLISH
) -> ComparisonForm:
    """A form out of the comparison of two maps.

    Nothing of the maps but their authors is in one with `all` left out. In others there are as many rows of each sign
    as of the others, as far as there are any: first what is most central to both maps. Rows of two questions pair what
    only one map speaks to with what only the other does.

    Args:
        c: Two maps.
        seed: Another one gives the rows in another order, and other pairs of questions.
        rows: How many at most.
        blanks: What is left out.
        words: The fixed words.

    Raises:
        ArgmapError: There are not exactly two maps, or they have nothing to be asked.
    """
    if len(c.maps) != 2:
        raise ArgmapError(f"a comparison to fill in has two sides, and this one is of {len(c.maps)} maps")
    heads = comparison_sheet(c, words=words).heads
    if blanks == "all":
        empty = FormRow(Told((), ()), Told((), ()), "", "", (), ())
        return ComparisonForm(tuple(m.id for m in c.maps), heads, (empty,) * rows, blanks)
    terms = vocabulary(c, words)
    passages, few = (2, _ANSWERS) if blanks == "middle" else (1, 1)
    kinds = [[_row(c, f, terms, passages) for f in found] for found in _asked(c, few)]
    kinds.append(list(_apart(c, seed, terms)) if blanks == "middle" else [])
    chosen = _taking_turns(kinds, rows)
    if not chosen:
        a, b = (m.name for m in c.maps)
        raise ArgmapError(f"{a} and {b} speak to no question in common that a form could ask")
    return ComparisonForm(
        tuple(m.id for m in c.maps),
        heads,
        tuple(shuffled(chosen, seed=seed, choice="rows", name=lambda r: " ".join(r.findings))),
        blanks,
    )


def _asked(c: Comparison, few: int) -> list[tuple[Finding, ...]]:
    """The findings of each sign, the most central ones first.

    Those of many answers only where there are no others: what is shown in part cannot be judged, nor much be written.
    """
    whole = [most_central(c, group) for group in _ASKED]
    brief = [tuple(f for f in found if max(map(_answers, f.sides.values())) <= few) for found in whole]
    return brief if any(brief) else whole


def _answers(side: Side) -> int:
    return len(side.position) if isinstance(side.position, tuple) else 1


def _taking_turns(kinds: Sequence[Sequence[FormRow]], most: int) -> list[FormRow]:
    turns = (kind[i] for i in range(max(map(len, kinds), default=0)) for kind in kinds if i < len(kind))
    return [found for _, found in zip(range(most), turns, strict=False)]


def _row(c: Comparison, finding: Finding, terms: Vocabulary, passages: int) -> FormRow:
    left, right = (_told(finding, m.id, terms, passages) for m in c.maps)
    middle = row(c, finding, terms, AMOUNTS["title"]).middle
    shared = shortened(middle.text, _CLAIM_WORDS)
    return FormRow(left, right, MARKS[finding.group], shared, middle.notes, (finding.id,))


def _apart(c: Comparison, seed: int, terms: Vocabulary) -> Iterator[FormRow]:
    """Pairs of findings that only one map speaks to, one of each map, by statements that say nothing of what both do.

    The sides have nothing in common that the maps know of; a pair that somebody joined by hand is not among them.
    """
    alone = [_alone(c, m, seed) for m in c.maps]
    for mine, other in zip(*alone, strict=False):
        pair = (mine, other)
        left, right = (_told(f, m.id, terms, 1) for f, m in zip(pair, c.maps, strict=True))
        named = {letter: as_said(f.label, f) for letter, f in zip("ab", pair, strict=True)}
        shared = terms.fixed.say("form.two_questions", **{k: shortened(v, _CLAIM_WORDS // 2) for k, v in named.items()})
        yield FormRow(left, right, APART, shared, (), (mine.id, other.id))


def _alone(c: Comparison, m: ComparedMap, seed: int) -> list[Finding]:
    common = {
        s.id
        for f in c.findings
        if f.group != "one-sided" and f.unit != "evidence"
        for s in (f.sides.get(m.id) or Side(None)).statements
    }
    found = [
        f
        for f in c.in_group("one-sided")
        if f.unit == "stance"
        and (side := f.sides.get(m.id)) is not None
        and side.statements
        and common.isdisjoint(s.id for s in side.statements)
        and not any(other.reported for other in f.sides.values())
    ]
    return shuffled(found, seed=seed, choice=f"apart {m.id}", name=lambda f: f.id)


def _told(finding: Finding, map_id: str, terms: Vocabulary, passages: int) -> Told:
    side = finding.sides.get(map_id) or Side(None)
    if not isinstance(side.position, tuple):
        stand = (capitalised(terms.verb(map_id, f"says.{side.position}")),) if side.position in _NOT_PLAIN else ()
        return Told(stand, tuple(_passage(s, terms.fixed) for s in _telling(side)[:passages]))
    entries = sorted(side.position, key=lambda e: not e.main)
    said = [capitalised(_answer(e, finding, side, terms)) for e in entries[:_ANSWERS]]
    if len(entries) > _ANSWERS:
        said.append(terms.fixed.say("sheet.more", n=len(entries) - _ANSWERS))
    return Told(tuple(said), tuple(_passage(s, terms.fixed) for s in _telling(side, entries[0].statements)[:1]))


def _telling(side: Side, wanted: Collection[str] = ()) -> list[Cited]:
    """What says the first of several answers goes first, then what is quoted."""
    return sorted(side.statements, key=lambda s: (s.id not in wanted, not s.quote))


def _answer(entry: PositionEntry, finding: Finding, side: Side, terms: Vocabulary) -> str:
    """``North Korea as adversary (main, possible)``, ``China's aid raises the risk``."""
    fixed = terms.fixed
    form, _, rest = entry.entry.partition(":")
    one, _, two = rest.replace("=", ">").partition(">")
    first, second = (as_said(terms.word(key), finding, entry.label) for key in (one, two))
    if form == "role":
        text = fixed.say("sheet.use.role", actor=first, role=second)
    else:
        text = fixed.say(f"sheet.use.{form}", cause=first, effect=second)
    notes = [fixed["sheet.main"]] if entry.main else []
    notes += [] if entry.certainty == "asserted" else [fixed[f"map.{entry.certainty}"]]
    return bracketed(text, [*notes, *entry_limits(entry, side, fixed)])


def _passage(s: Cited, words: Words) -> Passage:
    sure = (words[f"map.{s.certainty}"],) if s.certainty != "asserted" else ()
    at = ", ".join(s.at)
    note = BETWEEN.join((*sure, *limits(s, words)))
    return Passage(shortened(s.text, _WORDS), note, shortened(s.quote or "", _WORDS), at)


def meanings(words: Words) -> Mapping[str, str]:
    """What the signs of a form mean, all of them: which are in use is for the reader to find."""
    known = {mark: words[f"sheet.mark.{group.replace('-', '_')}"] for group, mark in MARKS.items() if mark in SIGNS}
    return {**known, APART: words["form.apart"]}
