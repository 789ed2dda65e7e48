"""Problems, fixes and names across the files that belong together, as an editor asks for them."""

from pathlib import Path

import pytest
from editor_desk import BOOK, MAP, OTHER, ROWS, folder, marked, opened

from argmap.editor.acting import actions, all_safe
from argmap.editor.desk import Desk, Page
from argmap.editor.diagnosing import Problem, concerns, depends, page_of, problems
from argmap.editor.linking import links
from argmap.editor.navigating import definitions, everything, highlights, references, renamable, renaming
from argmap.editor.uris import uri_of
from argmap.facade.renaming_rules import NotRenamed


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return folder(tmp_path.resolve())


def told(desk: Desk, text: str, name: str = "ruiz.yaml") -> list[tuple[str, tuple[int, int], tuple[int, int]]]:
    return [(p.of.code, p.start, p.end) for p in problems(desk, opened(desk, name, text))]


def codes(desk: Desk, text: str, name: str = "ruiz.yaml") -> list[str]:
    return [code for code, _, _ in told(desk, text, name)]


def only(desk: Desk, code: str, text: str, name: str = "ruiz.yaml") -> Problem:
    [found] = [p for p in problems(desk, opened(desk, name, text)) if p.of.code == code]
    return found


def beside(problem: Problem) -> list[tuple[str, tuple[int, int], str]]:
    return [(b.uri, b.start, b.message) for b in problem.beside]


# ---- problems


def test_problems_stand_where_an_editor_counts(desk: Desk) -> None:
    assert told(desk, MAP) == [("AM304", (30, 2), (30, 7))]
    text = MAP.replace("    because: [safer, wide]", "    because: [{premises: [safer], scheme: '😀日'}, nowhere]")
    found = [place for place in told(desk, text) if place[0] == "AM201"]
    assert found == [("AM201", (14, 50), (14, 57))]  # the face counts twice


def test_problems_of_text_with_a_byte_order_mark_and_windows_lines(desk: Desk) -> None:
    text = "\ufeff" + MAP.replace("argmap: 1", "argmap: 2").replace("\n", "\r\n")
    assert told(desk, text) == [("AM110", (0, 9), (0, 10))]


def test_the_codebook_counts_as_it_is_open(desk: Desk) -> None:
    page = opened(desk)
    assert [p.of.code for p in problems(desk, page)] == ["AM304"]
    opened(desk, "road.yaml", BOOK.replace("build-lane:", "build-it:"))
    assert [p.of.code for p in problems(desk, page)] == ["AM205", "AM304"]


def test_the_article_counts_as_it_is_open(desk: Desk) -> None:
    page = opened(desk)
    opened(desk, "ruiz.txt", "¶1 Nothing of the kind.")
    assert "AM401" in [p.of.code for p in problems(desk, page)]


def test_other_maps_of_the_project_are_looked_at_together(desk: Desk) -> None:
    assert codes(desk, OTHER, "lee.yaml") == []
    assert codes(desk, OTHER.replace("map: ruiz", "map: riuz"), "lee.yaml") == ["AM212"]
    twice = only(desk, "AM210", OTHER.replace("id: lee", "id: ruiz"), "lee.yaml")
    assert beside(twice) == [(uri_of(desk.root / "ruiz.yaml"), (1, 4), "'ruiz' stands here too")]


def test_a_problem_names_the_places_it_has_to_do_with(desk: Desk) -> None:
    again = MAP + "  wide:\n    text: Again.\n"
    assert beside(only(desk, "AM106", again)) == [(uri_of(desk.root / "ruiz.yaml"), (24, 2), "it stands here first")]
    source = only(desk, "AM209", MAP.replace("sources: {own", "sources: {count"))
    assert beside(source) == [(uri_of(desk.root / "road.yaml"), (8, 10), "'count' stands here too")]
    opened(desk, "road.yaml", BOOK.replace("id: road", "id: Road!").replace("actors:", "actorz:", 1))
    broken = beside(only(desk, "AM111", MAP))
    assert [(Path(uri).name, start, message[:5]) for uri, start, message in broken] == [
        ("road.yaml", (1, 4), "AM114"),
        ("road.yaml", (2, 0), "AM103"),
    ]


def test_what_can_be_left_out_is_marked(desk: Desk) -> None:
    text = MAP.replace("because: [safer, wide]", "because: [safer, safer]")
    assert [(p.of.code, p.tag) for p in problems(desk, opened(desk, text=text)) if p.tag] == [("AM309", "unnecessary")]


def test_a_message_says_the_way_out(desk: Desk) -> None:
    [found, *_] = problems(desk, opened(desk, text=MAP.replace("[safer,", "[saver,")))
    assert found.message == "no statement is called 'saver'; did you mean 'safer'?"


def test_settings_of_the_project_count(desk: Desk) -> None:
    (desk.root / "argmap.toml").write_text('ignore = ["AM304"]\n', encoding="utf-8")
    assert codes(desk, MAP) == []
    (desk.root / "argmap.toml").write_text("ignore = 3\n", encoding="utf-8")
    [first, second] = problems(desk, opened(desk))
    assert (first.of.code, first.start, second.of.code) == ("AM120", (0, 0), "AM304")
    assert [b.uri for b in first.beside] == [uri_of(desk.root / "argmap.toml")]


def test_comments_silence_warnings(desk: Desk) -> None:
    assert codes(desk, MAP.replace("  loose:\n", "  loose:  # argmap: ignore[AM304]\n")) == []


@pytest.mark.parametrize(
    "text",
    ["services:\n  web: {image: x}\n", "", "title: x\n", "just a text", ROWS, "- a\n- b\n"],
)
def test_nothing_is_said_of_what_is_no_map(desk: Desk, text: str) -> None:
    assert codes(desk, text, "other.yaml") == []


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        (MAP, True),
        (BOOK, True),
        ("", True),
        ("title: x\nid: y\n", True),
        ("argmap: 1\nfoo: 2\n", True),
        ("version: '3'\nservices: {}\n", False),
        ("on: push\njobs:\n  a: b\n", False),
    ],
)
def test_which_yaml_is_ours(desk: Desk, text: str, ours: bool) -> None:
    assert concerns(desk.put("file:///x/a.yaml", text)) is ours
    assert not concerns(desk.put("file:///x/a.tsv", text))


def test_a_document_that_was_never_saved_is_checked(desk: Desk) -> None:
    page = desk.put("untitled:Untitled-1", MAP, 1)
    assert not page.saved
    assert page.path.parent == desk.root
    assert [p.of.code for p in problems(desk, page)] == ["AM210", "AM304"]  # beside the saved one
    desk.drop(page.uri)
    assert desk.pages == {}
    desk.drop(page.uri)


def test_a_file_outside_any_folder_with_an_odd_name_is_checked(tmp_path: Path) -> None:
    odd = tmp_path.resolve() / "a b" / "日本 ü%.yaml"
    odd.parent.mkdir()
    odd.write_text(MAP, encoding="utf-8")
    desk = Desk(tmp_path / "elsewhere")
    page = desk.put(uri_of(odd), MAP, 1)
    assert [p.of.code for p in problems(desk, page)][:1] == ["AM111"]
    gone = desk.put(uri_of(tmp_path / "no" / "such" / "folder" / "m.yaml"), MAP, 1)
    assert [p.of.code for p in problems(desk, gone)][:1] == ["AM111"]
    assert desk.around(gone).files == ()


def test_who_names_a_document_depends_on_it(desk: Desk) -> None:
    ruiz, lee = opened(desk), opened(desk, "lee.yaml")
    book, article = opened(desk, "road.yaml"), opened(desk, "ruiz.txt")
    assert depends(desk, book) == (ruiz, lee)
    assert depends(desk, article) == (ruiz,)
    assert depends(desk, ruiz) == (lee,)
    assert depends(desk, lee) == ()


def test_every_code_has_its_place_in_the_manual() -> None:
    manual = (Path(__file__).parents[1] / "docs" / "codes.md").read_text(encoding="utf-8")
    assert f"]({page_of('AM201')})" in manual


# ---- fixes


def everywhere(desk: Desk, text: str) -> list[tuple[str, object]]:
    page = opened(desk, text=text)
    return [(a.title, a.changes) for a in actions(desk, page, problems(desk, page), (0, 0), (999, 0))]


def test_a_fix_writes_the_name_that_was_meant(desk: Desk) -> None:
    text = MAP.replace("[safer,", "[saver,")
    assert everywhere(desk, text)[0] == ("write 'safer'", (((14, 14), (14, 19), "safer"),))
    page = opened(desk, text=text)
    found = problems(desk, page)
    assert actions(desk, page, found, (14, 19), (14, 19))[0].likely
    assert actions(desk, page, found, (15, 0), (15, 1)) == ()


def test_a_problem_that_does_not_fit_the_text_any_more_has_no_fix(desk: Desk) -> None:
    found = problems(desk, opened(desk, text=MAP.replace("[safer,", "[saver,")))
    page = opened(desk, text="argmap: 1\n")
    assert all(a.mends is not None for a in actions(desk, page, found, (0, 0), (99, 0)))


def test_all_safe_fixes_are_made_at_once(desk: Desk) -> None:
    text = MAP.replace("label: Build it", "label: Build: it")
    page = opened(desk, text=text)
    action = all_safe(desk, page, problems(desk, page))
    assert action is not None
    assert action.changes == (((9, 0), (10, 0), "    label: 'Build: it'\n"),)
    assert all_safe(desk, opened(desk), problems(desk, opened(desk))) is None


def test_settings_that_cannot_be_read_keep_all_from_being_fixed(desk: Desk) -> None:
    page = opened(desk, text=MAP.replace("label: Build it", "label: Build: it"))
    found = problems(desk, page)
    (desk.root / "argmap.toml").write_text("ignore = 3\n", encoding="utf-8")
    assert all_safe(desk, page, found) is None


# ---- names


def at(desk: Desk, old: str, new: str, name: str = "ruiz.yaml") -> tuple[Desk, Page, int]:
    text = (desk.root / name).read_text(encoding="utf-8").replace(old, new, 1)
    plain, offset = marked(text)
    return desk, opened(desk, name, plain), offset


def places(found: object) -> list[tuple[str, tuple[int, int]]]:
    return [(Path(b.uri).name, b.start) for b in found]  # type: ignore[attr-defined]


def test_a_definition_may_lie_in_another_file(desk: Desk) -> None:
    assert places(definitions(*at(desk, "because: [safer", "because: [sa┃fer"), 0)) == [("ruiz.yaml", (16, 2))]
    assert places(definitions(*at(desk, "holds: build-lane", "holds: build┃-lane"), 0)) == [("road.yaml", (5, 2))]
    assert places(definitions(*at(desk, "map: ruiz", "map: ┃ruiz", "lee.yaml"), 0)) == [("ruiz.yaml", (1, 4))]
    assert places(definitions(*at(desk, "The council should", "The cou┃ncil should"), 0)) == []


def test_references_reach_all_files(desk: Desk) -> None:
    found = references(*at(desk, "build-lane: {", "build-┃lane: {", "road.yaml"), 0, declared=True)
    assert places(found) == [("lee.yaml", (5, 91)), ("ruiz.yaml", (13, 18)), ("road.yaml", (5, 2))]
    found = references(*at(desk, "build-lane: {", "build-┃lane: {", "road.yaml"), 0, declared=False)
    assert [name for name, _ in places(found)] == ["lee.yaml", "ruiz.yaml"]


def test_references_reach_the_rows_of_alignments(desk: Desk) -> None:
    found = references(*at(desk, "  safer:\n", "  saf┃er:\n"), 0, declared=True)
    assert places(found) == [("ruiz.yaml", (14, 14)), ("ruiz.yaml", (16, 2)), ("pairs.sssom.tsv", (4, 5))]
    found = references(*at(desk, "id: ruiz", "id: ┃ruiz"), 0, declared=False)
    assert ("pairs.sssom.tsv", (4, 0)) in places(found)
    (desk.root / "pairs.sssom.tsv").write_text('subject_id\tobject_id\nruiz:safer\t"torn\n', encoding="utf-8")
    desk.project(opened(desk), anew=True)
    found = references(*at(desk, "  safer:\n", "  saf┃er:\n"), 0, declared=True)
    assert [name for name, _ in places(found)] == ["ruiz.yaml", "ruiz.yaml"]


def test_names_are_found_in_a_text_that_is_broken(desk: Desk) -> None:
    where = at(desk, "but: [spaces]", "but: [spa┃ces")
    assert places(definitions(*where, 15)) == []  # the line itself is left out
    where = at(desk, "but: [spaces]", "but: [{\n    if: [sa┃fer]")
    assert places(definitions(*where, 16)) == []
    where = at(desk, "  loose:\n", "  loose:\n    if: [sa┃fer]\n    note: [\n")
    assert places(definitions(*where, 27)) == [("ruiz.yaml", (16, 2))]


def test_highlights_are_the_same_name_in_one_document(desk: Desk) -> None:
    found = highlights(*at(desk, "because: [safer", "because: [sa┃fer"), 14)
    assert [(o.defines, start, end) for o, start, end in found] == [
        (False, (14, 14), (14, 19)),
        (True, (16, 2), (16, 7)),
    ]
    assert highlights(*at(desk, "title: Ruiz", "title: Ru┃iz"), 2) == ()


def test_a_name_is_changed_in_all_files(desk: Desk) -> None:
    where = at(desk, "  safer:\n", "  saf┃er:\n")
    assert renamable(*where) == ((16, 2), (16, 7), "safer")
    assert {Path(uri).name: made for uri, made in renaming(*where, "much-safer").items()} == {
        "ruiz.yaml": (((14, 14), (14, 19), "much-safer"), ((16, 2), (16, 7), "much-safer")),
        "pairs.sssom.tsv": (((4, 5), (4, 10), "much-safer"),),
    }
    where = at(desk, "build-lane: {", "build-┃lane: {", "road.yaml")
    assert sorted(Path(uri).name for uri in renaming(*where, "build-it")) == ["lee.yaml", "road.yaml", "ruiz.yaml"]


def test_a_name_that_cannot_be_is_refused(desk: Desk) -> None:
    where = at(desk, "  safer:\n", "  saf┃er:\n")
    with pytest.raises(NotRenamed, match="'Much Safer' cannot be a name"):
        renaming(*where, "Much Safer")
    with pytest.raises(NotRenamed, match="wide"):
        renaming(*where, "wide")
    nothing = at(desk, "title: Ruiz", "title: Ru┃iz")
    assert renamable(*nothing) is None
    with pytest.raises(NotRenamed, match="no name stands here"):
        renaming(*nothing, "x")


def test_things_are_found_by_letters_of_their_name(desk: Desk) -> None:
    opened(desk)
    found = [(name, kind, Path(b.uri).name) for name, kind, b in everything(desk, "LaneS")]
    assert found == [("lane-safe", "proposition", "road.yaml"), ("lane-useless", "proposition", "road.yaml")]
    assert len(everything(desk, "")) > 15
    assert everything(desk, "nosuchthing") == ()


def test_links_lead_to_files_that_are_there_and_to_the_web(desk: Desk) -> None:
    found = links(desk, opened(desk))
    assert found == (
        ((3, 10), (3, 19), uri_of(desk.root / "road.yaml")),
        ((4, 49), (4, 57), uri_of(desk.root / "ruiz.txt")),
        ((4, 64), (4, 90), "https://example.org/lane"),
    )
    text = MAP.replace("road.yaml", "gone.yaml").replace("ruiz.txt", "ht://x").replace("https:", "javascript:")
    assert links(desk, opened(desk, text=text)) == ()
    assert links(desk, opened(desk, text="- a\n")) == ()
