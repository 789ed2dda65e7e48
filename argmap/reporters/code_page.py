"""The manual page of a diagnostic code, and the list of all of them."""

from collections.abc import Collection, Iterator
from typing import Final

from argmap.codes import CODES, GROUPS, Page
from argmap.reporters.ink import ink
from argmap.typesetting import display_width, wrap


def code_page(page: Page, *, width: int = 80, color: bool = False) -> str:
    """What the problem is, why it matters, how to repair it, and the smallest example before and after."""
    lines = [ink(f"{page.code} {page.name} ({_kind(page)})", "bold", color=color), "", *wrap(page.finds, width)]
    for head, text in (("Why", page.why), ("Fix", page.fix)):
        first, *rest = wrap(f"{head}: {text}", width)
        lines += ["", ink(f"{head}:", "bold", color=color) + first[len(head) + 1 :], *rest]
    for head, example in (("Wrong", page.wrong), ("Right", page.right)):
        if example:
            lines += ["", ink(f"{head}:", "bold", color=color), *_example(example)]
    return "\n".join(lines) + "\n"


def _example(text: str) -> Iterator[str]:
    """An example is data: it is indented, never wrapped."""
    return (f"    {line}".rstrip() for line in text.splitlines())


def code_list(codes: Collection[str] = (), *, width: int = 80, color: bool = False) -> str:
    """Codes under the headings of the manual, one to a line; () is all."""
    column = max(display_width(page.name) for page in CODES.values())
    blocks = []
    for title, pages in GROUPS.items():
        rows = [f"  {p.code}  {p.name.ljust(column)}  {_kind(p)}" for p in pages if not codes or p.code in codes]
        if rows:
            blocks.append("\n".join([ink(title, "bold", color=color), *rows]))
    return "\n\n".join([*blocks, "\n".join(wrap("`argmap explain CODE` prints the page of one.", width))]) + "\n"


_TEACHING: Final = "only with --teach"


def _kind(page: Page) -> str:
    return f"{page.severity}, {_TEACHING}" if page.teaching else page.severity
