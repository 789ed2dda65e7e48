"""Maps against maps: on how many points each two agree and differ."""

from argmap.comparison.records import Comparison
from argmap.reporters.comparison_views_blocks import NOTHING, Cell, Line, Table, columns
from argmap.reporters.comparison_views_standing import Tally, tallies


def pairs_table(c: Comparison) -> Table:
    """Agreements and differences, ``7:3``, each pair once: a line for each map but the last, a column but the first.

    Figures such as `net` count something else, shared keys, and would seem to contradict these; they have a view.
    """
    counted = tallies(c)
    ids = [m.id for m in c.maps]
    lines = []
    for i, m in enumerate(c.maps[:-1]):
        blank = [Cell("", "")] * i
        lines.append(Line(m.name, (*blank, *(_tally(counted[m.id, other]) for other in ids[i + 1 :]))))
    return Table("", columns(c)[1:], tuple(lines))


def _tally(tally: Tally) -> Cell:
    said = f"{tally.agree}:{tally.differ}" if tally.shared else NOTHING
    return Cell(said, said)
