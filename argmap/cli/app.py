"""The table of verbs, and the command that `argmap --help` shows.

To add a verb: one line in `VERBS` (its name, what `argmap --help` says of it in at most 60 characters), and a module
`argmap/cli/verbs/<name>.py` with an `app`, made by `declaration`, that declares its arguments and options. A verb with
verbs of its own (`argmap align suggest`) decorates several functions, and has an `@app.callback()` if it has only one.
What a verb does stands in `argmap/cli/<name>.py` and is imported by the function that is called.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

from argmap.cli import terminal

if TYPE_CHECKING:  # where typer keeps its copy of click is its own affair
    from typer._click import Command

VERBS: Final[Mapping[str, str]] = {
    "check": "Find what is wrong in maps and codebooks, and where.",
    "compare": "Say where maps agree, where they differ, and why.",
    "diff": "Say what changed between two versions of a map.",
    "reliability": "Say how far several coders of one article agree.",
    "align": "Join statements that share no key: propose, decide, check.",
    "draw": "Draw a map, or the comparison of two, as pictures.",
    "watch": "Check and draw maps again whenever they are saved.",
    "show": "Print a map as an outline.",
    "new": "Write a commented map or codebook to fill in.",
    "rename": "Give something another name in all files that name it.",
    "explain": "Explain a code such as AM201.",
    "schema": "Print the JSON Schema of a map, codebook or result.",
}

START = """\
\b
Start with:
  argmap new "Title of the article" -o my-map.yaml    a map to fill in
  argmap check my-map.yaml                    what is wrong with it, and where
  argmap compare a.yaml b.yaml                where they agree and differ, and why
  argmap draw a.yaml b.yaml                   the same as pictures

`argmap check --help` says more about `check`, and so on. In place of a file,
`-` is standard input.
"""


class Verbs(TyperGroup):
    """A group that knows its verbs by name and imports only the one that is called.

    Listing, completing and "did you mean" need no more than the name and the line of help.
    """

    def __init__(self, *, commands: object = None, **attributes: Any) -> None:  # noqa: ARG002  # typer knows of none
        named = [TyperCommand(name, short_help=line) for name, line in VERBS.items()]
        super().__init__(commands=named, **attributes)

    def resolve_command(self, ctx: Any, args: list[str]) -> "tuple[str | None, Command | None, list[str]]":
        """The name, the declared verb in place of the one that only has a name, and what is left of `args`."""
        name, known, rest = super().resolve_command(ctx, args)
        return name, _declared(name) if name and known else None, rest


def _declared(name: str) -> "Command":
    return typer.main.get_command(import_module(f"argmap.cli.verbs.{name}").app)


app = typer.Typer(
    cls=Verbs,
    name="argmap",
    help="Compare what articles argue: where they agree, where they differ, and why.",
    epilog=START,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


@app.callback(invoke_without_command=True)
def argmap_command(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Without a verb: show the help."""
    if version:
        import argmap  # noqa: PLC0415

        terminal.write(f"argmap {argmap.__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        terminal.write(context.get_help())
