"""The arguments and options of `argmap show`."""

from typing import Annotated, Literal

import typer

from argmap.cli.declaring import InColor, NoLimit, Output, declaration

app = declaration()


@app.command(
    help="Print a map as an outline: what it claims, because of what, but against what. Or the keys of a codebook.",
    epilog="What stands above a statement that was chosen is shown in few words; a line says how many are hidden.",
)
def show(
    file: Annotated[str, typer.Argument(metavar="FILE", show_default=False, help="A map or codebook (YAML).")],
    *,
    output_format: Annotated[
        Literal["text", "markdown"] | None,
        typer.Option("--format", show_default="what the ending of FILE names, else text", help="Kind of text."),
    ] = None,
    output: Output = None,
    ids: Annotated[
        Literal["none", "short", "outline", "file"],
        typer.Option(help="What statements are called by: nothing, P3, 1.2 (as in drawings), or their id in the file."),
    ] = "short",
    language: Annotated[
        str, typer.Option("--lang", metavar="CODE|FILE", help="Of the fixed words: en, de, es, fr, ja, ko, zh.")
    ] = "en",
    types: Annotated[
        list[str] | None,
        typer.Option(
            "--type",
            metavar="TYPE",
            show_default=False,
            help="Only thesis, claim, premise, evidence, objection, or assumption; may be repeated.",
        ),
    ] = None,
    voice: Annotated[
        str,
        typer.Option(
            metavar="author|reported|NAME", show_default=False, help="Only what the author says, others, or NAME."
        ),
    ] = "",
    certainty: Annotated[
        list[str] | None,
        typer.Option(
            metavar="HOW", show_default=False, help="Only what is asserted, likely, or possible; may be repeated."
        ),
    ] = None,
    about: Annotated[
        str, typer.Option(metavar="KEY", show_default=False, help="Only what is coded on this key of the codebook.")
    ] = "",
    branch: Annotated[
        str, typer.Option(metavar="ID", show_default=False, help="Only this statement and what stands under it.")
    ] = "",
    depth: Annotated[
        int | None, typer.Option(min=0, metavar="N", show_default=False, help="Only N steps below it, or the top.")
    ] = None,
    source: Annotated[
        str, typer.Option(metavar="KEY", show_default=False, help="Only statements that cite this source.")
    ] = "",
    uncoded: Annotated[bool, typer.Option("--uncoded", help="Only statements without `says`.")] = False,
    unquoted: Annotated[bool, typer.Option("--unquoted", help="Only statements without a quotation.")] = False,
    text: Annotated[
        str, typer.Option(metavar="WORDS", show_default=False, help="Only statements that hold these words.")
    ] = "",
    at: Annotated[
        str, typer.Option(metavar="PLACE", show_default=False, help="Only what stands there: ¶5 or 5, ¶3-7, p. 2, §2.")
    ] = "",
    unused: Annotated[bool, typer.Option("--unused", help="Codebook: only keys that no map uses.")] = False,
    no_limit: NoLimit = False,
    color: InColor = "auto",
) -> None:
    """Print an outline."""
    from argmap.cli import show as verb  # noqa: PLC0415

    choice = verb.choice(
        types=types or (),
        voice=voice,
        certainties=certainty or (),
        about=about,
        branch=branch,
        depth=depth,
        source=source,
        uncoded=uncoded,
        unquoted=unquoted,
        words=text,
        at=at,
    )
    wanted = verb.Wanted(output_format, output, ids, language, not no_limit, color, choice, unused)
    raise typer.Exit(verb.run(file, wanted))
