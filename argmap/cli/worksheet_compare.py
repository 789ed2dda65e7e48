"""`argmap worksheet --kind compare`: the comparison of two maps with something left to be filled in."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Literal, cast

from argmap.cli.draw import names_explained
from argmap.cli.unusable import Unusable, require_files
from argmap.cli.worksheet_files import as_files, form_of, hand_out
from argmap.facade.comparing import compare
from argmap.facade.handouts import Blanks, make_comparison_form

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
    form = form_of(wanted, ("pdf", "svg", "png"))
    inputs = [*maps, *wanted.own_tables()]
    require_files(inputs)
    c = compare(*maps, limits=wanted.limits, metrics=False)
    with names_explained():
        made = make_comparison_form(
            c,
            blanks=blanks,
            rows=wanted.rows,
            seed=wanted.seed,
            paper=wanted.paper or "a4-portrait",
            theme=wanted.theme,
            format=cast("Literal['pdf', 'svg', 'png']", form),
            language=wanted.language,
        )
    name = "-".join([*(m.id for m in c.maps), "form"]).replace("#", "-")
    hand_out(as_files(made.sheets, name), as_files(made.key, f"{name}-key"), wanted, inputs)
    return 0
