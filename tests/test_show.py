"""`argmap show` with filters, and of a codebook."""

from itertools import combinations
from pathlib import Path

import pytest
from generated_maps import Content, brief, build, contents
from hypothesis import given
from hypothesis import strategies as st
from made_up_maps import made_up

from argmap.cli import main
from argmap.facade import project
from argmap.languages import words_in
from argmap.model import ArgumentMap
from argmap.reporters.outline import outline_markdown, outline_text
from argmap.reporters.outline_choice import Choice, UnknownName, chosen, lines_of
from argmap.reporters.outline_items import items

Shell = pytest.CaptureFixture[str]

BOOK = """\
argmap-codebook: 1
id: city
title: A city
actors: {mayor: {name: Mayor Berg, aliases: [the "Old" Mayor]}, riders: Riders}
factors: {rain: Rain, floods: Floods}
propositions: {pays: {text: The lane pays, kind: policy}, quiet: It is quiet}
roles: {payer: {text: pays | owes}, idle: {}}
places: {port: {aliases: [Harbour], within: land}, land: {}}
sources: {survey: {authors: [Ann Lee], title: The Survey, date: 2020}}
"""
MAP = """\
argmap: 1
id: tram
title: A tram
codebook: city.yaml
statements:
  build:
    {type: thesis, text: The harbour needs a tram., quote: "a tram, now", at: ¶1, says: {holds: pays}, but: [noise],
     because: [[full, growing], {premises: [cheap], unless: [strike, snow]}]}
  full: {type: claim, text: Buses are full., label: Crowding, at: [¶3-5, p. 2], because: [count]}
  count: {type: evidence, text: So counts say., sources: [survey], at: §2.1}
  growing:
    {type: claim, text: The quarter grows., certainty: likely, says: {cause: [rain], raises: floods}, because: [deep]}
  deep: {text: Flats are built., because: [deeper], where: harbour}
  deeper: {text: Cranes stand “there”., voice: Ann, because: [count-too]}
  count-too: {type: evidence, text: Twelve of them., voice: mayor}
  cheap: {type: assumption, text: Rails last., certainty: possible}
  strike: {text: Crews may strike., voice: mayor, says: {actor: mayor, role: payer, toward: [riders]}}
  snow: {text: Snow may fall., because: [growing]}
  noise: {type: objection, text: Trams are loud., quote: the … noise, voice: mayor}
  loose: {text: Ferries are slow.}
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "city.yaml").write_text(BOOK.replace('"Old"', "Old"), encoding="utf-8")
    (tmp_path / "tram.yaml").write_text(MAP, encoding="utf-8")
    return tmp_path


def show(capsys: Shell, *arguments: str) -> tuple[list[str], str]:
    assert main(["show", *arguments]) == 0, capsys.readouterr().err
    out, err = capsys.readouterr()
    return out.splitlines(), err


CHOSEN = {
    ("--type", "thesis"): ["build"],
    ("--type", "thesis", "--type", "objection"): ["build", "noise"],
    ("--voice", "author"): ["build", "full", "count", "growing", "deep", "cheap", "snow", "loose"],
    ("--voice", "reported"): ["deeper", "count-too", "strike", "noise"],
    ("--voice", "mayor"): ["count-too", "strike", "noise"],
    ("--voice", "MAYOR BERG"): ["count-too", "strike", "noise"],
    ("--voice", "The Old Mayor"): ["count-too", "strike", "noise"],
    ("--voice", "ann"): ["deeper"],
    ("--certainty", "likely", "--certainty", "possible"): ["growing", "cheap"],
    ("--about", "pays"): ["build"],
    ("--about", "rain"): ["growing"],
    ("--about", "floods"): ["growing"],
    ("--about", "riders"): ["strike"],
    ("--about", "payer"): ["strike"],
    ("--about", "quiet"): [],
    ("--branch", "growing"): ["growing", "deep", "deeper", "count-too"],
    ("--branch", "growing", "--depth", "1"): ["growing", "deep"],
    ("--branch", "growing", "--depth", "0"): ["growing"],
    ("--branch", "C2"): ["growing", "deep", "deeper", "count-too"],
    ("--depth", "0"): ["build", "loose"],
    ("--depth", "1"): ["build", "full", "growing", "cheap", "strike", "snow", "noise", "loose"],
    ("--source", "survey"): ["count"],
    ("--uncoded", "--type", "claim"): ["full"],
    ("--unquoted", "--type", "thesis"): [],
    ("--text", "CROWD"): ["full"],
    ("--text", '"THERE"'): ["deeper"],
    ("--text", "the … tram"): ["build"],
    ("--text", "a tram, now"): ["build"],
    ("--text", "tram harbour"): [],
    ("--at", "¶1"): ["build"],
    ("--at", "4"): ["full"],
    ("--at", "¶2-9"): ["full"],
    ("--at", "p. 2"): ["full"],
    ("--at", "§2"): ["count"],
    ("--at", "§2.1"): ["count"],
    ("--at", "§2.1.3"): ["count"],
    ("--at", "§2.2"): [],
    ("--at", "§21"): [],
    ("--voice", "reported", "--unquoted", "--text", "strike"): ["strike"],
}


@pytest.mark.parametrize("arguments", CHOSEN, ids=" ".join)
def test_what_is_asked_for_is_shown_and_the_rest_is_counted(
    here: Path, capsys: Shell, arguments: tuple[str, ...]
) -> None:
    lines, err = show(capsys, "tram.yaml", "--ids", "file", *arguments)
    wanted = CHOSEN[arguments]
    own = [line for line in lines if "…" not in line or "the … noise" in line]
    found = [key for key in ORDER if any(line.endswith(f"[{key}]") for line in own)]
    assert found == [key for key in ORDER if key in wanted]
    if wanted:
        context = sum(line.endswith("]") and line not in own for line in lines)
        more = f", {context} more in few words above them (…)" if context else ""
        assert err == f"argmap: {len(wanted)} of 12 statements{more}, {12 - len(wanted) - context} hidden\n"
    else:
        assert (lines, err) == ([], "argmap: none of the 12 statements of 'tram' is like that\n")


ORDER = [
    "build",
    "full",
    "count",
    "growing",
    "deep",
    "deeper",
    "count-too",
    "cheap",
    "strike",
    "snow",
    "noise",
    "loose",
]


def test_what_stands_above_is_told_in_few_words(here: Path, capsys: Shell) -> None:
    lines, err = show(capsys, "tram.yaml", "--text", "cranes")
    assert lines == [
        "A tram",
        "tram, 12 statements, codebook city",
        "",
        "T The harbour needs a tram …",
        "   because (together) C1 Crowding …",
        "   and C2 The quarter grows …",
        "      because P1 Flats are built …",
        "         because P2 (says Ann, not the author): Cranes stand “there”.",
    ]
    assert err == "argmap: 1 of 12 statements, 4 more in few words above them (…), 7 hidden\n"


def test_what_is_told_in_few_words_ends_in_one_ellipsis(here: Path, capsys: Shell) -> None:
    Path("long.yaml").write_text(
        "argmap: 1\nid: long\nstatements:\n"
        "  t: {type: thesis, text: The harbour needs a tram that runs at night and on holidays too., because: [a]}\n"
        "  a: {text: It is far.}\n",
        encoding="utf-8",
    )
    lines, _ = show(capsys, "long.yaml", "--text", "far")
    assert lines[-2:] == ["T The harbour needs a tram that runs at …", "   because P1 It is far."]


def test_a_doubt_stands_by_the_reason_it_doubts(here: Path, capsys: Shell) -> None:
    lines, _ = show(capsys, "tram.yaml", "--text", "snow may")
    assert lines[3:] == [
        "T The harbour needs a tram …",
        "   because U1 Rails last …",
        "   unless P4 Snow may fall.",
    ]


def test_a_second_mention_is_shown_below_what_is_shown(here: Path, capsys: Shell) -> None:
    assert "      because C2 The quarter grows. (likely · see C2)" in show(capsys, "tram.yaml", "--text", "s")[0]
    alone, _ = show(capsys, "tram.yaml", "--type", "claim")
    assert not [line for line in alone if "see C2" in line]


def test_it_holds_in_markdown_and_other_languages(here: Path, capsys: Shell) -> None:
    lines, _ = show(capsys, "tram.yaml", "--text", "cranes", "--format", "markdown", "--lang", "de")
    assert lines[-5:] == [
        "- T The harbour needs a tram …",
        f"  - *{words_in('de').say('map.together', word='weil')}* C1 Crowding …",
        "  - *und* C2 The quarter grows …",
        "    - *weil* P1 Flats are built …",
        "      - *weil* P2 (sagt Ann, nicht der Autor): Cranes stand “there”.",
    ]


def test_context_is_dim_and_what_was_asked_for_is_not(here: Path, capsys: Shell) -> None:
    lines, _ = show(capsys, "tram.yaml", "--depth", "0", "--color", "always")
    assert "\x1b[1mT The harbour needs a tram." in lines[3]
    lines, _ = show(capsys, "tram.yaml", "--text", "snow may", "--color", "always")
    assert lines[3] == "\x1b[2mT The harbour needs a tram …\x1b[0m"


REFUSED = {
    ("tram.yaml", "--type", "claims"): (
        "--type 'claims' is none of thesis, claim, premise, evidence, objection, assumption; did you mean 'claim'?"
    ),
    ("tram.yaml", "--certainty", "sure"): "--certainty 'sure' is none of possible, likely, asserted",
    ("tram.yaml", "--voice", "mayr"): "the map has no voice 'mayr'; did you mean 'mayor'?",
    ("tram.yaml", "--voice", "qqq"): "the map has no voice 'qqq'; there are author, reported, Ann, mayor",
    ("tram.yaml", "--about", "payz"): "the map has no key 'payz'; did you mean 'pays'?",
    ("tram.yaml", "--branch", "growin"): "the map has no statement 'growin'; did you mean 'growing'?",
    ("tram.yaml", "--source", "x"): "the map has no source 'x'; there are survey",
    ("tram.yaml", "--at", "page 3"): "--at: 'page 3' is no place in an article; write ¶15, p. 3 or §2",
    ("tram.yaml", "--at", "5-3"): "--at: '¶5-3' runs backwards; write the smaller number first",
    ("tram.yaml", "--unused"): "--unused chooses keys of a codebook, and this is a map; name the codebook",
    ("city.yaml", "--type", "claim"): "'city.yaml' is a codebook, whose keys only --unused chooses from; name a map",
    ("city.yaml", "--lang", "de"): "'city.yaml' is a codebook, whose keys only --unused chooses from; name a map",
}


@pytest.mark.parametrize("arguments", REFUSED, ids=" ".join)
def test_what_names_nothing_is_refused_with_what_was_meant(
    here: Path, capsys: Shell, arguments: tuple[str, ...]
) -> None:
    assert main(["show", *arguments]) == 2
    assert capsys.readouterr() == ("", f"argmap: {REFUSED[arguments]}\n")


def test_where_there_are_many_names_it_is_said_where_they_stand() -> None:
    with pytest.raises(UnknownName) as caught:
        chosen(made_up(40), Choice(branch="qqq"))
    assert caught.value.near == ""
    with pytest.raises(UnknownName) as caught:
        chosen(made_up(40), Choice(about="qqq"))
    assert caught.value.near == "there are none"


def test_the_command_then_says_how_to_list_them(here: Path, capsys: Shell) -> None:
    more = "".join(f"  more-{i}: {{text: More.}}\n" for i in range(9))
    (here / "tram.yaml").write_text(MAP + more, encoding="utf-8")
    assert main(["show", "tram.yaml", "--branch", "qqq"]) == 2
    assert capsys.readouterr().err == ("argmap: the map has no statement 'qqq'; `argmap show` of the map lists them\n")


choices = st.builds(
    Choice,
    types=st.sampled_from([(), ("thesis",), ("premise", "assumption")]),
    voice=st.sampled_from(["", "author", "reported"]),
    certainties=st.sampled_from([(), ("asserted",), ("likely", "possible")]),
    depth=st.sampled_from([None, 0, 1, 2]),
    uncoded=st.booleans(),
    words=st.sampled_from(["", "n", "n1"]),
)


def check_lines(m: ArgumentMap, keys: frozenset[str]) -> None:
    lines = list(lines_of(m, keys))
    everything = list(items(m))
    assert {line.key for line in lines if not line.context} == keys
    assert {(line.depth, line.word, line.key) for line in lines} <= {(i.depth, i.word, i.key) for i in everything}
    for before, line in zip([None, *lines], lines, strict=False):  # no level is left out on the way down
        assert line.depth <= (before.depth + 1 if before else 0)
        assert line.word not in ("and", "unless") or (before is not None and before.depth >= line.depth)


@brief
@given(contents, choices)
def test_what_is_shown_and_what_is_hidden_are_all_statements(content: Content, choice: Choice) -> None:
    m = build("m", content)
    keys = chosen(m, choice)
    check_lines(m, keys)
    assert chosen(m, Choice()) == frozenset(m.statements)
    hidden = frozenset(m.statements) - keys
    assert hidden == frozenset(
        k for k in m.statements if k not in {li.key for li in lines_of(m, keys) if not li.context}
    )


def test_every_pair_of_statements_of_a_large_map_is_shown_where_it_belongs() -> None:
    m = made_up(30, theses=2)
    for pair in [*combinations(m.statements, 2), tuple(m.statements), ()]:
        check_lines(m, frozenset(pair))


def test_all_statements_chosen_give_the_whole_outline() -> None:
    m = made_up(60, theses=3)
    lines = tuple(lines_of(m, frozenset(m.statements)))
    assert lines == tuple(items(m))
    assert outline_text(m, lines_shown=lines) == outline_text(m)
    assert outline_markdown(m, lines_shown=lines) == outline_markdown(m)


def test_a_chain_of_thousands_is_no_trouble() -> None:
    size = 5_000
    m = ArgumentMap.model_validate(
        {
            "id": "m",
            "statements": {
                f"s{i}": {"text": "S", "because": [f"s{i + 1}"] if i < size else []} for i in range(size + 1)
            },
        }
    )
    assert len(list(lines_of(m, frozenset({f"s{size}"})))) == size + 1
    assert len(chosen(m, Choice(branch="s10", depth=3))) == 4


def test_the_keys_of_a_codebook_with_the_statements_that_use_them(here: Path, capsys: Shell) -> None:
    lines, err = show(capsys, "city.yaml")
    assert err == ""
    assert lines == [
        "A city",
        "city, a codebook; statements of 1 map that use each key:",
        "",
        "actors",
        "    3  mayor   Mayor Berg (the Old Mayor)",
        "    1  riders  Riders",
        "",
        "factors",
        "    1  rain    Rain",
        "    1  floods  Floods",
        "",
        "propositions",
        "    1  pays    The lane pays (policy)",
        "    0  quiet   It is quiet",
        "",
        "roles",
        "    1  payer   pays | owes",
        "    0  idle",
        "",
        "places",
        "    1  port    (Harbour) in land",
        "    0  land",
        "",
        "sources",
        "    1  survey  Ann Lee, The Survey, 2020",
    ]


def test_the_keys_that_no_map_uses(here: Path, capsys: Shell) -> None:
    lines, _ = show(capsys, "city.yaml", "--unused", "--format", "markdown", "-o", "-")
    assert lines == [
        "# A city",
        "",
        "city, a codebook; statements of 1 map that use each key:",
        "",
        "## Propositions",
        "",
        "| statements | key | |",
        "|--:|---|---|",
        "| 0 | `quiet` | It is quiet |",
        "",
        "## Roles",
        "",
        "| statements | key | |",
        "|--:|---|---|",
        "| 0 | `idle` |  |",
        "",
        "## Places",
        "",
        "| statements | key | |",
        "|--:|---|---|",
        "| 0 | `land` |  |",
    ]


def test_a_map_that_cannot_be_read_is_not_counted_and_told(here: Path, capsys: Shell) -> None:
    (here / "broken.yaml").write_text("argmap: 1\nid: b\ncodebook: city.yaml\ntitle: a: b\n", encoding="utf-8")
    (here / "latin.yaml").write_bytes("argmap: 1\nid: ü\ncodebook: city.yaml\n".encode("latin-1"))
    (here / "other.yaml").write_bytes("argmap: 1\nid: ü\n".encode("latin-1"))
    lines, err = show(capsys, "city.yaml")
    assert lines[1] == "city, a codebook; statements of 2 maps that use each key:"
    assert err.splitlines() == [
        "argmap: broken.yaml cannot be read, and is not counted",
        "argmap: latin.yaml cannot be read, and is not counted",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("argmap-codebook: 1\nid: city\nactors: {mayor: M, riders: R}\n", "all 2 keys of 'city' are used"),
        ("argmap-codebook: 1\nid: city\n", "'city' has no keys"),
    ],
)
def test_a_codebook_with_nothing_unused_says_so(here: Path, capsys: Shell, text: str, said: str) -> None:
    (here / "city.yaml").write_text(text, encoding="utf-8")
    assert show(capsys, "city.yaml", "--unused") == ([], f"argmap: {said}\n")


def test_a_codebook_with_mistakes_is_refused_with_their_places(here: Path, capsys: Shell) -> None:
    for text in ("argmap-codebook: 1\nid: c\nactor: {}\n", "argmap-codebook: 1\nid: c\nplaces: {a: {within: b}}\n"):
        (here / "city.yaml").write_text(text, encoding="utf-8")
        assert main(["show", "city.yaml"]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith("city.yaml:3:")


def test_a_map_with_a_codebook_in_it_is_a_map(here: Path, capsys: Shell) -> None:
    (here / "m.yaml").write_text(
        "argmap: 1\nid: m\ncodebook: {argmap-codebook: 1, id: c}\nstatements: {a: {text: A.}}\n", encoding="utf-8"
    )
    assert show(capsys, "m.yaml")[0][-1] == "P1 A."


def test_a_codebook_too_large_to_be_looked_for_is_not_said_to_be_unused(
    here: Path, capsys: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(project, "MAX_CHARACTERS", 100)
    assert main(["show", "city.yaml"]) == 2
    assert capsys.readouterr() == ("", "argmap: 'city.yaml' is too large to look for its keys in maps\n")
