"""Times argmap on made-up maps of growing size beside other tools, and writes the table.

    python benchmarks/run.py --date 2026-11-22 [--sizes 10,100] [--runs 3] [--limit 60] [--no-peers] [--out FILE]

Maps and peers lie under build/benchmarks. The date is an argument: nothing here reads a clock but to time.
"""

import argparse
import compileall
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final

from measuring import Call, Measured, in_turn, measure, ratios
from peers import Peers, install
from report import Ratio, Report, Row, Table, as_markdown

import argmap

ROOT: Final = Path(__file__).parents[1]
WORK: Final = ROOT / "build" / "benchmarks"
SHIPPED: Final = ("koga-2023.yaml", "rsis-2023.yaml")
SIZES: Final = (10, 100, 1000, 2000, 10_000)
MOST_TO_MATCH: Final = 2000
_BARE: Final = "import pydantic, typer, rich, yaml"

Command = Callable[[Path], tuple[str, ...] | None]
"""The command for the folder of a size; None where it is not to be tried."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for."""

    sizes: tuple[int, ...]
    runs: int
    limit: float


def main() -> int:
    parser = argparse.ArgumentParser(description="Time argmap beside other tools.")
    parser.add_argument("--date", required=True, help="the date the page shows")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="statements, with commas")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--limit", type=float, default=60.0, metavar="SECONDS", help="after which a process is ended")
    parser.add_argument("--no-peers", action="store_true", help="argmap and PyYAML only")
    parser.add_argument("--peer-python", default="", help="3.13 or newer for all peers; python3.13 if it is there")
    parser.add_argument("--out", type=Path, help="the file to write; else standard output")
    options = parser.parse_args()
    asked = Asked(tuple(int(size) for size in options.sizes.split(",")), options.runs, options.limit)
    compileall.compile_dir(str(Path(argmap.__file__).parent), quiet=1)  # as pip does, so that no run pays for it
    peers = (
        Peers(left_out={"all peers": "not asked for"})
        if options.no_peers
        else install(WORK / "peers", options.peer_python)
    )
    for size in asked.sizes:
        _write(size)
    report = Report(options.date, _machine(), _versions(peers), _tables(peers, asked), _ratios(asked), peers.left_out)
    page = as_markdown(report, runs=asked.runs, limit=asked.limit)
    if options.out:
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_text(page, encoding="utf-8")
    else:
        print(page, end="")
    return 0


def _write(size: int) -> None:
    """In a process of its own: the peak of a small child is that of a large parent."""
    maker = Path(__file__).with_name("foreign.py")
    subprocess.run([sys.executable, str(maker), str(size), str(WORK / "maps" / str(size))], check=True)


def _machine() -> str:
    return f"{platform.system()} {platform.machine()}, {_processors()} processors, Python {platform.python_version()}"


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _versions(peers: Peers) -> Mapping[str, str]:
    own = {"argmap": argmap.__version__} | {
        name: version(name) for name in ("pydantic", "typer", "PyYAML", "rapidfuzz")
    }
    theirs = {f"{name} (peer)" if name in own else name: v for name, v in peers.versions.items()}
    return own | theirs


def _tables(peers: Peers, asked: Asked) -> tuple[Table, ...]:
    def row(name: str, command: Command, most: int = max(SIZES)) -> Row:
        return _row(name, command, most, asked)

    return (
        Table(
            "One map",
            "Reading a map with its codebook; the peers read the same statements and relations in their own format.",
            (
                row("argmap: load", lambda at: _argmap("load", at / "left.yaml")),
                row("`argmap check`", lambda at: _cli("check", at / "left.yaml")),
                row("argmap: check", lambda at: _argmap("check", at / "left.yaml")),
                row("PyYAML, C loader", lambda at: _yaml(at / "left.yaml")),
                *_peer_rows(
                    row,
                    {
                        "PyYAML, Python loader": lambda at: _peer(peers, "yaml-python", at / "left.yaml"),
                        "arguebuf, from AIF": lambda at: _peer(peers, "arguebuf", at / "left.aif.json"),
                        "Argdown CLI, to JSON": lambda at: _argdown(peers, at / "left.argdown"),
                    },
                ),
            ),
        ),
        Table(
            "Two maps",
            "Comparing two coded maps; and matching statements, which argmap leaves to a person and only suggests.",
            (
                row("`argmap compare`", lambda at: _cli("compare", at / "left.yaml", at / "right.yaml")),
                row("argmap: load and compare", lambda at: _argmap("compare", at / "left.yaml", at / "right.yaml")),
                row("PyYAML, C loader, both", lambda at: _yaml(at / "left.yaml", at / "right.yaml")),
                row(
                    "`argmap align suggest`",
                    lambda at: _cli("align", "suggest", at / "left.yaml", at / "right.yaml"),
                    MOST_TO_MATCH,
                ),
                row(
                    "argmap: load and suggest",
                    lambda at: _argmap("suggest", at / "left.yaml", at / "right.yaml"),
                    MOST_TO_MATCH,
                ),
                *_peer_rows(
                    lambda name, command: row(name, command, MOST_TO_MATCH),
                    {
                        "cbrkit, matching by LAP": lambda at: _peer(peers, "cbrkit", *_graphs(at)),
                        "networkx, edit distance": lambda at: _peer(peers, "networkx", *_graphs(at)),
                    },
                ),
            ),
        ),
    )


def _peer_rows(row: Callable[[str, Command], Row], commands: Mapping[str, Command]) -> list[Row]:
    """The rows of the peers that are there."""
    nowhere = WORK / "maps"
    return [row(name, command) for name, command in commands.items() if command(nowhere) is not None]


def _row(name: str, command: Command, most: int, asked: Asked) -> Row:
    """A row; a size after one that did not end well is not tried."""
    cells: dict[int, Measured | None] = {}
    tried = True
    for size in asked.sizes:
        called = command(WORK / "maps" / str(size))
        cells[size] = (
            measure(Call(called), runs=asked.runs, limit=asked.limit) if tried and called and size <= most else None
        )
        tried = tried and bool((done := cells[size]) is None or done.runs)
        print(f"{name}, {size}: done", file=sys.stderr)
    return Row(name, cells)


def _ratios(asked: Asked) -> tuple[Ratio, ...]:
    shipped = [str(ROOT / "maps" / "northeast-asia" / name) for name in SHIPPED]
    bare = (sys.executable, "-c", _BARE)
    largest = WORK / "maps" / str(max(asked.sizes))
    both = (largest / "left.yaml", largest / "right.yaml")
    pairs = (
        ("`argmap compare`, shipped maps", _cli("compare", *shipped), f"`{_BARE}`", bare, 5 * asked.runs),
        ("`argmap check`, shipped maps", _cli("check", *shipped), f"`{_BARE}`", bare, 5 * asked.runs),
        ("`argmap --help`", _cli("--help"), f"`{_BARE}`", bare, 5 * asked.runs),
        (
            f"`argmap compare`, {max(asked.sizes)} statements",
            _cli("compare", *both),
            "PyYAML, C loader, both",
            _yaml(*both),
            asked.runs,
        ),
    )
    return tuple(
        _ratio(name, other, in_turn([Call(one), Call(beside)], runs=runs, limit=asked.limit))
        for name, one, other, beside, runs in pairs
    )


def _ratio(name: str, other: str, measured: Sequence[Measured]) -> Ratio:
    one, beside = measured
    return Ratio(name, one, other, beside, ratios(one, beside) if one.runs else None)


def _cli(*arguments: str | Path) -> tuple[str, ...]:
    return (sys.executable, "-m", "argmap", *map(str, arguments))


def _argmap(work: str, *paths: Path) -> tuple[str, ...]:
    return (sys.executable, str(Path(__file__).with_name("work_argmap.py")), work, *map(str, paths))


def _yaml(*paths: Path) -> tuple[str, ...]:
    return (sys.executable, str(Path(__file__).with_name("work_peers.py")), "yaml-c", *map(str, paths))


def _peer(peers: Peers, work: str, *paths: Path) -> tuple[str, ...] | None:
    command = peers.work(work)
    return (*command, *map(str, paths)) if command else None


def _argdown(peers: Peers, path: Path) -> tuple[str, ...] | None:
    return (str(peers.argdown), "json", str(path), str(WORK / "argdown")) if peers.argdown else None


def _graphs(at: Path) -> tuple[Path, Path]:
    return at / "left.graph.json", at / "right.graph.json"


if __name__ == "__main__":
    sys.exit(main())
