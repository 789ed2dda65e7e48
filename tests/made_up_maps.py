"""Made-up maps of any size for the tests of drawings: linked premises, objections, doubts, shared premises."""

import random
from typing import Any

from argmap.model import ArgumentMap

_SUBJECTS = [
    "The tram line",
    "The town council",
    "Every second household",
    "The river path",
    "A lower speed limit",
    "The old bridge",
    "The school board",
    "The market hall",
    "A new bus lane",
    "The cycling network",
]
_VERBS = [
    "brings back",
    "shortens the way to",
    "costs less than",
    "depends on",
    "was built for",
    "competes with",
    "needs",
]
_OBJECTS = [
    "the shops on Mill Road",
    "the people who live in the valley",
    "a second depot",
    "the money set aside in 2019",
    "quiet evenings in the side streets",
    "the plan that the voters turned down",
    "the harbour quarter",
]
_AUTHORS = (["Ann Okoro", "Ben Ode"], ["City Statistics Office"], ["Cara Lindqvist"], ["D. Marsh", "E. Pohl", "F. Roe"])


def made_up(size: int, seed: int = 1, *, theses: int = 1, fan: int = 4) -> ArgumentMap:
    """A map of so many statements, the same for the same arguments."""
    chance = random.Random(f"{size} {seed} {theses}")
    statements: dict[str, dict[str, Any]] = {}

    def new(kind: str) -> str:
        key = f"s{len(statements)}"
        words = [chance.choice(_SUBJECTS), chance.choice(_VERBS), chance.choice(_OBJECTS)]
        label = " ".join([*words[:2], words[2].split()[-1]])
        text = (
            " ".join(words) + chance.choice(["", ", as the count of last spring shows", " for most of the year"]) + "."
        )
        statements[key] = {"type": kind, "label": label, "text": text, "at": f"¶{chance.randint(1, 30)}"}
        if kind != "assumption":
            statements[key]["quote"] = "for most of the year"
        if kind == "evidence":
            statements[key]["sources"] = [f"src-{chance.randrange(len(_AUTHORS))}"]
        if kind == "assumption":
            del statements[key]["at"]
        return key

    tops = [new("thesis") for _ in range(theses)]
    open_ones = list(tops)
    while len(statements) < size:
        upper = open_ones[min(int(chance.expovariate(0.35)), len(open_ones) - 1)]
        s = statements[upper]
        if len(s.get("because", ())) + len(s.get("but", ())) >= fan:
            open_ones.remove(upper)
            continue
        _grow(s, new, chance, open_ones, room=size - len(statements), upper=upper)
    _extras(statements, chance)
    sources: dict[str, dict[str, Any]] = {
        f"src-{i}": {"authors": who, "date": f"{2015 + i}"} for i, who in enumerate(_AUTHORS)
    }
    sources["src-1"]["short"] = "City Statistics Office"
    return ArgumentMap.model_validate(
        {
            "id": f"town-{size}-{seed}",
            "title": "A tram for the valley: what the plan gains, and what it leaves open",
            "article": {
                "authors": ["Ann Okoro", "Ben Ode"],
                "title": "Rails to the valley",
                "publisher": "Town Review",
                "date": "2021-05",
            },
            "sources": sources,
            "statements": statements,
        }
    )


def _grow(s: dict[str, Any], new: Any, chance: random.Random, open_ones: list[str], *, room: int, upper: str) -> None:
    because, but = s.setdefault("because", []), s.setdefault("but", [])
    dice = chance.random()
    if dice < 0.35 and s["type"] != "thesis":
        because.append(new("evidence"))
    elif dice < 0.5 and room >= 2:
        linked = [
            new(chance.choice(["premise", "claim", "assumption"])) for _ in range(min(room, chance.choice([2, 2, 3])))
        ]
        because.append(linked)
        open_ones += linked
    elif dice < 0.65:
        objection = new("objection")
        but.append(objection)
        open_ones.append(objection)
    elif dice < 0.75 and room >= 2:
        premise, doubt = new("premise"), new("objection")
        because.append({"premises": [premise], "unless": [doubt], "scheme": "cause-to-effect"})
        open_ones += [premise, doubt]
    else:
        premise = new("claim" if chance.random() < 0.5 else "premise")
        because.append(premise)
        open_ones.append(premise)


def _extras(statements: dict[str, dict[str, Any]], chance: random.Random) -> None:
    """A few marks of every kind: certainty, scope, reported speech, sources, a second use, a condition."""
    keys = [key for key, s in statements.items() if s["type"] in ("premise", "claim", "objection")]
    for key in keys:
        s = statements[key]
        if chance.random() < 0.15:
            s["certainty"] = chance.choice(["possible", "likely"])
        if chance.random() < 0.1:
            s["when"] = "2017/2021"
        if chance.random() < 0.1:
            s["voice"] = "Dana Whitfield"
        if chance.random() < 0.2:
            s["sources"] = ["src-1"]
    if len(keys) > 8:  # a later statement under an earlier one closes no circle: keys are numbered downwards
        early, late = sorted(chance.sample(keys, 2), key=lambda k: int(k[1:]))
        statements[early].setdefault("because", []).append(late)
        early, late = sorted(chance.sample(keys, 2), key=lambda k: int(k[1:]))
        statements[early]["if"] = [late]
