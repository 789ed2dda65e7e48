"""Paths in fewer characters: the same points, wherever they are."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.hypertext.svg_paths import short_path


@pytest.mark.parametrize(
    ("said", "short"),
    [
        ("M40,-427.2C40,-427.2 74,-427.2 74,-427.2 76.5,-427.2 79,-429.8 79,-432.2", "M40-427.2h34c2.5 0 5-2.6 5-5"),
        ("M305,-216.5C305,-216.5 392.4,-156.8 392.4,-156.8", "M305-216.5l87.4 59.7"),
        ("M1,2C1,2 1,5 1,5", "M1 2v3"),
        ("M1,2C1,2 1,2 1,2", "M1 2h0"),
        ("M0,0C5,0 -5,0 3,0", "M0 0c5 0-5 0 3 0"),  # there and back
        ("M5 20 H95", "M5 20 H95"),
        ("M1,2L3,4", "M1,2L3,4"),
        ("M1,2C3,4 5,6", "M1,2C3,4 5,6"),
        ("M1.25,2C1,2 1,2 1,2", "M1.25,2C1,2 1,2 1,2"),
    ],
)
def test_a_path_says_its_steps(said: str, short: str) -> None:
    assert short_path(said) == short


POINTS = st.tuples(*[st.integers(-99999, 99999)] * 2)


@given(start=POINTS, curves=st.lists(st.tuples(POINTS, POINTS, POINTS), min_size=1, max_size=5))
def test_steps_end_where_the_curves_end(start: tuple[int, int], curves: list[tuple[tuple[int, int], ...]]) -> None:
    def said(point: tuple[int, int]) -> str:
        return f"{point[0] / 10:.1f},{point[1] / 10:.1f}"

    short = short_path(f"M{said(start)}C{' '.join(said(p) for curve in curves for p in curve)}")
    assert ends(short) == [start, *(curve[2] for curve in curves)]


def ends(path: str) -> list[tuple[int, int]]:
    """Where each step of a path ends, in tenths."""
    found: list[tuple[int, int]] = []
    x = y = 0
    for letter, rest in re.findall(r"([Mclhv])([^Mclhv]*)", path):
        numbers = [round(float(n) * 10) for n in re.findall(r"-?\d+(?:\.\d+)?", rest)]
        dx, dy = {"h": (numbers[0], 0), "v": (0, numbers[0])}.get(letter) or (numbers[-2], numbers[-1])
        x, y = x + dx, y + dy
        found.append((x, y))
    return found
