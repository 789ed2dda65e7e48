"""`argmap check`: everything that is wrong with maps and codebooks, each problem where it is."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from argmap import api, files
from argmap.api import Examined
from argmap.cli import terminal
from argmap.cli.problems import Form, print_problems
from argmap.cli.unusable import Unusable, missing, require_files
from argmap.diagnostics import Diagnostic
from argmap.model import ArgumentMap
from argmap.text import did_you_mean


def run(
    names: Sequence[str],
    *,
    texts: Sequence[str] = (),
    form: Form = "text",
    strict: bool = False,
    limits: bool = True,
    color: terminal.Color = "auto",
) -> int:
    """Check all files that exist and print what is wrong; 2 if one does not exist, else 1 if there are errors."""
    wanted = list(dict.fromkeys(names))
    absent = {name: complaint for name in wanted if (complaint := missing(name))}
    for complaint in absent.values():
        terminal.tell(str(complaint))
    present = _different([name for name in wanted if name not in absent])
    if not present:
        return 2
    found = api.examine(present, texts=_texts(texts), limits=limits)
    if texts:
        _require_known([text.partition("=")[0] for text in texts], found)
    problems = tuple(_once(found))
    print_problems(problems, [e.name for e in found], form, color)
    if absent:
        return 2
    failing = ("error", "warning") if strict else ("error",)
    return 1 if any(d.severity in failing for d in problems) else 0


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
