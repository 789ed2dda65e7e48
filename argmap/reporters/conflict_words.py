"""Why a conflict exists, in plain words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from argmap.comparison.records import Comparison, Entry, Finding, Locus, LocusKind

_KINDS: Final[Mapping[LocusKind, str]] = {
    "premise": "a premise they dispute as well",
    "step": "a step that one of them doubts",
    "weighing": "how they weigh what both assert",
    "unaddressed": "points the other never speaks of",
    "bare": "the point itself: no reason leads further",
}


def in_short(locus: Locus) -> str:
    """What the conflict turns on, in a clause."""
    return _KINDS[locus.primary]


def turns_on(c: Comparison, finding: Finding) -> Iterator[str]:
    """What the conflict turns on: the clause, then what holds of it, the most telling first."""
    locus = finding.locus
    if locus is None:
        return
    words = entry_words(c, finding)
    yield in_short(locus)
    if locus.premises:
        yield f"it rests on {_count(len(locus.premises), 'other conflict')}: {_findings(locus.premises, c)}"
    if locus.roots and set(locus.roots) != set(locus.premises):
        yield f"at the root: {_findings(locus.roots, c)}"
    if locus.double:
        yield f"both sides rest on it, so settle this first: {_findings(locus.double, c)}"
    if locus.step:
        yield f"one says it would undo a step, the other asserts it: {_listed(locus.step, words)}"
    if locus.weighed:
        yield f"both assert: {_listed(locus.weighed, words)}"
    names = {m.id: m.name for m in c.maps}
    for key, entries in locus.unaddressed.items():
        if entries:
            yield f"{names[key]} rests on what the other never speaks of: {_listed(entries, words)}"
    if locus.stasis:
        yield f"a question of {locus.stasis}"
    if locus.deep:
        yield "neither gives a reason the other could answer: it may be deep disagreement"


def entry_words(c: Comparison, finding: Finding) -> dict[Entry, str]:
    """What entries say in words, as far as the comparison shows the statements behind them."""
    found: dict[Entry, str] = {}
    for f in (finding, *c.findings):
        for side in f.sides.values():
            for reason in side.reasons:
                for premise in reason.premises:
                    found.setdefault(premise.entry, premise.label or premise.entry)
            if isinstance(side.position, tuple):
                for entry in side.position:
                    found.setdefault(entry.entry, entry.label or entry.entry)
    return found


def _listed(entries: Iterable[Entry], words: Mapping[Entry, str]) -> str:
    return "; ".join(words.get(entry) or entry for entry in entries)


def _findings(ids: Sequence[str], c: Comparison) -> str:
    known = {f.id: f for f in c.findings}
    return "; ".join(f"{known[key].label} ({key})" if key in known else key for key in ids)


def _count(n: int, what: str) -> str:
    return f"{n} {what}{'s' * (n != 1)}"
