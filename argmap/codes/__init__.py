"""The catalogue of codes: what each problem is, why it matters, and how to get rid of it.

Every problem argmap reports is made by `problem`, so that no code is without a page and none has two severities.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from argmap.codes.alignment import ALIGNMENT
from argmap.codes.coding import CODING
from argmap.codes.comparing import COMPARING
from argmap.codes.drawing import DRAWING
from argmap.codes.page import Page
from argmap.codes.quotations import QUOTATIONS
from argmap.codes.reading import READING
from argmap.codes.references import REFERENCES
from argmap.codes.shape import SHAPE
from argmap.codes.wording import WORDING
from argmap.diagnostics import Diagnostic, Where

__all__ = ["CODES", "GROUPS", "Page", "problem"]

GROUPS: Final[Mapping[str, tuple[Page, ...]]] = MappingProxyType(
    {
        "Reading": READING,
        "References": REFERENCES,
        "Shape": SHAPE,
        "Sources and quotations": QUOTATIONS,
        "Wording": WORDING,
        "Coding": CODING,
        "Comparing": COMPARING,
        "Alignments": ALIGNMENT,
        "Drawing": DRAWING,
    }
)
"""The pages under the headings of the manual, in the order of their codes."""

CODES: Final[Mapping[str, Page]] = MappingProxyType({page.code: page for pages in GROUPS.values() for page in pages})
"""Every page by its code, in order."""


def problem(code: str, message: str, where: Where = (), *, on_key: bool = False, help: str = "") -> Diagnostic:  # noqa: A002
    """A problem of that code, with the severity of its page; `message` and `help` as `Diagnostic` asks for them."""
    return Diagnostic(code, CODES[code].severity, message, where, on_key, help)
