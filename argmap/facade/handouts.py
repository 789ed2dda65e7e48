# ruff: noqa: PLC0415  # as in `drawing`: who makes a kit need not wait for what draws
"""What a class takes in its hands: cards to cut out, a comparison to fill in, a kit; and their keys, apart."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from argmap.facade.opening import FilePath, usable
from argmap.facade.own_looks import theme_asked, words_asked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.comparison.alignment.correspondences import Correspondence
    from argmap.comparison.records import Comparison
    from argmap.diagnostics import Diagnostic
    from argmap.diagram.boxes import Level
    from argmap.languages import Words
    from argmap.model import ArgumentMap
    from argmap.renderers.look import Look
    from argmap.renderers.picture import Format, Picture
    from argmap.teaching.worksheet import Worksheet
    from argmap.theme import Theme

Blanks = Literal["middle", "sides", "all"]


@dataclass(frozen=True, slots=True)
class Handout:
    """Sheets for a class, and those with the answers; no answer stands in the former.

    Attributes:
        sheet: The first sheet, with the others behind it.
        key: The first sheet of the key, likewise; None for a form that asks nothing in particular.
    """

    sheet: "Picture"
    key: "Picture | None"


def make_cards(
    map_: "ArgumentMap | FilePath",
    *,
    seed: int = 1,
    sources: bool = False,
    focus: str | None = None,
    level: Literal["title", "text"] = "text",
    paper: str = "a4-portrait",
    theme: "FilePath | Theme" = "print",
    format: "Format" = "pdf",  # noqa: A002  # what users call it
    language: "FilePath | Words" = "en",
    limits: bool = True,
) -> Handout:
    """The statements of a map on cards to cut out and put together again, and a key that tells where each belongs.

    Args:
        map_: A map or its path.
        seed: Another one deals the cards in another order.
        sources: Whether the sources, too, come on cards.
        focus: The statement, by slug or short id, whose branch alone is dealt.
        level: Whether cards say the sentence of a statement or its label.
        paper: What it is printed on, as for `draw`.
        theme: As for `draw`.
        format: ``pdf``, ``svg`` or ``png``.
        language: Of the fixed words, as for `draw`.
        limits: As for `load`.

    Raises:
        InvalidMap: The map, or a theme or language of your own, has errors.
        UnknownName: There is no such paper, theme, language or statement.
        DrawingFailed: There is no statement, no Graphviz, or it could not draw this.
    """
    from argmap.renderers.handouts.card_sheets import draw_cards, draw_cards_key
    from argmap.teaching.cards import cards_of

    m = usable([map_], limits=limits)[0].document
    look, noted = _look(paper, theme, format, language)
    cards = cards_of(m, seed=seed, wording=level, sources=sources, focus=focus, words=look.words)
    return Handout(_bound(draw_cards(cards, look), noted), _bound(draw_cards_key(cards, look)))


def make_comparison_form(
    *things: "ArgumentMap | Comparison | FilePath",
    blanks: Blanks = "middle",
    rows: int = 8,
    about: "Sequence[str]" = (),
    seed: int = 1,
    alignment: "Sequence[FilePath | Correspondence]" = (),
    paper: str = "a4-portrait",
    theme: "FilePath | Theme" = "print",
    format: "Format" = "pdf",  # noqa: A002
    language: "FilePath | Words" = "en",
    limits: bool = True,
) -> Handout:
    """The comparison of two maps with the middle, or both sides, left to be filled in; and the answers.

    Args:
        things: Two maps or their paths, or what `compare` gave.
        blanks: What is left out: the ``middle``, both ``sides``, or ``all`` of it.
        rows: How many rows at most.
        about: Keys or names, as for `--about` of compare: what is about these comes before all else.
        seed: Another one gives them in another order.
        alignment: Of maps, as for `compare`.
        paper: As for `make_cards`, with theme, format, language and limits.
        theme: See there.
        format: See there.
        language: See there.
        limits: See there.

    Raises:
        InvalidMap: A map, an alignment file, or a theme or language of your own has errors.
        ArgmapError: There are not two maps, or they have nothing to be asked.
        UnknownName: There is no such paper, theme or language.
        DrawingFailed: There is no Graphviz, or it could not draw this.
    """
    from argmap.renderers.handouts.form_sheets import draw_form
    from argmap.teaching.comparison_form import comparison_form

    c = compared(things, alignment, limits)
    look, noted = _look(paper, theme, format, language)
    form = comparison_form(c, seed=seed, rows=rows, blanks=blanks, about=about, words=look.words)
    key = None if blanks == "all" else _bound(draw_form(form, look, key=True))
    return Handout(_bound(draw_form(form, look), noted), key)


def make_comparison_pages(
    *things: "ArgumentMap | Comparison | FilePath",
    blanks: Blanks = "middle",
    rows: int = 8,
    about: "Sequence[str]" = (),
    seed: int = 1,
    alignment: "Sequence[FilePath | Correspondence]" = (),
    language: "FilePath | Words" = "en",
    limits: bool = True,
) -> tuple[str, str]:
    """The same to fill in on screen: a page of HTML and the page of its key, "" for one without.

    Args:
        things: As for `make_comparison_form`, with the others.
        blanks: See there.
        rows: See there.
        about: See there.
        seed: See there.
        alignment: See there.
        language: See there.
        limits: See there.

    Raises:
        InvalidMap: A map, an alignment file, or a language of your own has errors.
        ArgmapError: There are not two maps, or they have nothing to be asked.
        UnknownName: There is no such language.
    """
    from argmap.hypertext.worksheet.comparison import build_comparison
    from argmap.teaching.comparison_form import comparison_form

    c = compared(things, alignment, limits)
    words = words_meant(language)
    form = comparison_form(c, seed=seed, rows=rows, blanks=blanks, about=about, words=words)
    key = "" if blanks == "all" else build_comparison(form, key=True, words=words)
    return build_comparison(form, words=words), key


def worksheet_pages(sheet: "Worksheet", *, language: "FilePath | Words" = "en") -> tuple[str, str]:
    """A worksheet as a page of HTML to fill in on screen, and its key as another.

    Raises:
        InvalidMap: A language of your own has errors.
        UnknownName: There is no such language.
        DrawingFailed: The map is too deep for a page.
    """
    from argmap.hypertext.worksheet.fill_in import build_fill_in

    words = words_meant(language)
    return build_fill_in(sheet, words=words), build_fill_in(sheet, key=True, words=words)


def make_blank_sheet(
    map_: "ArgumentMap | FilePath",
    *,
    focus: str | None = None,
    level: "Level" = "title",
    paper: str = "a4-portrait",
    theme: "FilePath | Theme" = "print",
    format: "Format" = "pdf",  # noqa: A002
    language: "FilePath | Words" = "en",
    limits: bool = True,
) -> Handout:
    """The boxes of a map, joined as they are and without a word in them, and a key on the same boxes.

    Args:
        map_: A map or its path.
        focus: The statement, by slug or short id, whose branch it is about.
        level: How much of each statement the key shows.
        paper: As for `make_cards`, with theme, format, language and limits.
        theme: See there.
        format: See there.
        language: See there.
        limits: See there.

    Raises:
        InvalidMap: The map, or a theme or language of your own, has errors.
        UnknownName: There is no such paper, theme, language or statement.
        DrawingFailed: There is no statement, no Graphviz, or it could not draw this.
    """
    from argmap.renderers.worksheets.worksheet_sheets import draw_worksheet
    from argmap.teaching.blank_sheet import blank_sheet

    m = usable([map_], limits=limits)[0].document
    look, noted = _look(paper, theme, format, language)
    drawn = draw_worksheet(blank_sheet(m, focus=focus, level=level), replace(look, level=level))
    sheets, key = (tuple(_renamed(p) for p in some) for some in (drawn.sheets, drawn.keys))
    return Handout(_bound(sheets, noted), _bound(key))


def _renamed(picture: "Picture") -> "Picture":
    """The sheet under its own name. What hangs on no thesis is shown as it is: checks tell of it."""
    told = tuple(d for d in picture.diagnostics if d.code != "AM905")
    return replace(picture, name=picture.name.replace("-worksheet", "-blank"), diagnostics=told)


def words_meant(language: "FilePath | Words") -> "Words":
    """The fixed words of a language."""
    from argmap.languages import LANGUAGES, Words, words_in
    from argmap.renderers.look import known

    words, _ = words_asked(language)
    return words if isinstance(words, Words) else words_in(known("language", words, LANGUAGES))


def compared(
    things: "Sequence[ArgumentMap | Comparison | FilePath]",
    alignment: "Sequence[FilePath | Correspondence]",
    limits: bool,
) -> "Comparison":
    """The comparison that a form is made of.

    Raises:
        ArgmapError: There is one map, or none.
    """
    from argmap.errors import ArgmapError
    from argmap.facade.subjects import subject
    from argmap.model import ArgumentMap

    thing = subject(things, alignment, 0.0, limits)
    if isinstance(thing, ArgumentMap):
        raise ArgmapError("a comparison to fill in needs two maps, and there is one")
    return thing


def make_kit(map_: "ArgumentMap | FilePath", *, seed: int = 1, focus: str | None = None, limits: bool = True) -> str:
    """The statements of a map as YAML that a student puts together again and hands in for `grade`.

    Args:
        map_: A map or its path.
        seed: Another one gives another order.
        focus: The statement, by slug or short id, whose branch alone is taken.
        limits: As for `load`.

    Raises:
        InvalidMap: The map has errors.
        ArgmapError: It has no statements.
        UnknownName: There is no such statement.
    """
    from argmap.errors import ArgmapError
    from argmap.formats.kits import write_kit
    from argmap.teaching.kit import kit_of

    m = usable([map_], limits=limits)[0].document
    if not m.statements:
        raise ArgmapError(f"the map {m.id!r} has no statements to put together")
    return write_kit(kit_of(m, seed=seed, focus=focus))


def _look(
    paper: str, theme: "FilePath | Theme", form: "Format", language: "FilePath | Words"
) -> "tuple[Look, tuple[Diagnostic, ...]]":
    from argmap.renderers.look import look

    (colours, of_theme), (words, of_words) = theme_asked(theme), words_asked(language)
    return look(paper=paper, theme=colours, format=form, language=words), (*of_theme, *of_words)


def _bound(sheets: "tuple[Picture, ...]", noted: "tuple[Diagnostic, ...]" = ()) -> "Picture":
    """The first sheet with the others behind it, and what is to be said of all of them."""
    first, *rest = sheets
    return replace(first, sheets=tuple(rest), diagnostics=(*noted, *first.diagnostics))
