"""The page on the architecture draws the house as it stands."""

import re
from pathlib import Path

from test_floors import FLOORS

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


def drawn() -> dict[int, list[str]]:
    """The rooms of each floor in the table of the page; a row without a number is on the floor above it."""
    found: dict[int, list[str]] = {}
    floor = 0
    for number, rooms in re.findall(r"^\| (\d*) ?\| (`[^|]+) \|[^|]*\|$", PAGE, re.MULTILINE):
        floor = int(number or floor)
        found.setdefault(floor, []).extend(re.findall(r"`(\w+)(?:/|\.py)`", rooms))
    return found


def test_the_floors_are_those_the_imports_are_held_to() -> None:
    assert {floor: sorted(rooms) for floor, rooms in drawn().items()} == {
        floor: sorted(rooms) for floor, rooms in enumerate(FLOORS, start=1)
    }


def test_every_part_of_the_comparison_that_is_named_exists_and_no_room_is_left_out() -> None:
    room = ROOT / "argmap" / "comparison"
    section = PAGE.partition("### Inside `comparison/`")[2].partition("\n### ")[0]
    parts = [row.split("|")[1] for row in section.splitlines() if row.startswith("| `")]
    named = {name for part in parts for name in re.findall(r"`([\w/]+)`", part)}
    assert [n for n in named if not ((room / n).is_dir() if n.endswith("/") else (room / f"{n}.py").is_file())] == []
    assert {f"{path.name}/" for path in room.iterdir() if (path / "__init__.py").is_file()} <= named


def test_every_file_the_page_names_exists() -> None:
    named = re.findall(r"`((?:cli|comparison|model|formats|reporters|tests|argmap)/[\w./]*)`", PAGE)
    assert named
    assert [n for n in named if not any((base / n).exists() for base in (ROOT, ROOT / "argmap"))] == []
