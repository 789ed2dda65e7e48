"""All pages, under the headings of the manual and by their codes."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from argmap.codes.alignment import ALIGNMENT
from argmap.codes.coding import CODING
from argmap.codes.comparing import COMPARING
from argmap.codes.drawing import DRAWING
from argmap.codes.layout import LAYOUT
from argmap.codes.page import Page
from argmap.codes.quotations import QUOTATIONS
from argmap.codes.readiness import READINESS
from argmap.codes.reading import READING
from argmap.codes.references import REFERENCES
from argmap.codes.shape import SHAPE
from argmap.codes.teaching import TEACHING
from argmap.codes.wording import WORDING

GROUPS: Final[Mapping[str, tuple[Page, ...]]] = MappingProxyType(
    {
        "Reading": READING,
        "References": REFERENCES,
        "Shape": SHAPE,
        "Sources and quotations": QUOTATIONS,
        "Wording": WORDING,
        "Layout": LAYOUT,
        "Teaching": TEACHING,
        "Coding": CODING,
        "Comparing": COMPARING,
        "Ready to compare": READINESS,
        "Alignments": ALIGNMENT,
        "Drawing": DRAWING,
    }
)
"""The pages under the headings of the manual, in the order of their codes."""

CODES: Final[Mapping[str, Page]] = MappingProxyType({page.code: page for pages in GROUPS.values() for page in pages})
"""Every page by its code, in order."""
