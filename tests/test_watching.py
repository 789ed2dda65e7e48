"""The watch: which files count, when a save is over, and what a save leads to; with clocks that are turned by hand."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from argmap import api
from argmap.errors import DrawingFailed, InvalidMap
from argmap.facade.settings import ProjectSettings
from argmap.files import MAX_BYTES
from argmap.watching import looking
from argmap.watching.lookout import Lookout
from argmap.watching.rounds import Draw, Pictures, Round
from argmap.watching.stillness import wait_for_stillness
from argmap.watching.watch import Watch

CASES = Path(__file__).parent / "golden" / "mill-road"

MAP = """\
argmap: 1
id: tram
statements:
  build: {type: thesis, text: The harbour needs a tram., because: [crowded]}
  crowded: {text: Buses are full.}
"""


class Clock:
    """Time that passes when somebody sleeps, and what happens meanwhile."""

    def __init__(self, *events: tuple[float, Callable[[], object]]) -> None:
        self.now = 0.0
        self.events = list(events)

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        while self.events and self.events[0][0] <= self.now:
            self.events.pop(0)[1]()


Look = dict[str, looking.Stamp | None]


def still(before: Look, *events: tuple[float, Look]) -> tuple[Look, float]:
    """How files look when waiting is over, and how long it took; the first of the events is what woke."""
    state = dict(before)
    clock = Clock(*((at, lambda change=change: state.update(change)) for at, change in events))
    clock.sleep(0.0)
    began = clock.now
    seen = wait_for_stillness(lambda: dict(state), before, clock=clock, sleep=clock.sleep)
    return dict(seen), round(clock.now - began, 2)


A, B, C = (1, 10, 1), (2, 11, 1), (3, 12, 2)


def test_one_write_is_over_after_a_moment_of_quiet() -> None:
    assert still({"m": A}, (0, {"m": B})) == ({"m": B}, 0.15)


def test_writes_that_follow_each_other_are_one() -> None:
    seen, seconds = still({"m": A}, (0, {"m": B}), (0.1, {"m": C}), (0.2, {"m": B}))
    assert seen == {"m": B}
    assert 0.35 <= seconds <= 0.4


def test_a_file_that_is_away_for_a_moment_is_waited_for() -> None:
    assert still({"m": A}, (0, {"m": None}), (0.25, {"m": C}))[0] == {"m": C}


def test_a_file_that_stays_away_is_believed_after_a_third_of_a_second() -> None:
    assert still({"m": A}, (0, {"m": None})) == ({"m": None}, 0.3)


def test_a_file_that_was_never_there_is_not_waited_for() -> None:
    assert still({"m": A, "book": None}, (0, {"m": B})) == ({"m": B, "book": None}, 0.15)


def test_a_file_that_is_written_without_end_is_looked_at_all_the_same() -> None:
    writes: list[tuple[float, Look]] = [(at / 10, {"m": (at, at, at)}) for at in range(100)]
    assert 3 <= still({"m": A}, *writes)[1] <= 3.1


def test_looks_and_contents_of_what_is_no_file_are_none(tmp_path: Path) -> None:
    names = [str(tmp_path), str(tmp_path / "gone"), "\0"]
    assert dict(looking.looks(names)) == dict.fromkeys(names)
    assert dict(looking.contents(names)) == dict.fromkeys(names)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert looking.contents([str(tmp_path / "pipe")]) == {str(tmp_path / "pipe"): None}


def test_a_touch_changes_how_a_file_looks_and_not_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "m"
    path.write_text("a")
    names = [str(path)]
    before = looking.looks(names), looking.contents(names)
    os.utime(path, ns=(1, 1))
    after = looking.looks(names), looking.contents(names)
    assert before[0] != after[0]
    assert before[1] == after[1]


def test_a_file_too_large_to_be_read_is_known_by_its_looks(tmp_path: Path) -> None:
    path = tmp_path / "m"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    os.utime(path, ns=(5, 5))
    assert looking.contents([str(path)]) == {str(path): f"{MAX_BYTES + 1} 5"}


def test_a_file_that_cannot_be_opened_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "m"
    path.write_text("a")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert looking.contents([str(path)]) == {str(path): "closed"}


# --- the loop -----------------------------------------------------------------------------------------------------


class Scripted(Lookout):
    """Instead of waiting, does the next thing of a script; wakes where that is told."""

    def __init__(self, *script: Callable[[], object], woken: bool = True) -> None:
        super().__init__()
        self.script = list(script)
        self.woken = woken
        self.watched: list[list[str]] = []

    def wait(self, paths: Sequence[str]) -> bool:  # type: ignore[override]
        self.watched.append([Path(path).name for path in paths])
        if not self.script:
            raise KeyboardInterrupt
        self.script.pop(0)()
        return self.woken


def rounds(
    folder: Path,
    maps: Sequence[str],
    *script: Callable[[], object],
    draw: Draw | None = None,
    also: Sequence[str] = (),
    woken: bool = True,
) -> tuple[list[Round], list[list[str]]]:
    """The rounds that a script leads to, and what was watched before each step of it."""
    paths = [str(folder / name) for name in maps]
    lookout, clock = Scripted(*script, woken=woken), Clock()
    watch = Watch(
        paths,
        examine=lambda: api.examine(paths, selection=ProjectSettings().selection),
        draw=draw,
        also=[str(folder / name) for name in also],
        aside=[str(folder / "argmap.toml")],
        lookout=lookout,
        clock=clock,
        sleep=clock.sleep,
    )
    return list(until_interrupted(watch.rounds())), lookout.watched


def until_interrupted(all_of_them: Iterator[Round]) -> Iterator[Round]:
    with suppress(KeyboardInterrupt):
        yield from all_of_them


def codes(done: Sequence[Round]) -> list[list[str]]:
    return [sorted({d.code for d in one.problems if d.severity == "error"}) for one in done]


@pytest.fixture
def tram(tmp_path: Path) -> Path:
    (tmp_path / "tram.yaml").write_text(MAP)
    return tmp_path


def writing(path: Path, text: str) -> Callable[[], object]:
    return lambda: path.write_text(text)


def test_a_save_that_changes_nothing_leads_to_no_round(tram: Path) -> None:
    path = tram / "tram.yaml"
    done, _ = rounds(tram, ["tram.yaml"], writing(path, MAP), path.touch, lambda: None)
    assert codes(done) == [[]]


@pytest.mark.parametrize("woken", [True, False], ids=["told by the system", "told by nobody"])
def test_a_map_that_breaks_and_is_mended(tram: Path, woken: bool) -> None:
    path = tram / "tram.yaml"
    broken = MAP.replace("[crowded]", "[crowdde]")
    done, _ = rounds(tram, ["tram.yaml"], writing(path, broken), lambda: None, writing(path, MAP), woken=woken)
    assert codes(done) == [[], ["AM201"], []]
    assert [one.is_broken for one in done] == [False, True, False]


def test_a_write_that_looks_the_same_is_seen_by_who_was_woken(tram: Path) -> None:
    path = tram / "tram.yaml"
    found = path.stat()

    def sly() -> None:
        path.write_text(MAP.replace("Buses", "Ships"))
        os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))

    assert len(rounds(tram, ["tram.yaml"], sly)[0]) == 2


def test_a_map_that_is_taken_away_and_comes_back(tram: Path) -> None:
    path = tram / "tram.yaml"
    done, _ = rounds(tram, ["tram.yaml"], path.unlink, writing(path, MAP))
    assert codes(done) == [[], ["AM111"], []]


def test_what_a_map_names_is_watched_there_or_not_and_what_it_names_no_more_is_not(tram: Path) -> None:
    path = tram / "tram.yaml"
    (tram / "a.txt").write_text("Buses are full.")
    named = MAP.replace("id: tram\n", "id: tram\ncodebook: one.yaml\narticle: {text: a.txt}\n")
    done, watched = rounds(
        tram,
        ["tram.yaml"],
        writing(path, named),
        writing(tram / "one.yaml", "argmap-codebook: 1\nid: one\n"),
        writing(path, named.replace("one.yaml", "two.yaml")),
        writing(tram / "two.yaml", "argmap-codebook: 1\nid: two\n"),
        writing(tram / "one.yaml", "nobody: cares\n"),
        writing(path, MAP),
        also=["mine.toml"],
    )
    assert codes(done) == [[], ["AM111"], [], ["AM111"], [], []]
    assert watched == [
        ["tram.yaml", "mine.toml"],
        *[["tram.yaml", "one.yaml", "a.txt", "mine.toml"]] * 2,
        *[["tram.yaml", "two.yaml", "a.txt", "mine.toml"]] * 3,
        ["tram.yaml", "mine.toml"],
    ]


def test_a_map_that_cannot_be_read_at_all_still_names_what_it_named(tram: Path) -> None:
    path, book = tram / "tram.yaml", tram / "one.yaml"
    book.write_text("argmap-codebook: 1\nid: one\n")
    named = MAP.replace("id: tram\n", "id: tram\ncodebook: one.yaml\n")
    path.write_text(named)
    _, watched = rounds(tram, ["tram.yaml"], writing(path, named.replace("because: [", "because: [[")), path.unlink)
    assert watched == [["tram.yaml", "one.yaml"]] * 3


def test_settings_count_too_from_when_they_are_there(tram: Path) -> None:
    path, settings = tram / "tram.yaml", tram / "argmap.toml"
    path.write_text(MAP + "  alone: {text: Nobody asked for this.}\n")
    done, watched = rounds(
        tram,
        ["tram.yaml"],
        writing(settings, "ignore = ['AM304']\n"),
        writing(settings, "ingore = ['AM304']\n"),
        settings.unlink,
        woken=False,
    )
    assert [[d.code for d in one.problems] for one in done] == [["AM304"], [], ["AM120"], ["AM304"]]
    assert watched == [["tram.yaml"]] * 4


def test_an_address_is_not_watched(tram: Path) -> None:
    (tram / "tram.yaml").write_text(MAP.replace("id: tram\n", "id: tram\ncodebook: https://x.example/book.yaml\n"))
    assert rounds(tram, ["tram.yaml"])[1] == [["tram.yaml"]]


def test_a_drawing_is_made_of_maps_without_errors_only(tram: Path) -> None:
    path = tram / "tram.yaml"

    def draw(tell: Callable[[str], None]) -> Pictures:
        tell("by the way")
        return {"svg": api.draw(str(path))}

    done, _ = rounds(tram, ["tram.yaml"], writing(path, MAP + "  ]"), draw=draw)
    assert [(bool(one.pictures), one.notes) for one in done] == [(True, ("by the way",)), (False, ())]


def test_what_is_to_be_said_of_a_drawing_stands_beside_the_problems(tram: Path) -> None:
    path = tram / "tram.yaml"
    path.write_text(MAP + "  alone: {text: Nobody asked for this.}\n")
    (done,), _ = rounds(tram, ["tram.yaml"], draw=lambda _: {"svg": api.draw(str(path))})
    assert [(d.file, d.code) for d in done.problems] == [(str(path), "AM304"), (str(path), "AM905")]
    assert done.problems[0].position == done.problems[1].position


def test_a_drawing_that_fails_is_told_and_the_watch_lives_on(tram: Path) -> None:
    path = tram / "tram.yaml"
    bad = api.check(str(CASES / "ruiz.yaml"))
    outcomes: Iterator[Exception | None] = iter([DrawingFailed("too large"), InvalidMap(bad), None])

    def draw(_: object) -> Pictures:
        if problem := next(outcomes):
            raise problem
        return {"svg": api.draw(str(path))}

    steps = [writing(path, MAP + f"# {n}\n") for n in range(2)]
    done, _ = rounds(tram, ["tram.yaml"], *steps, draw=draw)
    assert [(one.trouble, one.problems == bad, bool(one.pictures)) for one in done] == [
        ("too large", False, False),
        ("", True, False),
        ("", False, True),
    ]


def test_what_idling_raises_ends_the_watch(tram: Path) -> None:
    def gone() -> None:
        raise BrokenPipeError

    path = str(tram / "tram.yaml")
    watch = Watch([path], examine=lambda: api.examine([path]), idle=gone, lookout=Scripted(lambda: None))
    with pytest.raises(BrokenPipeError):
        list(watch.rounds())


# --- the lookout --------------------------------------------------------------------------------------------------


def told(lookout: Lookout, path: Path, happening: Callable[[], object], *, tries: int = 10) -> bool:
    """Whether a lookout that waits for a file is woken by what happens."""
    lookout.wait([str(path)])  # begins to watch
    happening()
    return any(lookout.wait([str(path)]) for _ in range(tries))


@pytest.fixture
def lookout() -> Iterator[Lookout]:
    made = Lookout(tick=0.1)
    yield made
    made.close()


def renaming(path: Path) -> None:
    beside = path.with_name(".tmp")
    beside.write_text("new")
    beside.replace(path)


HAPPENINGS: dict[str, Callable[[Path], object]] = {
    "written": lambda path: path.write_text("new"),
    "renamed onto": renaming,
    "removed": lambda path: path.unlink(),
}


@pytest.mark.parametrize("happening", HAPPENINGS.values(), ids=HAPPENINGS)
def test_a_save_wakes_however_it_is_done(tmp_path: Path, lookout: Lookout, happening: Callable[[Path], object]) -> None:
    path = tmp_path / "m.yaml"
    path.write_text("old")
    assert told(lookout, path, lambda: happening(path))


def test_another_file_does_not_wake(tmp_path: Path, lookout: Lookout) -> None:
    assert not told(lookout, tmp_path / "m.yaml", lambda: (tmp_path / "n.yaml").write_text("x"), tries=3)


def test_what_a_link_points_to_wakes(tmp_path: Path, lookout: Lookout) -> None:
    far = tmp_path / "far"
    far.mkdir()
    (far / "real.yaml").write_text("old")
    link = tmp_path / "m.yaml"
    try:
        link.symlink_to(far / "real.yaml")
    except OSError:
        pytest.skip("this system makes no links")
    assert told(lookout, link, lambda: renaming(far / "real.yaml"))


def test_a_folder_that_is_removed_and_made_again_is_watched_again(tmp_path: Path, lookout: Lookout) -> None:
    folder = tmp_path / "maps"
    folder.mkdir()
    path = folder / "m.yaml"
    path.write_text("old")
    lookout.wait([str(path)])
    shutil.rmtree(folder)
    for _ in range(3):
        lookout.wait([str(path)])
    folder.mkdir()
    lookout.wait([str(path)])
    assert told(lookout, path, lambda: path.write_text("new"))


def test_where_the_system_tells_nothing_the_clock_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import watchfiles

    def refuse(*_: object, **__: object) -> Iterator[set[object]]:
        raise OSError("no more watches")
        yield

    monkeypatch.setattr(watchfiles, "watch", refuse)
    slept: list[float] = []
    lookout = Lookout(tick=0.25, sleep=slept.append)
    assert [lookout.wait([str(tmp_path / "m.yaml")]) for _ in range(2)] == [False, False]
    assert slept == [0.25, 0.25]
    lookout.close()


@pytest.mark.skipif(sys.platform == "win32", reason="another root")
def test_the_nearest_folder_that_is_there_is_watched(lookout: Lookout) -> None:
    from argmap.watching.lookout import _places

    folders, names = _places(["/no/such/folder/m.yaml"])
    assert {path for path, _ in folders} == {"/"}
    assert names == {"m.yaml"}


@pytest.mark.skipif(sys.platform == "win32", reason="another root")
def test_where_no_folder_can_be_seen_the_root_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from argmap.watching.lookout import _standing

    monkeypatch.setattr(Path, "is_dir", lambda _: False)
    assert _standing(Path("/no/such")) == ("/", 0)
    assert _standing(Path("such")) == (".", 0)
