"""`argmap check`: everything that is wrong with maps and codebooks, each problem where it is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from argmap import api
from argmap.api import Examined
from argmap.cli import terminal
from argmap.cli.article_texts import require_known, texts_by_map
from argmap.cli.check_files import wanted as files_wanted
from argmap.cli.problems import Form, print_problems
from argmap.diagnostics import Diagnostic
from argmap.facade.settings import ProjectSettings
from argmap.model import ArgumentMap
from argmap.reporters.left_out import LeftOut

if TYPE_CHECKING:
    from argmap.codes.selecting import Selection


def run(
    names: Sequence[str],
    *,
    texts: Sequence[str] = (),
    form: Form | Literal["sarif"] = "text",
    strict: bool = False,
    limits: bool = True,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    teach: bool = False,
    settings: bool = True,
    fix: bool = False,
    diff: bool = False,
    color: terminal.Color = "auto",
) -> int:
    """Check all files that exist and print what is wrong; 2 if one does not exist, else 1 if there are errors."""
    project = ProjectSettings(_selection(select, ignore, teach=teach), strict, read=settings)
    wanted = files_wanted(names or ["."])
    if not wanted.names:
        return 2
    in_force = project.of_all(wanted.names)
    articles = texts_by_map(texts)
    looked_at, settled = wanted.names, 2 if wanted.absent else None
    if fix or diff:
        from argmap.cli.check_fix import run as mend  # noqa: PLC0415  # most calls mend nothing

        strictly = any(one.strict for one in in_force)
        code, looked_at = mend(
            wanted.names, texts=articles, limits=limits, selection=project.selection, diff=diff, strict=strictly
        )
        settled = settled or code
        if not looked_at:
            return settled or 0
    found = api.examine(looked_at, texts=articles, limits=limits, selection=project.selection)
    if texts:
        documents = [e.opened.reading.document or e.opened.reading.salvaged for e in found]
        require_known(articles, [m.id for m in documents if isinstance(m, ArgumentMap)])
    problems = tuple(_once(found))
    if form == "sarif":
        from argmap.cli.check_sarif import sarif  # noqa: PLC0415  # it asks for the ways to mend, too

        terminal.write(sarif(problems, found))
    else:
        print_problems(problems, [e.name for e in found], form, color, left=_left_out(found))
    if settled is not None:
        return settled
    return 1 if any(_fails(d, project) for d in problems) else 0


def _fails(d: Diagnostic, project: ProjectSettings) -> bool:
    return d.severity == "error" or (d.severity == "warning" and project.of(d.file).strict)


def _left_out(found: Sequence[Examined]) -> LeftOut:
    """How many problems comments silence, and options or settings leave out; those of a codebook count once."""
    real: dict[str, Path] = {}

    def alike(d: Diagnostic) -> tuple[Path, Diagnostic]:
        """One codebook may have two names: the one in the call, and the one in a map."""
        if d.file not in real:
            real[d.file] = _real(d.file)
        return real[d.file], replace(d, file="")

    silenced = {alike(d) for examined in found for d in examined.silenced}
    unwanted = {alike(d) for examined in found for d in examined.unwanted}
    return LeftOut(len(silenced), len(unwanted))


def _selection(select: Sequence[str], ignore: Sequence[str], *, teach: bool) -> "Selection | None":
    """None where all is told but teaching advice: then the catalogue of codes need not be read."""
    if not (select or ignore or teach):
        return None
    from argmap.cli.check_selection import selection_of  # noqa: PLC0415

    return selection_of(select, ignore, teach=teach)


def _once(found: Sequence[Examined]) -> Iterator[Diagnostic]:
    """All problems, file by file; those of a codebook that several maps name, or the call itself, are said once."""
    named = {_real(e.name) for e in found}
    told: set[Diagnostic] = set()
    for examined in found:
        yield from examined.diagnostics
        for d in examined.elsewhere:
            if d not in told and _real(d.file) not in named:
                told.add(d)
                yield d


def _real(name: str) -> Path:
    return Path(name).resolve()
