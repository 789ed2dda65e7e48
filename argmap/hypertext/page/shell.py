"""What stands around the views: the title, whose articles these are, the ways to each view."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from argmap.diagram.sources import source_line
from argmap.graph import theses
from argmap.hypertext.page.material import Link, Material
from argmap.model import ArgumentMap


@dataclass(frozen=True, slots=True)
class Place:
    """A view: the id of its section, what leads to it is called, and whose it is, said where there is room."""

    id: str
    name: str
    whose: str = ""


@dataclass(frozen=True, slots=True)
class Thesis:
    """What an author claims above all, and the way to it in the map."""

    text: str
    link: Link


@dataclass(frozen=True, slots=True)
class Author:
    """A map and its article.

    Attributes:
        letter: A, B, …
        name: What sentences call the map.
        source: Authors, title, publisher and date of the article.
        url: Where it is, if that is an address of the web; else "".
        theses: What it claims above all.
        version: The map's id, with the beginning of the hash of its file.
        size: How many statements the map has.
        reviewed: Whether somebody vouches that the map holds all of the article.
    """

    letter: str
    name: str
    source: str
    url: str
    theses: tuple[Thesis, ...]
    version: str
    size: int
    reviewed: bool


@dataclass(frozen=True, slots=True)
class Shell:
    """What all views have around them."""

    title: str
    authors: tuple[Author, ...]
    places: tuple[Place, ...]


def shell(material: Material, title: str, hashes: Mapping[str, str], beside: Iterable[Place] = ()) -> Shell:
    """What stands around the views; a page of one map is called as its article is, if it has no `title`."""
    names = {m.id: m.name for m in material.comparison.maps} if material.comparison else {}
    compared = {m.id: m.sha256 for m in material.comparison.maps} if material.comparison else {}
    authors = tuple(
        _author(m, material, names.get(m.id, m.name), hashes.get(m.id) or compared.get(m.id) or "")
        for m in material.maps
    )
    first = material.maps[0]
    return Shell(
        title or first.article.title or first.title or first.id,
        authors,
        (*_places(material, authors), *beside, *_articles(material, authors)),
    )


def _author(m: ArgumentMap, material: Material, name: str, sha256: str) -> Author:
    url = m.article.url or ""
    return Author(
        material.letter(m.id),
        name,
        source_line(m.article) or m.title or "",
        url if url.startswith(("https://", "http://")) else "",
        tuple(Thesis(m.statements[key].text, material.link(m.id, key)) for key in _in_order(m, material)),
        f"{m.id} ({sha256[:12]})" if sha256 else m.id,
        len(m.statements),
        m.coverage == "complete",
    )


def _in_order(m: ArgumentMap, material: Material) -> list[str]:
    """Its theses as the map view counts them, T1 first."""
    return sorted(theses(m), key=lambda key: (len(name := material.short_id(m.id, key)), name))


def _places(material: Material, authors: tuple[Author, ...]) -> list[Place]:
    maps = [Place(f"map-{a.letter}", f"Map {a.letter}", a.name) for a in authors]
    found = [Place("compare", "Compare")] if material.comparison else []
    return [*found, *maps]


def _articles(material: Material, authors: tuple[Author, ...]) -> list[Place]:
    return [
        Place(f"text-{a.letter}", f"Article {a.letter}", a.name)
        for a, m in zip(authors, material.maps, strict=True)
        if material.whole_text and m.id in material.texts
    ]
