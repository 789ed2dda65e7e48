"""Map -> diagnostics: what is wrong with a map or codebook that could be read.

A check is a pure function that names places in the document, never lines, so it serves maps built in Python too.
The catalogue of all of them is fetched on first use: who only uses a map asks `argmap.checks.sound`.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argmap.checks.catalogue import (
        CHECKS,
        CODEBOOK_CHECKS,
        OF_NAMES,
        check_codebook,
        check_map,
        check_together,
    )

__all__ = ["CHECKS", "CODEBOOK_CHECKS", "OF_NAMES", "check_codebook", "check_map", "check_together"]


if not TYPE_CHECKING:  # a type checker is to see a misspelt name

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module 'argmap.checks' has no attribute {name!r}")
        from argmap.checks import catalogue  # noqa: PLC0415

        return getattr(catalogue, name)
