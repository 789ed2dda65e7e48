"""What a person may call a finding by."""

from pathlib import Path

import pytest

import argmap
from argmap.comparison.about import findings_about
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
