"""A comparison for the terminal: a summary to quote, then the findings in groups, agreement first."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final

from argmap.comparison.records import Comparison, Finding, Group
from argmap.reporters import cited, headline
from argmap.reporters.ink import Tone, ink
from argmap.reporters.sections import Detail, Section, notes, sections
from argmap.reporters.visible import visible
from argmap.typesetting import display_width, wrap

_TONES: Final[dict[Group, Tone]] = {
    "agree": "agree",
    "agree-but": "agree",
    "diverge": "differ",
    "conflict": "conflict",
    "one-sided": "dim",
    "undetermined": "bold",
}
_BULLET: Final = "• "
_INDENT: Final = 2  # of the summary and of the sentences under a symbol
_WIDEST_NAME: Final = 20  # longer names stand on a line of their own


def comparison_text(
    c: Comparison, *, width: int = 80, color: bool = False, detail: Detail = "normal", whole: bool = True
) -> str:
    """The comparison as text, no line wider than `width` columns; a word that is wider is cut.

    Args:
        c: The comparison.
        width: Columns to fill; at least 40.
        color: Whether to add colour for a terminal. Without it the text says as much.
        detail: How much stands under each sentence: nothing, the most telling words of both sides, or everything.
        whole: Begin with the summary; False where `c` holds only the findings somebody asked for.
    """
    width = max(width, 40)
    blocks = [_heading(c, width, color=color)]
    if whole:
        blocks.append(_summary(c, width, color=color))
    known = cited.labels(c)
    for section in sections(c):
        blocks.append(_section(section, width, color=color))
        written = [_finding(c, f, section, known, width, detail=detail, color=color) for f in section.findings]
        blocks.extend([list(chain(*written))] if section.in_short(detail) and written else written)
        blocks.extend(wrap(visible(line), width) for line in section.alone(detail))
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _heading(c: Comparison, width: int, *, color: bool) -> list[str]:
    lines = [line for m in c.maps for line in wrap(visible(headline.heading(m)), width)]
    return [ink(line, "bold", color=color) for line in lines]


def _summary(c: Comparison, width: int, *, color: bool) -> list[str]:
    parts = headline.summary(c)
    column = max(len(part.lead) for part in parts)
    lines: list[str] = []
    for part in parts:
        if part.lead:
            lines += _row(part.lead, part.text, ("dim", "plain"), column, width, left=0, color=color)
        else:
            lines += [ink(line, "bold", color=color) for line in wrap(visible(part.text), width)]
    return lines


def _section(section: Section, width: int, *, color: bool) -> list[str]:
    head = f"{section.title} ({section.count})"
    rule = "─" * (width - display_width(head) - 1)
    return [
        f"{ink(head, 'bold', color=color)} {ink(rule, 'dim', color=color)}",
        *(ink(line, "dim", color=color) for line in wrap(section.legend, width)),
    ]


def _finding(
    c: Comparison,
    finding: Finding,
    section: Section,
    known: Mapping[str, str],
    width: int,
    *,
    detail: Detail,
    color: bool,
) -> list[str]:
    first, *rest = wrap(visible(finding.sentence), width - _INDENT)
    symbol = ink(finding.symbol, _TONES[finding.group], color=color)
    lines = [f"{symbol} {ink(first, 'bold', color=color)}"]
    lines += [" " * _INDENT + ink(line, "bold", color=color) for line in rest]
    if section.in_short(detail):
        remarks = cited.remarks(finding) if section.kind == "one-sided" and detail == "normal" else ()
        under = chain.from_iterable(wrap(visible(remark), width - 2 * _INDENT) for remark in remarks)
        return lines + [" " * 2 * _INDENT + line for line in under]
    rows = list(_rows(c, finding, section, known, detail))
    column = max((w for w in (display_width(name) for name, _, _ in rows) if w <= _WIDEST_NAME), default=0)
    for name, text, tone in rows:
        lines += _row(name, text, (tone, tone), column, width, left=2 * _INDENT, color=color)
    return lines


def _rows(
    c: Comparison, finding: Finding, section: Section, known: Mapping[str, str], detail: Detail
) -> Iterator[tuple[str, str, Tone]]:
    """What stands under a finding's sentence: a name, and a text; a name is not repeated."""
    for m in c.maps:
        side = finding.sides.get(m.id)
        said = list(cited.side_lines(finding, side, known, detail)) if side else []
        mark = _BULLET if len(said) > 1 else ""
        yield from (("" if i else m.name, mark + text, "plain") for i, text in enumerate(said))
    if finding.group in ("diverge", "conflict") and finding.question:
        yield "question", finding.question, "dim"
    for i, note in enumerate(notes(finding, detail)):
        yield ("" if i else "note"), note, "dim"
    if section.kind != "one-sided":
        yield "why", cited.because(finding), "dim"


def _row(
    name: str, text: str, tones: tuple[Tone, Tone], column: int, width: int, *, left: int, color: bool
) -> list[str]:
    """A name and, beside it, a text; under it where the name is wider than the column."""
    hang = len(_BULLET) if text.startswith(_BULLET) else 0
    wrapped = wrap(visible(text[hang:]), width - left - column - 2 - hang)
    body = [
        _BULLET[:hang] * (not i) + " " * hang * bool(i) + ink(s, tones[1], color=color) for i, s in enumerate(wrapped)
    ]
    under = [" " * (left + column + 2) + line for line in body]
    if display_width(name) > column:
        return [" " * left + line for line in wrap(visible(name), width - left)] + under
    lead = " " * left + ink(name, tones[0], color=color) + " " * (column - display_width(name) + 2)
    return [lead + body[0], *under[1:]]
