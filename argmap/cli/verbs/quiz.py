"""The arguments and options of `argmap quiz`."""

from typing import Annotated, Literal

import typer

from argmap.cli import drawing_options as asked
from argmap.cli.declaring import NoLimit, Output, declaration

app = declaration()


@app.command(
    help="Make questions out of maps, for Moodle, Anki, a table, or paper.",
    epilog="Every question has one answer that the maps decide. The exit code is 2 if they offer none.",
)
def quiz(
    maps: Annotated[
        list[str], typer.Argument(metavar="MAP", show_default=False, help="Maps; two for questions on both, too.")
    ],
    *,
    output: Output = None,
    output_format: Annotated[
        Literal["text", "markdown", "gift", "moodle-xml", "anki", "csv", "json"] | None,
        typer.Option(
            "--format",
            show_default="what the ending of FILE names, else text",
            help="text or markdown to print; gift or moodle-xml for Moodle (.gift, .xml); anki (.apkg); csv; json.",
        ),
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND",
            show_default=False,
            help="Only relation, who-says, role, unstated or same-or-different. May be repeated.",
        ),
    ] = None,
    count: Annotated[int | None, typer.Option(min=1, show_default="all", help="How many questions at most.")] = None,
    seed: Annotated[int, typer.Option(help="Another number takes other questions, and orders options anew.")] = 1,
    about: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KEY",
            show_default=False,
            help="Only what is about this key, statement or actor, or has these words. May be repeated.",
        ),
    ] = None,
    title: Annotated[
        str | None,
        typer.Option(metavar="TEXT", show_default=False, help="The category in Moodle, the deck in Anki."),
    ] = None,
    alignment: asked.Alignment = None,
    min_confidence: asked.MinConfidence = 0.0,
    no_limit: NoLimit = False,
) -> None:
    """Make a quiz."""
    from argmap.cli import quiz as verb  # noqa: PLC0415

    raise typer.Exit(
        verb.run(
            maps,
            verb.Wanted(
                kinds=kind,
                count=count,
                seed=seed,
                about=about or (),
                title=title,
                alignment=alignment or (),
                min_confidence=min_confidence,
            ),
            output=output,
            form=output_format,
            limits=not no_limit,
        )
    )
