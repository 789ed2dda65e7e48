"""The table of verbs: whole in the help, and only the verb that is called is imported."""

import inspect
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
import typer

from argmap.cli import app as table
from argmap.cli import main, plain
from argmap.cli.declaring import declaration
from argmap.cli.plain import PLAIN

ROOT = Path(__file__).parents[1]
DECLARED = sorted(path.stem for path in Path(table.__file__).parent.glob("verbs/[a-z]*.py"))


def modules_after(*arguments: str) -> set[str]:
    """The modules of argmap that are loaded when the command ends."""
    return {name for name in all_modules_after(*arguments) if name.startswith("argmap.")}


def all_modules_after(*arguments: str) -> set[str]:
    script = f"import sys\nfrom argmap.cli import main\nmain({list(arguments)!r})\nprint('loaded:', *sys.modules)"
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(ended.stdout.partition("loaded:")[2].split())


def test_every_verb_of_the_table_is_declared_and_every_declared_verb_is_in_the_table() -> None:
    assert sorted(table.VERBS) == DECLARED


@pytest.mark.parametrize("verb", DECLARED)
def test_every_verb_builds_under_its_own_name_and_offers_no_completion_of_its_own(verb: str) -> None:
    command = typer.main.get_command(import_module(f"argmap.cli.verbs.{verb}").app)
    assert isinstance(command, typer.core.TyperGroup) or command.name == verb
    assert {"install_completion", "show_completion"} & {parameter.name for parameter in command.params} == set()


def test_the_lines_of_help_fit_a_terminal_of_eighty_columns(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    helped = capsys.readouterr().out.splitlines()
    assert [
        f"  {name:<{max(map(len, table.VERBS))}}  {line}" for name, line in table.VERBS.items() if len(line) <= 60
    ] == [line for line in helped if line.split(maxsplit=1)[:1] and line.split()[0] in table.VERBS]


def test_help_imports_no_verb() -> None:
    assert not any(name.startswith("argmap.cli.verbs.") for name in modules_after("--help"))


def test_only_the_verb_that_is_called_is_imported() -> None:
    loaded = modules_after("explain", "AM201")
    assert [name for name in sorted(loaded) if name.startswith("argmap.cli.verbs.")] == ["argmap.cli.verbs.explain"]
    assert {"argmap.api", "argmap.cli.compare", "argmap.model"} & loaded == set()


def test_an_unknown_verb_is_told_from_the_likest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["comparr"]) == 2
    assert "there is no verb 'comparr'; did you mean `argmap compare`?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "position", "offered"),
    [
        ("argmap comp", 1, ["compare"]),
        ("argmap ", 1, list(table.VERBS)),
        ("argmap explain --co", 2, ["--color"]),
        ("argmap compare --format ", 3, ["text", "json", "markdown"]),
    ],
)
def test_the_shell_completes_verbs_and_what_they_take(
    words: str,
    position: int,
    offered: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("_ARGMAP_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(position))
    assert main([]) == 0
    assert set(offered) <= set(capsys.readouterr().out.split())


def test_a_verb_can_have_verbs_of_its_own(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    tram = ModuleType("argmap.cli.verbs.tram")
    tram.app = declaration()  # type: ignore[attr-defined]

    @tram.app.command(help="Ring the bell.")  # type: ignore[untyped-decorator]
    def ring(times: int) -> None:
        raise typer.Exit(times)

    @tram.app.command(help="Stand still.")  # type: ignore[untyped-decorator]
    def stop() -> None:
        raise typer.Exit(4)

    monkeypatch.setitem(sys.modules, tram.__name__, tram)
    monkeypatch.setattr(table, "VERBS", {"tram": "Drive a tram."})
    assert main(["tram", "ring", "3"]) == 3
    assert main(["tram", "stop"]) == 4
    assert main(["tram", "-h"]) == 0
    assert "Usage: argmap tram [OPTIONS] COMMAND [ARGS]..." in capsys.readouterr().out
    assert main(["tram", "rign"]) == 2
    assert "did you mean `argmap tram ring`?" in capsys.readouterr().err


@pytest.mark.parametrize("verb", PLAIN)
def test_a_call_without_options_means_the_same_with_typer_and_without(
    verb: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = import_module(f"argmap.cli.{verb}")
    usual = {name: p.default for name, p in inspect.signature(work.run).parameters.items() if p.kind is p.KEYWORD_ONLY}
    called: list[tuple[list[str], dict[str, object]]] = []

    def run(names: list[str], **options: object) -> int:
        called.append((names, usual | options))
        return 7

    monkeypatch.setattr(work, "run", run)
    assert main([verb, "a.yaml", "b.yaml"]) == 7
    monkeypatch.setattr(plain, "PLAIN", {})
    assert main([verb, "a.yaml", "b.yaml"]) == 7
    assert [(names, settled(options)) for names, options in called] == [(["a.yaml", "b.yaml"], settled(usual))] * 2


def settled(options: dict[str, object]) -> dict[str, object]:
    """The options, those that are empty lists or tuples alike."""
    return {name: [] if value == () else value for name, value in options.items()}


def test_a_call_without_options_loads_no_typer() -> None:
    maps = ROOT / "tests" / "golden" / "mill-road"
    assert "typer" not in all_modules_after("compare", str(maps / "ruiz.yaml"), str(maps / "patel.yaml"))


@pytest.mark.parametrize(
    "arguments",
    [["compare", "a.yaml"], ["check"], ["check", "--strict", "a.yaml"], ["compare", "-h", "a"], [], ["show", "a"]],
)
def test_what_is_more_than_names_is_left_to_typer(arguments: list[str]) -> None:
    assert plain.run_plainly(arguments) is None


def test_completion_is_left_to_typer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_ARGMAP_COMPLETE", "complete_bash")
    assert plain.run_plainly(["check", "a.yaml"]) is None


def test_pydantic_looks_for_no_plugins_but_keeps_its_module_within_reach() -> None:
    script = """\
import os, sys
os.environ.pop("PYDANTIC_DISABLE_PLUGINS", None)
from argmap.cli import starting
starting.lighten()
import pydantic
class Model(pydantic.BaseModel):
    x: int
assert Model(x=1).x == 1
stand_in = sys.modules["pydantic.plugin._loader"]
assert stand_in.get_plugins() == () and "importlib.metadata" not in sys.modules
assert stand_in.PYDANTIC_ENTRY_POINT_GROUP == "pydantic" and "importlib.metadata" in sys.modules
"""
    subprocess.run([sys.executable, "-c", script], check=True)


def test_who_wants_plugins_keeps_them() -> None:
    script = """\
import os, sys
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "some-plugin"
from argmap.cli import starting
starting.lighten()
assert "pydantic.plugin._loader" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", script], check=True)
