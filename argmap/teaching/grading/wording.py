"""The fixed words of grades: headings of aspects and kinds, and a class's error in a sentence to the teacher."""

from collections.abc import Mapping
from typing import Final

from argmap.teaching.grading.naming import AS, TYPE_WORDS, Names
from argmap.teaching.grading.overlay import Cell
from argmap.teaching.grading.records import Aspect, Finding, Kind, Place

ASPECT_WORDS: Final[Mapping[Aspect, str]] = {
    "statements": "Statements found",
    "places": "At the right place",
    "relations": "In the right relation",
    "linking": "Linked or separate",
    "sources": "Sources",
    "types": "Thesis or unstated",
    "voices": "Who says it",
}

ASPECT_SHORT: Final[Mapping[Aspect, str]] = {
    "statements": "found",
    "places": "place",
    "relations": "relation",
    "linking": "linking",
    "sources": "sources",
    "types": "type",
    "voices": "voice",
}
"""The same as the head of a column."""

KIND_WORDS: Final[Mapping[Kind, str]] = {
    "missing-statement": "Missing",
    "missing-relation": "Not connected",
    "misplaced": "In the wrong place",
    "reversed": "The wrong way round",
    "wrong-relation": "In the wrong relation",
    "linked-as-separate": "Linked, taken for separate",
    "separate-as-linked": "Separate, taken for linked",
    "wrong-source": "Wrong source",
    "missing-source": "Missing source",
    "wrong-type": "Thesis or unstated",
    "wrong-voice": "Who says it",
    "extra-statement": "Not in the reference: statements",
    "extra-relation": "Not in the reference: relations",
    "extra-source": "Not in the reference: sources",
}

CELL_WORDS: Final[Mapping[Cell, str]] = {
    "right": "as in the reference",
    "missing": "missing",
    "place": "in another place, not connected, or the wrong way round",
    "relation": "in another relation, or linked otherwise",
    "other": "other source, type or voice",
    "open": "there, but what it belongs under is not",
}

WORDING: Final = "The sentences are the mappers' wording, not the article's."
UNGRADED: Final = "Quotations, places in the article, labels, notes, certainty and codes are not graded."
UNERRING: Final = "Everything in the reference is there, and stands where it stands there."
OVERLOOKED: Final = "Everything that counts here is as in the reference."
EXTRA: Final = "What the reference lacks is not wrong by itself, and takes no points away."


def counted(n: int, of: int) -> str:
    """How many of a class.

    >>> counted(18, 24)
    '18 of 24'
    """
    return f"{n} of {of}"


def error(f: Finding, names: Names) -> str:
    """An error to the teacher, in a clause whose subject is the students: ``put P7 “…” under C2 “…” …``."""
    what = names.listed(f.members) if f.members else names.full(f.subject) if f.subject else ""
    expected = names.at(f.expected) if f.expected else ""
    match f.kind:
        case "missing-statement":
            return f"lack {what}"
        case "missing-relation":
            return f"do not connect {what} with {names.full(f.expected.upper) if f.expected else ''}"
        case "misplaced":
            return f"put {what} {_found(f.found, names)} instead of {expected}"
        case "reversed":
            return f"put {names.full(f.expected.upper) if f.expected else ''} under {what}: the wrong way round"
        case "wrong-relation" if f.found and f.expected:
            return f"put {what} {names.at(f.found)} instead of {AS[f.expected.relation]}"
        case "linked-as-separate":
            return f"take {what} for separate reasons for {names.full(f.subject)}; they are linked"
        case "separate-as-linked":
            return f"link {what} under {names.full(f.subject)}; they are not all linked"
        case "wrong-source":
            return f"cite {f.given} for {what} instead of {f.wanted}"
        case "missing-source":
            return f"leave out the source {f.wanted} of {what}"
        case "wrong-type":
            return f"take {what} for {TYPE_WORDS[f.given]} instead of {TYPE_WORDS[f.wanted]}"
        case "wrong-voice":
            return f"let {_who(f.given)} say {what} instead of {_who(f.wanted)}"
        case _:
            return f"have more on {what}" if what else "have more than the reference"


def _found(place: Place | None, names: Names) -> str:
    if place is None or place.through:
        return "under a statement of their own"
    return names.at(place)


def _who(voice: str) -> str:
    return "the author" if voice == "author" else voice
