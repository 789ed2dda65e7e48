"""Teaching advice: what it finds in single texts and reasons, and what it lets be."""

import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from argmap import load
from argmap.checks import check_map
from argmap.checks.teaching import TEACHING_CHECKS
from argmap.checks.teaching.terms import alike
from argmap.cli import main
from argmap.codes import CODES
from argmap.model import ArgumentMap

ROOT = Path(__file__).parent.parent
MAPS = sorted((ROOT / "maps" / "northeast-asia").glob("*-2023.yaml"))


Statements = dict[str, dict[str, Any]]


def a_map(statements: Statements, **rest: Any) -> ArgumentMap:
    return ArgumentMap.model_validate({"argmap": "1", "id": "m", "statements": statements, **rest})


def advice(m: ArgumentMap) -> list[str]:
    return [d.code for check in TEACHING_CHECKS for d in check(m)]


def advice_on(text: str, **fields: Any) -> list[str]:
    return advice(a_map({"t": {"type": "thesis", "text": text, **fields}}))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The tram is quiet.", []),
        ("The tram is quiet. The bus is not.", ["AM520"]),
        ("The tram came on 3. Oktober to the town.", []),
        ("The tram is quiet;", ["AM523"]),
        ("路面電車は静かだ。バスはうるさい。", ["AM520"]),
        ("The tram is quiet, and the bus is loud.", ["AM521"]),
        ("The tram is quiet, while most buses are loud.", ["AM521"]),
        ("The tram helps the town, yet nobody in it knows.", []),  # missed: the second subject has no determiner
        ("The tram is quiet, and the man who wins is rich.", []),  # missed: a relative clause before the verb
        ("The tram is quiet, and the passing of time is slow.", []),
        ("The town has shops, parks, and the tram is one of a few.", []),  # a list, it seems
        ("Although it rained, the tram was full, and the bus was late.", ["AM521"]),
        ("The council asked whether it pays, and the mayor was silent.", []),
        ("The tram is quiet and they are glad.", ["AM521"]),
        ("The tram runs for you and it is late.", ["AM521"]),
        ("In May it ran between the town and it.", []),
        ("The tram is slow because of the snow.", []),
        ("The tram is slow because it snows.", ["AM522"]),
        ("The tram is therefore slow.", ["AM522"]),
        ("The tram has thus far been slow.", []),
        ("The tram is slow, since it snows.", ["AM522"]),
        ("Since it opened the tram is slow.", []),
        ("The mayor wrote that “rents fall because flats are built”.", []),
        ("Because of the snow the tram is slow.", []),
        ("Because it snows the tram is slow.", ["AM523"]),
        ("Because it snows, the tram is slow.", ["AM522"]),
        ("The end of the tram", ["AM523"]),
        ("The tram is “slow”", ["AM523"]),
        ("The tram is said to be “slow.”", []),
        ("Is the tram slow?", ["AM524"]),
        ("The " + "very " * 28 + "slow tram.", ["AM525"]),
        ("The " + "very " * 27 + "slow tram.", []),
        ("These are slow trams.", ["AM541"]),
        ("This tram is slow.", []),
        ("They still want a tram.", ["AM541"]),
        ("The mindless plan is a world class witch hunt.", ["AM528"]),
        ("Surely the tram is slow.", ["AM529"]),
        ("The line is clearly marked on the map.", []),
        ("The tram may come.", ["AM530"]),
        ("It seems that the tram is slow.", ["AM530"]),
        ("In May the tram came to the town.", []),
        ("The tram is more likely than a bus to be late.", []),
        ("Only the council, which may be wrong, is for the tram.", []),
        ("The tram takes 40 % of the traffic.", ["AM538"]),
        ("The tram has cost 2.5 million.", ["AM538"]),
        ("The tram has cost 1,250,000 percent more.", ["AM538"]),
        ("The tram was built in 1881 for 3 towns.", []),
        ("Die Tram ist leise, und der Bus ist laut.", []),  # German: only what holds in every language
        ("Die Tram fährt in die Stadt, und die Busse sind an der Ecke.", []),
        ("Le tram est calme, et la ville a des bus.", []),
        ("Die Tram ist teuer, deshalb fehlt sie.", ["AM522"]),
        ("Wer braucht eine Tram?", ["AM524"]),
    ],
)
def test_a_text_is_given_the_advice_it_needs_and_no_other(text: str, codes: list[str]) -> None:
    assert advice_on(text) == codes


def test_what_is_coded_as_a_cause_may_say_because() -> None:
    says = {"cause": "snow", "lowers": "speed"}
    assert advice_on("The tram is slow because it snows.", says=says) == []


def test_words_of_the_article_may_be_loaded_or_assuring() -> None:
    assert advice_on("The outrageous fare of the tram is high.", quote="Outrageous fares") == []
    assert advice_on("The tram is obviously slow.", quote="obviously slow") == []


def test_a_hedge_is_let_be_where_certainty_is_stated_or_the_statement_is_only_supposed() -> None:
    assert advice_on("The tram may come.", certainty="possible") == []
    supposed = a_map(
        {
            "t": {"type": "thesis", "text": "The town is glad of the tram.", "if": ["c"]},
            "c": {"text": "The tram may come."},
        }
    )
    assert advice(supposed) == []


@pytest.mark.parametrize(
    ("label", "codes"),
    [
        ("The tram", ["AM526"]),
        ("Slow trams", []),  # "trams" may be a verb for all that is known
        ("Tram comes", []),
        ("Ban trams", []),
        ("Against quotas", []),
        ("The slow old tram", []),
        ("the tram is slow", ["AM527"]),
    ],
)
def test_a_label_claims_something_and_not_the_same_again(label: str, codes: list[str]) -> None:
    assert advice_on("The tram is slow.", label=label) == codes


def test_labels_and_texts_in_other_languages_are_not_asked_for_english_verbs() -> None:
    assert advice_on("Die Tram kommt.", label="Die Tram") == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("stable", "stability", True),
        ("China", "Chinese", True),
        ("tram", "trams", True),
        ("TRAM", "tram", True),
        ("contain", "continue", False),
        ("car", "vehicle", False),
        ("bus", "but", False),
        ("an", "ant", False),
        ("rent", "rens", True),  # too generous, which keeps the advice quiet
    ],
)
def test_words_that_begin_alike_are_forms_of_one(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is alike(other, one) is same


PREMISES: Statements = {
    "quiet": {"type": "evidence", "text": "A tram is quiet.", "at": "¶1"},
    "asthma": {"text": "Asthma rises in the schools."},
    "council": {"text": "The schools worry the council."},
    "pointer": {"text": "In schools they suffer."},
    "bus": {"text": "The bus is loud."},
}


def of_reasons(*because: Any) -> list[str]:
    """The advice on a thesis with these reasons, and the premises they name, but that on evidence."""
    reasons = ArgumentMap.model_validate(
        {"argmap": "1", "id": "m", "statements": {"t": {"text": "The tram should come.", "because": because}}}
    )
    named = {name for r in reasons.statements["t"].because for name in (*r.premises, *r.unless)}
    thesis = {"type": "thesis", "text": "The tram should come.", "because": list(because)}
    m = a_map({"t": thesis, **{key: premise for key, premise in PREMISES.items() if key in named}})
    return [code for code in advice(m) if code != "AM537"]


@pytest.mark.parametrize(
    ("because", "codes"),
    [
        (["quiet"], ["AM531"]),
        ([["quiet", "council"]], ["AM533"]),
        ([["quiet", "pointer"]], []),  # "they" may be anybody
        ([["asthma", "council"]], ["AM532"]),
        ([["asthma", "pointer"]], []),
        ([["asthma", "bus"]], ["AM532"]),  # the conclusion is told, not every premise
        (["asthma", "bus"], ["AM531", "AM534"]),  # once for a conclusion
        (["pointer"], ["AM531"]),
        ([{"premises": ["asthma"], "scheme": "consequences"}], []),
        ([{"premises": ["quiet"], "unless": ["bus"]}], []),
    ],
)
def test_a_reason_is_asked_what_connects_it(because: list[Any], codes: list[str]) -> None:
    assert of_reasons(*because) == codes


def test_a_fact_under_a_fact_is_not_asked_for_an_assumption() -> None:
    m = a_map(
        {
            "t": {"type": "thesis", "text": "The tram should come.", "because": [["quiet", "x"]]},
            "quiet": {"text": "A tram is quiet.", "because": ["asthma"]},
            "x": {"text": "What is quiet should come."},
            "asthma": {"type": "evidence", "text": "Asthma rises in the schools.", "at": "¶1"},
        }
    )
    assert advice(m) == []


def test_names_of_one_actor_and_keys_of_the_codebook_count_as_one_word() -> None:
    book = {"id": "c", "actors": {"jp": {"name": "Japan", "aliases": ["Tokyo"]}}, "factors": {"f": "F", "g": "G"}}
    named: Statements = {
        "t": {"type": "thesis", "text": "Action is due from Tokyo to the allies.", "because": ["p"]},
        "p": {"type": "evidence", "text": "The ships sail from Japan's harbours.", "at": "¶1"},
    }
    assert advice(a_map(named)) == ["AM531", "AM534"]
    assert advice(a_map(named, codebook=book)) == ["AM531"]
    coded = {
        "t": {
            "type": "thesis",
            "text": "The town should act.",
            "because": ["p"],
            "says": {"cause": "f", "raises": "g"},
        },
        "p": {"type": "evidence", "text": "Ships sail.", "at": "¶1", "says": {"cause": "f", "lowers": "g"}},
    }
    assert advice(a_map(coded)) == ["AM531"]
    cast = {
        "t": {
            "type": "thesis",
            "text": "The town should act.",
            "because": ["p"],
            "says": {"actor": "jp", "role": "ally"},
        },
        "p": {
            "type": "evidence",
            "text": "Ships sail.",
            "at": "¶1",
            "says": {"actor": "us", "role": "ally", "toward": ["jp"]},
        },
    }
    assert advice(a_map(cast)) == ["AM531"]


def test_an_objection_without_a_voice_is_the_authors_own_where_voices_are_used() -> None:
    def objected(**thesis: str) -> ArgumentMap:
        statements: Statements = {
            "t": {"type": "thesis", "text": "The tram should come.", "but": ["dear", "loud", "unknown"]},
            "dear": {"type": "objection", "text": "The tram is dear."},
            "loud": {"type": "objection", "text": "The bell is loud.", **thesis},
        }
        return a_map(statements)

    assert advice(objected()) == ["AM539", "AM539"]
    assert advice(objected(voice="Critics")) == ["AM539"]
    assert advice(objected(voice="author")) == []


def test_an_objection_whose_step_is_doubted_is_answered() -> None:
    m = a_map(
        {
            "t": {"type": "thesis", "text": "The tram should come.", "but": ["dear"]},
            "dear": {
                "type": "objection",
                "text": "The tram is dear.",
                "because": [{"premises": ["p"], "unless": ["u"]}],
            },
            "p": {"text": "The tram needs rails."},
            "u": {"text": "The rails of the tram are there."},
        }
    )
    assert advice(m) == []


def test_a_view_ends_at_the_next_thesis_and_a_small_one_is_let_be() -> None:
    def chain(of: str, count: int) -> dict[str, dict[str, Any]]:
        tops = {f"{of}0": {"type": "thesis", "text": f"The tram {of} is good.", "but": [f"{of}1"]}}
        rest = {
            f"{of}{i}": {"text": f"The tram {of} {i} is good.", "but": [f"{of}{i + 1}"] if i < count else []}
            for i in range(1, count + 1)
        }
        return {**tops, **rest}

    two = {**chain("a", 20), **chain("b", 20)}
    two["a20"]["because"] = ["b0"]
    told = [d for d in check_map(a_map(two), teach=True) if d.code == "AM535"]
    assert told == []
    [told_one] = [d for d in check_map(a_map(chain("a", 30)), teach=True) if d.code == "AM535"]
    assert told_one.message.startswith("31 statements stand in one view, 'a0'")
    assert told_one.help == "draw branches by themselves with `--focus`: 'a1' (30)"


def test_a_wide_view_without_branches_is_to_be_told_in_several_maps() -> None:
    many = {f"p{i}": {"text": f"The tram {i} is good."} for i in range(31)}
    m = a_map({"t": {"type": "thesis", "text": "The tram is good.", "but": list(many)}, **many})
    assert [d.help for d in check_map(m, teach=True) if d.code == "AM535"] == ["tell it in several maps"]


def test_a_circle_is_no_evidence_and_no_hang() -> None:
    m = a_map(
        {
            "t": {"type": "thesis", "text": "The tram is good.", "because": [["a", "b"]]},
            "a": {"text": "The tram is quiet.", "because": [["b", "missing"]]},
            "b": {"text": "The tram is quick.", "because": [["a", "t"]]},
        }
    )
    assert [d.message for d in check_map(m, teach=True) if d.code == "AM537"] == [
        "no line of support of the thesis 't' ends in evidence; it rests on 'a', 'b'"
    ]
    alone = a_map({"t": {"type": "thesis", "text": "The tram is good.", "because": ["missing"]}})
    assert advice(alone) == []


def test_a_source_at_the_end_of_a_line_is_evidence() -> None:
    m = a_map(
        {
            "t": {"type": "thesis", "text": "The tram is good.", "because": [["a", "b"]]},
            "a": {"text": "The tram is quiet.", "because": [["b", "c"]]},
            "b": {"text": "The tram is quick."},
            "c": {"text": "The tram was measured.", "sources": ["s"]},
        },
        sources={"s": {"title": "A report"}},
    )
    assert advice(m) == []


def test_texts_too_long_for_a_box_are_told_to_be_long_and_nothing_else() -> None:
    text = "The tram is slow because it snows. " * 200
    assert advice_on(text, label="x " * 5000) == ["AM525"]
    m = a_map({"t": {"type": "thesis", "text": text, "because": ["p"]}, "p": {"text": "Ships sail.", "at": "¶1"}})
    assert advice(m) == ["AM525", "AM531", "AM537"]


def test_a_map_without_statements_or_theses_is_given_no_advice() -> None:
    assert advice(a_map({})) == []
    assert advice(a_map({f"p{i}": {"text": f"The tram {i} is slow."} for i in range(9)})) == []


def test_advice_is_given_only_where_it_is_asked_for_and_never_on_what_is_left_of_a_map() -> None:
    m = a_map({"t": {"type": "thesis", "text": "Is the tram slow?"}})
    assert [d.code for d in check_map(m)] == []
    assert [d.code for d in check_map(m, teach=True)] == ["AM524"]
    assert [d.code for d in check_map(m, teach=True, salvaged=True)] == []


def test_check_teaches_with_exit_code_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "m.yaml"
    path.write_text("argmap: 1\nid: m\nstatements:\n  t: {type: thesis, text: Is the tram slow?}\n", encoding="utf-8")
    assert main(["check", str(path)]) == 0
    assert "AM524" not in "".join(capsys.readouterr())
    assert main(["check", "--teach", "--strict", str(path)]) == 0
    assert "advice[AM524]: the text of 't' asks: 'Is the tram slow?'" in "".join(capsys.readouterr())


def test_the_checks_of_teaching_are_not_imported_by_who_does_not_ask() -> None:
    code = (
        "import sys; from argmap.cli import main; main(['check', *sys.argv[1:]]);"
        "sys.exit(any(m.startswith('argmap.checks.teaching') for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code, str(MAPS[0])], check=False, capture_output=True).returncode == 0


def test_of_a_large_map_only_the_first_theses_are_told() -> None:
    chain = {
        f"c{i}": {"text": f"The bus {i} is bad.", "because": [f"c{i + 1}"] if i < 2999 else []} for i in range(3000)
    }
    tops = {f"t{i}": {"type": "thesis", "text": f"The tram {i} is good.", "because": ["c0"]} for i in range(3000)}
    long = {"t": {"type": "thesis", "text": ", and the " * 100_000, "because": [["t", *chain]]}}
    m = a_map({**tops, **chain, **long})
    told = Counter(advice(m))
    assert told["AM535"] == told["AM537"] == 20  # of so many theses it is told of the first only


def test_every_code_of_teaching_is_advice_and_has_its_part_of_the_page() -> None:
    page = (ROOT / "docs" / "teaching-advice.md").read_text(encoding="utf-8")
    teaching = {code: p for code, p in CODES.items() if p.teaching}
    assert {p.severity for p in teaching.values()} == {"advice"}
    assert [code for code, p in teaching.items() if f"### {code} {p.name}\n" not in page] == []


def test_the_page_counts_the_advice_on_the_maps_that_come_along() -> None:
    page = (ROOT / "docs" / "teaching-advice.md").read_text(encoding="utf-8")
    told = Counter(code for path in MAPS for code in advice(load(path)))
    rows = [line.split("|") for line in page.splitlines() if line.startswith("| AM5")]
    assert {row[1].strip(): int(row[2].split("/")[-1]) for row in rows} == {
        code: told.get(code, 0) for code, p in CODES.items() if p.teaching
    }
