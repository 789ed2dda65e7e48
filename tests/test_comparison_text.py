"""A comparison as text for a terminal and as Markdown."""

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap import ArgumentMap, Comparison
from argmap.comparison.records import Basis
from argmap.reporters import headline
from argmap.reporters.cited import because
from argmap.reporters.comparison_markdown import comparison_markdown
from argmap.reporters.comparison_text import comparison_text
from argmap.reporters.sections import Detail
from argmap.typesetting import display_width

Golden = Callable[[str, str], None]


DETAILS: tuple[Detail, ...] = ("brief", "normal", "full")
MILL_ROAD = Path(__file__).parent / "golden" / "mill-road"


@pytest.fixture(scope="module")
def mill_road() -> Comparison:
    return argmap.compare(MILL_ROAD / "ruiz.yaml", MILL_ROAD / "patel.yaml")


@pytest.mark.parametrize(("detail", "name"), [("brief", "-brief"), ("normal", ""), ("full", "-full")])
def test_the_mill_road_maps_read_as_they_should(
    mill_road: Comparison, golden: Golden, detail: Detail, name: str
) -> None:
    golden(f"mill-road/comparison{name}.txt", comparison_text(mill_road, detail=detail))
    golden(f"mill-road/comparison{name}.md", comparison_markdown(mill_road, detail=detail))


def test_less_detail_leaves_findings_whole_and_says_how_much_it_leaves_out() -> None:
    statements: dict[str, object] = {
        "t": {"type": "thesis", "text": "First.", "quote": "f", "says": {"holds": "p"}},
        **{f"s{i}": {"text": f"Text {i}.", "quote": "f", "says": {"holds": "p"}} for i in range(4)},
    }
    found = argmap.compare(a_map("a", statements, codebook=BOOK), a_map("b", statements, codebook=BOOK))
    brief, normal, full = (comparison_text(found, detail=d) for d in DETAILS)
    assert found.findings[0].sentence in brief
    assert "First." not in brief
    assert "• Text 0. “f” • and 3 more" in " ".join(normal.split())
    assert "more" not in full
    assert "Text 3." in full


def test_causes_put_first_and_shared_ones_are_quoted_before_others() -> None:
    def driven(*causes: tuple[str, bool]) -> dict[str, object]:
        says = [{"cause": cause, "raises": "custom", "main": main} for cause, main in causes]
        return {f"c{i}": {"text": f"By {s['cause']}.", "quote": "q", "says": s} for i, s in enumerate(says)}

    left = a_map("a", driven(("fog", False), ("rain", False), ("sun", True)))
    right = a_map("b", driven(("rain", True), ("sun", False)))
    text = comparison_text(argmap.compare(left, right))
    assert text.index("By sun.") < text.index("By rain.")
    assert "By fog." not in text


def test_who_else_is_reported_to_hold_a_point_is_said_at_every_detail() -> None:
    mine: dict[str, object] = {"t": {"type": "thesis", "text": "It rains.", "quote": "rain", "says": {"holds": "p"}}}
    told: dict[str, object] = {"r": {"text": "It rains, she says.", "voice": "Ann", "says": {"holds": "p"}}}
    found = argmap.compare(a_map("a", mine, codebook=BOOK), a_map("b", told, codebook=BOOK))
    for detail in ("normal", "full"):
        assert "reports it as the view of Ann" in comparison_text(found, detail=detail).replace("\n", " ")


@pytest.mark.parametrize("width", [40, 57, 80, 100])
def test_no_line_is_wider_than_asked(mill_road: Comparison, width: int) -> None:
    assert max(display_width(line) for line in comparison_text(mill_road, width=width).splitlines()) <= width


def test_less_than_forty_columns_are_not_tried(mill_road: Comparison) -> None:
    assert comparison_text(mill_road, width=3) == comparison_text(mill_road, width=40)


def test_colour_adds_nothing_but_colour(mill_road: Comparison) -> None:
    colored = comparison_text(mill_road, color=True)
    assert colored != comparison_text(mill_road)
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == comparison_text(mill_road)


def test_what_was_asked_for_comes_without_the_summary(mill_road: Comparison) -> None:
    council = replace(mill_road, findings=tuple(f for f in mill_road.findings if f.key == "council"))
    text = comparison_text(council, whole=False)
    assert "Agree above all" not in text
    assert text.splitlines()[:4] == [
        "Ruiz, “Build it”",
        "Patel, “No lane”",
        "",
        "Differ (1) " + "─" * 69,
    ]
    assert "## Differ (1)" in comparison_markdown(council, whole=False)
    assert "**Rests on:**" not in comparison_markdown(council, whole=False)


def test_the_summary_is_five_sentences_to_quote(mill_road: Comparison) -> None:
    assert [(line.lead, line.text) for line in headline.summary(mill_road)] == [
        (
            "",
            "Ruiz and Patel agree on 2 points (1 with a reservation) and differ on 2 (1 where they cannot both be"
            " right); 1 point is in one map only.",
        ),
        (
            "Agree above all",
            "Both explain custom in the shops by a bike lane (raises) and fewer parking spaces (lowers);"
            " Ruiz puts a bike lane first, Patel fewer parking spaces.",
        ),
        (
            "Differ above all",
            "Ruiz holds that the council should build the lane this year; Patel denies it.",
        ),
        ("In one map", "Ruiz has 1 point alone, “Fumes fall”. Patel has nothing coded alone."),
        (
            "Rests on",
            "codebook mill-road; 6 of 6 statements of Ruiz and 5 of 6 statements of Patel are coded;"
            " the others were not compared.",
        ),
    ]


def a_map(key: str, statements: dict[str, object], *, codebook: object = None, **fields: object) -> ArgumentMap:
    return ArgumentMap.model_validate({"id": key, "statements": statements, "codebook": codebook, **fields})


def coded(key: str, says: object, **fields: object) -> ArgumentMap:
    return a_map(key, {"t": {"type": "thesis", "text": f"So says {key}.", "quote": "so", "says": says}}, **fields)


BOOK = {"id": "b", "propositions": {"p": "Rain falls", "q": "Snow falls"}, "actors": {"ann": "Ann"}}


def test_maps_without_says_are_told_to_add_it() -> None:
    bare = a_map("bare", {"t": {"type": "thesis", "text": "One."}})
    found = argmap.compare(bare, coded("full", {"holds": "p"}, codebook=BOOK))
    assert [(line.lead, line.text) for line in headline.summary(found)] == [
        ("", "bare and full cannot be compared yet: no statement of bare is coded."),
        ("So far", "1 point of full is coded; `--detail full` has it."),
        (
            "Next",
            "Add `says:` to the statements that matter, for example `says: {holds: some-proposition}`, with the same"
            " key in both maps; see `argmap explain AM614`. Or let `argmap align suggest bare full` propose which"
            " statements say the same, without codes.",
        ),
        (
            "Rests on",
            "codebook b; 0 of 1 statements of bare and 1 of 1 statements of full are coded; the others were not"
            " compared.",
        ),
    ]


def test_a_map_of_which_nothing_is_coded_is_not_told_as_silent() -> None:
    found = argmap.compare(
        a_map("bare", {"t": {"type": "thesis", "text": "One."}}), coded("full", {"holds": "p"}, codebook=BOOK)
    )
    only = "Only full holds that rain falls; bare's map has nothing coded on it."
    for written in (comparison_text, comparison_markdown):
        assert only[:20] not in written(found)
        assert "In one map only" not in written(found)
        assert only[:20] in written(found, detail="full")
        assert only[:20] in written(found, whole=False)


def test_maps_that_share_no_codebook_are_told_what_to_do_next() -> None:
    other = {"id": "other", "propositions": {"p": "Rain falls"}}
    found = argmap.compare(coded("a", {"holds": "p"}, codebook=BOOK), coded("b", {"holds": "p"}, codebook=other))
    assert headline.next_step(found) == (
        "The maps share no key to be compared on. Give both the same codebook (`codebook: topic.codebook.yaml`) and "
        "use its keys under `says:` in both; `argmap new --codebook` writes one to start from."
    )


def test_two_maps_without_any_says_are_told_both() -> None:
    left, right = (a_map(key, {"t": {"type": "thesis", "text": "One."}}) for key in ("left", "right"))
    found = argmap.compare(left, right)
    assert [line.lead for line in headline.summary(found)] == ["", "Next", "Rests on"]
    text = comparison_text(found)
    assert "left and right cannot be compared yet: no statement of left and right is coded." in text
    assert headline.next_step(found).startswith("No statement of left and right is coded. Add `says:`")
    assert "- **Next:** Add" in comparison_markdown(found)


def test_names_wider_than_the_column_stand_on_a_line_of_their_own() -> None:
    long = {"article": {"short": "The Committee on the Condition of Mill Road"}, "codebook": BOOK}
    found = argmap.compare(coded("a", {"holds": "p"}, **long), coded("b", {"holds": "p"}, codebook=BOOK))
    lines = comparison_text(found).splitlines()
    i = lines.index("    The Committee on the Condition of Mill Road")
    assert lines[i + 1].strip() == "So says a. “so”"


def test_limits_and_reports_are_written_out() -> None:
    statements: dict[str, object] = {
        "t": {
            "type": "thesis",
            "text": "It rains.",
            "quote": "[sic] rain",
            "at": ["¶3", "¶4"],
            "says": {"holds": "p"},
            "certainty": "likely",
            "when": "2020",
            "where": "york",
            "if": ["c"],
        },
        "c": {"text": "Clouds come."},
    }
    reported: dict[str, object] = {
        "t": {"type": "thesis", "text": "It snows.", "quote": "snow", "says": {"holds": "q"}},
        "ann": {"text": "Ann helps.", "quote": "helps", "says": {"actor": "ann", "role": "ally"}},
        "r": {"text": "It will rain.", "voice": "ann", "says": {"holds": "p"}},
    }
    found = argmap.compare(a_map("a", statements, codebook=BOOK), a_map("b", reported, codebook=BOOK))
    text = comparison_text(found, detail="full")
    assert "It rains. “[sic] rain” ¶3, ¶4 (likely; if c; 2020; york)" in text
    assert "reports Ann: It will rain." in text


def test_causes_and_roles_are_shown_with_their_weights() -> None:
    book = {
        "id": "b",
        "actors": {"ann": "Ann", "bob": "Bob"},
        "factors": {"x": "Rain", "y": "Sun", "z": "Wind", "g": "Growth"},
    }
    causes = [{"cause": "x", "raises": "g", "main": True}, {"cause": ["y"], "lowers": "g"}]
    roles = [{"actor": "ann", "role": "ally", "toward": ["bob"]}, {"actor": "ann", "role": "leader"}]
    found = argmap.compare(coded("a", [*causes, *roles], codebook=book), coded("b", [*causes, *roles], codebook=book))
    text = comparison_text(found)
    assert "• puts first rain; also sun (lowers)" in text
    assert "• ally (toward Bob), leader" in text


def test_reasons_that_both_give_are_marked() -> None:
    statements: dict[str, object] = {
        "t": {"type": "thesis", "text": "Rain.", "quote": "r", "says": {"holds": "p"}, "because": ["s"]},
        "s": {"text": "Snow.", "quote": "s", "says": {"holds": "q"}},
    }
    found = argmap.compare(a_map("a", statements, codebook=BOOK), a_map("b", statements, codebook=BOOK))
    assert "• because: Snow (given by both)" in comparison_text(found, detail="full")


def test_a_map_against_itself_differs_nowhere() -> None:
    one = coded("a", {"holds": "p"}, codebook=BOOK)
    leads = [line.lead for line in headline.summary(argmap.compare(one, one))]
    assert leads == ["", "Agree above all", "In one map", "Rests on"]


def test_text_from_a_map_cannot_act_on_the_terminal() -> None:
    evil = coded("a", {"holds": "p"}, codebook=BOOK, title="Turned \u202eround\u2066")
    found = argmap.compare(evil, coded("b", {"holds": "p"}, codebook=BOOK))
    assert "Turned <U+202E>round<U+2066>" in comparison_text(found)
    assert r"Turned \<U+202E>round\<U+2066>" in comparison_markdown(found)


def test_markdown_takes_nothing_from_a_map_for_markup() -> None:
    evil = a_map(
        "a",
        {"t": {"type": "thesis", "text": "*a* | <b> _c_ `d` [e](f) #g", "quote": "q", "says": {"holds": "p"}}},
        codebook=BOOK,
    )
    text = comparison_markdown(argmap.compare(evil, coded("b", {"holds": "p"}, codebook=BOOK)))
    assert r"\*a\* \| \<b> \_c\_ \`d\` \[e\](f) #g “q”" in text


def test_undetermined_findings_have_a_section() -> None:
    torn = coded("a", [{"holds": "p"}, {"denies": "p"}], codebook=BOOK)
    found = argmap.compare(torn, coded("b", {"holds": "p"}, codebook=BOOK))
    assert "Undetermined (1) " in comparison_text(found)
    assert "; 1 point is undetermined." in headline.counted(found)


def test_sources_of_one_map_are_listed_under_its_name(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(MILL_ROAD, tmp_path / "maps"))
    patel = (folder / "patel.yaml").read_text("utf-8").replace("    sources: [survey-2024]\n", "")
    (folder / "patel.yaml").write_text(patel, encoding="utf-8")
    found = argmap.compare(folder / "ruiz.yaml", folder / "patel.yaml")
    assert comparison_text(found).endswith("\nOnly Ruiz: 1 source.\n")
    assert comparison_text(found, detail="full").endswith("\nOnly Ruiz: Mill Road Survey.\n")
    assert comparison_markdown(found).endswith("(AM601)\n")
    assert "\nOnly Ruiz: Mill Road Survey.\n" in comparison_markdown(found, detail="full")


def test_maps_without_codebook_are_compared_by_names_and_say_so() -> None:
    text = comparison_text(argmap.compare(coded("a", {"holds": "p"}), coded("b", {"denies": "p"})))
    assert "[equal names: p]" in text
    assert "equal names, no codebook; 1 of 1 statements of a and 1 of 1 statements of b are coded." in text.replace(
        "\n" + " " * 18, " "
    )


def test_an_alignment_is_named_as_the_basis() -> None:
    finding = argmap.compare(coded("a", {"holds": "p"}), coded("b", {"holds": "p"})).findings[0]
    aligned = replace(finding, basis=(Basis("alignment", "rows.tsv", "p"),), rule="held")
    assert because(aligned, "full") == "held [alignment rows.tsv: p]"
    assert because(aligned) == "the same answer; not both give reasons [alignment rows.tsv: p]"
    assert because(replace(finding, basis=(), rule="held"), "full") == "held"
    assert because(replace(finding, basis=())) == "the same answer; not both give reasons"


def test_maps_that_share_a_codebook_but_no_key_are_told_to_share_one() -> None:
    found = argmap.compare(coded("a", {"holds": "p"}, codebook=BOOK), coded("b", {"holds": "q"}, codebook=BOOK))
    assert headline.next_step(found) == (
        "The maps share the codebook b, but no key under `says:`. Where they speak of the same thing, code it with the "
        "same key in both."
    )


@pytest.mark.parametrize(("short", "verb"), [(None, "have"), ("The Board", "has")])
def test_verbs_agree_with_the_number_of_authors(short: str | None, verb: str) -> None:
    article = {"authors": ["Ann Lee", "Bo Dahl"], "short": short}
    two: dict[str, Any] = {"t": {"text": "One.", "says": {"holds": "p"}}, "u": {"text": "Two.", "says": {"holds": "q"}}}
    one = coded("a", {"holds": "p"}, codebook=BOOK, article=article)
    text = _in_one_map(argmap.compare(one, a_map("b", two, codebook=BOOK)))
    assert text == f"{short or 'Lee & Dahl'} {verb} nothing alone. b has 1 point alone, “Snow falls”."
    assert _in_one_map(argmap.compare(one, coded("b", {"holds": "p"}, codebook=BOOK))) == "Neither has a point alone."


def _in_one_map(c: Comparison) -> str:
    return next(line.text for line in headline.summary(c) if line.lead == "In one map")
