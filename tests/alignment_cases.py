"""Alignment files with one mistake each, and the maps they speak of."""

from pathlib import Path

import argmap
from argmap import files
from argmap.comparison.alignment.map_checks import check_alignment
from argmap.formats.sssom import AlignmentReading
from argmap.model import ArgumentMap

CASES = Path(__file__).parent / "cases"
MAPS = CASES / "maps-to-align"


def maps() -> tuple[ArgumentMap, ...]:
    return tuple(argmap.load(MAPS / f"{name}.yaml") for name in ("ruiz", "patel", "wu"))


def checked(path: Path) -> AlignmentReading:
    reading = files.read_alignment(path)
    return reading.with_problems(check_alignment(reading.rows, maps()))
