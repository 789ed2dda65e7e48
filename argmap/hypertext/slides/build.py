"""A deck as one HTML file: real text in the places of the slide, so that it scales, wraps and is read aloud."""

from typing import Final

from argmap.hypertext.document import document
from argmap.teaching.deck import Deck, Slide
from argmap.teaching.deck_room import SIZES, size_of

_ROOM: Final = "argmap.hypertext.slides"
_STYLES: Final = ("slide.css", "stage.css", "paper.css")
_SCRIPTS: Final = ("steps.js", "views.js", "moving.js")
_DEEPEST: Final = 3
"""Steps to the right that have a rule in the style; rows that stand deeper stand there too."""

_WIDTHS: Final = ((2, 3, 3),)
"""Shares of a row that have a rule in the style, beside equal ones."""


def build_slides(deck: Deck, *, steps: bool = True, notes: bool = True, theme: str = "") -> str:
    """The page.

    Args:
        deck: The slides.
        steps: Whether a slide is shown step by step; else all of it at once.
        notes: Whether the notes are in the page.
        theme: ``light`` or ``dark`` to begin with; "" for what the system has.
    """
    slides = [_slide(slide, steps=steps) for slide in deck.slides]
    values = {"deck": deck, "slides": slides, "notes": notes, "theme": theme}
    return document(_ROOM, "slides.html", values, styles=_STYLES, scripts=_SCRIPTS, language=deck.language)


def _slide(slide: Slide, *, steps: bool) -> dict[str, object]:
    """A slide as the template takes it: classes for size, depth and width, a number for each step."""
    size = size_of(slide) or SIZES[-1]
    rows = [
        {
            "bar": row.bar,
            "tone": row.tone,
            "step": row.step if steps else 0,
            "depth": min(row.depth, _DEEPEST),
            "wide": "table" if row.shares in _WIDTHS else "",
            "boxes": [{"tone": b.tone, "step": b.step if steps else 0, "texts": b.texts} for b in row.boxes],
        }
        for row in slide.rows
    ]
    return {
        "kind": slide.kind,
        "title": slide.title,
        "context": slide.context,
        "steps": slide.steps if steps else 1,
        "size": f"{size:g}".replace(".", "-"),
        "crowded": not size_of(slide),
        "rows": rows,
        "notes": slide.notes,
    }
