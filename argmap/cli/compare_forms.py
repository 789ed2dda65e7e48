"""The forms of `argmap compare`, and which options go with which."""

from collections.abc import Iterable
from typing import Final, Literal

from argmap.cli.unusable import Unusable

Written = Literal["text", "json", "markdown"]
Network = Literal["dna", "dna-congruence", "dna-conflict", "dna-subtract", "dna-graphml"]
Form = Literal[Written, "csv", "graphml", Network]

FORMS: Final[tuple[Form, ...]] = ("text", "markdown", "json", "csv", "graphml")
"""The forms that the ending of a file can name."""


def written(form: Form) -> Written:
    """The form, if a single finding can be had in it."""
    match form:
        case "text" | "json" | "markdown":
            return form
        case _:
            raise Unusable(f"--explain gives text, Markdown or JSON, not {form}", hint=f"leave --format {form} out")


def require_fitting(form: Form, *, view: str, detail: str | None, selections: Iterable[str]) -> None:
    """Raise `Unusable` for options that would change nothing in a form, or make it say what does not hold.

    Args:
        form: What is to be written.
        view: The view asked for.
        detail: The detail asked for, None if none was.
        selections: The options that choose findings, those that were given.
    """
    if form in ("text", "markdown"):
        return
    whole = "JSON holds everything" if form == "json" else f"{form} has one shape"
    if view != "findings":
        raise Unusable(f"--view is for text and Markdown; {whole}", hint="leave --view out")
    if detail is not None and form != "json":  # JSON has always passed over it
        raise Unusable(f"--detail is for text and Markdown; {whole}", hint="leave --detail out")
    given = next(iter(selections), None)
    if given and form.startswith("dna"):
        why = f"{given} chooses findings; {form} is made of all positions the maps take"
        raise Unusable(why, hint=f"leave {given} out, or choose rows of --format csv")
