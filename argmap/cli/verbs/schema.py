"""The arguments and options of `argmap schema`."""

from typing import Annotated, Literal

import typer

from argmap.cli.declaring import Output, declaration

app = declaration()


@app.command(
    help="Print the JSON Schema of maps, of codebooks, or of what `compare`, `diff`, `reliability` or `check` print as"
    " JSON."
)
def schema(
    thing: Annotated[
        Literal["map", "codebook", "result", "changes", "reliability", "problems"],
        typer.Argument(
            metavar="WHAT", help="map, codebook, result, changes, reliability or problems.", show_default=False
        ),
    ],
    output: Output = None,
) -> None:
    """Print a schema."""
    from argmap.cli import schema as verb  # noqa: PLC0415

    raise typer.Exit(verb.run(thing, output=output))
