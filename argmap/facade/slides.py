# ruff: noqa: PLC0415  # as in `drawing`
"""Slides to teach from: of one map, or of the comparison of several, as PDF, as a page, or as Markdown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from os import fspath
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, assert_never, get_args

from argmap import files
from argmap.errors import ArgmapError, FileProblem
from argmap.facade.subjects import subject

if TYPE_CHECKING:
    from argmap.comparison.alignment.correspondences import Correspondence
    from argmap.comparison.records import Comparison
    from argmap.diagnostics import Diagnostic
    from argmap.facade.drawing import Level
    from argmap.facade.opening import FilePath
    from argmap.languages import Words
    from argmap.model import ArgumentMap
    from argmap.teaching.deck import Deck

SlidesFormat = Literal["html", "pdf", "markdown"]
SlidesTheme = Literal["light", "dark"]

SLIDES_FORMATS: Final[tuple[SlidesFormat, ...]] = get_args(SlidesFormat)
SLIDES_THEMES: Final[tuple[SlidesTheme, ...]] = get_args(SlidesTheme)
FORMAT_OF: Final[Mapping[str, SlidesFormat]] = {
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".md": "markdown",
    ".markdown": "markdown",
}
"""What an ending of a file says; the first of a format is that of its files in a folder."""

USUAL_MOST: Final = 10
"""Questions that a lecture has time for."""


@dataclass(frozen=True, slots=True)
class Slides:
    """Slides as a file.

    Attributes:
        deck: What stands on them and in their notes, as values.
        format: Kind of file.
        data: Its bytes; HTML and Markdown are UTF-8.
        diagnostics: What their maker should be told: texts that are cut, type that is too small.
    """

    deck: "Deck"
    format: SlidesFormat
    data: bytes = field(repr=False)
    diagnostics: "tuple[Diagnostic, ...]" = ()

    def __repr__(self) -> str:
        return f"Slides(title={self.deck.title!r}, slides={len(self.deck.slides)}, format={self.format!r})"


def make_slides(
    *things: "ArgumentMap | Comparison | FilePath",
    format: SlidesFormat = "html",  # noqa: A002  # what users call it
    about: "str | Sequence[str]" = (),
    most: int | None = None,
    steps: bool = True,
    notes: bool | None = None,
    theme: SlidesTheme | None = None,
    language: "FilePath | Words" = "en",
    level: "Level" = "title",
    title: str = "",
    alignment: "Sequence[FilePath | Correspondence]" = (),
    min_confidence: float = 0.0,
    limits: bool = True,
) -> Slides:
    """Slides to teach from, with notes for the speaker.

    Args:
        things: A map or its path; several, for slides on their comparison; or what `compare` gave.
        format: ``html`` for a browser, ``pdf``, or ``markdown`` for pandoc. Only PDF needs Graphviz.
        about: Keys, ids of findings, or words of what they are called: only these get slides.
        most: So many questions of a comparison get a slide of their own, the most central ones; 10 if not said, and
            all that were asked for. The others are counted.
        steps: Whether a slide is shown step by step; in a PDF each step is a page.
        notes: A PDF as handouts, each slide above its notes. HTML and Markdown have notes unless it is false.
        theme: ``light`` or ``dark``; if not said, a page takes what the reader's system has, and a PDF is light.
        language: Of the fixed words, as for `draw`.
        level: How much a box says, as for `draw`.
        title: Of the first slide.
        alignment: As for `compare`.
        min_confidence: As for `compare`.
        limits: As for `load`.

    Raises:
        InvalidMap: A map, an alignment file, or a file of words has errors.
        ArgmapError: Something is asked for that would do nothing: `about` of one map, a theme of Markdown.
        UnknownName: There is no such format, theme, level or language.
        NothingAbout: No finding is about what was asked for.
        DrawingFailed: There is no Graphviz to make a PDF with, or it failed; or there is nothing to show.
    """
    from argmap.diagram.boxes import LEVELS
    from argmap.facade.own_looks import words_asked
    from argmap.languages import LANGUAGES, Words, words_in
    from argmap.renderers.look import known

    kind = known("format", format, SLIDES_FORMATS)
    shown = known("level", level, LEVELS)
    colours = None if theme is None else known("theme", theme, SLIDES_THEMES)
    asked, told = words_asked(language)
    words = asked if isinstance(asked, Words) else words_in(known("language", asked, LANGUAGES))
    if colours and kind == "markdown":
        raise ArgmapError("Markdown has no colours: leave out the theme")
    thing = subject(things, alignment, min_confidence, limits)
    names = [about] if isinstance(about, str) else [str(one) for one in about or ()]
    deck = _deck(thing, names, most, level=shown, words=words, title=title)
    data, found = _written(deck, kind, steps=steps, notes=notes, theme=colours, words=words)
    return Slides(deck, kind, data, (*told, *_cut(deck), *found))


def save_slides(slides: Slides, path: "FilePath") -> tuple[str, ...]:
    """The path of the file written; in a folder it has the name of the deck.

    Raises:
        FileProblem: It cannot be written, or its ending is not that of the format.
    """
    name = fspath(path)
    endings = [ending for ending, kind in FORMAT_OF.items() if kind == slides.format]
    if files.is_folder(name):
        name = str(Path(name) / f"{slides.deck.name}{endings[0]}")
    elif Path(name).suffix.lower() not in endings:
        raise FileProblem(f"{name!r} is no name for {slides.format}; end it with {endings[0]}, or give a folder")
    files.write(name, slides.data)
    return (name,)


def _deck(
    thing: "ArgumentMap | Comparison",
    about: Sequence[str],
    most: int | None,
    *,
    level: "Level",
    words: "Words",
    title: str,
) -> "Deck":
    from argmap.errors import DrawingFailed
    from argmap.model import ArgumentMap

    if most is not None and most < 1:
        raise ArgmapError(f"'most' is a number of questions, 1 or more, not {most!r}")
    if isinstance(thing, ArgumentMap):
        if about or most is not None:
            what = "about" if about else "most"
            raise ArgmapError(f"{what!r} chooses findings of a comparison, and there is one map; leave it out")
        from argmap.teaching.deck_of_map import deck_of_map

        if not thing.statements:
            raise DrawingFailed(f"the map {thing.id!r} has no statements to make slides of")
        return deck_of_map(thing, level=level, words=words, title=title)
    from argmap.comparison.about import findings_about
    from argmap.teaching.deck_of_many import deck_of_many
    from argmap.teaching.deck_of_pair import deck_of_pair

    if not thing.findings or not all(m.coded for m in thing.maps):
        bare = ", ".join(m.id for m in thing.maps if not m.coded) or "any map"
        raise DrawingFailed(f"there is nothing to compare: add `says` to statements of {bare}, or give an alignment")
    findings = findings_about(thing, about) if about else None
    number = most if most is not None else len(findings) if findings else USUAL_MOST
    make = deck_of_pair if len(thing.maps) == 2 else deck_of_many
    return make(thing, findings=findings, most=number, level=level, words=words, title=title)


def _written(
    deck: "Deck", kind: SlidesFormat, *, steps: bool, notes: bool | None, theme: SlidesTheme | None, words: "Words"
) -> "tuple[bytes, tuple[Diagnostic, ...]]":
    match kind:
        case "html":
            from argmap.hypertext.slides.build import build_slides

            return build_slides(deck, steps=steps, notes=notes is not False, theme=theme or "").encode(), ()
        case "markdown":
            from argmap.reporters.deck_markdown import deck_markdown

            return deck_markdown(deck, steps=steps, notes=notes is not False).encode(), ()
        case "pdf":
            from argmap.renderers.decks.deck_pages import draw_deck
            from argmap.renderers.look import look
            from argmap.renderers.pages.binding import one_document

            wanted = look(paper="slide", theme=theme or "light", format="pdf", language=words)
            pages = draw_deck(deck, wanted, steps=steps, notes=bool(notes))
            return one_document(pages), tuple(d for page in pages for d in page.diagnostics)
        case _:
            assert_never(kind)


def _cut(deck: "Deck") -> "tuple[Diagnostic, ...]":
    from argmap.codes import problem

    if not deck.cut:
        return ()
    said = "a text on the slides ends" if deck.cut == 1 else f"{deck.cut} texts on the slides end"
    return (problem("AM906", f"{said} with an ellipsis, being cut", help="the notes have what is left out"),)
