"""Why the tool says what a finding says: by which rule, of what codings, and what would change it.

What the row or a table of the page says already is not said again. Statements are named by what they are called in the
page, ``A·P8``; the script makes these names ways to them. As links of their own they would make up a third of the page.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from argmap.comparison import what_if_words
from argmap.comparison.basis_words import basis_words
from argmap.comparison.category_words import CATEGORY_WORDS
from argmap.comparison.lexicon import Lexicon
from argmap.comparison.locus_words import PLAIN, locus_lines
from argmap.comparison.records import Cited, Comparison, Finding, GivenReason, Premise, Side, Unit
from argmap.comparison.what_if import Alternative, WhatIf
from argmap.hypertext.page.material import Material
from argmap.languages import ENGLISH
from argmap.model import period_in_words

_TABLES: Final[Mapping[Unit, str]] = {"explanation": "causes", "role": "roles"}
"""The view that tells what each statement says, for the kinds of findings that have one."""


@dataclass(frozen=True, slots=True)
class Part:
    """Things said one after the other; what leads them in says whose they are, or what they are about."""

    lead: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """What is told of a finding.

    Attributes:
        verdict: What its category comes to, in words; "" where the row says just that.
        parts: What each map says and rests on, what a conflict turns on, what would change the finding.
        ground: The rule with what it was applied to, and what makes the maps speak of the same thing.
        table: The view that says which statements say what; "" where the row names all of them.
    """

    verdict: str
    parts: tuple[Part, ...]
    ground: tuple[str, ...]
    table: str = ""


def whys(material: Material, changes: Mapping[str, WhatIf]) -> dict[str, Why]:
    """What is told of each finding, by its id; `changes` are what would change it, of those where that was tried."""
    if material.comparison is None:
        return {}
    telling = _Telling(material, material.comparison, Lexicon(material.among or material.comparison))
    return {f.id: telling.why(f, changes.get(f.id)) for f in material.comparison.findings}


@dataclass(frozen=True, slots=True)
class _Telling:
    material: Material
    c: Comparison
    lexicon: Lexicon

    def why(self, f: Finding, if_changed: WhatIf | None) -> Why:
        alone = f.category in ("one-sided", "only-one")
        parts = [Part(self.material.letter(m.id), tuple(self._side(f, m.id, f.sides[m.id]))) for m in self.c.maps]
        parts.append(Part("Two at a time", tuple(self._pairs(f))))
        if f.locus:
            turns = locus_lines(self.material.among or self.c, f, f.locus, self.lexicon)
            lines = (words if lead in PLAIN else f"{lead}: {words}" for lead, words in turns)
            parts.append(Part("The conflict turns on", tuple(lines)))
        if if_changed:
            parts.append(Part("What would change it", tuple(self._changes(if_changed))))
        rule = () if alone else (_rule(f),)
        return Why(
            "" if alone else CATEGORY_WORDS[f.category],
            tuple(part for part in parts if part.lines),
            (*rule, *self._basis(f)),
            "" if alone else _TABLES.get(f.unit, ""),
        )

    def _basis(self, f: Finding) -> Iterator[str]:
        """What makes the maps speak of the same thing; a codebook is named where there are several."""
        for basis in f.basis:
            known = basis.via == "codebook" and len(self.c.codebooks) == 1
            yield f"codebook key {basis.key}" if known else basis_words(basis, row=True)

    def _side(self, f: Finding, map_id: str, side: Side) -> Iterator[str]:
        """What a map says of a conflict or difference, the reasons it gives, what it only reports."""
        if isinstance(side.position, str) and f.group in ("diverge", "conflict", "undetermined"):
            yield f"{ENGLISH[f'matrix.{side.position}']}: {self._cited(map_id, side.statements)}"
        if f.unit == "stance":
            yield from (self._reason(map_id, reason) for reason in side.reasons)
        for s in side.reported:
            yield f"reports {self.lexicon.label(s.voice)}: {self._cited(map_id, (s,))}"

    def _cited(self, map_id: str, statements: Iterable[Cited]) -> str:
        found = []
        for s in statements:
            held = "; ".join(self._limits(map_id, s))
            found.append(self._name(map_id, s.id) + (f" ({held})" if held else ""))
        return ", ".join(found)

    def _name(self, map_id: str, statement: str) -> str:
        return self.material.link(map_id, statement).text

    def _limits(self, map_id: str, s: Cited) -> Iterator[str]:
        """What a statement holds back: certainty, conditions, time and place, the article that reports it."""
        if s.certainty != "asserted":
            yield s.certainty
        if s.if_:
            yield f"if {', '.join(self._name(map_id, key) for key in s.if_)}"
        yield from (part for part in (period_in_words(s.when or ""), s.where or "") if part)
        if s.via:
            yield f"via {s.via}"

    def _reason(self, map_id: str, reason: GivenReason) -> str:
        premises = " + ".join(dict.fromkeys(self._premise(map_id, premise) for premise in reason.premises))
        unless = f"; unless {', '.join(self._name(map_id, key) for key in reason.unless)}" if reason.unless else ""
        return f"because {premises}{unless}{' (given by both)' if reason.shared else ''}"

    def _premise(self, map_id: str, premise: Premise) -> str:
        if premise.statement:
            return self._name(map_id, premise.statement)
        return premise.label or self.lexicon.entry(premise.entry)

    def _pairs(self, f: Finding) -> Iterator[str]:
        """Of more than two maps, what each two that speak come to, those with one verdict together."""
        if len(f.sides) < 3:
            return
        found: dict[str, list[str]] = {}
        for pair, category in f.pairs.items():
            both = " and ".join(self.material.letter(map_id) for map_id in pair.split("|"))
            found.setdefault(category, []).append(both)
        for category, pairs in found.items():
            yield f"{CATEGORY_WORDS[category]}: {', '.join(pairs)}"

    def _changes(self, found: WhatIf) -> Iterator[str]:
        """The single changes that give another category, those with one outcome together."""
        yield from what_if_words.before(found)
        outcomes = what_if_words.outcomes(found)
        for category, alternatives in outcomes.items():
            changed: dict[str, list[str]] = {}
            for a in alternatives:
                what = self._name(a.map, a.statement) if a.statement else f"the row “{a.of}”"
                changed.setdefault(what_if_words.change(self._named(a)), []).append(what)
            said = "; or if ".join(f"{' or '.join(things)} {change}" for change, things in changed.items())
            yield f"{CATEGORY_WORDS[category] if category else 'no finding'}, if {said}"
        if found.turning and not outcomes:
            yield f"of {found.tried} single changes to the coding only that a map did not say so"
        elif found.untried:
            yield f"{found.untried} more single changes were not tried"

    def _named(self, a: Alternative) -> Alternative:
        """The change with the premises it leaves out called as in the page."""
        if a.change != "no-reason":
            return a
        return replace(a, of=" + ".join(self._name(a.map, key) for key in a.of.split(" + ")))


def _rule(f: Finding) -> str:
    """The rule and what it was applied to; what stands above, or in the row, only as far as it matches."""
    name, colon, operands = f.rule.partition(": ")
    if f.unit == "evidence":
        return name
    _, matched, rest = operands.partition(", matched ")
    return f"{name}{colon}{matched.removeprefix(', ')}{rest}" if matched else f.rule
