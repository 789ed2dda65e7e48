"""The butterfly: one question in the middle, both answers, each with what its author builds it on."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from comparison_cases import a_map, mill_road, two
from generated_maps import LINKED_BOOK, brief, quick, statements
from hypothesis import given
from hypothesis import strategies as st
from made_up_comparisons import KINDS, made_up_comparison
from table_drawings import spoken, written
from wired_drawings import wired

import argmap
from argmap.comparison import Comparison, compare
from argmap.comparison.records import Finding
from argmap.diagram.boxes import Box
from argmap.diagram.branches import Branch, branches
from argmap.diagram.butterfly import Butterfly, Plan, butterfly, questions
from argmap.diagram.sheet import Part, Stand
from argmap.errors import DrawingFailed
from argmap.languages import ENGLISH, LANGUAGES
from argmap.layout.wings import HEAD, Hung, Room, Stack, spread
from argmap.renderers.figures.butterfly_page import ButterflyPage
from argmap.renderers.figures.butterfly_sheet import draw_butterfly, page_of
from argmap.renderers.look import ViewOptions, look
from argmap.renderers.pages.page import band_height, estimated
from argmap.renderers.pages.sheet_ruler import Sizes
from argmap.renderers.picture import Picture

NORTHEAST_ASIA = Path(__file__).parents[1] / "maps" / "northeast-asia"

ARGUED = """\
yes:
  says: {holds: p}
  text: The lane pays.
  quote: it pays for itself
  at: ¶3
  because: [{premises: [sales, rents], unless: [war]}, doubled]
  but: [noise]
  if: [money]
sales: {text: Sales grew., because: [study]}
study: {type: evidence, text: A study says so., sources: [s]}
rents: {type: assumption, text: Rents follow sales., because: [deep]}
deep: {text: Rents always did., because: [deeper]}
deeper: {text: Since the war.}
war: {text: Wars change that.}
doubled: {text: Traffic doubled., certainty: likely}
noise: {type: objection, text: It is loud., voice: shops, because: [doubled]}
money: {text: The town has money.}
"""
SHORT = "no: {says: {denies: p}, text: The lane costs more than it brings., because: [rain]}\nrain: {text: It rains.}"


@pytest.fixture(scope="module")
def shipped() -> Comparison:
    return argmap.compare(NORTHEAST_ASIA / "koga-2023.yaml", NORTHEAST_ASIA / "rsis-2023.yaml")


@pytest.fixture(scope="module")
def swapped() -> Comparison:
    return argmap.compare(NORTHEAST_ASIA / "rsis-2023.yaml", NORTHEAST_ASIA / "koga-2023.yaml")


@pytest.fixture(scope="module")
def argued() -> Comparison:
    return compare(two(ARGUED, SHORT), metrics=False)


def finding(c: Comparison, id_: str) -> Finding:
    return next(f for f in c.findings if f.id == id_)


def of(c: Comparison, id_: str, *, depth: int = 2, level: Any = "text", **more: Any) -> Butterfly:
    return butterfly(c, finding(c, id_), Plan(level, depth, "text", **more), ENGLISH)


def draw(c: Comparison, *about: str, depth: int | None = None, **options: Any) -> tuple[Picture, ...]:
    return draw_butterfly(c, look(**{"paper": "a4", **options}), ViewOptions(frozenset(about), depth))


def boxes(branch: Branch) -> list[Box]:
    return [box for below in branch.seen.below for box in below.walk()]


# ------------------------------------------------------------------ what it shows


def test_both_answers_stand_with_the_reasons_of_their_own_map(shipped: Comparison) -> None:
    koga, rsis = of(shipped, "role:china").wings
    assert [said for answer in koga.answers for said in answer.said] == [
        Part(
            "intermediary (main)",
            1,
            True,
            "toward North Korea, Russia, the United States, Japan and South Korea",
        )
    ]
    (answer,) = koga.answers
    (branch,) = answer.branches
    assert branch.seen.key == "china-holds-key"
    assert branch.seen.quote == "“China holds the key”\u00a0¶14"
    assert [[s.key for s in box.statements] for box in branch.seen.below] == [["china-reach"], ["china-keeps-hold"]]
    assert [doubt.statements[0].key for doubt in branch.seen.below[0].doubts] == ["window-narrowing"]
    assert [part.text for part in rsis.also if isinstance(part, Part)] == [
        "rival",
        "patron",
        "interlocutor",
        "spoiler (likely)",
        "partner",
    ]


def test_a_statement_that_answers_below_another_stands_there_only(shipped: Comparison) -> None:
    _, rsis = of(shipped, "role:china").wings
    (answer,) = rsis.answers
    assert [branch.seen.key for branch in answer.branches] == ["lynchpin"]
    assert answer.branches[0].seen.below[0].statements[0].key == "come-together"


@pytest.mark.parametrize("depth", [0, 1, 2, 3, 9])
@pytest.mark.parametrize("id_", ["role:china", "explanation:bilateral-thaw", "explanation:closer-ties"])
def test_shown_and_counted_are_all_that_stands_below(shipped: Comparison, id_: str, depth: int) -> None:
    hold_whole(shipped, of(shipped, id_, depth=depth))


@pytest.mark.parametrize("id_", ["role:china", "explanation:bilateral-thaw", "role:united-states"])
def test_every_pointer_leads_to_a_statement_drawn_in_full(shipped: Comparison, id_: str) -> None:
    hold_pointers(of(shipped, id_, depth=3))


@quick
@given(left=statements(), right=statements(), depth=st.integers(0, 4), most=st.sampled_from([None, 1, 2, 3]))
def test_of_any_map_everything_is_shown_or_counted(
    left: dict[str, Any], right: dict[str, Any], depth: int, most: int | None
) -> None:
    c = compare((a_map("a", left, book=LINKED_BOOK), a_map("b", right, book=LINKED_BOOK)), metrics=False)
    for f in c.findings:
        found = of(c, f.id, depth=depth, most=most)
        hold_whole(c, found)
        hold_pointers(found)


@brief
@given(left=statements(), right=statements(), depth=st.integers(1, 4))
def test_any_map_is_drawn_without_faults(left: dict[str, Any], right: dict[str, Any], depth: int) -> None:
    c = compare((a_map("a", left, book=LINKED_BOOK), a_map("b", right, book=LINKED_BOOK)), metrics=False)
    for sheet in draw(c, *(f.id for f in c.findings[:2]), format="dot", depth=depth) if c.findings else ():
        assert wired(sheet).faults("a4") == []


def hold_whole(c: Comparison, drawn: Butterfly) -> None:
    """No statement below the answers is lost, and none is counted twice."""
    for document, wing in zip(c.documents, drawn.wings, strict=True):
        tops = [branch for answer in wing.answers for branch in answer.branches]
        full = [top.seen for top in tops] + [s for top in tops for box in boxes(top) for s in box.statements]
        shown = {key for s in full if not s.see for key in (s.key, *s.folded)}
        reached, waiting = set(shown), list(shown)
        while waiting:
            s = document.statements[waiting.pop()]
            names = [n for r in s.because for n in (*r.premises, *r.unless)] + [*s.but, *s.if_]
            waiting += [n for n in names if n not in reached]
            reached |= set(names)
        counted = sum(top.hidden + sum(box.hidden for box in boxes(top)) for top in tops)
        assert len(shown) + counted == len(reached)


def hold_pointers(drawn: Butterfly) -> None:
    """Every pointer names a statement that is drawn in full, once."""
    for wing in drawn.wings:
        tops = [branch for answer in wing.answers for branch in answer.branches]
        seen = [top.seen for top in tops] + [s for top in tops for box in boxes(top) for s in box.statements]
        full = {s.key for s in seen if not s.see}
        assert {s.key for s in seen if s.see} <= full
        assert len(full) == sum(not s.see for s in seen)


def test_what_works_together_doubts_objections_and_conditions_are_told_apart(argued: Comparison) -> None:
    left, right = of(argued, "stance:p", depth=3).wings
    (answer,) = left.answers
    assert answer.said == (Stand("yes", ""),)
    (branch,) = answer.branches
    together, doubled, noise, money = branch.seen.below
    assert (together.kind, [s.key for s in together.statements]) == ("support", ["sales", "rents"])
    assert [d.statements[0].key for d in together.doubts] == ["war"]
    assert (doubled.kind, doubled.statements[0].qualified) == ("support", "likely")
    assert (noise.kind, noise.statements[0].said_by) == ("attack", "shopkeepers")
    assert (money.kind, money.statements[0].key) == ("condition", "money")
    assert [s.see for s in noise.statements[0].below[0].statements] == [True]
    assert together.statements[0].evidence != ()
    assert [said.verb for said in right.answers[0].said if isinstance(said, Stand)] == ["no"]


def test_a_condition_too_deep_to_draw_is_named(argued: Comparison) -> None:
    (answer,) = of(argued, "stance:p", depth=0).wings[0].answers
    assert answer.branches[0].seen.qualified == "if “The town has money”"
    assert answer.branches[0].hidden == 9


def test_closed_statements_count_what_they_carry(argued: Comparison) -> None:
    closed = frozenset({("A", "sales"), ("A", "rents"), ("A", "noise")})
    (answer,) = of(argued, "stance:p", depth=3, closed=closed).wings[0].answers
    (branch,) = answer.branches
    assert branch.seen.below[0].doubts == ()
    assert branch.seen.below[0].hidden == 2
    assert branch.hidden == 1  # the doubt about the step


def test_of_many_reasons_few_are_shown_and_a_condition_keeps_its_place(argued: Comparison) -> None:
    (answer,) = of(argued, "stance:p", depth=1, most=2).wings[0].answers
    kinds = [box.kind for box in answer.branches[0].seen.below]
    assert kinds == ["support", "condition"]  # without its condition the claim would say more than it does
    assert answer.branches[0].hidden >= 1


def test_statements_on_a_circle_are_drawn_once() -> None:
    circle = "yes: {says: {holds: p}, because: [b]}\nb: {says: {holds: p}, because: [yes]}"
    c = compare(two(circle, SHORT), metrics=False)
    found = branches(c.documents[0], ["yes", "b"], depth=3, level="text", words=ENGLISH)
    assert [b.seen.key for b in found] == ["yes"]


def test_only_reviewed_absence_is_silence() -> None:
    open_, complete = (
        compare(two(ARGUED, "u: {says: {holds: q}}", coverage=how), metrics=False) for how in ("partial", "complete")
    )
    assert of(open_, "stance:p").wings[1].absence == "not in B’s map"
    assert of(complete, "stance:p").wings[1].absence == "B is silent"


# ------------------------------------------------------------------ which questions


def test_without_a_wish_the_question_they_differ_on_most_is_drawn(shipped: Comparison) -> None:
    (only,) = draw(shipped, format="dot")
    assert only.name == "koga-2023-rsis-2023-butterfly"
    assert "What part" in only.data.decode()


def test_several_questions_have_a_sheet_each_what_differs_first(shipped: Comparison) -> None:
    asked = ("stance:jck-matters", "role:china", "role:asean")
    assert [f.id for f in questions(shipped, [finding(shipped, id_) for id_ in asked])] == [
        "role:china",
        "stance:jck-matters",
        "role:asean",
    ]
    made = draw(shipped, *asked, format="dot")
    assert [p.name[-12:] for p in made] == ["-butterfly-1", "-butterfly-2", "-butterfly-3"]


def test_of_many_questions_the_sheets_say_how_many_are_left_out(shipped: Comparison) -> None:
    made = draw(shipped, *(f.id for f in shipped.findings[:9]))
    assert len(made) == 6
    assert "3 further questions asked about are not drawn." in written(made[:1])


def test_maps_that_share_nothing_have_no_question() -> None:
    c = compare(two("t: {}", "u: {}"), metrics=False)
    with pytest.raises(DrawingFailed, match="no question to draw"):
        draw(c)


# ------------------------------------------------------------------ geometry


@pytest.mark.parametrize("paper", ["a4", "slide", "a4-portrait", "a3", "fit"])
@pytest.mark.parametrize("id_", ["role:china", "explanation:bilateral-thaw", "stance:history-overcome", "role:asean"])
def test_nothing_overlaps_and_every_line_ends_at_its_boxes(shipped: Comparison, id_: str, paper: str) -> None:
    (only,) = draw(shipped, id_, paper=paper, format="dot")
    assert wired(only).faults(paper) == []


@pytest.mark.parametrize("kind", KINDS)
def test_any_text_is_drawn_within_its_box(kind: str) -> None:
    c = made_up_comparison(8, 5, kind=kind)
    for sheet in draw(c, *(f.id for f in c.findings), format="dot"):
        assert wired(sheet).faults("a4") == []


def test_long_and_wide_texts_of_a_whole_map_are_drawn() -> None:
    for text in (
        "東京都の自転車専用道路は、商店街の売り上げを押し上げたという。" * 4,
        "Nobody counts the bicycles " * 40,
    ):
        c = compare(two(ARGUED.replace("Sales grew.", text), SHORT.replace("It rains.", text)), metrics=False)
        for sheet in draw(c, "stance:p", format="dot"):
            assert wired(sheet).faults("a4") == []


def page(c: Comparison, id_: str) -> ButterflyPage:
    return page_of(c, finding(c, id_), look(paper="a4"), None, Sizes())


def places(page: ButterflyPage, *, mirrored: bool) -> dict[str, tuple[float, ...]]:
    """Where every named box stands below the top of the question."""
    leaf = page.leaf(estimated)
    start = next(top for top, band in leaf.bands if band[0].name == "question")
    found = {}
    for top, band in leaf.bands:
        cell = band[0]
        if len(band) == 1 and cell.name and cell.name != "question":
            left = page.style.width - cell.left - cell.width if mirrored else cell.left
            name = cell.name.translate(str.maketrans("AB", "BA")) if mirrored else cell.name
            size = (cell.width, band_height(band, estimated))
            found[name] = tuple(round(value, 3) for value in (left, top - start, *size))
    return found


@pytest.mark.parametrize("id_", ["role:china", "explanation:bilateral-thaw", "role:asean"])
def test_the_other_order_of_maps_is_the_mirror_image(shipped: Comparison, swapped: Comparison, id_: str) -> None:
    # titles may differ in height, so that more or less is folded; and letters are measured in the order they are met
    one = replace(page(shipped, id_), page=of(shipped, id_, level="title"))
    other = replace(one, page=of(swapped, id_, level="title"))
    assert places(one, mirrored=False) == places(other, mirrored=True)


def test_the_tops_of_both_answers_and_of_the_question_are_level(shipped: Comparison) -> None:
    leaf = page(shipped, "role:china").leaf(estimated)
    tops = {band[0].name: top for top, band in leaf.bands if len(band) == 1}
    assert tops["A0h"] == tops["B0h"] == tops["question"]


def test_a_side_with_little_to_say_leaves_its_room_to_the_other(shipped: Comparison) -> None:
    leaf = page(shipped, "stance:history-overcome").leaf(estimated)
    cells = {cell.name: cell for _, band in leaf.bands for cell in band if cell.name}
    assert len({cell.width for name, cell in cells.items() if name != "question"}) == 1
    assert cells["A0-0-0h"].left == pytest.approx(0, abs=1)
    assert cells["B0h"].left + cells["B0h"].width == pytest.approx(leaf.style.width, abs=1)
    assert cells["question"].left > 0.5 * leaf.style.width


def test_what_explains_the_drawing_stands_where_it_is_empty(shipped: Comparison) -> None:
    china = page(shipped, "role:china")
    boxes = [(top, cell) for top, band in china.leaf(estimated).bands for cell in band if cell.name]
    low = max(top + cell.least for top, cell in boxes)
    assert china.leaf(estimated).height == pytest.approx(low, abs=1)  # nothing is added below the wings
    alone = replace(china, page=replace(china.page, wings=(china.page.wings[0], china.page.wings[0])))
    both = [(top, cell) for top, band in alone.leaf(estimated).bands for cell in band if cell.name]
    assert alone.leaf(estimated).height > max(top + cell.least for top, cell in both)


ROOM = Room(column=100, channel=30, row=6, pitch=7)


def stack(name: str, *hung: Hung, parts: int = 1) -> Stack:
    return Stack(name, 14, ((30.0, 0.0),) * parts, hung=hung)


def test_the_first_box_below_another_stands_level_with_the_part_it_belongs_to() -> None:
    inner = stack("c", Hung(0, "support", stack("d")))
    tree = stack("a", Hung(1, "support", inner), Hung(1, "attack", stack("b")), parts=2)
    found = spread([tree], ROOM)
    assert found.spots == {"a": (0, 0), "c": (1, 44), "d": (2, 58), "b": (1, 94)}
    straight = {rail.lower: len(rail.points) for rail in found.rails}
    assert straight == {"d": 2, "c": 2, "b": 4}


def test_what_stands_below_different_boxes_never_mixes() -> None:
    first = stack("a", *(Hung(0, "support", stack(f"a{i}")) for i in range(3)))
    found = spread([first, stack("b"), stack("c", Hung(0, "support", stack("c0")))], ROOM)
    assert found.spots["b"][1] == 50
    assert found.spots["c0"][1] > found.spots["a2"][1] + 44


def test_doubts_end_at_the_bar_and_objections_on_a_rail_of_their_own() -> None:
    tree = stack(
        "a",
        Hung(HEAD, "undercut", stack("u")),
        *(Hung(0, "support", stack(f"s{i}")) for i in range(2)),
        *(Hung(0, "attack", stack(f"x{i}")) for i in range(2)),
    )
    rails = {rail.lower: rail.points for rail in spread([tree], ROOM).rails}
    assert rails["u"] == ((130, 7), (100, 7))
    across = {name: points[1][0] for name, points in rails.items() if len(points) == 4}
    assert across["s0"] == across["s1"] > across["x0"] == across["x1"] > 100
    ends = [rails[name][-1][1] for name in ("u", "s0", "x0")]
    assert ends == sorted(ends)
    assert len(set(ends)) == 3


# ------------------------------------------------------------------ size, words, files


@pytest.mark.parametrize("paper", ["a4", "letter", "slide", "a3"])
def test_type_is_large_enough_on_every_paper(shipped: Comparison, paper: str) -> None:
    (only,) = draw(shipped, "role:china", paper=paper)
    assert only.body_pt >= {"slide": 12}.get(paper, 8)
    assert [d.code for d in only.diagnostics if d.code == "AM901"] == []


def test_what_does_not_fit_is_folded_before_type_gets_small(shipped: Comparison) -> None:
    (only,) = draw(shipped, "role:china", depth=9)
    assert only.body_pt >= 8
    assert "below" in written((only,))


def test_no_line_begins_with_a_separator(shipped: Comparison) -> None:
    for sheet in draw(shipped, "role:china", "explanation:closer-ties", "explanation:bilateral-thaw"):
        lines = [
            node.text or "" for node in ElementTree.fromstring(sheet.data).iter("{http://www.w3.org/2000/svg}text")
        ]
        assert [line for line in lines if line.lstrip().startswith(("·", ";", ","))] == []


def test_rather_fewer_steps_are_drawn_than_words_cut_in_two(shipped: Comparison) -> None:
    for language in ("en", "de"):
        (only,) = draw(shipped, "role:china", paper="a4-portrait", language=language)
        words = set(written((only,)).replace("(", " ").replace(")", " ").split())
        assert words >= {"intermediary", "adversary", "aggressive", "interlocutor"}
        assert {"likely", "wahrscheinlich"} & words
        assert only.body_pt >= 8


def test_type_too_small_to_read_names_a_remedy() -> None:
    long = "The council has promised a count of all bicycles and has published nothing so far. " * 60
    c = compare(two(ARGUED.replace("The lane pays.", long), SHORT), metrics=False)
    (only,) = draw(c, "stance:p")
    (told,) = [d for d in only.diagnostics if d.code == "AM901"]
    assert told.help is not None
    assert told.help.startswith("try --")


def test_a_sheet_says_who_what_and_where_from(shipped: Comparison) -> None:
    text = written(draw(shipped, "role:china"))
    assert "A Koga" in text
    assert "B Roy-Chaudhury & Ho" in text
    assert "A: Kei Koga, East Asia Institute, Seoul, 2023" in text
    assert "Claims in plain type are the mapper’s wording" in text
    for mark in ("unless", "doubt about the step itself", "they work only together", "+ n below"):
        assert mark in text
    assert "see C2" not in text  # only the marks in use are explained


def test_boxes_are_sentences_for_those_who_hear_them(shipped: Comparison) -> None:
    (only,) = draw(shipped, "role:china")
    said = spoken((only,))
    assert finding(shipped, "role:china").sentence in said
    assert "unless: China's window is closing fast" in said
    told = [text for text in said if text]
    assert told.index("unless: China's window is closing fast") < told.index(
        "because: China's conduct united old adversaries"
    )
    assert told.index(finding(shipped, "role:china").sentence) < told.index("unless: China's window is closing fast")
    root = ElementTree.fromstring(only.data)
    assert root.get("role") == "img"


@pytest.mark.parametrize("language", LANGUAGES)
def test_fixed_words_come_in_every_language(shipped: Comparison, language: str) -> None:
    (only,) = draw(shipped, "role:china", language=language, format="dot")
    assert wired(only).faults("a4") == []


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_the_same_comparison_is_the_same_bytes(theme: str) -> None:
    c = compare(mill_road(), metrics=False)
    first, second = (draw(c, theme=theme)[0].data for _ in range(2))
    assert first == second
