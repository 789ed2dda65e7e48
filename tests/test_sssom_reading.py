"""Alignment files: what is read, kept, and written again."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import files
from argmap.comparison.alignment.correspondences import MANUAL, PREDICATES, PROPOSED, Correspondence, Ref
from argmap.comparison.alignment.row_checks import check_rows
from argmap.diagnostics import Position
from argmap.errors import InvalidMap
from argmap.formats.lines import Lines
from argmap.formats.sssom import read_sssom
from argmap.formats.sssom_cells import rows_of_cells
from argmap.formats.sssom_header import read_header
from argmap.formats.sssom_terms import SLOTS
from argmap.formats.sssom_writing import new_header, write_alignment

HEAD = (
    "subject_id\tpredicate_id\tpredicate_modifier\tobject_id\tmapping_justification\tauthor_id\tconfidence\tcomment\n"
)
A, B = Ref("ruiz", "safer"), Ref("patel", "less-danger")


def row(predicate: str = "skos:exactMatch", tail: str = "Ana Ruiz\t0.9\t") -> str:
    return f"ruiz:safer\t{predicate}\t\tpatel:less-danger\t{MANUAL}\t{tail}\n"


def rows(text: str) -> tuple[Correspondence, ...]:
    reading = read_sssom(text, "a.sssom.tsv")
    assert [str(d) for d in reading.diagnostics] == []
    return reading.unwrap()


def test_a_row_is_read_with_its_file_and_line() -> None:
    injuries = row(tail="Ana Ruiz\t0.9\tboth mean injuries")
    (found,) = rows(f"#license: none\n{HEAD}{injuries}")
    assert found == Correspondence(A, "skos:exactMatch", B, MANUAL, False, 0.9, "Ana Ruiz", "both mean injuries")
    assert (found.file, found.row) == ("a.sssom.tsv", 3)
    assert found.accepted


def test_columns_may_stand_in_any_order_and_optional_ones_be_missing() -> None:
    head = "mapping_justification\tobject_id\tsubject_id\tpredicate_id\n"
    text = f"{head}{MANUAL}\tpatel:less-danger\truiz:safer\tskos:exactMatch\n"
    assert rows(text) == (Correspondence(A, "skos:exactMatch", B),)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_change_nothing(end: str, mark: str) -> None:
    text = f"#license: none\n\n{HEAD}\n{row()}\n\n"
    assert (
        rows(mark + text.replace("\n", end))
        == rows(text)
        == (Correspondence(A, "skos:exactMatch", B, MANUAL, False, 0.9, "Ana Ruiz"),)
    )


def test_columns_of_others_are_kept_and_written_behind_those_of_sssom() -> None:
    head = "week\tsubject_label\t" + HEAD
    text = head + "3\tSafer riding\t" + row()
    (found,) = rows(text)
    assert found.extra == (("subject_label", "Safer riding"), ("week", "3"))
    written = write_alignment([found])
    assert written.splitlines()[0].split("\t") == [
        *("subject_id", "subject_label", "predicate_id", "predicate_modifier", "object_id", "mapping_justification"),
        *("author_id", "author_label", "confidence", "comment", "week"),
    ]
    assert rows(written) == (found,)


def test_no_counterpart_and_where_it_was_searched() -> None:
    line = f"ruiz:safer\tskos:exactMatch\t\tsssom:NoTermFound\t{MANUAL}\tAna Ruiz\t\t\tpatel\n"
    (found,) = rows(HEAD.replace("comment", "comment\tobject_source") + line)
    assert (found.object, found.searched, found.absence) == (None, "patel", True)
    (everywhere,) = rows(HEAD + line.replace("\tpatel\n", "\n"))
    assert everywhere.searched == ""


def test_metadata_name_the_map_that_was_searched_for_all_rows_without_a_column() -> None:
    line = f"ruiz:safer\tskos:exactMatch\t\tsssom:NoTermFound\t{MANUAL}\tAna Ruiz\t\t\n"
    (found,) = rows(f"#object_source: patel\n{HEAD}{line}")
    assert found.searched == "patel"


def test_the_source_of_an_object_that_was_found_is_kept_and_not_read() -> None:
    (found,) = rows(HEAD.replace("comment", "comment\tobject_source") + row().replace("\n", "\tpatel-2023\n"))
    assert (found.searched, found.extra) == ("", (("object_source", "patel-2023"),))
    assert rows(write_alignment([found])) == (found,)


def test_a_cell_may_hold_tabs_lines_quotation_marks_and_what_a_spreadsheet_would_compute() -> None:
    for comment in ('say "safer"', '"whole"', "a\tb", "a\nb", "=1+1", "+49", "-1", "@risk", "#1", " led ", "a,b;c"):
        made = Correspondence(A, "skos:exactMatch", B, comment=comment)
        assert rows(write_alignment([made]))[0].comment == comment


def test_line_breaks_inside_quotation_marks_are_line_feeds() -> None:
    assert rows(HEAD + row(tail='Ana\t1\t"one\r\ntwo\rthree"'))[0].comment == "one\ntwo\nthree"


def test_a_forgotten_quotation_mark_costs_one_row() -> None:
    reading = read_sssom(HEAD + row(tail='Ana\t1\t"open') + row().replace("safer", "quiet"), "a")
    assert [(d.code, d.position and d.position.line) for d in reading.diagnostics] == [("AM706", 2)]
    assert [str(r.subject) for r in reading.rows] == ["ruiz:quiet"]


def test_every_problem_is_told_in_one_run_in_the_order_of_the_file() -> None:
    wrong, within = row("skos:exact", "Ana\t2\t"), row().replace("ruiz:", "patel:")
    text = f"#license: [\n{HEAD}{wrong}x\n{within}"
    found = read_sssom(text, "a.sssom.tsv").diagnostics
    assert [(d.code, d.position and d.position.line) for d in found] == [
        ("AM702", 1),
        ("AM708", 3),
        ("AM710", 3),
        ("AM705", 4),
        ("AM711", 5),
    ]
    assert {d.file for d in found} == {"a.sssom.tsv"}
    assert [d.source for d in found] == [text.splitlines()[i] for i in (0, 2, 2, 3, 4)]


def test_unwrapping_an_alignment_with_errors_raises_them_all() -> None:
    reading = read_sssom(HEAD + row("x") + row("y"), "a")
    assert reading.failed
    with pytest.raises(InvalidMap) as raised:
        reading.unwrap()
    assert [d.code for d in raised.value.diagnostics] == ["AM708", "AM708"]


def test_a_warning_keeps_no_row_from_being_used() -> None:
    reading = read_sssom(HEAD + row() + row(), "a")
    assert [d.code for d in reading.diagnostics] == ["AM712"]
    assert len(reading.unwrap()) == 2


def test_places_are_cells_and_rows() -> None:
    reading = read_sssom(f"{HEAD}{row()}", "a")
    assert reading.position(("rows", 0, "predicate_id")) == Position(2, 12, 2, 27)
    assert reading.position(("rows", 0)) == reading.position(("rows", 0, "nothing")) == Position(2, 1, 2, len(row()))
    assert reading.position(()) is reading.position(("rows", 1)) is None
    assert reading.line(2) == row().rstrip("\n")


def test_a_file_is_opened_with_its_name_and_hash(tmp_path: Path) -> None:
    path = tmp_path / "a.sssom.tsv"
    path.write_text(HEAD + row(), encoding="utf-8")
    reading = files.read_alignment(path)
    assert (reading.name, len(reading.rows)) == (str(path), 1)
    assert reading.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_file_that_is_missing_or_too_large_is_a_diagnostic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    missing = files.read_alignment(tmp_path / "a.sssom.tsv")
    assert [d.code for d in missing.diagnostics] == ["AM111"]
    path = tmp_path / "b.sssom.tsv"
    path.write_text(HEAD + row(), encoding="utf-8")
    monkeypatch.setattr("argmap.files.decoding.MAX_BYTES", 100)
    assert [d.code for d in files.read_alignment(path).diagnostics] == ["AM112"]
    assert files.read_alignment(path, limits=False).rows


def test_metadata_are_written_as_they_were() -> None:
    lines = ("curie_map:", "  ruiz: urn:x-argmap:map:ruiz:", "license: none # so far")
    text = write_alignment(rows(HEAD + row()), lines)
    assert text.splitlines()[:3] == [f"#{line}" for line in lines]
    assert read_sssom(text, "a").header == lines


def test_a_new_file_has_the_metadata_that_sssom_requires() -> None:
    header = new_header(["ruiz", "2023"])
    assert header == (
        "curie_map:",
        '  "2023": "urn:x-argmap:map:2023:"',
        '  argmap: "urn:x-argmap:"',
        '  orcid: "https://orcid.org/"',
        '  ruiz: "urn:x-argmap:map:ruiz:"',
        "mapping_set_id: urn:x-argmap:alignment:2023--ruiz",
        "license: https://w3id.org/sssom/license/unspecified",
    )
    assert read_header(Lines("".join(f"#{line}\n" for line in header))).data["curie_map"] == {
        "2023": "urn:x-argmap:map:2023:",
        "argmap": "urn:x-argmap:",
        "orcid": "https://orcid.org/",
        "ruiz": "urn:x-argmap:map:ruiz:",
    }


def test_a_name_stands_in_a_column_of_its_own_where_other_tools_look_for_it() -> None:
    by_name = Correspondence(A, "skos:exactMatch", B, author="Ana Ruiz")
    by_orcid = Correspondence(A, "argmap:related", B, author="orcid:0000-0002-1825-0097")
    table = [line.split("\t") for line in write_alignment([by_name, by_orcid]).splitlines()]
    cells = [dict(zip(table[0], line, strict=True)) for line in table[1:]]
    assert [(c["author_id"], c["author_label"]) for c in cells] == [("", "Ana Ruiz"), (by_orcid.author, "")]
    assert rows(write_alignment([by_name, by_orcid])) == (by_name, by_orcid)


def test_a_name_beside_a_reference_is_kept() -> None:
    for author in ("orcid:0000-0002-1825-0097", "Ruiz"):
        text = HEAD.replace("author_id", "author_id\tauthor_label") + row(tail=f"{author}\tAna Ruiz\t0.9\t")
        (found,) = rows(text)
        assert (found.author, found.extra) == (author, (("author_label", "Ana Ruiz"),))
        assert rows(write_alignment([found])) == (found,)


def test_rows_made_in_python_are_named_by_their_ends() -> None:
    made = Correspondence(A, "skos:exactMatch", B), Correspondence(B, "argmap:contrary", A)
    assert [(d.code, d.message, d.where) for d in check_rows(made)] == [
        (
            "AM713",
            "'argmap:contrary' cannot hold beside 'skos:exactMatch' in the row of ruiz:safer and patel:less-danger",
            ("rows", 1, "predicate_id"),
        )
    ]


def test_rows_of_several_files_are_named_with_theirs() -> None:
    first, second = (read_sssom(HEAD + row(), name).rows[0] for name in ("a.tsv", "b.tsv"))
    assert [d.message for d in check_rows([first, second])] == ["the row says again what row 2 of a.tsv says"]


def test_half_a_surrogate_pair_in_metadata_is_told() -> None:
    found = read_sssom(f"#license: \ud800\n{HEAD}{row()}", "a").diagnostics
    assert [(d.code, d.position) for d in found] == [("AM702", Position(1, 11, 1, 12))]


def test_a_table_without_subjects_has_no_rows_and_its_other_cells_are_looked_at() -> None:
    text = (HEAD + row(tail="Ana\t7\t")).replace("subject_id", "source")
    reading = read_sssom(text, "a")
    assert [d.code for d in reading.diagnostics] == ["AM703", "AM710"]
    assert reading.rows == ()


SLUGS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
TEXTS = st.text(
    st.one_of(
        st.sampled_from("\"\t\n=+-@#,;|' a"),
        st.characters(exclude_categories=("Cs", "Cc")),
    ),
    max_size=12,
)
OWN = {"subject_id", "predicate_id", "predicate_modifier", "object_id", "mapping_justification"}
OTHERS = sorted({*SLOTS} - OWN - {"author_id", "author_label", "confidence", "comment", "object_source"})


@st.composite
def correspondences(draw: st.DrawFn) -> Correspondence:
    left, right = draw(st.lists(SLUGS, min_size=2, max_size=2, unique=True))
    found = draw(st.booleans())
    extra = draw(st.dictionaries(st.sampled_from([*OTHERS[:6], "zz", "zzz"]), TEXTS.filter(bool), max_size=3))
    order = {name: i for i, name in enumerate([*SLOTS, "zz", "zzz"])}
    return Correspondence(
        Ref(left, draw(SLUGS)),
        draw(st.sampled_from(PREDICATES)),
        Ref(right, draw(SLUGS)) if found else None,
        draw(st.sampled_from([MANUAL, PROPOSED])),
        draw(st.booleans()) if found else False,
        draw(st.none() | st.floats(0, 1).map(lambda x: x + 0.0)),
        draw(TEXTS),
        draw(TEXTS),
        "" if found else draw(st.sampled_from(["", right])),
        tuple(sorted(extra.items(), key=lambda pair: order[pair[0]])),
    )


@settings(deadline=None, derandomize=True, max_examples=150)
@given(st.lists(correspondences(), max_size=4))
def test_what_is_written_reads_back(made: list[Correspondence]) -> None:
    text = write_alignment(made, new_header(["a", "b"]))
    reading = read_sssom(text, "a.sssom.tsv")
    assert reading.rows == tuple(made)
    assert {d.code for d in reading.diagnostics} <= {"AM712", "AM713"}
    assert write_alignment(reading.rows, reading.header) == text


@settings(deadline=None, derandomize=True, max_examples=200)
@given(st.text(st.sampled_from('#"\t\n\rabc:-ruizsubject_id,;\ufeff\x00é{'), max_size=60), st.booleans())
def test_rubbish_is_read_without_a_traceback_and_every_problem_has_a_way_out(text: str, headed: bool) -> None:
    reading = read_sssom((HEAD if headed else "") + text, "a")
    assert all(d.help for d in reading.diagnostics if d.code != "AM702")
    assert reading.rows == () or headed
    assert [d.file for d in reading.diagnostics] == ["a"] * len(reading.diagnostics)


def test_cells_stand_where_they_are_written() -> None:
    text = 'a\t"b\n""c"\t\r\n\t\n"d'
    cells = list(rows_of_cells(text))
    assert [[c.value for c in row] for row in cells] == [["a", 'b\n"c', ""], ['"d']]
    assert [[text[c.start : c.end] for c in row] for row in cells] == [["a", '"b\n""c"', ""], ['"d']]
    assert [c.torn for c in cells[1]] == [True]


def test_a_file_full_of_open_quotation_marks_takes_no_longer_than_its_length() -> None:
    assert len(list(rows_of_cells('"a""\t""\n' * 20_000))) > 0
    assert len(list(rows_of_cells('"x\t""""\t' * 20_000))) > 0
