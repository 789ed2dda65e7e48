"""The slope of roles: who is cast as what at either end, and whose line falls."""

from pathlib import Path

import pytest
from comparison_cases import two
from made_up_comparisons import KINDS, made_up_comparison
from pictures import narrow_font
from table_drawings import spoken, written
from wired_drawings import wired

import argmap
from argmap.comparison import Comparison, compare
from argmap.diagram.role_slope import Slope, role_slope
from argmap.errors import DrawingFailed
from argmap.languages import ENGLISH, LANGUAGES
from argmap.layout.slope import Slot, slots
from argmap.renderers.figures.slope_sheet import draw_slope
from argmap.renderers.look import ViewOptions, look
from argmap.renderers.picture import Picture

NORTHEAST_ASIA = Path(__file__).parents[1] / "maps" / "northeast-asia"


@pytest.fixture(scope="module")
def shipped() -> Comparison:
    return argmap.compare(NORTHEAST_ASIA / "koga-2023.yaml", NORTHEAST_ASIA / "rsis-2023.yaml")


def draw(c: Comparison, *about: str, **options: str) -> Picture:
    (only,) = draw_slope(c, look(**{"paper": "a4", **options}), ViewOptions(frozenset(about)))
    return only


def cast(*roles: str) -> Slope:
    """The slope of two maps; each role is given as ``A council=ally``."""
    said: dict[str, list[str]] = {"A": [], "B": []}
    for each in roles:
        who, _, rest = each.partition(" ")
        said[who].append(rest)
    left, right = (
        "\n".join(
            f"s{i}: {{says: {{actor: {actor}, role: {role}}}}}" for i, (actor, role) in enumerate(map(_parts, said[m]))
        )
        for m in "AB"
    )
    c = compare(two(left, right), metrics=False)
    return role_slope(c, c.findings, ENGLISH)


def _parts(text: str) -> tuple[str, str]:
    actor, _, rest = text.partition("=")
    return actor, rest


def test_a_part_says_toward_whom_it_is_played(shipped: Comparison) -> None:
    russia = next(actor for actor in role_slope(shipped, shipped.findings, ENGLISH).actors if actor.name == "Russia")
    assert [seat.toward for seat in russia.seats if seat] == ["toward North Korea", "toward China and North Korea"]
    assert written((draw(shipped),)).count("toward North Korea") >= 1


def test_a_slide_counts_further_parts(shipped: Comparison) -> None:
    china = next(a for a in role_slope(shipped, shipped.findings, ENGLISH, brief=True).actors if a.name == "China")
    assert [seat.toward for seat in china.seats if seat] == ["+ 5 more", "toward Japan and South Korea · + 5 more"]


def test_china_falls_from_intermediary_to_adversary(shipped: Comparison) -> None:
    slope = role_slope(shipped, shipped.findings, ENGLISH)
    china = next(actor for actor in slope.actors if actor.name == "China")
    left, right = china.seats
    assert left is not None
    assert right is not None
    assert (left.role, right.role, china.moves) == ("intermediary", "adversary", True)
    assert left.also == "also interlocutor, patron, rival, spoiler (possible) and hedger"
    assert slope.title == next(f.sentence for f in shipped.findings if f.id == "role:china")
    assert [actor.name for actor in slope.actors if actor.moves] == ["China"]


def test_roles_run_from_friendly_to_hostile_in_the_order_of_the_codebook(shipped: Comparison) -> None:
    bands = role_slope(shipped, shipped.findings, ENGLISH).bands
    assert [band.role for band in bands] == ["ally", "partner", "intermediary", "adversary"]
    assert [band.valence for band in bands] == [1, 1, 1, -1]


def test_who_is_in_one_map_only_has_words_in_place_of_a_line(shipped: Comparison) -> None:
    asean = next(a for a in role_slope(shipped, shipped.findings, ENGLISH).actors if a.name == "ASEAN")
    assert (asean.seats[1], asean.absent, asean.moves) == (None, "nothing coded in B’s map", False)


def test_where_no_role_is_main_an_actor_stands_at_one_that_both_give() -> None:
    slope = cast("A council=leader", "A council=ally", "B council=ally", "B council=spoiler")
    (council,) = slope.actors
    assert [seat.role for seat in council.seats if seat] == ["ally", "ally"]
    assert not council.moves
    assert slope.title == "A and B cast the actors both speak of alike"


def test_maps_that_cast_nobody_in_common_have_no_slope(shipped: Comparison) -> None:
    with pytest.raises(DrawingFailed, match="no actor has a part in both maps"):
        cast("A council=ally", "B shops=ally")
    with pytest.raises(DrawingFailed, match="among those asked for"):
        draw(shipped, "stance:jck-matters")


def test_rows_are_level_where_both_ends_agree() -> None:
    seats = [("ally", "rival"), ("ally", "ally"), (None, "rival"), ("rival", "ally")]
    assert slots(["ally", "rival"], seats) == (
        (Slot(1, 1), Slot(0, 3)),
        (Slot(3, 0), Slot(None, 2)),
    )


@pytest.mark.parametrize("paper", ["a4", "slide", "a4-portrait", "a3", "fit"])
def test_labels_and_roles_keep_clear_of_each_other_and_of_the_lines(shipped: Comparison, paper: str) -> None:
    assert wired(draw(shipped, paper=paper, format="dot")).faults(paper) == []


@pytest.mark.parametrize("kind", KINDS)
def test_any_text_is_drawn_clear_of_the_lines(kind: str) -> None:
    assert wired(draw(made_up_comparison(14, 2, kind=kind), format="dot")).faults("a4") == []


def test_the_same_part_is_level_solid_and_thin_and_another_dashed_and_thick(shipped: Comparison) -> None:
    only = draw(shipped, format="dot", theme="print")
    lines = [points for tail, head, points in wired(only).drawn.lines if tail != head]  # the others are dots
    level = [points for points in lines if abs(points[0][1] - points[-1][1]) < 0.01]
    assert (len(lines), len(level)) == (6, 5)
    text = only.data.decode()
    assert (text.count("style=solid"), text.count("arrowhead=dot"), text.count("arrowhead=odot")) == (16, 10, 1)
    assert (text.count("style=dashed"), text.count("penwidth=3.2")) == (1, 1)


def test_the_other_order_of_maps_mirrors_the_chart(shipped: Comparison) -> None:
    other = argmap.compare(NORTHEAST_ASIA / "rsis-2023.yaml", NORTHEAST_ASIA / "koga-2023.yaml")
    one, two_ = (role_slope(c, c.findings, ENGLISH) for c in (shipped, other))
    assert {a.name: a.seats for a in one.actors} == {a.name: a.seats[::-1] for a in two_.actors}
    assert one.bands == two_.bands


@pytest.mark.parametrize("paper", ["a4", "slide", "letter"])
def test_type_is_large_enough(shipped: Comparison, paper: str) -> None:
    only = draw(shipped, paper=paper)
    readable = only.body_pt >= {"slide": 12}.get(paper, 8)
    assert readable or not narrow_font()  # set wide, a slide may be too low for six actors; then that is said
    assert [d.code for d in only.diagnostics] == ([] if readable else ["AM901"])


def test_many_actors_make_small_type_and_that_is_said() -> None:
    only = draw(made_up_comparison(300, 1, kind="short"))
    (told,) = [d for d in only.diagnostics if d.code == "AM901"]
    assert told.help == "try --paper fit, or fewer actors with --about"
    (told,) = [d for d in draw(made_up_comparison(60, 1, kind="short"), paper="slide").diagnostics if d.code == "AM901"]
    assert told.help is not None
    assert told.help.startswith("try fewer actors with --about, or for print --paper ")


def test_the_marks_in_use_are_explained_and_no_others(shipped: Comparison) -> None:
    text = written((draw(shipped),))
    for said in ("solid level line", "thick dashed line", "ring: only one map casts it", "friendly (rounded)"):
        assert said in text
    assert "neither (square)" not in text
    alone = written((draw(shipped, "role:china"),))
    assert "solid level line" not in alone
    assert "spoiler (possible)" in alone


def test_every_actor_is_a_sentence_for_those_who_hear_it(shipped: Comparison) -> None:
    said = spoken((draw(shipped),))
    for f in shipped.findings:
        if f.unit == "role":
            assert said.count(f.sentence) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_fixed_words_come_in_every_language(shipped: Comparison, language: str) -> None:
    assert wired(draw(shipped, language=language, format="dot")).faults("a4") == []


def test_the_same_comparison_is_the_same_bytes(shipped: Comparison) -> None:
    assert draw(shipped).data == draw(shipped).data
