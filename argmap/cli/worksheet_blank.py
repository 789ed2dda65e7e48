"""`argmap worksheet --kind blank`: a map without its words, or the form of a comparison with nothing in it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.cli.draw import names_explained
from argmap.cli.unusable import Unusable, require_files
from argmap.cli.worksheet_compare import write_form
from argmap.cli.worksheet_files import as_files, as_page, form_of, hand_out, sheets_of
from argmap.facade.handouts import make_blank_sheet, worksheet_pages
from argmap.facade.opening import usable

if TYPE_CHECKING:
    from argmap.cli.worksheet import Wanted


def run(maps: Sequence[str], wanted: "Wanted") -> int:
    """Write the empty sheets, and of a map their key."""
    if len(maps) == 2:
        return write_form(maps, wanted, "all")
    if len(maps) > 2:
        raise Unusable(f"an empty sheet is of one map or two, not of {len(maps)}", hint="name one or two")
    form = form_of(wanted)
    inputs = [*maps, *wanted.own_tables()]
    require_files(inputs)
    (reading,) = usable(maps, limits=wanted.limits)
    m, level = reading.document, wanted.level or "title"
    name = f"{m.id}-blank"
    with names_explained():
        if form == "html":
            from argmap.teaching.blank_sheet import blank_sheet  # noqa: PLC0415

            sheet = blank_sheet(m, focus=wanted.focus, level=level)
            page, key = worksheet_pages(sheet, language=wanted.language)
            hand_out(as_page(page, name), as_page(key, f"{name}-key"), wanted, inputs)
            return 0
        paper = wanted.paper or "a4-portrait"
        made = make_blank_sheet(
            m,
            focus=wanted.focus,
            level=level,
            paper=paper,
            theme=wanted.theme,
            format=form,
            language=wanted.language,
        )
    hand_out(as_files(sheets_of(made.sheet), name), as_files(sheets_of(made.key), f"{name}-key"), wanted, inputs)
    return 0
