"""What explains a page of a comparison sheet: the marks in use on it, and what stands on the others."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from argmap.diagram.sheet import ComparisonSheet, Driver, Item, Part, Row, SectionKind
from argmap.diagram.sides import listed
from argmap.layout.table import Stretch

Page = tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages all findings stand on. If they need more than one, a sheet that shows the most central comes first."""

    pages: tuple[Page, ...]
    opened: bool

    @property
    def count(self) -> int:
        """How many sheets there are."""
        return len(self.pages) + self.opened

    def number(self, index: int) -> int:
        """Which sheet a page is."""
        return index + 1 + self.opened

    def sheets_of(self, section: int, rows: Iterable[int] | None = None) -> tuple[int, ...]:
        """On which sheets these rows of a section stand; any of its rows, if none are named."""
        wanted = None if rows is None else frozenset(rows)
        return tuple(
            self.number(i)
            for i, page in enumerate(self.pages)
            for s in page
            if s.section == section and (wanted is None or not wanted.isdisjoint(range(s.start, s.stop)))
        )


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


def claims_on(sheet: ComparisonSheet, page: Sequence[Stretch]) -> Iterator[Row]:
    """The rows of a page that are not on sources: what signs mean between those, their heading says."""
    yield from rows_on(sheet, [s for s in page if sheet.sections[s.section].kind != "evidence"])


def marks(rows: Iterable[Row]) -> list[str]:
    """The signs between the columns that occur in some rows, in the order of the groups."""
    used = {row.symbol for row in rows}
    return [mark for mark in MEANINGS if mark in used]


def keys(rows: Iterable[Row]) -> list[str]:
    """A line for the signs of causes, and one for the shapes of roles, where a page has any."""
    items: list[Item] = [item for row in rows for item in (*row.left, *row.right)]
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


def numbered(sheets: Sequence[int]) -> str:
    """``sheet 2``, ``sheets 2–4``, ``sheets 2, 4–5``."""
    runs = [[n for _, n in run] for _, run in groupby(enumerate(sheets), key=lambda pair: pair[1] - pair[0])]
    said = ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
    return f"sheet {said}" if len(sheets) == 1 else f"sheets {said}"


def described(sheet: ComparisonSheet, number: int, count: int) -> str:
    """What a page holds, for those who hear it: the authors with their theses, and the numbers of each group."""
    heads = " ".join(f"{h.source} Thesis: {' '.join(h.thesis) or 'none'}" for h in sheet.heads)
    counts = listed([_ELSEWHERE[section.kind].format(len(section.rows)) for section in sheet.sections])
    which = f"Sheet {number} of {count}. " if count > 1 else ""
    versions = " and ".join(head.version for head in sheet.heads)
    return f"{which}{heads} In all: {counts or 'nothing in common'}. Maps {versions}."
