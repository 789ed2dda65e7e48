"""A student's map beside the reference: matched, judged, and told in order."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from argmap.comparison.alignment.correspondences import Correspondence
from argmap.diagnostics import Where
from argmap.graph import edges
from argmap.model import ArgumentMap
from argmap.teaching.grading.advice import Adviser
from argmap.teaching.grading.linking import linking
from argmap.teaching.grading.marks import marks
from argmap.teaching.grading.matching import match
from argmap.teaching.grading.placing import judged
from argmap.teaching.grading.records import KINDS, Finding, Grade, Tally
from argmap.teaching.grading.skeleton import skeleton


def grade(
    reference: ArgumentMap,
    student: ArgumentMap,
    *,
    rows: Iterable[Correspondence] = (),
    own_ids: bool = False,
    guess: bool = False,
) -> Grade:
    """What a student's map found and missed of the reference.

    The order of statements and reasons in either map does not matter, nor do labels, notes, places and quotations.

    Args:
        reference: The teacher's map.
        student: The student's.
        rows: What people decided about pairs of their statements; rows on other maps are passed over.
        own_ids: Whether the student's ids are the student's own, so that an equal id means nothing.
        guess: Whether what is left unmatched may be matched by likeness, one to one. What rests on it is marked.
    """
    matches, remarks = match(reference, student, rows=rows, own_ids=own_ids, guess=guess)
    mine = {m.reference: m.reference for m in matches}
    theirs = {m.student: m.reference for m in matches}
    left, right = skeleton(reference, mine), skeleton(student, theirs)
    places = judged(left, right)
    links, linked = linking(left, right, places.right)
    of_statements, others = marks(reference, student, theirs)
    found = [
        *(Finding("missing-statement", key) for key in reference.statements if key not in mine),
        *places.findings,
        *links,
        *of_statements,
        *(Finding("extra-statement", "", own=key) for key in student.statements if key not in theirs),
    ]
    made = _Made(
        reference, {m.reference: m.student for m in matches}, {m.reference for m in matches if m.how == "guess"}
    )
    adviser = Adviser(reference, student, theirs)
    told = [adviser.advised(made.whole(f)) for f in found]
    in_order = sorted(
        told, key=lambda f: (KINDS.index(f.kind), made.order(f), f.expected or (), f.found or (), f.given)
    )
    wrong = sum(f.kind == "wrong-relation" for f in found)
    return Grade(
        matches,
        tuple(in_order),
        (
            Tally("statements", len(matches), len(reference.statements)),
            Tally("places", len(places.asked - _lost(found)), len(places.asked)),
            Tally("relations", len(places.right) - wrong, len(places.right)),
            Tally("linking", linked - len(links), linked),
            *others,
        ),
        places.standing,
        (*remarks, *_of_the_whole(reference, student, places.asked)),
    )


def _of_the_whole(reference: ArgumentMap, student: ArgumentMap, asked: Collection[object]) -> Iterator[str]:
    """What to look at in a map as a whole: one that is still a list of statements, or the teacher's own."""
    if asked and next(edges(student), None) is None:
        yield "no statement stands under another yet; was it handed in before it was done?"
    if reference.statements and student == reference:
        yield "it is the reference itself, ids and all"


def _lost(found: Iterable[Finding]) -> set[tuple[str, str]]:
    """The places that do not hold what they hold in the reference; of premises moved together each counts."""
    return {
        (key, f.expected.upper)
        for f in found
        if f.kind in ("missing-relation", "misplaced", "reversed") and f.expected and not f.expected.through
        for key in f.members or (f.subject,)
    }


class _Made:
    """Findings completed with what only the two whole maps tell."""

    def __init__(self, reference: ArgumentMap, own: Mapping[str, str], guessed: set[str]) -> None:
        self.own, self.guessed = own, guessed
        self.rank = {key: i for i, key in enumerate(reference.statements)}

    def order(self, f: Finding) -> tuple[int, str]:
        """By the reference; what only the student has follows by its id."""
        return self.rank.get(f.subject, len(self.rank)), f.own

    def whole(self, f: Finding) -> Finding:
        """The finding with the student's id, its place in the student's map, and whether it rests on a guess."""
        own = f.own or self.own.get(f.subject, "")
        about = {f.subject, *f.members, *(place.upper for place in (f.expected, f.found) if place)}
        return replace(f, own=own, guessed=bool(about & self.guessed), where=self._where(f, own))

    @staticmethod
    def _where(f: Finding, own: str) -> Where:
        if f.where[:1] == ("statements",):
            return f.where
        if not own:
            return ()
        inside = ("because",) if f.kind in ("linked-as-separate", "separate-as-linked") else f.where
        return ("statements", own, *inside)
