"""A comparison for the terminal: a summary to quote, then the findings in groups, agreement first."""

from collections.abc import Iterator
from typing import Final

from argmap.comparison.records import Comparison, Finding, Group
from argmap.reporters import cited, headline
from argmap.reporters.ink import Tone, ink
from argmap.typesetting import display_width, wrap

SECTIONS: Final[tuple[tuple[str, tuple[Group, ...], str], ...]] = (
    ("Agree", ("agree", "agree-but"), "= the same   ≈ with a reservation"),
    ("Differ", ("diverge", "conflict"), "≠ both may be right   ! they cannot both be right"),
    ("In one map only", ("one-sided",), "∅ the other map has nothing on it; that is not a denial"),
    ("Undetermined", ("undetermined",), "? a map clashes with itself"),
)
"""Title, groups and the meaning of the symbols, in reading order."""

_TONES: Final[dict[Group, Tone]] = {
    "agree": "agree",
    "agree-but": "agree",
    "diverge": "differ",
    "conflict": "conflict",
    "one-sided": "dim",
    "undetermined": "bold",
}
_INDENT: Final = 2  # of the summary and of the sentences under a symbol
_WIDEST_NAME: Final = 20  # longer names stand on a line of their own


def comparison_text(c: Comparison, *, width: int = 80, color: bool = False, whole: bool = True) -> str:
    """The comparison as text, no line wider than `width` columns; a word that is wider is cut.

    Args:
        c: The comparison.
        width: Columns to fill; at least 40.
        color: Whether to add colour for a terminal. Without it the text says as much.
        whole: Begin with the summary; False where `c` holds only the findings somebody asked for.
    """
    width = max(width, 40)
    blocks = [_heading(c, width, color=color)]
    if whole:
        blocks.append(_summary(c, width, color=color))
    for title, findings, legend in sections(c):
        blocks.append(_section(title, len(findings), legend, width, color=color))
        blocks.extend(_finding(c, finding, width, color=color) for finding in findings)
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def sections(c: Comparison) -> Iterator[tuple[str, tuple[Finding, ...], str]]:
    """The groups that have findings, with title and legend; those on sources last."""
    for title, groups, legend in SECTIONS:
        findings = tuple(f for group in groups for f in c.in_group(group))
        if findings:
            yield title, findings, legend
    sources = tuple(f for f in c.findings if f.unit == "evidence")
    if sources:
        yield "Sources", sources, "what the maps use the same source for; counted apart"


def _heading(c: Comparison, width: int, *, color: bool) -> list[str]:
    lines: list[str] = []
    for m in c.maps:
        name, *rest = wrap(headline.heading(m), width)
        lines += [ink(name, "bold", color=color), *(ink(line, "bold", color=color) for line in rest)]
    return lines


def _summary(c: Comparison, width: int, *, color: bool) -> list[str]:
    lines: list[str] = []
    for part in headline.summary(c) or (headline.Line("Next", headline.next_step(c)),):
        lead = f"{part.lead}: " if part.lead else ""
        first, *rest = wrap(lead + part.text, width - 2 * _INDENT)
        lines.append(" " * _INDENT + ink(lead, "dim", color=color) + first[len(lead) :])
        lines += [" " * 2 * _INDENT + line for line in rest]
    return lines


def _section(title: str, count: int, legend: str, width: int, *, color: bool) -> list[str]:
    head = f"{title} ({count})"
    rule = "─" * max(0, width - display_width(head) - 1)
    return [
        f"{ink(head, 'bold', color=color)} {ink(rule, 'dim', color=color)}",
        *(ink(line, "dim", color=color) for line in wrap(legend, width)),
    ]


def _finding(c: Comparison, finding: Finding, width: int, *, color: bool) -> list[str]:
    first, *rest = wrap(finding.sentence, width - _INDENT)
    symbol = ink(finding.symbol, _TONES[finding.group], color=color)
    lines = [f"{symbol} {ink(first, 'bold', color=color)}"]
    lines += [" " * _INDENT + ink(line, "bold", color=color) for line in rest]
    rows = list(_rows(c, finding))
    column = max(w for w in (display_width(name) for name, _, _ in rows) if w <= _WIDEST_NAME)
    for name, text, tone in rows:
        lines += _row(name, text, tone, column, width, color=color)
    return lines


def _rows(c: Comparison, finding: Finding) -> Iterator[tuple[str, str, Tone]]:
    """What stands under a finding's sentence: name and text; a name is not repeated."""
    known = cited.labels(c)
    for m in c.maps:
        side = finding.sides.get(m.id)
        for i, text in enumerate(cited.side_lines(side, known) if side else ()):
            yield ("" if i else m.name), text, "plain"
    if finding.group in ("diverge", "conflict") and finding.question:
        yield "question", finding.question, "dim"
    for i, note in enumerate(finding.notes):
        yield ("" if i else "note"), note, "dim"
    yield "why", cited.because(finding), "dim"


def _row(name: str, text: str, tone: Tone, column: int, width: int, *, color: bool) -> list[str]:
    left = 2 * _INDENT
    body = [ink(line, tone, color=color) for line in wrap(text, width - left - column - 2)]
    under = [" " * (left + column + 2) + line for line in body]
    if display_width(name) > column:
        return [" " * left + line for line in wrap(name, width - left)] + under
    lead = " " * left + ink(name, tone, color=color) + " " * (column - display_width(name) + 2)
    return [lead + body[0], *under[1:]] if body else [lead.rstrip()]
