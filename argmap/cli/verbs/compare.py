"""The arguments and options of `argmap compare`."""

from typing import Annotated, Literal

import typer

from argmap.cli.declaring import InColor, NoLimit, Output, declaration

app = declaration()


@app.command(
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
    from argmap.cli import compare as verb  # noqa: PLC0415

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
