"""What a question about a document is answered from: its own names, and those of the files it lives with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from argmap.editing.occurrences import NameKind
from argmap.editor.entries import BUILT_IN, Entry
from argmap.editor.schema import Kind


@dataclass(frozen=True)
class Around:
    """What is known around a document.

    Attributes:
        kind: Whether the document is a map or a codebook.
        entries: All that can be named: its own things, those of its codebook, the maps of the project.
        named: The statements that some other one names.
        paragraphs: The article's paragraphs, by number, if its text is at hand.
        files: The names of the files beside it, folders ending in a slash.
        quoted: Whether what is written stands between quotation marks.
    """

    kind: Kind = "map"
    entries: tuple[Entry, ...] = ()
    named: frozenset[str] = frozenset()
    paragraphs: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    files: tuple[str, ...] = ()
    quoted: bool = False

    def of(self, kind: NameKind) -> Iterable[Entry]:
        """What has a name of a kind, each name once: a codebook's own role goes before the built-in one."""
        return [entry for (held, _), entry in self._by_name.items() if held == kind]

    def entry(self, kind: NameKind, key: str) -> Entry | None:
        """What a name stands for; None if nothing has it."""
        return self._by_name.get((kind, key))

    @cached_property
    def _by_name(self) -> Mapping[tuple[NameKind, str], Entry]:
        found: dict[tuple[NameKind, str], Entry] = {}
        for entry in (*self.entries, *BUILT_IN):
            found.setdefault((entry.kind, entry.key), entry)
        return found
