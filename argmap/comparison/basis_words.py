"""What makes maps speak of the same thing, in words."""

from typing import assert_never

from argmap.comparison.records import Basis


def basis_words(basis: Basis, *, row: bool) -> str:
    """What makes the maps speak of the same thing; with the row of an alignment that says so, if asked."""
    match basis.via:
        case "codebook":
            return f"codebook {basis.id}: {basis.key}"
        case "name":
            return f"equal names: {basis.key}"
        case "alignment":
            return f"alignment {basis.id}: {basis.key}" + (_row(basis) if row else "")
        case _:
            assert_never(basis.via)


def _row(basis: Basis) -> str:
    """Which row of the file, what it says, how sure, and by whom: ``, row 4, skos:exactMatch, 0.9, by Ann``."""
    parts = (
        f"row {basis.row}" if basis.row is not None else "",
        basis.predicate or "",
        f"confidence {basis.confidence:g}" if basis.confidence is not None else "",
        f"by {basis.author}" if basis.author else "",
    )
    return "".join(f", {part}" for part in parts if part)
