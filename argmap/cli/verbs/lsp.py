"""The arguments and options of `argmap lsp`."""

from typing import Annotated

import typer

from argmap.cli.declaring import declaration

app = declaration()


@app.command(
    help="Serve an editor over the Language Server Protocol, on standard input and output. Your editor starts it; its"
    " set-up is in docs/editors.md."
)
def lsp(
    stdio: Annotated[bool, typer.Option("--stdio", help="The only way there is; some editors ask for it.")] = True,  # noqa: ARG001
) -> None:
    """Serve an editor."""
    from argmap.cli import lsp as verb  # noqa: PLC0415

    raise typer.Exit(verb.run())
