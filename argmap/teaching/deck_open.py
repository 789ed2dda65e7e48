"""What a map says its author leaves open: hedges, unanswered objections and doubts, what the article does not state."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from argmap.diagram.boxes import Box as Drawn
from argmap.diagram.boxes import Diagram, Seen
from argmap.languages import Words
from argmap.model import ArgumentMap
from argmap.teaching.deck import Box, Note, Row, Slide, Text, Tone
from argmap.teaching.deck_notes import MapNotes, asked
from argmap.teaching.deck_room import cut, first_fitting

TALKED_OVER: Final = 6
"""Questions at the end; more cannot be discussed."""

_LONGEST: Final = 150
_ATTACKS: Final = frozenset({"attack", "undercut"})


@dataclass(frozen=True, slots=True)
class _Open:
    """One thing left open: the word for it, its colour, the statement, and what it may be asked by."""

    bar: str
    tone: Tone
    seen: Seen
    question: str


def open_slides(m: ArgumentMap, diagram: Diagram, words: Words, notes: MapNotes) -> tuple[Slide, ...]:
    """The last slides of a map: what it marks as open, as far as there is room, and questions to discuss."""
    found = list(_left_open(diagram, words))
    title = words.say("deck.open", who=m.name)
    said = Note(words["deck.article_says"], tuple(notes.line(key) for key in dict.fromkeys(o.seen.key for o in found)))
    if not found:
        row = Row((Box((Text(words["deck.nothing_open"]),)),))
        return (Slide("open", title, (row,)),)
    slide = Slide("open", title, (), (said,))
    slide = filled(slide, [_row(o, n) for n, o in enumerate(found)], words)
    questions = list(dict.fromkeys(o.question for o in found))
    talk = Slide("discussion", words["deck.discussion"], (), (Note(words["deck.ask"], tuple(questions)),))
    return slide, filled(talk, question_rows(questions[:TALKED_OVER]), words)


def question_rows(questions: list[str]) -> list[Row]:
    """A numbered question a row, each in its step."""
    return [Row((Box((Text(q),), "plain", n),), f"{n + 1}") for n, q in enumerate(questions)]


def filled(slide: Slide, rows: list[Row], words: Words) -> Slide:
    """The slide with as many rows as fit it, and the number of the others; the notes have all."""

    def holding(shown: int) -> Slide:
        left = len(rows) - shown
        more = (Row((Box((Text(words.say("sheet.more", n=left), "small"),), "plain", shown),)),) if left else ()
        return replace(slide, rows=(*rows[:shown], *more))

    return first_fitting(map(holding, range(len(rows), 0, -1)))


def _row(o: _Open, step: int) -> Row:
    text = f"{o.seen.short}  {cut(o.seen.label, _LONGEST)}".strip()
    limits = (Text(o.seen.qualified, "small"),) if o.seen.qualified else ()
    return Row((Box((Text(text), *limits), "claim", step),), o.bar, o.tone)


def _left_open(diagram: Diagram, words: Words) -> Iterator[_Open]:
    """Objections and doubts without an answer first, then what is assumed, then what is only possible or likely.

    What counts against an objection is the author's reply, and leaves nothing open.
    """
    boxes = list(diagram.walk())
    against = {box.name for root in diagram.roots for box in _against(root)}
    for box in boxes:
        if box.kind in _ATTACKS and box.name in against and not _answered(box):
            bar = words["map.but" if box.kind == "attack" else "map.unless"]
            for s in box.statements:
                if not s.see:
                    yield _Open(bar, "attack" if box.kind == "attack" else "undercut", s, _asks(s, "open", words))
    for box in boxes:
        for s in box.statements:
            if s.type == "assumption" and not s.see:
                yield _Open(words["map.legend.assumed_mark"], "condition", s, _asks(s, "assumed", words))
    for box in boxes:
        for s in box.statements:
            if s.qualified and not s.see and _hedged(s, words):
                yield _Open(_hedged(s, words), "undetermined", s, _asks(s, "hedged", words))


def _asks(s: Seen, what: str, words: Words) -> str:
    return words.say(f"deck.ask_{what}", claim=asked(s))


def _against(root: Drawn) -> Iterator[Drawn]:
    """The boxes of a tree that speak against what stands at its top: beneath an odd number of objections."""
    waiting = [(root, False)]
    while waiting:
        box, turned = waiting.pop()
        if turned:
            yield box
        waiting += [(child, turned ^ (child.kind in _ATTACKS)) for child in box.children]


def _answered(box: Drawn) -> bool:
    return any(child.kind in _ATTACKS for child in box.children)


def _hedged(s: Seen, words: Words) -> str:
    """``possible`` or ``likely``, where the author says no more than that; else ""."""
    first = s.qualified.partition(" · ")[0]
    return next((words[key] for key in ("map.possible", "map.likely") if words[key] == first), "")
