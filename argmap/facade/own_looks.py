# ruff: noqa: PLC0415  # most drawings look as argmap does: nothing of this is imported for them
"""Themes and fixed words of a user's own: from files, or built in Python; checked before anything is drawn in them."""

from os import PathLike, fspath
from typing import TYPE_CHECKING, TypeVar, cast

from argmap import files
from argmap.errors import InvalidMap

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic
    from argmap.facade.opening import FilePath
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
        return (cast("str", theme), ()) if _is_name(theme) else _read(files.read_theme(fspath(theme)))
    from argmap.formats.theme_file import check_theme

    return theme, _passed(check_theme(theme))


def words_asked(language: "FilePath | Words") -> "tuple[str | Words, tuple[Diagnostic, ...]]":
    """The code of a language of argmap, or words of the user's own, likewise."""
    from argmap.languages import Words

    if not isinstance(language, Words):
        return (cast("str", language), ()) if _is_name(language) else _read(files.read_words(fspath(language)))
    from argmap.formats.words_file import check_words

    return language, _passed(check_words(language))


def _is_name(asked: object) -> bool:
    """Whether it is no file; what is no path at all is a name that nothing has."""
    return not files.names_table(asked) if isinstance(asked, str) else not isinstance(asked, PathLike)


def _read(reading: "TableReading[V]") -> "tuple[V, tuple[Diagnostic, ...]]":
    return reading.unwrap(), reading.diagnostics


def _passed(found: "tuple[Diagnostic, ...]") -> "tuple[Diagnostic, ...]":
    if any(d.severity == "error" for d in found):
        raise InvalidMap(found)
    return found
