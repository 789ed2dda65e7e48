"""One map as slides: what it argues, a slide for each branch, and what its author leaves open."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from argmap.diagram.boxes import Box as Drawn
from argmap.diagram.boxes import Diagram, Level
from argmap.diagram.of_map import diagram_of_map
from argmap.languages import Words
from argmap.model import ArgumentMap
from argmap.teaching.deck import Box, Deck, Row, Slide, Text
from argmap.teaching.deck_branches import Branches
from argmap.teaching.deck_notes import MapNotes
from argmap.teaching.deck_open import open_slides
from argmap.teaching.deck_room import CUT, first_fitting, fits, parted, readable
from argmap.teaching.deck_rows import (
    below,
    folded_under,
    head_again,
    head_row,
    numbered,
    row_of,
    shown,
    title_of,
    together,
)


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
        slides += Branches(words, notes).under(root)
    slides += open_slides(m, diagram, words, notes)
    slides = [readable(slide) for slide in numbered(slides)]
    shortened = sum(text.endswith(CUT) for slide in slides for text in slide.texts())
    return Deck(f"{m.id}-slides", said, tuple(slides), words["map.wording"], words.code, cut=shortened)


def _title(m: ArgumentMap, title: str, words: Words, notes: MapNotes) -> Slide:
    a = m.article
    lines = [Text(words.listed(list(a.authors)) if a.authors else m.name, "bold")]
    lines += [Text(", ".join(part for part in (a.publisher, a.date) if part))] if a.publisher or a.date else []
    lines += [Text(words.say("sheet.map_called", title=m.title), "small")] if m.title and m.title != title else []
    return Slide("title", title, (Row((Box(tuple(lines)),)),), notes.of_title())


def _overview(m: ArgumentMap, diagram: Diagram, words: Words, notes: MapNotes) -> Iterator[Slide]:
    """Each thesis with what bears on it directly: on one slide, or on several after one with the theses alone."""
    title = words.say("deck.overview", who=m.name)
    whole = replace(_with_reasons(diagram.roots, notes, ""), title=title)
    if fits(whole):
        yield whole
        return
    if len(diagram.roots) > 1:
        rows = [row_of(root, 0, n, words, folded=bool(below(root))) for n, root in enumerate(diagram.roots)]
        theses = Slide("overview", title, tuple(rows), notes.of_boxes(diagram.roots))
        yield from parted(theses, words["deck.part"], repeated=0)
    for roots in together(diagram.roots, lambda some: fits(_with_reasons(some, notes, title))):
        slide = first_fitting(_with_reasons(roots, notes, title, spoken=spoken) for spoken in (True, False))
        yield from parted(slide, words["deck.part"], again=[head_again(roots[0], words)])


def _with_reasons(roots: Sequence[Drawn], notes: MapNotes, context: str, *, spoken: bool = True) -> Slide:
    """Some theses, each with what bears on it directly."""
    rows: list[Row] = []
    boxes: list[Drawn] = []
    for root in roots:
        folded = folded_under(root, ())
        boxes.append(root)
        rows.append(head_row(root, len(rows), notes.words, notes.m if spoken else None))
        for box, depth in shown(root, folded):
            boxes.append(box)
            rows.append(row_of(box, depth, len(rows), notes.words, folded=box.name in folded))
    names = tuple(root.name for root in roots)
    return Slide("overview", title_of(roots), tuple(rows), notes.of_boxes(boxes, heads=names), context, tells=names)
