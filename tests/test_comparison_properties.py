"""What holds for all pairs of maps."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from comparison_cases import BOOK, a_map
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from argmap.comparison import CATEGORIES, compare
from argmap.comparison.records import Comparison, Finding
from argmap.model import ArgumentMap
from argmap.reporters.comparison_json import to_json

SCHEMA = Path(__file__).parents[1] / "docs" / "schema" / "comparison.schema.json"
VALIDATOR = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))

LINKED_BOOK = BOOK | {
    "propositions": {
        "p": {"text": "The lane pays", "contrary": ["q"]},
        "q": {"text": "The street is quiet", "narrower": ["r"]},
        "r": "Buses run on time",
    }
}
NAMES = [f"n{i}" for i in range(7)]

stances = st.builds(lambda a, p: {a: p}, st.sampled_from(["holds", "denies", "questions"]), st.sampled_from("pqr"))
links = st.builds(
    lambda causes, effect, main: {"cause": causes, effect: "e", "main": main},
    st.lists(st.sampled_from("cdx"), min_size=1, max_size=2, unique=True),
    st.sampled_from(["raises", "lowers", "unrelated"]),
    st.booleans(),
)
roles = st.builds(
    lambda role, toward, main: {"actor": "council", "role": role, "toward": toward, "main": main},
    st.sampled_from(["ally", "adversary", "leader"]),
    st.sampled_from([[], ["shops"], ["riders", "shops"]]),
    st.booleans(),
)


@st.composite
def statements(draw: st.DrawFn, *, may_report: bool = True) -> dict[str, Any]:
    """Up to seven statements; reasons and conditions name later ones, so nothing closes a cycle."""
    found: dict[str, Any] = {}
    names = NAMES[: draw(st.integers(0, len(NAMES)))]
    for i, name in enumerate(names):
        later = st.sampled_from(names[i + 1 :]) if names[i + 1 :] else st.nothing()
        some = st.lists(later, max_size=2, unique=True) if names[i + 1 :] else st.just([])
        found[name] = {
            "type": draw(st.sampled_from(["thesis", "premise", "premise", "assumption"])),
            "says": draw(st.lists(stances | links | roles, max_size=2)),
            "because": [{"premises": p, "unless": draw(some)} for p in draw(st.lists(some, max_size=2)) if p],
            "but": draw(some),
            "if": draw(st.sampled_from([[], [], draw(some)])),
            "sources": draw(st.lists(st.sampled_from("st"), max_size=1)),
            "voice": draw(st.sampled_from(["author", "author", "author", "riders"])) if may_report else "author",
        }
        found[name] |= draw(st.sampled_from([{}, {}, {"when": "2017"}, {"when": "2018", "where": "hills"}]))
        found[name] |= draw(st.sampled_from([{}, {"certainty": "likely"}, {"certainty": "possible"}]))
    return found


maps = st.builds(lambda s, c: (s, c), statements(), st.sampled_from(["partial", "complete"]))
quick = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


def build(name: str, content: tuple[dict[str, Any], str]) -> ArgumentMap:
    return a_map(name, content[0], book=LINKED_BOOK, coverage=content[1], article={"short": name.upper()})


def categories(c: Comparison) -> dict[str, str]:
    return {f.id: f.category for f in c.findings}


def mirrored(f: Finding) -> Finding:
    return replace(f, sides=_turned(f.sides), only=_turned(f.only))


def _turned(of: Mapping[str, Any]) -> dict[str, Any]:
    return dict(reversed(list(of.items())))


@quick
@given(maps, maps)
def test_swapping_the_maps_turns_the_sides_and_nothing_else(left: Any, right: Any) -> None:
    a, b = build("a", left), build("b", right)
    there, back = compare([a, b]).findings, compare([b, a]).findings
    assert [(f.id, f.category, f.group, f.flags, f.shared, f.question, f.basis, f.label) for f in there] == [
        (f.id, f.category, f.group, f.flags, f.shared, f.question, f.basis, f.label) for f in back
    ]
    for f, g in zip(there, back, strict=True):
        turned = mirrored(g)
        assert (list(f.sides), list(f.only)) == (["a", "b"], ["a", "b"])
        assert (f.sides, f.only) == (turned.sides, turned.only)


@quick
@given(maps, maps, st.randoms(use_true_random=False))
def test_the_order_of_statements_changes_no_category(left: Any, right: Any, rng: Any) -> None:
    shuffled = list(left[0].items())
    rng.shuffle(shuffled)
    a, again, b = build("a", left), build("a", (dict(shuffled), left[1])), build("b", right)
    assert categories(compare([a, b])) == categories(compare([again, b]))


@quick
@given(maps, maps)
def test_renaming_statements_changes_no_category(left: Any, right: Any) -> None:
    renamed = json.loads(json.dumps(left[0]).replace('"n', '"other-n'))
    b = build("b", right)
    assert categories(compare([build("a", left), b])) == categories(compare([build("a", (renamed, left[1])), b]))


@quick
@given(maps)
def test_a_map_agrees_with_itself(content: Any) -> None:
    m = build("a", content)
    found = compare([m, m])
    assert all(f.group == "agree" or f.category == "internal-tension" for f in found.findings)
    assert all(only == () for f in found.findings for only in f.only.values())
    assert [c.id for c in found.maps] == ["a", "a#2"]


@quick
@given(maps, maps, st.lists(stances | links | roles, min_size=1, max_size=3))
def test_what_others_are_reported_to_say_changes_no_category(left: Any, right: Any, said: Sequence[Any]) -> None:
    more = left[0] | {f"report-{i}": {"says": s, "voice": "riders", "sources": ["t"]} for i, s in enumerate(said)}
    b = build("b", right)
    assert categories(compare([build("a", left), b])) == categories(compare([build("a", (more, left[1])), b]))


@quick
@given(maps, maps)
def test_every_finding_has_a_known_category_one_id_and_a_place_in_the_counts(left: Any, right: Any) -> None:
    c = compare([build("a", left), build("b", right)])
    assert len({f.id for f in c.findings}) == len(c.findings)
    assert all(CATEGORIES[f.category] == f.group for f in c.findings)
    assert sum(c.counts().values()) + sum(c.counts(evidence=True).values()) == len(c.findings)
    assert all(len(c.in_group(group)) == n for group, n in c.counts().items())
    units = [f.unit == "evidence" for f in c.findings]
    assert units == sorted(units)


@quick
@given(maps, maps)
def test_results_validate_and_sentences_are_whole(left: Any, right: Any) -> None:
    c = compare([build("a", left), build("b", right)])
    VALIDATOR.validate(json.loads(to_json(c)))
    assert all(f.sentence.endswith(".") and "  " not in f.sentence and ".." not in f.sentence for f in c.findings)
    assert all(note.endswith(".") for f in c.findings for note in f.notes)


@quick
@given(statements(may_report=False), statements(may_report=False))
def test_a_map_speaks_on_a_key_exactly_where_it_has_a_position(left: Any, right: Any) -> None:
    for f in compare([build("a", (left, "partial")), build("b", (right, "partial"))]).findings:
        silent = [side for side in f.sides.values() if side.position is None]
        assert (f.category == "one-sided") == bool(silent) or f.category == "internal-tension"
        assert all(not side.statements for side in silent)


FLIP = {"holds": "denies", "denies": "holds"}


@quick
@given(st.sampled_from(["holds", "denies"]), st.lists(st.sampled_from("st"), max_size=2), st.sampled_from(["", "u"]))
def test_a_lone_stance_that_is_flipped_turns_agreement_into_contradiction(
    attitude: str, sources: list[str], because: str
) -> None:
    def said(how: str) -> dict[str, Any]:
        return {"x": {"says": {how: "p"}, "sources": sources, "because": [because] if because else []}, "u": {}}

    one = build("a", (said(attitude), "partial"))
    same, flipped = (build("b", (said(how), "partial")) for how in (attitude, FLIP[attitude]))
    assert categories(compare([one, same]))["stance:p"].startswith("agree-")
    assert categories(compare([one, flipped]))["stance:p"] == "stance-contradiction"
