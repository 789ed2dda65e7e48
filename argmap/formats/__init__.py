"""Text <-> documents."""

from argmap.formats.documents import Resolve, read_codebook, read_document, read_map
from argmap.formats.reading import Reading
from argmap.formats.writing import write_codebook, write_map

__all__ = ["Reading", "Resolve", "read_codebook", "read_document", "read_map", "write_codebook", "write_map"]
