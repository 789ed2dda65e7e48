"""A map as an indented outline: what is claimed, because of what, but against what, unless what."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from argmap.diagram.sources import source_line
from argmap.graph import attached, theses
from argmap.model import ArgumentMap, Statement, period_in_words
from argmap.reporters.ink import Tone, ink
from argmap.reporters.markdown_escape import escape
from argmap.reporters.visible import visible
from argmap.typesetting import wrap

NARROWEST: Final = 30  # columns a deeply indented sentence still has; the line then grows beyond the width
DEEPEST: Final = 12  # levels of indentation; a chain of thousands would be blanks by the megabyte
NOT_CONNECTED: Final = "Not connected to a thesis:"


@dataclass(frozen=True, slots=True)
class Item:
    """One line of an outline.

    `word` says how it stands under the line above it: ``because``, ``and`` (a linked premise), ``but``, ``unless``,
    ``if``, or "" at the top. `again` marks a statement that is written out further up.
    """

    depth: int
    word: str
    key: str
    again: bool = False


def items(m: ArgumentMap) -> Iterator[Item]:
    """The lines of an outline in reading order: every thesis with what stands under it, then what hangs on none."""
    tops = [*theses(m), *_loose(m)]
    waiting = [Item(0, "", key) for key in reversed(tops)]
    seen: set[str] = set()
    while waiting:
        item = waiting.pop()
        if item.key in seen:
            if item.depth:
                yield Item(item.depth, item.word, item.key, again=True)
            continue
        seen.add(item.key)
        yield item
        below = list(_below(m.statements[item.key], item.depth + 1))
        waiting.extend(reversed(below))


def _below(statement: Statement, depth: int) -> Iterator[Item]:
    for reason in statement.because:
        for i, premise in enumerate(reason.premises):
            yield Item(depth, "and" if i else "because", premise)
        yield from (Item(depth, "unless", doubt) for doubt in reason.unless)
    yield from (Item(depth, "but", objection) for objection in statement.but)
    yield from (Item(depth, "if", condition) for condition in statement.if_)


def _loose(m: ArgumentMap) -> list[str]:
    """Statements under no thesis, those first that stand under no other."""
    hanging = attached(m)
    loose = [key for key in m.statements if key not in hanging]
    under = {item.key for key in loose for item in _below(m.statements[key], 0)}
    return [key for key in loose if key not in under] + [key for key in loose if key in under]


def outline_text(m: ArgumentMap, *, width: int = 80, color: bool = False, ids: bool = False) -> str:
    """The outline for a terminal, wrapped at `width` columns; `ids` adds every statement's id."""
    title, *about = _head(m)
    lines = [ink(line, "bold", color=color) for line in wrap(visible(title), width)]
    lines += [ink(line, "dim", color=color) for part in about for line in wrap(visible(part), width)]
    loose = set(_loose(m))
    for item in items(m):
        if not item.depth:
            lines.append("")
            if item.key in loose:
                lines += [ink(NOT_CONNECTED, "dim", color=color), ""]
                loose = set()
        indent, lead = "   " * min(item.depth, DEEPEST), _lead(item)
        tone: Tone = "bold" if _is_top_thesis(m, item) else "plain"
        body = wrap(visible(_sentence(m, item, ids=ids)), max(NARROWEST, width - len(indent) - len(lead)))
        lines.append(indent + ink(lead, "dim", color=color) + ink(body[0], tone, color=color))
        lines += [indent + " " * len(lead) + ink(line, tone, color=color) for line in body[1:]]
    return "\n".join(lines) + "\n"


def outline_markdown(m: ArgumentMap, *, ids: bool = False) -> str:
    """The outline as nested Markdown lists."""
    title, *about = _head(m)
    lines = [f"# {escape(title)}", "", *(f"{escape(part)}  " for part in about), ""]
    loose = set(_loose(m))
    for item in items(m):
        if not item.depth and item.key in loose:
            lines += ["", f"*{NOT_CONNECTED}*", ""]
            loose = set()
        word = f"*{_lead(item).strip()}* " if item.word else ""
        sentence = escape(_sentence(m, item, ids=ids))
        marked = f"**{sentence}**" if _is_top_thesis(m, item) else sentence
        lines.append(f"{'  ' * min(item.depth, DEEPEST)}- {word}{marked}")
    return "\n".join(lines) + "\n"


def _lead(item: Item) -> str:
    """The word before the sentence; where lines are indented no further, with the level they stand on."""
    level = f"({item.depth}) " if item.depth > DEEPEST else ""
    return f"{level}{item.word} " if item.word else ""


def _is_top_thesis(m: ArgumentMap, item: Item) -> bool:
    return not item.depth and m.statements[item.key].type == "thesis"


def _head(m: ArgumentMap) -> list[str]:
    """The title, then the article, then what the file holds."""
    book = f"codebook {m.codebook.id}" if m.codebook else "no codebook"
    size = f"{len(m.statements)} statement{'' if len(m.statements) == 1 else 's'}"
    return [part for part in (m.title or m.id, source_line(m.article), f"{m.id}, {size}, {book}") if part]


def _sentence(m: ArgumentMap, item: Item, *, ids: bool) -> str:
    s = m.statements[item.key]
    tail = f"[{item.key}]" if ids else ""
    if item.again:
        return " ".join(part for part in (s.label or s.text, "(see above)", tail) if part)
    says = "" if s.by_author else f"according to {_actor(m, s.voice)}:"
    held = "; ".join(_held(m, s))
    quote = f"“{s.quote}”" if s.quote else ""
    place = ", ".join(s.at)
    return " ".join(part for part in (says, s.text, quote, place, f"({held})" if held else "", tail) if part)


def _held(m: ArgumentMap, s: Statement) -> Iterator[str]:
    """What is to know about a statement besides its words."""
    if s.type == "assumption":
        yield "not stated, assumed"
    if s.certainty != "asserted":
        yield s.certainty
    yield from (part for part in (period_in_words(s.when or ""), s.where) if part)
    yield from dict.fromkeys(_source(m, key) for key in s.sources)  # papers of one author and year read alike
    if s.via:
        yield f"via {s.via.map} {s.via.at}"


def _actor(m: ArgumentMap, voice: str) -> str:
    actor = m.codebook.actors.get(voice) if m.codebook else None
    return actor.name if actor else voice


def _source(m: ArgumentMap, key: str) -> str:
    source = m.source(key)
    return f"▪ {source.citation(key) if source else key}"
