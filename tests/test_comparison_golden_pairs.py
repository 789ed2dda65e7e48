"""Ten pairs of small maps on everyday topics, with the findings they should give, worked out by hand."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from argmap import api
from argmap.comparison import CATEGORIES, Comparison, Finding
from argmap.comparison.flags import FLAGS
from argmap.comparison.records import LOCI

PAIRS = Path(__file__).parent / "golden" / "pairs"
TOPICS = sorted(path.name for path in PAIRS.iterdir())


def expected(topic: str) -> list[dict[str, Any]]:
    found = yaml.safe_load((PAIRS / topic / "expected.yaml").read_text("utf-8"))["findings"]
    return [{"flags": [], "locus": None} | finding for finding in found]


@cache
def compared(topic: str) -> Comparison:
    return api.compare(PAIRS / topic / "a.yaml", PAIRS / topic / "b.yaml")


def given(f: Finding) -> dict[str, Any]:
    """What `expected.yaml` says of a finding."""
    found: dict[str, Any] = {
        "id": f.id,
        "category": f.category,
        "flags": list(f.flags),
        "sentence": f.sentence,
        "locus": None,
    }
    if f.locus:
        named = {"roots": list(f.locus.roots), "double": list(f.locus.double), "deep": f.locus.deep}
        found["locus"] = {"primary": f.locus.primary} | {key: value for key, value in named.items() if value}
    return found


def test_there_are_ten_pairs() -> None:
    assert len(TOPICS) == 10


@pytest.mark.parametrize("topic", TOPICS)
def test_the_findings_are_those_worked_out_by_hand_in_their_order(topic: str) -> None:
    assert [given(f) for f in compared(topic).findings] == expected(topic)


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("side", ["a", "b"])
def test_the_maps_are_small_and_free_of_errors(topic: str, side: str) -> None:
    path = PAIRS / topic / f"{side}.yaml"
    assert [d for d in api.check(path) if d.severity == "error"] == []
    assert 5 <= len(api.load(path).statements) <= 12


@pytest.mark.parametrize("topic", TOPICS)
def test_swapped_the_maps_give_the_same_findings(topic: str) -> None:
    back = api.compare(PAIRS / topic / "b.yaml", PAIRS / topic / "a.yaml").findings
    found = [(f["id"], f["category"], f["flags"], f["locus"]) for f in expected(topic)]
    assert [(g["id"], g["category"], g["flags"], g["locus"]) for g in map(given, back)] == found


def test_every_category_occurs() -> None:
    assert {f["category"] for topic in TOPICS for f in expected(topic)} == CATEGORIES.keys()


def test_every_flag_occurs() -> None:
    assert {flag for topic in TOPICS for f in expected(topic) for flag in f["flags"]} == FLAGS.keys()


def test_every_kind_of_locus_occurs_with_roots_double_crux_and_deep_disagreement() -> None:
    loci = [f["locus"] for topic in TOPICS for f in expected(topic) if f["locus"]]
    assert {locus["primary"] for locus in loci} == set(LOCI)
    for what in ("roots", "double", "deep"):
        assert any(locus.get(what) for locus in loci)
