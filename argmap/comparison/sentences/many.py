"""The sentence of a finding on three maps or more: who says what, camp by camp, and who is silent."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

from argmap.comparison.camps import grouped
from argmap.comparison.clashes import meets
from argmap.comparison.explanations import causes
from argmap.comparison.positions import Claim, stance_position
from argmap.comparison.records import Entry, StancePosition, Unit
from argmap.comparison.roles import leading
from argmap.comparison.sentences.explanations import Telling, accounts, marked
from argmap.comparison.sentences.parts import limits, qualified
from argmap.comparison.sentences.roles import in_roles
from argmap.comparison.sentences.silence import REPORTS, has, nothing
from argmap.comparison.sentences.tension import tense
from argmap.comparison.stands import Stand, is_reviewed
from argmap.comparison.wording import Words, bracketed, listed, plural

MOST_NAMES: Final = 4  # of maps in a row; the others are counted

_NUMBERS: Final = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)

_FIRST: Final[dict[StancePosition, tuple[str, str]]] = {
    "holds": ("holds that", "hold that"),
    "denies": ("denies that", "deny that"),
    "questions": ("leaves open whether", "leave open whether"),
    "varies": ("varies on whether", "vary on whether"),
    "both": ("both holds and denies that", "both hold and deny that"),
}
_NEXT: Final[dict[StancePosition, tuple[str, str]]] = {
    "holds": ("holds it", "hold it"),
    "denies": ("denies it", "deny it"),
    "questions": ("leaves it open", "leave it open"),
    "varies": ("varies on it", "vary on it"),
    "both": ("both holds and denies it", "both hold and deny it"),
}


def among(unit: Unit, keys: Sequence[str], stands: Sequence[Stand], words: Words) -> str:
    """What the maps say on a key, or on two linked ones: those of one position together, then who says nothing."""
    speakers = [s for s in stands if s.speaks]
    silent = [s for s in stands if not s.speaks]
    if len(speakers) == 1 and not speakers[0].tension:
        return f"Only {has(speakers[0], words)}; {_silence(silent, speakers)}."
    tensions = [tense(s, words) for s in speakers if s.tension]
    settled = grouped(unit, [s for s in speakers if not s.tension])
    mark = marked(claim for camp in settled for s in camp for claim in _shown(unit, s))
    said = [_camp(unit, camp, words, first=not i, linked=len(keys) > 1, mark=mark) for i, camp in enumerate(settled)]
    if (
        len(said) == 1
        and not silent
        and not tensions
        and len({_remarks(unit, s, settled[0], words) for s in speakers}) == 1
    ):
        said = [_camp(unit, settled[0], words, first=True, linked=False, mark=mark, everybody=True)]
    return f"{'; '.join((*tensions, *said, *([_silence(silent, speakers)] if silent else ())))}."


def _shown(unit: Unit, s: Stand) -> tuple[Claim, ...]:
    """The claims of a map that a sentence on many tells: its main ones, where some are main."""
    match unit:
        case "explanation":
            return tuple(c for c in s.claims if c.main and c.value != "unrelated") or s.claims
        case "role":
            return leading(s.claims)
        case _:
            return s.claims


def _remarks(unit: Unit, s: Stand, camp: Sequence[Stand], words: Words) -> str:
    """In brackets what holds of one map in a camp: how sure it is of a stance, and what limits all it says."""
    if unit == "stance":
        return qualified(s.claims, words)
    if unit == "evidence" or len(camp) == 1:
        return ""  # a map alone has its limits cause by cause, and role by role
    apart = unit == "role" and not all(_meet(one, other) for one, other in combinations(camp, 2))
    return bracketed("", limits(_shown(unit, s), words, addressee=apart))


def _meet(one: Stand, other: Stand) -> bool:
    """Whether a leading role of one is played toward somebody toward whom the other has it played."""
    return any(meets(a, b) for a in _shown("role", one) for b in _shown("role", other) if a.value == b.value)


def _camp(
    unit: Unit, camp: Sequence[Stand], words: Words, *, first: bool, linked: bool, mark: bool, everybody: bool = False
) -> str:
    remarks = [_remarks(unit, s, camp, words) for s in camp]
    after = remarks[0] if len(camp) > 1 and len({*remarks}) == 1 else ""
    who = f"All {number(len(camp))}" if everybody else _names(camp, () if after else remarks)
    many = len(camp) > 1 or camp[0].coding.several
    head = camp[0]
    told = _of_all(camp, _shown(unit, head))
    uneven = _uneven(camp, told)
    match unit:
        case "stance":
            position = stance_position(head.claims, tense=False) or "questions"
            forms = _FIRST if first or linked else _NEXT
            said = f"{who} {forms[position][many]}"
            return f"{said} {words.phrase('proposition', head.key[1])}{after}" if first or linked else said + after
        case "explanation":
            above = " above all" if any({c.entry for c in s.claims} - {c.entry for c in told} for s in camp) else ""
            effect = words.phrase("factor", head.key[1]) + above
            limited = causes(tuple(told)).all if len(camp) == 1 else ()
            how = Telling(effect, not first, mark, many, limited, uneven)
            return accounts(who if first else who + above, told, words, how) + after
        case "role":
            lead = f"{who} {_verb('casts', many=many)} {words.phrase('actor', head.key[1])}" if first else who
            return f"{lead} as {in_roles(told, words, scoped=len(camp) == 1, at_least=uneven)}{after}"
        case "evidence":
            lead = f"{who} {_verb('uses', many=many)} {words.phrase('source', head.key[1])}" if first else who
            return f"{lead} for {words.entries(head.uses)}"


def _of_all(camp: Sequence[Stand], shown: Iterable[Claim]) -> list[Claim]:
    """The claims of the first map in a camp, each as sure as the least sure of the camp is of it."""
    return [replace(claim, strength=min(_sure(camp, claim.entry), default=2)) for claim in shown]


def _uneven(camp: Sequence[Stand], claims: Iterable[Claim]) -> frozenset[Entry]:
    """The entries of which the maps of a camp are not equally sure."""
    return frozenset(c.entry for c in claims if len({*_sure(camp, c.entry)}) > 1)


def _sure(camp: Sequence[Stand], entry: Entry) -> list[int]:
    """How sure each map of a camp that says so is of an entry."""
    said = ([c.strength for c in s.claims if c.entry == entry] for s in camp)
    return [max(found) for found in said if found]


def _verb(verb: str, *, many: bool) -> str:
    return plural(verb) if many else verb


def _names(stands: Sequence[Stand], remarks: Sequence[str] = ()) -> str:
    """``A, B and C``, each with its remarks if any; from six on ``A, B, C, D and 2 others``."""
    names = [s.name + remark for s, remark in zip(stands, remarks or [""] * len(stands), strict=True)]
    if len(names) > MOST_NAMES + 1:
        names = [*names[:MOST_NAMES], f"{len(names) - MOST_NAMES} others"]
    return listed(names)


def _silence(silent: Sequence[Stand], speakers: Sequence[Stand]) -> str:
    """Who only reports the point, who is silent, as somebody made sure, and whose map has nothing on it."""
    reviewed = [not s.reported and any(is_reviewed(speaker, s) for speaker in speakers) for s in silent]
    complete = [s for s, seen in zip(silent, reviewed, strict=True) if seen]
    rest = [s for s, seen in zip(silent, reviewed, strict=True) if not s.reported and not seen]
    said = []
    for the_same, what in REPORTS.items():
        reporting = [s for s in silent if s.reported and s.only_reports(speakers) == the_same]
        if reporting:
            said.append(f"{_maps(reporting)} only {'report' if len(reporting) > 1 else 'reports'} {what}")
    if complete:
        many = len(complete) > 1 or complete[0].coding.several
        said.append(f"{_names(complete)} {'are' if many else 'is'} silent")
    if rest:
        said.append(f"{_maps(rest)} {'have' if len(rest) > 1 else 'has'} {nothing(rest)}")
    return "; ".join(said)


def _maps(stands: Sequence[Stand]) -> str:
    if len(stands) > MOST_NAMES:
        return f"{len(stands)} maps"
    return f"{stands[0].name}'s map" if len(stands) == 1 else f"the maps of {_names(stands)}"


def number(n: int) -> str:
    """The number in words up to twelve."""
    return _NUMBERS[n] if n < len(_NUMBERS) else str(n)
