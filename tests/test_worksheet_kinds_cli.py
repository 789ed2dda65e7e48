"""`argmap worksheet` with --kind cards, compare, blank and kit: what is written where, and what is refused."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

import argmap
from argmap.cli import main
from argmap.teaching.kit import kit_of

MILL_ROAD: Final = Path(__file__).parent / "golden" / "mill-road"
MAPS: Final = Path(__file__).parents[1] / "maps" / "northeast-asia"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `argmap worksheet` in a folder that holds two maps; exit code, standard output, standard error."""
    shutil.copytree(MILL_ROAD, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "COLUMNS", "ARGMAP_DEBUG", "FORCE_COLOR", "PY_COLORS"):
        monkeypatch.delenv(name, raising=False)

    def call(*argv: str) -> tuple[int, str, str]:
        code = main(["worksheet", *argv])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


class TestWritten:
    @pytest.mark.parametrize(
        ("words", "files"),
        [
            ("--kind cards ruiz.yaml", ["ruiz-cards.pdf", "ruiz-cards-key.pdf"]),
            ("--kind cards ruiz.yaml -o out.pdf", ["out.pdf", "out-key.pdf"]),
            ("--kind cards ruiz.yaml -o out.pdf --key elsewhere.pdf", ["out.pdf", "elsewhere.pdf"]),
            ("--kind compare ruiz.yaml patel.yaml --rows 2 -o f.svg", ["f.svg", "f-key.svg"]),
            (
                "--kind compare ruiz.yaml patel.yaml --blanks sides",
                ["ruiz-patel-form-sides.pdf", "ruiz-patel-form-sides-key.pdf"],
            ),
            ("--kind compare ruiz.yaml patel.yaml --format html", ["ruiz-patel-form.html", "ruiz-patel-form-key.html"]),
            ("--kind compare ruiz.yaml patel.yaml --blanks both", ["ruiz-patel-form-blank.pdf"]),
            ("--kind blank ruiz.yaml patel.yaml -o b/ --format html", ["b/ruiz-patel-form-blank.html"]),
            ("--kind blank ruiz.yaml --format html", ["ruiz-blank.html", "ruiz-blank-key.html"]),
            ("--kind blank ruiz.yaml", ["ruiz-blank.pdf", "ruiz-blank-key.pdf"]),
            ("--kind kit ruiz.yaml -o kit.yaml", ["kit.yaml"]),
        ],
    )
    def test_the_sheet_and_beside_it_its_key(self, run: Run, words: str, files: list[str]) -> None:
        code, out, err = run(*words.split())
        assert (code, out.replace("\\", "/").split(), err) == (0, files, "")
        assert all(Path(name).stat().st_size > 0 for name in files)

    def test_several_drawings_go_to_a_folder_each_with_its_name(self, run: Run) -> None:
        pair = ["ruiz.yaml", "patel.yaml", "--paper", "letter"]
        code, out, _ = run("--kind", "compare", *pair, "--format", "svg", "-o", "s/", "--lang", "de")
        names = [Path(line).name for line in out.splitlines()]
        assert code == 0
        assert names == [f"ruiz-patel-form{key}-{n}.svg" for key in ("", "-key") for n in (1, 2)]
        assert "Lösung" in Path("s/ruiz-patel-form-key-1.svg").read_text(encoding="utf-8")

    def test_to_standard_output_goes_the_sheet_alone(self, run: Run) -> None:
        code, out, _ = run("--kind", "compare", "ruiz.yaml", "patel.yaml", "--format", "html", "-o", "-")
        assert code == 0
        assert out.startswith("<!DOCTYPE html>")
        assert not list(Path().glob("*key*"))

    def test_a_kit_goes_to_standard_output_if_nothing_is_said(self, run: Run) -> None:
        code, out, _ = run("--kind", "kit", "ruiz.yaml")
        assert code == 0
        assert out.startswith("# Put this argument together again.")

    @pytest.mark.parametrize("kind", ["cards", "kit"])
    def test_another_seed_gives_another_order(self, run: Run, kind: str) -> None:
        made: list[bytes] = []
        for seed in ("1", "1", "2"):
            options = ["--format", "svg", "-o", f"s{len(made)}/"] if kind == "cards" else ["-o", f"s{len(made)}.yaml"]
            run("--kind", kind, "ruiz.yaml", "--seed", seed, *options)
            path = Path(f"s{len(made)}/ruiz-cards.svg" if kind == "cards" else f"s{len(made)}.yaml")
            made.append(path.read_bytes())
        assert made[0] == made[1] != made[2]


class TestRefused:
    @pytest.mark.parametrize(
        ("words", "said"),
        [
            ("--kind cards ruiz.yaml patel.yaml", "--kind cards is made of one map, and there are 2"),
            ("--kind kit ruiz.yaml patel.yaml", "--kind kit is made of one map, and there are 2"),
            ("--kind compare ruiz.yaml", "a comparison to fill in is of two maps, not of 1"),
            ("--kind blank ruiz.yaml patel.yaml ruiz.yaml", "an empty sheet is of one map or two, not of 3"),
            (
                "--kind compare ruiz.yaml patel.yaml --blanks claim",
                "no blanks called 'claim'; --blanks middle, or sides",
            ),
            ("--kind cards ruiz.yaml --format html", "there is no html of these sheets; try --format pdf, svg, png"),
            ("--kind cards ruiz.yaml -o out.docx", "'out.docx' does not say what kind of file to write"),
            ("--kind cards ruiz.yaml -o out.svg --format pdf", "'out.svg' is no name for a pdf"),
            (
                "--kind compare ruiz.yaml patel.yaml -o out.svg --paper letter",
                "sheets for one file; give a folder: -o out/",
            ),
            ("--kind cards ruiz.yaml -o out.pdf --key out.pdf", "'out.pdf' would hold the sheet and the key"),
            ("--kind cards ruiz.yaml --focus nothing", "no statement is called 'nothing'"),
            ("--kind cards ruiz.yaml --paper A4", "did you mean 'a4'?"),
            ("--kind kit ruiz.yaml -o kit.pdf", "'kit.pdf' is no name for a kit; end it with .yaml"),
            ("--kind kit ruiz.yaml --format pdf", "--format does not go with it; leave it out"),
            ("--kind kit ruiz.yaml -o ruiz.yaml", "'ruiz.yaml' is read by this command and would be lost"),
            ("--kind cards nowhere.yaml", "nowhere.yaml"),
        ],
    )
    def test_with_a_way_out_and_nothing_written(self, run: Run, words: str, said: str) -> None:
        before = {path: path.read_bytes() for path in Path().iterdir() if path.is_file()}
        code, out, err = run(*words.split())
        assert (code, out) == (2, "")
        assert said in re.sub(r"\s+", " ", err)
        assert {path: path.read_bytes() for path in Path().iterdir() if path.is_file()} == before


class TestGrading:
    def test_a_kit_put_together_as_the_map_is_has_nothing_wrong(self) -> None:
        m = argmap.load(MAPS / "koga-2023.yaml")
        kit = kit_of(m)
        name = {s.text: key for key, s in kit.statements.items()}
        of = {key: name[s.text] for key, s in m.statements.items()}
        done = {
            of[key]: s.model_copy(
                update={
                    "because": tuple(
                        argmap.Reason(
                            premises=tuple(of[p] for p in r.premises),
                            unless=tuple(of[u] for u in r.unless),
                            scheme=r.scheme,
                        )
                        for r in s.because
                    ),
                    "but": tuple(of[o] for o in s.but),
                    "if_": tuple(of[c] for c in s.if_),
                }
            )
            for key, s in m.statements.items()
        }
        grades = argmap.grade(m, kit.model_copy(update={"statements": done}))
        (paper,) = grades.papers
        assert paper.grade
        assert paper.grade.findings == ()

    def test_an_untouched_kit_has_every_statement_and_no_relation(self, tmp_path: Path) -> None:
        path = tmp_path / "kit.yaml"
        path.write_text(argmap.make_kit(MAPS / "koga-2023.yaml"), encoding="utf-8")
        (paper,) = argmap.grade(MAPS / "koga-2023.yaml", path).papers
        assert paper.grade
        kinds = {f.kind for f in paper.grade.findings}
        assert "missing-statement" not in kinds
        assert len(paper.grade.findings) > 60
