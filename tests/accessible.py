"""What an SVG must be for those who hear it, and for a page that shows it: for tests."""

import re
from collections import Counter
from typing import Final
from xml.etree import ElementTree

SVG: Final = "{http://www.w3.org/2000/svg}"
LINK: Final = "{http://www.w3.org/1999/xlink}"

_TAGS: Final = {"svg", "g", "a", "title", "desc", "polygon", "polyline", "path", "text", "ellipse"}
_SAFE: Final = re.compile(r"(https?|mailto):|#|[\w.-]+\.svg(#|$)")


def words_of(svg: bytes) -> str:
    """All that is written in a picture."""
    return " ".join("".join(text.itertext()) for text in ElementTree.fromstring(svg).iter(f"{SVG}text"))


def problems_of(svg: bytes, name: str) -> list[str]:
    """What is wrong with a picture of that name; nothing with a good one."""
    root = ElementTree.fromstring(svg)
    return [*_root(root), *_parts(root), *_ids(root, name), *_order(root), *_text(svg)]


def _root(root: ElementTree.Element) -> list[str]:
    found = []
    if (root.tag, root.get("role")) != (f"{SVG}svg", "img"):
        found.append("the root is no image")
    if not re.fullmatch(r"[a-z]{2}(-\w+)*", root.get("lang") or ""):
        found.append("no language")
    parts = {each.get("id"): each for each in root.iter()}
    labelled = (root.get("aria-labelledby") or "").split()
    said = [parts[each].text or "" for each in labelled if each in parts]
    if [child.tag for child in root][:2] != [f"{SVG}title", f"{SVG}desc"] or len(said) != 2 or not all(said):
        found.append("no title or no description")
    return found


def _parts(root: ElementTree.Element) -> list[str]:
    found = []
    for each in root.iter():
        tag = each.tag.removeprefix(SVG)
        if tag not in _TAGS:
            found.append(f"<{tag}>")
        found += [f"{name}=" for name in each.attrib if name.lower().startswith("on") or name == "style"]
        for name, value in each.attrib.items():
            if name.removeprefix(LINK) == "href" and not _SAFE.match(value):
                found.append(f"a link to {value}")
            if re.search(r"url\(|javascript:", value, re.IGNORECASE):
                found.append(f"{name}={value}")
        if tag == "a" and any(inner is not each for inner in each.iter(f"{SVG}a")):
            found.append("a link in a link")
        if tag == "g" and each.get("class") == "edge" and each.get("aria-hidden") != "true":
            found.append("a line that is heard")
    return found


def _ids(root: ElementTree.Element, name: str) -> list[str]:
    ids = Counter(each.get("id") or "" for each in root.iter() if "id" in each.attrib)
    return [f"id {each} twice" for each, n in ids.items() if n > 1] + [
        f"id {each}" for each in ids if not each.startswith(f"{name}-")
    ]


def _order(root: ElementTree.Element) -> list[str]:
    """Boxes are heard in the order of their numbers, which is that of reading."""
    numbers = [
        int(found[1])
        for each in root.iter(f"{SVG}g")
        if each.get("class") == "node" and (found := re.search(r"-n(\d+)$", each.get("id") or ""))
    ]
    return [] if numbers == sorted(numbers) else [f"read in the order {numbers}"]


def _text(svg: bytes) -> list[str]:
    text = svg.decode()
    return [
        each for each in ("<!--", "<!DOCTYPE", "<!ENTITY", "Generated", "graphviz") if each in text.split("<desc")[0]
    ]
