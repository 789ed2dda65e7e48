"""The floors of the house: a module imports only from lower floors, and rooms on one floor not from each other.

Every import counts: those inside functions and those for the type checker only as well.
"""

import ast
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "argmap"

FLOORS: tuple[tuple[str, ...], ...] = (
    ("diagnostics",),
    ("errors", "codes", "text", "typesetting", "theme"),
    ("model", "languages"),
    ("graph",),
    ("checks", "comparison", "versions"),
    ("diagram",),
    ("layout", "teaching"),
    ("formats", "renderers", "reporters", "hypertext"),
    ("editing",),
    ("files",),
    ("facade",),
    ("api", "editor", "watching"),
    ("cli",),
)
"""The rooms, lowest floor first; a room is a module or a package directly in `argmap`."""

RENDERERS: tuple[tuple[str, ...], ...] = (
    ("picture",),
    ("look", "graphviz"),
    ("pages",),
    ("maps", "tables", "comparison", "decks"),
    ("figures", "union", "handouts", "worksheets"),
)
"""The rooms of the room that draws, lowest first."""

HYPERTEXT: tuple[tuple[str, ...], ...] = (
    ("colours",),
    ("document", "svg_paths", "short_markup"),
    ("inline_svg",),
    ("page", "worksheet", "grades", "slides", "lesson"),
)
"""The rooms of the room of pages, lowest first."""

LEVEL = {room: level for level, rooms in enumerate(FLOORS, start=1) for room in rooms}

FACE = ("__init__", "__main__")  # the public names, and the command: above all floors

CORE_MAY_IMPORT = {"pydantic"}  # floors 1 to 7, beside the standard library
ALSO = {"text": {"rapidfuzz"}, "theme": {"coloraide"}}

MODULES = sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[0]


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[str]:
    """The full names of what a module imports, wherever in the file; `from a import b` gives ``a.b``."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def may_import(room: str, other: str) -> bool:
    if other not in LEVEL:
        return room == "cli"  # only the command line asks the front door, for the version
    return other == room or LEVEL[other] < LEVEL[room]


def test_every_module_belongs_to_a_floor() -> None:
    rooms = {room_of(path) for path in MODULES}
    assert rooms - {*LEVEL, *FACE} == set()


def test_every_room_of_the_table_exists() -> None:
    assert [r for r in LEVEL if not (PACKAGE / r).is_dir() and not (PACKAGE / f"{r}.py").is_file()] == []


@pytest.mark.parametrize("path", [p for p in MODULES if room_of(p) not in FACE], ids=name_of)
def test_imports_go_down(path: Path) -> None:
    room = room_of(path)
    wrong = []
    for name in imports(path):
        top, _, rest = name.partition(".")
        if top == "argmap" and not may_import(room, rest.partition(".")[0]):
            wrong.append(name)
    assert wrong == []


@pytest.mark.parametrize("path", [p for p in MODULES if LEVEL.get(room_of(p), 99) <= LEVEL["layout"]], ids=name_of)
def test_the_core_imports_only_pydantic_and_the_standard_library(path: Path) -> None:
    allowed = {"argmap", *CORE_MAY_IMPORT, *ALSO.get(room_of(path), set()), *sys.stdlib_module_names}
    assert {name.split(".")[0] for name in imports(path)} - allowed == set()


WORLD = {"time", "random", "logging", "secrets", "uuid", "socket", "urllib", "subprocess", "os", "pathlib", "tempfile"}


@pytest.mark.parametrize("path", [p for p in MODULES if LEVEL.get(room_of(p), 99) <= LEVEL["layout"]], ids=name_of)
def test_the_core_knows_no_clock_no_chance_and_no_disk(path: Path) -> None:
    assert {name.split(".")[0] for name in imports(path)} & WORLD == set()


@pytest.mark.parametrize("path", [p for p in MODULES if "editor/server" not in p.as_posix()], ids=name_of)
def test_only_the_server_for_editors_knows_its_protocol(path: Path) -> None:
    assert {name.split(".")[0] for name in imports(path)} & {"pygls", "lsprotocol"} == set()


def test_modules_do_not_import_each_other_in_a_circle() -> None:
    known = {name_of(path): path for path in MODULES}
    graph = {name: set(_modules(path, known)) - {name} for name, path in known.items()}
    assert _circle(graph) == []


def _modules(path: Path, known: dict[str, Path]) -> Iterator[str]:
    """The modules a module imports when it is itself imported; packages it merely passes through do not count."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                if full in known:
                    yield full
                elif node.module in known:
                    yield str(node.module)


def _circle(graph: dict[str, set[str]]) -> list[str]:
    """A circle of imports, or []."""
    done: set[str] = set()

    def visit(name: str, path: list[str]) -> list[str]:
        if name in path:
            return [*path[path.index(name) :], name]
        if name in done:
            return []
        for other in sorted(graph[name]):
            if found := visit(other, [*path, name]):
                return found
        done.add(name)
        return []

    return next((found for name in sorted(graph) if (found := visit(name, []))), [])


def test_the_circle_finder_finds_circles() -> None:
    assert _circle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]
    assert _circle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


def test_the_table_names_no_room_twice() -> None:
    rooms = [room for floor in FLOORS for room in floor]
    assert all(a != b for a, b in pairwise(sorted(rooms)))


ROOMS_OF = {"renderers": RENDERERS, "hypertext": HYPERTEXT}


@pytest.mark.parametrize(
    "path", sorted(p for room in ROOMS_OF for p in (PACKAGE / room).rglob("[a-z]*.py")), ids=name_of
)
def test_rooms_of_a_room_import_downwards(path: Path) -> None:
    room, own = path.relative_to(PACKAGE).with_suffix("").parts[:2]
    level = {name: i for i, names in enumerate(ROOMS_OF[room]) for name in names}
    named = [name.split(".")[2] for name in imports(path) if name.startswith(f"argmap.{room}.")]
    assert [other for other in named if other != own and level[other] >= level[own]] == []
