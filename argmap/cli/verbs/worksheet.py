"""The arguments and options of `argmap worksheet`."""

from typing import Annotated, Literal

import typer

from argmap.cli import drawing_options as asked
from argmap.cli.declaring import NoLimit, declaration, options_given

app = declaration()


@app.command(
    help="Make sheets for a class to fill in, each with its key in a file of its own; print the path of each.",
    epilog="No answer is in the file of a sheet but in its word bank. The same seed makes the same sheet.",
)
def worksheet(
    context: typer.Context,
    maps: Annotated[
        list[str], typer.Argument(metavar="MAP", show_default=False, help="A map; two for --kind compare.")
    ],
    *,
    kind: Annotated[
        Literal["fill-in", "compare", "cards", "blank", "kit"],
        typer.Option(help="A map with blanks, a comparison, cards to cut out, an empty map, a kit in YAML."),
    ] = "fill-in",
    output: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar="FILE|DIR/", show_default=False, help="The sheet, or a folder for all; else here."
        ),
    ] = None,
    key: Annotated[
        str | None,
        typer.Option("--key", metavar="FILE", show_default="beside the sheet, as …-key", help="The key."),
    ] = None,
    output_format: Annotated[
        Literal["pdf", "svg", "png", "html"] | None,
        typer.Option("--format", show_default="by the file's ending, else pdf", help="Kind of file."),
    ] = None,
    blanks: Annotated[
        str,
        typer.Option(
            metavar="KINDS",
            help="Filling in: claim, relation, source, co-premise, role, with commas. Comparing: middle, sides, both.",
        ),
    ] = "all",
    difficulty: Annotated[
        int, typer.Option(min=1, max=3, help="Filling in: 1 and 2 with a word bank; 3 asks for most, without.")
    ] = 1,
    seed: Annotated[int, typer.Option(help="Another one chooses and shuffles in another way.")] = 1,
    distractors: Annotated[
        str | None,
        typer.Option(metavar="MAP", show_default=False, help="Where wrong entries of the word bank come from."),
    ] = None,
    focus: asked.Focus = None,
    paper: Annotated[
        str | None,
        typer.Option(show_default="a4, other kinds a4-portrait", help="As for draw: a4, a4-portrait, letter, a3."),
    ] = None,
    theme: asked.Theme = "print",
    language: asked.Language = "en",
    level: Annotated[
        Literal["title", "text", "full"] | None,
        typer.Option(
            show_default="title, on cards text", help="On paper: boxes with label, sentence, or quotation too."
        ),
    ] = None,
    rows: Annotated[int, typer.Option(min=1, help="Comparing: so many rows at most.")] = 8,
    sources: Annotated[bool, typer.Option("--sources", help="Cards: one for each source, too.")] = False,
    no_limit: NoLimit = False,
) -> None:
    """Make worksheets and their keys."""
    from argmap.cli import worksheet as verb  # noqa: PLC0415

    wanted = verb.Wanted(
        output=output,
        key=key,
        form=output_format,
        blanks=blanks,
        difficulty=difficulty,
        seed=seed,
        distractors=distractors,
        focus=focus,
        paper=paper,
        theme=theme,
        language=language,
        level=level,
        rows=rows,
        sources=sources,
        limits=not no_limit,
        given=options_given(context),
    )
    raise typer.Exit(verb.run(kind, maps, wanted))
