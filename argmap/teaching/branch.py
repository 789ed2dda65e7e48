"""One branch of a map as a map of its own: what an exercise of a single lesson can hold."""

from argmap.diagram.of_map import focused
from argmap.graph import names_under
from argmap.model import ArgumentMap


def branch_of(m: ArgumentMap, focus: str) -> ArgumentMap:
    """A statement and all that stands below it; it is the thesis of the map that comes of it.

    Args:
        m: The map.
        focus: The statement, by slug or short id.

    Raises:
        UnknownName: There is no such statement.
    """
    top = focused(m, focus)
    found: dict[str, None] = {}
    waiting = [top]
    while waiting:
        key = waiting.pop()
        if key in m.statements and key not in found:
            found[key] = None
            waiting += names_under(m.statements[key])
    statements = {
        key: s.model_copy(update={"type": "thesis"}) if key == top else s
        for key, s in m.statements.items()
        if key in found
    }
    return m.model_copy(update={"statements": statements})
