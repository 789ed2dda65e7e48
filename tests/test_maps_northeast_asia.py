"""The handout on the shipped maps says what comparing them gives: ids, categories, paragraphs, sentences and counts."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from northeast_asia_variants import FOLDER, VARIANTS, koga_and_rsis

import argmap
from argmap.comparison import Comparison, Finding
from argmap.graph import edges
from argmap.model import ArgumentMap, CausalClaim, Stance, parse_place

PAGE = (Path(__file__).parents[1] / "docs" / "maps" / "northeast-asia.md").read_text(encoding="utf-8")
KOGA, RSIS = "koga-2023", "rsis-2023"
MAPS = (KOGA, RSIS, "beijing-2023", "camp-david-2023")

Row = list[str]


@cache
def the_map(name: str) -> ArgumentMap:
    return argmap.load(FOLDER / f"{name}.yaml")


@cache
def comparison(*names: str) -> Comparison:
    return argmap.compare(*map(the_map, names))


def found(*names: str) -> dict[str, Finding]:
    return {f.id: f for f in comparison(*names).findings}


def table(heading: str) -> list[Row]:
    """The rows of the first table below a heading of the page."""
    below = PAGE.partition(f"\n{heading}\n")[2]
    lines = re.search(r"(?:^\|.*\n)+", below, flags=re.MULTILINE)
    assert lines is not None, heading
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[0].splitlines()[2:]]


def paragraphs_in(text: str) -> set[int]:
    return {int(number) for number in re.findall(r"¶(\d+)", text)}


def paragraphs_of(map_name: str, statements: set[str]) -> set[int]:
    the = the_map(map_name).statements
    return {n for key in statements for at in the[key].at for n in parse_place(at).paragraphs}


TEN = table("## Ten findings")
OTHERWISE = table("## If it were coded otherwise")
FOUR = table("## Four maps")
SECTIONS = {
    int(number): (title, body)
    for number, title, body in re.findall(r"^### (\d+)\. (.+?)\n(.*?)(?=^##)", PAGE, flags=re.MULTILINE | re.DOTALL)
}


def test_there_are_ten_findings_with_a_section_each() -> None:
    assert [row[0] for row in TEN] == [str(n) for n in range(1, 11)]
    assert list(SECTIONS) == list(range(1, 11))


@pytest.mark.parametrize("row", TEN, ids=[row[0] for row in TEN])
def test_a_finding_of_the_handout_has_its_category_and_its_paragraphs(row: Row) -> None:
    _, key, category, *cells = row
    finding = found(KOGA, RSIS)[key.strip("`")]
    assert category == f"{finding.symbol} `{finding.category}`"
    for name, cell in zip((KOGA, RSIS), cells, strict=True):
        side = finding.sides[name]
        shown = side.statements or side.reported
        assert cell.startswith("reports it") is (side.position is None)
        assert paragraphs_in(cell) == paragraphs_of(name, {s.id for s in shown})


HEADINGS = {
    "agree": "under Agree",
    "agree-but": "under Agree",
    "diverge": "under Differ",
    "conflict": "under Differ",
    "one-sided": "in one map only",
}


@pytest.mark.parametrize("number", SECTIONS)
def test_a_section_quotes_the_sentence_of_its_finding_and_says_where_it_stands(number: int) -> None:
    _, body = SECTIONS[number]
    finding = found(KOGA, RSIS)[TEN[number - 1][1].strip("`")]
    assert re.findall(r"^> (.+)$", body, flags=re.MULTILINE) == [finding.sentence]
    place = "among the sources" if finding.unit == "evidence" else HEADINGS[finding.group]
    assert body.strip().splitlines()[0].startswith(f"`{finding.id}`, {place}")


@pytest.mark.parametrize("name", [KOGA, RSIS])
@pytest.mark.parametrize("number", SECTIONS)
def test_what_a_section_gives_a_side_stands_in_statements_of_the_finding_or_next_to_them(
    number: int, name: str
) -> None:
    """Next to them: at most two relations below, or one above. Places of other findings a section names count, too."""
    who = {KOGA: "Koga", RSIS: "Roy-Chaudhury & Ho"}[name]
    said = re.search(rf"^\* \*\*{who}:\*\*(.*?)(?=^\* \*\*)", SECTIONS[number][1], flags=re.MULTILINE | re.DOTALL)
    assert said is not None
    sides = [f.sides[name] for key, f in found(KOGA, RSIS).items() if f"`{key}`" in SECTIONS[number][1]]
    named = {s.id for side in sides for s in side.statements or side.reported}
    for _ in range(2):
        named |= {e.lower for e in edges(the_map(name)) if e.upper in named}
    named |= {e.upper for e in edges(the_map(name)) if e.lower in named}
    assert paragraphs_in(said[1])
    assert paragraphs_in(said[1]) <= paragraphs_of(name, named)


def test_a_section_names_every_other_coding_that_was_tried_for_it() -> None:
    for number, (_, body) in SECTIONS.items():
        named = set(re.findall(r"\b\d+[a-f]\b", body.partition("**Would change it:**")[2].partition("\n")[0]))
        assert named == {row[0] for row in OTHERWISE if row[0][:-1] == str(number)}, number


def test_every_other_coding_of_the_handout_is_tried() -> None:
    assert [row[0] for row in OTHERWISE] == list(VARIANTS)


@pytest.mark.parametrize("row", OTHERWISE, ids=[row[0] for row in OTHERWISE])
def test_another_coding_has_the_effect_the_handout_says(row: Row) -> None:
    label, _, _, key, becomes = row
    key = key.strip("`")
    assert key == TEN[int(label[:-1]) - 1][1].strip("`")
    changed = {f.id: f for f in argmap.compare(*koga_and_rsis(*VARIANTS[label])).findings}[key]
    before = found(KOGA, RSIS)[key].category
    assert changed.category == (before if becomes == "stays" else becomes.strip("`"))
    assert becomes == "stays" or changed.category != before


def test_a_change_of_leaders_left_uncoded_only_makes_the_difference_of_reasons_provisional() -> None:
    changed = {f.id: f for f in argmap.compare(*koga_and_rsis(*VARIANTS["7a"])).findings}["stance:politics-risk"]
    assert "provisional" in changed.flags
    assert "provisional" not in found(KOGA, RSIS)["stance:politics-risk"].flags
    assert "emphasis" in found(KOGA, RSIS)["stance:politics-risk"].flags


def test_the_only_conflict_lies_in_the_weighing_of_a_shared_premise() -> None:
    conflicts = [f for f in comparison(KOGA, RSIS).findings if f.group == "conflict"]
    assert [f.id for f in conflicts] == ["stance:history-overcome"]
    locus = conflicts[0].locus
    assert locus is not None
    assert (locus.all[0], locus.weighed) == ("weighing", ("holds:history-downplayed",))
    shared = found(KOGA, RSIS)["stance:history-downplayed"]
    assert (shared.category, "certainty" in shared.flags) == ("agree-different-strength", True)


def test_what_else_the_sections_claim_of_the_comparison_holds() -> None:
    pair = found(KOGA, RSIS)
    assert set(pair["stance:trilateral-beyond-korea"].shared) == {
        "holds:camp-david-economic",
        "holds:purpose-regional",
        "holds:trilateral-concerns-china",
    }
    assert pair["evidence:camp-david-commitment"].category == "evidence-some-shared-use"
    assert pair["evidence:camp-david-commitment"].shared == ("holds:consult-pledge",)
    assert {pair[f"stance:{p}"].group for p in ("jck-matters", "tokyo-seoul-ready")} == {"agree"}
    assert "reported" in pair["stance:revive-jck-summit"].flags
    assert "stance:trilateral-contains-china" not in pair  # only reported, so nobody's view


def test_the_counts_on_the_page_are_those_of_the_comparison() -> None:
    counts = Counter(f.group for f in comparison(KOGA, RSIS).findings if f.unit != "evidence")
    agree, reserved = counts["agree"] + counts["agree-but"], counts["agree-but"]
    differ = counts["diverge"] + counts["conflict"]
    sentence = (
        f"finds {agree + differ} points on which both speak: they agree on {agree}, {reserved} of these with a "
        f"reservation, and differ on {differ}; {counts['one-sided']} points are in one map only."
    )
    assert sentence in " ".join(PAGE.split())


@pytest.mark.parametrize("name", MAPS)
def test_the_page_counts_the_statements_of_each_map(name: str) -> None:
    statements = the_map(name).statements.values()
    coded = sum(bool(s.says) for s in statements)
    assert f"| `maps/northeast-asia/{name}.yaml` | {len(statements)} statements, {coded} of them coded" in PAGE


def test_the_page_counts_the_entries_of_both_articles() -> None:
    assert f"With the second round they hold {_entries(KOGA)} and {_entries(RSIS)}." in PAGE


def _entries(name: str) -> int:
    own = [says for s in the_map(name).statements.values() if s.by_author for says in s.says]
    stances = {(s.attitude, s.proposition) for s in own if isinstance(s, Stance)}
    causes = {(c, s.effect, s.factor) for s in own if isinstance(s, CausalClaim) for c in s.cause}
    roles = {(s.actor, s.role) for s in own if not isinstance(s, Stance | CausalClaim)}
    return len(stances) + len(causes) + len(roles)


@pytest.mark.parametrize("row", FOUR, ids=[row[0].strip("`") for row in FOUR])
def test_the_table_of_four_maps_is_what_comparing_them_gives(row: Row) -> None:
    key, profile, *cells = (cell.strip("`") for cell in row)
    finding = found(*MAPS)[key]
    assert profile == finding.category
    for name, cell in zip(MAPS, cells, strict=True):
        side = finding.sides[name]
        assert (cell in {"–", "reports it"}) is (side.position is None), name
        assert (cell == "reports it") is (side.position is None and bool(side.reported)), name
        if isinstance(side.position, str):
            assert cell == side.position
        elif finding.unit == "role" and side.position:
            firsts = [e for e in side.position if e.main] or list(side.position)
            assert sorted(cell.split(", ")) == sorted({e.entry.partition("=")[2] for e in firsts})


def test_every_profile_but_a_tension_occurs_among_the_four_maps() -> None:
    assert {row[1].strip("`") for row in FOUR} == {"consensus", "common", "diverse", "split", "only-one"}
    everywhere = [f.id for f in comparison(*MAPS).findings if f.category == "consensus"]
    assert everywhere == ["stance:trilateral-concerns-china"]


def test_the_pairs_named_for_the_four_maps_are_as_the_page_says() -> None:
    four = found(*MAPS)
    assert dict(four["role:china"].pairs) == {
        "koga-2023|rsis-2023": "role-opposed",
        "koga-2023|beijing-2023": "role-different",
        "rsis-2023|beijing-2023": "role-opposed",
    }
    ties = four["explanation:closer-ties"].pairs
    assert {c for pair, c in ties.items() if "beijing-2023" in pair} == {"explanation-different-causes"}
    assert {c for pair, c in ties.items() if "beijing-2023" not in pair}.isdisjoint({"explanation-different-causes"})


@pytest.mark.parametrize(("name", "key"), [("camp-david-2023", "purpose"), ("beijing-2023", "against-the-three")])
def test_without_either_of_two_readings_there_is_no_split_over_peace(name: str, key: str) -> None:
    the = the_map(name)
    statement = the.statements[key]
    kept = tuple(
        s for s in statement.says if not (isinstance(s, Stance) and s.proposition == "trilateral-serves-peace")
    )
    assert len(kept) == len(statement.says) - 1
    changed = statement.model_copy(update={"says": kept})
    other = the.model_copy(update={"statements": {**the.statements, key: changed}})
    four = argmap.compare(*(other if each == name else the_map(each) for each in MAPS))
    assert {f.id: f.category for f in four.findings}["stance:trilateral-serves-peace"] == "only-one"
