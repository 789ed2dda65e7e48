# ruff: noqa: PLC0415  # most drawings look as argmap does: nothing of this is imported for them
"""Themes and fixed words of a user's own: from files, or built in Python; checked before anything is drawn in them."""

from os import fspath
from typing import TYPE_CHECKING, TypeVar

from argmap import files
from argmap.errors import InvalidMap
from argmap.facade.opening import FilePath

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic
    from argmap.formats.toml_tables import TableReading
    from argmap.languages import Words
    from argmap.theme import Theme

V = TypeVar("V")


def theme_asked(theme: "FilePath | Theme") -> "tuple[str | Theme, tuple[Diagnostic, ...]]":
    """The name of a theme of argmap, or a theme of the user's own with what is to be said of it.

    Raises:
        InvalidMap: It has errors; all of them.
    """
    from argmap.theme import Theme

    if not isinstance(theme, Theme):
        name = fspath(theme)
        return (name, ()) if _is_name(theme, name) else _read(files.read_theme(name))
    from argmap.formats.theme_file import check_theme

    return theme, _passed(check_theme(theme))


def words_asked(language: "FilePath | Words") -> "tuple[str | Words, tuple[Diagnostic, ...]]":
    """The code of a language of argmap, or words of the user's own, likewise."""
    from argmap.languages import Words

    if not isinstance(language, Words):
        name = fspath(language)
        return (name, ()) if _is_name(language, name) else _read(files.read_words(name))
    from argmap.formats.words_file import check_words

    return language, _passed(check_words(language))


def _is_name(asked: FilePath, name: str) -> bool:
    return isinstance(asked, str) and not files.names_table(name)


def _read(reading: "TableReading[V]") -> "tuple[V, tuple[Diagnostic, ...]]":
    return reading.unwrap(), reading.diagnostics


def _passed(found: "tuple[Diagnostic, ...]") -> "tuple[Diagnostic, ...]":
    if any(d.severity == "error" for d in found):
        raise InvalidMap(found)
    return found
