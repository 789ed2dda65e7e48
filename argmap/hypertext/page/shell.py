"""What stands around the views: title, articles, the ways to each view, what can be filtered by."""

from dataclasses import dataclass

from argmap.hypertext.page.material import Material


@dataclass(frozen=True, slots=True)
class Place:
    """A view: the id of its section, and what leads to it is called."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Shell:
    """Title and ways."""

    title: str
    places: tuple[Place, ...]


def shell(material: Material, title: str) -> Shell:
    """What stands around the views of these maps."""
    return Shell(title or "Page", tuple(_places(material)))


def _places(material: Material) -> list[Place]:
    maps = [Place(f"map-{material.letter(m.id)}", f"Map {material.letter(m.id)}") for m in material.maps]
    found = [Place("compare", "Compare")] if material.comparison else []
    return [*found, *maps, Place("causes", "Causes"), Place("roles", "Roles"), Place("diagram", "Diagram")]
