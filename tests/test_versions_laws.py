"""What holds for all pairs of versions."""

import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

from comparison_cases import BOOK, a_map
from generated_maps import contents as coded_maps
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from made_up_maps import made_up
from version_cases import plain_data, renamed

from argmap.comparison import compare
from argmap.formats import read_map, write_map
from argmap.model import ArgumentMap
from argmap.reporters.changes_json import changes_json
from argmap.reporters.changes_markdown import changes_markdown
from argmap.reporters.changes_text import changes_text
from argmap.versions import Change, ChangedStatement, Changes, differences
from argmap.versions.positions import positions

quick = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)

SCHEMA = Path(__file__).parents[1] / "docs" / "schema" / "changes.schema.json"
VALIDATOR = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))

WORDS = ["tram", "bridge", "harbour", "survey", "market", "never", "three", "late", "quiet", "rents"]


def edited(m: ArgumentMap, chance: random.Random, times: int) -> ArgumentMap:
    """The map after so many small edits of any kind; references stay sound and close no circle."""
    data = plain_data(m)
    for _ in range(times):
        chance.choice(EDITS)(data, chance)
    return ArgumentMap.model_validate(data)


def _some(data: dict[str, Any], chance: random.Random) -> tuple[str, dict[str, Any]]:
    key = chance.choice(list(data["statements"]))
    return key, data["statements"][key]


def _reword(data: dict[str, Any], chance: random.Random) -> None:
    _, s = _some(data, chance)
    s["text"] = f"{s['text'][:-1]} {chance.choice(WORDS)}."


def _field(data: dict[str, Any], chance: random.Random) -> None:
    _, s = _some(data, chance)
    field, values = chance.choice(list(FIELDS.items()))
    s[field] = chance.choice(values)
    if s[field] is None:
        del s[field]


FIELDS: dict[str, list[Any]] = {
    "type": ["claim", "premise", "assumption"],
    "label": ["A label", None],
    "quote": ["so it goes", None],
    "at": [["¶1"], ["¶1", "p. 3"], []],
    "via": [{"map": "other", "at": "¶2"}, None],
    "says": [[{"holds": "p"}], [{"denies": "p"}, {"actor": "a", "role": "ally", "toward": ["b"]}], []],
    "certainty": ["likely", "asserted", None],
    "voice": ["author", "somebody", None],
    "sources": [["x"], ["x", "y"], ["y", "x"], []],
    "when": ["2017", None],
    "where": ["harbour", None],
    "note": ["to do", None],
}


def _add(data: dict[str, Any], chance: random.Random) -> None:
    upper, _ = _some(data, chance)
    key = f"new-{chance.randrange(10**6)}"
    data["statements"][key] = {
        "text": f"A new point about the {chance.choice(WORDS)}.",
        "because": [],
        "but": [],
        "if": [],
    }
    data["statements"][upper]["because"].append({"premises": [key], "unless": []})


def _remove(data: dict[str, Any], chance: random.Random) -> None:
    key, _ = _some(data, chance)
    if len(data["statements"]) == 1:
        return
    del data["statements"][key]
    for s in data["statements"].values():
        for reason in s["because"]:
            reason["premises"] = [p for p in reason["premises"] if p != key]
            reason["unless"] = [p for p in reason["unless"] if p != key]
        s["because"] = [reason for reason in s["because"] if reason["premises"]]
        for field in ("but", "if"):
            s[field] = [k for k in s[field] if k != key]


def _rename(data: dict[str, Any], chance: random.Random) -> None:
    key, _ = _some(data, chance)
    m = renamed(ArgumentMap.model_validate(data), lambda k: f"{k}-x" if k == key else k)
    data.clear()
    data.update(plain_data(m))


def _rewire(data: dict[str, Any], chance: random.Random) -> None:
    _, s = _some(data, chance)
    chance.shuffle(s["because"])
    if len(s["because"]) > 1:
        first = s["because"].pop()
        s["because"][0]["premises"] += [p for p in first["premises"] if p not in s["because"][0]["premises"]]
    elif s["but"]:
        s["because"].append({"premises": [s["but"].pop()], "unless": [], "scheme": "practical-reasoning"})


def _fields_of_the_map(data: dict[str, Any], chance: random.Random) -> None:
    field, value = chance.choice(
        [("title", "Another title"), ("coverage", "complete"), ("article", {"title": "Else", "authors": ["B", "A"]})]
    )
    data[field] = value


def _codebook(data: dict[str, Any], chance: random.Random) -> None:
    book = data.setdefault("codebook", {"id": "book"})
    book.setdefault("propositions", {})["p"] = {"text": f"About the {chance.choice(WORDS)}", "contrary": ["q", "r"]}
    book.setdefault("roles", {})[chance.choice(["ally", "friend"])] = {"valence": chance.choice([-1, 0, 1])}
    book["incompatible-roles"] = chance.choice([[], [["ally", "friend"]]])
    data.setdefault("sources", {})[chance.choice(["x", "y"])] = {"title": chance.choice(WORDS)}


EDITS = [_reword, _reword, _field, _field, _field, _add, _remove, _rename, _rewire, _fields_of_the_map, _codebook]

versions = st.builds(
    lambda size, seed, times: (
        m := edited(made_up(size, seed), random.Random(seed), 3),
        edited(m, random.Random(times), times),
    ),
    st.integers(1, 20),
    st.integers(1, 9),
    st.integers(0, 12),
)


def mirrored(c: Changes) -> Any:
    """The changes of the swapped versions, as far as they do not depend on the order of a file."""
    ids = {s.old: s.new for s in c.statements if s.old and s.new}
    return (
        {_mirrored(change, ids) for change in c.fields},
        {_mirrored_statement(s, ids) for s in c.statements},
        {(e.part, e.section, e.key, frozenset(_mirrored(change, ids) for change in e.changes)) for e in c.entries},
        {replace(p, old=p.new, new=p.old) for p in c.positions},
        {(k.section, frozenset(k.gained), frozenset(k.lost)) for k in c.keys},
    )


def straight(c: Changes) -> Any:
    ids = {s.new: s.old for s in c.statements if s.old and s.new}
    return (
        {_named(change, {}) for change in c.fields},
        {
            (s.old, s.new, s.before, s.after, frozenset(_named(change, {}) for change in s.changes), s.under, s.perhaps)
            for s in c.statements
        },
        {(e.part, e.section, e.key, frozenset(_named(change, ids) for change in e.changes)) for e in c.entries},
        set(c.positions),
        {(k.section, frozenset(k.lost), frozenset(k.gained)) for k in c.keys},
    )


def _mirrored_statement(s: ChangedStatement, ids: dict[str, str]) -> Any:
    changes = frozenset(_mirrored(change, ids) for change in s.changes)
    return s.new, s.old, s.after, s.before, changes, s.under, s.perhaps


def _mirrored(change: Change, ids: dict[str, str]) -> Change:
    kind = {"added": "removed", "removed": "added"}.get(change.kind, change.kind)
    back = {n: o for o, n in ids.items()}
    swapped = Change(kind, change.field, change.new, change.old, change.new_where, change.old_where, change.of)  # type: ignore[arg-type]
    return _named(swapped, back)


def _named(change: Change, ids: dict[str, str]) -> Change:
    """Order in values that are sets to a reader, and of premises, set aside; `of` in the ids of one version."""
    old, new = (_unordered(value) for value in (change.old, change.new))
    return replace(change, old=old, new=new, of=tuple(sorted(ids.get(key, key) for key in change.of)))


def _unordered(value: Any) -> Any:
    return tuple(sorted(value, key=repr)) if isinstance(value, tuple) else value


@quick
@given(versions)
def test_a_version_does_not_differ_from_itself(pair: tuple[ArgumentMap, ArgumentMap]) -> None:
    again = ArgumentMap.model_validate(plain_data(pair[1]))
    changes = differences(pair[1], again)
    assert not changes
    assert (changes.positions, changes.keys) == ((), ())
    assert (changes_text(changes), changes_markdown(changes)) == ("", "")


@quick
@given(versions)
def test_every_difference_shows_in_a_change(pair: tuple[ArgumentMap, ArgumentMap]) -> None:
    old, new = pair
    assert bool(differences(old, new)) == (old != new)
    assert bool(changes_text(differences(old, new))) == (old != new)


@quick
@given(versions)
def test_swapped_versions_give_the_mirror_image(pair: tuple[ArgumentMap, ArgumentMap]) -> None:
    old, new = pair
    assert mirrored(differences(old, new)) == straight(differences(new, old))


@quick
@given(st.integers(1, 60), st.integers(1, 99))
def test_renaming_every_statement_is_nothing_but_renames(size: int, seed: int) -> None:
    m = made_up(size, seed)
    changes = differences(m, renamed(m, lambda key: f"r-{key}"))
    assert changes.counts == {"renamed": size}
    assert {(s.old, s.new) for s in changes.statements} == {(key, f"r-{key}") for key in m.statements}
    assert (changes.fields, changes.entries, changes.positions, changes.keys) == ((), (), (), ())


@quick
@given(st.integers(2, 30), st.integers(1, 99))
def test_ids_that_change_places_are_nothing_but_renames(size: int, seed: int) -> None:
    m = with_own_texts(made_up(size, seed))
    keys = list(m.statements)
    turned = dict(zip(keys, [*keys[1:], keys[0]], strict=True))
    changes = differences(m, renamed(m, turned.__getitem__))
    assert changes.counts == {"renamed": size}
    assert {(s.old, s.new) for s in changes.statements} == set(turned.items())


def with_own_texts(m: ArgumentMap) -> ArgumentMap:
    data = plain_data(m)
    for key, s in data["statements"].items():
        s["text"] = f"{key}: {s['text']}"
    return ArgumentMap.model_validate(data)


@quick
@given(versions)
def test_layout_order_in_the_file_and_comments_do_not_matter(pair: tuple[ArgumentMap, ArgumentMap]) -> None:
    text = write_map(pair[1])
    spaced = "# a comment\n" + text.replace("\n", "\n\n# another\n")
    assert not differences(read_map(text, "a.yaml").unwrap(), read_map(spaced, "b.yaml").unwrap())
    data = plain_data(pair[1])
    data["statements"] = dict(reversed(data["statements"].items()))
    assert not differences(pair[1], ArgumentMap.model_validate(data))


@quick
@given(versions)
def test_statements_are_listed_in_the_order_of_the_new_version(pair: tuple[ArgumentMap, ArgumentMap]) -> None:
    old, new = pair
    changes = differences(old, new)
    assert [s.new for s in changes.statements if s.new] == [
        key for key in new.statements if key in {s.new for s in changes.statements}
    ]
    gone = {s.old for s in changes.statements if s.new is None}
    paired = {s.old: s.new for s in changes.statements if s.old and s.new}
    assert gone == {key for key in old.statements if paired.get(key, key) not in new.statements or key in gone}


@quick
@given(versions)
def test_the_json_is_as_its_schema_says(pair: tuple[ArgumentMap, ArgumentMap]) -> None:
    VALIDATOR.validate(json.loads(changes_json(differences(*pair))))


@quick
@given(coded_maps)
def test_positions_are_those_a_comparison_takes(content: tuple[dict[str, Any], str]) -> None:
    m = a_map("m", content[0], book=BOOK)
    taken: dict[tuple[str, str], set[str]] = {}
    for finding in compare([m, a_map("other", "", book=BOOK)]).findings:
        position = finding.sides["m"].position
        if finding.unit == "stance" and position:
            taken["stance", finding.key] = {"holds", "denies"} if position in ("both", "varies") else {str(position)}
        elif finding.unit in ("explanation", "role") and isinstance(position, tuple) and position:
            taken[finding.unit, finding.key] = {_said(e.entry, e.main, e.toward) for e in position}
    mine = {key: set(said) for key, said in positions(m).items()}
    for key, said in mine.items():
        if said == {"holds", "denies"} and taken.get(key) == {"questions"}:
            taken[key] = said  # a comparison asks further: both only as possible, and of one time and place
    assert mine == taken


def _said(entry: str, main: bool, toward: tuple[str, ...]) -> str:
    kind, _, rest = entry.partition(":")
    marked = " (main)" * main
    if kind == "role":
        to = f" toward {', '.join(sorted(toward))}" if toward else ""
        return rest.partition("=")[2] + to + marked
    word = {"raises": "raised by", "lowers": "lowered by", "unrelated": "not changed by"}[kind]
    return f"{word} {rest.partition('>')[0]}{marked}"
