"""The arguments and options of `argmap draw`."""

from typing import Annotated, Literal

import typer

from argmap.cli.declaring import NoLimit, declaration

app = declaration()


@app.command(
    help="Draw one map, or the comparison of two, as pictures; print the path of each.",
    epilog="Several sheets need a folder: -o pictures/. Colours and marks are explained on the picture itself.",
)
def draw(
    maps: Annotated[
        list[str], typer.Argument(metavar="MAP", show_default=False, help="A map; two to draw their comparison.")
    ],
    *,
    output: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar="FILE|DIR/", show_default=False, help="A file, a folder, or - for a pipe."
        ),
    ] = None,
    output_format: Annotated[
        Literal["svg", "png", "pdf", "dot"] | None,
        typer.Option("--format", show_default="by the file's ending, else svg", help="Kind of picture."),
    ] = None,
    paper: Annotated[
        str | None, typer.Option(show_default=False, help="a4, a4-portrait, letter, slide, a3, poster, fit.")
    ] = None,
    level: Annotated[
        Literal["title", "text", "full"] | None,
        typer.Option(show_default="title on slides, else text", help="Boxes with label, sentence, or quotation too."),
    ] = None,
    theme: Annotated[Literal["light", "dark", "print"], typer.Option(help="print: black and white.")] = "light",
    split: Annotated[
        Literal["auto", "branch", "never"],
        typer.Option(help="An overview and a sheet per branch: if needed, always, never."),
    ] = "auto",
    alignment: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE", show_default=False, help="Of two maps: join statements by this file's rows."),
    ] = None,
    min_confidence: Annotated[
        float, typer.Option(min=0.0, max=1.0, show_default=False, help="Leave aside rows that are less sure than this.")
    ] = 0.0,
    no_limit: NoLimit = False,
) -> None:
    """Draw a map or a comparison."""
    from argmap.cli import draw as verb  # noqa: PLC0415

    raise typer.Exit(
        verb.run(
            maps,
            output=output,
            form=output_format,
            paper=paper,
            level=level,
            theme=theme,
            split=split,
            alignment=alignment or [],
            min_confidence=min_confidence,
            limits=not no_limit,
        )
    )
