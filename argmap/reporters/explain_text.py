"""One finding in full: what both sides say and rest on, by which rule, and what would change it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, assert_never

from argmap.comparison.lexicon import Lexicon
from argmap.comparison.records import Comparison, Finding, Side
from argmap.comparison.what_if import Alternative, WhatIf
from argmap.reporters import cited
from argmap.reporters.category_words import CATEGORY_WORDS
from argmap.reporters.comparison_views_items import Item
from argmap.reporters.comparison_views_locus import locus_rows
from argmap.reporters.comparison_views_rows import item_lines
from argmap.reporters.headline import listed
from argmap.reporters.ink import ink
from argmap.reporters.markdown_escape import escape
from argmap.reporters.visible import visible
from argmap.typesetting import wrap

Block = tuple[str, tuple[str, ...]]  # a heading, and what stands under it, a line for each item

_INDENT: Final = 2
_PLAIN: Final = frozenset(("", "turns on", "kind", "caution"))  # leads that say no more than the heading or the text


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
    yield _title(if_changed), tuple(_changes(if_changed, names))


def turns_on(c: Comparison, finding: Finding) -> Iterator[str]:
    """What a conflict turns on, a line for each thing that holds of it; nothing where there is no conflict."""
    if finding.locus:
        for row in locus_rows(c, finding, finding.locus, Lexicon(c)):
            yield row.text if row.lead in _PLAIN else f"{row.lead}: {row.text}"


def _side(finding: Finding, side: Side, known: Mapping[str, str]) -> Iterator[str]:
    yield from cited.side_lines(finding, side, known)
    for reason in side.reasons:
        if reason.unless:
            yield f"unless: {', '.join(reason.unless)}"


def _verdict(c: Comparison, finding: Finding) -> Iterator[str]:
    names = {m.id: m.name for m in c.maps}
    yield f"{finding.category}: {CATEGORY_WORDS[finding.category]}"
    yield f"rule: {finding.rule}"
    yield from (f"basis: {cited.basis_words(b, 'full')}" for b in finding.basis)
    for pair, category in _pairs(finding):
        both = " and ".join(names.get(map_id, map_id) for map_id in pair.split("|"))
        yield f"{both}: {category}"
    if len(finding.camps) > 1 and len(finding.sides) > 2:
        camps = (listed([names[map_id] for map_id in camp]) for camp in finding.camps)
        yield f"camps: {'; '.join(camps)}"


def _pairs(finding: Finding) -> Sequence[tuple[str, str]]:
    return tuple(finding.pairs.items()) if len(finding.sides) > 2 else ()


def _title(found: WhatIf) -> str:
    """The heading of the changes, with how many of them matter where some do."""
    if not found.turning:
        return "What would change it"
    return f"What would change it: {len(found.turning)} of {found.tried} single changes to the coding"


def _changes(found: WhatIf, names: Mapping[str, str]) -> Iterator[str]:
    """The single changes that give another category, those with one outcome together.

    That a point is gone once what it rests on were not coded so goes without saying, and is said in one line.
    """
    if not found.tried:
        yield "Nothing in the coding behind it can be changed by itself."
    elif not found.turning:
        yield f"None of {found.tried} single changes to the coding would give another category."
    outcomes: dict[str | None, list[Alternative]] = {}
    for alternative in found.turning:
        if not _is_evident(alternative):
            outcomes.setdefault(alternative.category, []).append(alternative)
    for category, alternatives in outcomes.items():
        said = "; or ".join(_change(a, names) for a in alternatives)
        result = f"{category} ({CATEGORY_WORDS[category]})" if category else "no finding"
        yield f"{result}, if {said}"
    if evident := sum(map(_is_evident, found.turning)):
        gone = "would be gone, or one map's alone" if any(a.category for a in found.turning) else "would be gone"
        yield f"{evident} self-evident: were a statement it rests on not coded so, the finding {gone}."
    if found.untried:
        yield f"{found.untried} more were not tried: too many statements and rows stand behind this finding."


def _is_evident(a: Alternative) -> bool:
    return a.change == "not-said" and a.category in (None, "one-sided", "only-one")


def _change(a: Alternative, names: Mapping[str, str]) -> str:
    who = f"{names.get(a.map, a.map)}'s '{a.statement}'"
    match a.change:
        case "not-said":
            return f"{who} were not coded so"
        case "main":
            return f"{who} were marked main"
        case "not-main":
            return f"{who} were not marked main"
        case "asserted" | "likely" | "possible":
            return f"{who} were {a.change}"
        case "asked":
            return f"{who} left it open"
        case "unconditional":
            return f"{who} had no condition"
        case "unlimited":
            return f"{who} were not limited to a time or place"
        case "no-reason":
            return f"{who} were not supported by {a.of}"
        case "no-source":
            return f"{who} did not cite {a.of}"
        case "no-row":
            return f"the row “{a.of}” were not accepted"
        case _:
            assert_never(a.change)
