"""The decision tables have exactly one line for every state.

Each line is written here as a condition of its own, from the words of the documentation and without the order of the
table: nothing of the implementation is used but the result it gives.
"""

import random
from collections import Counter
from collections.abc import Iterator
from itertools import combinations_with_replacement, product
from typing import Any

import pytest
from comparison_cases import a_map

from argmap.comparison import compare

SYMMETRIC = 25  # every so many states the maps are also compared the other way round


def category(left: dict[str, Any], right: dict[str, Any], id: str, book: dict[str, Any]) -> str | None:  # noqa: A002
    maps = a_map("a", left, book=book), a_map("b", right, book=book)
    return next((f.category for f in compare(maps, metrics=False).findings if f.id == id), None)


# Stances: attitude × scope × condition × certainty, up to two statements a side; nobody asserts the conditions.

SCOPES = {"always": None, "early": "2017", "late": "2018"}
SURE = ("possible", "likely", "asserted")
Said = tuple[str, str, str, str]  # attitude, scope, condition, certainty

STATEMENTS: list[Said] = list(product(("holds", "denies", "questions"), SCOPES, ("", "k"), SURE))
SIDES = [(), *((s,) for s in STATEMENTS), *combinations_with_replacement(STATEMENTS, 2)]


def overlap(a: str, b: str) -> bool:
    return a == b or "always" in (a, b)


def stance_lines(left: tuple[Said, ...], right: tuple[Said, ...]) -> Iterator[str]:
    """The lines that hold for a state, without those on reasons (nobody argues here)."""
    left, right = opened(left), opened(right)
    both = bool(left) and bool(right)
    tense = clashes(left, left) or clashes(right, right)
    speaks = bool(left) or bool(right)
    a, b = kept(left, right), kept(right, left)
    open_a, open_b = only_questions(a), only_questions(b)
    compared = both and not tense
    committed = compared and not open_a and not open_b
    pairs = [(x, y) for x in a for y in b if overlap(x[1], y[1])]
    agreeing = [x[0] for x, y in pairs if x[0] == y[0]]
    quarrel = [(x, y) for x, y in pairs if clash(x, y)]
    settled = [x[0] for x, y in pairs if x[0] == y[0] and x[2] == y[2]]  # under no open condition
    loud = [(x, y) for x, y in quarrel if not ((x[1] == "always") != (y[1] == "always") and settled)]
    hedged = [(x, y) for x, y in pairs if x[0] != y[0] and x[2] == y[2] and x[3] == y[3] == "possible"]
    signs = ({x[0] for x in a}, {y[0] for y in b})
    conditional = [all(x[2] for x in side if x[0] in agreeing) for side in (a, b)]
    sure = [max((SURE.index(x[3]) for x in side if x[0] in agreeing), default=0) for side in (a, b)]
    unlike = conditional[0] != conditional[1] or sure[0] != sure[1]
    peace = committed and not quarrel
    if speaks and tense:
        yield "internal-tension"
    if speaks and not tense and not both:
        yield "one-sided"
    if compared and open_a and open_b:
        yield "agree-both-open"
    if compared and open_a != open_b:
        yield "stance-open-vs-committed"
    if committed and loud:
        yield "stance-contradiction"
    if committed and not loud and (quarrel or (not pairs and signs[0] != signs[1])):
        yield "stance-different-scope"
    if peace and not pairs and signs[0] == signs[1]:
        yield "agree-different-scope"
    if peace and pairs and not agreeing and hedged:
        yield "stance-hedged"
    if peace and pairs and not agreeing and not hedged:
        yield "stance-conditional"
    if peace and agreeing and unlike:
        yield "agree-different-strength"
    if peace and agreeing and not unlike:
        yield "agree-unargued"


def clash(x: Said, y: Said) -> bool:
    opposite = {x[0], y[0]} == {"holds", "denies"} and not x[3] == y[3] == "possible"
    return opposite and overlap(x[1], y[1]) and x[2] == y[2]


def clashes(left: tuple[Said, ...], right: tuple[Said, ...]) -> bool:
    return any(clash(x, y) for x in left for y in right)


def opened(side: tuple[Said, ...]) -> tuple[Said, ...]:
    """A side that says of one time only that it may be and that it may not be only asks."""
    said = [s for s in side if s[0] != "questions"]
    torn = any({x[0], y[0]} == {"holds", "denies"} and overlap(x[1], y[1]) for x in said for y in said)
    unsure = all(s[3] == "possible" for s in said)
    return tuple(("questions", *s[1:]) for s in side) if torn and unsure else side


def kept(mine: tuple[Said, ...], theirs: tuple[Said, ...]) -> list[Said]:
    meeting = [s for s in mine if any(overlap(s[1], t[1]) for t in theirs)] or list(mine)
    return [s for s in meeting if s[0] != "questions"] or meeting


def only_questions(side: list[Said]) -> bool:
    return all(s[0] == "questions" for s in side)


def stance_map(side: tuple[Said, ...]) -> dict[str, Any]:
    found: dict[str, Any] = {"k": {"says": {"holds": "k"}}} if any(s[2] for s in side) else {}
    for i, (attitude, scope, condition, sure) in enumerate(side):
        found[f"s{i}"] = {"says": {attitude: "p"}, "if": [condition] if condition else [], "certainty": sure}
        found[f"s{i}"] |= {"when": SCOPES[scope]} if SCOPES[scope] else {}
    return found


def sampled(states: list[Any], n: int, seed: int) -> list[Any]:
    return random.Random(seed).sample(states, min(n, len(states)))


PROPOSITIONS = {"id": "book", "propositions": {key: key for key in "pkqrs"}}


def test_stances_fall_on_exactly_one_line_by_attitude_scope_condition_and_certainty() -> None:
    single = [side for side in SIDES if len(side) < 2]
    maybe = [side for side in SIDES if all(s[3] == "possible" for s in side)]
    pools = [(SIDES, 1500), (single, 1000), (maybe, 700)]  # drawn from all; few statements and mere possibilities more
    states = [
        (chance.choice(pool), chance.choice(pool))
        for chance in [random.Random(1)]
        for pool, n in pools
        for _ in range(n)
    ]
    reached: Counter[str | None] = Counter()
    for i, (left, right) in enumerate(states):
        expected = list(stance_lines(left, right))
        found = category(stance_map(left), stance_map(right), "stance:p", PROPOSITIONS)
        assert expected == ([found] if left or right else []), (left, right)
        reached[found] += 1
        if i % SYMMETRIC == 0:
            assert found == category(stance_map(right), stance_map(left), "stance:p", PROPOSITIONS)
    assert set(reached) - {None} == set(STANCE_LINES)


STANCE_LINES = (
    "internal-tension",
    "one-sided",
    "agree-both-open",
    "stance-open-vs-committed",
    "stance-contradiction",
    "stance-different-scope",
    "agree-different-scope",
    "stance-hedged",
    "stance-conditional",
    "agree-different-strength",
    "agree-unargued",
)


# Stances: reasons × strength × condition; both hold.

PREMISES = {"x": "q", "y": "r", "z": "s"}
REASONS: list[tuple[tuple[str, ...], ...]] = [
    (),
    (("x",),),
    (("y",),),
    (("x",), ("y",)),
    (("x", "y"),),
    (("x", "y"), ("z",)),
    (("z",),),
]


def reason_lines(
    reasons: tuple[tuple[tuple[str, ...], ...], ...],
    below: tuple[str, str],
    sure: tuple[str, str],
    bound: tuple[bool, bool],
) -> Iterator[str]:
    """`below`: what stands under premise x in each map, "" for nothing."""
    flat = [{premise for reason in side for premise in reason} for side in reasons]
    deep = [f | ({under} if "x" in f and under else set()) for f, under in zip(flat, below, strict=True)]
    g = [{frozenset(reason) for reason in side} for side in reasons]
    argue = bool(flat[0]) and bool(flat[1])
    share = bool(flat[0] & deep[1] or flat[1] & deep[0])
    unlike = sure[0] != sure[1] or bound[0] != bound[1]
    if argue and not share:
        yield "agree-different-reasons"
    if argue and share and g[0] != g[1]:
        yield "agree-shared-reasons"
    if unlike and (not argue or (share and g[0] == g[1])):
        yield "agree-different-strength"
    if argue and share and g[0] == g[1] and not unlike:
        yield "agree-same-reasons"
    if not argue and not unlike:
        yield "agree-unargued"


def reason_map(reasons: tuple[tuple[str, ...], ...], below: str, sure: str, *, bound: bool) -> dict[str, Any]:
    statements: dict[str, Any] = {key: {"says": {"holds": p}} for key, p in PREMISES.items()}
    if below:
        statements["x"]["because"] = [below]
    statements["t"] = {"says": {"holds": "p"}, "because": [list(r) for r in reasons], "certainty": sure}
    if bound:
        statements["k"] = {"says": {"holds": "k"}}
        statements["t"]["if"] = ["k"]
    return statements


def test_agreements_fall_on_exactly_one_line_by_reasons_and_strength() -> None:
    surenesses = ("asserted", "likely", "possible")
    one_side = list(product(REASONS, ("", "y"), surenesses, (False, True)))
    reached: Counter[str | None] = Counter()
    for left, right in sampled([(a, b) for a in one_side for b in one_side], 1000, 2):
        each = list(zip(left, right, strict=True))
        expected = list(reason_lines(each[0], each[1], each[2], each[3]))
        maps = [reason_map(reasons, below, sure, bound=bound) for reasons, below, sure, bound in (left, right)]
        found = category(maps[0], maps[1], "stance:p", PROPOSITIONS)
        assert expected == [found], (left, right)
        reached[found] += 1
    assert len(reached) == 5


# Linked stances: a literal of each side, how the codebook links them, scopes, and how sure both are.

LINKS: dict[str, dict[str, Any]] = {
    "p excludes q": {"p": {"text": "p", "contrary": ["q"]}, "q": "q"},
    "q excludes p": {"p": "p", "q": {"text": "q", "contrary": ["p"]}},
    "q implies p": {"p": {"text": "p", "narrower": ["q"]}, "q": "q"},
    "p implies q": {"p": "p", "q": {"text": "q", "narrower": ["p"]}},
}


def linked_lines(a: str, b: str, link: str, scopes: tuple[str, str], sure: tuple[str, str]) -> Iterator[str]:
    """`a` is what the first map says of p, `b` what the second says of q."""
    excludes, met, both_may_be = "excludes" in link, overlap(*scopes), sure == ("possible", "possible")
    against = (
        (a == b == "holds") if excludes else (a, b) == (("denies", "holds") if link[0] == "q" else ("holds", "denies"))
    )
    implied = a != b if excludes else a == b
    if not met:
        yield "one-sided"
    if met and against and not both_may_be:
        yield "stance-incompatible"
    if met and implied:
        yield "agree-implied"
    if met and not implied and not (against and not both_may_be):
        yield "stance-different-claims"


@pytest.mark.parametrize("link", LINKS)
def test_linked_stances_fall_on_exactly_one_line(link: str) -> None:
    book = {"id": "book", "propositions": LINKS[link]}
    attitudes = ("holds", "denies")
    for a, b, *rest in product(attitudes, attitudes, SCOPES, SCOPES, SURE, SURE):
        (left_scope, right_scope), sure = rest[:2], (rest[2], rest[3])
        maps = [
            {"s": {"says": {how: key}, "certainty": certainty} | ({"when": SCOPES[scope]} if SCOPES[scope] else {})}
            for how, key, certainty, scope in ((a, "p", sure[0], left_scope), (b, "q", sure[1], right_scope))
        ]
        expected = list(linked_lines(a, b, link, (left_scope, right_scope), sure))
        for pair in (maps, maps[::-1]):
            found = compare([a_map("ab"[i], m, book=book) for i, m in enumerate(pair)], metrics=False).findings
            assert {f.category for f in found} == set(expected), (a, b, rest)
            assert len(found) == (2 if expected == ["one-sided"] else 1) == 1 + expected.count("one-sided")


# Explanations: two causes, each with up to two signs, main or not, by scope, condition (nobody asserts it), certainty.

FACTORS = {"id": "book", "factors": {key: key for key in "cde"}, "propositions": {"k": "k"}}
Link = tuple[str, str, bool, str, str, str]  # cause, effect, main, scope, condition, certainty


def links_from(cause: str) -> list[Link]:
    effects = [(effect, main) for effect in ("raises", "lowers") for main in (False, True)]
    kinds = product([*effects, ("unrelated", False)], SCOPES, ("", "k"), ("possible", "likely"))
    return [(cause, effect, main, scope, condition, sure) for (effect, main), scope, condition, sure in kinds]


def explained(rng: random.Random) -> tuple[Link, ...]:
    """Up to two links from each of two causes."""
    return tuple(link for cause in "cd" for link in rng.sample(links_from(cause), rng.choice((0, 1, 1, 2))))


def links_clash(x: Link, y: Link) -> bool:
    both_may_be = x[5] == y[5] == "possible"
    return x[0] == y[0] and x[1] != y[1] and overlap(x[3], y[3]) and x[4] == y[4] and not both_may_be


def explanation_lines(left: tuple[Link, ...], right: tuple[Link, ...]) -> Iterator[str]:
    tense = any(links_clash(x, y) for side in (left, right) for x in side for y in side)
    both = bool(left) and bool(right) and not tense
    pairs = [(x, y) for x in left for y in right if x[0] == y[0] and overlap(x[3], y[3])]
    agreeing = {x[:2] for x, y in pairs if x[1] == y[1]}
    driving = {x[0] for x, y in pairs if x[1] == y[1] != "unrelated"}
    excused = {x[0] for x, y in agreeing_pairs(pairs) if x[4] == y[4]}
    loud = any(
        links_clash(x, y) and not ((x[3] == "always") != (y[3] == "always") and x[0] in excused) for x, y in pairs
    )
    links = [{x[:2] for x in side} for side in (left, right)]
    drivers = [{x[0] for x in side if x[1] != "unrelated"} for side in (left, right)]
    mains = [{x[0] for x in side if x[2]} for side in (left, right)]
    all_same = links[0] == agreeing == links[1]
    known = all_same or (bool(mains[0]) and bool(mains[1]) and mains[0] <= driving and mains[1] <= driving)
    apart = not agreeing or (not driving and bool(drivers[0]) and bool(drivers[1]))
    comparable = both and not loud and not apart
    torn = bool(mains[0]) and bool(mains[1]) and not mains[0] & mains[1] and not known
    reweighted = mains[0] != mains[1] and known
    if tense:
        yield "internal-tension"
    if not tense and bool(left) != bool(right):
        yield "one-sided"
    if both and loud:
        yield "explanation-opposite-effects"
    if both and not loud and apart:
        yield "explanation-different-causes"
    if comparable and torn:
        yield "explanation-different-main-cause"
    if comparable and reweighted:
        yield "explanation-same-causes-different-weight"
    if comparable and not torn and not reweighted and not all_same:
        yield "explanation-some-shared-causes"
    if comparable and not reweighted and all_same:
        yield "explanation-same"


def agreeing_pairs(pairs: list[tuple[Link, Link]]) -> list[tuple[Link, Link]]:
    return [(x, y) for x, y in pairs if x[1] == y[1]]


def explanation_map(side: tuple[Link, ...]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for i, (cause, effect, main, scope, condition, sure) in enumerate(side):
        found[f"s{i}"] = {"says": {"cause": cause, effect: "e", "main": main}, "certainty": sure}
        found[f"s{i}"] |= {"if": ["k"]} if condition else {}
        found[f"s{i}"] |= {"when": SCOPES[scope]} if SCOPES[scope] else {}
    return found | ({"k": {"says": {"holds": "k"}}} if any(link[4] for link in side) else {})


def test_explanations_fall_on_exactly_one_line() -> None:
    reached: Counter[str | None] = Counter()
    rng = random.Random(3)
    for i, (left, right) in enumerate([(explained(rng), explained(rng)) for _ in range(3000)]):
        expected = list(explanation_lines(left, right))
        found = category(explanation_map(left), explanation_map(right), "explanation:e", FACTORS)
        assert expected == ([found] if left or right else []), (left, right)
        reached[found] += 1
        if i % SYMMETRIC == 0:
            assert found == category(explanation_map(right), explanation_map(left), "explanation:e", FACTORS)
    assert len(set(reached) - {None}) == 8


# Roles: three of them, each given or not, main or not, toward someone or anyone, surely or possibly.

ACTORS = {"id": "book", "actors": {key: key for key in "avw"}, "incompatible-roles": [["ally", "adversary"]]}
VALENCE = {"ally": 1, "adversary": -1, "leader": 0}
Part = tuple[str, bool, str, str]  # role, main, toward, certainty
PARTS: dict[str, list[Part | None]] = {
    role: [None, *product((role,), (False, True), ("", "v", "w"), ("asserted", "possible"))] for role in VALENCE
}
CASTS = [tuple(p for p in parts if p) for parts in product(*PARTS.values())]


def meet(x: Part, y: Part) -> bool:
    return not x[2] or not y[2] or x[2] == y[2]


def exclude(x: Part, y: Part) -> bool:
    return {x[0], y[0]} == {"ally", "adversary"} and meet(x, y) and x[3] == y[3] == "asserted"


def role_lines(left: tuple[Part, ...], right: tuple[Part, ...]) -> Iterator[str]:
    tense = any(exclude(x, y) for side in (left, right) for x in side for y in side)
    both = bool(left) and bool(right) and not tense
    barred = any(exclude(x, y) for x in left for y in right)
    mains = [[x for x in side if x[1]] or list(side) for side in (left, right)]
    sums = [
        sum(VALENCE[x[0]] for x in mine if any(meet(x, y) for y in theirs)) for mine, theirs in (mains, mains[::-1])
    ]
    opposed = sums[0] * sums[1] < 0
    matched = {x[0] for x in left for y in right if x[0] == y[0] and meet(x, y)}
    all_same = {x[0] for x in left} == matched == {y[0] for y in right}
    same_mains = {x[0] for x in mains[0]} == {x[0] for x in mains[1]}
    calm = both and not barred and not opposed
    if tense:
        yield "internal-tension"
    if not tense and bool(left) != bool(right):
        yield "one-sided"
    if both and barred:
        yield "role-incompatible"
    if both and not barred and opposed:
        yield "role-opposed"
    if calm and not matched:
        yield "role-different"
    if calm and matched and not all_same:
        yield "role-some-shared-roles"
    if calm and matched and all_same and not same_mains:
        yield "role-same-roles-different-weight"
    if calm and matched and all_same and same_mains:
        yield "role-same"


def role_map(side: tuple[Part, ...]) -> dict[str, Any]:
    return {
        f"s-{role}": {
            "says": {"actor": "a", "role": role, "main": main, "toward": [toward] if toward else []},
            "certainty": sure,
        }
        for role, main, toward, sure in side
    }


def test_roles_fall_on_exactly_one_line() -> None:
    rng = random.Random(4)
    small = [c for c in CASTS if len(c) < 2]
    states = [(rng.choice(CASTS), rng.choice(CASTS)) for _ in range(1500)]
    states += [(rng.choice(small), rng.choice(small)) for _ in range(1000)]
    reached: Counter[str | None] = Counter()
    for i, (left, right) in enumerate(states):
        expected = list(role_lines(left, right))
        found = category(role_map(left), role_map(right), "role:a", ACTORS)
        assert expected == ([found] if left or right else []), (left, right)
        reached[found] += 1
        if i % SYMMETRIC == 0:
            assert found == category(role_map(right), role_map(left), "role:a", ACTORS)
    assert len(reached - Counter([None])) >= 7


# Evidence: every set of four uses against every other, the second side's in general, of the same or another year.

USES = {"p": {"holds": "p"}, "not-p": {"denies": "p"}, "q": {"holds": "q"}, "link": {"cause": "c", "raises": "e"}}
EVIDENCE = {
    "id": "book",
    "propositions": {"p": "p", "q": "q"},
    "factors": {"c": "c", "e": "e"},
    "sources": {"s": {"title": "S"}},
}


def evidence_lines(left: set[str], right: set[str], scopes: tuple[str, str]) -> Iterator[str]:
    both = bool(left) and bool(right)
    clash = any({x, y} == {"p", "not-p"} for x in left for y in right) and overlap(*scopes)
    rule = bool({"p", "not-p"} & left & right)  # beside which a clash with an exception is excused
    opposite = clash and not ((scopes[0] == "always") != (scopes[1] == "always") and rule)
    if bool(left) != bool(right):
        yield "one-sided"
    if both and left == right:
        yield "evidence-same-use"
    if both and left != right and opposite:
        yield "evidence-opposite-use"
    if both and left != right and not opposite and left & right:
        yield "evidence-some-shared-use"
    if both and not opposite and not left & right:
        yield "evidence-different-use"


def evidence_map(side: set[str], scope: str) -> dict[str, Any]:
    when = {"when": SCOPES[scope]} if SCOPES[scope] else {}
    return {use: {"says": USES[use], "sources": ["s"]} | when for use in USES if use in side}


@pytest.mark.parametrize("scopes", [("always", "always"), ("always", "early"), ("early", "early"), ("late", "early")])
@pytest.mark.parametrize("left", range(16))
@pytest.mark.parametrize("right", range(16))
def test_evidence_falls_on_exactly_one_line(left: int, right: int, scopes: tuple[str, str]) -> None:
    sides = [{use for i, use in enumerate(USES) if n >> i & 1} for n in (left, right)]
    maps = [evidence_map(side, scope) for side, scope in zip(sides, scopes, strict=True)]
    found = category(maps[0], maps[1], "evidence:s", EVIDENCE)
    assert list(evidence_lines(sides[0], sides[1], scopes)) == ([found] if found else [])
    assert (found is None) == (not sides[0] and not sides[1])
