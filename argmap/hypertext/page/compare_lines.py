"""What stands in a cell of the compare view: answers, and the statements that give them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from argmap.diagram.sheet import Absence, Driver, Part, Passage, Remark, Stand, Use
from argmap.diagram.table import Attitude
from argmap.hypertext.page.material import Link, Material
from argmap.languages import ENGLISH

Said = Stand | Driver | Part | Passage | Remark | Absence | Use | Attitude

Kind = Literal["stand", "cause", "role", "use", "remark", "absence", "passage"]

_SIGNS: Final = {"raises": "▲", "lowers": "▼", "unrelated": "○"}
_ATTITUDES: Final = {"holds": "+", "denies": "−", "questions": "?", "both": "±", "varies": "±"}

_OPEN: Final = 1
_OPEN_WHERE_THEY_DIFFER: Final = 3
"""So many passages of a cell are given in words; links lead to the others, whose words stand in the map."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing a cell says.

    Attributes:
        kind: A passage is a statement with its words; all else is an answer, or a note of ours.
        text: The mapper's words, or ours.
        sign: ``▲`` of what raises, ``+`` of a proposition held, or "".
        main: Whether it is a main cause or role.
        valence: Of a role: ``friendly``, ``neutral`` or ``hostile``.
        toward: Whom a role is toward.
        note: What limits a passage.
        quote: The article's words.
        at: Where they stand.
        link: The way to the statement in the map.
    """

    kind: Kind
    text: str
    sign: str = ""
    main: bool = False
    valence: str = ""
    toward: str = ""
    note: str = ""
    quote: str = ""
    at: str = ""
    link: Link | None = None

    @property
    def anchor(self) -> str:
        """The id of the statement's element."""
        return self.link.href[1:] if self.link else ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One map's part in a row.

    Attributes:
        who: Letter and name of the map.
        lines: What it says, in order.
        ways: Statements that say it too, or that only report it: their words stand in the map.
    """

    who: str
    lines: tuple[Line, ...]
    ways: tuple[Link, ...] = ()

    @property
    def is_silent(self) -> bool:
        """Whether words of ours stand in for an answer."""
        return bool(self.lines) and all(line.kind == "absence" for line in self.lines)


def cell(
    said: Iterable[Said], *, who: str, map_id: str, material: Material, ways: Iterable[str] = (), differ: bool = False
) -> Cell:
    """The cell of a map; `ways` are statements that are linked to without their words."""
    most = _OPEN_WHERE_THEY_DIFFER if differ else _OPEN
    shown: list[Line] = []
    left: list[str] = []
    passages = 0
    for one in said:
        if isinstance(one, Passage):
            passages += 1
            if passages > most:
                left.append(one.statement)
                continue
        shown.append(_line(one, map_id, material))
    told = {line.link for line in shown}
    links = dict.fromkeys(material.link(map_id, key) for key in (*left, *ways))
    return Cell(who, tuple(shown), tuple(link for link in links if link not in told))


def _line(said: Said, map_id: str, material: Material) -> Line:
    match said:
        case Stand(verb, text):
            return Line("stand", f"{verb} {text}".strip())
        case Driver(sign, text, main):
            return Line("cause", ENGLISH.say(f"cause.{sign}", cause=text), sign=_SIGNS[sign], main=main)
        case Part(text, valence, main, toward):
            return Line("role", text, main=main, valence=_worth(valence), toward=toward)
        case Attitude(position, word, text):
            return Line("stand", f"{word}: {text}" if text else word, sign=_ATTITUDES[position])
        case Use(text):
            return Line("use", text)
        case Remark(text):
            return Line("remark", text)
        case Absence(text):
            return Line("absence", text)
        case Passage(text, note, quote, at, statement):
            link = material.link(map_id, statement) if statement else None
            return Line("passage", text, note=note, quote=quote, at=at, link=link)


def _worth(valence: int) -> str:
    return "friendly" if valence > 0 else "hostile" if valence < 0 else "neutral"
