"""`argmap check --fix` and `--diff`: what can be mended safely is mended, or shown as it would be."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from argmap import api, files
from argmap.cli import terminal
from argmap.cli.problems import show_problems
from argmap.cli.unusable import Unusable
from argmap.errors import FileProblem
from argmap.facade.fixing import MendedFile, mended
from argmap.reporters.unified import unified
from argmap.reporters.visible import visible

if TYPE_CHECKING:
    from argmap.codes.selecting import Selection
    from argmap.facade.opening import SelectionOf


class Outcome(NamedTuple):
    """What came of it.

    Attributes:
        code: The exit code, if that is settled: 2 where a file could not be mended.
        left: The files of which it is still to be told what is left.
    """

    code: int | None
    left: tuple[str, ...] = ()


def run(
    names: Sequence[str],
    *,
    texts: Mapping[str, str],
    limits: bool,
    selection: "Selection | SelectionOf | None",
    diff: bool,
    strict: bool,
) -> Outcome:
    """Mend files that are there, and tell what was mended; every file is mended before the first is written.

    The mended text of standard input is the product: it goes to standard output, and what is left to standard error.
    With `diff` nothing is written, and the product is what would change.
    """
    _require_files(names)
    found: list[MendedFile] = []
    failed: list[FileProblem] = []
    for name in names:
        try:
            found.append(mended(name, texts=texts, limits=limits, selection=selection))
        except FileProblem as problem:
            failed.append(problem)
    code: int | None = None
    left: tuple[str, ...] = ()
    if diff:
        changed = (one for one in found if one.changed)
        terminal.write("".join(unified(one.before.decode(), one.after.decode(), one.name) for one in changed))
        code = int(any(one.changed for one in found))
    elif list(names) == ["-"]:
        for one in found:
            terminal.write_bytes(one.after)
            _tell(one)
            code = _left(one, texts, limits, selection, strict=strict)
    else:
        failed += _written(found)
        left = tuple(one.path for one in found)
    for why in failed:
        terminal.tell(str(why))
    return Outcome(2 if failed else code, left)


def _require_files(names: Sequence[str]) -> None:
    if "-" in names and len(names) > 1:
        raise Unusable("'-' cannot be mended together with files", hint="give it a call of its own")
    for name in names:
        if name != "-" and files.is_stream(Path(name)):
            raise Unusable(f"{name!r} is no file that could be mended", hint="name '-' to mend standard input")


def _written(found: Sequence[MendedFile]) -> Iterator[FileProblem]:
    """Write what has changed; what was in the way."""
    for one in found:
        try:
            if one.changed:
                one.write()
                _tell(one)
        except FileProblem as problem:
            yield problem


def _tell(one: MendedFile) -> None:
    """A line for each problem that is mended, where it stood."""
    for repair in one.repairs:
        d = repair.problem
        at = f"{one.name}:{d.position.line}:{d.position.column}" if d.position else one.name
        terminal.tell_plainly(f"{visible(at)}: mended[{d.code}]: {visible(d.message)} ({visible(repair.fix.title)})\n")


def _left(
    one: MendedFile,
    texts: Mapping[str, str],
    limits: bool,
    selection: "Selection | SelectionOf | None",
    *,
    strict: bool,
) -> int:
    """Tell what is left of the problems of standard input, on standard error; the exit code."""
    path = Path(one.name)
    try:
        unsaved = {path.resolve(): one.after.decode("utf-8")}
    except UnicodeDecodeError:
        terminal.tell(f"{one.name} is not UTF-8, so nothing of it was mended")
        return 1
    (examined,) = api.examine([path], texts=texts, limits=limits, selection=selection, unsaved=unsaved)
    if examined.all:
        show_problems(examined.all)
    failing = ("error", "warning") if strict else ("error",)
    return int(any(d.severity in failing for d in examined.all))
