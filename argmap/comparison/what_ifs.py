"""What would change each of many findings, as far as that can be had in reasonable time."""

from collections.abc import Iterable, Sequence
from typing import Final

from argmap.comparison.alignment.correspondences import Correspondence
from argmap.comparison.records import Finding
from argmap.comparison.what_if import WhatIf, what_if
from argmap.model import ArgumentMap

_MOST: Final = 200_000
"""So many statements are read again for all findings together: some seconds; a finding needs each of them about
five times for every statement behind it."""

_CHANGES: Final = 5


def what_ifs(
    maps: Sequence[ArgumentMap], findings: Iterable[Finding], rows: Sequence[Correspondence] = ()
) -> dict[str, WhatIf]:
    """What would change the findings on which two maps or more speak, by id.

    Those that differ come first, then the others in their order, until more would take too long; the rest is not there.
    """
    size = sum(len(m.statements) for m in maps)
    spoken = [f for f in findings if f.group != "one-sided"]
    found: dict[str, WhatIf] = {}
    left = _MOST
    for f in sorted(spoken, key=lambda f: f.group in ("agree", "agree-but")):
        left -= size * _CHANGES * sum(len(side.statements) for side in f.sides.values())
        if left < 0:
            break
        found[f.id] = what_if(maps, f, rows)
    return found
