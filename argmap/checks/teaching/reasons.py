"""AM531 to AM534: what a reason has to say so that its conclusion follows.

The rules are those of the Rationale tutorials (see docs/teaching-advice.md). Taken by the letter they find something in
almost every reason that was not written for them; here they speak where most of a conclusion, or a whole premise, hangs
on nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from argmap.checks.teaching.english import in_english
from argmap.checks.teaching.terms import Terms, meet, missing, terms_of
from argmap.codes import problem
from argmap.diagnostics import Diagnostic
from argmap.graph import theses
from argmap.model import ArgumentMap, Reason

_SHOWN: Final = 4
_MOST_PREMISES: Final = 20
_OUGHT: Final = re.compile(r"\b(?:should|ought to|must|has to|have to|needs? to)\b")


def reasons_have_co_premises(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM531: once for a thesis none of whose reasons has a second premise, or an assumption under it."""
    for key in theses(m):
        reasons = m.statements[key].because
        if not reasons or any(len(reason.premises) > 1 for reason in reasons):
            continue
        if any(reason.unless or reason.scheme for reason in reasons) or not all(
            r.premises[0] in m.statements for r in reasons
        ):
            continue
        count = "its one reason has" if len(reasons) == 1 else f"each of its {len(reasons)} reasons has"
        yield problem(
            "AM531",
            f"no reason of the thesis {key!r} has a co-premise: {count} a single premise",
            ("statements", key, "because"),
            on_key=True,
            help="ask of a reason what else must be so for it to count; add that as `type: assumption` to its premises",
        )


def words_are_taken_up(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM532 to AM534."""
    if in_english(m):
        known = terms_of(m)
        yield from _no_rabbits(m, known)
        yield from _premises_hold_hands(m, known)
        yield from _steps_are_bridged(m, known)


def _no_rabbits(m: ArgumentMap, known: Mapping[str, Terms]) -> Iterator[Diagnostic]:
    """AM532: of a reason that names its premises together; nothing is said where one of them begins with "it"."""
    for key, i, reason in _reasons(m, linked=True):
        conclusion, premises = known[key], [known[name] for name in reason.premises]
        if conclusion.open or any(p.open for p in premises) or any(conclusion.keys & p.keys for p in premises):
            continue
        absent = missing(conclusion, premises)
        if conclusion.words and len(absent) == len(conclusion.words):
            yield problem(
                "AM532",
                f"no word of the conclusion {key!r} appears in a premise of this reason: not {_listed(absent)}",
                ("statements", key, "because", i),
                help="name in a premise what the conclusion speaks of; a premise that leads over to it may be missing",
            )


def _premises_hold_hands(m: ArgumentMap, known: Mapping[str, Terms]) -> Iterator[Diagnostic]:
    """AM533: of premises that share no word with the conclusion nor with any premise beside them."""
    for key, i, reason in _reasons(m, linked=True):
        for j, name in enumerate(reason.premises):
            others = [known[other] for other in (key, *reason.premises) if other != name]
            if known[name].words and not any(meet(known[name], other) for other in others) and _some_meet(others):
                yield problem(
                    "AM533",
                    f"no word of the premise {name!r} appears in the conclusion or in another premise of this reason:"
                    f" not {_listed(known[name].words)}",
                    ("statements", key, "because", i, "premises", j),
                    help="say in a premise what it has to do with the others, or make it a reason of its own",
                )


def _some_meet(others: Sequence[Terms]) -> bool:
    """Whether the rest hangs together; if nothing does, the conclusion is told, not every premise."""
    return any(meet(one, other) for i, one in enumerate(others) for other in others[i + 1 :])


def _steps_are_bridged(m: ArgumentMap, known: Mapping[str, Terms]) -> Iterator[Diagnostic]:
    """AM534: once for a thesis, or for what ought to be, of its single premises that share no word with it.

    There a missing premise is most often a principle somebody may reject. Below, where facts are reasons for facts, the
    two mostly say the same in other words. A step whose `scheme` is named is told by that.
    """
    apart: dict[str, list[tuple[int, str]]] = {}
    for key, i, reason in _reasons(m, linked=False):
        name = reason.premises[0]
        if reason.scheme or not (m.statements[key].type == "thesis" or _OUGHT.search(m.statements[key].text)):
            continue
        if known[key].words and known[name].words and not meet(known[key], known[name]):
            apart.setdefault(key, []).append((i, name))
    for key, found in apart.items():
        first, name = found[0]
        others = f"; nor of {len(found) - 1} more of its premises" if len(found) > 1 else ""
        yield problem(
            "AM534",
            f"no word of {name!r} appears in its conclusion {key!r}: not {_listed(known[name].words)}{others}",
            ("statements", key, "because", first),
            help="where that is no synonym, something is taken for granted: add it as `type: assumption` to the reason",
        )


def _reasons(m: ArgumentMap, *, linked: bool) -> Iterator[tuple[str, int, Reason]]:
    """The reasons of several premises, or of one, all of which are there; of very many no two need to meet."""
    for key, statement in m.statements.items():
        for i, reason in enumerate(statement.because):
            count = len(reason.premises)
            if (1 < count <= _MOST_PREMISES if linked else count == 1) and all(
                name in m.statements for name in reason.premises
            ):
                yield key, i, reason


def _listed(found: Sequence[str]) -> str:
    shown = ", ".join(repr(word) for word in found[:_SHOWN])
    return shown if len(found) <= _SHOWN else f"{shown}, …"
