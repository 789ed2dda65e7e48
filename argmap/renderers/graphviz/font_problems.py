"""What is wrong with the letters of a drawing: no font on this machine, or none that has some character."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Final

from argmap.codes import problem
from argmap.diagnostics import Diagnostic
from argmap.renderers.graphviz import engine

_NAMED: Final = 20


def font_problems(said: object) -> tuple[Diagnostic, ...]:
    """What to tell of the letters in a drawing.

    Args:
        said: All that is written in it: a text, or a value made of data classes, tuples and the like that holds texts.
    """
    return tuple(_problems(" ".join(strings(said))))


def strings(value: object) -> Iterator[str]:
    """All texts inside a value made of data classes, mappings, tuples and lists."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, tuple | list | frozenset | set):
        for part in value:
            yield from strings(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))


def _problems(text: str) -> Iterator[Diagnostic]:
    letters = engine.letters()
    if letters == "none":
        yield problem("AM903", "this machine has no font; letters come out as squares", help="pip install ziafont")
        return
    if letters == "bundled":
        yield problem("AM903", "this machine has no font; drawn with the DejaVu Sans that comes with argmap")
    missing = engine.missing_glyphs(text)
    if missing:
        shown = f"{missing[:_NAMED]}…" if len(missing) > _NAMED else missing
        message = f"the fonts of this machine have no shape for {shown!r}; squares stand in the drawing"
        yield problem("AM904", message, help="install a font that has them, such as Noto Sans CJK")
