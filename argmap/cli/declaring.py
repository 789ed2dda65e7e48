"""What the declarations of verbs share: how they are made, and the arguments that several of them take."""

from typing import Annotated

import typer

from argmap.cli.terminal import Color

MapFile = Annotated[str, typer.Argument(metavar="MAP", show_default=False, help="A map (YAML).")]
Output = Annotated[
    str | None, typer.Option("-o", "--output", metavar="FILE", help="Write to this file.", show_default=False)
]
NoLimit = Annotated[bool, typer.Option("--no-limit", help="Read files of any size.")]
InColor = Annotated[Color, typer.Option("--color", help="Colour; NO_COLOR in the environment wins.")]


def declaration() -> typer.Typer:
    """A verb to declare, or a group of them; what it does not say, it has from the command in `app.py`."""
    return typer.Typer(add_completion=False, rich_markup_mode=None)
