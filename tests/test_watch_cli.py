"""`argmap watch` on a command line: what it says, what it writes and removes, how it ends."""

import os
import re
import select
import shutil
import signal
import subprocess
import sys
import threading
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from argmap.cli import main, terminal, watch
from argmap.cli.watch_files import Outbox, Put
from argmap.renderers.picture import Picture
from argmap.watching.lookout import Lookout
from argmap.watching.server import PageServer

MILL_ROAD = Path(__file__).parent / "golden" / "mill-road"

CLEAN = """\
argmap: 1
id: tram
statements:
  build: {type: thesis, text: A tram., because: [crowded]}
  crowded: {text: Buses are full.}
"""
BROKEN = CLEAN.replace("[crowded]", "[crowdde]")
WARNED = CLEAN + "  alone: {text: Nobody asked for this.}\n"

Step = Callable[[], object]
Watched = Callable[..., tuple[int, str, str]]


@pytest.fixture
def watched(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Watched:
    """Run `argmap watch` in a folder with maps, doing one step after the other, then Ctrl-C."""
    shutil.copytree(MILL_ROAD, tmp_path, dirs_exist_ok=True)
    (tmp_path / "tram.yaml").write_text(CLEAN)
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "COLUMNS", "ARGMAP_DEBUG", "FORCE_COLOR", "PY_COLORS"):
        monkeypatch.delenv(name, raising=False)

    def call(*argv: str, steps: tuple[Step, ...] = ()) -> tuple[int, str, str]:
        todo = iter(steps)

        def wait(_: Lookout, __: object) -> bool:
            step = next(todo, None)
            if step is None:
                raise KeyboardInterrupt
            step()
            return True

        monkeypatch.setattr(Lookout, "wait", wait)
        code = main(["watch", *argv])
        said = capsys.readouterr()
        return code, re.sub(r"\d\d:\d\d:\d\d", "12:03:11", re.sub(r"\d+\.\d\d s", "0.12 s", said.out)), said.err

    return call


def write(name: str, text: str) -> Step:
    return lambda: Path(name).write_text(text)


def both(first: Step, second: Step) -> Step:
    def step() -> None:
        first()
        second()

    return step


def test_without_a_place_to_draw_to_maps_are_checked_and_nothing_is_written(watched: Watched) -> None:
    before = sorted(Path().iterdir())
    steps = (write("tram.yaml", WARNED), write("tram.yaml", WARNED + "# \n"), write("tram.yaml", CLEAN))
    assert watched("tram.yaml", steps=steps) == (
        0,
        "watching tram.yaml and what they refer to; Ctrl-C ends\n"
        "12:03:11  checked in 0.12 s: no problems in 1 file\n"
        "12:03:11  checked in 0.12 s\n"
        "tram.yaml:6:3: warning[AM304]: 'alone' reaches no thesis\n"
        "  6 |   alone: {text: Nobody asked for this.}\n"
        "    |   ^^^^^\n"
        "  help: name it under `because`, `but`, `unless` or `if` of what it bears on, or make it a thesis\n"
        "\n"
        "1 warning in 1 file\n"
        "12:03:11  checked in 0.12 s (1 warning in 1 file, none new)\n"
        "12:03:11  checked in 0.12 s: no problems in 1 file\n",
        "",
    )
    assert sorted(Path().iterdir()) == before


def test_a_broken_save_keeps_the_picture_and_shows_the_errors(watched: Watched) -> None:
    kept: list[bytes] = []
    steps = (
        write("tram.yaml", BROKEN),
        lambda: kept.append(Path("tram.svg").read_bytes()),
        write("tram.yaml", CLEAN.replace("Buses", "Ships")),
    )
    code, out, err = watched("tram.yaml", "-o", "tram.svg", steps=steps)
    assert (code, err) == (0, "")
    assert out == (
        "watching tram.yaml and what they refer to; Ctrl-C ends\n"
        "12:03:11  drawn in 0.12 s: tram.svg\n"
        "12:03:11  not drawn, the picture of 12:03:11 stays: 1 error in 1 file\n"
        "tram.yaml:4:50: error[AM201]: no statement is called 'crowdde'\n"
        "  4 |   build: {type: thesis, text: A tram., because: [crowdde]}\n"
        "    |                                                  ^^^^^^^\n"
        "  help: did you mean 'crowded'?\n"
        "\n"
        "1 error in 1 file\n"
        "12:03:11  drawn in 0.12 s: tram.svg\n"
    )
    assert b"Buses are full." in kept[0]
    assert b"Ships are full." in Path("tram.svg").read_bytes()


def test_a_map_broken_from_the_start_has_no_picture_yet(watched: Watched) -> None:
    Path("tram.yaml").write_text(BROKEN)
    assert "not drawn, there is no picture yet: 1 error in 1 file" in watched("tram.yaml", "-o", "tram.svg")[1]
    assert not Path("tram.svg").exists()


def test_two_maps_are_drawn_as_their_comparison(watched: Watched) -> None:
    code, out, _ = watched("ruiz.yaml", "patel.yaml", "--view", "butterfly", "--about", "build-lane", "-o", "both.pdf")
    assert (code, Path("both.pdf").read_bytes()[:5]) == (0, b"%PDF-")
    assert "drawn in 0.12 s: both.pdf" in out


def test_sheets_that_are_no_longer_drawn_are_removed_if_they_are_as_they_were_left(watched: Watched) -> None:
    Path("tram.yaml").write_text(WARNED)  # two sheets: the tree, and what hangs on nothing
    Path("out").mkdir()
    Path("out/tram-9.svg").write_text("somebody's")
    steps = (
        write("tram.yaml", CLEAN),
        write("tram.yaml", WARNED),
        write("out/tram-1.svg", "mine now"),
        write("tram.yaml", CLEAN.replace("id: tram", "id: train")),
    )
    code, out, err = watched("tram.yaml", "--split", "branch", "-o", "out/", steps=steps)
    assert (code, err) == (0, "")
    assert [line for line in out.splitlines() if line.startswith(("12:03", " " * 10))] == [
        "12:03:11  drawn in 0.12 s: out/tram-1.svg, out/tram-2.svg",
        "12:03:11  drawn in 0.12 s: out/tram.svg",
        "          removed out/tram-1.svg: it is no longer drawn",
        "          removed out/tram-2.svg: it is no longer drawn",
        "12:03:11  drawn in 0.12 s: out/tram-1.svg, out/tram-2.svg",
        "          removed out/tram.svg: it is no longer drawn",
        "12:03:11  drawn in 0.12 s: out/train.svg",
        "          removed out/tram-2.svg: it is no longer drawn",
        "          left out/tram-1.svg: it is no longer drawn, but was changed by another program",
    ]
    assert sorted(path.name for path in Path("out").iterdir()) == ["train.svg", "tram-1.svg", "tram-9.svg"]


def test_what_is_the_same_is_not_written_anew(watched: Watched) -> None:
    Path("tram.yaml").write_text(WARNED)
    steps = (
        write("tram.yaml", WARNED + "# the same picture\n"),
        both(lambda: Path("out/tram-2.svg").unlink(), write("tram.yaml", WARNED)),
    )
    out = watched("tram.yaml", "--split", "branch", "-o", "out/", steps=steps)[1]
    assert [line for line in out.splitlines() if line.startswith("12:03")][1:] == [
        "12:03:11  drawn in 0.12 s: 2 sheets as before (2 warnings in 1 file, none new)",
        "12:03:11  drawn in 0.12 s: out/tram-2.svg; 1 sheet as before (2 warnings in 1 file, none new)",
    ]


def test_a_sheet_that_cannot_be_removed_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, sheet = str(tmp_path / "a.svg"), Picture("a", "svg", b"<svg/>", 10.0)
    outbox = Outbox()
    assert outbox.put([(path, sheet)], []) == Put((path,))

    def refuse(_: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    assert outbox.put([], []) == Put((), left=(path,))
    assert outbox.put([], []) == Put(())


def test_many_sheets_are_counted(watched: Watched) -> None:
    koga = str(Path(__file__).parents[1] / "maps" / "northeast-asia" / "koga-2023.yaml")
    out = watched(koga, "--level", "title", "--split", "branch", "-o", "out/")[1]
    assert re.search(
        r"out/koga-2023-1.svg, out/koga-2023-2.svg, out/koga-2023-3.svg and \d+ sheets? more$", out, re.MULTILINE
    )


def test_several_sheets_for_one_file_are_told(watched: Watched) -> None:
    Path("tram.yaml").write_text(WARNED)
    code, out, _ = watched("tram.yaml", "--split", "branch", "-o", "tram.svg")
    assert code == 0
    assert "drawn, but not written: there are 2 sheets for one file; give a folder: -o tram/; or all" in out


def test_a_picture_that_cannot_be_written_is_told_and_the_watch_lives_on(watched: Watched) -> None:
    Path("out").write_text("no folder")
    steps = (both(Path("out").unlink, write("tram.yaml", CLEAN + "# \n")),)
    code, out, _ = watched("tram.yaml", "-o", "out/tram.svg", steps=steps)
    assert "drawn, but not written: 'out/tram.svg' cannot be written: " in out
    assert "drawn in 0.12 s: out/tram.svg" in out
    assert code == 0


def test_what_the_map_names_is_never_written_over(watched: Watched) -> None:
    Path("a.svg").write_text("The article.")
    Path("tram.yaml").write_text(CLEAN.replace("id: tram\n", "id: tram\narticle: {text: a.svg}\n"))
    code, out, _ = watched("tram.yaml", "-o", "a.svg")
    assert (code, Path("a.svg").read_text()) == (0, "The article.")
    assert "drawn, but not written: 'a.svg' is read by this command and would be lost; write to another file" in out


def test_a_drawing_that_fails_is_told(watched: Watched) -> None:
    code, out, _ = watched("tram.yaml", "--focus", "crowdde", "-o", "out/")
    assert code == 0
    assert "not drawn, there is no picture yet: no statement is called 'crowdde'; did you mean 'crowded'?" in out


def test_a_theme_under_work_is_watched_too(watched: Watched) -> None:
    Path("mine.toml").write_text("nonsense = 3\n")
    steps = (write("mine.toml", 'base = "light"\n'),)
    code, out, _ = watched("tram.yaml", "--theme", "mine.toml", "-o", "tram.svg", steps=steps)
    assert code == 0
    assert "mine.toml:1:1: error[" in out
    assert out.splitlines()[-1] == "12:03:11  drawn in 0.12 s: tram.svg"


def test_an_alignment_is_checked_where_nothing_is_drawn(watched: Watched) -> None:
    Path("rows.tsv").write_text("subject_id\tpredicate_id\tobject_id\n")
    code, out, _ = watched("ruiz.yaml", "patel.yaml", "--alignment", "rows.tsv")
    assert code == 0
    assert "rows.tsv" in out


def test_a_good_alignment_is_read_again_when_it_is_saved(watched: Watched) -> None:
    rows = "subject_id\tpredicate_id\tobject_id\tmapping_justification\tauthor_id\n"
    row = "ruiz:build\targmap:contrary\tpatel:{}\tsemapv:ManualMappingCuration\tAna\n"
    known = re.findall(r"^  ([a-z-]+):", Path("patel.yaml").read_text().partition("statements:")[2], re.MULTILINE)
    Path("rows.tsv").write_text(rows + row.format(known[0]))
    steps = (write("rows.tsv", rows + row.format("nobody")),)
    code, out, _ = watched("ruiz.yaml", "patel.yaml", "--alignment", "rows.tsv", steps=steps)
    first, _, second = out.partition("1 error in")
    assert (code, bool(second)) == (0, True)
    assert "rows.tsv:2:" in first
    assert "error[AM722]" in first
    assert first.index("checked in") < first.rindex("checked in") < first.index("rows.tsv")


def test_maps_with_nothing_in_common_have_no_picture(watched: Watched) -> None:
    Path("other.yaml").write_text(CLEAN.replace("id: tram", "id: train"))
    code, out, _ = watched("tram.yaml", "other.yaml", "-o", "out/")
    assert code == 0
    assert "not drawn, there is no picture yet: there is nothing to draw. " in out


def test_what_is_to_be_said_of_a_comparison_follows_its_line(watched: Watched) -> None:
    lines = watched("ruiz.yaml", "patel.yaml", "--serve")[1].splitlines()
    assert "drawn in" in lines[2]
    assert lines[3:5] == [
        "          ruiz casts a role without the article's words: council (AM601)",
        "          patel casts a role without the article's words: council (AM601)",
    ]


USAGE = [
    (("gone.yaml",), "there is no file 'gone.yaml'"),
    (("-",), "standard input is no file that could be saved again; name a file"),
    (("tram.yaml", "--port", "80"), "--port is for a page in the browser; add --serve"),
    (("tram.yaml", "--open"), "--open is for a page in the browser; add --serve"),
    (("tram.yaml", "--view", "map"), "these are options of a drawing, and none is made; add -o FILE, -o DIR/ or --s"),
    (("tram.yaml", "--format", "png"), "--format is for the file that -o names, and none is named"),
    (("tram.yaml", "-o", "-"), "a watch draws again and again, and a pipe takes one drawing; -o FILE or -o DIR/"),
    (("tram.yaml", "-o", "tram.txt"), "'tram.txt' does not say what kind of picture to write"),
    (("tram.yaml", "--alignment", "a.tsv"), "an alignment joins two maps, and there is one"),
    (("tram.yaml", "--theme", "drak", "--serve"), "no theme is called 'drak'; known: light, dark, print; did you mean"),
    (("tram.yaml", "--view", "butterfly", "--serve"), "the view 'butterfly' is of two maps, not of 1"),
    (("tram.yaml", "--view", "sheet", "-o", "out/"), "the view 'sheet' is of two maps, not of 1"),
    (("tram.yaml", "--serve", "--port", "70000"), "--port is at most 65535, not '70000'"),
]


@pytest.mark.parametrize(("argv", "said"), USAGE)
def test_what_cannot_be_watched_is_said_at_once(watched: Watched, argv: tuple[str, ...], said: str) -> None:
    code, out, err = watched(*argv)
    assert (code, out) == (2, "")
    assert said in re.sub(r"[│\s]+", " ", err)
    assert not Path("out").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_watched(watched: Watched) -> None:
    os.mkfifo("pipe")
    assert "'pipe' is no file that could be saved again" in watched("pipe")[2]


# --- the page -----------------------------------------------------------------------------------------------------


def test_a_port_that_is_taken_ends_the_watch_at_once(watched: Watched) -> None:
    from argmap.watching.board import Board

    server = PageServer(Board())
    try:
        code, out, err = watched("tram.yaml", "--serve", "--port", str(server.server_port))
    finally:
        server.close()
    assert (code, out) == (2, "")
    assert f"the page cannot be served at port {server.server_port}: " in err
    assert "leave out --port for a free one" in err


def test_the_page_is_served_while_the_watch_lives_and_no_thread_stays(watched: Watched) -> None:
    before = threading.active_count()
    code, out, _ = watched("tram.yaml", "--serve")
    assert code == 0
    assert re.search(r"^http://127\.0\.0\.1:\d+/$", out, re.MULTILINE)
    assert "drawn in 0.12 s: 1 sheet\n" in out
    assert threading.active_count() == before


def test_a_file_of_another_kind_and_the_page_are_drawn_both(watched: Watched) -> None:
    code, out, _ = watched("tram.yaml", "--serve", "-o", "tram.png")
    assert (code, Path("tram.png").read_bytes()[:4]) == (0, b"\x89PNG")
    assert "drawn in 0.12 s: tram.png\n" in out


@pytest.mark.parametrize(("opens", "said"), [(True, ""), (False, "argmap: no browser could be opened; open http://1")])
def test_the_browser_is_opened_where_that_is_asked_for(
    watched: Watched, monkeypatch: pytest.MonkeyPatch, opens: bool, said: str
) -> None:
    opened: list[str] = []

    def open_(url: str) -> bool:
        opened.append(url)
        return opens

    monkeypatch.setattr(webbrowser, "open", open_)
    _, out, err = watched("tram.yaml", "--serve", "--open")
    assert opened[0] in out
    assert err.startswith(said)
    assert bool(err) == bool(said)


# --- how it ends --------------------------------------------------------------------------------------------------


@pytest.mark.skipif(not hasattr(select, "poll"), reason="this system does not tell who reads")
def test_a_pipe_that_nobody_reads_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    with os.fdopen(writing, "w") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        watch._require_reader()
        os.close(reading)
        with pytest.raises(terminal.PipeClosed):
            watch._require_reader()


def test_where_the_system_cannot_tell_nothing_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(select, "poll", raising=False)
    watch._require_reader()


@contextmanager
def running(folder: Path, *argv: str) -> Iterator[tuple["subprocess.Popen[str]", Callable[[str], str]]]:
    """The command as a process, and what reads its lines up to one that holds some words."""
    with subprocess.Popen(
        [sys.executable, "-m", "argmap", "watch", *argv], cwd=folder, stdout=subprocess.PIPE, text=True
    ) as process:
        guard = threading.Timer(30, process.kill)
        guard.start()

        def until(words: str) -> str:
            assert process.stdout
            seen = ""
            for line in process.stdout:
                seen += line
                if words in line:
                    return seen
            raise AssertionError(f"{words!r} was not said, but:\n{seen}")

        try:
            yield process, until
        finally:
            guard.cancel()
            process.kill()


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C is sent otherwise there")
def test_saves_of_all_kinds_are_seen_by_the_process_and_ctrl_c_ends_it(tmp_path: Path) -> None:
    path, real = tmp_path / "tram.yaml", tmp_path / "real.yaml"
    path.write_text(CLEAN)

    def said(text: str) -> bool:
        return text.encode() in (tmp_path / "out" / "tram.svg").read_bytes()

    with running(tmp_path, "tram.yaml", "-o", "out/") as (process, until):
        until("drawn in")
        path.write_text(CLEAN.replace("Buses", "Ships"))
        until("drawn in")
        assert said("Ships are full.")

        beside = tmp_path / ".tram.yaml.swp"
        beside.write_text(CLEAN.replace("Buses", "Trains"))
        beside.replace(path)  # as most editors save
        until("drawn in")
        assert said("Trains are full.")

        path.unlink()  # and as some do
        path.write_text(CLEAN.replace("Buses", "Planes"))
        assert "error" not in until("drawn in")
        assert said("Planes are full.")

        path.write_text(BROKEN)
        assert "the picture of" in until("not drawn")
        path.write_text(CLEAN.replace("Buses", "Carts"))
        until("drawn in")

        path.touch()
        for words in ("Boats", "Rafts", "Yachts"):  # one redraw
            path.write_text(CLEAN.replace("Buses", words))
        until("drawn in")
        assert said("Yachts are full.")

        real.write_text(CLEAN.replace("Buses", "Bikes"))
        path.unlink()
        path.symlink_to(real)
        until("drawn in")
        real.write_text(CLEAN.replace("Buses", "Taxis"))
        assert until("drawn in").count("drawn in") == 1
        assert said("Taxis are full.")

        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(select, "poll"), reason="this system does not tell who reads")
def test_the_process_ends_when_nobody_reads_it(tmp_path: Path) -> None:
    (tmp_path / "tram.yaml").write_text(CLEAN)
    with running(tmp_path, "tram.yaml") as (process, until):
        until("checked in")
        assert process.stdout
        process.stdout.close()
        assert process.wait(10) == 141
