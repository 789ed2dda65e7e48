"""A kit: the statements of a map, all that joins them taken away, as a file that a student can begin with."""

import re
from pathlib import Path

import pytest
from generated_maps import Content, build, contents, quick
from hypothesis import given

from argmap.facade.handouts import make_kit
from argmap.facade.opening import check, load
from argmap.formats.kits import write_kit
from argmap.model import ArgumentMap, Statement
from argmap.teaching.kit import kit_of

MAPS = Path(__file__).parents[1] / "maps" / "northeast-asia"


@pytest.fixture(scope="module")
def koga() -> ArgumentMap:
    return load(MAPS / "koga-2023.yaml")


class TestKit:
    def test_the_same_sentences_under_names_that_say_nothing(self, koga: ArgumentMap) -> None:
        kit = kit_of(koga)
        assert list(kit.statements) == [f"s{n:02}" for n in range(1, len(koga.statements) + 1)]
        assert sorted(s.text for s in kit.statements.values()) == sorted(s.text for s in koga.statements.values())
        assert all(s == Statement(text=s.text) for s in kit.statements.values())

    def test_the_order_is_one_of_chance(self, koga: ArgumentMap) -> None:
        orders = [[s.text for s in kit_of(koga, seed=seed).statements.values()] for seed in (1, 1, 2)]
        assert orders[0] == orders[1] != orders[2]
        assert orders[0] != [s.text for s in koga.statements.values()]

    def test_one_branch_alone(self, koga: ArgumentMap) -> None:
        kit = kit_of(koga, focus="talks-serve-stability")
        assert len(kit.statements) < len(koga.statements)
        assert koga.statements["china-holds-key"].text in {s.text for s in kit.statements.values()}

    @quick
    @given(contents)
    def test_it_does_not_depend_on_how_the_map_is_built(self, content: Content) -> None:
        m = build("a", content)
        loose = {key: Statement(text=s.text, sources=s.sources) for key, s in m.statements.items()}
        assert write_kit(kit_of(m)) == write_kit(kit_of(m.model_copy(update={"statements": loose})))


class TestFile:
    def test_it_reads_back_and_check_tells_only_what_is_to_be_done(self, koga: ArgumentMap, tmp_path: Path) -> None:
        path = tmp_path / "kit.yaml"
        path.write_text(make_kit(koga), encoding="utf-8")
        found = load(path)
        assert [(d.code, d.severity) for d in check(found) if d.severity != "advice"] == [("AM303", "warning")]
        assert found.statements == kit_of(koga).statements
        assert set(found.sources) == {key for s in koga.statements.values() for key in s.sources}

    def test_nothing_in_it_tells_how_the_argument_is_built(self, koga: ArgumentMap) -> None:
        written = "\n".join(line for line in make_kit(koga).splitlines() if not line.startswith("#"))
        assert [key for key in koga.statements if "-" in key and re.search(rf"\b{key}\b", written)] == []
        fields = ("because", "but", "unless", "if", "type", "label", "quote", "at", "says", "voice", "certainty")
        assert [name for name in fields if re.search(rf"^ *{name}:", written, re.MULTILINE)] == []

    def test_a_word_on_top_says_what_to_do(self, koga: ArgumentMap) -> None:
        assert make_kit(koga).startswith("# Put this argument together again.")

    @pytest.mark.parametrize("text", ["a: b # c", "- [x]", '"quoted"', "yes", "𝔸 · “so”", "{{ 7 }}"])
    def test_any_text_stands_as_it_is(self, text: str, tmp_path: Path) -> None:
        m = ArgumentMap.model_validate(
            {
                "id": "m",
                "sources": {"s": {"title": text}},
                "statements": {"a": {"text": text, "sources": ["s"]}},
            }
        )
        path = tmp_path / "kit.yaml"
        path.write_text(make_kit(m), encoding="utf-8")
        found = load(path)
        assert found.statements["s01"].text == text
        assert found.sources["s"].title == text
