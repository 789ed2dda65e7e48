"""Gives inputs to the target again, without atheris: ``python tests/fuzz/replay.py [FILE…]``; all seeds if none.

A line says of each that failed what happened.
"""

import sys
import time
import traceback
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

SLOWEST: Final = 10.0


def main(names: list[str]) -> int:
    """0 if argmap kept its promises with every input, else 1."""
    from fuzz.target import one_input, seeds  # the path has to be set first

    failed = 0
    paths = [Path(name) for name in names] or seeds()
    for path in paths:
        start = time.process_time()
        try:
            one_input(path.read_bytes())
        except Exception as error:
            failed += 1
            print(f"{path.name}: {type(error).__name__}: {error}")
            if names:
                traceback.print_exception(error)
        if (took := time.process_time() - start) > SLOWEST:
            failed += 1
            print(f"{path.name}: {took:.0f} seconds")
    print(f"{len(paths)} inputs, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
