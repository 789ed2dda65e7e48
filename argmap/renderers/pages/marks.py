"""Borders and signs with a meaning: no two marks of a table share their word, their border and their sign."""

from collections.abc import Mapping
from typing import Final, assert_never

from argmap.comparison.records import Group, StancePosition
from argmap.diagram.sheet import Part, Sign
from argmap.diagram.table import Link
from argmap.renderers.pages.table_markup import Frame
from argmap.theme import Theme

STANDS: Final[Mapping[StancePosition, str]] = {
    "holds": "+",
    "denies": "−",
    "questions": "?",
    "varies": "+/−",
    "both": "±",
}
SIGNS: Final[Mapping[Sign, str]] = {"raises": "▲", "lowers": "▼", "unrelated": "○"}
ABSENT: Final = "○"


def stance_frame(position: StancePosition, t: Theme) -> Frame:
    """The border of a stance: every position has one of its own."""
    match position:
        case "holds":
            return Frame(2, "solid", t.ink, t.box)
        case "denies":
            return Frame(2, "dashed", t.differ, t.differ_tint)
        case "questions":
            return Frame(1, "dashed", t.ink, t.ground)
        case "varies":
            return Frame(1, "solid", t.differ, t.ground)
        case "both":
            return Frame(1, "solid", t.ink, t.ground, double=True)
        case _:
            assert_never(position)


def group_frame(group: Group, t: Theme) -> Frame:
    """The border of what two maps come to."""
    match group:
        case "agree" | "agree-but":
            return Frame(3, "solid", t.ink, t.box)
        case "diverge":
            return Frame(2, "dashed", t.differ, t.differ_tint)
        case "conflict":
            return Frame(2, "solid", t.differ, t.differ_tint, double=True)
        case "one-sided":
            return Frame(1, "dotted", t.silent, t.ground)
        case "undetermined":
            return Frame(1, "dashed", t.ink, t.ground)
        case _:
            assert_never(group)


def group_colour(group: Group, t: Theme) -> str:
    """The colour of the sign of a group."""
    if group in ("diverge", "conflict"):
        return t.differ
    return t.silent if group == "one-sided" else t.ink


def link_frame(link: Link, t: Theme) -> Frame | None:
    """The border of a cause: solid where several name it with one sign, dashed where the signs differ."""
    match link:
        case "same":
            return Frame(2, "solid", t.ink, t.box)
        case "unlike":
            return Frame(2, "dashed", t.differ, t.differ_tint)
        case "alone":
            return None
        case _:
            assert_never(link)


def role_frame(valence: int, t: Theme, *, width: int) -> Frame:
    """The shape of a role: rounded if it is friendly, dashed if hostile."""
    if valence > 0:
        return Frame(width, "solid", t.support.line, t.support.tint, rounded=True)
    if valence < 0:
        return Frame(width, "dashed", t.attack.line, t.attack.tint)
    return Frame(width, "solid", t.silent, t.foot)


def pill_frame(part: Part, t: Theme) -> Frame:
    """The shape of a role somebody gives, thicker where it is a main one."""
    return role_frame(part.valence, t, width=3 if part.main else 1)
