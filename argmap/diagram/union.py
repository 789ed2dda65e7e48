"""The union of two maps as a value: what both say stands once, and everything knows whose it is."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from argmap.comparison.central import most_central
from argmap.comparison.records import Comparison, Finding, Side
from argmap.model import ArgumentMap, CausalClaim, RoleAttribution, Stance, Statement

Place = tuple[int, str]
"""A statement: the number of its map, and its slug there."""

Sign = Literal["≠", "!"]

_SIGNS: Final[dict[str, Sign]] = {"diverge": "≠", "conflict": "!"}
_UNITS: Final = ("stance", "explanation", "role")


@dataclass(frozen=True, slots=True)
class Point:
    """A statement of the union: of one map, or one of each that say the same.

    Attributes:
        slugs: What it is called in each map, in their order; "" where a map does not say it.
        claim: The words of the shared vocabulary for it, or "".
        finding: The finding that says they are the same, or "".
    """

    slugs: tuple[str, ...]
    claim: str = ""
    finding: str = ""

    @property
    def owners(self) -> tuple[int, ...]:
        """The maps that say it, by number."""
        return tuple(i for i, slug in enumerate(self.slugs) if slug)

    @property
    def shared(self) -> bool:
        """Whether more than one map says it."""
        return len(self.owners) > 1

    def places(self) -> Iterator[Place]:
        """Its statements."""
        yield from ((i, self.slugs[i]) for i in self.owners)


@dataclass(frozen=True, slots=True)
class Facing:
    """A question that two maps answer differently, and the point of each that answers it.

    `answers` are a few words for what each makes of it, where its sentence does not say so itself.
    """

    finding: str
    sign: Sign
    question: str
    points: tuple[Point, ...]
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Union:
    """Two maps as one.

    Attributes:
        maps: The maps.
        points: Every statement of every map, to its point.
        shared: The points of more than one map, the most central first.
        facings: The questions answered differently, the most central first.
        again: Statements that say what another says, and are no point with it: each with the one that stands for both.
    """

    maps: tuple[ArgumentMap, ...]
    points: dict[Place, Point]
    shared: tuple[Point, ...]
    facings: tuple[Facing, ...]
    again: dict[Place, Place] = field(default_factory=dict)

    def statement(self, place: Place) -> Statement:
        """The statement at a place."""
        return self.maps[place[0]].statements[place[1]]

    def of_finding(self, finding: Finding) -> tuple[Point, ...]:
        """The points a finding is about, each once: those of its sides, then those that only report it."""
        ids = [m.id for m in self.maps]
        cited = [(ids.index(id_), s.id) for id_, side in finding.sides.items() if id_ in ids for s in side.statements]
        return tuple(dict.fromkeys(self.points[place] for place in cited if place in self.points))


def union_of(c: Comparison) -> Union:
    """What two maps say together.

    Two statements are one point where both authors take the same stance on one proposition; or where they name exactly
    the same causes of the same things, or cast the same actors in the same parts and say nothing else. Each statement
    belongs to one point at most, and a point has one statement of each map: the one its finding names first that no
    other point has.
    """
    return _Uniting(c).union()


class _Uniting:
    def __init__(self, c: Comparison) -> None:
        self.c, self.maps = c, c.documents
        self.points: dict[Place, Point] = {}
        self.again: dict[Place, Place] = {}

    def union(self) -> Union:
        shared = []
        for finding in (*self._agreeing("stance"), *self._agreeing("explanation"), *self._agreeing("role")):
            point = self._same(finding) if finding.unit == "stance" else self._same_entries(finding)
            if point:
                shared.append(point)
                self.points.update(dict.fromkeys(point.places(), point))
        facings = [facing for facing in map(self._facing, self._differing()) if facing]
        for i, m in enumerate(self.maps):
            for slug in m.statements:
                alone = tuple(slug if i == j else "" for j in range(len(self.maps)))
                self.points.setdefault((i, slug), Point(alone))
        rank = {f.id: n for n, f in enumerate(most_central(self.c, "agree", "agree-but", "diverge"))}
        shared.sort(key=lambda p: rank.get(p.finding, len(rank)))
        return Union(self.maps, self.points, tuple(shared), tuple(facings), self.again)

    def _agreeing(self, unit: str) -> list[Finding]:
        """Findings of a unit in which both sides may say the same; causes may be shared where weights differ."""
        found = [f for f in self.c.findings if f.unit == unit and all(side.position for side in f.sides.values())]
        return [f for f in found if f.group in ("agree", "agree-but") or unit != "stance"]

    def _same(self, f: Finding) -> Point | None:
        """The point of a stance both take."""
        positions = {side.position for side in f.sides.values()}
        if len(positions) != 1 or not positions <= {"holds", "denies", "questions"} or "~" in f.key:
            return None
        free = [self._free(i, side) for i, side in self._sides(f)]
        if not all(free):  # what one side says here belongs to another point
            for (i, _), some in zip(self._sides(f), free, strict=True):
                self.again.update({(i, slug): self._other(f, i) for slug in some})
            return None
        slugs = tuple(some[0] for some in free)
        point = Point(slugs, f.label if positions == {"holds"} else "", f.id)
        for i, side in self._sides(f):
            for s in side.statements:
                if s.id in free[i][1:]:
                    self.again.setdefault((i, s.id), (i, slugs[i]))
        return point

    def _other(self, f: Finding, i: int) -> Place:
        """The first statement of the other side."""
        return next((j, side.statements[0].id) for j, side in self._sides(f) if j != i)

    def _same_entries(self, f: Finding) -> Point | None:
        """The point of two statements that name the same causes or parts, and nothing else."""
        sides = self._sides(f)
        free = [[(i, slug) for slug in self._free(i, side)] for i, side in sides]
        for place in free[0]:
            wanted = self._core(place)
            found = [next((slug for i, slug in places if self._core((i, slug)) == wanted), "") for places in free]
            if wanted and all(found):
                return Point(tuple(found), "", f.id)
        return None

    def _sides(self, f: Finding) -> list[tuple[int, Side]]:
        return [(i, f.sides[m.id]) for i, m in enumerate(self.c.maps)]

    def _free(self, i: int, side: Side) -> list[str]:
        """The statements of a side that belong to no point yet."""
        slugs = [s.id for s in side.statements if s.id in self.maps[i].statements]
        return [slug for slug in slugs if (i, slug) not in self.points]

    def _core(self, place: Place) -> frozenset[object]:
        """What a statement says by the codebook: parts count only where it says nothing else. Never a stance: the
        same stance makes a point already, and what takes different ones is not the same.
        """
        says = self.maps[place[0]].statements[place[1]].says
        if any(isinstance(form, Stance) for form in says):
            return frozenset()
        causes = frozenset(
            (cause, form.effect, form.factor) for form in says if isinstance(form, CausalClaim) for cause in form.cause
        )
        return causes or frozenset(
            (form.actor, form.role, frozenset(form.toward)) for form in says if isinstance(form, RoleAttribution)
        )

    def _differing(self) -> list[Finding]:
        found = [f for f in self.c.findings if f.group in _SIGNS and f.unit in _UNITS]
        central = most_central(self.c, "conflict", "diverge")
        return sorted(found, key=lambda f: (_UNITS.index(f.unit), central.index(f)))

    def _facing(self, f: Finding) -> Facing | None:
        """The two points that answer a question differently; None where they are drawn with another question."""
        points, answers = [], []
        for i, side in self._sides(f):
            slug, answer = self._answer(f, i, side)
            if not slug:
                return None
            points.append(Point(tuple(slug if i == j else "" for j in range(len(self.maps)))))
            answers.append(answer)
        for point in points:
            self.points.update(dict.fromkeys(point.places(), point))
        return Facing(f.id, _SIGNS[f.group], f.question or f.label, tuple(points), tuple(answers))

    def _answer(self, f: Finding, i: int, side: Side) -> tuple[str, str]:
        """The statement that gives a side's answer, and the answer in words where its sentence may not say it."""
        free = self._free(i, side)
        if not isinstance(side.position, tuple):
            return (free[0], "") if free else ("", "")
        own = f.only.get(self.c.maps[i].id, ())
        for entry in sorted(side.position, key=lambda e: (not e.main, e.entry not in own)):
            slug = next((s for s in entry.statements if s in free), "")
            if slug:
                return slug, entry.label if f.unit == "role" else ""
        return "", ""
