"""The view of roles: which part each actor plays, by each map."""

from argmap.diagram.role_table import role_table
from argmap.hypertext.page.material import Material
from argmap.hypertext.page.own_parts import own_roles
from argmap.hypertext.page.part_table import PartTable, part_table
from argmap.languages import ENGLISH


def roles_view(material: Material) -> PartTable | None:
    """The table of roles; None where no map casts an actor."""
    c = material.comparison
    if c is None:
        return own_roles(material)
    found = [f for f in material.findings if f.unit == "role"]
    return part_table(role_table(c, found, words=ENGLISH, level="full"), material) if found else None
