"""The arguments and options of `argmap diff`."""

from typing import Annotated, Literal

import typer

from argmap.cli.declaring import InColor, NoLimit, Output, declaration

app = declaration()


@app.command(
    help="Say what changed between two versions of a map, or of a codebook; nothing if nothing did.",
    epilog="That versions differ is a result: the exit code is 0. It is 2 if a version cannot be used.",
)
def diff(
    files: Annotated[
        list[str], typer.Argument(metavar="OLD NEW", show_default=False, help="The old version and the new one.")
    ],
    *,
    output_format: Annotated[
        Literal["text", "json", "markdown"] | None,
        typer.Option(
            "--format",
            show_default="what the ending of FILE names, else text",
            help="json: everything, for programs.",
        ),
    ] = None,
    output: Output = None,
    git: Annotated[
        bool, typer.Option("--git", help="Be git's driver for differences: diff.argmap.command 'argmap diff --git --'.")
    ] = False,
    textconv: Annotated[
        bool, typer.Option("--textconv", help="Print one file as git is to compare it: as an outline.")
    ] = False,
    no_limit: NoLimit = False,
    color: InColor = "auto",
) -> None:
    """Say what changed."""
    if git or textconv:
        from argmap.cli import diff_git  # noqa: PLC0415

        raise typer.Exit(diff_git.run_converter(files) if textconv else diff_git.run_driver(files, color=color))
    from argmap.cli import diff as verb  # noqa: PLC0415

    raise typer.Exit(verb.run(files, form=output_format, output=output, limits=not no_limit, color=color))
