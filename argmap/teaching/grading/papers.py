"""What a class handed in, each map with its grade or with why there is none."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from argmap.diagnostics import Diagnostic
from argmap.model import ArgumentMap
from argmap.teaching.grading.naming import Names
from argmap.teaching.grading.overlay import Overlay, overlay
from argmap.teaching.grading.records import Finding, Grade
from argmap.teaching.grading.rubric import DEFAULT, Result, Rubric, result, told


@dataclass(frozen=True, slots=True)
class Paper:
    """A student's map.

    Attributes:
        name: What the student is called.
        grade: None where the file cannot be read, or holds no map without errors.
        file: Where it was read, "" for a map built in Python and where nobody is to be named.
        map: The map; None as for `grade`.
        diagnostics: Why there is no grade.
    """

    name: str
    grade: Grade | None
    file: str = ""
    map: ArgumentMap | None = field(default=None, repr=False)
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True)
class Grades:
    """What came of grading: a paper for each student, in the order they were named."""

    reference: ArgumentMap = field(repr=False)
    papers: tuple[Paper, ...]
    rubric: Rubric = DEFAULT

    @property
    def title(self) -> str:
        """What the students were to map: the title of the reference, else of its article, else its name."""
        return self.reference.title or self.reference.article.title or self.reference.name

    @property
    def graded(self) -> tuple[Paper, ...]:
        """The papers that have a grade."""
        return tuple(paper for paper in self.papers if paper.grade)

    @property
    def unread(self) -> tuple[Paper, ...]:
        """Those that have none."""
        return tuple(paper for paper in self.papers if not paper.grade)

    @cached_property
    def overlay(self) -> Overlay:
        """The graded papers laid over the reference."""
        return overlay(self.reference, [paper.grade for paper in self.papers if paper.grade])

    @cached_property
    def names(self) -> Names:
        """What the statements of the reference are called."""
        return Names(self.reference)

    def findings(self, paper: Paper) -> Sequence[Finding]:
        """What is told of a paper."""
        return told(paper.grade.findings, self.rubric) if paper.grade else ()

    def result(self, paper: Paper) -> Result | None:
        """What the rubric makes of a paper."""
        return result(paper.grade, self.rubric) if paper.grade else None
