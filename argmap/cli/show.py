"""`argmap show`: a map as an outline, all of it or what is asked for; a codebook as a list of its keys."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal, TypeVar, assert_never

from argmap import api, files
from argmap.cli import terminal
from argmap.cli.output import deliver, form_of, require_apart
from argmap.cli.problems import show_problems
from argmap.cli.unusable import Unusable, require_files
from argmap.errors import InvalidMap
from argmap.facade.own_looks import words_asked
from argmap.languages import Words, words_in
from argmap.model import ArgumentMap, Codebook
from argmap.model.statement import CERTAINTIES, TYPES
from argmap.reporters.outline import OutlineIds, outline_markdown, outline_text
from argmap.reporters.outline_choice import Choice, UnknownName, chosen, lines_of
from argmap.text import did_you_mean

Form = Literal["text", "markdown"]
FORMS: Final[tuple[Form, ...]] = ("text", "markdown")
W = TypeVar("W", bound=str)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be shown, and how."""

    form: Form | None = None
    output: str | None = None
    ids: OutlineIds = "short"
    language: str = "en"
    limits: bool = True
    color: terminal.Color = "auto"
    choice: Choice = field(default_factory=Choice)
    unused: bool = False


def choice(*, types: Sequence[str] = (), certainties: Sequence[str] = (), **others: Any) -> Choice:
    """The choice that options ask for; those that take one of a few words are held to these."""
    return Choice(
        types=tuple(_among("--type", name, TYPES) for name in types),
        certainties=tuple(_among("--certainty", name, CERTAINTIES) for name in certainties),
        **others,
    )


def _among(option: str, name: str, known: Sequence[W]) -> W:
    for word in known:
        if word == name.strip():
            return word
    near = did_you_mean(name, known)
    raise Unusable(f"{option} {name!r} is none of {', '.join(known)}", hint=near)


def run(file: str, wanted: Wanted) -> int:
    """Print the outline of a map that can be used, or the keys of a codebook."""
    own = [wanted.language] if files.names_table(wanted.language) else []
    require_files([file, *own])
    require_apart(wanted.output, [file, *own])
    form = form_of(wanted.output, wanted.form, FORMS)
    if book := _codebook(file):
        return _show_codebook(file, book, form, wanted)
    if wanted.unused:
        raise Unusable("--unused chooses keys of a codebook, and this is a map", hint="name the codebook")
    asked, noted = words_asked(wanted.language)
    words = asked if isinstance(asked, Words) else words_in(asked)
    show_problems(noted)
    m = api.load(file, limits=wanted.limits)
    keys = _chosen(m, wanted.choice)
    if keys is not None and not keys:
        terminal.tell(f"none of the {len(m.statements)} statements of {m.id!r} is like that")
        return 0
    lines = None if keys is None else tuple(lines_of(m, keys))
    match form:
        case "text":
            colored = wanted.output is None and terminal.in_color(wanted.color)
            product = outline_text(
                m, width=terminal.width(), color=colored, ids=wanted.ids, words=words, lines_shown=lines
            )
        case "markdown":
            product = outline_markdown(m, ids=wanted.ids, words=words, lines_shown=lines)
        case _:
            assert_never(form)
    deliver(product, wanted.output)
    if keys is not None and lines is not None:
        context = len({line.key for line in lines if line.context} - keys)
        around = f", {context} more in few words above them (…)" if context else ""
        hidden = len(m.statements) - len(keys) - context
        terminal.tell(f"{len(keys)} of {len(m.statements)} statements{around}, {hidden} hidden")
    return 0


def _chosen(m: ArgumentMap, choice: Choice) -> frozenset[str] | None:
    """The statements asked for; None where all are."""
    if choice == Choice():
        return None
    try:
        return chosen(m, choice)
    except UnknownName as problem:
        listed = (
            "`argmap show` of the codebook lists its keys" if choice.about else "`argmap show` of the map lists them"
        )
        raise Unusable(str(problem), hint=problem.near or listed) from problem
    except ValueError as problem:
        raise Unusable(f"--at: {problem}") from problem


def _codebook(file: str) -> Codebook | None:
    """The codebook in a file, free of errors; None where the file holds something else, and is to be read as a map."""
    if not Path(file).is_file() or "argmap-codebook" not in files.read_text(file):  # maps are not read twice
        return None
    opened = api.read(file)
    if not isinstance(opened.document or opened.salvaged, Codebook):
        return None
    problems = api.check(file)
    if any(d.severity == "error" for d in problems):
        raise InvalidMap(problems)
    assert isinstance(opened.document, Codebook)
    return opened.document


def _show_codebook(file: str, c: Codebook, form: Form, wanted: Wanted) -> int:
    from argmap.facade.codebook_uses import uses_of  # noqa: PLC0415  # most outlines are of maps
    from argmap.facade.renaming_rules import shown  # noqa: PLC0415
    from argmap.reporters.outline_codebook import codebook_markdown, codebook_text, entries  # noqa: PLC0415

    if wanted.choice != Choice() or wanted.ids != "short" or wanted.language != "en":
        raise Unusable(f"{file!r} is a codebook, whose keys only --unused chooses from", hint="name a map")
    uses = uses_of(file)
    for path in uses.unread:
        terminal.tell(f"{shown(path)} cannot be read, and is not counted")
    found = entries(c, uses.statements)
    unused = tuple(e for e in found if not e.uses) if wanted.unused else found
    if not unused:
        terminal.tell(f"all {len(found)} keys of {c.id!r} are used" if found else f"{c.id!r} has no keys")
        return 0
    if form == "markdown":
        product = codebook_markdown(c, unused, maps=uses.maps)
    else:
        colored = wanted.output is None and terminal.in_color(wanted.color)
        product = codebook_text(c, unused, maps=uses.maps, width=terminal.width(), color=colored)
    deliver(product, wanted.output)
    return 0
