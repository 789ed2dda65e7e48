"""Cells of one row -> a correspondence, or everything that keeps it from being one."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from argmap.comparison.alignment.correspondences import Correspondence, Predicate, Ref
from argmap.diagnostics import Diagnostic
from argmap.formats.lines import Lines
from argmap.formats.parts import slug
from argmap.formats.sssom_cells import Cell
from argmap.formats.sssom_problems import at
from argmap.formats.sssom_terms import (
    COLUMNS,
    JUSTIFICATIONS,
    MANUAL,
    NEAR_PREDICATES,
    NO_TERM,
    NOT,
    PREDICATES,
    SLOTS,
)
from argmap.model.base import SLUG
from argmap.text import did_you_mean, shorten

_SLUG: Final = re.compile(SLUG.removeprefix("^").removesuffix("$"))
_REF: Final = re.compile(f"{_SLUG.pattern}:{_SLUG.pattern}")
_LONGEST: Final = 80
_SHOWN: Final = 60  # of a wrong value: a message stays one line
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_NOTHING: Final = Cell("", 0, 0)


@dataclass(slots=True)
class Row:
    """One row while it is read; `problems` collects what is wrong with it."""

    lines: Lines
    cells: Mapping[str, Cell]
    problems: list[Diagnostic] = field(default_factory=list)

    def correspondence(self, file: str, defaults: Mapping[str, str]) -> Correspondence | None:
        """The row as a value, if nothing is wrong with it; every cell is looked at in any case."""
        self._refuse_control_characters()
        subject, target = self._subject(), self._object()
        predicate = self._predicate()
        rejected = self._rejected(absent=target is None)
        justification = self._justification()
        confidence = self._confidence()
        searched = self._searched(defaults) if target is None else ""
        first = next(iter(self.cells.values()))
        if self.problems or subject is None or predicate is None:
            return None
        return Correspondence(
            subject,
            predicate,
            target,
            justification,
            rejected,
            confidence,
            self._cell("author_id").value or self._cell("author_label").value,
            self._cell("comment").value,
            searched,
            self._extra(absent=target is None),
            file,
            self.lines.place(first.start)[0],
        )

    def _cell(self, column: str) -> Cell:
        return self.cells.get(column, _NOTHING)

    def _text(self, column: str) -> str:
        return self._cell(column).value.strip()

    def _wrong(self, column: str, code: str, message: str, help: str = "") -> None:  # noqa: A002
        self.problems.append(at(self.lines, self._cell(column), code, message, help))

    def _refuse_control_characters(self) -> None:
        for cell in self.cells.values():
            if found := _CONTROL.search(cell.value):
                message = f"the character U+{ord(found.group()):04X} may not stand in an alignment"
                self.problems.append(at(self.lines, cell, "AM116", message, "delete it; it may be invisible"))

    def _subject(self) -> Ref | None:
        text = self._text("subject_id")
        if text == NO_TERM:
            help_ = f"write the statement as subject_id and {NO_TERM} as object_id"
            self._wrong("subject_id", "AM707", f"{text!r} stands where a statement belongs", help_)
            return None
        return self._ref("subject_id", text)

    def _object(self) -> Ref | None:
        """The other statement; None too where there is none, which is no problem."""
        text = self._text("object_id")
        if text == NO_TERM or "object_id" not in self.cells:
            return None
        if near := not _REF.fullmatch(text) and (did_you_mean(text, (NO_TERM,)) or _by_word(text, (NO_TERM,))):
            self._wrong("object_id", "AM707", f"{text!r} is no statement", near)
            return None
        return self._ref("object_id", text)

    def _ref(self, column: str, text: str) -> Ref | None:
        if column not in self.cells:
            return None
        if not text:
            self._wrong(column, "AM707", f"{column!r} is empty", "write map:statement")
            return None
        parts = text.split(":")
        if _REF.fullmatch(text) and max(map(len, parts)) <= _LONGEST:
            return Ref(*parts)
        message = f"{shorten(text, 12)[:_SHOWN]!r} is not map:statement"
        self._wrong(column, "AM707", message, _meant_ref(parts))
        return None

    def _predicate(self) -> Predicate | None:
        text = self._text("predicate_id")
        for known in PREDICATES:
            if text == known:
                return known
        if "predicate_id" in self.cells:
            words = f"no predicate is called {text[:_SHOWN]!r}" if text else "'predicate_id' is empty"
            near = NEAR_PREDICATES.get(text)
            nearest = did_you_mean(text, PREDICATES) or _by_word(text, PREDICATES)
            help_ = f"the nearest is {near!r}" if near else nearest
            self._wrong("predicate_id", "AM708", words, help_ or f"known: {', '.join(PREDICATES)}")
        return None

    def _rejected(self, *, absent: bool) -> bool:
        text = self._text("predicate_modifier")
        if text not in ("", NOT):
            help_ = f"write {NOT!r} for a pair that was refused, else nothing"
            self._wrong("predicate_modifier", "AM709", f"no modifier is called {text[:_SHOWN]!r}", help_)
        if text == NOT and absent and self._text("object_id") == NO_TERM:
            message = f"{NOT!r} beside {NO_TERM!r} denies that nothing was found"
            self._wrong("predicate_modifier", "AM709", message, "delete one of the two, or the row")
        return text == NOT

    def _justification(self) -> str:
        text = self._text("mapping_justification")
        if text in JUSTIFICATIONS or "mapping_justification" not in self.cells:
            return text
        words = f"no justification is called {text[:_SHOWN]!r}" if text else "'mapping_justification' is empty"
        near = did_you_mean(text, JUSTIFICATIONS) or _by_word(text, JUSTIFICATIONS)
        self._wrong("mapping_justification", "AM709", words, near or f"write {MANUAL!r} for what a person decided")
        return text

    def _confidence(self) -> float | None:
        text = self._text("confidence")
        if not text:
            return None
        try:
            value = float(text) if text.isascii() and "_" not in text else -1.0
        except ValueError:
            value = -1.0
        if 0.0 <= value <= 1.0:
            return value + 0.0  # -0 is 0
        meant = _meant_number(text)
        help_ = f"did you mean {meant}?" if meant else "write 0.8, or leave the cell empty"
        self._wrong("confidence", "AM710", f"the confidence {text[:_SHOWN]!r} is no number from 0 to 1", help_)
        return None

    def _searched(self, defaults: Mapping[str, str]) -> str:
        text = self._text("object_source") or defaults.get("object_source", "")
        if not text or (_SLUG.fullmatch(text) and len(text) <= _LONGEST):
            return text
        column = "object_source" if "object_source" in self.cells else "object_id"
        help_ = "write the id of the map that was searched, or leave it empty for all others"
        self._wrong(column, "AM707", f"{text[:_SHOWN]!r} is no id of a map", help_)
        return ""

    def _extra(self, *, absent: bool) -> tuple[tuple[str, str], ...]:
        own = {*COLUMNS}
        if absent:
            own.add("object_source")
        if not self._cell("author_id").value:
            own.add("author_label")
        others = [(name, cell.value) for name, cell in self.cells.items() if name not in own and cell.value]
        return tuple(sorted(others, key=lambda pair: column_order(pair[0])))


def column_order(name: str) -> tuple[int, str]:
    """The sort key of a column: the order of SSSOM, then the name."""
    return (SLOTS.index(name), "") if name in SLOTS else (len(SLOTS), name)


def _by_word(text: str, known: Iterable[str]) -> str:
    """The term that ends in this word: people forget the prefix, or write another."""
    word = text.rpartition(":")[2].lower()
    found = [term for term in known if term.rpartition(":")[2].lower() == word]
    return f"did you mean {found[0]!r}?" if found else ""


def _meant_ref(parts: Sequence[str]) -> str:
    """What the two halves of a reference were meant to be, if they hold letters at all."""
    slugs = [slug(part) for part in parts]
    if any(len(part) > _LONGEST for part in parts):
        return f"ids have at most {_LONGEST} characters"
    if len(parts) == 2 and all(slugs) and "/" not in parts[1]:
        return f"did you mean '{':'.join(slugs)}'?"
    return "write map:statement, the ids as the map has them"


def _meant_number(text: str) -> str:
    """What ``0,8``, ``80%`` and ``80`` were meant to be; "" where nobody can tell."""
    tries: tuple[tuple[str, Callable[[str], float]], ...] = (
        (r"[01],\d+", lambda t: float(t.replace(",", "."))),
        (r"\d{1,3}(?:\.\d+)? ?%", lambda t: float(t.rstrip("% ")) / 100),
    )
    for pattern, number in tries:
        if re.fullmatch(pattern, text) and number(text) <= 1:
            return f"{number(text):.4g}"
    return ""
