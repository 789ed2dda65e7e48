"""Whether a document is free of errors: all that who uses it has to know, without what there is to be warned of."""

from collections.abc import Callable, Iterable
from typing import Final

from argmap.checks import codebook, references, shape
from argmap.diagnostics import Diagnostic
from argmap.model import ArgumentMap, Codebook

ERRORS: Final[tuple[Callable[[ArgumentMap], Iterable[Diagnostic]], ...]] = (
    references.statements_exist,
    references.sources_exist,
    references.keys_exist,
    references.voices_exist,
    references.sources_once,
    shape.no_cycle,
    shape.no_self_reference,
)
"""The checks of a map that can find an error; quotations can be in error only where an article is at hand."""

CODEBOOK_ERRORS: Final[tuple[Callable[[Codebook], Iterable[Diagnostic]], ...]] = (
    codebook.propositions_exist,
    codebook.roles_exist,
    codebook.larger_places_exist,
    codebook.no_circles,
)


def is_sound(m: ArgumentMap, *, own_codebook: bool = True) -> bool:
    """Whether a map has no error, its article's text aside.

    Args:
        m: The map.
        own_codebook: Whether its codebook is part of it, and is asked about too.
    """
    book = m.codebook if own_codebook else None
    return not any(_is_error(d) for check in ERRORS for d in check(m)) and (book is None or is_sound_codebook(book))


def is_sound_codebook(c: Codebook) -> bool:
    """Whether a codebook has no error."""
    return not any(_is_error(d) for check in CODEBOOK_ERRORS for d in check(c))


def _is_error(d: Diagnostic) -> bool:
    return d.severity == "error"
