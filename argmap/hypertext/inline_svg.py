"""A drawing put into a page: nothing in it acts, its ids are its own, and it is as small as it can be for its marks.

What a browser shows is the same but for a twentieth of a point, and for colours, which are those the page names, dark
ones in the dark. A page's policy lets no ``style`` attribute act, so
they become attributes of their own; elements and attributes that no drawing of ours has are refused by name.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import XML, Element, ParseError

from markupsafe import Markup, escape

from argmap.errors import DrawingFailed
from argmap.hypertext.colours import variables
from argmap.hypertext.svg_paths import short_path

_SHAPES: Final = frozenset({"path", "polygon", "polyline", "line", "rect", "circle", "ellipse", "text"})
_ELEMENTS: Final = _SHAPES | {"svg", "g", "a", "tspan", "title", "desc", "defs", "clipPath", "linearGradient", "stop"}

_ATTRIBUTE: Final = re.compile(
    "id|class|lang|role|href|aria-(hidden|label|labelledby|describedby)|viewBox|width|height|transform|points|d"
    "|[cdr]?[xy]|[xy][12]|r|offset|opacity|(fill|stroke|stop)(-(opacity|rule|width|dasharray|linecap|linejoin|color))?"
    "|font-(family|size|style|weight)|text-(anchor|decoration)|clip-(path|rule)|(clipPath|gradient)Units"
)
_NUMERIC: Final = re.compile("transform|points|viewBox|d|[cdr]?[xy]|[xy][12]|r|font-size|stroke-width|width|height")
_INHERITED: Final = {"font-family": frozenset({"text"}), "font-size": frozenset({"text"}), "fill": _SHAPES}
"""What can be said once for all elements of some kinds that say something of it."""

_NUMBER: Final = re.compile(r"-?\d+\.\d+")
_REFERENCE: Final = re.compile(r"url\(\s*['\"]?#([^)'\"]*)['\"]?\s*\)")
_LINK: Final = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_SCHEME: Final = re.compile(r"\s*[a-z][a-z0-9+.-]*:|\s*//", re.IGNORECASE)
_STILL: Final = re.compile(r"(?:scale\(1(?: 1)?\)|rotate\(0\))\s*")
_UNSAID: Final = {"text-anchor": "start", "stroke": "none"}  # what holds without being said
_NAMING: Final = frozenset({"aria-labelledby", "aria-describedby"})
_COLOURED: Final = frozenset({"fill", "stroke", "stop-color"})
_COLOURS: Final = variables()
_TELLING: Final = frozenset({"title", "desc", "text", "tspan"})
_GROUPS: Final = frozenset({"g", "a"})
_SPACE: Final = re.compile(r"^ | $| (?= )")


def inline_svg(svg: bytes, prefix: str, *, bare: bool = False) -> Markup:
    """The drawing as an element of a page.

    Args:
        svg: A drawing as `draw` gives it.
        prefix: Put before every id and reference, with a hyphen, as several drawings stand in one page.
        bare: Whether it is only looked at, as the page says the same in words: ids that nothing refers to, classes and
            the names of its parts are left out.

    Raises:
        DrawingFailed: It is no SVG, or holds what could act or fetch: a script, a handler, a foreign element.
    """
    if b"<!ENTITY" in svg:
        raise DrawingFailed("this drawing declares entities, which no drawing for a page may")
    try:
        root = XML(svg)
    except ParseError as problem:
        raise DrawingFailed(f"this drawing is no SVG: {problem}") from problem
    for element in root.iter():
        _name_plainly(element)
    if root.tag != "svg":
        raise DrawingFailed(f"this drawing is no SVG: it begins with <{root.tag}>")
    used = frozenset(_referred_to(root))
    for element in root.iter():
        _tidy(element, prefix, used, bare=bare)
    if bare:
        _unname(root)
    _simplify(root)
    for name, kinds in _INHERITED.items():
        _say_once(name, root, [element for element in root.iter() if element.tag in kinds])
    return Markup("").join(_written(root))


def _unname(root: Element) -> None:
    for group in root.iter("g"):
        for title in group.findall("title"):
            group.remove(title)


def _name_plainly(element: Element) -> None:
    """Names without namespaces, a style attribute resolved; what may not stand in a page is refused."""
    element.tag = _local(element.tag)
    if element.tag not in _ELEMENTS:
        raise DrawingFailed(f"this drawing holds <{element.tag}>, which no drawing for a page may")
    told = {_local(name): value for name, value in element.attrib.items()}
    told |= _styled(told.pop("style", ""))
    for unsaid in ("space", "version"):  # of XML, and of SVG 1.1
        told.pop(unsaid, None)
    for name in told:
        if not _ATTRIBUTE.fullmatch(name):
            raise DrawingFailed(f"this drawing has an attribute {name!r}, which no drawing for a page may")
    element.attrib.clear()
    element.attrib.update(told)


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _styled(style: str) -> Mapping[str, str]:
    """What a style attribute says, as attributes."""
    parts = (part.partition(":") for part in style.split(";") if part.strip())
    return {name.strip().lower(): value.strip() for name, _, value in parts}


def _referred_to(root: Element) -> Iterator[str]:
    for element in root.iter():
        for name, value in element.attrib.items():
            if name == "href":
                yield value.removeprefix("#")
            elif name in _NAMING:
                yield from value.split()
            else:
                yield from _REFERENCE.findall(value)


def _tidy(element: Element, prefix: str, used: frozenset[str], *, bare: bool) -> None:
    """Ids and references with their prefix, numbers in few digits, and nothing said that holds anyway."""
    told = dict(element.attrib)
    element.attrib.clear()
    for key, value in told.items():
        new = _attribute(key, value, prefix)
        left_out = bare and (key in ("class", "aria-hidden") or (key == "id" and value not in used))
        if new and not left_out and _UNSAID.get(key) != new:
            element.attrib[key] = short_path(new) if key == "d" and bare else new


def _attribute(key: str, value: str, prefix: str) -> str:
    if key == "id":
        return f"{prefix}-{value}"
    if key in _NAMING:
        return " ".join(f"{prefix}-{one}" for one in value.split())
    if key == "href":
        return _leads(value, prefix)
    if key in _COLOURED and value.lower() in _COLOURS:
        return _COLOURS[value.lower()]
    if "(" in value and key != "transform":
        if _REFERENCE.sub("", value).strip():
            raise DrawingFailed(f"this drawing asks for {value!r}, which no drawing for a page may")
        return _REFERENCE.sub(lambda m: f"url(#{prefix}-{m[1]})", value)
    if _NUMERIC.fullmatch(key):
        return _NUMBER.sub(lambda m: _short(m[0]), _STILL.sub("", value))
    return value


def _leads(href: str, prefix: str) -> str:
    """Where a link leads from a page; "" for another sheet of the same drawing, as no file lies beside a page."""
    if href.startswith("#"):
        return f"#{prefix}-{href[1:]}"
    if _LINK.match(href):
        return href
    if _SCHEME.match(href):
        raise DrawingFailed(f"this drawing links to {href!r}, where no drawing for a page may lead")
    return ""


def _short(number: str) -> str:
    """A number to a tenth of a point.

    >>> [_short(number) for number in ("10.00", "-427.25", "-0.04")]
    ['10', '-427.2', '0']
    """
    return str(round(float(number), 1) + 0.0).removesuffix(".0")


def _simplify(parent: Element) -> None:
    """Groups that hold nothing or mean nothing go; a shape drawn twice, filled and outlined, is drawn once."""
    kept: list[Element] = []
    for child in parent:
        _simplify(child)
        if child.tag in _GROUPS and not child.attrib and child.find("title") is None:
            kept += child
        elif child.tag not in _GROUPS or len(child):
            kept.append(child)
    parent[:] = []
    for child in kept:
        if len(parent) and _outlines(child, parent[-1]):
            parent[-1].attrib.update((k, v) for k, v in child.attrib.items() if k.startswith("stroke"))
        else:
            parent.append(child)


def _outlines(line: Element, area: Element) -> bool:
    """Whether a shape is only the outline of the one before it."""
    if line.tag != area.tag or line.get("fill") != "none" or "stroke" in area.attrib:
        return False
    return _place(line) == _place(area)


def _place(shape: Element) -> Mapping[str, str]:
    return {k: v for k, v in shape.attrib.items() if k != "fill" and not k.startswith("stroke")}


def _say_once(name: str, root: Element, elements: list[Element]) -> None:
    """What most of these elements say, said by the root; only where every one says something."""
    said = Counter(element.get(name) for element in elements)
    if None not in said and len(elements) > 1:
        most = str(said.most_common(1)[0][0])
        root.set(name, most)
        for element in elements:
            if element.get(name) == most:
                del element.attrib[name]


def _written(element: Element) -> Iterator[Markup]:
    yield Markup("<") + element.tag  # one of a few names
    for key, value in element.attrib.items():
        yield Markup(f' {key}="') + escape(value) + Markup('"')
    told = element.tag in _TELLING
    if not (len(element) or (told and element.text)):
        yield Markup("/>")
        return
    yield Markup(">")
    yield escape(_spaced(element, element.text) if told else "")
    for child in element:
        yield from _written(child)
        yield escape(_spaced(element, child.tail) if told else "")
    yield Markup("</") + element.tag + Markup(">")


def _spaced(element: Element, text: str | None) -> str:
    """Text whose spaces count without an attribute of XML."""
    return (text or "") if element.tag in ("title", "desc") else _SPACE.sub("\N{NO-BREAK SPACE}", text or "")
