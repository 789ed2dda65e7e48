"""Times `argmap check` beside its own start and PyYAML's C loader, and writes the table.

    python benchmarks/checking.py --date 2026-11-22 [--sizes 10,100,1000] [--runs 9] [--limit 60] [--out FILE]

Whole processes, on made-up maps without problems. The loader reads the files that argmap reads, the map and its
codebook, into lists and dictionaries, and looks at nothing in them. "Start-up" is `argmap check` of a map of one
statement; with the loader behind it in one process, it is what checking would cost if it took no longer than loading.
"""

import argparse
import compileall
import os
import platform
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Final

import made_up
from measuring import Call, in_turn, ratios
from report import Ratio, Report, as_markdown

import argmap

ROOT: Final = Path(__file__).parents[1]
WORK: Final = ROOT / "build" / "benchmarks" / "checking"
SIZES: Final = (10, 100, 1000)
_SMALLEST: Final = """\
argmap: 1
id: smallest
codebook: {argmap-codebook: 1, id: none}
statements:
  one: {type: thesis, text: There is one statement.}
"""
_LOAD: Final = """\
import sys, yaml
for name in sys.argv[1:]:
    with open(name, encoding="utf-8") as file:
        yaml.load(file, Loader=yaml.CSafeLoader)
"""
_START_AND_LOAD: Final = f"""\
import sys
from argmap.cli import main
main(["check", sys.argv.pop(1)])
{_LOAD}"""


def main() -> int:
    parser = argparse.ArgumentParser(description="Time argmap's checks beside PyYAML's C loader.")
    parser.add_argument("--date", required=True, help="the date the page shows")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="statements, with commas")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--limit", type=float, default=60.0, metavar="SECONDS", help="after which a process is ended")
    parser.add_argument("--out", type=Path, help="the file to write; else standard output")
    options = parser.parse_args()
    compileall.compile_dir(str(Path(argmap.__file__).parent), quiet=1)  # as pip does, so that no run pays for it
    sizes = [int(size) for size in options.sizes.split(",")]
    found = tuple(_ratios(sizes, runs=options.runs, limit=options.limit))
    report = Report(options.date, _machine(), _versions(), (), found)
    page = as_markdown(report, runs=options.runs, limit=options.limit)
    if options.out:
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_text(page, encoding="utf-8")
    else:
        print(page, end="")
    return 0


def _ratios(sizes: Sequence[int], *, runs: int, limit: float) -> Iterator[Ratio]:
    """Each map beside the loader with and without start-up, and a folder without settings beside one that has some."""
    smallest = WORK / "smallest.yaml"
    smallest.parent.mkdir(parents=True, exist_ok=True)
    smallest.write_text(_SMALLEST, encoding="utf-8")
    for size in sizes:
        plain, settled = _maps(size)
        check = _check(plain)
        files = (str(plain), str(plain.with_name("made-up.codebook.yaml")))
        others = {
            "`argmap check`, one statement": _check(smallest),
            "`yaml.CSafeLoader`, the same files": (sys.executable, "-c", _LOAD, *files),
            "start-up, then `yaml.CSafeLoader`": (sys.executable, "-c", _START_AND_LOAD, str(smallest), *files),
            "the same with an `argmap.toml`": _check(settled),
        }
        for other, beside in others.items():
            one, two = in_turn([Call(check), Call(beside)], runs=runs, limit=limit)
            name = f"`argmap check`, {size} statements"
            yield Ratio(name, one, other, two, ratios(one, two) if one.runs else None)
            print(f"{size} statements, {other}: done", file=sys.stderr)


def _check(path: Path) -> tuple[str, ...]:
    return (sys.executable, "-m", "argmap", "check", str(path))


def _maps(size: int) -> tuple[Path, Path]:
    """A map in a folder without settings, and the same in one with some."""
    plain, settled = WORK / "plain" / str(size), WORK / "settled" / str(size)
    for folder in (plain, settled):
        made_up.write(folder, size)
        (folder / ".git").mkdir(exist_ok=True)  # nothing above it counts
    (settled / "argmap.toml").write_text('ignore = ["AM211"]\nstrict = true\n', encoding="utf-8")
    return plain / "left.yaml", settled / "left.yaml"


def _machine() -> str:
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return f"{platform.system()} {platform.machine()}, {processors} processors, Python {platform.python_version()}"


def _versions() -> Mapping[str, str]:
    return {"argmap": argmap.__version__} | {name: version(name) for name in ("PyYAML", "pydantic")}


if __name__ == "__main__":
    sys.exit(main())
