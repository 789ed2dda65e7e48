"""The sentence of a finding: what the maps say, in the order they were given."""

from collections.abc import Iterable, Sequence

from argmap.comparison.evidence import EvidenceVerdict
from argmap.comparison.explanations import ExplanationVerdict
from argmap.comparison.links import Link
from argmap.comparison.positions import Claim
from argmap.comparison.records import Entry
from argmap.comparison.roles import RoleVerdict
from argmap.comparison.scope import what_parts
from argmap.comparison.stances import StanceVerdict, conditional, strength
from argmap.comparison.stands import Stand
from argmap.comparison.wording import EFFECT_WORDS, Words, bracketed, certainty, listed

Stands = tuple[Stand, Stand]


# Each unit begins with these two.


def tension(stands: Stands, words: Words) -> str:
    """The sentence of `internal-tension`: every map that clashes with itself, and where."""
    return f"{'; '.join(_tense(s, words) for s in stands if s.tension)}."


def _tense(stand: Stand, words: Words) -> str:
    clash = stand.tension[0]
    match clash.left.unit:
        case "explanation":
            cause, effect = _link(clash.left, words)
            return f"{stand.does('gives')} {cause} two effects on {effect}"
        case "role":
            actor = words.phrase("actor", clash.left.topic)
            roles = (words.phrase("role", role) for role in (clash.left.value, clash.right.value))
            return f"{stand.does('casts')} {actor} as both {' and '.join(roles)}"
        case _:
            verbs = "hold and deny" if stand.coding.several else "holds and denies"
            return f"{stand.name} both {verbs} that {words.phrase('proposition', clash.left.topic)}"


def one_sided(stands: Stands, words: Words) -> str:
    """The sentence of `one-sided`: what the one map has, and that the other has nothing or is silent."""
    speaker, other = stands if stands[0].speaks else (stands[1], stands[0])
    silent = other.coding.map.coverage == "complete"
    rest = f"{other.does('is')} silent" if silent else f"{other.name}'s map has nothing on it"
    return f"Only {_has(speaker, words)}; {rest}."


def _has(stand: Stand, words: Words) -> str:
    unit, key = stand.key
    match unit:
        case "stance":
            return f"{_takes(stand, stand.claims)} {words.phrase('proposition', key)}{_hedge(stand.claims)}"
        case "explanation":
            return f"{stand.does('explains')} {words.phrase('factor', key)}, by {_causes(stand.claims, words)}"
        case "role":
            return f"{stand.does('casts')} {words.phrase('actor', key)} as {_roles(stand.claims, words)}"
        case "evidence":
            return f"{stand.does('uses')} {words.phrase('source', key)} for {words.entries(stand.uses)}"


# Stances.


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
            return f"{_takes(speaker, claims)} {p}{_hedge(claims)}; {other.does('leaves')} it open."
        case "stance-contradiction":
            hit = verdict.clash[0]
            first = f"{a.does(hit.left.value)} that {p}{_hedge([hit.left])}"
            return f"{first}; {b.does(hit.right.value)} it{_hedge([hit.right])}."
        case "stance-different-scope":
            parts = what_parts([c.scope for side in (left, right) for c in side])
            return f"{a.name} and {b.name} answer differently on whether {p}, by {parts}."
        case "agree-different-scope":
            return f"{both}, {a.name} of {_scopes(left)}, {b.name} of {_scopes(right)}."
        case "stance-conditional":
            hit = verdict.clash[0]
            first = f"{a.does(hit.left.value)} that {p}{_hedge([hit.left])}"
            second = f"{b.does(hit.right.value)} it{_hedge([hit.right])}"
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


def _both(verdict: StanceVerdict, p: str) -> str:
    verb = "vary alike on whether"
    if len(verdict.agreed) == 1:
        verb = "deny that" if "denies" in verdict.agreed else "hold that"
    sure = {strength(side) for side in verdict.kept}
    return bracketed(f"Both {verb} {p}", certainty(sure.pop()) if len(sure) == 1 else "")


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
    left, right = _hedge(stands[0].standing), _hedge(stands[1].standing)
    match link.category:
        case "agree-implied" if link.backward:
            return f"{b.does(second)} that {q}{right}, which implies what {a.does(first)}: {p}{left}."
        case "agree-implied":
            return f"{a.does(first)} that {p}{left}, which implies what {b.does(second)}: {q}{right}."
        case _:
            other = b.name if first == second else b.does(second)
            end = "both cannot be right" if link.category == "stance-incompatible" else "both can be right"
            return f"{a.does(first)} that {p}{left}, {other} that {q}{right}; {end}."


def _takes(stand: Stand, claims: Sequence[Claim]) -> str:
    """Who takes which stance: ``Ruiz holds that``, ``Ruiz & Patel leave open whether``."""
    verb, _, rest = _verb(claims).partition(" ")
    return f"{stand.does(verb)} {rest}"


def _verb(claims: Sequence[Claim]) -> str:
    values = {c.value for c in claims}
    if values.issuperset(("holds", "denies")):
        return "varies on whether"
    if "holds" in values:
        return "holds that"
    return "denies that" if "denies" in values else "leaves open whether"


def _hedge(claims: Sequence[Claim]) -> str:
    said = certainty(strength(claims))
    return f" ({said})" if said else ""


def _scopes(claims: Sequence[Claim]) -> str:
    return listed(str(c.scope) for c in claims)


# Explanations.


def explanation(verdict: ExplanationVerdict, stands: Stands, words: Words) -> str:
    """The sentence of a finding on what drives an effect."""
    e = words.phrase("factor", stands[0].key[1])
    a, b = stands
    mark = _marked(a.claims) or _marked(b.claims)
    both = _common_causes(verdict.agreed, stands, words, mark=mark)
    match verdict.category:
        case "explanation-opposite-effects":
            return f"{'; '.join(dict.fromkeys(_opposed(p.left, p.right, stands, words) for p in verdict.clash))}."
        case "explanation-different-causes":
            by = [_causes(s.claims, words, mark=mark) for s in stands]
            return f"{a.does('explains')} {e} by {by[0]}, {b.name} by {by[1]}."
        case "explanation-different-main-cause":
            return f"Both name {both} for {e}; {_first_causes(verdict, stands, words)}."
        case "explanation-same-causes-different-weight":
            return f"Both explain {e} by {both}; {_first_causes(verdict, stands, words)}."
        case "explanation-some-shared-causes":
            named = [set(side.all) for side in verdict.causes]
            alone = [[c for c in st.claims if c.cause in named[i] - named[1 - i]] for i, st in enumerate(stands)]
            parted = words.in_order("factor", (named[0] & named[1]) - verdict.matched)
            extra = [_causes(claims, words, mark=mark) for claims in alone]
            return f"Both explain {e} by {both}; {_added(stands, extra, 'adds', parted=parted)}."
        case _:
            return f"Both explain {e} by {both}."


def _opposed(left: Claim, right: Claim, stands: Stands, words: Words) -> str:
    cause, effect = _link(left, words)
    first = f"{stands[0].does('says')} that {_acts(left, cause, effect)}"
    return f"{first}{_hedge([left])}, {stands[1].name} that {_acts(right, 'it', 'it', effect)}{_hedge([right])}"


def _acts(claim: Claim, cause: str, effect: str, named: str = "") -> str:
    if claim.value == "unrelated":
        return f"{cause} has no effect" if named else f"{cause} has no effect on {effect}"
    return f"{cause} {claim.value} {named or effect}"


def _first_causes(verdict: ExplanationVerdict, stands: Stands, words: Words) -> str:
    mains = [[words.phrase("factor", cause) for cause in side.main] for side in verdict.causes]
    return _firsts(stands, mains)


def _causes(claims: Sequence[Claim], words: Words, *, mark: bool | None = None) -> str:
    """The causes in file order, with sign unless all raise, and certainty below asserted."""
    signs = _marked(claims) if mark is None else mark
    best: dict[tuple[str, str], int] = {}
    for c in claims:
        link = c.cause, c.value
        best[link] = max(c.strength, best.get(link, 0))
    return listed(
        bracketed(words.phrase("factor", cause), EFFECT_WORDS[value] if signs else "", certainty(sure))
        for (cause, value), sure in best.items()
    )


def _common_causes(agreed: frozenset[Entry], stands: Stands, words: Words, *, mark: bool) -> str:
    """The causes both name, in codebook order; their certainty only where it is one."""
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
            certainty(sure[0][c.entry]) if sure[0][c.entry] == sure[1][c.entry] else "",
        )
        for c in order
    )


def _marked(claims: Iterable[Claim]) -> bool:
    return any(c.value != "raises" for c in claims)


def _link(claim: Claim, words: Words) -> tuple[str, str]:
    return words.phrase("factor", claim.cause), words.phrase("factor", claim.key)


# Roles.


def role(verdict: RoleVerdict, stands: Stands, words: Words) -> str:
    """The sentence of a finding on an actor's part."""
    actor = words.phrase("actor", stands[0].key[1])
    a, b = stands
    shared = sorted(verdict.matched, key=lambda r: words.vocabulary.rank("role", r))
    both = f"Both cast {actor} as {listed(_common_role(r, stands, words) for r in shared)}"
    match verdict.category:
        case "role-incompatible":
            hit = verdict.clash[0]
            return f"{_parts(stands, actor, ([hit.left], [hit.right]), words)}; it cannot be both."
        case "role-opposed":
            facing = [[c for c in s.claims if c.value in f] for s, f in zip(stands, verdict.facing, strict=True)]
            return f"{_parts(stands, actor, facing, words)}; these parts pull in opposite directions."
        case "role-different":
            return f"{_parts(stands, actor, (a.claims, b.claims), words)}."
        case "role-some-shared-roles":
            given = [set(side.all) for side in verdict.casts]
            alone = [[c for c in st.claims if c.value in given[i] - given[1 - i]] for i, st in enumerate(stands)]
            parted = words.in_order("role", (given[0] & given[1]) - verdict.matched)
            extra = [_roles(claims, words) for claims in alone]
            return f"{both}; {_added(stands, extra, 'also as', 'as', parted=parted)}."
        case "role-same-roles-different-weight":
            marked = [[c.value for c in s.claims if c.main] for s in stands]
            return f"{both}; {_firsts(stands, [[words.phrase('role', r) for r in side] for side in marked])}."
        case _:
            return f"{both}."


def _parts(stands: Stands, actor: str, claims: Sequence[Sequence[Claim]], words: Words) -> str:
    first = f"{stands[0].does('casts')} {actor} as {_roles(claims[0], words)}"
    return f"{first}, {stands[1].name} as {_roles(claims[1], words)}"


def _roles(claims: Sequence[Claim], words: Words) -> str:
    best: dict[str, int] = {}
    for c in claims:
        best[c.value] = max(c.strength, best.get(c.value, 0))
    return listed(bracketed(words.phrase("role", name), certainty(sure)) for name, sure in best.items())


def _common_role(name: str, stands: Stands, words: Words) -> str:
    sure = {max(c.strength for c in s.claims if c.value == name) for s in stands}
    return bracketed(words.phrase("role", name), certainty(sure.pop()) if len(sure) == 1 else "")


# Evidence.


def evidence(verdict: EvidenceVerdict, stands: Stands, words: Words) -> str:
    """The sentence of a finding on what a source is used for."""
    s = words.phrase("source", stands[0].key[1])
    (a, b), (left, right) = stands, verdict.uses
    shared = words.entries(sorted(set(left) & set(right), key=words.order))
    match verdict.category:
        case "evidence-same-use":
            return f"Both use {s} for {shared}."
        case "evidence-opposite-use":
            x, y = verdict.opposed[0]
            for_x, for_y = (words.entry(use, mark_raises=True) for use in (x, y))
            return f"{a.name} and {b.name} use {s} on opposite sides: {a.name} for {for_x}, {b.name} for {for_y}."
        case "evidence-some-shared-use":
            extra = [
                words.entries([u for u in use if u not in set(other)]) for use, other in ((left, right), (right, left))
            ]
            return f"Both use {s} for {shared}; {_added(stands, extra, 'also for', 'for')}."
        case _:
            points = f"for {a.name}, {words.entries(left)}; for {b.name}, {words.entries(right)}"
            return f"{s} serves different points: {points}."


# What they have in common.


def _added(stands: Stands, extra: Sequence[str], first: str, second: str = "", *, parted: str = "") -> str:
    """``only A adds x``, ``only A adds x, only B y``; `parted` is what both name without meeting in it."""
    said: list[str] = []
    for stand, more in zip(stands, extra, strict=True):
        if more:
            link = second if said else first
            who = stand.does(link) if link == "adds" else f"{stand.name} {link}".rstrip()
            said.append(f"only {who} {more}")
    differ = f"on {parted} they differ in scope, condition or addressee"
    return "; ".join(([", ".join(said)] if said else []) + ([differ] if parted else []))


def _firsts(stands: Stands, mains: Sequence[Sequence[str]]) -> str:
    """``A puts x first, B y``; the side without a main comes last."""
    sides = [(stand, listed(main)) for stand, main in zip(stands, mains, strict=True)]
    if not sides[0][1]:
        sides.reverse()
    (leader, first), (other, second) = sides
    return f"{leader.does('puts')} {first} first, {other.name} {second or 'none'}"
