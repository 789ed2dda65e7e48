"""The warning that type is too small to be read, with the first way out that works."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from argmap.codes import problem
from argmap.diagnostics import Diagnostic
from argmap.layout.paper import PAPERS
from argmap.renderers.look import Look

_NEARLY: Final = 0.05
"""What is printed as 8.0 pt is 8 pt."""

_PAPERS: Final = ("a4-portrait", "a3", "a3-portrait")
_INSTEAD_OF_SLIDES: Final = ("a4", *_PAPERS)


def too_small(
    look: Look, body_pt: float, works: Callable[[Look], bool], *, may_shorten: bool = True, fewer: str = ""
) -> Iterator[Diagnostic]:
    """AM901 where running text of this size cannot be read on its paper.

    Whoever needs a slide is not helped by a page: other papers are named last there, and as what they are.

    Args:
        look: What was drawn.
        body_pt: How large running text came out.
        works: Whether the drawing can be read with another look.
        may_shorten: Whether labels would be shorter than what is shown.
        fewer: How to ask for less, in words: ``fewer actors with --about``.
    """
    paper = look.paper
    if body_pt >= paper.least_pt - _NEARLY:
        return
    message = f"the text prints at {body_pt:.1f} pt on {paper.name}; {paper.least_pt:g} pt can be read"
    yield problem("AM901", message, help=_help(look, works, may_shorten=may_shorten, fewer=fewer))


def _help(look: Look, works: Callable[[Look], bool], *, may_shorten: bool, fewer: str) -> str:
    if may_shorten and works(replace(look, level="title")):
        return "try --level title"
    is_slide = look.paper.name == "slide"
    others = [name for name in (_INSTEAD_OF_SLIDES if is_slide else _PAPERS) if name != look.paper.name]
    found = next((name for name in others if works(replace(look, paper=PAPERS[name]))), "fit")
    if is_slide:
        return (
            f"try {fewer}, or for print --paper {found}"
            if fewer
            else f"no slide holds it; for print, try --paper {found}"
        )
    return f"try --paper {found}" + (f", or {fewer}" if fewer else "")
