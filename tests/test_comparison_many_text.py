"""Three maps or more as text and Markdown: what divides them camp by camp, and fifty maps on a few pages."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from comparison_cases import a_map
from made_up_comparisons import KINDS, made_up_among, made_up_comparison, with_loci

import argmap
from argmap import Comparison
from argmap.comparison.comparing import compare
from argmap.comparison.figures import Metrics
from argmap.comparison.lexicon import Lexicon
from argmap.comparison.records import Finding
from argmap.model import ArgumentMap
from argmap.reporters import headline
from argmap.reporters.comparison_markdown import comparison_markdown
from argmap.reporters.comparison_text import comparison_text
from argmap.reporters.comparison_views_camps import in_short
from argmap.reporters.comparison_views_standing import company, tallies
from argmap.reporters.markdown_escape import escape
from argmap.reporters.sections import Detail, View, profile_of
from argmap.reporters.visible import visible
from argmap.typesetting import display_width

Golden = Callable[[str, str], None]
DETAILS: tuple[Detail, ...] = ("brief", "normal", "full")
VIEWS: tuple[View, ...] = ("findings", "matrix", "roles", "causes", "reasons", "metrics")
SCHOOL = Path(__file__).parent / "golden" / "later-school"


@pytest.fixture(scope="module")
def four() -> Comparison:
    return argmap.compare(*(SCHOOL / f"{name}.yaml" for name in ("okafor", "brandt", "ito", "quist")))


@pytest.mark.parametrize(("detail", "name"), [("brief", "-brief"), ("normal", ""), ("full", "-full")])
def test_four_maps_read_as_they_should(four: Comparison, golden: Golden, detail: Detail, name: str) -> None:
    golden(f"later-school/comparison{name}.txt", comparison_text(four, detail=detail))
    golden(f"later-school/comparison{name}.md", comparison_markdown(four, detail=detail))


def test_the_summary_of_many_says_what_is_shared_and_who_stands_where(four: Comparison) -> None:
    assert [(line.lead, line.text) for line in headline.summary(replace(four, metrics=None))] == [
        (
            "",
            "4 maps speak of 10 points: 7 in several (2 in all 4) and 3 in one map only. What several share: 2 split"
            " (not all can be right), 2 diverse, 1 consensus of all, 1 common to some and 1 undetermined.",
        ),
        (
            "Differ above all",
            "Okafor holds that lessons should begin at nine; Brandt & Sato and Quist deny it; 伊藤健二 leaves it open.",
        ),
        ("Agree above all", "All four hold that pupils are tired in the first lesson."),
        ("Stand together", "Brandt & Sato and Quist, on 2 of 2 contested points that both speak on."),
        ("Closest", "Brandt & Sato and Quist, who agree on every shared point (3)."),
        ("Farthest apart", "Brandt & Sato and 伊藤健二, who agree on 1 and differ on 3 of 4 shared points."),
        (
            "Rests on",
            "codebook later-school; 8 of 8 statements of Okafor, 7 of 9 statements of Brandt & Sato, 6 of 6 statements"
            " of 伊藤健二 and 6 of 6 statements of Quist are coded; the others were not compared.",
        ),
    ]


def test_figures_do_not_stand_beside_counts_of_something_else(four: Comparison) -> None:
    figures = replace(four, metrics=Metrics({}, {}, "ito"))
    assert headline.summary(figures) == headline.summary(replace(four, metrics=None))


def test_above_all_is_a_clash_on_a_thesis_before_a_difference_on_which_more_maps_speak() -> None:
    said = (("a", "holds: p", "ally"), ("b", "denies: p", "partner"), ("c", "holds: q", "leader"))
    c = compare(
        [
            a_map(n, f"{{t: {{type: thesis, says: {{{s}}}}}, r: {{says: {{actor: council, role: {role}}}}}}}")
            for n, s, role in said
        ]
    )
    assert {f.key: f.group for f in c.findings if f.group != "one-sided"} == {"p": "conflict", "council": "diverge"}
    told = {line.lead: line.text for line in headline.summary(c)}
    assert told["Differ above all"].startswith("a holds that the lane pays; b denies it")


def test_two_maps_that_agree_on_each_shared_point_are_counted_in_the_order_given(four: Comparison) -> None:
    found = {pair: (t.agree, t.differ) for pair, t in tallies(four).items()}
    assert found["okafor", "brandt"] == (2, 3)
    assert found["brandt", "quist"] == (3, 0)
    assert list(found) == [(a.id, b.id) for i, a in enumerate(four.maps) for b in four.maps[i + 1 :]]


def test_camps_recur_only_where_maps_stand_together_twice_and_mostly() -> None:
    c = many(6, ["p", "q", "r"], [("abc", "def"), ("abd", "cef"), ("ab", "cdef")])
    assert [(one.maps, one.together, one.points) for one in company(c)] == [
        (("a", "b"), 3, 3),
        (("e", "f"), 3, 3),
        (("c", "e", "f"), 2, 3),
    ]


def many(maps: int, keys: Sequence[str], camps: Sequence[tuple[str, str]]) -> Comparison:
    """Maps called a, b, c …; per key those of the first camp hold it, those of the second deny it."""
    names = "abcdefghijklmnopqrstuvwxyz"[:maps]
    return compare([_of(name, keys, camps) for name in names])


def _of(name: str, keys: Sequence[str], camps: Sequence[tuple[str, str]]) -> ArgumentMap:
    stances = {
        f"s-{key}": {"text": f"{name} on {key}.", "quote": key, "says": {"holds" if name in hold else "denies": key}}
        for key, (hold, deny) in zip(keys, camps, strict=True)
        if name in hold + deny
    }
    return a_map(name, stances)


def test_a_camp_of_many_is_counted_named_in_part_and_quoted_once() -> None:
    text = comparison_text(many(10, ["p"], [("abcdefg", "hij")]), width=100)
    assert "    hold (7)  a, b and 5 others · a: “p”" in text
    assert "    deny (3)  h, i and j · h: “p”" in text


def test_of_many_maps_the_points_that_divide_most_come_first_and_the_rest_is_counted() -> None:
    keys = [f"p-{i}" for i in range(12)]
    splits = [("abcdefghij"[: i // 2 + 1], "abcdefghij"[i // 2 + 1 :]) for i in range(12)]
    c = many(10, keys, splits)
    text = comparison_text(c)
    assert "! P 8" not in text
    shown = [line for line in text.splitlines() if line.startswith("! ") and ":" not in line and "two maps" not in line]
    assert shown == ["! p 10", "! p 8", "! p 9"]
    assert "! p 0: 9 deny it, 1 holds it" in text
    assert "and 4 more (--only split)" in text
    asked = comparison_text(replace(c, findings=c.findings), whole=False)
    assert "--only" not in asked
    assert sum(line.startswith("! p ") for line in asked.splitlines()) == 12


def test_points_that_some_share_stand_under_their_names() -> None:
    text = comparison_text(many(4, ["p", "q", "r"], [("ab", ""), ("cd", ""), ("", "ab")]))
    assert (
        "a and b (2)\n\n= The lane pays\n= Buses run on time (all deny it)\n\nc and d (1)\n\n= The street is quiet"
        in text
    )


def test_fifty_maps_stay_readable() -> None:
    chance = random.Random(3)
    c = compare([_townsman(i, chance) for i in range(50)])
    lines = comparison_text(c).splitlines()
    assert len(lines) <= 120
    assert lines[0].startswith("50 maps: ")
    assert lines[-1] == "Further: --view matrix, roles, causes or reasons; --only contested; --about KEY."
    assert (
        len(comparison_text(made_up_among(50, 60, kind="short")).splitlines()) <= 180
    )  # long names, and far more camps


def _townsman(i: int, chance: random.Random) -> ArgumentMap:
    """A map with some thirty of sixty propositions, and both actors cast."""
    statements: dict[str, object] = {}
    for j in range(60):
        if chance.random() < 0.5 and (j < 40 or j == i + 10):
            held = (
                "holds" if j % 3 or chance.random() < (0.9, 0.2, 0.4)[i % 3] else chance.choice(("denies", "questions"))
            )
            statements[f"s{j}"] = {"text": f"So says {i} of {j}.", "quote": "so it is", "says": {held: f"point-{j}"}}
    for actor in ("council", "shops"):
        says = {"actor": actor, "role": chance.choice(("ally", "partner", "adversary", "bystander"))}
        statements[actor] = {"quote": "its part", "says": says}
    return a_map(f"map-{i:02}", statements, article={"short": f"Townsman {i}"})


def test_who_has_a_point_alone_is_counted_by_map(four: Comparison) -> None:
    text = comparison_text(four)
    assert "Okafor         1, “Marks would rise”" in text
    assert "Only Okafor holds that marks would rise" not in text
    assert "Only Okafor holds that marks would rise" in comparison_text(four, detail="full")
    alone = replace(four, findings=tuple(f for f in four.findings if f.category == "only-one"))
    assert "Only Okafor holds that marks would rise" in comparison_text(alone, whole=False)


def test_maps_that_share_nothing_are_told_so() -> None:
    c = compare([a_map(name, {"t": {"type": "thesis", "says": {"holds": key}}}) for name, key in ("ap", "bq", "cr")])
    assert [line.lead for line in headline.summary(c)] == ["", "Next", "Rests on"]
    assert headline.next_step(c).endswith("code it with the same key in all.")
    assert headline.counted(c) == "3 maps speak of 3 points: none in several and 3 in one map only."


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("maps", [2, 3, 9, 30])
@pytest.mark.parametrize("kind", KINDS)
def test_every_sentence_occurs_in_full_detail(maps: int, seed: int, kind: str) -> None:
    c = _made_up(maps, 12, seed, kind)
    text = "".join(comparison_text(c, detail="full", width=90).split())
    markdown = comparison_markdown(c, detail="full")
    for f in c.findings:
        if (f.unit, f.group) != ("evidence", "one-sided"):  # these are named by their titles
            assert "".join(visible(f.sentence).split()) in text
            assert escape(f.sentence) in markdown


def _made_up(maps: int, size: int, seed: int, kind: str) -> Comparison:
    return with_loci(
        made_up_comparison(size, seed, kind=kind) if maps == 2 else made_up_among(maps, size, seed, kind=kind)
    )


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("maps", [2, 3, 5, 26])
def test_no_view_is_wider_than_asked_whatever_it_shows(maps: int, view: View) -> None:
    papers: list[tuple[int, Detail]] = [(40, "normal"), (60, "brief"), (80, "full"), (120, "normal")]
    for seed, (width, detail) in enumerate(papers):
        c = _made_up(maps, 15, seed, "mixed")
        for whole in (True, False):
            text = comparison_text(c, width=width, detail=detail, view=view, whole=whole)
            assert max(map(display_width, text.splitlines())) <= width
            assert not any(line != line.rstrip() for line in text.splitlines())
            assert "\n\n\n" not in text


@pytest.mark.parametrize("view", VIEWS)
def test_colour_says_nothing_and_markdown_holds_its_tables_together(view: View) -> None:
    for maps in (2, 4, 26):
        c = _made_up(maps, 15, 1, "hostile")
        plain = comparison_text(c, view=view)
        colored = comparison_text(c, view=view, color=True)
        assert _without_colour(colored) == plain
        for before, line in pairwise(comparison_markdown(c, view=view).splitlines()):
            if line.startswith("|") and before.startswith("|"):
                assert _cells(line) == _cells(before)


def _without_colour(text: str) -> str:
    out, i = [], 0
    while i < len(text):
        if text[i] == "\x1b":
            i = text.index("m", i)
        else:
            out.append(text[i])
        i += 1
    return "".join(out)


def _cells(line: str) -> int:
    return line.replace(r"\|", "").count("|")


def test_the_profile_of_two_maps_is_what_their_group_comes_to(four: Comparison) -> None:
    two = argmap.compare(SCHOOL / "okafor.yaml", SCHOOL / "brandt.yaml")
    assert {profile_of(f) for f in two.findings if f.group == "conflict"} == {"split"}
    assert {profile_of(f) for f in two.findings if f.group == "agree"} == {"consensus"}
    assert all(profile_of(f) == f.category for f in four.findings)


def test_a_point_in_a_line_counts_the_maps_of_each_position(four: Comparison) -> None:
    lexicon = Lexicon(four)
    assert in_short(_finding(four, "stance:nine"), lexicon) == (
        "Lessons should begin at nine: 2 deny it, 1 holds it, 1 leaves it open"
    )
    assert in_short(_finding(four, "role:school"), lexicon) == "the school: 2 as ally, 1 as adversary"


def _finding(c: Comparison, id_: str) -> Finding:
    return next(f for f in c.findings if f.id == id_)


def test_smaller_camps_of_many_maps_are_counted() -> None:
    causes = ["c", "d", "x", "e2", "e3", "e4"]
    maps = [a_map(f"m{i}", {"t": {"says": {"cause": causes[i % 6], "raises": "e"}}}) for i in range(13)]
    c = compare(maps)
    text = comparison_text(c)
    assert "    3 maps     a lane\n" in text
    assert "    m1 and m7  fewer spaces\n" in text
    assert "    others     3 smaller camps, 6 maps\n" in text
    assert in_short(c.findings[0], Lexicon(c)) == (
        "Custom: 3 by a lane, 2 by fewer spaces, 2 by rain, 6 in 3 smaller camps"
    )


def test_linked_propositions_are_told_in_their_sentence() -> None:
    book = {"id": "b", "propositions": {"p": {"text": "It rains", "contrary": ["q"]}, "q": "It is dry"}}
    maps = [a_map(name, {"t": {"quote": key, "says": {"holds": key}}}, book=book) for name, key in ("ap", "bq", "cq")]
    c = compare(maps)
    (f,) = (f for f in c.findings if "~" in f.key)
    text = comparison_text(c)
    assert f"! {f.sentence}" in " ".join(text.split())
    assert "    b and c  b: “q”\n    a        “p”\n" in text
    assert in_short(f, Lexicon(c)) == "It rains / It is dry: 2 and 1 maps in 2 camps"


def test_a_side_that_shows_no_statement_breaks_nothing(four: Comparison) -> None:
    bare = tuple(
        replace(f, sides={m: replace(side, statements=()) for m, side in f.sides.items()}) for f in four.findings
    )
    text = comparison_text(replace(four, findings=bare))
    assert "    deny (2)     Brandt & Sato and Quist\n" in text
    assert "“" not in text.partition("Split (")[2].partition("In one map")[0]


def test_points_no_two_maps_share_bring_no_tally() -> None:
    c = compare([a_map(n, {"t": {"says": [{"holds": "p"}, {"denies": "p"}]}}) for n in "abc"])
    assert [line.lead for line in headline.summary(c)] == ["", "Rests on"]
