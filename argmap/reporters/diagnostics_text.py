"""Problems for a person at a terminal: place, message, the line with the place underlined, the way out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from argmap.diagnostics import SEVERITIES, Diagnostic, Severity
from argmap.reporters.excerpt import excerpt
from argmap.reporters.ink import Tone, ink
from argmap.reporters.left_out import LeftOut
from argmap.reporters.visible import visible

_MANY: Final = 3
_TONES: Final[dict[Severity, Tone]] = {"error": "conflict", "warning": "differ", "advice": "agree"}


def diagnostics_text(
    diagnostics: Sequence[Diagnostic],
    *,
    files: int,
    width: int = 100,
    color: bool = False,
    left: LeftOut = LeftOut(),  # noqa: B008  # it cannot change
) -> str:
    """All problems in the order given, and how many there are in how many files; "" if there are none.

    Where a file has three or more warnings that say one thing, all but the first are a line each, under the first.
    """
    if not diagnostics:
        return ""
    blocks = ["\n".join(_blocks(alike, width, color=color)) for alike in _alike(diagnostics)]
    return "\n\n".join([*blocks, ink(summary(diagnostics, files=files, left=left), "bold", color=color)]) + "\n"


def summary(diagnostics: Sequence[Diagnostic], *, files: int, left: LeftOut = LeftOut()) -> str:  # noqa: B008  # as above
    """How many problems of which severity, and how many are not shown.

    >>> summary((), files=2, left=LeftOut(silenced=1))
    'no problems in 2 files; 1 silenced by comments'
    """
    count = Counter(d.severity for d in diagnostics)
    parts = [_counted(count[severity], severity) for severity in SEVERITIES if count[severity]]
    told = f"{', '.join(parts) or 'no problems'} in {_counted(files, 'file')}"
    return f"{told}; {left}" if any(left) else told


def _counted(n: int, what: str) -> str:
    return f"{n} {what}" if n == 1 or what == "advice" else f"{n} {what}s"


def _alike(diagnostics: Sequence[Diagnostic]) -> list[list[Diagnostic]]:
    """Warnings of a file with one code and one help together, where the first of them stands; all others alone."""
    groups: dict[object, list[Diagnostic]] = {}
    for d in diagnostics:
        alone = d.severity == "error" or not d.help
        groups.setdefault(id(d) if alone else (d.file, d.code, d.severity, d.help), []).append(d)
    told = {id(d): [d] for group in groups.values() if len(group) < _MANY for d in group}
    told |= {id(group[0]): group for group in groups.values() if len(group) >= _MANY}
    return [told[id(d)] for d in diagnostics if id(d) in told]


def _blocks(alike: Sequence[Diagnostic], width: int, *, color: bool) -> Iterator[str]:
    first, *others = alike
    yield from _block(first, width, color=color)
    for d in others:
        yield f"  also {_place(d)}{visible(d.message)}"


def _block(d: Diagnostic, width: int, *, color: bool) -> Iterator[str]:
    kind = ink(f"{d.severity}[{d.code}]", _TONES[d.severity], color=color)
    yield f"{_place(d)}{kind}: {ink(visible(d.message), 'bold', color=color)}"
    if d.position and d.source.strip():  # of a file that is not there no line can be shown
        number = str(d.position.line)
        gutter = len(number) + 5
        line, marks = excerpt(d.source, d.position, width=max(width - gutter, 20))
        yield f"{ink(f'  {number} |', 'dim', color=color)} {line}".rstrip()
        bar = ink(f"  {' ' * len(number)} |", "dim", color=color)
        yield f"{bar} {marks.replace('^', '')}{ink(marks.lstrip(), _TONES[d.severity], color=color)}"
    if d.help:
        yield f"  help: {visible(d.help)}"


def _place(d: Diagnostic) -> str:
    if d.position:
        return f"{visible(d.file)}:{d.position.line}:{d.position.column}: "
    return f"{visible(d.file)}: " if d.file else ""
