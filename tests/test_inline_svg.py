"""Drawings inside pages: the same marks, fewer bytes, nothing that acts."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from argmap.api import draw
from argmap.errors import DrawingFailed
from argmap.hypertext.inline_svg import inline_svg

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0.00 0.00 9.00 9.00">'
)

MAPS = Path(__file__).parents[1] / "maps" / "northeast-asia"


def shown(body: str, **options: bool) -> str:
    """What stands in a page for a drawing with this body, without its own frame."""
    whole = str(inline_svg(f"{HEAD}{body}</svg>".encode(), "a", **options))
    inside = re.fullmatch(r'<svg viewBox="0 0 9 9"([^>]*?)(?:/>|>(.*)</svg>)', whole, re.DOTALL)
    assert inside, whole
    return inside[1] + (inside[2] or "")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<path d="M0.00,-427.25C1,2 3.333,-0.04" fill="none"/>', '<path d="M0,-427.2C1,2 3.3,0" fill="none"/>'),
        ('<g id="n1"><path d="M0"/></g>', '<g id="a-n1"><path d="M0"/></g>'),
        ('<g transform="scale(1 1) rotate(0) translate(4 4.50)"><path d="M0"/></g>',
         '<g transform="translate(4 4.5)"><path d="M0"/></g>'),
        ('<path d="M0" style="fill: red; STROKE-WIDTH:2;"/>', '<path d="M0" fill="red" stroke-width="2"/>'),
        ('<text text-anchor="start" xml:space="preserve">A  b</text>', "<text>A\N{NO-BREAK SPACE} b</text>"),
        ("<text>a <tspan>b</tspan> c</text>", "<text>a\N{NO-BREAK SPACE}<tspan>b</tspan>\N{NO-BREAK SPACE}c</text>"),
        ("<title>a  &lt;b&gt;&amp;</title>", "<title>a  &lt;b&gt;&amp;</title>"),
        ('<g id="n1">\n</g>', ""),
        ('<a xlink:href="#n1"><text>see</text></a>', '<a href="#a-n1"><text>see</text></a>'),
        ('<a xlink:href="https://x.org/?a&amp;b"><text>x</text></a>',
         '<a href="https://x.org/?a&amp;b"><text>x</text></a>'),
        ('<a xlink:href="other-2.svg#n1"><text>sheet 2</text></a>', "<text>sheet 2</text>"),
        ('<path clip-path="url(#c)" d="M0"/>', '<path clip-path="url(#a-c)" d="M0"/>'),
        ('<defs><clipPath id="c"><rect x="1.0"/></clipPath></defs>',
         '<defs><clipPath id="a-c"><rect x="1"/></clipPath></defs>'),
        ('<g aria-labelledby="t u"><title id="t">T</title></g>',
         '<g aria-labelledby="a-t a-u"><title id="a-t">T</title></g>'),
        ('<path fill="#E2F0FA" stroke="#0065ad" d="M0"/>',
         '<path fill="var(--author-a-tint)" stroke="var(--author-a-line)" d="M0"/>'),
        ('<path fill="#123456" d="M0"/>', '<path fill="#123456" d="M0"/>'),
    ],
)  # fmt: skip
def test_a_drawing_says_the_same_in_a_page(body: str, expected: str) -> None:
    assert shown(body) == expected


def test_a_shape_filled_and_outlined_is_drawn_once() -> None:
    area = '<path fill="#fff" stroke="none" d="M0"/>'
    line = '<path fill="none" stroke="#000" stroke-width="2" d="M0"/>'
    other = line.replace("M0", "M1")
    assert shown(area + line) == '<path fill="#fff" d="M0" stroke="#000" stroke-width="2"/>'
    assert shown(area + other).count("<path") == 2
    assert shown(line + area).count("<path") == 2


def test_what_most_parts_are_filled_with_is_said_once() -> None:
    body = '<path fill="#111" d="M0"/><text fill="#111">x</text><path fill="#222" d="M1"/>'
    assert shown(body) == ' fill="#111"<path d="M0"/><text>x</text><path fill="#222" d="M1"/>'
    assert shown(f'{body}<path d="M2"/>') == f'{body}<path d="M2"/>'


def test_the_font_of_most_texts_is_said_once() -> None:
    body = "".join(f'<text font-family="F" font-size="{size}">x</text>' for size in ("8.00", "9.00", "8.00"))
    fonts = ' font-family="F" font-size="8"'
    assert shown(body) == f'{fonts}<text>x</text><text font-size="9">x</text><text>x</text>'


def test_a_text_without_a_font_is_given_none() -> None:
    assert shown('<text font-family="F">x</text><text>y</text>') == '<text font-family="F">x</text><text>y</text>'


def test_what_is_only_looked_at_needs_no_names() -> None:
    body = (
        '<g id="graph0" class="graph"><title>All</title><g id="n1" class="node"><path d="M0"/></g>'
        '<g id="n2" class="node"><path d="M1"/></g><a href="#n2"><text>x</text></a></g>'
    )
    assert shown(body, bare=True) == ('<path d="M0"/><g id="a-n2"><path d="M1"/></g><a href="#a-n2"><text>x</text></a>')


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<style>*{}</style>", "<style>"),
        ("<foreignObject/>", "<foreignObject>"),
        ('<image href="x.png"/>', "<image>"),
        ('<use href="#a"/>', "<use>"),
        ("<animate/>", "<animate>"),
        ('<h:b xmlns:h="http://www.w3.org/1999/xhtml"/>', "<b>"),
        ('<path onclick="f()"/>', "'onclick'"),
        ('<path style="filter:url(#f)"/>', "'filter'"),
        ('<a href="javascript:alert(1)"/>', "'javascript:alert(1)'"),
        ('<a href=" java:x"/>', "' java:x'"),
        ('<a href="//evil.example/"/>', "'//evil.example/'"),
        ('<path fill="url(https://x.org/a.svg#b)"/>', "'url(https://x.org/a.svg#b)'"),
        ('<path fill="url(#b) url(x)"/>', "'url(#b) url(x)'"),
        ("<path>", "no SVG: mismatched tag"),
    ],
)
def test_what_could_act_or_fetch_is_refused_by_name(body: str, named: str) -> None:
    with pytest.raises(DrawingFailed, match=re.escape(named)):
        shown(body)


@pytest.mark.parametrize(
    "svg",
    [b"", b"<html/>", b"<g/>", b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'],
)
def test_what_is_no_drawing_is_refused(svg: bytes) -> None:
    with pytest.raises(DrawingFailed, match="this drawing"):
        inline_svg(svg, "a")


@pytest.mark.parametrize("bare", [False, True])
def test_real_drawings_keep_their_texts_and_links_and_shrink(*, bare: bool) -> None:
    picture = draw(MAPS / "koga-2023.yaml", split="never")
    inlined = str(inline_svg(picture.data, "k", bare=bare))
    before, after = ElementTree.fromstring(picture.data), ElementTree.fromstring(inlined)
    spelled = [" ".join("".join(t.itertext()).split()) for t in before.iter("{http://www.w3.org/2000/svg}text")]
    assert [" ".join("".join(t.itertext()).split()) for t in after.iter("text")] == spelled
    ids = {e.get("id") for e in after.iter()} - {None}
    assert {e.get("href", "")[1:] for e in after.iter("a")} <= ids
    assert all(str(i).startswith("k-") for i in ids)
    assert set(str(after.get("aria-labelledby")).split()) <= ids
    assert len(inlined.encode()) < 0.65 * len(picture.data)
    assert "style=" not in inlined
    assert ("T1, thesis: Tokyo and Seoul" in inlined) is not bare
