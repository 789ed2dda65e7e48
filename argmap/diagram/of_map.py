"""From a map to the boxes that draw it."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from argmap.diagram.boxes import Box, BoxKind, Diagram, Level, Seen
from argmap.graph import attached, edges
from argmap.model import ArgumentMap, Reason, Statement, period_in_words
from argmap.text import shorten

LETTERS: Final = {"thesis": "T", "claim": "C", "premise": "P", "evidence": "E", "objection": "O", "assumption": "U"}
"""U is what the article leaves unstated; A would read as an author."""

LABEL_WORDS: Final = 8


def diagram_of_map(m: ArgumentMap, *, level: Level = "text", words: int = LABEL_WORDS) -> Diagram:
    """The boxes of a map in reading order: each thesis with what stands under it, then what hangs on no thesis.

    A statement is drawn in full where it is first met; elsewhere a pointer stands for it. Evidence that is alone in
    its reason and carries nothing itself is a line in the foot of its claim. Names of statements that the map does
    not have are left out: the checks report them.

    Args:
        m: The map.
        level: How much of each statement is shown.
        words: How many words stand for a sentence where a label is wanted and the statement has none; pointers to what
            is drawn elsewhere are always short.
    """
    return _Drawer(m, level, words).diagram()


def short_ids(m: ArgumentMap) -> dict[str, str]:
    """What statements are called in drawings: a letter by type and a number in reading order, T alone if there is one.

    >>> short_ids(ArgumentMap.model_validate({"id": "m", "statements": {"t": {"type": "thesis", "text": "Yes."}}}))
    {'t': 'T'}
    """
    drawer = _Drawer(m, "title")
    drawer.diagram()
    return dict(drawer.ids)


def label_of(s: Statement, words: int = LABEL_WORDS) -> str:
    """The label of a statement, or the first words of its text."""
    return s.label or shorten(s.text, words)


class _Drawer:
    """Two walks over one map: the first numbers the statements, so that the second can point ahead (``if P5``)."""

    def __init__(self, m: ArgumentMap, level: Level, words: int = LABEL_WORDS) -> None:
        self.m, self.level, self.words = m, level, words
        self.ids: dict[str, str] = {}
        self.seen: set[str] = set()
        self.boxes = 0
        self.count: Counter[str] = Counter()
        self.only_thesis = sum(s.type == "thesis" for s in m.statements.values()) == 1
        uses = [e for e in edges(m) if e.upper in m.statements]
        self.uses = Counter(e.lower for e in uses)
        self.may_fold = Counter(e.lower for e in uses if self._alone(e.upper, e.reason))

    def diagram(self) -> Diagram:
        self._roots()
        self.seen.clear()
        self.boxes = 0
        return Diagram(tuple(self._roots()))

    def _roots(self) -> list[Box]:
        """Theses that stand under no other, then the tops of what hangs on none; in file order."""
        below = {e.lower for e in edges(self.m)}
        theses = [key for key, s in self.m.statements.items() if s.type == "thesis"]
        rest = [key for key in self.m.statements if key not in attached(self.m)]
        tops = [key for key in theses if key not in below] + [key for key in rest if key not in below]
        roots = [self._box(self._root_kind(key), (key,)) for key in tops]
        # whatever is left lies on a circle, which has no top
        roots += [self._box(self._root_kind(key), (key,)) for key in (*theses, *rest) if key not in self.seen]
        return roots

    def _root_kind(self, key: str) -> BoxKind:
        return "thesis" if self.m.statements[key].type == "thesis" else "loose"

    def _box(self, kind: BoxKind, keys: tuple[str, ...], reason: Reason | None = None, bears_on: str = "") -> Box:
        name = f"n{self.boxes}"
        self.boxes += 1
        keys = tuple(key for key in keys if key in self.m.statements)
        second = {key for key in keys if key in self.seen}
        keys = self._busy_last(keys, second)
        self.seen.update(keys)
        for key in keys:
            self._number(key)
        joined = len(keys) > 1
        statements = tuple(self._pointer(key) if key in second else self._seen(key, joined=joined) for key in keys)
        scheme = reason.scheme.replace("-", " ") if reason and reason.scheme and self.level == "full" else ""
        doubts = tuple(self._box("undercut", (key,)) for key in self._known(reason.unless if reason else ()))
        return Box(name, kind, statements, scheme, doubts, bears_on=bears_on)

    def _busy_last(self, keys: tuple[str, ...], second: set[str]) -> tuple[str, ...]:
        """Where one of several statements carries a tree, it stands last: lines then leave from the foot of the box."""
        busy = [key for key in keys if key not in second and any(True for _ in self._below(key))]
        return (*(key for key in keys if key not in busy), *busy) if len(busy) == 1 else keys

    def _number(self, key: str) -> None:
        if key not in self.ids:
            letter = LETTERS[self.m.statements[key].type]
            self.count[letter] += 1
            self.ids[key] = letter if letter == "T" and self.only_thesis else f"{letter}{self.count[letter]}"

    def _pointer(self, key: str) -> Seen:
        s = self.m.statements[key]
        return Seen(
            key,
            self.ids[key],
            s.type,
            label_of(s),
            label_of(s),
            qualified=" · ".join(self._qualified(s)),
            said_by=self._said_by(s),
            see=True,
        )

    def _seen(self, key: str, *, joined: bool) -> Seen:
        s = self.m.statements[key]
        new = []
        feet = []
        for e in self._feet(s):
            feet.append(self._evidence(e))
            if e not in self.seen:
                self.seen.add(e)
                self._number(e)
                new.append(e)
        cited = self._cited(s)
        if cited and s.type == "evidence":
            feet.insert(0, f"({cited})")
        elif cited:
            feet.append(f"({cited})")
        return Seen(
            key,
            self.ids[key],
            s.type,
            label_of(s, self.words) if self.level == "title" else s.text,
            label_of(s),
            qualified=" · ".join(self._qualified(s)),
            said_by=self._said_by(s),
            quote=self._quote(s),
            evidence=tuple(feet),
            folded=tuple(new),
            below=tuple(
                self._box(kind, keys, reason, self.ids[key] if joined else "")
                for kind, keys, reason in self._below(key)
            ),
        )

    def _below(self, key: str) -> Iterator[tuple[BoxKind, tuple[str, ...], Reason | None]]:
        """What gets a box under a statement: reasons, then objections, then conditions."""
        s = self.m.statements[key]
        for reason in s.because:
            if self._known(reason.premises) and not self._is_foot(reason):
                yield "support", self._known(reason.premises), reason
        for objection in self._known(s.but):
            yield "attack", (objection,), None
        for condition in self._known(s.if_):
            yield "condition", (condition,), None

    def _known(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key for key in keys if key in self.m.statements))

    def _alone(self, upper: str, reason: int | None) -> bool:
        return reason is not None and self._lonely(self.m.statements[upper].because[reason])

    def _lonely(self, reason: Reason) -> bool:
        """Whether the reason is one piece of evidence with nothing under it and no doubt about the step."""
        s = self.m.statements.get(reason.premises[0])
        alone = len(reason.premises) == 1 and not reason.unless
        return alone and s is not None and s.type == "evidence" and not (s.because or s.but or s.if_)

    def _is_foot(self, reason: Reason) -> bool:
        """Evidence that something else refers to as well needs a box of its own to point to."""
        key = reason.premises[0]
        return self._lonely(reason) and self.uses[key] == self.may_fold[key]

    def _feet(self, s: Statement) -> list[str]:
        return [r.premises[0] for r in s.because if r.premises[0] in self.m.statements and self._is_foot(r)]

    def _evidence(self, key: str) -> str:
        s = self.m.statements[key]
        words = s.text.rstrip(".") if self.level == "full" else label_of(s, self.words).rstrip(".")
        said = "" if s.by_author else f", says {self._name(s.voice)}, not the author"
        cited = self._cited(s)
        parts = [words + said, *self._qualified(s)]
        quote = self._quote(s)
        return " · ".join(parts) + (f" ({cited})" if cited else "") + (f" {quote}" if quote else "")

    def _cited(self, s: Statement) -> str:
        sources = ((key, self.m.source(key)) for key in s.sources)
        return "; ".join(dict.fromkeys(source.citation(key) if source else key for key, source in sources))

    def _qualified(self, s: Statement) -> Iterator[str]:
        if s.certainty != "asserted":
            yield s.certainty
        conditions = [self.ids.get(key, key) for key in self._known(s.if_)]
        if conditions:
            yield f"if {' and '.join(conditions)}"
        if s.when:
            yield period_in_words(s.when)
        if s.where:
            yield self._place(s.where)

    def _place(self, where: str) -> str:
        place = self.m.codebook.places.get(where) if self.m.codebook else None
        return place.name if place and place.name else where.replace("-", " ")

    def _said_by(self, s: Statement) -> str:
        return "" if s.by_author else self._name(s.voice)

    def _name(self, voice: str) -> str:
        actor = self.m.codebook.actors.get(voice) if self.m.codebook else None
        return actor.name if actor else voice

    def _quote(self, s: Statement) -> str:
        if self.level != "full":
            return ""
        places = list(s.at) if s.at else [s.via.at] if s.via else []
        return " ".join([f"“{s.quote}”"] * bool(s.quote) + [", ".join(places)] * bool(places))
