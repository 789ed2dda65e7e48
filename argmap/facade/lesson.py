# ruff: noqa: PLC0415  # as in `drawing`
"""A whole lesson out of two maps: what is handed out, what the teacher keeps, and a list of both."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar

from argmap import files
from argmap.errors import ArgmapError, UnknownName
from argmap.facade.comparing import compare
from argmap.facade.handouts import Handout, make_blank_sheet, make_cards, make_comparison_form, make_comparison_pages
from argmap.facade.handouts import worksheet_pages as pages_of
from argmap.facade.opening import FilePath, usable
from argmap.facade.page import page_of
from argmap.facade.quizzes import QuizForm, make_quiz, quiz_as
from argmap.facade.slides import Slides, make_slides
from argmap.facade.worksheets import BlankKind, Difficulty, WorksheetAndKey, make_worksheet

if TYPE_CHECKING:
    from argmap.comparison.alignment.correspondences import Correspondence
    from argmap.comparison.records import Comparison
    from argmap.diagnostics import Diagnostic
    from argmap.languages import Words
    from argmap.model import ArgumentMap
    from argmap.renderers.picture import Picture

Part = Literal["students", "teacher"]
Drawn = TypeVar("Drawn", Handout, WorksheetAndKey)

CONTENTS: Final = "start-here.html"
"""The list of all files, which is for the teacher too: it leads to the keys."""

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
class Lesson:
    """Everything for a lesson.

    Attributes:
        title: What it is on.
        sheets: Its files, in the order to use them.
        diagnostics: Where type is small or words are cut, with the name of the file.
        left_out: What could not be made, and why.
    """

    title: str
    sheets: tuple[Sheet, ...]
    diagnostics: "tuple[Diagnostic, ...]" = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Asked:
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


PAPERS: Final = ("a4", "letter")


def make_lesson(
    left: "ArgumentMap | FilePath",
    right: "ArgumentMap | FilePath",
    *,
    title: str = "",
    focus: Mapping[str, str] | None = None,
    difficulty: Difficulty = 1,
    about: Sequence[str] = (),
    alignment: "Sequence[FilePath | Correspondence]" = (),
    seed: int = 1,
    paper: str = "a4",
    language: "FilePath | Words" = "en",
    texts: Mapping[str, str] | None = None,
    limits: bool = True,
) -> Lesson:
    """Sheets, keys, slides, a page and a quiz on two maps, each as the verb of its own makes it.

    Args:
        left: A map or its path.
        right: Another.
        title: Of page and slides; if not said, what the comparison comes to.
        focus: By map id: the statement, by slug or short id, whose branch the sheets on that map alone are about. If
            not said: the whole map where it has at most 30 statements, else the largest thesis that is no larger.
        difficulty: Of the sheets to fill in, as for `make_worksheet`.
        about: What the comparison sheet takes before all else, as for `make_comparison_form`.
        alignment: As for `compare`.
        seed: Another one chooses and shuffles in another way.
        paper: ``a4`` or ``letter``.
        language: Of the fixed words of sheets and slides, as for `draw`.
        texts: Articles' texts by map id, for the page of the teacher, as for `build_page`.
        limits: As for `load`.

    Raises:
        InvalidMap: A map, an alignment file, or a language of your own has errors.
        ArgmapError: `focus` names another map, both maps have one id, or there is no such difficulty.
        NothingAbout: The maps have nothing to compare that is about one of the names.
        UnknownName: There is no such paper, language or statement.
        DrawingFailed: There is no Graphviz, or nothing to ask or to compare.
    """
    if paper not in PAPERS:
        raise UnknownName("paper of a lesson", paper, PAPERS)
    both = [u.document for u in usable((left, right), limits=limits)]
    if both[0].id == both[1].id:
        raise ArgmapError(f"both maps are called {both[0].id!r}; give each map an id of its own")
    asked = _Asked(_focus(both, focus or {}), difficulty, tuple(about), seed, paper, language)
    c = compare(left, right, alignment=alignment, limits=limits)
    making = _Making(both, c, asked)
    made = [
        *making.fill_in(),
        *making.comparison(),
        *making.cards(),
        *making.kits(),
        *making.blank(),
        *making.slides(title),
        *making.page(title, texts),
        *making.quiz(alignment),
        *making.rubric(),
    ]
    heading = title or " – ".join(m.name for m in both)
    told = {(d.code, d.message): d for d in reversed(making.told)}  # the first file that has it tells of it
    return Lesson(heading, tuple(made), tuple(reversed(told.values())), tuple(making.left_out))


def save_lesson(lesson: Lesson, folder: FilePath) -> tuple[str, ...]:
    """The paths of the files written into a folder, the list of all of them first; what is the teacher's own stays.

    Raises:
        FileProblem: A file cannot be written.
    """
    from argmap.hypertext.lesson.contents import contents

    listed = [(s.part, s.name, s.use, s.copies, s.pages) for s in lesson.sheets]
    plan = [(CONTENTS, contents(lesson.title, listed, lesson.left_out).encode())]
    plan += [(s.name, s.data) for s in lesson.sheets if not (s.yours and Path(folder, s.name).exists())]
    paths = [str(Path(folder) / name) for name, _ in plan]
    for path, (_, data) in zip(paths, plan, strict=True):
        files.write(path, data)
    return tuple(paths)


def _focus(maps: "Sequence[ArgumentMap]", asked: Mapping[str, str]) -> dict[str, str | None]:
    from argmap.diagram.of_map import focused
    from argmap.teaching.lesson_branch import lesson_branch
    from argmap.text import did_you_mean

    known = [m.id for m in maps]
    for name in asked:
        if name not in known:
            raise UnknownName("map", name, known, hint=did_you_mean(name, known))
    return {m.id: focused(m, asked[m.id]) if m.id in asked else lesson_branch(m) for m in maps}


class _Making:
    """One call of `make_lesson`: what is asked for, and what was told of what was made."""

    def __init__(self, maps: "Sequence[ArgumentMap]", comparison: "Comparison", asked: _Asked) -> None:
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
            # the article's text lies where the map is, and the path of it would lead nowhere from here
            alone = whole.model_copy(update={"article": m.article.model_copy(update={"text": None})})
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
                made = quiz_as(quiz, form, modified=0)
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
