"""The state of a review: which proposals wait, what was answered, and the file that always holds it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from argmap import files
from argmap.cli.align_answers import PREDICATES, Answer, Decision
from argmap.cli.unusable import Unusable
from argmap.comparison.alignment.correspondences import MANUAL, Correspondence
from argmap.comparison.alignment.map_checks import objections, undecided
from argmap.formats.sssom import AlignmentReading, read_sssom
from argmap.formats.sssom_writing import write_alignment
from argmap.model import ArgumentMap


@dataclass
class Session:
    """A review under way.

    Attributes:
        path: The alignment.
        header: Its metadata.
        rows: Its rows as they stand in the file.
        maps: The maps, by id.
        saved: The text the file has; another text means that somebody else wrote into it.
        skipped: The proposals passed over, by their place in `rows`.
        steps: What was done, for undoing: the place, the row that stood there, and the answer unless it was skipped.
    """

    path: str
    header: tuple[str, ...]
    rows: list[Correspondence]
    maps: Mapping[str, ArgumentMap]
    saved: str
    skipped: set[int] = field(default_factory=set)
    steps: list[tuple[int, Correspondence, Decision | None]] = field(default_factory=list)

    @property
    def waiting(self) -> tuple[int, ...]:
        """The places of proposals on the given maps that are undecided, those skipped left out."""
        return tuple(i for i in self.undecided if i not in self.skipped)

    @property
    def undecided(self) -> tuple[int, ...]:
        """The places of proposals on the given maps that nobody has decided."""
        found = {id(row) for row in undecided(self.rows)}
        return tuple(i for i, row in enumerate(self.rows) if id(row) in found and self._known(row))

    @property
    def given(self) -> tuple[Decision, ...]:
        """The answers that stand, in their order."""
        return tuple(word for _, _, word in self.steps if word)

    def _known(self, row: Correspondence) -> bool:
        return row.object is not None and row.subject.map in self.maps and row.object.map in self.maps

    def answer(self, i: int, answer: Answer, decision: Decision, author: str) -> Sequence[str]:
        """Decide a proposal and save it; or say what stands against it, with nothing changed."""
        before = self.rows[i]
        row = replace(
            before,
            predicate=PREDICATES[decision],
            rejected=decision == "none",
            justification=MANUAL,
            confidence=answer.confidence,
            author=author,
            # what a program remarked is not the remark of who decides
            comment=answer.comment or (before.comment if before.author else ""),
        )
        others = [other for k, other in enumerate(self.rows) if k != i]
        if against := objections(row, others, tuple(self.maps.values())):
            return [d.message for d in against]
        self._put(i, row)
        self.steps.append((i, before, decision))
        return ()

    def skip(self, i: int) -> None:
        """Pass over a proposal until the next review."""
        self.skipped.add(i)
        self.steps.append((i, self.rows[i], None))

    def undo(self) -> bool:
        """Go back one step; False if there is none."""
        if not self.steps:
            return False
        i, before, decision = self.steps.pop()
        if decision is None:
            self.skipped.discard(i)
        else:
            self._put(i, before)
        return True

    def _put(self, i: int, row: Correspondence) -> None:
        rows = [*self.rows[:i], row, *self.rows[i + 1 :]]
        text = write_alignment(rows, self.header)
        if files.read_text(self.path) != self.saved:
            raise Unusable(
                f"{self.path!r} was changed by somebody else meanwhile",
                hint="this last answer is not saved; call the same command again",
            )
        files.write(self.path, text)
        self.rows, self.saved = list(read_sssom(text, self.path).rows), text  # read again, for the lines they stand in


def opened(reading: AlignmentReading, maps: Sequence[ArgumentMap]) -> Session:
    """A review of a file that was read without errors."""
    return Session(reading.name, reading.header, list(reading.rows), {m.id: m for m in maps}, reading.text)
