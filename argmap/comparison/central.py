"""Which findings weigh most: one measure, for the sentence "above all" and for a sheet that shows a choice."""

from argmap.comparison.records import Comparison, Finding, Group


def most_central(c: Comparison, *groups: Group) -> tuple[Finding, ...]:
    """The findings of these groups without those on sources, the most central one first.

    A finding is as central as the map that gives it fewer statements makes it, for what one map returns to and the
    other passes over is no centre of both. Among equals the one with more theses comes first, then the one that is
    read first.
    """
    theses = frozenset((m.id, s.id) for m in c.maps for s in m.thesis)
    found = [f for group in groups for f in c.in_group(group)]
    return tuple(sorted(found, key=lambda f: _weight(f, theses), reverse=True))


def _weight(finding: Finding, theses: frozenset[tuple[str, str]]) -> tuple[int, int]:
    room = min((len(side.statements) for side in finding.sides.values()), default=0)
    return room, sum((m, s.id) in theses for m, side in finding.sides.items() for s in side.statements)
