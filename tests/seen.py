"""Pictures as they come out of a copier, and as colour-blind eyes see them, to be looked at.

    python tests/seen.py MAP... [options of argmap draw] -o FOLDER

Every sheet is written as a PNG in grey, and as seen without red, green or blue cones (Machado, Oliveira & Fernandes
2009, severity 1). The colours are replaced in the drawing, not in its pixels, so that edges stay as sharp as they are.
"""

import re
import sys
import tempfile
from contextlib import redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Final, Literal, get_args

from argmap.cli import main as argmap_command
from argmap.renderers.graphviz import engine
from argmap.theme.sight import grey_of, simulated

Way = Literal["grey", "protan", "deutan", "tritan"]

WAYS: Final[tuple[Way, ...]] = get_args(Way)

_COLOUR: Final = re.compile(r'(\b(?:bg|fill|font|pen)?color="?)(#[0-9A-Fa-f]{6})\b', re.IGNORECASE)


def seen(dot: str, way: Way) -> str:
    """The same drawing, in the colours that are left."""
    return _COLOUR.sub(lambda found: found[1] + _left(found[2], way), dot)


@cache
def _left(colour: str, way: Way) -> str:
    return grey_of(colour) if way == "grey" else simulated(colour, way)


def pictures(dot: Path, folder: Path) -> list[Path]:
    """The PNGs of one drawing, one for each way of seeing it."""
    written = []
    for way in WAYS:
        path = folder / f"{dot.stem}-{way}.png"
        path.write_bytes(engine.draw(seen(dot.read_text(encoding="utf-8"), way), "png", dpi=110))
        written.append(path)
    return written


def main(argv: list[str]) -> int:
    """Draw, and write what is seen."""
    if argv[-2:-1] != ["-o"]:
        print("end the call with -o FOLDER", file=sys.stderr)
        return 2
    folder = Path(argv[-1])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as drawn:
        with redirect_stdout(StringIO()):  # the names of files that are soon gone
            code = argmap_command(["draw", *argv[:-2], "--format", "dot", "-o", f"{drawn}/"])
        for dot in sorted(Path(drawn).glob("*.dot")):
            print(*pictures(dot, folder), sep="\n")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
