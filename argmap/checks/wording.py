"""AM5xx of a map: how it is put, as advice."""

from collections.abc import Iterator
from typing import Final

from argmap.codes import problem
from argmap.diagnostics import Diagnostic
from argmap.model import ArgumentMap
from argmap.text import is_unwritten, shorten

LABEL_WORDS: Final = 8


def labels_are_short(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM501."""
    for key, statement in m.statements.items():
        label = " ".join((statement.label or "").split())
        if shorten(label, LABEL_WORDS) != label:
            yield problem(
                "AM501",
                f"the label of {key!r} has more than {LABEL_WORDS} words",
                ("statements", key, "label"),
                help="shorten it; the sentence itself is the `text`",
            )


def texts_are_written(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM503: of the title too, where it is still that of a map to be filled in."""
    if is_unwritten(m.article.title or ""):
        help_ = "write it, or leave the field out"
        yield problem("AM503", "the title of the article is still to be written", ("article", "title"), help=help_)
    for key, statement in m.statements.items():
        if is_unwritten(statement.text):
            yield problem(
                "AM503",
                f"the text of {key!r} is still to be written",
                ("statements", key, "text"),
                help="write one full sentence in your own words, or delete the statement",
            )
