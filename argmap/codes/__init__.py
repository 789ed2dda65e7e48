"""The catalogue of codes: what each problem is, why it matters, and how to get rid of it.

Every problem argmap reports is made by `problem`, so that no code is without a page and none has two severities. The
pages are read when the first problem is found, or asked for: most commands need none.
"""

from typing import TYPE_CHECKING, Any

from argmap.codes.page import Page
from argmap.diagnostics import Diagnostic, Where

if TYPE_CHECKING:
    from argmap.codes.catalogue import CODES, GROUPS

__all__ = ["CODES", "GROUPS", "Page", "problem"]


def problem(
    code: str,
    message: str,
    where: Where = (),
    *,
    on_key: bool = False,
    help: str = "",  # noqa: A002
    instead: str = "",
) -> Diagnostic:
    """A problem of that code, with the severity of its page; the rest as `Diagnostic` asks for it."""
    from argmap.codes.catalogue import CODES  # noqa: PLC0415

    return Diagnostic(code, CODES[code].severity, message, where, on_key, help, instead=instead)


if not TYPE_CHECKING:  # a type checker is to see a misspelt name

    def __getattr__(name: str) -> Any:
        if name not in ("CODES", "GROUPS"):
            raise AttributeError(f"module 'argmap.codes' has no attribute {name!r}")
        from argmap.codes import catalogue  # noqa: PLC0415

        return getattr(catalogue, name)
