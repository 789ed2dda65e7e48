"""Every error that is planted is found and rightly named, and nothing else is."""

from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from made_up_maps import made_up
from planted_errors import Ids, Planted, handed_in, unique

import argmap
from argmap.model import ArgumentMap
from argmap.teaching.grading import KINDS, Finding, grade
from argmap.teaching.kit import kit_of

MAPS = Path(__file__).parents[1] / "maps" / "northeast-asia"
SHIPPED = ("koga-2023", "rsis-2023", "beijing-2023", "camp-david-2023")
SEEDS = range(200)


@cache
def reference(n: int) -> ArgumentMap:
    if n % 2:
        return unique(argmap.load(MAPS / f"{SHIPPED[n // 2 % len(SHIPPED)]}.yaml"))
    return unique(made_up(12 + n % 37, n, theses=1 + n % 3))


def named(f: Finding) -> Planted:
    """A finding as the planter would have written it."""
    about = "+".join(sorted(f.members)) if f.members else f.subject
    match f.kind:
        case "missing-statement":
            return f.kind, f.subject
        case "extra-statement":
            return f.kind, f.own
        case "missing-relation" if f.expected:
            return f.kind, about, f.expected.upper, f.expected.relation
        case "extra-relation" if f.found:
            return f.kind, about, f.found.upper, f.found.relation
        case "misplaced" if f.expected and f.found:
            return f.kind, about, f.expected.upper, f.found.upper
        case "reversed" if f.expected:
            return f.kind, about, f.expected.upper
        case "wrong-relation" if f.expected and f.found:
            return f.kind, about, f.expected.upper, f.expected.relation, f.found.relation
        case "linked-as-separate" | "separate-as-linked":
            return f.kind, f.subject, about
        case _:
            return f.kind, about, f.wanted, f.given


@pytest.mark.parametrize("seed", SEEDS)
def test_what_was_planted_is_found_and_nothing_else(seed: int) -> None:
    ids = get_args(Ids)[seed % 3]
    expected = handed_in(reference(seed % 20), seed, errors=1 + seed % 5, ids=ids)
    found = grade(reference(seed % 20), expected.map, rows=expected.rows)
    assert sorted(map(named, found.findings)) == sorted(expected.planted)
    assert found.remarks == ()


@pytest.mark.parametrize("n", [*range(1, 9, 2), 0, 2])
def test_a_kit_put_together_as_in_the_reference_has_no_errors(n: int) -> None:
    """The kit has the texts in another order under other names; what a student adds is everything else."""
    m = reference(n)
    kit = kit_of(m, seed=n)
    named = {s.text: key for key, s in kit.statements.items()}
    names = {key: named[s.text] for key, s in m.statements.items()}
    data: dict[str, Any] = {"id": kit.id, "sources": dict(kit.sources), "statements": {}}
    for key, s in m.statements.items():
        data["statements"][names[key]] = {
            "text": s.text,
            "type": s.type,
            "voice": s.voice,
            "sources": s.sources,
            "because": [
                {"premises": [names[p] for p in r.premises], "unless": [names[d] for d in r.unless]} for r in s.because
            ],
            "but": [names[each] for each in s.but],
            "if": [names[each] for each in s.if_],
        }
    g = grade(m, ArgumentMap.model_validate(data))
    assert (g.findings, g.remarks) == ((), ())


def test_all_kinds_are_planted() -> None:
    planted = {
        each[0]
        for seed in SEEDS
        for each in handed_in(reference(seed % 20), seed, errors=1 + seed % 5, ids=get_args(Ids)[seed % 3]).planted
    }
    assert planted == set(KINDS)
