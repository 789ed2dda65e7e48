"""The arguments and options of `argmap draw`."""

from typing import Annotated, Literal

import typer

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
    output_format: Annotated[
        Literal["svg", "png", "pdf", "dot", "mermaid"] | None,
        typer.Option("--format", show_default="by the file's ending, else svg", help="Kind of picture."),
    ] = None,
    paper: Annotated[
        str | None, typer.Option(show_default=False, help="a4, a4-portrait, letter, slide, a3, poster, fit.")
    ] = None,
    level: Annotated[
        Literal["title", "text", "full"] | None,
        typer.Option(show_default="title on slides, else text", help="Boxes with label, sentence, or quotation too."),
    ] = None,
    theme: Annotated[
        str, typer.Option(metavar="NAME|FILE", help="light, dark, print (black and white), or your own: mine.toml.")
    ] = "light",
    language: Annotated[
        str,
        typer.Option(
            "--lang", metavar="CODE|FILE", help="Of the fixed words: en, de, es, fr, ja, ko, zh, or your own file."
        ),
    ] = "en",
    split: Annotated[
        Literal["auto", "branch", "never"],
        typer.Option(help="One map: an overview and a sheet per branch: if needed, always, never."),
    ] = "auto",
    ids: Annotated[
        Literal["none", "short", "outline"],
        typer.Option(help="One map: what statements are called by: nothing, P3, or 1.2."),
    ] = "short",
    evidence: Annotated[
        Literal["inside", "nodes", "none"],
        typer.Option(help="One map: in the foot of its claim, in boxes, or left out."),
    ] = "inside",
    focus: Annotated[
        str | None,
        typer.Option(metavar="ID", show_default=False, help="One map: only this statement and its branch."),
    ] = None,
    layout: Annotated[
        Literal["tree", "dot"],
        typer.Option(help="One map: a tree with pointers, or the whole graph."),
    ] = "tree",
    depth: Annotated[
        int | None, typer.Option(min=0, show_default=False, help="So many steps below the top; the rest is counted.")
    ] = None,
    view: Annotated[
        Literal[
            "map", "sheet", "slides", "butterfly", "roles", "slope", "causes", "overlay", "multiples", "matrix", "crux"
        ]
        | None,
        typer.Option(
            metavar="VIEW",
            show_default="sheet of two, matrix of more",
            help="Several: sheet, slides, butterfly, roles, slope, causes, overlay, multiples, matrix, crux.",
        ),
    ] = None,
    about: Annotated[
        list[str] | None,
        typer.Option(metavar="KEY", show_default=False, help="Several: only findings about this key or these words."),
    ] = None,
    alignment: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE", show_default=False, help="Several: join statements by this file's rows."),
    ] = None,
    min_confidence: Annotated[
        float,
        typer.Option(
            min=0.0, max=1.0, show_default=False, help="Several: leave aside rows that are less sure than this."
        ),
    ] = 0.0,
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
