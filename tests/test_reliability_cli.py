"""`argmap reliability` from end to end: what it prints, in every form, and what it refuses."""

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from comparison_cases import a_map
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from argmap.cli import main
from argmap.comparison.reliability import coders, reliability
from argmap.reporters.reliability_markdown import reliability_markdown
from argmap.reporters.reliability_parts import number, parts, summary
from argmap.reporters.reliability_text import reliability_text
from argmap.typesetting import display_width

ROOT = Path(__file__).parents[1]
LIBRARY = ROOT / "tests" / "golden" / "reliability"
THREE = ("ann.yaml", "ben.yaml", "cleo.yaml")


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `argmap reliability` in a folder that holds three codings of one article."""
    shutil.copytree(LIBRARY, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "COLUMNS", "ARGMAP_DEBUG", "FORCE_COLOR", "PY_COLORS"):
        monkeypatch.delenv(name, raising=False)

    def call(*argv: str, verb: str = "reliability") -> Ran:
        code = main([verb, *argv])
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return call


def test_three_codings_as_text(run: Run, golden: Callable[[str, str], None]) -> None:
    ran = run(*THREE)
    assert (ran.code, ran.err) == (0, "")
    golden("reliability/three.txt", ran.out)


def test_two_codings_with_rows_as_markdown(run: Run, golden: Callable[[str, str], None]) -> None:
    ran = run("ann.yaml", "ben.yaml", "--alignment", "ann-ben.sssom.tsv", "--format", "markdown")
    assert (ran.code, ran.err) == (0, "")
    golden("reliability/two.md", ran.out)


@pytest.mark.parametrize("maps", [THREE, THREE[:2], ("ann.yaml", "ann.yaml"), ("empty.yaml", "empty.yaml", "ann.yaml")])
def test_the_json_fits_its_schema(run: Run, maps: tuple[str, ...]) -> None:
    Path("empty.yaml").write_text("{argmap: 1, id: empty, statements: {}}", encoding="utf-8")
    schema = json.loads(run("reliability", verb="schema").out)
    Draft202012Validator.check_schema(schema)
    ran = run(*maps, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    Draft202012Validator(schema).validate(json.loads(ran.out))


def test_the_schema_in_the_package_is_the_one_in_the_documentation() -> None:
    in_docs = (ROOT / "docs" / "schema" / "reliability.schema.json").read_text("utf-8")
    assert (ROOT / "argmap" / "reporters" / "reliability.schema.json").read_text("utf-8") == in_docs


def test_the_json_holds_what_the_text_rounds(run: Run) -> None:
    found: dict[str, Any] = json.loads(run(*THREE, "--format", "json").out)
    assert [m["matching"] for m in found["matched"]] == ["declared", "best"]
    stances = next(layer for layer in found["keyed"] if layer["layer"] == "stances")
    assert stances["alpha"] == {"value": 0.25, "n": 5, "reason": None}
    assert stances["disagreements"][0] == {
        "unit": "too-dear",
        "about": "Late hours are too dear.",
        "values": {"ann": "reported", "ben": "holds", "cleo": "reported"},
        "said": stances["disagreements"][0]["said"],
        "matched-by": None,
        "score": None,
    }
    assert [(s["coder"], s["id"]) for s in stances["disagreements"][0]["said"]] == [
        ("ann", "cost"),
        ("ben", "dear"),
        ("cleo", "s5"),
    ]
    roles = next(layer for layer in found["keyed"] if layer["layer"] == "roles")
    assert roles["disagreements"][0]["values"] == {"ann": ["partner"], "ben": [], "cleo": ["ally", "partner"]}


def test_a_row_joins_and_a_refused_one_parts(run: Run) -> None:
    found = json.loads(run("ann.yaml", "ben.yaml", "--alignment", "ann-ben.sssom.tsv", "--format", "json").out)
    declared = found["matched"][0]
    assert declared["common"] == {"alignment": 2, "id": 1}
    apart = {d["unit"] for d in declared["layers"][0]["disagreements"]}
    assert {"ann:workers", "ben:workers"} <= apart


def test_rows_between_other_maps_are_told_of_only_if_no_row_is_on_these(run: Run) -> None:
    rows = Path("ann-ben.sssom.tsv").read_text("utf-8")
    Path("others.tsv").write_text(rows.replace("ben:", "zoe:").replace("ann:", "yan:"), "utf-8")
    ran = run("ann.yaml", "cleo.yaml", "--alignment", "ann-ben.sssom.tsv")
    assert (ran.code, ran.err) == (0, "")
    ran = run("ann.yaml", "cleo.yaml", "--alignment", "others.tsv")
    assert (ran.code, "3 rows name the map 'zoe', which is not given" in ran.err) == (0, True)


def test_own_ids_mean_nothing(run: Run) -> None:
    found = json.loads(run("ann.yaml", "ben.yaml", "--own-ids", "--format", "json").out)
    assert found["matched"][0]["common"] == {}
    assert found["matched"][1]["common"] == {"likeness": 7}


def test_the_product_can_go_into_a_file(run: Run) -> None:
    ran = run(*THREE, "-o", "out.txt")
    assert (ran.code, ran.out, ran.err) == (0, "out.txt\n", "")
    assert Path("out.txt").read_text("utf-8").startswith("3 codings of “Keep the library open late”\n")
    assert run(*THREE, "-o", "ann.yaml").code == 2


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["ann.yaml"], "agreement needs at least two codings of one article; name the maps of two coders"),
        (["ann.yaml", "bem.yaml"], "there is no file 'bem.yaml'; did you mean 'ben.yaml'?"),
        (
            ["ann.yaml", "other.yaml"],
            "'ann' and 'other' are maps of two articles; authors are no coders; argmap compare",
        ),
        (["ann.yaml", "library.codebook.yaml"], "'library.codebook.yaml' is a codebook; a map is needed here"),
        (
            ["ann.yaml", "ann.yaml", "--alignment", "ann-ben.sssom.tsv"],
            "two maps are called 'ann', so rows cannot tell",
        ),
        (["ann.yaml", "ben.yaml", "--alignment", "none.tsv"], "there is no file 'none.tsv'"),
        (["ann.yaml", "broken.yaml"], "error[AM201]: no statement is called 'y'"),
        (["ann.yaml", "ben.yaml", "--alignment", "broken.tsv"], "error[AM7"),
        (["ann.yaml", "ben.yaml", "--alignment", "wrong.tsv"], "the map 'ben' has no statement 'quite'"),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_way_out(run: Run, argv: list[str], message: str) -> None:
    Path("other.yaml").write_text("{argmap: 1, id: other, article: {title: Trams}, statements: {}}", "utf-8")
    Path("broken.yaml").write_text("{argmap: 1, id: b, statements: {x: {text: X, because: [y]}}}", "utf-8")
    Path("broken.tsv").write_text("subject_id\tpredicate_id\nann:x\n", "utf-8")
    rows = Path("ann-ben.sssom.tsv").read_text("utf-8")
    Path("wrong.tsv").write_text(rows.replace("ben:quiet", "ben:quite"), "utf-8")
    ran = run(*argv)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_two_articles_are_measured_anyway_if_asked(run: Run) -> None:
    Path("other.yaml").write_text("{argmap: 1, id: other, article: {title: Trams}, statements: {}}", "utf-8")
    ran = run("ann.yaml", "other.yaml", "--anyway")
    assert ran.code == 0
    assert ran.err == "argmap: by what they say of themselves ann and other are of two articles\n"


def test_remarks_stand_in_the_product_of_the_other_forms(run: Run) -> None:
    markdown = run("ann.yaml", "ann.yaml", "--format", "markdown")
    assert markdown.err == ""
    assert "- ann and ann#2 are one coding, which agrees with itself (AM616)" in markdown.out
    remarks = json.loads(run("ann.yaml", "ann.yaml", "--format", "json").out)["remarks"]
    assert [remark["code"] for remark in remarks] == ["AM616"]
    assert run("ann.yaml", "ann.yaml").err == "argmap: ann and ann#2 are one coding, which agrees with itself (AM616)\n"


def test_ten_disagreements_of_a_kind_are_written_out_unless_all_are_asked_for(run: Run) -> None:
    many = ", ".join(f"s{i}: {{text: Point {i} of {i * i}}}" for i in range(14))
    for name, statements in (("one", many), ("two", "")):
        text = f"{{argmap: 1, id: {name}, article: {{title: T}}, statements: {{{statements}}}}}"
        Path(f"{name}.yaml").write_text(text, "utf-8")
    short, whole = run("one.yaml", "two.yaml").out, run("one.yaml", "two.yaml", "--all").out
    assert "Statements found (14)" in short
    assert "  … and 4 more: --all\n" in short
    assert "more: --all" not in whole
    assert whole.count("not found") == short.count("not found") + 4


def result(coders_: int = 3, title: str = "On [bold] ways") -> Any:
    maps = [
        a_map(
            f"coder-with-a-long-name-{i}",
            {
                "x": {"type": "thesis" if i % 2 else "claim", "text": "A text *with* marks | and a \u202e trick"},
                "y": {},
            },
            article={"title": title},
        )
        for i in range(coders_)
    ]
    return reliability(coders(maps, [None] * coders_))


@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_wider_than_asked_for(width: int) -> None:
    text = reliability_text(result(), width=width)
    assert max(display_width(line) for line in text.splitlines()) <= width


def test_a_wide_table_of_pairs_is_cut_between_pairs_and_numbers_stand_for_long_names() -> None:
    text = reliability_text(result(8), width=60)
    assert "  3  coder-with-a-long-name-2  2 statements, 0 coded" in text
    heads = [line for line in text.splitlines() if re.fullmatch(r" +\d – \d.*", line)]
    assert re.findall(r"\d – \d", " ".join(heads)) == [f"{a} – {b}" for a, b in combinations(range(1, 9), 2)]
    assert len(heads) == 6


def test_a_long_path_stands_on_a_line_of_its_own() -> None:
    people = coders([a_map("a", "{}"), a_map("b", "{}")], ["a.yaml", "folder/" * 12 + "b.yaml"])
    lines = reliability_text(reliability(people), width=60).splitlines()
    assert lines[1:4] == ["  a  0 statements, 0 coded", "    a.yaml", "  b  0 statements, 0 coded"]
    assert "".join(line.strip() for line in lines[4:6]) == "folder/" * 12 + "b.yaml"


def test_colour_only_repeats_what_the_words_say() -> None:
    plain, colored = reliability_text(result()), reliability_text(result(), color=True)
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain


def test_texts_act_on_neither_terminal_nor_markdown() -> None:
    assert "a <U+202E> trick" in reliability_text(result())
    markdown = reliability_markdown(result())
    assert "# 3 codings of “On \\[bold\\] ways”" in markdown
    assert "A text \\*with\\* marks \\| and a" in markdown


def test_without_a_title_it_is_one_article() -> None:
    found = reliability(coders([a_map("a", "{}"), a_map("b", "{}")], [None, None]))
    assert reliability_text(found).startswith("2 codings of one article\n")
    assert "nothing: no unit is disputed" in reliability_text(found)
    assert reliability_markdown(found).startswith("# 2 codings of one article\n")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "–"),
        (0.0, "0"),
        (1.0, "1"),
        (-1.0, "−1"),
        (2 / 3, "0.667"),
        (-0.05, "−0.05"),
        (0.9996, "1.000"),
        (0.0001, "0.000"),
    ],
)
def test_a_figure_has_three_decimals_at_most_and_only_what_is_exact_has_none(value: float | None, text: str) -> None:
    assert number(value) == text


def test_where_no_statement_is_declared_a_sentence_stands_for_a_table_of_dashes() -> None:
    left, right = (a_map(name, {key: {"text": "Rents rose a lot."}}) for name, key in (("ann", "a"), ("ben", "b")))
    found = reliability(coders([left, right], [None, None]))
    declared, best, _ = parts(found)
    assert (declared.title, declared.rows, len(best.rows)) == ("By declared correspondence", (), 7)
    assert declared.remark.startswith("Of 2 different statements, none found by two or more coders. ben has 0 of")
    text, markdown = reliability_text(found), reliability_markdown(found)
    assert " ".join(text.split()).count("--alignment FILE names. By the best matching") == 1
    assert markdown.count("--alignment FILE names.\n\n## By the best matching") == 1


def test_a_figure_made_from_few_units_is_no_news_to_begin_with(run: Run) -> None:
    lowest = re.search(r"^Lowest α +(.*)\n +(.*)", run(*THREE).out, re.MULTILINE)
    assert lowest is not None
    assert "Paragraphs used 0.244 (6 units), Stances 0.25 (5 units)" in lowest[1]
    assert "Main causes" not in lowest[0]
    assert "among layers of 5 units or more" in " ".join(run(*THREE).out.split())


def test_where_every_layer_of_many_units_agrees_in_full_none_is_called_lowest() -> None:
    reasons = {f"r{i}": {"text": f"Reason {i} holds."} for i in range(6)}
    thesis = {"t": {"type": "thesis", "text": "Build it.", "because": [*reasons]}}
    found = reliability(coders([a_map(name, thesis | reasons) for name in ("ann", "ben")], [None, None]))
    told = dict(summary(found))
    assert "Lowest α" not in told
    assert told["Highest α"].startswith("Types 1 (7 units)")
