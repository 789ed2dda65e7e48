# ruff: noqa: PLC0415  # as in `comparing`
"""Grading: students' maps beside the teacher's, those that cannot be read among them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from argmap import files
from argmap.errors import FileProblem, InvalidMap
from argmap.facade.opening import FilePath, Usable, usable
from argmap.model import ArgumentMap

if TYPE_CHECKING:
    from argmap.comparison.alignment.correspondences import Correspondence
    from argmap.diagnostics import Diagnostic
    from argmap.teaching.grading.papers import Grades, Paper
    from argmap.teaching.grading.records import Finding, Grade
    from argmap.teaching.grading.rubric import Rubric

Told = Callable[[Iterable[FilePath | ArgumentMap]], Iterable[FilePath | ArgumentMap]]
"""Hands the students' maps on one by one, and may tell somebody how far it is."""


def grade(
    reference: ArgumentMap | FilePath,
    *students: ArgumentMap | FilePath,
    alignment: "Sequence[FilePath | Correspondence]" = (),
    own_ids: bool = False,
    guess: bool = False,
    rubric: "Rubric | FilePath | None" = None,
    anonymous: bool = False,
    limits: bool = True,
    each: Told = iter,
) -> "Grades":
    """What students' maps found and missed of the teacher's. A map that cannot be used is a paper without a grade.

    Args:
        reference: The teacher's map, or its path.
        students: The students' maps, or their paths. A student is called by the name of the file, or the map's id.
        alignment: Rows that join the students' statements to those of the reference, or files of rows; rows on other
            maps are passed over.
        own_ids: Whether ids are the students' own, so that an equal id means nothing.
        guess: Whether statements left unmatched may be matched by likeness, one to one. What rests on it is marked.
        rubric: What counts how much, or the path of a file that says so.
        anonymous: Whether students are called by numbers, in the order they are named.
        limits: As for `load`.
        each: Hands the students' maps on, to be told how far it is.

    Raises:
        InvalidMap: The reference, the rubric or an alignment has errors.
        FileProblem: The reference is a codebook, or an alignment is on none of the maps.
    """
    from argmap.teaching.grading.papers import Grades
    from argmap.teaching.grading.rubric import DEFAULT

    if isinstance(rubric, str | PathLike):
        rubric = files.read_rubric(fspath(rubric)).unwrap()
    (opened,) = usable([reference], limits=limits)
    rows = _rows(alignment, limits=limits)
    names = _names(students)
    papers: list[Paper] = []
    for thing in each(students):
        name = f"Student {len(papers) + 1}" if anonymous else names[len(papers)]
        papers.append(_paper(opened.document, thing, name, rows, own_ids=own_ids, guess=guess, limits=limits))
    _require_about(rows, opened.document, papers)
    if anonymous:
        papers = [_nameless(paper) for paper in papers]
    return Grades(opened.document, tuple(papers), rubric or DEFAULT)


def _paper(
    reference: ArgumentMap,
    thing: ArgumentMap | FilePath,
    name: str,
    rows: "Sequence[Correspondence]",
    *,
    own_ids: bool,
    guess: bool,
    limits: bool,
) -> "Paper":
    from argmap.codes import problem
    from argmap.teaching.grading import grade as grade_map
    from argmap.teaching.grading.papers import Paper

    file = "" if isinstance(thing, ArgumentMap) else fspath(thing)
    try:
        (student,) = usable([thing], limits=limits)
    except InvalidMap as error:
        errors = [d for d in error.diagnostics if d.severity == "error"]
        return Paper(name, None, file, diagnostics=tuple(errors))
    except FileProblem as error:
        return Paper(name, None, file, diagnostics=(replace(problem("AM102", str(error)), file=file),))
    found = grade_map(reference, student.document, rows=rows, own_ids=own_ids, guess=guess)
    return Paper(name, _located(found, student), file, student.document)


def _located(grade: "Grade", student: Usable) -> "Grade":
    """The grade with the places of its findings in the student's file."""
    if student.opened is None:
        return grade
    reading = student.opened.reading

    def located(f: "Finding") -> "Finding":
        return replace(f, position=reading.position(f.where)) if f.where else f

    return replace(grade, findings=tuple(map(located, grade.findings)))


def _rows(alignment: "Sequence[FilePath | Correspondence]", *, limits: bool) -> "list[Correspondence]":
    rows: list[Correspondence] = []
    problems: list[Diagnostic] = []
    for given in [alignment] if isinstance(alignment, str | PathLike) else alignment:
        if isinstance(given, str | PathLike):
            reading = files.read_alignment(fspath(given), limits=limits)
            rows += reading.rows
            problems += reading.diagnostics
        else:
            rows.append(given)
    if any(d.severity == "error" for d in problems):
        raise InvalidMap(tuple(problems))
    return rows


def _require_about(rows: "Sequence[Correspondence]", reference: ArgumentMap, papers: "Sequence[Paper]") -> None:
    """Raise `FileProblem` where the rows join the reference with none of the students' maps."""
    ids = {paper.map.id for paper in papers if paper.map}
    if not rows or not ids:
        return
    named = [{ref.map for ref in (row.subject, row.object) if ref} for row in rows]
    if not any(reference.id in pair and (pair - {reference.id}) & ids for pair in named):
        maps = ", ".join(sorted(set().union(*named)))
        raise FileProblem(f"the alignment is on the maps {maps}, and joins none of the students' with {reference.id}")


def _names(students: Sequence[ArgumentMap | FilePath]) -> list[str]:
    """What students are called: by their file's name, with as many of its folders as tell them apart.

    Files that differ in nothing but their ending keep it.
    """
    whole = [Path(_called(thing)) for thing in students]
    plain = [
        path if isinstance(thing, ArgumentMap) else path.with_suffix("")
        for path, thing in zip(whole, students, strict=True)
    ]
    parts = [
        (path if plain.count(path) == 1 else other).parts or (".",) for path, other in zip(plain, whole, strict=True)
    ]
    found = []
    for i, own in enumerate(parts):
        others = [other for j, other in enumerate(parts) if j != i]
        length = next((n for n in range(1, len(own) + 1) if all(o[-n:] != own[-n:] for o in others)), 1)
        found.append("/".join(own[-length:]))
    return found


def _called(thing: ArgumentMap | FilePath) -> str:
    if isinstance(thing, ArgumentMap):
        return thing.id
    return "standard input" if fspath(thing) == "-" else fspath(thing)


def _nameless(paper: "Paper") -> "Paper":
    told = tuple(
        replace(d, file=paper.name, message=d.message.replace(paper.file, paper.name)) if paper.file else d
        for d in paper.diagnostics
    )
    return replace(paper, file="", diagnostics=told)
