"""A map without the answers: what is asked for is taken out, and what only an answer would explain is put in order."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count
from typing import Any

from argmap.diagram.boxes import Box, Diagram, Level, Seen
from argmap.diagram.of_map import diagram_of_map
from argmap.languages import ENGLISH, Words
from argmap.model import ArgumentMap, Article, Codebook, Reason, Source, Statement
from argmap.teaching.chance import shuffled
from argmap.teaching.worksheet_blanks import Asked, BlankKind, Given, Name, in_words

Numbered = tuple[int, BlankKind, Name]


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A line of the table of roles.

    Attributes:
        actor: Who.
        toward: Toward whom, as they are called; empty for anyone.
        certainty: ``likely`` or ``possible``, else "".
        role: The part; "" where it is asked for.
        number: Under which it is asked for, 0 where it is given.
        statements: The statements of the sheet's map that say so.
    """

    actor: str
    toward: tuple[str, ...]
    certainty: str
    role: str
    number: int
    statements: tuple[str, ...]


@dataclass(frozen=True)
class Hidden:
    """Where the blanks are in the map that is left.

    Attributes:
        mark: A character that no text of the map holds; with a number behind it it stands for a source.
        claims: Numbers by statement.
        relations: Numbers by the two statements: the lower, the upper.
        focus: The statement the sheet is about.
        roles: The table of roles.
        names: What the map that was asked about calls each statement, for messages; on no sheet.
    """

    mark: str
    claims: Mapping[str, int]
    relations: Mapping[tuple[str, str], int]
    focus: str | None
    roles: tuple[RoleRow, ...]
    names: Mapping[str, str]


def hidden(given: Given, asked: Asked, seed: int) -> tuple[ArgumentMap, Hidden, tuple[Numbered, ...]]:
    """The map that is left, where its blanks are, and the number of each."""
    m = given.m
    names = {key: f"s{i}" for i, key in enumerate(m.statements, start=1)}
    hiding = _Hiding(given, asked, names, _unused(m))
    # numbered once in any way, only to see in which order the sheet is read
    order = list(hiding.all())
    rough = {each: i for i, each in enumerate(order, start=1)}
    first = hiding.without(rough, seed)
    focus = names[given.top] if given.top is not None else None
    diagram = blanked_diagram(first, hiding.where(rough, focus), level="title", words=ENGLISH, options={})
    read = [order[n - 1] for n in dict.fromkeys(_numbers(diagram))]
    roles = [each for each in order if each[0] == "role"]
    numbers = {each: i for i, each in enumerate((*read, *roles), start=1)}
    return (
        hiding.without(numbers, seed),
        hiding.where(numbers, focus),
        tuple((n, kind, name) for (kind, name), n in numbers.items()),
    )


def blanked_diagram(
    m: ArgumentMap, where: Hidden, *, level: Level, words: Words, options: Mapping[str, Any]
) -> Diagram:
    """The boxes of a map without answers, with the numbers of its blanks; nothing is called by an id that tells."""
    found = diagram_of_map(m, level=level, words=words, **{"ids": "none", "focus": where.focus, **options})
    return replace(found, roots=tuple(_marked(root, "", where, words) for root in found.roots))


def _marked(root: Box, upper: str, where: Hidden, words: Words) -> Box:
    """A tree with numbers. By recursion: what is too deep for it is too deep to be drawn."""
    key = root.statements[0].key
    number = where.relations.get((key, upper), 0) if len(root.statements) == 1 else 0
    return replace(
        root,
        statements=tuple(_filled(s, where, words) for s in root.statements),
        doubts=tuple(_marked(doubt, "", where, words) for doubt in root.doubts),
        blank=number if root.kind in ("support", "attack") else 0,
        role=words.say("worksheet.either", number=number) if number else root.role,
    )


def _filled(s: Seen, where: Hidden, words: Words) -> Seen:
    below = tuple(_marked(box, s.key, where, words) for box in s.below)
    lines = [_cited(line, where.mark) for line in s.evidence]
    cites = tuple(number for _, number in lines) if any(number for _, number in lines) else ()
    blank = 0 if s.see or s.context else where.claims.get(s.key, 0)
    return replace(s, below=below, evidence=tuple(line for line, _ in lines), cites=cites, blank=blank)


def _cited(line: str, mark: str) -> tuple[str, int]:
    """A line of evidence without the mark of a source that is asked for, and its number."""
    said, found, rest = line.partition(f"({mark}")
    number, _, more = rest.partition(")")
    return (f"{said.rstrip()}{more}".strip(), int(number)) if found else (line, 0)


def _numbers(diagram: Diagram) -> Iterator[int]:
    for box in diagram.walk():
        yield from (n for n in (box.blank, *(n for s in box.statements for n in (s.blank, *s.cites))) if n)


def _unused(m: ArgumentMap) -> str:
    """A character for private use that the map does not use."""
    said = m.model_dump_json()
    return next(c for c in map(chr, count(0xE000)) if c not in said)


@dataclass(frozen=True)
class _Hiding:
    given: Given
    asked: Asked
    names: Mapping[str, str]
    mark: str

    @cached_property
    def lower(self) -> Mapping[str, set[str]]:
        """The statements whose relation is asked for, by the statement above them."""
        found: dict[str, set[str]] = {}
        for name in self.asked.get("relation", ()):
            lower, _, upper = name.partition(">")
            found.setdefault(upper, set()).add(lower)
        return found

    def all(self) -> Iterator[tuple[BlankKind, Name]]:
        for kind, names in self.asked.items():
            yield from ((kind, name) for name in names)

    def where(self, numbers: Mapping[tuple[BlankKind, Name], int], focus: str | None) -> Hidden:
        claims = {self.names[name]: n for (kind, name), n in numbers.items() if kind in ("claim", "co-premise")}
        relations = {}
        for (kind, name), n in numbers.items():
            if kind == "relation":
                lower, _, upper = name.partition(">")
                relations[self.names[lower], self.names[upper]] = n
        names = {opaque: key for key, opaque in self.names.items()}
        return Hidden(self.mark, claims, relations, focus, tuple(self._roles(numbers)), names)

    def without(self, numbers: Mapping[tuple[BlankKind, Name], int], seed: int) -> ArgumentMap:
        """The map that is left: only what a drawing needs of it, under names that say nothing."""
        m = self.given.m
        sources: dict[str, Source] = {}
        statements = {
            self.names[key]: self._statement(key, s, numbers, sources, seed) for key, s in m.statements.items()
        }
        book = m.codebook
        return ArgumentMap.model_construct(
            id=m.id,
            title=m.title,
            article=Article.model_construct(**m.article.model_dump(include={"authors", "title", "publisher", "date"})),
            codebook=Codebook.model_construct(id=book.id, actors=book.actors, places=book.places) if book else None,
            sources=sources,
            statements=statements,
        )

    def _statement(
        self,
        key: str,
        s: Statement,
        numbers: Mapping[tuple[BlankKind, Name], int],
        sources: dict[str, Source],
        seed: int,
    ) -> Statement:
        number = numbers.get(("claim", key)) or numbers.get(("co-premise", key))
        said: dict[str, Any] = {"text": s.text, "label": s.label, "quote": s.quote, "at": s.at}
        if number:
            said = {"text": f"({number})", "label": f"({number})", "quote": None, "at": ()}
        cited = self.given.citations(s)
        if asked := numbers.get(("source", key)):
            cited = [f"{self.mark}{asked}"]
        keys = []
        for citation in cited:
            keys.append(f"c{len(sources) + 1}")
            sources[keys[-1]] = Source.model_construct(short=citation)
        because, but = self._below(key, s, seed)
        return Statement.model_construct(
            **said,
            # an objection is drawn as any premise is, and types are not shown; only these three are told from others
            type=s.type if s.type in ("thesis", "evidence", "assumption") else "premise",
            because=because,
            but=but,
            stated_certainty=s.stated_certainty,
            if_=self._known(s.if_),
            stated_voice=s.stated_voice,
            sources=tuple(keys),
            when=s.when,
            where=s.where,
        )

    def _below(self, key: str, s: Statement, seed: int) -> tuple[tuple[Reason, ...], tuple[str, ...]]:
        """Reasons and objections: those of which one is to say what they are come between, in an order by lot."""
        asked = self.lower.get(key, set())
        because = [
            Reason.model_construct(
                premises=self._known(r.premises), scheme=r.scheme or None, unless=self._known(r.unless)
            )
            for r in s.because
            if self._known(r.premises) and not (set(r.premises) & asked and len(set(r.premises)) == 1)
        ]
        either = shuffled(asked, seed=seed, choice=f"order of {key}")
        because += [Reason.model_construct(premises=self._known([lower]), scheme=None, unless=()) for lower in either]
        return tuple(because), self._known(lower for lower in s.but if lower not in asked)

    def _known(self, keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.names[key] for key in keys if key in self.names)

    def _roles(self, numbers: Mapping[tuple[BlankKind, Name], int]) -> Iterator[RoleRow]:
        """A row for each part, with all statements that say so; there is a table only if something in it is asked."""
        if not self.asked.get("role"):
            return
        rows: dict[tuple[str, tuple[str, ...], str, str], list[str]] = {}
        for key, form in self.given.attributions():
            certainty = self.given.m.statements[key].certainty
            toward = tuple(self._actor(each) for each in form.toward)
            told: str = "" if certainty == "asserted" else certainty
            rows.setdefault((self._actor(form.actor), toward, told, in_words(form.role)), []).append(key)
        for (actor, toward, told, role), keys in rows.items():
            number = numbers.get(("role", role), 0)
            yield RoleRow(actor, toward, told, "" if number else role, number, self._known(dict.fromkeys(keys)))

    def _actor(self, key: str) -> str:
        book = self.given.m.codebook
        actor = book.actors.get(key) if book else None
        return actor.name if actor else key.replace("-", " ")
