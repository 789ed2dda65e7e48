"""Text <-> documents. What writes is fetched on first use: most commands only read."""

from typing import TYPE_CHECKING, Any

from argmap.formats.documents import Resolve, read_codebook, read_document, read_map
from argmap.formats.reading import Reading

if TYPE_CHECKING:
    from argmap.formats.writing import write_codebook, write_map

__all__ = ["Reading", "Resolve", "read_codebook", "read_document", "read_map", "write_codebook", "write_map"]


if not TYPE_CHECKING:  # a type checker is to see a misspelt name

    def __getattr__(name: str) -> Any:
        if name not in ("write_codebook", "write_map"):
            raise AttributeError(f"module 'argmap.formats' has no attribute {name!r}")
        from argmap.formats import writing  # noqa: PLC0415

        return getattr(writing, name)
