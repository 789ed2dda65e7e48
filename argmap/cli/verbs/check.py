"""The arguments and options of `argmap check`."""

from typing import Annotated, Literal

import typer

from argmap.cli.declaring import InColor, NoLimit, declaration

app = declaration()


@app.command(
    help="Find what is wrong with maps and codebooks, all of it, each with its place and a way out. "
    "Of a folder, and without arguments of this one, all maps and codebooks in it and below.",
    epilog="Exit code: 0 nothing wrong, 1 errors (with --strict also warnings), 2 a file that cannot be found, "
    "or settings that cannot be used.",
)
def check(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE", show_default=False, help="Maps, codebooks, and folders that hold some."),
    ] = None,
    *,
    text: Annotated[
        list[str] | None,
        typer.Option(metavar="ID=FILE", show_default=False, help="The article's text for the map of that id."),
    ] = None,
    output_format: Annotated[
        Literal["text", "json", "github", "sarif"],
        typer.Option("--format", help="github: notes on a pull request. sarif: for code scanning."),
    ] = "text",
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings count as errors for the exit code.")] = False,
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODES", show_default=False, help="Tell only these warnings and advice: AM304, AM4. Errors always."
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="CODES", show_default=False, help="Do not tell these warnings and advice."),
    ] = None,
    teach: Annotated[bool, typer.Option("--teach", help="Give advice for learners too.")] = False,
    no_settings: Annotated[
        bool, typer.Option("--no-settings", help="Do without argmap.toml and pyproject.toml.")
    ] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended safely, and tell the rest.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change; write nothing.")] = False,
    no_limit: NoLimit = False,
    color: InColor = "auto",
) -> None:
    """Find what is wrong."""
    from argmap.cli import check as verb  # noqa: PLC0415

    raise typer.Exit(
        verb.run(
            files or [],
            texts=text or [],
            form=output_format,
            strict=strict,
            limits=not no_limit,
            select=select or [],
            ignore=ignore or [],
            teach=teach,
            settings=not no_settings,
            fix=fix,
            diff=diff,
            color=color,
        )
    )
