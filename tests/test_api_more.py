"""The facade beyond one comparison: explaining, proposing, changes, agreement of coders; rows from files."""

from pathlib import Path

import pytest
from comparison_cases import GOLDEN, mill_road, two

import argmap
from argmap import Correspondence, FileProblem, InvalidMap, Ref

HEAD = "subject_id\tpredicate_id\tpredicate_modifier\tobject_id\tmapping_justification\tauthor_id\tconfidence\n"
RUIZ, PATEL = GOLDEN / "ruiz.yaml", GOLDEN / "patel.yaml"


def rows_in(folder: Path, *rows: str) -> Path:
    path = folder / "mill-road.sssom.tsv"
    path.write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def test_rows_of_a_file_join_statements_and_are_named_in_the_basis(tmp_path: Path) -> None:
    bare = two("x: {says: {holds: p}}", "y: {text: Y.}")
    path = rows_in(tmp_path, "a:x\tskos:exactMatch\t\tb:y\tsemapv:ManualMappingCuration\tAnn\t0.9")
    (finding,) = argmap.compare(*bare, alignment=[path]).findings
    assert finding.category == "agree-unargued"
    row = finding.basis[1]
    assert (row.id, row.row, row.predicate, row.confidence, row.author) == (str(path), 2, "skos:exactMatch", 0.9, "Ann")
    assert argmap.compare(*bare, alignment=[path], min_confidence=0.95).findings[0].category == "one-sided"


def test_a_row_that_cannot_join_is_an_error_with_its_place(tmp_path: Path) -> None:
    path = rows_in(tmp_path, "ruiz:council\tskos:exactMatch\t\tpatel:by-car\tsemapv:ManualMappingCuration\tAnn\t1")
    with pytest.raises(InvalidMap) as caught:
        argmap.compare(RUIZ, PATEL, alignment=[path])
    (problem,) = [d for d in caught.value.diagnostics if d.severity == "error"]
    assert (problem.code, problem.position and problem.position.line) == ("AM723", 2)


def test_rows_on_other_maps_are_no_problem_unless_there_are_no_others(tmp_path: Path) -> None:
    other = "elsewhere:a\tskos:exactMatch\t\tnowhere:b\tsemapv:ManualMappingCuration\tAnn\t1"
    mine = "ruiz:build\targmap:related\t\tpatel:stop\tsemapv:ManualMappingCuration\tAnn\t1"
    assert argmap.compare(RUIZ, PATEL, alignment=[rows_in(tmp_path, other, mine)]).findings
    with pytest.raises(FileProblem, match="is on the maps elsewhere, nowhere, and on none of those given: ruiz, patel"):
        argmap.compare(RUIZ, PATEL, alignment=[rows_in(tmp_path, other)])


def test_proposals_leave_out_what_is_decided() -> None:
    maps = two("x: {text: Buses are late in the rain}", "y: {text: In the rain buses are late}")
    (found,) = argmap.suggest(*maps)
    assert (str(found.left), str(found.right)) == ("a:x", "b:y")
    refused = Correspondence(Ref("a", "x"), "argmap:related", Ref("b", "y"), rejected=True)
    assert argmap.suggest(*maps, alignment=[refused]) == ()


def test_changes_between_versions_and_agreement_of_coders() -> None:
    ruiz, _ = mill_road()
    assert not argmap.diff(RUIZ, ruiz)
    assert argmap.diff(ruiz, ruiz.model_copy(update={"title": "Another"}))
    found = argmap.measure_reliability(RUIZ, RUIZ)
    assert {layer.name for layer in found.matched[0].layers} >= {"types", "codes"}
