"""Whether the type of a drawing can be read, and what would help if not.

Running text needs 8 pt in print and 12 pt on slides, as the paper says; feet, notes and quotations need 6.5 pt and
10 pt (ten twelfths of it, which is more than 6.5 of 8). They are set in 9.2 points where running text has 11, so that
they can be read wherever running text can: one size says it all.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from argmap.layout.paper import PAPERS, Paper
from argmap.renderers.look import Look, MapOptions

_NEARLY: Final = 0.05
"""What is printed as 8.0 pt is 8 pt."""

_UPRIGHT: Final = {"a4": "a4-portrait", "letter": "letter-portrait", "a3": "a3-portrait"}

Readable = Callable[[Look, MapOptions], bool]
"""Whether a drawing can be read, with another look and other options: found out by planning it."""


def is_readable(paper: Paper, body_pt: float) -> bool:
    """Whether running text of this size, and with it the smaller text, can be read on the paper."""
    return body_pt >= paper.least_pt - _NEARLY


def remedy(look: Look, options: MapOptions, readable: Readable) -> str:
    """The first change that makes the drawing readable, the least costly first; two where no one is enough."""
    for said, other, changed in _ways(look, options):
        if readable(other, changed):
            return f"try {said}"
    return "shorten the texts, or try --paper fit for the screen"


def _ways(look: Look, options: MapOptions) -> Iterator[tuple[str, Look, MapOptions]]:
    shorter = replace(look, level="title")
    branches = replace(options, split="branch")
    may_be_shorter, may_split = look.shown != "title", options.layout == "tree" and options.split != "branch"
    larger = [name for name in ("a3",) if look.paper.name not in ("a3", "a3-portrait", "poster")]
    if may_be_shorter:
        yield "--level title", shorter, options
    if look.paper.name in _UPRIGHT:
        upright = _UPRIGHT[look.paper.name]
        yield f"--paper {upright}", replace(look, paper=PAPERS[upright]), options
    if may_split:
        yield "--split branch", look, branches
    for name in larger:
        yield f"--paper {name}", replace(look, paper=PAPERS[name]), options
    if options.layout == "dot":
        yield "--layout tree", look, replace(options, layout="tree")
    if may_be_shorter and may_split:
        yield "--level title with --split branch", shorter, branches
    for name in larger:
        if may_be_shorter:
            yield f"--level title with --paper {name}", replace(shorter, paper=PAPERS[name]), options
