"""The tool that shows pictures as others see them: every colour of a drawing is replaced, and nothing else."""

import re
import shutil
from pathlib import Path

import pytest
import seen
from made_up_comparisons import made_up_comparison
from pictures import draw_comparison

from argmap.theme import THEMES, colours_of
from argmap.theme.sight import grey_of, is_grey, simulated

MILL_ROAD = Path(__file__).parent / "golden" / "mill-road"
COLOURS = re.compile("#[0-9A-F]{6}")


@pytest.fixture(scope="module")
def dot() -> str:
    return draw_comparison(made_up_comparison(8), format="dot")[0].data.decode()


def test_nothing_but_the_colours_of_a_drawing_changes(dot: str) -> None:
    light = set(colours_of(THEMES["light"]).values())
    assert len(set(COLOURS.findall(dot)) & light) > 10
    for way in seen.WAYS:
        left = seen.seen(dot, way)
        assert COLOURS.sub("", left) == COLOURS.sub("", dot)
        assert len(COLOURS.findall(left)) == len(COLOURS.findall(dot))
    greys = set(COLOURS.findall(seen.seen(dot, "grey")))
    assert all(map(is_grey, greys))
    assert grey_of(THEMES["light"].author_a.line) in greys
    assert simulated(THEMES["light"].differ, "deutan") in seen.seen(dot, "deutan")


def test_words_that_look_like_a_colour_stay() -> None:
    label = '<FONT COLOR="#0065AD">paint it #0065AD</FONT>'
    assert seen.seen(label, "grey") == f'<FONT COLOR="{grey_of("#0065AD")}">paint it #0065AD</FONT>'


def test_the_tool_writes_a_picture_for_each_way_of_seeing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(MILL_ROAD, tmp_path, dirs_exist_ok=True)
    two = [str(tmp_path / name) for name in ("ruiz.yaml", "patel.yaml")]
    assert seen.main([*two, "--view", "sheet", "-o", str(tmp_path / "seen")]) == 0
    written = sorted((tmp_path / "seen").iterdir())
    assert [p.name for p in written] == [f"ruiz-patel-{way}.png" for way in sorted(seen.WAYS)]
    assert all(p.read_bytes().startswith(b"\x89PNG") for p in written)
    assert sorted(capsys.readouterr().out.split()) == [str(p) for p in written]
    assert seen.main(two) == 2
