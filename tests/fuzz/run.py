"""Fuzzes argmap for some time, from the kept seeds: ``python tests/fuzz/run.py --time 60``.

It needs atheris (``pip install argmap[fuzz]``, Linux). What breaks is written to the folder of crashes, each kind once,
with the command that repeats it; the exit code is then 1.
"""

import argparse
import base64
import hashlib
import json
import os
import pkgutil
import random
import resource
import sys
import time
import traceback
from importlib import import_module
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))  # the tests, of which this is a part

SLOWEST: Final = 10
"""Seconds of the processor that one input may take: those of a clock depend on what else a machine does."""

HANGS: Final = 60
"""Seconds after which libFuzzer ends a run, since an input may be without end."""

SLOW: Final = 3.0
"""Seconds of the processor from which on an input is kept, to be looked at."""

MEMORY: Final = 2048
"""Megabytes the process may take."""

_OUTSIDE: Final = ("argmap.cli", "argmap.editor.server", "argmap.watching", "argmap.__main__")
"""What is not reached from the target."""


class Run:
    """One run, and what is written of it: a line for each half minute, of which the last one counts."""

    def __init__(self, log: Path | None, crashes: Path, *, stop: bool) -> None:
        self.log, self.crashes, self.stop = log, crashes, stop
        self.began = time.time()
        self.tried = 0
        self.kinds: dict[str, str] = {}
        self.slowest = 0.0
        self._written = self.began

    def one(self, data: bytes) -> None:
        """Try one input."""
        from fuzz.target import one_input  # imported before, to be watched

        self.tried += 1
        start = time.process_time()
        try:
            one_input(data)
        except Exception as error:
            self._broken(data, error)
        took = time.process_time() - start
        self.slowest = max(self.slowest, took)
        if took > SLOWEST:
            self._broken(data, TimeoutError(f"{took:.0f} seconds"))
        elif took > SLOW:
            self._keep(data, "slow")
        if time.time() - self._written > 30:
            self.write()

    def _keep(self, data: bytes, what: str) -> Path:
        self.crashes.mkdir(parents=True, exist_ok=True)
        path = self.crashes / f"{what}-{hashlib.sha1(data).hexdigest()[:12]}"
        path.write_bytes(data)
        return path

    def _broken(self, data: bytes, error: Exception) -> None:
        kind = _kind(error)
        if kind in self.kinds:
            return
        path = self._keep(data, "crash")
        self.kinds[kind] = path.name
        print(f"\n{'=' * 20} {kind}", file=sys.stderr)
        traceback.print_exception(error, limit=-8)
        print(f"to repeat it: python tests/fuzz/replay.py {path}", file=sys.stderr)
        written = base64.b64encode(data).decode()
        print(f"on another machine, first: base64 -d > {path.name} <<< {written}", file=sys.stderr, flush=True)
        self.write()
        if self.stop:
            os._exit(1)  # libFuzzer would write the input once more, and a trace of its own

    def write(self) -> None:
        """Add a line to the log."""
        self._written = time.time()
        if self.log is None:
            return
        line = {
            "run": os.getpid(),
            "began": round(self.began),
            "seconds": round(self._written - self.began),
            "processor": round(time.process_time()),
            "inputs": self.tried,
            "slowest": round(self.slowest, 2),
            "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            "kinds": self.kinds,
        }
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")


def _kind(error: BaseException) -> str:
    """What went wrong and where: crashes with one of these are one."""
    frames = [
        f for f in traceback.extract_tb(error.__traceback__) if "/argmap/" in f.filename or "/fuzz/" in f.filename
    ]
    own = [f for f in frames if "/argmap/" in f.filename] or frames
    at = f"{Path(own[-1].filename).name}:{own[-1].name}" if own else "?"
    words = str(error).split("(")[0][:40] if type(error).__name__ == "Broken" else ""
    return f"{type(error).__name__} {at} {words}".strip()


def main() -> int:
    """Fuzz, and say what was found."""
    asked = argparse.ArgumentParser(description="fuzz argmap")
    asked.add_argument("--time", type=int, default=60, help="seconds")
    asked.add_argument("--corpus", type=Path, help="a folder to keep what is found in; none is kept without it")
    asked.add_argument("--crashes", type=Path, default=Path("build/fuzz"), help="where inputs go that break something")
    asked.add_argument("--log", type=Path, help="a file for the figures")
    asked.add_argument("--go-on", action="store_true", help="collect all kinds of crashes, do not stop at the first")
    asked.add_argument("--merge", type=Path, help="write the fewest inputs that reach as much into this folder")
    asked.add_argument("--seed", type=int, default=0, help="of chance; 0 takes another one each time")
    given, inner = asked.parse_known_args()  # while merging, libFuzzer calls this again with arguments of its own

    try:
        import atheris  # who only reads the help need not have it
    except ImportError:
        print("there is no atheris here: pip install 'argmap[fuzz]', on Linux with x86-64", file=sys.stderr)
        return 2

    from fuzz import mutator

    with atheris.instrument_imports(include=["argmap"]):
        import argmap

        for module in pkgutil.walk_packages(argmap.__path__, "argmap."):
            if not module.name.startswith(_OUTSIDE):
                import_module(module.name)
    from fuzz import target

    run = Run(given.log, given.crashes, stop=not given.go_on)

    def changed(data: bytes, most: int, seed: int) -> bytes:
        if random.Random(seed).randrange(4) == 0:
            return bytes(atheris.Mutate(data, len(data)))
        return mutator.mutated(data, most, seed)

    corpus = [str(folder) for folder in (given.merge, given.corpus, target.SEEDS) if folder]
    for folder in corpus:
        Path(folder).mkdir(parents=True, exist_ok=True)
    options: list[Any] = [
        f"{sys.executable} {sys.argv[0]}",
        # the fewest that reach every line; how often they do counts only while looking for more
        *(["-merge=1", "-use_counters=0"] if given.merge else [f"-max_total_time={given.time}"]),
        f"-dict={HERE / 'words.dict'}",
        f"-timeout={HANGS}",
        f"-rss_limit_mb={MEMORY}",
        "-max_len=6000",
        f"-artifact_prefix={given.crashes}/",
        "-print_final_stats=1",
        *([f"-seed={given.seed}"] if given.seed else []),
        *([f"{_nowhere()}"] if not given.corpus and not given.merge else []),
        *corpus,
    ]
    if inner:
        options = [options[0], *inner]
    given.crashes.mkdir(parents=True, exist_ok=True)
    atheris.Setup(options, run.one, custom_mutator=changed, custom_crossover=mutator.crossed)
    import atexit

    atexit.register(run.write)
    atheris.Fuzz()
    return 1 if run.kinds else 0


def _nowhere() -> str:
    """A folder for what is found and not kept: libFuzzer writes into the first that it is given."""
    import tempfile

    return tempfile.mkdtemp(prefix="argmap-fuzz-")


if __name__ == "__main__":
    sys.exit(main())
