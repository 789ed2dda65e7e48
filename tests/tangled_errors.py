"""Errors planted without regard for each other: on moved branches, in dropped reasons, on one statement again."""

import copy
import random
from collections.abc import Callable
from typing import Any

Statements = dict[str, dict[str, Any]]

SOURCES = ("okafor-2019", "town-2021", "valley-2023", "lind-2020")


def reference(chance: random.Random, size: int) -> Statements:
    """A teacher's statements: a tree, with linked premises, doubts, conditions and statements that are used twice."""
    found: Statements = {"s0": fresh(0, "thesis")}
    while len(found) < size:
        upper = found[chance.choice(sorted(found))]
        key = f"s{len(found)}"
        found[key] = fresh(len(found), chance.choice(["premise", "claim", "evidence", "assumption"]))
        match chance.randrange(10):
            case 0 | 1 | 2:
                upper["because"].append({"premises": [key], "unless": []})
            case 3 | 4 | 5 if upper["because"]:
                chance.choice(upper["because"])["premises"].append(key)
            case 6 if upper["because"]:
                chance.choice(upper["because"])["unless"].append(key)
            case 7:
                upper["if"].append(key)
            case _:
                upper["but"].append(key)
        if chance.random() < 0.3:
            found[key]["sources"] = chance.sample(SOURCES, chance.choice([1, 1, 2]))
        if chance.random() < 0.2:
            found[key]["voice"] = "the council"
    for _ in range(size // 8):  # used twice, and never beneath itself: the later stands under the earlier
        higher, lower = sorted(chance.sample(range(size), 2))
        if f"s{lower}" not in named(found[f"s{higher}"]):
            found[f"s{higher}"]["because"].append({"premises": [f"s{lower}"], "unless": []})
    return found


def fresh(number: int, kind: str) -> dict[str, Any]:
    return {"type": kind, "text": f"Statement number {number} holds.", "because": [], "but": [], "if": []}


def named(s: dict[str, Any]) -> list[str]:
    """What stands under a statement, once for each time it is named."""
    inside = [key for reason in s["because"] for key in (*reason["premises"], *reason["unless"])]
    return [*inside, *s["but"], *s["if"]]


def cut(statements: Statements, lower: str, upper: str | None = None) -> None:
    """Take a statement from under another, or from under all."""
    for key, s in statements.items():
        if upper not in (None, key):
            continue
        for reason in s["because"]:
            for part in ("premises", "unless"):
                reason[part] = [x for x in reason[part] if x != lower]
        s["because"] = [reason for reason in s["because"] if reason["premises"]]
        for part in ("but", "if"):
            s[part] = [x for x in s[part] if x != lower]


def put(statements: Statements, lower: str, upper: str, chance: random.Random) -> None:
    """Let a statement stand under another in some way."""
    s = statements[upper]
    match chance.randrange(6):
        case 0 if s["because"]:
            chance.choice(s["because"])["premises"].append(lower)
        case 1 if s["because"]:
            chance.choice(s["because"])["unless"].append(lower)
        case 2:
            s["but"].append(lower)
        case 3:
            s["if"].append(lower)
        case _:
            s["because"].append({"premises": [lower], "unless": []})


def beneath(statements: Statements, top: str) -> set[str]:
    found, waiting = {top}, [top]
    while waiting:
        for key in named(statements[waiting.pop()]):
            if key not in found:
                found.add(key)
                waiting.append(key)
    return found


def uppers(statements: Statements, lower: str) -> list[str]:
    return [key for key, s in statements.items() if lower in named(s)]


def drop(m: Statements, key: str, chance: random.Random) -> None:
    if len(m) > 1:
        cut(m, key)
        del m[key]


def move(m: Statements, key: str, chance: random.Random) -> None:
    places = sorted(m.keys() - beneath(m, key))
    if places:
        cut(m, key)
        put(m, key, chance.choice(places), chance)


def flip(m: Statements, key: str, chance: random.Random) -> None:
    above = uppers(m, key)
    if above:
        upper = chance.choice(above)
        cut(m, key, upper)
        put(m, key, upper, chance)


def loosen(m: Statements, key: str, chance: random.Random) -> None:
    cut(m, key)


def lose_a_use(m: Statements, key: str, chance: random.Random) -> None:
    if len(uppers(m, key)) > 1:
        cut(m, key, chance.choice(uppers(m, key)))


def use_again(m: Statements, key: str, chance: random.Random) -> None:
    places = sorted(m.keys() - beneath(m, key) - set(uppers(m, key)))
    if places:
        put(m, key, chance.choice(places), chance)


def split(m: Statements, key: str, chance: random.Random) -> None:
    m[key]["because"] = [
        {"premises": [p], "unless": reason["unless"] if i == 0 else []}
        for reason in m[key]["because"]
        for i, p in enumerate(reason["premises"])
    ]


def join(m: Statements, key: str, chance: random.Random) -> None:
    reasons = m[key]["because"]
    if reasons:
        premises, doubts = ([x for r in reasons for x in r[part]] for part in ("premises", "unless"))
        m[key]["because"] = [{"premises": list(dict.fromkeys(premises)), "unless": list(dict.fromkeys(doubts))}]


def turn_round(m: Statements, key: str, chance: random.Random) -> None:
    """The statement is put above the one it stands under, with what stood beneath left where it was."""
    above = uppers(m, key)
    if above:
        upper = chance.choice(above)
        cut(m, key, upper)
        if upper not in beneath(m, key) and key not in beneath(m, upper):
            put(m, upper, key, chance)


def swap(m: Statements, key: str, chance: random.Random) -> None:
    """Two statements change places: each stands where the other stood, over what the other stood over."""
    other = chance.choice(sorted(m))
    names = {key: other, other: key}
    for s in m.values():
        for reason in s["because"]:
            for part in ("premises", "unless"):
                reason[part] = [names.get(x, x) for x in reason[part]]
        for part in ("but", "if"):
            s[part] = [names.get(x, x) for x in s[part]]
    for part in ("because", "but", "if"):
        m[key][part], m[other][part] = m[other][part], m[key][part]


def between(m: Statements, key: str, chance: random.Random) -> None:
    """A statement of the student's own is put between a statement and what it stands under."""
    above = uppers(m, key)
    if above:
        own = f"own{len(m)}"
        upper = chance.choice(above)
        cut(m, key, upper)
        m[own] = fresh(1000 + len(m), "claim")
        put(m, key, own, chance)
        put(m, own, upper, chance)


def other_type(m: Statements, key: str, chance: random.Random) -> None:
    m[key]["type"] = chance.choice(["thesis", "assumption", "premise", "claim"])


def other_voice(m: Statements, key: str, chance: random.Random) -> None:
    m[key].pop("voice", None) or m[key].update(voice="the union")


def exchange_sources(m: Statements, key: str, chance: random.Random) -> None:
    other = chance.choice(sorted(m))
    mine, theirs = m[key].get("sources", []), m[other].get("sources", [])
    m[key]["sources"], m[other]["sources"] = theirs, mine


ERRORS: tuple[Callable[[Statements, str, random.Random], None], ...] = (
    drop,
    move,
    move,
    flip,
    loosen,
    lose_a_use,
    use_again,
    split,
    join,
    turn_round,
    swap,
    between,
    other_type,
    other_voice,
    exchange_sources,
)


def tangled(statements: Statements, chance: random.Random, errors: int) -> Statements:
    """What a student handed in: so many errors, each on what the others left."""
    found = copy.deepcopy(statements)
    for _ in range(errors):
        chance.choice(ERRORS)(found, chance.choice(sorted(found)), chance)
    return found


def renamed(statements: Statements, chance: random.Random) -> tuple[Statements, dict[str, str]]:
    """The same with ids of a kit and in another order, and the new id of each."""
    numbers = chance.sample(range(len(statements)), len(statements))
    ids = {key: f"k{number:02}" for key, number in zip(statements, numbers, strict=True)}
    found = {}
    for key in chance.sample(sorted(statements), len(statements)):
        s = statements[key]
        reasons = [{part: [ids[x] for x in reason[part]] for part in reason} for reason in s["because"]]
        found[ids[key]] = s | {"because": reasons, "but": [ids[x] for x in s["but"]], "if": [ids[x] for x in s["if"]]}
    return found, ids


def flat(statements: Statements) -> Statements:
    """Everything under the thesis."""
    found = {key: s | {"because": [], "but": [], "if": []} for key, s in statements.items()}
    first, *others = found
    return found | {first: found[first] | {"because": [{"premises": [key], "unless": []} for key in others]}}


def kit(statements: Statements) -> Statements:
    """Nothing but the texts."""
    return {key: {"text": s["text"]} for key, s in statements.items()}
