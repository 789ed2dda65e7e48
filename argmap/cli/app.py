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
    "grade": "Say what students' maps found and missed of yours.",
    "align": "Join statements that share no key: propose, decide, check.",
    "draw": "Draw a map, or the comparison of two, as pictures.",
    "worksheet": "Make sheets for a class to fill in, with their keys.",
    "slides": "Make slides to teach from, with notes for the speaker.",
    "quiz": "Make questions for Moodle, Anki, a table, or paper.",
    "page": "Make a page to read, project and print: one file.",
    "lesson": "Make sheets, keys, slides, page and quiz on two maps.",
    "watch": "Check and draw maps again whenever they are saved.",
    "show": "Print a map or a part of it as an outline.",
    "new": "Write a commented map or codebook to fill in.",
    "rename": "Give something another name in all files that name it.",
    "explain": "Explain a code such as AM201.",
    "completion": "Print what makes a shell complete verbs, files and ids.",
    "schema": "Print the JSON Schema of a map, codebook or result.",
    "lsp": "Serve an editor: problems, completion, renaming.",
}

START: Final = (
    ('argmap new "Its title" -o my-map.yaml', "a map to fill in"),
    ("argmap check my-map.yaml", "what is wrong with it, and where"),
    ("argmap compare a.yaml b.yaml", "where they agree, differ, and why"),
    ("argmap draw a.yaml b.yaml", "the same as pictures"),
)
"""The first commands to type, and what each gives."""

MORE: Final = "`argmap check --help` says more about `check`, and so on. In place of a file, `-` is standard input."


class Verbs(TyperGroup):
    """A group that knows its verbs by name and imports only the one that is called.

    Listing, completing and "did you mean" need no more than the name and the line of help.
    """

    def __init__(self, *, commands: object = None, **attributes: Any) -> None:  # noqa: ARG002  # typer knows of none
        named = [TyperCommand(name, short_help=line) for name, line in VERBS.items()]
        super().__init__(commands=named, **attributes)

    def make_context(self, info_name: Any, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """The context of a call, as wide as the terminal; left alone, no line is shorter than 50 columns."""
        return super().make_context(info_name, args, parent, **{"terminal_width": terminal.width() - 2, **extra})

    def format_epilog(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002  # as the parser calls it
        """How to start: each command with what it gives beside it, or below it where the terminal is narrow."""
        longest = max(len(command) for command, _ in START)
        beside = [f"    {command:<{longest}}  {gives}\n" for command, gives in START]
        below = [f"    {command}\n      {gives}\n" for command, gives in START]
        fits = max(map(len, beside)) <= formatter.width + 3
        formatter.write("".join(["\n  Start with:\n", *(beside if fits else below)]))
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(MORE)

    def resolve_command(self, ctx: Any, args: list[str]) -> "tuple[str | None, Command | None, list[str]]":
        """The name, the declared verb in place of the one that only has a name, and what is left of `args`."""
        if args and not ctx.resilient_parsing and args[0] not in VERBS and not args[0].startswith("-"):
            from argmap.cli.misuse import no_verb  # noqa: PLC0415  # most calls name a verb

            raise no_verb(args[0], args[1:], VERBS)
        name, known, rest = super().resolve_command(ctx, args)
        return name, _declared(name) if name and known else None, rest


def _declared(name: str) -> "Command":
    return typer.main.get_command(import_module(f"argmap.cli.verbs.{name}").app)


app = typer.Typer(
    cls=Verbs,
    name="argmap",
    help="Compare what articles argue: where they agree, where they differ, and why.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,  # `argmap completion` prints scripts that know folders from files
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


@app.callback(invoke_without_command=True)
def argmap_command(
    context: typer.Context,
    version: Annotated[bool, typer.Option("-V", "--version", help="Print the version.")] = False,
) -> None:
    """Without a verb: show the help."""
    if version:
        import argmap  # noqa: PLC0415

        terminal.write(f"argmap {argmap.__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        terminal.write(context.get_help())
