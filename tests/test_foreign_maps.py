"""Maps that nobody here wrote, from files of other tools: read without errors, drawn so that they can be read on A4."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from accessible import problems_of, words_of
from drawn import drawn
from foreign_maps import from_argdown, from_carneades, from_microtext
from marked_map import printed

from argmap import api
from argmap.cli import main
from argmap.layout.paper import PAPERS

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif("ARGMAP_CORPUS" not in os.environ, reason="files of other tools are no part of the project"),
]

CORPUS: Final = Path(os.environ.get("ARGMAP_CORPUS", "."))

FOREIGN: Final[dict[str, tuple[Callable[[Path], dict[str, Any]], str, int]]] = {
    "argdown": (from_argdown, "argdown/legalisation-softdrugs.argdown", 18),
    "carneades": (from_carneades, "carneades-yaml/legalization-of-marijuana.yml", 23),
    "microtext": (from_microtext, "microtexts/en/micro_k011.xml", 10),
}
"""How it is read, where it is, and how many statements it has."""


@pytest.fixture(params=FOREIGN)
def foreign(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """One of them as a file of ours."""
    read, name, count = FOREIGN[request.param]
    m = read(CORPUS / name)
    assert len(m["statements"]) == count
    path = tmp_path / f"{m['id']}.yaml"
    path.write_text(yaml.safe_dump(m, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def test_it_is_read_without_errors_and_all_of_it_hangs_together(
    foreign: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(foreign)]) == 0
    said = capsys.readouterr().out
    assert "error[" not in said
    assert "AM303" not in said
    below = [d for d in api.draw(foreign).diagnostics if d.code == "AM905"]
    assert below == []


@pytest.mark.parametrize("paper", ["a4", "a4-portrait"])
def test_it_is_drawn_so_that_it_can_be_read(foreign: Path, paper: str) -> None:
    picture = api.draw(foreign, paper=paper, format="dot")
    for sheet in (picture, *picture.sheets):
        assert sheet.body_pt >= 8
        assert sheet.diagnostics == ()
        d = drawn(sheet.data)
        assert (d.overlaps(), d.crossings(), d.loose_ends()) == ([], [], [])
        width, height = d.extent()
        assert width * sheet.body_pt / 11 <= PAPERS[paper].width + 0.2
        assert height * sheet.body_pt / 11 <= PAPERS[paper].height + 0.2


def test_no_sentence_is_lost_and_the_picture_is_heard(foreign: Path) -> None:
    picture = api.draw(foreign)
    said = ""
    for sheet in (picture, *picture.sheets):
        assert problems_of(sheet.data, sheet.name) == []
        said += words_of(sheet.data)
    texts = [s.text for s in api.load(foreign).statements.values()]
    assert [text for text in texts if printed(text) not in printed(said)] == []
