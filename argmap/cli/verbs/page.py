"""The arguments and options of `argmap page`."""

from typing import Annotated, Literal

import typer

from argmap.cli import drawing_options as asked
from argmap.cli.declaring import NoLimit, declaration

app = declaration()


@app.command(
    help="Make a page of maps and of where they agree and differ, to read, project and print: one file, no network.",
    epilog="With the articles' texts at hand, quotations open in their context; the page never holds more of a text "
    "than that, unless --whole-text asks for it.",
)
def page(
    maps: Annotated[
        list[str], typer.Argument(metavar="MAP", show_default=False, help="A map; several to compare them.")
    ],
    *,
    output: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar="FILE", show_default=False, help="The page, such as lesson.html; - for a pipe."
        ),
    ] = None,
    title: Annotated[
        str, typer.Option(metavar="TEXT", show_default="what the comparison comes to", help="The heading of the page.")
    ] = "",
    about: asked.About = None,
    figures: Annotated[
        Literal["none", "few", "all"], typer.Option(help="How many pictures stand in it; all make a large file.")
    ] = "few",
    text: Annotated[
        list[str] | None,
        typer.Option(metavar="ID=FILE", show_default=False, help="The article's text for the map of that id."),
    ] = None,
    whole_text: Annotated[
        bool, typer.Option("--whole-text", help="Put whole articles into the page: mind whose they are.")
    ] = False,
    alignment: asked.Alignment = None,
    min_confidence: asked.MinConfidence = 0.0,
    no_limit: NoLimit = False,
) -> None:
    """Make a page."""
    from argmap.cli import page as verb  # noqa: PLC0415

    wanted = verb.Wanted(
        title=title,
        about=about or [],
        texts=text or [],
        whole_text=whole_text,
        figures=figures,
        alignment=alignment or [],
        min_confidence=min_confidence,
    )
    raise typer.Exit(verb.run(maps, wanted, output=output, limits=not no_limit))
