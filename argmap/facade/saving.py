# ruff: noqa: PLC0415  # as in `drawing`
"""Saving: what drawing and teaching gave, as files."""

from os import fspath
from pathlib import Path
from typing import TYPE_CHECKING

from argmap import files
from argmap.errors import ArgmapError, FileProblem
from argmap.facade.opening import FilePath
from argmap.renderers.picture import Picture

if TYPE_CHECKING:
    from argmap.facade.lesson import Lesson
    from argmap.facade.slides import Slides
    from argmap.teaching.quiz.values import Quiz


def save(thing: "Picture | Slides | Quiz | Lesson", path: FilePath) -> tuple[str, ...]:
    """The paths of the files written: all sheets of a picture, in order; the file of slides or of a quiz; a lesson.

    Args:
        thing: What `draw`, `make_slides` or `make_lesson` gave; or what `make_quiz` gave, in the form that the path's
            ending names.
        path: Of a picture: a folder, which is made if it ends in ``/``; every sheet has its own name there. Or a file,
            for a picture of one sheet, or for the pages of a PDF. Of a lesson: a folder. Else a file.

    Raises:
        FileProblem: A file cannot be written, there are several sheets for it, or its ending is not that of the thing.
    """
    if isinstance(thing, Picture):
        return _save_picture(thing, path)
    from argmap.facade.lesson import Lesson, save_lesson
    from argmap.facade.quizzes import save_quiz
    from argmap.facade.slides import Slides, save_slides
    from argmap.teaching.quiz.values import Quiz

    if isinstance(thing, Slides):
        return save_slides(thing, path)
    if isinstance(thing, Quiz):
        return save_quiz(thing, path)
    if isinstance(thing, Lesson):
        return save_lesson(thing, path)
    made = "draw, make_slides, make_quiz or make_lesson"
    raise ArgmapError(f"save writes what {made} gave, not a {type(thing).__name__}")


def _save_picture(picture: Picture, path: FilePath) -> tuple[str, ...]:
    sheets, name = (picture, *picture.sheets), fspath(path)
    if picture.format == "pdf" and len(sheets) > 1 and name.lower().endswith(".pdf"):
        from argmap.renderers.pages.binding import one_document

        files.write(name, one_document(sheets))
        return (name,)
    if files.is_folder(name):
        paths = tuple(str(Path(name) / sheet.file_name) for sheet in sheets)
    elif len(sheets) > 1:
        raise FileProblem(
            f"there are {len(sheets)} sheets for one file; give a folder, {str(Path(name).stem) + '/'!r}, or a .pdf"
        )
    elif not name.lower().endswith(f".{picture.ending}"):
        raise FileProblem(
            f"{name!r} is no name for a {picture.format}; end it with .{picture.ending}, or give a folder"
        )
    else:
        paths = (name,)
    for sheet, each in zip(sheets, paths, strict=True):
        files.write(each, sheet.data)
    return paths
