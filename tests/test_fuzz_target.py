"""Every input that once broke argmap, and the inputs that reach most of it: the fuzzing target takes them all.

In a process of its own, as the target measures boxes by a stand-in for Graphviz. `tests/fuzz/README.md` says how the
inputs were found.
"""

import random
import subprocess
import sys
from pathlib import Path

from fuzz import mutator

FUZZ = Path(__file__).parent / "fuzz"


def replayed(*names: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", str(FUZZ / "replay.py"), *map(str, names)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_no_seed_breaks_argmap() -> None:
    count = len(list((FUZZ / "seeds").iterdir()))
    done = replayed()
    assert (done.returncode, done.stdout) == (0, f"{count} inputs, 0 failed\n")
    assert count > 100


def test_the_seeds_are_few_and_small() -> None:
    sizes = [path.stat().st_size for path in (FUZZ / "seeds").iterdir()]
    assert (len(sizes) < 400, sum(sizes) < 300_000, max(sizes) <= 6000) == (True, True, True)


def test_a_broken_promise_is_told_and_fails(tmp_path: Path) -> None:
    lie = "import sys; from fuzz import target; target.examine = lambda *_, **__: [target.examine]; "
    script = lie + "from fuzz.replay import main; sys.exit(main(sys.argv[1:]))"
    (tmp_path / "crash").write_bytes(b"M\x00argmap: 1\n")
    command = [sys.executable, "-c", script, str(tmp_path / "crash")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=FUZZ.parent, check=False)
    assert done.returncode == 1
    assert done.stdout.startswith("crash: AttributeError: ")
    assert done.stdout.endswith("1 inputs, 1 failed\n")


def test_mutations_depend_on_their_seed_alone_and_keep_to_the_length() -> None:
    seed = (FUZZ / "seeds" / "map-00").read_bytes()
    for n in range(300):
        changed = mutator.mutated(seed, 6000, n)
        assert changed == mutator.mutated(seed, 6000, n)
        assert len(changed) <= 6000
        crossed = mutator.crossed(seed, changed, 500, n)
        assert crossed == mutator.crossed(seed, changed, 500, n)
        assert len(crossed) <= 500
    assert mutator.mutated(b"", 10, 1)  # nothing at all is an input, too


def test_most_mutations_leave_a_file_that_yaml_can_read() -> None:
    import yaml

    seed, r, read = (FUZZ / "seeds" / "map-00").read_bytes(), random.Random(0), 0
    for _ in range(200):
        try:
            yaml.compose(mutator.mutated(seed, 6000, r.randrange(10**6))[2:], yaml.CSafeLoader)
            read += 1
        except (yaml.YAMLError, ValueError):
            pass
    assert read > 80
