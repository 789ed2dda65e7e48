"""What `argmap check` found as SARIF, each problem with the ways to mend it that argmap knows."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import argmap
from argmap.api import Examined
from argmap.diagnostics import Diagnostic
from argmap.editing.fixes import ways_to_mend
from argmap.editing.fixes.written import Written
from argmap.reporters.diagnostics_sarif import Mend, diagnostics_sarif

if TYPE_CHECKING:
    from argmap.formats import Reading
    from argmap.model import ArgumentMap, Codebook


def sarif(problems: Sequence[Diagnostic], found: Iterable[Examined]) -> str:
    """The problems of examined files, and of codebooks that they name."""
    files = {r.name: Written(r.text, r.tree) for examined in found for r in _readings(examined)}
    mends = {d: tuple(_mends(d, files[d.file])) for d in problems if d.file in files}
    return diagnostics_sarif(problems, version=argmap.__version__, mends=mends)


def _readings(examined: Examined) -> "Iterator[Reading[ArgumentMap] | Reading[Codebook]]":
    yield examined.opened.reading
    if examined.opened.codebook:
        yield examined.opened.codebook


def _mends(d: Diagnostic, written: Written) -> Iterator[Mend]:
    for fix in ways_to_mend(d, written):
        yield Mend(fix.title, tuple((written.lines.position(edit.start, edit.end), edit.text) for edit in fix.edits))
