"""What the speaker of a slide on one map is told: every statement with the article's words, sources, a question."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from argmap.diagram.boxes import Box, Diagram, Seen
from argmap.languages import Words
from argmap.model import ArgumentMap, Source, Statement
from argmap.teaching.deck import Note
from argmap.teaching.deck_room import cut

_ASKED = 110
"""Columns of a claim inside a question."""


@dataclass(frozen=True)
class MapNotes:
    """Notes on the statements of one map."""

    m: ArgumentMap
    diagram: Diagram
    words: Words

    @cached_property
    def _ids(self) -> dict[str, str]:
        return {s.key: s.short for box in self.diagram.walk() for s in box.statements if s.short}

    def of_title(self) -> tuple[Note, ...]:
        """Where the map comes from, and whose words are whose."""
        a = self.m.article
        parts = (self.words.listed(list(a.authors)), a.title or "", a.publisher or "", a.date or "", a.url or "")
        article = ", ".join(part.strip().rstrip(".") for part in parts if part)
        lines = [article] if article else []
        n = len(self.m.statements)
        lines.append(self.words.counted("deck.holds", n, id=self.m.id))
        return (Note(self.words["deck.sources"], tuple(lines)), self.of_use())

    def of_use(self) -> Note:
        """How to use slides and notes."""
        return Note(self.words["deck.use"], (self.words["deck.how"], self.words["map.wording"]))

    def of_boxes(self, boxes: Sequence[Box], *, heads: Container[str] = ()) -> tuple[Note, ...]:
        """The statements in these boxes in the article's words, what they cite, and what to ask the room.

        Args:
            boxes: In their order on the slide.
            heads: The names of those whose reasons appear one by one.
        """
        seen = [s for box in boxes for s in box.statements if not s.context]
        keys = list(dict.fromkeys(key for s in seen for key in (s.key, *s.folded)))
        said = Note(self.words["deck.article_says"], tuple(self.line(key) for key in keys))
        found = [Note(self.words["deck.ask"], tuple(dict.fromkeys(self._questions(boxes, heads)))), said]
        if held := [self.line(key) for key in keys if self.m.statements[key].certainty != "asserted"]:
            found.append(Note(self.words["deck.hedges"], tuple(held)))
        if cited := self.sources(keys):
            found.append(Note(self.words["deck.sources"], cited))
        return tuple(note for note in found if note.lines)

    def line(self, key: str) -> str:
        """A statement in full: id, who says it, the mapper's sentence, the article's words and place, its limits."""
        s = self.m.statements[key]
        who = "" if s.by_author else f"{self.words.say('map.says', who=self._voice(s))}: "
        id_ = self._ids.get(key, "")
        parts = [f"{id_} {who}{s.text}".strip(), f"“{s.quote}”" if s.quote else "", ", ".join(s.at)]
        limits = [self.words[f"map.{s.certainty}"]] if s.certainty != "asserted" else []
        limits += [self.words["map.not_stated"]] if s.type == "assumption" else []
        limits += [self.words.say("map.condition", which=self.words.listed(self._called(s)))] if s.if_ else []
        limits += [part for part in (s.when, s.where) if part]
        return " ".join(part for part in parts if part) + (f" ({'; '.join(limits)})" if limits else "")

    def sources(self, keys: Iterable[str]) -> tuple[str, ...]:
        """What some statements cite, each source once."""
        names = dict.fromkeys(name for key in keys for name in self.m.statements[key].sources)
        return tuple(cited(self.m.source(name), name, self.words) for name in names)

    def _voice(self, s: Statement) -> str:
        actor = self.m.codebook.actors.get(s.voice) if self.m.codebook else None
        return actor.name if actor else s.voice

    def _called(self, s: Statement) -> list[str]:
        return [self._ids.get(key, key) for key in s.if_]

    def _questions(self, boxes: Sequence[Box], heads: Container[str]) -> Iterator[str]:
        """What to ask before the next step is shown, or after the last."""
        say = self.words.say
        for box in boxes:
            if box.name in heads and box.children:
                yield say("deck.ask_reason", claim=asked(box.statements[-1]))
        for box in boxes:
            for s in box.statements:
                if s.type == "assumption" and not s.see:
                    yield say("deck.ask_assumed", claim=asked(s))
            if box.name not in heads and box.kind in ("attack", "undercut"):
                yield say(f"deck.ask_{box.kind}", claim=asked(box.statements[0]))
        joined = next(
            (box for box in boxes if box.name not in heads and box.kind == "support" and len(box.statements) > 1), None
        )
        if joined:
            yield say("deck.ask_together", claim=asked(joined.statements[0]))


def asked(s: Seen) -> str:
    """A claim as it stands within a question."""
    return cut(s.label.rstrip("."), _ASKED)


def cited(source: Source | None, key: str, words: Words) -> str:
    """A source in full: how it is cited, its title, who published it, where it is found."""
    if source is None:
        return key
    authors = words.listed(list(source.authors)) if source.authors else ""
    parts = (authors, source.title or "", source.publisher or "", source.date or "", source.url or "")
    return f"{source.citation(key)}: {', '.join(part for part in parts if part)}"
