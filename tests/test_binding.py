"""Several sheets in one PDF, as a person prints or projects them."""

from io import BytesIO
from pathlib import Path

import pytest
from made_up_maps import made_up
from pypdf import PdfReader

import argmap
from argmap.errors import FileProblem
from argmap.renderers.pages.binding import one_document


@pytest.fixture(scope="module")
def picture() -> argmap.Picture:
    return argmap.draw(made_up(45, 1), format="pdf")


def test_every_sheet_is_a_page_of_its_own_size_and_can_be_searched(picture: argmap.Picture) -> None:
    sheets = (picture, *picture.sheets)
    assert len(sheets) > 1
    pages = PdfReader(BytesIO(one_document(sheets))).pages
    alone = [PdfReader(BytesIO(sheet.data)).pages[0] for sheet in sheets]
    assert [(p.mediabox.width, p.mediabox.height) for p in pages] == [
        (p.mediabox.width, p.mediabox.height) for p in alone
    ]
    assert [p.extract_text() for p in pages] == [p.extract_text() for p in alone]


def test_the_same_sheets_give_the_same_bytes_without_a_date(picture: argmap.Picture) -> None:
    sheets = (picture, *picture.sheets)
    assert one_document(sheets) == one_document(sheets)
    assert not PdfReader(BytesIO(one_document(sheets))).metadata


def test_fonts_that_sheets_have_alike_are_in_the_document_once(picture: argmap.Picture) -> None:
    one, three = (len(one_document([picture] * count)) for count in (1, 3))
    assert three < 1.2 * one


def test_saving_sheets_to_a_file_binds_them_if_it_is_a_pdf(picture: argmap.Picture, tmp_path: Path) -> None:
    assert argmap.save(picture, tmp_path / "all.pdf") == (str(tmp_path / "all.pdf"),)
    assert len(PdfReader(tmp_path / "all.pdf").pages) == 1 + len(picture.sheets)
    with pytest.raises(FileProblem, match=r"sheets for one file; give a folder, 'all/', or a \.pdf"):
        argmap.save(argmap.draw(made_up(45, 1)), tmp_path / "all.svg")
