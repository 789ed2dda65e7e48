"""What the declarations of verbs share: how they are made, and the arguments that several of them take."""

import re
from collections.abc import Callable
from typing import Annotated, Any, Final

import typer
from typer.core import TyperCommand

from argmap.cli.terminal import Color

Output = Annotated[
    str | None, typer.Option("-o", "--output", metavar="FILE", help="Write to this file.", show_default=False)
]
NoLimit = Annotated[bool, typer.Option("--no-limit", help="Read files of any size.")]
InColor = Annotated[Color, typer.Option("--color", help="Colour; NO_COLOR in the environment wins.")]

_QUOTED: Final = re.compile("'([^']*)'")


class Verb(TyperCommand):
    """A command whose usage line and complaints read like those of other tools, whatever typer's version."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """``[OPTIONS] MAP...``; some versions of typer write ``{MAP}...``."""
        return [_without_brackets(piece) for piece in super().collect_usage_pieces(ctx)]

    def get_params(self, ctx: Any) -> list[Any]:
        """The arguments and options; when the shell asks, with what can stand in each."""
        parameters: list[Any] = super().get_params(ctx)
        if ctx.resilient_parsing:
            from argmap.cli.completing import attach  # noqa: PLC0415  # only pressing TAB needs it

            for parameter in parameters:
                attach(parameter)
        return parameters

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """What is left of the arguments."""
        try:
            return super().parse_args(ctx, args)
        except typer.BadParameter as problem:
            said = problem.message.removeprefix("Value error, ")  # pydantic's, which some versions ask
            problem.message = said + _meant(said)
            raise


def _meant(complaint: str) -> str:
    """`` Did you mean 'sheet'?`` behind a complaint that lists the choices; "" where none is near."""
    from argmap.text import did_you_mean  # noqa: PLC0415  # only a wrong value needs it

    typed, _, choices = complaint.partition(" is not one of ")
    near = did_you_mean(typed.strip("'"), _QUOTED.findall(choices)) if choices else ""
    return f" {near[:1].upper()}{near[1:]}" if near else ""


def _without_brackets(piece: str) -> str:
    if piece.startswith("[["):
        return piece.removesuffix("...")[1:-1]
    name, bracket, dots = piece.removeprefix("{").rpartition("}")
    return (name if " " in name else name + dots) if bracket else piece


class _Declaration(typer.Typer):
    """Declarations that make verbs."""

    def command(self, name: str | None = None, **attributes: Any) -> Callable[[Any], Any]:
        """What declares a function as a verb."""
        return super().command(name, cls=Verb, **attributes)


def declaration() -> typer.Typer:
    """A verb to declare, or a group of them; what it does not say, it has from the command in `app.py`."""
    return _Declaration(add_completion=False, rich_markup_mode=None)


def options_given(context: typer.Context) -> tuple[str, ...]:
    """The options that stand in the call, by their long names, in the order of their declaration."""
    return tuple(
        max(parameter.opts, key=len)
        for parameter in context.command.params
        if parameter.param_type_name == "option"
        and (source := context.get_parameter_source(str(parameter.name))) is not None
        and source.name == "COMMANDLINE"
    )
