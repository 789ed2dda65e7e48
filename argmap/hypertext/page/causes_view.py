"""The view of causes: what drives what, by each map."""

from argmap.diagram.cause_table import cause_table
from argmap.hypertext.page.material import Material
from argmap.hypertext.page.own_parts import own_causes
from argmap.hypertext.page.part_table import PartTable, part_table
from argmap.languages import ENGLISH


def causes_view(material: Material) -> PartTable | None:
    """The table of causes; None where no map names a cause."""
    c = material.comparison
    if c is None:
        return own_causes(material)
    found = [f for f in material.findings if f.unit == "explanation"]
    return part_table(cause_table(c, found, words=ENGLISH, level="title"), material) if found else None
