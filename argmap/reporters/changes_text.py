"""The changes between two versions for a terminal: a summary, what it means for comparisons, then part by part."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from argmap.diagnostics import Diagnostic
from argmap.reporters.changes_places import Places, nowhere
from argmap.reporters.changes_words import (
    Block,
    Line,
    Symbol,
    blocks,
    consequences,
    entries,
    fields,
    summary,
)
from argmap.reporters.ink import Tone, ink
from argmap.reporters.visible import visible
from argmap.typesetting import wrap
from argmap.versions.changes import Changes
from argmap.versions.wording import Share, Stretch

_TONES: Final[dict[Symbol, Tone]] = {"+": "agree", "-": "conflict", "~": "differ"}
_SHARES: Final[dict[Share, Tone]] = {"same": "plain", "old": "conflict", "new": "agree"}
_MARKS: Final[dict[Share, tuple[str, str]]] = {"same": ("", ""), "old": ("[-", "-]"), "new": ("{+", "+}")}
_NARROWEST: Final = 40
_NO_BREAK: Final = "\u2011"
_SPACE: Final = re.compile(r"[^\S\u00a0\u2007\u202f]")


def changes_text(
    c: Changes,
    *,
    places: Places = nowhere,
    unread: Sequence[Diagnostic] = (),
    heading: str = "",
    width: int = 80,
    color: bool = False,
) -> str:
    """The changes as text; "" if there are none and everything could be read.

    In a reworded text, ``[-…-]`` holds what was and ``{+…+}`` what is; colour only repeats it.

    Args:
        c: The changes.
        places: Where the parts of both versions stand.
        unread: Problems of what was left out of the comparison.
        heading: A line to begin with, if there is anything to say.
        width: Columns to fill, at least 40; a place is never broken.
        color: Whether to add colour for a terminal.
    """
    width = max(width, _NARROWEST)
    found = [
        *_summary(c, width, color=color),
        *_fields(c, width, color=color),
        *(_block(b, width, color=color) for b in blocks(c, places)),
        *(_block(b, width, color=color) for b in entries(c, places)),
        *_unread(unread, width),
    ]
    if not found:
        return ""
    head = [[ink(visible(heading), "bold", color=color)]] if heading else []
    return "\n\n".join("\n".join(block) for block in [*head, *found]) + "\n"


def _summary(c: Changes, width: int, *, color: bool) -> Iterator[list[str]]:
    if not c:
        return
    whole = summary(c).replace("-", _NO_BREAK)  # "re-coded" stays on one line
    yield [ink(line.replace(_NO_BREAK, "-"), "bold", color=color) for line in wrap(whole, width)]
    if said := list(consequences(c)):
        lines = wrap("For comparisons, the position of this map changes:", width)
        for sentence in said:
            first, *rest = wrap(visible(sentence), width - 4)
            lines += [f"  - {first}", *(f"    {line}" for line in rest)]
        yield lines


def _fields(c: Changes, width: int, *, color: bool) -> Iterator[list[str]]:
    if lines := [line for field in fields(c) for line in _line(field, width, color=color)]:
        what = "map" if "statements" in type(c.new).model_fields else "codebook"
        yield [f"{ink('~', 'differ', color=color)} {ink(what, 'bold', color=color)}", *lines]


def _block(b: Block, width: int, *, color: bool) -> list[str]:
    head = f"{ink(b.symbol, _TONES[b.symbol], color=color)} {ink(visible(b.name), 'bold', color=color)}"
    place = "  " + ink(visible(str(b.place)), "dim", color=color) if b.place else ""
    return [head + place, *(line for said in b.lines for line in _line(said, width, color=color))]


def _line(line: Line, width: int, *, color: bool) -> list[str]:
    lead = (Stretch("same", f"{line.lead}: "),) if line.lead else ()
    letters = [(c, s.share) for s in (*lead, *line.said) for c in _written(s, marks=line.marked)]
    lines = wrap("".join(c for c, _ in letters), width - 6)
    tones = iter([(c, share) for c, share in letters if not c.isspace()])
    return [f"{'      ' if i else '    '}{_inked(text, tones, color=color)}" for i, text in enumerate(lines)]


def _written(s: Stretch, *, marks: bool) -> str:
    """The words with their marks; spaces stay outside, where a line may end."""
    text = visible(_SPACE.sub(" ", s.text))
    before, after = _MARKS[s.share] if marks and text.strip(" ") else ("", "")
    left, right = len(text) - len(text.lstrip(" ")), len(text.rstrip(" "))
    return f"{text[:left]}{before}{text[left:right]}{after}{text[right:]}" if right else text


def _inked(text: str, tones: Iterator[tuple[str, Share]], *, color: bool) -> str:
    """A wrapped line in the tones of its letters; `tones` gives those that are no space, one after the other."""
    if not color:
        return text
    parts: list[tuple[Share, str]] = []
    for c in text:
        share = parts[-1][0] if c.isspace() and parts else next(tones)[1] if not c.isspace() else "same"
        if parts and parts[-1][0] == share:
            parts[-1] = (share, parts[-1][1] + c)
        else:
            parts.append((share, c))
    return "".join(ink(held, _SHARES[share], color=share != "same") for share, held in parts)


def _unread(unread: Sequence[Diagnostic], width: int) -> Iterator[list[str]]:
    if unread:
        lines = [line for d in unread for line in _hanging(visible(str(d)), width)]
        yield ["Not compared, since it could not be read:", *lines]


def _hanging(text: str, width: int) -> list[str]:
    first, *rest = wrap(text, width - 4)
    return [f"  {first}", *(f"    {line}" for line in rest)]
