"""How surely a map says what a finding names by its entry: a hedge is written wherever the claim is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from argmap.comparison.records import Cited, Comparison, Entry
from argmap.languages import Words
from argmap.model import ArgumentMap, Statement

_SURER: Mapping[str, int] = {"asserted": 2, "likely": 1, "possible": 0}


@dataclass(frozen=True)
class Hedges:
    """The hedges of the maps of a comparison, in words."""

    c: Comparison
    words: Words

    def entry(self, map_id: str, entry: Entry) -> str:
        """How surely a map says an entry, where it says it several times the surest; "" if outright or not at all."""
        return self._said(self._saying(map_id, entry))

    def says(self, map_id: str, entry: Entry) -> bool:
        """Whether a statement of a map says an entry."""
        return bool(self._saying(map_id, entry))

    def statement(self, map_id: str, key: str | None) -> str:
        """How surely a statement is made."""
        s = self._documents.get(map_id, {}).get(key or "")
        return self._said([s] if s else [])

    @property
    def _documents(self) -> dict[str, Mapping[str, Statement]]:
        found: tuple[ArgumentMap, ...] = self.c.documents
        return {compared.id: m.statements for compared, m in zip(self.c.maps, found, strict=False)}

    def _saying(self, map_id: str, entry: Entry) -> list[Cited | Statement]:
        form, _, rest = entry.partition(":")
        statements = self._documents.get(map_id, {})
        if form == "text":
            whose, _, key = rest.rpartition(":")
            return [statements[key]] if whose == map_id and key in statements else []
        found: list[Cited | Statement] = []
        for f in self.c.findings:
            side = f.sides.get(map_id)
            if side is None or side.position is None:
                continue
            if isinstance(side.position, str):
                found += side.statements if (f.key, side.position) == (rest, form) else ()
            else:
                keys = (key for e in side.position if e.entry == entry for key in e.statements)
                found += [statements[key] for key in keys if key in statements]
        return found

    def _said(self, saying: Iterable[Cited | Statement]) -> str:
        ranked = sorted(saying, key=lambda s: (-_SURER[s.certainty], bool(s.if_)))
        if not ranked:
            return ""
        surest = ranked[0]
        parts = [] if surest.certainty == "asserted" else [self.words[f"map.{surest.certainty}"]]
        parts += [self.words["sheet.on_condition"]] if surest.if_ else []
        return ", ".join(parts)
