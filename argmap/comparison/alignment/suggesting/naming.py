"""Which actors a text names."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from argmap.comparison.alignment.suggesting.terms import stem
from argmap.comparison.capitals import written
from argmap.model import ArgumentMap, Codebook

Namer = Callable[[str], frozenset[str]]

_ARTICLE: Final = re.compile(r"^the\s+", re.IGNORECASE)


def actors_named(codebooks: Iterable[Codebook | None]) -> Namer:
    """Finds the actors of codebooks that a text names, by name or alias, as whole words and in their case.

    >>> book = Codebook.model_validate({"id": "b", "actors": {"us": {"name": "the United States", "aliases": ["US"]}}})
    >>> sorted(actors_named([book])("The US cannot do it for us.")), sorted(actors_named([book])("For us."))
    (['us'], [])
    """
    keys: dict[str, set[str]] = {}
    for codebook in codebooks:
        for key, actor in codebook.actors.items() if codebook else ():
            for name in (actor.name, *actor.aliases):
                short = _ARTICLE.sub("", name)
                keys.setdefault(short[:1].upper() + short[1:], set()).add(key)
    return _finder(keys)


def _finder(keys: Mapping[str, set[str]]) -> Namer:
    if not keys:
        return lambda _: frozenset()
    longest_first = sorted(keys, key=lambda name: (-len(name), name))
    either_case = "|".join(f"[{re.escape(n[0] + n[0].lower())}]{re.escape(n[1:])}" for n in longest_first)
    pattern = re.compile(rf"(?<!\w)(?:{either_case})(?!\w)")

    def named(text: str) -> frozenset[str]:
        found = (m[:1].upper() + m[1:] for m in pattern.findall(text))
        return frozenset(key for name in found for key in keys[name])

    return named


_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def proper_names(maps: Iterable[ArgumentMap]) -> Namer:
    """Finds names where no codebook lists actors: words the maps write with a capital, also inside a sentence.

    A word that is somewhere written small is none. Where a language gives every noun a capital, all nouns are found.
    Of a name its stem is given, so that Korea and Korean are one.
    """
    inside, small = written(statement.text for m in maps for statement in m.statements.values())
    names = frozenset(word for word in inside if word.lower() not in small and len(word) > 1)
    return lambda text: frozenset(stem(word.casefold()) for word in names.intersection(_WORD.findall(text)))
