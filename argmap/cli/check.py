"""`argmap check`: everything that is wrong with maps and codebooks, each problem where it is."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from argmap import api, files
from argmap.api import Examined
from argmap.cli import terminal
from argmap.cli.problems import Form, print_problems
from argmap.cli.unusable import Unusable, missing, require_files
from argmap.diagnostics import Diagnostic
from argmap.model import ArgumentMap
from argmap.text import did_you_mean

if TYPE_CHECKING:
    from argmap.codes.selecting import Selection


def run(
    names: Sequence[str],
    *,
    texts: Sequence[str] = (),
    form: Form = "text",
    strict: bool = False,
    limits: bool = True,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    teach: bool = False,
    fix: bool = False,
    diff: bool = False,
    color: terminal.Color = "auto",
) -> int:
    """Check all files that exist and print what is wrong; 2 if one does not exist, else 1 if there are errors."""
    selection = _selection(select, ignore, teach=teach)
    if fix or diff:
        from argmap.cli.check_fix import run as mend  # noqa: PLC0415  # most calls mend nothing

        return mend(
            names, texts=texts, form=form, strict=strict, limits=limits, selection=selection, diff=diff, color=color
        )
    wanted = list(dict.fromkeys(names))
    absent = {name: complaint for name in wanted if (complaint := missing(name))}
    for complaint in absent.values():
        terminal.tell(str(complaint))
    present = _different([name for name in wanted if name not in absent])
    if not present:
        return 2
    found = api.examine(present, texts=_texts(texts), limits=limits, selection=selection)
    if texts:
        _require_known([text.partition("=")[0] for text in texts], found)
    problems = tuple(_once(found))
    print_problems(problems, [e.name for e in found], form, color)
    if absent:
        return 2
    failing = ("error", "warning") if strict else ("error",)
    return 1 if any(d.severity in failing for d in problems) else 0


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


def _different(names: Sequence[str]) -> list[str]:
    """The names, without those that name a file again in another way."""
    found: dict[str | Path, str] = {}
    for name in names:
        found.setdefault(name if name == "-" else _real(name), name)
    return list(found.values())


def _real(name: str) -> Path:
    return Path(name).resolve()


def _texts(given: Sequence[str]) -> Mapping[str, str]:
    """The articles' texts by map id, from ``ID=FILE``."""
    texts: dict[str, str] = {}
    for pair in given:
        key, equals, name = pair.partition("=")
        if not (key and equals and name):
            raise Unusable(f"--text {pair!r} is not ID=FILE", hint="write --text koga-2023=koga.txt")
        if key in texts:
            raise Unusable(f"--text names the map {key!r} twice", hint="give one text for each map")
        require_files([name])
        texts[key] = files.read_text(name)
    return texts


def _require_known(ids: Sequence[str], found: Sequence[Examined]) -> None:
    """A text for a map that is not there would silently check nothing."""
    documents = [e.opened.reading.document or e.opened.reading.salvaged for e in found]
    known = [m.id for m in documents if isinstance(m, ArgumentMap)]
    for key in ids:
        if key not in known:
            raise Unusable(
                f"--text names the map {key!r}, which is not among the files",
                hint=did_you_mean(key, known) or f"the maps are {', '.join(known) or 'none'}",
            )
