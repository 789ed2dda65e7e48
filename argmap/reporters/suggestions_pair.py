"""Two statements of different maps, as a person has to see them to say how they are related."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from argmap.comparison.alignment.correspondences import Ref
from argmap.graph import Relation, edges
from argmap.model import ArgumentMap, CausalClaim, RoleAttribution, Says, Stance, Statement
from argmap.reporters.ink import ink
from argmap.reporters.visible import visible
from argmap.text import shorten
from argmap.typesetting import wrap

_MOST: Final = 3  # neighbours of a kind that are shown
_WORDS: Final = 16  # of a neighbour; the statement itself is shown whole

_UNDER: Final[Mapping[Relation, str]] = {"because": "because", "but": "but", "unless": "unless", "if": "if"}
_OVER: Final[Mapping[Relation, str]] = {
    "because": "a reason for",
    "but": "an objection to",
    "unless": "a doubt about a reason for",
    "if": "a condition of",
}


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What stands around each statement of a map: the word for it, and the other statement, in file order."""

    map: ArgumentMap
    around: Mapping[str, Sequence[tuple[str, str]]]


def neighbours_in(m: ArgumentMap) -> Neighbours:
    """The neighbours of every statement; first what it rests on, then what it is for."""
    under: dict[str, list[tuple[str, str]]] = {key: [] for key in m.statements}
    over: dict[str, list[tuple[str, str]]] = {key: [] for key in m.statements}
    for edge in edges(m):
        if edge.lower in m.statements:
            under[edge.upper].append((_UNDER[edge.relation], edge.lower))
            over[edge.lower].append((_OVER[edge.relation], edge.upper))
    return Neighbours(m, {key: tuple(dict.fromkeys((*under[key], *over[key]))) for key in m.statements})


def pair_lines(
    pair: Sequence[Ref], maps: Mapping[str, Neighbours], *, width: int, color: bool, around: bool = True
) -> Iterator[str]:
    """Both statements, numbered 1 and 2: id, text, words of the article, place, and what stands around them.

    Args:
        pair: The first and the second statement.
        maps: The maps they are of, by id.
        width: Columns.
        color: Whether ids are set off by weight.
        around: Whether to show neighbours.
    """
    for number, ref in enumerate(pair, start=1):
        known = maps[ref.map]
        s = known.map.statements[ref.statement]
        named = f"{ref}, {visible(known.map.name)}" if known.map.name != ref.map else str(ref)
        yield f"{number}  {ink(named, 'bold', color=color)}"
        yield from _wrapped(s.text, width)
        for remark in _remarks(s, known.map):
            yield from _wrapped(remark, width, dim=color)
        if around:
            yield from _around(known, ref.statement, width, color=color)


def _remarks(s: Statement, m: ArgumentMap) -> Iterator[str]:
    """The article's words and place; who speaks, and what the map codes, where that matters to who decides."""
    words = " ".join(part for part in (f"“{s.quote}”" if s.quote else "", ", ".join(s.at)) if part)
    if words:
        yield words
    if not s.by_author:
        known = m.codebook.actors.get(s.voice) if m.codebook else None
        yield f"said by {known.name if known else s.voice}, not by the author"
    if s.says:
        yield f"coded: {'; '.join(map(_coded, s.says))}"


def _coded(form: Says) -> str:
    match form:
        case Stance():
            return f"{form.attitude} {form.proposition}"
        case CausalClaim():
            return f"{', '.join(form.cause)} {form.effect} {form.factor}"
        case RoleAttribution():
            return f"{form.actor} as {form.role}"


def _around(known: Neighbours, key: str, width: int, *, color: bool) -> Iterator[str]:
    kinds: dict[str, list[str]] = {}
    for word, other in known.around[key]:
        kinds.setdefault(word, []).append(shorten(known.map.statements[other].text, _WORDS))
    for word, texts in kinds.items():
        for text in texts[:_MOST]:
            yield from _wrapped(f"{word}: {text}", width, dim=color, hanging=2)
        if len(texts) > _MOST:
            yield from _wrapped(f"{word}: {len(texts) - _MOST} more", width, dim=color)


def _wrapped(text: str, width: int, *, dim: bool = False, hanging: int = 0) -> Iterator[str]:
    first, *rest = wrap(visible(text), width - 3 - hanging) or [""]
    yield "   " + ink(first, "dim", color=dim)
    yield from ("   " + " " * hanging + ink(line, "dim", color=dim) for line in rest)


def block(lines: Iterable[str], indent: str = "  ") -> str:
    """Lines, each moved to the right."""
    return "\n".join(f"{indent}{line}".rstrip() for line in lines)
