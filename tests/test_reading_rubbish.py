"""Whatever a file holds, reading it gives a reading, and every problem has a place in the file."""

import json
import random
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest
import yaml

from argmap.diagnostics import Diagnostic, Where
from argmap.formats import Reading, read_document, read_map, yaml_rules, yaml_text, yaml_tree
from argmap.model import ArgumentMap, Codebook

GOOD = """\
argmap: 1
id: bus-lane
title: 'A lane: for buses'
article:
  authors: [Ada Lane, Bo Stop]
  date: 2023-01-01
codebook:
  argmap-codebook: 1
  id: town
  actors:
    council: {name: The council, aliases: [Town hall]}
  factors:
    delay: Buses are late
    cars: {text: "Cars on the street", question: "Why so many cars?"}
  propositions:
    lane: {text: A lane should be built, kind: policy, contrary: [no-lane]}
    no-lane: No lane should be built
  roles:
    payer: {text: pays, valence: 0}
  incompatible-roles: [[ally, adversary]]
sources:
  count: {authors: [C. Counter], title: A count, date: 2022}
statements:
  lane:
    type: thesis
    text: High Street needs a bus lane.
    quote: |
      a lane
      of its own
    at: ¶1
    says: {holds: lane}
    because:
      - late
      - [street-wide, cars-few]
      - premises: [red]
        scheme: practical-reasoning
        unless: [cars-few]
    but: [costs]
  late: {type: evidence, text: Buses are late., at: [¶2, p. 3], sources: [count], when: 2017/2021}
  street-wide: {text: 'The street is wide, and ''empty''.', certainty: likely}
  cars-few: {text: Few cars use it., says: [{cause: [cars, delay], lowers: delay, main: true}]}
  red: {type: assumption, text: Red paint is seen.}
  costs:
    type: objection
    voice: council
    says:
      - {actor: council, role: payer, toward: [council]}
    text: It costs money, the council says, and nobody
      has it.
"""

Mutation = Callable[[random.Random, str], str]


def _cut(r: random.Random, text: str) -> str:
    return text[: r.randrange(len(text))]


def _without(r: random.Random, text: str) -> str:
    start = r.randrange(len(text))
    return text[:start] + text[start + r.randint(1, 30) :]


def _insert(r: random.Random, text: str) -> str:
    at = r.randrange(len(text))
    what: str = r.choice(
        [*"[]{}:,-#&*!|>'\"%@`?\t\n\r ~", ": ", "- ", "&a ", "*a", "!!int ", "\x00", "\x1b", "\u2028", "\x85"]
    )
    times: int = r.choice([1, 1, 1, 2, 60])
    return text[:at] + what * times + text[at:]


def _byte(r: random.Random, text: str) -> str:
    at = r.randrange(len(text))
    return (
        text[:at]
        + chr(r.choice([r.randrange(256), r.randrange(0x3000), 0xFEFF, 0xFFFE, 0xD800, 0x1F600]))
        + text[at + 1 :]
    )


def _swap(r: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    a, b = r.randrange(len(lines)), r.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return "".join(lines)


def _drop(r: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    del lines[r.randrange(len(lines))]
    return "".join(lines)


def _indent(r: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    at = r.randrange(len(lines))
    lines[at] = r.choice(["\t", " ", "    ", "- "]) + lines[at].lstrip()
    return "".join(lines)


def _value(r: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    at = r.randrange(len(lines))
    key, colon, _ = lines[at].partition(":")
    lines[at] = (
        key + colon + " " + r.choice(["", "[]", "{}", "x y", "[[a]]", "{a: {b: c}}", "null", "''", "[~]", "yes"]) + "\n"
    )
    return "".join(lines)


def _windows(r: random.Random, text: str) -> str:
    return text.replace("\n", r.choice(["\r\n", "\r"]))


MUTATIONS: tuple[Mutation, ...] = (_cut, _without, _insert, _byte, _swap, _drop, _indent, _value, _windows)


def inside(d: Diagnostic, reading: Reading[ArgumentMap] | Reading[Codebook]) -> bool:
    """Whether a problem stands at a place that an editor can show."""
    p = d.position
    if p is None or (p.line, p.column) > (p.end_line, p.end_column) or p.line < 1 or p.column < 1:
        return False
    text = reading.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    return p.end_line <= len(lines) and all(
        column <= len(lines[line - 1]) + 2 for line, column in ((p.line, p.column), (p.end_line, p.end_column))
    )


@pytest.mark.parametrize("seed", range(20))
def test_no_damage_to_a_file_stops_the_reader(seed: int) -> None:
    r = random.Random(seed)
    for _ in range(100):
        text = GOOD
        for _ in range(r.choice([1, 1, 1, 2, 5])):
            text = r.choice(MUTATIONS)(r, text) or "\n"
        reading = read_document(text, "m.yaml")
        assert (reading.document is None) == bool(reading.diagnostics), text
        assert [d for d in reading.diagnostics if not inside(d, reading) or d.file != "m.yaml"] == [], text
        assert [d for d in reading.diagnostics if "\n" in d.message or d.source != reading.line(d.position.line)] == []  # type: ignore[union-attr]


@pytest.mark.parametrize("seed", range(10))
def test_the_quick_walk_the_careful_walk_and_pyyaml_read_the_same_data(seed: int) -> None:
    r = random.Random(1000 + seed)
    compared = 0
    for _ in range(200):
        text = yaml_rules.cleaned(r.choice(MUTATIONS)(r, GOOD))
        raw = yaml_text.read(text)
        if raw.problems or raw.blank or raw.data is None:
            continue
        assert raw.data == yaml_tree.grow(text).data() == yaml.load(text, yaml.CBaseLoader)
        compared += 1
    assert compared > 50


def _places(data: Any, place: Where = ()) -> Iterator[Where]:
    if place:
        yield place
    if isinstance(data, dict | list):
        for key, item in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _places(item, (*place, key))


WRONG: tuple[Any, ...] = (
    *["x", "", " ", "X Y", "\x00", [], {}, [[]], [{}], ["x"], [[["x"]]], ["x", "y", "z"], {"": ""}, {"a": {}}],
    *[
        {"holds": {}},
        {"cause": [], "raises": []},
        {"premises": {}},
        {"actor": [], "role": {}, "toward": "x", "main": "no"},
    ],
)


@pytest.mark.parametrize("wrong", WRONG, ids=repr)
def test_no_value_anywhere_gives_a_message_that_is_not_ours(wrong: Any) -> None:
    good = yaml_text.read(GOOD).data
    for place in _places(good):
        data = deepcopy(good)
        inner = data
        for step in place[:-1]:
            inner = inner[step]
        inner[place[-1]] = wrong
        reading = read_document(json.dumps(data), "m.json")
        for d in reading.diagnostics:
            assert inside(d, reading)
            assert not re.search(r"[Ii]nput|should|validat|valid|pydantic", d.message), d
            assert d.help or "true or false" in d.message, d


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{", "- - "])
def test_brackets_by_the_thousand_are_refused_before_they_end_the_process(opening: str) -> None:
    *_, last = read_map("statements: " * (opening[0] in "[{") + opening * 100_000, "m.yaml").diagnostics
    assert last.code == "AM113"
    assert "40 deep" in last.message


def test_the_undamaged_map_is_read() -> None:
    assert read_map(GOOD, "m.yaml").diagnostics == ()
