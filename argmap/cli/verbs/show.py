"""The arguments and options of `argmap show`."""

from typing import Annotated, Literal

import typer

from argmap.cli.declaring import InColor, MapFile, NoLimit, Output, declaration

app = declaration()


@app.command(help="Print a map as an outline: what it claims, because of what, but against what.")
def show(
    file: MapFile,
    *,
    output_format: Annotated[Literal["text", "markdown"], typer.Option("--format", help="Kind of text.")] = "text",
    output: Output = None,
    ids: Annotated[bool, typer.Option("--ids", help="Add the id of each statement.")] = False,
    no_limit: NoLimit = False,
    color: InColor = "auto",
) -> None:
    """Print an outline."""
    from argmap.cli import show as verb  # noqa: PLC0415

    raise typer.Exit(verb.run(file, form=output_format, output=output, ids=ids, limits=not no_limit, color=color))
