"""Every option of the verbs for teaching does something, or is refused: none is passed over in silence."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

from argmap.cli import main

MILL_ROAD: Final = Path(__file__).parent / "golden" / "mill-road"

Made = tuple[int, str, dict[str, bytes]]
"""Exit code, standard output, and what lies in the folder of outputs."""

MORE: Final = "Less smog.\n    label: Air\n    quote: The smog lifts."

WORKSHEET_OPTIONS: Final = (
    "--key out/other-key.{form}",
    "--blanks claim",
    "--blanks sides",
    "--difficulty 2",
    "--seed 7",
    "--distractors patel.yaml",
    "--focus safer",
    "--paper a3",
    "--theme dark",
    "--lang de",
    "--level title",
    "--level text",
    "--level full",
    "--rows 1",
    "--sources",
)
SHEETS: Final = (
    ("--kind fill-in ruiz.yaml", "svg"),
    ("--kind fill-in ruiz.yaml", "html"),
    ("--kind compare ruiz.yaml patel.yaml", "svg"),
    ("--kind compare ruiz.yaml patel.yaml", "html"),
    ("--kind cards ruiz.yaml", "svg"),
    ("--kind blank ruiz.yaml", "svg"),
    ("--kind blank ruiz.yaml", "html"),
    ("--kind blank ruiz.yaml patel.yaml", "svg"),
    ("--kind blank ruiz.yaml patel.yaml", "html"),
    ("--kind kit ruiz.yaml", "yaml"),
)
USUAL: Final = {("--kind cards", "--level text")}
"""What is done if nothing is said; so is the title on other sheets of paper."""


@pytest.fixture
def made(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Made]:
    """Run a command in a folder with two maps, of which one has a quotation and the other another source."""
    shutil.copytree(MILL_ROAD, tmp_path, dirs_exist_ok=True)
    quoted = (tmp_path / "ruiz.yaml").read_text("utf-8").replace("Less smog.", MORE)
    (tmp_path / "ruiz.yaml").write_text(quoted, encoding="utf-8")
    (tmp_path / "empty.yaml").write_text("argmap: 1\nid: empty\nstatements: {}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def call(words: str) -> Made:
        shutil.rmtree("out", ignore_errors=True)
        Path("out").mkdir()
        code = main(words.split())
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return code, said.out if code == 0 else said.err, dict(_files(Path("out")))

    return call


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    yield from ((p.name, p.read_bytes()) for p in sorted(folder.rglob("*")) if p.is_file())


@pytest.mark.parametrize(("sheet", "form"), SHEETS, ids=[" ".join(each) for each in SHEETS])
def test_each_option_of_a_worksheet_changes_it_or_is_refused(
    made: Callable[[str], Made], sheet: str, form: str
) -> None:
    base = f"worksheet {sheet}" + ("" if form == "yaml" else f" --format {form} -o out/")
    plain = made(base)
    assert plain[0] == 0
    idle = []
    for option in WORKSHEET_OPTIONS:
        code, said, files = made(f"{base} {option.format(form=form)}")
        usual = (sheet[:12].strip(), option) in USUAL or (option == "--level title" and "cards" not in sheet)
        if code == 0 and not usual and (said, files) == plain[1:]:
            idle.append(option)
        if code:
            assert code == 2
            assert re.search("leave|try|end|--blanks (middle|source)", said), (option, said)
            assert files == {}
    assert idle == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("worksheet ruiz.yaml --rows 3", "--rows does nothing for --kind fill-in; leave it out; it is for --kind comp"),
        ("worksheet ruiz.yaml --theme dark -o out/w.html", "--theme does nothing for html: it is about paper; leave"),
        ("worksheet ruiz.yaml --kind kit --lang de", "--lang does nothing for --kind kit; leave it out; it is for"),
        ("worksheet ruiz.yaml patel.yaml --kind blank --key k.pdf", "--key does nothing here: an empty comparison has"),
        (
            "worksheet ruiz.yaml patel.yaml --kind compare --blanks both --key k.pdf",
            "there is nothing to fill in here, and so no key; leave out --key",
        ),
        ("worksheet ruiz.yaml --kind cards --level full", "a card has a label or a sentence, and no quotation; try"),
        ("worksheet ruiz.yaml -o out/w.svg --key out/k.pdf", "'out/k.pdf' is no name for the key, which is a svg"),
        ("worksheet ruiz.yaml -o out/w.svg --key out/../out/w.svg", "would hold the sheet and the key"),
        ("worksheet ruiz.yaml --format svg -o - --key -", "'-' would hold the sheet and the key"),
        ("slides ruiz.yaml --theme dark -o out/s.md", "Markdown has no colours"),
        ("page ruiz.yaml --whole-text -o out/p.html", "there is no article's text to put into the page"),
        ("quiz ruiz.yaml --min-confidence 0.5", "--min-confidence is for the rows that join two maps"),
        ("slides empty.yaml -o out/s.pdf", "has no statements to make slides of "),
        ("worksheet empty.yaml --kind kit -o out/kit.yaml", "the map 'empty' has no statements to put together"),
    ],
)
def test_what_does_nothing_is_refused(made: Callable[[str], Made], words: str, said: str) -> None:
    code, told, files = made(words)
    assert (code, files) == (2, {})
    assert said in re.sub(r"\s+", " ", told)
