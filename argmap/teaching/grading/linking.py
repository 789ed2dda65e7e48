"""Which premises work together: linked taken for separate, separate taken for linked."""

from collections.abc import Collection
from itertools import combinations

from argmap.teaching.grading.records import Finding
from argmap.teaching.grading.skeleton import Skeleton


def linking(
    reference: Skeleton, student: Skeleton, right: Collection[tuple[str, str]]
) -> tuple[tuple[Finding, ...], int]:
    """What is linked otherwise, and how many reasons could be judged.

    Only premises that stand under the same statement in both maps, as reasons, are judged: whoever put one elsewhere
    is told that. A reason is told once, however many of its premises are apart.

    Args:
        reference: The reference.
        student: The student's map.
        right: The statements that stand under the right one, each with it.
    """
    findings: list[Finding] = []
    asked = 0
    for upper in reference.reasons:
        judgeable = {p for p in reference.because(upper) & student.because(upper) if (p, upper) in right}
        mine = _groups(reference.reasons[upper], judgeable)
        theirs = _groups(student.reasons[upper], judgeable)
        split = [group for group in mine if any(not _linked(pair, theirs) for pair in combinations(group, 2))]
        joined = [group for group in theirs if any(not _linked(pair, mine) for pair in combinations(group, 2))]
        asked += len(mine) + len(joined)
        findings += [Finding("linked-as-separate", upper, members=group) for group in split]
        findings += [Finding("separate-as-linked", upper, members=group) for group in joined]
    return tuple(findings), asked


def _groups(reasons: Collection[frozenset[str]], judgeable: set[str]) -> list[tuple[str, ...]]:
    """The judgeable premises of reasons that hold several, each set once."""
    return sorted({tuple(sorted(reason & judgeable)) for reason in reasons if len(reason & judgeable) > 1})


def _linked(pair: tuple[str, str], groups: Collection[tuple[str, ...]]) -> bool:
    return any(set(pair) <= set(group) for group in groups)
