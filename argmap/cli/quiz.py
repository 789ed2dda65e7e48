"""`argmap quiz`: questions out of maps, for Moodle, Anki, a table, or paper."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from argmap import files
from argmap.cli import terminal
from argmap.cli.output import deliver, require_apart
from argmap.cli.unusable import Unusable, require_files
from argmap.facade.quizzes import FORM_OF, QuizForm, make_quiz, quiz_as
from argmap.reporters.visible import visible


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for, as it was typed."""

    kinds: Sequence[str] | None = None
    count: int | None = None
    seed: int = 1
    about: Sequence[str] = ()
    title: str | None = None
    alignment: Sequence[str] = ()
    min_confidence: float = 0.0


def run(maps: Sequence[str], wanted: Wanted, *, output: str | None, form: QuizForm | None, limits: bool) -> int:
    """Write the quiz; kinds of question that the maps do not offer are told, with the reason."""
    kind = form_of(output, form)
    if kind == "anki" and output in (None, "-") and terminal.is_terminal(sys.stdout):
        raise Unusable("a deck is not written to a terminal", hint="write it to a file: -o quiz.apkg")
    inputs = [*maps, *wanted.alignment]
    if wanted.alignment and len(maps) != 2:
        raise Unusable("an alignment joins the statements of two maps", hint="name two, or leave out --alignment")
    if wanted.min_confidence and len(maps) != 2:
        raise Unusable(
            f"--min-confidence is for the rows that join two maps, and there are {len(maps)}", hint="leave it out"
        )
    require_files(inputs)
    require_apart(output, inputs)
    options = {f.name: getattr(wanted, f.name) for f in fields(wanted)}
    made = make_quiz(*maps, limits=limits, **options)
    for none, why in made.missing.items():
        terminal.tell(f"no question of kind {none!r}: {why}")
    if not made.questions:
        raise Unusable("these maps offer no question", hint="docs/quiz.md says what each kind takes")
    product = quiz_as(made, kind, width=terminal.width())
    # in a table CR LF ends a line everywhere, and Windows would add a CR to it
    deliver(product.encode() if kind == "csv" and isinstance(product, str) else product, output)
    return 0


def form_of(output: str | None, form: QuizForm | None) -> QuizForm:
    """The form asked for, else the one that the file's ending names, else text."""
    if form is not None or output is None or output == "-" or files.is_stream(Path(output)):
        return form or "text"
    found = FORM_OF.get(Path(output).suffix.lower())
    if found is None:
        raise Unusable(
            f"{visible(output)!r} does not say what is to be written",
            hint="end it with .gift, .xml, .apkg, .csv, .md, .txt or .json, or name a form: --format gift",
        )
    return found
