"""The branches of a map as slides: as much of each as one slide holds, small ones together, the rest on the next."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from argmap.diagram.boxes import Box as Drawn
from argmap.languages import Words
from argmap.teaching.deck import Note, Row, Slide
from argmap.teaching.deck_notes import MapNotes
from argmap.teaching.deck_room import first_fitting, fits, parted
from argmap.teaching.deck_rows import (
    below,
    folded_under,
    head_again,
    head_row,
    named,
    row_of,
    shown,
    title_of,
    together,
)

_DEEPEST: Final = 3
"""Steps below the claim of a slide; who follows more of them at once has lost the first."""

_Folded = Mapping[str, Drawn]
"""Boxes that are shown without what lies below them, by name."""


@dataclass(frozen=True, slots=True)
class Branches:
    """Makes the slides of branches, one after the other in the order of the map."""

    words: Words
    notes: MapNotes

    def under(self, root: Drawn) -> Iterator[Slide]:
        """The slides of all that hangs on a box; a child without anything below it is told by the overview."""
        waiting = list(reversed(self._together(list(folded_under(root, ()).values()), named(root))))
        while waiting:  # no chain is too long
            heads, context = waiting.pop()
            folded = folded_under(heads[0], self._opened(heads[0], context)) if len(heads) == 1 else {}
            whole = first_fitting(self._slide(heads, context, folded, spoken=spoken) for spoken in (True, False))
            whole = replace(whole, notes=self._notes(heads, folded))
            yield from parted(whole, self.words["deck.part"], again=[head_again(heads[0], self.words)])
            waiting += reversed(self._together(list(folded.values()), named(heads[0])))

    def _together(self, heads: Sequence[Drawn], context: str) -> list[tuple[tuple[Drawn, ...], str]]:
        """The branches, small ones together, with what they stand under."""
        return [(group, context) for group in together(heads, lambda some: self._whole(some, context))]

    def _whole(self, heads: Sequence[Drawn], context: str) -> bool:
        """Whether one slide holds all of some branches."""
        depth = max(depth for head in heads for _, depth in shown(head, ()))
        return depth <= _DEEPEST and fits(self._slide(heads, context, {}))

    def _opened(self, head: Drawn, context: str) -> frozenset[str]:
        """The boxes whose branches are shown: from the top down, of those that stand there the smallest first."""
        opened, refused = frozenset({head.name}), set[str]()
        while True:
            folded = folded_under(head, opened)
            depths = {box.name: depth for box, depth in shown(head, folded)}
            waiting = [box for name, box in folded.items() if name not in refused and depths[name] < _DEEPEST]
            if not waiting:
                return opened
            name = min(waiting, key=below).name
            if fits(self._slide((head,), context, folded_under(head, opened | {name}))):
                opened |= {name}
            else:
                refused.add(name)

    def _slide(self, heads: Sequence[Drawn], context: str, folded: _Folded, *, spoken: bool = True) -> Slide:
        """The slide, counting what stands below the boxes that are folded."""
        rows: list[Row] = []
        for head in heads:
            rows.append(head_row(head, len(rows), self.words, self.notes.m if spoken else None))
            for box, depth in shown(head, folded):
                rows.append(row_of(box, depth, len(rows), self.words, folded=box.name in folded))
        where = self.words.say("deck.branch", what=context)
        return Slide("branch", title_of(heads), tuple(rows), context=where, tells=tuple(head.name for head in heads))

    def _notes(self, heads: Sequence[Drawn], folded: _Folded) -> tuple[Note, ...]:
        boxes = [each for head in heads for each in (head, *(box for box, _ in shown(head, folded)))]
        return self.notes.of_boxes(boxes, heads=[head.name for head in heads])
