# ruff: noqa: PLC0415  # as in `drawing`: who only wants the page need not wait for what draws
"""Worksheets to fill in, each with its key."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Literal, get_args

from argmap.errors import ArgmapError, UnknownName
from argmap.facade.opening import FilePath, usable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.languages import Words
    from argmap.model import ArgumentMap
    from argmap.renderers.picture import Format, Picture
    from argmap.teaching.worksheet import Worksheet
    from argmap.theme import Theme

BlankKind = Literal["claim", "relation", "source", "co-premise", "role"]
Difficulty = Literal[1, 2, 3]
Level = Literal["title", "text", "full"]

BLANK_KINDS: Final[tuple[BlankKind, ...]] = get_args(BlankKind)


@dataclass(frozen=True, slots=True)
class WorksheetAndKey:
    """A worksheet as it is handed out, and what a teacher keeps.

    Attributes:
        sheet: The first sheet, with the others behind it; no answer is in its bytes but in the word bank.
        key: The same boxes and lines with the answers.
        worksheet: What is asked for, and the answers, as values.
    """

    sheet: "Picture"
    key: "Picture"
    worksheet: "Worksheet" = field(repr=False)


def make_worksheet(
    map_: "ArgumentMap | FilePath",
    *,
    blanks: "BlankKind | Iterable[BlankKind]" = BLANK_KINDS,
    difficulty: Difficulty = 1,
    seed: int = 1,
    distractors: "ArgumentMap | FilePath | None" = None,
    focus: str | None = None,
    level: Level = "title",
    paper: str = "a4",
    theme: "FilePath | Theme" = "print",
    format: "Format" = "pdf",  # noqa: A002  # what users call it
    language: "FilePath | Words" = "en",
    limits: bool = True,
) -> WorksheetAndKey:
    """A map with blanks to fill in, and its key.

    Args:
        map_: A map or its path.
        blanks: What is left out: ``claim``, ``relation``, ``source``, ``co-premise`` or ``role``, or several of them.
        difficulty: 1 asks for least, and has a word bank; 3 asks for most, and has none.
        seed: Another one chooses other blanks.
        distractors: A map that wrong entries of the word bank come from: of the other author.
        focus: The statement, by slug or short id, whose branch alone is drawn.
        level: How much a box says, as for `draw`; labels leave most room to write.
        paper: What it is printed on, as for `draw`.
        theme: As for `draw`.
        format: As for `draw`, but ``mermaid``.
        language: Of the fixed words, as for `draw`.
        limits: As for `load`.

    Raises:
        InvalidMap: A map, or a theme or language of your own, has errors.
        ArgmapError: There is no such difficulty; or distractors are given where there is no word bank.
        UnknownName: There is no such kind of blank, paper, theme, language or statement.
        DrawingFailed: Nothing can be left out, there is no Graphviz, or it could not draw this.
    """
    from argmap.facade.own_looks import theme_asked, words_asked
    from argmap.renderers.look import look
    from argmap.renderers.worksheets.worksheet_sheets import draw_worksheet

    if format == "mermaid":
        raise ArgmapError("Mermaid has no room to write; draw a worksheet as pdf, svg, png or dot")
    (colours, of_theme), (words, of_words) = theme_asked(theme), words_asked(language)
    wanted = look(paper=paper, theme=colours, format=format, level=level, language=words)
    worksheet = worksheet_of(
        map_,
        blanks=blanks,
        difficulty=difficulty,
        seed=seed,
        distractors=distractors,
        focus=focus,
        level=level,
        limits=limits,
    )
    drawn = draw_worksheet(worksheet, wanted)
    sheet, key = _bound(drawn.sheets), _bound(drawn.keys)
    return WorksheetAndKey(
        replace(sheet, diagnostics=(*of_theme, *of_words, *sheet.diagnostics)), key, worksheet=worksheet
    )


def worksheet_of(
    map_: "ArgumentMap | FilePath",
    *,
    blanks: "BlankKind | Iterable[BlankKind]" = BLANK_KINDS,
    difficulty: Difficulty = 1,
    seed: int = 1,
    distractors: "ArgumentMap | FilePath | None" = None,
    focus: str | None = None,
    level: Level = "title",
    limits: bool = True,
) -> "Worksheet":
    """What is asked for and what is given, as values; arguments and errors are those of `make_worksheet`."""
    from argmap.diagram.boxes import LEVELS
    from argmap.renderers.look import known
    from argmap.teaching.worksheet import make_worksheet as made_of

    kinds = tuple(
        known("kind of blank", kind, BLANK_KINDS) for kind in ((blanks,) if isinstance(blanks, str) else blanks)
    )
    if not kinds:
        raise UnknownName("kind of blank", "", BLANK_KINDS)
    if difficulty not in get_args(Difficulty):
        raise ArgmapError(f"there is no difficulty {difficulty!r}; try 1, 2 or 3")
    if distractors is not None and difficulty == 3:
        raise ArgmapError("difficulty 3 has no word bank that distractors could stand in; leave them out, or try 2")
    given = [map_] if distractors is None else [map_, distractors]
    m, *other = [reading.document for reading in usable(given, limits=limits)]
    return made_of(
        m,
        blanks=kinds,
        difficulty=difficulty,
        seed=seed,
        distractors=other[0] if other else None,
        focus=focus,
        level=known("level", level, LEVELS),
    )


def _bound(sheets: "tuple[Picture, ...]") -> "Picture":
    """The first sheet with the others behind it, and what is to be said of all of them."""
    first, *rest = sheets
    return replace(first, sheets=tuple(rest))
