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
    ids: Annotated[
        Literal["none", "short", "outline", "file"],
        typer.Option(help="What statements are called by: nothing, P3, 1.2 (as in drawings), or their id in the file."),
    ] = "short",
    language: Annotated[
        str, typer.Option("--lang", metavar="CODE|FILE", help="Of the fixed words: en, de, es, fr, ja, ko, zh.")
    ] = "en",
    no_limit: NoLimit = False,
    color: InColor = "auto",
) -> None:
    """Print an outline."""
    from argmap.cli import show as verb  # noqa: PLC0415

    raise typer.Exit(
        verb.run(
            file,
            form=output_format,
            output=output,
            ids=ids,
            language=language,
            limits=not no_limit,
            color=color,
        )
    )
