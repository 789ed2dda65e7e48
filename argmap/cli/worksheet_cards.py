"""`argmap worksheet --kind cards`: a map on cards to cut out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.cli.draw import names_explained
from argmap.cli.unusable import Unusable, require_files
from argmap.cli.worksheet_files import as_files, form_of, hand_out, sheets_of
from argmap.facade.handouts import make_cards
from argmap.facade.opening import usable

if TYPE_CHECKING:
    from argmap.cli.worksheet import Wanted


def run(maps: Sequence[str], wanted: "Wanted") -> int:
    """Write the cards and their key."""
    only_one(maps, "cards")
    form = form_of(wanted, ("pdf", "svg", "png"))
    assert form != "html"
    if wanted.level == "full":
        raise Unusable("a card has a label or a sentence, and no quotation", hint="try --level title, or text")
    inputs = [*maps, *wanted.own_tables()]
    require_files(inputs)
    (reading,) = usable(maps, limits=wanted.limits)
    with names_explained():
        made = make_cards(
            reading.document,
            seed=wanted.seed,
            sources=wanted.sources,
            focus=wanted.focus,
            level="title" if wanted.level == "title" else "text",
            paper=wanted.paper or "a4-portrait",
            theme=wanted.theme,
            format=form,
            language=wanted.language,
        )
    name = f"{reading.document.id}-cards"
    hand_out(as_files(sheets_of(made.sheet), name), as_files(sheets_of(made.key), f"{name}-key"), wanted, inputs)
    return 0


def only_one(maps: Sequence[str], kind: str) -> None:
    """Raise `Unusable` unless there is one map."""
    if len(maps) != 1:
        raise Unusable(f"--kind {kind} is made of one map, and there are {len(maps)}", hint="name one of them")
