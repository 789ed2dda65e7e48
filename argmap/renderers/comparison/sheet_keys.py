"""What explains a page of a comparison sheet: the marks in use on it, and what stands on the others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from argmap.diagram.of_comparison import MARKS, word_key
from argmap.diagram.sheet import ComparisonSheet, Driver, Item, Part, Row, SectionKind
from argmap.languages import Words
from argmap.layout.table import Stretch
from argmap.renderers.pages.marks import SIGNS

Page = tuple[Stretch, ...]

"""The signs of causes."""


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


def meanings(words: Words) -> dict[str, str]:
    """What the signs between the columns mean, in the order of the groups."""
    return {mark: words[f"sheet.mark.{word_key(group)}"] for group, mark in MARKS.items() if mark}


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
    return [mark for mark in MARKS.values() if mark and mark in used]


def keys(rows: Iterable[Row], words: Words) -> list[str]:
    """A line for the signs of causes, and one for the shapes of roles, where a page has any."""
    items: list[Item] = [item for row in rows for item in (*row.left, *row.right)]
    signs = {item.sign for item in items if isinstance(item, Driver)}
    valences = {item.valence for item in items if isinstance(item, Part)}
    causes = [f"{mark} {words[f'sheet.{sign}']}" for sign, mark in SIGNS.items() if sign in signs]
    shapes = {1: "friendly", 0: "neither", -1: "hostile"}
    roles = [words[f"sheet.{shape}"] for valence, shape in shapes.items() if valence in valences]
    between = words["list.between"]
    said = [words.say("sheet.causes", what=between.join(causes))] if causes else []
    if roles:
        said.append(words.say("sheet.roles", what=between.join(roles)))
    if any(isinstance(item, Driver | Part) and item.main for item in items):
        said.append(words.say("table.main_key", main=words["sheet.main"]))
    return [" ".join(said)] if said else []


def elsewhere(sheet: ComparisonSheet, page: Page, words: Words) -> str:
    """How many rows of each group stand on other pages."""
    counts: dict[SectionKind, int] = {section.kind: len(section.rows) for section in sheet.sections}
    for stretch in page:
        counts[sheet.sections[stretch.section].kind] -= stretch.stop - stretch.start
    return _counts(counts, words) or words["sheet.nothing_else"]


def numbered(sheets: Sequence[int], words: Words) -> str:
    """``sheet 2``, ``sheets 2–4``, ``sheets 2, 4–5``."""
    runs = [[n for _, n in run] for _, run in groupby(enumerate(sheets), key=lambda pair: pair[1] - pair[0])]
    said = words["list.between"].join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
    return words.say("sheet.sheet" if len(sheets) == 1 else "sheet.sheets", which=said)


def described(sheet: ComparisonSheet, number: int, count: int, words: Words) -> str:
    """What a page holds, for those who hear it: the authors with their theses, and the numbers of each group."""
    heads = [
        words.say("sheet.heard_thesis", source=h.source, thesis=" ".join(h.thesis) or words["sheet.no_thesis"])
        for h in sheet.heads
    ]
    counts = _counts({section.kind: len(section.rows) for section in sheet.sections}, words)
    versions = words.listed([head.version for head in sheet.heads])
    said = words.say("sheet.heard", heads=" ".join(heads), what=counts or words["sheet.nothing"], maps=versions)
    return words.say("sheet.heard_part", n=number, all=count, said=said) if count > 1 else said


def _counts(counts: Mapping[SectionKind, int], words: Words) -> str:
    return words.listed([words.say(f"sheet.elsewhere.{word_key(kind)}", n=n) for kind, n in counts.items() if n])
