"""Flags on how the sides speak: under which conditions, of what, how near to a thesis, and in whose voice."""

from collections.abc import Iterable, Iterator, Mapping

from argmap.comparison.clashes import unasserted
from argmap.comparison.flags.context import Context, both_speak
from argmap.comparison.judged import Judged
from argmap.comparison.positions import COMMITTED, Claim
from argmap.comparison.records import Entry
from argmap.comparison.stances import StanceVerdict
from argmap.comparison.stances import conditional as is_conditional
from argmap.comparison.stands import Stand
from argmap.comparison.wording import Words, listed


def conditional(judged: Judged, context: Context) -> Iterator[str]:
    """One side speaks only under a condition, or a condition decides whether the two meet or clash."""
    if judged.unit == "evidence":
        return
    bound = [is_conditional(s.standing) for s in judged.speakers]
    conditions = [_conditions(_said(s)) for s in judged.stands]
    asserted = tuple(s.coding.asserted for s in judged.stands)
    open_ = unasserted(conditions[0] ^ conditions[1], asserted) if both_speak(judged) else frozenset()
    if open_ or (any(bound) and (len(bound) == 1 or bound[0] != bound[1])):
        yield " ".join(note for s in judged.stands for note in _under(s, context.words))


def _said(stand: Stand) -> tuple[Claim, ...]:
    """What a side commits itself to, agreed on or not; else what it asks."""
    return tuple(c for c in stand.claims if c.value != "questions") or stand.claims


def _conditions(claims: Iterable[Claim]) -> set[Entry]:
    return {entry for c in claims for entry in c.conditions}


def _under(stand: Stand, words: Words) -> Iterator[str]:
    """Under which conditions a side speaks, and under which it says what the verdict does not rest on."""
    if mine := _conditions(stand.standing):
        how = "only if" if is_conditional(stand.standing) else "in part only if"
        yield f"{stand.name}: {how} {words.entries(sorted(mine))}."
    for value in COMMITTED:
        beside = [c for c in _said(stand) if c not in stand.standing and c.value == value]
        if more := _conditions(beside):
            yield f"{stand.does(value)} it if {words.entries(sorted(more))}."


def scope(judged: Judged, _: Context) -> Iterator[str]:
    """The sides speak of different times or places, or part of what one says lies outside the other's."""
    if judged.unit == "evidence" or not both_speak(judged):
        return
    scopes = [dict.fromkeys(c.scope for c in s.claims) for s in judged.stands]
    left_out = isinstance(judged.verdict, StanceVerdict) and judged.verdict.left_out
    if left_out or set(scopes[0]) != set(scopes[1]):
        said = zip(judged.stands, scopes, strict=True)
        yield " ".join(f"{stand.name}: {listed(str(one) for one in mine)}." for stand, mine in said)


def emphasis(judged: Judged, _: Context) -> Iterator[str]:
    """A thesis in one map and not in the other, or at depths two or more apart; unattached, it has no depth."""
    left, right = (s.measured_depth for s in judged.stands)
    if left is None or right is None:
        return
    thesis = [any(coded.type == "thesis" for coded in s.texts) for s in judged.stands]
    if thesis[0] != thesis[1] or abs(left - right) >= 2:
        said = zip(judged.stands, thesis, (left, right), strict=True)
        yield " ".join(f"{s.name}: {'a thesis' if first else _steps(depth)}." for s, first, depth in said)


def _steps(depth: int) -> str:
    return f"{depth} step{'' if depth == 1 else 's'} from the thesis"


def reported(judged: Judged, context: Context) -> Iterator[str]:
    """A map that takes no position of its own reports somebody else's."""
    for stand in judged.stands:
        if not stand.speaks and stand.reported:
            yield f"{stand.does('reports')} {_views(stand, judged.speakers, context.words)}."


def _views(stand: Stand, speakers: Iterable[Stand], words: Words) -> str:
    """Whose view it is reported as; where theirs is another one, what it is."""
    voices = {key: words.voice(stand.coding.voices[key]) for key in stand.reported}
    if stand.only_reports(speakers):
        return f"it as the view of {listed(voices.values())}"
    if stand.key[0] != "stance":
        return f"what {listed(voices.values())} {'says' if len({*voices.values()}) == 1 else 'say'} of it"
    views: dict[str, list[str]] = {}
    for statement, who in voices.items():
        for entry in stand.told(statement):
            views.setdefault(_TAKING[entry.partition(":")[0]], []).append(who)
    return ", ".join(f"{listed(who)} as {taking}" for taking, who in views.items())


_TAKING: Mapping[str, str] = {"holds": "holding it", "denies": "denying it", "questions": "leaving it open"}


def assumed(judged: Judged, _: Context) -> Iterator[str]:
    """A side's position is nothing but assumptions the mapper supplied."""
    who = [s for s in judged.speakers if all(coded.type == "assumption" for coded in s.texts)]
    if who:
        one = len(who) == 1 and not who[0].coding.several
        yield f"{listed(s.name for s in who)} only {'assumes' if one else 'assume'} it."
