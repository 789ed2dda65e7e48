"""The roles that two maps or more give each actor."""

from argmap.comparison.records import Comparison
from argmap.diagram.role_table import role_table
from argmap.renderers.look import Look, ViewOptions
from argmap.renderers.picture import Picture
from argmap.renderers.tables.table_sheets import draw_table


def draw_roles(c: Comparison, look: Look, options: ViewOptions) -> tuple[Picture, ...]:
    """The sheets of the table, in order.

    Args:
        c: Two maps or more.
        look: What the sheets are made for; its level says how much of each map's words is shown.
        options: Which findings are drawn.

    Raises:
        DrawingFailed: There is nothing to show, or no room for so many columns, or Graphviz could not draw this.
    """
    found = options.findings(c)
    return draw_table(c, lambda level: role_table(c, found, words=look.words, level=level), look, "roles")
