"""What drawing gives back: the bytes of one sheet, how large its type prints, and what to know about it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from argmap.diagnostics import Diagnostic

Format = Literal["svg", "png", "pdf", "dot", "mermaid"]

FORMATS: tuple[Format, ...] = ("svg", "png", "pdf", "dot", "mermaid")


ENDINGS: Mapping[Format, str] = {form: form for form in FORMATS} | {"mermaid": "mmd"}

_DEVICES: Final = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
_LONGEST: Final = 200
"""Bytes of a file name without ending: systems take 255, and whoever writes puts something before and behind."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One drawn sheet.

    Attributes:
        name: A file name without folder and extension: ``koga-2023`` or ``koga-2023-3``.
        data: The file's bytes; SVG, DOT and Mermaid are UTF-8.
        body_pt: Size of the running text when the sheet is printed on its paper.
        diagnostics: What a reader should be told: type too small to read, a font that is missing.
        sheets: The sheets that follow this one; only the first of a set has any.
    """

    name: str
    format: Format
    data: bytes = field(repr=False)
    body_pt: float
    diagnostics: tuple[Diagnostic, ...] = ()
    sheets: tuple["Picture", ...] = field(default=(), repr=False)

    @property
    def file_name(self) -> str:
        """The name with its extension, for Mermaid ``.mmd``; where it names too many maps, without its middle.

        No file of Windows can be called ``con`` or ``nul``, whatever its extension: such a name gets a hyphen.
        """
        return f"{_short(self.name)}{'-' * (self.name in _DEVICES)}.{self.ending}"

    @property
    def ending(self) -> str:
        """What its file name ends in, without the dot."""
        return ENDINGS[self.format]

    def _repr_svg_(self) -> str | None:
        """What a notebook shows."""
        return self.data.decode() if self.format == "svg" else None

    def _repr_png_(self) -> bytes | None:
        return self.data if self.format == "png" else None


def _short(name: str) -> str:
    """The name, or where it is too long its beginning and its end, with digits of what they stand for in between."""
    written = name.encode()
    if len(written) <= _LONGEST:
        return name
    head, tail = written[: _LONGEST // 2].decode(errors="ignore"), written[-_LONGEST // 3 :].decode(errors="ignore")
    return f"{head}-{hashlib.sha256(written).hexdigest()[:8]}-{tail}"
