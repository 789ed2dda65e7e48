"""What authors and sources are called for short: one rule for maps, citations and sentences."""

from typing import Any

import pytest

from argmap.comparison.vocabulary import source_label
from argmap.formats import read_map, write_map
from argmap.model import ArgumentMap, Source
from argmap.model.names import last_name, together


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("Kei Koga", "Koga"),
        ("Plato", "Plato"),
        ("Shantanu Roy-Chaudhury", "Roy-Chaudhury"),
        ("Carien Du Plessis", "Du Plessis"),
        ("Bo van der Berg", "van der Berg"),
        ("Van Morrison", "Morrison"),
        ("Frohman, Ben", "Frohman"),
        ("van der Berg, Bo", "van der Berg"),
        ("J. R. Smith", "Smith"),
        ("古賀慶", "古賀慶"),
        ("Bank, Jane", "Bank"),
        ("Margaret Court", "Court"),
        ("Rand Institute, Santa Monica", "Rand Institute"),
    ],
)
def test_a_person_is_called_by_the_last_name_with_its_particles(author: str, name: str) -> None:
    assert last_name(author) == name


@pytest.mark.parametrize(
    "author",
    [
        "Ministry of Defense",
        "The White House",
        "Centre for Mapping",
        "Shops and Streets",
        "Marks & Co",
        "ASEAN",
        "MOFA Japan",
        "Ministry of Foreign Affairs, Japan",
        "Rand Institute",
        "World Bank",
        "Lund University",
        "Cabinet Office",
        "Energy Department",
        "European Commission",
        "Carter Foundation",
        "World Health Organization",
        "World Trade Organisation",
        "Université de Paris",
    ],
)
def test_an_institution_stays_whole(author: str) -> None:
    assert last_name(author) == author


@pytest.mark.parametrize(
    ("authors", "name"),
    [
        ([], ""),
        (["Ann Lee"], "Lee"),
        (["Ann Lee", "Bo Kim"], "Lee & Kim"),
        (["Ann Lee", "Bo Kim", "Cy Fu"], "Lee et al."),
        (["Ann Lee and others"], "Lee et al."),
        (["Lee, Ann, et al."], "Lee et al."),
        (["Ann Lee", "others"], "Lee et al."),
        (["Prime Minister of Australia and others"], "Prime Minister of Australia et al."),
        (["others"], ""),
        (["Ann Smothers"], "Smothers"),
    ],
)
def test_authors_together_are_called_as_citations_do(authors: list[str], name: str) -> None:
    assert together(authors) == name


@pytest.mark.parametrize(
    ("source", "cited"),
    [
        ({"authors": ["Jaewon Kim", "Steven Borowiec"], "date": "2023-03-06"}, "Kim & Borowiec 2023"),
        ({"authors": ["Cabinet Office"], "short": "The office", "date": "2023"}, "The office 2023"),
        ({"short": "Census 2020", "date": "2020"}, "Census 2020"),
        ({"publisher": "The Times", "title": "A bridge", "date": "May 1999"}, "The Times 1999"),
        ({"title": "A title of more than five words"}, "A title of more than…"),
        ({"url": "https://example.org"}, "plan"),
    ],
)
def test_a_source_is_cited_by_its_short_name_or_its_authors_and_the_year(source: dict[str, Any], cited: str) -> None:
    assert Source.model_validate(source).citation("plan") == cited


def test_sentences_call_a_source_by_its_title_and_else_as_citations_do() -> None:
    untitled = {"authors": ["Bo van der Berg"], "date": "2021-03-01"}
    assert source_label(Source.model_validate(untitled)) == "van der Berg 2021"
    assert source_label(Source.model_validate({**untitled, "title": "Tolls"})) == "Tolls"
    assert source_label(Source.model_validate({"url": "https://example.org"})) == "https://example.org"
    assert source_label(Source.model_validate({"note": "a letter"})) == ""


def test_a_map_by_an_institution_is_called_by_the_whole_of_its_name() -> None:
    article = {"authors": ["Ministry of Roads"]}
    assert ArgumentMap.model_validate({"id": "m", "article": article}).name == "Ministry of Roads"


def test_the_short_name_of_a_source_is_read_and_written() -> None:
    text = 'argmap: "1"\nid: m\nsources:\n  plan: {title: Plan, short: The plan}\nstatements: {}\n'
    read = read_map(text, "m.yaml").unwrap()
    assert read.sources["plan"].short == "The plan"
    assert "short: The plan" in write_map(read)
    assert read_map(write_map(read), "m.yaml").unwrap() == read
