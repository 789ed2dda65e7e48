"""The boxes of a map as rows of a slide: what a box says, what it is to the one above, and how much lies below it."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from argmap.diagram.boxes import Box as Drawn
from argmap.diagram.boxes import BoxKind, Seen
from argmap.languages import Words
from argmap.model import ArgumentMap
from argmap.teaching.deck import Box, Row, Slide, Text, Tone
from argmap.teaching.deck_room import cut

_TONES: Final[dict[BoxKind, Tone]] = {
    "thesis": "thesis",
    "support": "support",
    "attack": "attack",
    "undercut": "undercut",
    "condition": "condition",
    "loose": "claim",
    "context": "claim",
}
_BARS: Final[dict[BoxKind, str]] = {
    "support": "because",
    "attack": "but",
    "undercut": "unless",
    "condition": "if",
}
_LONGEST: Final = 240
"""Columns of a statement on a slide; the notes have all of it."""

_NUMBER: Final = "00"
"""In place of the number of a slide, which is known when all are there."""

_TITLE: Final = 90
_NAME: Final = 70


def head_row(head: Drawn, step: int, words: Words, m: ArgumentMap | None = None) -> Row:
    """What a slide is about; with its map in whole sentences, also where the boxes below it have labels."""
    spoken = _in_sentences(head, m) if m else head
    return Row(_boxes(spoken, step, words), _bar(head, words), _TONES[head.kind])


def head_again(head: Drawn, words: Words) -> Row:
    """The same on a slide that goes on with it: without what is cited for it."""
    return head_row(_without_evidence(head), 0, words)


def row_of(box: Drawn, depth: int, step: int, words: Words, *, folded: bool = False) -> Row:
    """A box under another; if it is folded, with the number of what lies below it on another slide."""
    if folded:  # what is cited for it stands on the slide of its own branch
        box = _without_evidence(box)
    boxes = _boxes(box, step, words)
    if folded:
        *before, last = boxes
        boxes = (*before, replace(last, texts=(*last.texts, _more(box, words))))
    return Row(boxes, _bar(box, words), _TONES[box.kind], depth)


def shown(head: Drawn, folded: Container[str]) -> Iterator[tuple[Drawn, int]]:
    """The boxes below one, each with how many steps; of those that are folded only they themselves."""
    waiting = [(child, 1) for child in reversed(head.children)]
    while waiting:
        box, depth = waiting.pop()
        yield box, depth
        if box.name not in folded:
            waiting += [(child, depth + 1) for child in reversed(box.children)]


def folded_under(head: Drawn, opened: Container[str]) -> dict[str, Drawn]:
    """The boxes that are there, but not what stands below them, by name; what leads elsewhere is not worth a fold."""
    found, waiting = {}, list(reversed(head.children))
    while waiting:
        box = waiting.pop()
        if box.name in opened or not below(box):
            waiting += reversed(box.children)
        else:
            found[box.name] = box
    return found


def below(box: Drawn) -> int:
    """How many statements hang on a box, each counted once."""
    found = {key for child in box.children for each in child.walk() for key in each.shown()}
    return len(found)


def named(box: Drawn) -> str:
    """What a box is called where another slide refers to it."""
    return " + ".join(cut(s.label.rstrip("."), _NAME) for s in box.statements)


def title_of(heads: Sequence[Drawn]) -> str:
    """The title of a slide on some boxes: what they say."""
    if len(heads) == 1 and len(heads[0].statements) == 1:
        return cut(heads[0].statements[0].label.rstrip("."), _TITLE)
    return " · ".join(map(named, heads))


def together(boxes: Iterable[Drawn], fit: Callable[[tuple[Drawn, ...]], bool]) -> list[tuple[Drawn, ...]]:
    """Boxes that follow each other in groups, each as large as fits one slide."""
    groups: list[tuple[Drawn, ...]] = []
    for box in boxes:
        if groups and fit((*groups[-1], box)):
            groups[-1] += (box,)
        else:
            groups.append((box,))
    return groups


def numbered(slides: Sequence[Slide]) -> list[Slide]:
    """The slides, what is told on another of them with the number of that one."""
    at: dict[str, str] = {}
    for n, slide in enumerate(slides, start=1):
        for name in slide.tells:
            at.setdefault(name, f"{n}")

    def box_of(box: Box) -> Box:
        texts = (
            replace(text, words=text.words.replace(_NUMBER, at[text.leads_to]), leads_to=at[text.leads_to])
            if text.leads_to
            else text
            for text in box.texts
        )
        return replace(box, texts=tuple(texts))

    return [
        replace(slide, rows=tuple(replace(row, boxes=tuple(map(box_of, row.boxes))) for row in slide.rows))
        for slide in slides
    ]


def _more(box: Drawn, words: Words) -> Text:
    return Text(f"{words.say('map.below_here', n=below(box))} → {_NUMBER}", "small", box.name)


def _without_evidence(box: Drawn) -> Drawn:
    return replace(box, statements=tuple(replace(s, evidence=()) for s in box.statements))


def _in_sentences(box: Drawn, m: ArgumentMap) -> Drawn:
    return replace(box, statements=tuple(replace(s, text=m.statements[s.key].text) for s in box.statements))


def _bar(box: Drawn, words: Words) -> str:
    if box.kind not in _BARS:
        return ""
    bar = words[f"map.{_BARS[box.kind]}"]
    return words.say("map.together", word=bar) if len(box.statements) > 1 else bar


def _boxes(box: Drawn, step: int, words: Words) -> tuple[Box, ...]:
    """A box for each statement; linked ones come side by side in one step, for they only work together."""
    tone: Tone = "thesis" if box.kind == "thesis" else "claim"
    return tuple(
        Box((*(_bearing(box) if n == 0 else ()), *_seen(s, words)), tone, step) for n, s in enumerate(box.statements)
    )


def _bearing(box: Drawn) -> tuple[Text, ...]:
    return (Text(box.role, "small"),) if box.bears_on else ()


def _seen(s: Seen, words: Words) -> tuple[Text, ...]:
    """A statement as a slide tells it: who says it if not the author, its words, its limits, what is cited for it."""
    found = [Text(words.say("map.says", who=s.said_by), "small")] if s.said_by else []
    id_ = f"{s.short}  " if s.short else ""
    found.append(Text(f"{id_}{cut(s.text, _LONGEST)}", "bold" if s.type == "thesis" else "plain"))
    limits = [s.qualified] if s.qualified else []
    limits += [words["map.not_stated"]] if s.type == "assumption" else []
    limits += [words.say("map.see", id=s.short or s.called)] if s.see else []
    found += [Text(" · ".join(limits), "small")] if limits else []
    found += [Text(cut(s.quote, _LONGEST), "quote")] if s.quote else []
    found += [Text(f"▪ {cut(line, _LONGEST)}", "small") for line in s.evidence]
    return tuple(found)
