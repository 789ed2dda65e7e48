"""The arguments and options of `argmap new`."""

from typing import Annotated

import typer

from argmap.cli.declaring import Output, declaration

app = declaration()


@app.command(help="Write a commented map, or codebook, to fill in.")
def new(
    title: Annotated[str, typer.Argument(metavar="[TITLE]", show_default=False, help="The article's title.")] = "",
    codebook: Annotated[bool, typer.Option("--codebook", help="A codebook, shared by maps that are compared.")] = False,
    output: Output = None,
) -> None:
    """Write a skeleton."""
    from argmap.cli import new as verb  # noqa: PLC0415

    raise typer.Exit(verb.run(title, codebook=codebook, output=output))
