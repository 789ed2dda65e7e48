"""What explains a page of a comparison sheet: the marks in use on it, and what stands on the others."""

from collections.abc import Iterator, Sequence
from typing import Final

from argmap.diagram.sheet import ComparisonSheet, Driver, Item, Part, Row, SectionKind
from argmap.diagram.sides import listed
from argmap.layout.table import Stretch

Page = tuple[Stretch, ...]

MEANINGS: Final[dict[str, str]] = {
    "=": "same claim",
    "≈": "same claim, with a reservation",
    "≠": "same question, different answers; both may be right",
    "!": "cannot both be right",
    "○": "only one speaks to it",
    "?": "a map clashes with itself",
}

_ELSEWHERE: Final[dict[SectionKind, str]] = {
    "agree": "{} they agree on",
    "differ": "{} they differ on",
    "only-one": "{} only one speaks to",
    "undetermined": "{} undetermined",
    "evidence": "{} on sources",
}


def rows_on(sheet: ComparisonSheet, page: Sequence[Stretch]) -> Iterator[Row]:
    """The rows of a page, top to bottom."""
    for stretch in page:
        yield from sheet.sections[stretch.section].rows[stretch.start : stretch.stop]


def marks(sheet: ComparisonSheet, page: Sequence[Stretch]) -> list[str]:
    """The signs between the columns that occur on a page, in the order of the groups."""
    used = {row.symbol for row in rows_on(sheet, page)}
    return [mark for mark in MEANINGS if mark in used]


def keys(sheet: ComparisonSheet, page: Sequence[Stretch]) -> list[str]:
    """A line for the signs of causes, and one for the shapes of roles, where a page has any."""
    items: list[Item] = [item for row in rows_on(sheet, page) for item in (*row.left, *row.right)]
    signs = {item.sign for item in items if isinstance(item, Driver)}
    valences = {item.valence for item in items if isinstance(item, Part)}
    meant = {"raises": "▲ raises", "lowers": "▼ lowers", "unrelated": "○ has no effect"}
    causes = [text for sign, text in meant.items() if sign in signs]
    if any(isinstance(item, Driver) and item.main for item in items):
        causes.append("(main) what the article puts first")
    shapes = {1: "rounded: friendly", 0: "square: neither", -1: "dashed: hostile"}
    roles = [text for valence, text in shapes.items() if valence in valences]
    said = [f"Causes: {', '.join(causes)}."] if causes else []
    if roles:
        said.append(f"Roles: {', '.join(roles)}.")
    return [" ".join(said)] if said else []


def elsewhere(sheet: ComparisonSheet, page: Page) -> str:
    """How many rows of each group stand on other pages."""
    counts: dict[SectionKind, int] = {section.kind: len(section.rows) for section in sheet.sections}
    for stretch in page:
        counts[sheet.sections[stretch.section].kind] -= stretch.stop - stretch.start
    return listed([_ELSEWHERE[kind].format(n) for kind, n in counts.items() if n]) or "nothing further"


def described(sheet: ComparisonSheet, pages: Sequence[Page], index: int) -> str:
    """What a page holds, for those who hear it: the authors with their theses, and the numbers of each group."""
    heads = " ".join(f"{h.source} Thesis: {' '.join(h.thesis) or 'none'}" for h in sheet.heads)
    counts = listed([_ELSEWHERE[section.kind].format(len(section.rows)) for section in sheet.sections])
    number = f"Sheet {index + 1} of {len(pages)}. " if len(pages) > 1 else ""
    versions = " and ".join(head.version for head in sheet.heads)
    return f"{number}{heads} In all: {counts or 'nothing in common'}. Maps {versions}."
