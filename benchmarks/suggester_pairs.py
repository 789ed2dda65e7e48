"""How well `suggest` finds the known alignment of made-up pairs of maps, and in what time and memory."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from argmap.comparison.alignment.suggest import suggest
from argmap.model import ArgumentMap

REGIMES = ("edit", "twoauthor", "hard")
SIZES = (10, 20, 50, 100, 200, 500, 1000)
SEEDS = (1, 2)  # the constants were chosen on seed 1
RUNS = 5

_RELATIONS = {"supports": "because", "attacks": "but"}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two maps and what is right: statements of the left one, each with its counterpart."""

    left: dict[str, Any]
    right: dict[str, Any]
    gold: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Quality:
    """Of the one-to-one selection above the noise floor; `seconds` are those of `suggest` alone, the best of three."""

    f1: float
    precision: float
    recall: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Cost:
    """Of a whole process that reads two YAML files and suggests: the best of `RUNS`, and the largest peak."""

    seconds: float
    megabytes: float


def read(folder: Path, regime: str, size: int, seed: int) -> Pair:
    data = json.loads((folder / f"{regime}_{size}_{seed}.json").read_text(encoding="utf-8"))
    return Pair(_document("left", data["A"]), _document("right", data["B"]), data["gold"])


def _document(name: str, side: Mapping[str, Any]) -> dict[str, Any]:
    statements = {key: {"type": node["type"], "text": node["text"]} for key, node in side["nodes"].items()}
    for lower, upper, kind in side["edges"]:
        statements[upper].setdefault(_RELATIONS[kind], []).append(lower)
    return {"argmap": "1", "id": name, "statements": statements}


def joined(one: Pair, other: Pair) -> Pair:
    """A pair of maps that hold the statements of two pairs side by side."""
    return Pair(
        _side_by_side(one.left, other.left),
        _side_by_side(one.right, other.right),
        {f"{mark}{a}": f"{mark}{b}" for mark, pair in (("x", one), ("y", other)) for a, b in pair.gold.items()},
    )


def _side_by_side(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    statements = {
        f"{mark}{key}": s | {kind: [f"{mark}{lower}" for lower in s.get(kind, ())] for kind in ("because", "but")}
        for mark, document in (("x", one), ("y", other))
        for key, s in document["statements"].items()
    }
    return {"argmap": "1", "id": one["id"], "statements": statements}


def quality(pair: Pair) -> Quality:
    left, right = ArgumentMap.model_validate(pair.left), ArgumentMap.model_validate(pair.right)
    times = []
    for _ in range(3):
        start = time.perf_counter()
        found = suggest(left, right, one_to_one=True)
        times.append(time.perf_counter() - start)
    hits = sum(pair.gold.get(s.left.statement) == s.right.statement for s in found)
    return Quality(
        f1=2 * hits / (len(found) + len(pair.gold)),
        precision=hits / len(found) if found else 0.0,
        recall=hits / len(pair.gold),
        seconds=min(times),
    )


# A process inherits the peak that `getrusage` names from the one that started it; Linux knows its own, too.
_PROCESS = """
import resource, sys
from pathlib import Path
from argmap.api import load
from argmap.comparison.alignment.suggest import suggest
suggest(load(sys.argv[1]), load(sys.argv[2]), one_to_one=True)
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else ()
peaks = [int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")]
unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
print(peaks[0] if peaks else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit)
"""


def cost(pair: Pair) -> Cost:
    """What the process takes; relations that close a circle are left out, since no map may hold one."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{document['id']}.yaml") for document in (pair.left, pair.right)]
        for path, document in zip(paths, (pair.left, pair.right), strict=True):
            path.write_text(yaml.dump(_without_circles(document), sort_keys=False), encoding="utf-8")
        runs = [_run([sys.executable, "-c", _PROCESS, *map(str, paths)]) for _ in range(RUNS)]
    return Cost(min(seconds for seconds, _ in runs), max(peak for _, peak in runs))


def _without_circles(document: Mapping[str, Any]) -> dict[str, Any]:
    below: dict[str, list[str]] = {key: [] for key in document["statements"]}
    statements = {}
    for key, statement in document["statements"].items():
        kept: dict[str, list[str]] = {"because": [], "but": []}
        for relation, lowers in kept.items():
            for lower in statement.get(relation, ()):
                if not _reaches(below, lower, key):
                    below[key].append(lower)
                    lowers.append(lower)
        statements[key] = statement | kept
    return {**document, "statements": statements}


def _reaches(below: Mapping[str, list[str]], start: str, goal: str) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        if here == goal:
            return True
        new = [key for key in below[here] if key not in seen]
        seen.update(new)
        waiting += new
    return False


def _run(command: list[str]) -> tuple[float, float]:
    """Seconds and peak megabytes of one process."""
    start = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return time.perf_counter() - start, float(done.stdout)
