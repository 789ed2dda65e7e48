"""What `import argmap` offers, and what it costs."""

import ast
import subprocess
import sys
import tomllib
import types
from pathlib import Path

import pytest

import argmap

ROOT = Path(__file__).parents[1]


def test_the_public_names_are_these() -> None:
    assert argmap.__all__ == [
        "Actor",
        "ArgmapError",
        "ArgumentMap",
        "Article",
        "CausalClaim",
        "Codebook",
        "Comparison",
        "Correspondence",
        "Diagnostic",
        "DrawingFailed",
        "Factor",
        "FileProblem",
        "Finding",
        "InvalidAlignment",
        "InvalidMap",
        "Picture",
        "Position",
        "Proposition",
        "Reading",
        "Reason",
        "Ref",
        "Role",
        "RoleAttribution",
        "Side",
        "Source",
        "Stance",
        "Statement",
        "UnknownName",
        "__version__",
        "build_page",
        "check",
        "compare",
        "diff",
        "draw",
        "explain",
        "grade",
        "load",
        "make_blank_sheet",
        "make_cards",
        "make_comparison_form",
        "make_kit",
        "make_lesson",
        "make_quiz",
        "make_slides",
        "make_worksheet",
        "measure_reliability",
        "read",
        "save",
        "suggest",
    ]


@pytest.mark.parametrize("name", argmap.__all__)
def test_every_public_name_is_there_and_says_what_it_is(name: str) -> None:
    value = getattr(argmap, name)
    assert name in dir(argmap)
    assert not isinstance(value, types.ModuleType)
    assert value.__doc__


def test_no_function_hides_a_package() -> None:
    packages = {path.stem for path in (ROOT / "argmap").iterdir()}
    assert packages & set(argmap.__all__) == set()


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'argmap' has no attribute 'comprae'"):
        argmap.comprae  # type: ignore[attr-defined]  # noqa: B018


def test_a_type_checker_sees_every_public_name() -> None:
    tree = ast.parse((ROOT / "argmap" / "__init__.py").read_text("utf-8"))
    seen = {
        alias.name
        for node in tree.body
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name)
        for imported in node.body
        if isinstance(imported, ast.ImportFrom)
        for alias in imported.names
    }
    assert seen == set(argmap.__all__) - {"__version__"}


def test_the_version_is_that_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert argmap.__version__ == project["version"]


def loaded_by(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint(*sys.modules)"
    return set(
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    )


def test_importing_argmap_loads_nothing_else() -> None:
    assert {name for name in loaded_by("import argmap") if name.startswith("argmap")} == {"argmap"}
    assert not {"pydantic", "yaml", "typer"} & loaded_by("import argmap")


def test_checking_loads_neither_graphviz_nor_the_renderers() -> None:
    loaded = loaded_by("import argmap\nargmap.check")
    assert (
        not {"graphviz", "pygraphviz", "rapidfuzz", "rich", "typer", "argmap.comparison", "argmap.renderers"} & loaded
    )


def test_comparing_loads_neither_graphviz_nor_rapidfuzz() -> None:
    folder = ROOT / "tests" / "golden" / "mill-road"
    call = f"argmap.compare({str(folder / 'ruiz.yaml')!r}, {str(folder / 'patel.yaml')!r})"
    assert not {"graphviz", "pygraphviz", "rapidfuzz", "rich", "typer", "argmap.renderers"} & loaded_by(
        f"import argmap\n{call}"
    )
