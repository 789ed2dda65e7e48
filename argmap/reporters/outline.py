"""A map as an indented outline: what is claimed, because of what, but against what, unless what.

It tells all that a drawing of the map tells, at level `full`, under the same ids: a drawing's long description.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from argmap.diagram.boxes import Seen
from argmap.diagram.calling import LABEL_WORDS, called, ids_of
from argmap.diagram.reading_order import Walk
from argmap.diagram.sources import source_line
from argmap.diagram.told import Told
from argmap.languages import ENGLISH, Words
from argmap.model import ArgumentMap
from argmap.reporters.ink import Tone, ink
from argmap.reporters.markdown_escape import escape
from argmap.reporters.outline_items import EVIDENCE, Item, items
from argmap.reporters.visible import visible
from argmap.typesetting import display_width, wrap

OutlineIds = Literal["none", "short", "outline", "file"]

OUTLINE_IDS: Final[tuple[OutlineIds, ...]] = ("none", "short", "outline", "file")

NARROWEST: Final = 30  # columns a deeply indented sentence still has; the line then grows beyond the width
CONTEXT: Final = "…"  # behind what was not asked for, and is told in few words
_SHORT, _HANG = 12, 3  # columns of a word that what follows is aligned to; of the indentation after a longer one
DEEPEST: Final = 12  # levels of indentation; a chain of thousands would be blanks by the megabyte


def outline_text(
    m: ArgumentMap,
    *,
    width: int = 80,
    color: bool = False,
    ids: OutlineIds = "short",
    words: Words = ENGLISH,
    lines_shown: Iterable[Item] | None = None,
) -> str:
    """The outline for a terminal.

    Args:
        m: The map.
        width: Columns at which lines are wrapped.
        color: Whether theses are bold and small words dim.
        ids: What statements are called by: as in drawings (``short``, ``outline``, ``none``), or by their ids in the
            ``file``.
        words: The fixed words.
        lines_shown: Those of its lines that are wanted, as `outline_choice.lines_of` gives them; all by default.
    """
    said = _Said(m, words, ids)
    title, *about = said.head()
    lines = [ink(line, "bold", color=color) for line in wrap(visible(title), width)]
    lines += [ink(line, "dim", color=color) for part in about for line in wrap(visible(part), width)]
    apart = False
    for item in items(m) if lines_shown is None else lines_shown:
        if not item.depth and not item.word:
            lines.append("")
            if item.loose and not apart:
                lines += [ink(words["map.apart"], "dim", color=color), ""]
                apart = True
        indent, lead = "   " * min(item.depth, DEEPEST), visible(said.lead(item))
        tone: Tone = "dim" if item.context else "bold" if _is_top_thesis(m, item) else "plain"
        lead += " " if lead else ""
        hang = display_width(lead) if display_width(lead) <= _SHORT else _HANG
        room = max(NARROWEST, width - len(indent) - hang)
        if hang == display_width(lead):
            first, *more = wrap(visible(said.sentence(item)), room)
            body = [lead + first, *more]
        else:
            body = wrap(lead + visible(said.sentence(item)), room)
        begun = len(lead) if body[0].startswith(lead) else 0
        lines.append(indent + ink(body[0][:begun], "dim", color=color) + ink(body[0][begun:], tone, color=color))
        lines += [indent + " " * hang + ink(line, tone, color=color) for line in body[1:]]
    return "\n".join(lines) + "\n"


def outline_markdown(
    m: ArgumentMap, *, ids: OutlineIds = "short", words: Words = ENGLISH, lines_shown: Iterable[Item] | None = None
) -> str:
    """The outline as nested Markdown lists; arguments as for `outline_text`."""
    said = _Said(m, words, ids)
    title, *about = said.head()
    lines = [f"# {escape(title)}", "", *(f"{escape(part)}  " for part in about), ""]
    apart = False
    for item in items(m) if lines_shown is None else lines_shown:
        if item.loose and not apart:
            lines += ["", f"*{escape(words['map.apart'])}*", ""]
            apart = True
        lead = said.lead(item)
        lead = f"{EVIDENCE} " if lead == EVIDENCE else f"*{escape(lead)}* " if lead else ""
        sentence = escape(said.sentence(item))
        marked = f"**{sentence}**" if _is_top_thesis(m, item) and not item.context else sentence
        lines.append(f"{'  ' * min(item.depth, DEEPEST)}- {lead}{marked}")
    return "\n".join(lines) + "\n"


def _is_top_thesis(m: ArgumentMap, item: Item) -> bool:
    return not item.word and m.statements[item.key].type == "thesis"


@dataclass(frozen=True)
class _Said:
    """What lines say, in one language and under one kind of ids."""

    m: ArgumentMap
    words: Words
    ids: OutlineIds

    @cached_property
    def told(self) -> Told:
        """Statements as boxes tell them in full."""
        if self.ids == "file":
            return Told(self.m, "full", self.words, {}, {key: key for key in self.m.statements}, LABEL_WORDS)
        visits = Walk(self.m).whole()
        names = ids_of(self.m, visits, self.ids)
        return Told(self.m, "full", self.words, names, called(self.m, names, visits, "full", self.words), LABEL_WORDS)

    def head(self) -> list[str]:
        """The title, then the article, then what the file holds."""
        m, w = self.m, self.words
        book = w.say("map.codebook", id=m.codebook.id) if m.codebook else w["map.no_codebook"]
        holds = w.counted("map.holds", len(m.statements), id=m.id, book=book)
        return [part for part in (m.title or m.id, source_line(m.article, w), holds) if part]

    def lead(self, item: Item) -> str:
        """The word before the sentence; where lines are indented no further, with the level they stand on."""
        level = f"({item.depth}) " if item.depth > DEEPEST else ""
        if item.word in ("", EVIDENCE):
            return (level + item.word).strip()
        word = self.words[f"map.{item.word}"]
        word = self.words.say("map.together", word=word) if item.joined else word
        scheme = f" · {item.scheme.replace('-', ' ')}" if item.scheme else ""
        return f"{level}{word}{scheme}"

    def sentence(self, item: Item) -> str:
        """What is said of a statement: its id, who says so, its words, where they stand, how surely, on what ground."""
        tail = f"[{item.key}]" if self.ids == "file" else ""
        if item.context:
            s = self.told.context(item.key)
            return " ".join(part for part in (s.short, f"{s.label.rstrip('.…')} {CONTEXT}", tail) if part)
        if item.word == EVIDENCE:
            return f"{self.told.evidence(item.key)} {tail}".rstrip()
        s = self.told.pointer(item.key) if item.again else self.told.full(item.key, (), ())
        qualified = " · ".join(part for part in (s.qualified, self._see(s) if item.again else "") if part)
        parts = (self._named(s), s.text, s.quote, f"({qualified})" if qualified else "", *self._cited(s), tail)
        return " ".join(part for part in parts if part)

    def _named(self, s: Seen) -> str:
        notes = [self.words.say("map.says", who=s.said_by)] if s.said_by else []
        notes += [self.words["map.not_stated"]] if s.type == "assumption" else []
        told = f"({'; '.join(notes)}):" if notes else ""
        return " ".join(part for part in (s.short, told) if part)

    def _see(self, s: Seen) -> str:
        name = s.short or (s.key if self.ids == "file" else "")
        return self.words.say("map.see", id=name) if name else self.words["map.again"]

    def _cited(self, s: Seen) -> list[str]:
        return [f"{EVIDENCE} {entry}" for entry in s.evidence]
