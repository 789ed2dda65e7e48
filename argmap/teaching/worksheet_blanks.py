"""What of a map can be asked for, and what of it is chosen: by lot, and never by what the answer is."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Literal, assert_never

from argmap.diagram.boxes import Level
from argmap.diagram.of_map import diagram_of_map, focused
from argmap.diagram.sources import source_line
from argmap.graph import edges
from argmap.model import ArgumentMap, RoleAttribution, Statement, period_in_words
from argmap.teaching.chance import drawn, shuffled

BlankKind = Literal["claim", "relation", "source", "co-premise", "role"]

Name = str
"""What a blank is of: a statement, by slug; of a relation ``lower>upper``; of a role its words."""

Asked = Mapping[BlankKind, tuple[Name, ...]]

_SHARE: Final[Mapping[BlankKind, Mapping[int, float]]] = {
    "claim": {1: 0.2, 2: 0.4, 3: 0.6},
    "co-premise": {1: 0.2, 2: 0.4, 3: 0.6},
    "relation": {1: 0.15, 2: 0.3, 3: 0.6},
    "source": {1: 0.15, 2: 0.3, 3: 0.6},
    "role": {1: 0.2, 2: 0.4, 3: 0.6},
}
"""How much of what can be asked for is, by difficulty."""

_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True)
class Given:
    """A map as a worksheet sees it: what can be asked for, and what a sheet says in any case."""

    m: ArgumentMap
    level: Level
    focus: str | None = None

    @cached_property
    def top(self) -> str | None:
        """The statement it is about, by slug; None for the whole map."""
        return None if self.focus is None else focused(self.m, self.focus)

    @cached_property
    def shown(self) -> frozenset[str]:
        """The statements that the sheet shows in full."""
        return frozenset(key for box in diagram_of_map(self.m, focus=self.top).walk() for key in box.shown())

    @cached_property
    def linked(self) -> Mapping[str, frozenset[str]]:
        """For each statement that works only together with others: those others."""
        found: dict[str, set[str]] = {}
        for s in self.m.statements.values():
            for reason in s.because:
                known = {key for key in reason.premises if key in self.m.statements}
                for key in known if len(known) > 1 else ():
                    found.setdefault(key, set()).update(known - {key})
        return {key: frozenset(others) for key, others in found.items()}

    @cached_property
    def uppers(self) -> Mapping[str, frozenset[str]]:
        """What each statement stands under."""
        found: dict[str, set[str]] = {}
        for e in edges(self.m):
            found.setdefault(e.lower, set()).add(e.upper)
        return {key: frozenset(those) for key, those in found.items()}

    def neighbours(self, key: str) -> frozenset[str]:
        """What a statement stands under, what it works together with, and what stands under it."""
        below = {lower for lower, uppers in self.uppers.items() if key in uppers}
        return frozenset(below) | self.uppers.get(key, frozenset()) | self.linked.get(key, frozenset())

    def claims(self, *, together: bool) -> list[Name]:
        """Statements whose words can be asked for: those that stand alone, or those that work only together."""
        return [
            key
            for key, s in self.m.statements.items()
            if s.type not in ("thesis", "evidence")
            and key in self.shown
            and key != self.top
            and key in self.uppers
            and (key in self.linked) == together
            and self.is_hidden_with(texts_of(s), [s.text, *([s.label] if s.label else [])])
        ]

    def relations(self) -> list[Name]:
        """Steps of which nothing but the word in the bar says whether they are for or against.

        A reason of several premises, one that is doubted, what is assumed, and evidence, cannot be an objection: that
        would be seen.
        """
        found: Counter[Name] = Counter()
        can: list[Name] = []
        for upper, s in self.m.statements.items():
            plain = [r.premises[0] for r in s.because if len(set(r.premises)) == 1 and not r.unless]
            for e in (*(key for r in s.because for key in {*r.premises, *r.unless}), *s.but, *s.if_):
                found[f"{e}>{upper}"] += 1
            can += [f"{key}>{upper}" for key in (*plain, *s.but)]
        return [name for name in sorted(can) if found[name] == 1 and self._can_be_either(*name.split(">"))]

    def _can_be_either(self, lower: str, upper: str) -> bool:
        s = self.m.statements.get(lower)
        # where the upper one works together with others, a bar says for or against which of them it is
        drawn_here = upper in self.shown and lower in self.shown and lower != self.top and upper not in self.linked
        return drawn_here and s is not None and s.type not in ("assumption", "evidence", "thesis")

    def sources(self) -> list[Name]:
        """Statements whose source can be asked for: what nothing else cites."""
        return [
            key
            for key, s in self.m.statements.items()
            if key in self.shown and s.sources and self.is_hidden_with(self.citations(s), self.citations(s))
        ]

    def citations(self, s: Statement) -> list[str]:
        """The sources of a statement as they are cited, each once."""
        known = ((key, self.m.source(key)) for key in s.sources)
        return list(dict.fromkeys(source.citation(key) if source else key for key, source in known))

    def attributions(self) -> Iterator[tuple[str, RoleAttribution]]:
        """Who plays which part, with the statement that says so: what the author says, not what others are said to."""
        for key, s in self.m.statements.items():
            if s.by_author and key in self.shown:
                yield from ((key, form) for form in s.says if isinstance(form, RoleAttribution))

    def roles(self) -> list[Name]:
        """Parts that actors play, each once: a part that is asked for is asked for wherever it is played."""
        words = dict.fromkeys(in_words(form.role) for _, form in self.attributions())
        return [word for word in words if self.is_hidden_with([], [word])]

    def answer(self, kind: BlankKind, name: Name) -> tuple[str, str, tuple[str, ...], str]:
        """Answer, the same in full, places in the article, and statement of what is asked for."""
        match kind:
            case "claim" | "co-premise":
                s = self.m.statements[name]
                return (s.label or s.text if self.level == "title" else s.text), s.text, s.at, name
            case "relation":
                lower, _, upper = name.partition(">")
                word = "but" if lower in self.m.statements[upper].but else "because"
                return word, word, (), lower
            case "source":
                cited = "; ".join(self.citations(self.m.statements[name]))
                return cited, cited, self.m.statements[name].at, name
            case "role":
                keys = [key for key, form in self.attributions() if in_words(form.role) == name]
                places = dict.fromkeys(at for key in keys for at in self.m.statements[key].at)
                return name, name, tuple(places), keys[0]
            case _:
                assert_never(kind)

    def is_hidden_with(self, own: Iterable[str], answers: Iterable[str]) -> bool:
        """Whether answers stand nowhere but in their own texts, compared by words.

        Several words are found under other hyphens and dots too, and wide letters without spaces around them; a single
        word could be a part of another one.
        """
        mine = _normal(own)
        for answer in answers:
            word = _normal([answer]).strip("|").strip()
            if not word:
                return False
            said = f" {word} "
            if self._said.count(said) > mine.count(said):
                return False
            tight = _tight(answer)
            parts_tell = " " in word or not tight.isascii()
            if parts_tell and self._said_tight.count(tight) > sum(_tight(text).count(tight) for text in own):
                return False
        return True

    @cached_property
    def _all(self) -> list[str]:
        """Every text that a sheet may show; a text of two uses stands here twice."""
        m, found = self.m, []
        for s in m.statements.values():
            found += [*texts_of(s), *self.citations(s), *([s.stated_voice] if s.stated_voice else [])]
            found += [r.scheme for r in s.because if r.scheme] + ([s.where] if s.where else [])
            found += [period_in_words(s.when)] if s.when else []
            found += [key for form in s.says if isinstance(form, RoleAttribution) for key in (form.actor, *form.toward)]
        article = m.article
        found += [t for t in (m.id, m.title, article.title, article.short, source_line(article)) if t]
        if m.codebook:
            found += [a.name for a in m.codebook.actors.values()]
            found += [p.name for p in m.codebook.places.values() if p.name]
        return found

    @cached_property
    def _said(self) -> str:
        return _normal(self._all)

    @cached_property
    def _said_tight(self) -> str:
        return "|".join(map(_tight, self._all))


def texts_of(s: Statement) -> list[str]:
    """What a sheet of any level may show of a statement, and does not once its words are asked for."""
    return [text for text in (s.text, s.label, s.quote) if text]


def in_words(role: str) -> str:
    """A role as it is read."""
    return role.replace("-", " ")


def _normal(texts: Iterable[str]) -> str:
    return "|".join(f" {' '.join(_words(text))} " for text in texts)


def _tight(text: str) -> str:
    return "".join(_words(text))


def _words(text: str) -> list[str]:
    """The words of a text however its letters are encoded, and without marks that are not seen."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _WORD.findall("".join(c for c in plain if unicodedata.category(c) != "Cf"))


def chosen(given: Given, kinds: tuple[BlankKind, ...], difficulty: int, seed: int) -> Asked:
    """What is asked for. What a relation is plays no part in whether it is asked for."""
    lot = _Lot(given, difficulty, seed)
    if "claim" in kinds:
        lot.claims("claim", given.claims(together=False))
    if "co-premise" in kinds:
        lot.claims("co-premise", given.claims(together=True))
    if "relation" in kinds:
        lot.relations()
    if "source" in kinds:
        lot.some("source", given.sources())
    if "role" in kinds:
        lot.some("role", given.roles(), lambda role: f"{given.answer('role', role)[3]} {role}")
    return lot.found


@dataclass
class _Lot:
    given: Given
    difficulty: int
    seed: int
    found: dict[BlankKind, tuple[Name, ...]] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)

    def count(self, kind: BlankKind, of: int) -> int:
        return max(1, round(_SHARE[kind][self.difficulty] * of)) if of else 0

    def claims(self, kind: BlankKind, can: list[Name]) -> None:
        """Claims, at difficulty 1 each with all neighbours given; of what works together, something always is."""
        wanted, taken = self.count(kind, len(can)), list[Name]()
        for key in shuffled(can, seed=self.seed, choice=kind):
            together = self.given.linked.get(key, frozenset())
            near = self.given.neighbours(key) if self.difficulty == 1 else frozenset()
            if len(taken) < wanted and not near & self.hidden and not (together and together <= self.hidden):
                taken.append(key)
                self.hidden.add(key)
        self.found[kind] = tuple(taken)

    def relations(self) -> None:
        """Relations between claims that are given: half of what mappers call objections, where there are so many.

        By the type of the statement, and not by the relation itself: of each one both could be asked.
        """
        can = [name for name in self.given.relations() if not set(name.split(">")) & self.hidden]
        called = {name: self.given.m.statements[name.split(">")[0]].type == "objection" for name in can}
        wanted = self.count("relation", len(can))
        lots = shuffled(can, seed=self.seed, choice="relation")
        objections, others = [n for n in lots if called[n]], [n for n in lots if not called[n]]
        half = min(len(objections), max(wanted // 2, wanted - len(others)))
        self.found["relation"] = (*objections[:half], *others[: wanted - half])

    def some(self, kind: BlankKind, can: list[Name], lot: Callable[[Name], str] = str) -> None:
        """Some of them; a lot that a sheet told would tell right words of its bank from wrong ones."""
        self.found[kind] = tuple(drawn(can, self.count(kind, len(can)), seed=self.seed, choice=kind, name=lot))
