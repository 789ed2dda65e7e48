"""AM5xx of a map: how it is put, as advice."""

from collections.abc import Iterator
from typing import Final

from argmap.codes import problem
from argmap.diagnostics import Diagnostic
from argmap.model import ArgumentMap
from argmap.text import shorten

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
