"""The arguments and options of `argmap align suggest`, `argmap align review` and `argmap align check`."""

from typing import Annotated, Literal

import typer

from argmap.cli.declaring import InColor, NoLimit, declaration

app = declaration()

AlignmentFile = Annotated[
    str, typer.Argument(metavar="FILE", show_default=False, help="An alignment, such as a-b.sssom.tsv.")
]


@app.callback(
    invoke_without_command=True,
    help="Join statements of maps that share no key of a codebook: propose, decide, check. A person decides, always.",
    epilog="`argmap compare A B --alignment FILE` compares with what was accepted.",
)
def align(context: typer.Context) -> None:
    """Without a verb of its own: show the help."""
    if context.invoked_subcommand is None:
        from argmap.cli import terminal  # noqa: PLC0415

        terminal.write(context.get_help())


@app.command(
    short_help="Propose pairs of statements that may be about one thing.",
    help="Propose pairs of statements that may be about one thing, each with what speaks for it. Nothing is accepted.",
    epilog="Into an alignment that exists, -o adds proposals; what was decided in it stays, and is not proposed again.",
)
def suggest(
    left: Annotated[str, typer.Argument(metavar="A", show_default=False, help="A map.")],
    right: Annotated[str, typer.Argument(metavar="B", show_default=False, help="Another map.")],
    *,
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", show_default=False, help="Add them to this alignment."),
    ] = None,
    known: Annotated[
        str | None,
        typer.Option(metavar="FILE", show_default=False, help="An alignment; its pairs are not proposed again."),
    ] = None,
    top: Annotated[
        int | None, typer.Option(min=1, metavar="N", show_default=False, help="Only the N likeliest.")
    ] = None,
    one_to_one: Annotated[bool, typer.Option("--one-to-one", help="Propose each statement at most once.")] = False,
    output_format: Annotated[
        Literal["text", "tsv", "json"] | None,
        typer.Option("--format", show_default="text", help="tsv: an alignment file."),
    ] = None,
    no_limit: NoLimit = False,
    color: InColor = "auto",
) -> None:
    """Propose pairs."""
    from argmap.cli import align_suggest as verb  # noqa: PLC0415

    raise typer.Exit(
        verb.run(
            left,
            right,
            output=output,
            known=known,
            top=top,
            one_to_one=one_to_one,
            form=output_format,
            limits=not no_limit,
            color=color,
        )
    )


@app.command(
    short_help="Decide the proposals of an alignment, one after the other.",
    help="Show each proposal nobody has decided and ask how the two statements are related. Each answer is saved at "
    "once: stop whenever you like, and call it again to go on.",
)
def review(
    file: AlignmentFile,
    maps: Annotated[list[str], typer.Argument(metavar="MAP", show_default=False, help="The maps it is about.")],
    *,
    author: Annotated[
        str | None,
        typer.Option(metavar="NAME", show_default="asked for", help="Who decides: an ORCID or a name."),
    ] = None,
    no_limit: NoLimit = False,
    color: InColor = "auto",
) -> None:
    """Decide proposals."""
    from argmap.cli import align_review as verb  # noqa: PLC0415

    raise typer.Exit(verb.run(file, maps, author=author, limits=not no_limit, color=color))


@app.command(
    short_help="Find what is wrong with an alignment.",
    help="Find what is wrong with an alignment, by itself and beside its maps, each problem with its place.",
    epilog="Exit code: 0 nothing wrong, 1 errors (with --strict also warnings), 2 a file that cannot be found.",
)
def check(
    file: AlignmentFile,
    maps: Annotated[
        list[str] | None, typer.Argument(metavar="MAP", show_default=False, help="The maps it is about.")
    ] = None,
    *,
    output_format: Annotated[
        Literal["text", "json", "github"], typer.Option("--format", help="github: notes on a pull request.")
    ] = "text",
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings count as errors for the exit code.")] = False,
    no_limit: NoLimit = False,
    color: InColor = "auto",
) -> None:
    """Find what is wrong."""
    from argmap.cli import align_check as verb  # noqa: PLC0415

    raise typer.Exit(verb.run(file, maps or [], form=output_format, strict=strict, limits=not no_limit, color=color))
