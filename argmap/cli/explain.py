"""`argmap explain`: the manual page of a code, or the list of codes."""

from argmap.cli import terminal
from argmap.cli.unusable import Unusable
from argmap.codes import CODES
from argmap.codes.selecting import codes_of
from argmap.reporters.code_page import code_list, code_page


def run(code: str, *, color: terminal.Color) -> int:
    """Print the page of a code in any case, or of its name; of the beginning of codes their list; of "" that of all."""
    width, colored = terminal.width(), terminal.in_color(color)
    found = codes_of(code)
    if code and not found:
        raise _unknown(code)
    text = code_page(CODES[found[0]], width=width, color=colored) if _is_one(code) else ""
    terminal.write(text or code_list(found, width=width, color=colored))
    return 0


def _is_one(code: str) -> bool:
    """Whether it is a code or a name, and no beginning."""
    wanted = code.strip().lower()
    return any(wanted in (page.code.lower(), page.name) for page in CODES.values())


def _unknown(code: str) -> Unusable:
    from argmap.formats.code_patterns import fault_of  # noqa: PLC0415  # only a wrong code needs it, and it the model

    every = "`argmap explain` lists all codes"
    fault = fault_of(code)
    assert fault  # it stands for no code
    between = " " if fault.help.endswith("?") else "; "
    return Unusable(fault.message, hint=fault.help if every in fault.help else f"{fault.help}{between}{every}")
