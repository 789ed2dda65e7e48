# ruff: noqa: PLC0415  # as in `drawing`
"""A whole lesson out of two maps: what is handed out, what the teacher keeps, and a list of both."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from argmap import files
from argmap.errors import ArgmapError, UnknownName
from argmap.facade.comparing import compare
from argmap.facade.lesson_sheets import Asked, LessonSheets, Sheet
from argmap.facade.opening import FilePath, usable

if TYPE_CHECKING:
    from argmap.comparison.alignment.correspondences import Correspondence
    from argmap.diagnostics import Diagnostic
    from argmap.facade.worksheets import Difficulty
    from argmap.languages import Words
    from argmap.model import ArgumentMap

CONTENTS: Final = "start-here.html"
"""The list of all files, which is for the teacher too: it leads to the keys."""

PAPERS: Final = ("a4", "letter")


@dataclass(frozen=True, slots=True)
class Lesson:
    """Everything for a lesson.

    Attributes:
        title: What it is on.
        sheets: Its files, in the order to use them.
        diagnostics: Where type is small or words are cut, with the name of the file.
        left_out: What could not be made, and why.
    """

    title: str
    sheets: tuple[Sheet, ...]
    diagnostics: "tuple[Diagnostic, ...]" = ()
    left_out: tuple[str, ...] = ()


def make_lesson(
    left: "ArgumentMap | FilePath",
    right: "ArgumentMap | FilePath",
    *,
    title: str = "",
    focus: Mapping[str, str] | None = None,
    difficulty: "Difficulty" = 1,
    about: Sequence[str] = (),
    alignment: "Sequence[FilePath | Correspondence]" = (),
    seed: int = 1,
    paper: str = "a4",
    language: "FilePath | Words" = "en",
    texts: Mapping[str, str] | None = None,
    limits: bool = True,
) -> Lesson:
    """Sheets, keys, slides, a page and a quiz on two maps, each as the verb of its own makes it.

    Args:
        left: A map or its path.
        right: Another.
        title: Of page and slides; if not said, what the comparison comes to.
        focus: By map id: the statement, by slug or short id, whose branch the sheets on that map alone are about. If
            not said: the whole map where it has at most 30 statements, else the largest thesis that is no larger.
        difficulty: Of the sheets to fill in, as for `make_worksheet`.
        about: What the comparison sheet takes before all else, as for `make_comparison_form`.
        alignment: As for `compare`.
        seed: Another one chooses and shuffles in another way.
        paper: ``a4`` or ``letter``.
        language: Of the fixed words of sheets and slides, as for `draw`.
        texts: Articles' texts by map id, for the page of the teacher, as for `build_page`.
        limits: As for `load`.

    Raises:
        InvalidMap: A map, an alignment file, or a language of your own has errors.
        ArgmapError: `focus` names another map, both maps have one id, or there is no such difficulty.
        NothingAbout: The maps have nothing to compare that is about one of the names.
        UnknownName: There is no such paper, language or statement.
        DrawingFailed: There is no Graphviz, or nothing to ask or to compare.
    """
    if paper not in PAPERS:
        raise UnknownName("paper of a lesson", paper, PAPERS)
    both = [u.document for u in usable((left, right), limits=limits)]
    if both[0].id == both[1].id:
        raise ArgmapError(f"both maps are called {both[0].id!r}; give each map an id of its own")
    asked = Asked(_focus(both, focus or {}), difficulty, tuple(about), seed, paper, language)
    c = compare(left, right, alignment=alignment, limits=limits)
    making = LessonSheets(both, c, asked)
    made = [
        *making.fill_in(),
        *making.comparison(),
        *making.cards(),
        *making.kits(),
        *making.blank(),
        *making.slides(title),
        *making.page(title, texts),
        *making.quiz(alignment),
        *making.rubric(),
    ]
    heading = title or " – ".join(m.name for m in both)
    told = {(d.code, d.message): d for d in reversed(making.told)}  # the first file that has it tells of it
    return Lesson(heading, tuple(made), tuple(reversed(told.values())), tuple(making.left_out))


def save_lesson(lesson: Lesson, folder: FilePath) -> tuple[str, ...]:
    """The paths of the files written into a folder, the list of all of them first; what is the teacher's own stays.

    Raises:
        FileProblem: A file cannot be written.
    """
    from argmap.hypertext.lesson.contents import contents

    listed = [(s.part, s.name, s.use, s.copies, s.pages) for s in lesson.sheets]
    plan = [(CONTENTS, contents(lesson.title, listed, lesson.left_out).encode())]
    plan += [(s.name, s.data) for s in lesson.sheets if not (s.yours and Path(folder, s.name).exists())]
    paths = [str(Path(folder) / name) for name, _ in plan]
    for path, (_, data) in zip(paths, plan, strict=True):
        files.write(path, data)
    return tuple(paths)


def _focus(maps: "Sequence[ArgumentMap]", asked: Mapping[str, str]) -> dict[str, str | None]:
    from argmap.diagram.of_map import focused
    from argmap.teaching.lesson_branch import lesson_branch
    from argmap.text import did_you_mean

    known = [m.id for m in maps]
    for name in asked:
        if name not in known:
            raise UnknownName("map", name, known, hint=did_you_mean(name, known))
    return {m.id: focused(m, asked[m.id]) if m.id in asked else lesson_branch(m) for m in maps}
