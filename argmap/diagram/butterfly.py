"""One question with both answers to it, each with its reasons: the values a butterfly is drawn from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, cast

from argmap.comparison.central import most_central
from argmap.comparison.records import Cited, Comparison, Finding, Group, PositionEntry, Side
from argmap.diagram.boxes import Level, Seen
from argmap.diagram.branches import Branch, branches
from argmap.diagram.of_comparison import LETTERS
from argmap.diagram.sheet import Driver, Part, Sign, Stand, Use
from argmap.diagram.sides import as_said, capitalised
from argmap.diagram.sources import source_line
from argmap.diagram.vocabulary import Vocabulary, is_linked, own_proposition, vocabulary
from argmap.errors import DrawingFailed
from argmap.languages import Words
from argmap.model import ArgumentMap, Article, period_in_words

MARKS: Final[dict[Group, str]] = {
    "agree": "=",
    "agree-but": "≈",
    "diverge": "≠",
    "conflict": "!",
    "one-sided": "○",  # for the ∅ of the data, which Arial lacks
    "undetermined": "?",
}

MOST: Final = 6
"""So many questions are drawn at once."""

_ANSWERS: Final = 4

Answering = Part | Driver | Use | Stand


@dataclass(frozen=True, slots=True)
class Answer:
    """What a side answers, in a word or two, and the statements that say so, each with what stands under it."""

    said: tuple[Answering, ...]
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Wing:
    """One side of a butterfly. `also` are answers that are only named; `absence` stands where there is none."""

    letter: str
    name: str
    source: str
    version: str
    answers: tuple[Answer, ...]
    also: tuple[Answering, ...]
    absence: str


@dataclass(frozen=True, slots=True)
class Butterfly:
    """A question, what it comes to in a sentence, and both wings."""

    id: str
    title: str
    group: Group
    symbol: str
    question: str
    wings: tuple[Wing, Wing]


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is shown: the words of reasons, and how many steps of them.

    `answers` is the level of the answers themselves. What stands under statements that are `closed`, by letter of the
    side and slug, is only counted, and so are more than `most` boxes below a statement of an answer.
    """

    level: Level
    depth: int
    answers: Level
    closed: frozenset[tuple[str, str]] = frozenset()
    most: int | None = None


def questions(c: Comparison, asked: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings that can be drawn, what differs first, and of that the most central one.

    Raises:
        DrawingFailed: There is no finding.
    """
    among = replace(c, findings=tuple(asked))
    found = [
        *most_central(among, "conflict", "diverge"),
        *most_central(among, "agree", "agree-but"),
        *most_central(among, "undetermined"),
        *most_central(among, "one-sided"),
        *(f for f in asked if f.unit == "evidence"),
    ]
    if not found:
        raise DrawingFailed("the maps share nothing that could be compared, so there is no question to draw")
    return tuple(found)


def butterfly(c: Comparison, f: Finding, plan: Plan, words: Words) -> Butterfly:
    """A finding from the middle: the question, the answers of both sides, and what carries them."""
    known = vocabulary(c, words)
    left, right = (_wing(c, f, i, plan, known) for i in (0, 1))
    return Butterfly(f.id, f.sentence, f.group, MARKS[f.group], f.question, (left, right))


def openings(page: Butterfly) -> list[tuple[str, str]]:
    """The statements below the answers that carry something themselves, by letter and slug: nearest first, in turn."""
    found: list[tuple[int, int, str, str]] = []
    for wing in page.wings:
        tops = [(1, box) for a in wing.answers for b in a.branches for box in b.seen.below]
        while tops:
            at, box = tops.pop(0)
            found += [
                (at, len(found), wing.letter, s.key)
                for s in box.statements
                if not s.see and (s.below or (box.doubts and s is box.statements[0]))
            ]
            tops += [(at + 1, child) for child in box.children]
    by_side = {wing.letter: sorted(f for f in found if f[2] == wing.letter) for wing in page.wings}
    ranked = [(f[0], i, letter, f[3]) for letter, some in by_side.items() for i, f in enumerate(some)]
    return [(letter, key) for _, _, letter, key in sorted(ranked)]


def article_line(article: Article, *, brief: bool) -> str:
    """The line that names an article, without its title where there is little room."""
    return source_line(article.model_copy(update={"title": None}) if brief else article)


def version_of(c: Comparison, index: int) -> str:
    """A map by name, with the beginning of its hash where it came from a file."""
    m = c.maps[index]
    return f"{m.id} ({m.sha256[:12]})" if m.sha256 else m.id


def absence(f: Finding, map_id: str, letter: str, known: Vocabulary) -> str:
    """The words that stand where a side has no position: silence only where it was looked for."""
    words = known.fixed
    if f.sides[map_id].reported:
        return words.say("sheet.reported", letter=letter)
    if "provisional" not in f.flags:
        return words.say("sheet.silent", letter=letter)
    return words.say(f"sheet.{'nothing_coded' if map_id in known.partly_coded else 'not_in_map'}", letter=letter)


def _wing(c: Comparison, f: Finding, index: int, plan: Plan, known: Vocabulary) -> Wing:
    m, letter = c.maps[index], LETTERS[index]
    side = f.sides[m.id]
    document = c.documents[index] if index < len(c.documents) else None
    answers: tuple[Answer, ...] = ()
    also: tuple[Answering, ...] = ()
    if side.position:
        answers, also = _Answers(f, side, m.id, letter, document, plan, known, known.fixed).found()
    missing = "" if side.position else absence(f, m.id, letter, known)
    source = article_line(m.article, brief=plan.answers == "title")
    return Wing(letter, m.name, source, version_of(c, index), answers, also, missing)


@dataclass(frozen=True)
class _Answers:
    """The answers of one side."""

    f: Finding
    side: Side
    map_id: str
    letter: str
    document: ArgumentMap | None
    plan: Plan
    known: Vocabulary
    words: Words
    cited: Mapping[str, Cited] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "cited", {s.id: s for s in self.side.statements})

    def found(self) -> tuple[tuple[Answer, ...], tuple[Answering, ...]]:
        """Those drawn with what carries them, and those only named."""
        if isinstance(self.side.position, str):
            stand = Stand(self._verb(self.side.position), self._proposition())
            return (Answer((stand,), self._branches([s.id for s in self.side.statements])),), ()
        return self._entries(cast("tuple[PositionEntry, ...]", self.side.position))

    def _entries(self, entries: tuple[PositionEntry, ...]) -> tuple[tuple[Answer, ...], tuple[Answering, ...]]:
        """Main answers with their statements, or all where none is main; the others are named.

        A statement stands with the first answer it gives; an answer that is left without any is named beside those
        its statement stands with.
        """
        ordered = sorted(entries, key=lambda e: (not e.main, e.entry not in self.f.shared))
        drawn = [e for e in ordered if e.main] or ordered[:_ANSWERS]
        given = {e.entry: [key for key in e.statements if key in self.cited] for e in drawn}
        made = self._branches(list(dict.fromkeys(key for keys in given.values() for key in keys)))
        owner: dict[str, str] = {}
        for e in drawn:
            for key in given[e.entry]:
                owner.setdefault(key, e.entry)
        stands_with: dict[str, list[Branch]] = {e.entry: [] for e in drawn}
        for branch in made:
            stands_with[owner[branch.seen.key]].append(branch)
        answers: list[Answer] = []
        named: list[PositionEntry] = []
        for e in drawn:
            holder = owner[given[e.entry][0]] if given[e.entry] else ""
            if own := stands_with[e.entry]:
                beside = [
                    other
                    for other in drawn
                    if other is not e and not stands_with[other.entry] and given[other.entry]
                    and owner[given[other.entry][0]] == e.entry
                ]  # fmt: skip
                answers.append(Answer(tuple(self._said(x, len(entries)) for x in (e, *beside)), tuple(own)))
            elif not holder or holder == e.entry or not stands_with[holder]:
                named.append(e)
        named += [e for e in ordered if e not in drawn]
        named = [replace(e, toward=()) for e in named]
        if not answers:  # nothing but names
            return (Answer(tuple(self._said(e, len(entries)) for e in drawn), ()),), tuple(
                self._said(e, len(entries)) for e in ordered if e not in drawn
            )
        return tuple(answers), tuple(self._said(e, len(entries)) for e in named)

    def _branches(self, keys: Sequence[str]) -> tuple[Branch, ...]:
        if self.document is None or any(key not in self.document.statements for key in keys):
            return tuple(Branch(self._quoted(self._bare(self.cited[key])), 0) for key in keys)
        plan = self.plan
        closed = frozenset(key for letter, key in plan.closed if letter == self.letter)
        found = branches(
            self.document,
            keys,
            depth=plan.depth,
            level=plan.level,
            words=self.words,
            closed=closed,
            most=plan.most,
        )
        return tuple(replace(b, seen=self._quoted(self._at_level(b.seen))) for b in found)

    def _bare(self, s: Cited) -> Seen:
        """A statement of which no more is known than what the finding cites."""
        limits = [] if s.certainty == "asserted" else [self.words[f"map.{s.certainty}"]]
        limits += [self.words["sheet.on_condition"]] if s.if_ else []
        limits += [period_in_words(s.when)] if s.when else []
        limits += [s.where] if s.where else []
        return Seen(s.id, "", "claim", s.text, s.text, qualified=" · ".join(limits))

    def _at_level(self, seen: Seen) -> Seen:
        """An answer in the words of its own level, which may say more than its reasons do."""
        s = cast("ArgumentMap", self.document).statements[seen.key]
        return replace(seen, text=(s.label or s.text) if self.plan.answers == "title" else s.text)

    def _quoted(self, seen: Seen) -> Seen:
        s = self.cited.get(seen.key)
        if s is None or self.plan.answers == "title":
            return replace(seen, quote="")
        at = "\u00a0".join(part for part in (", ".join(s.at), f"({s.via})" if s.via else "") if part)
        words = (s.quote or "").replace("“", "‘").replace("”", "’")
        quote = "\u00a0".join(part for part in (f"“{words}”" if words else "", at) if part)
        return replace(seen, quote=quote)

    def _verb(self, position: str) -> str:
        """``holds that`` before the side's own proposition, ``yes`` where the question is on one."""
        return self.known.verb(self.map_id, f"{'does' if is_linked(self.f) else 'says'}.{position}")

    def _proposition(self) -> str:
        """The side's own proposition where the question is about two."""
        if not is_linked(self.f):
            return ""
        return as_said(self.known.word(own_proposition(self.f, self.map_id)), self.f)

    def _said(self, entry: PositionEntry, of: int) -> Answering:
        w, known = self.words, self.known
        form, _, rest = entry.entry.rpartition("|")[2].partition(":")
        notes = [w["sheet.main"]] if entry.main and of > 1 else []
        notes += [] if entry.certainty == "asserted" else [w[f"map.{entry.certainty}"]]
        noted = f" ({', '.join(notes)})" if notes else ""
        if self.f.unit == "role":
            role = rest.partition("=")[2]
            toward = w.listed([known.word(actor) for actor in entry.toward])
            said = w.say("sheet.toward", whom=toward) if entry.toward else ""
            return Part(known.word(role) + noted, known.valences.get(role, 0), entry.main, said)
        if self.f.unit == "explanation":
            return Driver(cast("Sign", form), capitalised(known.word(rest.partition(">")[0])) + noted, entry.main)
        return Use((entry.label or known.word(rest)) + noted)
