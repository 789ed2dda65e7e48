"""Proposals for a person at a terminal: both statements, what speaks for the pair, what to beware of."""

from collections.abc import Iterator, Mapping, Sequence

from argmap.comparison.alignment.suggesting.suggestion import Suggestion
from argmap.model import ArgumentMap
from argmap.reporters.ink import ink
from argmap.reporters.suggestions_pair import neighbours_in, pair_lines
from argmap.reporters.suggestions_words import grounds, standing
from argmap.reporters.visible import visible
from argmap.typesetting import wrap

NOTHING = "No two statements of these maps are alike enough to be proposed.\n"


def suggestions_text(
    found: Sequence[Suggestion], maps: Sequence[ArgumentMap], *, width: int = 80, color: bool = False
) -> str:
    """All proposals, likeliest first, then how many there are and that none is accepted."""
    if not found:
        return NOTHING
    by_id = {m.id: m for m in maps}
    around = {m.id: neighbours_in(m) for m in maps}
    blocks = []
    for number, s in enumerate(found, start=1):
        head = ink(f"Proposal {number}", "bold", color=color) + ink(f"  {standing(s)}", "dim", color=color)
        pair = pair_lines((s.left, s.right), around, width=width, color=color, around=False)
        blocks.append("\n".join([head, *pair, *_reasons(s, by_id, width, color=color)]))
    count = "1 proposal" if len(found) == 1 else f"{len(found)} proposals"
    closing = f"{count}; nothing is accepted, and likeness does not tell agreement from contradiction."
    return "\n\n".join([*blocks, "\n".join(wrap(closing, width))]) + "\n"


def _reasons(s: Suggestion, maps: Mapping[str, ArgumentMap], width: int, *, color: bool) -> Iterator[str]:
    for line in grounds(s, maps):
        yield from _marked("+", line, width)
    for warning in s.warnings:
        first, *rest = _marked("!", warning, width)
        yield ink(first, "differ", color=color)
        yield from rest


def _marked(mark: str, text: str, width: int) -> Iterator[str]:
    first, *rest = wrap(visible(text), width - 3)
    yield f"{mark}  {first}"
    yield from (f"   {line}" for line in rest)
