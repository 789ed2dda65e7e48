"""What a worksheet asks for, and that what is left of the map tells none of it."""

from collections import Counter
from typing import Any

import pytest
from generated_maps import build, contents, quick
from hypothesis import given
from hypothesis import strategies as st
from made_up_maps import made_up
from marked_map import a_map, every_mark
from worksheet_leaks import normal, relations_of, secrets, swapped

import argmap
from argmap.model import ArgumentMap
from argmap.teaching.chance import shuffled
from argmap.teaching.worksheet import BLANK_KINDS, BlankKind, Worksheet, make_worksheet, numbers_in

KOGA = argmap.load("maps/northeast-asia/koga-2023.yaml")
RSIS = argmap.load("maps/northeast-asia/rsis-2023.yaml")


def kinds(worksheet: Worksheet) -> Counter[str]:
    return Counter(blank.kind for blank in worksheet.blanks)


def all_texts(worksheet: Worksheet) -> str:
    """Every text of a sheet without its bank: of the map that is left, of its boxes, of the table of roles."""
    boxes = " | ".join(
        f"{s.text} | {s.label} | {s.qualified} | {s.said_by} | {s.quote} | {' | '.join(s.evidence)} | {s.called}"
        for box in worksheet.diagram(level="full").walk()
        for s in box.statements
    )
    rows = " | ".join(f"{row.actor} {row.role}" for row in worksheet.rows())
    return normal(f"{worksheet.map.model_dump_json()} | {boxes} | {rows}")


def answers_left(worksheet: Worksheet) -> list[str]:
    said = all_texts(worksheet)
    return [answer for answer in secrets(worksheet) if normal(answer) in said]


class TestWhatIsAsked:
    def test_a_map_with_everything_is_asked_for_everything(self) -> None:
        assert kinds(make_worksheet(KOGA)) == {"claim": 7, "relation": 3, "co-premise": 2, "source": 2, "role": 2}

    def test_more_is_asked_at_a_higher_difficulty(self) -> None:
        counts = [len(make_worksheet(KOGA, difficulty=d).blanks) for d in (1, 2, 3)]
        assert counts == sorted(counts)
        assert counts[0] * 2 < counts[2]

    @pytest.mark.parametrize("kind", BLANK_KINDS)
    def test_only_the_kinds_asked_for_are_left_out(self, kind: Any) -> None:
        assert set(kinds(make_worksheet(KOGA, blanks=[kind], difficulty=2))) == {kind}

    def test_numbers_follow_the_order_of_reading_and_the_table_comes_last(self) -> None:
        worksheet = make_worksheet(KOGA, difficulty=2)
        assert [blank.number for blank in worksheet.blanks] == list(range(1, len(worksheet.blanks) + 1))
        boxes = numbers_in(worksheet.diagram().walk())
        roles = [blank.number for blank in worksheet.blanks if blank.kind == "role"]
        assert [*boxes, *roles] == [blank.number for blank in worksheet.blanks]

    def test_the_same_seed_gives_the_same_and_another_another(self) -> None:
        one, same, other = (make_worksheet(KOGA, seed=seed, distractors=RSIS) for seed in (7, 7, 8))
        assert (one, one.bank()) == (same, same.bank())
        assert {b.statement for b in one.blanks} != {b.statement for b in other.blanks}

    def test_at_difficulty_1_all_neighbours_of_a_claim_are_given(self) -> None:
        for seed in range(8):
            worksheet = make_worksheet(KOGA, seed=seed)
            hidden = {b.statement for b in worksheet.blanks if b.kind in ("claim", "co-premise")}
            for key in hidden:
                s = KOGA.statements[key]
                near = {p for r in s.because for p in (*r.premises, *r.unless)} | {*s.but, *s.if_}
                assert not near & hidden

    def test_of_premises_that_work_together_one_is_always_given(self) -> None:
        for seed in range(8):
            worksheet = make_worksheet(made_up(40, seed), difficulty=3, seed=seed)
            for box in worksheet.diagram().walk():
                if len(box.statements) > 1 and not any(s.see for s in box.statements):
                    assert not all(s.blank for s in box.statements)

    def test_theses_evidence_and_the_statement_in_focus_are_given(self) -> None:
        worksheet = make_worksheet(KOGA, difficulty=3, focus="revive-summit")
        asked = {KOGA.statements[b.statement].type for b in worksheet.blanks if b.kind in ("claim", "co-premise")}
        assert asked <= {"claim", "premise", "objection", "assumption"}
        assert "revive-summit" not in {b.statement for b in worksheet.blanks if b.kind == "claim"}

    def test_a_focus_asks_only_for_what_its_branch_shows(self) -> None:
        worksheet = make_worksheet(KOGA, difficulty=3, focus="revive-summit")
        shown = {key for box in worksheet.diagram().walk() for key in box.shown()}
        names = {key: f"s{i}" for i, key in enumerate(KOGA.statements, start=1)}
        assert {names[b.statement] for b in worksheet.blanks} <= shown

    def test_what_is_said_twice_is_not_asked_for(self) -> None:
        m = a_map(
            t={"type": "thesis", "because": ["a", "b", "c"]},
            a={"text": "The tram is quiet."},
            b={"text": "It is so, as the tram is quiet."},
            c={"text": "Rails last."},
        )
        made = [make_worksheet(m, blanks=["claim"], seed=seed, difficulty=3) for seed in range(9)]
        asked = {b.statement for worksheet in made for b in worksheet.blanks}
        assert asked == {"b", "c"}

    @pytest.mark.parametrize(
        ("claim", "elsewhere"),
        [
            ("The café shuts.", {"text": "As the cafe\u0301 shuts, we go."}),
            ("Cooperation ends.", {"text": "As co\u00adoperation ends, we go."}),
            ("Cooperation ends.", {"text": "As co-operation ends, we go."}),
            ("The U.S. leaves.", {"text": "Once the US leaves, we go."}),
            ("The tram stops.", {"text": "Ｔｈｅ ｔｒａｍ ｓｔｏｐｓ."}),
            ("Since 2021.", {"text": "It pays.", "when": "2021/.."}),
            ("Dana Whitfield.", {"text": "It pays.", "voice": "Dana Whitfield"}),
            ("The old harbour.", {"text": "It pays.", "where": "the-old-harbour"}),
        ],
    )
    def test_what_is_said_twice_in_other_letters_is_not_asked_for(self, claim: str, elsewhere: Any) -> None:
        m = a_map(t={"type": "thesis", "because": ["a", "b"]}, a={"text": claim}, b={"text": "It pays.", **elsewhere})
        made = [make_worksheet(m, blanks=["claim"], seed=seed, difficulty=3) for seed in range(9)]
        assert "a" not in {b.statement for worksheet in made for b in worksheet.blanks}

    def test_a_time_on_the_sheet_is_no_source_to_ask_for(self) -> None:
        m = a_map(
            t={"type": "thesis", "because": ["a", "b"]}, a={"sources": ["2021"]}, b={"text": "It pays.", "when": "2021"}
        )
        assert make_worksheet(m, blanks=["source"], difficulty=3).blanks == ()

    def test_what_an_actor_is_called_is_no_part_to_ask_for(self) -> None:
        m = a_map(
            t={"type": "thesis", "because": ["a", "b"]},
            a={"text": "One.", "says": {"actor": "old-ally", "role": "ally"}},
            b={"text": "Two.", "says": {"actor": "city", "role": "rival", "toward": ["ally"]}},
        )
        made = [make_worksheet(m, blanks=["role"], difficulty=3, seed=seed) for seed in range(9)]
        assert {b.answer for worksheet in made for b in worksheet.blanks} == {"rival"}

    def test_a_map_that_says_one_thing_has_nothing_to_ask_for(self) -> None:
        assert make_worksheet(a_map(t={"type": "thesis"})).blanks == ()

    def test_reported_speech_plays_no_part_in_the_table_of_roles(self) -> None:
        m = a_map(
            t={"type": "thesis", "because": ["a", "b"]},
            a={"text": "One.", "says": {"actor": "town", "role": "ally"}},
            b={"text": "Two.", "says": {"actor": "town", "role": "rival"}, "voice": "mayor"},
        )
        rows = make_worksheet(m, blanks=["role"]).rows()
        assert [(row.actor, row.role, row.number > 0) for row in rows] == [("town", "", True)]

    def test_a_part_is_asked_for_wherever_it_is_played(self) -> None:
        for seed in range(6):
            worksheet = make_worksheet(KOGA, blanks=["role"], difficulty=2, seed=seed)
            hidden = {b.answer for b in worksheet.blanks}
            assert hidden
            assert not hidden & {row.role for row in worksheet.rows()}


class TestRelations:
    @pytest.mark.parametrize("m", [KOGA, RSIS, every_mark()], ids=lambda m: m.id)
    def test_a_but_for_a_because_under_a_blank_leaves_the_sheet_as_it_is(self, m: ArgumentMap) -> None:
        for difficulty in (1, 2, 3):
            worksheet = make_worksheet(m, difficulty=difficulty)
            for lower, upper, number in relations_of(worksheet, m):
                other = make_worksheet(swapped(m, lower, upper), difficulty=difficulty)
                assert (other.map, other.hidden, other.bank()) == (worksheet.map, worksheet.hidden, worksheet.bank())
                answers = {w.blanks[number - 1].answer for w in (worksheet, other)}
                assert answers == {"because", "but"}

    def test_both_are_asked_for_where_the_map_has_both(self) -> None:
        for seed in range(5):
            answers = {b.answer for b in make_worksheet(KOGA, blanks=["relation"], difficulty=3, seed=seed).blanks}
            assert answers == {"because", "but"}

    def test_only_a_step_from_one_undoubted_premise_is_asked_for(self) -> None:
        for seed in range(6):
            worksheet = make_worksheet(made_up(40, seed), blanks=["relation"], difficulty=3, seed=seed)
            for box in worksheet.diagram().walk():
                if box.blank:
                    assert (len(box.statements), box.doubts, box.bears_on, box.kind) == (1, (), "", "support")
                    assert not box.statements[0].blank

    def test_what_is_assumed_could_be_no_objection_and_is_not_asked_about(self) -> None:
        m = a_map(
            t={"type": "thesis", "because": ["a", "b"], "but": ["c"]},
            a={"type": "assumption"},
            b={"type": "claim"},
            c={"type": "objection"},
        )
        made = [make_worksheet(m, blanks=["relation"], difficulty=3, seed=seed) for seed in range(9)]
        assert {b.statement for worksheet in made for b in worksheet.blanks} == {"b"}

    def test_a_word_for_screen_readers_says_neither(self) -> None:
        box = next(box for box in make_worksheet(KOGA).diagram().walk() if box.blank)
        assert box.role == f"blank {box.blank}: because or but?"


class TestWhatIsLeft:
    @pytest.mark.parametrize("difficulty", [1, 2, 3])
    @pytest.mark.parametrize("level", ["title", "full"])
    @pytest.mark.parametrize("name", ["koga-2023", "rsis-2023", "beijing-2023", "camp-david-2023"])
    def test_no_answer_is_left_in_the_shipped_maps(self, name: str, level: Any, difficulty: Any) -> None:
        m = argmap.load(f"maps/northeast-asia/{name}.yaml")
        for seed in range(3):
            worksheet = make_worksheet(m, difficulty=difficulty, level=level, seed=seed, distractors=RSIS)
            assert worksheet.blanks
            assert answers_left(worksheet) == []

    @quick
    @given(contents, st.integers(1, 3), st.integers(0, 5))
    def test_no_answer_is_left_in_any_map(self, content: Any, difficulty: Any, seed: int) -> None:
        worksheet = make_worksheet(build("a", content), difficulty=difficulty, seed=seed)
        assert answers_left(worksheet) == []
        assert [*numbers_in(worksheet.diagram().walk())] == [b.number for b in worksheet.blanks if b.kind != "role"]

    @pytest.mark.parametrize("seed", range(6))
    def test_no_answer_is_left_in_made_up_maps(self, seed: int) -> None:
        for difficulty in (1, 2, 3):
            worksheet = make_worksheet(made_up(50, seed), difficulty=difficulty, seed=seed)
            assert answers_left(worksheet) == []

    def test_names_say_nothing(self) -> None:
        worksheet = make_worksheet(KOGA, difficulty=3)
        left = worksheet.map
        assert [*left.statements] == [f"s{i}" for i in range(1, len(KOGA.statements) + 1)]
        assert all(not s.short for box in worksheet.diagram().walk() for s in box.statements)
        assert {s.type for s in left.statements.values()} <= {"thesis", "evidence", "assumption", "premise"}
        assert all(not s.says and not s.note for s in left.statements.values())
        assert left.codebook
        assert not left.codebook.propositions

    def test_a_blank_shows_who_says_it_and_how_surely(self) -> None:
        m = a_map(
            t={"type": "thesis", "because": ["a", "b"]},
            a={"text": "Rails last.", "voice": "Dana Whitfield", "certainty": "possible"},
            b={"text": "It is cheap."},
        )
        for seed in range(20):
            boxes = list(make_worksheet(m, blanks=["claim"], seed=seed).diagram().walk())
            asked = [s for box in boxes for s in box.statements if s.blank]
            if asked[0].said_by:
                assert (asked[0].text, asked[0].said_by, asked[0].qualified) == ("(1)", "Dana Whitfield", "possible")
                return
        pytest.fail("no seed asks for the reported claim")

    def test_a_second_use_of_what_is_asked_for_shows_its_number(self) -> None:
        m = a_map(
            t={"type": "thesis", "because": ["a", "b"]},
            a={"text": "Rails last.", "because": ["c"]},
            b={"text": "It is cheap.", "because": ["c"]},
            c={"text": "Steel is hard.", "type": "claim"},
        )
        found = []
        for seed in range(20):
            worksheet = make_worksheet(m, blanks=["claim"], seed=seed)
            if worksheet.blanks[0].statement == "c":
                found = [box for box in worksheet.diagram().walk() if box.statements[0].key == "s4"]
                break
        assert [(box.statements[0].text, box.statements[0].see, box.statements[0].blank) for box in found] == [
            ("(1)", False, 1),
            ("(1)", True, 0),
        ]

    def test_private_characters_of_a_map_are_no_marks(self) -> None:
        m = a_map(
            t={"type": "thesis", "because": ["a"], "text": "(\ue0001) holds."},
            a={"text": "Rails (\ue0001) last.", "sources": ["x-2020"]},
        )
        worksheet = make_worksheet(m, blanks=["source"], difficulty=3)
        boxes = list(worksheet.diagram().walk())
        assert boxes[1].statements[0].text == "Rails (\ue0001) last."
        assert [b.answer for b in worksheet.blanks] == ["x-2020"]
        assert (boxes[1].statements[0].evidence, boxes[1].statements[0].cites) == (("",), (1,))

    def test_a_source_that_is_cited_twice_is_given(self) -> None:
        m = a_map(
            t={"type": "thesis", "because": ["a", "b"]}, a={"sources": ["x-2020", "y-2021"]}, b={"sources": ["x-2020"]}
        )
        assert make_worksheet(m, blanks=["source"], difficulty=3).blanks == ()


class TestTheBank:
    def test_it_holds_all_answers_and_wrong_ones_of_the_other_author(self) -> None:
        worksheet = make_worksheet(KOGA, difficulty=2, distractors=RSIS)
        bank = worksheet.bank()
        right = {(entry.text, n) for entry in bank for n in entry.answers}
        assert right == {(b.answer, b.number) for b in worksheet.blanks if b.kind != "relation"}
        labels = {s.label for s in RSIS.statements.values()}
        wrong = [entry.text for entry in bank if entry.group == "claims" and not entry.answers]
        assert len(wrong) > 5
        assert set(wrong) <= labels

    def test_wrong_ones_are_right_nowhere(self) -> None:
        for seed in range(5):
            for entry in make_worksheet(KOGA, difficulty=2, distractors=RSIS, seed=seed).bank():
                if not entry.answers:
                    said = [normal(t) for s in KOGA.statements.values() for t in (s.text, s.label or "")]
                    assert normal(entry.text) not in said

    def test_a_claim_both_make_in_other_words_is_no_wrong_one(self) -> None:
        book = {"id": "b", "propositions": {"p": "It pays"}}
        mine = a_map(t={"type": "thesis", "because": ["a"]}, a={"text": "It pays.", "says": {"holds": "p"}})
        other = a_map(
            t={"type": "thesis", "because": ["x", "y"]},
            x={"text": "Money comes back in the end.", "says": {"holds": "p"}},
            y={"text": "The river floods."},
        )
        del book
        worksheet = make_worksheet(mine, blanks=["claim"], difficulty=2, distractors=other)
        assert [entry.text for entry in worksheet.wrong] == ["The river floods."]

    def test_of_some_blanks_it_holds_only_their_answers(self) -> None:
        worksheet = make_worksheet(KOGA, difficulty=2, distractors=RSIS)
        some = [b.number for b in worksheet.blanks if b.kind == "claim"][:3]
        assert {n for entry in worksheet.bank(some) for n in entry.answers} == set(some)

    def test_what_is_wrong_in_it_is_chosen_by_nothing_that_a_sheet_tells(self) -> None:
        """Else who has argmap could tell right words from wrong ones without the map: by what comes first by lot."""
        asked: tuple[tuple[BlankKind, str], ...] = (("role", "role"), ("claim", "wrong claims {}"))
        hits, guesses, chance = [0, 0], [0, 0], [0.0, 0.0]
        for seed in range(40):
            for i, (kind, choice) in enumerate(asked):
                bank = make_worksheet(KOGA, blanks=[kind], difficulty=2, seed=seed, distractors=RSIS).bank()
                right = [entry.text for entry in bank if entry.answers]
                count = len(right) if kind == "role" else len(bank) - len(right)
                guessed = shuffled([e.text for e in bank], seed=seed, choice=choice.format(min(right)))[:count]
                hits[i] += sum((text in right) == (kind == "role") for text in guessed)
                guesses[i] += count
                chance[i] += count**2 / len(bank)
        for found, of, expected in zip(hits, guesses, chance, strict=True):
            assert abs(found - expected) / of < 0.06

    def test_there_is_none_at_difficulty_3(self) -> None:
        assert make_worksheet(KOGA, difficulty=3).bank() == ()

    def test_without_another_map_only_roles_have_wrong_ones(self) -> None:
        wrong = {entry.group for entry in make_worksheet(KOGA, difficulty=2).bank() if not entry.answers}
        assert wrong == {"roles"}
