"""Maps and codebooks as values."""

import copy
import pickle
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import pytest
from pydantic import ValidationError

from argmap.diagnostics import Diagnostic
from argmap.errors import ArgmapError, FileProblem, InvalidMap, UnknownName
from argmap.model import (
    ArgumentMap,
    CausalClaim,
    Codebook,
    Period,
    Place,
    Reason,
    RoleAttribution,
    Stance,
    Statement,
    parse_period,
    parse_place,
    period_in_words,
)
from argmap.model.base import FrozenMapping


def test_the_short_forms_of_a_reason_mean_the_long_one() -> None:
    s = Statement.model_validate({"text": "t", "because": ["a", ["b", "c"], {"premises": ["d"], "unless": ["e"]}]})
    assert s.because == (Reason(premises=("a",)), Reason(premises=("b", "c")), Reason(premises=("d",), unless=("e",)))


def test_a_single_place_or_a_single_coding_is_a_list_of_one() -> None:
    s = Statement.model_validate({"text": "t", "at": "¶3", "says": {"holds": "p"}})
    assert (s.at, s.says) == (("¶3",), (Stance(holds="p"),))


def test_says_has_three_forms_and_knows_what_each_is_about() -> None:
    says = [
        {"denies": "p"},
        {"cause": "f", "lowers": "g", "main": True},
        {"cause": ["f", "h"], "unrelated": "g"},
        {"actor": "a", "role": "ally", "toward": ["b"]},
    ]
    s = Statement.model_validate({"text": "t", "says": says})
    stance, cause, causes, role = s.says
    assert isinstance(stance, Stance)
    assert (stance.attitude, stance.proposition) == ("denies", "p")
    assert isinstance(cause, CausalClaim)
    assert (cause.cause, cause.effect, cause.factor, cause.main) == (("f",), "lowers", "g", True)
    assert isinstance(causes, CausalClaim)
    assert (causes.cause, causes.effect) == (("f", "h"), "unrelated")
    assert role == RoleAttribution(actor="a", role="ally", toward=("b",))


@pytest.mark.parametrize(
    "says", [{}, {"holds": "p", "denies": "p"}, {"cause": "f"}, {"cause": "f", "raises": "g", "lowers": "g"}]
)
def test_a_form_of_says_names_exactly_one_thing(says: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match=r"exactly one of|Field required|at least"):
        Statement.model_validate({"text": "t", "says": says})


def test_a_map_cannot_be_changed_at_any_depth() -> None:
    m = ArgumentMap.model_validate({"id": "m", "statements": {"a": {"text": "t"}}})
    with pytest.raises(ValidationError):
        m.id = "n"  # type: ignore[misc]
    with pytest.raises(TypeError):
        m.statements["b"] = m.statements["a"]  # type: ignore[index]
    assert isinstance(m.sources, Mapping)
    with pytest.raises(TypeError):
        m.sources["s"] = None  # type: ignore[index]


@pytest.mark.parametrize(
    ("article", "name"),
    [
        ({}, "m"),
        ({"authors": ["Kei Koga"]}, "Koga"),
        ({"authors": ["Shantanu Roy-Chaudhury", "Benjamin Ho"]}, "Roy-Chaudhury & Ho"),
        ({"authors": ["Ann A", "Bo B", "Cy C"]}, "A et al."),
        ({"authors": ["Kei Koga"], "short": "the EAI paper"}, "the EAI paper"),
    ],
)
def test_a_map_is_called_by_its_authors_last_words(article: dict[str, object], name: str) -> None:
    assert ArgumentMap.model_validate({"id": "m", "article": article}).name == name


def test_a_codebook_role_comes_before_a_built_in_one() -> None:
    c = Codebook.model_validate({"id": "c", "roles": {"patron": {"valence": "1"}, "host": "Receives the others"}})
    patron, host, ally = c.role("patron"), c.role("host"), c.role("ally")
    assert patron is not None
    assert host is not None
    assert ally is not None
    assert (patron.valence, host.valence, host.text, ally.valence) == (1, 0, "Receives the others", 1)
    assert c.role("wizard") is None


def test_a_source_is_looked_up_in_the_map_and_then_in_its_codebook() -> None:
    book = {"id": "c", "sources": {"shared": {"title": "Shared"}}}
    m = ArgumentMap.model_validate({"id": "m", "codebook": book, "sources": {"own": {"title": "Own"}}})
    assert [s and s.title for s in map(m.source, ("own", "shared", "none"))] == ["Own", "Shared", None]
    assert ArgumentMap(id="m").source("own") is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("¶15", Place("paragraph", "15", "15")),
        ("¶3-5", Place("paragraph", "3", "5")),
        ("¶ 3–5", Place("paragraph", "3", "5")),
        ("p. 12", Place("page", "12", "12")),
        ("pp. 12-14", Place("page", "12", "14")),
        ("§2.1", Place("section", "2.1", "2.1")),
    ],
)
def test_places_are_paragraphs_pages_and_sections(text: str, place: Place) -> None:
    assert parse_place(text) == place


def test_only_paragraphs_can_be_counted() -> None:
    assert list(parse_place("¶3-5").paragraphs) == [3, 4, 5]
    assert list(parse_place("p. 3").paragraphs) == []
    assert list(parse_place("¶3.1").paragraphs) == []


@pytest.mark.parametrize("text", ["15", "para 3", "¶", "¶5-3", "§2.1-3", ""])
def test_other_places_are_refused_by_name(text: str) -> None:
    with pytest.raises(ValueError, match=repr(text).replace(".", r"\.")):
        parse_place(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2017", date(2017, 1, 1), date(2017, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-08-18", date(2023, 8, 18), date(2023, 8, 18)),
        ("2017/2021", date(2017, 1, 1), date(2021, 12, 31)),
        ("2019/..", date(2019, 1, 1), None),
        ("../2019-03", None, date(2019, 3, 31)),
    ],
)
def test_a_year_is_all_its_days_and_both_ends_belong(text: str, first: date | None, last: date | None) -> None:
    assert parse_period(text) == Period(first, last)


@pytest.mark.parametrize("text", ["", "soon", "2023-13", "2023-02-30", "2021/2017", "2017/x", "0000"])
def test_other_periods_are_refused_by_name(text: str) -> None:
    with pytest.raises(ValueError, match=repr(text)):
        parse_period(text)


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("2017", "2018", False),
        ("2017", "2017-12-31", True),
        ("2017/2019", "2019/2020", True),
        ("2019/..", "../2018", False),
        ("2019/..", "2030", True),
        ("../..", "1900", True),
    ],
)
def test_periods_overlap_if_they_share_a_day(one: str, other: str, overlap: bool) -> None:
    assert parse_period(one).overlaps(parse_period(other)) is overlap
    assert parse_period(other).overlaps(parse_period(one)) is overlap


def test_a_map_can_be_hashed_copied_and_pickled() -> None:
    m = ArgumentMap.model_validate(
        {
            "id": "m",
            "codebook": {"id": "c", "actors": {"a": "A"}},
            "statements": {"x": {"text": "X.", "says": {"actor": "a", "role": "ally"}}, "y": {"text": "Y."}},
        }
    )
    for copied in (copy.copy(m), copy.deepcopy(m), pickle.loads(pickle.dumps(m)), m.model_copy(deep=True)):
        assert copied == m
        assert hash(copied) == hash(m)
        assert list(copied.statements) == ["x", "y"]
    assert ArgumentMap(id="m", codebook=m.codebook, statements=m.statements) == m


def test_a_frozen_mapping_is_equal_to_any_mapping_with_the_same_items() -> None:
    frozen = FrozenMapping({"a": 1, "b": 2})
    assert frozen == {"b": 2, "a": 1} == frozen
    assert frozen == FrozenMapping({"b": 2, "a": 1})
    assert hash(frozen) == hash(FrozenMapping({"b": 2, "a": 1}))
    assert frozen == MappingProxyType({"a": 1, "b": 2})
    assert frozen != {"a": 1}
    assert frozen != [("a", 1), ("b", 2)]
    assert (len(frozen), "a" in frozen, list(frozen.keys()), list(frozen.values())) == (2, True, ["a", "b"], [1, 2])
    assert repr(frozen) == "{'a': 1, 'b': 2}"


@pytest.mark.parametrize(
    "error",
    [
        InvalidMap((Diagnostic("AM303", "warning", "m"),)),
        UnknownName("paper", "a44", ["a4", "a3"]),
        FileProblem("gone"),
    ],
)
def test_an_error_can_be_pickled(error: ArgmapError) -> None:
    loaded = pickle.loads(pickle.dumps(error))
    assert (type(loaded), str(loaded), vars(loaded)) == (type(error), str(error), vars(error))


def test_what_is_written_out_is_part_of_a_statement() -> None:
    silent = Statement(text="T.")
    said = Statement(text="T.", certainty="asserted", voice="author")  # type: ignore[call-arg]  # mypy knows no alias
    assert (silent.certainty, silent.voice) == (said.certainty, said.voice) == ("asserted", "author")
    assert silent != said
    assert (said.stated_certainty, said.stated_voice) == ("asserted", "author")
    assert Statement.model_validate(said.model_dump()) == said
    assert Statement.model_validate(silent.model_dump(by_alias=True)) == silent


@pytest.mark.parametrize("text", ["a\x00b", "a\x1b[31m", "a\x7fb", "a\x9bb", "a\r\nb"])
def test_a_text_holds_no_control_characters(text: str) -> None:
    with pytest.raises(ValidationError, match=r"the character U\+00[0-9A-F]{2} may not stand in a map"):
        Statement(text=text)


def test_tabs_line_ends_and_marks_of_direction_are_text() -> None:
    assert Statement(text="a\tb\nc\u202e").text == "a\tb\nc\u202e"


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2017/2021", "2017–2021"),
        ("2019/..", "since 2019"),
        ("../2021", "until 2021"),
        ("2023-08", "2023-08"),
        ("2019/", "since 2019"),
    ],
)
def test_a_period_reads_as_words(when: str, words: str) -> None:
    assert period_in_words(when) == words
