"""What two maps use one source for: the decision table, and the uses themselves."""

from dataclasses import dataclass

from argmap.comparison.clashes import Incompatible
from argmap.comparison.positions import Coding
from argmap.comparison.records import Entry
from argmap.model import EFFECTS


@dataclass(frozen=True, slots=True)
class EvidenceVerdict:
    """A category with the uses of each side, in file order, and the pairs that are opposite."""

    category: str
    uses: tuple[tuple[Entry, ...], tuple[Entry, ...]]
    opposed: tuple[tuple[Entry, Entry], ...] = ()


def uses(coding: Coding, source: str) -> tuple[Entry, ...]:
    """What the author uses a source for: what the citing statements say.

    Where a citing statement is uncoded, the nearest coded statements it supports stand in (all that are equally
    near), and where there are none its private entry.
    """
    found: dict[Entry, None] = {}
    for statement in coding.cited.get(source, ()):
        found.update(dict.fromkeys(_carried(coding, statement) or coding.entries[statement]))
    return tuple(found)


def _carried(coding: Coding, statement: str) -> tuple[Entry, ...]:
    layer, seen = [statement], {statement}
    while layer:
        coded = tuple(entry for here in layer for entry in coding.author_claims(here))
        if coded:
            return coded
        above = dict.fromkeys(upper for here in layer for upper in coding.supporting.get(here, ()))
        layer = [upper for upper in above if upper not in seen]
        seen.update(layer)
    return ()


def judge_evidence(left: tuple[Entry, ...], right: tuple[Entry, ...], *, incompatible: Incompatible) -> EvidenceVerdict:
    """The verdict on two sides that both cite the source; the first line that holds wins."""
    known = set(right)
    opposed = tuple((a, b) for a in left for b in _opposites(a, incompatible) if b in known)
    if set(left) == set(right):
        category = "evidence-same-use"
    elif opposed:
        category = "evidence-opposite-use"
    elif set(left) & set(right):
        category = "evidence-some-shared-use"
    else:
        category = "evidence-different-use"
    return EvidenceVerdict(category, (left, right), opposed)


def _opposites(entry: Entry, incompatible: Incompatible) -> tuple[Entry, ...]:
    """The entries that would be opposite to this one."""
    form, _, rest = entry.partition(":")
    match form:
        case "holds" | "denies":
            return (f"{'denies' if form == 'holds' else 'holds'}:{rest}",)
        case "raises" | "lowers" | "unrelated":
            return tuple(f"{other}:{rest}" for other in EFFECTS if other != form)
        case "role":
            actor, _, role = rest.partition("=")
            barred = sorted(other for pair in incompatible if role in pair for other in pair - {role})
            return tuple(f"role:{actor}={other}" for other in barred)
        case _:
            return ()
