"""How a drawing is to look, whatever it shows: its paper, its colours, its fixed words, its kind of file."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeVar

from argmap.diagram.boxes import LEVELS, Level
from argmap.errors import UnknownName
from argmap.languages import ENGLISH, LANGUAGES, Words, words_in
from argmap.layout.paper import PAPERS, Paper
from argmap.layout.sheets import Split
from argmap.renderers.picture import FORMATS, Format
from argmap.theme import THEME_NAMES, THEMES, Theme

if TYPE_CHECKING:
    from argmap.comparison.records import Comparison, Finding

K = TypeVar("K", bound=str)

Ids = Literal["none", "short", "outline"]
Evidence = Literal["inside", "nodes", "none"]
Layout = Literal["tree", "dot"]

SPLITS: Final[tuple[Split, ...]] = ("auto", "branch", "never")
IDS: Final[tuple[Ids, ...]] = ("none", "short", "outline")
EVIDENCE: Final[tuple[Evidence, ...]] = ("inside", "nodes", "none")
LAYOUTS: Final[tuple[Layout, ...]] = ("tree", "dot")


@dataclass(frozen=True, slots=True)
class Look:
    """What every drawing is asked for.

    `level` is how much of each statement is shown; None leaves it to the view: labels on slides, else sentences.
    """

    paper: Paper
    theme: Theme
    kind: Format
    words: Words = ENGLISH
    level: Level | None = None

    @property
    def shown(self) -> Level:
        """The level, or the one usual on this paper."""
        return self.level or ("title" if self.paper.name == "slide" else "text")


@dataclass(frozen=True, slots=True)
class MapOptions:
    """What the drawing of one map is asked for besides.

    Attributes:
        split: Whether it becomes an overview and a sheet per branch.
        ids: What statements are called by: nothing, ``P3``, or their place in the outline, ``1.2``.
        evidence: In the foot of its claim, in boxes of its own, or not at all.
        focus: Only this statement, what stands below it, and what it bears on; None for the whole map.
        depth: So many steps below the top are shown, the rest is counted; None for all.
        layout: Our tree, with pointers for second uses; or the graph, placed by Graphviz' `dot`.
    """

    split: Split = "auto"
    ids: Ids = "short"
    evidence: Evidence = "inside"
    focus: str | None = None
    depth: int | None = None
    layout: Layout = "tree"


@dataclass(frozen=True, slots=True)
class ViewOptions:
    """What the drawing of a comparison is asked for besides.

    Attributes:
        about: Ids of the findings it is to be about; empty for all.
        depth: So many steps below what it is about are shown, where it shows steps; None leaves it to the view.
    """

    about: frozenset[str] = frozenset()
    depth: int | None = None

    def findings(self, c: "Comparison") -> "tuple[Finding, ...]":
        """The findings asked for, in order."""
        return tuple(f for f in c.findings if f.id in self.about) if self.about else c.findings


def look(
    *,
    paper: str,
    theme: str | Theme = "light",
    format: str = "svg",  # noqa: A002  # what users call it
    level: str | None = None,
    language: str | Words = "en",
) -> Look:
    """A look from names.

    Raises:
        UnknownName: One of them does not exist.
    """
    words = language if isinstance(language, Words) else words_in(known("language", language, LANGUAGES))
    colours = theme if isinstance(theme, Theme) else THEMES[known("theme", theme, THEME_NAMES)]
    kind = known("format", format, FORMATS)
    shown: Level | None = None if level is None else known("level", level, LEVELS)
    return Look(PAPERS[known("paper", paper, tuple(PAPERS))], colours, kind, words, shown)


def known(what: str, name: str, names: tuple[K, ...]) -> K:
    """The name, if there is one like it.

    Raises:
        UnknownName: There is none; the error lists those that are.
    """
    for each in names:
        if each == name:
            return each
    raise UnknownName(what, name, names)
