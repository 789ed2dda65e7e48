"""What is wrong with the colours of a theme, told to the person who chose them: the colour, and one that would do."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from argmap.codes import problem
from argmap.diagnostics import Diagnostic, Where
from argmap.theme.rules import APART, Alike, Coloured, Faint, Fault, SameBars, alike, faint
from argmap.theme.sight import Vision, grey_of, nearest_shade

_EYES: Final[Mapping[Vision, str]] = {
    "normal": "to everybody",
    "protan": "to eyes that do not see red (protanopia)",
    "deutan": "to eyes that do not see green (deuteranopia)",
    "tritan": "to eyes that do not see blue (tritanopia)",
}


def told(faults: Iterable[Fault], colours: Mapping[str, str], own: Collection[str]) -> Iterator[Diagnostic]:
    """The faults as problems, each at the colour to change: one of the user's `own`.

    A colour that cannot be seen on several others is one problem, with the worst of them.
    """
    unseen: dict[str, list[Faint]] = {}
    for fault in faults:
        match fault:
            case Faint():
                unseen.setdefault(_blamed(fault, own), []).append(fault)
            case Alike():
                yield _alike(fault, colours, own)
            case Coloured(token):
                message = f"{_named(token, colours)} is a colour, and the theme is for black and white"
                help_ = f'write "{grey_of(colours[token])}", the grey it is copied as'
                yield problem("AM912", message, _where(token), help=help_)
            case SameBars(one, other):
                token = f"{other}.bar" if not _has(own, one) or _has(own, other) else f"{one}.bar"
                message = f"the bars of {one!r} and {other!r} look the same"
                yield problem("AM912", message, _where(token), help="let one be white, one black and one grey")
    for token, found in unseen.items():
        yield _faint(token, found, colours)


def _has(own: Collection[str], accent: str) -> bool:
    return f"{accent}.bar" in own or f"{accent}.text" in own


def _blamed(fault: Faint, own: Collection[str]) -> str:
    """The colour to change: what lies on top, unless only what lies under it is the user's."""
    return fault.pair.back if fault.pair.back in own and fault.pair.fore not in own else fault.pair.fore


def _faint(token: str, found: list[Faint], colours: Mapping[str, str]) -> Diagnostic:
    worst = min(found, key=lambda fault: fault.measured / fault.needed)
    fore, back = worst.pair.fore, worst.pair.back
    kind = "text" if worst.pair.use == "text" else "a line"
    message = (
        f"{_named(fore, colours)} on {_named(back, colours)} has a contrast of {_floored(worst.measured, 2)},"
        f" and {kind} needs {worst.needed:g}"
    )
    if len(found) > 1:
        message += f"; {len(found) - 1} more {'pair' if len(found) == 2 else 'pairs'} with {token!r} too faint"

    def good(shade: str) -> bool:
        return not any(token in (f.pair.fore, f.pair.back) for f in faint({**colours, token: shade}))

    shade = nearest_shade(colours[token], good)
    other = back if token == fore else fore
    help_ = (
        f'write "{shade}", the nearest shade that can be seen'
        if shade
        else f"no shade of it will do: change {other!r} too"
    )
    return problem("AM910", message, _where(token), help=help_)


def _alike(fault: Alike, colours: Mapping[str, str], own: Collection[str]) -> Diagnostic:
    token = fault.one if fault.one in own and fault.other not in own else fault.other
    message = (
        f"{_named(fault.one, colours)} and {_named(fault.other, colours)} are {_floored(fault.measured, 1)} apart"
        f" {_EYES[fault.by]}, less than {APART:g}"
    )

    def good(shade: str) -> bool:
        changed = {**colours, token: shade}
        return not any(token in (f.one, f.other) for f in alike(changed)) and not any(
            token in (f.pair.fore, f.pair.back) for f in faint(changed)
        )

    shade = nearest_shade(colours[token], good)
    help_ = f'"{shade}" would do' if shade else "let one of them be much darker or lighter"
    return problem("AM911", message, _where(token), help=help_)


def _floored(measured: float, digits: int) -> str:
    """A figure that is never rounded up to what would be enough."""
    scale = 10**digits
    return f"{int(measured * scale) / scale:.{digits}f}"


def _named(token: str, colours: Mapping[str, str]) -> str:
    return f"{token!r} ({colours[token]})"


def _where(token: str) -> Where:
    return tuple(token.split("."))
