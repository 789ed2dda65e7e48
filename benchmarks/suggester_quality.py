"""Measures what `suggest` finds on gold data, and writes the tables of docs/alignment-suggestions.md.

    python benchmarks/suggester_quality.py --corpus DIR [--write docs/alignment-suggestions.md]

DIR, or the environment variable ARGMAP_CORPUS, holds the folders `pairs` (made-up pairs of maps with a known
alignment) and `argkp` (ArgKP-2021: arguments_*.csv, key_points_*.csv, labels_*.csv).
"""

import argparse
import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

import suggester_argkp as argkp
import suggester_pairs as pairs

import argmap

BEGIN = "<!-- begin: python benchmarks/suggester_quality.py -->"
END = "<!-- end -->"


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure the suggester on gold data.")
    parser.add_argument("--corpus", default=os.environ.get("ARGMAP_CORPUS"), metavar="DIR", help="the gold data")
    parser.add_argument("--write", metavar="FILE", type=Path, help="renew the tables of this page; else print them")
    options = parser.parse_args()
    missing = _missing(options.corpus)
    if missing:
        print(f"suggester_quality: {missing}", file=sys.stderr)
        return 2
    if options.write and (BEGIN not in _text(options.write) or END not in _text(options.write)):
        print(f"suggester_quality: {options.write} has no lines {BEGIN!r} and {END!r}", file=sys.stderr)
        return 2
    report = "\n".join(_report(Path(options.corpus)))
    if options.write:
        before, _, rest = _text(options.write).partition(BEGIN)
        after = rest.partition(END)[2]
        options.write.write_text(f"{before}{BEGIN}\n{report}\n{END}{after}", encoding="utf-8")
    else:
        print(report)
    return 0


def _missing(corpus: str | None) -> str:
    if not corpus:
        return "where is the gold data? name its folder with --corpus DIR or in ARGMAP_CORPUS"
    for path in (Path(corpus, "pairs", "hard_100_2.json"), Path(corpus, "argkp", "labels_dev.csv")):
        if not path.is_file():
            return f"no gold data: there is no {path}; the folder should hold pairs/ and argkp/"
    return ""


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _report(corpus: Path) -> Iterator[str]:
    yield f"argmap {argmap.__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}."
    yield ""
    yield from _qualities(corpus / "pairs")
    yield ""
    yield from _costs(corpus / "pairs")
    yield ""
    yield from _argkp(corpus / "argkp")


def _qualities(folder: Path) -> Iterator[str]:
    yield "| pairs | seed 1: F1 | P | R | s | seed 2: F1 | P | R | s |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for regime in pairs.REGIMES:
        for size in pairs.SIZES:
            found = [pairs.quality(pairs.read(folder, regime, size, seed)) for seed in pairs.SEEDS]
            cells = (f"{q.f1:.3f} | {q.precision:.2f} | {q.recall:.2f} | {q.seconds:.2f}" for q in found)
            yield f"| {regime} {size} | {' | '.join(cells)} |"


def _costs(folder: Path) -> Iterator[str]:
    yield f"| whole process | best of {pairs.RUNS}, s | peak, MB | F1 |"
    yield "|---|---|---|---|"
    for regime in pairs.REGIMES:
        one, other = (pairs.read(folder, regime, 1000, seed) for seed in pairs.SEEDS)
        for name, pair in (("1 000 × 1 000", other), ("2 000 × 2 000", pairs.joined(one, other))):
            spent = pairs.cost(pair)
            yield f"| {regime} {name} | {spent.seconds:.2f} | {spent.megabytes:.0f} | {pairs.quality(pair).f1:.3f} |"


def _argkp(folder: Path) -> Iterator[str]:
    yield "| ArgKP-2021 | mAP | R@1 | R@3 | best F1 (P) | other side, stances pooled | R@1, pooled | arguments |"
    yield "|---|---|---|---|---|---|---|---|"
    for split in argkp.SPLITS:
        data = argkp.read(folder, split)
        for name, judge in (("tf-idf", argkp.by_tf_idf), ("argmap", argkp.by_argmap)):
            m = argkp.measure(data, judge)
            yield (
                f"| {split}, {name} | {m.mean_average_precision:.3f} | {m.recall_at_1:.3f} | {m.recall_at_3:.3f} "
                f"| {m.f1:.3f} ({m.precision:.3f}) | {m.opposite:.3f} | {m.pooled_recall_at_1:.3f} | {m.arguments} |"
            )


if __name__ == "__main__":
    sys.exit(main())
