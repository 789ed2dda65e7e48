"""What statements are called in grades: in the student's words to the student, by short id and label to the teacher."""

from collections.abc import Iterable, Mapping
from typing import Final

from argmap.diagram.calling import label_of, short_ids
from argmap.graph import Relation
from argmap.model import ArgumentMap
from argmap.teaching.grading.records import Place
from argmap.text import shorten

_WORDS: Final = 12

AS: Final[Mapping[Relation, str]] = {
    "because": "as a reason",
    "but": "as an objection",
    "unless": "as a doubt about the step",
    "if": "as a condition",
}
"""How a statement stands under another."""

TYPE_WORDS: Final[Mapping[str, str]] = {
    "thesis": "a thesis",
    "claim": "a claim",
    "premise": "a premise",
    "evidence": "evidence",
    "objection": "an objection",
    "assumption": "an unstated assumption",
}
"""What a statement is called by its type."""


class Names:
    """The names of a map's statements."""

    def __init__(self, m: ArgumentMap) -> None:
        self.map = m
        self.short = short_ids(m)

    def label(self, key: str) -> str:
        """Its label or first words, in quotation marks.

        >>> m = ArgumentMap.model_validate({"id": "m", "statements": {"t": {"type": "thesis", "text": "Trams pay."}}})
        >>> Names(m).label("t"), Names(m).full("t")
        ('“Trams pay”', 'T “Trams pay”')
        """
        return f"“{label_of(self.map.statements[key], _WORDS).rstrip('.。')}”"

    def full(self, key: str) -> str:
        """Its short id and its label."""
        return f"{self.short[key]} {self.label(key)}"

    def whole(self, key: str) -> str:
        """Its short id, its text, and where the article says so."""
        s = self.map.statements[key]
        at = f" ({', '.join(s.at)})" if s.at else ""
        return f"{self.short[key]}: {shorten(s.text, 60)}{at}"

    def at(self, place: Place) -> str:
        """Where something stands in this map: ``under C1 “…” as a reason``."""
        step = f" from {self.listed(place.step)}" if place.step else ""
        return f"under {self.full(place.through or place.upper)} {AS[place.relation]}{step}"

    def listed(self, keys: Iterable[str]) -> str:
        """Several statements by their full names."""
        return listed([self.full(key) for key in keys])


def listed(words: Iterable[str]) -> str:
    """Words as a sentence lists them.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
