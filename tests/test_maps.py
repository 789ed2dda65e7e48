"""The shipped maps are clean, honest and give the two findings they were made for.

Two are of articles. Two are of what these articles report of others, and are made from nothing else.
"""

import os
from pathlib import Path

import pytest

import argmap
from argmap.api import examine
from argmap.model import ArgumentMap, parse_place
from argmap.text import parts_of

FOLDER = Path(__file__).parents[1] / "maps" / "northeast-asia"
MAPS = ("koga-2023", "rsis-2023")
REPORTED = ("beijing-2023", "camp-david-2023")
FILES = [str(FOLDER / f"{name}.yaml") for name in (*MAPS, *REPORTED, "northeast-asia.codebook")]
TEXTS = {"koga-2023": "koga.txt", "rsis-2023": "rsis.txt"}


def the_map(name: str) -> ArgumentMap:
    return argmap.load(FOLDER / f"{name}.yaml")


def test_they_have_no_problem_of_any_severity() -> None:
    assert [d for e in examine(FILES) for d in e.all] == []


@pytest.mark.articles
def test_every_quotation_stands_in_the_paragraph_it_names() -> None:
    folder = os.environ.get("ARGMAP_ARTICLES")
    if not folder:
        pytest.skip("the articles are not part of the project; set ARGMAP_ARTICLES to the folder that holds them")
    texts = {name: (Path(folder) / file).read_text(encoding="utf-8") for name, file in TEXTS.items()}
    assert [d for e in examine(FILES, texts=texts) for d in e.all] == []


@pytest.mark.parametrize("name", MAPS)
def test_each_holds_35_to_65_statements_and_covers_every_paragraph(name: str) -> None:
    statements = the_map(name).statements
    assert 35 <= len(statements) <= 65
    covered = {n for s in statements.values() for at in s.at for n in parse_place(at).paragraphs}
    assert covered == set(range(1, 16))


@pytest.mark.parametrize("name", REPORTED)
def test_what_is_only_reported_is_short_labelled_so_and_taken_from_the_two_articles(name: str) -> None:
    reported = the_map(name)
    assert 8 <= len(reported.statements) <= 15
    assert reported.title is not None
    assert reported.title.endswith("report it" if name.startswith("beijing") else "report them")
    assert all(author.endswith("as reported") for author in reported.article.authors)
    assert all(s.quote and s.via and s.note and not s.at and not s.sources for s in reported.statements.values())
    assert {s.via.map for s in reported.statements.values() if s.via} == set(MAPS)


@pytest.mark.parametrize("name", [*MAPS, *REPORTED])
def test_quotations_are_phrases_and_everything_stated_has_its_place(name: str) -> None:
    for key, s in the_map(name).statements.items():
        assert bool(s.at or s.via) is (s.type != "assumption"), key
        assert not s.quote or sum(len(part.split()) for part in parts_of(s.quote)) <= 10, key
        assert not s.says or s.quote or s.type == "assumption", key
        assert s.label is not None, key
        assert len(s.label.split()) <= 8, key


def test_both_see_the_threats_behind_closer_ties_and_weigh_them_differently() -> None:
    found = {f.id: f for f in argmap.compare(*map(the_map, MAPS)).findings}
    finding = found["explanation:closer-ties"]
    assert finding.group in {"agree", "agree-but"}
    assert {"raises:china-assertiveness>closer-ties", "raises:nk-threat>closer-ties"} <= set(finding.shared)
    mains = {
        name: {e.entry for e in side.position or () if not isinstance(e, str) and e.main}
        for name, side in finding.sides.items()
    }
    assert mains == {
        "koga-2023": {"raises:nk-threat>closer-ties"},
        "rsis-2023": {"raises:china-assertiveness>closer-ties"},
    }


def test_china_is_a_key_intermediary_for_one_and_an_adversary_for_the_other() -> None:
    found = {f.id: f for f in argmap.compare(*map(the_map, MAPS)).findings}
    finding = found["role:china"]
    assert (finding.group, finding.category) == ("diverge", "role-opposed")
    assert finding.sentence == (
        "Koga casts China as intermediary, Roy-Chaudhury & Ho as adversary; these parts pull in opposite directions."
    )
