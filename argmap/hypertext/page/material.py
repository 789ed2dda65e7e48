"""What all views of the page are made from, and how each thing is called in addresses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from argmap.comparison.records import Comparison, Finding
from argmap.diagram.calling import short_ids
from argmap.diagram.of_comparison import section_of
from argmap.diagram.table_words import letter
from argmap.hypertext.page.figure import Figure
from argmap.model import ArgumentMap


@dataclass(frozen=True, slots=True)
class Link:
    """Where something stands in the page: ``href`` is ``#A-P8``, ``text`` what a reader sees, ``A·P8``."""

    href: str
    text: str


@dataclass(frozen=True)
class Material:
    """Maps with everything the page may show of them.

    Attributes:
        maps: One or more, in the order of their letters.
        comparison: Of two maps or more, with the findings to show; None for one map.
        figures: Drawings for the diagram view.
        texts: Articles' texts by map id, for quotations in context.
        among: The comparison with all findings, where `comparison` has only those that were asked for.
        whole_text: Whether whole articles may stand in the page, rather than a few words around each quotation.
        undrawn: Why there are no figures although some were asked for; "" for no reason.
        outlines: Of maps by their ids, in Markdown, to save.
    """

    maps: tuple[ArgumentMap, ...]
    comparison: Comparison | None = None
    figures: tuple[Figure, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    among: Comparison | None = None
    whole_text: bool = False
    undrawn: str = ""
    outlines: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Name statements and findings once for all views."""
        letters = {m.id: letter(i) for i, m in enumerate(self.maps)}
        names = {m.id: short_ids(m) for m in self.maps}
        findings = self.findings
        object.__setattr__(self, "_letters", letters)
        object.__setattr__(self, "_names", names)
        object.__setattr__(self, "_rows", {f.id: f"f{i}" for i, f in enumerate(findings, start=1)})
        object.__setattr__(self, "_standing", _standing(findings))

    _letters: Mapping[str, str] = field(init=False, repr=False, compare=False)
    _names: Mapping[str, Mapping[str, str]] = field(init=False, repr=False, compare=False)
    _rows: Mapping[str, str] = field(init=False, repr=False, compare=False)
    _standing: Mapping[tuple[str, str], tuple[str, ...]] = field(init=False, repr=False, compare=False)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings that have a row: all but sources that only one map uses, unless these were asked for."""
        if self.comparison is None:
            return ()
        asked = self.among is not None and self.among != self.comparison
        return tuple(f for f in self.comparison.findings if section_of(f, asked=asked))

    def letter(self, map_id: str) -> str:
        """A, B, … of a map."""
        return self._letters[map_id]

    def short_id(self, map_id: str, statement: str) -> str:
        """What a statement is called within its map: ``P8``."""
        return self._names[map_id][statement]

    def anchor(self, map_id: str, statement: str) -> str:
        """The id of a statement's element in the map view: ``A-P8``."""
        return f"{self.letter(map_id)}-{self.short_id(map_id, statement)}"

    def link(self, map_id: str, statement: str) -> Link:
        """A link to a statement in the map view."""
        return Link(f"#{self.anchor(map_id, statement)}", f"{self.letter(map_id)}·{self.short_id(map_id, statement)}")

    def row(self, finding: str) -> str:
        """The id of a finding's row in the compare view: ``f3``."""
        return self._rows[finding]

    def findings_of(self, map_id: str, statement: str) -> Sequence[str]:
        """The ids of the findings a statement stands in, in their order."""
        return self._standing.get((map_id, statement), ())


def _standing(findings: Sequence[Finding]) -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], list[str]] = {}
    for f in findings:
        for map_id, side in f.sides.items():
            for s in dict.fromkeys([*side.statements, *side.reported]):
                found.setdefault((map_id, s.id), []).append(f.id)
    return {key: tuple(dict.fromkeys(ids)) for key, ids in found.items()}
