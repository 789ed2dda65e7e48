"""`argmap compare --format csv`, `graphml` and `dna…`, as whole processes and beside other options."""

import csv
import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import networkx as nx  # type: ignore[import-untyped]
import pytest
from comparison_cases import GOLDEN
from test_comparison_graphml import require_graphml

from argmap.cli import main

RUIZ, PATEL = str(GOLDEN / "ruiz.yaml"), str(GOLDEN / "patel.yaml")
FILES = {
    "csv": "comparison.csv",
    "graphml": "comparison.graphml",
    "dna": "dna.csv",
    "dna-congruence": "dna-congruence.csv",
    "dna-conflict": "dna-conflict.csv",
    "dna-subtract": "dna-subtract.csv",
    "dna-graphml": "dna.graphml",
}
TABLES = [form for form, name in FILES.items() if name.endswith("csv")]

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Compare the two maps; exit code and what standard error says."""

    def call(*options: str) -> tuple[int, str]:
        code = main(["compare", RUIZ, PATEL, *options])
        return code, capsys.readouterr().err

    return call


def expected(form: str) -> bytes:
    text = (GOLDEN / FILES[form]).read_text(encoding="utf-8")
    return text.replace("\n", "\r\n").encode() if form.startswith("dna") and form in TABLES else text.encode()


@pytest.mark.parametrize("form", FILES)
def test_a_file_and_a_pipe_get_the_same_bytes(form: str, run: Run, tmp_path: Path) -> None:
    target = tmp_path / "result"
    code, _ = run("--format", form, "-o", str(target))
    command = [sys.executable, "-m", "argmap", "compare", RUIZ, PATEL, "--format", form]
    piped = subprocess.run(command, capture_output=True, check=True)
    assert code == 0
    assert target.read_bytes() == piped.stdout
    assert piped.stderr.decode().splitlines() == [
        "argmap: ruiz casts a role without the article's words: council (AM601)",
        "argmap: patel casts a role without the article's words: council (AM601)",
    ]
    if form != "csv":  # its cells have line ends of their own
        assert piped.stdout == expected(form)


def test_tables_begin_without_a_byte_order_mark(run: Run, tmp_path: Path) -> None:
    for form in TABLES:
        run("--format", form, "-o", str(tmp_path / "t.csv"))
        assert not (tmp_path / "t.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_csv_of_chosen_findings_has_only_their_rows(run: Run, tmp_path: Path) -> None:
    code, said = run("--format", "csv", "--group", "conflict", "-o", str(tmp_path / "t.csv"))
    found = list(csv.DictReader(io.StringIO((tmp_path / "t.csv").read_bytes().decode(), newline="")))
    assert code == 0
    assert "no finding" not in said
    assert [(row["finding"], row["map"]) for row in found] == [
        ("stance:build-lane", "ruiz"),
        ("stance:build-lane", "patel"),
    ]


def test_about_gives_a_table_although_it_means_full_detail_in_text(run: Run, tmp_path: Path) -> None:
    assert run("--format", "csv", "--about", "council", "-o", str(tmp_path / "t.csv"))[0] == 0
    assert (tmp_path / "t.csv").read_bytes().count(b"role:council,") == 2


def test_a_graph_of_chosen_findings_is_whole(run: Run, tmp_path: Path) -> None:
    assert run("--format", "graphml", "--only", "differ", "-o", str(tmp_path / "g.graphml"))[0] == 0
    text = (tmp_path / "g.graphml").read_text(encoding="utf-8")
    require_graphml(text)
    kinds = nx.get_node_attributes(nx.parse_graphml(text), "kind").values()
    assert list(kinds).count("finding") == 3


def test_choosing_nothing_leaves_the_header_and_says_so(run: Run, tmp_path: Path) -> None:
    code, said = run("--format", "csv", "--group", "undetermined", "-o", str(tmp_path / "t.csv"))
    assert code == 0
    assert said.endswith("argmap: no finding is in the group undetermined\n")
    assert (tmp_path / "t.csv").read_bytes().count(b"\r\n") == 1


REFUSED = [
    (("csv", "--view", "roles"), "--view is for text and Markdown; csv has one shape; leave --view out"),
    (("json", "--view", "roles"), "--view is for text and Markdown; JSON holds everything; leave --view out"),
    (("graphml", "--detail", "full"), "--detail is for text and Markdown; graphml has one shape; leave --detail out"),
    (("dna", "--detail", "brief"), "--detail is for text and Markdown; dna has one shape; leave --detail out"),
    (("dna", "--about", "council"), "--about chooses findings; dna is made of all positions the maps take; "),
    (("dna-graphml", "--group", "agree"), "--group chooses findings; dna-graphml is made of all positions the maps "),
    (("dna-conflict", "--only", "differ"), "--only chooses findings; dna-conflict is made of all positions the maps "),
    (("csv", "--explain", "role:council"), "--explain gives text, Markdown or JSON, not csv; leave --format csv out"),
    (("dna-subtract", "--explain", "x"), "--explain gives text, Markdown or JSON, not dna-subtract; "),
    (("xlsx",), "'xlsx' is not one of 'text', 'json', 'markdown', 'csv', 'graphml', 'dna', 'dna-congruence'"),
]


@pytest.mark.parametrize(("options", "said"), REFUSED, ids=[" ".join(options) for options, _ in REFUSED])
def test_what_does_not_go_together_is_refused_with_a_way_out(options: tuple[str, ...], said: str, run: Run) -> None:
    code, told = run("--format", *options)
    assert code == 2
    assert said in told


def test_json_has_one_shape_whatever_the_detail(run: Run, tmp_path: Path) -> None:
    for name, options in (("a", ()), ("b", ("--detail", "brief"))):
        assert run("--format", "json", "-o", str(tmp_path / name), *options)[0] == 0
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_map_is_not_overwritten_with_a_table(run: Run) -> None:
    code, said = run("--format", "csv", "-o", RUIZ)
    assert code == 2
    assert "would be lost" in said


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("r.md", "# Ruiz and Patel"),
        ("r.MD", "# Ruiz and Patel"),
        ("r.json", "{"),
        ("r.csv", "finding,unit,key"),
        ("r.graphml", "<?xml"),
        ("r.txt", "Ruiz, “"),
        ("r", "Ruiz, “"),
    ],
)
def test_the_ending_of_the_file_names_the_form(name: str, begins: str, run: Run, tmp_path: Path) -> None:
    assert run("-o", str(tmp_path / name))[0] == 0
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


def test_a_form_that_is_named_goes_before_the_ending(run: Run, tmp_path: Path) -> None:
    assert run("-o", str(tmp_path / "r.html"), "--format", "markdown")[0] == 0
    assert (tmp_path / "r.html").read_text("utf-8").startswith("# Ruiz and Patel")


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        (("-o", "r.html"), "end it with .txt, .md, .json, .csv, .graphml, or name a form: --format text"),
        (("-o", "r.svg"), "or name a form: --format text; `argmap draw` makes pictures"),
        (("-o", "r.csv", "--explain", "council"), "end it with .txt, .md, .json, or name a form: --format text"),
    ],
)
def test_an_ending_that_names_no_form_is_refused(
    options: tuple[str, ...], hint: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, err = run(*options)
    assert (code, list(tmp_path.iterdir())) == (2, [])
    assert f"argmap: {options[1]!r} does not say what is to be written; " in err
    assert err.endswith(f"{hint}\n")


def test_the_path_of_what_was_written_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", RUIZ, PATEL, "-o", str(tmp_path / "r.md")]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'r.md'}\n"
