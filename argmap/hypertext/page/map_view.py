"""A map as nested lists: each thesis, under it what speaks for and against it, every statement in full once.

Boxes, their order and their words are those of drawings; what a drawing has no room for stands here: notes, codes,
and the findings a statement stands in.
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from argmap.diagram.boxes import Box, BoxKind, Seen
from argmap.diagram.calling import LABEL_WORDS, called, ids_of
from argmap.diagram.of_map import diagram_of_map
from argmap.diagram.reading_order import Walk
from argmap.diagram.sources import source_line
from argmap.diagram.table_words import MARKS
from argmap.diagram.told import Told
from argmap.hypertext.page.codes import codes_in_words
from argmap.hypertext.page.material import Link, Material
from argmap.languages import ENGLISH
from argmap.model import ArgumentMap

DEEPEST: Final = 12
"""Steps below a thesis that are indented; what is deeper stands in a tree of its own, and a link leads there."""

_BARS: Final[Mapping[BoxKind, str]] = {
    "support": "because",
    "attack": "but",
    "undercut": "unless",
    "condition": "if",
    "loose": "not_connected",
}

_KEY: Final[Mapping[str, tuple[str, str]]] = {
    "support": ("because", "a reason for the claim above"),
    "together": ("and", "these premises work only together"),
    "attack": ("but", "an objection to the claim above"),
    "undercut": ("unless", "doubt about the step, not about the claim"),
    "condition": ("if", "what the claim above depends on"),
    "loose": ("not connected", "bears on no thesis of this map"),
    "assumption": ("not stated, assumed", "the article does not say it; the step needs it"),
    "says": ("says …, not the author", "somebody else’s view, reported by the author"),
    "evidence": ("▪", "what the article cites for it, with the source"),
    "see": ("see P1", "a second use; in full where P1 stands"),
}
"""In words for readers of a page; those of drawings speak of lines and heads that a page does not have."""


@dataclass(frozen=True, slots=True)
class Point:
    """A statement, or a pointer to where it stands in full (`see`).

    Attributes:
        anchor: The id of its element, ``A-P8``; of a pointer, the one it leads to.
        short: What it is called, ``P8``.
        kind: Its type.
        label: A few words, "" where the map gives none.
        text: The mapper's sentence; of evidence in a foot without its full stop.
        says: Who says it where the author does not, and that it is not the author's view; or "".
        limits: Certainty, conditions, when and where; or "".
        sources: As they are cited.
        quote: The article's words.
        at: Where they stand.
        note: The mapper's note.
        codes: What it is coded as, in words; only where there are no findings, which say it.
        found: The findings it stands in.
        feet: The evidence told in its foot, as statements of their own.
        below: What stands under it.
        count: How many statements that are, feet included.
        onward: Where it goes on, if what stands below is too deep to be indented: the id of the first tree of it.
    """

    anchor: str
    short: str
    kind: str
    label: str
    text: str
    says: str = ""
    limits: str = ""
    sources: str = ""
    quote: str = ""
    at: str = ""
    note: str = ""
    codes: tuple[str, ...] = ()
    found: tuple[Link, ...] = ()
    feet: tuple["Point", ...] = ()
    below: tuple["Branch", ...] = ()
    count: int = 0
    onward: str = ""
    see: bool = False


@dataclass(frozen=True, slots=True)
class Branch:
    """A reason, objection, doubt, condition or top; its points work only together.

    Attributes:
        kind: What it is to what stands above.
        bar: The word for that, "" for a thesis.
        aside: What is to be said beside the bar: the scheme; which step a doubt is about; what a tree goes on from.
        points: Its statements.
        doubts: What casts doubt on the step from them.
        count: How many statements it shows, and all below it.
        anchor: The id of its element, where something goes on there; "" else.
    """

    kind: BoxKind
    bar: str
    aside: str
    points: tuple[Point, ...]
    doubts: tuple["Branch", ...] = ()
    count: int = 0
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in use, the word on it, and what it means."""

    mark: str
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class MapView:
    """A map.

    Attributes:
        holds: How much it holds, in words.
        depth: The number of steps below its tops.
        key: The marks in use, and what they mean.
        outline: The same as text; "" where there is none.
    """

    id: str
    letter: str
    name: str
    source: str
    holds: str
    trees: tuple[Branch, ...]
    depth: int
    key: tuple[Mark, ...]
    outline: str = ""


def map_views(material: Material) -> tuple[MapView, ...]:
    """Every map of the page."""
    return tuple(_Views(material, m).view() for m in material.maps)


class _Views:
    """One map on the way to its view."""

    def __init__(self, material: Material, m: ArgumentMap) -> None:
        self.material, self.m = material, m
        visits = Walk(m).whole()
        names = ids_of(m, visits, "short")
        self.told = Told(m, "full", ENGLISH, names, called(m, names, visits, "full"), LABEL_WORDS)
        self.feet = {key: feet for visit in visits for key, feet in visit.feet.items()}
        self.signs = {f.id: MARKS[f.group] for f in material.findings}
        self.deepest = 0
        self.waiting: deque[tuple[Box, str]] = deque()
        self.named = 0

    def view(self) -> MapView:
        """The whole map, tree by tree."""
        m = self.m
        self.waiting.extend((root, "") for root in diagram_of_map(m, level="full").roots)
        trees = []
        while self.waiting:
            box, anchor = self.waiting.popleft()
            trees.append(self._branch(box, 0, anchor))
        letter = self.material.letter(m.id)
        holds = f"{len(m.statements)} statement{'' if len(m.statements) == 1 else 's'}"
        return MapView(
            m.id,
            letter,
            m.name,
            source_line(m.article),
            holds,
            tuple(trees),
            self.deepest,
            _key(trees),
            self.material.outlines.get(m.id, ""),
        )

    def _branch(self, box: Box, depth: int, anchor: str = "") -> Branch:
        self.deepest = max(self.deepest, depth)
        bar = ENGLISH[f"map.{_BARS[box.kind]}"] if box.kind in _BARS else ""
        if len(box.statements) > 1 and bar:
            bar = ENGLISH.say("map.together", word=bar)
        aside = box.role if anchor or box.kind == "undercut" else box.scheme
        points = tuple(self._point(seen, depth) for seen in box.statements)
        doubts = tuple(self._branch(doubt, depth + 1) for doubt in box.doubts)
        told = [p for point in points for p in (point, *point.feet) if not p.see]
        count = len(told) + sum(p.count for p in points) + sum(d.count for d in doubts)
        return Branch(box.kind, bar, aside, points, doubts, count, anchor)

    def _point(self, seen: Seen, depth: int) -> Point:
        point = self._statement(seen.key)
        if seen.see:
            return replace(point, text="", quote="", at="", note="", codes=(), found=(), sources="", see=True)
        feet = tuple(self._foot(key, seen) for key in self.feet.get(seen.key, ()))
        if depth < DEEPEST:
            below = tuple(self._branch(box, depth + 1) for box in seen.below)
            return replace(point, feet=feet, below=below, count=sum(b.count for b in below))
        onward = ""
        for box in seen.below:
            self.named += 1
            anchor = f"{self.material.letter(self.m.id)}-on-{self.named}"
            onward = onward or anchor
            self.waiting.append((box, anchor))
        return replace(point, feet=feet, onward=onward)

    def _foot(self, key: str, seen: Seen) -> Point:
        """Evidence in the foot of its claim; told a second time, it is a pointer."""
        point = replace(self._statement(key), see=key not in seen.folded)
        if not point.see:
            point = replace(point, text=point.text.rstrip("."))
        return point

    def _statement(self, key: str) -> Point:
        s, material = self.m.statements[key], self.material
        found = [Link(f"#{material.row(id_)}", self.signs[id_]) for id_ in material.findings_of(self.m.id, key)]
        quote, at = _quoted(self.told.quote(s))
        said_by = self.told.said_by(s)
        return Point(
            material.anchor(self.m.id, key),
            material.short_id(self.m.id, key),
            s.type,
            s.label or "",
            s.text,
            ENGLISH.say("map.says", who=said_by) if said_by else "",
            " · ".join(self.told.qualified(s)),
            self.told.cited(s),
            quote,
            at,
            s.note or "",
            () if material.comparison else tuple(codes_in_words(self.m, s)),
            tuple(found),
        )


def _quoted(told: str) -> tuple[str, str]:
    """Words without their quotation marks, and where they stand."""
    quote, mark, at = told.rpartition("”")
    return quote.removeprefix("“"), at.strip() if mark else told


def _key(trees: Sequence[Branch]) -> tuple[Mark, ...]:
    """The marks of these trees, in the order of `_KEY`."""
    found: set[str] = set()
    waiting = list(trees)
    while waiting:
        branch = waiting.pop()
        found |= {branch.kind, "together" if len(branch.points) > 1 else branch.kind}
        for point in branch.points:
            found |= {mark for mark, used in _used(point) if used}
            waiting += point.below
        waiting += branch.doubts
    return tuple(Mark(mark, *said) for mark, said in _KEY.items() if mark in found)


def _used(point: Point) -> Iterator[tuple[str, object]]:
    yield "assumption", point.kind == "assumption"
    yield "says", point.says
    yield "see", point.see
    yield "evidence", point.feet or point.sources
