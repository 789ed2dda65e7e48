"""How the statements of a map stand to each other, and which of them can be asked about without doubt."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from argmap.graph import Edge, Relation, edges, names_under, suppositions
from argmap.model import ArgumentMap, CausalClaim, RoleAttribution, Stance, Statement

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_COMMON: Final = frozenset(
    {"about", "above", "after", "again", "along", "also", "among", "because", "been", "before", "being", "between"}
    | {"both", "could", "does", "each", "even", "every", "first", "from", "have", "into", "itself", "just", "like"}
    | {
        "made",
        "make",
        "many",
        "more",
        "most",
        "much",
        "must",
        "once",
        "only",
        "other",
        "others",
        "over",
        "said",
        "same",
    }
    | {
        "should",
        "some",
        "still",
        "such",
        "than",
        "that",
        "their",
        "them",
        "themselves",
        "then",
        "there",
        "these",
        "they",
    }
    | {"thing", "this", "those", "through", "together", "toward", "under", "until", "upon", "very", "well", "were"}
    | {"what", "when", "where", "which", "while", "whole", "whose", "will", "with", "within", "without", "would"}
    | {"against", "already"}
)


@dataclass(frozen=True)
class Standing:
    """One map, with what questions have to know of it."""

    m: ArgumentMap

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """All edges that lead to a statement."""
        return tuple(e for e in edges(self.m) if e.lower in self.m.statements)

    @cached_property
    def uses(self) -> Counter[str]:
        """In how many places a statement stands under another."""
        return Counter(e.lower for e in self.edges)

    @cached_property
    def below(self) -> dict[str, frozenset[str]]:
        """All that stands under a statement, near or far."""
        found: dict[str, frozenset[str]] = {}
        for key in self.m.statements:
            seen: set[str] = set()
            waiting = [key]
            while waiting:
                for name in names_under(self.m.statements[waiting.pop()]):
                    if name in self.m.statements and name not in seen:
                        seen.add(name)
                        waiting.append(name)
            found[key] = frozenset(seen)
        return found

    def uppers(self, key: str) -> set[tuple[str, Relation]]:
        """What a statement stands under, and by which relations."""
        return {(e.upper, e.relation) for e in self.edges if e.lower == key}

    def above(self, key: str) -> frozenset[str]:
        """All that a statement stands under, near or far, and itself."""
        return frozenset({key, *(k for k, below in self.below.items() if key in below)})

    @cached_property
    def _texts(self) -> Counter[str]:
        return Counter(_plain(s.text) for s in self.m.statements.values())

    @cached_property
    def _supposed(self) -> frozenset[str]:
        return suppositions(self.m)

    def clear(self, key: str) -> bool:
        """Whether a statement can be asked about.

        It is put forward, on no condition, in words that no other has; and known from the text itself: what a map
        knows through another text only, its mapper has arranged.
        """
        s = self.m.statements[key]
        plain = s.type != "assumption" and not s.if_ and not s.via and key not in self._supposed
        return plain and self._texts[_plain(s.text)] == 1

    def own(self, key: str) -> bool:
        """Whether the author says it in the article's own voice and without a hedge."""
        s = self.m.statements[key]
        conceded = s.type != "objection" or s.stated_voice == "author"
        return self.clear(key) and s.by_author and s.certainty == "asserted" and conceded


def contents(s: Statement) -> frozenset[str]:
    """The keys a statement is about: propositions, factors, actors."""
    found: set[str] = set()
    for part in s.says:
        match part:
            case Stance():
                found.add(part.proposition)
            case CausalClaim():
                found.update((*part.cause, part.factor))
            case RoleAttribution():
                found.update((part.actor, *part.toward))
    return frozenset(found)


def entries(s: Statement) -> frozenset[str]:
    """What a statement says, whichever way: whoever says one of these of the same thing is not silent on it."""
    found: set[str] = set()
    for part in s.says:
        match part:
            case Stance():
                found.add(part.proposition)
            case CausalClaim():
                found.update(f"{cause}>{part.factor}" for cause in part.cause)
            case RoleAttribution():
                found.add(f"{part.actor}={part.role}")
    return frozenset(found)


def terms(text: str) -> frozenset[str]:
    """The words a reader would connect two sentences by: those of four letters and more, without their endings."""
    words = (w.casefold() for w in _WORD.findall(text))
    return frozenset(w[:6] for w in words if w not in _COMMON)


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())
