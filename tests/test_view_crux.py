"""The crux of a conflict: both answers, and a tree of what the dispute turns on."""

from pathlib import Path

import pytest
from comparison_cases import two
from made_up_comparisons import KINDS, made_up_comparison, with_loci
from table_drawings import spoken, written
from test_comparison_locus import CODED
from wired_drawings import wired

import argmap
from argmap.comparison import Comparison, compare
from argmap.comparison.records import LOCI, Finding
from argmap.diagram.crux import Crux, Point, conflicts, crux
from argmap.errors import DrawingFailed
from argmap.languages import ENGLISH, LANGUAGES
from argmap.layout.hanging import Columns, from_trunk, to_hanging
from argmap.renderers.figures.crux_sheet import draw_crux
from argmap.renderers.look import ViewOptions, look
from argmap.renderers.picture import Picture

NORTHEAST_ASIA = Path(__file__).parents[1] / "maps" / "northeast-asia"


@pytest.fixture(scope="module")
def shipped() -> Comparison:
    return argmap.compare(NORTHEAST_ASIA / "koga-2023.yaml", NORTHEAST_ASIA / "rsis-2023.yaml")


def draw(c: Comparison, *about: str, **options: str) -> tuple[Picture, ...]:
    return draw_crux(c, look(**{"paper": "a4", **options}), ViewOptions(frozenset(about)))


def disputed(left: str, right: str) -> Comparison:
    return compare(two(left, right, book=CODED), metrics=False)


def of(c: Comparison, id_: str = "stance:p") -> Crux:
    return crux(c, finding(c, id_), ENGLISH, level="text")


def finding(c: Comparison, id_: str) -> Finding:
    return next(f for f in c.findings if f.id == id_)


def test_a_dispute_without_reasons_turns_on_the_point_itself() -> None:
    found = of(disputed("t: {says: {holds: p}}", "t: {says: {denies: p}}"))
    assert [(g.kind, g.points) for g in found.grounds] == [("bare", ())]
    assert (found.kind, found.caution) == ("a question of policy", "")


def test_a_bare_dispute_on_a_value_carries_a_caution() -> None:
    found = of(disputed("t: {says: {holds: q}}", "t: {says: {denies: q}}"), "stance:q")
    assert found.caution.startswith("No reason can be weighed here")
    assert found.kind == "a question of value"


def test_a_disputed_premise_of_both_is_the_double_crux() -> None:
    left = "t: {says: {holds: p}, because: [u]}\nu: {says: {holds: r}}"
    right = "t: {says: {denies: p}, because: [u]}\nu: {says: {denies: r}}"
    (premise, *_) = of(disputed(left, right)).grounds
    assert premise.kind == "premise"
    assert premise.points == (
        Point("It is r", "double crux: both sides rest on it; settle this first", disputed=True, double=True),
    )


def test_disputed_premises_stand_in_order_down_to_where_the_dispute_begins() -> None:
    left = "t: {says: {holds: p}, because: [u]}\nu: {says: {holds: r}, because: [v]}\nv: {says: {holds: z}}"
    right = "t: {says: {denies: p}}\nu: {says: {denies: r}}\nv: {says: {denies: z}}"
    (premise, *_) = of(disputed(left, right)).grounds
    assert [(point.text, point.depth, point.note) for point in premise.points] == [
        ("It is r", 0, "a dispute on the way down"),
        ("It is z", 1, "it begins here: no other dispute lies below"),
    ]


def test_what_one_rests_on_and_the_other_never_touches_bears_the_letter() -> None:
    found = of(disputed("t: {says: {holds: p}, because: [u]}\nu: {says: {holds: r}}", "t: {says: {denies: p}}"))
    (ground,) = found.grounds
    assert ground.kind == "unaddressed"
    assert ground.points == (Point("It is r", "A rests on it, B never touches it", letter="A"),)


def test_what_both_grant_comes_with_the_reasons_of_each(shipped: Comparison) -> None:
    weighing, unaddressed = of(shipped, "stance:history-overcome").grounds
    assert weighing.points[0] == Point(
        "Tokyo and Seoul have moved their quarrels over the past into the background", "B: likely"
    )
    assert [(p.letter, p.lead) for p in weighing.points[1:]] == [("A", "A’s reasons"), ("B", "B gives no reason")]
    assert [p.letter for p in unaddressed.points] == ["A"]


def test_what_a_side_only_supposes_stays_a_supposition() -> None:
    left = """\
t: {says: {holds: p}, because: [u, v, w]}
u: {says: {holds: r}, certainty: likely}
v: {says: {holds: z}, certainty: possible}
w: {text: It rains., certainty: possible, if: [x]}
x: {text: There are clouds.}
"""
    found = of(disputed(left, "t: {says: {denies: p}}\nu: {says: {holds: r}, certainty: likely}"))
    said = {point.text: point.note for ground in found.grounds for point in ground.points}
    assert said["It is r"] == "A: likely; B: likely"
    assert "It is z (possible)" in said
    assert "It rains (possible, on a condition)" in said
    assert "It is r (likely); it is z (possible); it rains (possible, on a condition)" in said


def test_every_kind_of_locus_has_a_heading() -> None:
    c = with_loci(made_up_comparison(60, 3), 2)
    drawn = [crux(c, f, ENGLISH, level="text") for f in conflicts(c, c.findings)]
    assert {g.kind for found in drawn for g in found.grounds} == set(LOCI)
    assert all(g.heading for found in drawn for g in found.grounds)


def test_each_dispute_below_is_named_once_even_in_a_circle() -> None:
    left = "t: {says: {holds: p}, because: [u]}\nu: {says: {holds: r}, because: [t2]}\nt2: {says: {holds: p}}"
    right = "t: {says: {denies: p}, because: [u]}\nu: {says: {denies: r}, because: [t2]}\nt2: {says: {denies: p}}"
    c = disputed(left, right)
    for f in conflicts(c, c.findings):
        texts = [p.text for g in of(c, f.id).grounds if g.kind == "premise" for p in g.points]
        assert len(texts) == len(set(texts))


def test_without_a_conflict_the_message_says_what_to_draw(shipped: Comparison) -> None:
    with pytest.raises(DrawingFailed, match=r"no conflict among those asked for.*--view butterfly --about china"):
        draw(shipped, "role:china")
    with pytest.raises(DrawingFailed, match=r"no conflict: .*--view sheet"):
        draw(disputed("t: {says: {holds: p}}", "t: {says: {holds: p}}"))


def test_each_conflict_has_a_sheet_and_about_chooses() -> None:
    left = "t: {says: {holds: p}}\nu: {says: {holds: r}}"
    c = disputed(left, left.replace("holds", "denies"))
    assert [p.name for p in draw(c, format="dot")] == ["a-b-crux-1", "a-b-crux-2"]
    assert [p.name for p in draw(c, "stance:r", format="dot")] == ["a-b-crux"]


@pytest.mark.parametrize("paper", ["a4", "slide", "a4-portrait", "a3", "fit"])
def test_nothing_overlaps_and_every_line_ends_at_its_boxes(shipped: Comparison, paper: str) -> None:
    (only,) = draw(shipped, paper=paper, format="dot")
    assert wired(only).faults(paper) == []


@pytest.mark.parametrize("kind", KINDS)
def test_any_text_is_drawn_within_its_box(kind: str) -> None:
    for sheet in draw(with_loci(made_up_comparison(30, 3, kind=kind), 4), format="dot"):
        assert wired(sheet).faults("a4") == []


def test_columns_stand_in_the_middle_and_lines_run_square() -> None:
    columns = Columns(3, 700, 10, 400)
    assert columns.width == 226
    assert [columns.left(i) for i in range(3)] == [1, 237, 473]
    assert from_trunk((350, 100), (350, 140), 120) == ((350, 100), (350, 140))
    assert from_trunk((350, 100), (80, 140), 120) == ((350, 100), (350, 120), (80, 120), (80, 140))
    assert to_hanging((10, 50), (20, 80)) == ((10, 50), (10, 80), (20, 80))


def test_sheets_say_what_kind_of_question_it_is_and_where_it_comes_from(shipped: Comparison) -> None:
    (only,) = draw(shipped)
    text = written((only,))
    for said in ("What it turns on", "a question of fact", "cannot both be right", "A: Kei Koga", "mapper’s wording"):
        assert said in text
    assert finding(shipped, "stance:history-overcome").sentence in spoken((only,))
    assert only.body_pt >= 8
    assert only.diagnostics == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_fixed_words_come_in_every_language(shipped: Comparison, language: str) -> None:
    (only,) = draw(shipped, language=language, format="dot")
    assert wired(only).faults("a4") == []


def test_the_same_conflict_is_the_same_bytes(shipped: Comparison) -> None:
    assert draw(shipped)[0].data == draw(shipped)[0].data
