"""The facade beyond one comparison: explaining, proposing, changes, agreement of coders; rows from files."""

from pathlib import Path

import pytest
from comparison_cases import GOLDEN, mill_road, two

import argmap
from argmap import ArgmapError, Correspondence, FileProblem, InvalidMap, Ref

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


def test_a_picture_is_drawn_on_the_rows_given_and_on_no_others(tmp_path: Path) -> None:
    bare = two("x: {says: {holds: p}}", "y: {text: Y.}")
    path = rows_in(tmp_path, "a:x\tskos:exactMatch\t\tb:y\tsemapv:ManualMappingCuration\tAnn\t0.9")
    joined = argmap.draw(*bare, alignment=[path], format="dot")
    assert joined == argmap.draw(argmap.compare(*bare, alignment=[path]), format="dot")
    assert joined != argmap.draw(*bare, format="dot")
    assert argmap.draw(*bare, alignment=[path], min_confidence=0.95, format="dot") == argmap.draw(*bare, format="dot")


def test_what_would_be_drawn_without_its_rows_is_refused() -> None:
    row = Correspondence(Ref("ruiz", "build"), "argmap:related", Ref("patel", "stop"))
    with pytest.raises(ArgmapError, match="an alignment is for two maps; give it to compare"):
        argmap.draw(RUIZ, alignment=[row])
    found = argmap.compare(RUIZ, PATEL)
    with pytest.raises(ArgmapError, match="an alignment is for two maps; give it to compare"):
        argmap.draw(found, alignment=[row])
    with pytest.raises(ArgmapError, match="draw takes what compare gave, or maps, not both"):
        argmap.draw(found, PATEL)


def test_a_picture_is_saved_with_all_its_sheets(tmp_path: Path) -> None:
    picture = argmap.draw(RUIZ, format="dot", split="branch")
    sheets = (picture, *picture.sheets)
    saved = argmap.save(picture, f"{tmp_path / 'new'}/")
    assert saved == tuple(str(tmp_path / "new" / sheet.file_name) for sheet in sheets)
    assert [Path(path).read_bytes() for path in saved] == [sheet.data for sheet in sheets]
    assert argmap.save(picture, tmp_path)[0] == str(tmp_path / "ruiz-1.dot")


def test_a_picture_of_one_sheet_can_be_saved_under_any_name_of_its_kind(tmp_path: Path) -> None:
    picture = argmap.draw(RUIZ, format="dot", split="never")
    assert argmap.save(picture, tmp_path / "a.DOT") == (str(tmp_path / "a.DOT"),)
    assert (tmp_path / "a.DOT").read_bytes() == picture.data
    with pytest.raises(FileProblem, match=r"is no name for a dot; end it with \.dot, or give a folder"):
        argmap.save(picture, tmp_path / "a.svg")
    assert not (tmp_path / "a.svg").exists()


def test_several_sheets_are_not_saved_over_each_other(tmp_path: Path) -> None:
    picture = argmap.draw(RUIZ, format="dot", split="branch")
    with pytest.raises(FileProblem, match=r"there are \d+ sheets for one file; give a folder, 'one/'"):
        argmap.save(picture, tmp_path / "one.dot")
    assert list(tmp_path.iterdir()) == []


def test_what_a_notebook_prints_of_maps_and_results_is_short() -> None:
    ruiz, patel = mill_road()
    found = argmap.compare(ruiz, patel)
    assert repr(ruiz) == f"ArgumentMap(id='ruiz', name='Ruiz', statements={len(ruiz.statements)})"
    assert str(ruiz) == f"id='ruiz' name='Ruiz' statements={len(ruiz.statements)}"
    assert repr(ruiz.codebook).startswith("Codebook(id='mill-road', actors=")
    assert repr(found) == (
        f"Comparison(maps=('ruiz', 'patel'), findings={len(found.findings)}, warnings={len(found.warnings)})"
    )
    finding = found.findings[3]
    assert repr(finding) == f"Finding(id={finding.id!r}, category={finding.category!r}, sentence={finding.sentence!r})"
    changed = ruiz.model_copy(update={"title": "Another"})
    assert repr(argmap.diff(ruiz, changed)) == "Changes(old='ruiz', new='ruiz', statements={}, fields=1, entries=0)"
    agreement = argmap.measure_reliability(RUIZ, RUIZ)
    coders = tuple(m.label for m in agreement.maps)
    assert repr(agreement) == (
        f"Reliability(title={agreement.title!r}, coders={coders!r}, remarks={len(agreement.remarks)})"
    )
    assert len(repr(argmap.explain(ruiz, patel, finding=finding.id))) < 2000
    assert len(repr(argmap.read(RUIZ))) < 500
