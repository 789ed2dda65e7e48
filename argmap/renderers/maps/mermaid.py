"""A map as the text of a Mermaid flowchart: for pages that draw such text themselves. It needs no Graphviz.

Every statement stands once. Statements that work together meet in a point, and so does a step that is in doubt, since
no line of a flowchart ends at another line.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from argmap.codes import problem
from argmap.diagnostics import Diagnostic
from argmap.diagram.boxes import Box, BoxKind, Seen
from argmap.diagram.graph_of_map import GraphBox, GraphLine, Junction, MapGraph, graph_of
from argmap.languages import Words
from argmap.renderers.maps.markup import bar_of, folded_line, printable
from argmap.theme import Theme

MOST_CHARACTERS: Final = 50_000
"""A page draws a longer text only if it was set up to."""

MOST_LINES: Final = 500
"""Likewise of lines."""

# what Mermaid, Markdown inside it, or HTML inside that might take for more than a character
_SPECIAL: Final = re.compile(
    r"""["#&<>;`%*_~^=+|@$\\{}\[\]]|:(?=/)|(?<=\bwww)\.|^[-\u2022]|(?<=^\d)[.)]|(?<=^\d\d)[.)]""", re.IGNORECASE
)

_WORDS: Final[dict[BoxKind, str]] = {
    "support": "map.because",
    "attack": "map.but",
    "undercut": "map.unless",
    "condition": "map.if",
    "loose": "map.not_connected",
}

_ARROWS: Final[dict[BoxKind, str]] = {"support": "-->", "attack": "--x", "undercut": "--o", "condition": "-->"}

_STROKES: Final[dict[BoxKind, str]] = {
    "support": "stroke-width:2px",
    "attack": "stroke-width:2px,stroke-dasharray:7 4",
    "undercut": "stroke-width:3px,stroke-dasharray:2 4",
    "condition": "stroke-width:1px",
}


@dataclass(frozen=True, slots=True)
class Flowchart:
    """What the text is made of; `notes` stand below all: where the map comes from, whose words they are."""

    title: str
    description: str
    notes: Sequence[str]
    theme: Theme
    words: Words
    numbered: bool = True


def flowchart(roots: Sequence[Box], look: Flowchart) -> str:
    """The trees of a map as one flowchart.

    No text of the map can end a label or be taken for more than text: every character with a meaning is written as
    its number.
    """
    graph = graph_of(roots, together=False)
    return "\n".join(_Writer(look, graph).lines()) + "\n"


def too_large(written: str) -> Iterator[Diagnostic]:
    """What to tell where a page may refuse to draw such a text."""
    lines = written.count("\n    linkStyle ")
    if len(written) > MOST_CHARACTERS or lines > MOST_LINES:
        what = f"{len(written):,} characters and {lines} lines between boxes"
        limit = f"Mermaid draws up to {MOST_CHARACTERS:,} and {MOST_LINES}"
        yield problem("AM914", f"the text has {what}; {limit}", help="try --level title or --depth 2")


def escaped(words: str) -> str:
    """Words as they may stand in a label, on one line."""
    line = " ".join(printable(words).split())
    return _SPECIAL.sub(lambda found: f"#{ord(found[0])};", line)


class _Writer:
    def __init__(self, look: Flowchart, graph: MapGraph) -> None:
        self.look, self.graph, self.words, self.theme = look, graph, look.words, look.theme
        self.junctions = {j.name for j in graph.junctions}

    def lines(self) -> Iterator[str]:
        yield from self._head()
        for box in self.graph.boxes:
            yield f'    {box.name}["{self._label(box)}"]:::{self._class(box)}'
        for junction in self.graph.junctions:
            yield f'    {junction.name}(["{self._bar(junction)}"]):::{junction.box.kind}'
        for line in self.graph.lines:
            yield "    " + self._line(line)
        if self.look.notes:
            yield f'    notes["{"<br/>".join(map(escaped, self.look.notes))}"]:::notes'
        yield from self._colours()

    def _head(self) -> Iterator[str]:
        t = self.theme
        yield "---"
        yield f"title: {json.dumps(' '.join(printable(self.look.title).split()))}"
        yield "config:"
        yield "  theme: base"
        yield "  themeVariables:"
        colours = {"edgeLabelBackground": t.ground, "primaryTextColor": t.ink, "textColor": t.ink, "titleColor": t.ink}
        yield from (f'    {name}: "{colour}"' for name, colour in colours.items())
        yield "---"
        yield "flowchart BT"
        yield f"    accTitle: {_heard(self.look.title)}"
        yield f"    accDescr: {_heard(self.look.description)}"

    def _label(self, box: GraphBox) -> str:
        parts = [escaped(self.words["map.not_connected"])] if box.box.kind == "loose" and not box.bare else []
        parts += [part for s in box.box.statements for part in self._said(s)]
        parts += [escaped(folded)] if (folded := folded_line(box.box, self.words)) else []
        return "<br/>".join(parts)

    def _said(self, s: Seen) -> Iterator[str]:
        mark = "▪ " if s.type == "evidence" else ""
        lead = f"{s.short} " if s.short and (self.look.numbered or s.type != "thesis") else ""
        yield escaped(f"{lead}{mark}{s.text}")
        notes = [s.qualified] if s.qualified else []
        notes += [self.words.say("map.says", who=s.said_by)] if s.said_by else []
        notes += [self.words["map.not_stated"]] if s.type == "assumption" else []
        notes += [s.quote] if s.quote else []
        notes += [f"▪ {entry}" for entry in s.evidence]
        yield from map(escaped, notes)

    def _bar(self, junction: Junction) -> str:
        word = self.words[_WORDS[junction.box.kind]]
        said = self.words.say("map.together", word=word) if len(junction.box.statements) > 1 else word
        return escaped(" · ".join(part for part in (said, junction.box.scheme) if part))

    def _class(self, box: GraphBox) -> str:
        kinds = {s.type for s in box.box.statements}
        if box.box.kind == "thesis":
            return "thesis"
        if any(s.said_by for s in box.box.statements):
            return "reported"
        return "assumed" if kinds == {"assumption"} else "evidence" if kinds == {"evidence"} else "claim"

    def _line(self, line: GraphLine) -> str:
        if line.into_junction:
            return f"{line.tail} --- {line.head}"
        if line.tail in self.junctions:
            return f"{line.tail} {_ARROWS[line.kind]} {line.head}"
        word = escaped(" · ".join(part for part in (self.words[_WORDS[line.kind]], self._scheme(line)) if part))
        return f'{line.tail} {_ARROWS[line.kind]}|"{word}"| {line.head}'

    def _scheme(self, line: GraphLine) -> str:
        return next((b.box.scheme for b in self.graph.boxes if b.name == line.tail), "")

    def _colours(self) -> Iterator[str]:
        t = self.theme
        plain = f"fill:{t.box},stroke:{t.ink},color:{t.ink}"
        yield f"    classDef thesis fill:{t.thesis},stroke:{t.thesis},color:{t.thesis_text},stroke-width:4px"
        yield f"    classDef claim {plain},stroke-width:1px"
        yield f"    classDef evidence fill:{t.foot},stroke:{t.ink},color:{t.ink},stroke-width:1px"
        yield f"    classDef assumed {plain},stroke-width:1px,stroke-dasharray:6 4"
        yield f"    classDef reported {plain},stroke:{t.muted},stroke-width:3px"
        yield f"    classDef notes fill:none,stroke:none,color:{t.muted}"
        for kind in dict.fromkeys(j.box.kind for j in self.graph.junctions):
            bar = bar_of(kind, t)
            yield f"    classDef {kind} fill:{bar.bar},stroke:{t.bar_border or bar.line},color:{bar.text}"
        for i, line in enumerate(self.graph.lines):
            yield f"    linkStyle {i} stroke:{bar_of(line.kind, t).line},{_STROKES[line.kind]}"


def _heard(words: str) -> str:
    """Words for those who hear the drawing: they go as they are, so what begins a directive is taken apart."""
    line = " ".join(printable(words).split())
    return re.sub(r"[%#;]+", " ", line)
