"""`argmap explain`: the manual page of a code, or the list of codes."""

from argmap.cli import terminal
from argmap.cli.unusable import Unusable
from argmap.codes import CODES, Page
from argmap.reporters.code_page import code_list, code_page
from argmap.text import did_you_mean


def run(code: str, *, color: terminal.Color) -> int:
    """Print the page of `code`, which may be a code in any case or a page's name; without one the list."""
    width, colored = terminal.width(), terminal.in_color(color)
    terminal.write(code_page(_page(code), width=width, color=colored) if code else code_list(color=colored))
    return 0


def _page(code: str) -> Page:
    wanted = code.strip().lower()
    for page in CODES.values():
        if wanted in (page.code.lower(), page.name):
            return page
    near = did_you_mean(code.upper(), CODES) or did_you_mean(code, [page.name for page in CODES.values()])
    raise Unusable(f"there is no code {code!r}", hint=f"{near} `argmap explain` lists all codes".strip())
