"""The arguments and options of `argmap explain`."""

from typing import Annotated

import typer

from argmap.cli.declaring import InColor, declaration

app = declaration()


@app.command(help="Explain a code such as AM201: what it means, why it matters, how to repair it.")
def explain(
    code: Annotated[
        str, typer.Argument(metavar="[CODE]", show_default=False, help="A code or its name; all codes without it.")
    ] = "",
    color: InColor = "auto",
) -> None:
    """Explain a code."""
    from argmap.cli import explain as verb  # noqa: PLC0415

    raise typer.Exit(verb.run(code, color=color))
