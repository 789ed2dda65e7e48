"""AM535 to AM540: how much stands under a thesis, what it rests on in the end, and what is said against it."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from argmap.checks.teaching.english import boxes
from argmap.codes import problem
from argmap.diagnostics import Diagnostic
from argmap.graph import Relation, names_under, theses
from argmap.model import ArgumentMap, Statement

MOST_IN_VIEW: Final = 30
MOST_REASONS: Final = 7
FEWEST_FOR_BALANCE: Final = 8
MOST_TOLD: Final = 20
"""Of how many theses at most one thing is told, and how many branches are measured: a map of thousands is no lesson."""

_BRANCHES: Final = 3
_BECAUSE: Final[tuple[Relation, ...]] = ("because",)


def views_are_small(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM535: counted from each thesis down to the next; the largest branches are the ones to draw apart."""
    crowded = (key for key in theses(m) if len(_tree(m, key, MOST_IN_VIEW)) > MOST_IN_VIEW)
    for key in islice(crowded, MOST_TOLD):
        under = dict.fromkeys(n for n in names_under(m.statements[key]) if n in m.statements and n != key)
        sizes = sorted(((len(_tree(m, n)), n) for n in islice(under, MOST_TOLD)), key=lambda pair: -pair[0])
        branches = " and ".join(f"{name!r} ({count})" for count, name in sizes[:_BRANCHES] if count > 1)
        yield problem(
            "AM535",
            f"{len(_tree(m, key))} statements stand in one view, {key!r} and what is under it; {MOST_IN_VIEW} can be"
            " taken in",
            ("statements", key),
            on_key=True,
            help=f"draw branches by themselves with `--focus`: {branches}" if branches else "tell it in several maps",
        )


def _tree(m: ArgumentMap, key: str, most: int | None = None) -> set[str]:
    """A statement and what stands under it, of another thesis only itself; the search ends at more than `most`."""
    found, waiting = {key}, [key]
    while waiting and (most is None or len(found) <= most):
        for name in names_under(m.statements[waiting.pop()]):
            if name in m.statements and name not in found:
                found.add(name)
                if m.statements[name].type != "thesis":
                    waiting.append(name)
    return found


def reasons_are_few(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM536."""
    for key, statement in m.statements.items():
        count = len(statement.because)
        if count > MOST_REASONS:
            yield problem(
                "AM536",
                f"{count} reasons stand side by side under {key!r}, more than {MOST_REASONS}",
                ("statements", key, "because"),
                on_key=True,
                help="gather those that make one point under a claim that states the point",
            )


def theses_rest_on_evidence(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM537: a line of support ends well in evidence, or in anything with a source."""
    grounded = _grounded(m)
    bare = (key for key in theses(m) if m.statements[key].because and key not in grounded)
    for key in islice(bare, MOST_TOLD):
        support = _support(m, key)
        ends = [name for name in support if not m.statements[name].because] or support
        if support:
            yield problem(
                "AM537",
                f"no line of support of the thesis {key!r} ends in evidence; it rests on {_few(ends)}",
                ("statements", key, "because"),
                on_key=True,
                help="put what shows it under one of them as `type: evidence`, with `at` or `sources`",
            )


def _grounded(m: ArgumentMap) -> set[str]:
    """The statements some line of support of which comes to evidence or a source."""
    above: dict[str, list[str]] = {}
    for key, statement in m.statements.items():
        for name in names_under(statement, _BECAUSE):
            above.setdefault(name, []).append(key)
    found: set[str] = set()
    waiting = [
        upper for key, s in m.statements.items() if s.type == "evidence" or s.sources for upper in above.get(key, ())
    ]
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting += above.get(key, ())
    return found


def _support(m: ArgumentMap, key: str) -> list[str]:
    """What stands under a statement by `because`, all the way down."""
    found: dict[str, None] = {}
    waiting = [key]
    while waiting:
        for name in names_under(m.statements[waiting.pop()], _BECAUSE):
            if name in m.statements and name not in found and name != key:
                found[name] = None
                waiting.append(name)
    return list(found)


def _few(names: Sequence[str]) -> str:
    shown = ", ".join(repr(name) for name in names[:3])
    return shown if len(names) <= 3 else f"{shown} and {len(names) - 3} more"


_FIGURE: Final = re.compile(
    r"(?<![\w.,])(?:\d{1,3}(?:[,. \u00a0\u202f]\d{3}){1,6}|\d{1,20}(?:\.\d{1,9})?)"
    r"(?: ?%| (?:per ?cent|percent|million|billion|trillion)\b)"
)


def figures_have_sources(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM538: of percentages and millions; nothing else is sure to be counted by somebody."""
    for key, statement, text in boxes(m):
        found = _FIGURE.search(text)
        if found and not _has_ground(statement):
            yield problem(
                "AM538",
                f"{key!r} states a figure, {found[0]!r}, and not where it is from",
                ("statements", key, "text"),
                help="add `sources`, or `at` where the article says it; what supports it goes under `because`",
            )


def _has_ground(statement: Statement) -> bool:
    return bool(statement.sources or statement.at or statement.via or statement.quote or statement.because)


def objections_are_answered(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM539: of one in another voice against what the author holds.

    In a map that states no voice at all an objection without one may be anybody's; in others it is the author's own.
    """
    voiced = any(s.stated_voice is not None for s in m.statements.values())
    for upper, statement in m.statements.items():
        if not statement.by_author or statement.type == "objection":
            continue
        for j, name in enumerate(statement.but):
            other = m.statements.get(name)
            if other is None or other.but or (voiced and other.by_author):
                continue
            if any(reason.unless for reason in other.because):
                continue
            yield problem(
                "AM539",
                f"nothing answers the objection {name!r} to {upper!r}",
                ("statements", upper, "but", j),
                help="put the author's answer under its `but`; if the author concedes it, write `voice: author`",
            )


def both_sides_are_heard(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM540: of maps large enough to have room for an objection; shown at the first thesis."""
    tops = theses(m)
    if not tops or len(m.statements) < FEWEST_FOR_BALANCE:
        return
    if any(s.but or any(reason.unless for reason in s.because) for s in m.statements.values()):
        return
    yield problem(
        "AM540",
        f"none of the {len(m.statements)} statements is an objection",
        ("statements", tops[0]),
        on_key=True,
        help="add what the article itself says against it under `but`; if it says nothing, that is a finding for a"
        " `note`",
    )
