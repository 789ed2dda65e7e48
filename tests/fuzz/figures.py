"""Sums the logs of fuzzing runs: ``python tests/fuzz/figures.py LOG…``.

A run writes a line each half minute, of which the last one counts.
"""

import json
import sys
from pathlib import Path


def summed(logs: list[Path]) -> str:
    """How long was fuzzed, how much was tried, and what broke, in lines to print."""
    runs = [json.loads(log.read_text(encoding="utf-8").splitlines()[-1]) for log in logs if log.stat().st_size]
    kinds = sorted({kind for run in runs for kind in run["kinds"]})
    lines = [
        f"runs      {len(runs)}",
        f"time      {sum(run['seconds'] for run in runs) / 3600:.2f} hours",
        f"inputs    {sum(run['inputs'] for run in runs):,}",
        f"slowest   {max((run['slowest'] for run in runs), default=0)} s",
        f"memory    {max((run['megabytes'] for run in runs), default=0)} MB",
        f"broken    {len(kinds)} kinds",
        *(f"          {kind}" for kind in kinds),
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    print(summed([Path(name) for name in sys.argv[1:]]))
