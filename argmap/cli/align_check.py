"""`argmap align check`: everything that is wrong with an alignment, by itself and beside its maps."""

from collections.abc import Sequence

from argmap import files
from argmap.cli import terminal
from argmap.cli.align_maps import maps_in, require_alignment_first
from argmap.cli.problems import Form, print_problems
from argmap.cli.unusable import require_files
from argmap.comparison.alignment.map_checks import check_alignment


def run(name: str, maps: Sequence[str], *, form: Form, strict: bool, limits: bool, color: terminal.Color) -> int:
    """Print what is wrong; 1 if there are errors, in the alignment or in a map."""
    require_alignment_first(name, maps)
    require_files([name, *maps])
    documents, errors = maps_in(maps, limits=limits) if maps else ((), ())
    reading = files.read_alignment(name, limits=limits)
    problems = (*errors, *reading.with_problems(check_alignment(reading.rows, documents)).diagnostics)
    print_problems(problems, [*maps, reading.name], form, color)
    failing = ("error", "warning") if strict else ("error",)
    return 1 if any(d.severity in failing for d in problems) else 0
