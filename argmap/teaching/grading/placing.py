"""Where common statements stand in both maps: at the right place, elsewhere, the wrong way round, in another relation.

One mistake is told once. What lies beneath a moved statement has not moved; where a statement is missing, or one is
put in between, only the place is judged of what stands beneath, not how it stands there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from argmap.teaching.grading.records import Finding, Kind, Place, Standing
from argmap.teaching.grading.skeleton import Link, Skeleton


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found out about places.

    Attributes:
        right: Expected places, each a statement and the one above it, that hold the statement in the student's map.
        asked: The places that could be judged: both statements are there, and of a doubt the step too.
        standing: Where the student has each statement; nothing of one whose place could not be judged.
    """

    findings: tuple[Finding, ...]
    right: frozenset[tuple[str, str]]
    asked: frozenset[tuple[str, str]]
    standing: tuple[Standing, ...]


def judged(reference: Skeleton, student: Skeleton) -> Judged:
    """The places of all common statements, in the order of the reference; whatever is found names no own ids yet."""
    open_ones = {key: _Open(key, reference, student) for key in reference.links}
    asked = {(key, link.place.upper) for key, one in open_ones.items() for link in one.expected if link.direct}
    standing = [each for one in open_ones.values() for each in one.standing()]
    found: list[Finding] = []
    for one in open_ones.values():
        found += one.settle_common()
    found += _reversed(open_ones)
    for one in open_ones.values():
        found += one.left()
    return Judged(
        tuple(_together(found, reference, student)),
        frozenset((key, upper) for key, one in open_ones.items() for upper in one.held),
        frozenset(asked),
        tuple(standing),
    )


@dataclass
class _Open:
    """A statement with the places of both maps that are still to be accounted for."""

    key: str
    reference: Skeleton
    student: Skeleton
    expected: list[Link] = field(init=False)
    found: list[Link] = field(init=False)
    held: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.found = list(self.student.links[self.key])
        self.expected = [self._as_judged(link) for link in self.reference.links[self.key]]

    def _as_judged(self, link: Link) -> Link:
        """A doubt about a step that the student does not have can stand nowhere; what speaks for it is no doubt."""
        upper, relation, _, step = link.place
        if not link.direct or relation != "unless" or self.student.because(upper) & set(step):
            return link
        for_it = any(x.direct and x.place.relation in ("because", "if") for x in _under(self.found, upper))
        return link if for_it else Link(link.place, False, link.where)

    def standing(self) -> Iterator[Standing]:
        """Where the student has it, before anything is settled: the places that are right, then the others."""
        for mine in self.expected:
            theirs = _under(self.found, mine.place.upper)
            if mine.direct and any(not x.direct or _same(mine.place, x.place) for x in theirs):
                yield Standing(self.key, mine.place, right=True)
        for link in self.found:
            if link.direct and not any(_excuses(mine, link.place) for mine in self.expected):
                yield Standing(self.key, link.place, right=False)

    def settle_common(self) -> Iterator[Finding]:
        """Take away what stands under the same statement in both maps; what differs in the relation is told."""
        self._settle_doubts_that_moved()
        for upper in sorted({link.place.upper for link in self.expected} - {""}):
            mine, theirs = _under(self.expected, upper), _under(self.found, upper)
            if not theirs:
                continue
            self.expected, self.found = _without(self.expected, mine), _without(self.found, theirs)
            if any(link.direct for link in mine):
                self.held.add(upper)
                if any(link.direct for link in theirs):
                    yield from self._relations([x for x in mine if x.direct], [x for x in theirs if x.direct])

    def _settle_doubts_that_moved(self) -> None:
        """A doubt that still stands at its step has not moved, wherever the step has gone."""
        for mine in [x for x in self.expected if not x.direct]:
            for theirs in [x for x in self.found if x.direct]:
                if _moved_along(mine.place, theirs.place):
                    self.expected, self.found = _without(self.expected, [mine]), _without(self.found, [theirs])
                    break

    def _relations(self, mine: list[Link], theirs: list[Link]) -> Iterator[Finding]:
        """What differs between two statements of which one stands under the other in both maps."""
        for one in list(mine):
            same = next((other for other in theirs if _same(one.place, other.place)), None)
            if same:
                mine.remove(one)
                theirs.remove(same)
        mine.sort(key=lambda link: link.place)
        theirs.sort(key=lambda link: link.place)
        for one in list(mine):
            other = next((x for x in theirs if x.place.relation == one.place.relation), None)
            if other:  # the doubt is about another step to the same conclusion
                mine.remove(one)
                theirs.remove(other)
                yield self._finding("misplaced", one, other)
        while mine and theirs:
            yield self._finding("wrong-relation", mine.pop(0), theirs.pop(0))
        yield from (self._finding("missing-relation", one, None) for one in mine)
        yield from (self._finding("extra-relation", None, one) for one in theirs)

    def left(self) -> Iterator[Finding]:
        """What is still to be accounted for: places that were changed for others, places that are missing or extra.

        A statement between, that only one map has, makes no place extra and no place missing.
        """
        mine = sorted((x for x in self.expected if x.direct), key=_rank)
        beneath_missing = sorted((x for x in self.expected if not x.direct), key=_rank)
        theirs = sorted((x for x in self.found if x.direct), key=_rank)
        beneath_own = sorted((x for x in self.found if not x.direct), key=_rank)
        for one in list(mine):
            if theirs or beneath_own:
                other = _likest(one, theirs or beneath_own)
                (theirs or beneath_own).remove(other)
                mine.remove(one)
                yield self._finding("misplaced", one, other)
        while beneath_missing and theirs:
            one = beneath_missing.pop(0)
            yield self._finding("misplaced", one, theirs.pop(0))
        yield from (self._finding("missing-relation", one, None) for one in mine)
        yield from (self._finding("extra-relation", None, one) for one in theirs)

    def _finding(self, kind: Kind, mine: Link | None, theirs: Link | None) -> Finding:
        return Finding(
            kind,
            self.key,
            expected=mine.place if mine else None,
            found=theirs.place if theirs else None,
            where=theirs.where if theirs else (),
        )


def _reversed(open_ones: dict[str, _Open]) -> Iterator[Finding]:
    """Pairs that stand the wrong way round; where the two changed places, so did what is above them."""
    for key, lower in open_ones.items():
        for link in sorted((x for x in lower.expected if x.direct), key=_rank):
            upper = open_ones[link.place.upper]
            turned = [x for x in upper.found if x.direct and x.place.upper == key]
            if not turned:
                continue
            upper.found = _without(upper.found, turned)
            lower.expected = _without(lower.expected, [link])
            for above in list(upper.expected):
                taken = _under(lower.found, above.place.upper)
                if taken:
                    lower.found = _without(lower.found, taken)
                    upper.expected = _without(upper.expected, [above])
            yield Finding("reversed", key, expected=link.place, found=turned[0].place, where=turned[0].where)


def _together(found: Sequence[Finding], reference: Skeleton, student: Skeleton) -> Iterator[Finding]:
    """Premises that work together, and were moved together, are one finding."""
    told: set[int] = set()
    for finding in found:
        if id(finding) in told:
            continue
        mates = [finding, *(x for x in found if x is not finding and _moved_with(finding, x, reference, student))]
        told.update(map(id, mates))
        if len(mates) == 1:
            yield finding
        else:
            yield Finding(
                "misplaced",
                finding.subject,
                expected=finding.expected,
                found=finding.found,
                members=tuple(x.subject for x in mates),
                where=finding.where,
            )


def _moved_with(one: Finding, other: Finding, reference: Skeleton, student: Skeleton) -> bool:
    if one.kind != "misplaced" or other.kind != "misplaced" or not (one.found and one.expected):
        return False
    if (one.expected, one.found) != (other.expected, other.found) or one.found.relation != "because":
        return False
    pair = {one.subject, other.subject}
    before, after = (
        any(pair <= reason for reason in m.reasons.get(place.upper, ()))
        for m, place in ((reference, one.expected), (student, one.found))
    )
    return before and after


def _same(one: Place, other: Place) -> bool:
    """Whether two places under one statement are the same; a step none of whose premises is common may be any."""
    if one.relation != other.relation:
        return False
    return not one.step or not other.step or bool(set(one.step) & set(other.step))


def _excuses(mine: Link, theirs: Place) -> bool:
    """Whether a place of the reference lets the student's stand: the same, or one that cannot be judged."""
    if mine.direct:
        return mine.place.upper == theirs.upper and _same(mine.place, theirs)
    return mine.place.upper == theirs.upper or _moved_along(mine.place, theirs)


def _moved_along(one: Place, other: Place) -> bool:
    """Whether a doubt stands at the same step, which may itself stand elsewhere."""
    return one.relation == other.relation == "unless" and bool(set(one.step) & set(other.step))


def _likest(link: Link, others: Sequence[Link]) -> Link:
    """The first in the same relation, else the first."""
    return next((x for x in others if x.place.relation == link.place.relation), others[0])


def _under(links: Sequence[Link], upper: str) -> list[Link]:
    return [link for link in links if link.place.upper == upper]


def _without(links: Sequence[Link], others: Sequence[Link]) -> list[Link]:
    return [link for link in links if all(link is not other for other in others)]


def _rank(link: Link) -> Place:
    return link.place
