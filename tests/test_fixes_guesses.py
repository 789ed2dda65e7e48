"""What only a person can decide is offered with the edit that does it, and is never made by `--fix`."""

from pathlib import Path

import pytest

from argmap.checks.meant import period_meant, place_meant
from argmap.codes import CODES
from argmap.editing.edits import apply
from argmap.editing.fixes import FIXERS, fixes_of
from argmap.editing.occurrences import grow
from argmap.facade.fixing import mended
from argmap.facade.opening import examine
from argmap.formats import read_document

ARTICLE = "¶1 High Street needs a bus lane.\n\n¶2 Buses are late, every day, riders say.\n"


def offered(text: str, code: str, tmp_path: Path, *, article: str | None = None) -> dict[str, str]:
    """The text after each fix that is offered for the first problem of a code, by the fix's title."""
    path = tmp_path / "m.yaml"
    path.write_bytes(text.encode())
    found = [d for d in examine([path], text=article)[0].diagnostics if d.code == code]
    fixes = fixes_of(found[0], text, grow(text))
    assert not any(fix.safe for fix in fixes)
    assert code not in {repair.problem.code for repair in mended(path).repairs}
    return {fix.title: apply(text, fix.edits) for fix in fixes}


BLOCK = """\
argmap: 1
id: m
codebook:
  argmap-codebook: 1
  id: town
  actors:
    council: {name: The council}  # of the town
statements:
  lane:
    type: thesis
    text: A lane.
    quote: a lane
    says: {actor: mayor, role: ally}
    because: [late]

# the end
"""


def test_a_statement_that_is_named_can_be_begun(tmp_path: Path) -> None:
    found = offered(BLOCK, "AM201", tmp_path)
    after = BLOCK.replace("because: [late]\n", "because: [late]\n  late: {text: …}\n")
    assert found == {"define the statement 'late'": after}
    assert [d.code for d in read_document(after, "m").diagnostics] == []


def test_an_entry_of_the_codebook_in_the_file_can_be_begun(tmp_path: Path) -> None:
    after = BLOCK.replace("# of the town\n", "# of the town\n    mayor: {name: …}\n")
    assert offered(BLOCK, "AM203", tmp_path) == {"define the actor 'mayor'": after}


def test_a_section_that_is_not_there_is_begun_with_its_entry(tmp_path: Path) -> None:
    text = BLOCK.replace("role: ally", "role: payer").replace("mayor", "council").replace(": [late]", ": [lane]")
    found = offered(text, "AM206", tmp_path)
    assert found["define the role 'payer'"] == text.replace(
        "# of the town\n", "# of the town\n  roles: {payer: {text: …}}\n"
    )


def test_an_entry_in_braces_goes_behind_a_comma(tmp_path: Path) -> None:
    text = "{argmap: 1, id: m, statements: {a: {type: thesis, text: A., because: [b]}}}"
    after = "{argmap: 1, id: m, statements: {a: {type: thesis, text: A., because: [b]}, b: {text: …}}}"
    assert offered(text, "AM201", tmp_path) == {"define the statement 'b'": after}


def test_the_codebook_in_another_file_is_not_added_to(tmp_path: Path) -> None:
    (tmp_path / "town.yaml").write_text("argmap-codebook: 1\nid: town\nactors: {council: C}\n", encoding="utf-8")
    text = BLOCK[: BLOCK.index("codebook")] + "codebook: town.yaml\n" + BLOCK[BLOCK.index("statements") :]
    assert offered(text, "AM203", tmp_path) == {}


def test_a_place_of_a_codebook_by_itself_can_be_begun(tmp_path: Path) -> None:
    text = "argmap-codebook: 1\nid: town\nplaces:\n  hills: {within: county}\n"
    assert offered(text, "AM213", tmp_path) == {"define the place 'county'": text + "  county: {name: …}\n"}


def test_the_objection_can_be_the_authors(tmp_path: Path) -> None:
    text = (
        "argmap: 1\nid: m\nstatements:\n  a: {type: thesis, text: A., but: [b]}\n"
        "  b:\n    type: objection\n    text: B.\n    says: {holds: p}  # p\n    quote: |\n      b\n\n  c: {text: C.}\n"
    )
    after = text.replace("      b\n", "      b\n    voice: author\n")
    assert offered(text, "AM605", tmp_path) == {"add `voice: author`: the author concedes it": after}


def test_a_field_without_a_value_can_be_deleted(tmp_path: Path) -> None:
    text = "argmap: 1\nid: m\nstatements:\n  a:\n    type: thesis\n    text: A.\n    because:\n"
    assert offered(text, "AM105", tmp_path) == {"delete the line": text.replace("    because:\n", "")}
    assert offered(text.replace("because:", "because:  # why"), "AM105", tmp_path) == {}
    assert offered("argmap: 1\nid: m\nstatements: {a: {type: thesis, text: }}\n", "AM105", tmp_path) == {}


def test_a_quotation_is_corrected_and_put_where_it_stands(tmp_path: Path) -> None:
    text = "argmap: 1\nid: m\nstatements:\n  a: {type: thesis, text: A., quote: 'needs an bus lane', at: ¶1}\n"
    found = offered(text, "AM401", tmp_path, article=ARTICLE)
    assert found == {"write 'needs a bus lane'": text.replace("an bus", "a bus")}
    text = text.replace("needs an bus lane", "late, every").replace("at: ¶1", "at: [¶1]")
    assert offered(text, "AM403", tmp_path, article=ARTICLE) == {"write '¶2'": text.replace("[¶1]", "¶2")}
    text = text.replace("[¶1]", '"¶1"')
    assert offered(text, "AM403", tmp_path, article=ARTICLE) == {"write '¶2'": text.replace("¶1", "¶2")}


def test_dates_and_places_are_offered_in_the_notation_of_the_format(tmp_path: Path) -> None:
    text = "argmap: 1\nid: m\narticle: {date: 'August 18, 2023'}\nstatements:\n  a: {type: thesis, text: A.}\n"
    assert offered(text, "AM409", tmp_path) == {"write '2023-08-18'": text.replace("August 18, 2023", "2023-08-18")}
    text = "argmap: 1\nid: m\nstatements:\n  a: {type: thesis, text: A., when: 2017-2021}\n"
    assert offered(text, "AM407", tmp_path) == {"write '2017/2021'": text.replace("2017-2021", "2017/2021")}
    text = "argmap: 1\nid: m\nstatements:\n  a: {type: thesis, text: A., at: [¶1, page 3]}\n"
    assert offered(text, "AM407", tmp_path) == {"write 'p. 3'": text.replace("page 3", "p. 3")}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("18 August 2023", "2023-08-18"),
        ("18th Aug. 2023", "2023-08-18"),
        ("Aug 2023", "2023-08"),
        ("2023-8-5", "2023-08-05"),
        ("2023/08/18", "2023-08-18"),
        ("2023.8", "2023-08"),
        ("2021/2017", "2017/2021"),
        ("2017 to 2021", "2017/2021"),
        ("31 February 2023", ""),
        ("2023-13", ""),
        ("18 Brumaire 1799", ""),
        ("3/4/2020", ""),
        ("soon", ""),
        ("", ""),
    ],
)
def test_a_date_in_words_is_understood(written: str, meant: str) -> None:
    assert period_meant(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Paragraph 3", "¶3"),
        ("paras. 3-5", "¶3-5"),
        ("¶5-3", "¶3-5"),
        ("page 12", "p. 12"),
        ("pp 12–14", "p. 12-14"),
        ("Section 2", "§2"),
        ("p. 12345678", ""),
        ("3", "¶3"),
        ("above", ""),
    ],
)
def test_a_place_in_words_is_understood(written: str, meant: str) -> None:
    assert place_meant(written) == meant


def test_every_code_with_fixes_is_in_the_catalogue() -> None:
    assert FIXERS.keys() <= CODES.keys()
    assert list(FIXERS) == sorted(FIXERS)


SILENT = "argmap: 1\nid: m\nstatements:\n  a: {type: thesis, text: A.}\n"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("# argmap:ignore AM304 because", "# argmap: ignore[AM304] because"),
        ("# noqa # argmap ignore am304, AM501: later", "# noqa # argmap: ignore[AM304, AM501]: later"),
        ("# argmap: ignore (AM304)  # why", "# argmap: ignore[AM304]  # why"),
        ("# argmap: disable=AM304 AM501", "# argmap: ignore[AM304, AM501]"),
        ("# argmap: ignore[AM3O4]", "# argmap: ignore[AM304]"),
        ("# argmap: ignore[unatached, AM5]", "# argmap: ignore[unattached, AM5]"),
    ],
)
def test_a_comment_that_silences_nothing_can_be_written_as_it_was_meant(
    written: str, meant: str, tmp_path: Path
) -> None:
    found = offered(f"{SILENT}  b: {{text: B.}}  {written}\n", "AM118", tmp_path)
    assert list(found.values()) == [f"{SILENT}  b: {{text: B.}}  {meant}\n"]


@pytest.mark.parametrize("written", ["# argmap: ignore", "# argmap: ignore[]", "# argmap: ignore[zzz]"])
def test_a_comment_without_codes_is_for_a_person_to_complete(written: str, tmp_path: Path) -> None:
    assert offered(f"{SILENT}  b: {{text: B.}}  {written}\n", "AM118", tmp_path) == {}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("lines", "title", "left"),
    [
        ("  b: {text: B.}  # argmap: ignore[AM501] once\n", "delete the comment", "  b: {text: B.}\n"),
        ("  # argmap: ignore[AM501]\n  b: {text: B.}\n", "delete the comment", "  b: {text: B.}\n"),
        ("  b: {text: B.}\n  # argmap: ignore[AM501]", "delete the comment", "  b: {text: B.}\n"),
        ("  b: {text: B.}  # ask # argmap: ignore[AM501]\n", "delete the comment", "  b: {text: B.}  # ask\n"),
        (
            "  b: {text: B.}  # argmap: ignore[AM501, AM304] she\n",
            "leave 'AM501' out",
            "  b: {text: B.}  # argmap: ignore[AM304] she\n",
        ),
        (
            "  b: {text: B.}  # argmap: ignore[AM304 , AM501]\n",
            "leave 'AM501' out",
            "  b: {text: B.}  # argmap: ignore[AM304]\n",
        ),
    ],
)
def test_a_comment_that_is_idle_can_be_deleted(lines: str, title: str, left: str, end: str, tmp_path: Path) -> None:
    found = offered((SILENT + lines).replace("\n", end), "AM119", tmp_path)
    assert found == {title: (SILENT + left).replace("\n", end)}


def test_a_field_that_no_form_of_says_has_can_be_written_as_meant(tmp_path: Path) -> None:
    text = BLOCK.replace("{actor: mayor, role: ally}", "[{denies: p}, {hold: p}]")
    assert offered(text, "AM105", tmp_path) == {"write 'holds'": text.replace("hold: p", "holds: p")}
    text = BLOCK.replace("{actor: mayor, role: ally}", "{Reduces: p, factor: q}")
    assert offered(text, "AM105", tmp_path) == {"write 'lowers'": text.replace("Reduces: p", "lowers: p")}


def test_an_escape_and_a_hidden_bracket_can_be_put_in_quotation_marks(tmp_path: Path) -> None:
    text = SILENT + "  b: {text: The town is #1, note: B}\n"
    assert offered(text, "AM101", tmp_path) == {
        "put the text in quotation marks": text.replace("The town is #1", "'The town is #1'")
    }


def test_a_text_that_is_cut_off_can_be_put_in_quotation_marks(tmp_path: Path) -> None:
    head = "argmap: 1\nid: m\nstatements:\n  a:\n    type: thesis\n    text: "
    found = offered(head + "It's the #1 wish.\n    label: Wish\n", "AM122", tmp_path)
    assert found == {
        "put the whole text in quotation marks": head + '"It\'s the #1 wish."\n    label: Wish\n',
    }
    assert offered(head + "It is\n      the #1 wish.\n", "AM122", tmp_path) == {}


def test_a_field_that_is_too_deep_is_moved_back_where_a_text_may_go_on(tmp_path: Path) -> None:
    head = "argmap: 1\nid: m\nstatements:\n  a:\n    type: thesis\n    text: It is so\n"
    found = offered(head + "      note: see below\n  b: {text: B.}\n", "AM101", tmp_path)
    assert found == {"indent it like 'text'": head + "    note: see below\n  b: {text: B.}\n"}
