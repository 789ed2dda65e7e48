"""The arguments and options of `argmap draw`."""

from typing import Annotated

import typer

from argmap.cli import drawing_options as asked
from argmap.cli.declaring import NoLimit, declaration

app = declaration()


@app.command(
    help="Draw one map, or the comparison of several, as pictures; print the path of each.",
    epilog="Several sheets go to a folder, -o pictures/, or into one PDF, -o all.pdf. Pictures explain their marks.",
)
def draw(
    maps: Annotated[
        list[str], typer.Argument(metavar="MAP", show_default=False, help="A map; several to draw their comparison.")
    ],
    *,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE|DIR/",
            show_default=False,
            help="A file, a folder, or - for a pipe; else here.",
        ),
    ] = None,
    output_format: asked.Kind = None,
    paper: asked.Paper = None,
    level: asked.Level = None,
    theme: asked.Theme = "light",
    language: asked.Language = "en",
    split: asked.Split = "auto",
    ids: asked.Ids = "short",
    evidence: asked.Evidence = "inside",
    focus: asked.Focus = None,
    layout: asked.Layout = "tree",
    depth: asked.Depth = None,
    view: asked.View = None,
    about: asked.About = None,
    alignment: asked.Alignment = None,
    min_confidence: asked.MinConfidence = 0.0,
    no_limit: NoLimit = False,
) -> None:
    """Draw a map or a comparison."""
    from argmap.cli import draw as verb  # noqa: PLC0415

    wanted = verb.Wanted(
        view=view,
        about=about or [],
        paper=paper,
        level=level,
        theme=theme,
        language=language,
        split=split,
        ids=ids,
        evidence=evidence,
        focus=focus,
        depth=depth,
        layout=layout,
    )
    raise typer.Exit(
        verb.run(
            maps,
            wanted,
            output=output,
            form=output_format,
            alignment=alignment or [],
            min_confidence=min_confidence,
            limits=not no_limit,
        )
    )
