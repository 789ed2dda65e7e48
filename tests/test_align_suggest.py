"""`argmap align suggest` and `argmap align check`, as they are called."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from alignment_cases import CASES, MAPS
from comparison_cases import a_map

from argmap import files
from argmap.cli import main
from argmap.comparison.alignment.correspondences import MANUAL, PROPOSED, Correspondence, Ref
from argmap.comparison.alignment.suggesting.suggestion import Neighbour, Suggestion
from argmap.formats.sssom_writing import new_header, with_prefixes, write_alignment
from argmap.reporters.suggestions_pair import neighbours_in, pair_lines
from argmap.reporters.suggestions_text import NOTHING, suggestions_text
from argmap.reporters.suggestions_words import grounds, standing

RUIZ, PATEL, WU = (str(MAPS / f"{name}.yaml") for name in ("ruiz", "patel", "wu"))
Golden = Callable[[str, str], None]


def called(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["align", *words])
    done = capsys.readouterr()
    return code, done.out, done.err


RIDING = Suggestion(
    Ref("ruiz", "safer"),
    Ref("patel", "less-danger"),
    0.4499,
    mutual=True,
    margin=0.25,
    shared_words=("riding",),
    neighbours=(Neighbour(Ref("ruiz", "quiet"), Ref("patel", "calm"), True, "because", "because"),),
)
DRIVERS = Suggestion(
    Ref("ruiz", "quiet"),
    Ref("patel", "drivers"),
    0.2,
    mutual=False,
    margin=-0.1,
    similar_words=(("drive", "drivers"),),
    shared_tags=("actor:shops",),
    warnings=("different actors",),
)


@pytest.fixture
def two_proposals(monkeypatch: pytest.MonkeyPatch) -> None:
    """How likely they are is for the tests of `suggest`; these are of what is made of it."""
    monkeypatch.setattr("argmap.cli.align_suggest.suggest", lambda *maps, **options: (RIDING, DRIVERS))


@pytest.mark.usefixtures("two_proposals")
def test_proposals_are_explained(capsys: pytest.CaptureFixture[str], golden: Golden) -> None:
    code, out, err = called(capsys, "suggest", RUIZ, PATEL)
    golden("align/suggestions.txt", out)
    assert (code, err) == (
        0,
        "argmap: to decide, write them to a file with -o FILE.sssom.tsv, then `argmap align review`\n",
    )


def test_reported_speech_is_not_proposed_and_what_never_is_gets_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reported = replace(DRIVERS, left=Ref("ruiz", "lost"))
    monkeypatch.setattr("argmap.cli.align_suggest.suggest", lambda *maps, **options: (reported,))
    out = " ".join(called(capsys, "suggest", RUIZ, PATEL)[1].split())
    assert out.startswith(NOTHING.strip())
    assert "ruiz:trade, ruiz:both, patel:council (causes, parts of actors and several stances at once" in out
    assert out.endswith("ruiz:lost (reported speech, which a row joins to no effect).")


def test_of_many_statements_that_never_are_proposed_eight_are_named() -> None:
    keyed = {f"s{i}": {"says": {"cause": "c", "raises": "e"}} for i in range(10)}
    text = suggestions_text([], [a_map("left", keyed)], width=200)
    assert "left:s7 and 2 more (causes" in text
    assert suggestions_text([], [a_map("left", "{x: {}}")]) == NOTHING


@pytest.mark.usefixtures("two_proposals")
def test_proposals_are_data(capsys: pytest.CaptureFixture[str], golden: Golden) -> None:
    code, out, err = called(capsys, "suggest", RUIZ, PATEL, "--format", "json")
    golden("align/suggestions.json", out)
    assert (code, err, len(json.loads(out)["suggestions"])) == (0, "", 2)


@pytest.mark.usefixtures("two_proposals")
def test_proposals_are_an_alignment_in_which_nothing_is_accepted(
    capsys: pytest.CaptureFixture[str], golden: Golden, tmp_path: Path
) -> None:
    code, out, _ = called(capsys, "suggest", RUIZ, PATEL, "--format", "tsv")
    golden("align/suggestions.sssom.tsv", out)
    path = tmp_path / "a.sssom.tsv"
    path.write_text(out, encoding="utf-8")
    rows = files.read_alignment(path).unwrap()
    assert code == 0
    assert {(r.predicate, r.justification, r.rejected, r.author, r.confidence) for r in rows} == {
        ("argmap:related", PROPOSED, False, "", None)
    }
    assert called(capsys, "suggest", RUIZ, PATEL, "-o", "-")[1] == out


def test_without_a_verb_of_its_own_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = called(capsys)
    assert (code, err) == (0, "")
    listed = out.partition("Commands:")[2].splitlines()[1:4]
    assert [line.split()[0] for line in listed] == ["suggest", "review", "check"]


def test_no_flag_accepts(capsys: pytest.CaptureFixture[str]) -> None:
    helped = called(capsys, "suggest", "--help")[1]
    assert "accept" not in helped.replace("Nothing is accepted", "").lower()
    assert called(capsys, "suggest", RUIZ, PATEL, "--accept")[0] == 2


def test_a_new_alignment_is_written_and_the_next_step_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "my alignment.sssom.tsv"
    code, out, err = called(capsys, "suggest", RUIZ, PATEL, "--top", "2", "-o", str(path))
    assert (code, out) == (0, "")
    assert err == (
        f"argmap: 2 proposals written to '{path}'; nothing is accepted; "
        f"next: argmap align review '{path}' {RUIZ} {PATEL}\n"
    )
    assert len(files.read_alignment(path).unwrap()) == 2


def test_an_alignment_that_exists_keeps_all_it_holds_and_gains_what_is_new(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "a.sssom.tsv"
    called(capsys, "suggest", RUIZ, PATEL, "--top", "2", "-o", str(path))
    first, second = files.read_alignment(path).unwrap()
    refused = Correspondence(
        first.subject, "argmap:related", first.object, MANUAL, rejected=True, author="Ana", extra=(("week", "3"),)
    )
    header = ("license: none", "curie_map:", "    ruiz: x", "comment: ours")
    path.write_text(write_alignment([refused, second], header), encoding="utf-8")
    _, _, err = called(capsys, "suggest", RUIZ, PATEL, "-o", str(path))
    reading = files.read_alignment(path)
    assert "added to" in err
    assert reading.rows[:2] == (refused, second)
    assert len({frozenset((r.subject, r.object)) for r in reading.rows}) == len(reading.rows) > 2
    assert reading.header == (*header[:3], '    patel: "urn:x-argmap:map:patel:"', header[3])
    before = path.read_bytes()
    _, _, err = called(capsys, "suggest", RUIZ, PATEL, "-o", str(path))
    assert err == f"argmap: nothing new to propose; '{path}' is as it was\n"
    assert path.read_bytes() == before


def test_pairs_of_a_known_alignment_are_not_proposed_again(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "a.sssom.tsv"
    called(capsys, "suggest", RUIZ, PATEL, "-o", str(path))
    _, out, err = called(capsys, "suggest", PATEL, RUIZ, "--known", str(path))
    assert (out.startswith(NOTHING), err) == (True, "")


def test_one_to_one_names_each_statement_once(capsys: pytest.CaptureFixture[str]) -> None:
    out = called(capsys, "suggest", RUIZ, PATEL, "--one-to-one", "--format", "json")[1]
    for side in ("left", "right"):
        ids = [s[side]["id"] for s in json.loads(out)["suggestions"]]
        assert len(set(ids)) == len(ids)


def test_nothing_to_propose_is_said_and_no_file_made(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    tram = tmp_path / "tram.yaml"
    tram.write_text("{argmap: 1, id: tram, statements: {t: {type: thesis, text: Trams glow.}}}", encoding="utf-8")
    path = tmp_path / "a.sssom.tsv"
    code, out, err = called(capsys, "suggest", RUIZ, str(tram), "-o", str(path))
    assert (code, out) == (0, "")
    assert err == f"argmap: nothing to propose: no two statements are alike enough; '{path}' is not written\n"
    assert not path.exists()
    assert called(capsys, "suggest", RUIZ, str(tram))[1].startswith(NOTHING)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([RUIZ, RUIZ], "another map is called 'ruiz' too"),
        ([RUIZ, PATEL, "-o", RUIZ], "is read by this command and would be lost; write to another file"),
        ([RUIZ, PATEL, "-o", "a.tsv", "--format", "json"], "-o writes an alignment, whatever --format says"),
        ([RUIZ, PATEL, "-o", WU], "error[AM701]: this is a map or codebook, and an alignment is expected"),
        ([RUIZ, PATEL, "--known", "none.sssom.tsv"], "there is no file 'none.sssom.tsv'"),
        ([RUIZ, str(MAPS / "lane.codebook.yaml")], "is a codebook; name a map; the codebook is found through it"),
        ([RUIZ, str(CASES / "AM201" / "bad.yaml")], "error[AM201]"),
        ([RUIZ, PATEL, "--top", "0"], "--top"),
    ],
)
def test_what_cannot_be_done_is_said_with_a_way_out(
    capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    before = Path(WU).read_bytes()
    code, out, err = called(capsys, "suggest", *words)
    assert (code, out) == (2, "")
    assert said in err
    assert Path(WU).read_bytes() == before


def shown(**fields: object) -> Suggestion:
    found: dict[str, object] = {
        "left": Ref("a", "x"),
        "right": Ref("b", "y"),
        "score": 0.5,
        "mutual": False,
        "margin": 0.0,
    }
    return Suggestion(**(found | fields))  # type: ignore[arg-type]


A = a_map("a", "{x: {because: [r], quote: a word, at: ¶3, says: {cause: [c, x], raises: e}}, r: {}, o: {but: [x]}}")
B = a_map("b", "{y: {voice: shops, says: {actor: council, role: ally}}, r: {}, d: {because: [y]}}")


def test_what_speaks_for_a_pair_is_said_kind_by_kind() -> None:
    s = shown(
        shared_words=("rain", "lane"),
        similar_words=(("build", "building"),),
        shared_tags=("actor:council", "actor:shops", "source:s"),
        neighbours=(
            Neighbour(Ref("a", "r"), Ref("b", "r"), True, "because", "because"),
            Neighbour(Ref("a", "o"), Ref("b", "d"), False, "but", "because"),
        ),
    )
    assert list(grounds(s, {"a": A, "b": B})) == [
        "words of both: rain, lane",
        "similar words: build and building",
        "actors of both: council, shops",
        "source of both: s",
        "reasons that are alike: “r” and “r”",
        "neighbours that are alike: what they object to, “o”, and what they are reasons for, “d”",
    ]


def test_a_proposal_stands_beside_others() -> None:
    assert standing(shown(mutual=True)) == "score 0.50, each the other's likeliest"
    assert standing(shown(margin=0.1)) == "score 0.50"
    assert standing(shown(margin=-0.1)) == "score 0.50; 1 has a likelier one"


def test_voice_coding_and_warnings_are_shown() -> None:
    text = suggestions_text([shown(warnings=("same words, different actors",))], [A, B], width=80)
    assert (
        text
        == """\
Proposal 1  score 0.50
1  a:x
   x
   “a word” ¶3
   coded: c, x raises e
2  b:y
   y
   said by shopkeepers, not by the author
   coded: council as ally
!  same words, different actors

1 proposal; nothing is accepted, and likeness does not tell agreement from
contradiction.
"""
    )
    assert "\x1b[" in suggestions_text([shown(warnings=("careful",))], [A, B], color=True)


def test_of_many_neighbours_three_of_a_kind_are_shown() -> None:
    rest = "p: {}, q: {}, r: {}, s: {}, t: {}, o: {}, u: {because: [x]}"
    m = a_map("a", f"{{x: {{because: [p, q, r, s, t], but: [o]}}, {rest}}}")
    lines = list(pair_lines([Ref("a", "x"), Ref("a", "o")], {"a": neighbours_in(m)}, width=80, color=False))
    assert lines == [
        *("1  a:x", "   x", "   because: p", "   because: q", "   because: r", "   because: 2 more"),
        *("   but: o", "   a reason for: u", "2  a:o", "   o", "   an objection to: x"),
    ]


def test_a_long_neighbour_is_wrapped_under_itself() -> None:
    text = "Rain falls on the just and on the unjust fellow, day in, day out, all year"
    m = a_map("a", {"x": {"because": ["r"], "says": {"holds": "p"}}, "r": {"text": text}})
    lines = list(pair_lines([Ref("a", "x")], {"a": neighbours_in(m)}, width=50, color=True))
    assert lines[-2:] == [
        "   \x1b[2mbecause: Rain falls on the just and on the\x1b[0m",
        "     \x1b[2munjust fellow, day in, day out, all year\x1b[0m",
    ]


def test_metadata_without_prefixes_stay_as_they_are() -> None:
    assert with_prefixes(("license: none",), ["a"]) == ("license: none",)
    assert with_prefixes((), ["a"]) == ()
    assert with_prefixes(("curie_map:",), ["a"]) == ("curie_map:", '  a: "urn:x-argmap:map:a:"')
    assert with_prefixes(new_header(["a", "b"]), ["a", "b"]) == new_header(["a", "b"])


class TestCheck:
    def test_errors_give_1_and_a_clean_file_is_met_with_silence(self, capsys: pytest.CaptureFixture[str]) -> None:
        good = str(CASES / "AM722" / "good.sssom.tsv")
        assert called(capsys, "check", good, RUIZ, PATEL) == (0, "", "")
        code, out, _ = called(capsys, "check", str(CASES / "AM722" / "bad.sssom.tsv"), RUIZ, PATEL)
        assert code == 1
        assert "bad.sssom.tsv:2:1: error[AM722]: the map 'ruiz' has no statement 'saver'" in out
        assert out.endswith("4 errors in 3 files\n")

    def test_warnings_give_0_and_with_strict_1(self, capsys: pytest.CaptureFixture[str]) -> None:
        words = ["check", str(CASES / "AM725" / "bad.sssom.tsv"), RUIZ, PATEL]
        assert called(capsys, *words)[0] == 0
        assert called(capsys, *words, "--strict")[0] == 1

    def test_without_maps_the_file_is_checked_by_itself(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert called(capsys, "check", str(CASES / "AM722" / "bad.sssom.tsv"))[0] == 0
        assert called(capsys, "check", str(CASES / "AM713" / "bad.sssom.tsv"))[0] == 1

    def test_errors_of_a_map_are_told_too(self, capsys: pytest.CaptureFixture[str]) -> None:
        good, broken = str(CASES / "AM722" / "good.sssom.tsv"), str(CASES / "AM201" / "bad.yaml")
        code, out, _ = called(capsys, "check", good, RUIZ, PATEL, broken)
        assert code == 1
        assert "error[AM201]" in out

    def test_other_formats_say_the_same(self, capsys: pytest.CaptureFixture[str]) -> None:
        words = ["check", str(CASES / "AM722" / "bad.sssom.tsv"), RUIZ, PATEL]
        code, out, _ = called(capsys, *words, "--format", "json")
        assert (code, [d["code"] for d in json.loads(out)["diagnostics"]]) == (1, ["AM722"] * 4)
        assert called(capsys, *words, "--format", "github")[1].count("::error") == 4

    def test_a_missing_file_gives_2(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert called(capsys, "check", "none.sssom.tsv", RUIZ)[0] == 2
        assert called(capsys, "check", str(CASES / "AM722" / "good.sssom.tsv"), "none.yaml")[0] == 2

    def test_a_person_at_a_terminal_is_told_that_all_is_well(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("argmap.cli.terminal.is_terminal", lambda stream: True)
        monkeypatch.setenv("NO_COLOR", "1")
        words = ["check", str(CASES / "AM722" / "good.sssom.tsv"), RUIZ, PATEL]
        assert called(capsys, *words) == (0, "", "argmap: no problems in 3 files\n")

    def test_standard_input_is_an_alignment(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        text = (CASES / "AM722" / "bad.sssom.tsv").read_bytes()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text), encoding="utf-8"))
        code, out, _ = called(capsys, "check", "-", RUIZ, PATEL)
        assert code == 1
        assert "<stdin>:2:1: error[AM722]" in out
