"""What a sheet of a map says in words: its heading, its description, and its boxes read aloud."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from argmap.diagram.boxes import ABOVE, Box, BoxKind, Diagram, Focus, Seen, Step
from argmap.diagram.sources import source_line
from argmap.languages import Words
from argmap.layout.paper import Paper
from argmap.layout.sheets import Sheet
from argmap.model import ArgumentMap
from argmap.renderers.maps.legend import Heading
from argmap.renderers.maps.markup import BARS, folded_line, notes_of
from argmap.typesetting import display_width

_COUNTED: Final[tuple[BoxKind, ...]] = ("thesis", "support", "attack", "undercut", "condition")

_LINE: Final = 72
"""Columns for what a sheet is about where that is more than one statement: all stand below in any case."""

_TOLD: Final = 4
"""Steps that the way up is told in; of more, the top and the last are told, and those between counted."""


@dataclass(frozen=True, slots=True)
class MapWords:
    """The words around the boxes of one map, in one language."""

    m: ArgumentMap
    words: Words

    def heading(self, sheet: Sheet, of: int, diagram: Diagram) -> Heading:
        """The heading of a sheet; of several, each says which branch it holds."""
        w = self.words
        notes = [w["map.wording"]]
        if diagram.left_out:
            notes.append(w.counted("map.left_out", diagram.left_out))
        if diagram.focus and diagram.focus.elsewhere:
            others = w.listed(diagram.focus.elsewhere)
            notes.append(w.say("map.also", which=diagram.focus.called, others=others))
        if sheet.rest[0]:
            notes.append(w.counted("map.rest", sheet.rest[0], sheet=sheet.rest[1]))
        focus = self._top(diagram.focus, diagram.roots[0]) if diagram.focus else ""
        about = focus if focus and not sheet.heads else self._about(sheet)
        if of > 1:
            about = w.say("map.sheet_of", number=sheet.number, of=of, about=about)
        source = source_line(self.m.article, self.words)
        return Heading(self.title, about if of > 1 else focus, source, tuple(notes), self._path(sheet, diagram.focus))

    @property
    def title(self) -> str:
        """What the map is called."""
        return self.m.title or self.m.article.title or self.m.id

    def likely_heading(self, roots: Sequence[Box], diagram: Diagram, number: int) -> Heading:
        """The heading these trees will have if they get a sheet of their own, as long as a `number` can make it."""
        branches = len(roots) == 1 or any(root.kind == "context" for root in roots)
        others = not branches and len(roots) < len(diagram.roots)  # which the heading says stand elsewhere
        rest = (len(self.m.statements), number) if others else (0, 0)
        return self.heading(Sheet(number, tuple(roots), tuple(roots) if branches else (), rest), number, diagram)

    def all(self) -> str:
        """Every text that a drawing of the map may show."""
        said = [t for s in self.m.statements.values() for t in (s.text, s.label, s.quote, s.voice) if t]
        fixed = [words for key, words in self.words.table.items() if key.startswith("map.")]
        return " ".join([self.m.title or "", source_line(self.m.article, self.words), *said, *fixed])

    def _about(self, sheet: Sheet) -> str:
        if sheet.heads:
            return self._heads([[s for s in head.statements if not s.context] for head in sheet.heads])
        if all(root.kind == "loose" for root in sheet.roots):
            return self.words["map.apart"]
        return self.words["map.overview" if sheet.number == 1 else "map.overview_continued"]

    def _heads(self, heads: Sequence[Sequence[Seen]]) -> str:
        """What a sheet is about: its branches by id, as many of them as fit a line, from the first, in words too."""
        in_words = [", ".join(map(self._brief, head)) for head in heads]
        if sum(map(len, heads)) == 1 or not all(s.short for head in heads for s in head):
            return "; ".join(in_words)
        ids = [", ".join(s.short for s in head) for head in heads]
        ways = ("; ".join((*in_words[:n], *ids[n:])) for n in range(len(heads), 0, -1))
        return next((way for way in ways if display_width(way) <= _LINE), "; ".join(ids))

    def _path(self, sheet: Sheet, focus: Focus | None) -> str:
        """How what a branch stands under bears on a top, on the sheet where the branch begins; "" if it is one."""
        if not focus or len(focus.path) < 2 or not any(root.name == ABOVE for root in sheet.roots):
            return ""
        steps = list(map(self._step, focus.path))
        if (between := len(steps) - _TOLD) > 1:
            steps[1 : 1 + between] = [self.words.counted("map.steps", between)]
        return self.words.say("map.path", path=" · ".join(steps))

    def _step(self, step: Step) -> str:
        """A step in a few words, with all that a reader must know of what it comes to."""
        said = " + ".join(self._brief(s).replace(f"{s.short} ", f"{s.short}\u00a0", 1) for s in step.statements)
        if step.kind not in BARS:
            return said
        bar = self.words[BARS[step.kind]]
        bar = self.words.say("map.together", word=bar) if step.together else bar
        return f"{bar} ".replace(" ", "\u00a0") + said

    def _brief(self, s: Seen) -> str:
        """A statement in a line of other words: what it is called, and whatever keeps it from being misread."""
        label = s.label.rstrip(".")
        named = f"{s.short} {label}" if s.short else self.words.say("map.called", words=label)
        notes = notes_of(s, self.words)
        return f"{named} ({'; '.join(notes)})" if notes else named

    def _top(self, focus: Focus, root: Box) -> str:
        return next(self._brief(s) for s in root.statements if s.key == focus.key)

    def description(
        self, sheet: Sheet, version: str, notes: Sequence[str] = (), paper: Paper | None = None, pt: float = 0
    ) -> str:
        """What somebody who does not see the drawing should know first.

        Args:
            sheet: What is drawn.
            version: Of the map.
            notes: What the heading says besides title and source.
            paper: What it is made for, and how large its running text is there; nothing is said of endless paper.
            pt: That size.
        """
        w = self.words
        boxes = [box for root in sheet.roots for box in root.walk() if not any(s.context for s in box.statements)]
        counted = [
            w.counted(f"map.count.{kind}", count)
            for kind in _COUNTED
            if (count := sum(box.kind == kind for box in boxes))
        ]
        source = source_line(self.m.article, self.words)
        parts = [
            f"{source}." if source else "",
            w.say("map.shown", what=w["list.between"].join(counted)) if counted else "",
        ]
        parts += notes
        if paper and not paper.endless:
            parts.append(w.say("map.size", pt=f"{pt:.1f}", paper=paper.name))
        parts.append(w.say("map.version", id=self.m.id, version=version))
        return " ".join(part for part in parts if part)

    def sentences(self, sheet: Sheet) -> dict[str, str]:
        """Each box by name, as a sentence, in reading order."""
        return {box.name: self.sentence(box) for root in sheet.roots for box in root.walk()}

    def sentence(self, box: Box) -> str:
        """A box: what it is to the one above, what it says, and how much more there is below."""
        first = box.statements[0]
        role = box.role
        if box.kind == "context" and first.sheet:
            role = self.words.say("map.role_from", role=role, sheet=first.sheet)
        said = "; ".join(self._said(s, role) for s in box.statements)
        return " ".join(part for part in (said, self._folded(box)) if part)

    def alone(self, box: Box) -> str:
        """A box whose statements are joined to others elsewhere, as a sentence."""
        return "; ".join(self._said(s, "") for s in box.statements)

    def _folded(self, box: Box) -> str:
        if box.hidden:
            return self.words.counted("map.more_on", box.hidden, sheet=box.sheet)
        if box.beyond:
            return self.words.counted("map.more", box.beyond)
        line = folded_line(box, self.words)
        return f"{line[0].upper()}{line[1:]}." if line else ""

    def _said(self, s: Seen, role: str) -> str:
        w = self.words
        notes = notes_of(s, w)[1 if s.qualified else 0 :]
        again = [w["map.context"]] if s.context else []
        named = w["list.between"].join(part for part in (s.short, role, *again, *notes) if part)
        qualified = f" ({s.qualified})" if s.qualified else ""
        quoted = f" {s.quote}" if s.quote else ""
        cited = f" {w.say('map.evidence', what='; '.join(s.evidence))}" if s.evidence else ""
        return f"{named}: {s.text}{qualified}{quoted}{cited}"
