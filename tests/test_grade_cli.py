"""`argmap grade` from the command line: reports, the overview of a class, files that cannot be read."""

import csv
import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import argmap
from argmap.cli import main
from argmap.files import read_alignment

CLASS = Path(__file__).parents[1] / "docs" / "class"
ALL = ("grade", "later-start.yaml", "students", "--alignment", "eva.sssom.tsv")

Called = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(CLASS, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def called(capsys: pytest.CaptureFixture[str]) -> Called:
    def call(*argv: str) -> tuple[int, str, str]:
        code = main(argv)
        told = capsys.readouterr()
        return code, told.out.replace("students\\", "students/"), told.err.replace("students\\", "students/")

    return call


@pytest.mark.parametrize(
    ("form", "ending"), [("text", "txt"), ("markdown", "md"), ("csv", "csv")], ids=["text", "markdown", "csv"]
)
@pytest.mark.parametrize("what", ["class", "all", "one"])
def test_what_is_printed(called: Called, golden: Callable[[str, str], None], what: str, form: str, ending: str) -> None:
    calls = {
        "class": (*ALL, "--class"),
        "all": ALL,
        "one": ("grade", "later-start.yaml", "students/chloe.yaml", "--reveal"),
    }
    code, out, err = called(*calls[what], "--format", form)
    assert code == 0
    golden(f"grade/{what}.{ending}", out.replace("\r\n", "\n"))
    assert ("could not be read: fay" in err) == (what != "one")


def test_a_file_that_cannot_be_read_is_a_result(called: Called) -> None:
    code, out, err = called("grade", "later-start.yaml", "students/fay.yaml", "students/ana.yaml")
    assert code == 0
    assert "2 maps, 1 graded, 1 could not be read" in out
    assert "students/fay.yaml:25:15: error[AM201]" in out
    assert err == "argmap: 1 map of 2 could not be read: fay\n"


def test_all_files_may_be_broken(called: Called) -> None:
    code, out, _ = called("grade", "later-start.yaml", "students/fay.yaml", "--class")
    assert (code, "0 graded" in out) == (0, True)


def test_a_codebook_and_no_map_at_all_are_results_too(called: Called) -> None:
    Path("students/gus.yaml").write_text("argmap-codebook: 1\nid: gus\n", "utf-8")
    Path("students/hal.yaml").write_text("just words\n", "utf-8")
    code, out, _ = called("grade", "later-start.yaml", "students/gus.yaml", "students/hal.yaml", "students/ana.yaml")
    assert code == 0
    assert "3 maps, 1 graded, 2 could not be read" in out


def test_the_reference_and_codebooks_in_a_folder_are_passed_over(called: Called) -> None:
    Path("students/book.yaml").write_text("argmap-codebook: 1\nid: book\n", "utf-8")
    shutil.copy("later-start.yaml", "students")
    code, out, _ = called("grade", "students/later-start.yaml", "students", "--class")
    assert (code, "6 maps, 5 graded" in out) == (0, True)


def test_a_map_with_its_codebook_in_it_is_a_map(called: Called) -> None:
    text = Path("students/ana.yaml").read_text("utf-8")
    book = "codebook:\n  argmap-codebook: 1\n  id: book\n  actors: {school: The school}\n"
    Path("students/ana.yaml").write_text(text.replace("statements:\n", f"{book}statements:\n"), "utf-8")
    code, out, _ = called("grade", "later-start.yaml", "students", "--class")
    assert (code, "6 maps, 5 graded" in out) == (0, True)


def test_a_reference_may_be_graded_against_itself(called: Called) -> None:
    code, out, _ = called("grade", "later-start.yaml", "later-start.yaml")
    assert (code, "Everything in the reference is there" in out) == (0, True)


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("nowhere.yaml", "students"), "there is no file 'nowhere.yaml'"),
        (("students/fay.yaml", "students/ana.yaml"), "no statement is called 'melatonnin'"),
        (("later-start.yaml", "students/anna.yaml"), "did you mean"),
        (("later-start.yaml", "students/ana.yaml", "--rubric", "no.yaml"), "there is no file 'no.yaml'"),
        (("later-start.yaml", "students/ana.yaml", "--alignment", "eva.sssom.tsv"), "joins none of the students'"),
        (("later-start.yaml", "students/ana.yaml", "-o", "report.svg"), "does not say what is to be written"),
        (("later-start.yaml", "students/ana.yaml", "-o", "students/ana.yaml", "--format", "text"), "would be lost"),
        (
            (
                "later-start.yaml",
                "students/eva.yaml",
                "--alignment",
                "eva.sssom.tsv",
                "-o",
                "eva.sssom.tsv",
                "--format",
                "csv",
            ),
            "would be lost",
        ),
    ],
)
def test_what_cannot_be_used_is_refused(called: Called, argv: tuple[str, ...], said: str) -> None:
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    code, out, err = called("grade", *argv)
    assert (code, out) == (2, "")
    assert said in err
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before


def test_a_folder_that_holds_only_the_reference_has_no_students(called: Called) -> None:
    Path("alone").mkdir()
    shutil.copy("later-start.yaml", "alone")
    code, _, err = called("grade", "alone/later-start.yaml", "alone")
    assert (code, "no student's map besides the reference" in err) == (2, True)


@pytest.mark.parametrize(("form", "ending"), [("text", "txt"), ("markdown", "md"), ("csv", "csv"), ("html", "html")])
def test_a_folder_holds_a_report_for_each_and_an_overview(called: Called, form: str, ending: str) -> None:
    code, out, _ = called(*ALL, "-o", "out/", "--format", form)
    names = [f"{name}.{ending}" for name in ("class", "ana", "ben", "chloe", "deniz", "eva", "fay")]
    assert code == 0
    assert [Path(line).name for line in out.splitlines()] == names
    assert sorted(path.name for path in Path("out").iterdir()) == sorted(names)


def test_reports_of_one_name_stay_apart_and_none_takes_that_of_the_overview(called: Called) -> None:
    for folder in ("a", "b"):
        Path(folder).mkdir()
        for name in ("class", "Con"):
            shutil.copy("students/ana.yaml", f"{folder}/{name}.yaml")
    code, _, _ = called("grade", "later-start.yaml", "a", "b", "-o", "out/")
    assert code == 0
    assert sorted(p.name for p in Path("out").iterdir()) == [
        "a-Con.md",
        "a-class.md",
        "b-Con.md",
        "b-class.md",
        "class.md",
    ]
    assert called("grade", "later-start.yaml", "a", "-o", "out2/")[0] == 0
    assert sorted(p.name for p in Path("out2").iterdir()) == ["Con-map.md", "class-2.md", "class.md"]


def test_students_without_names(called: Called) -> None:
    for form in ("text", "csv", "html", "markdown"):
        code, out, _ = called(*ALL, "--anonymous", "--format", form)
        assert code == 0
        assert "Student 6" in out
        assert not [
            name for name in ("ana", "ben", "chloe", "deniz", "eva.", "fay") if name in out.replace("Deniz", "")
        ]


def test_answers_are_told_on_request(called: Called) -> None:
    _, hidden, _ = called("grade", "later-start.yaml", "students/ben.yaml")
    _, shown, _ = called("grade", "later-start.yaml", "students/ben.yaml", "--reveal")
    assert "In winter it is dark" not in hidden
    assert "Answer: O1: In winter it is dark on the way home instead." in shown.replace("\n    ", " ")


@pytest.mark.parametrize("form", ["text", "markdown", "csv", "html"])
def test_guesses_are_told_in_every_output(called: Called, form: str) -> None:
    _, _, err = called("grade", "later-start.yaml", "students/eva.yaml", "--guess", "--format", form)
    assert "matched by a guess" in err
    for option in ((), ("--class",)):
        _, out, _ = called("grade", "later-start.yaml", "students/eva.yaml", "--guess", "--format", form, *option)
        assert "guess" in out


def test_a_rubric_is_printed_that_reads_back_as_the_default(called: Called) -> None:
    code, out, _ = called("grade", "--new-rubric")
    Path("rubric.yaml").write_text(out, "utf-8")
    assert code == 0
    one = ("grade", "later-start.yaml", "students/ben.yaml")
    assert called(*one, "--rubric", "rubric.yaml") == called(*one)


def test_a_rubric_says_what_counts(called: Called) -> None:
    text = (
        "argmap-rubric: 1\npoints: {statements: 10}\n"
        "ignore: [linked-as-separate, wrong-relation]\nlevels: {fine: 0.85, fair: 0}\n"
    )
    Path("rubric.yaml").write_text(text, "utf-8")
    _, out, _ = called("grade", "later-start.yaml", "students/ben.yaml", "--rubric", "rubric.yaml")
    assert "8.9 of 10 points, fine; by kind:" in out
    assert "Linked, taken for separate" not in out
    assert "Linked or separate     1      1   100 %  fine   0       0" in out


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_map_whose_errors_are_overlooked_is_not_said_to_have_none(called: Called, form: str) -> None:
    Path("rubric.yaml").write_text(
        "argmap-rubric: 1\nignore: [missing-statement, wrong-relation, linked-as-separate]\n", "utf-8"
    )
    one = ("grade", "later-start.yaml", "students/ben.yaml", "--format", form)
    whole = "Everything in the reference is there, and stands where it stands there."
    overlooked = called(*one, "--rubric", "rubric.yaml")[1]
    assert "Everything that counts here is as in the reference." in overlooked
    assert whole not in overlooked
    assert whole not in called(*one)[1]
    own = Path("later-start.yaml").read_text("utf-8") + "  more: {text: Birds sing at nine.}\n"
    Path("more.yaml").write_text(own, "utf-8")
    assert whole in called("grade", "later-start.yaml", "more.yaml", "--format", form)[1].replace("\n", " ")


@pytest.mark.parametrize("form", ["csv"])
def test_no_cell_is_a_formula(called: Called, form: str) -> None:
    Path("students/=1+1.yaml").write_text(
        "argmap: 1\nid: x\nstatements:\n  x: {type: thesis, text: '=HYPERLINK(1)', voice: '@SUM(1)'}\n", "utf-8"
    )
    for option in ((), ("--class",)):
        _, out, _ = called("grade", "later-start.yaml", "students/=1+1.yaml", "--format", form, *option)
        cells = [cell for row in csv.reader(io.StringIO(out)) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "@", "+", "-"))]


def test_markup_cannot_act(called: Called) -> None:
    Path("students/evil.yaml").write_text(
        'argmap: 1\nid: x\nstatements:\n  x: {type: thesis, text: "a <script>alert(1)</script> *b* | c"}\n', "utf-8"
    )
    one = ("grade", "later-start.yaml", "students/evil.yaml")
    assert "<script>alert" not in called(*one, "--format", "html")[1]
    assert "\\<script>" in called(*one, "--format", "markdown")[1]


def test_control_characters_of_names_cannot_act(called: Called) -> None:
    shutil.copy("students/ana.yaml", "students/a\x1b[2Jb.yaml")
    for form in ("text", "markdown", "csv"):
        assert "\x1b" not in called("grade", "later-start.yaml", "students/a\x1b[2Jb.yaml", "--format", form)[1]


def test_a_bar_is_shown_to_who_watches_and_to_nobody_else(called: Called, monkeypatch: pytest.MonkeyPatch) -> None:
    quiet = called(*ALL, "--class")
    monkeypatch.setattr("argmap.cli.grade.terminal.is_terminal", lambda stream: stream is sys.stderr)
    monkeypatch.setenv("FORCE_COLOR", "1")
    code, out, err = called(*ALL, "--class", "--color", "never")
    assert (code, out) == quiet[:2]
    assert "Grading" not in quiet[2]
    assert "Grading" in err
    few = called("grade", "later-start.yaml", "students/ana.yaml", "--color", "never")
    assert "Grading" not in few[2]


def test_the_library_says_the_same() -> None:
    grades = argmap.grade(
        "later-start.yaml", "students/ana.yaml", "students/fay.yaml", "students/eva.yaml", alignment=["eva.sssom.tsv"]
    )
    assert [(paper.name, bool(paper.grade)) for paper in grades.papers] == [
        ("ana", True),
        ("fay", False),
        ("eva", True),
    ]
    ana = grades.papers[0].grade
    assert ana
    assert [(f.kind, f.subject, f.position.line if f.position else 0) for f in ana.errors] == [
        ("misplaced", "parents", 26),
        ("wrong-voice", "winter", 42),
    ]
    assert grades.overlay.found["winter"] == 1


def test_rows_may_be_given_as_a_path_or_as_values() -> None:
    rows = read_alignment("eva.sssom.tsv").rows
    by_path = argmap.grade("later-start.yaml", "students/eva.yaml", alignment="eva.sssom.tsv")  # one path, no list
    assert argmap.grade("later-start.yaml", "students/eva.yaml", alignment=rows) == by_path


def test_an_alignment_with_errors_is_refused() -> None:
    Path("bad.sssom.tsv").write_text("subject_id\tobject_id\na\tb\n", "utf-8")
    with pytest.raises(argmap.InvalidMap):
        argmap.grade("later-start.yaml", "students/eva.yaml", alignment=["bad.sssom.tsv"])


def test_remarks_stand_in_every_output(called: Called) -> None:
    for form in ("text", "markdown", "csv", "html"):
        for option in ((), ("--class",)):
            _, out, _ = called("grade", "later-start.yaml", "students/eva.yaml", "--format", form, *option)
            assert "is it a map of the same" in " ".join(out.replace("\n  ", " ").split())


def test_the_ending_html_names_the_form(called: Called) -> None:
    assert called("grade", "later-start.yaml", "students/eva.yaml", "-o", "eva.html")[:2] == (0, "eva.html\n")
    assert Path("eva.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_a_file_in_a_folder_that_is_no_text_is_a_result(called: Called) -> None:
    Path("students/odd.yaml").write_bytes(b"argmap: 1\nid: \xff\xfe\n")
    code, out, _ = called(*ALL, "--class")
    assert (code, "7 maps, 5 graded, 2 could not be read" in out) == (0, True)


def test_every_file_of_a_folder_is_somebody_s_work(called: Called) -> None:
    Path("students/empty.yaml").write_text("", "utf-8")
    Path("students/letter.yaml").write_text("Dear teacher: I was ill.\n", "utf-8")
    Path("students/word.yaml").write_bytes(b"PK\x03\x04" + bytes(range(256)))
    Path("students/essay.docx").write_bytes(b"PK\x03\x04")
    Path("students/rubric.yaml").write_text("argmap-rubric: 1\n", "utf-8")
    Path("students/rows.sssom.tsv").write_text("", "utf-8")
    shutil.copy("later-start.yaml", "students/reference-again.yaml")
    code, out, err = called(*ALL, "--class")
    assert (code, "10 maps, 6 graded, 4 could not be read" in out) == (0, True)
    assert "4 maps of 10 could not be read: empty, fay, letter, word" in err
    assert "argmap: 'students': 1 file not graded, being no YAML: essay.docx\n" in err


def test_files_that_are_no_maps_are_counted_and_not_all_named(called: Called) -> None:
    for i in range(8):
        Path(f"students/{i}.txt").write_text("", "utf-8")
    _, _, err = called(*ALL, "--class")
    assert "8 files not graded, being no YAML: 0.txt, 1.txt, 2.txt, 3.txt, 4.txt and 3 more" in err


def test_files_of_one_name_and_two_endings_stay_apart(called: Called) -> None:
    shutil.copy("students/ana.yaml", "students/ben.yml")
    _, out, _ = called("grade", "later-start.yaml", "students", "-o", "out/")
    assert {"ben.yaml.md", "ben.yml.md", "ana.md"} <= {Path(line).name for line in out.splitlines()}


def test_a_map_from_standard_input(called: Called, monkeypatch: pytest.MonkeyPatch) -> None:
    data = Path("students/ben.yaml").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.replace(b"\n", b"\r\n"))))
    code, out, _ = called("grade", "later-start.yaml", "-")
    by_name = called("grade", "later-start.yaml", "students/ben.yaml")[1]
    assert (code, out.splitlines()[0]) == (0, "standard input: School should begin at nine")
    assert out.splitlines()[3] == by_name.splitlines()[3]


def test_a_large_class_is_told_in_tables_and_its_ten_most_frequent_errors(called: Called) -> None:
    Path("class").mkdir()
    texts = {key: s.text for key, s in argmap.load("later-start.yaml").statements.items()}
    kit = "".join(f"  {key}:\n    text: {text}\n" for key, text in texts.items())
    for i in range(30):
        text = f"argmap: 1\nid: kit\nstatements:\n{kit}" if i % 2 else Path("later-start.yaml").read_text("utf-8")
        Path(f"class/later-start, handed in by number {i}.yaml").write_text(text, "utf-8")
    _, out, _ = called("grade", "later-start.yaml", "class", "--class")
    assert out.index("── To look at") < out.index("── By student") < out.index("── Most frequent errors")
    assert out.count("no statement stands under another yet") == 15
    assert "later-start, handed in by number 1   9/9" in out
    frequent = out[out.index("── Most frequent errors") : out.index("── By statement")]
    assert frequent.count("\n- 15 of 30 ") == 10
    assert "more were made by two or more; a page (--format html) tells them all." in frequent
    assert "put elsewhere: 15 of 30 under nothing" in out
    _, page, _ = called("grade", "later-start.yaml", "class", "--class", "--format", "html")
    assert page.count("<strong>15 of 30</strong>") > 10


def test_maps_built_in_python_are_graded_too() -> None:
    reference, student = argmap.load("later-start.yaml"), argmap.load("students/ben.yaml")
    grades = argmap.grade(reference, student, student)
    assert [paper.name for paper in grades.papers] == ["ben", "ben"]
    assert all(f.position is None for f in grades.papers[0].grade.findings if grades.papers[0].grade)  # type: ignore[union-attr]
    assert [each.students for each in grades.overlay.frequent] == [(0, 1)] * 3
