"""Students' maps with planted errors, from a seed: what was done to each is known, and nothing else is wrong with it.

This knows nothing of how maps are graded. A map is plain data here; every planting changes it in one way, keeps away
from what the others have touched, and says in a line what it has done.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from argmap.comparison.alignment.correspondences import Correspondence, Ref
from argmap.model import ArgumentMap

Planted = tuple[str, ...]
"""The kind of an error and what it is about, by the ids of the reference."""

Ids = Literal["shared", "kit", "own"]
"""The reference's ids; other ids on the same texts; ids and words of the student's own, joined by an alignment."""


@dataclass(frozen=True)
class HandedIn:
    """A student's map, what was planted in it, and the rows that join it to the reference."""

    map: ArgumentMap
    planted: frozenset[Planted]
    rows: tuple[Correspondence, ...] = ()


def plain(m: ArgumentMap) -> dict[str, Any]:
    """The map as data, every list written out; no two statements have the same text."""
    data = m.model_dump(by_alias=True, exclude_defaults=True)
    seen: set[str] = set()
    for i, s in enumerate(data["statements"].values()):
        reasons = [{"premises": list(r["premises"]), "unless": list(r.get("unless", ()))} for r in s.get("because", ())]
        s |= {"because": reasons, **{name: list(s.get(name, ())) for name in ("but", "if", "sources")}}
        s["text"] = s["text"] if s["text"] not in seen else f"{s['text']} (Number {i}.)"
        seen.add(s["text"])
    return data


def unique(m: ArgumentMap) -> ArgumentMap:
    """The map with no two statements of the same text."""
    return ArgumentMap.model_validate(plain(m))


def handed_in(reference: ArgumentMap, seed: int, *, errors: int, ids: Ids) -> HandedIn:
    """A student's map with up to so many errors, at least one."""
    planter = _Planter(reference, random.Random(f"{reference.id} {seed} {ids}"))
    planter.plant(errors)
    planter.shuffle()
    return planter.handed_in(ids)


@dataclass
class _Planter:
    reference: ArgumentMap
    chance: random.Random
    touched: set[str] = field(default_factory=set)
    planted: set[Planted] = field(default_factory=set)
    added: int = 0

    def __post_init__(self) -> None:
        self.data = plain(self.reference)
        self.statements: dict[str, dict[str, Any]] = self.data["statements"]
        self.original = {key: _copied(s) for key, s in self.statements.items()}
        self.sources = sorted({each for s in self.statements.values() for each in s["sources"]})

    # ---- planting

    def plant(self, errors: int) -> None:
        kinds: list[Callable[[], Planted | None]] = [
            getattr(self, name) for name in dir(self) if name.startswith("do_")
        ]
        for _ in range(60 * errors):
            if len(self.planted) == errors:
                return
            before, touched = {key: _copied(s) for key, s in self.statements.items()}, set(self.touched)
            done = self.chance.choice(kinds)()
            if done and not self._circular():
                self.planted.add(done)
            else:
                self.statements.clear()
                self.statements.update(before)
                self.touched = touched
        assert self.planted

    def near(self, key: str) -> set[str]:
        """A statement with all that is related to it, and what shares a reason with it."""
        found = {key}
        for upper, s in self.original.items():
            for reason in s["because"]:
                together = {*reason["premises"], *reason["unless"]}
                if key in together or upper == key:
                    found |= together | {upper}
            for name in ("but", "if"):
                if key == upper:
                    found.update(s[name])
                elif key in s[name]:
                    found.add(upper)
        return found

    def claim(self, *keys: str) -> bool:
        """Take statements and what is near them, if no other planting has."""
        wanted = set().union(*(self.near(key) for key in keys))
        if wanted & self.touched:
            return False
        self.touched |= wanted
        return True

    def any_key(self) -> str:
        return str(self.chance.choice(sorted(self.original)))

    def any_link(self, *relations: str) -> tuple[str, str, str] | None:
        """An upper statement, a lower one, and their relation, where they have no other."""
        found = [
            (upper, lower, relation)
            for upper, s in self.original.items()
            for lower, relation in _below(s)
            if relation in relations and [lower for lower, _ in _below(s)].count(lower) == 1
        ]
        return self.chance.choice(found) if found else None

    def cut(self, upper: str, lower: str) -> bool:
        """Take a statement out of what stands under another; not where a doubt would be left without its step."""
        s = self.statements[upper]
        for name in ("but", "if"):
            s[name] = [each for each in s[name] if each != lower]
        for reason in s["because"]:
            if reason["premises"] == [lower] and reason["unless"]:
                return False
            reason["premises"] = [each for each in reason["premises"] if each != lower]
            reason["unless"] = [each for each in reason["unless"] if each != lower]
        s["because"] = [reason for reason in s["because"] if reason["premises"]]
        return True

    def put(self, upper: str, lower: str, relation: str) -> None:
        s = self.statements[upper]
        if relation == "because":
            s["because"].append({"premises": [lower], "unless": []})
        elif relation == "unless":
            self.chance.choice(s["because"])["unless"].append(lower)
        else:
            s[relation].append(lower)

    def new_statement(self) -> str:
        self.added += 1
        key = f"extra-{self.added}"
        self.statements[key] = {"text": f"Nobody has thought of this yet: it is thought number {key}."} | {
            name: [] for name in ("because", "but", "if", "sources")
        }
        return key

    # ---- the kinds of errors

    def do_drop_statement(self) -> Planted | None:
        key = self.any_key()
        if len(self.original) < 4 or not self.claim(key):
            return None
        gone = self.statements.pop(key)
        uppers = [upper for upper, s in self.original.items() if key in [lower for lower, _ in _below(s)]]
        for upper in uppers:
            self._forget(self.statements[upper], key)
        if uppers and self.chance.random() < 0.6:  # what stood beneath it is kept, a step higher
            upper = self.statements[self.chance.choice(uppers)]
            taken = {lower for lower, _ in _below(upper)}
            upper["because"] += [r for r in gone["because"] if not taken & {*r["premises"], *r["unless"]}]
            upper["but"] += [each for each in gone["but"] if each not in taken]
        return "missing-statement", key

    @staticmethod
    def _forget(s: dict[str, Any], key: str) -> None:
        for name in ("but", "if"):
            s[name] = [each for each in s[name] if each != key]
        for reason in s["because"]:
            for name in ("premises", "unless"):
                reason[name] = [each for each in reason[name] if each != key]
        s["because"] = [reason for reason in s["because"] if reason["premises"]]

    def do_drop_relation(self) -> Planted | None:
        link = self.any_link("because", "but", "if", "unless")
        if not link or not self.claim(link[1]) or not self.cut(link[0], link[1]):
            return None
        return "missing-relation", link[1], link[0], link[2]

    def do_move(self) -> Planted | None:
        link, to = self.any_link("because", "but"), self.any_key()
        if not link or not self._may_go(link[1], to) or not self.claim(link[1], to) or not self.cut(link[0], link[1]):
            return None
        self.put(to, link[1], link[2])
        return "misplaced", link[1], link[0], to

    def do_move_reason(self) -> Planted | None:
        upper, reason = self._reason(lambda r: len(r["premises"]) > 1)
        to = self.any_key()
        if reason is None or not all(self._may_go(p, to) for p in reason["premises"]):
            return None
        if not self.claim(*reason["premises"], to):
            return None
        self.statements[upper]["because"].remove(reason)
        self.statements[to]["because"].append(reason)
        return "misplaced", "+".join(sorted(reason["premises"])), upper, to

    def _may_go(self, key: str, to: str) -> bool:
        return to not in self._beneath(key) and key not in [lower for lower, _ in _below(self.original[to])]

    def do_flip(self) -> Planted | None:
        link = self.any_link("because", "but", "unless", "if")
        if not link or not self.claim(link[1], link[0]) or not self.cut(link[0], link[1]):
            return None
        others = [r for r in ("because", "but", "unless", "if") if r != link[2]]
        if not self.statements[link[0]]["because"]:
            others = [r for r in others if r != "unless"]
        relation = self.chance.choice(others)
        self.put(link[0], link[1], relation)
        return "wrong-relation", link[1], link[0], link[2], relation

    def _reason(self, fits: Callable[[dict[str, Any]], bool]) -> tuple[str, dict[str, Any] | None]:
        """A reason whose premises stand in no other reason for the same statement."""
        found = [
            (key, i)
            for key, s in self.original.items()
            for i, reason in enumerate(s["because"])
            if fits(reason)
            and all(other is reason or not set(other["premises"]) & set(reason["premises"]) for other in s["because"])
        ]
        if not found:
            return "", None
        key, i = self.chance.choice(found)
        if key not in self.statements or self.statements[key]["because"] != self.original[key]["because"]:
            return "", None
        return key, self.statements[key]["because"][i]

    def do_split(self) -> Planted | None:
        upper, reason = self._reason(lambda r: len(r["premises"]) > 1)
        if reason is None or not self.claim(upper, *reason["premises"]):
            return None
        premises = reason["premises"]
        at = self.chance.randrange(1, len(premises))
        because = self.statements[upper]["because"]
        because.append({"premises": premises[at:], "unless": []})
        because[because.index(reason)] = {"premises": premises[:at], "unless": reason["unless"]}
        return "linked-as-separate", upper, "+".join(sorted(premises))

    def do_join(self) -> Planted | None:
        upper, one = self._reason(lambda r: True)
        if one is None or len(self.statements[upper]["because"]) < 2:
            return None
        other = self.chance.choice([r for r in self.statements[upper]["because"] if r is not one])
        premises = [*one["premises"], *other["premises"]]
        if len(set(premises)) < len(premises) or not self.claim(upper, *premises):
            return None
        if any(set(r["premises"]) & set(premises) for r in self.original[upper]["because"] if r not in (one, other)):
            return None
        because = self.statements[upper]["because"]
        because.remove(other)
        because[because.index(one)] = {"premises": premises, "unless": [*one["unless"], *other["unless"]]}
        return "separate-as-linked", upper, "+".join(sorted(premises))

    def do_source(self) -> Planted | None:
        key, wanted = self.any_key(), ""
        other = self.chance.choice([*self.sources, "unheard-of"])
        if not self.claim(key) or other in self.statements[key]["sources"]:
            return None
        sources = self.statements[key]["sources"]
        kind = self.chance.choice(["wrong", "missing", "extra"] if sources else ["extra"])
        if kind != "extra":
            wanted = self.chance.choice(sources)
            sources.remove(wanted)
        if kind != "missing":
            sources.append(other)
        return f"{kind}-source", key, wanted, other if kind != "missing" else ""

    def do_type(self) -> Planted | None:
        key = self.any_key()
        before = self.statements.get(key, {}).get("type", "premise")
        after = self.chance.choice(["thesis", "claim", "assumption"])
        if "thesis" not in (before, after) and "assumption" not in (before, after):
            return None
        if before == after or not self.claim(key):
            return None
        self.statements[key]["type"] = after
        return "wrong-type", key, before, after

    def do_voice(self) -> Planted | None:
        key = self.any_key()
        if not self.claim(key):
            return None
        before = self.statements[key].get("voice", "author")
        after = self.chance.choice([name for name in ("author", "The council", "Ida Moss") if name != before])
        self.statements[key]["voice"] = after
        return "wrong-voice", key, before, after

    def do_reverse(self) -> Planted | None:
        link = self.any_link("because", "but")
        if not link or not self.claim(link[0], link[1]) or not self.cut(link[0], link[1]):
            return None
        upper, lower, relation = link
        above = [s for s in self.original.values() if upper in [each for each, _ in _below(s)]]
        if any(lower in [each for each, _ in _below(s)] for s in above):
            return None
        if self.chance.random() < 0.5:  # the two change places
            for s in self.statements.values():
                for reason in s["because"]:
                    reason["premises"] = [lower if each == upper else each for each in reason["premises"]]
                s["but"] = [lower if each == upper else each for each in s["but"]]
        self.put(lower, upper, relation)
        return "reversed", lower, upper

    def do_add_statement(self) -> Planted | None:
        upper = self.any_key()
        if not self.claim(upper):
            return None
        key, s = self.new_statement(), self.statements[upper]
        match self.chance.choice(["reason", "objection", "loose", "linked", "between", "doubt"]):
            case "reason":
                self.put(upper, key, "because")
            case "objection":
                self.put(upper, key, "but")
            case "linked" if s["because"]:
                s["because"][0]["premises"].append(key)
            case "doubt" if s["because"]:
                s["because"][0]["unless"].append(key)
            case "between" if s["because"]:
                self.statements[key]["because"] = [s["because"].pop(0)]
                self.put(upper, key, "because")
            case _:
                pass
        return "extra-statement", key

    def do_add_relation(self) -> Planted | None:
        key, to = self.any_key(), self.any_key()
        if not self._may_go(key, to) or not self.claim(key, to):
            return None
        relation = self.chance.choice(["because", "but", "if"])
        self.put(to, key, relation)
        return "extra-relation", key, to, relation

    # ---- what is no error

    def shuffle(self) -> None:
        """Another order of everything, other labels, certainties and notes: nothing of it is an error."""
        typed = {each[1] for each in self.planted if each[0] == "wrong-type"}
        for key, s in self.statements.items():
            for reason in s["because"]:
                self.chance.shuffle(reason["premises"])
                self.chance.shuffle(reason["unless"])
            for name in ("because", "but", "if", "sources"):
                self.chance.shuffle(s[name])
            if self.chance.random() < 0.3:
                s["label"] = f"Called {self.chance.randrange(100)}"
            plain_type = s.get("type", "premise") in ("claim", "premise", "evidence") and key not in typed
            if plain_type and self.chance.random() < 0.2:
                s["type"] = self.chance.choice(["claim", "premise", "evidence"])
            s.pop("note", None)
        items = list(self.statements.items())
        self.chance.shuffle(items)
        self.statements.clear()
        self.statements.update(items)

    def handed_in(self, ids: Ids) -> HandedIn:
        self.data["statements"] = self.statements
        if ids == "shared":
            return HandedIn(ArgumentMap.model_validate(self.data), frozenset(self.planted))
        new = {key: f"s{i}" for i, key in enumerate(self.chance.sample(sorted(self.statements), len(self.statements)))}
        rows: tuple[Correspondence, ...] = ()
        self.data["id"] = "handed-in"
        if ids == "own":
            rows = tuple(
                Correspondence(Ref(self.reference.id, key), "skos:exactMatch", Ref("handed-in", name))
                for key, name in new.items()
                if key in self.original
            )
            for i, s in enumerate(self.statements.values()):
                s["text"] = f"In a student's own words, sentence {i}."
        self.data["statements"] = {new[key]: _renamed(s, new) for key, s in self.statements.items()}
        planted = {
            tuple(new[x] if each[0] == "extra-statement" and x in new else x for x in each) for each in self.planted
        }
        return HandedIn(ArgumentMap.model_validate(self.data), frozenset(planted), rows)

    # ---- shape

    def _beneath(self, key: str) -> set[str]:
        found, waiting = {key}, [key]
        while waiting:
            for lower, _ in _below(self.statements.get(waiting.pop(), _NOTHING)):
                if lower not in found:
                    found.add(lower)
                    waiting.append(lower)
        return found

    def _circular(self) -> bool:
        """Whether a statement stands under itself that did not before."""
        return any(key in self._beneath(lower) for key, s in self.statements.items() for lower, _ in _below(s))


_NOTHING: dict[str, Any] = {"because": [], "but": [], "if": []}


def _below(s: dict[str, Any]) -> list[tuple[str, str]]:
    found = [(p, "because") for r in s["because"] for p in r["premises"]]
    found += [(d, "unless") for r in s["because"] for d in r["unless"]]
    return found + [(each, name) for name in ("but", "if") for each in s[name]]


def _copied(s: dict[str, Any]) -> dict[str, Any]:
    because = [{name: list(ids) for name, ids in reason.items()} for reason in s["because"]]
    return s | {"because": because, **{name: list(s[name]) for name in ("but", "if", "sources")}}


def _renamed(s: dict[str, Any], new: dict[str, str]) -> dict[str, Any]:
    because = [{name: [new[each] for each in ids] for name, ids in reason.items()} for reason in s["because"]]
    return s | {"because": because, **{name: [new[each] for each in s[name]] for name in ("but", "if")}}
