"""Maps against maps: on how many points each two agree and differ."""

from argmap.comparison.records import Comparison, Metric
from argmap.reporters.comparison_views_blocks import NOTHING, Cell, Line, Table, columns
from argmap.reporters.comparison_views_standing import Tally, tallies


def pairs_table(c: Comparison) -> Table:
    """Agreements and differences above the diagonal, ``7:3``; below it `net` where there are figures."""
    counted = tallies(c)
    ids = [m.id for m in c.maps]
    lines = []
    for i, m in enumerate(c.maps):
        below = [_net(c, other, m.id) for other in ids[:i]]
        above = [_tally(counted[m.id, other]) for other in ids[i + 1 :]]
        lines.append(Line(m.name, (*below, Cell("", ""), *above)))
    return Table("", columns(c), tuple(lines))


def _tally(tally: Tally) -> Cell:
    said = f"{tally.agree}:{tally.differ}" if tally.shared else NOTHING
    return Cell(said, said)


def _net(c: Comparison, a: str, b: str) -> Cell:
    figure: Metric | None = c.metrics.pairs.get(f"{a}|{b}", {}).get("net") if c.metrics else None
    if figure is None:
        return Cell("", "")
    said = NOTHING if figure.value is None else f"{figure.value:+.2f}".replace("-", "−")
    return Cell(said, said)
