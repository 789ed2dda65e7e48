"""Sheets of a map: what is shown and what is folded add up, nothing is lost, no sheet holds too much."""

from collections.abc import Sequence

import pytest
from made_up_maps import made_up

from argmap.diagram.boxes import Box, Diagram
from argmap.diagram.of_map import diagram_of_map
from argmap.layout.cutting import statements_in
from argmap.layout.sheets import MOST, Sheet, plan
from argmap.model import ArgumentMap


def boxes_up_to(most: int) -> "object":
    """A page that holds so many boxes."""
    return lambda roots: sum(1 for root in roots for _ in root.walk()) <= most


def planned(m: ArgumentMap, most: int = 14, split: str = "auto") -> tuple[Diagram, tuple[Sheet, ...]]:
    diagram = diagram_of_map(m)
    return diagram, plan(diagram, boxes_up_to(most), split=split)  # type: ignore[arg-type]


def hidden(roots: Sequence[Box]) -> list[tuple[int, int]]:
    """How many statements are folded, and where they are."""
    return [(box.hidden, box.sheet) for root in roots for box in root.walk() if box.hidden]


def below(sheet: Sheet, sheets: Sequence[Sheet]) -> set[str]:
    """All statements of a sheet, and of the trees on other sheets that it leads to."""
    found = set().union(*(reached(root, sheets) for root in sheet.roots))
    return found | (below(sheets[sheet.rest[1] - 1], sheets) if sheet.rest[1] else set())


def reached(root: Box, sheets: Sequence[Sheet]) -> set[str]:
    """All statements of a tree, and of the trees on other sheets that it leads to."""
    found = {key for box in root.walk() for key in box.shown()}
    for box in root.walk():
        if box.hidden:
            found |= gone_on(box, sheets)
    return found


def gone_on(box: Box, sheets: Sequence[Sheet]) -> set[str]:
    """The statements below a box that it says are elsewhere."""
    there = sheets[box.sheet - 1].roots
    on = [tree for tree in there if tree.name == box.name] or [tree for tree in there if within(tree, box.name)]
    (tree,) = on
    return reached(tree, sheets) - set(box.shown())


def within(tree: Box, name: str) -> bool:
    return any(box.name == name for box in tree.walk())


MAPS = [(8, 1, 1), (30, 2, 1), (45, 3, 1), (45, 4, 3), (60, 5, 2), (90, 6, 1), (120, 7, 4)]


@pytest.mark.parametrize("most", [6, 14, 30])
@pytest.mark.parametrize(("size", "seed", "theses"), MAPS)
def test_what_is_shown_and_what_is_folded_add_up(size: int, seed: int, theses: int, most: int) -> None:
    m = made_up(size, seed, theses=theses)
    diagram, sheets = planned(m, most)
    overview = sheets[0]
    folded = sum(count for count, _ in hidden(overview.roots)) + overview.rest[0]
    assert len(set(overview.shown())) + folded == statements_in(diagram.roots) == size
    assert below(overview, sheets) == set(m.statements)
    for box in (box for sheet in sheets for root in sheet.roots for box in root.walk() if box.hidden):
        whole = next(each for each in diagram.walk() if each.name == box.name)
        assert box.hidden <= len(gone_on(box, sheets)) <= statements_in(whole.below)
    drawn = [key for sheet in sheets[1:] for key in sheet.shown()]
    assert len(drawn) == len(set(drawn))


@pytest.mark.parametrize(("size", "seed", "theses"), MAPS)
def test_no_sheet_shows_more_than_a_reader_can_follow(size: int, seed: int, theses: int) -> None:
    _, sheets = planned(made_up(size, seed, theses=theses), most=1000)
    assert max(len(list(sheet.shown())) for sheet in sheets) <= MOST


@pytest.mark.parametrize(("size", "seed", "theses"), MAPS)
def test_every_pointer_leads_to_the_sheet_that_draws_the_statement(size: int, seed: int, theses: int) -> None:
    _, sheets = planned(made_up(size, seed, theses=theses))
    assert [sheet.number for sheet in sheets] == list(range(1, len(sheets) + 1))
    for sheet in sheets:
        for box in (box for root in sheet.roots for box in root.walk()):
            for s in box.statements:
                if s.see:
                    there = sheets[(s.sheet or sheet.number) - 1]
                    heads = {x.key for root in there.roots if root.kind == "context" for x in root.statements}
                    assert s.key in set(there.shown()) or (box.kind != "context" and not s.sheet and s.key in heads)
            if box.sheet:
                assert sheet.number < box.sheet <= len(sheets)


def test_what_stands_at_the_head_of_a_sheet_is_not_said_to_stand_elsewhere() -> None:
    statements = {f"r{i}": {"text": f"Reason {i}.", "because": [f"d{i}", f"e{i}"]} for i in range(3)}
    deeper = {f"d{i}": {"text": f"Deeper {i}.", "because": [f"f{i}"]} for i in range(3)}
    more: dict[str, dict[str, object]] = {
        f"{letter}{i}": {"text": f"More {letter}{i}."} for i in range(3) for letter in "ef"
    }
    more["f0"] |= {"but": ["r0", "r2"]}
    more["f2"] |= {"but": ["r0"]}
    thesis = {"type": "thesis", "text": "So it is.", "because": list(statements)}
    m = ArgumentMap.model_validate({"id": "m", "statements": {"t": thesis, **statements, **deeper, **more}})
    _, sheets = planned(m, most=10)
    pointers = {
        sheet.number: [(box.kind, s.key, s.sheet) for box in sheet.roots[0].walk() for s in box.statements if s.see]
        for sheet in sheets
    }
    assert pointers == {1: [("support", "r2", 2)], 2: [("context", "r0", 1), ("attack", "r0", 0), ("attack", "r0", 0)]}


def test_a_statement_repeated_at_the_head_of_a_sheet_keeps_all_that_is_said_of_it() -> None:
    m = made_up(90, 6)
    diagram, sheets = planned(m, 8)
    first = {s.key: s for box in diagram.walk() for s in box.statements if not s.see}
    heads = [s for sheet in sheets for root in sheet.roots if root.kind == "context" for s in root.statements]
    assert {s.type for s in heads} >= {"assumption", "claim"}
    assert any(s.qualified for s in heads)
    for s in heads:
        full = first[s.key]
        assert (s.type, s.text, s.qualified, s.said_by, s.evidence) == (
            full.type,
            full.text,
            full.qualified,
            full.said_by,
            full.evidence,
        )


def test_a_map_that_fits_is_one_sheet_unless_branches_are_asked_for() -> None:
    m = made_up(20, 1)
    diagram, (sheet,) = planned(m, most=100)
    assert sheet == Sheet(1, diagram.roots)
    assert len(planned(m, most=100, split="branch")[1]) > 1
    assert len(planned(made_up(90, 1), most=5, split="never")[1]) == 1


def test_a_thesis_with_more_reasons_than_a_page_holds_goes_on_on_further_sheets() -> None:
    statements = {f"r{i}": {"text": f"Reason {i}."} for i in range(25)}
    thesis = {"type": "thesis", "text": "So it is.", "because": list(statements)}
    m = ArgumentMap.model_validate({"id": "m", "statements": {"t": thesis, **statements}})
    _, sheets = planned(m, most=11)
    assert [len(list(sheet.shown())) for sheet in sheets] == [11, 10, 5]
    assert [hidden(sheet.roots) for sheet in sheets] == [[(15, 2)], [(5, 3)], []]


def test_objections_and_doubts_stay_on_the_sheet_of_what_they_attack() -> None:
    reasons = {f"r{i}": {"text": f"Reason {i}.", "because": [f"d{i}"]} for i in range(5)}
    deeper = {f"d{i}": {"text": f"Deeper {i}."} for i in range(5)}
    others = {"o": {"text": "Yet.", "but": ["reply"]}, "reply": {"text": "No."}, "u": {"text": "Hm."}}
    because = [{"premises": ["r0"], "unless": ["u"]}, "r1", "r2", "r3", "r4"]
    thesis = {"type": "thesis", "text": "So it is.", "because": because, "but": ["o"]}
    m = ArgumentMap.model_validate({"id": "m", "statements": {"t": thesis, **reasons, **deeper, **others}})
    for most, first in ((4, ["t", "r0", "u", "o"]), (6, ["t", "r0", "u", "r1", "r2", "o"])):
        _, sheets = planned(m, most)
        assert list(sheets[0].shown()) == first
        folded = {box.statements[0].key: box.hidden for box in sheets[0].roots[0].walk() if box.hidden}
        assert folded.items() >= {("r0", 1), ("o", 1)}
        assert below(sheets[0], sheets) == set(m.statements)
    _, sheets = planned(m, 8)
    assert list(sheets[0].shown()) == ["t", "r0", "u", "r1", "r2", "r3", "r4", "o"]
    assert {box.kind: box.hidden for box in sheets[0].roots[0].walk()}["undercut"] == 0


def test_more_theses_than_a_page_holds_are_shown_in_groups() -> None:
    statements = {f"t{i}": {"type": "thesis", "text": f"Thesis {i}.", "because": [f"r{i}"]} for i in range(9)}
    reasons = {f"r{i}": {"text": f"Reason {i}."} for i in range(9)}
    m = ArgumentMap.model_validate({"id": "m", "statements": statements | reasons})
    _, sheets = planned(m, most=4)
    assert sheets[0].rest[0] == 10
    assert below(sheets[0], sheets) == set(m.statements)


def test_what_hangs_on_no_thesis_has_sheets_of_its_own_when_there_are_several() -> None:
    m = made_up(40, 1)
    loose = {f"x{i}": {"text": f"Loose {i}."} for i in range(3)}
    document = m.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    document["statements"] |= loose
    _, sheets = planned(ArgumentMap.model_validate(document))
    assert set(sheets[-1].shown()) == set(loose)
    assert [root.kind for root in sheets[-1].roots] == ["loose"] * 3
    assert sheets[0].rest == (3, sheets[-1].number)
