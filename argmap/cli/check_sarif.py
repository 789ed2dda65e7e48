"""What `argmap check` found as SARIF, each problem with the ways to mend it that argmap knows."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import argmap
from argmap.api import Examined
from argmap.diagnostics import Diagnostic
from argmap.editing.fixes import fixes_of
from argmap.formats.lines import Lines
from argmap.reporters.diagnostics_sarif import Mend, diagnostics_sarif

if TYPE_CHECKING:
    from argmap.formats import Reading
    from argmap.model import ArgumentMap, Codebook


def sarif(problems: Sequence[Diagnostic], found: Iterable[Examined]) -> str:
    """The problems of examined files, and of codebooks that they name."""
    readings = {reading.name: reading for examined in found for reading in _readings(examined)}
    mends = {d: tuple(_mends(d, readings[d.file])) for d in problems if d.file in readings}
    return diagnostics_sarif(problems, version=argmap.__version__, mends=mends)


def _readings(examined: Examined) -> "Iterator[Reading[ArgumentMap] | Reading[Codebook]]":
    yield examined.opened.reading
    if examined.opened.codebook:
        yield examined.opened.codebook


def _mends(d: Diagnostic, reading: "Reading[ArgumentMap] | Reading[Codebook]") -> Iterator[Mend]:
    text = reading.text.lstrip("\ufeff")
    lines = Lines(text)
    for fix in fixes_of(d, text, reading.tree):
        yield Mend(fix.title, tuple((lines.position(edit.start, edit.end), edit.text) for edit in fix.edits))
