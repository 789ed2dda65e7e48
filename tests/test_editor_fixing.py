"""The fixes an editor offers are those of `argmap check --fix`, and lead to the text they promise."""

import shutil
from pathlib import Path

import pytest

from argmap.editing.edits import apply
from argmap.editing.fixes import fixes_of
from argmap.editing.occurrences import grow
from argmap.editor.acting import Change, actions, all_safe
from argmap.editor.desk import Desk, Page
from argmap.editor.diagnosing import concerns, problems
from argmap.facade.fixing import mended
from argmap.facade.settings import ProjectSettings

CASES = Path(__file__).parent / "cases"
BAD = sorted(path for path in CASES.glob("*/bad*.yaml") if path.is_file())


def opened(path: Path) -> tuple[Desk, Page]:
    desk = Desk(path.parent)
    with path.open(encoding="utf-8", newline="") as file:  # as an editor has it, with its ends of lines
        return desk, desk.put(path.as_uri(), file.read(), 1)


def changed(desk: Desk, page: Page, changes: tuple[Change, ...]) -> str:
    """The text after changes, made as editors make them: all in the text as it was."""
    places, text, at = desk.places(page), "", 0
    marks = page.text[: len(page.text) - len(page.plain)]
    for start, end, new in sorted(changes):
        assert places.offset(*start) >= at
        text += page.plain[at : places.offset(*start)] + new
        at = places.offset(*end)
    return marks + text + page.plain[at:]


def readable(path: Path) -> bool:
    try:
        return bool(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        return False


@pytest.mark.parametrize("path", [p for p in BAD if readable(p)], ids=lambda p: f"{p.parent.name}/{p.name}")
def test_all_safe_fixes_are_those_of_the_command_line(path: Path, tmp_path: Path) -> None:
    path = shutil.copytree(path.parent, tmp_path / "case") / path.name  # out of the project that argmap itself is
    desk, page = opened(path)
    if not concerns(page):  # it is no map, and left alone in an editor
        return
    told = problems(desk, page)
    action = all_safe(desk, page, told)
    by_editor = changed(desk, page, action.changes) if action else page.text
    by_command = mended(path, selection=ProjectSettings().selection).after.decode("utf-8")
    assert by_editor == by_command
    tree = grow(page.text)
    for made in actions(desk, page, told, (0, 0), (10**6, 0)):
        assert made.mends is not None
        promised = [
            apply(page.text, f.edits) for f in fixes_of(made.mends.of, page.text, tree) if f.title == made.title
        ]
        assert changed(desk, page, made.changes) in promised
