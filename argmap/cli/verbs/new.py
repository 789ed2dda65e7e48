"""The arguments and options of `argmap new`."""

from typing import Annotated

import typer

from argmap.cli.declaring import Output, declaration

app = declaration()


@app.command(
    help="Write a commented map to fill in, from a title or from an article's text; or a codebook, `new codebook`.",
    epilog="A file that exists is never written over. Into a folder, -o maps/, the file is named after the title.",
)
def new(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[codebook] [TITLE]", show_default=False, help="The article's title, or the codebook's topic."
        ),
    ] = None,
    *,
    sources: Annotated[
        list[str] | None,
        typer.Option(
            "--from",
            metavar="FILE",
            show_default=False,
            help="The article's text: the map names it, and lists its paragraphs. For a codebook, maps: the keys they "
            "use and nobody defines.",
        ),
    ] = None,
    stubs: Annotated[
        bool, typer.Option("--stubs", help="With --from: a statement to be written for each paragraph.")
    ] = False,
    schema: Annotated[
        bool,
        typer.Option("--schema", help="Put the schema beside the file, so that an editor completes what you type."),
    ] = False,
    codebook: Annotated[bool, typer.Option("--codebook", help="The same as `new codebook`.")] = False,
    output: Output = None,
) -> None:
    """Write a skeleton."""
    from argmap.cli import new as verb  # noqa: PLC0415

    raise typer.Exit(
        verb.run(words or [], sources=sources or [], codebook=codebook, stubs=stubs, schema=schema, output=output)
    )
