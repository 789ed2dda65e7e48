"""Hand-made pairs of maps for the tests of overlay and small multiples."""

from comparison_cases import two

import argmap
from argmap.comparison.records import Comparison
from argmap.diagram.union import Point, Union, union_of

LANE = """\
t: {type: thesis, text: The lane should stay., because: [pays, [quiet, calm]], but: [cost]}
pays: {type: claim, text: The lane pays for itself., label: It pays, says: [{holds: p}], because: [count], but: [rain]}
count: {type: evidence, text: The survey counts more custom., sources: [s]}
quiet: {text: The street is quiet now., label: Quiet street, says: [{holds: q}], certainty: likely}
calm: {type: assumption, text: Calm streets draw people.}
cost: {type: objection, text: The lane costs spaces., says: [{cause: c, lowers: d}], voice: shops}
rain: {text: It rains a lot., label: Rain}
buses: {text: Buses run on time., label: Buses punctual, says: [{holds: r}]}
"""
ROAD = """\
t: {type: thesis, text: The lane should go., because: [loss], but: [pays]}
loss: {text: Custom fell., because: [late, rain]}
pays: {text: Over the years the lane earns its cost., label: It earns its cost, says: [{holds: p}], because: [rain]}
rain: {text: Rain keeps riders away., label: Rain}
hush: {text: Mill Road has become quiet., label: Hush, says: [{holds: q}]}
late: {text: The buses are late., label: Buses late, says: [{denies: r}], because: [jam]}
jam: {text: Cars queue at the lane., label: Queues}
"""


def lane(left: str = LANE, right: str = ROAD) -> Comparison:
    """Two maps that share two statements, answer a question oppositely, and use what they share for and against."""
    return argmap.compare(*two(left, right))


def mirrored() -> Comparison:
    """The same maps the other way round, each with the name it had."""
    return argmap.compare(*reversed(two(LANE, ROAD)))


def united(left: str = LANE, right: str = ROAD) -> Union:
    return union_of(lane(left, right))


def slugs(points: tuple[Point, ...]) -> list[tuple[str, ...]]:
    return [point.slugs for point in points]
