"""The only room that touches the disk: opens maps and what they refer to, looks through folders, writes files.

Each part is fetched when a name of it is first used: most commands write nothing, and few look through folders.
"""

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from argmap.files.decoding import (
        MAX_BYTES,
        STANDARD_INPUT,
        Unsaved,
        decoded,
        is_stream,
        read_article,
        read_bytes,
        read_text,
        text_of,
    )
    from argmap.files.finding import MAX_FOUND, Found, find_documents, may_mention, project_folder
    from argmap.files.opening import Opened, is_address, read, read_together
    from argmap.files.tables import (
        find_settings,
        names_table,
        read_alignment,
        read_rubric,
        read_theme,
        read_words,
        settings_places,
    )
    from argmap.files.together import put_back, unfinished, write_all
    from argmap.files.writing import is_folder, rewrite, write

__all__ = [
    "MAX_BYTES",
    "MAX_FOUND",
    "STANDARD_INPUT",
    "Found",
    "Opened",
    "Unsaved",
    "decoded",
    "find_documents",
    "find_settings",
    "is_address",
    "is_folder",
    "is_stream",
    "may_mention",
    "names_table",
    "project_folder",
    "put_back",
    "read",
    "read_alignment",
    "read_article",
    "read_bytes",
    "read_rubric",
    "read_text",
    "read_theme",
    "read_together",
    "read_words",
    "rewrite",
    "settings_places",
    "text_of",
    "unfinished",
    "write",
    "write_all",
]

_PARTS: Final = {
    **dict.fromkeys(
        ("MAX_BYTES", "STANDARD_INPUT", "Unsaved", "decoded", "is_stream", "read_article", "read_bytes", "read_text"),
        "decoding",
    ),
    "text_of": "decoding",
    **dict.fromkeys(("MAX_FOUND", "Found", "find_documents", "may_mention", "project_folder"), "finding"),
    **dict.fromkeys(("Opened", "is_address", "read", "read_together"), "opening"),
    **dict.fromkeys(
        (
            "find_settings",
            "names_table",
            "read_alignment",
            "read_rubric",
            "read_theme",
            "read_words",
            "settings_places",
        ),
        "tables",
    ),
    **dict.fromkeys(("put_back", "unfinished", "write_all"), "together"),
    **dict.fromkeys(("is_folder", "rewrite", "write"), "writing"),
}


if not TYPE_CHECKING:  # a type checker is to see a misspelt name

    def __getattr__(name: str) -> Any:
        if name not in _PARTS:
            raise AttributeError(f"module 'argmap.files' has no attribute {name!r}")
        from importlib import import_module  # noqa: PLC0415

        return getattr(import_module(f"argmap.files.{_PARTS[name]}"), name)
