"""Criterion 2, on drawings: whatever lies on a colour in any picture is a pair that the rules for themes hold to.

Every picture is drawn in a theme whose colours all differ, if only by a shade, so that each tells which it is.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree

import pytest

from argmap import api
from argmap.facade.drawing import MANY
from argmap.theme import THEMES, TOKENS, colours_of, theme_of
from argmap.theme.rules import Pair, pairs
from argmap.theme.sight import contrast

MAPS = Path(__file__).parents[1] / "maps" / "northeast-asia"
KOGA, RSIS, BEIJING = (str(MAPS / f"{name}-2023.yaml") for name in ("koga", "rsis", "beijing"))


def marked(name: Literal["light", "print"]) -> dict[str, str]:
    """The colours of a theme, each a shade of blue off where another token has it, too."""
    found: dict[str, str] = {}
    for token in TOKENS:
        colour = colours_of(THEMES[name])[token]
        while colour and colour in found.values():
            blue = int(colour[5:], 16)
            colour = f"{colour[:5]}{blue - 1 if blue > 127 else blue + 1:02X}"
        found[token] = colour
    return found


Node = tuple[ElementTree.Element, tuple[float, float]]


def nodes(dot: str) -> Iterator[Node]:
    """The HTML-like labels of a drawing, in the order they are painted, with their places; none in unplaced ones."""
    for start in re.finditer(r"label=<", dot):
        depth, at = 1, start.end()
        while depth:  # in text, angle brackets are escaped
            depth += {"<": 1, ">": -1}.get(dot[at], 0)
            at += 1
        place = re.match(r'[^\]]*?\bpos="([-\d.]+),([-\d.]+)', dot[at:])
        label = ElementTree.fromstring(f"<L>{dot[start.end() : at - 1]}</L>")
        yield label, (float(place[1]), float(place[2])) if place else (0.0, 0.0)


def under(index: int, among: list[Node]) -> str:
    """The fill of the last frame painted below a place; "" for the page."""
    x, y = among[index][1]
    for label, (left, low) in reversed(among[:index]):
        frame = label.find("TABLE")
        if frame is not None and frame.get("FIXEDSIZE") and frame.get("BGCOLOR"):
            wide, high = float(frame.get("WIDTH", 0)), float(frame.get("HEIGHT", 0))
            if abs(x - left) < wide / 2 and abs(y - low) < high / 2:
                return str(frame.get("BGCOLOR"))
    return ""


def on(element: ElementTree.Element, ground: str, around: str, colour: str) -> Iterator[tuple[str, str, str]]:
    """Colour, ground and use of what an element of a label shows; `around` colours borders, `colour` text."""
    get = {key.upper(): value for key, value in element.attrib.items()}.get
    inside = get("BGCOLOR") or ground
    pen = get("COLOR") or around
    tag = element.tag.upper()
    if tag in ("TABLE", "TD") and int(get("BORDER") or 0) > 0:
        yield pen, inside, "line"
        yield pen, ground, "line"
    text = pen if tag == "FONT" else colour
    if element.text and element.text.strip():
        yield text, inside, "text"
    for child in element:
        yield from on(child, inside, pen if tag != "FONT" else around, text)
        if child.tail and child.tail.strip():
            yield text, inside, "text"


def shown(dot: str, tokens: dict[str, str]) -> set[Pair]:
    """What lies on what in a drawing, by token."""
    ink, ground = tokens["ink"], tokens["ground"]
    painted = list(nodes(dot))
    seen = {use for i, (label, _) in enumerate(painted) for use in on(label, under(i, painted) or ground, ink, ink)}
    seen |= {(colour, ground, "line") for colour in re.findall(r'(?<!\w)color="?(#[0-9A-F]{6})', dot)}
    named = {colour: token for token, colour in tokens.items()}
    return {
        Pair(named[fore], named[back], "line" if use == "line" else "text") for fore, back, use in seen if fore != back
    }


def of_a_bar(pair: Pair) -> bool:
    """The edge of a bar or a head: of its own colour, or round a fill that is seen without it."""
    return pair.use == "line" and (pair.fore.endswith((".bar", ".tint")) or pair.back.endswith(".bar"))


CALLS = [
    *(((KOGA,), {"level": level, "split": "branch"}) for level in ("title", "text", "full")),
    ((RSIS,), {"evidence": "nodes", "ids": "outline", "split": "never"}),
    ((RSIS,), {"layout": "dot"}),
    *(((KOGA, RSIS), {"view": view}) for view in api.VIEWS if view not in ("map", "butterfly", "crux")),
    ((KOGA, RSIS), {"view": "butterfly", "about": "china"}),
    ((KOGA, RSIS), {"view": "crux", "about": "history-overcome"}),
    *(((KOGA, RSIS, BEIJING), {"view": view}) for view in sorted(MANY)),
]


@pytest.mark.parametrize(
    ("maps", "options"), CALLS, ids=lambda x: "-".join(map(str, x.values())) if type(x) is dict else len(x)
)
def test_whatever_lies_on_a_colour_is_held_to_a_contrast(maps: tuple[str, ...], options: dict[str, str]) -> None:
    for name in ("light", "print"):  # dark has the same parts as light
        tokens = marked(name)
        allowed = set(pairs(tokens))
        allowed |= {Pair(p.back, p.fore, p.use) for p in allowed}
        allowed |= {Pair(p.fore, p.back, "line") for p in allowed}  # what can be read can be seen
        first = api.draw(*maps, theme=theme_of(name, tokens), format="dot", **options)  # type: ignore[arg-type]
        found = set().union(*(shown(sheet.data.decode(), tokens) for sheet in (first, *first.sheets)))
        assert len(found) > 5
        unheld = {p for p in found - allowed if not of_a_bar(p)}
        assert {f"{p.fore} on {p.back} ({p.use})" for p in unheld} == set(), name
        assert [p for p in found - unheld if not of_a_bar(p) and contrast(tokens[p.fore], tokens[p.back]) < 3] == []
