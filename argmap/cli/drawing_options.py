"""The options that say what a drawing is to look like: those of `argmap draw`, which `argmap watch` takes too."""

from typing import Annotated, Literal

import typer

Kind = Annotated[
    Literal["svg", "png", "pdf", "dot", "mermaid"] | None,
    typer.Option("--format", show_default="by the file's ending, else svg", help="Kind of picture."),
]
Paper = Annotated[str | None, typer.Option(show_default=False, help="a4, a4-portrait, letter, slide, a3, poster, fit.")]
Level = Annotated[
    Literal["title", "text", "full"] | None,
    typer.Option(show_default="title on slides, else text", help="Boxes with label, sentence, or quotation too."),
]
Theme = Annotated[
    str, typer.Option(metavar="NAME|FILE", help="light, dark, print (black and white), or your own: mine.toml.")
]
Language = Annotated[
    str,
    typer.Option(
        "--lang", metavar="CODE|FILE", help="Of the fixed words: en, de, es, fr, ja, ko, zh, or your own file."
    ),
]
Split = Annotated[
    Literal["auto", "branch", "never"],
    typer.Option(help="One map: an overview and a sheet per branch: if needed, always, never."),
]
Ids = Annotated[
    Literal["none", "short", "outline"],
    typer.Option(help="One map: what statements are called by: nothing, P3, or 1.2."),
]
Evidence = Annotated[
    Literal["inside", "nodes", "none"],
    typer.Option(help="One map: in the foot of its claim, in boxes, or left out."),
]
Focus = Annotated[
    str | None,
    typer.Option(metavar="ID", show_default=False, help="One map: only this statement and its branch."),
]
Layout = Annotated[
    Literal["tree", "dot"],
    typer.Option(help="One map: a tree with pointers, or the whole graph."),
]
Depth = Annotated[
    int | None, typer.Option(min=0, show_default=False, help="So many steps below the top; the rest is counted.")
]
View = Annotated[
    Literal["map", "sheet", "slides", "butterfly", "roles", "slope", "causes", "overlay", "multiples", "matrix", "crux"]
    | None,
    typer.Option(
        metavar="VIEW",
        show_default="sheet of two, matrix of more",
        help="Several: sheet, slides, butterfly, roles, slope, causes, overlay, multiples, matrix, crux.",
    ),
]
About = Annotated[
    list[str] | None,
    typer.Option(metavar="KEY", show_default=False, help="Several: only findings about this key or these words."),
]
Alignment = Annotated[
    list[str] | None,
    typer.Option(metavar="FILE", show_default=False, help="Several: join statements by this file's rows."),
]
MinConfidence = Annotated[
    float,
    typer.Option(min=0.0, max=1.0, show_default=False, help="Several: leave aside rows that are less sure than this."),
]
