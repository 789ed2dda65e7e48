"""Butterfly, overlay and multiples say of a map what the map says: every line, sign, owner, hedge and quotation."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from comparison_cases import a_map
from generated_maps import LINKED_BOOK, quick, statements
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.comparison import Comparison, compare
from argmap.comparison.records import Finding
from argmap.diagram.boxes import Box, BoxKind, Seen
from argmap.diagram.butterfly import Answer, Plan, butterfly
from argmap.diagram.crux import crux
from argmap.diagram.hedges import Hedges
from argmap.diagram.of_union import diagram_of_union
from argmap.diagram.sheet import Driver, Part
from argmap.diagram.sides import capitalised
from argmap.diagram.union import Facing, Point, Union, union_of
from argmap.diagram.union_boxes import Held, UnionBox, held
from argmap.diagram.union_choice import most_telling, points_of
from argmap.diagram.union_graph import UnionGraph
from argmap.languages import ENGLISH
from argmap.model import ArgumentMap, CausalClaim, RoleAttribution, Statement
from argmap.renderers.pages.sheet_ruler import Sizes
from argmap.renderers.union.union_cells import Composer
from argmap.theme import THEMES

NORTHEAST_ASIA = Path(__file__).parents[1] / "maps" / "northeast-asia"
PAIRS = [("koga-2023", "rsis-2023"), ("rsis-2023", "koga-2023"), ("koga-2023", "beijing-2023"),
         ("rsis-2023", "camp-david-2023")]  # fmt: skip


def shipped(*names: str) -> Comparison:
    return argmap.compare(*(NORTHEAST_ASIA / f"{name}.yaml" for name in names), metrics=False)


def made_up(left: dict[str, Any], right: dict[str, Any]) -> Comparison:
    return compare((a_map("a", left, book=LINKED_BOOK), a_map("b", right, book=LINKED_BOOK)), metrics=False)


# ------------------------------------------------------------------ overlay and multiples


@pytest.mark.parametrize("names", PAIRS)
@pytest.mark.parametrize("depth", [1, 3])
def test_lines_and_owners_of_shipped_maps_laid_over_each_other_are_true(names: tuple[str, str], depth: int) -> None:
    hold_union(shipped(*names), depth)


@quick
@given(left=statements(), right=statements(), depth=st.integers(0, 3), joined=st.booleans())
def test_lines_and_owners_of_any_maps_laid_over_each_other_are_true(
    left: dict[str, Any], right: dict[str, Any], depth: int, joined: bool
) -> None:
    hold_union(made_up(left, right), depth, joined=joined)


def hold_union(c: Comparison, depth: int, *, joined: bool = True) -> None:
    union = union_of(c)
    foci = most_telling(union)
    diagram = diagram_of_union(
        UnionGraph(union, points_of(foci)), foci, depth=depth, level="title", words=ENGLISH, joined=joined
    )
    for box in diagram.walk():
        hold_facing(c, union, box)
        for s in held(box):
            hold_voices(union, s)
            for child in s.below:
                hold_givers(union, box, s, child)
                for doubt in child.doubts:
                    hold_doubt(union, s, child, doubt)
            if not s.see:
                hold_all_told(union, s)


def point_of(union: Union, s: Seen) -> Point:
    assert isinstance(s, Held)
    return union.points[s.voices[0].owner, s.key]


def relations(union: Union, i: int, slug: str) -> Iterator[tuple[BoxKind, frozenset[Point], frozenset[Point]]]:
    """What one map puts under a statement, straight from the map."""
    m = union.maps[i]
    own = union.points[i, slug]

    def points(slugs: tuple[str, ...]) -> frozenset[Point]:
        return frozenset(union.points[i, name] for name in slugs if name in m.statements) - {own}

    s = m.statements[slug]
    yield from (("support", points(r.premises), points(r.unless)) for r in s.because)
    yield from (("attack", points((name,)), frozenset()) for name in s.but)
    yield from (("condition", points((name,)), frozenset()) for name in s.if_)


def read_as(child: UnionBox, seen: set[int]) -> set[int]:
    """Who a reader takes to put a box there: those on its bar, else all whose words are around the line."""
    return set(child.given) or seen


def around(upper: Box, child: Box) -> set[int]:
    return {i for s in chain(held(upper), held(child)) for i in s.owners}


def hold_givers(union: Union, upper: Box, s: Held, child: Box) -> None:
    assert isinstance(child, UnionBox)
    lower = frozenset(point_of(union, x) for x in held(child))
    true = {
        i
        for i, slug in point_of(union, s).places()
        if any((child.kind, lower) == (kind, points) for kind, points, _ in relations(union, i, slug))
    }
    seen = around(upper, child)
    assert read_as(child, seen) == true
    made = Composer(THEMES["light"], ENGLISH, (0, 1), Sizes())
    assert {i for i in seen if made.owned(child, i)} == true


def hold_doubt(union: Union, s: Held, step: Box, doubt: Box) -> None:
    assert isinstance(doubt, UnionBox)
    lower = frozenset(point_of(union, x) for x in held(step))
    (point,) = (point_of(union, x) for x in held(doubt))
    true = {
        i
        for i, slug in point_of(union, s).places()
        if any((kind, points) == ("support", lower) and point in by for kind, points, by in relations(union, i, slug))
    }
    assert doubt.kind == "undercut"
    assert read_as(doubt, around(step, doubt)) == true


def hold_all_told(union: Union, s: Held) -> None:
    """What a map puts under a statement is a box, a line in the foot, or counted."""
    for voice in s.voices:
        slug = point_of(union, s).slugs[voice.owner]
        feet = UnionGraph(union, ()).feet((voice.owner, slug))
        drawn = {
            (box.kind, frozenset(point_of(union, x) for x in held(box)))
            for box in s.below
            if isinstance(box, UnionBox) and voice.owner in (box.given or s.owners)
        }
        wanted = {(kind, points) for kind, points, _ in relations(union, voice.owner, slug) if points}
        alone = {("support", frozenset({union.points[voice.owner, foot]})) for foot in feet}
        assert drawn <= wanted
        assert len(drawn) + voice.left_out >= len(wanted - alone)
        assert len(drawn) + voice.left_out <= len(wanted)


def hold_voices(union: Union, s: Held) -> None:
    """Whose a statement is, in whose words, and how surely."""
    point = point_of(union, s)
    assert s.owners == point.owners
    for voice in s.voices:
        own = union.statement((voice.owner, point.slugs[voice.owner]))
        assert voice.text == (own.label or own.text)
        assert voice.reported == (not own.by_author)
        notes = " · ".join(voice.notes)
        assert own.certainty == "asserted" or own.certainty in notes
        assert own.by_author or "not the author" in notes
        assert own.type != "assumption" or "not stated" in notes
    if point.shared:
        assert all(union.statement(place).by_author for place in point.places())


def hold_facing(c: Comparison, union: Union, box: UnionBox) -> None:
    """Two answers to one question are of the two maps, and the finding says that they differ."""
    if not box.sign:
        return
    facing = next(f for f in union.facings if [point_of(union, s) for s in held(box)] == list(f.points))
    finding = next(f for f in c.findings if f.id == facing.finding)
    assert (facing.sign, finding.group) in (("≠", "diverge"), ("!", "conflict"))
    assert isinstance(facing, Facing)
    for side, (i, slug) in zip(finding.sides.values(), (next(p.places()) for p in facing.points), strict=True):
        assert slug in {cited.id for cited in side.statements}
        assert union.statement((i, slug)).by_author


# ------------------------------------------------------------------ the butterfly


@pytest.mark.parametrize("names", PAIRS)
@pytest.mark.parametrize("depth", [1, 3])
def test_every_butterfly_of_shipped_maps_is_true(names: tuple[str, str], depth: int) -> None:
    c = shipped(*names)
    for f in c.findings:
        hold_butterfly(c, f, depth)


@quick
@given(left=statements(), right=statements(), depth=st.integers(0, 4))
def test_every_butterfly_of_any_maps_is_true(left: dict[str, Any], right: dict[str, Any], depth: int) -> None:
    c = made_up(left, right)
    for f in c.findings:
        hold_butterfly(c, f, depth)


def hold_butterfly(c: Comparison, f: Finding, depth: int) -> None:
    page = butterfly(c, f, Plan("text", depth, "text"), ENGLISH)
    for m, wing in zip(c.documents, page.wings, strict=True):
        side = f.sides[m.id]
        assert bool(wing.absence) == (not side.position)
        for answer in wing.answers:
            for branch in answer.branches:
                assert branch.seen.key in {cited.id for cited in side.statements}
                assert m.statements[branch.seen.key].by_author
                hold_answer(m, f, answer, m.statements[branch.seen.key])
                hold_tree(m, branch.seen)


def hold_answer(m: ArgumentMap, f: Finding, answer: Answer, s: Statement) -> None:
    """A statement stands with an answer that it gives."""
    book = m.codebook
    assert book
    said = {a.text.partition(" (")[0] for a in answer.said if isinstance(a, Part | Driver)}
    if f.unit == "role":
        given_ = {form.role for form in s.says if isinstance(form, RoleAttribution) and form.actor == f.key}
        assert given_ & said
    if f.unit == "explanation":
        causes = [name for form in s.says if isinstance(form, CausalClaim) and form.factor == f.key
                  for name in form.cause]  # fmt: skip
        assert {capitalised(book.factors[name].text if name in book.factors else name) for name in causes} & said


def hold_tree(m: ArgumentMap, seen: Seen) -> None:
    s = m.statements[seen.key]
    if not seen.see:
        assert seen.text == s.text
    assert s.certainty == "asserted" or s.certainty in seen.qualified
    assert bool(seen.said_by) == (not s.by_author)
    if seen.quote.startswith("“"):
        assert s.quote
        assert s.quote.replace("“", "‘").replace("”", "’") in seen.quote
    assert set(seen.folded) <= {name for r in s.because for name in r.premises}
    for box in seen.below:
        keys = tuple(x.key for x in box.statements)
        match box.kind:
            case "support":
                step = [r for r in s.because if set(r.premises) == set(keys)]
                assert step
                assert {x.key for d in box.doubts for x in d.statements} <= {n for r in step for n in r.unless}
            case "attack":
                assert set(keys) <= set(s.but)
            case kind:
                assert kind == "condition"
                assert set(keys) <= set(s.if_)
        assert all(doubt.kind == "undercut" for doubt in box.doubts)
        for below in chain(box.statements, (x for d in box.doubts for x in d.statements)):
            hold_tree(m, below)


# ------------------------------------------------------------------ the crux


def test_every_crux_of_shipped_maps_is_true() -> None:
    found = [hold_crux(shipped(*names)) for names in PAIRS]
    assert sum(found) >= 2


@quick
@given(left=statements(), right=statements())
def test_every_crux_of_any_maps_is_true(left: dict[str, Any], right: dict[str, Any]) -> None:
    hold_crux(made_up(left, right))


def hold_crux(c: Comparison) -> int:
    """What a crux says each side weighs, grants and rests on is in that side's map; how many there are."""
    conflicts = [f for f in c.findings if f.group == "conflict" and f.locus]
    for f in conflicts:
        for ground in crux(c, f, ENGLISH, level="text").grounds:
            for point in ground.points:
                if ground.kind == "weighing":
                    hold_weighed(c, f, point.letter, point.lead)
        assert f.locus
        for map_id, entries in f.locus.unaddressed.items():
            assert all(Hedges(c, ENGLISH).says(map_id, entry) for entry in entries if "|" not in entry)
        for entry in f.locus.weighed:
            assert all(Hedges(c, ENGLISH).says(m.id, entry) for m in c.maps)
    return len(conflicts)


def hold_weighed(c: Comparison, f: Finding, letter: str, lead: str) -> None:
    """A side gives no reason where its map has none, and only there."""
    if not letter:
        return
    m = c.documents["AB".index(letter)]
    reasons = [r for cited in f.sides[m.id].statements for r in m.statements[cited.id].because]
    assert (lead == f"{letter} gives no reason") == (not reasons)
