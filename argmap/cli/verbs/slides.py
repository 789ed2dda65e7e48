"""The arguments and options of `argmap slides`."""

from typing import Annotated, Literal

import typer

from argmap.cli import drawing_options as asked
from argmap.cli.declaring import NoLimit, declaration

app = declaration()


@app.command(
    help="Make slides of a map, or of the comparison of several, with notes for the speaker.",
    epilog="Slides appear step by step. A page (.html) needs no Graphviz; pandoc makes PowerPoint of a .md.",
)
def slides(
    maps: Annotated[
        list[str], typer.Argument(metavar="MAP", show_default=False, help="A map; several for their comparison.")
    ],
    *,
    output: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar="FILE", show_default=False, help="A file: slides.html, .pdf or .md; - for a pipe."
        ),
    ] = None,
    output_format: Annotated[
        Literal["html", "pdf", "markdown"] | None,
        typer.Option("--format", show_default="by the file's ending, else html", help="Kind of file."),
    ] = None,
    about: asked.About = None,
    most: Annotated[
        int | None,
        typer.Option(min=1, show_default="10", help="Several: so many questions get a slide; the rest is counted."),
    ] = None,
    steps: Annotated[
        bool, typer.Option("--steps/--no-steps", help="Show slides step by step; in a PDF a page for each.")
    ] = True,
    notes: Annotated[
        bool | None,
        typer.Option(
            "--notes/--no-notes",
            show_default="in .html and .md",
            help="The speaker's notes; a PDF becomes handouts, each slide above its notes.",
        ),
    ] = None,
    theme: Annotated[
        Literal["light", "dark"] | None,
        typer.Option(show_default="light; a page as the system has it", help="Colours."),
    ] = None,
    language: asked.Language = "en",
    level: Annotated[
        Literal["title", "text", "full"], typer.Option(help="Boxes with label, sentence, or quotation too.")
    ] = "title",
    title: Annotated[str, typer.Option(metavar="TEXT", show_default=False, help="Of the first slide.")] = "",
    alignment: asked.Alignment = None,
    min_confidence: asked.MinConfidence = 0.0,
    no_limit: NoLimit = False,
) -> None:
    """Make slides."""
    from argmap.cli import slides as verb  # noqa: PLC0415

    wanted = verb.Wanted(
        about=about or [],
        most=most,
        steps=steps,
        notes=notes,
        theme=theme,
        language=language,
        level=level,
        title=title,
        alignment=alignment or [],
        min_confidence=min_confidence,
    )
    raise typer.Exit(verb.run(maps, wanted, output=output, form=output_format, limits=not no_limit))
