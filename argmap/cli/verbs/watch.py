"""The arguments and options of `argmap watch`."""

from typing import Annotated

import typer

from argmap.cli import drawing_options as asked
from argmap.cli.declaring import NoLimit, declaration

app = declaration()


@app.command(
    help="Check maps again whenever they are saved; with -o or --serve, draw them again too.",
    epilog="What the maps refer to is watched as well. A broken save keeps the last good picture. Ctrl-C ends.",
)
def watch(
    maps: Annotated[
        list[str], typer.Argument(metavar="MAP", show_default=False, help="A map; several to draw their comparison.")
    ],
    *,
    serve: Annotated[
        bool, typer.Option("--serve", help="Show the drawing in a browser, on this machine only.")
    ] = False,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, show_default="one that is free", help="Where to serve it.")
    ] = None,
    open_browser: Annotated[bool, typer.Option("--open", help="With --serve: open the browser.")] = False,
    output: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar="FILE|DIR/", show_default=False, help="Write the drawing to a file or a folder."
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
    """Watch maps."""
    from argmap.cli import watch as verb  # noqa: PLC0415
    from argmap.cli.draw import Wanted  # noqa: PLC0415

    wanted = Wanted(
        view=view,
        about=tuple(about or ()),
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
            serve=serve,
            port=port,
            open_browser=open_browser,
        )
    )
