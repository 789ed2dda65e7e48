"""Graphviz: in process, in a child, as a program, without fonts, and not at all."""

import base64
import json
import os
import re
import signal
import stat
import subprocess
import sys
import textwrap
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from argmap.errors import DrawingFailed
from argmap.renderers.graphviz import child as children
from argmap.renderers.graphviz import dot, engine, fonts
from argmap.theme import THEMES

CELL = (
    '<TABLE BORDER="0" CELLBORDER="1" CELLSPACING="0"><TR><TD PORT="p0">left</TD><TD PORT="p1">right</TD></TR></TABLE>'
)
NO_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>'


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    """What the engine found out about the machine is forgotten after each test."""
    caches = (engine.letters, engine._has_library, fonts.bundled_config)
    for found in caches[:2]:
        found.cache_clear()
    yield
    for found in caches[:2]:
        found.cache_clear()


def a_drawing(*labels: str) -> str:
    nodes = [dot.Node(f"n{i}", label, 0, 100 * i, 80, 30) for i, label in enumerate(labels)]
    return dot.placed(nodes, [], theme=THEMES["light"], width=80, height=100 * len(labels), font_size=11)


def test_boxes_with_one_label_are_of_one_size() -> None:
    found = engine.measure({"n0": CELL, "n1": CELL})
    width, height = found.sizes["n0"]
    assert found.sizes["n1"] == (width, height)
    assert 15 < height < width < 120
    assert engine.measure({}) == engine.Measured({})


def test_larger_type_makes_larger_boxes() -> None:
    small, large = (engine.measure({"n0": CELL}, font_size=size).sizes["n0"] for size in (11, 22))
    assert large[0] > 1.5 * small[0]


@pytest.mark.parametrize(
    ("form", "begins"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF"), ("dot", b"digraph")]
)
def test_every_format_is_drawn(form: str, begins: bytes) -> None:
    assert engine.draw(a_drawing("one", "two"), form).startswith(begins)  # type: ignore[arg-type]


def test_what_measures_also_draws_two_dashed_cells() -> None:
    dashed = '<TD STYLE="DASHED" BORDER="1" BGCOLOR="#EEEEEE">assumed</TD>'  # json, not json0, crashes here
    label = f'<TABLE CELLBORDER="1"><TR>{dashed}{dashed}</TR></TABLE>'
    assert engine.measure({"n0": label}).sizes["n0"][0] > 50
    assert engine.draw(a_drawing(label), "svg").count(b"assumed") == 2


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("a & b", "not well formed"),
        ("<B></B>", "empty B"),
        ("<FONT></FONT>", "empty FONT"),
        ("<TABLE><TR></TR></TABLE>", "empty TR"),
        ("", "empty label"),
        ("bell \x07", "not well formed"),
        ("<TABLE>", "not well formed"),
    ],
)
def test_a_label_that_graphviz_would_leave_empty_is_refused_first(label: str, said: str) -> None:
    with pytest.raises(DrawingFailed, match=said):
        engine.measure({"n0": label})
    with pytest.raises(DrawingFailed, match=said):
        a_drawing(label)


@pytest.mark.parametrize("text", ["digraph {", 'digraph { n0 [pos="0,0", label=<<B></B>>]; }', "not dot at all"])
def test_what_graphviz_cannot_draw_is_an_error_and_its_noise_stays_off_the_terminal(
    text: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(DrawingFailed, match="Graphviz could not draw this: Error"):
        engine.draw(text, "svg")
    assert capfd.readouterr() == ("", "")


def test_noise_that_is_no_error_stays_off_the_terminal_too(capfd: pytest.CaptureFixture[str]) -> None:
    text = 'digraph { n0 [pos="0,0", shape=plain, fontcolor="no such colour", label="x"]; }'
    assert b"<text" in engine.draw(text, "svg")
    assert capfd.readouterr().err == ""


def test_a_process_without_stderr_can_draw() -> None:
    code = (
        "import os; os.close(2); from argmap.renderers.graphviz import engine; print(engine.measure({'n0': 'x'}).sizes)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.startswith("{'n0': (")


def test_a_png_never_gets_more_pixels_on_a_side_than_can_be_stored() -> None:
    one = dot.Node("n0", "x", 0, 0, 20, 20)
    far = dot.Node("n1", "y", 9000, 0, 20, 20)
    text = dot.placed([one, far], [], theme=THEMES["light"], width=9020, height=20, font_size=11)
    data = engine.draw(text, "png", width=9020, height=20)
    assert 14_000 < int.from_bytes(data[16:20], "big") <= engine.MAX_PIXELS + 50


def test_large_drawings_are_made_in_a_child_and_look_the_same() -> None:
    text = a_drawing("one", "two")
    assert engine.draw(text, "svg", boxes=engine.LARGE + 1) == engine.draw(text, "svg")
    with pytest.raises(DrawingFailed, match="Error: syntax error"):
        engine.draw("digraph {", "svg", boxes=engine.LARGE + 1)


def test_a_child_imports_nothing_from_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "argmap").mkdir()
    (tmp_path / "argmap" / "__init__.py").write_text("raise SystemExit('a folder of that name')\n")
    monkeypatch.chdir(tmp_path)
    child = children.Child({})
    assert child.ask('{"dot": "digraph { a }", "format": "dot", "dpi": 0}', limit=60)["data"]
    child.end()


@pytest.mark.parametrize("flags", [[], ["-I"]], ids=["", "isolated"])
def test_a_child_finds_argmap_where_only_this_process_was_told_of_it(tmp_path: Path, flags: list[str]) -> None:
    import pygraphviz

    for package in (Path(engine.__file__).parents[2], Path(pygraphviz.__file__).parent):
        (tmp_path / package.name).symlink_to(package)
    told = [str(tmp_path), *(place for place in sys.path if place)]
    code = f"import sys; sys.path[:] = {told}; from argmap.renderers.graphviz import engine; print(engine.__file__)"
    code += "; print(len(engine.draw('graph { a [pos=\"0,0\"] }', 'svg', boxes=engine.LARGE + 1)) > 100)"
    python = getattr(sys, "_base_executable", sys.executable)  # one that argmap is not installed for
    done = subprocess.run([python, *flags, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.stdout.splitlines() == [str(tmp_path / "argmap" / "renderers" / "graphviz" / "engine.py"), "True"], (
        done.stderr
    )


def test_where_no_child_can_be_started_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "command", lambda: ["/no/such/python"])
    with pytest.raises(DrawingFailed, match="no second Python could be started for a large drawing: "):
        children.Child({}).ask("{}", limit=5)


def test_a_child_that_crashes_or_hangs_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    child = children.Child({})
    order = json.dumps({"dot": a_drawing("x"), "format": "svg", "dpi": 0})
    child.ask(order, limit=60)
    assert child.process is not None
    child.process.kill()
    child.process.wait()
    with pytest.raises(DrawingFailed, match="Graphviz crashed while it drew this"):
        child.ask(order, limit=60)
    assert child.ask(order, limit=60)["data"]
    child.end()
    monkeypatch.setattr(children, "command", lambda: [sys.executable, "-c", "import time; time.sleep(60)"])
    with pytest.raises(DrawingFailed, match=r"took longer than 0\.25 seconds; draw fewer statements"):
        child.ask(order, limit=0.25)
    assert child.process is None
    child.end()


def test_a_child_that_hangs_is_ended_and_reaped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "command", lambda: [sys.executable, "-c", "import time; time.sleep(60)"])
    child = children.Child({})
    process = child._started()
    with pytest.raises(DrawingFailed, match="took longer"):
        child.ask("{}", limit=0.25)
    assert process.returncode is not None
    if sys.platform != "win32":
        with pytest.raises(ProcessLookupError):
            os.kill(process.pid, 0)


def test_an_interrupted_order_leaves_no_answer_for_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    child = children.Child({})
    order = json.dumps({"dot": a_drawing("one"), "format": "svg", "dpi": 0})
    started = child._started()

    class Interrupted:
        def readline(self) -> str:
            raise KeyboardInterrupt

    pipes = started.stdin, started.stdout
    monkeypatch.setattr(started, "stdout", Interrupted())
    monkeypatch.setattr(started, "communicate", started.wait)
    with pytest.raises(KeyboardInterrupt):
        child.ask(order, limit=60)
    for pipe in pipes:
        assert pipe is not None
        pipe.close()
    assert child.process is None
    other = json.dumps({"dot": a_drawing("two"), "format": "svg", "dpi": 0})
    assert b"two" in base64.b64decode(child.ask(other, limit=60)["data"])
    child.end()


FORKS = """\
import os, signal, sys, threading
from argmap.renderers.graphviz import engine
text = 'digraph { n0 [pos="0,0", label=<x>] }'
def draw_on():
    while not done.is_set():
        engine.draw(text, "svg")
done = threading.Event()
engine.draw(text, "svg", boxes=engine.LARGE + 1)
others = [threading.Thread(target=draw_on) for _ in range(3)] if sys.argv[1:] else []
for other in others:
    other.start()
for _ in range(20 if others else 1):
    if not (pid := os.fork()):
        signal.alarm(20)
        engine.draw(text, "svg")
        (os._exit if others else sys.exit)(0)
    if os.waitpid(pid, 0)[1]:
        print("did not end by itself")
done.set()
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no forks here")
@pytest.mark.parametrize("amid", [(), ("amid drawings",)], ids=["after a drawing", "amid drawings"])
def test_a_fork_of_a_process_that_draws_draws_and_ends(amid: tuple[str, ...]) -> None:
    done = subprocess.run([sys.executable, "-c", FORKS, *amid], capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("", 0), done.stderr


@pytest.mark.skipif(not hasattr(signal, "alarm"), reason="no alarms here")
def test_a_child_whose_parent_is_gone_ends_by_itself() -> None:
    late = "import time; from argmap.renderers.graphviz import child as c; c.by_library = lambda *_: time.sleep(60)"
    code = f"{late}; c.serve()"
    order = json.dumps({"dot": "", "format": "svg", "dpi": 0, "limit": 0.4})
    done = subprocess.run([sys.executable, "-c", code], input=order, text=True, timeout=30, check=False)
    assert done.returncode == -signal.SIGALRM


def test_long_texts_are_measured_in_a_child(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    honest = children.by_child

    def counted(dot: str, *rest: Any, **more: Any) -> tuple[bytes, str]:
        asked.append(len(dot))
        return honest(dot, *rest, **more)

    monkeypatch.setattr(engine, "by_child", counted)
    monkeypatch.setattr(engine, "LONG", 20_000)
    engine.measure({"n0": "short"})
    assert asked == []
    engine.measure({f"n{i}": "a text of some length " * 5 for i in range(190)})
    assert len(asked) == 1
    assert asked[0] > 20_000


def test_without_library_and_program_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(engine, "_has_library", lambda: False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DrawingFailed, match="no Graphviz found: pip install pygraphviz, or install the programs"):
        engine.measure({"n0": "x"})
    assert engine.draw("digraph {}", "dot") == b"digraph {}"


def test_an_install_without_the_library_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    assert not engine._has_library()


def test_a_graphviz_of_the_system_is_used_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    for choice, library in (("system", False), ("bundled", True), ("", True)):
        monkeypatch.setenv("ARGMAP_GRAPHVIZ", choice)
        engine._has_library.cache_clear()
        assert engine._has_library() == library
    monkeypatch.setenv("ARGMAP_GRAPHVIZ", "other")
    engine._has_library.cache_clear()
    with pytest.raises(DrawingFailed, match="ARGMAP_GRAPHVIZ is 'other'; it may be 'bundled' or 'system'"):
        engine.measure({"n0": "x"})


def a_program(folder: Path, name: str, body: str) -> None:
    path = folder / name
    path.write_text(f"#!{sys.executable}\n" + textwrap.dedent(body))
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.mark.skipif(os.name == "nt", reason="programs are scripts here")
@pytest.mark.parametrize("name", ["neato", "dot"])
def test_where_only_a_program_is_it_is_called_with_a_list_and_no_shell(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    a_program(tmp_path, name, "import sys; sys.stdin.read(); print(' '.join(sys.argv[1:]))")
    monkeypatch.setattr(engine, "_has_library", lambda: False)
    monkeypatch.setattr(engine, "letters", lambda: "system")
    monkeypatch.setenv("PATH", str(tmp_path))
    expected = "-n2 -Tpng -Gdpi=96" if name == "neato" else "-Kneato -n2 -Tpng -Gdpi=96"
    assert engine.draw("digraph {}", "png", dpi=96).decode().strip() == expected
    asked = engine._run("digraph {}", "json0", 0, boxes=0, program="dot").decode().strip()
    assert asked == ("-Kdot -Tjson0" if name == "neato" else "-Tjson0")


@pytest.mark.skipif(os.name == "nt", reason="programs are scripts here")
@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("import sys; print('Error: bad label', file=sys.stderr); print('x')", "Error: bad label"),
        ("import sys; print('odd', file=sys.stderr)", "odd"),
        ("", "it gave nothing"),
        ("import time; time.sleep(20)", "took longer than 0.5 seconds"),
    ],
)
def test_a_program_that_fails_says_why(body: str, said: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    a_program(tmp_path, "neato", body)
    monkeypatch.setattr(engine, "_has_library", lambda: False)
    monkeypatch.setattr(engine, "letters", lambda: "system")
    monkeypatch.setattr(engine, "TIME_LIMIT", 0.5)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DrawingFailed, match=re.escape(said)):
        engine.draw("digraph {}", "svg")


@pytest.mark.skipif(os.name == "nt", reason="programs are scripts here")
def test_a_program_that_cannot_start_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "neato").write_text("#!/no/such/interpreter\n")
    (tmp_path / "neato").chmod(0o755)
    monkeypatch.setattr(engine, "_has_library", lambda: False)
    monkeypatch.setattr(engine, "letters", lambda: "system")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DrawingFailed, match="could not be started"):
        engine.draw("digraph {}", "svg")


# --- a machine without fonts, in a process of its own, as fonts are looked for once

DRAWS = """\
import sys
from argmap.renderers.graphviz import engine, dot
from argmap.theme import THEMES
node = dot.Node("n0", sys.argv[1], 0, 0, 80, 30)
text = dot.placed([node], [], theme=THEMES["light"], width=80, height=30, font_size=11)
print(engine.letters(), engine.measure({"n0": "iiii"}).sizes["n0"][0], engine.measure({"n0": "WWWW"}).sizes["n0"][0])
sys.stdout.flush()
sys.stdout.buffer.write(engine.draw(text, "png"))
"""


def without_fonts(text: str, folder: Path, code: str = DRAWS) -> tuple[list[str], bytes]:
    config = folder / "fonts.conf"
    config.write_text(NO_FONTS)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, text],
        capture_output=True,
        env={**os.environ, "FONTCONFIG_FILE": str(config)},
        check=False,
    )
    assert done.stderr == b""
    said, _, png = done.stdout.partition(b"\n")
    return said.decode().split(), png


def pixels(png: bytes) -> bytes:
    at, data = 8, b""
    while at < len(png):
        size = int.from_bytes(png[at : at + 4], "big")
        if png[at + 4 : at + 8] == b"IDAT":
            data += png[at + 8 : at + 8 + size]
        at += size + 12
    return zlib.decompress(data)


@pytest.mark.skipif(sys.platform != "linux", reason="fontconfig rules fonts on Linux")
def test_a_machine_without_fonts_still_draws_letters(tmp_path: Path) -> None:
    (letters, thin, wide), one = without_fonts("MMMM", tmp_path)
    _, other = without_fonts("WWWW", tmp_path)
    assert letters == "bundled"
    assert float(thin) < float(wide)
    assert pixels(one) != pixels(other)


@pytest.mark.skipif(sys.platform != "linux", reason="fontconfig rules fonts on Linux")
def test_without_any_font_at_all_squares_are_not_drawn_in_silence(tmp_path: Path) -> None:
    code = "from argmap.renderers.graphviz import fonts; fonts.bundled_font = lambda: None\n" + DRAWS
    (letters, thin, wide), _ = without_fonts("MMMM", tmp_path, code)
    assert letters == "none"
    assert thin == wide


def test_characters_that_no_font_has_are_found() -> None:
    assert engine.missing_glyphs("plain words") == ""
    assert engine.missing_glyphs("déjà vu – “so” ▪ ≈ ¶") == ""
    assert engine.missing_glyphs("a \u2fe1 b \U0003fff0 \u2fe1 e\u0301 \u200d") == ""  # not assigned: not letters
    assert engine.missing_glyphs("a \U00016a3b b") in ("", "\U00016a3b")


def test_where_fonts_are_missing_all_drawing_is_done_with_the_bundled_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_has_letters", lambda env: env is not None)
    config = fonts.bundled_config()
    assert config is not None
    assert engine.letters() == "bundled"
    assert b"<text" in engine.draw(a_drawing("x"), "svg")
    assert str(fonts.bundled_font().parent) in config.read_text()  # type: ignore[union-attr]


def test_the_child_answers_each_order_with_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    orders = [{"dot": a_drawing("x"), "format": "svg", "dpi": 0}, {"dot": "digraph {", "format": "svg", "dpi": 0}]
    monkeypatch.setattr(sys, "stdin", [json.dumps(order) for order in orders])
    children.serve()
    good, bad = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert b"<text" in base64.b64decode(good["data"])
    assert (bad["data"], "syntax error" in bad["said"]) == ("", True)


def test_the_bundled_font_has_every_symbol_of_the_visual_language() -> None:
    font = fonts.bundled_font()
    assert font is not None
    from ziafont.font import Font

    shapes = Font(str(font))
    missing = shapes.glyphindex("\uffff")
    assert [c for c in "=≈≠!○?+−±▪▲▼□¶§“”’–·…" if shapes.glyphindex(c) == missing] == []


def test_without_the_package_there_is_no_bundled_font(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    fonts.bundled_config.cache_clear()
    assert fonts.bundled_font() is None
    assert fonts.bundled_config() is None
    fonts.bundled_config.cache_clear()


def test_edges_say_where_they_run_from_the_reason_to_the_claim() -> None:
    nodes = [dot.Node("n0", "claim", 0, 0, 40, 20), dot.Node("n1", "reason", 0, 60, 40, 20)]
    edge = dot.Edge("n1", "n0", ((20, 60), (20, 20)), {"style": "dashed", "arrowhead": "tee"}, "p0")
    text = dot.placed(nodes, [edge], theme=THEMES["light"], width=40, height=80, font_size=11, size=(72, 144))
    assert 'size="1.000,2.000!"' in text
    assert 'n1 -> n0:p0 [arrowhead=tee pos="e,20,60 20,20 20,30.67 20,41.33 20,52" style=dashed]' in text
    text = dot.placed(nodes, [edge], theme=THEMES["light"], width=40, height=80, font_size=11, aligned=True)
    both = "20,20 20,20 20,36 20,36;s,20,60 20,52 20,52 20,36 20,36"
    assert f'n1 -> n0:p0 [arrowtail=tee dir=back pos="{both}" style=dashed]' in text


def test_a_broken_line_has_its_dashes_from_both_its_ends_and_one_arrow() -> None:
    nodes = [dot.Node("n0", "claim", 0, 0, 40, 20), dot.Node("n1", "reason", 100, 60, 40, 20)]
    corners = ((120, 60), (120, 57.6), (20, 57.6), (20, 20))
    for style, pieces in (("dashed", 2), ("dotted", 1), ("solid", 1)):
        edge = dot.Edge("n1", "n0", corners, {"style": style, "arrowhead": "tee"})
        text = dot.placed(nodes, [edge], theme=THEMES["light"], width=140, height=80, font_size=11, aligned=True)
        svg = engine.draw(text, "svg", width=140, height=80, boxes=2).decode()
        (group,) = re.findall(r'class="edge">(.*?)</g>', svg, re.DOTALL)
        paths = re.findall(r' d="M([\d.-]+),([\d.-]+)', group)
        assert len(paths) == pieces
        assert group.count("<polygon") == 1
        if style == "dashed":
            (x, y), (tip_x, tip_y) = ((float(x), float(y)) for x, y in paths)
            assert (x - tip_x, y - tip_y) == pytest.approx((100, 32))  # from the foot of the line, in ink
