"""Who stands where over all findings: how often each two maps agree and differ, and which camps recur."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from argmap.comparison.judged import CATEGORIES
from argmap.comparison.records import Comparison, Finding

_MOST_CROSSED: Final = 40  # camps of which each two are crossed: the largest and most frequent


@dataclass(frozen=True, slots=True)
class Tally:
    """Points, sources apart, on which two maps agree and on which they differ."""

    agree: int = 0
    differ: int = 0

    @property
    def shared(self) -> int:
        """On how many both speak."""
        return self.agree + self.differ


def tallies(c: Comparison) -> dict[tuple[str, str], Tally]:
    """The tally of each two maps, by their ids in the order of the maps."""
    counts = {pair: [0, 0] for pair in combinations([m.id for m in c.maps], 2)}
    keys = {f"{a}|{b}": (a, b) for a, b in counts}
    for finding in c.findings:
        if finding.unit == "evidence":
            continue
        for pair, category in finding.pairs.items():
            group = CATEGORIES.get(category, finding.group)
            if pair in keys and group in ("agree", "agree-but", "diverge", "conflict"):
                counts[keys[pair]][group in ("diverge", "conflict")] += 1
    return {pair: Tally(*of) for pair, of in counts.items()}


@dataclass(frozen=True, slots=True)
class Company:
    """Maps that take one position on most contested points all of them speak on."""

    maps: tuple[str, ...]
    together: int
    points: int


def contested(c: Comparison) -> tuple[Finding, ...]:
    """Findings, sources apart, on which maps take unlike positions."""
    return tuple(f for f in c.findings if f.unit != "evidence" and f.group in ("diverge", "conflict"))


def company(c: Comparison, most: int = 3) -> tuple[Company, ...]:
    """The camps that recur on contested points: at least twice, and more often than not.

    The largest and most constant come first; none lies within one that is named before.
    """
    order = [m.id for m in c.maps]
    bits = {map_id: 1 << i for i, map_id in enumerate(order)}
    points = [[sum(bits[m] for m in camp) for camp in f.camps] for f in contested(c) if len(f.camps) > 1]
    found = []
    speakers = [sum(camps) for camps in points]
    for group in _candidates(points):
        speaking = [camps for camps, all_of in zip(points, speakers, strict=True) if group & ~all_of == 0]
        together = sum(any(group & ~camp == 0 for camp in camps) for camps in speaking)
        if together >= 2 and 2 * together > len(speaking):
            found.append((group.bit_count() * together, together, len(speaking), group))
    found.sort(key=lambda one: (-one[0], -one[1], one[3]))
    chosen: list[tuple[int, Company]] = []
    for _, together, n, group in found:
        if len(chosen) < most and all(group & ~before for before, _ in chosen):
            chosen.append((group, Company(tuple(m for m in order if bits[m] & group), together, n)))
    return tuple(one for _, one in chosen)


def _candidates(points: Sequence[Sequence[int]]) -> Iterator[int]:
    """The sets of at least two maps that stand in one camp on two points, from the camps that weigh most."""
    counts = Counter(camp for point in points for camp in point if camp.bit_count() > 1)
    camps = sorted(counts, key=lambda camp: (-counts[camp] * camp.bit_count(), camp))[:_MOST_CROSSED]
    found = {camp for camp in camps if counts[camp] > 1}
    found.update(a & b for a, b in combinations(camps, 2) if (a & b).bit_count() > 1)
    yield from sorted(found)
