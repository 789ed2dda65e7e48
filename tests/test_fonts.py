"""Letters on machines with few fonts, none, or those of East Asia: each in a process of its own."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Final, get_args

import pytest
from pypdf import PdfReader

from argmap.facade.drawing import View
from argmap.renderers.graphviz import engine, fonts
from argmap.renderers.graphviz.font_problems import font_problems, strings

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="fontconfig rules fonts on Linux")

MAPS = Path(__file__).parent.parent / "maps" / "northeast-asia"
EMPTY: Final = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>'
NOTO: Final = ("/usr/share/fonts/opentype/noto", "/usr/share/fonts/noto-cjk", "/usr/share/fonts/google-noto-cjk")
CJK: Final = "東京は朝まで静かだ。서울은 조용하다. 北京很安静。"

DRAWS: Final = """\
import json, sys
from argmap import api
from argmap.model import ArgumentMap
asked = json.loads(sys.stdin.read())
things = [ArgumentMap.model_validate(m) if isinstance(m, dict) else m for m in asked["things"]]
picture = api.draw(*things, **asked["options"])
print(json.dumps([[d.code, d.message, d.help] for d in picture.diagnostics]))
sys.stdout.flush()
sys.stdout.buffer.write(picture.data)
"""


def drawn(config: str, folder: Path, *things: Any, **options: Any) -> tuple[list[list[str]], bytes]:
    """What is said of a drawing made with these fonts, and the drawing."""
    file = folder / "fonts.conf"
    file.write_text(config, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", DRAWS],
        input=json.dumps({"things": things, "options": options}).encode(),
        capture_output=True,
        env={**os.environ, "FONTCONFIG_FILE": str(file)},
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    said, _, data = done.stdout.partition(b"\n")
    return json.loads(said), data


def only(*folders: str) -> str:
    """A fontconfig with the fonts of these folders alone."""
    dirs = "".join(f"<dir>{each}</dir>" for each in folders)
    return EMPTY.replace("</fontconfig>", f"{dirs}</fontconfig>")


def a_map(text: str) -> dict[str, Any]:
    return {"id": "m", "title": "A title", "statements": {"t": {"type": "thesis", "text": text}}}


PLAIN: Final = a_map("Plain words.")


@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
def test_without_any_font_the_bundled_one_draws_and_that_is_said(form: str, tmp_path: Path) -> None:
    said, data = drawn(EMPTY, tmp_path, PLAIN, format=form)
    message = "this machine has no font; drawn with the DejaVu Sans that comes with argmap"
    assert [d[:2] for d in said] == [["AM903", message]]
    assert len(data) > 1000
    if form == "pdf":
        assert "Plain words." in PdfReader(io.BytesIO(data)).pages[0].extract_text()


@pytest.mark.parametrize("view", [view for view in get_args(View) if view not in ("map", "crux")])
def test_without_any_font_every_view_says_so_once(view: View, tmp_path: Path) -> None:
    maps = [str(MAPS / f"{name}.yaml") for name in ("koga-2023", "rsis-2023")]
    about = {"about": "china"} if view == "butterfly" else {}
    said, _ = drawn(EMPTY, tmp_path, *maps, view=view, **about)
    assert [code for code, _, _ in said].count("AM903") == 1


@pytest.mark.parametrize("view", ["sheet", "slides", "overlay", "multiples", "matrix"])
def test_characters_of_a_comparison_without_a_shape_are_named(view: View, tmp_path: Path) -> None:
    font = fonts.bundled_font()
    assert font is not None
    holds = {"text": CJK, "label": CJK[:10], "says": {"holds": "p"}, "type": "thesis"}
    book = {"id": "k", "propositions": {"p": CJK}}
    maps = [{"id": name, "title": "T", "codebook": book, "statements": {"s": holds}} for name in ("one", "two")]
    said, _ = drawn(only(str(font.parent)), tmp_path, *maps, view=view)
    assert [code for code, _, _ in said].count("AM904") == 1


def test_characters_without_a_shape_are_named(tmp_path: Path) -> None:
    font = fonts.bundled_font()
    assert font is not None
    said, data = drawn(only(str(font.parent)), tmp_path, a_map(f"Words and {CJK}"))
    ((code, message, way_out),) = said
    assert code == "AM904"
    assert "東" in message
    assert message.endswith("squares stand in the drawing")
    assert way_out == "install a font that has them, such as Noto Sans CJK"
    assert CJK.split("。")[0] in data.decode()


def test_with_plain_words_nothing_is_said(tmp_path: Path) -> None:
    font = fonts.bundled_font()
    assert font is not None
    assert drawn(only(str(font.parent)), tmp_path, PLAIN)[0] == []


def noto() -> str:
    """The folder of Noto Sans CJK, or "" where it is not installed."""
    folders = [*NOTO, *filter(None, [os.environ.get("ARGMAP_NOTO_CJK")])]
    return next((each for each in folders if list(Path(each).glob("NotoSansCJK*"))), "")


needs_noto = pytest.mark.skipif(not noto(), reason="no Noto Sans CJK: apt-get install fonts-noto-cjk")


@needs_noto
def test_with_noto_cjk_nothing_is_missing(tmp_path: Path) -> None:
    font = fonts.bundled_font()
    assert font is not None
    config = only(str(font.parent), noto())
    assert drawn(config, tmp_path, a_map(CJK))[0] == []


@needs_noto
def test_chinese_japanese_and_korean_have_shapes_and_can_be_searched_in_a_pdf(tmp_path: Path) -> None:
    font = fonts.bundled_font()
    assert font is not None
    config = only(str(font.parent), noto())
    _, with_shapes = drawn(config, tmp_path, a_map(CJK), format="png")
    _, squares = drawn(only(str(font.parent)), tmp_path, a_map(CJK), format="png")
    assert with_shapes != squares
    _, pdf = drawn(config, tmp_path, a_map(CJK), format="pdf")
    found = "".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())
    assert "".join(CJK.split()) in found


@needs_noto
def test_wide_characters_stay_within_their_boxes(tmp_path: Path) -> None:
    font = fonts.bundled_font()
    assert font is not None
    m = a_map(CJK * 6)
    m["statements"]["t"]["because"] = ["r"]
    m["statements"]["r"] = {"text": CJK * 4}
    said, svg = drawn(only(str(font.parent), noto()), tmp_path, m)
    assert said == []
    assert "".join((CJK * 6).split()) in "".join(words(svg).split())


def words(svg: bytes) -> str:
    from accessible import words_of

    return words_of(svg)


def test_problems_are_told_for_whatever_holds_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(strings({"a": ("x", ["y"]), "b": engine.Measured({"n": (1.0, 2.0)}), "c": 3})) == ["x", "y"]
    monkeypatch.setattr(engine, "letters", lambda: "system")
    monkeypatch.setattr(engine, "missing_glyphs", lambda text: "".join(c for c in text if c in "東京"))
    (found,) = font_problems(("plain", ["東", "京"]))
    assert (found.code, "'東京'" in found.message) == ("AM904", True)
    monkeypatch.setattr(engine, "missing_glyphs", lambda text: "字" * 30)
    (found,) = font_problems("x")
    assert f"{'字' * 20}…" in found.message
    monkeypatch.setattr(engine, "letters", lambda: "none")
    (found,) = font_problems("x")
    assert (found.code, found.help) == ("AM903", "pip install ziafont")
