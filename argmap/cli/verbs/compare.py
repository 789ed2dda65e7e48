"""The arguments and options of `argmap compare`."""

from typing import Annotated, Literal

import typer

from argmap.cli.compare_forms import Form
from argmap.cli.declaring import InColor, NoLimit, Output, declaration

app = declaration()


@app.command(
    help="Say where maps agree, where they differ, and why.",
    epilog="That two articles differ is a result: the exit code is 0. It is 2 if a map cannot be used.",
)
def compare(
    maps: Annotated[
        list[str], typer.Argument(metavar="MAP", show_default=False, help="Two maps, or as many as you like.")
    ],
    *,
    output_format: Annotated[
        Form | None,
        typer.Option(
            "--format",
            metavar="FORM",
            show_default="what the ending of FILE names, else text",
            help="text or markdown; for programs json, which holds everything, csv (a row for each finding and map) or "
            "graphml; for discourse networks dna, dna-congruence, dna-conflict, dna-subtract or dna-graphml.",
        ),
    ] = None,
    detail: Annotated[
        Literal["brief", "normal", "full"] | None,
        typer.Option(
            show_default="normal",
            help="What stands under each sentence: nothing, the most telling words of both, or everything.",
        ),
    ] = None,
    output: Output = None,
    about: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KEY",
            show_default=False,
            help="Only what is about this key, or has these words in its name; else what names it. May be repeated.",
        ),
    ] = None,
    group: Annotated[
        list[str] | None,
        typer.Option(
            metavar="GROUP",
            show_default=False,
            help="Only agree, agree-but, diverge, conflict, one-sided or undetermined.",
        ),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHAT",
            show_default=False,
            help="Only what stands under agree or differ, or is contested (differs or undetermined), one-sided or "
            "undetermined; by profile: split, diverse, tension, consensus, common or only-one.",
        ),
    ] = None,
    view: Annotated[
        Literal["findings", "matrix", "roles", "causes", "reasons", "metrics"],
        typer.Option(help="A way to look across text or Markdown; other forms always hold everything."),
    ] = "findings",
    alignment: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE", show_default=False, help="Join statements by the accepted rows of this file."),
    ] = None,
    min_confidence: Annotated[
        float, typer.Option(min=0.0, max=1.0, show_default=False, help="Leave aside rows that are less sure than this.")
    ] = 0.0,
    explain: Annotated[
        str | None,
        typer.Option(metavar="ID", show_default=False, help="One finding in full, and what would change it."),
    ] = None,
    no_limit: NoLimit = False,
    color: InColor = "auto",
) -> None:
    """Compare maps."""
    if explain is not None:
        from argmap.cli import explain_finding  # noqa: PLC0415

        raise typer.Exit(
            explain_finding.run(
                maps,
                explain,
                form=output_format,
                output=output,
                alignment=alignment or [],
                min_confidence=min_confidence,
                limits=not no_limit,
                color=color,
            )
        )
    from argmap.cli import compare as verb  # noqa: PLC0415

    raise typer.Exit(
        verb.run(
            maps,
            form=output_format,
            detail=detail,
            output=output,
            about=about or [],
            groups=group or [],
            only=only or [],
            view=view,
            alignment=alignment or [],
            min_confidence=min_confidence,
            limits=not no_limit,
            color=color,
        )
    )
