# ruff: noqa: PLC0415  # each kind of sheet is a module of its own: who wants one need not wait for the others
"""`argmap worksheet`: sheets for a class, of the kind that was asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, assert_never

Kind = Literal["fill-in", "compare", "cards", "blank", "kit"]
Form = Literal["pdf", "svg", "png", "html"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for, as it was typed; None where nothing was said."""

    output: str | None = None
    key: str | None = None
    form: Form | None = None
    blanks: str = "all"
    difficulty: int = 1
    seed: int = 1
    distractors: str | None = None
    focus: str | None = None
    paper: str | None = None
    theme: str = "print"
    language: str = "en"
    level: Literal["title", "text", "full"] | None = None
    rows: int = 8
    sources: bool = False
    limits: bool = True
    given: Sequence[str] = ()  # the options that stand in the call

    def own_tables(self) -> list[str]:
        """The files of a theme and words of the user's own."""
        from argmap import files

        return [name for name in (self.theme, self.language) if files.names_table(name)]


def run(kind: Kind, maps: Sequence[str], wanted: Wanted) -> int:
    """Make the sheets of a kind, write them, and print their paths."""
    from argmap.cli.worksheet_options import require_used

    require_used(kind, maps, wanted.given)
    match kind:
        case "fill-in":
            from argmap.cli import worksheet_fill_in

            return worksheet_fill_in.run(maps, wanted)
        case "compare":
            from argmap.cli import worksheet_compare

            return worksheet_compare.run(maps, wanted)
        case "cards":
            from argmap.cli import worksheet_cards

            return worksheet_cards.run(maps, wanted)
        case "blank":
            from argmap.cli import worksheet_blank

            return worksheet_blank.run(maps, wanted)
        case "kit":
            from argmap.cli import worksheet_kit

            return worksheet_kit.run(maps, wanted)
        case _:
            assert_never(kind)
