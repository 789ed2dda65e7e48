"""The arguments of `argmap completion`."""

from typing import Annotated, Literal

import typer

from argmap.cli.declaring import Output, declaration

app = declaration()


@app.command(
    help="Print a script that makes a shell complete verbs, options, map files, ids and keys. Its first lines say "
    "where to put it; nothing is installed.",
)
def completion(
    shell: Annotated[
        Literal["bash", "zsh", "fish", "powershell"],
        typer.Argument(metavar="SHELL", show_default=False, help="bash, zsh, fish or powershell."),
    ],
    output: Output = None,
) -> None:
    """Print a script."""
    from argmap.cli import completion as verb  # noqa: PLC0415

    raise typer.Exit(verb.run(shell, output=output))
