"""A comparison as a tidy table: a row for each finding and map (docs/outputs.md)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from argmap.comparison.basis_words import basis_words
from argmap.comparison.records import Cited, ComparedMap, Comparison, Finding, PositionEntry, Side
from argmap.reporters.sections import speaks
from argmap.reporters.spreadsheet import Cell, lines, table


def comparison_csv(c: Comparison) -> str:
    """The comparison as CSV, the same bytes for the same comparison; without findings the header alone."""
    return table([tuple(COLUMNS), *(tuple(value(row) for value in COLUMNS.values()) for row in _rows(c))])


@dataclass(frozen=True, slots=True)
class Row:
    """A finding and one map's part in it."""

    finding: Finding
    map: ComparedMap
    side: Side

    @property
    def entries(self) -> tuple[PositionEntry, ...]:
        """The causes, roles or uses the side names; none for a stance."""
        return self.side.position if isinstance(self.side.position, tuple) else ()


def _rows(c: Comparison) -> Iterator[Row]:
    for finding in c.findings:
        for m in c.maps:
            yield Row(finding, m, finding.sides[m.id])


def _position(row: Row) -> str | None:
    position = row.side.position
    return lines(e.entry for e in position) if isinstance(position, tuple) else position


def _camp(row: Row) -> int | None:
    camps = (i for i, camp in enumerate(row.finding.camps, start=1) if row.map.id in camp)
    return next(camps, None)


def _entries(of: Callable[[PositionEntry], str]) -> Callable[[Row], str]:
    """A column with a line for each line of `position`."""
    return lambda row: lines(of(entry) for entry in row.entries)


def _cited(of: Callable[[Cited], str | None]) -> Callable[[Row], str]:
    """A column with a line for each statement."""
    return lambda row: _aligned(of(s) for s in row.side.statements)


def _reported(of: Callable[[Cited], str | None]) -> Callable[[Row], str]:
    return lambda row: _aligned(of(s) for s in row.side.reported)


def _aligned(values: Iterable[str | None]) -> str:
    """The values on a line each, so that the lines of columns match; nothing at all where every value is missing."""
    found = [value or "" for value in values]
    return lines(found) if any(found) else ""


def _reasons(row: Row) -> str:
    return lines(" + ".join(p.entry for p in reason.premises) for reason in row.side.reasons)


def _locus(row: Row) -> str | None:
    return lines(row.finding.locus.all) if row.finding.locus else None


def _roots(row: Row) -> str | None:
    return lines(row.finding.locus.roots) if row.finding.locus else None


def _stasis(row: Row) -> str | None:
    return row.finding.locus.stasis if row.finding.locus else None


def _unaddressed(row: Row) -> str | None:
    return lines(row.finding.locus.unaddressed.get(row.map.id, ())) if row.finding.locus else None


COLUMNS: Final[Mapping[str, Callable[[Row], Cell]]] = {
    "finding": lambda row: row.finding.id,
    "unit": lambda row: row.finding.unit,
    "key": lambda row: row.finding.key,
    "label": lambda row: row.finding.label,
    "category": lambda row: row.finding.category,
    "group": lambda row: row.finding.group,
    "flags": lambda row: lines(row.finding.flags),
    "map": lambda row: row.map.id,
    "name": lambda row: row.map.name,
    "speaks": lambda row: speaks(row.finding, row.map.id),
    "camp": _camp,
    "position": _position,
    "position_words": _entries(lambda e: e.label),
    "position_main": _entries(lambda e: "TRUE" if e.main else "FALSE"),
    "position_certainty": _entries(lambda e: e.certainty),
    "position_toward": lambda row: _aligned(", ".join(e.toward) for e in row.entries),
    "statements": _cited(lambda s: s.id),
    "texts": _cited(lambda s: s.text),
    "quotes": _cited(lambda s: s.quote),
    "places": _cited(lambda s: ", ".join(s.at)),
    "certainties": _cited(lambda s: s.certainty),
    "conditions": _cited(lambda s: ", ".join(s.if_)),
    "when": _cited(lambda s: s.when),
    "where": _cited(lambda s: s.where),
    "via": _cited(lambda s: s.via),
    "sources": _cited(lambda s: ", ".join(s.sources)),
    "reasons": _reasons,
    "reasons_unless": lambda row: _aligned(", ".join(reason.unless) for reason in row.side.reasons),
    "reasons_shared": lambda row: lines("TRUE" if reason.shared else "FALSE" for reason in row.side.reasons),
    "reported": _reported(lambda s: s.id),
    "reported_by": _reported(lambda s: s.voice),
    "reported_texts": _reported(lambda s: s.text),
    "shared": lambda row: lines(row.finding.shared),
    "only": lambda row: lines(row.finding.only.get(row.map.id, ())),
    "sentence": lambda row: row.finding.sentence,
    "notes": lambda row: lines(row.finding.notes),
    "question": lambda row: row.finding.question,
    "rule": lambda row: row.finding.rule,
    "basis": lambda row: lines(basis_words(b, row=True) for b in row.finding.basis),
    "locus": _locus,
    "locus_roots": _roots,
    "locus_stasis": _stasis,
    "locus_unaddressed": _unaddressed,
}
"""The header, and what stands in each column."""
