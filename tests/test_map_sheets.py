"""Maps as pictures, drawn by the engine: what is on the page, what a reader hears, what a machine reads."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, cast
from xml.etree import ElementTree

import pytest
import yaml
from drawn import Drawn, drawn
from made_up_maps import made_up
from marked_map import a_map, every_mark
from pictures import draw_map, narrow_font

from argmap.diagram.boxes import Box, Level, Seen
from argmap.diagram.of_map import diagram_of_map
from argmap.errors import DrawingFailed, UnknownName
from argmap.languages import words_in
from argmap.layout.paper import PAPERS
from argmap.layout.shape import Style
from argmap.model import ArgumentMap
from argmap.renderers.graphviz import engine
from argmap.renderers.graphviz.label_text import lines_of
from argmap.renderers.maps.legend import legend_items
from argmap.renderers.maps.map_sheets import map_version
from argmap.renderers.maps.markup import bar_label, box_label
from argmap.renderers.picture import Picture
from argmap.theme import THEMES

SVG = "{http://www.w3.org/2000/svg}"
MAPS = Path(__file__).parent.parent / "maps" / "northeast-asia"


def geometry(m: ArgumentMap, **options: Any) -> list[tuple[Picture, Drawn]]:
    return [(p, drawn(p.data)) for p in draw_map(m, format="dot", **options)]


def page(d: Drawn) -> tuple[float, float]:
    """Width and height of all that is drawn, with the margin Graphviz adds."""
    boxes = list(d.boxes.values())
    xs = [x for b in boxes for x in (b.left, b.right)] + [p[0] for _, _, points in d.lines for p in points]
    ys = [y for b in boxes for y in (b.bottom, b.top)] + [p[1] for _, _, points in d.lines for p in points]
    return max(xs) - min(xs) + 14.4, max(ys) - min(ys) + 14.4


def assert_holds(m: ArgumentMap, *, paper: str = "a4", **options: Any) -> None:
    for picture, d in geometry(m, paper=paper, **options):
        assert d.overlaps() == []
        assert d.crossings() == []
        assert d.loose_ends() == []
        scale = picture.body_pt / 11
        width, height = page(d)
        assert width * scale <= PAPERS[paper].width + 0.1
        assert height * scale <= PAPERS[paper].height + 0.1
        readable = picture.body_pt >= PAPERS[paper].least_pt - 0.05
        assert readable or not narrow_font()  # set wide, one step may be too much for a slide; then that is said
        assert [found.code for found in picture.diagnostics] == ([] if readable else ["AM901"])


@pytest.mark.parametrize(("size", "seed"), [(5, 1), (10, 2), (20, 3), (30, 4), (30, 5), (50, 6), (50, 7), (80, 8)])
def test_boxes_do_not_overlap_lines_cross_no_box_and_end_at_theirs_and_type_can_be_read(size: int, seed: int) -> None:
    assert_holds(made_up(size, seed))


@pytest.mark.parametrize("paper", ["a4-portrait", "letter", "a3"])
@pytest.mark.parametrize("theses", [1, 3])
def test_the_same_holds_on_other_paper_and_with_several_theses(paper: str, theses: int) -> None:
    assert_holds(made_up(40, 9, theses=theses), paper=paper)


def test_the_same_holds_for_slides_with_labels() -> None:
    assert_holds(made_up(30, 10), paper="slide", level="title")


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20, 40))
def test_the_same_holds_for_many_maps(seed: int) -> None:
    assert_holds(made_up(5 + 6 * (seed - 20), seed, theses=1 + seed % 3))


@pytest.mark.parametrize("name", ["koga-2023", "rsis-2023"])
def test_the_same_holds_for_the_shipped_maps(name: str) -> None:
    path = MAPS / f"{name}.yaml"
    if not path.exists():
        pytest.skip("the shipped maps are not here")
    document = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    codebook = MAPS / document["codebook"]
    document["codebook"] = yaml.load(codebook.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    assert_holds(ArgumentMap.model_validate(document))


def test_a_small_map_is_one_sheet_and_a_large_one_an_overview_with_branches() -> None:
    assert [p.name for p in draw_map(made_up(8, 1), format="dot")] == ["town-8-1"]
    names = [p.name for p in draw_map(made_up(45, 1), format="dot")]
    assert names == [f"town-45-1-{i}" for i in range(1, len(names) + 1)]
    assert len(names) > 2
    assert len(draw_map(made_up(8, 1), format="dot", split="branch")) >= 1
    assert len(draw_map(made_up(45, 1), format="dot", split="never")) == 1


def test_type_too_small_to_read_is_said_with_what_would_help() -> None:
    (picture,) = draw_map(made_up(45, 1), format="dot", split="never")
    (found,) = picture.diagnostics
    assert found.code == "AM901"
    assert f"prints at {picture.body_pt:.1f} pt on a4, less than 8 pt" in found.message
    assert found.help == "try --split branch"  # neither labels nor an upright page are enough
    (picture,) = draw_map(made_up(60, 1), format="dot", split="never", paper="poster", level="title")
    assert [d.help for d in picture.diagnostics] == ["try --split branch"]


def test_what_hangs_on_no_thesis_is_drawn_apart_and_said() -> None:
    (picture,) = draw_map(a_map(t={"type": "thesis", "because": ["a"]}, a={}, x={"because": ["y"]}, y={}))
    assert [str(d) for d in picture.diagnostics] == ["warning[AM905]: 'x' hangs on no thesis"]
    assert "not connected" in picture.data.decode()
    (picture,) = draw_map(a_map(t={"type": "thesis"}, **{f"x{i}": {} for i in range(5)}))
    (found,) = picture.diagnostics
    assert str(found) == "warning[AM905]: 'x0', 'x1', 'x2' and 2 more hang on no thesis"


NINE = "Schools should move to a week of four days."
TWENTY = " ".join(f"word{i}" for i in range(20)) + "."


def words_on(picture: Picture) -> str:
    found = ElementTree.fromstring(picture.data).iter(f"{SVG}text")
    return " ".join(" ".join("".join(text.itertext()) for text in found).split())


@pytest.mark.parametrize("level", ["title", "text"])
def test_a_sentence_without_a_label_is_cut_only_where_it_does_not_fit(level: Level) -> None:
    evidence = {"type": "evidence", "text": "One district doubled its applications within a single year."}
    m = a_map(t={"type": "thesis", "text": NINE, "because": ["e"]}, e=evidence)
    (picture,) = draw_map(m, paper="slide", level=level)
    assert NINE in words_on(picture)
    assert "within a single year" in words_on(picture)
    assert picture.diagnostics == ()


def test_a_label_stands_for_its_sentence_however_much_room_there_is() -> None:
    (picture,) = draw_map(a_map(t={"type": "thesis", "text": NINE, "label": "Four days"}), paper="slide", level="title")
    assert "Four days" in words_on(picture)
    assert "Schools" not in words_on(picture)


def test_statements_that_are_cut_for_want_of_a_label_are_named() -> None:
    (picture,) = draw_map(a_map(t={"type": "thesis", "text": TWENTY}), paper="slide", level="title")
    assert "word15… thesis" in words_on(picture)
    assert [str(d) for d in picture.diagnostics] == [
        "advice[AM906]: the picture cuts the text of 't' (write a `label` of up to eight words)"
    ]
    (picture,) = draw_map(a_map(t={"type": "thesis", "text": TWENTY}), paper="slide", level="text")
    assert picture.diagnostics == ()


def test_a_crowded_sheet_is_cut_as_short_as_a_label() -> None:
    reasons: dict[str, object] = {f"r{i}": {"text": TWENTY} for i in range(14)}
    m = a_map(t={"type": "thesis", "because": list(reasons)}, **reasons)
    first, *_ = draw_map(m, paper="slide", level="title")
    assert "word7…" in words_on(first)
    assert "word8" not in words_on(first)
    assert [d.message for d in first.diagnostics if d.code == "AM906"] == [
        "the picture cuts the text of 'r0', 'r1', 'r2' and 11 more"
    ]


def test_characters_that_come_out_as_squares_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def missing(text: str) -> str:
        asked.append(text)
        return "日" * 30

    monkeypatch.setattr(engine, "missing_glyphs", missing)
    (picture,) = draw_map(a_map(t={"type": "thesis", "text": "Tōkyō 日本", "voice": "Somebody"}))
    (found,) = picture.diagnostics
    assert found.code == "AM904"
    assert f"no shape for {'日' * 20 + '…'!r}" in found.message
    assert "Tōkyō 日本" in asked[0]


def test_a_machine_without_fonts_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for where, said in (("bundled", "drawn with the DejaVu Sans"), ("none", "letters come out as squares")):
        monkeypatch.setattr(engine, "letters", lambda where=where: where)
        (picture,) = draw_map(a_map(t={"type": "thesis"}))
        assert [(d.code, said in d.message) for d in picture.diagnostics] == [("AM903", True)]


def words(svg: bytes) -> str:
    return " ".join(e.text or "" for e in ElementTree.fromstring(svg).iter(f"{SVG}text")).replace("\u00a0", " ")


def test_every_mark_of_a_map_is_drawn_and_its_legend_names_it() -> None:
    (picture,) = draw_map(every_mark())
    drawn_words = words(picture.data)
    for expected in (
        "because (together)",
        "▪ 9,000 riders a day",
        "(Okoro & Ode 2020)",
        "likely · 2017–2021",
        "if P4",
        "says Dana Whitfield, not the author",
        "not stated, assumed",
        "see P1",
        "Claims in plain type are the mapper’s wording; quoted words are the authors’.",
        "Ann Okoro, “Rails”, Town Review, 2021",
        "a reason for the claim above (solid line, arrow)",
        "an objection to the claim above (dashed line, bar)",
        "doubt about the step itself (dotted line, ring)",
        "what the claim above depends on (thin line, diamond)",
        "joined boxes: they work only together",
        "what the article cites for it, with the source",
        "not stated in the article; the step needs it",
        "somebody else’s view, reported by the author",
        "a second use; drawn in full where P3 stands",
    ):
        assert [word for word in expected.split() if word not in drawn_words] == []
    assert "so many statements more" not in drawn_words
    assert "cause to effect" not in drawn_words
    assert "full buses" not in drawn_words


def test_the_legend_names_only_marks_in_use() -> None:
    (picture,) = draw_map(a_map(t={"type": "thesis", "because": ["a"]}, a={}))
    assert "a reason for the claim above" in words(picture.data)
    for other in ("an objection", "doubt about", "depends on", "joined boxes", "cites", "not stated", "second use"):
        assert other not in words(picture.data)
    (picture,) = draw_map(a_map(t={"type": "thesis"}))
    assert "a reason for" not in words(picture.data)


def test_bars_under_joined_statements_name_the_one_they_belong_to() -> None:
    statements = {"t": {"type": "thesis", "because": [["a", "b"]]}, "b": {"because": ["c"], "but": ["d"], "if": ["e"]}}
    (picture,) = draw_map(a_map(**{"a": {}, "c": {}, "d": {}, "e": {}} | statements))
    assert [w for w in ("because · for P2", "but · against P2", "if · for P2") if w not in words(picture.data)] == []


def hedged(**more: object) -> dict[str, Any]:
    """Statements of four kinds that a reader must not take for what the author plainly states."""
    return {
        "assumed": {"type": "assumption", "text": "It stays cheap."} | more,
        "reported": {"text": "Loans are at hand.", "voice": "Dana Whitfield"} | more,
        "likely": {"text": "People will ride it.", "certainty": "likely", "sources": ["okoro-2020"]} | more,
        "scoped": {"text": "Rates stay low.", "if": ["loans"], "when": "2017/2021"} | more,
    }


HEDGES = {
    "assumed": "not stated, assumed",
    "reported": "says Dana Whitfield, not the author",
    "likely": "likely",
    "scoped": "if P3 · 2017–2021",
}


@pytest.mark.parametrize("key", HEDGES)
@pytest.mark.parametrize("theme", ["light", "print"])
def test_a_head_and_a_pointer_misreport_nobody(key: str, theme: Any) -> None:
    document = {
        "id": "m",
        "sources": {"okoro-2020": {"authors": ["Ann Okoro", "Ben Ode"], "date": "2020-02"}},
        "statements": {
            "t": {"type": "thesis", "text": "Yes.", "because": ["x", "x2"]},
            "x": hedged(because=["y"])[key],
            "x2": {"text": "It is so.", "but": ["x"]},
            "y": {"text": "It was so.", "but": ["loans"]},
            "loans": {"text": "Money is there."},
        },
    }
    m = ArgumentMap.model_validate(document)
    boxes = list(diagram_of_map(m).walk())
    pointer = next(box for box in boxes if box.statements[0].see and box.statements[0].key == "x")
    reason = next(box for box in boxes if box.statements[0].key == "x")
    head = Box(
        "n9", "context", (replace(reason.statements[0], see=True, sheet=2, below=(), folded=()),), role="reason for T"
    )
    for box in (pointer, head):
        label = box_label(box, Style(60), THEMES[theme])
        legend = [means for _, means in legend_items([box], THEMES[theme])]
        assert HEDGES[key] in unmarked(label)
        assert ('STYLE="DASHED"' in label) == (key == "assumed")
        assert ("not stated in the article; the step needs it" in legend) == (key == "assumed")
        assert ('WIDTH="4"' in label) == (key == "reported")  # the rule of reported speech
        assert ("somebody else’s view, reported by the author" in legend) == (key == "reported")
    assert ("(Okoro & Ode 2020)" in unmarked(box_label(head, Style(60), THEMES[theme]))) == (key == "likely")
    assert "reason for T, sheet 2" in unmarked(box_label(head, Style(60), THEMES[theme]))
    assert pointer.statements[0].short in unmarked(box_label(pointer, Style(60), THEMES[theme]))


def unmarked(label: str) -> str:
    """The words of a label."""
    return " ".join("".join(ElementTree.fromstring(f"<x>{label}</x>").itertext()).split())


def test_wide_letters_have_room_above_them_in_a_bar_and_others_need_none() -> None:
    box = Box("n1", "support", (Seen("a", "P1", "premise", "It is so.", "so"),))
    japanese, english = (bar_label(box, Style(26), THEMES["light"], words_in(code)) for code in ("ja", "en"))
    assert '<TD HEIGHT="3"></TD></TR>\n<TR><TD ALIGN="CENTER">' in japanese
    assert "HEIGHT" not in english


def test_a_quotation_inside_a_quotation_has_marks_of_its_own() -> None:
    m = a_map(t={"type": "thesis", "quote": "to be “normalized” soon", "at": "¶7"})
    (picture,) = draw_map(m, level="full")
    assert "“to be ‘normalized’ soon” ¶7" in words(picture.data)


def test_how_others_are_cited_is_not_torn() -> None:
    for columns in range(14, 40):
        lines = lines_of("(Du Plessis et al. 2023; Foy et al. 2023)", columns)
        assert [line for line in lines if line.endswith(("et", "al.")) or line.startswith(("al.", "2023"))] == []


def test_what_is_on_another_sheet_is_told_from_what_is_on_none() -> None:
    boxes = [
        Box("n1", "support", (Seen("a", "P1", "premise", "So.", "so"),), hidden=5, sheet=2),
        Box("n2", "support", (Seen("b", "P2", "premise", "So.", "so"),), beyond=2),
    ]
    both = {means: unmarked(cell) for cell, means in legend_items(boxes, THEMES["light"])}
    assert both["so many statements more, on that sheet"] == "+ 5 below: sheet 2"
    assert both["so many statements more, not drawn"] == "+ 2 below"
    only = {means: unmarked(cell) for cell, means in legend_items(boxes[:1], THEMES["light"])}
    assert only["so many statements more, on that sheet"] == "+ 5 below"


def test_in_full_quotations_places_and_schemes_are_there_and_in_titles_only_labels() -> None:
    (full,) = draw_map(every_mark(), level="full", paper="a3")
    assert "“full buses” ¶3" in words(full.data)
    assert "because · cause to effect" in words(full.data)
    (title,) = draw_map(made_up(6, 1), level="title")
    statements = made_up(6, 1).statements.values()
    assert [s.text for s in statements if s.text in words(title.data)] == []


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_an_svg_can_be_heard_and_holds_nothing_that_runs(theme: Any) -> None:
    for picture in draw_map(made_up(40, 3), theme=theme):
        root = ElementTree.fromstring(picture.data)
        assert root.get("role") == "img"
        title, desc = root[0], root[1]
        assert (title.tag, desc.tag) == (f"{SVG}title", f"{SVG}desc")
        assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
        assert (title.text or "").startswith("A tram for the valley: what the plan gains, and what it leaves open")
        assert "Ann Okoro and Ben Ode" in (desc.text or "")
        assert f"version {map_version(made_up(40, 3))}" in (desc.text or "")
        groups = {kind: [g for g in root.iter(f"{SVG}g") if g.get("class") == kind] for kind in ("node", "edge")}
        assert [g for g in groups["edge"] if g.get("aria-hidden") != "true"] == []
        said = [g[0].text or "" for g in groups["node"] if g[0].tag == f"{SVG}title"]
        assert len(said) == len(groups["node"]) - 2
        assert [s for s in said if not re.match(r"[TCPEOU]\d*, [a-z]", s)] == []
        ids = [e.get("id") for e in root.iter() if e.get("id")]
        assert [i for i, n in Counter(ids).items() if n > 1] == []
        tags = {e.tag.removeprefix(SVG) for e in root.iter()}
        assert tags <= {"svg", "title", "desc", "g", "polygon", "polyline", "path", "text", "ellipse"}
        assert "Generated" not in picture.data.decode()
        assert "<!--" not in picture.data.decode()


def test_a_box_says_what_it_is_to_the_one_above() -> None:
    (picture,) = draw_map(every_mark())
    said = [e.text for e in ElementTree.fromstring(picture.data).iter(f"{SVG}title")]
    assert said[1:] == [
        "T, thesis: The valley should have a tram.",
        "C1, reason for T: People will ride it. (likely · 2017–2021) Evidence: 9,000 riders a day (Okoro & Ode 2020).",
        "P1, reason for C1: People keep habits.",
        "O1, doubt about the step from P1: Cars get cheaper. Evidence: (Okoro & Ode 2020).",
        "P2, reason for T, says Dana Whitfield, not the author: Loans are at hand.; "
        "U1, reason for T, not stated, assumed: It stays cheap.; P3, reason for T: It is cheap. (if P4)",
        "P4, condition of P3: Rates stay low.",
        "O2, objection to T: It is loud.",
        "P1, objection to O2: People keep habits.",
    ]


def test_the_same_map_gives_the_same_bytes_and_ids_of_statements_are_not_in_them() -> None:
    for form in ("dot", "svg"):
        one = draw_map(made_up(20, 2), format=cast("Any", form))
        engine.letters.cache_clear()
        assert [p.data for p in one] == [p.data for p in draw_map(made_up(20, 2), format=cast("Any", form))]
    (picture,) = draw_map(a_map(unmistakable={"type": "thesis", "text": "Yes."}), format="dot")
    assert b"unmistakable" not in picture.data


def test_the_dot_of_a_map_is_a_graph_of_generated_names() -> None:
    (picture,) = draw_map(every_mark(), format="dot")
    text = picture.data.decode()
    edges = re.findall(r"^\t(\w+) -> (\w+) \[", text, re.MULTILINE)
    assert set(edges) == {
        ("n1", "n0"),
        ("n2", "n1"),
        ("n3", "n2"),
        ("n4", "n0"),
        ("n5", "n4"),
        ("n6", "n0"),
        ("n7", "n6"),
    }
    assert len(edges) == 7
    assert set(re.findall(r" id=(\w+) pos=", text)) == {"title", "legend", *(f"n{i}" for i in range(8))}
    assert "layout=" not in text


def test_without_graphviz_dot_has_no_places_and_pictures_say_what_to_install(
    golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "available", lambda: False)
    (picture,) = draw_map(every_mark(), format="dot")
    assert [(d.code, d.severity) for d in picture.diagnostics] == [("AM902", "warning")]
    golden("dot/marks-unplaced.dot", picture.data.decode())
    monkeypatch.setattr(engine, "_has_library", lambda: False)
    monkeypatch.setenv("PATH", "")
    engine.letters.cache_clear()
    with pytest.raises(DrawingFailed, match="pip install pygraphviz"):
        draw_map(every_mark(), format="svg")


def test_the_engine_that_is_there_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    assert engine.available()
    monkeypatch.setattr(engine, "_has_library", lambda: False)
    monkeypatch.setenv("PATH", "")
    assert not engine.available()


HOSTILE = [
    "& < > \" ' </TD><script>alert(1)</script> <!-- --> ]]>",
    r"\N \G \E \L \T \\N {a|b} C:\new\table",
    "ufffe\ufffe, \u2028, \ufeff",
    "javascript:alert(1)",
    "x" * 300,
    "word " * 2000,
    "日本語の文。" * 20,
    "e\u0301" * 50,
    "\u202eright to left\u202c",
    "&amp; &#60; %s {0} ${x}",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_drawn_whole(text: str) -> None:
    thesis = {"type": "thesis", "text": text, "label": text[:60], "because": ["a"]}
    m = a_map(t=thesis, a={"text": text, "voice": text[:50]})
    unchecked = "bell\x07, null\x00, escape\x1b, delete\x7f, nel\x85 "  # no reader lets these in
    m = m.model_copy(update={"title": unchecked + text[:200]})
    for form in ("svg", "png", "pdf"):
        assert draw_map(m, format=cast("Any", form), paper="fit", split="never")[0].data
    (picture,) = draw_map(m, paper="fit", split="never")
    shown = "".join("".join(e.itertext()) for e in ElementTree.fromstring(picture.data).iter(f"{SVG}text"))
    # what turns round the order of letters (AM121) is left out of pictures
    kept = re.sub("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\\s]", "", text)
    assert re.sub(r"\s", "", shown).count(kept) >= 2
    assert "<script" not in picture.data.decode()


def test_an_engine_that_leaves_a_box_out_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = engine.draw
    emptied = re.compile(rb"<text.*?</text>\n")
    monkeypatch.setattr(engine, "draw", lambda dot, form, **kw: emptied.sub(b"", honest(dot, form, **kw)))
    with pytest.raises(DrawingFailed, match="left a box empty"):
        draw_map(a_map(t={"type": "thesis"}))


def test_a_statement_that_cannot_be_drawn_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = engine.measure

    def refuses(labels: Any, *args: Any, **options: Any) -> Any:
        if any("poison" in label for label in labels.values()):
            raise DrawingFailed("Graphviz said no")
        return honest(labels, *args, **options)

    monkeypatch.setattr(engine, "measure", refuses)
    with pytest.raises(DrawingFailed, match="the statement 'b' cannot be drawn: Graphviz said no"):
        draw_map(a_map(t={"type": "thesis", "because": ["a", "b"]}, a={}, b={"text": "poison"}))


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("paper", "a5", "no paper is called 'a5'; known: a4, a4-portrait"),
        ("level", "all", "no level is called 'all'; known: title, text, full"),
        ("theme", "pink", "no theme is called 'pink'; known: light, dark, print"),
        ("format", "gif", "no format is called 'gif'; known: svg, png, pdf, dot"),
    ],
)
def test_an_unknown_option_says_what_there_is(option: str, value: str, said: str) -> None:
    with pytest.raises(UnknownName, match=re.escape(said)):
        draw_map(a_map(t={"type": "thesis"}), **cast("Any", {option: value}))


def test_a_map_without_statements_or_without_end_says_so() -> None:
    with pytest.raises(DrawingFailed, match="the map 'm' has no statements to draw"):
        draw_map(a_map())
    chain = {f"s{i}": {"because": [f"s{i + 1}"]} for i in range(400)} | {"s400": {}}
    chain["s0"]["type"] = "thesis"  # type: ignore[assignment]
    with pytest.raises(DrawingFailed, match="more than 150 steps deep"):
        draw_map(a_map(**chain))


def test_a_circle_is_drawn_without_end_or_crash() -> None:
    (picture,) = draw_map(a_map(a={"because": ["b"]}, b={"because": ["a"]}))
    assert "see P1" in words(picture.data)


def test_every_see_and_every_sheet_number_leads_to_a_sheet_that_has_it() -> None:
    for seed in (1, 2, 3):
        pictures = draw_map(made_up(60, seed, theses=2))
        said = [words(p.data) for p in pictures]
        for text in said:
            for short, sheet in re.findall(r"see ([TCPEOU]\d*), sheet (\d+)", text):
                assert re.search(rf"\b{short}\b", said[int(sheet) - 1])
            for sheet in re.findall(r"sheet (\d+)", text):
                assert 1 <= int(sheet) <= len(pictures)


def test_a_png_has_the_size_of_its_paper() -> None:
    (picture,) = draw_map(made_up(8, 1), format="png")
    width, height = (int.from_bytes(picture.data[i : i + 4], "big") for i in (16, 20))
    assert width <= 10.9 * 192 + 1
    assert height <= 7.5 * 192 + 1
    assert max(width / (10.9 * 192), height / (7.5 * 192)) > 0.9


def test_the_drawing_of_every_mark_is_the_golden_one(
    golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    if not engine._has_library():
        pytest.skip("other versions of Graphviz measure otherwise")
    monkeypatch.setattr(engine, "letters", lambda: "bundled")  # the same font on every machine
    (picture,) = draw_map(every_mark(), format="dot")
    golden("dot/marks.dot", picture.data.decode())
    sheets = draw_map(made_up(45, 1), format="dot", level="title", theme="print")
    golden("dot/town.dot", "\n".join(sheet.data.decode() for sheet in sheets))
