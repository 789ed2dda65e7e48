"""Several sheets as one document: what a person prints or projects from one file."""

from collections.abc import Sequence
from io import BytesIO

from argmap.renderers.picture import Picture


def one_document(sheets: Sequence[Picture]) -> bytes:
    """The pages of PDFs in one, each on a page of its own size; the same sheets give the same bytes."""
    from pypdf import PdfWriter  # noqa: PLC0415  # only who binds sheets waits for it

    document = PdfWriter()
    for sheet in sheets:
        document.append(BytesIO(sheet.data))
    document.compress_identical_objects()  # each sheet came with its fonts
    document.metadata = None  # no date, and no word of what bound it
    bound = BytesIO()
    document.write(bound)
    return bound.getvalue()


def count_pages(document: bytes) -> int:
    """How many pages a PDF has."""
    from pypdf import PdfReader  # noqa: PLC0415  # as above

    return len(PdfReader(BytesIO(document)).pages)
