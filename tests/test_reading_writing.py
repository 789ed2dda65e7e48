"""What is written reads back as the same value, whatever the texts hold."""

import textwrap
import unicodedata
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats import read_codebook, read_map, write_codebook, write_map
from argmap.formats.scalars import scalar
from argmap.model import (
    CERTAINTIES,
    KINDS,
    TYPES,
    Actor,
    ArgumentMap,
    Article,
    CausalClaim,
    Codebook,
    Factor,
    PlaceName,
    Proposition,
    Reason,
    Role,
    RoleAttribution,
    Source,
    Stance,
    Statement,
    Via,
)

NASTY = [
    *["no", "Yes", "null", "Null", "~", "010", "0x1F", "1e3", "1_000", "12:30:45", "2023-01-01", ".5", ".inf", "true"],
    *[
        "-",
        "- a",
        "-1",
        "--- a",
        "...",
        "?",
        "? a",
        "a: b",
        "a:",
        ":a",
        "a #b",
        "#a",
        "a#b",
        "a, b",
        "[a]",
        "{a}",
        "a]",
    ],
    *[
        "}",
        "&a",
        "*a",
        "!a",
        "!!str a",
        "%a",
        "@a",
        "`a`",
        "|",
        ">",
        "'",
        "''",
        '"',
        '"a"',
        "it's",
        "a\\b",
        "<<",
        "=",
        "y",
    ],
    *[
        "a\nb",
        "a\n\nb",
        "a\tb",
        "a\r\nb",
        "a\u2028b",
        "a\x85b",
        "\ufeffa",
        "a\x00b",
        "\x1b[31m",
        "a\x7fb",
        "\ufffe",
        "a  b",
    ],
    *[
        "😀 yes",
        "¶15",
        "p. 3",
        "“a”",
        "日本 語",
        "é",
        "e\u0301",
        "\U0010ffff",
        "https://example.org/a?b=c#d",
        "a" * 300,
    ],
]

SLUGS = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3}){0,2}", fullmatch=True) | st.sampled_from(
    ["no", "null", "on", "1", "0x1"]
)
ANY_TEXTS = (
    st.sampled_from(NASTY) | st.text(min_size=1, max_size=40) | st.text("ab:#-,'\"[]{} \n?", min_size=1)
).filter(
    lambda text: text.strip(" \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000\u2000") != ""
)
TEXTS = ANY_TEXTS.filter(lambda text: not _has_controls(text))
MAYBE = st.none() | TEXTS


def _has_controls(text: str) -> bool:
    return any(unicodedata.category(c) == "Cc" and c not in "\t\n" for c in text)


def keyed(values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(SLUGS, values, max_size=3)


def several(values: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, min_size=least, max_size=4).map(tuple)


PLACES = st.sampled_from(["¶3", "¶3-5", "p. 12", "§2.1", " pp. 3–4 "])
TRUTHS = st.booleans()
STANCES = st.builds(lambda a, p: Stance(**{a: p}), st.sampled_from(["holds", "denies", "questions"]), SLUGS)
CAUSES = st.builds(
    lambda c, e, f, m: CausalClaim(cause=c, main=m, **{e: f}),
    several(SLUGS, 1),
    st.sampled_from(["raises", "lowers", "unrelated"]),
    SLUGS,
    TRUTHS,
)
ROLES = st.builds(RoleAttribution, actor=SLUGS, role=SLUGS, toward=several(SLUGS), main=TRUTHS)
SOURCES = st.builds(Source, authors=several(TEXTS), title=MAYBE, publisher=MAYBE, date=MAYBE, url=MAYBE, note=MAYBE)
STATEMENTS = st.builds(
    Statement,
    type=st.sampled_from(TYPES),
    label=MAYBE,
    text=TEXTS,
    quote=MAYBE,
    at=several(PLACES),
    via=st.none() | st.builds(Via, map=SLUGS, at=PLACES),
    says=several(STANCES | CAUSES | ROLES),
    because=several(st.builds(Reason, premises=several(SLUGS, 1), scheme=MAYBE, unless=several(SLUGS))),
    but=several(SLUGS),
    certainty=st.sampled_from(CERTAINTIES),
    if_=several(SLUGS),
    voice=TEXTS,
    sources=several(SLUGS),
    when=st.none() | st.sampled_from(["2023", "2023-08-18", "2017/2021", "2019/..", "../2020"]),
    where=MAYBE,
    note=MAYBE,
)
CODEBOOKS = st.builds(
    Codebook,
    id=SLUGS,
    title=MAYBE,
    actors=keyed(st.builds(Actor, name=TEXTS, aliases=several(TEXTS), question=MAYBE)),
    factors=keyed(st.builds(Factor, text=TEXTS, question=MAYBE)),
    propositions=keyed(
        st.builds(
            Proposition,
            text=TEXTS,
            kind=st.none() | st.sampled_from(KINDS),
            question=MAYBE,
            contrary=several(SLUGS),
            narrower=several(SLUGS),
        )
    ),
    sources=keyed(SOURCES),
    places=keyed(st.builds(PlaceName, name=MAYBE, aliases=several(TEXTS), within=st.none() | SLUGS)),
    roles=keyed(st.builds(Role, text=MAYBE, valence=st.sampled_from([-1, 0, 1]))),
    incompatible_roles=several(st.tuples(SLUGS, SLUGS)),
)
ARTICLES = st.builds(
    Article, authors=several(TEXTS), title=MAYBE, publisher=MAYBE, date=MAYBE, url=MAYBE, text=MAYBE, short=MAYBE
)
MAPS = st.builds(
    ArgumentMap,
    id=SLUGS,
    title=MAYBE,
    article=ARTICLES,
    codebook=st.none() | CODEBOOKS,
    coverage=st.sampled_from(["partial", "complete"]),
    sources=keyed(SOURCES),
    statements=keyed(STATEMENTS),
)


@settings(max_examples=150, deadline=None)
@given(MAPS)
def test_a_map_reads_back_as_it_was_written(m: ArgumentMap) -> None:
    text = write_map(m)
    reading = read_map(text, "m.yaml")
    assert reading.diagnostics == ()
    assert reading.document == m
    assert write_map(reading.unwrap()) == text


@settings(max_examples=100, deadline=None)
@given(CODEBOOKS)
def test_a_codebook_reads_back_as_it_was_written(c: Codebook) -> None:
    assert read_codebook(write_codebook(c), "c.yaml").unwrap() == c


@settings(max_examples=300, deadline=None)
@given(ANY_TEXTS)
def test_other_yaml_tools_read_a_text_as_the_same_text(text: str) -> None:
    assert yaml.load(f"a: {scalar(text)}\nb: [{scalar(text, flow=True)}]\n", yaml.CSafeLoader) == {
        "a": text,
        "b": [text],
    }


@pytest.mark.parametrize("text", [text for text in NASTY if not _has_controls(text)])
def test_each_text_that_yaml_bends_comes_back_straight(text: str) -> None:
    m = ArgumentMap(
        id="m", statements={"a": Statement(text=f"x{text}", note=text, where=text, says=Stance(holds="no"))}
    )
    assert read_map(write_map(m), "m.yaml").unwrap() == m


@pytest.mark.parametrize(
    ("text", "block", "flow"),
    [
        ("The window is narrow.", "The window is narrow.", "The window is narrow."),
        ("It holds, they say", "It holds, they say", "'It holds, they say'"),
        ("Why now?", "Why now?", "'Why now?'"),
        ("Now: or never", "'Now: or never'", "'Now: or never'"),
        ("https://example.org/a#b", "https://example.org/a#b", "'https://example.org/a#b'"),
        ("one #two", "'one #two'", "'one #two'"),
        ("no", "'no'", "'no'"),
        ("2023", "'2023'", "'2023'"),
        ("it's", "it's", "it's"),
        ("'quoted'", "'''quoted'''", "'''quoted'''"),
        ("two\nlines", '"two\\nlines"', '"two\\nlines"'),
        ("a\u2028b\x00", '"a\\u2028b\\x00"', '"a\\u2028b\\x00"'),
        ("😀 “yes”", "'😀 “yes”'", "'😀 “yes”'"),
        ("¶3", "¶3", "¶3"),
        ("-1 degree", "-1 degree", "-1 degree"),
        ("- item", "'- item'", "'- item'"),
        ("", "''", "''"),
    ],
)
def test_a_text_is_quoted_only_where_yaml_needs_it(text: str, block: str, flow: str) -> None:
    assert (scalar(text), scalar(text, flow=True)) == (block, flow)


def test_a_date_stays_bare_where_a_date_belongs() -> None:
    assert [scalar(text, typed=True) for text in ("2023", "2023-08-18", "true", "null")] == [
        "2023",
        "2023-08-18",
        "true",
        "'null'",
    ]


EVERYTHING = """\
argmap: 1
id: bus-lane
title: A lane for buses
article:
  authors: [Ada Lane, Bo Stop]
  title: 'Lanes: a plea'
  date: 2023-01-01
codebook:
  argmap-codebook: 1
  id: town
  actors:
    council: The council
    riders: {name: Riders, aliases: [passengers]}
  factors:
    delay: Buses are late
    cars: {text: Cars on the street, question: 'Why so many cars?'}
  propositions:
    lane: {text: A lane should be built, kind: policy, contrary: [no-lane]}
    no-lane: No lane should be built
  places:
    high-street: {aliases: [the street], within: centre}
  roles:
    payer: {text: pays, valence: -1}
    helper: helps
  incompatible-roles: [[ally, adversary]]
coverage: complete
sources:
  count: {authors: [C. Counter], title: A count, date: 2022}
statements:
  lane:
    type: thesis
    label: A bus lane
    text: High Street needs a bus lane.
    quote: needs a lane
    at: ¶1
    says: {holds: lane}
    because:
      - late
      - [street-wide, cars-few]
      - {premises: [red], scheme: practical-reasoning, unless: [cars-few]}
    but: [costs]
    if: [council-agrees]
    when: 2017/2021
  late:
    type: evidence
    text: Buses are late.
    at: [¶2, p. 3]
    says:
      - {cause: cars, raises: delay, main: true}
      - {cause: [cars, rain], raises: delay}
      - {actor: council, role: payer, toward: [riders]}
    because: [rain, [cars-few, red]]
    sources: [count]
"""


def test_a_map_is_written_in_the_order_of_the_format_and_in_short_forms() -> None:
    assert write_map(read_map(EVERYTHING, "m.yaml").unwrap()) == EVERYTHING


def test_the_codebook_of_a_map_can_stay_in_its_own_file() -> None:
    m = read_map(EVERYTHING, "m.yaml").unwrap()
    assert "\ncodebook: town.codebook.yaml\ncoverage: complete\n" in write_map(m, codebook="town.codebook.yaml")
    assert "codebook" not in write_map(ArgumentMap(id="m"), codebook="town.codebook.yaml")


def test_the_least_map_and_codebook_name_their_version() -> None:
    assert write_map(ArgumentMap(id="m")) == "argmap: 1\nid: m\nstatements: {}\n"
    assert write_codebook(Codebook(id="c")) == "argmap-codebook: 1\nid: c\n"


def test_a_list_that_is_long_stands_one_item_on_a_line() -> None:
    m = ArgumentMap(
        id="m", statements={"a": Statement(text="A.", but=tuple(f"objection-number-{i}" for i in range(7)))}
    )
    assert textwrap.dedent("""\
        but:
          - objection-number-0
          - objection-number-1
    """) in textwrap.dedent(write_map(m).split("text: A.\n")[1])


def test_what_is_written_out_though_it_is_the_default_is_written_again() -> None:
    text = "argmap: 1\nid: m\nstatements:\n  a:\n    text: A.\n    certainty: asserted\n    voice: author\n"
    assert write_map(read_map(text, "m.yaml").unwrap()) == text
