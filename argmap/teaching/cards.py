"""A map on cards to cut out: what each card says, and a key that tells where it belongs.

The cards are numbered in an order of chance. They say what a map claims and nothing of how it is built: not what kind
of statement it is, nor what it bears on, nor what the map calls it. Who says it and how surely stays with it: reported
speech is no view of the author, in pieces neither.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from argmap.diagram.boxes import BoxKind
from argmap.diagram.calling import ids_of, label_of, short_ids
from argmap.diagram.limits import BETWEEN
from argmap.diagram.reading_order import Visit, Walk
from argmap.graph import attached, edges_under
from argmap.languages import ENGLISH, Words
from argmap.model import ArgumentMap, Statement, period_in_words
from argmap.teaching.branch import branch_of
from argmap.teaching.chance import shuffled
from argmap.text import shorten

Wording = Literal["title", "text"]
WORDINGS: Final[tuple[Wording, ...]] = ("title", "text")

LONGEST: Final = 60
"""So many words a card holds."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card to cut out.

    Attributes:
        number: What the key calls it, 0 for a card that needs no name: one of several with the same word.
        text: What it says.
        note: How surely, when, where and who says so, if not the author; or "".
    """

    number: int
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the key: a card, and where it belongs.

    Attributes:
        card: Its number.
        text: What it says.
        depth: Steps below the top.
        kind: What it is to what stands above it.
        partners: The cards it makes one reason with.
        outline: Its place in the outline, ``1.2``.
        short: What drawings call it, ``P3``.
        key: What the map calls it.
        sources: The cards with the sources it rests on.
        again: Whether it stands elsewhere too, further up in the key.
    """

    card: int
    text: str
    depth: int
    kind: BoxKind
    partners: tuple[int, ...]
    outline: str
    short: str
    key: str
    sources: tuple[int, ...] = ()
    again: bool = False


@dataclass(frozen=True, slots=True)
class Cards:
    """A map on cards.

    Attributes:
        map_id: Which map it is.
        name: Whose argument it is.
        source: The article, as a line.
        statements: A card for each statement, by number.
        relations: Cards with a word that says how statements bear on each other, one of each word more than needed.
        sources: A card for each source, by number; they go on from those of the statements.
        places: The key, in the order of the map.
        cut: How many texts are shown in part.
    """

    map_id: str
    name: str
    source: str
    statements: tuple[Card, ...]
    relations: tuple[Card, ...]
    sources: tuple[Card, ...]
    places: tuple[Place, ...]
    cut: int = 0


def cards_of(
    m: ArgumentMap,
    *,
    seed: int = 1,
    wording: Wording = "text",
    sources: bool = False,
    focus: str | None = None,
    words: Words = ENGLISH,
) -> Cards:
    """The cards of a map.

    Args:
        m: The map.
        seed: Another one deals the cards in another order.
        wording: Whether cards say the sentence of a statement or its label.
        sources: Whether there are cards for the sources that statements rest on.
        focus: The statement, by slug or short id, whose branch alone is dealt.
        words: The fixed words.

    Raises:
        UnknownName: There is no such statement to focus on.
    """
    short = short_ids(m)
    m = m if focus is None else branch_of(m, focus)
    visits = Walk(m, "nodes").whole()
    dealt = shuffled(m.statements, seed=seed, choice="cards")
    numbers = {key: n for n, key in enumerate(dealt, start=1)}
    cited = dict.fromkeys(key for s in m.statements.values() for key in s.sources) if sources else {}
    of_sources = {key: n for n, key in enumerate(shuffled(cited, seed=seed, choice="sources"), start=len(dealt) + 1)}
    said = {key: _said(s, wording) for key, s in m.statements.items()}
    return Cards(
        m.id,
        m.name,
        _article(m, words),
        tuple(Card(n, said[key], _note(m, m.statements[key], words)) for key, n in numbers.items()),
        tuple(_relations(m, words)),
        tuple(Card(n, _cited(m, key)) for key, n in of_sources.items()),
        tuple(_places(m, visits, numbers, said, of_sources=of_sources, short=short)),
        sum(text.endswith("…") and text != _whole(m.statements[key], wording) for key, text in said.items()),
    )


def _whole(s: Statement, wording: Wording) -> str:
    return label_of(s) if wording == "title" else s.text


def _said(s: Statement, wording: Wording) -> str:
    return shorten(_whole(s, wording), LONGEST)


def _note(m: ArgumentMap, s: Statement, words: Words) -> str:
    """What limits a statement; on what condition it holds is for the reader to find."""
    parts = [] if s.certainty == "asserted" else [words[f"map.{s.certainty}"]]
    parts += [period_in_words(s.when)] if s.when else []
    parts += [_where(m, s.where)] if s.where else []
    if not s.by_author:
        actor = m.codebook.actors.get(s.voice) if m.codebook else None
        parts.append(words.say("map.says", who=(actor and actor.name) or s.voice))
    return BETWEEN.join(parts)


def _where(m: ArgumentMap, where: str) -> str:
    place = m.codebook.places.get(where) if m.codebook else None
    return place.name if place and place.name else where.replace("-", " ")


def _relations(m: ArgumentMap, words: Words) -> Iterator[Card]:
    """A card for each relation and one more of each word, so that the last ones do not settle themselves."""
    under = [edge for key, s in m.statements.items() for edge in edges_under(key, s)]
    needed = {
        "because": sum(len(s.because) for s in m.statements.values()),
        "but": sum(edge.relation == "but" for edge in under),
        "unless": sum(edge.relation == "unless" for edge in under),
        "if": sum(edge.relation == "if" for edge in under),
    }
    for word, count in needed.items():
        yield from [Card(0, words[f"map.{word}"])] * (count + 1)


def _cited(m: ArgumentMap, key: str) -> str:
    source = m.source(key)
    if not source:
        return key.replace("-", " ")
    parts = (source.citation(key), source.title, source.publisher)
    said = dict.fromkeys(part.strip() for part in parts if part and part.strip())
    return " ".join(part if part.endswith(tuple(".?!。？！")) else f"{part}." for part in said)


def _article(m: ArgumentMap, words: Words) -> str:
    a = m.article
    title = f"“{a.title}”" if a.title else ""
    parts = (words.listed(a.authors) if a.authors else "", title, a.publisher, a.date)
    said = ", ".join(part.strip().rstrip(".") for part in parts if part)
    return f"{said}." if said else ""


def _places(
    m: ArgumentMap,
    visits: Sequence[Visit],
    numbers: Mapping[str, int],
    said: Mapping[str, str],
    *,
    of_sources: Mapping[str, int],
    short: Mapping[str, str],
) -> Iterator[Place]:
    outline = ids_of(m, visits, "outline")
    hanging = attached(m)
    depth: dict[int, int] = {-1: -1}
    for visit in visits:
        depth[visit.index] = depth[visit.upper] + 1  # a doubt stands below the reason it doubts
        for key in visit.keys:
            loose = visit.upper < 0 and key not in hanging
            yield Place(
                numbers[key],
                said[key],
                depth[visit.index],
                "loose" if loose else visit.kind,
                tuple(numbers[other] for other in visit.keys if other != key),
                outline.get(key, ""),
                short.get(key, ""),
                key,
                tuple(of_sources[s] for s in m.statements[key].sources if s in of_sources),
                key in visit.second,
            )
