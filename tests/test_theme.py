"""Colours that can be told apart and read: by most people, by people with a colour vision deficiency, and in ink."""

import math
from collections.abc import Iterator
from dataclasses import asdict
from itertools import combinations

import pytest

from argmap.theme import THEME_NAMES, THEMES, Accent, Theme, ThemeName

TEXT, GRAPHIC, APART = 4.5, 3.0, 10.0

# Machado, Oliveira & Fernandes 2009, severity 1, in linear RGB
SIMULATIONS = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(colour: str) -> list[float]:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def luminance(colour: str) -> float:
    r, g, b = linear(colour)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def seen(colour: str, by: str) -> tuple[float, float, float]:
    """CIELAB of a colour as somebody with that vision sees it."""
    rgb = linear(colour)
    r, g, b = (min(1, max(0, sum(m * c for m, c in zip(row, rgb, strict=True)))) for row in SIMULATIONS[by])
    x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047
    y = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b
    z = (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """CIEDE2000 (Sharma, Wu & Dalal 2005)."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = 0.5 * (1 - math.sqrt(mean**7 / (mean**7 + 25**7)))
    a1, a2 = (1 + g) * a1, (1 + g) * a2
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = math.degrees(math.atan2(b1, a1)) % 360, math.degrees(math.atan2(b2, a2)) % 360
    turn, total = h2 - h1, h1 + h2
    if c1 * c2 == 0:
        turn, hue = 0.0, total
    else:
        hue = total / 2 if abs(turn) <= 180 else (total + 360) / 2 if total < 360 else (total - 360) / 2
        turn -= 360 * ((turn > 180) - (turn < -180))
    d_hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    t = 1 - 0.17 * math.cos(math.radians(hue - 30)) + 0.24 * math.cos(math.radians(2 * hue))
    t += 0.32 * math.cos(math.radians(3 * hue + 6)) - 0.2 * math.cos(math.radians(4 * hue - 63))
    rotation = 2 * math.sqrt(chroma**7 / (chroma**7 + 25**7))
    rotation *= -math.sin(math.radians(60 * math.exp(-(((hue - 275) / 25) ** 2))))
    d_l = (l2 - l1) / (1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2))
    d_c, d_h = (c2 - c1) / (1 + 0.045 * chroma), d_hue / (1 + 0.015 * chroma * t)
    return math.sqrt(d_l**2 + d_c**2 + d_h**2 + rotation * d_c * d_h)


def accents(t: Theme) -> dict[str, Accent]:
    return {name: getattr(t, name) for name in ("support", "attack", "undercut", "author_a", "author_b")}


def pairs(t: Theme) -> Iterator[tuple[str, str, str, float]]:
    """What lies on what, and the contrast it needs."""
    grounds = {"ground": t.ground, "box": t.box, "foot": t.foot, "differ tint": t.differ_tint}
    grounds |= {f"{name} tint": accent.tint for name, accent in accents(t).items()}
    for where, ground in grounds.items():
        yield f"ink on {where}", t.ink, ground, TEXT
        yield f"muted on {where}", t.muted, ground, TEXT
    yield "thesis text", t.thesis_text, t.thesis, TEXT
    yield "thesis border", t.thesis, t.ground, GRAPHIC
    for name, accent in accents(t).items():
        yield f"{name} word on its bar", accent.text, accent.bar, TEXT
        for where in (t.ground, t.box, t.foot, accent.tint):
            yield f"{name} line on {where}", accent.line, where, GRAPHIC
    yield "differ", t.differ, t.ground, TEXT
    yield "differ on its tint", t.differ, t.differ_tint, TEXT
    yield "silent", t.silent, t.ground, TEXT
    yield "ruled line", t.rule, t.box, GRAPHIC
    yield "box border on the ground", t.ink, t.ground, GRAPHIC


@pytest.mark.parametrize("name", THEME_NAMES)
def test_every_text_and_line_has_contrast_on_every_ground_it_can_lie_on(name: ThemeName) -> None:
    found = [(what, round(contrast(one, other), 2), least) for what, one, other, least in pairs(THEMES[name])]
    assert len(found) >= 132 / 3
    assert [what for what, ratio, least in found if ratio < least] == []


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("by", SIMULATIONS)
@pytest.mark.parametrize("group", [("support", "attack", "undercut"), ("author_a", "author_b", "differ")])
def test_colours_with_different_meanings_differ_for_every_kind_of_vision(
    name: ThemeName, by: str, group: tuple[str, ...]
) -> None:
    t = THEMES[name]
    colours = [t.differ if token == "differ" else accents(t)[token].line for token in group]
    assert min(distance(seen(a, by), seen(b, by)) for a, b in combinations(colours, 2)) >= APART


def test_the_distance_is_that_of_the_published_pairs() -> None:
    # the first, and one with opposite hues, of the test data of Sharma, Wu & Dalal
    assert distance((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert distance((50.0, 2.5, 0.0), (50.0, 0.0, -2.5)) == pytest.approx(4.3065, abs=1e-4)


def test_print_holds_only_greys() -> None:
    def colours(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            for inner in value.values():
                yield from colours(inner)
        elif isinstance(value, str) and value.startswith("#"):
            yield value

    found = list(colours(asdict(THEMES["print"])))
    assert len(found) > 20
    assert [c for c in found if len({c[1:3], c[3:5], c[5:7]}) != 1] == []


def test_the_three_bars_differ_in_print_without_colour() -> None:
    t = THEMES["print"]
    assert len({(a.bar, a.text) for a in (t.support, t.attack, t.undercut)}) == 3
