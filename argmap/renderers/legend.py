"""Title and legend of a sheet, as HTML-like labels."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from argmap.diagram.boxes import Box, BoxKind
from argmap.renderers.markup import FONT_SIZE, bar_cell, faced, lines_of, plain
from argmap.theme import Theme

WORDING: Final = "Claims in plain type are the mapper’s wording; quoted words are the authors’."

TITLE_COLUMNS: Final = (120, 84, 58)

LEGEND_COLUMNS: Final = (1, 2, 3, 4, 5)

_SMALL = FONT_SIZE - 2

_BARS: Final[tuple[tuple[BoxKind, str, str], ...]] = (
    ("support", "because", "a reason for the claim above (solid line, arrow)"),
    ("attack", "but", "an objection to the claim above (dashed line, bar)"),
    ("undercut", "unless", "doubt about the step itself (dotted line, ring)"),
    ("condition", "if", "what the claim above depends on (thin line, diamond)"),
    ("loose", "not connected", "bears on no thesis of this map"),
)


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a drawing; each part wraps, none shrinks."""

    title: str
    sheet: str
    source: str
    notes: tuple[str, ...]


def title_label(heading: Heading, columns: int, theme: Theme) -> str:
    """The heading in lines of at most so many columns of body text."""
    rows = [faced(lines_of(heading.title, int(columns * 0.72)), FONT_SIZE + 5, theme.ink, "B")]
    if heading.sheet:
        rows.append(faced(lines_of(heading.sheet, int(columns * 0.84)), FONT_SIZE + 2, theme.ink, "B"))
    small = [line for part in (heading.source, *heading.notes) if part for line in lines_of(part, int(columns * 1.2))]
    rows.append(plain(small, _SMALL, theme.muted))
    cells = "\n".join(f'<TR><TD ALIGN="LEFT" BALIGN="LEFT">{row}</TD></TR>' for row in rows)
    return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">\n{cells}\n</TABLE>'


def legend_items(roots: Sequence[Box], theme: Theme) -> list[tuple[str, str]]:
    """The marks in use on a sheet, each with its meaning: pairs of a cell and a sentence."""
    boxes = [box for root in roots for box in root.walk()]
    seen = [s for box in boxes for s in box.statements]
    items = [(bar_cell(kind, word, theme), means) for kind, word, means in _BARS if any(b.kind == kind for b in boxes)]
    if any(len(b.statements) > 1 and b.kind == "support" for b in boxes):
        items.append((bar_cell("support", "(together)", theme), "joined boxes: they work only together"))
    if any(s.evidence for s in seen):
        items.append((_sample("▪ evidence", theme, theme.foot), "what the article cites for it, with the source"))
    if any(s.type == "assumption" for s in seen):
        items.append((_sample("assumed", theme, theme.box, "DASHED"), "not stated in the article; the step needs it"))
    if any(s.said_by for s in seen):
        items.append((_ruled("says …", theme), "somebody else’s view, reported by the author"))
    if any(s.see for box in boxes if box.kind != "context" for s in box.statements):
        items.append((_sample("see P3", theme, theme.box), "a second use; drawn in full where P3 stands"))
    if any(b.hidden for b in boxes):
        items.append((_sample("+ 9 below", theme, theme.foot), "so many statements more, on that sheet"))
    return items


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
    words = plain([means], _SMALL, theme.ink)
    return f'{sample}<TD ALIGN="LEFT" BALIGN="LEFT">{words}</TD>\n'


def _sample(word: str, theme: Theme, fill: str, style: str = "SOLID") -> str:
    words = plain([word], _SMALL, theme.ink, "CENTER")
    return f'<TD BORDER="1" STYLE="{style}" COLOR="{theme.ink}" BGCOLOR="{fill}" CELLPADDING="3">{words}</TD>'


def _ruled(word: str, theme: Theme) -> str:
    words = plain([word], _SMALL, theme.ink, "CENTER")
    return f'<TD BORDER="3" SIDES="L" COLOR="{theme.muted}" CELLPADDING="3">{words}</TD>'
