"""A worksheet: a map with some of it left to be filled in, and the answers, kept apart.

What is asked for is taken out of the map itself before anything is drawn of it. So nothing drawn from the rest, no
text, id, title or arrangement, can hold an answer.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, get_args

from argmap.diagram.boxes import Box, Diagram, Level
from argmap.languages import ENGLISH, Words
from argmap.model import ArgumentMap
from argmap.teaching import worksheet_bank as banks
from argmap.teaching.worksheet_bank import Entry
from argmap.teaching.worksheet_blanks import Asked, BlankKind, Given, chosen
from argmap.teaching.worksheet_hiding import Hidden, RoleRow, blanked_diagram, hidden

__all__ = ["BLANK_KINDS", "DIFFICULTIES", "Blank", "BlankKind", "Difficulty", "Entry", "Worksheet", "make_worksheet"]

Difficulty = Literal[1, 2, 3]

BLANK_KINDS: Final[tuple[BlankKind, ...]] = get_args(BlankKind)
DIFFICULTIES: Final[tuple[Difficulty, ...]] = get_args(Difficulty)


@dataclass(frozen=True, slots=True)
class Blank:
    """One thing to be filled in.

    Attributes:
        number: From 1, in the order of reading.
        kind: What is asked for.
        answer: The words that go there: a claim as it is shown at the level of the sheet, ``because`` or ``but`` (as
            the map's key says, whatever the language), a citation, a role.
        full: For a claim, the whole sentence; else the answer again.
        places: Where the article says it: ``¶7``.
        statement: The statement it belongs to, by its slug in the map that was asked about.
        lines: How many ruled lines there are to write on; the same for all of one kind, whatever the answer.
    """

    number: int
    kind: BlankKind
    answer: str
    full: str
    places: tuple[str, ...]
    statement: str
    lines: int


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A worksheet with its answers. Only `blanks` and `bank` hold answers; `map` and what is drawn of it hold none.

    Attributes:
        map: What is left of the map: opaque names, and numbers in place of what is asked for.
        blanks: What is asked for, in order of number.
        roles: The table of who plays which part, for those maps that say; filled in or numbered.
        level: How much of each statement is shown.
        difficulty: 1 to 3: how much is asked for, and with how much help.
        seed: What it was chosen with.
        focus: The opaque name of the one statement it is about; None for the whole map.
        wrong: What the bank offers besides the answers, by group: plausible, and right for no blank.
        hidden: Where in `map` the blanks are.
    """

    map: ArgumentMap
    blanks: tuple[Blank, ...]
    roles: tuple[RoleRow, ...]
    level: Level
    difficulty: Difficulty
    seed: int
    focus: str | None
    wrong: tuple[Entry, ...]
    hidden: Hidden

    def diagram(self, *, level: Level | None = None, words: Words = ENGLISH, **options: object) -> Diagram:
        """The boxes of the sheet, with `blank` and `cites` where something is asked for, and no answer anywhere.

        Args:
            level: Another level than that of the worksheet.
            words: The fixed words.
            options: Further ones of `diagram_of_map`.
        """
        return blanked_diagram(self.map, self.hidden, level=level or self.level, words=words, options=options)

    def bank(self, numbers: Iterable[int] | None = None) -> tuple[Entry, ...]:
        """What there is to choose from for some blanks, or all: answers and wrong ones shuffled; none at difficulty 3.

        Answers to the other blanks are not among them. Relations have no entries: their two words stand in the bar.
        """
        if self.difficulty == 3:
            return ()
        there = set(numbers) if numbers is not None else {blank.number for blank in self.blanks}
        asked = made_answers(b for b in self.blanks if b.number in there)
        return banks.bank(asked, self.wrong, self.difficulty, self.seed)

    def rows(self, statements: Iterable[str] | None = None) -> tuple[RoleRow, ...]:
        """The rows of the table of roles that some statements of `map` say, or all."""
        there = None if statements is None else set(statements)
        return tuple(row for row in self.roles if there is None or there & set(row.statements))


def numbers_in(boxes: Iterable[Box]) -> tuple[int, ...]:
    """The numbers of what is asked for in some boxes, in order."""
    found = []
    for box in boxes:
        found.append(box.blank)
        for s in box.statements if box.kind != "context" else ():  # which only repeats what is asked elsewhere
            found += [0 if s.see or s.context else s.blank, *s.cites]
    return tuple(n for n in found if n)


def make_worksheet(
    m: ArgumentMap,
    *,
    blanks: Iterable[BlankKind] = BLANK_KINDS,
    difficulty: Difficulty = 1,
    seed: int = 1,
    distractors: ArgumentMap | None = None,
    focus: str | None = None,
    level: Level = "title",
) -> Worksheet:
    """A worksheet out of a map.

    Nothing is asked for that stands elsewhere on the sheet; which relations are asked for does not depend on what
    they are. A map may have nothing that can be asked: `blanks` of the result are then empty.

    Args:
        m: The map.
        blanks: Kinds of what is to be asked for.
        difficulty: 1 asks for about a fifth, each with all its neighbours given, and has a word bank; 2 for two fifths,
            with more wrong words in the bank; 3 for three fifths, without a bank.
        seed: Another one chooses other blanks, and shuffles the bank in another way.
        distractors: The map that wrong claims and sources in the bank come from; without one there are only wrong
            roles.
        focus: The statement, by slug or short id, whose branch it is about; None for the whole map.
        level: How much of each statement is shown; `title` leaves most room to write.

    Raises:
        UnknownName: There is no such statement to focus on.
    """
    given = Given(m, level, focus)
    asked: Asked = chosen(given, tuple(dict.fromkeys(blanks)), difficulty, seed)
    rest, found, numbered = hidden(given, asked, seed)
    roles = found.roles
    made = tuple(Blank(n, kind, *given.answer(kind, name), LINES[kind][difficulty]) for n, kind, name in numbered)
    wrong = banks.wrong_entries(given, made_answers(made), distractors, seed) if difficulty < 3 else ()
    return Worksheet(rest, made, roles, level, difficulty, seed, found.focus, wrong, found)


def made_answers(blanks: Iterable[Blank]) -> tuple[tuple[int, BlankKind, str, str], ...]:
    """Number, kind, answer and statement of each."""
    return tuple((b.number, b.kind, b.answer, b.statement) for b in blanks)


LINES: Final[dict[BlankKind, dict[int, int]]] = {
    "claim": {1: 2, 2: 2, 3: 3},
    "co-premise": {1: 2, 2: 2, 3: 3},
    "relation": {1: 0, 2: 0, 3: 0},
    "source": {1: 1, 2: 1, 3: 1},
    "role": {1: 1, 2: 1, 3: 1},
}
"""Ruled lines for each kind, by difficulty: without a bank there is more to write than a letter or a few words."""
