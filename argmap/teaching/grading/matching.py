"""Which statement of a student's map is which of the reference: by rows, ids, texts, and on request by likeness."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from argmap.comparison.alignment.correspondences import Correspondence, Ref
from argmap.graph import edges
from argmap.model import ArgumentMap
from argmap.teaching.grading.records import How, Match
from argmap.text import fold, likeness

SAME: Final = "skos:exactMatch"
INFORMS: Final = "argmap:related"
OTHER: Final = 0.5
"""Two texts less alike than this, without a word in common, are about different things."""

_STUDENT: Final = "student"
_REFERENCE: Final = "reference"
_WORD: Final = re.compile(r"\w{4,}")


def match(
    reference: ArgumentMap,
    student: ArgumentMap,
    *,
    rows: Iterable[Correspondence] = (),
    own_ids: bool = False,
    guess: bool = False,
) -> tuple[tuple[Match, ...], tuple[str, ...]]:
    """The matches in the order of the reference, and what a person should look at; no statement stands in two.

    What a person decided goes first, then texts that are the same, then ids, then guesses. A pair that a person
    refused, or joined as something other than the same, is matched by nothing. An equal id counts only where the texts
    have something in common, and where ids are not plainly the student's own: where most of what was matched before
    has two different ids.
    """
    matcher = _Matcher(reference, student, tuple(rows))
    matcher.by_rows()
    matcher.by_texts()
    if not own_ids and not matcher.has_own_ids():
        matcher.by_ids()
    if guess:
        matcher.by_likeness()
    if not matcher.found and reference.statements and student.statements:
        matcher.remarks.append(
            "no statement was taken for one of the reference; is it a map of the same article? Rows of an alignment "
            "can join maps in other words, and guessing can propose them"
        )
    found = (Match(key, *matcher.found[key]) for key in reference.statements if key in matcher.found)
    return tuple(found), tuple(matcher.remarks)


class _Matcher:
    def __init__(self, reference: ArgumentMap, student: ArgumentMap, rows: tuple[Correspondence, ...]) -> None:
        self.reference, self.student = reference, student
        self.found: dict[str, tuple[str, How]] = {}
        self.taken: dict[str, str] = {}
        self.remarks: list[str] = []
        self.rows: list[tuple[str, str, Correspondence]] = []
        if reference.id == student.id and any(row.subject.map == reference.id for row in rows):
            self.remarks.append(
                f"the rows of the alignment were not used: both maps are called {reference.id!r}, "
                "so a row cannot say which it means; give the student's map an id of its own"
            )
        elif rows:
            self.rows = list(_between(reference.id, student.id, rows))
        self.apart = {(r, s) for r, s, row in self.rows if _parts(row)}

    def by_rows(self) -> None:
        for r, s, row in self.rows:
            if row.accepted and (r not in self.reference.statements or s not in self.student.statements):
                self.remarks.append(f"the row {row} was passed over: it names a statement that is not there")
            if (
                row.accepted
                and row.predicate == SAME
                and r in self.reference.statements
                and s in self.student.statements
                and not self._join(r, s, "row")
                and self.found.get(r, ("",))[0] != s
            ):
                self.remarks.append(f"the row {row} was passed over: one of its statements is matched already")

    def by_texts(self) -> None:
        """Join equal texts; of several, first those of one id, then those with most neighbours in common."""
        mine, theirs = _texts(self.reference), _texts(self.student)
        count = Counter(mine.values()) + Counter(theirs.values())
        by_text: dict[str, list[str]] = {}
        for s, text in theirs.items():
            by_text.setdefault(text, []).append(s)
        pairs = [(r, s) for r, text in mine.items() for s in by_text.get(text, ())]
        for r, s in pairs:
            if count[mine[r]] == 2:
                self._join(r, s, "text")
        around = _around(self.reference), _around(self.student)
        several = {(r, s) for r, s in pairs if count[mine[r]] > 2}
        while several := {(r, s) for r, s in several if r not in self.found and s not in self.taken}:
            best = min(several, key=lambda pair: (pair[0] != pair[1], -self._common(around, *pair), pair))
            several.discard(best)
            self._join(*best, "text")

    def has_own_ids(self) -> bool:
        """Whether most statements matched so far have two different ids."""
        return 2 * sum(r != s for r, (s, _) in self.found.items()) > len(self.found)

    def by_ids(self) -> None:
        for key in self.reference.statements:
            if key not in self.student.statements or key in self.found or key in self.taken:
                continue
            if not _about_others(self.reference.statements[key].text, self.student.statements[key].text):
                self._join(key, key, "id")
            else:
                self.remarks.append(
                    f"{key!r} is an id of the reference too, but of another text; the two statements were not taken "
                    "for one (a row of an alignment can join them)"
                )

    def by_likeness(self) -> None:
        from argmap.comparison.alignment.suggest import suggest  # noqa: PLC0415  # only who asks for guesses waits

        # What `says` has in common makes no proposal, since a comparison joins it anyway: here only words count.
        left, right = _bare(self.reference, _REFERENCE), _bare(self.student, _STUDENT)
        known = [_row(r, s) for r, (s, _) in self.found.items()]
        known += [_row(r, s, rejected=True) for r, s in self.apart]
        for each in suggest(left, right, known=known, one_to_one=True):
            self._join(each.left.statement, each.right.statement, "guess")

    def _join(self, r: str, s: str, how: How) -> bool:
        if r in self.found or s in self.taken or (r, s) in self.apart:
            return False
        self.found[r], self.taken[s] = (s, how), r
        return True

    def _common(self, around: tuple[Mapping[str, set[str]], Mapping[str, set[str]]], r: str, s: str) -> int:
        theirs = {self.taken[n] for n in around[1][s] if n in self.taken}
        return len(around[0][r] & theirs)


def _between(reference: str, student: str, rows: Iterable[Correspondence]) -> Iterator[tuple[str, str, Correspondence]]:
    """The rows on the two maps, the statement of the reference first, in an order that is not that of the file."""
    found = []
    for row in rows:
        if row.object is None:
            continue
        ends = {row.subject.map: row.subject.statement, row.object.map: row.object.statement}
        if ends.keys() == {reference, student}:
            found.append((ends[reference], ends[student], row))
    return iter(sorted(found, key=lambda item: (item[:2], str(item[2]))))


def _parts(row: Correspondence) -> bool:
    """Whether a person decided that the two are not the same."""
    if row.rejected:
        return row.predicate in (SAME, INFORMS)
    return row.accepted and row.predicate not in (SAME, INFORMS)


def _texts(m: ArgumentMap) -> dict[str, str]:
    return {key: _plain(s.text) for key, s in m.statements.items()}


def _plain(text: str) -> str:
    return fold(text).casefold().rstrip(" .!?。")


def _about_others(one: str, other: str) -> bool:
    """Whether two texts have nothing in common: no word of four letters, and few letters in order."""
    one, other = _plain(one), _plain(other)
    if one == other or set(_WORD.findall(one)) & set(_WORD.findall(other)):
        return False
    return likeness(one, other) < OTHER


def _around(m: ArgumentMap) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {key: set() for key in m.statements}
    for edge in edges(m):
        if edge.lower in found:
            found[edge.upper].add(edge.lower)
            found[edge.lower].add(edge.upper)
    return found


def _bare(m: ArgumentMap, name: str) -> ArgumentMap:
    """The map with what words and structure tell alone, and under a name that no other has."""
    statements = {key: s.model_copy(update={"says": ()}) for key, s in m.statements.items()}
    return m.model_copy(update={"id": name, "codebook": None, "statements": statements})


def _row(r: str, s: str, *, rejected: bool = False) -> Correspondence:
    return Correspondence(Ref(_REFERENCE, r), SAME, Ref(_STUDENT, s), rejected=rejected)
