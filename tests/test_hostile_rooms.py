"""What a hostile tester found in alignments, differences, reliability and explanations."""

import json
import shutil
from pathlib import Path

import pytest
from comparison_cases import a_map

from argmap import api
from argmap.cli import main
from argmap.comparison import compare
from argmap.comparison.alignment.correspondences import Correspondence, Ref
from argmap.comparison.alignment.map_checks import check_alignment
from argmap.comparison.what_if import what_if
from argmap.errors import ArgmapError
from argmap.model import ArgumentMap
from argmap.reporters.explain_json import explain_json
from argmap.reporters.explain_text import explain_text

ROOT = Path(__file__).parents[1]
CODINGS = ROOT / "tests" / "golden" / "reliability"
ROWS = "subject_id\tpredicate_id\tobject_id\tmapping_justification\n"
EMPTY = "argmap: 1\nid: {}\nstatements: {{a: {{text: One thing.}}}}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_reliability_does_not_replace_the_alignment_it_reads(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for file in CODINGS.glob("*.yaml"):
        shutil.copy(file, folder)
    rows = folder / "rows.sssom.tsv"
    rows.write_text(ROWS, encoding="utf-8")
    argv = ["reliability", "ann.yaml", "ben.yaml", "--alignment", str(rows), "-o", str(rows)]
    assert main(argv) == 2
    assert "is read by this command and would be lost" in capsys.readouterr().err
    assert rows.read_text(encoding="utf-8") == ROWS


def test_where_there_is_no_finding_none_can_be_explained(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one", "two"):
        (folder / f"{name}.yaml").write_text(EMPTY.format(name), encoding="utf-8")
    assert main(["compare", "one.yaml", "two.yaml", "--explain", "role:china"]) == 2
    assert capsys.readouterr().err == (
        "argmap: no finding is called 'role:china'; there are none: the maps share nothing that can be compared\n"
    )


def test_a_review_without_author_begins_no_dialog(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one", "two"):
        (folder / f"{name}.yaml").write_text(EMPTY.format(name), encoding="utf-8")
    row = "one:a\targmap:related\ttwo:a\tsemapv:CompositeMatching\n"
    (folder / "rows.sssom.tsv").write_text(ROWS + row, encoding="utf-8")
    assert main(["align", "review", "rows.sssom.tsv", "one.yaml", "two.yaml", "--author", " "]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "argmap: --author is empty; write an ORCID or a name\n")


def test_a_statement_joined_with_itself_stands_against_no_other_row() -> None:
    row = Correspondence(Ref("a", "s"), "argmap:contradicts", Ref("a", "s"), author="Ana")
    assert list(check_alignment([row], [a_map("a", {"s": {}})])) == []  # AM711, which `check_rows` finds, says it all


def test_among_many_maps_a_finding_that_goes_under_in_a_linked_one_would_be_none() -> None:
    book = {"id": "book", "propositions": {"p": {"text": "P", "contrary": ["q"]}, "q": "Q"}}
    supposed = {"says": {"holds": "q"}, "certainty": "possible"}
    maps = (
        a_map("a", {"s": {"says": {"holds": "p"}}}, book=book),
        a_map("b", {"s": {}}, book=book),
        a_map("c", {"s": supposed, "t": {"says": {"denies": "q"}}}, book=book),
    )
    found = {f.id: f for f in compare(maps).findings}
    assert "stance:q" in found
    turned = {(a.change, a.statement): a.category for a in what_if(maps, found["stance:q"]).turning}
    without = (*maps[:2], a_map("c", {"s": supposed, "t": {}}, book=book))
    assert [f.id for f in compare(without).findings] == ["stance:p~q"]
    assert turned["not-said", "t"] is None


LEE, MOSS = a_map("lee", {"open": {}}), a_map("moss", {"closed": {}})


@pytest.mark.parametrize("share", [float("nan"), 2, -0.1])
def test_a_confidence_that_is_none_leaves_no_rows_out_in_silence(share: float) -> None:
    for ask in (
        lambda: api.compare(LEE, MOSS, min_confidence=share),
        lambda: api.explain(LEE, MOSS, finding="stance:p", min_confidence=share),
    ):
        with pytest.raises(ArgmapError, match="min_confidence is a number from 0 to 1, not "):
            ask()


def test_a_map_is_not_aligned_with_itself() -> None:
    with pytest.raises(ArgmapError, match="both maps are called 'lee'; give each map an id of its own"):
        api.suggest(LEE, LEE)


@pytest.mark.parametrize(("maps", "count"), [((), "are 0"), ((LEE,), "is 1")])
def test_one_coder_agrees_with_nobody(maps: tuple[ArgumentMap, ...], count: str) -> None:
    with pytest.raises(ArgmapError, match=f"agreement takes two maps or more; there {count} here"):
        api.measure_reliability(*maps)


def test_a_single_path_is_an_alignment(folder: Path) -> None:
    row = "lee:open\targmap:contradicts\tmoss:closed\tsemapv:ManualMappingCuration\n"
    (folder / "rows.sssom.tsv").write_text(ROWS + row, encoding="utf-8")
    found = api.compare(LEE, MOSS, alignment="rows.sssom.tsv").findings
    assert [f.category for f in found] == ["stance-contradiction"]


def test_coders_may_join_what_no_comparison_could(folder: Path) -> None:
    cause = {"s": {"says": {"cause": "c", "raises": "e"}}}
    row = "ann:s\tskos:exactMatch\tben:t\tsemapv:ManualMappingCuration\n"
    (folder / "rows.sssom.tsv").write_text(ROWS + row, encoding="utf-8")
    maps = a_map("ann", cause), a_map("ben", {"t": cause["s"]})
    api.measure_reliability(*maps, alignment=["rows.sssom.tsv"])  # AM723 in a comparison
    with pytest.raises(ArgmapError, match="AM723"):
        api.compare(*maps, alignment=["rows.sssom.tsv"])


@pytest.mark.parametrize("option", ["--known", "-o"])
def test_proposals_are_not_made_beside_rows_that_are_wrong(
    option: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("one", "two"):
        (folder / f"{name}.yaml").write_text(EMPTY.format(name), encoding="utf-8")
    rows = folder / "rows.sssom.tsv"
    rows.write_text(ROWS + "one:gone\targmap:related\ttwo:a\tsemapv:CompositeMatching\n", encoding="utf-8")
    before = rows.read_text(encoding="utf-8")
    assert main(["align", "suggest", "one.yaml", "two.yaml", option, "rows.sssom.tsv"]) == 2
    said = capsys.readouterr()
    assert "rows.sssom.tsv:2:1: error[AM722]: the map 'one' has no statement 'gone'" in said.err
    assert (said.out, rows.read_text(encoding="utf-8")) == ("", before)


def test_of_a_finding_that_rests_on_hundreds_of_rows_some_changes_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.comparison.what_if._MOST", 12)  # 4 statements: 3 changes
    holds = {"says": {"holds": "p"}}
    maps = a_map("a", {"s": holds, "t": holds}), a_map("b", {"s": holds, "t": holds})
    comparison = compare(maps)
    found = what_if(maps, comparison.findings[0])
    assert (found.tried, found.untried, found.turning) == (3, 13, ())
    said = explain_text(comparison, comparison.findings[0], found, width=100)
    assert "None of 3 single changes" in said
    assert "13 more were not tried: too many statements and rows stand behind this finding." in said
    assert json.loads(explain_json(comparison.findings[0], found))["what_if"]["untried"] == 13
