"""Title and legend of a sheet, as HTML-like labels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from argmap.diagram.boxes import Box, BoxKind
from argmap.languages import ENGLISH, Words
from argmap.renderers.graphviz.label_text import FONT_SIZE, SMALL, bar_cell, faced, is_wide, lines_of, plain, text
from argmap.renderers.maps.markup import BARS
from argmap.theme import Theme

TITLE_COLUMNS: Final = (120, 84, 58)

LEGEND_COLUMNS: Final = (1, 2, 3, 4, 5)

_BARS: Final[tuple[BoxKind, ...]] = ("support", "attack", "undercut", "condition", "loose")


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a drawing; each part wraps, none shrinks.

    Attributes:
        title: Of the map.
        sheet: Which sheet it is, and what it is about; or "".
        source: Who says all this.
        notes: What else there is to know.
        path: How a branch bears on a top, or "".
    """

    title: str
    sheet: str
    source: str
    notes: tuple[str, ...]
    path: str = ""

    @property
    def heard(self) -> tuple[str, ...]:
        """What the description of a drawing says of all this besides title and source; whose words they are is seen."""
        path = self.path.replace("\u00a0", " ")
        return (*([f"{path}."] if path else []), *self.notes[1:])


def title_label(heading: Heading, columns: int, theme: Theme) -> str:
    """The heading in lines of at most so many columns of body text."""
    bold = [faced(lines_of(heading.title, int(columns * 0.72)), FONT_SIZE + 5, theme.ink, "B")]
    if heading.sheet:
        bold.append(faced(lines_of(heading.sheet, int(columns * 0.9)), FONT_SIZE + 1, theme.ink, "B"))
    rest = [plain(lines_of(heading.path, columns), FONT_SIZE, theme.ink)] if heading.path else []
    small = [line for part in (heading.source, *heading.notes) if part for line in lines_of(part, int(columns * 1.2))]
    rest.append(plain(small, SMALL, theme.muted))
    # bold lines have a point around them already: so all begin at one edge
    cells = "\n".join(
        f'<TR><TD ALIGN="LEFT" BALIGN="LEFT" CELLPADDING="{pad}">{row}</TD></TR>'
        for pad, rows in ((1, bold), (2, rest))
        for row in rows
    )
    return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">\n{cells}\n</TABLE>'


def legend_items(roots: Sequence[Box], theme: Theme, words: Words = ENGLISH) -> list[tuple[str, str]]:
    """The marks in use on a sheet, each with its meaning: pairs of a cell and a sentence."""
    return list(_items([box for root in roots for box in root.walk()], theme, words))


def _items(boxes: Sequence[Box], theme: Theme, words: Words) -> Iterator[tuple[str, str]]:
    seen = [s for box in boxes for s in box.statements]
    kinds = {box.kind for box in boxes}

    def sample(mark: str, means: str, fill: str = theme.box, style: str = "SOLID") -> tuple[str, str]:
        return _sample(mark, theme, fill, style), words[f"map.legend.{means}"]

    if "thesis" in kinds:
        yield _double(words["map.role.thesis"], theme), words["map.legend.thesis"]
    for kind in _BARS:
        if kind in kinds:
            yield bar_cell(kind, words[BARS[kind]], theme), words[f"map.legend.{kind}"]
    if any(len(box.statements) > 1 and box.kind == "support" for box in boxes):
        yield bar_cell("support", words["map.legend.together_mark"], theme), words["map.legend.together"]
    if any(s.evidence or s.type == "evidence" for s in seen):
        yield sample(words["map.legend.evidence_mark"], "evidence", theme.foot)
    if any(s.type == "assumption" for s in seen):
        yield sample(words["map.legend.assumed_mark"], "assumed", style="DASHED")
    if any(s.said_by for s in seen):
        yield _ruled(words["map.legend.says_mark"], theme), words["map.legend.says"]
    pointers = [s for box in boxes if box.kind != "context" for s in box.statements if s.see and not s.context]
    if any(s.short for s in pointers):
        first = next(s.short for s in pointers if s.short)
        yield _sample(words.say("map.see", id=first), theme, theme.box), words.say("map.legend.see", id=first)
    elif pointers:
        yield sample(words["map.again"], "again")
    if any(box.hidden for box in boxes):
        first_fold = next(box for box in boxes if box.hidden)
        fold = words.say("map.below_here", n=first_fold.hidden)
        if any(box.beyond for box in boxes):  # the sheet tells it from what is on none
            fold = words.say("map.below", n=first_fold.hidden, sheet=first_fold.sheet)
        yield sample(fold, "below", theme.foot)
    if any(box.beyond for box in boxes):
        first_cut = next(box for box in boxes if box.beyond)
        yield sample(words.say("map.below_here", n=first_cut.beyond), "below_here", theme.foot)
    if any(s.context for s in seen):
        yield sample(words["map.context"], "context")


def legend_label(items: Sequence[tuple[str, str]], columns: int, theme: Theme) -> str:
    """The legend in so many columns, filled downwards."""
    high = -(-len(items) // columns)
    rows = []
    for i in range(high):
        cells = "".join(_item(*items[j], theme) for j in range(i, len(items), high))
        rows.append(f"<TR>{cells}</TR>")
    body = "\n".join(rows)
    return f'<TABLE BORDER="1" COLOR="{theme.muted}" CELLBORDER="0" CELLSPACING="3" CELLPADDING="2">\n{body}\n</TABLE>'


def _item(sample: str, means: str, theme: Theme) -> str:
    words = plain([means], SMALL, theme.ink)
    return f'{sample}<TD ALIGN="LEFT" BALIGN="LEFT">{words}</TD>\n'


def _sample(word: str, theme: Theme, fill: str, style: str = "SOLID") -> str:
    words = plain([word], SMALL, theme.ink, "CENTER")
    return f'<TD BORDER="1" STYLE="{style}" COLOR="{theme.ink}" BGCOLOR="{fill}" CELLPADDING="3">{words}</TD>'


def _ruled(word: str, theme: Theme) -> str:
    words = plain([word], SMALL, theme.ink, "CENTER")
    return f'<TD BORDER="3" SIDES="L" COLOR="{theme.muted}" CELLPADDING="3">{words}</TD>'


def _double(word: str, theme: Theme) -> str:
    """The double border of a thesis."""
    words = f'<FONT COLOR="{theme.thesis_text}" POINT-SIZE="{SMALL:g}"><B>{text(word)}</B></FONT>'
    if is_wide(word):
        words = faced([word], SMALL, theme.thesis_text, "B", "CENTER")
    inner = f'<TR><TD BORDER="0" BGCOLOR="{theme.thesis}" CELLPADDING="2">{words}</TD></TR>'
    table = f'<TABLE BORDER="1" COLOR="{theme.thesis}" CELLSPACING="2" CELLPADDING="0">\n{inner}\n</TABLE>'
    return f"<TD>{table}</TD>"
