"""From the union of two maps to the boxes that draw a part of it; what is left out is counted."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from argmap.diagram.boxes import BoxKind, Level
from argmap.diagram.calling import label_of, short_ids
from argmap.diagram.union import Facing, Point
from argmap.diagram.union_boxes import LETTERS, Held, UnionBox, UnionDiagram, Voice, held, walk
from argmap.diagram.union_graph import Doubt, Under, UnionGraph, Way
from argmap.languages import ENGLISH, Words
from argmap.model import Statement, period_in_words
from argmap.text import shorten

LABEL_WORDS: Final = 12
"""Words of a sentence that has no label, where labels are shown."""


def diagram_of_union(
    graph: UnionGraph,
    foci: Sequence[Point | Facing],
    *,
    depth: int,
    level: Level,
    words: Words = ENGLISH,
    joined: bool = True,
    missing: int = 0,
) -> UnionDiagram:
    """The boxes of what is chosen, each with what stands under it.

    A statement is drawn in full where it is first met, elsewhere a pointer stands for it. What leads to no box above it
    here says how it leads to a thesis of its map.

    Args:
        graph: The maps as one, and their relations.
        foci: What the drawing is about, the first first.
        depth: So many steps below it are drawn.
        level: How much of each statement is shown.
        words: The fixed words, for notes.
        joined: Whether every relation between what is drawn is drawn, at the lowest step too.
        missing: How much of what was asked for is not among the foci.
    """
    left = _steps(graph, foci, depth)
    found = _Drawer(graph, foci, left=left, level=level, words=words, joined=joined).diagram()
    return replace(found, missing=missing)


def _steps(graph: UnionGraph, foci: Sequence[Point | Facing], depth: int) -> dict[Point, int]:
    """How many steps below each point are drawn, for all that are drawn at all."""
    tops = [point for focus in foci for point in (focus.points if isinstance(focus, Facing) else (focus,))]
    found = dict.fromkeys(tops, depth)
    waiting = deque(found)
    while waiting:
        point = waiting.popleft()
        for under in graph.under(point) if found[point] else ():
            for lower in under.lower:
                if found.get(lower, -1) < found[point] - 1:
                    found[lower] = found[point] - 1
                    waiting.append(lower)
    return found


class _Drawer:
    def __init__(
        self,
        graph: UnionGraph,
        foci: Sequence[Point | Facing],
        *,
        left: Mapping[Point, int],
        level: Level,
        words: Words,
        joined: bool,
    ) -> None:
        self.union, self.graph, self.foci, self.level, self.words = graph.union, graph, foci, level, words
        self.ids = tuple(short_ids(m) for m in self.union.maps)
        self.facing = {point: facing for facing in self.union.facings for point in facing.points}
        self.left, self.joined = left, joined
        self.used = self._used()
        self.drawn: set[Point] = set()
        self.boxes = 0
        self.cut: list[tuple[int, str]] = []
        self.leads: set[tuple[int, str]] = set()

    def diagram(self) -> UnionDiagram:
        roots: list[UnionBox] = []
        tops = [focus for focus in self.foci if isinstance(focus, Facing) or not self._stands_below(focus)]
        for focus in (*tops, *self.foci):  # what lies on a circle has no top
            points = focus.points if isinstance(focus, Facing) else (focus,)
            if not self.drawn.issuperset(points):
                roots.append(self._facing(focus) if isinstance(focus, Facing) else self._box("loose", (focus,)))
        whole = [s for root in roots for box in walk(root) for s in held(box) if not s.see]
        places = {place for s in whole for place in s.places}
        shown = tuple(sum(i == number for i, _ in places) for number in range(len(self.union.maps)))
        totals = [len(m.statements) for m in self.union.maps]
        shared = sum(len(s.voices) > 1 for s in whole)
        return UnionDiagram(
            tuple(roots),
            shown,
            tuple(total - n for total, n in zip(totals, shown, strict=True)),
            len(places) - shared,
            shared,
            len(self.union.shared),
            len(self.union.facings),
            theses=tuple(tuple(self._theses(i)) for i in range(len(self.union.maps))),
            cut=tuple(dict.fromkeys(self.cut)),
        )

    def _theses(self, i: int) -> Iterator[str]:
        """The theses of a map that its statements here lead to, and that are not drawn."""
        for slug, s in self.union.maps[i].statements.items():
            if (i, slug) in self.leads and self.union.points[i, slug] not in self.drawn:
                yield f"{self.ids[i][slug]} {label_of(s).rstrip('.')}"

    def _under(self, point: Point) -> tuple[Under, ...]:
        """What is drawn under a point: all of it, or at the lowest step only what is drawn in any case."""
        under = self.graph.under(point)
        if self.left.get(point, 0):
            return under
        return tuple(u for u in under if self.joined and self.left.keys() >= set(u.lower))

    def _used(self) -> set[tuple[int, Point]]:
        """The points that stand under another in the drawing, each with the maps that put them there."""
        found = set()
        for point in self.left:
            for under in self._under(point):
                found |= set(under.pairs())
        return found

    def _stands_below(self, point: Point) -> bool:
        return any((i, point) in self.used for i in point.owners)

    def _facing(self, facing: Facing) -> UnionBox:
        name = self._name()
        self.drawn.update(facing.points)
        cells = [self._held(p, a, row=facing.points) for p, a in zip(facing.points, facing.answers, strict=True)]
        return UnionBox(name, "loose", tuple(cells), facing=True, sign=facing.sign, question=facing.question)

    def _name(self) -> str:
        self.boxes += 1
        return f"n{self.boxes - 1}"

    def _box(
        self, kind: BoxKind, points: Sequence[Point], under: Under | None = None, above: Sequence[Point] = ()
    ) -> UnionBox:
        """A box that stands under another, `above`, which holds these points."""
        name = self._name()
        # a point that faces another is drawn beside it, as a tree of its own
        second = {p for p in points if p in self.drawn or self._faces(p)}
        points = self._busy_last(points, second)
        self.drawn.update(p for p in points if p not in second)
        cells = tuple(self._pointer(p) if p in second else self._held(p, row=points) for p in points)
        doubts = tuple(self._doubt(d, points) for d in under.doubts) if under else ()
        given = self._told(under.given, (*above, *points)) if under else ()
        return UnionBox(name, kind, cells, doubts=doubts, given=given)

    def _doubt(self, doubt: Doubt, step: Sequence[Point]) -> UnionBox:
        box = self._box("undercut", (doubt.point,))
        return replace(box, given=self._told(doubt.given, (*step, doubt.point)))

    def _told(self, given: tuple[int, ...], seen: Sequence[Point]) -> tuple[int, ...]:
        """Who says it, if what a reader sees there belongs to anybody else as well."""
        return given if {i for point in seen for i in point.owners} - set(given) else ()

    def _faces(self, point: Point) -> bool:
        facing = self.facing.get(point)
        return facing is not None and facing in self.foci

    def _busy_last(self, points: Sequence[Point], second: set[Point]) -> tuple[Point, ...]:
        """Where one of several carries a tree, it stands last: lines then leave from the foot of the box."""
        busy = [p for p in points if p not in second and self._under(p)]
        return (*(p for p in points if p not in busy), *busy) if len(busy) == 1 else tuple(points)

    def _pointer(self, point: Point) -> Held:
        first = next(point.places())
        s, label = self.union.statement(first), self._label(point)
        voices = tuple(self._pointing(i, slug) for i, slug in point.places())
        return Held(first[1], voices[0].short, s.type, label, label, see=True, voices=voices)

    def _pointing(self, i: int, slug: str) -> Voice:
        """Who says it, how surely and whether it is stated at all belongs to a pointer too."""
        own = label_of(self.union.statement((i, slug)), LABEL_WORDS)
        return Voice(
            i, self.ids[i][slug], own, self._notes(i, slug), reported=not self.union.statement((i, slug)).by_author
        )

    def _label(self, point: Point) -> str:
        return point.claim or label_of(self.union.statement(next(point.places())), LABEL_WORDS)

    def _held(self, point: Point, answer: str = "", *, row: Sequence[Point]) -> Held:
        """A statement of a box that holds all of the row: a line may seem to end at any of them."""
        under = self._under(point)
        left_out = [u for u in self.graph.under(point) if u not in under]
        voices = tuple(self._voice(point, i, answer, left_out) for i in point.owners)
        below = [self._box(u.kind, u.points, u, row) for u in under]
        text = self._text(point, voices)
        first = next(point.places())
        statements = [self.union.statement(place) for place in point.places()]
        bears = self.ids[first[0]][first[1]] if len(row) > 1 else ""
        return Held(
            first[1],
            voices[0].short,
            statements[0].type,
            text,
            self._label(point),
            below=tuple(replace(box, bears_on=bears) for box in below),
            voices=voices,
            places=frozenset(point.places()) | {(i, e) for i, s in point.places() for e in self.graph.feet((i, s))},
            is_thesis=all(s.type == "thesis" for s in statements),
        )

    def _text(self, point: Point, voices: Sequence[Voice]) -> str:
        """The words of the drawing for what a point says; "" where each author's own words stand."""
        if not point.shared:
            return voices[0].text
        return "" if self.level == "full" else point.claim

    def _voice(self, point: Point, i: int, answer: str, left_out: Sequence[Under]) -> Voice:
        slug = point.slugs[i]
        s = self.union.statement((i, slug))
        feet = self.graph.feet((i, slug))
        cited = self._cited(i, s)
        evidence = [self._evidence(i, e) for e in feet] + ([f"({cited})"] if cited else [])
        text = label_of(s, LABEL_WORDS) if self.level == "title" else s.text
        if self.level == "title" and not s.label and len(shorten(s.text, LABEL_WORDS)) < len(" ".join(s.text.split())):
            self.cut.append((i, slug))
        return Voice(
            i,
            self.ids[i][slug],
            text,
            tuple(part for part in (answer, *self._notes(i, slug), self._again(i, slug)) if part),
            "" if (i, point) in self.used else self._way(i, slug),
            self._quote(s),
            tuple(evidence),
            not s.by_author,
            sum(i in under.given for under in left_out),
        )

    def _notes(self, i: int, slug: str) -> tuple[str, ...]:
        s, w = self.union.statement((i, slug)), self.words
        parts = [] if s.certainty == "asserted" else [w[f"map.{s.certainty}"]]
        named = [self._condition(i, key) for key in s.if_ if key in self.ids[i]]
        parts += [w.say("map.condition", which=w.listed(named))] if named else []
        parts += [period_in_words(s.when)] if s.when else []
        parts += [self._where(i, s.where)] if s.where else []
        notes = [" · ".join(parts)] if parts else []
        notes += [] if s.by_author else [w.say("map.says", who=self._name_of(i, s.voice))]
        notes += [w["map.not_stated"]] if s.type == "assumption" else []
        return tuple(notes)

    def _condition(self, i: int, slug: str) -> str:
        """What a condition is called: its id if it is drawn, else a few of its words."""
        if self.union.points[i, slug] in self.left:
            return self.ids[i][slug]
        return f"“{label_of(self.union.statement((i, slug))).rstrip('.')}”"

    def _again(self, i: int, slug: str) -> str:
        same = self.union.again.get((i, slug))
        if same is None:
            return ""
        return self.words.say("overlay.again", id=f"{LETTERS[same[0]]}·{self.ids[same[0]][same[1]]}")

    def _way(self, i: int, slug: str) -> str:
        way = self.graph.way((i, slug))
        w = self.words
        if way is None:
            return w["overlay.no_thesis"]
        if not way.relations:
            return w["overlay.thesis"]
        self.leads.add((i, way.thesis))
        return w.counted("overlay.up", len(way.relations), how=self._how(way), thesis=self.ids[i][way.thesis])

    def _how(self, way: Way) -> str:
        said = [self.words[f"map.{relation}"] for relation in way.relations]
        return said[0] if len(set(said)) == 1 else ", ".join(said)

    def _where(self, i: int, where: str) -> str:
        book = self.union.maps[i].codebook
        place = book.places.get(where) if book else None
        return place.name if place and place.name else where.replace("-", " ")

    def _name_of(self, i: int, voice: str) -> str:
        book = self.union.maps[i].codebook
        actor = book.actors.get(voice) if book else None
        return actor.name if actor else voice

    def _cited(self, i: int, s: Statement) -> str:
        m = self.union.maps[i]
        sources = ((key, m.source(key)) for key in s.sources)
        return "; ".join(dict.fromkeys(source.citation(key) if source else key for key, source in sources))

    def _evidence(self, i: int, slug: str) -> str:
        s = self.union.statement((i, slug))
        words = s.text if self.level == "full" else label_of(s, LABEL_WORDS)
        cited, quote = self._cited(i, s), self._quote(s)
        parts = [words.rstrip("."), *self._notes(i, slug)]
        return " · ".join(parts) + (f" ({cited})" if cited else "") + (f" {quote}" if quote else "")

    def _quote(self, s: Statement) -> str:
        if self.level != "full":
            return ""
        places = list(s.at) if s.at else [s.via.at] if s.via else []
        return " ".join([f"“{s.quote}”"] * bool(s.quote) + [", ".join(places)] * bool(places))
