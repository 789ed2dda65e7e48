# ruff: noqa: PLC0415  # as in `drawing`
"""The sheets of a lesson, one after the other, each as the verb of its own makes it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar

from argmap.errors import ArgmapError
from argmap.facade.handouts import Handout, make_blank_sheet, make_cards, make_comparison_form, make_comparison_pages
from argmap.facade.handouts import worksheet_pages as pages_of
from argmap.facade.page import page_of
from argmap.facade.quizzes import QuizForm, make_quiz, quiz_as
from argmap.facade.slides import Slides, make_slides
from argmap.facade.worksheets import BlankKind, Difficulty, WorksheetAndKey, make_worksheet

if TYPE_CHECKING:
    from argmap.comparison.alignment.correspondences import Correspondence
    from argmap.comparison.records import Comparison
    from argmap.diagnostics import Diagnostic
    from argmap.facade.opening import FilePath
    from argmap.languages import Words
    from argmap.model import ArgumentMap
    from argmap.renderers.picture import Picture

Part = Literal["students", "teacher"]
Drawn = TypeVar("Drawn", Handout, WorksheetAndKey)

ASKED: Final[tuple[BlankKind, ...]] = ("claim", "relation", "source", "co-premise")
"""On the sheets to fill in. Parts are compared on sheet 2; beside a map their table costs a sheet of its own."""

QUESTIONS: Final = 20
"""In a quiz: as many as a class answers in a quarter of an hour."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of a lesson.

    Attributes:
        name: Its path in the folder of the lesson, ``students/1-koga-2023-worksheet.pdf``.
        part: Whom it is for; nothing for students holds an answer but in a word bank.
        use: What it is, in a sentence.
        copies: How many to print, in words; "" for what is not printed.
        pages: Of a PDF; 0 for other files.
        yours: Whether it is there to be changed: one that exists is not written over.
    """

    name: str
    part: Part
    data: bytes = field(repr=False)
    use: str
    copies: str = ""
    pages: int = 0
    yours: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What every sheet of a lesson is asked for."""

    focus: Mapping[str, str | None]
    difficulty: Difficulty
    about: Sequence[str]
    seed: int
    paper: str
    language: "FilePath | Words"

    @property
    def upright(self) -> str:
        """The same paper, on its end."""
        return f"{self.paper}-portrait"


class LessonSheets:
    """One call of `make_lesson`: what is asked for, and what was told of what was made."""

    def __init__(self, maps: "Sequence[ArgumentMap]", comparison: "Comparison", asked: Asked) -> None:
        self.maps, self.c, self.asked = maps, comparison, asked
        self.told: list[Diagnostic] = []
        self.left_out: list[str] = []

    def fill_in(self) -> Iterator[Sheet]:
        """A sheet for each map, on paper and on screen, with words of the other map among those to choose from."""
        for m, other in zip(self.maps, reversed(self.maps), strict=True):
            made = self._on_fewest(
                partial(
                    make_worksheet,
                    m,
                    blanks=ASKED,
                    difficulty=self.asked.difficulty,
                    seed=self.asked.seed,
                    distractors=other if self.asked.difficulty < 3 else None,
                    focus=self.asked.focus[m.id],
                    language=self.asked.language,
                )
            )
            use = f"{m.name}’s argument with blanks: fill in what the article says"
            name = f"1-{m.id}-worksheet"
            yield self._bound(made.sheet, "students", name, use, f"one for each reader of {m.name}")
            yield self._bound(made.key, "teacher", f"{name}-key", f"The key to 1, {m.name}", "one")
            page, key = pages_of(made.worksheet, language=self.asked.language)
            yield Sheet(f"students/on-screen/{name}.html", "students", page.encode(), f"{use}, on screen")
            yield Sheet(f"teacher/on-screen/{name}-key.html", "teacher", key.encode(), f"The key to 1, {m.name}")

    def comparison(self) -> Iterator[Sheet]:
        """What both say, with the middle to be filled in."""
        chosen: dict[str, Any] = {
            "about": self.asked.about,
            "seed": self.asked.seed,
            "language": self.asked.language,
        }
        handout = make_comparison_form(self.c, paper=self.asked.upright, **chosen)
        use = "Both authors’ words beside each other: say whether they agree, and on what"
        yield from self._handed_out(handout, "2-comparison", use, "one for each pair", "The key to 2")
        page, key = make_comparison_pages(self.c, **chosen)
        yield Sheet("students/on-screen/2-comparison.html", "students", page.encode(), f"{use}; on screen")
        yield Sheet("teacher/on-screen/2-comparison-key.html", "teacher", key.encode(), "The key to 2")

    def cards(self) -> Iterator[Sheet]:
        """The statements of each map to cut out."""
        for m in self.maps:
            handout = make_cards(
                m,
                seed=self.asked.seed,
                focus=self.asked.focus[m.id],
                paper=self.asked.upright,
                language=self.asked.language,
            )
            use = f"{m.name}’s argument as cards to cut out, shuffled: put it together again"
            name = f"3-{m.id}-cards"
            yield from self._handed_out(
                handout, name, use, "one for each group", f"Where each card of 3, {m.name}, goes"
            )

    def kits(self) -> Iterator[Sheet]:
        """The same statements as files to put together in an editor, and to hand in."""
        from argmap.formats.kits import write_kit
        from argmap.formats.writing import write_map
        from argmap.teaching.branch import branch_of
        from argmap.teaching.kit import kit_of

        for m in self.maps:
            focus = self.asked.focus[m.id]
            name = f"4-{m.id}-kit.yaml"
            kit = write_kit(kit_of(m, seed=self.asked.seed, focus=focus)).encode()
            use = f"{m.name}’s statements as a file: join them in an editor and hand the file in"
            yield Sheet(f"students/{name}", "students", kit, use)
            whole = m if focus is None else branch_of(m, focus)
            alone = _alone(whole)
            file = f"teacher/4-{m.id}-reference.yaml"
            graded = f"What {name} is graded beside. In this folder: argmap grade {file} handed-in/"
            yield Sheet(file, "teacher", write_map(alone).encode(), graded)

    def blank(self) -> Iterator[Sheet]:
        """The shape of each argument without a word in it."""
        for m in self.maps:
            focus = self.asked.focus[m.id]
            handout = self._on_fewest(partial(make_blank_sheet, m, focus=focus, language=self.asked.language))
            use = f"The shape of {m.name}’s argument without a word in it, for who wants it hard"
            yield from self._handed_out(
                handout, f"5-{m.id}-blank", use, "as many as you like", f"The key to 5, {m.name}"
            )

    def slides(self, title: str) -> Iterator[Sheet]:
        """The deck to project, to hold and to change."""
        on_screen = make_slides(self.c, title=title, language=self.asked.language)
        notes = make_slides(self.c, title=title, language=self.asked.language, format="pdf", notes=True, steps=False)
        steps = make_slides(self.c, title=title, language=self.asked.language, format="pdf")
        text = make_slides(self.c, title=title, language=self.asked.language, format="markdown")
        yield self._deck(on_screen, "slides.html", "Slides to project: arrow keys, N for your notes")
        yield self._deck(steps, "slides.pdf", "The same as a PDF, a page for each step")
        yield self._deck(notes, "slides-notes.pdf", "The slides with what to say, to hold in your hand", "one")
        yield self._deck(text, "slides.md", "The same to change: pandoc makes PowerPoint of it")

    def page(self, title: str, texts: Mapping[str, str] | None) -> Iterator[Sheet]:
        """All there is to explore, for the projector and for afterwards."""
        page = page_of(self.c, title=title, texts=texts)
        use = "Everything to explore: where they agree and differ, both maps, and a quiz; for students after the lesson"
        yield Sheet("teacher/page.html", "teacher", page.html.encode(), use)

    def quiz(self, alignment: "Sequence[FilePath | Correspondence]") -> Iterator[Sheet]:
        """Questions for the learning platform, and on paper."""
        quiz = make_quiz(*self.maps, alignment=alignment, seed=self.asked.seed, count=QUESTIONS)
        forms: tuple[tuple[QuizForm, str, str], ...] = (
            ("markdown", "quiz.md", "Questions to print, the answers apart at the end"),
            ("gift", "quiz.gift", "The same for Moodle"),
            ("moodle-xml", "quiz.xml", "The same for Moodle, with feedback to each answer"),
            ("csv", "quiz.csv", "The same as a table"),
            ("anki", "quiz.apkg", "The same as a deck of Anki"),
        )
        for form, name, use in forms:
            try:
                made = quiz_as(quiz, form)
            except ArgmapError as problem:  # the package that makes decks is an extra
                self.left_out.append(f"{name}: {problem}")
                continue
            yield Sheet(f"teacher/{name}", "teacher", made.encode() if isinstance(made, str) else made, use)

    def rubric(self) -> Iterator[Sheet]:
        """What grading counts."""
        from argmap.formats.rubric_file import rubric_text

        use = "What counts how much in grading; yours to change: argmap grade … --rubric teacher/rubric.yaml"
        yield Sheet("teacher/rubric.yaml", "teacher", rubric_text().encode(), use, yours=True)

    def _on_fewest(self, make: Callable[..., Drawn]) -> Drawn:
        """Drawn on upright paper, as all other sheets are, or on the same paper laid across if that takes fewer."""
        upright, across = (make(paper=paper) for paper in (self.asked.upright, self.asked.paper))
        return across if len(across.sheet.sheets) < len(upright.sheet.sheets) else upright

    def _handed_out(self, handout: Handout, name: str, use: str, copies: str, key: str) -> Iterator[Sheet]:
        yield self._bound(handout.sheet, "students", name, use, copies)
        if handout.key:
            yield self._bound(handout.key, "teacher", f"{name}-key", key, "one")

    def _bound(self, first: "Picture", part: Part, name: str, use: str, copies: str) -> Sheet:
        """All sheets of a picture as one PDF."""
        from argmap.renderers.pages.binding import one_document

        path, sheets = f"{part}/{name}.pdf", (first, *first.sheets)
        for sheet in sheets:
            self.told += [replace(d, file=d.file or path) for d in sheet.diagnostics]
        return Sheet(path, part, one_document(sheets), use, copies, len(sheets))

    def _deck(self, made: Slides, name: str, use: str, copies: str = "") -> Sheet:
        from argmap.renderers.pages.binding import count_pages

        path = f"teacher/{name}"
        self.told += [replace(d, file=d.file or path) for d in made.diagnostics if made.format != "markdown"]
        return Sheet(path, "teacher", made.data, use, copies, count_pages(made.data) if made.format == "pdf" else 0)


def _alone(m: "ArgumentMap") -> "ArgumentMap":
    """The map for a file that has nothing to do with those it was made from.

    The path of the article's text would lead nowhere from another folder; and a second map, or codebook, of the same id
    would be taken for a part of the same project.
    """
    article = m.article.model_copy(update={"text": None})
    book = m.codebook and m.codebook.model_copy(update={"id": f"{m.codebook.id}-reference"})
    return m.model_copy(update={"id": f"{m.id}-reference", "article": article, "codebook": book})
