"""The causes and roles of a single map, in its own voice: what others are reported to say is not counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from argmap.hypertext.page.codes import Codebook
from argmap.hypertext.page.material import Material
from argmap.hypertext.page.part_table import SIGNS, VALENCES, Answer, PartBlock, PartRow, PartTable
from argmap.languages import ENGLISH
from argmap.model import BUILT_IN_ROLES, CERTAINTIES, ArgumentMap, CausalClaim, RoleAttribution, Statement


@dataclass
class _Said:
    """The same answer of several statements: as sure as the surest, main where it is so for one."""

    text: str
    sign: str = ""
    valence: str = ""
    toward: str = ""
    main: bool = False
    surest: int = 0
    statements: tuple[str, ...] = ()

    def by(self, key: str, s: Statement, *, main: bool) -> None:
        """Count a statement that gives it."""
        self.main |= main
        self.surest = max(self.surest, CERTAINTIES.index(s.certainty))
        self.statements = tuple(dict.fromkeys((*self.statements, key)))


_ASSERTED: Final = CERTAINTIES.index("asserted")


def own_causes(material: Material) -> PartTable | None:
    """What drives what in the one map, a block for each outcome; None where it names no cause."""
    (m,) = material.maps
    words = Codebook(m)
    found: dict[str, dict[str, dict[str, _Said]]] = {}
    for key, s, code in _codes(m):
        if isinstance(code, CausalClaim):
            for cause in code.cause:
                said = found.setdefault(code.factor, {}).setdefault(cause, {})
                effect = said.setdefault(code.effect, _Said(ENGLISH[f"table.{code.effect}"], SIGNS[code.effect]))
                effect.by(key, s, main=code.main)
    blocks = tuple(
        PartBlock(words.asked(factor), tuple(_row(words.factor(c), s, material, m) for c, s in causes.items()))
        for factor, causes in found.items()
    )
    return PartTable(f"What drives what? {m.name}", _heads(material), blocks) if blocks else None


def own_roles(material: Material) -> PartTable | None:
    """Which part each actor plays in the one map; None where it casts none."""
    (m,) = material.maps
    words = Codebook(m)
    found: dict[str, dict[str, _Said]] = {}
    for key, s, code in _codes(m):
        if isinstance(code, RoleAttribution):
            toward = ENGLISH.listed([words.actor(actor) for actor in code.toward]) if code.toward else ""
            said = found.setdefault(code.actor, {}).setdefault(
                f"{code.role} {toward}",
                _Said(
                    words.role(code.role),
                    valence=VALENCES[_valence(m, code.role)],
                    toward=ENGLISH.say("table.toward", who=toward) if toward else "",
                ),
            )
            said.by(key, s, main=code.main)
    rows = tuple(_row(words.actor(actor), said, material, m) for actor, said in found.items())
    if not rows:
        return None
    return PartTable(f"Who plays which part? {m.name}", _heads(material), (PartBlock("Actors", rows),))


def _codes(m: ArgumentMap) -> Iterator[tuple[str, Statement, object]]:
    for key, s in m.statements.items():
        if s.by_author:
            yield from ((key, s, code) for code in s.says)


def _row(label: str, said: dict[str, _Said], material: Material, m: ArgumentMap) -> PartRow:
    ranked = sorted(said.values(), key=lambda one: not one.main)
    return PartRow(label[:1].upper() + label[1:], (tuple(_answer(one, material, m) for one in ranked),))


def _answer(said: _Said, material: Material, m: ArgumentMap) -> Answer:
    notes = [ENGLISH["table.main"]] if said.main else []
    notes += [ENGLISH[f"map.{CERTAINTIES[said.surest]}"]] if said.surest < _ASSERTED else []
    text = f"{said.text} ({', '.join(notes)})" if notes else said.text
    links = tuple(material.link(m.id, key) for key in said.statements)
    return Answer(text, said.sign, said.valence, said.main, said.toward, links)


def _heads(material: Material) -> tuple[tuple[str, str], ...]:
    return tuple((material.letter(m.id), m.name) for m in material.maps)


def _valence(m: ArgumentMap, role: str) -> int:
    found = m.codebook.role(role) if m.codebook else BUILT_IN_ROLES.get(role)
    return found.valence if found else 0
