"""The sentence of a finding on one proposition, or on two that the codebook links."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from argmap.comparison.clashes import Pair
from argmap.comparison.links import Link
from argmap.comparison.positions import COMMITTED, Claim
from argmap.comparison.records import Entry
from argmap.comparison.scope import in_words
from argmap.comparison.sentences.parts import Stands, hedge, limits
from argmap.comparison.stances import StanceVerdict, conditional, strength
from argmap.comparison.stands import Stand
from argmap.comparison.wording import Words, bracketed, certainty, common_certainty, listed


def stance(verdict: StanceVerdict, stands: Stands, words: Words) -> str:
    """The sentence of a finding on one proposition."""
    p = words.phrase("proposition", stands[0].key[1])
    (a, b), (left, right) = stands, verdict.kept
    both = _both(verdict, p)
    match verdict.category:
        case "agree-both-open":
            return f"Both leave open whether {p}."
        case "stance-open-vs-committed":
            (speaker, claims), other = ((a, left), b) if strength(left) is not None else ((b, right), a)
            return f"{takes(speaker, claims)} {p}{hedge(claims)}; {other.does('leaves')} it open."
        case "stance-contradiction":
            return f"{_contradiction(verdict, stands, p, words)}."
        case "stance-different-scope":
            return f"{a.name} and {b.name} answer differently on whether {p}, by {in_words(_parting(verdict))}."
        case "agree-different-scope":
            return f"{both}, {a.name} of {_scopes(left)}, {b.name} of {_scopes(right)}."
        case "stance-hedged":
            first, second = verdict.clash[0].left.value, verdict.clash[0].right.value
            may = {"holds": "may be", "denies": "may not be"}
            return f"{a.does('says')} that it {may[first]} that {p}, {b.name} that it {may[second]}; both can be right."
        case "stance-conditional":
            hit = next(pair for pair in verdict.clash if pair.open == verdict.open)
            first = f"{a.does(hit.left.value)} that {p}{hedge([hit.left])}"
            second = f"{b.does(hit.right.value)} it{hedge([hit.right])}"
            if _exclusive(verdict.open):
                return f"{first}, {second}; no clash, as their conditions exclude each other."
            return f"{first}, {second}; a clash only if {words.entries(sorted(verdict.open))}."
        case "agree-different-reasons":
            return f"{both}, for different reasons."
        case "agree-shared-reasons":
            return f"{both}, partly for the same reasons."
        case "agree-different-strength":
            return f"{both}; {_weaker(verdict, stands, words)}."
        case "agree-same-reasons":
            return f"{both}, for the same reasons."
        case _:
            arguing = [s.does("gives") for s in stands if s.grounds.flat]
            return f"{both}; {f'only {arguing[0]} a reason' if arguing else 'neither gives a reason'}."


def _exclusive(conditions: Collection[Entry]) -> bool:
    """Whether one of the conditions denies another."""
    return any(entry.startswith("holds:") and f"denies:{entry[6:]}" in conditions for entry in conditions)


def _contradiction(verdict: StanceVerdict, stands: Stands, p: str, words: Words) -> str:
    """``A holds that p; B denies it``; where a side varies, each kind of clash with what limits it."""
    a, b = stands
    varied = any({c.value for c in side}.issuperset(COMMITTED) for side in verdict.kept)
    hits: dict[str, Pair] = {}
    for hit in verdict.clash:
        hits.setdefault(hit.left.value, hit)
    said = []
    for hit in hits.values():
        left, right = (_remarks(claim, words, limited=varied) for claim in (hit.left, hit.right))
        first = bracketed(f"{a.does(hit.left.value)} that {p}", *left)
        said.append((first, bracketed(f"{b.does(hit.right.value)} it", *right)))
    return "; ".join(said[0]) if len(said) == 1 else "; ".join(f"{first}, {second}" for first, second in said)


def _remarks(claim: Claim, words: Words, *, limited: bool) -> tuple[str, str]:
    return certainty(claim.strength), limits([claim], words) if limited else ""


def _parting(verdict: StanceVerdict) -> Iterator[tuple[bool, bool]]:
    """Whether time, and whether place, parts each two unlike answers; an exception, from the rule beside it."""
    left, right = verdict.kept
    if not verdict.clash:
        yield from (a.scope.parted_from(b.scope) for a in left for b in right if a.value != b.value)
    for hit in verdict.clash:
        yield from _excused(hit, left, right)


def _excused(hit: Pair, left: Sequence[Claim], right: Sequence[Claim]) -> list[tuple[bool, bool]]:
    exception, beside = (hit.left, left) if hit.left.scope.limited else (hit.right, right)
    parted = [exception.scope.parted_from(c.scope) for c in beside if c.value != exception.value]
    return [respects for respects in parted if any(respects)] or [exception.scope.limits]


def _both(verdict: StanceVerdict, p: str) -> str:
    verb = "vary alike on whether"
    if len(verdict.agreed) == 1:
        verb = "deny that" if "denies" in verdict.agreed else "hold that"
    sure = {strength(side) for side in verdict.kept}
    told_after = verdict.category == "agree-different-strength" and len(sure) > 1
    return bracketed(f"Both {verb} {p}", "" if told_after else common_certainty(sure))


def _weaker(verdict: StanceVerdict, stands: Stands, words: Words) -> str:
    sure = [strength(side) for side in verdict.kept]
    bound = [conditional(side) for side in verdict.kept]
    said = []
    for i, stand in enumerate(stands):
        mine, theirs = sure[i] or 0, sure[1 - i] or 0
        how = [f"as {certainty(mine)}"] if mine < theirs else []
        how += [f"if {_conditions(verdict.kept[i], words)}"] if bound[i] and not bound[1 - i] else []
        if how:
            said.append(f"{stand.name} only {' and '.join(how)}")
    return ", ".join(said)


def _conditions(claims: Iterable[Claim], words: Words) -> str:
    return words.entries(sorted({entry for c in claims for entry in c.conditions}))


def linked(link: Link, stands: Stands, words: Words) -> str:
    """The sentence of a finding on two linked propositions."""
    (a, b), ((first, p), (second, q)) = stands, link.literals
    p, q = words.phrase("proposition", p), words.phrase("proposition", q)
    left, right = hedge(stands[0].standing), hedge(stands[1].standing)
    match link.category:
        case "agree-implied" if link.backward:
            return f"{b.does(second)} that {q}{right}, which implies {_implied(a, first, p)}{left}."
        case "agree-implied":
            return f"{a.does(first)} that {p}{left}, which implies {_implied(b, second, q)}{right}."
        case _:
            other = b.name if first == second else b.does(second)
            end = "both cannot be right" if link.category == "stance-incompatible" else "both can be right"
            return f"{a.does(first)} that {p}{left}, {other} that {q}{right}; {end}."


def _implied(stand: Stand, attitude: str, p: str) -> str:
    """What follows from the other side; of a denial its negation, as what is denied is just what does not follow."""
    said = p if attitude == "holds" else f"not: {p}"
    return f"what {stand.does('holds')}: {said}"


def takes(stand: Stand, claims: Sequence[Claim]) -> str:
    """Who takes which stance: ``Ruiz holds that``, ``Ruiz & Patel leave open whether``."""
    verb, _, rest = _verb(claims).partition(" ")
    return f"{stand.does(verb)} {rest}"


def _verb(claims: Sequence[Claim]) -> str:
    values = {c.value for c in claims}
    if values.issuperset(COMMITTED):
        return "varies on whether"
    if "holds" in values:
        return "holds that"
    return "denies that" if "denies" in values else "leaves open whether"


def _scopes(claims: Sequence[Claim]) -> str:
    return listed(c.scope.named for c in claims)
