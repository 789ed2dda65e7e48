"""Where two maps stand on one proposition: the decision table, and what fired."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from argmap.comparison.clashes import Asserted, Pair, clashes, hedged, pairs, unexcused
from argmap.comparison.grounds import Grounds
from argmap.comparison.positions import COMMITTED, Claim
from argmap.comparison.records import Entry
from argmap.comparison.scope import Scope


@dataclass(frozen=True, slots=True)
class Arguments:
    """What the two sides' claims rest on; `shared` is where one side's reasons meet what the other's rest on."""

    left: Grounds
    right: Grounds
    shared: frozenset[Entry]


@dataclass(frozen=True, slots=True)
class StanceVerdict:
    """A category with what it was decided on.

    Attributes:
        kept: The claims of each side that the decision rests on.
        left_out: Whether a statement was left aside because no scope of the other side meets its own.
        agreed: The attitudes on which a pair agrees; the common ones where no scopes overlap.
        clash: The pairs that clash; for `stance-hedged` and `stance-conditional` those that would if more were said.
    """

    category: str
    kept: tuple[tuple[Claim, ...], tuple[Claim, ...]]
    left_out: bool = False
    agreed: frozenset[str] = frozenset()
    clash: tuple[Pair, ...] = ()
    open: frozenset[Entry] = frozenset()


Argue = Callable[[tuple[Claim, ...], tuple[Claim, ...]], Arguments]


def judge_stances(
    left: tuple[Claim, ...], right: tuple[Claim, ...], *, asserted: Asserted, argue: Argue
) -> StanceVerdict:
    """The verdict on two sides that both take a position, tension apart; the first line that holds wins.

    `asserted` is what each map asserts; `argue` gives the grounds of the claims that agree.
    """
    met = _meeting(left, right)
    left_out = (len(met[0]), len(met[1])) != (len(left), len(right))
    a, b = kept = (_committed(met[0]), _committed(met[1]))
    values = ({c.value for c in a}, {c.value for c in b})
    only_question = tuple(v == {"questions"} for v in values)
    if all(only_question):
        return StanceVerdict("agree-both-open", kept, left_out)
    if any(only_question):
        return StanceVerdict("stance-open-vs-committed", kept, left_out)
    found = tuple(pairs(a, b, asserted))
    agreed = frozenset(p.left.value for p in found if p.agrees)
    clash = clashes(found)
    if loud := unexcused(clash, found):
        return StanceVerdict("stance-contradiction", kept, left_out, agreed, loud)
    if clash or (not found and values[0] != values[1]):
        return StanceVerdict("stance-different-scope", kept, left_out, agreed, clash)
    if not found:
        return StanceVerdict("agree-different-scope", kept, left_out, frozenset(values[0]))
    if not agreed and (both_may_be := tuple(p for p in found if not p.open and hedged(p.left, p.right))):
        return StanceVerdict("stance-hedged", kept, left_out, clash=both_may_be)
    if not agreed:
        fewest = min((p.open for p in found), key=lambda o: (len(o), sorted(o)))
        return StanceVerdict("stance-conditional", kept, left_out, clash=found, open=fewest)
    agreeing = (_saying(a, agreed), _saying(b, agreed))
    return StanceVerdict(_agreement(agreeing, argue(*agreeing)), agreeing, left_out, agreed)


def _agreement(sides: tuple[tuple[Claim, ...], tuple[Claim, ...]], by: Arguments) -> str:
    both_argue = bool(by.left.flat) and bool(by.right.flat)
    if both_argue and not by.shared:
        return "agree-different-reasons"
    if both_argue and by.left.sets != by.right.sets:
        return "agree-shared-reasons"
    if strength(sides[0]) != strength(sides[1]) or conditional(sides[0]) != conditional(sides[1]):
        return "agree-different-strength"
    return "agree-same-reasons" if both_argue else "agree-unargued"


def strength(claims: Iterable[Claim]) -> int | None:
    """The strongest certainty of a side's commitments; None if it commits itself to nothing."""
    return max((c.strength for c in claims if c.value != "questions"), default=None)


def conditional(claims: Iterable[Claim]) -> bool:
    """Whether each statement of a side that commits it has a condition."""
    committed = [c for c in claims if c.value != "questions"]
    return bool(committed) and all(c.conditions for c in committed)


def _meeting(left: tuple[Claim, ...], right: tuple[Claim, ...]) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """The claims whose scope overlaps one of the other side; all, if none does."""
    a = _overlapping(left, {c.scope for c in right})
    b = _overlapping(right, {c.scope for c in left})
    return (a, b) if a else (left, right)


def _overlapping(claims: tuple[Claim, ...], others: set[Scope]) -> tuple[Claim, ...]:
    good = {scope for scope in {c.scope for c in claims} if any(scope.overlaps(other) for other in others)}
    return tuple(c for c in claims if c.scope in good)


def _committed(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Without the questions of a side that commits itself."""
    return tuple(c for c in claims if c.value in COMMITTED) or claims


def _saying(claims: tuple[Claim, ...], values: frozenset[str]) -> tuple[Claim, ...]:
    return tuple(c for c in claims if c.value in values)
