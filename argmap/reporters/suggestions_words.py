"""What speaks for a proposal, and what to beware of, in words."""

from collections.abc import Iterator, Mapping
from typing import Final

from argmap.comparison.alignment.suggesting.suggestion import Neighbour, Suggestion
from argmap.graph import Relation
from argmap.model import ArgumentMap
from argmap.text import shorten

_WORDS: Final = 10  # of a neighbour

_UNDER: Final[Mapping[Relation, str]] = {
    "because": "reasons",
    "but": "objections",
    "unless": "doubts about a reason",
    "if": "conditions",
}
_OVER: Final[Mapping[Relation, str]] = {
    "because": "what they are reasons for",
    "but": "what they object to",
    "unless": "what they doubt a reason for",
    "if": "what they are conditions of",
}


def grounds(s: Suggestion, maps: Mapping[str, ArgumentMap]) -> Iterator[str]:
    """What the two have in common, a line for each kind."""
    if s.shared_words:
        yield f"words of both: {', '.join(s.shared_words)}"
    if s.similar_words:
        yield f"similar words: {', '.join(f'{one} and {other}' for one, other in s.similar_words)}"
    kinds: dict[str, list[str]] = {}
    for tag in s.shared_tags:
        kind, _, key = tag.partition(":")
        kinds.setdefault(kind, []).append(key)
    for kind, keys in kinds.items():
        yield f"{kind}{'s' * (len(keys) > 1)} of both: {', '.join(keys)}"
    for pair in s.neighbours:
        yield _neighbour(pair, maps)


def _neighbour(pair: Neighbour, maps: Mapping[str, ArgumentMap]) -> str:
    words = _UNDER if pair.under else _OVER
    left, right = (
        f"“{shorten(maps[ref.map].statements[ref.statement].text, _WORDS)}”" for ref in (pair.left, pair.right)
    )
    if pair.relation == pair.other:
        return f"{words[pair.relation]} that are alike: {left} and {right}"
    return f"neighbours that are alike: {words[pair.relation]}, {left}, and {words[pair.other]}, {right}"


def standing(s: Suggestion) -> str:
    """How the proposal stands beside others.

    The score ranks and is no probability, so two digits of it are more than enough.
    """
    if s.mutual:
        return f"score {s.score:.2f}, each the other's likeliest"
    return f"score {s.score:.2f}" + ("" if s.margin >= 0 else "; 1 has a likelier one")
