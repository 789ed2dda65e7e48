"""What a person may call a finding by."""

from pathlib import Path

import pytest

import argmap
from argmap.comparison.about import finding_meant, findings_about
from argmap.errors import NothingAbout

MAPS = Path(__file__).parents[1] / "maps" / "northeast-asia"


@pytest.fixture(scope="module")
def comparison() -> argmap.Comparison:
    return argmap.compare(MAPS / "koga-2023.yaml", MAPS / "rsis-2023.yaml", metrics=False)


def asked(c: argmap.Comparison, *names: str) -> list[str]:
    return [f.id for f in findings_about(c, names)]


def test_a_key_is_a_key_whatever_its_case(comparison: argmap.Comparison) -> None:
    assert asked(comparison, "china") == asked(comparison, "China") == asked(comparison, "CHINA") == ["role:china"]


def test_the_question_on_a_picture_finds_what_it_asks(comparison: argmap.Comparison) -> None:
    assert asked(comparison, "What part does China play?") == ["role:china"]
    assert asked(comparison, "part does china") == ["role:china"]


def test_words_of_a_label_find_all_that_are_called_so(comparison: argmap.Comparison) -> None:
    found = asked(comparison, "disputes over history")
    assert "stance:history-overcome" in found
    assert found == [f.id for f in comparison.findings if f.id in found]


def test_of_many_keys_a_dozen_are_named(comparison: argmap.Comparison) -> None:
    with pytest.raises(NothingAbout) as refused:
        asked(comparison, "zz")
    assert refused.value.hint.startswith("known: ")
    assert refused.value.hint.count(",") == 11
    assert refused.value.hint.endswith(" more")


BOOK = {
    "id": "b",
    "factors": {"threat": "The North's threat", "pact": "The pact"},
    "actors": {"china": {"name": "China", "aliases": ["Beijing"]}, "north": {"name": "the North"}},
    "propositions": {"deal": "A deal helps", "deal-now": "It is time"},
}


@pytest.fixture(scope="module")
def small() -> argmap.Comparison:
    def one(id_: str, role: str) -> argmap.ArgumentMap:
        says = [
            {"cause": "threat", "raises": "pact"},
            {"actor": "china", "role": role, "toward": ["north"]},
            {"holds": "deal-now"},
        ]
        statements = {"s": {"text": "So it is.", "says": says}}
        return argmap.ArgumentMap.model_validate({"id": id_, "codebook": BOOK, "statements": statements})

    return argmap.compare(one("a", "ally"), one("b", "adversary"), metrics=False)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("threat", ["explanation:pact"]),  # a cause
        ("beijing", ["role:china"]),  # an alias
        ("north", ["explanation:pact", "role:china"]),  # an actor toward whom a role is played; words, too
        ("the North", ["explanation:pact", "role:china"]),  # its name
        ("North's", ["explanation:pact"]),  # words of what a cause is called
    ],
)
def test_what_only_the_answers_name_finds_them(small: argmap.Comparison, name: str, found: list[str]) -> None:
    assert asked(small, name) == found


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("chn", "did you mean 'china'?"),
        ("thraet", "did you mean 'threat'?"),
        ("zz", "known: china, deal-now, pact"),
    ],
)
def test_what_comes_near_is_said(small: argmap.Comparison, name: str, hint: str) -> None:
    with pytest.raises(NothingAbout) as refused:
        asked(small, name)
    assert refused.value.hint == hint


def test_a_finding_is_meant_by_its_key_too() -> None:
    ids = ["stance:quarrel-settled", "role:china", "stance:ship", "role:ship-yard"]
    meant = {name: finding_meant(name, ids) for name in ("quarrel", "chn", "roel:china", "zz")}
    assert meant == {
        "quarrel": "did you mean 'stance:quarrel-settled'?",
        "chn": "did you mean 'role:china'?",
        "roel:china": "did you mean 'role:china'?",
        "zz": "",
    }
