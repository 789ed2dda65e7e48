"""Sheets of a comparison: nothing overlaps, nothing is cut, and every mark can be told from every other."""

import re
from dataclasses import replace
from itertools import combinations
from typing import get_args
from xml.etree import ElementTree

import pytest
from comparison_cases import mill_road
from made_up_comparisons import KINDS, made_up_comparison
from pictures import draw_comparison
from table_drawings import Box, boxes_of

from argmap.comparison import Comparison, Finding, compare
from argmap.comparison.central import most_central
from argmap.comparison.records import GROUPS, Cited, Group, Side
from argmap.diagram.at_a_glance import at_a_glance
from argmap.diagram.of_comparison import comparison_sheet
from argmap.diagram.sheet import Level
from argmap.errors import DrawingFailed, UnknownName
from argmap.layout.paper import PAPERS
from argmap.renderers.graphviz import engine
from argmap.renderers.picture import Format, Picture
from argmap.theme import ThemeName

LEVELS: tuple[Level, ...] = get_args(Level)
THEMES: tuple[ThemeName, ...] = get_args(ThemeName)
SVG = "{http://www.w3.org/2000/svg}"


def drawn(c: Comparison, *, paper: str = "a4-portrait", theme: ThemeName = "light", level: Level = "text") -> str:
    """All that is written on all sheets."""
    sheets = draw_comparison(c, paper=paper, theme=theme, level=level)
    texts = [text.text or "" for sheet in sheets for text in ElementTree.fromstring(sheet.data).iter(f"{SVG}text")]
    return " ".join(" ".join(texts).split())


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(mill_road())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("paper", ["a4-portrait", "slide", "fit"])
def test_nothing_overlaps_and_nothing_is_off_the_page(kind: str, paper: str) -> None:
    for seed, level in zip(range(3), LEVELS, strict=True):
        c = made_up_comparison(3 + 5 * seed, seed, kind=kind)
        for sheet in draw_comparison(c, paper=paper, level=level, format="dot"):
            boxes = boxes_of(sheet)
            width = 540 if paper == "fit" else PAPERS[paper].width
            limit = Box(0, 0, width * (1 if sheet.body_pt >= PAPERS[paper].least_pt else 2), float("inf"), "")
            assert [b for b in boxes if not limit.holds(b, slack=3)] == []
            for a, b in combinations(boxes, 2):
                apart = not a.meets(b)
                assert apart or (a.is_frame and a.holds(b)) or (b.is_frame and b.holds(a)), (a, b)


@pytest.mark.parametrize("kind", KINDS)
def test_every_sheet_can_be_read_or_says_that_it_cannot(kind: str) -> None:
    paper: str
    level: Level
    for paper, level in (("a4", "text"), ("slide", "title"), ("slide", "full"), ("a3", "full")):
        for sheet in draw_comparison(made_up_comparison(9, kind=kind), paper=paper, level=level):
            small = sheet.body_pt < PAPERS[paper].least_pt
            assert [d.code for d in sheet.diagnostics if d.code == "AM901"] == (["AM901"] if small else [])


def test_the_small_print_is_large_enough(comparison: Comparison) -> None:
    for paper, least in (("a4-portrait", 6.5), ("slide", 10)):
        for sheet in draw_comparison(comparison, paper=paper):
            assert min(map(float, re.findall(rb'font-size="([\d.]+)"', sheet.data))) >= least


def test_a_short_comparison_stands_on_one_page(comparison: Comparison) -> None:
    (sheet,) = draw_comparison(comparison)
    assert sheet.name == "ruiz-patel"
    assert sheet.body_pt >= 8
    assert sheet.diagnostics == ()


def test_on_slides_every_group_has_its_own(comparison: Comparison) -> None:
    sheets = draw_comparison(comparison, paper="slide")
    assert [s.name for s in sheets] == [f"ruiz-patel-{i}" for i in range(1, 6)]
    assert all(s.body_pt >= 12 for s in sheets)


def test_a_slide_is_as_large_as_the_screen(comparison: Comparison) -> None:
    for sheet in draw_comparison(comparison, paper="slide"):
        root = ElementTree.fromstring(sheet.data)
        assert (root.get("width"), root.get("height")) == ("960pt", "540pt")


def test_a_pdf_is_as_large_as_its_paper(comparison: Comparison) -> None:
    (sheet,) = draw_comparison(comparison, format="pdf")
    assert sheet.data.startswith(b"%PDF")
    size = re.search(rb"/MediaBox \[ ?0 0 ([\d.]+) ([\d.]+) ?\]", sheet.data)
    assert size
    assert [round(float(x)) for x in size.groups()] == [595, 842]


def test_a_long_comparison_is_split_by_group_and_says_what_stands_elsewhere() -> None:
    written = drawn(made_up_comparison(40, kind="short"))
    assert "They agree, 1 of " in written
    assert re.search(r"Sheet 2 of \d+; on the others: ", written)


def test_every_finding_stands_on_exactly_one_sheet_after_the_first() -> None:
    c = made_up_comparison(30, 3, kind="short")
    sheets = draw_comparison(c, paper="slide")
    shown = [f for f in c.findings if f.unit != "evidence" or f.group != "one-sided"]
    sentences = sum(sheet.data.decode().count("<title>Both say of") for sheet in sheets[1:])
    assert sentences == len(shown)


def glance(size: int, *, paper: str = "a4-portrait", level: Level | None = None) -> Picture:
    """The first of the sheets of a comparison that no page holds."""
    return draw_comparison(made_up_comparison(size, kind="short"), paper=paper, level=level)[0]


def written_on(sheet: Picture) -> str:
    texts = [text.text or "" for text in ElementTree.fromstring(sheet.data).iter(f"{SVG}text")]
    return " ".join(" ".join(texts).split())


@pytest.mark.parametrize(("paper", "least"), [("a4-portrait", 9), ("a4", 9), ("letter", 9), ("slide", 12)])
def test_the_first_of_several_sheets_shows_some_of_both_groups_in_type_read_with_ease(paper: str, least: float) -> None:
    sheet = glance(40, paper=paper)
    written = written_on(sheet)
    assert sheet.body_pt >= least
    assert "They agree" in written
    assert "They differ" in written
    assert "Only one speaks to it" in written
    assert "Sheet 1 of " in written


def test_the_first_sheet_names_the_sheets_on_which_the_rest_stands() -> None:
    c = made_up_comparison(40, kind="short")
    c = replace(c, findings=tuple(replace(f, sentence=f"{i}. {f.sentence}") for i, f in enumerate(c.findings)))
    first, *others = draw_comparison(c)
    shown = [t.text for t in ElementTree.fromstring(first.data).iter(f"{SVG}title")]
    on = {s: i for i, o in enumerate(others, 2) for s in _sentences(o)}
    both: tuple[tuple[tuple[Group, ...], str], ...] = (
        (("agree", "agree-but"), "agreement"),
        (("diverge", "conflict"), "difference"),
    )
    for groups, noun in both:
        found = [f.sentence for group in groups for f in c.in_group(group)]
        left = [sentence for sentence in found if sentence not in shown]
        assert 0 < len(left) < len(found)
        said = re.search(rf"\+ (\d+) {noun}s?: sheets? ([\d–, ]+)", written_on(first))
        assert said
        assert int(said[1]) == len(left)
        assert _numbers(said[2]) == {on[sentence] for sentence in left}


def _sentences(sheet: Picture) -> list[str]:
    return [t.text or "" for t in ElementTree.fromstring(sheet.data).iter(f"{SVG}title")]


def _numbers(said: str) -> set[int]:
    runs = [[int(n) for n in run.split("–")] for run in said.strip(" ,").split(", ")]
    return {n for run in runs for n in range(run[0], run[-1] + 1)}


def test_the_first_sheet_shows_what_the_summary_names_above_all() -> None:
    c = made_up_comparison(40, kind="short")
    said = _sentences(draw_comparison(c)[0])
    assert most_central(c, "agree", "agree-but")[0].sentence in said
    assert most_central(c, "diverge", "conflict")[0].sentence in said


def test_a_level_of_titles_makes_each_row_of_the_first_sheet_terser() -> None:
    c = made_up_comparison(40, kind="short")
    rows = {
        level: [row for choice in at_a_glance(c, comparison_sheet(c), level=level).choices for row in choice.rows]
        for level in LEVELS
    }
    words = {level: [len(repr((row.left, row.right)).split()) for row in found] for level, found in rows.items()}
    assert [row.finding for row in rows["title"]] == [row.finding for row in rows["text"]]
    assert all(terse <= usual for terse, usual in zip(words["title"], words["text"], strict=True))
    assert sum(words["title"]) < sum(words["text"])


def test_the_same_comparison_gives_the_same_bytes(comparison: Comparison) -> None:
    forms: tuple[Format, ...] = ("svg", "dot", "png", "pdf")
    for form in forms:
        assert draw_comparison(comparison, format=form) == draw_comparison(comparison, format=form)
    assert b"CreationDate" not in draw_comparison(comparison, format="pdf")[0].data


def test_the_words_are_on_the_sheet(comparison: Comparison) -> None:
    written = drawn(comparison)
    for words in (
        "A bike lane makes",
        "intermediary (main, possible)",
        "toward shopkeepers and cyclists",
        "Fewer parking spaces (main)",
        "denies that",
        "nothing coded in B’s map",
        "silence is not disagreement",
        "quoted words are the authors’.",
    ):
        assert words in written


def test_the_legend_holds_the_marks_in_use_and_no_others(comparison: Comparison) -> None:
    _, agree, differ, only_one, sources = draw_comparison(comparison, paper="slide")
    assert "same claim" in agree.data.decode()
    assert "cannot both be right" not in agree.data.decode()
    assert "cannot both be right" in differ.data.decode()
    assert "Only one speaks to it" in only_one.data.decode()
    assert not any(mark in only_one.data.decode() for mark in "≈≠○")
    assert "used for different points" in sources.data.decode()
    assert "same question" not in sources.data.decode()


@pytest.mark.parametrize("theme", THEMES)
def test_any_two_groups_differ_in_symbol_and_all_but_the_two_kinds_of_agreement_in_border(theme: ThemeName) -> None:
    c = made_up_comparison(60, kind="short")
    middles: dict[str, tuple[str, ...]] = {}
    for group in GROUPS:
        alone = replace(c, findings=tuple(f for f in c.in_group(group))[:1])
        (sheet,) = draw_comparison(alone, theme=theme, format="dot")
        frames = [b for b in boxes_of(sheet) if b.is_frame]
        centre = [b for b in frames if abs((b.left + b.right) / 2 - 270) < 3]
        marks = re.findall(
            'BORDER="(\\d)"|STYLE="(\\w+)"', "".join(b.label.replace('CELLBORDER="0"', "") for b in centre)
        )
        middles[group] = tuple("".join(mark) for mark in marks)
    assert middles == {
        "agree": ("3",),
        "agree-but": ("3",),
        "diverge": ("2", "dashed"),
        "conflict": ("1", "2"),
        "one-sided": ("1", "dotted"),
        "undetermined": ("1", "dashed"),
    }


def test_roles_differ_in_shape_without_any_colour() -> None:
    pills = set()
    c = made_up_comparison(60, kind="short")
    c = replace(c, findings=tuple(f for f in c.findings if f.unit == "role" and f.group != "one-sided"))
    for sheet in draw_comparison(c, theme="print", format="dot"):
        pills |= set(
            re.findall(
                r'BORDER="([13])"[^>]*FIXEDSIZE[^>]*?HEIGHT="(?:1\d|2\d)"[^>]*?(?: STYLE="(\w+)")?>',
                sheet.data.decode(),
            )
        )
    assert {style for _, style in pills} == {"", "dashed", "rounded"}


def test_in_print_all_colours_are_greys() -> None:
    for sheet in draw_comparison(made_up_comparison(40, kind="short"), theme="print"):
        colours = re.findall(r'(?:fill|stroke)="#(\w\w)(\w\w)(\w\w)"', sheet.data.decode())
        assert colours
        assert all(r == g == b for r, g, b in colours)


def test_reported_speech_stands_in_no_authors_column() -> None:
    c = made_up_comparison(40, kind="short")
    c = replace(c, findings=tuple(_with_reported(f) for f in c.findings))
    assert "SAID BY SOMEBODY ELSE" not in drawn(c, level="full")


def _with_reported(finding: Finding) -> Finding:
    words = "SAID BY SOMEBODY ELSE"
    reported = (Cited("x", words, words, voice="Somebody"),)
    return replace(finding, sides={key: replace(side, reported=reported) for key, side in finding.sides.items()})


def test_the_drawing_can_be_heard(comparison: Comparison) -> None:
    (sheet,) = draw_comparison(comparison)
    root = ElementTree.fromstring(sheet.data)
    assert root.get("role") == "img"
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert title.text == (
        "Ruiz and Patel agree on 2 points and differ on 2, "
        "above all on whether the council should build the lane this year"
    )
    assert description is not None
    assert description.text is not None
    assert "Thesis: Build it now." in description.text
    assert "In all: 2 they agree on, 2 they differ on, 1 only one speaks to and 1 on sources." in description.text
    spoken = [t.text for t in root.iter(f"{SVG}title")]
    assert spoken[1:] == [f.sentence for f in comparison.findings]


def test_hostile_text_is_drawn_whole_and_stays_text() -> None:
    written = drawn(made_up_comparison(20, kind="hostile"), level="full").replace(" ", "")
    assert 'a<b&&"c">d\\N\\G{x}</TD></TABLE>' in written
    assert '<IMGSRC="javascript:alert(1)"/>&<B></B>' in written
    assert "onetwothree" in written
    for sheet in draw_comparison(made_up_comparison(20, kind="hostile")):
        tags = {element.tag.removeprefix(SVG) for element in ElementTree.fromstring(sheet.data).iter()}
        assert tags <= {"svg", "g", "title", "desc", "text", "polygon", "polyline", "path", "ellipse"}


def test_nothing_in_common_is_said() -> None:
    empty = replace(made_up_comparison(5), findings=())
    (sheet,) = draw_comparison(empty)
    assert "Ode and Lindqvist &amp; Roe-Marsh speak to no question in common" in sheet.data.decode()


def endless() -> Comparison:
    """One agreement, with sentences and quotations that do not end."""
    c = made_up_comparison(1, 2, kind="short")
    words = "A word after another, and no end of it. " * 40
    sides = {m.id: Side("holds", tuple(Cited(f"s{i}", words, words) for i in range(4))) for m in c.maps}
    return replace(c, findings=(replace(c.findings[0], group="agree", unit="stance", sides=sides),))


def test_a_row_that_no_page_holds_is_warned_of_with_a_remedy_that_works() -> None:
    (sheet,) = draw_comparison(endless(), paper="a4", level="full")
    warning = next(d for d in sheet.diagnostics if d.code == "AM901")
    assert "8 pt can be read" in warning.message
    assert warning.help == "try --level text"
    (better,) = draw_comparison(endless(), paper="a4", level="text")
    assert better.body_pt >= 8


def test_on_slides_such_a_row_is_shortened_and_this_is_said() -> None:
    (sheet,) = draw_comparison(endless(), paper="slide", level="full")
    assert sheet.body_pt >= 12
    assert "…" in written_on(sheet)
    (advice,) = sheet.diagnostics
    assert (advice.code, advice.severity) == ("AM906", "advice")
    assert advice.message == "some texts on sheet 1 are cut; they end with an ellipsis"
    assert advice.help == "larger paper has more room: try --view sheet --paper a4-portrait"


@pytest.mark.parametrize("level", LEVELS)
def test_no_text_on_a_slide_is_too_small(level: Level) -> None:
    for kind, seed in (("mixed", 4), ("long", 5), ("wide", 6), ("hostile", 7)):
        for sheet in draw_comparison(made_up_comparison(12, seed, kind=kind), paper="slide", level=level):
            assert sheet.body_pt >= 12, (kind, sheet.name)


def test_texts_shown_in_part_are_told_of_with_the_level_that_shows_more() -> None:
    c = made_up_comparison(12, kind="long")
    helps = [draw_comparison(c, level=level)[0].diagnostics[0].help for level in LEVELS]
    assert helps == ["try --level text", "try --level full", "argmap compare prints all of it"]


def test_a_machine_without_fonts_is_told_of(comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "letters", lambda: "bundled")
    monkeypatch.setattr(engine, "missing_glyphs", lambda _: "")
    monkeypatch.setattr(engine, "measure", lambda labels, **_: engine.Measured(dict.fromkeys(labels, (10.0, 10.0))))
    (sheet,) = draw_comparison(comparison, format="dot")
    assert [d.code for d in sheet.diagnostics] == ["AM903"]


@pytest.mark.parametrize("wrong", [{"paper": "a5"}, {"theme": "pink"}, {"level": "all"}, {"format": "gif"}])
def test_options_that_do_not_exist_are_refused(comparison: Comparison, wrong: dict[str, str]) -> None:
    with pytest.raises(UnknownName, match=f"no {next(iter(wrong))} is called {next(iter(wrong.values()))!r}"):
        draw_comparison(comparison, **wrong)


def test_three_maps_have_no_sheet(comparison: Comparison) -> None:
    three = replace(comparison, maps=(*comparison.maps, comparison.maps[0]))
    with pytest.raises(DrawingFailed, match="this comparison is of 3 maps"):
        draw_comparison(three)
