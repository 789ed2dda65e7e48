"""More than two maps: each key as a profile of the pairs that speak on it, in camps of one position."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from argmap.comparison.camps import camps
from argmap.comparison.evidence import uses
from argmap.comparison.findings import is_coded
from argmap.comparison.flags import FLAGS, Context, Reach, flags
from argmap.comparison.judged import CATEGORIES, Judged, judge, judge_link
from argmap.comparison.links import bearing, links
from argmap.comparison.positions import Coding, Key
from argmap.comparison.records import GROUPS, UNITS, Entry, Finding, Group, Profile, Unit
from argmap.comparison.sentences.many import among
from argmap.comparison.shown import NAMESPACE, basis, label, question, side
from argmap.comparison.stands import Stand, stand
from argmap.comparison.wording import Words


def find_among(codings: Sequence[Coding], words: Words) -> tuple[Finding, ...]:
    """All findings on three maps or more, in order; none, where no map says anything that can be compared."""
    if not any(is_coded(coding) for coding in codings):
        return ()
    found = [*_linked(codings, words)]
    taken = {key for p in found for key in p.keys}
    for unit, key in _keys(codings):
        profiled = profile(unit, key, codings, words)
        if unit == "stance" and key in taken and profiled.category == "only-one":
            continue  # said already, beside what it is linked to
        found.append(profiled)
    return tuple(_finding(p, words) for p in sorted(found, key=lambda p: _order(p, words)))


@dataclass(frozen=True, slots=True)
class Profiled:
    """A key, or two linked ones, with the part of every map and the verdicts on the pairs that speak."""

    unit: Unit
    keys: tuple[str, ...]
    stands: tuple[Stand, ...]
    judged: tuple[Judged, ...]

    @property
    def speakers(self) -> tuple[Stand, ...]:
        """The maps that take a position."""
        return tuple(s for s in self.stands if s.speaks)

    @property
    def category(self) -> Profile:
        """The profile: the first of `PROFILES` that holds."""
        groups = {j.group for j in self.judged}
        if any(s.tension for s in self.stands):
            return "tension"
        if len(self.speakers) == 1:
            return "only-one"
        if "conflict" in groups:
            return "split"
        if "diverge" in groups:
            return "diverse"
        return "consensus" if len(self.speakers) == len(self.stands) else "common"

    @property
    def group(self) -> Group:
        """Undetermined or one-sided by the profile, else the group of the worst pair."""
        match self.category:
            case "tension":
                return "undetermined"
            case "only-one":
                return "one-sided"
            case _:
                return max((j.group for j in self.judged), key=GROUPS.index)


def _keys(codings: Sequence[Coding]) -> Iterator[Key]:
    keys: dict[Key, None] = {}
    for coding in codings:
        keys.update(dict.fromkeys(coding.claims))
        keys.update(dict.fromkeys(("evidence", source) for source in coding.cited))
    yield from keys


def profile(unit: Unit, key: str, codings: Sequence[Coding], words: Words) -> Profiled:
    """The profile of one key; at least one of the maps speaks on it."""
    stands = tuple(_stand(unit, key, coding, words) for coding in codings)
    speaking = [s.coding for s in stands if s.speaks and not s.tension]
    judged = tuple(judge(unit, key, pair, words) for pair in combinations(speaking, 2))
    return Profiled(unit, (key,), stands, judged)


def _stand(unit: Unit, key: str, coding: Coding, words: Words) -> Stand:
    if unit == "evidence":
        return Stand(coding, (unit, key), used=uses(coding, key))
    return stand(coding, (unit, key), words.vocabulary)


def _linked(codings: Sequence[Coding], words: Words) -> Iterator[Profiled]:
    """Propositions that a codebook or a row links, each side committed to one of them."""
    found: dict[tuple[str, ...], list[Judged]] = {}
    for pair in combinations(codings, 2):
        for link in links(pair, words.vocabulary):
            one = judge_link(link, pair, words)
            found.setdefault(one.keys, []).append(one)
    for keys, judged in found.items():
        sides = {s.coding.index: s for j in judged for s in j.stands}
        stands = tuple(sides.get(c.index) or _beside(c, keys, words) for c in codings)
        yield Profiled("stance", keys, stands, tuple(judged))


def _beside(coding: Coding, keys: tuple[str, ...], words: Words) -> Stand:
    """The part of a map that is linked to no other: on the first of the propositions it says something of."""
    key = next((key for key in keys if ("stance", key) in coding.claims), keys[0])
    return stand(coding, ("stance", key), words.vocabulary)


def _order(p: Profiled, words: Words) -> tuple[bool, int, int, int, int, tuple[tuple[int, str], ...]]:
    depths = sorted(s.depth for s in p.speakers if s.depth is not None)
    rank = tuple(words.vocabulary.rank(NAMESPACE[p.unit], key) for key in p.keys)
    return p.unit == "evidence", GROUPS.index(p.group), depths[0], depths[-1], UNITS.index(p.unit), rank


def _finding(p: Profiled, words: Words) -> Finding:
    key = "~".join(p.keys)
    pairs = {_pair(j): j.category for j in p.judged}
    raised = _flags(p, words)
    shared, only = _entries(p)
    given = Counter(reason for s in p.stands for reason in s.grounds.sets)
    common = frozenset(reason for reason, n in given.items() if n > 1)
    return Finding(
        id=f"{p.unit}:{key}",
        unit=p.unit,
        key=key,
        label=label(p.unit, p.keys, words),
        category=p.category,
        group=p.group,
        flags=tuple(raised),
        notes=tuple(raised.values()),
        sentence=among(p.unit, p.keys, p.stands, words),
        question=question(p.unit, p.keys, words),
        sides={s.coding.id: side(s, common, words) for s in p.stands},
        shared=shared,
        only=only,
        basis=basis(p.unit, p.keys, words),
        rule=_rule(p),
        pairs=pairs,
        camps=camps(p.unit, p.speakers),
    )


def _pair(judged: Judged) -> str:
    a, b = judged.stands
    return f"{a.coding.id}|{b.coding.id}"


def _flags(p: Profiled, words: Words) -> dict[str, str]:
    """The flags of the pairs, each with how many pairs it is raised for; and who only reports the point.

    What one map has alone carries nothing between maps, as between which ones would have to be said for every pair.
    """
    nowhere = Reach(frozenset(), frozenset())
    context = Context(words, (nowhere, nowhere), (nowhere, nowhere))
    counts = Counter(flag for j in p.judged for flag, _ in flags(j, context))
    silent = [s for s in p.stands if not s.speaks]
    reporting = [s.name for s in silent if s.reported]
    bearing_on = [s.name for s in silent if any(_bears(s, speaker, words) for speaker in p.speakers)]
    own = _of_one(p, silent, context)
    found = {}
    for flag in FLAGS:
        if flag == "reported" and reporting:
            found[flag] = f"Reported by, and no view of: {'; '.join(reporting)}."
        elif flag == "linked" and bearing_on:
            found[flag] = f"A stance on what is linked to it is taken by: {'; '.join(bearing_on)}."
        elif counts[flag]:
            found[flag] = f"{flag}: {counts[flag]} of {len(p.judged)} pairs."
        elif flag in own:
            found[flag] = own[flag]
    return found


def _of_one(p: Profiled, silent: Sequence[Stand], context: Context) -> dict[str, str]:
    """The flags on how the only map that speaks does so, whichever other it is compared with."""
    if p.category != "only-one":
        return {}
    pair = (p.speakers[0].coding, silent[0].coding)
    judged = judge(p.unit, p.keys[0], pair, context.words)
    return {flag: note for flag in ("conditional", "assumed") for note in FLAGS[flag](judged, context)}


def _bears(silent: Stand, speaker: Stand, words: Words) -> bool:
    """Whether a map that is silent on a proposition takes a stance on one that is linked to it."""
    others = words.vocabulary.linked.get(speaker.key[1], ()) if speaker.key[0] == "stance" else ()
    return any(("stance", key) in silent.coding.claims for key in others) and bool(
        bearing(speaker.claims, silent.coding, words.vocabulary, speaker.coding.index)
    )


def _entries(p: Profiled) -> tuple[tuple[Entry, ...], Mapping[str, tuple[Entry, ...]]]:
    """What all that speak have in common, sorted, and what only one of them has, in the order of its file.

    For a stance these are grounds, else what is said.
    """
    lists = {s.coding.id: _own(p.unit, s) for s in p.stands}
    spoken = [set(lists[s.coding.id]) for s in p.speakers]
    counts = Counter(entry for mine in lists.values() for entry in dict.fromkeys(mine))
    shared = set.intersection(*spoken) if len(spoken) > 1 else set[Entry]()
    return tuple(sorted(shared)), {id_: tuple(e for e in mine if counts[e] == 1) for id_, mine in lists.items()}


def _own(unit: Unit, s: Stand) -> tuple[Entry, ...]:
    match unit:
        case "stance":
            return s.grounds.flat
        case "evidence":
            return s.uses
        case _:
            return tuple(dict.fromkeys(c.entry for c in s.claims))


def _rule(p: Profiled) -> str:
    counts = Counter(j.category for j in p.judged)
    said = ", ".join(f"{counts[name]} {name}" for name in CATEGORIES if counts[name])
    speak = f"{len(p.speakers)} of {len(p.stands)} maps speak"
    return f"{p.category}: {speak}" + (f"; pairs: {said}" if said else "")
