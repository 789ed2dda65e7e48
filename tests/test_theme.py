"""Colours that can be told apart and read: by most people, by people with a colour vision deficiency, and in ink."""

import subprocess
import sys
from collections import Counter
from dataclasses import replace

import pytest

from argmap.theme import THEME_NAMES, THEMES, TOKENS, ThemeName, colours_of, theme_of
from argmap.theme.rules import FAMILIES, Alike, Coloured, Faint, Pair, SameBars, faults, pairs
from argmap.theme.sight import VISIONS, Vision, contrast, distance, grey_of, nearest_shade, parsed, simulated

LIGHT = colours_of(THEMES["light"])
PRINT = colours_of(THEMES["print"])


@pytest.mark.parametrize("name", THEME_NAMES)
def test_every_text_and_line_has_contrast_on_every_ground_it_can_lie_on(name: ThemeName) -> None:
    colours = colours_of(THEMES[name])
    found = list(pairs(colours))
    assert len(found) == len(set(found)) >= 132 / 3
    assert [f for f in faults(colours, greys=name == "print") if isinstance(f, Faint)] == []
    for pair in found:  # measured here without the checker's own table of needs
        assert contrast(colours[pair.fore], colours[pair.back]) >= (4.5 if pair.use == "text" else 3.0), pair


def test_every_colour_of_a_theme_is_held_to_something() -> None:
    with_lines = LIGHT | {"foot_rule": "#767676", "bar_border": "#000000"}
    assert {token for pair in pairs(with_lines) for token in (pair.fore, pair.back)} == set(TOKENS)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("by", VISIONS)
@pytest.mark.parametrize(
    "family", [("support.line", "attack.line", "undercut.line"), ("author_a.line", "author_b.line", "differ")]
)
def test_colours_with_different_meanings_differ_for_every_kind_of_vision(
    name: ThemeName, by: Vision, family: tuple[str, str, str]
) -> None:
    assert family in FAMILIES
    colours = colours_of(THEMES[name])
    one, two, three = (colours[token] for token in family)
    assert min(distance(one, two, by), distance(one, three, by), distance(two, three, by)) >= 10


@pytest.mark.parametrize("name", THEME_NAMES)
def test_the_checker_finds_nothing_wrong_with_the_themes_that_come_with_argmap(name: ThemeName) -> None:
    assert list(faults(colours_of(THEMES[name]), greys=name == "print")) == []


def test_the_contrast_is_that_of_the_published_examples() -> None:
    # the extremes of WCAG 2.1, and the grey its techniques name as the lightest that passes on white
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#FFFFFF") == pytest.approx(1)
    assert contrast("#767676", "#FFFFFF") == contrast("#FFFFFF", "#767676") == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [  # of the test data of Sharma, Wu & Dalal 2005: the first, two with opposite hues, a grey, a large and a small one
        ("50 2.6772 -79.7751", "50 0 -82.7485", 2.0425),
        ("50 2.5 0", "50 0 -2.5", 4.3065),
        ("50 -1 2", "50 0 0", 2.3669),
        ("50 2.49 -0.001", "50 -2.49 0.0011", 7.2195),
        ("50 2.5 0", "73 25 -18", 27.1492),
        ("2.0776 0.0795 -1.135", "0.9033 -0.0636 -0.5514", 0.9082),
    ],
)
def test_the_distance_is_that_of_the_published_pairs(one: str, other: str, apart: float) -> None:
    assert distance(f"color(--lab-d65 {one})", f"color(--lab-d65 {other})") == pytest.approx(apart, abs=1e-4)


MACHADO = {  # 2009, table 1, severity 1, in linear RGB
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


@pytest.mark.parametrize("by", MACHADO)
@pytest.mark.parametrize("colour", ["#00806F", "#962B00", "#43206B", "#79B2FA", "#FFE98A"])
def test_the_simulation_is_the_published_one(by: Vision, colour: str) -> None:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    rgb = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    seen = [min(1, max(0, sum(m * c for m, c in zip(row, rgb, strict=True)))) for row in MACHADO[by]]
    levels = [12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055 for c in seen]
    assert simulated(colour, by) == "#" + "".join(f"{round(level * 255):02X}" for level in levels)


def test_the_print_theme_holds_only_greys() -> None:
    assert [c for c in PRINT.values() if c and len({c[1:3], c[3:5], c[5:7]}) != 1] == []
    assert Counter(map(bool, PRINT.values()))[True] == len(TOKENS)


def test_the_three_bars_differ_in_print_without_colour() -> None:
    t = THEMES["print"]
    assert len({(a.bar, a.text) for a in (t.support, t.attack, t.undercut)}) == 3


def test_what_cannot_be_read_is_found_on_each_ground() -> None:
    found = [f for f in faults(LIGHT | {"muted": "#999999"}, greys=False) if isinstance(f, Faint)]
    assert {f.pair.fore for f in found} == {"muted"}
    assert {f.needed for f in found} == {4.5}
    assert found[0].pair == Pair("muted", "ground", "text")
    assert found[0].measured == pytest.approx(2.849, abs=0.001)
    assert len(found) == 9  # the page, boxes, feet, and six tints


def test_a_line_may_be_fainter_than_a_text_but_not_too_faint() -> None:
    def found(colour: str) -> list[str]:
        return [f.pair.back for f in faults(LIGHT | {"support.line": colour}, greys=False) if isinstance(f, Faint)]

    assert found("#00907C") == []  # 3.96 on white: too little for a text
    assert found("#40B0A0") == ["ground", "box", "foot", "support.tint", "author_a.tint", "author_b.tint"]


def test_colours_that_only_some_eyes_take_for_one_another_are_found_with_the_eyes() -> None:
    red_and_green = LIGHT | {"support.line": "#547400", "attack.line": "#9E5400"}
    (found,) = (f for f in faults(red_and_green, greys=False) if isinstance(f, Alike))
    assert (found.one, found.other) == ("support.line", "attack.line")
    assert found.by in ("protan", "deutan")
    assert found.measured < 10 < distance("#547400", "#9E5400")


def test_in_black_and_white_hues_and_equal_bars_are_found_and_equal_lines_are_none() -> None:
    mine = PRINT | {"ink": "#000040", "undercut.bar": PRINT["support.bar"]}
    assert list(faults(mine, greys=True)) == [Coloured("ink"), SameBars("support", "undercut")]
    assert not [f for f in faults(PRINT, greys=True) if isinstance(f, Alike)]


@pytest.mark.parametrize("name", THEME_NAMES)
def test_a_theme_and_its_colours_by_token_hold_the_same(name: ThemeName) -> None:
    assert theme_of(name, colours_of(THEMES[name])) == THEMES[name]
    assert THEMES[name].name == name
    mine = replace(THEMES[name], ink="#101010", support=replace(THEMES[name].support, line="#00605F"))
    assert theme_of(name, colours_of(THEMES[name]) | {"ink": "#101010", "support.line": "#00605F"}) == mine


def test_the_nearest_shade_keeps_the_hue_and_is_the_first_that_is_good() -> None:
    assert nearest_shade("#999999", lambda shade: contrast(shade, "#FFFFFF") >= 4.5) == "#757575"
    green = nearest_shade("#40B0A0", lambda shade: contrast(shade, "#FFFFFF") >= 4.5)
    assert 4.5 <= contrast(green, "#FFFFFF") < 4.7
    assert green[1:3] < green[5:7] < green[3:5]
    assert nearest_shade("#40B0A0", lambda shade: False) == ""


def test_colours_written_in_another_way_and_greys() -> None:
    assert [parsed(text) for text in ("red", "rgb(0 128 111)", "#ABC", "rosy", "", "#12345")] == [
        "#FF0000",
        "#00806F",
        "#AABBCC",
        "",
        "",
        "",
    ]
    assert grey_of("#00806F") == "#717171"
    assert contrast(grey_of("#962B00"), "#962B00") == pytest.approx(1, abs=0.02)


def test_drawing_in_a_theme_of_argmap_measures_no_colour() -> None:
    code = (
        "import sys, argmap; m = argmap.ArgumentMap.model_validate({'id': 'a', 'article': {},"
        " 'statements': {'t': {'type': 'thesis', 'text': 'T.'}}});"
        "argmap.draw(m, theme='dark', format='dot'); print('coloraide' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.stderr) == ("False\n", "")
