"""A lesson: every file of it, what is handed out and what is not, what stops it before anything is written."""

import re
from html import unescape
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

import pytest
from pypdf import PdfReader
from worksheet_leaks import leaks, normal, opened

import argmap
from argmap import ArgumentMap
from argmap.cli import main
from argmap.errors import ArgmapError, NothingAbout, UnknownName
from argmap.facade.lesson import Lesson, make_lesson, save_lesson
from argmap.facade.lesson_sheets import Sheet
from argmap.graph import theses
from argmap.hypertext.lesson.contents import contents
from argmap.model import Statement
from argmap.teaching.branch import branch_of
from argmap.teaching.comparison_form import APART, comparison_form
from argmap.teaching.lesson_branch import MOST, lesson_branch
from argmap.teaching.worksheet import make_worksheet

PAIR = Path(__file__).parent / "golden" / "pairs" / "tram-line"
LEFT, RIGHT = str(PAIR / "a.yaml"), str(PAIR / "b.yaml")
SHIPPED = Path(__file__).parents[1] / "maps" / "northeast-asia"


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    return make_lesson(LEFT, RIGHT)


def ids() -> list[str]:
    return [argmap.load(path).id for path in (LEFT, RIGHT)]


def test_every_sheet_is_there(lesson: Lesson) -> None:
    expected = {"students/2-comparison.pdf", "teacher/2-comparison-key.pdf", "teacher/rubric.yaml", "teacher/page.html"}
    expected |= {"students/on-screen/2-comparison.html", "teacher/on-screen/2-comparison-key.html"}
    expected |= {f"teacher/slides{name}" for name in (".html", ".pdf", "-notes.pdf", ".md")}
    expected |= {f"teacher/quiz.{ending}" for ending in ("md", "gift", "xml", "csv", "apkg")}
    for one in ids():
        for sheet in (f"1-{one}-worksheet", f"3-{one}-cards", f"5-{one}-blank"):
            expected |= {f"students/{sheet}.pdf", f"teacher/{sheet}-key.pdf"}
        expected |= {f"students/on-screen/1-{one}-worksheet.html", f"teacher/on-screen/1-{one}-worksheet-key.html"}
        expected |= {f"students/4-{one}-kit.yaml", f"teacher/4-{one}-reference.yaml"}
    assert {sheet.name for sheet in lesson.sheets} == expected
    assert all(sheet.name.startswith(f"{sheet.part}/") and sheet.data for sheet in lesson.sheets)


def test_no_key_is_handed_out(lesson: Lesson) -> None:
    handed_out = [sheet.name for sheet in lesson.sheets if sheet.part == "students"]
    assert [name for name in handed_out if "key" in name or "reference" in name] == []


def seen(sheet: Sheet) -> str:
    """The words of a file, without its mark-up and with a blank around each."""
    if sheet.name.endswith(".pdf"):
        return normal(" ".join(page.extract_text() for page in PdfReader(BytesIO(sheet.data)).pages))
    return normal(unescape(re.sub(r"<[^>]*>", " ", sheet.data.decode())))


def test_nothing_handed_out_tells_what_a_sheet_asks_for_but_the_sheets_whose_turn_is_later(lesson: Lesson) -> None:
    handed_out = {sheet.name: seen(sheet) for sheet in lesson.sheets if sheet.part == "students"}
    maps = [argmap.load(path) for path in (LEFT, RIGHT)]
    form = comparison_form(argmap.compare(*maps))
    shared = [row.shared for row in form.rows if row.sign != APART]
    keys = {sheet.name: seen(sheet) for sheet in lesson.sheets if sheet.name.endswith("-key.html")}
    assert all(any(normal(told) in said for said in keys.values()) for told in shared)
    assert [(name, told) for name, said in handed_out.items() for told in shared if normal(told) in said] == []
    for m, other in zip(maps, reversed(maps), strict=True):
        asked = make_worksheet(m, distractors=other)
        offered = [entry.text for entry in asked.bank()]
        told = {name for name, said in handed_out.items() if leaks(said, asked, offered)}
        assert told <= {name for name in handed_out if re.search(r"\b[2-4]-", name)}
    names = {key for m in maps for key in m.statements if "-" in key}
    assert names
    raw = {sheet.name: opened(sheet.data) for sheet in lesson.sheets if sheet.part == "students"}
    assert [(file, name) for file, data in raw.items() for name in names if name.encode() in data] == []


def test_the_list_says_to_hand_out_each_sheet_in_its_turn() -> None:
    assert "Hand out each sheet when its turn comes" in contents("A", [])


def test_pages_are_counted(lesson: Lesson, tmp_path: Path) -> None:
    for sheet in lesson.sheets:
        if sheet.name.endswith(".pdf"):
            (tmp_path / "one.pdf").write_bytes(sheet.data)
            assert sheet.pages == len(PdfReader(tmp_path / "one.pdf").pages)
        else:
            assert sheet.pages == 0


def test_the_same_maps_make_the_same_lesson(lesson: Lesson, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    one, other = make_lesson(LEFT, RIGHT), make_lesson(LEFT, RIGHT)
    assert [s.name for s, t in zip(one.sheets, other.sheets, strict=True) if s.data != t.data] == []
    changing = [s.name for s, t in zip(one.sheets, lesson.sheets, strict=True) if s.data != t.data]
    assert changing == ["teacher/quiz.apkg"]  # its cards carry the time, so that importing it again renews them


def test_the_list_leads_to_every_file(lesson: Lesson, tmp_path: Path) -> None:
    start, *others = save_lesson(lesson, tmp_path)
    page = Path(start).read_text(encoding="utf-8")
    linked = [unquote(name) for name in re.findall(r'<a href="([^"]+)"', page)]
    assert sorted(linked) == sorted(Path(name).relative_to(tmp_path).as_posix() for name in others)
    assert all((tmp_path / name).is_file() for name in linked)


def test_save_writes_a_lesson_too(lesson: Lesson, tmp_path: Path) -> None:
    one, other = (argmap.save(lesson, tmp_path / "one"), save_lesson(lesson, tmp_path / "other"))
    assert [Path(p).relative_to(tmp_path / "one") for p in one] == [
        Path(p).relative_to(tmp_path / "other") for p in other
    ]


def test_names_with_blanks_and_marks_are_led_to() -> None:
    page = contents("A & B", [("students", "students/a b#1.pdf", "<it>", "", 1)], ["quiz.apkg: <why>"])
    assert 'href="students/a%20b%231.pdf"' in page
    assert "&lt;it&gt;" in page
    assert "&lt;why&gt;" in page


def test_what_is_handed_in_is_graded_beside_the_reference(lesson: Lesson, tmp_path: Path) -> None:
    save_lesson(lesson, tmp_path)
    for one in ids():
        reference, kit = tmp_path / f"teacher/4-{one}-reference.yaml", tmp_path / f"students/4-{one}-kit.yaml"
        assert [d for d in argmap.check(reference) if d.severity == "error"] == []
        assert [d for d in argmap.check(kit) if d.severity == "error"] == []
        texts = [sorted(s.text for s in argmap.load(path).statements.values()) for path in (reference, kit)]
        assert texts[0] == texts[1]


def test_the_reference_stands_by_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The council will build it now.", encoding="utf-8")
    m = argmap.load(LEFT)
    m = m.model_copy(update={"article": m.article.model_copy(update={"text": "a.txt"})})
    (reference,) = [s for s in make_lesson(m, RIGHT).sheets if s.name == f"teacher/4-{m.id}-reference.yaml"]
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "reference.yaml").write_bytes(reference.data)
    assert [d for d in argmap.check(tmp_path / "elsewhere" / "reference.yaml") if d.severity == "error"] == []


def test_a_rubric_that_was_changed_stays(lesson: Lesson, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert str(tmp_path / "teacher" / "rubric.yaml") in save_lesson(lesson, tmp_path)
    (tmp_path / "teacher" / "rubric.yaml").write_text("mine", encoding="utf-8")
    assert main(["lesson", LEFT, RIGHT, "-o", str(tmp_path)]) == 0
    assert (tmp_path / "teacher" / "rubric.yaml").read_text(encoding="utf-8") == "mine"
    assert "rubric.yaml is there already and stays as it is" in capsys.readouterr().err


def branching(sizes: list[int]) -> ArgumentMap:
    """A map of theses with so many statements each, the thesis among them."""
    statements: dict[str, Statement] = {}
    for t, size in enumerate(sizes):
        below = [f"s{t}-{n}" for n in range(size - 1)]
        statements |= {key: Statement(text=f"Reason {key}.") for key in below}
        statements[f"t{t}"] = Statement.model_validate({"type": "thesis", "text": f"Thesis {t}.", "because": below})
    return ArgumentMap(id="m", statements=statements)


@pytest.mark.parametrize(
    ("sizes", "chosen"),
    [
        ([MOST], None),
        ([MOST, 1], "t0"),
        ([4, 12, 12, 3], "t1"),
        ([40, 33, 35], "t1"),
        ([40], "t0"),
        ([31, 5], "t1"),
    ],
)
def test_a_lesson_takes_what_fits_a_sheet(sizes: list[int], chosen: str | None) -> None:
    m = branching(sizes)
    assert lesson_branch(m) == (chosen if len(m.statements) > MOST else None)


def test_a_large_map_without_thesis_is_taken_whole() -> None:
    m = ArgumentMap(id="m", statements={f"s{n}": Statement(text=f"Sentence {n}.") for n in range(MOST + 5)})
    assert not theses(m)
    assert lesson_branch(m) is None


def test_the_branch_can_be_chosen() -> None:
    pair = PAIR.parent / "homework"
    m = argmap.load(pair / "a.yaml")
    top = theses(m)[0]
    branch = branch_of(m, top)
    assert len(branch.statements) < len(m.statements)  # some hang on no thesis
    chosen = make_lesson(m, pair / "b.yaml", focus={m.id: top})
    (kit,) = [s.data.decode() for s in chosen.sheets if s.name == f"students/4-{m.id}-kit.yaml"]
    assert {s.text for s in m.statements.values() if s.text in kit} == {s.text for s in branch.statements.values()}


def test_the_comparison_sheet_takes_what_is_named_and_sheets_ask_for_as_much_as_is_wanted() -> None:
    key = f"teacher/1-{ids()[0]}-worksheet-key.pdf"
    plain, hard = make_lesson(LEFT, RIGHT), make_lesson(LEFT, RIGHT, difficulty=3, about=["rents"])
    one, other = (next(s.data for s in made.sheets if s.name == key) for made in (plain, hard))
    assert one != other
    with pytest.raises(NothingAbout, match="rennts"):
        make_lesson(LEFT, RIGHT, about=["rennts"])


def test_a_focus_on_another_map_is_told() -> None:
    with pytest.raises(UnknownName, match="map"):
        make_lesson(LEFT, RIGHT, focus={"koga": "T1"})


def test_two_maps_of_one_id_cannot_be_told_apart() -> None:
    with pytest.raises(ArgmapError, match="id of its own"):
        make_lesson(LEFT, LEFT)


def test_papers_are_those_of_printers() -> None:
    with pytest.raises(UnknownName, match="slide"):
        make_lesson(LEFT, RIGHT, paper="slide")


def test_without_the_package_for_decks_the_rest_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "genanki", None)
    made = make_lesson(LEFT, RIGHT)
    assert "teacher/quiz.apkg" not in {s.name for s in made.sheets}
    assert len(made.left_out) == 1
    assert "quiz.apkg" in made.left_out[0]
    assert "argmap[anki]" in made.left_out[0]


def test_the_verb_writes_and_names_the_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "one lesson"
    assert main(["lesson", LEFT, RIGHT, "-o", str(folder)]) == 0
    said = capsys.readouterr()
    assert said.out == f"{folder / 'start-here.html'}\n"
    assert "35 files" in said.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([LEFT, RIGHT, "--focus", "T1"], "--focus 'T1' is not MAP=ID"),
        ([LEFT, RIGHT, "--focus", "a=T1", "--focus", "a=T2"], "--focus names the map 'a' twice"),
        ([LEFT, RIGHT, "--focus", "nobody=T1"], "nobody"),
        ([LEFT, "missing.yaml"], "missing.yaml"),
        ([LEFT, RIGHT, "--text", "nobody=" + LEFT], "nobody"),
        ([LEFT, RIGHT, "-o", "-"], "goes to a folder"),
        ([LEFT, RIGHT, "-o", LEFT], "is no folder"),
    ],
)
def test_what_cannot_be_done_writes_nothing(
    arguments: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["lesson", *arguments]) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_plan_names_rows_by_their_numbers_on_the_sheet() -> None:
    c = argmap.compare(SHIPPED / "koga-2023.yaml", SHIPPED / "rsis-2023.yaml")
    rows = comparison_form(c).rows
    plan = (Path(__file__).parents[1] / "docs" / "lesson.md").read_text(encoding="utf-8")
    asked = {"about China?** (Row ": "role:china", "overcome?** (Row ": "stance:history-overcome"}
    asked["behind both, in row "] = "explanation:closer-ties"
    for words, finding in asked.items():
        number = int(plan[plan.index(words) + len(words)])
        assert rows[number - 1].findings == (finding,)
    assert [sum(row.sign == sign for row in rows) for sign in "!○"] == [1, 1]  # as the plan says


@pytest.mark.slow
def test_the_lesson_of_the_shipped_maps(tmp_path: Path) -> None:
    focus = {"koga-2023": "cooperate-more", "rsis-2023": "lynchpin"}
    made = make_lesson(SHIPPED / "koga-2023.yaml", SHIPPED / "rsis-2023.yaml", focus=focus)
    assert made.left_out == ()
    assert {d.code for d in made.diagnostics} <= {"AM906"}  # nothing too small to read, no letter missing
    handed_out = {s.name: s.pages for s in made.sheets if s.part == "students" and s.pages}
    assert max(handed_out.values()) == 2
    save_lesson(made, tmp_path)
    key = (tmp_path / "teacher/on-screen/2-comparison-key.html").read_text(encoding="utf-8")
    for question in ("What part does China play?", "overcome their disputes over history?", "security ties by China"):
        assert question in key
    plan = (Path(__file__).parents[1] / "docs" / "lesson.md").read_text(encoding="utf-8")
    for name in re.findall(r"`(?:build/lesson/)?(teacher/[\w./-]+|students/[\w./-]+)`?", plan):
        assert (tmp_path / name).exists(), name
