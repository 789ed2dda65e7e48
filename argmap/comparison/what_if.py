"""What would change a finding: every single change to the coding behind it, tried out one at a time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final, Literal

from argmap.comparison.alignment.correspondences import Correspondence
from argmap.comparison.comparing import Together, findings_on, read_together
from argmap.comparison.judged import judge, judge_link
from argmap.comparison.links import links
from argmap.comparison.positions import Coding
from argmap.comparison.profiles import profile
from argmap.comparison.records import Finding, Unit
from argmap.comparison.wording import Words
from argmap.model import CERTAINTIES, ArgumentMap, CausalClaim, RoleAttribution, Says, Stance, Statement
from argmap.model.base import FrozenMapping

Change = Literal[
    "not-said", "main", "not-main", "asserted", "likely", "possible", "asked", "unconditional", "unlimited",
    "no-reason", "no-source", "no-row",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Alternative:
    """A single change to the coding, and what the finding would be with it.

    Attributes:
        change: What is changed.
        map: The id of the map; "" for a row of the alignment.
        statement: The statement that is changed; "" for a row.
        of: The premises of the reason that is left out, the source, or the row; else "".
        category: The category with it; None where there would be no such finding.
    """

    change: Change
    map: str
    statement: str
    of: str
    category: str | None


@dataclass(frozen=True, slots=True)
class WhatIf:
    """How many single changes were tried, and those that give the finding another category.

    Attributes:
        tried: How many were tried.
        turning: Those that matter.
        untried: How many more there are; not 0 only where hundreds of statements or rows stand behind one finding.
    """

    tried: int
    turning: tuple[Alternative, ...]
    untried: int = 0


_MOST: Final = 250_000  # statements that are read again, change by change: some seconds


def what_if(maps: Sequence[ArgumentMap], finding: Finding, rows: Sequence[Correspondence] = ()) -> WhatIf:
    """Try every single change to what a finding rests on.

    Of each statement behind it: that it did not say so; that it were marked main, or not; each other certainty; that
    it only asked; that it had no condition, no time and place; each reason and source of a stance left out. And each
    accepted row it rests on taken back. The maps are those that were compared, in their order, and `rows` those in
    force.
    """
    whole = read_together(maps, rows)
    most = max(1, _MOST // max(1, sum(len(m.statements) for m in maps)))
    tried = untried = 0
    turning = []
    for alternative, changed, kept in _variations(maps, whole, finding, rows):
        if tried == most:
            untried += 1
            continue
        tried += 1
        category = _category(changed, kept, finding.unit, tuple(finding.key.split("~")))
        if category != finding.category:
            turning.append(replace(alternative, category=category))
    return WhatIf(tried, tuple(turning), untried)


def _category(
    maps: Sequence[ArgumentMap], rows: Sequence[Correspondence], unit: Unit, keys: tuple[str, ...]
) -> str | None:
    """The category a finding of that id would have."""
    read = read_together(maps, rows)
    if len(keys) > 1:
        # judged as read, also where a tried change sets rows against each other: `compare` would refuse those maps
        found = {f.id: f.category for f in findings_on(read)}
        return found.get(f"{unit}:{'~'.join(keys)}")
    codings, words = read.codings, read.words
    if not any((unit, keys[0]) in c.claims or (unit == "evidence" and keys[0] in c.cited) for c in codings):
        return None
    match codings:
        case (a, b):
            linked = [judge_link(link, (a, b), words) for link in links((a, b), words.vocabulary)]
            taken = next((j.category for j in linked if unit == "stance" and keys[0] in j.keys), None)
            return taken or judge(unit, keys[0], (a, b), words).category
        case _:
            alone = profile(unit, keys[0], codings, words).category
            return None if (unit, alone) == _ALONE and _is_linked(keys[0], codings, words) else alone


_ALONE: Final = ("stance", "only-one")


def _is_linked(key: str, codings: Sequence[Coding], words: Words) -> bool:
    """Whether a finding on two linked propositions says what the only map on one of them holds."""
    pairs = combinations(codings, 2)
    return any(key in judge_link(link, pair, words).keys for pair in pairs for link in links(pair, words.vocabulary))


_Variation = tuple[Alternative, Sequence[ArgumentMap], Sequence[Correspondence]]


def _variations(
    maps: Sequence[ArgumentMap], whole: Together, finding: Finding, rows: Sequence[Correspondence]
) -> Iterator[_Variation]:
    for i, coding in enumerate(whole.codings):
        for cited in finding.sides[coding.id].statements:
            concerns = _Concern(finding, coding, whole)
            for change, of, statement in _of_statement(coding.map.statements[cited.id], concerns):
                changed = [*maps]
                changed[i] = _with(maps[i], cited.id, statement)
                yield Alternative(change, coding.id, cited.id, of, None), changed, rows
    used = {(b.id, b.row) for b in finding.basis if b.via == "alignment"}
    for row in rows:
        if (row.file or "", row.row) in used:
            yield Alternative("no-row", "", "", str(row), None), maps, [r for r in rows if r is not row]


class _Concern:
    """Whether what a statement of one map says is what a finding is about."""

    def __init__(self, finding: Finding, coding: Coding, whole: Together) -> None:
        self.unit, self.keys = finding.unit, frozenset(finding.key.split("~"))
        self.names = whole.words.vocabulary.names[coding.index]
        self.renamed = whole.clusters.propositions if whole.clusters else {}

    def says(self, form: Says) -> bool:
        """Whether one form of `says` is a position on the finding's key."""
        match form:
            case Stance() if self.unit == "stance":
                name = self.names["proposition", form.proposition]
                return self.renamed.get(name, (name, 0))[0] in self.keys
            case CausalClaim() if self.unit == "explanation":
                return self.names["factor", form.factor] in self.keys
            case RoleAttribution() if self.unit == "role":
                return self.names["actor", form.actor] in self.keys
            case _:
                return False

    def cites(self, source: str) -> bool:
        """Whether a source is the one the finding is about."""
        return self.unit == "evidence" and self.names["source", source] in self.keys


def _of_statement(s: Statement, concerns: _Concern) -> Iterator[tuple[Change, str, Statement]]:
    """The statement with one thing changed, each in turn."""
    if concerns.unit == "evidence":
        yield "not-said", "", _having(s, sources=tuple(key for key in s.sources if not concerns.cites(key)))
        return
    said = [form for form in s.says if concerns.says(form)]
    if said:
        yield "not-said", "", _having(s, says=tuple(form for form in s.says if form not in said))
    yield from _of_says(s, said)
    for certainty in CERTAINTIES:
        if certainty != s.certainty:
            yield certainty, "", _having(s, stated_certainty=certainty)
    if s.if_:
        yield "unconditional", "", _having(s, if_=())
    if s.when or s.where:
        yield "unlimited", "", _having(s, when=None, where=None)
    if concerns.unit == "stance":
        for i, reason in enumerate(s.because):
            yield "no-reason", " + ".join(reason.premises), _having(s, because=(*s.because[:i], *s.because[i + 1 :]))
        for source in s.sources:
            yield "no-source", source, _having(s, sources=tuple(key for key in s.sources if key != source))


def _of_says(s: Statement, said: Sequence[Says]) -> Iterator[tuple[Change, str, Statement]]:
    """The statement saying the thing with other weight, or only asking."""
    for form in said:
        match form:
            case Stance() if form.attitude != "questions":
                yield "asked", "", _having(s, says=_swapped(s, form, Stance(questions=form.proposition)))
            case CausalClaim() | RoleAttribution():
                other = form.model_copy(update={"main": not form.main})
                yield "not-main" if form.main else "main", "", _having(s, says=_swapped(s, form, other))
            case Stance():
                pass


def _swapped(s: Statement, form: Says, other: Says) -> tuple[Says, ...]:
    return tuple(other if f is form else f for f in s.says)


def _having(s: Statement, **fields: object) -> Statement:
    return s.model_copy(update=fields)


def _with(m: ArgumentMap, key: str, statement: Statement) -> ArgumentMap:
    statements: Mapping[str, Statement] = FrozenMapping({**m.statements, key: statement})
    return m.model_copy(update={"statements": statements})
