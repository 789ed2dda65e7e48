"""A fill-in sheet as nested lists with inputs; the key is the same lists with the answers in the inputs' places."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from argmap.diagram.boxes import Box, BoxKind, Seen
from argmap.errors import DrawingFailed
from argmap.hypertext.worksheet.page import page
from argmap.languages import ENGLISH, Words
from argmap.teaching.worksheet import BlankKind, Worksheet
from argmap.teaching.worksheet_bank import GROUPS

_WORDS: Final[Mapping[BoxKind, str]] = {
    "support": "map.because",
    "attack": "map.but",
    "undercut": "map.unless",
    "condition": "map.if",
    "loose": "map.not_connected",
}

_DEEPEST: Final = 150
"""Steps of a list within lists; no drawing has more either."""


@dataclass(frozen=True, slots=True)
class Field:
    """A blank as the page has it; `answer` is "" on the sheet, whatever it is."""

    number: int
    kind: BlankKind
    lines: int
    group: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Cite:
    """A line of evidence, and the blank for its source."""

    text: str
    blank: Field | None


@dataclass(frozen=True, slots=True)
class Part:
    """A statement with what stands under it; `blank` if its words are asked for."""

    text: str
    blank: Field | None
    notes: tuple[str, ...]
    quote: str
    see: bool
    evidence: tuple[Cite, ...]
    below: tuple["Item", ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A box: the word that joins it to what stands above, or the blank for that, and its statements."""

    kind: BoxKind
    bar: str
    blank: Field | None
    parts: tuple[Part, ...]
    doubts: tuple["Item", ...]


def build_fill_in(sheet: Worksheet, *, key: bool = False, words: Words = ENGLISH) -> str:
    """The page of a worksheet, or of its key, as one file of HTML.

    Nothing of an answer but the words of the bank is in the sheet; which word goes where is in the key alone.

    Args:
        sheet: The worksheet.
        key: Whether the answers stand in their places.
        words: The fixed words.

    Raises:
        DrawingFailed: The map is too deep for a page.
    """
    fields = {b.number: Field(b.number, b.kind, b.lines, _GROUP[b.kind], b.answer if key else "") for b in sheet.blanks}
    if key:
        relations = {"because": words["map.because"], "but": words["map.but"]}
        fields = {n: _in_words(f, relations) for n, f in fields.items()}
    roots = sheet.diagram(words=words).roots
    if any(_depth(root) > _DEEPEST for root in roots):
        raise DrawingFailed(f"the map {sheet.map.id!r} is more than {_DEEPEST} steps deep; no page holds that")
    of = fields.get
    bank = [
        {"group": group, "title": words[f"worksheet.bank_{group}"], "words": [e.text for e in entries]}
        for group in GROUPS
        if (entries := [e for e in sheet.bank() if e.group == group])
    ]
    roles = [(row, of(row.number)) for row in sheet.rows()]
    return page(
        "fill_in.html",
        {
            "title": sheet.map.title or sheet.map.name,
            "items": [_item(root, of, words) for root in roots],
            "roles": roles,
            "bank": bank,
            "wrong_words": bool(sheet.wrong),
            "tasks": list(_tasks(sheet, words)),
            "source": _source(sheet, words),
            "code": words.say("worksheet.code", code=sheet.map.id, seed=sheet.seed, difficulty=sheet.difficulty),
        },
        count=len(fields),
        file=f"{sheet.map.id}-{sheet.seed}",
        key=key,
        words=words,
    )


_GROUP: Final[Mapping[BlankKind, str]] = {
    "claim": "claims",
    "co-premise": "claims",
    "source": "sources",
    "role": "roles",
    "relation": "",
}


def _in_words(field: Field, relations: Mapping[str, str]) -> Field:
    if field.kind != "relation":
        return field
    return Field(field.number, field.kind, field.lines, field.group, relations.get(field.answer, field.answer))


def _depth(root: Box) -> int:
    deepest, waiting = 0, [(root, 1)]
    while waiting:
        box, depth = waiting.pop()
        deepest = max(deepest, depth)
        waiting += [(child, depth + 1) for child in box.children]
    return deepest


Fields = Callable[[int], Field | None]


def _item(box: Box, of: Fields, words: Words) -> Item:
    word = words[_WORDS[box.kind]] if box.kind in _WORDS else ""
    if len(box.statements) > 1 and word:
        word = words.say("map.together", word=word)
    return Item(
        box.kind,
        "" if box.blank else word,
        of(box.blank),
        tuple(_part(s, of, words) for s in box.statements),
        tuple(_item(doubt, of, words) for doubt in box.doubts),
    )


def _part(s: Seen, of: Fields, words: Words) -> Part:
    notes = [words["map.not_stated"]] if s.type == "assumption" else []
    notes += [words.say("map.says", who=s.said_by)] if s.said_by else []
    notes += [s.qualified] if s.qualified else []
    cites = s.cites or (0,) * len(s.evidence)
    evidence = tuple(Cite(text, of(number)) for text, number in zip(s.evidence, cites, strict=True))
    below = tuple(_item(box, of, words) for box in s.below)
    return Part(s.text, of(s.blank), tuple(notes), s.quote, s.see, evidence, below)


def _tasks(sheet: Worksheet, words: Words) -> Iterator[str]:
    """What is to be done, for each kind of blank there is."""
    said = {"claim": "claims", "co-premise": "claims", "relation": "", "source": "sources", "role": "parts"}
    kinds = dict.fromkeys(said[blank.kind] for blank in sheet.blanks)
    for kind in kinds:
        yield words[f"worksheet.{kind}"] if kind else words["screen.relations"]


def _source(sheet: Worksheet, words: Words) -> str:
    a = sheet.map.article
    title = f"“{a.title}”" if a.title else ""
    parts = (words.listed(a.authors) if a.authors else "", title, a.publisher, a.date)
    said = ", ".join(part.strip().rstrip(".") for part in parts if part)
    return f"{said}." if said else ""
