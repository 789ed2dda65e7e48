"""A comparison with something left out: the signs and what both sides share, or what each of them says.

Rows stand in an order of chance, and say nothing of the group they belong to. What fills a side is made in one way
whatever the sides come to: an agreement is not told by how much is said of it.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeVar

from argmap.comparison.about import findings_about
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

T = TypeVar("T")

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
"""Of a side, in most rows; whatever is shown of more cannot be judged."""

_CENTRAL: Final = 6
"""The same for the most central finding of each sign: it is worth a long row."""

_TOWARD: Final = 2
"""A role toward more than these is one toward nearly all."""

_WORDS: Final = 40
_CLAIM_WORDS: Final = 30

_WORD: Final = re.compile(r"\w+")


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
    c: Comparison,
    *,
    seed: int = 1,
    rows: int = ROWS,
    blanks: Blanks = "middle",
    about: Sequence[str] = (),
    words: Words = ENGLISH,
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
        about: Keys or names, as `findings_about` understands them: what is about these comes before all else.
        words: The fixed words.

    Raises:
        ArgmapError: There are not exactly two maps, or they have nothing to be asked.
        NothingAbout: No finding is about one of the names.
    """
    if len(c.maps) != 2:
        raise ArgmapError(f"a comparison to fill in has two sides, and this one is of {len(c.maps)} maps")
    heads = comparison_sheet(c, words=words).heads
    if blanks == "all":
        empty = FormRow(Told((), ()), Told((), ()), "", "", (), ())
        return ComparisonForm(tuple(m.id for m in c.maps), heads, (empty,) * rows, blanks)
    terms = vocabulary(c, words)
    few, most = (_ANSWERS, _CENTRAL) if blanks == "middle" else (1, 1)
    named = frozenset(f.id for f in findings_about(c, about)) if about else frozenset()
    asked = _asked(c, few, most, named)
    wanted = _taking_turns([[f for f in found if f.id in named] for found in asked], rows)
    kinds = [[_row(c, f, terms) for f in found if f.id not in named] for found in asked]
    apart = max(1, (len(wanted) + sum(map(len, kinds))) // 2)  # else most rows would be of questions of their own
    kinds.append(list(_apart(c, seed, terms))[:apart] if blanks == "middle" else [])
    chosen = [_row(c, f, terms) for f in wanted]
    chosen += _taking_turns(kinds, rows - len(chosen))
    if not chosen:
        a, b = (m.name for m in c.maps)
        raise ArgmapError(f"{a} and {b} speak to no question in common that a form could ask")
    return ComparisonForm(
        tuple(m.id for m in c.maps),
        heads,
        tuple(shuffled(chosen, seed=seed, choice="rows", name=lambda r: " ".join(r.findings))),
        blanks,
    )


def _asked(c: Comparison, few: int, most: int, named: Collection[str]) -> list[list[Finding]]:
    """The findings of each sign, the most central ones first: it with up to `most` answers, others with a `few`.

    Those of more answers only if they are `named`, or where there are no others: what is shown in part cannot be
    judged, nor much be written.
    """
    whole = [most_central(c, group) for group in _ASKED]
    found = []
    for group in whole:
        short = [f for f in group if f.id in named or _answers(f) <= most]
        found.append(_mixed([*short[:1], *(f for f in short[1:] if f.id in named or _answers(f) <= few)]))
    return found if any(found) else list(map(_mixed, whole))


def _mixed(findings: Iterable[Finding]) -> list[Finding]:
    """The same in rounds of one finding of each unit."""
    met: Counter[str] = Counter()
    rounds: list[tuple[int, Finding]] = []
    for f in findings:
        rounds.append((met[f.unit], f))
        met[f.unit] += 1
    return [f for _, f in sorted(rounds, key=lambda each: each[0])]


def _answers(finding: Finding) -> int:
    """How many the side has that gives the most."""
    return max(len(side.position) if isinstance(side.position, tuple) else 1 for side in finding.sides.values())


def _taking_turns(kinds: Sequence[Sequence[T]], most: int) -> list[T]:
    turns = (kind[i] for i in range(max(map(len, kinds), default=0)) for kind in kinds if i < len(kind))
    return [found for _, found in zip(range(most), turns, strict=False)]


def _row(c: Comparison, finding: Finding, terms: Vocabulary) -> FormRow:
    left, right = (_told(finding, m.id, terms) for m in c.maps)
    middle = row(c, finding, terms, AMOUNTS["title"]).middle
    shared = shortened(middle.text, _CLAIM_WORDS)
    return FormRow(left, right, MARKS[finding.group], shared, middle.notes, (finding.id,))


def _apart(c: Comparison, seed: int, terms: Vocabulary) -> Iterator[FormRow]:
    """Pairs of findings that only one map speaks to, one of each map, by statements that say nothing of what both do.

    The sides have no question in common that the maps know of, though perhaps actors, which come first; a pair that
    somebody joined by hand is not among them.
    """
    ours, theirs = (_alone(c, m, seed) for m in c.maps)
    actors = {f.id: _actors(c, f) for f in (*ours, *theirs)}
    pairs = sorted(
        ((i, k) for i in range(len(ours)) for k in range(len(theirs))),
        key=lambda at: (-len(actors[ours[at[0]].id] & actors[theirs[at[1]].id]), at[0] + at[1], at),
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    for i, k in pairs:
        if i in taken[0] or k in taken[1]:
            continue
        taken[0].add(i)
        taken[1].add(k)
        pair = mine, other = ours[i], theirs[k]
        left, right = (_told(f, m.id, terms) for f, m in zip(pair, c.maps, strict=True))
        named = {letter: as_said(f.label, f) for letter, f in zip("ab", pair, strict=True)}
        which = terms.fixed.say("form.two_questions", **{k: shortened(v, _CLAIM_WORDS // 2) for k, v in named.items()})
        yield FormRow(left, right, APART, capitalised(terms.fixed["form.apart"]), (which,), (mine.id, other.id))


def _actors(c: Comparison, finding: Finding) -> frozenset[str]:
    """The actors that a finding names in what it is called, by the names codebooks give them."""
    books = [m.codebook for m in c.documents if m.codebook]
    names = {key: (a.name, *a.aliases) for book in books for key, a in book.actors.items()}
    said = _words(finding.label)
    return frozenset(key for key, known in names.items() if any(_words(name) in said for name in known))


def _words(text: str) -> str:
    """For looking a name up as whole words."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


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


def _told(finding: Finding, map_id: str, terms: Vocabulary) -> Told:
    """Answers, and one statement, however many there are: maps say most often what is agreed on."""
    side = finding.sides.get(map_id) or Side(None)
    if not isinstance(side.position, tuple):
        stand = (capitalised(terms.verb(map_id, f"says.{side.position}")),) if side.position in _NOT_PLAIN else ()
        return Told(stand, tuple(_passage(s, terms.fixed) for s in _telling(side)[:1]))
    entries = sorted(side.position, key=lambda e: not e.main)
    said = [capitalised(_answer(e, finding, side, terms, brief=e is not entries[0])) for e in entries[:_CENTRAL]]
    if len(entries) > _CENTRAL:
        said.append(terms.fixed.say("sheet.more", n=len(entries) - _CENTRAL))
    return Told(tuple(said), tuple(_passage(s, terms.fixed) for s in _telling(side, entries[0].statements)[:1]))


def _telling(side: Side, wanted: Collection[str] = ()) -> list[Cited]:
    """What says the first of several answers goes first, then what is quoted."""
    return sorted(side.statements, key=lambda s: (s.id not in wanted, not s.quote))


def _answer(entry: PositionEntry, finding: Finding, side: Side, terms: Vocabulary, *, brief: bool) -> str:
    """``North Korea as adversary toward Japan (main, possible)``, ``China's aid, raising the risk``.

    An answer below another one is `brief` on what is explained: ``China's aid, raising it``.
    """
    fixed = terms.fixed
    form, _, rest = entry.entry.partition(":")
    one, _, two = rest.replace("=", ">").partition(">")
    first, second = (as_said(terms.word(key), finding, entry.label) for key in (one, two))
    if form == "role":
        whom = fixed.listed([terms.word(key) for key in entry.toward]) if len(entry.toward) <= _TOWARD else ""
        toward = fixed.say("sheet.toward", whom=whom) if whom else ""
        text = f"{fixed.say('sheet.use.role', actor=first, role=second)} {toward}".strip()
    elif brief:
        text = fixed.say(f"cause.{form}", cause=first)
    else:
        text = fixed.say(f"cause.whole.{form}", cause=first, effect=second)
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
