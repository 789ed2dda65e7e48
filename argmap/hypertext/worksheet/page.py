"""What both kinds of sheets share: the frame of the page, its buttons, what its script is told."""

from collections.abc import Mapping
from typing import Final

from argmap.hypertext.document import document
from argmap.languages import Words

_ROOM: Final = "argmap.hypertext.worksheet"

SCRIPTS: Final = ("fields.js", "progress.js", "bank.js", "saving.js")
"""A key has none of them: there is nothing to fill in."""

_SAID: Final = ("progress", "saved", "unfilled")


def page(template: str, values: Mapping[str, object], *, count: int, file: str, key: bool, words: Words) -> str:
    """A sheet, or a key, as one file of HTML.

    Args:
        template: Of the body.
        values: What it is filled with.
        count: How many fields there are to fill in.
        file: What the file of somebody's answers is called, without ending.
        key: Whether it is a key.
        words: The fixed words.
    """
    told = {name: words[f"screen.{name}"] for name in _SAID}
    told |= {"file": file, "name": words["form.name"], "date": words["form.date"]}
    return document(
        _ROOM,
        template,
        {
            **values,
            "w": words,
            "key": key,
            "count": count,
            "progress": words.say("screen.progress", n=0, all=count),
            "told": told,
        },
        styles=("sheet.css",),
        scripts=() if key else SCRIPTS,
        language=words.code,
    )
