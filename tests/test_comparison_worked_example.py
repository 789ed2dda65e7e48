"""The worked example: a bike lane on Mill Road, by its friend and its enemy."""

import json
from collections.abc import Callable

from comparison_cases import mill_road

from argmap.comparison import compare
from argmap.comparison.records import Locus
from argmap.reporters.comparison_json import to_json

EXPECTED = [
    (
        "=",
        "stance:lane-safer",
        "agree-unargued",
        (),
        "Both hold that a bike lane makes riding safer; only Ruiz gives a reason.",
    ),
    (
        "≈",
        "explanation:custom",
        "explanation-same-causes-different-weight",
        (),
        "Both explain custom in the shops by a bike lane (raises) and fewer parking spaces (lowers);"
        " Ruiz puts a bike lane first, Patel fewer parking spaces.",
    ),
    (
        "≠",
        "role:council",
        "role-opposed",
        ("certainty",),
        "Ruiz casts the council as intermediary (possible), Patel as adversary;"
        " these parts pull in opposite directions.",
    ),
    (
        "!",
        "stance:build-lane",
        "stance-contradiction",
        ("concedes",),
        "Ruiz holds that the council should build the lane this year; Patel denies it.",
    ),
    (
        "∅",
        "stance:air",
        "one-sided",
        ("unanswered", "provisional"),
        "Only Ruiz holds that fumes fall; Patel's map has nothing coded on it.",
    ),
    (
        "≠",
        "evidence:survey-2024",
        "evidence-different-use",
        (),
        "“Mill Road Survey” serves different points: for Ruiz, a bike lane makes riding safer;"
        " for Patel, fewer parking spaces → custom in the shops (lowers).",
    ),
]


def test_the_six_findings_come_in_order_with_their_flags_and_sentences() -> None:
    found = compare(mill_road()).findings
    assert [(f.symbol, f.id, f.category, f.flags, f.sentence) for f in found] == EXPECTED


def test_each_group_has_one_finding_and_the_source_is_counted_apart() -> None:
    comparison = compare(mill_road())
    assert list(comparison.counts().values()) == [1, 1, 1, 1, 1, 0]
    assert list(comparison.counts(evidence=True).values()) == [0, 0, 1, 0, 0, 0]


def test_both_maps_are_warned_of_a_role_without_quotation() -> None:
    found = compare(mill_road()).warnings
    assert [(w.code, w.name, w.maps, w.ids) for w in found] == [
        ("AM601", "role-without-quote", ("ruiz",), ("council",)),
        ("AM601", "role-without-quote", ("patel",), ("council",)),
    ]


def test_the_roles_of_the_council_are_the_contracts_example() -> None:
    finding = json.loads(to_json(compare(mill_road())))["findings"][2]
    patel = finding["sides"].pop("patel")
    (council,) = finding["sides"]["ruiz"].pop("statements")
    assert finding == {
        "id": "role:council",
        "unit": "role",
        "key": "council",
        "label": "the council",
        "category": "role-opposed",
        "group": "diverge",
        "symbol": "≠",
        "flags": ["certainty"],
        "notes": ["Ruiz: possible. Patel: asserted."],
        "sentence": "Ruiz casts the council as intermediary (possible), Patel as adversary;"
        " these parts pull in opposite directions.",
        "question": "What part does the council play?",
        "sides": {
            "ruiz": {
                "position": [
                    {
                        "entry": "role:council=intermediary",
                        "toward": ["shops", "riders"],
                        "main": True,
                        "certainty": "possible",
                    }
                ],
                "reasons": [],
                "reported": [],
            }
        },
        "shared": [],
        "only": {"ruiz": ["role:council=intermediary"], "patel": ["role:council=adversary"]},
        "basis": [{"via": "codebook", "id": "mill-road", "key": "council"}],
        "rule": "role-opposed: valence +1 against -1",
        "locus": None,
        "pairs": {"ruiz|patel": "role-opposed"},
        "camps": [["ruiz"], ["patel"]],
    }
    assert council == {
        "id": "council",
        "text": "The council could bring both to one table.",
        "quote": None,
        "at": None,
        "certainty": "possible",
        "voice": "author",
        "if": [],
        "when": None,
        "where": None,
        "via": None,
        "sources": [],
    }
    assert patel["position"][0]["entry"] == "role:council=adversary"


def test_the_conflict_on_the_lane_turns_on_how_its_premises_are_weighed() -> None:
    (conflict,) = (f for f in compare(mill_road()).findings if f.locus)
    assert conflict.id == "stance:build-lane"
    assert conflict.locus == Locus(
        all=("weighing", "unaddressed"),
        weighed=("holds:lane-safer", "lowers:fewer-spaces>custom", "raises:lane>custom"),
        unaddressed={"ruiz": ("holds:air",), "patel": ("text:patel:by-car",)},
        stasis="policy",
    )


def test_the_whole_result_is_the_golden_file(golden: Callable[[str, str], None]) -> None:
    golden("mill-road/comparison.json", to_json(compare(mill_road())))
