"""Mending files: the safe fixes of maps and codebooks, made in their text and, where that is asked for, written."""

from collections.abc import Mapping
from dataclasses import dataclass
from os import fspath
from pathlib import Path
from typing import TYPE_CHECKING

from argmap import files
from argmap.facade.opening import Examined, FilePath, examine

if TYPE_CHECKING:
    from argmap.codes.selecting import Selection
    from argmap.editing.fixes.guarantee import Look
    from argmap.editing.fixes.mending import Repair
    from argmap.facade.opening import SelectionOf


@dataclass(frozen=True, slots=True)
class MendedFile:
    """A file with its safe fixes made, not yet written.

    Attributes:
        path: The file; ``"-"`` is standard input.
        name: What messages call it.
        before: The bytes it holds.
        after: The bytes it is to hold.
        repairs: What was mended, in the order in which it was done.
    """

    path: str
    name: str
    before: bytes
    after: bytes
    repairs: "tuple[Repair, ...]" = ()

    @property
    def changed(self) -> bool:
        """Whether there is anything to write."""
        return self.before != self.after

    def write(self) -> None:
        """Put the mended text into the file.

        Raises:
            FileProblem: Somebody has changed the file since it was read, or it cannot be written: it stays as it is.
        """
        files.rewrite(self.path, self.before, self.after)


def mended(
    path: FilePath,
    data: bytes | None = None,
    *,
    texts: Mapping[str, str] | None = None,
    limits: bool = True,
    selection: "Selection | SelectionOf | None" = None,
) -> MendedFile:
    """A map or codebook with all safe fixes made; nothing is written.

    Args:
        path: The file; ``"-"`` for standard input. What is no UTF-8 stays as it is.
        data: What it holds, where that is known already: an editor knows more than the disk.
        texts: Articles' texts by map id.
        limits: Whether a text too large to be a map is left as it is.
        selection: Which problems are told: those that are not, are not mended either.

    Raises:
        FileProblem: The file cannot be opened.
    """
    from argmap.editing.fixes.mending import mend  # noqa: PLC0415  # who only checks need not wait for it

    name = fspath(path)
    data = files.read_bytes(name) if data is None else data
    shown = Path("<stdin>") if name == files.STANDARD_INPUT else Path(name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return MendedFile(name, str(shown), data, data)
    if limits and len(data) > files.MAX_BYTES:
        return MendedFile(name, str(shown), data, data)

    def look(text: str) -> "Look":
        unsaved = {shown.resolve(): text}
        return _look(examine([shown], texts=texts, limits=limits, selection=selection, unsaved=unsaved)[0])

    found = mend(text, look)
    return MendedFile(name, str(shown), data, found.text.encode("utf-8"), found.repairs)


def _look(examined: Examined) -> "Look":
    from argmap.editing.fixes.guarantee import Look  # noqa: PLC0415  # as above

    reading = examined.opened.reading
    whole = reading.document is not None or reading.salvaged is not None
    return Look(reading.document, examined.diagnostics, whole)
