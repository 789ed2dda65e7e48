"""`argmap align review`: a conversation about the proposals of an alignment; each answer is saved at once."""

import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from argmap import files
from argmap.cli import terminal
from argmap.cli.align_answers import (
    DECISIONS,
    HELP,
    PROMPT,
    PROMPT_AT_END,
    Decision,
    Unclear,
    read_answer,
    require_plain,
)
from argmap.cli.align_maps import require_alignment_first, usable_maps
from argmap.cli.align_session import Session, opened
from argmap.cli.unusable import Unusable, require_files
from argmap.comparison.alignment.correspondences import MANUAL, Correspondence
from argmap.comparison.alignment.map_checks import check_alignment, undecided
from argmap.errors import InvalidMap
from argmap.formats.sssom_writing import number
from argmap.reporters.ink import ink
from argmap.reporters.suggestions_pair import Neighbours, neighbours_in, pair_lines
from argmap.reporters.visible import visible
from argmap.typesetting import wrap

_ASKED_ABOUT_AUTHOR: Final = "Who decides? An ORCID or a name"

_ORCID: Final = re.compile(r"(?:https?://(?:www\.)?orcid\.org/|orcid:)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])", re.IGNORECASE)


def run(name: str, maps: Sequence[str], *, author: str | None, limits: bool, color: terminal.Color) -> int:
    """Ask about one proposal after the other until none is left, or nobody answers."""
    if name == "-" or "-" in maps:
        raise Unusable("standard input is where the answers come from", hint="name files")
    if len(maps) < 2:
        raise Unusable("an alignment is about two maps or more", hint="name them behind the alignment")
    require_alignment_first(name, maps)
    require_files([name, *maps])
    documents = usable_maps(maps, limits=limits)
    reading = files.read_alignment(name, limits=limits)
    reading = reading.with_problems(check_alignment(reading.rows, documents))
    if reading.failed:
        raise InvalidMap([d for d in reading.diagnostics if d.severity == "error"])
    if author is not None:
        _require_author(author)
    dialog = _Dialog(opened(reading, documents), color=terminal.in_color(color))
    if not dialog.session.waiting:
        terminal.write(_nothing_left(reading.rows, documents_given=len(dialog.session.maps)))
        return 0
    try:
        dialog.hold(author)
    except KeyboardInterrupt:
        terminal.write("\n" + dialog.summary())
        terminal.finish()
        raise
    terminal.write(dialog.summary())
    return 0


def _require_author(author: str) -> None:
    """Raise `Unusable` for an ``--author`` that names nobody, before anything is said."""
    if not author.strip():
        raise Unusable("--author is empty", hint="write an ORCID or a name")
    try:
        require_plain(author)
    except Unclear as unclear:
        raise Unusable(f"--author {author!r} cannot be used", hint=str(unclear)) from unclear


def _nothing_left(rows: Sequence[Correspondence], *, documents_given: int) -> str:
    if elsewhere := len(undecided(rows)):
        return f"Nothing to decide about these {documents_given} maps; {_count(elsewhere)} about others.\n"
    return "Nothing is left to decide; `argmap align suggest A B -o FILE` looks for more.\n"


def _count(n: int) -> str:
    return "1 proposal waits" if n == 1 else f"{n} proposals wait"


class _Dialog:
    """Shows, asks, and does what is answered."""

    def __init__(self, session: Session, *, color: bool) -> None:
        self.session, self.color = session, color
        self.neighbours: Mapping[str, Neighbours] = {m.id: neighbours_in(m) for m in session.maps.values()}
        self.total = len(session.waiting)
        self.author = ""

    def hold(self, author: str | None) -> None:
        """Go on until nothing waits, or an end is asked for."""
        terminal.write(f"{_count(self.total)} to be decided. Each answer is saved at once; 'help' explains them.\n")
        if not self._settle_author(author):
            return
        while self.session.waiting:
            place = self.session.waiting[0]
            self._show(place)
            if not self._ask_until_moved(place) or not (self.session.waiting or self._taken_back_at_end()):
                return

    def _settle_author(self, author: str | None) -> bool:
        """Whether somebody said who decides."""
        usual = next((r.author for r in reversed(self.session.rows) if r.justification == MANUAL and r.author), "")
        if author is not None:
            self.author = _named(author.strip())
            return True
        while True:
            given = _asked(f"{_ASKED_ABOUT_AUTHOR}{f' [{usual}]' if usual else ''}: ")
            if given is None:
                return False
            try:
                require_plain(given)
            except Unclear as unclear:
                terminal.write(f"{unclear}\n")
                continue
            self.author = _named(given.strip()) or usual
            if self.author:
                return True
            terminal.write("A name is needed: who reads a comparison should know whose judgement it rests on.\n")

    def _show(self, place: int) -> None:
        row = self.session.rows[place]
        assert row.object is not None
        place_among = self.total - len(self.session.waiting) + 1
        head = ink(f"Proposal {place_among} of {self.total}", "bold", color=self.color)
        width = terminal.width()
        lines = ["", head, ""]
        lines += pair_lines((row.subject, row.object), self.neighbours, width=width, color=self.color)
        if row.comment:
            # a program's remark is a warning about the pair, and no reason for it
            lines += wrap(visible(f"{'Comment' if row.author else 'Beware'}: {row.comment}"), width)
        terminal.write("\n".join([*lines, ""]))

    def _ask_until_moved(self, place: int) -> bool:
        """Whether to go on."""
        while True:
            line = _asked(PROMPT)
            if line is None:
                return False
            if not line.strip():
                continue
            try:
                answer = read_answer(line)
            except Unclear as unclear:
                terminal.write(f"{visible(str(unclear))}\n")
                continue
            match answer.word:
                case "quit":
                    return False
                case "help":
                    terminal.write(HELP)
                    continue
                case "skip":
                    self.session.skip(place)
                case "undo":
                    if not self.session.undo():
                        terminal.write("There is nothing to undo.\n")
                        continue
                case word:
                    against = self.session.answer(place, answer, word, self.author)
                    if against:
                        terminal.write(self._refusal(word, against))
                        continue
                    terminal.write(f"Saved: {word}{_sure(answer.confidence)}; 'undo' takes it back.\n")
            return True

    def _taken_back_at_end(self) -> bool:
        """Whether, with nothing left to ask about, the last step is taken back: without this no `undo` reaches it."""
        while True:
            line = _asked(PROMPT_AT_END)
            if line is None or line.strip().lower() in ("", "q", "quit", "exit"):
                return False
            try:
                if read_answer(line).word == "undo":
                    return self.session.undo()
            except Unclear as unclear:
                terminal.write(f"{visible(str(unclear))}\n")
            else:
                terminal.write("No proposal is shown that this could answer.\n")

    def _refusal(self, word: Decision, against: Sequence[str]) -> str:
        lines = [ink(f"{word!r} cannot be taken, and nothing is saved:", "conflict", color=self.color)]
        for message in against:
            lines += [f"  {line}" for line in wrap(visible(message), terminal.width() - 2)]
        return "\n".join([*lines, ""])

    def summary(self) -> str:
        """What was decided, and how to go on."""
        given = Counter(self.session.given)
        told = ", ".join(f"{given[word]} {word}" for word in DECISIONS if given[word])
        decided = f"Decided and saved in {visible(self.session.path)}: {told}." if told else "Nothing was decided."
        left = len(self.session.undecided)
        if not left:
            return f"\n{decided} Nothing is left.\n"
        return f"\n{decided} {_count(left)} still; the same command goes on.\n"


def _sure(confidence: float | None) -> str:
    return "" if confidence is None else f", sure to {number(confidence)}"


def _named(author: str) -> str:
    """The author as SSSOM writes it: an ORCID with its prefix, whether it was given bare or as an address."""
    found = _ORCID.fullmatch(author)
    return f"orcid:{found[1]}" if found else author


def _asked(prompt: str) -> str | None:
    """A line of answer; None at the end of input. Without a terminal the line is repeated, so that a log reads well."""
    if sys.stdin is None:
        raise Unusable("standard input is closed, and answers come from there")
    terminal.ask(prompt)
    try:
        line = sys.stdin.readline()
    except UnicodeDecodeError as problem:
        raise Unusable("standard input is not UTF-8", hint="type letters, or set the terminal to UTF-8") from problem
    if not line.endswith("\n") or not terminal.is_terminal(sys.stdin):
        terminal.write(f"{visible(line.strip())}\n")
    return line or None
