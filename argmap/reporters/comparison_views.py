"""Ways to look across a comparison: all findings in groups, who says what, roles, causes, reasons."""

from collections.abc import Iterable
from typing import Literal, assert_never

from argmap.comparison.records import Comparison
from argmap.reporters.comparison_views_blocks import Block
from argmap.reporters.comparison_views_many import findings_blocks
from argmap.reporters.sections import Detail

PartView = Literal["findings", "matrix", "roles", "causes", "reasons"]
"""The views that are made of blocks; figures have tables of their own."""


def view_blocks(c: Comparison, view: PartView, detail: Detail, *, whole: bool) -> Iterable[Block]:
    """A view in its parts. `whole` says that nobody asked for certain findings: then what is told may be cut."""
    match view:
        case "findings":
            return findings_blocks(c, detail, whole=whole)
        case "matrix":
            from argmap.reporters.matrix_blocks import matrix_blocks  # noqa: PLC0415  # only who asks pays for it

            return matrix_blocks(c, detail, whole=whole)
        case "roles":
            from argmap.reporters.comparison_views_roles import roles_blocks  # noqa: PLC0415

            return roles_blocks(c, detail, whole=whole)
        case "causes":
            from argmap.reporters.comparison_views_causes import causes_blocks  # noqa: PLC0415

            return causes_blocks(c, detail, whole=whole)
        case "reasons":
            from argmap.reporters.comparison_views_reasons import reasons_blocks  # noqa: PLC0415

            return reasons_blocks(c, detail, whole=whole)
        case _:
            assert_never(view)
