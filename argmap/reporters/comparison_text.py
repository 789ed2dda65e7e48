"""A comparison for the terminal: a summary to quote, then the findings in groups, or one of the views."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Final

from argmap.comparison.lexicon import Lexicon
from argmap.comparison.records import Comparison, Finding
from argmap.reporters import cited, headline
from argmap.reporters.comparison_views_items import BULLET, Item, Row, Title
from argmap.reporters.comparison_views_locus import locus_rows, turns_on
from argmap.reporters.comparison_views_rows import INDENT, item_lines, row_lines, title_lines
from argmap.reporters.ink import ink
from argmap.reporters.sections import Detail, Section, View, notes, sections
from argmap.reporters.visible import visible
from argmap.typesetting import wrap

NARROWEST: Final = 40


def comparison_text(
    c: Comparison,
    *,
    width: int = 80,
    color: bool = False,
    detail: Detail = "normal",
    whole: bool = True,
    view: View = "findings",
) -> str:
    """The comparison as text, no line wider than `width` columns; a word that is wider is cut.

    Args:
        c: The comparison.
        width: Columns to fill; at least 40.
        color: Whether to add colour for a terminal. Without it the text says as much.
        detail: How much stands under each sentence: nothing, the most telling words of both sides, or everything.
        whole: Begin with the summary; False where `c` holds only the findings somebody asked for.
        view: All findings in groups, or one way to look across them.
    """
    width = max(width, NARROWEST)
    blocks = [_heading(c, width, color=color)]
    if view == "findings" and whole:
        blocks.append(_summary(c, width, color=color))
    if view == "findings" and whole and detail != "full" and headline.uncoded(c):
        pass  # one map's points alone would read as if the other were silent on them
    elif view == "findings" and len(c.maps) == 2:
        blocks.extend(_findings(c, width, color=color, detail=detail))
    elif view == "metrics":
        from argmap.reporters.metrics_text import metrics_text  # noqa: PLC0415  # only who asks pays for it

        blocks.extend(metrics_text(c, width=width, color=color))
    else:
        from argmap.reporters.comparison_views import view_blocks  # noqa: PLC0415
        from argmap.reporters.comparison_views_text import blocks_text  # noqa: PLC0415

        blocks.extend(blocks_text(view_blocks(c, view, detail, whole=whole), width, color=color))
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _heading(c: Comparison, width: int, *, color: bool) -> list[str]:
    lines = [line for text in headline.headings(c) for line in wrap(visible(text), width)]
    return [ink(line, "bold", color=color) for line in lines]


def _summary(c: Comparison, width: int, *, color: bool) -> list[str]:
    first, *rest = headline.summary(c)
    lines = [ink(line, "bold", color=color) for line in wrap(visible(first.text), width)]
    return lines + row_lines([Row(p.lead, p.text) for p in rest], width, left=0, color=color, lead="dim")


def _findings(c: Comparison, width: int, *, color: bool, detail: Detail) -> Iterator[list[str]]:
    lexicon = Lexicon(c)
    for section in sections(c):
        yield title_lines(Title(section.title, section.count, section.legend), width, color=color)
        written = [_finding(c, f, section, width, lexicon, detail=detail, color=color) for f in section.findings]
        yield from [list(chain(*written))] if section.in_short(detail) and written else written
        yield from (wrap(visible(line), width) for line in section.alone(detail))


def _finding(
    c: Comparison, f: Finding, section: Section, width: int, lexicon: Lexicon, *, detail: Detail, color: bool
) -> list[str]:
    item = Item(f.symbol, f.group, cited.marked(f))
    if section.in_short(detail):
        remarks = cited.remarks(f) if section.kind == "one-sided" and detail == "normal" else ()
        under = chain.from_iterable(wrap(visible(remark), width - 2 * INDENT) for remark in remarks)
        return item_lines(item, width, color=color) + [" " * 2 * INDENT + line for line in under]
    return item_lines(replace(item, rows=tuple(_rows(c, f, section, lexicon, detail))), width, color=color)


def _rows(c: Comparison, f: Finding, section: Section, lexicon: Lexicon, detail: Detail) -> Iterator[Row]:
    """What stands under a finding's sentence: a name, and a text; a name is not repeated."""
    for m in c.maps:
        side = f.sides.get(m.id)
        said = list(cited.side_lines(f, side, lexicon.labels, detail)) if side else []
        mark = BULLET if len(said) > 1 else ""
        yield from (Row("" if i else m.name, mark + text) for i, text in enumerate(said))
    if f.group in ("diverge", "conflict") and f.question:
        yield Row("question", f.question, "dim")
    if f.locus and detail == "full":
        yield from (replace(row, tone="dim") for row in locus_rows(c, f, f.locus, lexicon))
    elif f.locus:
        yield Row("turns on", turns_on(c, f, f.locus, lexicon), "dim")
    yield from (Row("" if i else "note", note, "dim") for i, note in enumerate(notes(f, detail)))
    if section.kind != "one-sided":
        yield Row("why", cited.because(f, detail), "dim")
