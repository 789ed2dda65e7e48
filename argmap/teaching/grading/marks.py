"""What is said of a single statement: its sources, whether it is a thesis or unstated, and who says it."""

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Final

from argmap.model import ArgumentMap, Source, Statement
from argmap.teaching.grading.records import Finding, Kind, Tally
from argmap.text import fold

_YEAR: Final = re.compile(r"\d{4}")


def marks(
    reference: ArgumentMap, student: ArgumentMap, names: Mapping[str, str]
) -> tuple[tuple[Finding, ...], tuple[Tally, ...]]:
    """What of it stands otherwise, and how much of each could be judged.

    Args:
        reference: The reference.
        student: The student's map.
        names: The common name of each of the student's statements that is matched.
    """
    own = {common: key for key, common in names.items()}
    pairs = [
        (key, reference.statements[key], student.statements[own[key]]) for key in reference.statements if key in own
    ]
    sources = _SourceKeys(reference, student)
    cited = sum(len(set(mine.sources)) for _, mine, _ in pairs)
    of_sources = [f for key, mine, theirs in pairs for f in _sources(key, mine, theirs, sources)]
    of_types = [f for key, mine, theirs in pairs for f in _type(key, mine, theirs)]
    called = _Names(reference, student)
    of_voices = [f for key, mine, theirs in pairs for f in _voice(key, mine, theirs, called)]
    lacking = sum(f.kind != "extra-source" for f in of_sources)
    telling = sum(bool({_role(mine), _role(theirs)} - {""}) for _, mine, theirs in pairs)
    reported = sum(not (mine.by_author and theirs.by_author) for _, mine, theirs in pairs)
    return (*of_sources, *of_types, *of_voices), (
        Tally("sources", cited - lacking, cited),
        Tally("types", telling - len(of_types), telling),
        Tally("voices", reported - len(of_voices), reported),
    )


def _sources(key: str, mine: Statement, theirs: Statement, known: "_SourceKeys") -> Iterator[Finding]:
    given = {known.reference_key(each): each for each in theirs.sources}
    missing = [each for each in dict.fromkeys(mine.sources) if each not in given]
    extra = [own for each, own in given.items() if each not in mine.sources]
    at = {own: ("sources", theirs.sources.index(own)) for own in extra}
    for wanted, other in zip_longest(sorted(missing), sorted(extra), fillvalue=""):
        kind: Kind = "wrong-source" if wanted and other else "missing-source" if wanted else "extra-source"
        yield Finding(kind, key, wanted=wanted, given=other, where=at.get(other, ()))


def _type(key: str, mine: Statement, theirs: Statement) -> Iterator[Finding]:
    """Only what matters: which statements are theses, and which the article leaves unstated."""
    if _role(mine) != _role(theirs):
        yield Finding("wrong-type", key, wanted=mine.type, given=theirs.type, where=("type",))


def _role(s: Statement) -> str:
    return s.type if s.type in ("thesis", "assumption") else ""


def _voice(key: str, mine: Statement, theirs: Statement, called: "_Names") -> Iterator[Finding]:
    if called.of(mine.voice).isdisjoint(called.of(theirs.voice)):
        yield Finding("wrong-voice", key, wanted=mine.voice, given=theirs.voice, where=("voice",))


class _Names:
    """What the actors of two maps are called: a student need not know the key that a codebook has for somebody."""

    def __init__(self, *maps: ArgumentMap) -> None:
        books = [m.codebook for m in maps if m.codebook]
        self.known = [
            frozenset(_folded(name) for name in (key, actor.name, *actor.aliases))
            for book in books
            for key, actor in book.actors.items()
        ]

    def of(self, voice: str) -> frozenset[str]:
        """All names of whoever has this one."""
        own = _folded(voice)
        return frozenset({own}).union(*(names for names in self.known if own in names))


def _folded(text: str) -> str:
    return fold(text).casefold()


class _SourceKeys:
    """The sources of two maps: the same by their key, or by their title, address, or authors and year."""

    def __init__(self, reference: ArgumentMap, student: ArgumentMap) -> None:
        self.student = student
        self.mine = {key: _marks_of(reference.source(key)) for key in _cited(reference)}

    def reference_key(self, key: str) -> str:
        """The key the reference has for a source of the student's; `key` marked as the student's where it has none."""
        theirs = _marks_of(self.student.source(key))
        if key in self.mine and not (theirs and self.mine[key] and theirs.isdisjoint(self.mine[key])):
            return key
        alike = (each for each, found in self.mine.items() if found and not found.isdisjoint(theirs))
        return next(alike, f"own:{key}")


def _cited(m: ArgumentMap) -> list[str]:
    return sorted({*m.sources, *(each for s in m.statements.values() for each in s.sources)})


def _marks_of(source: Source | None) -> frozenset[tuple[str, str]]:
    if source is None:
        return frozenset()
    year = _YEAR.search(source.date or "")
    who = " ".join(source.authors) + (f" {year[0]}" if year else "")
    told = (("title", source.title), ("url", source.url), ("who", who if source.authors and year else None))
    return frozenset((name, _folded(text)) for name, text in told if text)
