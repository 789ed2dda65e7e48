"""The marks in use on a butterfly, each with its meaning, as cells of the middle column."""

from collections.abc import Iterable, Iterator

from argmap.diagram.boxes import Box, BoxKind
from argmap.diagram.butterfly import Answering, Butterfly
from argmap.diagram.sheet import Driver, Part
from argmap.languages import Words
from argmap.renderers.butterfly_cells import BARS, SIGNS
from argmap.renderers.cells import Block, Cell, Setter
from argmap.renderers.markup import bar_of
from argmap.renderers.table_markup import Frame

_KINDS: tuple[BoxKind, ...] = ("support", "attack", "undercut", "condition")


def legend(page: Butterfly, setter: Setter, words: Words, left: float, width: float) -> Iterator[Cell]:
    """A cell for each mark, top to bottom; bars show as bars."""
    s, t = setter.style, setter.theme
    boxes = list(_boxes(page))
    for kind in _KINDS:
        if any(box.kind == kind for box in boxes):
            accent = bar_of(kind, t)
            border = t.ink if accent.bar == t.foot else t.bar_border or accent.bar
            inset = round(s.small / 2)
            word = setter.lines(words[f"map.{BARS[kind]}"], "bold", s.foot, accent.text, width, align="center")
            bar = Block(word, frame=Frame(1, "solid", border, accent.bar), inset=inset)
            meant = setter.lines(words[f"butterfly.{kind}"], "plain", s.foot, t.muted, width)
            yield Cell(left, width, (bar, Block(meant, above=1)))
    for text in _notes(page, boxes, words):
        yield Cell(left, width, (Block(setter.lines(text, "plain", s.foot, t.muted, width)),))


def _notes(page: Butterfly, boxes: list[Box], words: Words) -> Iterator[str]:
    answers = [said for wing in page.wings for a in wing.answers for said in a.said]
    answers += [said for wing in page.wings for said in wing.also]
    yield from _shapes(answers, words)
    seen = [s for box in boxes for s in box.statements]
    tops = [b for wing in page.wings for a in wing.answers for b in a.branches]
    if any(len(box.statements) > 1 and box.kind == "support" for box in boxes):
        yield f"{words.say('map.together', word=words['map.because'])}: {words['butterfly.together']}"
    if any(s.type == "assumption" for s in seen):
        yield words["butterfly.assumed"]
    if any(s.said_by for s in seen) or any(b.seen.said_by for b in tops):
        yield words["butterfly.reported"]
    if any(s.evidence for s in seen) or any(b.seen.evidence for b in tops):
        yield words["butterfly.evidence"]
    if any(s.see for s in seen):
        yield words.say("butterfly.see", id=next(s.short for s in seen if s.see))
    if any(box.hidden for box in boxes) or any(b.hidden for b in tops):
        yield words["butterfly.hidden"]


def _shapes(answers: Iterable[Answering], words: Words) -> Iterator[str]:
    answers = list(answers)
    valences = {said.valence for said in answers if isinstance(said, Part)}
    shapes = [
        words[f"sheet.{name}"] for sign, name in ((1, "friendly"), (0, "neither"), (-1, "hostile")) if sign in valences
    ]
    if shapes:
        yield " · ".join(shapes)
    signs = {said.sign for said in answers if isinstance(said, Driver)}
    found = [f"{SIGNS[sign]} {words[f'sheet.{sign}']}" for sign in SIGNS if sign in signs]
    if found:
        yield " · ".join(found)


def _boxes(page: Butterfly) -> Iterator[Box]:
    for wing in page.wings:
        for answer in wing.answers:
            for branch in answer.branches:
                for box in branch.seen.below:
                    yield from box.walk()
