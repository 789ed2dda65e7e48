"""`argmap new`: a commented map or codebook to fill in."""

import unicodedata
from pathlib import Path

from argmap.cli.output import deliver
from argmap.cli.skeletons import codebook_skeleton, map_skeleton
from argmap.cli.unusable import Unusable


def run(title: str, *, codebook: bool, output: str | None) -> int:
    """Write the skeleton; a file that exists is left as it is."""
    from argmap.files import is_stream  # noqa: PLC0415  # without a file there is no need for it

    title = " ".join(title.split())
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in title):
        raise Unusable(f"the title {title!r} holds characters that are no text", hint="write it in UTF-8")
    if output is not None and Path(output).is_file() and not is_stream(Path(output)):
        raise Unusable(f"{output!r} exists and is left as it is", hint="choose another name")
    deliver(codebook_skeleton(title) if codebook else map_skeleton(title), output)
    return 0
