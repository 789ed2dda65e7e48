"""The command line: what goes where, exit codes, and no call that ends in a traceback."""

import io
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

import argmap
from argmap.cli import main, terminal
from argmap.codes import CODES
from argmap.reporters.comparison_text import comparison_text
from argmap.reporters.sections import Detail
from argmap.typesetting import display_width

ROOT = Path(__file__).parents[1]
MILL_ROAD = ROOT / "tests" / "golden" / "mill-road"

CLEAN = """\
argmap: 1
id: tram
statements:
  build: {type: thesis, text: The harbour needs a tram., because: [crowded]}
  crowded: {text: Buses are full.}
"""
BROKEN = CLEAN.replace("[crowded]", "[crowdde]")
WARNED = CLEAN.replace("type: thesis, ", "")


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in a folder that holds the mill-road maps and three on a tram."""
    shutil.copytree(MILL_ROAD, tmp_path, dirs_exist_ok=True)
    for name, text in (("tram.yaml", CLEAN), ("broken.yaml", BROKEN), ("warned.yaml", WARNED)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "COLUMNS", "ARGMAP_DEBUG", "FORCE_COLOR", "PY_COLORS"):
        monkeypatch.delenv(name, raising=False)

    def call(*argv: str) -> Ran:
        capsys.readouterr()
        code = main(argv)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return call


class TestChecking:
    def test_a_clean_map_is_met_with_silence(self, run: Run) -> None:
        assert run("check", "tram.yaml") == Ran(0, "", "")

    def test_errors_go_to_standard_output_and_give_1(self, run: Run) -> None:
        assert run("check", "broken.yaml") == Ran(
            1,
            "broken.yaml:4:68: error[AM201]: no statement is called 'crowdde'\n"
            "  4 | …ild: {type: thesis, text: The harbour needs a tram., because: [crowdde]}\n"
            "    |                                                                 ^^^^^^^\n"
            "  help: did you mean 'crowded'?\n"
            "\n"
            "1 error in 1 file\n",
            "",
        )

    def test_warnings_give_0_and_with_strict_1(self, run: Run) -> None:
        assert run("check", "warned.yaml").code == 0
        assert run("check", "--strict", "warned.yaml").code == 1
        assert "AM303" in run("check", "warned.yaml").out

    def test_all_files_are_checked_in_one_run(self, run: Run) -> None:
        out = run("check", "broken.yaml", "tram.yaml", "warned.yaml").out
        assert "broken.yaml:4:" in out
        assert "warned.yaml:3:" in out
        assert "AM210" in out

    def test_a_file_named_twice_is_checked_once(self, run: Run) -> None:
        assert run("check", "tram.yaml", "tram.yaml") == Ran(0, "", "")

    def test_a_file_named_twice_in_two_ways_is_checked_once(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "link.yaml").symlink_to("tram.yaml")
        assert run("check", "tram.yaml", "./tram.yaml", str(tmp_path / "tram.yaml"), "link.yaml") == Ran(0, "", "")

    def test_a_map_has_one_text(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "t.txt").write_text("¶1 A tram.", encoding="utf-8")
        ran = run("check", "tram.yaml", "--text", "tram=t.txt", "--text", "tram=t.txt")
        assert ran == Ran(2, "", "argmap: --text names the map 'tram' twice; give one text for each map\n")

    @pytest.mark.parametrize(
        ("name", "message"),
        [
            ("", "'' is no name of a file; name a map"),
            (" ", "' ' is no name of a file; name a map"),
            ("http://x/y", "'http://x/y' is an address, not a path; save the file and name it by its path"),
        ],
    )
    def test_what_is_no_path_is_said_as_it_was_typed(self, run: Run, name: str, message: str) -> None:
        assert run("check", name) == Ran(2, "", f"argmap: {message}\n")

    def test_a_codebook_is_told_of_once_however_many_maps_name_it(self, run: Run, tmp_path: Path) -> None:
        book = tmp_path / "mill-road.codebook.yaml"
        book.write_text(book.read_text("utf-8") + "incompatible-roles: [[ally, emeny]]\n", encoding="utf-8")
        for files in (("ruiz.yaml", "patel.yaml"), ("ruiz.yaml", "mill-road.codebook.yaml", "patel.yaml")):
            ran = run("check", *files)
            assert (ran.code, ran.out.count("AM206")) == (1, 1)
            assert "mill-road.codebook.yaml:" in ran.out

    def test_json_and_github_say_the_same_as_text(self, run: Run) -> None:
        document = json.loads(run("check", "--format", "json", "broken.yaml").out)
        assert [(d["code"], d["line"], d["column"]) for d in document["diagnostics"]] == [("AM201", 4, 68)]
        github = run("check", "--format", "github", "broken.yaml")
        assert github.code == 1
        assert github.out.startswith("::error file=broken.yaml,line=4,col=68,")

    def test_a_text_is_attached_from_outside(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "article.txt").write_text("¶1 A tram, soon.\n", encoding="utf-8")
        (tmp_path / "quoting.yaml").write_text(
            CLEAN.replace("tram.,", 'tram., quote: "a tram, now", at: ¶1,'), encoding="utf-8"
        )
        assert run("check", "quoting.yaml").code == 0
        ran = run("check", "quoting.yaml", "--text", "tram=article.txt")
        assert (ran.code, "AM401" in ran.out) == (1, True)

    def test_the_library_finds_the_same(self, run: Run) -> None:
        for name in ("tram.yaml", "broken.yaml", "warned.yaml", "ruiz.yaml", "mill-road.codebook.yaml"):
            told = json.loads(run("check", "--format", "json", name).out)["diagnostics"]
            found = argmap.check(name)
            assert [(d["code"], d["message"], d["file"]) for d in told] == [(d.code, d.message, d.file) for d in found]

    def test_standard_input_is_a_map(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BROKEN.encode())))
        ran = run("check", "-")
        assert ran.code == 1
        assert ran.out.startswith("<stdin>:4:68: error[AM201]")

    def test_a_missing_file_does_not_keep_the_others_from_being_checked(self, run: Run) -> None:
        ran = run("check", "broken.yaml", "traam.yaml")
        assert ran.code == 2
        assert "AM201" in ran.out
        assert ran.err == "argmap: there is no file 'traam.yaml'; did you mean 'tram.yaml'?\n"

    def test_a_person_at_a_terminal_is_told_that_all_is_well(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(terminal, "is_terminal", lambda stream: stream is sys.stderr)
        assert run("check", "tram.yaml") == Ran(0, "", "argmap: no problems in 1 file\n")


class TestComparing:
    def test_a_difference_is_no_failure(self, run: Run) -> None:
        ran = run("compare", "ruiz.yaml", "patel.yaml")
        assert ran.code == 0
        assert ran.out == (MILL_ROAD / "comparison.txt").read_text("utf-8")
        assert ran.err == (
            "argmap: ruiz casts a role without the article's words: council (AM601)\n"
            "argmap: patel casts a role without the article's words: council (AM601)\n"
        )

    def test_json_holds_the_warnings_and_says_nothing_beside(self, run: Run) -> None:
        ran = run("compare", "ruiz.yaml", "patel.yaml", "--format", "json")
        document = json.loads(ran.out)
        assert (ran.code, ran.err) == (0, "")
        assert [w["code"] for w in document["warnings"]] == ["AM601", "AM601"]
        assert [m["file"] for m in document["maps"]] == ["ruiz.yaml", "patel.yaml"]
        assert all(re.fullmatch(r"[0-9a-f]{64}", m["sha256"]) for m in document["maps"])

    def test_markdown_holds_the_warnings(self, run: Run) -> None:
        ran = run("compare", "ruiz.yaml", "patel.yaml", "--format", "markdown")
        assert ran == Ran(0, (MILL_ROAD / "comparison.md").read_text("utf-8"), "")

    def test_the_result_goes_into_a_file(self, run: Run, tmp_path: Path) -> None:
        ran = run("compare", "ruiz.yaml", "patel.yaml", "-o", "out/result.txt", "--color", "always")
        assert (ran.code, ran.out) == (0, "out/result.txt\n")
        assert (tmp_path / "out/result.txt").read_text("utf-8") == (MILL_ROAD / "comparison.txt").read_text("utf-8")

    def test_only_what_was_asked_for_is_printed(self, run: Run) -> None:
        out = run("compare", "ruiz.yaml", "patel.yaml", "--about", "council").out
        assert "Differ (1)" in out
        assert "Agree" not in out
        document = json.loads(
            run("compare", "ruiz.yaml", "patel.yaml", "--format", "json", "--group", "agree", "--group", "conflict").out
        )
        assert [f["id"] for f in document["findings"]] == ["stance:lane-safer", "stance:build-lane"]
        assert document["groups"]["counts"]["diverge"] == 0

    def test_a_group_without_findings_is_said_to_be_empty(self, run: Run) -> None:
        ran = run("compare", "ruiz.yaml", "patel.yaml", "--group", "undetermined")
        assert (ran.code, ran.err.splitlines()[-1]) == (0, "argmap: no finding is in the group undetermined")
        ran = run("compare", "ruiz.yaml", "patel.yaml", "--group", "undetermined", "--about", "custom")
        said = "argmap: no finding about custom is in the group undetermined"
        assert (ran.code, ran.err.splitlines()[-1]) == (0, said)

    def test_a_linked_finding_can_be_asked_for_by_its_own_key(self, run: Run) -> None:
        book = "argmap-codebook: 1\nid: c\npropositions: {p: {text: P., contrary: [q]}, q: Q.}\n"
        Path("c.yaml").write_text(book, encoding="utf-8")
        for name, key in (("l", "p"), ("r", "q")):
            s = f"{{type: thesis, text: T., quote: t, says: {{holds: {key}}}}}"
            Path(f"{name}.yaml").write_text(
                f"argmap: 1\nid: {name}\ncodebook: c.yaml\nstatements: {{t: {s}}}\n", encoding="utf-8"
            )
        (finding,) = argmap.compare("l.yaml", "r.yaml").findings
        assert finding.key == "p~q"
        expected = run("compare", "l.yaml", "r.yaml", "--about", "p").out
        for name in ("p~q", "q", finding.id):
            assert run("compare", "l.yaml", "r.yaml", "--about", name) == Ran(0, expected, "")

    def test_eighty_columns_are_enough(self, run: Run) -> None:
        ran = run("compare", "ruiz.yaml", "patel.yaml")
        assert max(map(display_width, ran.out.splitlines())) == 80

    def test_the_width_of_the_terminal_is_used(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", "60")
        assert max(map(display_width, run("compare", "ruiz.yaml", "patel.yaml").out.splitlines())) == 60

    def test_no_color_wins_over_color(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        always = ("compare", "ruiz.yaml", "patel.yaml", "--color", "always")
        assert "\x1b[" in run(*always).out
        monkeypatch.setenv("NO_COLOR", "1")
        assert "\x1b[" not in run(*always).out

    def test_the_problems_of_both_maps_are_shown(self, run: Run) -> None:
        ran = run("compare", "broken.yaml", "broken.yaml")
        assert (ran.code, ran.out, ran.err.count("AM201")) == (2, "", 1)
        ran = run("compare", "broken.yaml", "ruiz.yaml")
        assert (ran.code, ran.out, "AM201" in ran.err) == (2, "", True)


class TestDrawing:
    def test_the_path_of_each_picture_is_printed(self, run: Run, tmp_path: Path) -> None:
        assert run("draw", "tram.yaml") == Ran(0, "tram.svg\n", "")
        assert (tmp_path / "tram.svg").read_bytes().startswith(b"<?xml")

    def test_two_maps_are_drawn_as_their_comparison(self, run: Run, tmp_path: Path) -> None:
        ran = run("draw", "ruiz.yaml", "patel.yaml", "-o", "out/", "--format", "pdf")
        assert (ran.code, ran.out) == (0, f"{Path('out/ruiz-patel.pdf')}\n")
        assert (tmp_path / "out/ruiz-patel.pdf").read_bytes().startswith(b"%PDF")

    def test_the_ending_says_the_format(self, run: Run, tmp_path: Path) -> None:
        assert run("draw", "tram.yaml", "-o", "t.PNG").out == "t.PNG\n"
        assert (tmp_path / "t.PNG").read_bytes().startswith(b"\x89PNG")

    def test_several_sheets_need_a_folder(self, run: Run, tmp_path: Path) -> None:
        assert run("draw", "ruiz.yaml", "--split", "branch", "-o", "one.svg").err.endswith(
            "sheets for one file; give a folder: -o one/; or all of them as one PDF: -o one.pdf\n"
        )
        assert not (tmp_path / "one.svg").exists()
        ran = run("draw", "ruiz.yaml", "--split", "branch", "-o", "one/")
        assert ran.code == 0
        assert len(ran.out.splitlines()) > 1
        assert all((tmp_path / line).is_file() for line in ran.out.splitlines())

    def test_an_alignment_joins_what_two_maps_are_drawn_on(self, run: Run, tmp_path: Path) -> None:
        for name, says in (("one", "says: {holds: p}, "), ("two", "")):
            text = f"argmap: 1\nid: {name}\nstatements:\n  t: {{type: thesis, {says}text: Trams pay.}}\n"
            (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
        (tmp_path / "rows.sssom.tsv").write_text(
            "subject_id\tpredicate_id\tobject_id\tmapping_justification\tconfidence\n"
            "one:t\targmap:contradicts\ttwo:t\tsemapv:ManualMappingCuration\t0.6\n",
            encoding="utf-8",
        )
        call = ("draw", "one.yaml", "two.yaml", "--format", "dot", "-o", "-")
        aligned = (*call, "--alignment", "rows.sssom.tsv")
        apart, joined, unsure = run(*call), run(*aligned), run(*aligned, "--min-confidence", "0.7")
        assert (apart.code, joined.code, unsure.code) == (0, 0, 0)
        assert "denies that" in joined.out
        assert "denies that" not in apart.out
        assert apart.out == unsure.out

    def test_a_warning_names_the_picture(self, run: Run) -> None:
        ran = run("draw", "ruiz.yaml")
        assert (ran.code, ran.out) == (0, "ruiz.svg\n")
        assert ran.err.startswith("ruiz.svg: warning[AM905]: 'council' hangs on no thesis\n")

    def test_dot_goes_down_a_pipe(self, run: Run) -> None:
        ran = run("draw", "tram.yaml", "-o", "-", "--format", "dot")
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.startswith("digraph")

    def test_no_binary_is_written_to_a_terminal(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(terminal, "is_terminal", lambda stream: True)
        assert run("draw", "tram.yaml", "-o", "-", "--format", "png", "--paper", "a4") == Ran(
            2, "", "argmap: a png is not written to a terminal; write it to a file: -o picture.png\n"
        )

    def test_maps_with_nothing_in_common_are_no_picture(self, run: Run) -> None:
        ran = run("draw", "tram.yaml", "warned.yaml")
        assert (ran.code, ran.out) == (2, "")
        assert "argmap: there is nothing to draw. No statement of " in ran.err


class TestSmallVerbs:
    def test_show_prints_an_outline(self, run: Run, tmp_path: Path) -> None:
        ran = run("show", "tram.yaml")
        assert ran == Ran(
            0,
            "tram\ntram, 2 statements, no codebook\n\nT The harbour needs a tram.\n   because P1 Buses are full.\n",
            "",
        )
        assert run("show", "tram.yaml", "--format", "markdown", "-o", "t.md") == Ran(0, "t.md\n", "")
        assert (tmp_path / "t.md").read_text("utf-8").startswith("# tram\n")

    @pytest.mark.parametrize("title", ["", "A tram: “now”, or \\ never?", "北東アジア", "x" * 300])
    @pytest.mark.parametrize("kind", [(), ("--codebook",)])
    def test_a_new_file_lacks_nothing_but_what_is_to_be_written(
        self, run: Run, title: str, kind: tuple[str, ...]
    ) -> None:
        arguments = (title,) if title else ()
        assert run("new", *arguments, *kind, "-o", "fresh.yaml") == Ran(0, "fresh.yaml\n", "")
        found = argmap.check("fresh.yaml")
        assert {d.code for d in found} == (set() if kind else {"AM503"})
        assert len(found) == (0 if kind else 6 if title else 7)
        written, printed = Path("fresh.yaml").read_text("utf-8"), run("new", *arguments, *kind).out
        named = re.compile(r"codebook: \S+\.yaml")  # a codebook says by which name a map finds it
        assert named.sub("", written) == named.sub("", printed)

    def test_what_the_skeletons_show_in_comments_holds_too(self, run: Run, tmp_path: Path) -> None:
        text = run("new", "T").out
        for field in ("# quote: a few words", "# at: ¶1", "# publisher", "# url", "# authors", "# date"):
            assert field in text
            text = text.replace(field, field[2:])
        (tmp_path / "full.yaml").write_text(text.replace("text: … ", "text: It says "), encoding="utf-8")
        assert run("check", "--strict", "full.yaml") == Ran(0, "", "")
        book = re.sub(r"(?m)^# (?=roles:|  referee|incompatible)", "", run("new", "--codebook").out)
        assert "\nroles:\n  referee:" in book
        (tmp_path / "book.yaml").write_text(book, encoding="utf-8")
        assert run("check", "--strict", "book.yaml") == Ran(0, "", "")

    def test_new_does_not_write_over_a_file(self, run: Run, tmp_path: Path) -> None:
        assert run("new", "T", "-o", "tram.yaml") == Ran(
            2, "", "argmap: 'tram.yaml' exists and is left as it is; choose another name\n"
        )
        assert (tmp_path / "tram.yaml").read_text("utf-8") == CLEAN

    def test_explain_knows_codes_and_names(self, run: Run) -> None:
        pages = {run("explain", word).out for word in ("AM201", "am201", "unknown-statement")}
        assert len(pages) == 1
        assert pages.pop().startswith("AM201 unknown-statement (error)\n")

    def test_explain_lists_the_codes_with_a_beginning(self, run: Run) -> None:
        assert re.findall(r"AM\d+", run("explain", "am40").out) == [f"AM40{n}" for n in range(1, 10)]

    def test_explain_lists_all_codes(self, run: Run) -> None:
        assert all(code in run("explain").out for code in CODES)

    def test_the_schema_in_the_package_is_the_one_in_the_documentation(self) -> None:
        in_docs = (ROOT / "docs" / "schema" / "comparison.schema.json").read_text("utf-8")
        assert (ROOT / "argmap" / "reporters" / "comparison.schema.json").read_text("utf-8") == in_docs

    @pytest.mark.parametrize("thing", ["map", "codebook", "result"])
    def test_schemas_are_json_schemas(self, run: Run, thing: str) -> None:
        ran = run("schema", thing)
        Draft202012Validator.check_schema(json.loads(ran.out))
        assert (ran.code, ran.err) == (0, "")

    def test_the_result_fits_its_schema(self, run: Run) -> None:
        schema = json.loads(run("schema", "result").out)
        result = json.loads(run("compare", "ruiz.yaml", "patel.yaml", "--format", "json").out)
        Draft202012Validator(schema).validate(result)

    def test_the_version_is_printed(self, run: Run) -> None:
        assert run("--version") == Ran(0, f"argmap {argmap.__version__}\n", "")

    def test_argmap_alone_says_how_to_start(self, run: Run) -> None:
        ran = run()
        assert (ran.code, ran.err) == (0, "")
        assert "argmap compare a.yaml b.yaml" in ran.out
        assert run("--help").out.split() == ran.out.split()

    @pytest.mark.parametrize("verb", ["check", "compare", "draw", "show", "new", "explain", "schema"])
    def test_every_verb_has_help_of_eighty_columns(self, run: Run, verb: str) -> None:
        ran = run(verb, "--help")
        assert ran.code == 0
        assert ran.out.startswith(f"Usage: argmap {verb} ")
        assert max(map(len, ran.out.splitlines())) <= 80


BAD_CALLS = [
    (("chek", "tram.yaml"), "there is no verb 'chek'; did you mean `argmap check tram.yaml`?"),
    (("check", "--fromat", "json", "tram.yaml"), "`argmap check` has no option --fromat; did you mean '--format'?"),
    (("check", "--format", "xml", "tram.yaml"), "'xml' is not one of 'text', 'json', 'github', 'sarif'"),
    (("check", "nothing.yaml"), "there is no file 'nothing.yaml'"),
    (("check", "no/such/file.yaml"), f"there is no folder {str(Path('no/such'))!r}"),
    (("check", "empty"), "there is no map or codebook in 'empty'; `argmap new"),
    (("show", "."), "'.' is a folder; name files in it, such as 'broken.yaml'"),
    (("check", "tram.yaml", "--text", "tram"), "--text 'tram' is not ID=FILE; write --text"),
    (("check", "tram.yaml", "--text", "tarm=tram.yaml"), "did you mean 'tram'?"),
    (("check", "tram.yaml", "--text", "xyz=tram.yaml"), "not among the files; the maps are tram"),
    (("check", "mill-road.codebook.yaml", "--text", "xyz=tram.yaml"), "the maps are none"),
    (("check", "tram.yaml", "--text", "tram=no.txt"), "there is no file 'no.txt'"),
    (("check", "tram.yaml", "--text", "tram=latin-1.txt"), "not UTF-8"),
    (("compare", "tram.yaml"), "a comparison takes two maps or more; argmap compare tram.yaml another-map.yaml"),
    (("compare", "tram.yaml", "tarm.yaml"), "did you mean 'tram.yaml'?"),
    (("compare", "-", "-"), "standard input can be read only once"),
    (("compare", "tram.yaml", "ruiz.yaml", "c.yaml"), "there is no file 'c.yaml'"),
    (("compare", "ruiz.yaml", "mill-road.codebook.yaml"), "is a codebook; a map is needed here"),
    (
        ("compare", "ruiz.yaml", "patel.yaml", "--about", "concil"),
        "no finding is about 'concil'; did you mean 'council'?",
    ),
    (("compare", "ruiz.yaml", "patel.yaml", "--about", "zz"), "known: air, build-lane, council, custom,"),
    (("compare", "ruiz.yaml", "patel.yaml", "--group", "agre"), "there is no group 'agre'; did you mean 'agree'?"),
    (("compare", "ruiz.yaml", "patel.yaml", "--group", "zz"), "known: agree, agree-but, diverge,"),
    (("compare", "tram.yaml", "warned.yaml", "--about", "zz"), "the maps share nothing that could be compared"),
    (("compare", "ruiz.yaml", "patel.yaml", "-o", "empty"), "'empty' cannot be written: it is a folder"),
    (("compare", "latin-1.txt", "tram.yaml"), "the file is not UTF-8"),
    (("draw", "tram.yaml", "--alignment", "rows.sssom.tsv"), "an alignment joins two maps, and there is one"),
    (("draw", "tram.yaml", "ruiz.yaml", "--alignment", "no.tsv"), "there is no file 'no.tsv'"),
    (("draw", "tram.yaml", "-o", "t.gif"), "end it with .svg, .png, .pdf, .dot, .mmd, or with / for a folder"),
    (("draw", "tram.yaml", "-o", "tram"), "'tram' does not say what kind of picture to write"),
    (("draw", "tram.yaml", "-o", "t.svg", "--format", "png"), "'t.svg' is no name for a png"),
    (("draw", "tram.yaml", "--paper", "a9"), "no paper is called 'a9'; known: a4, "),
    (("draw", "ruiz.yaml", "patel.yaml", "--paper", "a9"), "no paper is called 'a9'; known: a4, "),
    (("draw", "tram.yaml", "-o", "tram.yaml/"), "cannot be written"),
    (("draw", "broken.yaml"), "AM201"),
    (("draw", "mill-road.codebook.yaml"), "is a codebook"),
    (("show", "tram.yaml", "-o", "tram.yaml/x.txt"), "a part of its path is a file, not a folder"),
    (("explain", "AM8"), "there is no code 'AM8'"),
    (("explain", "quote-not-fuond"), "did you mean 'quote-not-found'?"),
    (("explain", "\x1b[31m"), "`argmap explain` lists all codes"),
    (("schema", "mpa"), "'mpa' is not one of 'map', 'codebook', 'result'"),
    (("schema",), "`argmap schema` needs WHAT; write argmap schema [OPTIONS] WHAT"),
    (("new", "one", "two"), 'one title is taken, not 2; put it in quotes: "one two"'),
    (("--versoin",), "`argmap` has no option --versoin; did you mean '--version'?"),
]


@pytest.mark.parametrize(
    ("argv", "said"), BAD_CALLS, ids=lambda value: " ".join(value) if isinstance(value, tuple) else ""
)
def test_a_call_that_cannot_be_done_says_why_and_gives_2(
    run: Run, tmp_path: Path, argv: tuple[str, ...], said: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "latin-1.txt").write_bytes("Käse\n".encode("latin-1"))
    ran = run(*argv)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert "Traceback" not in ran.err
    assert "internal error" not in ran.err


@pytest.mark.parametrize(
    "argv", [("check",), ("show",), ("draw", "-o", "-", "--format", "dot"), ("compare", "ruiz.yaml")]
)
def test_files_of_any_size_can_be_read_if_asked(
    run: Run, monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...]
) -> None:
    monkeypatch.setattr("argmap.files.decoding.MAX_BYTES", 10)
    refused = run(*argv, "tram.yaml")
    assert refused.code in (1, 2)
    assert "--no-limit reads it all the same" in refused.out + refused.err
    assert run(*argv, "tram.yaml", "--no-limit").code == 0


class TestWhatIsReadIsNotWrittenOver:
    @pytest.mark.parametrize(
        "argv",
        [
            ("compare", "ruiz.yaml", "patel.yaml", "-o", "./patel.yaml"),
            ("compare", "ruiz.yaml", "patel.yaml", "-o", "mill-road.codebook.yaml"),
            ("show", "ruiz.yaml", "-o", "ruiz.yaml"),
            ("show", "noted.yaml", "-o", "article.txt"),
            ("draw", "map.svg", "-o", "map.svg"),
        ],
    )
    def test_neither_a_map_nor_what_it_names(self, run: Run, tmp_path: Path, argv: tuple[str, ...]) -> None:
        shutil.copy("tram.yaml", "map.svg")
        Path("article.txt").write_text("¶1 A tram.", encoding="utf-8")
        Path("noted.yaml").write_text(CLEAN + "article: {text: article.txt}\n", encoding="utf-8")
        before = Path(argv[-1]).read_bytes()
        ran = run(*argv)
        message = f"argmap: {argv[-1]!r} is read by this command and would be lost; write to another file\n"
        assert ran == Ran(2, "", message)
        assert Path(argv[-1]).read_bytes() == before

    def test_another_file_is(self, run: Run) -> None:
        Path("old.txt").write_text("old")
        assert run("show", "tram.yaml", "-o", "old.txt") == Ran(0, "old.txt\n", "")
        assert Path("old.txt").read_text("utf-8") != "old"

    def test_a_pipe_is_written_into(self, run: Run) -> None:
        os.mkfifo("pipe")
        for argv in (("show", "tram.yaml"), ("new", "Title"), ("draw", "tram.yaml", "--format", "dot")):
            with subprocess.Popen(["cat", "pipe"], stdout=subprocess.PIPE) as reader:
                ran = run(*argv, "-o", "pipe")
                assert ran == Ran(0, "", "")
                assert len(reader.communicate(timeout=20)[0]) > 80


class TestWhenThingsGoWrong:
    @pytest.fixture
    def faulty(self, monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
        def fail_with(problem: BaseException) -> None:
            def load(path: str, **options: bool) -> None:
                raise problem

            monkeypatch.setattr("argmap.api.load", load)

        return fail_with

    def test_a_mistake_in_argmap_is_no_traceback(self, run: Run, faulty: Callable[[BaseException], None]) -> None:
        faulty(KeyError("window"))
        assert run("show", "tram.yaml") == Ran(
            2,
            "",
            "argmap: internal error: KeyError: 'window'\n"
            "This is a mistake in argmap, not in your files. Please report it with the command you typed;\n"
            "with ARGMAP_DEBUG=1 the same command shows where it happened.\n",
        )

    def test_a_developer_can_see_it(
        self, run: Run, faulty: Callable[[BaseException], None], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        faulty(KeyError("window"))
        monkeypatch.setenv("ARGMAP_DEBUG", "1")
        with pytest.raises(KeyError):
            run("show", "tram.yaml")

    def test_an_interruption_is_quiet(self, run: Run, faulty: Callable[[BaseException], None]) -> None:
        faulty(KeyboardInterrupt())
        assert run("show", "tram.yaml") == Ran(130, "", "")


@pytest.mark.parametrize("title", ["\udcff", "a\x1b[31m"])
@pytest.mark.parametrize("kind", [(), ("--codebook",)])
def test_a_title_that_is_no_text_is_refused(run: Run, title: str, kind: tuple[str, ...]) -> None:
    ran = run("new", title, *kind)
    assert (ran.code, ran.out) == (2, "")
    assert "holds characters that are no text; write it in UTF-8" in ran.err


def in_a_process(*argv: str, **options: object) -> "subprocess.CompletedProcess[bytes]":
    environment = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "COLUMNS")}
    return subprocess.run(
        [sys.executable, "-m", "argmap", *argv],
        capture_output=True,
        check=False,
        env={**environment, "PYTHONIOENCODING": "ascii"},
        timeout=60,
    )


def test_output_into_a_pipe_is_utf_8_on_any_machine() -> None:
    ran = in_a_process("compare", str(MILL_ROAD / "ruiz.yaml"), str(MILL_ROAD / "patel.yaml"))
    assert ran.returncode == 0
    assert ran.stdout.decode("utf-8") == (MILL_ROAD / "comparison.txt").read_text("utf-8")


@pytest.mark.skipif(os.name != "posix", reason="closes a pipe as a shell does")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("argv", [("explain",), ("draw", "--format", "dot", "-o", "-", str(MILL_ROAD / "patel.yaml"))])
def test_a_closed_pipe_is_quiet(argv: tuple[str, ...], unbuffered: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        ran = subprocess.run(
            [sys.executable, "-m", "argmap", *argv],
            stdout=pipe,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        )
    assert (ran.returncode, ran.stderr) == (141, b"")


def test_the_exit_code_reaches_the_shell(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    assert in_a_process("check", str(tmp_path / "broken.yaml")).returncode == 1
    assert in_a_process("check", str(tmp_path / "missing.yaml")).returncode == 2


@pytest.mark.parametrize(
    ("options", "detail"),
    [
        ((), "normal"),
        (("--detail", "brief"), "brief"),
        (("--detail", "full"), "full"),
        (("--about", "council"), "normal"),
    ],
)
def test_detail_is_normal_and_full_where_one_point_is_asked_for(options: tuple[str, ...], detail: Detail) -> None:
    files = (str(MILL_ROAD / "ruiz.yaml"), str(MILL_ROAD / "patel.yaml"))
    found = argmap.compare(*files)
    if "--about" in options:
        found = replace(found, findings=tuple(f for f in found.findings if f.key == "council"))
    ran = in_a_process("compare", *files, *options)
    assert ran.stdout.decode("utf-8") == comparison_text(found, detail=detail, whole="--about" not in options)


def of_no_room() -> None:
    """A limit on the size of files, as a full disk has it."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


@pytest.mark.parametrize("argv", [("explain",), ("show", str(MILL_ROAD / "ruiz.yaml")), ("--help",)])
def test_a_full_disk_is_said_in_plain_words(tmp_path: Path, argv: tuple[str, ...]) -> None:
    with (tmp_path / "out").open("wb") as out:
        ran = subprocess.run(
            [sys.executable, "-m", "argmap", *argv],
            stdout=out,
            stderr=subprocess.PIPE,
            check=False,
            preexec_fn=of_no_room,
        )
    assert (ran.returncode, ran.stderr) == (2, b"argmap: standard output cannot be written: file too large\n")


def test_a_full_disk_under_standard_error_is_no_success(tmp_path: Path) -> None:
    with (tmp_path / "err").open("wb") as err:
        ran = subprocess.run(
            [sys.executable, "-m", "argmap", "show", "no.yaml"], stderr=err, check=False, preexec_fn=of_no_room
        )
    assert ran.returncode == 2


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("explain >&-", 2, "argmap: standard output cannot be written: it is closed\n"),
        ("--help >&-", 2, "argmap: standard output cannot be written: it is closed\n"),
        (f"check '{MILL_ROAD / 'mill-road.codebook.yaml'}' >&-", 0, ""),
        (f"show '{MILL_ROAD / 'ruiz.yaml'}' 2>&-", 0, ""),
        ("check - <&-", 1, ""),
        ("show - <&-", 2, "<stdin>:1:1: error[AM111]: '<stdin>' cannot be read: it is closed\n"),
        ("show no.yaml 2>&-", 2, ""),
        ("explain AM201 >&- 2>&-", 2, ""),
    ],
)
def test_a_stream_that_is_closed_is_said_in_plain_words(command: str, code: int, said: str) -> None:
    ran = subprocess.run(
        ["sh", "-c", f"'{sys.executable}' -m argmap {command}"], capture_output=True, check=False, text=True
    )
    assert ran.returncode == code
    assert ran.stderr.startswith(said) if said else ran.stderr == ""


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="this system has no /dev/stdout")
def test_a_picture_written_to_the_path_of_standard_output_is_all_that_is_written() -> None:
    argv = ("draw", str(MILL_ROAD / "patel.yaml"), "--format", "dot", "-o")
    piped, named = in_a_process(*argv, "-"), in_a_process(*argv, "/dev/stdout")
    assert (named.returncode, named.stdout) == (0, piped.stdout)


def test_a_name_that_is_no_utf_8_is_shown_harmlessly(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff.yaml"
    Path(os.fsdecode(name)).write_text(BROKEN, encoding="utf-8")
    for form in ("text", "json", "github"):
        ran = in_a_process("check", os.fsdecode(name), "--format", form)
        assert (ran.returncode, ran.stderr) == (1, b"")
        assert b"dcff" in ran.stdout.lower()
    assert json.loads(in_a_process("check", os.fsdecode(name), "--format", "json").stdout)
