"""One finding in full: what both sides say and rest on, by which rule, and what would change it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from argmap.comparison import what_if_words
from argmap.comparison.basis_words import basis_words
from argmap.comparison.category_words import CATEGORY_WORDS
from argmap.comparison.lexicon import Lexicon
from argmap.comparison.locus_words import PLAIN, locus_lines
from argmap.comparison.records import Comparison, Finding, Side
from argmap.comparison.what_if import Alternative, WhatIf
from argmap.reporters import cited
from argmap.reporters.comparison_views_items import Item
from argmap.reporters.comparison_views_rows import item_lines
from argmap.reporters.headline import listed
from argmap.reporters.ink import ink
from argmap.reporters.markdown_escape import escape
from argmap.reporters.visible import visible
from argmap.typesetting import wrap

Block = tuple[str, tuple[str, ...]]  # a heading, and what stands under it, a line for each item

_INDENT: Final = 2


def explain_text(c: Comparison, finding: Finding, if_changed: WhatIf, *, width: int = 80, color: bool = False) -> str:
    """The finding as text, no line wider than `width` columns; `if_changed` is what `what_if` found on it."""
    width = max(width, 40)
    lines = item_lines(Item(finding.symbol, finding.group, finding.sentence), width, color=color)
    for heading, items in blocks(c, finding, if_changed):
        lines += ["", ink(visible(heading), "bold", color=color)]
        for item in items:
            first, *rest = wrap(visible(item), width - 2 * _INDENT)
            lines += [f"{' ' * _INDENT}• {first}", *(" " * 2 * _INDENT + line for line in rest)]
    return "\n".join(lines) + "\n"


def explain_markdown(c: Comparison, finding: Finding, if_changed: WhatIf) -> str:
    """The finding as Markdown: a heading for each part, an item for each line."""
    parts = [f"## {escape(f'{finding.symbol} {finding.sentence}')}"]
    for heading, items in blocks(c, finding, if_changed):
        parts.append("\n".join((f"**{escape(heading)}**", "", *(f"- {escape(item)}" for item in items))))
    return "\n\n".join(parts) + "\n"


def blocks(c: Comparison, finding: Finding, if_changed: WhatIf) -> Iterator[Block]:
    """The parts of the explanation, those that say nothing left out."""
    if finding.question:
        yield "Question", (finding.question,)
    known = cited.labels(c)
    for m in c.maps:
        side = finding.sides.get(m.id)
        if side is not None:
            nothing = "nothing coded on it" if m.uncoded else "nothing on it"
            yield m.name, tuple(_side(finding, side, known)) or (nothing,)
    yield "Verdict", tuple(_verdict(c, finding))
    if finding.locus:
        yield "What the conflict turns on", tuple(turns_on(c, finding))
    if finding.notes:
        yield "Notes", finding.notes
    names = {m.id: m.name for m in c.maps}
    yield what_if_words.heading(if_changed), tuple(_changes(if_changed, names))


def turns_on(c: Comparison, finding: Finding) -> Iterator[str]:
    """What a conflict turns on, a line for each thing that holds of it; nothing where there is no conflict."""
    if finding.locus:
        for lead, words in locus_lines(c, finding, finding.locus, Lexicon(c)):
            yield words if lead in PLAIN else f"{lead}: {words}"


def _side(finding: Finding, side: Side, known: Mapping[str, str]) -> Iterator[str]:
    yield from cited.side_lines(finding, side, known)
    for reason in side.reasons:
        if reason.unless:
            yield f"unless: {', '.join(reason.unless)}"


def _verdict(c: Comparison, finding: Finding) -> Iterator[str]:
    names = {m.id: m.name for m in c.maps}
    yield f"{finding.category}: {CATEGORY_WORDS[finding.category]}"
    yield f"rule: {finding.rule}"
    yield from (f"basis: {basis_words(b, row=True)}" for b in finding.basis)
    for pair, category in _pairs(finding):
        both = " and ".join(names.get(map_id, map_id) for map_id in pair.split("|"))
        yield f"{both}: {category}"
    if len(finding.camps) > 1 and len(finding.sides) > 2:
        camps = (listed([names[map_id] for map_id in camp]) for camp in finding.camps)
        yield f"camps: {'; '.join(camps)}"


def _pairs(finding: Finding) -> Sequence[tuple[str, str]]:
    return tuple(finding.pairs.items()) if len(finding.sides) > 2 else ()


def _changes(found: WhatIf, names: Mapping[str, str]) -> Iterator[str]:
    """The single changes that give another category, those with one outcome together.

    That a point is gone once what it rests on were not coded so goes without saying, and is said in one line.
    """
    yield from what_if_words.before(found)
    for category, alternatives in what_if_words.outcomes(found).items():
        said = "; or ".join(f"{_who(a, names)} {what_if_words.change(a)}" for a in alternatives)
        yield f"{what_if_words.outcome(category)}, if {said}"
    yield from what_if_words.after(found)


def _who(a: Alternative, names: Mapping[str, str]) -> str:
    return f"{names.get(a.map, a.map)}'s '{a.statement}'" if a.statement else f"the row “{a.of}”"
