"""A worksheet as it is drawn: no answer in its bytes, its key on the same boxes and lines, room to write."""

import re
from typing import Any, Final

import pytest
from drawn import drawn
from made_up_maps import made_up
from marked_map import a_map, every_mark
from worksheet_leaks import (
    leaks,
    normal,
    raw_leaks,
    relations_of,
    seen_in_dot,
    seen_in_pdf,
    seen_in_svg,
    swapped,
    unseen_in_png,
)

import argmap
from argmap.errors import DrawingFailed
from argmap.languages import LANGUAGES
from argmap.model import ArgumentMap
from argmap.renderers.graphviz.label_text import FONT_SIZE
from argmap.renderers.look import look
from argmap.renderers.pages.binding import one_document
from argmap.renderers.worksheets.worksheet_plan import WorksheetPlan
from argmap.renderers.worksheets.worksheet_sheets import DrawnWorksheet, draw_worksheet
from argmap.teaching.blank_sheet import blank_sheet
from argmap.teaching.worksheet import Worksheet, make_worksheet

KOGA: Final = argmap.load("maps/northeast-asia/koga-2023.yaml")
RSIS: Final = argmap.load("maps/northeast-asia/rsis-2023.yaml")
MAPS: Final = {
    "marks": every_mark(),
    "town": made_up(30, 3),
    "koga": KOGA,
    "rsis": RSIS,
    "beijing": argmap.load("maps/northeast-asia/beijing-2023.yaml"),
    "camp-david": argmap.load("maps/northeast-asia/camp-david-2023.yaml"),
}
TOLERANCE: Final = 0.1  # points


def made(m: ArgumentMap, **asked: Any) -> Worksheet:
    difficulty = asked.pop("difficulty", 1)
    other = KOGA if m.id != KOGA.id else RSIS
    return make_worksheet(m, difficulty=difficulty, distractors=other if difficulty < 3 else None, **asked)


def draw(worksheet: Worksheet, format: Any = "dot", **asked: Any) -> DrawnWorksheet:  # noqa: A002
    level = worksheet.level
    return draw_worksheet(
        worksheet, look(**{"paper": "a4", "theme": "print", "format": format, "level": level} | asked)
    )


def slugs(m: ArgumentMap) -> list[str]:
    return [*m.statements, *m.sources]


class TestNoAnswer:
    @pytest.mark.parametrize("difficulty", [1, 2, 3])
    @pytest.mark.parametrize("name", MAPS)
    def test_stands_in_the_text_of_a_sheet_but_in_its_bank(self, name: str, difficulty: int) -> None:
        m = MAPS[name]
        worksheet = made(m, difficulty=difficulty, seed=difficulty, level="full" if difficulty == 2 else "title")
        bank = [entry.text for entry in worksheet.bank()]
        for sheet in draw(worksheet).sheets:
            assert leaks(seen_in_dot(sheet.data), worksheet, bank) == []
            assert raw_leaks(sheet.data, worksheet, slugs(m)) == []

    def test_stands_in_the_texts_titles_and_ids_of_an_svg(self) -> None:
        worksheet = made(KOGA, difficulty=3, level="text")
        for sheet in draw(worksheet, "svg").sheets:
            assert leaks(seen_in_svg(sheet.data), worksheet) == []
            assert raw_leaks(sheet.data, worksheet, slugs(KOGA)) == []
            assert b"<!--" not in sheet.data
            assert set(re.findall(rb'class="([^"]*)"', sheet.data)) <= {b"graph", b"node", b"edge"}
            assert re.findall(rb' id="koga-2023-worksheet-\d+-([^"]*)"', sheet.data)[:2] == [b"name", b"about"]

    def test_stands_in_the_pages_of_a_pdf(self) -> None:
        worksheet = made(KOGA, difficulty=3)
        bound = one_document(draw(worksheet, "pdf").sheets)
        assert "claims in plain type" in seen_in_pdf(bound)
        assert leaks(seen_in_pdf(bound), worksheet) == []
        assert raw_leaks(bound, worksheet, slugs(KOGA)) == []

    def test_stands_beside_the_dots_of_a_png(self) -> None:
        worksheet = made(MAPS["beijing"], difficulty=3)
        (sheet,) = draw(worksheet, "png").sheets
        assert leaks(unseen_in_png(sheet.data).decode("latin-1"), worksheet) == []

    def test_stands_in_the_name_of_a_file(self) -> None:
        worksheet = made(KOGA, difficulty=3, focus="revive-summit")
        found = draw(worksheet)
        names = {re.sub(r"-\d+$", "", sheet.name) for sheet in (*found.sheets, *found.keys)}
        assert names == {"koga-2023-worksheet", "koga-2023-worksheet-key"}

    def test_the_search_finds_what_it_looks_for(self) -> None:
        worksheet = made(KOGA, difficulty=3, level="text")
        found = seen_in_dot(b"".join(key.data for key in draw(worksheet).keys))
        asked = {b.answer for b in worksheet.blanks if b.kind in ("source", "role")}
        assert asked <= set(leaks(found, worksheet))
        assert len(leaks(found, worksheet)) > len(asked) + 20


class TestWhatDoesNotMatter:
    """A sheet without a bank is the same file whatever its answers are."""

    @pytest.mark.parametrize("name", ["marks", "koga", "rsis"])
    def test_but_for_because(self, name: str) -> None:
        m = MAPS[name]
        worksheet = made(m, difficulty=2)
        lower, upper, _ = (
            next(each for each in relations_of(worksheet, m) if worksheet.blanks[each[2] - 1].answer == "but")
            if name != "marks"
            else relations_of(worksheet, m)[0]
        )
        other = made(swapped(m, lower, upper), difficulty=2)
        for form in ("dot", "svg"):
            assert [p.data for p in draw(worksheet, form).sheets] == [p.data for p in draw(other, form).sheets]
        assert [p.data for p in draw(worksheet).keys] != [p.data for p in draw(other).keys]

    @pytest.mark.parametrize("level", ["title", "full"])
    def test_other_words_for_a_claim(self, level: Any) -> None:
        worksheet = made(KOGA, difficulty=3, level=level)
        asked = [b.statement for b in worksheet.blanks if b.kind in ("claim", "co-premise")]
        changed = KOGA.model_dump(by_alias=True, exclude_defaults=True)
        for i, key in enumerate(asked):
            words = f"Zebras number {i} graze " + "far and wide " * i
            changed["statements"][key] |= {"label": words, "text": words, "quote": words}
        other = made(ArgumentMap.model_validate(changed), difficulty=3, level=level)
        assert {b.answer for b in other.blanks} != {b.answer for b in worksheet.blanks}
        assert [p.data for p in draw(worksheet).sheets] == [p.data for p in draw(other).sheets]

    def test_another_source_or_part(self) -> None:
        worksheet = made(KOGA, difficulty=3, blanks=["source", "role"])
        changed = KOGA.model_dump(by_alias=True, exclude_defaults=True)
        for b in worksheet.blanks:
            s = changed["statements"][b.statement]
            if b.kind == "source":
                (key, *_) = s["sources"]
                changed["sources"][key] = {"title": f"Zebra weekly {b.number}"}
        other = made(ArgumentMap.model_validate(changed), difficulty=3, blanks=["source", "role"])
        assert {b.answer for b in other.blanks} != {b.answer for b in worksheet.blanks}
        assert [p.data for p in draw(worksheet).sheets] == [p.data for p in draw(other).sheets]

    def test_the_same_twice_is_the_same_bytes(self) -> None:
        for form in ("svg", "pdf", "png"):
            once, again = (draw(made(MAPS["beijing"]), form) for _ in range(2))
            assert [p.data for p in (*once.sheets, *once.keys)] == [p.data for p in (*again.sheets, *again.keys)]


class TestGeometry:
    @pytest.mark.parametrize(
        ("name", "paper"), [*((name, "a4") for name in MAPS), ("town", "letter-portrait"), ("marks", "fit")]
    )
    def test_key_and_sheet_lie_on_each_other(self, name: str, paper: str) -> None:
        found = draw(made(MAPS[name], difficulty=2, level="text"), paper=paper)
        assert [sheet.body_pt for sheet in found.sheets] == [key.body_pt for key in found.keys]
        for sheet, key in zip(found.sheets, found.keys, strict=True):
            same_geometry(sheet.data, key.data)

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_in_every_language(self, language: str) -> None:
        found = draw(made(MAPS["marks"], difficulty=2), language=language, format="dot")
        for sheet, key in zip(found.sheets, found.keys, strict=True):
            same_geometry(sheet.data, key.data)

    def test_nothing_overlaps_and_no_line_crosses_a_box(self) -> None:
        for sheet in draw(made(RSIS, difficulty=2)).sheets:
            placed = drawn(sheet.data)
            assert placed.overlaps() == []
            assert placed.crossings() == []
            assert placed.loose_ends() == []

    @pytest.mark.parametrize("difficulty", [1, 2, 3])
    def test_ruled_lines_are_8_mm_apart_as_printed(self, difficulty: int) -> None:
        for m in (MAPS["camp-david"], MAPS["town"]):
            for sheet in draw(made(m, difficulty=difficulty)).sheets:
                high = [int(h) for h in re.findall(r'HEIGHT="(\d+)" BORDER="1" SIDES="B"', sheet.data.decode())]
                printed = [h * sheet.body_pt / FONT_SIZE / 72 * 25.4 for h in high]
                assert all(mm > 7.95 for mm in printed)

    def test_type_can_be_read_and_sheets_fit_their_paper(self) -> None:
        for sheet in draw(made(KOGA, difficulty=2)).sheets:
            assert sheet.body_pt >= 7.95
            assert sheet.diagnostics == ()

    def test_a_long_answer_is_set_smaller_or_cut_and_needs_no_more_room(self) -> None:
        long = "The valley needs rails because roads are full of cars that stand and wait " * 40
        m = a_map(t={"type": "thesis", "because": ["a", "b"]}, a={"text": long + "."}, b={"text": "Short."})
        for seed in range(6):
            worksheet = make_worksheet(m, blanks=["claim"], difficulty=3, seed=seed)
            if worksheet.blanks[0].statement == "a":
                found = draw(worksheet)
                same_geometry(found.sheets[0].data, found.keys[0].data)
                assert "the valley needs rails" in seen_in_dot(found.keys[0].data)
                return
        pytest.fail("no seed asks for the long claim")


def same_geometry(sheet: bytes, key: bytes) -> None:
    """Boxes and lines of both are at the same places, whatever their labels are measured as."""
    one, other = drawn(sheet), drawn(key)
    assert one.boxes.keys() == other.boxes.keys()
    for name, a in one.boxes.items():
        b = other.boxes[name]
        assert (
            max(abs(a.left - b.left), abs(a.bottom - b.bottom), abs(a.right - b.right), abs(a.top - b.top)) < TOLERANCE
        )
    assert one.lines == other.lines
    assert re.findall(rb'bb="[^"]*"|size="[^"]*"', sheet) == re.findall(rb'bb="[^"]*"|size="[^"]*"', key)


def asked_in(dot: str) -> list[int]:
    """The numbers that stand before room to write, or in a bar; not those that only point there."""
    cell = r'WIDTH="30" ALIGN="LEFT"(?: VALIGN="TOP")?><FONT[^>]*><B>[^<(]*\((\d+)\)'
    return [int(n) for n in re.findall(cell, dot)]


class TestSheets:
    def test_a_key_says_so_and_a_sheet_has_a_line_for_a_name(self) -> None:
        found = draw(made(MAPS["beijing"]), "svg")
        for sheet, key in zip(found.sheets, found.keys, strict=True):
            assert b">KEY<" in key.data
            assert b">KEY<" not in sheet.data
            assert "name" in seen_in_svg(sheet.data).split()
            assert " accept any wording with the same meaning " in seen_in_svg(key.data)

    def test_each_sheet_has_the_bank_of_its_own_blanks(self) -> None:
        worksheet = made(KOGA, difficulty=2)
        for sheet in draw(worksheet).sheets:
            said = seen_in_dot(sheet.data)
            asked = set(asked_in(sheet.data.decode()))
            for entry in worksheet.bank():
                if entry.answers and entry.group != "roles":
                    assert (normal(entry.text) in said) == bool(asked & set(entry.answers))

    def test_every_blank_stands_on_a_sheet(self) -> None:
        for difficulty in (1, 3):
            worksheet = made(KOGA, difficulty=difficulty)
            written = b"".join(sheet.data for sheet in draw(worksheet).sheets).decode()
            assert set(asked_in(written)) == {b.number for b in worksheet.blanks}

    def test_no_sheet_is_called_by_a_blank_or_by_parts_of_a_reason(self) -> None:
        for worksheet in (made(KOGA), blank_sheet(KOGA, focus="cooperate-more")):
            plan = WorksheetPlan(worksheet, look(paper="a4", theme="print"), 9)
            sheets = plan.sheets()
            called = [plan.said.heading(sheet, len(sheets), plan.diagram).sheet for sheet in sheets]
            assert all(name.startswith(f"Sheet {n} of {len(sheets)}") for n, name in enumerate(called, start=1))
            assert [name for name in called if re.search(r"\(\d+\)|”, “", name)] == []

    def test_an_empty_sheet_has_room_for_its_thesis_and_the_key_has_it(self) -> None:
        worksheet = blank_sheet(KOGA, focus="cooperate-more")
        (thesis,) = (b for b in worksheet.blanks if b.statement == "cooperate-more")
        found = draw(worksheet, paper="a4-portrait")
        sheet, key = found.sheets[0].data, found.keys[0].data
        assert thesis.number in asked_in(sheet.decode())
        assert normal(thesis.answer) in seen_in_dot(key)
        assert normal(thesis.answer) not in seen_in_dot(sheet)

    def test_what_is_only_repeated_is_asked_once(self) -> None:
        worksheet = made(KOGA, difficulty=3)
        written = b"".join(sheet.data for sheet in draw(worksheet).sheets).decode()
        once = sorted(b.number for b in worksheet.blanks if b.kind != "role")
        assert sorted(n for n in asked_in(written) if n in once) == once

    def test_a_map_with_nothing_to_ask_for_is_not_drawn(self) -> None:
        with pytest.raises(DrawingFailed, match="nothing of 'm' can be left out"):
            draw(make_worksheet(a_map(t={"type": "thesis"})))

    def test_a_map_too_deep_for_paper_is_not_drawn(self) -> None:
        chain = {f"s{i}": {"text": f"Number {i}.", "because": [f"s{i + 1}"]} for i in range(152)}
        m = a_map(t={"type": "thesis", "because": ["s0"]}, **chain, s152={"text": "The end."})
        with pytest.raises(DrawingFailed, match="more than 150 steps deep"):
            draw(make_worksheet(m))

    def test_a_message_names_a_statement_as_its_map_does(self) -> None:
        long = " ".join(["Fares"] * 40)
        m = a_map(
            t={"type": "thesis", "because": ["a"], "text": long}, a={}, apart={"text": "Rails.", "because": ["b"]}, b={}
        )
        for worksheet in (make_worksheet(m, blanks=["claim"]), blank_sheet(m)):
            (sheet,), (key,) = (drawn := draw(worksheet, "svg")).sheets, drawn.keys
            told = [(d.code, d.message, d.where) for d in sheet.diagnostics]
            assert ("AM905", "'apart' hangs on no thesis", ("statements", "apart")) in told
            assert [m for code, m, _ in told if code == "AM906"] in ([], ["the picture cuts the text of 't'"])
            assert b"apart" not in sheet.data + key.data

    def test_what_does_not_fit_is_said_with_a_way_out(self) -> None:
        wide = a_map(
            t={"type": "thesis", "because": [[f"p{i}" for i in range(30)]]},
            **{f"p{i}": {"text": f"Reason number {i} is one of very many that work only together."} for i in range(30)},
        )
        (sheet, *_) = draw(make_worksheet(wide, level="text", difficulty=3)).sheets
        assert [d.code for d in sheet.diagnostics] == ["AM901"]
        assert "try" in (sheet.diagnostics[0].help or "")

    def test_hostile_words_are_drawn(self) -> None:
        bad = "<B>&amp; \\N {x} \"q\" 'a' " + "Zeichenkettenwortungetüm" * 9
        m = a_map(
            t={"type": "thesis", "because": ["a", ["b", "c"]], "but": ["d"]},
            a={"text": f"{bad} one", "sources": ["x"]},
            b={"text": f"{bad} two"},
            c={"text": f"{bad} three", "says": {"actor": "x", "role": "ally"}},
            d={"text": f"{bad} four"},
        )
        worksheet = make_worksheet(m, difficulty=2)
        assert draw(worksheet, "svg").sheets
        found = draw(worksheet)
        same_geometry(found.sheets[0].data, found.keys[0].data)
