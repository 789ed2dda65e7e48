"""`argmap worksheet --kind kit`: the statements of a map as YAML, to be put together again."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.cli.draw import names_explained
from argmap.cli.output import deliver, require_apart
from argmap.cli.unusable import Unusable, require_files
from argmap.cli.worksheet_cards import only_one
from argmap.facade.handouts import make_kit
from argmap.facade.opening import usable

if TYPE_CHECKING:
    from argmap.cli.worksheet import Wanted


def run(maps: Sequence[str], wanted: "Wanted") -> int:
    """Write the kit to standard output, or into a file."""
    only_one(maps, "kit")
    if wanted.form or wanted.key:
        named = "--format" if wanted.form else "--key"
        raise Unusable(f"a kit is YAML and its key is the map itself: {named} does not go with it", hint="leave it out")
    output = wanted.output
    if output not in (None, "-") and not str(output).lower().endswith((".yaml", ".yml")):
        raise Unusable(f"{output!r} is no name for a kit", hint="end it with .yaml")
    require_files(maps)
    (reading,) = usable(maps, limits=wanted.limits)
    with names_explained():
        kit = make_kit(reading.document, seed=wanted.seed, focus=wanted.focus)
    require_apart(output, maps)
    deliver(kit, output)
    return 0
