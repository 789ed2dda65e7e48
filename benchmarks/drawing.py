"""Times `argmap draw` beside its own start, Graphviz' own layout and Argdown, and writes the table.

    python benchmarks/drawing.py --date 2026-11-22 [--sizes 10,100] [--runs 3] [--limit 60] [--no-peers] [--out FILE]

Whole processes, from file to SVG files. Graphviz gets the same boxes, with the same labels, without places: one drawing
however large, where argmap makes sheets that can be read. It is timed alone, and started by a bare interpreter, as
argmap has one to start too. Argdown gets the same statements as text of its own.
"""

import argparse
import compileall
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Final

from measuring import Call, in_turn, ratios
from peers import Peers, install_argdown
from report import Ratio, Report, as_markdown

import argmap
from argmap.renderers.graphviz import engine
from argmap.renderers.look import look
from argmap.renderers.maps import map_sheets

ROOT: Final = Path(__file__).parents[1]
WORK: Final = ROOT / "build" / "benchmarks"
SHIPPED: Final = ROOT / "maps" / "northeast-asia" / "koga-2023.yaml"
SIZES: Final = (10, 100, 1000)
_BARE: Final = "pass"
_STARTS: Final = "import subprocess, sys; subprocess.run(sys.argv[1:], check=True)"
_NOTE: Final = "`argmap draw`, {}"


def main() -> int:
    parser = argparse.ArgumentParser(description="Time argmap's drawings beside other tools.")
    parser.add_argument("--date", required=True, help="the date the page shows")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="statements, with commas")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--limit", type=float, default=60.0, metavar="SECONDS", help="after which a process is ended")
    parser.add_argument("--no-peers", action="store_true", help="argmap and the interpreter only")
    parser.add_argument("--out", type=Path, help="the file to write; else standard output")
    options = parser.parse_args()
    compileall.compile_dir(str(Path(argmap.__file__).parent), quiet=1)  # as pip does, so that no run pays for it
    peers = _peers(nothing=options.no_peers)
    sizes = [int(size) for size in options.sizes.split(",")]
    found = tuple(_ratios(sizes, peers, runs=options.runs, limit=options.limit))
    report = Report(options.date, _machine(), _versions(peers), (), found, peers.left_out)
    page = as_markdown(report, runs=options.runs, limit=options.limit)
    if options.out:
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_text(page, encoding="utf-8")
    else:
        print(page, end="")
    return 0


def _peers(*, nothing: bool) -> Peers:
    if nothing:
        return Peers(left_out={"all peers": "not asked for"})
    peers = install_argdown(WORK / "peers")
    dot = shutil.which("dot")
    if dot is None:
        peers.left_out["dot"] = "there is no Graphviz on the PATH"
    else:
        said = subprocess.run([dot, "-V"], capture_output=True, text=True, check=True).stderr
        peers.versions["dot"] = said.partition("version ")[2].partition(" ")[0]
    return peers


def _ratios(sizes: Sequence[int], peers: Peers, *, runs: int, limit: float) -> Iterator[Ratio]:
    """Each map beside the bare interpreter, Graphviz and Argdown, in turn."""
    for name, path in _maps(sizes):
        out = WORK / "drawn" / path.stem
        draw = (sys.executable, "-m", "argmap", "draw", str(path), "--paper", "a4", "-o", f"{out}/")
        others: dict[str, tuple[str, ...]] = {f"`python -c {_BARE}`": (sys.executable, "-c", _BARE)}
        others["`argmap --version`"] = (sys.executable, "-m", "argmap", "--version")
        if "dot" in peers.versions:
            dot = ("dot", "-Tsvg", str(_unplaced(path)), "-o", str(out / "dot.svg"))
            others["`dot -Tsvg`, the same boxes"] = dot
            others["the same, started by Python"] = (sys.executable, "-c", _STARTS, *dot)
        argdown = path.with_suffix(".argdown")
        if peers.argdown and argdown.exists():
            command = (str(peers.argdown), "map", "--format", "svg", str(argdown), str(out / "argdown"))
            others["`argdown map --format svg`"] = command
        out.mkdir(parents=True, exist_ok=True)
        for other, beside in others.items():
            one, two = in_turn([Call(draw), Call(beside)], runs=runs, limit=limit)
            yield Ratio(_NOTE.format(name), one, other, two, ratios(one, two) if one.runs else None)
            print(f"{name}, {other}: done", file=sys.stderr)


def _maps(sizes: Sequence[int]) -> Iterator[tuple[str, Path]]:
    """A shipped map, and made-up ones."""
    yield "koga-2023", SHIPPED
    for size in sizes:
        folder = WORK / "maps" / str(size)
        maker = Path(__file__).with_name("foreign.py")
        subprocess.run([sys.executable, str(maker), str(size), str(folder)], check=True, stdout=subprocess.DEVNULL)
        yield f"{size} statements", folder / "left.yaml"


def _unplaced(path: Path) -> Path:
    """The boxes of a map with their lines and without places, as a file."""
    found = engine.available
    engine.available = lambda: False
    try:
        (picture,) = map_sheets.draw_map(argmap.load(path), look(paper="fit", format="dot"))
    finally:
        engine.available = found
    written = WORK / "drawn" / f"{path.parent.name}-{path.stem}.dot"
    written.parent.mkdir(parents=True, exist_ok=True)
    written.write_bytes(picture.data)
    return written


def _machine() -> str:
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return f"{platform.system()} {platform.machine()}, {processors} processors, Python {platform.python_version()}"


def _versions(peers: Peers) -> Mapping[str, str]:
    own = {"argmap": argmap.__version__} | {name: version(name) for name in ("pygraphviz", "graphviz")}
    return own | peers.versions


if __name__ == "__main__":
    sys.exit(main())
