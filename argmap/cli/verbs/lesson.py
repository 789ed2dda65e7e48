"""The arguments and options of `argmap lesson`."""

from typing import Annotated, Literal

import typer

from argmap.cli.declaring import NoLimit, declaration

app = declaration()


@app.command(
    help="Make everything for a lesson on two maps: sheets, keys, cards, slides, a page, a quiz.",
    epilog="Open start-here.html in the folder: it lists every file with its use. Each can be made anew by a verb of "
    "its own: worksheet, slides, page, quiz.",
)
def lesson(
    left: Annotated[str, typer.Argument(metavar="MAP", show_default=False, help="A map.")],
    right: Annotated[str, typer.Argument(metavar="MAP", show_default=False, help="The map of another article.")],
    *,
    output: Annotated[
        str,
        typer.Option(
            "-o", "--output", metavar="DIR", show_default="lesson/", help="The folder, which is made if need be."
        ),
    ] = "lesson/",
    title: Annotated[
        str, typer.Option(metavar="TEXT", show_default="what the comparison comes to", help="Of page and slides.")
    ] = "",
    focus: Annotated[
        list[str] | None,
        typer.Option(
            metavar="MAP=ID",
            show_default="a thesis with at most 30 statements",
            help="The sheets on the map of that id are about this statement and its branch only. May be repeated.",
        ),
    ] = None,
    text: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID=FILE",
            show_default=False,
            help="The article's text, for quotations in the page. May be repeated.",
        ),
    ] = None,
    alignment: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE", show_default=False, help="Join statements by the accepted rows of this file."),
    ] = None,
    difficulty: Annotated[
        int, typer.Option(min=1, max=3, help="Of the sheets to fill in; 3 asks for most, without a word bank.")
    ] = 1,
    about: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KEY|WORDS",
            show_default="what is most central",
            help="What the comparison sheet takes before all else, as for compare. May be repeated.",
        ),
    ] = None,
    seed: Annotated[int, typer.Option(help="Another one chooses and shuffles in another way.")] = 1,
    paper: Annotated[Literal["a4", "letter"], typer.Option(help="What sheets are printed on.")] = "a4",
    language: Annotated[
        str, typer.Option("--lang", metavar="CODE|FILE", help="Of sheets and slides: en, de, es, fr, ja, ko, zh.")
    ] = "en",
    no_limit: NoLimit = False,
) -> None:
    """Make a lesson."""
    from argmap.cli import lesson as verb  # noqa: PLC0415

    wanted = verb.Wanted(
        output=output,
        title=title,
        focus=tuple(focus or ()),
        texts=tuple(text or ()),
        alignment=tuple(alignment or ()),
        difficulty=difficulty,
        about=tuple(about or ()),
        seed=seed,
        paper=paper,
        language=language,
        limits=not no_limit,
    )
    raise typer.Exit(verb.run(left, right, wanted))
