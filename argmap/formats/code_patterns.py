"""What is wrong with the codes a person writes down: in an option, in the settings of a project, in a comment."""

from typing import Final, NamedTuple

from argmap.codes import CODES
from argmap.codes.selecting import codes_of
from argmap.text import did_you_mean, nearest_name

_LONGEST: Final = 60


class Fault(NamedTuple):
    """Why a pattern cannot be used.

    Attributes:
        message: What is wrong with it.
        help: The way out.
        instead: The code or name that was probably meant, "" where none is near.
    """

    message: str
    help: str
    instead: str = ""


def fault_of(pattern: str, *, ignoring: bool = False) -> Fault | None:
    """Why a pattern cannot select codes, or, with `ignoring`, cannot ignore any; None where it can.

    A beginning that stands for errors and for others can be ignored, as far as the others go.
    """
    if not pattern.strip():
        return Fault("a code is missing", "write a code such as AM304, or the beginning of several such as AM4")
    codes = codes_of(pattern)
    if not codes:
        shown = pattern if len(pattern) <= _LONGEST else f"{pattern[: _LONGEST - 1]}…"
        return Fault(f"there is no code {shown!r}", *_near(shown))
    if ignoring and all(CODES[code].severity == "error" for code in codes):
        why = "no other command takes a map that has one"
        return Fault(f"{pattern!r} is an error, and errors are always told: {why}", f"see `argmap explain {codes[0]}`")
    return None


def _near(pattern: str) -> tuple[str, str]:
    """The way out of a misspelt code, and the code or name it most likely stands for."""
    for wanted, known in ((pattern.upper(), list(CODES)), (pattern, [page.name for page in CODES.values()])):
        if near := did_you_mean(wanted, known):
            return near, nearest_name(wanted, known)
    return "`argmap explain` lists all codes", ""
