"""The arguments and options of `argmap rename`."""

from typing import Annotated

import typer

from argmap.cli.declaring import declaration
from argmap.editing.occurrences import NameKind

app = declaration()


@app.command(help="Give something another name, in every map, codebook and alignment that names it: in all or in none.")
def rename(
    old: Annotated[
        str,
        typer.Argument(metavar="OLD", show_default=False, help="An id or key; a statement also as MAP:STATEMENT."),
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", show_default=False, help="What it is to be called.")],
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE|FOLDER", show_default=False, help="Where OLD stands; by default, here."),
    ] = None,
    *,
    kind: Annotated[
        NameKind | None, typer.Option("--kind", help="What sort of thing OLD is.", show_default=False)
    ] = None,
    within: Annotated[
        str,
        typer.Option("--in", metavar="MAP|CODEBOOK", show_default=False, help="What OLD stands in, by id or by file."),
    ] = "",
    diff: Annotated[
        bool, typer.Option("--diff", "--dry-run", help="Show what would change, and change nothing.")
    ] = False,
) -> None:
    """Rename something."""
    from argmap.cli import rename as verb  # noqa: PLC0415

    raise typer.Exit(verb.run(old, new, names or (), kind=kind, within=within, diff=diff))
