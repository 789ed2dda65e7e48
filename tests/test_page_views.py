"""What the views of maps, causes, roles and drawings hold, before they are HTML."""

import re
from pathlib import Path

import pytest
from made_up_pages import SVG, coded, page, shipped
from marked_map import a_map, every_mark

from argmap.api import compare
from argmap.errors import DrawingFailed
from argmap.facade.page_figures import figures_of
from argmap.graph import names_under
from argmap.hypertext.page.causes_view import causes_view
from argmap.hypertext.page.codes import codes_in_words
from argmap.hypertext.page.figure import Figure
from argmap.hypertext.page.figures_view import figures_view
from argmap.hypertext.page.map_view import DEEPEST, Branch, MapView, Point, map_views
from argmap.hypertext.page.material import Link, Material
from argmap.hypertext.page.outline_said import said_by
from argmap.hypertext.page.part_table import Answer, PartTable
from argmap.hypertext.page.roles_view import roles_view
from argmap.hypertext.page.said_parts import said_parts
from argmap.model import ArgumentMap
from argmap.reporters.outline import outline_markdown

MAPS = Path(__file__).parents[1] / "maps" / "northeast-asia"
ALL = ("koga-2023", "rsis-2023", "beijing-2023", "camp-david-2023")


def view(m: ArgumentMap, **fields: object) -> MapView:
    (found,) = map_views(Material((m,), **fields))  # type: ignore[arg-type]
    return found


def told(branches: tuple[Branch, ...], indent: str = "") -> list[str]:
    """A map as lines: the bar, what is said beside it, then its statements."""
    lines = []
    for branch in branches:
        said = [branch.bar, *([f"[{branch.aside}]"] if branch.aside else [])]
        lines += [f"{indent}{' '.join(said).strip()}"] if said != [""] else []
        for point in branch.points:
            lines.append(f"{indent}{_told(point)}")
            lines += told(point.below, f"{indent}  ")
        lines += told(branch.doubts, f"{indent}  ")
    return lines


def _told(point: Point) -> str:
    parts = [f"see {point.short}" if point.see else f"{point.short} {point.text}", point.says, point.limits]
    parts += [f"“{point.quote}” {point.at}"] if point.quote else []
    parts += [f"({point.sources})"] if point.sources else []
    parts += [f"▪ {foot.short} {foot.label} ({foot.sources})" for foot in point.feet]
    return " | ".join(part for part in parts if part) + (f" + {point.count}" if point.count else "")


def points_of(v: MapView) -> list[Point]:
    found, waiting = [], list(v.trees)
    while waiting:
        branch = waiting.pop()
        for point in branch.points:
            found += [point, *point.feet]
            waiting += point.below
        waiting += branch.doubts
    return found


def test_a_map_says_with_words_what_a_drawing_says_with_marks() -> None:
    assert told(view(every_mark()).trees) == [
        "T The valley should have a tram. + 9",
        "  because",
        "  C1 People will ride it. | likely · 2017–2021 | “full buses” ¶3"
        " | ▪ E1 9,000 riders a day (Okoro & Ode 2020) + 2",
        "    because [cause to effect]",
        "    P1 People keep habits.",
        "      unless [doubt about the step from P1]",
        "      O1 Cars get cheaper. | (Okoro & Ode 2020)",
        "  because (together)",
        "  P2 Loans are at hand. | says Dana Whitfield, not the author",
        "  U1 It stays cheap.",
        "  P3 It is cheap. | if P4 + 1",
        "    if",
        "    P4 Rates stay low.",
        "  but",
        "  O2 It is loud.",
        "    but",
        "    see P1",
    ]


def test_only_marks_in_use_are_explained() -> None:
    assert [mark.mark for mark in view(every_mark()).key] == [
        "support", "together", "attack", "undercut", "condition", "assumption", "says", "evidence", "see",
    ]  # fmt: skip
    assert [mark.mark for mark in view(a_map(one={"type": "claim"})).key] == ["loose"]


@pytest.mark.parametrize("name", ALL)
def test_every_statement_of_a_map_stands_in_it_once_and_counts_add_up(name: str) -> None:
    (m,) = shipped(name)
    found = view(m)
    full = [point for point in points_of(found) if not point.see]
    material = Material((m,))
    assert sorted(point.anchor for point in full) == sorted(material.anchor(m.id, key) for key in m.statements)
    assert sum(branch.count for branch in found.trees) == len(m.statements)


def test_a_circle_is_shown_and_ends() -> None:
    found = view(a_map(a={"because": ["b"]}, b={"because": ["a"]}))
    assert told(found.trees) == [
        "not connected",
        "P1 a is so. + 1",
        "  because",
        "  P2 b is so.",
        "    because",
        "    see P1",
    ]


def test_what_is_too_deep_to_be_indented_goes_on_further_down() -> None:
    links = 3 * DEEPEST
    found = view(a_map(**{f"s{i}": {"because": [f"s{i + 1}"] if i < links else []} for i in range(links + 1)}))
    assert found.depth == DEEPEST
    first, *more = found.trees
    last = next(point for point in points_of(found) if point.onward == "A-on-1")
    assert last.short == f"P{DEEPEST + 1}"
    assert [(tree.anchor, tree.bar, tree.aside) for tree in more] == [
        ("A-on-1", "because", "reason for P13"),
        ("A-on-2", "because", "reason for P26"),
    ]
    assert first.count + sum(tree.count for tree in more) == links + 1
    assert "href=#A-on-1>" in page(a_map(**{f"s{i}": {"because": [f"s{i + 1}"] if i < 20 else []} for i in range(21)}))


def test_evidence_of_two_claims_is_told_once_and_pointed_to() -> None:
    found = view(a_map(a={"because": ["e"]}, b={"because": ["e"]}, e={"type": "evidence", "text": "A count."}))
    feet = [point for point in points_of(found) if point.kind == "evidence"]
    assert sorted((foot.text, foot.see) for foot in feet) == [("A count", False), ("A count.", True)]
    assert sum(branch.count for branch in found.trees) == 3


def test_a_statement_leads_to_the_findings_it_stands_in() -> None:
    maps = shipped("koga-2023", "rsis-2023")
    material = Material(maps, compare(*maps))
    found = {point.anchor: point for v in map_views(material) for point in points_of(v) if not point.see}
    rows = {f.id: material.row(f.id) for f in material.findings}
    for f in material.findings:
        for map_id, side in f.sides.items():
            for s in side.statements:
                links = found[material.anchor(map_id, s.id)].found
                assert f"#{rows[f.id]}" in [link.href for link in links]
    assert {link.text for point in found.values() for link in point.found} == set("=≈≠!○")
    assert not any(point.codes for point in found.values())


def test_what_a_single_map_codes_is_said_in_the_words_of_its_codebook() -> None:
    (m,) = shipped("koga-2023")
    s = m.statements["own-channel"]
    assert list(codes_in_words(m, s)) == [
        "holds: Japan and South Korea should keep their own channel to China rather than rely too much on the United "
        "States",
        "Japan as interlocutor toward China",
        "South Korea as interlocutor toward China",
    ]
    assert view(m).trees[0].points[0].codes
    plain = a_map(
        x={"says": [{"cause": ["the-count", "rain"], "raises": "the-trade", "main": True}, {"denies": "it-pays"}]},
        y={"says": [{"cause": "rain", "unrelated": "the-trade"}, {"actor": "the-town", "role": "ally", "main": True}]},
    )
    assert [text for s in plain.statements.values() for text in codes_in_words(plain, s)] == [
        "the count and rain, raising the trade (main)",
        "denies: it pays",
        "rain, without effect on the trade",
        "the town as ally (main)",
    ]


@pytest.mark.parametrize("name", ALL)
def test_an_outline_is_kept_whole_in_little_room(name: str) -> None:
    (m,) = shipped(name)
    outline = outline_markdown(m)
    found = view(m, outlines={m.id: outline})
    assert found.outline == outline
    said = said_by(found.trees)
    parts = said_parts(outline, said)
    again = {place: text for text, place in said.items()}
    assert "".join(again[part] if i % 2 else part for i, part in enumerate(parts)) == outline
    assert len("".join(parts)) < 0.3 * len(outline)


def test_an_outline_of_which_nothing_is_said_is_kept_as_it_is() -> None:
    assert said_parts("- T Yes.", {"Yes.": "A-T"}) == ("- T Yes.",)
    assert said_parts("- T One\u2028and the other.", {"One\u2028and the other.": "A-T"}) == (
        "- T One\u2028and the other.",
    )


def rows_of(table: PartTable | None) -> dict[str, dict[str, list[list[str]]]]:
    assert table
    return {
        block.title: {row.label: [[_answer(answer) for answer in cell] for cell in row.cells] for row in block.rows}
        for block in table.blocks
    }


def _answer(answer: Answer) -> str:
    links = ", ".join(link.text for link in answer.links)
    parts = (answer.sign, answer.valence, answer.text, answer.toward, links and f"[{links}]")
    return " ".join(part for part in parts if part)


def test_causes_of_two_maps_face_each_other_and_lead_to_both() -> None:
    maps = shipped("koga-2023", "rsis-2023")
    material = Material(maps, compare(*maps))
    table = causes_view(material)
    found = rows_of(table)
    assert found["What brings Japan, South Korea and the United States closer together?"]["China's assertiveness"] == [
        ["▲ raises [A·P12]"],
        ["▲ raises (main) [B·C11, B·C14, B·C15]"],
    ]
    assert table
    assert table.blocks[0].verdict == Link(f"#{material.row(_finding(material, 'closer-ties'))}", "≈")
    assert any("not named" in cell for block in found.values() for row in block.values() for cell in row[0])


def _finding(material: Material, key: str) -> str:
    return next(f.id for f in material.findings if f.key == key)


def test_roles_of_two_maps_have_their_worth_in_more_than_a_colour() -> None:
    maps = shipped("koga-2023", "rsis-2023")
    material = Material(maps, compare(*maps))
    found = rows_of(roles_view(material))["Different parts"]["China"]
    assert found[0][0] == (
        "friendly intermediary (main) toward North Korea, Russia, the United States, Japan and South Korea [A·C3]"
    )
    assert found[1][0] == "hostile adversary (main) toward Japan and South Korea [B·T1, B·C1]"


def test_many_maps_have_a_column_each() -> None:
    maps = shipped(*ALL)
    for table in (causes_view(Material(maps, compare(*maps))), roles_view(Material(maps, compare(*maps)))):
        assert table
        assert [head[0] for head in table.heads] == ["A", "B", "C", "D"]
        assert {len(row.cells) for block in table.blocks for row in block.rows} == {4}


def test_a_single_map_has_causes_and_roles_of_its_own_but_not_those_it_reports() -> None:
    says = {"cause": "rain", "raises": "trade"}
    m = a_map(
        one={"says": [says], "certainty": "possible"},
        two={"says": [says | {"main": True}], "certainty": "likely"},
        three={"says": [{"cause": "snow", "lowers": "trade"}], "voice": "Dana"},
        four={"says": [{"actor": "town", "role": "rival", "toward": ["county"]}]},
        five={"says": [{"actor": "town", "role": "usher"}]},
    )
    assert rows_of(causes_view(Material((m,)))) == {"trade": {"Rain": [["▲ raises (main, likely) [A·P1, A·P2]"]]}}
    assert rows_of(roles_view(Material((m,)))) == {
        "Actors": {"Town": [["hostile rival toward county [A·P4]", "neutral usher [A·P5]"]]}
    }


def test_nothing_is_shown_of_causes_and_roles_that_no_map_names() -> None:
    one, other = a_map(a={}), a_map(a={})
    for material in (Material((one,)), Material((one, other), compare(one, other))):
        assert (causes_view(material), roles_view(material), figures_view(material)) == (None, None, None)
    shown = page(one)
    assert not re.search(r"id=(causes|roles|diagram)\b", shown)
    assert not re.search(r"href=#(causes|roles|diagram)\b", shown)


def test_a_drawing_stands_in_the_page_and_leads_to_its_words() -> None:
    shown = page(every_mark(), figures=[Figure("lane", "A lane.", SVG, "map-A")])
    assert "<text x=10 y=15 font-size=10>lane</text></svg>" in shown
    assert "href=#map-A>The same in words</a>" in shown


def test_without_drawings_it_is_said_why() -> None:
    assert "There is no drawing here: no Graphviz found." in page(every_mark(), undrawn="no Graphviz found")


def names(found: tuple[Figure, ...]) -> list[tuple[str, str]]:
    return [(figure.name, figure.said_in) for figure in found]


def test_a_page_has_the_drawings_a_lesson_needs() -> None:
    koga, rsis, beijing = shipped("koga-2023", "rsis-2023", "beijing-2023")
    pair, three = compare(koga, rsis), compare(koga, rsis, beijing)
    assert names(figures_of((koga, rsis), pair, "few")) == [("slope", "roles")]
    assert names(figures_of((koga,), None, "few")) == [("map-koga-2023", "map-A")]
    assert names(figures_of((beijing,), None, "few")) == [("map-beijing-2023", "map-A")]
    assert figures_of((koga, rsis), pair, "none") == figures_of((koga, rsis, beijing), three, "few") == ()
    assert sum(len(figure.svg) for figure in figures_of((koga, rsis), pair, "few")) < 40_000


@pytest.mark.slow
def test_all_drawings_are_there_for_who_asks() -> None:
    koga, rsis, beijing = shipped("koga-2023", "rsis-2023", "beijing-2023")
    pair = names(figures_of((koga, rsis), compare(koga, rsis), "all"))
    kinds = list(dict.fromkeys(re.sub(r"-\d$", "", name) for name, _ in pair))
    assert kinds == ["slope", "butterfly", "crux", "overlay", "roles", "causes", "map-koga-2023", "map-rsis-2023"]
    assert {said for name, said in pair if "rsis" in name} == {"map-B"}
    three = names(figures_of((koga, rsis, beijing), compare(koga, rsis, beijing), "all"))
    assert "matrix" in three[0][0]


def test_where_no_part_is_compared_another_drawing_is_chosen() -> None:
    maps = tuple(
        m.model_copy(update={"statements": {**m.statements, "r": m.statements["r"].model_copy(update={"says": ()})}})
        for m in (coded("ode", 1), coded("roe", 2))
    )
    assert names(figures_of(maps, compare(*maps), "few")) == [("butterfly", "compare")]


def test_a_comparison_of_which_nothing_can_be_drawn_says_so() -> None:
    empty = (a_map(), a_map().model_copy(update={"id": "n"}))
    with pytest.raises(DrawingFailed):
        figures_of(empty, compare(*empty), "few")
    with pytest.raises(DrawingFailed):
        figures_of(empty, compare(*empty), "all")


def test_every_way_of_a_page_leads_somewhere() -> None:
    for shown in (page(coded("ode", 1), coded("roe", 2)), page(every_mark()), page(*shipped(*ALL))):
        ids = set(re.findall(r' id="?([^ >"]+)', shown))
        assert set(re.findall(r"href=#([^ >]+)", shown)) <= ids
        assert len(ids) == len(re.findall(r' id="?([^ >"]+)', shown))


def test_statements_below_are_all_that_a_map_names_below() -> None:
    (m,) = shipped("rsis-2023")
    found = {point.anchor: point for point in points_of(view(m)) if not point.see}
    material = Material((m,))
    bare = [key for key, s in m.statements.items() if not list(names_under(s))]
    assert {found[material.anchor(m.id, key)].count for key in bare} == {0}


def test_who_says_it_stands_before_what_is_said_and_a_note_is_called_one() -> None:
    m = a_map(
        a={"because": ["b", "e"], "but": ["b"]},
        b={"type": "claim", "label": "The b", "voice": "Dana", "note": "Or so."},
        e={"type": "evidence", "voice": "Dana"},
    )
    shown = page(m)
    said = "<em>says Dana, not the author:</em>"
    assert f"<small>C1</small> {said} <b>The b</b> <span>b is so.</span>" in shown
    assert f"<a href=#A-C1>see C1</a> {said} The b" in shown
    assert f"<small>E1</small> {said} <span>e is so</span>" in shown
    assert "<p class=words>Note: Or so." in shown
    assert page(a_map(a={"because": ["b"]}, b={"because": ["a"]})).count("<summary>1 below</summary>") == 1
    assert "<summary>told elsewhere</summary>" in page(a_map(a={"because": ["b"]}, b={"because": ["a"]}))
