"""`argmap new`: a commented map or codebook to fill in."""

from pathlib import Path

from argmap.cli.output import deliver
from argmap.cli.skeletons import codebook_skeleton, map_skeleton
from argmap.cli.unusable import Unusable


def run(title: str, *, codebook: bool, output: str | None) -> int:
    """Write the skeleton; a file that exists is left as it is."""
    if output is not None and Path(output).exists():
        raise Unusable(f"{output!r} exists and is left as it is", hint="choose another name")
    deliver(codebook_skeleton(title) if codebook else map_skeleton(title), output)
    return 0
