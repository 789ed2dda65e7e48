"""The arguments and options of `argmap reliability`."""

from typing import Annotated, Literal

import typer

from argmap.cli.declaring import InColor, NoLimit, Output, declaration

app = declaration()


@app.command(
    help="Say how far several coders of one article agree: Krippendorff's alpha, kappa, F1, and what to talk about.",
    epilog="That coders differ is a result: the exit code is 0. For maps of different articles there is `compare`.",
)
def reliability(
    maps: Annotated[
        list[str], typer.Argument(metavar="MAP MAP...", show_default=False, help="Maps of one article, one per coder.")
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
    everything: Annotated[
        bool, typer.Option("--all", help="Write out all disagreements, not ten of each kind.")
    ] = False,
    alignment: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE", show_default=False, help="Take statements for one by the rows of this file."),
    ] = None,
    own_ids: Annotated[
        bool, typer.Option("--own-ids", help="Ids are each coder's own: an equal id means nothing.")
    ] = False,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Even if the maps name articles of different titles and addresses.")
    ] = False,
    no_limit: NoLimit = False,
    color: InColor = "auto",
) -> None:
    """Say how far coders agree."""
    from argmap.cli import reliability as verb  # noqa: PLC0415

    raise typer.Exit(
        verb.run(
            maps,
            alignment=alignment or [],
            own_ids=own_ids,
            anyway=anyway,
            form=output_format,
            everything=everything,
            output=output,
            limits=not no_limit,
            color=color,
        )
    )
