"""What stands on a comparison sheet, as values without colours or places."""

from dataclasses import dataclass, field
from typing import Final, Literal

from argmap.comparison.records import Group

Level = Literal["title", "text", "full"]
SectionKind = Literal["agree", "differ", "only-one", "undetermined", "evidence"]
Sign = Literal["raises", "lowers", "unrelated"]

LEVELS: Final[tuple[Level, ...]] = ("title", "text", "full")


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a side stands on a proposition: ``denies that`` and the proposition, or ``no`` and nothing else."""

    verb: str
    text: str


@dataclass(frozen=True, slots=True)
class Driver:
    """A cause a side names, with its sign; the text says in brackets what else holds of it.

    `statements` are those that name it, for views that lead there.
    """

    sign: Sign
    text: str
    main: bool
    statements: tuple[str, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Part:
    """A role a side casts an actor in. `valence` is +1 friendly, 0 or -1 hostile; `toward` says to whom, or "".

    `statements` are those that do so, for views that lead there.
    """

    text: str
    valence: int
    main: bool
    toward: str
    statements: tuple[str, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Passage:
    """What a side says: the mapper's sentence (or "", where its place is taken), its limits, the article's words.

    `statement` is the one that says it, for views that lead there.
    """

    text: str
    note: str
    quote: str
    at: str
    statement: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Remark:
    """A line of the sheet's own: what is left out here."""

    text: str


@dataclass(frozen=True, slots=True)
class Absence:
    """What stands on the side of the map that takes no position: words, nothing else."""

    text: str


@dataclass(frozen=True, slots=True)
class Use:
    """What a side uses a source for."""

    text: str


Item = Stand | Driver | Part | Passage | Remark | Absence | Use


@dataclass(frozen=True, slots=True)
class Middle:
    """The shared claim or the shared question, and under it what each side holds back."""

    text: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One finding: what both share in the middle, each side's words beside it. `sentence` says it all in words.

    `symbol` is "" where only one side speaks: the other side's place has words instead, and ○ is the sign of causes
    without effect. `finding` is the id of it.
    """

    finding: str
    group: Group
    symbol: str
    middle: Middle
    left: tuple[Item, ...]
    right: tuple[Item, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under one heading. `gloss` explains how to read them; `headline` is the title of a page of their own."""

    kind: SectionKind
    title: str
    gloss: str
    headline: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """One author: the letter and name that stand for the map, its thesis, and the line that names the article.

    `version` names the map itself, with the beginning of its hash where it came from a file.
    """

    letter: str
    name: str
    thesis: tuple[str, ...]
    source: str
    version: str


@dataclass(frozen=True, slots=True)
class ComparisonSheet:
    """A comparison of two maps, ready to be laid out.

    `foot` begins with what holds on every page; the rest is said once, under the first.
    """

    title: str
    heads: tuple[Head, Head]
    sections: tuple[Section, ...]
    foot: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """The rows of a section in short, the most central one first; `places` are theirs in the section.

    As many of them as fit are shown, and the rest is counted.
    """

    kind: SectionKind
    title: str
    rows: tuple[Row, ...]
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A section of which only the size is told."""

    kind: SectionKind
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Glance:
    """The first of several sheets: what is most central to both."""

    choices: tuple[Choice, ...]
    mentions: tuple[Mention, ...]
