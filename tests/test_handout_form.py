"""A comparison to fill in: the form tells nothing of its answers, and its key is the same form with them."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from generated_maps import Content, brief, build, contents
from hypothesis import given

from argmap import ArgmapError
from argmap.comparison import compare
from argmap.comparison.records import Comparison
from argmap.facade.comparing import compare as compare_files
from argmap.hypertext.worksheet.comparison import build_comparison
from argmap.languages import words_in
from argmap.renderers.handouts.form_sheets import draw_form
from argmap.renderers.look import look
from argmap.renderers.picture import Picture
from argmap.teaching.comparison_form import SIGNS, Blanks, ComparisonForm, Told, comparison_form

MAPS = Path(__file__).parents[1] / "maps" / "northeast-asia"
SVG = "{http://www.w3.org/2000/svg}"
PAPER = look(paper="a4-portrait", theme="print")


@pytest.fixture(scope="module")
def pair() -> Comparison:
    return compare_files(MAPS / "koga-2023.yaml", MAPS / "rsis-2023.yaml", metrics=False)


def words_on(*pictures: Picture) -> str:
    """All that SVGs say, without blanks."""
    said = (text for p in pictures for text in ElementTree.fromstring(p.data).itertext())
    return re.sub(r"\s", "", "".join(said))


def frames(picture: Picture) -> list[tuple[str, str]]:
    """The borders of a drawing: where they are and how wide."""
    drawn = ElementTree.fromstring(picture.data).iter(f"{SVG}polygon")
    return [(p.attrib["points"], p.get("stroke-width", "1")) for p in drawn if p.attrib["stroke"] != "none"]


class TestRows:
    def test_signs_take_turns_as_far_as_there_are_findings(self, pair: Comparison) -> None:
        form = comparison_form(pair)
        assert Counter(row.sign for row in form.rows) == {"=": 2, "≈": 2, "!": 1, "≠": 2, "○": 1}

    def test_what_is_most_central_is_there_and_whole(self, pair: Comparison) -> None:
        rows = {row.findings[0]: row for row in comparison_form(pair).rows}
        assert {"role:china", "explanation:closer-ties", "stance:history-overcome"} <= set(rows)
        row = rows["role:china"]
        assert [len(row.left.answers), len(row.right.answers)] == [6, 6]
        assert row.left.answers[0].startswith("China as intermediary")

    def test_findings_of_one_sign_are_of_many_kinds(self, pair: Comparison) -> None:
        kinds = Counter((row.sign, row.findings[0].partition(":")[0]) for row in comparison_form(pair).rows)
        assert {kind: n for kind, n in kinds.items() if n > 1} == {}

    def test_what_is_named_comes_first_and_is_filled_up_with_others(self, pair: Comparison) -> None:
        about = ("jk-security", "role:united-states")
        few, many = (comparison_form(pair, rows=n, about=about) for n in (2, 4))
        asked = {"explanation:jk-security", "role:united-states"}
        assert {row.findings[0] for row in few.rows} == asked
        assert len(many.rows) == 4
        assert asked < {row.findings[0] for row in many.rows}
        with pytest.raises(ArgmapError, match="jk-securty"):
            comparison_form(pair, about=("jk-securty",))

    def test_two_questions_are_about_one_actor_where_there_are_such(self, pair: Comparison) -> None:
        """So that an actor in common is no sign of a question in common."""
        for seed in (1, 2, 3):
            (row,) = (row for row in comparison_form(pair, seed=seed).rows if row.sign == "○")
            a, b = row.notes[0].split(";")
            assert [name for name in ("China", "Japan", "South Korea", "United States") if name in a and name in b]

    def test_as_many_rows_as_asked_for(self, pair: Comparison) -> None:
        assert [len(comparison_form(pair, rows=n).rows) for n in (1, 4, 9)] == [1, 4, 9]

    def test_a_seed_gives_one_order_and_another_another(self, pair: Comparison) -> None:
        assert comparison_form(pair, seed=5) == comparison_form(pair, seed=5)
        orders = {tuple(row.sign for row in comparison_form(pair, seed=seed).rows) for seed in range(1, 6)}
        assert len(orders) > 1

    def test_two_questions_are_two_that_only_one_of_them_speaks_to(self, pair: Comparison) -> None:
        group = {f.id: (f.group, [m for m, side in f.sides.items() if side.statements]) for f in pair.findings}
        for row in comparison_form(pair, rows=12).rows:
            if row.sign == "○":
                first, second = (group[id_] for id_ in row.findings)
                assert first == ("one-sided", ["koga-2023"])
                assert second == ("one-sided", ["rsis-2023"])

    def test_what_is_left_open_is_not_told_as_claimed(self, pair: Comparison) -> None:
        row = next(r for r in comparison_form(pair).rows if "institution" in r.shared)
        assert row.right.answers == ("It is left open",)  # "Leave it open" would be an order
        assert row.left.answers == ()

    def test_where_sides_are_asked_for_there_is_room_for_them(self, pair: Comparison) -> None:
        rows = comparison_form(pair, blanks="sides").rows
        assert all(len(side.answers) <= 1 and len(side.passages) == 1 for r in rows for side in (r.left, r.right))
        assert "○" not in {row.sign for row in rows}

    def test_an_empty_form_has_nothing_of_the_maps_but_their_authors(self, pair: Comparison) -> None:
        form = comparison_form(pair, blanks="all", rows=3)
        assert {(row.left, row.right, row.sign, row.shared) for row in form.rows} == {
            (Told((), ()), Told((), ()), "", "")
        }
        assert len(form.rows) == 3

    def test_maps_with_nothing_in_common_have_no_form(self) -> None:
        with pytest.raises(ArgmapError, match="speak to no question in common that a form could ask"):
            comparison_form(compare([build("a", ({}, "partial")), build("b", ({}, "partial"))]))

    def test_three_maps_have_no_form(self) -> None:
        maps = [build(name, ({}, "partial")) for name in "abc"]
        with pytest.raises(ArgmapError, match="two sides, and this one is of 3 maps"):
            comparison_form(compare(maps))

    @brief
    @given(contents, contents)
    def test_no_side_says_what_its_author_only_reports(self, one: Content, two: Content) -> None:
        c = compare([build("a", one), build("b", two)])
        form = form_of(c)
        reported = {(m.id, s.text) for m in c.documents for s in m.statements.values() if not s.by_author}
        for row in form.rows if form else ():
            for side, m in zip((row.left, row.right), form.maps if form else (), strict=True):
                assert not {(m, p.text) for p in side.passages} & (reported - owned(c))


def owned(c: Comparison) -> set[tuple[str, str]]:
    """Texts that an author says as well, by another statement."""
    return {(m.id, s.text) for m in c.documents for s in m.statements.values() if s.by_author}


def form_of(c: Comparison) -> ComparisonForm | None:
    try:
        return comparison_form(c)
    except ArgmapError:
        return None


def answers_moved(form: ComparisonForm) -> ComparisonForm:
    """The same form with every row's answer at the next row."""
    answers = [(r.sign, r.shared, r.notes) for r in form.rows]
    moved = [*answers[1:], answers[0]]
    rows = (replace(r, sign=a[0], shared=a[1], notes=a[2]) for r, a in zip(form.rows, moved, strict=True))
    return replace(form, rows=tuple(rows))


def answered_otherwise(form: ComparisonForm) -> ComparisonForm:
    """The same form with every sign another one, and with other words for what both share."""
    other = dict(zip(SIGNS, (*SIGNS[1:], SIGNS[0]), strict=True))
    return replace(form, rows=tuple(replace(r, sign=other[r.sign], shared="Other words.", notes=()) for r in form.rows))


class TestNothingLeaks:
    def test_the_amount_of_what_a_side_says_is_no_sign_of_agreement(self, pair: Comparison) -> None:
        for seed in (1, 2):
            rows = comparison_form(pair, rows=20, seed=seed).rows
            assert {len(side.passages) for row in rows for side in (row.left, row.right)} == {1}

    def test_a_form_is_the_same_whatever_its_answers(self, pair: Comparison) -> None:
        form = comparison_form(pair)
        assert draw_form(form, PAPER) == draw_form(answers_moved(form), PAPER)
        assert draw_form(form, PAPER, key=True) != draw_form(answers_moved(form), PAPER, key=True)
        assert build_comparison(form) == build_comparison(answered_otherwise(form))

    @brief
    @given(contents, contents)
    def test_a_page_is_the_same_whatever_its_answers(self, one: Content, two: Content) -> None:
        form = form_of(compare([build("a", one), build("b", two)]))
        if form:
            assert build_comparison(form) == build_comparison(answered_otherwise(form))

    def test_no_answer_stands_in_the_form_and_every_one_in_the_key(self, pair: Comparison) -> None:
        form = comparison_form(pair, rows=10)
        sheet, key = words_on(*draw_form(form, PAPER)), words_on(*draw_form(form, PAPER, key=True))
        answers = [re.sub(r"\s", "", row.shared) for row in form.rows]
        assert [a for a in answers if a in sheet] == []
        assert [a for a in answers if a not in key] == []
        page, its_key = (re.sub(r"\s", "", build_comparison(form, key=key)) for key in (False, True))
        assert [row.shared for row in form.rows if re.sub(r"\s", "", row.shared) in page] == []
        assert len(its_key) > 0

    def test_no_id_of_a_finding_stands_in_a_form(self, pair: Comparison) -> None:
        form = comparison_form(pair)
        said = b"".join(p.data for p in draw_form(form, PAPER)).decode() + build_comparison(form)
        assert [id_ for row in form.rows for id_ in row.findings if id_ in said or id_.partition(":")[2] in said] == []

    def test_sides_that_are_asked_for_are_not_told(self, pair: Comparison) -> None:
        form = comparison_form(pair, blanks="sides")
        sheet, page = words_on(*draw_form(form, PAPER)), build_comparison(form)
        for row in form.rows:
            for passage in (*row.left.passages, *row.right.passages):
                assert re.sub(r"\s", "", passage.text) not in sheet
                assert passage.text not in page
            assert all(re.sub(r"\s", "", note) not in sheet and note not in page for note in row.notes)


class TestKey:
    @pytest.mark.parametrize(("blanks", "paper"), [("middle", "letter"), ("sides", "a4-portrait")])
    def test_it_has_every_frame_at_the_same_place(self, pair: Comparison, blanks: Blanks, paper: str) -> None:
        form = comparison_form(pair, blanks=blanks)
        wanted = look(paper=paper, theme="print")
        sheets, keys = draw_form(form, wanted), draw_form(form, wanted, key=True)
        assert [frames(p) for p in sheets] == [frames(p) for p in keys]
        assert [p.body_pt for p in sheets] == [p.body_pt for p in keys]
        assert all(p.body_pt >= 9 for p in sheets)

    def test_where_the_frames_are(self, pair: Comparison) -> None:
        """Golden: the first row of the shipped pair, its sides and its middle."""
        found = [
            [round(float(n)) for n in re.findall(r"-?[\d.]+", points)]
            for points, width in frames(draw_form(comparison_form(pair), PAPER)[0])
        ]
        wide = sorted({max(p[::2]) - min(p[::2]) for p in found})
        assert [w for w in wide if w > 100] == [164, 180]

    def test_lines_are_for_handwriting(self, pair: Comparison) -> None:
        """8 mm from line to line; and the rows of the shipped pair fit two pages."""
        sheets = draw_form(comparison_form(pair), PAPER)
        assert len(sheets) == 2
        for sheet in sheets:
            filled = [p.attrib for p in ElementTree.fromstring(sheet.data).iter(f"{SVG}polygon")]
            ruled = (p["points"].split() for p in filled if p["fill"] == "#444444")
            lines = sorted((float(corners[0].split(",")[0]), float(corners[0].split(",")[1])) for corners in ruled)
            apart = [below - above for (left, above), (same, below) in pairwise(lines) if left == same]
            assert min(apart) >= 8 / 25.4 * 72

    @pytest.mark.parametrize("language", ["de", "ja"])
    def test_in_other_languages(self, pair: Comparison, language: str) -> None:
        words = words_in(language)
        form = comparison_form(pair, words=words)
        wanted = look(paper="a4-portrait", theme="print", language=language)
        sheets, keys = draw_form(form, wanted), draw_form(form, wanted, key=True)
        assert [frames(p) for p in sheets] == [frames(p) for p in keys]
        assert f'<html lang="{language}">' in build_comparison(form, words=words)

    def test_forms_with_other_blanks_have_other_names(self, pair: Comparison) -> None:
        names = [comparison_form(pair, blanks=blanks).name for blanks in ("middle", "sides", "all")]
        assert names == [f"koga-2023-rsis-2023-form{more}" for more in ("", "-sides", "-blank")]
