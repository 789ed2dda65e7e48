"""The words a comparison sheet has for keys, and for what its sides do."""

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.comparison.positions import several
from argmap.comparison.records import Comparison, Finding
from argmap.languages import ENGLISH, Words


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words for keys, the valence of roles, the names of maps, which are theses, and whose names are plural.

    Keys are those of the codebooks, and the ``map:statement`` that rows of an alignment make. `fixed` are the words
    that come from no map.
    """

    labels: Mapping[str, str]
    valences: Mapping[str, int]
    names: Mapping[str, str]
    theses: frozenset[tuple[str, str]]
    partly_coded: frozenset[str] = frozenset()
    several: frozenset[str] = frozenset()
    fixed: Words = ENGLISH

    def word(self, key: str) -> str:
        """What a reader is shown for a key; a key without words reads as its words do."""
        return self.labels.get(key, key.replace("-", " "))

    def verb(self, map_id: str, key: str) -> str:
        """What a map does, its verb agreeing with its name: ``holds that``, of several authors ``hold that``."""
        return self.fixed[f"sheet.{key}.{'many' if map_id in self.several else 'one'}"]


def vocabulary(c: Comparison, words: Words = ENGLISH) -> Vocabulary:
    """The words of the codebooks, and of the statements, for what the findings are about; and the fixed ones."""
    labels = {f"{id_}:{s.id}": s.text for f in c.findings for id_, side in f.sides.items() for s in side.statements}
    labels |= {key: text for book in c.codebooks for key, text in book.labels.items()}
    valences = {key: value for book in c.codebooks for key, value in book.valences.items()}
    names = {m.id: m.name for m in c.maps}
    theses = frozenset((m.id, s.id) for m in c.maps for s in m.thesis)
    partly_coded = frozenset(m.id for m in c.maps if m.uncoded)
    many = frozenset(m.id for m in c.maps if several(m.article, m.name))
    return Vocabulary(labels, valences, names, theses, partly_coded, many, words)


def is_linked(finding: Finding) -> bool:
    """Whether it is on two propositions, one of each side."""
    return "~" in finding.key


def own_proposition(finding: Finding, map_id: str) -> str:
    """Which of two linked propositions is this map's; the key has them in codebook order, the rule in that of maps."""
    keys = finding.key.split("~")
    operands = finding.rule.partition(": ")[2].partition(", ")[0].split(" and ")
    told = [operand.partition(":")[2] for operand in operands]
    return (told if sorted(told) == sorted(keys) else keys)[list(finding.sides).index(map_id)]
