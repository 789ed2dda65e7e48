# ruff: noqa: PLC0415  # each verb is imported when it is called: starting up is most of the time a command takes
"""The verbs with their arguments and options, as `argmap --help` shows them."""

from typing import Annotated, Literal

import typer

from argmap.cli.terminal import Color

START = """\
\b
Start with:
  argmap new "Title of the article" -o my-map.yaml    a map to fill in
  argmap check my-map.yaml                    what is wrong with it, and where
  argmap compare a.yaml b.yaml                where they agree and differ, and why
  argmap draw a.yaml b.yaml                   the same as pictures

`argmap check --help` says more about `check`, and so on. In place of a file,
`-` is standard input.
"""

app = typer.Typer(
    name="argmap",
    help="Compare what articles argue: where they agree, where they differ, and why.",
    epilog=START,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

MapFile = Annotated[str, typer.Argument(metavar="MAP", show_default=False, help="A map (YAML).")]
Output = Annotated[
    str | None, typer.Option("-o", "--output", metavar="FILE", help="Write to this file.", show_default=False)
]
NoLimit = Annotated[bool, typer.Option("--no-limit", help="Read files of any size.")]
InColor = Annotated[Color, typer.Option("--color", help="Colour; NO_COLOR in the environment wins.")]


@app.callback(invoke_without_command=True)
def argmap_command(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Without a verb: show the help."""
    from argmap.cli import terminal

    if version:
        import argmap

        terminal.write(f"argmap {argmap.__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        terminal.write(context.get_help())


@app.command(
    short_help="Find what is wrong in maps and codebooks, and where.",
    help="Find what is wrong with maps and codebooks, all of it, each with its place and a way out.",
    epilog="Exit code: 0 nothing wrong, 1 errors (with --strict also warnings), 2 a file that cannot be found.",
)
def check(
    files: Annotated[list[str], typer.Argument(metavar="FILE", show_default=False, help="Maps and codebooks.")],
    *,
    text: Annotated[
        list[str] | None,
        typer.Option(metavar="ID=FILE", show_default=False, help="The article's text for the map of that id."),
    ] = None,
    output_format: Annotated[
        Literal["text", "json", "github"], typer.Option("--format", help="github: notes on a pull request.")
    ] = "text",
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings count as errors for the exit code.")] = False,
    no_limit: NoLimit = False,
    color: InColor = "auto",
) -> None:
    """Find what is wrong."""
    from argmap.cli import check as verb

    raise typer.Exit(
        verb.run(files, texts=text or [], form=output_format, strict=strict, limits=not no_limit, color=color)
    )


@app.command(
    short_help="Say where two maps agree, where they differ, and why.",
    help="Say where two maps agree, where they differ, and why.",
    epilog="That two articles differ is a result: the exit code is 0. It is 2 if a map cannot be used.",
)
def compare(
    left: Annotated[str, typer.Argument(metavar="A", show_default=False, help="A map.")],
    right: Annotated[str, typer.Argument(metavar="B", show_default=False, help="The map to compare it with.")],
    *,
    output_format: Annotated[
        Literal["text", "json", "markdown"], typer.Option("--format", help="json: everything, for programs.")
    ] = "text",
    detail: Annotated[
        Literal["brief", "normal", "full"] | None,
        typer.Option(
            show_default="normal; full with --about",
            help="What stands under each sentence: nothing, the most telling words of both, or everything.",
        ),
    ] = None,
    output: Output = None,
    about: Annotated[
        list[str] | None,
        typer.Option(metavar="KEY", show_default=False, help="Only what is about this key of the codebook."),
    ] = None,
    group: Annotated[
        list[str] | None,
        typer.Option(
            metavar="GROUP",
            show_default=False,
            help="Only agree, agree-but, diverge, conflict, one-sided or undetermined.",
        ),
    ] = None,
    no_limit: NoLimit = False,
    color: InColor = "auto",
) -> None:
    """Compare two maps."""
    from argmap.cli import compare as verb

    raise typer.Exit(
        verb.run(
            left,
            right,
            form=output_format,
            detail=detail or ("full" if about else "normal"),
            output=output,
            about=about or [],
            groups=group or [],
            limits=not no_limit,
            color=color,
        )
    )


@app.command(
    short_help="Draw a map, or the comparison of two, as pictures.",
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
    no_limit: NoLimit = False,
) -> None:
    """Draw a map or a comparison."""
    from argmap.cli import draw as verb

    raise typer.Exit(
        verb.run(
            maps,
            output=output,
            form=output_format,
            paper=paper,
            level=level,
            theme=theme,
            split=split,
            limits=not no_limit,
        )
    )


@app.command(
    short_help="Print a map as an outline.",
    help="Print a map as an outline: what it claims, because of what, but against what.",
)
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
    from argmap.cli import show as verb

    raise typer.Exit(verb.run(file, form=output_format, output=output, ids=ids, limits=not no_limit, color=color))


@app.command(
    short_help="Write a commented map or codebook to fill in.", help="Write a commented map, or codebook, to fill in."
)
def new(
    title: Annotated[str, typer.Argument(metavar="[TITLE]", show_default=False, help="The article's title.")] = "",
    codebook: Annotated[bool, typer.Option("--codebook", help="A codebook, shared by maps that are compared.")] = False,
    output: Output = None,
) -> None:
    """Write a skeleton."""
    from argmap.cli import new as verb

    raise typer.Exit(verb.run(title, codebook=codebook, output=output))


@app.command(
    short_help="Explain a code such as AM201.",
    help="Explain a code such as AM201: what it means, why it matters, how to repair it.",
)
def explain(
    code: Annotated[
        str, typer.Argument(metavar="[CODE]", show_default=False, help="A code or its name; all codes without it.")
    ] = "",
    color: InColor = "auto",
) -> None:
    """Explain a code."""
    from argmap.cli import explain as verb

    raise typer.Exit(verb.run(code, color=color))


@app.command(
    short_help="Print the JSON Schema of a map, codebook or result.",
    help="Print the JSON Schema of maps, of codebooks, or of what `compare --format json` prints.",
)
def schema(
    thing: Annotated[Literal["map", "codebook", "result"], typer.Argument(help="Which one.", show_default=False)],
    output: Output = None,
) -> None:
    """Print a schema."""
    from argmap.cli import schema as verb

    raise typer.Exit(verb.run(thing, output=output))
