"""Proposals for a person at a terminal: both statements, what speaks for the pair, what to beware of."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from argmap.comparison.alignment.correspondences import Ref
from argmap.comparison.alignment.suggesting.suggestion import Suggestion
from argmap.model import ArgumentMap, Stance, Statement
from argmap.reporters.ink import ink
from argmap.reporters.suggestions_pair import neighbours_in, pair_lines
from argmap.reporters.suggestions_words import grounds, standing
from argmap.reporters.visible import visible
from argmap.typesetting import wrap

NOTHING = "No two statements of these maps are alike enough to be proposed.\n"


_MOST: Final = 8  # statements named that are never proposed
_KEYED: Final = "causes, parts of actors and several stances at once are compared by keys of a codebook, not by rows"
_REPORTED: Final = "reported speech, which a row joins to no effect"


def suggestions_text(
    found: Sequence[Suggestion], maps: Sequence[ArgumentMap], *, width: int = 80, color: bool = False
) -> str:
    """All proposals, likeliest first, then how many there are and that none is accepted, and what never is proposed."""
    never = wrap(visible(text), width) if (text := _never(found, maps)) else []
    if not found:
        return "\n".join([NOTHING.rstrip("\n"), *never, ""])
    by_id = {m.id: m for m in maps}
    around = {m.id: neighbours_in(m) for m in maps}
    blocks = []
    for number, s in enumerate(found, start=1):
        head = ink(f"Proposal {number}", "bold", color=color) + ink(f"  {standing(s)}", "dim", color=color)
        pair = pair_lines((s.left, s.right), around, width=width, color=color, around=False)
        blocks.append("\n".join([head, *pair, *_reasons(s, by_id, width, color=color)]))
    count = "1 proposal" if len(found) == 1 else f"{len(found)} proposals"
    closing = f"{count}; nothing is accepted, and likeness does not tell agreement from contradiction."
    return "\n\n".join([*blocks, "\n".join([*wrap(closing, width), *never])]) + "\n"


def _never(found: Sequence[Suggestion], maps: Sequence[ArgumentMap]) -> str:
    """Which statements no proposal can be about, and why; "" where there are none."""
    proposed = {ref for s in found for ref in (s.left, s.right)}
    kinds: dict[str, list[str]] = {_KEYED: [], _REPORTED: []}
    for m in maps:
        for key, s in m.statements.items():
            ref = Ref(m.id, key)
            if ref not in proposed and (not s.by_author or _is_keyed(s)):
                kinds[_KEYED if s.by_author else _REPORTED].append(str(ref))
    told = [f"{_listed(refs)} ({why})" for why, refs in kinds.items() if refs]
    return f"Not proposed: {'; '.join(told)}." if told else ""


def _is_keyed(s: Statement) -> bool:
    return len(s.says) > 1 or any(not isinstance(form, Stance) for form in s.says)


def _listed(refs: Sequence[str]) -> str:
    more = len(refs) - _MOST
    return ", ".join(refs[:_MOST]) + (f" and {more} more" if more > 0 else "")


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
