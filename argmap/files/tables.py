"""Opens the other kinds of files: alignments, and tables in TOML (themes, fixed words, settings)."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic
from argmap.files.decoding import STANDARD_INPUT, text_or_why
from argmap.formats import Reading

if TYPE_CHECKING:
    from argmap.formats.settings_file import Settings
    from argmap.formats.sssom import AlignmentReading
    from argmap.formats.toml_tables import TableReading
    from argmap.languages import Words
    from argmap.teaching.grading.rubric import Rubric
    from argmap.theme import Theme


def read_alignment(path: str | Path, *, limits: bool = True) -> "AlignmentReading":
    """The alignment in a file; ``-`` is standard input. Whatever is wrong is a diagnostic of what comes back.

    Args:
        path: The file.
        limits: Whether a file over 20 MB is refused.
    """
    from argmap.formats.sssom import AlignmentReading, read_sssom  # noqa: PLC0415  # few commands read one

    name = str(path)
    got = text_or_why(name, limits, standard_input=name == STANDARD_INPUT)
    if isinstance(got, Reading):
        return AlignmentReading(got.name, diagnostics=got.diagnostics, text=got.text)
    return read_sssom(got, "<stdin>" if name == STANDARD_INPUT else name)


def read_theme(path: str | Path) -> "TableReading[Theme]":
    """The theme in a file. Whatever is wrong is a diagnostic of what comes back."""
    from argmap.formats.theme_file import read_theme as read_  # noqa: PLC0415  # most drawings have a theme of argmap
    from argmap.formats.toml_tables import TableReading  # noqa: PLC0415

    got = _small(str(path))
    return TableReading(str(path), None, (got,)) if isinstance(got, Diagnostic) else read_(got, str(path))


def read_words(path: str | Path) -> "TableReading[Words]":
    """The table of fixed words in a file. Whatever is wrong is a diagnostic of what comes back."""
    from argmap.formats.toml_tables import TableReading  # noqa: PLC0415  # as for themes
    from argmap.formats.words_file import read_words as read_  # noqa: PLC0415

    got = _small(str(path))
    return TableReading(str(path), None, (got,)) if isinstance(got, Diagnostic) else read_(got, str(path))


def read_rubric(path: str | Path) -> "TableReading[Rubric]":
    """The rubric in a file. Whatever is wrong is a diagnostic of what comes back."""
    from argmap.formats.rubric_file import read_rubric as read_  # noqa: PLC0415  # only grades have one
    from argmap.formats.toml_tables import TableReading  # noqa: PLC0415

    got = text_or_why(str(path), limits=True)
    return TableReading(got.name, None, got.diagnostics) if isinstance(got, Reading) else read_(got, str(path))


def find_settings(folder: Path) -> "tuple[Path, TableReading[Settings]] | None":
    """The settings that hold in a folder, and the file they stand in; None where there are none.

    That is the nearest ``argmap.toml``, or ``pyproject.toml`` with a table for argmap, from the folder upwards to the
    root of a repository. Of two in one folder, argmap's own file counts. Whatever is wrong with it is a diagnostic.
    """
    return next(
        ((path, found) for path in settings_places(folder) if path.is_file() and (found := _settings(path))), None
    )


def settings_places(folder: Path) -> Iterator[Path]:
    """The files that may hold the settings of a folder, whether or not they are there; the first that does counts."""
    folder = Path(os.path.abspath(folder))  # noqa: PTH100  # not resolved: a link stands where somebody put it
    for place in (folder, *folder.parents):
        yield place / "argmap.toml"
        yield place / "pyproject.toml"
        if (place / ".git").exists():
            return


def _settings(path: Path) -> "TableReading[Settings] | None":
    """The settings in a file; None in a pyproject.toml that has none."""
    from argmap.formats.settings_file import SHARED_FILE, has_settings, read_settings  # noqa: PLC0415
    from argmap.formats.toml_tables import TableReading  # noqa: PLC0415  # few projects have settings

    shown = str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
    shared = path.name == SHARED_FILE
    got = _small(str(path))
    if isinstance(got, Diagnostic):
        return None if shared else TableReading(shown, None, (replace(got, file=shown),))
    return read_settings(got, shown) if not shared or has_settings(got) else None


def names_table(name: str) -> bool:
    """Whether the name of a theme or a language is that of a file: it ends in ``.toml``, or has a folder."""
    return name.endswith(".toml") or "/" in name or "\\" in name


def _small(name: str) -> str | Diagnostic:
    """The text of a file that a person wrote for themselves, or why there is none."""
    from argmap.formats.toml_tables import too_large  # noqa: PLC0415

    got = text_or_why(name, limits=True)
    if not isinstance(got, Reading):
        return got
    (found,) = got.diagnostics
    return replace(too_large(), file=name) if found.code == "AM112" else found
