"""`argmap worksheet --kind compare`: the comparison of two maps with something left to be filled in."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from argmap.cli.draw import names_explained
from argmap.cli.unusable import Unusable, require_files
from argmap.cli.worksheet_files import as_files, as_page, form_of, hand_out, sheets_of
from argmap.facade.comparing import compare
from argmap.facade.handouts import Blanks, make_comparison_form, make_comparison_pages
from argmap.teaching.comparison_form import form_name

if TYPE_CHECKING:
    from argmap.cli.worksheet import Wanted

_BLANKS: Final[dict[str, Blanks]] = {"all": "middle", "middle": "middle", "sides": "sides", "both": "all"}
"""What is left out, by what was asked for; ``all`` is what is said where nothing is."""


def run(maps: Sequence[str], wanted: "Wanted") -> int:
    """Write the form and its key."""
    if wanted.blanks not in _BLANKS:
        raise Unusable(
            f"a comparison has no blanks called {wanted.blanks!r}", hint="--blanks middle, or sides, or both"
        )
    return write_form(maps, wanted, _BLANKS[wanted.blanks])


def write_form(maps: Sequence[str], wanted: "Wanted", blanks: Blanks) -> int:
    """Write a form with these blanks, and its key if it has one."""
    if len(maps) != 2:
        raise Unusable(f"a comparison to fill in is of two maps, not of {len(maps)}", hint="name two maps")
    form = form_of(wanted)
    inputs = [*maps, *wanted.own_tables()]
    require_files(inputs)
    c = compare(*maps, limits=wanted.limits, metrics=False)
    name = form_name((m.id for m in c.maps), blanks)
    asked: dict[str, Any] = {"blanks": blanks, "rows": wanted.rows, "seed": wanted.seed, "language": wanted.language}
    with names_explained():
        if form == "html":
            sheet, key = make_comparison_pages(c, **asked)
            hand_out(as_page(sheet, name), as_page(key, f"{name}-key"), wanted, inputs)
            return 0
        paper = wanted.paper or "a4-portrait"
        made = make_comparison_form(c, **asked, paper=paper, theme=wanted.theme, format=form)
    hand_out(as_files(sheets_of(made.sheet), name), as_files(sheets_of(made.key), f"{name}-key"), wanted, inputs)
    return 0
