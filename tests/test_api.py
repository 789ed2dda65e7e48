"""The library: load, read, check, compare and draw."""

import io
import shutil
import sys
from pathlib import Path

import pytest

import argmap
from argmap import ArgumentMap, Codebook, FileProblem, InvalidMap, Picture, UnknownName

MILL_ROAD = Path(__file__).parent / "golden" / "mill-road"
RUIZ, PATEL, BOOK = (MILL_ROAD / name for name in ("ruiz.yaml", "patel.yaml", "mill-road.codebook.yaml"))


def broken(**statement: object) -> ArgumentMap:
    return ArgumentMap.model_validate({"id": "m", "statements": {"t": {"type": "thesis", "text": "T."} | statement}})


def test_the_example_of_the_readme_works() -> None:
    ruiz = argmap.load(RUIZ)
    patel = argmap.load(PATEL)
    result = argmap.compare(ruiz, patel)
    assert [(f.symbol, f.sentence) for f in result.findings][2:4] == [
        (
            "≠",
            "Ruiz casts the council as intermediary (possible), Patel as adversary;"
            " these parts pull in opposite directions.",
        ),
        ("!", "Ruiz holds that the council should build the lane this year; Patel denies it."),
    ]
    picture = argmap.draw(result)
    assert isinstance(picture, Picture)
    assert "<svg" in str(picture._repr_svg_())


def test_paths_are_compared_as_the_maps_in_them_are() -> None:
    from_paths = argmap.compare(RUIZ, str(PATEL))
    assert from_paths.findings == argmap.compare(argmap.load(RUIZ), argmap.load(PATEL)).findings
    assert [m.file for m in from_paths.maps] == [str(RUIZ), str(PATEL)]
    assert from_paths.codebooks[0].sha256 == argmap.read(BOOK).sha256


def test_maps_built_in_python_come_from_no_file() -> None:
    assert [m.file for m in argmap.compare(argmap.load(RUIZ), PATEL).maps] == [None, str(PATEL)]


def test_a_map_that_cannot_be_used_raises_every_problem(tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    path.write_text("argmap: 1\nid: M\nstatements:\n  a: {txet: A., because: [b]}\n", encoding="utf-8")
    with pytest.raises(InvalidMap) as raised:
        argmap.load(path)
    assert [(d.code, d.position and d.position.line) for d in raised.value.diagnostics if d.severity == "error"] == [
        ("AM114", 2),
        ("AM103", 4),
        ("AM201", 4),
    ]


def test_reading_never_raises_for_what_a_file_holds(tmp_path: Path) -> None:
    reading = argmap.read(tmp_path / "nothing.yaml")
    assert reading.document is None
    assert [d.code for d in reading.diagnostics] == ["AM111"]


def test_a_map_built_in_python_passes_the_same_checks(tmp_path: Path) -> None:
    m = broken(because=["u"], sources=["s"])
    assert [d.code for d in argmap.check(m)] == ["AM201", "AM202"]
    with pytest.raises(InvalidMap, match="no statement is called 'u'"):
        argmap.compare(m, PATEL)
    with pytest.raises(InvalidMap, match="no statement is called 'u'"):
        argmap.draw(m)
    assert argmap.check(broken(quote="so it is", at="¶1"), text="¶1 So it was.")[0].code == "AM401"


def test_a_codebook_can_be_checked_but_not_compared() -> None:
    book = argmap.read(BOOK).unwrap()
    assert isinstance(book, Codebook)
    assert argmap.check(book) == argmap.check(BOOK) == ()
    assert [
        d.code for d in argmap.check(Codebook.model_validate({"id": "b", "incompatible-roles": [["ally", "x"]]}))
    ] == ["AM206"]
    for use in (argmap.load, argmap.draw, lambda path: argmap.compare(path, PATEL)):
        with pytest.raises(FileProblem, match="is a codebook; a map is needed here"):
            use(BOOK)


def test_a_broken_codebook_is_an_error_of_every_map_that_names_it(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(MILL_ROAD, tmp_path / "maps"))
    book = folder / "mill-road.codebook.yaml"
    book.write_text(book.read_text("utf-8") + "incompatible-roles: [[ally, x]]\n", encoding="utf-8")
    with pytest.raises(InvalidMap) as raised:
        argmap.compare(folder / "ruiz.yaml", folder / "patel.yaml")
    errors = [d for d in raised.value.diagnostics if d.severity == "error"]
    assert [(d.code, d.file) for d in errors] == [("AM206", str(book))]


def test_an_article_beside_the_map_is_checked_against(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("¶1 So it was.\n", encoding="utf-8")
    path = tmp_path / "m.yaml"
    path.write_text(
        "argmap: 1\nid: m\narticle: {text: a.txt}\n"
        "statements: {t: {type: thesis, text: T., quote: so it is, at: ¶1}}\n",
        encoding="utf-8",
    )
    assert [d.code for d in argmap.check(path)] == ["AM401"]
    assert argmap.check(path, text="¶1 For so it is.") == ()


def test_an_article_without_a_letter_is_checked_like_one_without_a_paragraph(tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text(
        "argmap: 1\nid: m\narticle: {text: t.txt}\nstatements: {a: {type: thesis, text: A., quote: x}}\n"
    )
    for text in ("", "\n"):
        (tmp_path / "t.txt").write_text(text)
        assert [d.code for d in argmap.check(tmp_path / "m.yaml")] == ["AM408"]
        assert [d.code for d in argmap.check(tmp_path / "m.yaml", text=text)] == ["AM408"]


def test_two_maps_are_drawn_as_their_comparison() -> None:
    both = argmap.draw(RUIZ, PATEL, format="dot")
    assert both == argmap.draw(argmap.compare(RUIZ, PATEL), format="dot")
    assert both.name == "ruiz-patel"


def test_further_sheets_follow_the_first() -> None:
    first = argmap.draw(RUIZ, format="dot", split="branch")
    assert len(first.sheets) > 0
    assert all(sheet.sheets == () for sheet in first.sheets)
    assert len({sheet.name for sheet in (first, *first.sheets)}) == len(first.sheets) + 1


def test_an_unknown_paper_is_named_with_those_that_are_known() -> None:
    for thing in (argmap.load(RUIZ), argmap.compare(RUIZ, PATEL)):
        with pytest.raises(UnknownName, match="no paper is called 'a9'; known: a4, "):
            argmap.draw(thing, paper="a9")


def test_standard_input_can_be_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    text = RUIZ.read_text("utf-8").replace("mill-road.codebook.yaml", str(BOOK))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert [m.file for m in argmap.compare("-", PATEL).maps] == ["<stdin>", str(PATEL)]


def test_slides_show_labels_unless_asked_for_more() -> None:
    statements = {"t": {"type": "thesis", "label": "In short", "text": "At length."}}
    m = ArgumentMap.model_validate({"id": "m", "statements": statements})
    shown = {paper: argmap.draw(m, paper=paper).data.decode() for paper in ("slide", "a4")}
    assert "In short" in shown["slide"]
    assert "At length" not in shown["slide"]
    assert "At length" in shown["a4"]
    assert "At length" in argmap.draw(m, paper="slide", level="text").data.decode()
