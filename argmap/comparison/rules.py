"""Which rule gave a finding its category, with the operands it was applied to."""

from collections.abc import Iterable
from typing import assert_never

from argmap.comparison.evidence import EvidenceVerdict
from argmap.comparison.explanations import ExplanationVerdict
from argmap.comparison.judged import Judged
from argmap.comparison.links import Link
from argmap.comparison.roles import RoleVerdict
from argmap.comparison.stances import StanceVerdict, conditional, strength
from argmap.model import CERTAINTIES


def rule(judged: Judged) -> str:
    """``category: operands``, the operands of the two maps in the order they were given."""
    return f"{judged.category}: {_operands(judged)}"


def _operands(judged: Judged) -> str:
    match judged.verdict:
        case None if judged.category == "internal-tension":
            pairs = [p for s in judged.stands for p in s.tension]
            return _set(f"{p.left.entry} against {p.right.entry}" for p in pairs)
        case None:
            return f"{judged.speakers[0].coding.id} speaks, {_silent(judged)} does not"
        case StanceVerdict():
            return _stance(judged, judged.verdict)
        case Link():
            a, b = (":".join(literal) for literal in judged.verdict.literals)
            return f"{a} and {b}, which are linked"
        case ExplanationVerdict():
            return _explanation(judged.verdict)
        case RoleVerdict():
            return _role(judged.verdict)
        case EvidenceVerdict():
            return _evidence(judged.verdict)
        case _:
            assert_never(judged.verdict)


def _silent(judged: Judged) -> str:
    return next(s.coding.id for s in judged.stands if not s.speaks)


def _stance(judged: Judged, verdict: StanceVerdict) -> str:
    signs = " against ".join(_set(c.value for c in side) for side in verdict.kept)
    grounds = [s.grounds for s in judged.stands]
    reasons = f"{len(grounds[0].sets)} against {_counted(len(grounds[1].sets), 'reason', 'reasons')}"
    match verdict.category:
        case "stance-contradiction":
            return f"{signs}, scopes overlap, no condition open"
        case "stance-different-scope" if verdict.clash:
            return f"{signs}, excused as an exception"
        case "stance-different-scope" | "agree-different-scope":
            return f"{signs}, no scopes overlap"
        case "stance-hedged":
            return f"{signs}, both only possible"
        case "stance-conditional":
            return f"{signs}, open {_set(verdict.open)}"
        case "agree-different-reasons" | "agree-shared-reasons" | "agree-same-reasons":
            return f"{signs}, {reasons}, {_counted(len(judged.shared), 'entry', 'entries')} shared"
        case "agree-different-strength":
            return f"{signs}, {_how_sure(verdict)}"
        case "agree-unargued":
            return f"{signs}, {reasons}"
        case _:
            return signs


def _how_sure(verdict: StanceVerdict) -> str:
    return " against ".join(
        CERTAINTIES[strength(side) or 0] + (" under a condition" if conditional(side) else "") for side in verdict.kept
    )


def _explanation(verdict: ExplanationVerdict) -> str:
    if verdict.clash:
        return _set(f"{p.left.entry} against {p.right.entry}" for p in verdict.clash)
    a, b = verdict.causes
    links = {*a.links, *b.links}
    if len(links) == len({*a.all, *b.all}):
        found = f"causes {_set(a.all)} against {_set(b.all)}, matched {_set(verdict.matched)}"
    else:  # a cause has unlike signs, so its name does not say which of them is meant
        found = f"links {_set(a.links)} against {_set(b.links)}, matched {_set(verdict.agreed)}"
    return f"{found}, main {_set(a.main)} against {_set(b.main)}"


def _role(verdict: RoleVerdict) -> str:
    if verdict.clash:
        return _set(f"{p.left.value} against {p.right.value}" for p in verdict.clash)
    if verdict.category == "role-opposed":
        return "valence {:+d} against {:+d}".format(*verdict.valences)
    a, b = verdict.casts
    roles = f"roles {_set(a.all)} against {_set(b.all)}, matched {_set(verdict.matched)}"
    return f"{roles}, main {_set(a.main)} against {_set(b.main)}"


def _evidence(verdict: EvidenceVerdict) -> str:
    if verdict.category == "evidence-opposite-use":
        return _set(f"{p.left.entry} against {p.right.entry}" for p in verdict.opposed)
    left, right = verdict.uses
    return f"uses {_set(left)} against {_set(right)}"


def _set(items: Iterable[str]) -> str:
    return f"{{{', '.join(sorted(set(items)))}}}"


def _counted(n: int, one: str, more: str) -> str:
    return f"{n} {one if n == 1 else more}"
