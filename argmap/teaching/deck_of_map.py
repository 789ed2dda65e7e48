"""One map as slides: what it argues, a slide for each branch, and what its author leaves open."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from argmap.diagram.boxes import Box as Drawn
from argmap.diagram.boxes import BoxKind, Diagram, Level, Seen
from argmap.diagram.of_map import diagram_of_map
from argmap.languages import Words
from argmap.model import ArgumentMap
from argmap.teaching.deck import Box, Deck, Note, Row, Slide, Text, Tone
from argmap.teaching.deck_notes import MapNotes
from argmap.teaching.deck_open import open_slides
from argmap.teaching.deck_room import CUT, cut, fits, parted, readable, restepped

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

_DEEPEST: Final = 3
"""Steps below the claim of a slide; who follows more of them at once has lost the first."""


def deck_of_map(m: ArgumentMap, *, level: Level = "title", words: Words, title: str = "") -> Deck:
    """The slides of a map.

    Every statement of the map stands on a slide in full or is counted where it hangs, with the slide that shows it
    following; evidence that is a line in the foot of its claim stands there.

    Args:
        m: The map.
        level: What stands in a box: its label, its sentence, or its quotation too.
        words: The fixed words.
        title: Of the deck; the article's, if none is said.
    """
    diagram = diagram_of_map(m, level=level, words=words)
    said = title or m.article.title or m.title or m.id
    notes = MapNotes(m, diagram, words)
    slides = [_title(m, said, words, notes)]
    slides += _overview(m, diagram, words, notes)
    for root in diagram.roots:
        slides += _Branches(words, notes).under(root)
    slides += open_slides(m, diagram, words, notes)
    slides = [readable(slide) for slide in slides]
    shortened = sum(text.endswith(CUT) for slide in slides for text in slide.texts())
    return Deck(f"{m.id}-slides", said, tuple(slides), words["map.wording"], words.code, cut=shortened)


def _title(m: ArgumentMap, title: str, words: Words, notes: MapNotes) -> Slide:
    a = m.article
    lines = [Text(words.listed(list(a.authors)) if a.authors else m.name, "bold")]
    lines += [Text(", ".join(part for part in (a.publisher, a.date) if part))] if a.publisher or a.date else []
    lines += [Text(words.say("sheet.map_called", title=m.title), "small")] if m.title and m.title != title else []
    return Slide("title", title, (Row((Box(tuple(lines)),)),), notes.of_title())


def _overview(m: ArgumentMap, diagram: Diagram, words: Words, notes: MapNotes) -> Iterator[Slide]:
    """Each thesis with what bears on it directly; all on one slide if there is room, else a slide for each."""
    groups: list[list[Row]] = []
    step = 0
    for root in diagram.roots:
        rows = [Row((Box(_told(root, words), _TONES[root.kind], step),))]
        for child in root.children:
            step += 1
            rows.append(_row(child, 1, step, words, hidden=below(child)))
        step += 1
        groups.append(rows)
    title = words.say("deck.overview", who=m.name)
    whole = Slide(
        "overview",
        title,
        tuple(row for rows in groups for row in rows),
        notes.of_boxes([box for root in diagram.roots for box in (root, *root.children)]),
    )
    if fits(whole):
        yield whole
        return
    for n, (root, rows) in enumerate(zip(diagram.roots, groups, strict=True), start=1):
        shown = [root, *(child for child in root.children if not child.children)]
        own = title if len(groups) == 1 else words.say("deck.part", title=title, n=n, all=len(groups))
        yield from parted(Slide("overview", own, restepped(rows), notes.of_boxes(shown)), words["deck.part"])


@dataclass(frozen=True, slots=True)
class _Branches:
    """Makes the slides of branches, one after the other in the order of the map."""

    words: Words
    notes: MapNotes

    def under(self, root: Drawn) -> Iterator[Slide]:
        """The slides of all that hangs on a box; a child without anything below it is told by the overview."""
        for child in root.children:
            if child.children:
                yield from self.of(child, _named(root))

    def of(self, head: Drawn, context: str) -> Iterator[Slide]:
        """The slides of one branch: as much as fits one slide, what lies deeper on slides that follow."""
        waiting = [(head, context)]  # no chain is too long
        while waiting:
            box, context = waiting.pop()
            folded = _folded(box, self._opened(box, context))
            whole = self._slide(box, context, folded)
            yield from parted(replace(whole, notes=self._notes(box, folded)), self.words["deck.part"])
            waiting += [(each, _named(box)) for each in reversed(folded.values())]

    def _opened(self, head: Drawn, context: str) -> frozenset[str]:
        """The boxes whose branches are shown: from the top down, of those that stand there the smallest first."""
        opened, refused = frozenset({head.name}), set[str]()
        while True:
            folded = _folded(head, opened)
            depths = {box.name: depth for box, depth in _shown(head, folded)}
            waiting = [box for name, box in folded.items() if name not in refused and depths[name] < _DEEPEST]
            if not waiting:
                return opened
            name = min(waiting, key=below).name
            if fits(self._slide(head, context, _folded(head, opened | {name}))):
                opened |= {name}
            else:
                refused.add(name)

    def _slide(self, head: Drawn, context: str, folded: Mapping[str, Drawn]) -> Slide:
        """The slide, counting what stands below the boxes that are folded."""
        tone = _TONES[head.kind] if head.kind == "thesis" else "claim"
        rows = [Row((*_boxes(head, 0, self.words, tone),), self._bar(head), _TONES[head.kind])]
        for box, depth in _shown(head, folded):
            hidden = below(box) if box.name in folded else 0
            rows.append(_row(box, depth, len(rows), self.words, hidden=hidden))
        where = self.words.say("deck.branch", what=context) if context else ""
        title = cut(head.statements[-1].label.rstrip("."), 90) if len(head.statements) == 1 else _named(head)
        return Slide("branch", title, tuple(rows), context=where)

    def _notes(self, head: Drawn, folded: Mapping[str, Drawn]) -> tuple[Note, ...]:
        return self.notes.of_boxes([head, *(box for box, _ in _shown(head, folded))])

    def _bar(self, head: Drawn) -> str:
        return _bar(head, self.words)


def _shown(head: Drawn, folded: Container[str]) -> Iterator[tuple[Drawn, int]]:
    """The boxes below one, each with how many steps; of those that are folded only they themselves."""
    waiting = [(child, 1) for child in reversed(head.children)]
    while waiting:
        box, depth = waiting.pop()
        yield box, depth
        if box.name not in folded:
            waiting += [(child, depth + 1) for child in reversed(box.children)]


def _folded(head: Drawn, opened: Container[str]) -> dict[str, Drawn]:
    """The boxes that are there, but not what stands below them."""
    found, waiting = {}, list(reversed(head.children))
    while waiting:
        box = waiting.pop()
        if box.name in opened:
            waiting += reversed(box.children)
        elif box.children:
            found[box.name] = box
    return found


def below(box: Drawn) -> int:
    """How many statements hang on a box, each counted once."""
    found = {key for child in box.children for each in child.walk() for key in each.shown()}
    return len(found)


def _row(box: Drawn, depth: int, step: int, words: Words, *, hidden: int = 0) -> Row:
    if hidden:  # what is cited for it stands on the slide of its own branch
        box = replace(box, statements=tuple(replace(s, evidence=()) for s in box.statements))
    boxes = _boxes(box, step, words, "claim")
    if hidden:
        more = Text(words.say("map.below_here", n=hidden), "small")
        boxes = (*boxes[:-1], replace(boxes[-1], texts=(*boxes[-1].texts, more)))
    return Row(boxes, _bar(box, words), _TONES[box.kind], depth)


def _bar(box: Drawn, words: Words) -> str:
    if box.kind not in _BARS:
        return ""
    bar = words[f"map.{_BARS[box.kind]}"]
    return words.say("map.together", word=bar) if len(box.statements) > 1 else bar


def _boxes(box: Drawn, step: int, words: Words, tone: Tone) -> tuple[Box, ...]:
    """A box for each statement; linked ones come side by side in one step, for they only work together."""
    return tuple(
        Box((*(_bearing(box) if n == 0 else ()), *_seen(s, words)), tone, step) for n, s in enumerate(box.statements)
    )


def _told(box: Drawn, words: Words) -> tuple[Text, ...]:
    return tuple(text for s in box.statements for text in _seen(s, words))


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


def _named(box: Drawn) -> str:
    """What a box is called where another slide refers to it."""
    return " + ".join(cut(s.label.rstrip("."), 70) for s in box.statements)
