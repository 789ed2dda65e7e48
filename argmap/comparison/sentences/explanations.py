"""The sentence of a finding on what drives an effect."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from argmap.comparison.explanations import ExplanationVerdict, causes
from argmap.comparison.positions import Claim
from argmap.comparison.records import Entry
from argmap.comparison.sentences.parts import Stands, added, firsts, hedge, limits, sureness
from argmap.comparison.stands import Stand
from argmap.comparison.wording import EFFECT_WORDS, Words, bracketed, common_certainty, listed, plural


def explanation(verdict: ExplanationVerdict, stands: Stands, words: Words) -> str:
    """The sentence of a finding on what drives an effect."""
    e = words.phrase("factor", stands[0].key[1])
    mark = marked(stands[0].claims) or marked(stands[1].claims)
    both = _common(verdict.agreed, stands, words, mark=mark)
    match verdict.category:
        case "explanation-opposite-effects":
            return f"{'; '.join(dict.fromkeys(_opposed(p.left, p.right, stands, words) for p in verdict.clash))}."
        case "explanation-different-causes":
            return f"{_each(verdict, stands, e, words, mark=mark)}."
        case "explanation-different-main-cause":
            named = _common_causes(verdict.agreed, stands, words, mark=mark)
            return f"{_firsts(verdict, stands, words, e)}; both name {named}."
        case "explanation-same-causes-different-weight":
            return f"Both {_account('explain', 'see', e, both)}; {_firsts(verdict, stands, words)}."
        case "explanation-some-shared-causes":
            return f"Both {_account('explain', 'see', e, both)}; {_beyond(verdict, stands, words, mark=mark)}."
        case _:
            return f"Both {_account('explain', 'see', e, both)}."


def explains(stand: Stand, words: Words) -> str:
    """What one map alone explains an effect by: ``A explains e, by x and not by y``."""
    e = words.phrase("factor", stand.key[1])
    named = causes(stand.claims).all
    driving, idle = _by_driving(stand.claims, words, mark=marked(stand.claims), limited=named)
    verbs = stand.does("explains"), stand.does("sees")
    return _account(*verbs, f"{e}," if driving else e, (driving, idle))


@dataclass(frozen=True, slots=True)
class Telling:
    """How an account is told: the effect, whether others gave theirs before, with signs, and by several.

    Attributes:
        limited: The causes told with what limits them.
        at_least: The entries of which some are surer than the claims are.
    """

    effect: str
    said: bool
    mark: bool
    many: bool
    limited: Collection[str] = ()
    at_least: Collection[Entry] = ()


def accounts(who: str, claims: Sequence[Claim], words: Words, how: Telling) -> str:
    """What somebody explains an effect by."""
    driving, idle = _by_driving(claims, words, mark=how.mark, limited=how.limited, at_least=how.at_least)
    explain, see = (plural(verb) if how.many else verb for verb in ("explains", "sees"))
    if not how.said:
        return _account(f"{who} {explain}", f"{who} {see}", how.effect, (driving, idle))
    if not driving:
        return f"{who} {see} no effect of {idle} on it"
    return f"{who} by {driving}" + (f" and not by {idle}" if idle else "")


Causes = tuple[str, str]  # those that drive the effect, and those said to have none on it


def _account(explain: str, see: str, effect: str, causes: Causes) -> str:
    """A cause said to have no effect explains nothing, so it is told apart from those that drive the effect."""
    driving, idle = causes
    if not driving:
        return f"{see} no effect of {idle} on {effect}"
    return f"{explain} {effect} by {driving}" + (f" and not by {idle}" if idle else "")


def _each(verdict: ExplanationVerdict, stands: Stands, effect: str, words: Words, *, mark: bool) -> str:
    """Each side's causes; one that both name is told with what keeps the two from meeting."""
    a, b = stands
    shared = frozenset(verdict.causes[0].all) & frozenset(verdict.causes[1].all)
    first, second = (_by_driving(s.claims, words, mark=mark, limited=shared) for s in stands)
    said = _account(a.does("explains"), a.does("sees"), effect, first)
    if first[0] and second[0]:
        rest = f"{b.name} by {second[0]}" + (f" and not by {second[1]}" if second[1] else "")
    elif first[0]:
        rest = f"{b.does('sees')} no effect of {second[1]} on it"
    elif second[0]:
        rest = _account(b.does("explains"), "", "it", second)
    else:
        rest = f"{b.name} none of {second[1]}"
    return f"{said}, {rest}"


def _beyond(verdict: ExplanationVerdict, stands: Stands, words: Words, *, mark: bool) -> str:
    """The links that only one side gives, or both without meeting in them; these with what keeps them apart."""
    shared = frozenset(verdict.causes[0].all) & frozenset(verdict.causes[1].all)
    alone = [[c for c in s.claims if c.entry not in verdict.agreed] for s in stands]
    return added(stands, [_causes(claims, words, mark=mark, limited=shared) for claims in alone], "adds")


def _opposed(left: Claim, right: Claim, stands: Stands, words: Words) -> str:
    cause, effect = words.phrase("factor", left.cause), words.phrase("factor", left.key)
    first = f"{stands[0].does('says')} that {_acts(left, cause, effect)}"
    return f"{first}{hedge([left])}, {stands[1].name} that {_acts(right, 'it', 'it', effect)}{hedge([right])}"


def _acts(claim: Claim, cause: str, effect: str, named: str = "") -> str:
    if claim.value == "unrelated":
        return f"{cause} has no effect" if named else f"{cause} has no effect on {effect}"
    return f"{cause} {claim.value} {named or effect}"


def _firsts(verdict: ExplanationVerdict, stands: Stands, words: Words, effect: str = "") -> str:
    return firsts(stands, [[words.phrase("factor", cause) for cause in side.main] for side in verdict.causes], effect)


def _by_driving(
    claims: Sequence[Claim],
    words: Words,
    *,
    mark: bool,
    limited: Collection[str] = (),
    at_least: Collection[Entry] = (),
) -> Causes:
    driving = [c for c in claims if c.value != "unrelated"]
    idle = [c for c in claims if c.value == "unrelated"]
    return (
        _causes(driving, words, mark=mark, limited=limited, at_least=at_least),
        _causes(idle, words, mark=False, limited=limited, at_least=at_least),
    )


def _causes(
    claims: Sequence[Claim],
    words: Words,
    *,
    mark: bool,
    limited: Collection[str] = (),
    at_least: Collection[Entry] = (),
) -> str:
    """The causes in file order, with sign if `mark`, certainty below asserted, and for some what limits them."""
    pooled: dict[Entry, list[Claim]] = {}
    for c in claims:
        pooled.setdefault(c.entry, []).append(c)
    return listed(
        bracketed(
            words.phrase("factor", group[0].cause),
            EFFECT_WORDS[group[0].value] if mark else "",
            sureness(group, at_least),
            limits(group, words) if group[0].cause in limited else "",
        )
        for group in pooled.values()
    )


def _common(agreed: Iterable[Entry], stands: Stands, words: Words, *, mark: bool) -> Causes:
    driving = [entry for entry in agreed if not entry.startswith("unrelated:")]
    idle = [entry for entry in agreed if entry.startswith("unrelated:")]
    return _common_causes(driving, stands, words, mark=mark), _common_causes(idle, stands, words, mark=False)


def _common_causes(agreed: Collection[Entry], stands: Stands, words: Words, *, mark: bool) -> str:
    """The causes both name, in codebook order, as sure as the less sure side is."""
    sure = [{c.entry: 0 for c in s.claims} for s in stands]
    for best, stand in zip(sure, stands, strict=True):
        for c in stand.claims:
            best[c.entry] = max(best[c.entry], c.strength)
    named = {c.entry: c for c in stands[0].claims if c.entry in agreed}
    rank = words.vocabulary.rank
    order = sorted(named.values(), key=lambda c: (rank("factor", c.cause), c.value))
    return listed(
        bracketed(
            words.phrase("factor", c.cause),
            EFFECT_WORDS[c.value] if mark else "",
            common_certainty([side[c.entry] for side in sure]),
        )
        for c in order
    )


def marked(claims: Iterable[Claim]) -> bool:
    """Whether a cause among them does other than raise, so that all have to be told with their sign."""
    return any(c.value != "raises" for c in claims)
