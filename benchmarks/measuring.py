"""Times commands as whole processes: by the wall and by the processor, the peak of memory, what they say themselves."""

import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from threading import Timer

_INSIDE = re.compile(r"^in-process seconds: ([0-9.]+)$", re.MULTILINE)
_MB = 1024 if sys.platform != "darwin" else 1024 * 1024  # ru_maxrss counts kilobytes, on macOS bytes


@dataclass(frozen=True, slots=True)
class Run:
    """One process: seconds by the wall, of processors, of its own work where it prints them; megabytes at the peak."""

    seconds: float
    cpu: float
    peak_mb: float
    inside: float | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """The runs of a command; or, in `failed`, why there are none."""

    runs: tuple[Run, ...] = ()
    failed: str = ""

    @property
    def best(self) -> float:
        """Seconds of the fastest run."""
        return min(run.seconds for run in self.runs)

    @property
    def median(self) -> float:
        """Seconds of the run in the middle."""
        return statistics.median(run.seconds for run in self.runs)

    @property
    def cpu(self) -> float:
        """Seconds of processors in the run that took least: what a busy machine changes least."""
        return min(run.cpu for run in self.runs)

    @property
    def inside(self) -> float | None:
        """The least seconds of its own work that a run told of."""
        return min((run.inside for run in self.runs if run.inside is not None), default=None)

    @property
    def peak_mb(self) -> float:
        """The largest peak of all runs."""
        return max(run.peak_mb for run in self.runs)


@dataclass(frozen=True, slots=True)
class Call:
    """A command with what its environment has beside ours."""

    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)


def measure(call: Call, *, runs: int, limit: float) -> Measured:
    """So many runs, fewer where they take long together; a run over `limit` seconds is ended and ends the measuring."""
    done: list[Run] = []
    while len(done) < runs and sum(run.seconds for run in done) < limit:
        one = run_once(call, limit)
        if isinstance(one, str):
            return Measured(failed=one)
        done.append(one)
    return Measured(tuple(done))


def in_turn(calls: Sequence[Call], *, runs: int, limit: float) -> list[Measured]:
    """Several commands in turn (A B A B …), so that a machine that grows slower does so for all of them."""
    found: list[list[Run]] = [[] for _ in calls]
    for _ in range(runs + 1):
        for i, call in enumerate(calls):
            one = run_once(call, limit)
            if isinstance(one, str):
                return [Measured(failed=one)] * len(calls)
            found[i].append(one)
    return [Measured(tuple(each[1:])) for each in found]  # the first of each warms up


def ratios(one: Measured, other: Measured) -> tuple[float, float]:
    """The medians of the ratios of runs that followed each other: by the wall, and of processors."""
    pairs = list(zip(one.runs, other.runs, strict=True))
    return statistics.median(a.seconds / b.seconds for a, b in pairs), statistics.median(
        a.cpu / b.cpu for a, b in pairs
    )


def run_once(call: Call, limit: float) -> Run | str:
    """One run, or why it is none."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            call.command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            env=_environment(call),
            start_new_session=True,
        )
        timer = Timer(limit, _end, [process.pid])
        timer.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        finally:
            timer.cancel()
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        said = output.read().decode("utf-8", "replace")
    if seconds >= limit:
        return f"over {limit:g} s"
    if process.returncode:
        lines = [line.strip() for line in said.splitlines() if line.strip()]
        return f"failed: {lines[-1][:80] if lines else f'exit {process.returncode}'}"
    inside = _INSIDE.search(said)
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _MB, float(inside[1]) if inside else None)


def _environment(call: Call) -> dict[str, str]:
    """Ours without what would keep Python from its compiled code, which every installed program has."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return ours | dict(call.environment)


def _end(pid: int) -> None:
    os.killpg(pid, signal.SIGKILL)
