"""What can be written where the cursor stands."""

from pathlib import Path

import pytest
from editor_desk import BOOK, MAP, OTHER, folder, marked, opened

from argmap.editor.completion import Proposal, complete
from argmap.editor.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return folder(tmp_path)


def proposed(desk: Desk, text: str, name: str = "ruiz.yaml", *, before: str = MAP) -> tuple[Proposal, ...]:
    """What is proposed at the mark, after the editor has held a text that could be read."""
    opened(desk, name, before)
    desk.around(desk.pages[(desk.root / name).as_uri()])
    plain, offset = marked(text)
    page = opened(desk, name, plain)
    return complete(plain, offset, desk.around(page, plain.count("\n", 0, offset)))


def words(text: str) -> list[str]:
    return text.split()


def labels(found: tuple[Proposal, ...]) -> list[str]:
    return [proposal.label for proposal in found]


NEW = MAP + "  new:\n"


@pytest.mark.parametrize(
    ("line", "inserts"),
    [
        ("    because: [┃", ["loose", "safer", "wide", "build", "spaces"]),
        ("    because: [┃]", ["loose", "safer", "wide", "build", "spaces"]),
        ("    because: [wide, ┃", ["loose", "safer", "build", "spaces"]),
        ("    because: [wide, ┃, loose]", ["safer", "build", "spaces"]),
        ("    because: [[wide, ┃", ["loose", "safer", "build", "spaces"]),
        ("    if: [┃", ["loose", "safer", "wide", "build", "spaces"]),
        ("    but: [┃", ["spaces", "loose", "safer", "wide", "build"]),
        ("    but: ┃", ["[spaces]", "[loose]", "[safer]", "[wide]", "[build]"]),
        ("    but:┃", [" [spaces]", " [loose]", " [safer]", " [wide]", " [build]"]),
        ("    but:\n      ┃", ["- spaces", "- loose", "- safer", "- wide", "- build"]),
        ("    but:\n      -┃", [" spaces", " loose", " safer", " wide", " build"]),
        ("    but:\n      - ┃", ["spaces", "loose", "safer", "wide", "build"]),
        ("    but:\n      - spaces\n      ┃", ["- loose", "- safer", "- wide", "- build"]),
        ("    because:\n      - premises: [┃", ["loose", "safer", "wide", "build", "spaces"]),
        ("    because:\n      - premises: [safer]\n        unless: [┃", ["spaces", "loose", "safer", "wide", "build"]),
        ("    sources: [┃", ["own", "count"]),
        ("    sources: [own, ┃", ["count"]),
        ("    says: {holds: ┃", ["build-lane", "lane-safe", "lane-useless"]),
        ("    says: {denies: ┃", ["build-lane", "lane-safe", "lane-useless"]),
        ("    says: {questions: lane-┃", ["build-lane", "lane-safe", "lane-useless"]),
        ("    says: {cause: ┃", ["lane", "safety"]),
        ("    says: {cause: [lane, ┃", ["safety"]),
        ("    says: {cause: lane, raises: ┃", ["lane", "safety"]),
        ("    says: {cause: lane, unrelated: ┃", ["lane", "safety"]),
        ("    says: {actor: ┃", ["council", "riders"]),
        ("    says: {actor: council, toward: [┃", ["council", "riders"]),
        ("    says:\n      - {holds: lane-safe}\n      - {actor: ┃", ["council", "riders"]),
        ("    voice: ┃", ["author", "council", "riders"]),
        ("    where: ┃", ["mill-road", "town"]),
        ("    via: {map: ┃", ["lee"]),
        ("    at: ┃", ["¶1", "¶2"]),
        ("    at: [¶1, ┃", ["¶2"]),
        ("    type: ┃", ["thesis", "claim", "premise", "evidence", "objection", "assumption"]),
        ("    type: th┃", ["thesis", "claim", "premise", "evidence", "objection", "assumption"]),
        ("    certainty: ┃", ["possible", "likely", "asserted"]),
        ("    says: {cause: lane, raises: safety, main: ┃", ["true", "false"]),
        ("    text: ┃", []),
        ("    quote: ┃", []),
        ("    when: ┃", []),
        ("    text: |\n      some ┃", []),
        ("    because: [wide] ┃", []),
    ],
)
def test_names_and_words_by_place(desk: Desk, line: str, inserts: list[str]) -> None:
    found = proposed(desk, NEW + line)
    assert [proposal.insert for proposal in found if proposal.sort not in ("field", "form")] == inserts


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        (
            "    ┃",
            [
                "text",
                "type",
                "label",
                "quote",
                "at",
                "via",
                "says",
                "because",
                "but",
                "certainty",
                "if",
                "voice",
                "sources",
                "when",
                "where",
                "note",
            ],
        ),
        (
            "    text: x\n    b┃",
            [
                "type",
                "label",
                "quote",
                "at",
                "via",
                "says",
                "because",
                "but",
                "certainty",
                "if",
                "voice",
                "sources",
                "when",
                "where",
                "note",
            ],
        ),
        (
            "    says: {┃",
            [
                "holds",
                "denies",
                "questions",
                "cause",
                "raises",
                "lowers",
                "unrelated",
                "main",
                "actor",
                "role",
                "toward",
            ],
        ),
        (
            "    says: {hol┃",
            [
                "holds",
                "denies",
                "questions",
                "cause",
                "raises",
                "lowers",
                "unrelated",
                "main",
                "actor",
                "role",
                "toward",
            ],
        ),
        ("    says: {cause: lane, ┃", words("raises lowers unrelated main")),
        ("    says: {cause: lane, raises: safety, ┃", ["main"]),
        ("    says: {holds: build-lane, ┃", []),
        ("    says: {actor: council, ┃", ["role", "toward", "main"]),
        ("    says: ┃", words("holds denies questions cause actor")),
        ("    because:\n      - ┃", ["premises", "scheme", "unless"]),
        ("    because:\n      - premises: [safer]\n        ┃", ["scheme", "unless"]),
        ("    because:\n      - {┃", ["premises", "scheme", "unless"]),
        ("    via: {┃", ["map", "at"]),
    ],
)
def test_fields_by_place(desk: Desk, line: str, fields: list[str]) -> None:
    found = proposed(desk, NEW + line)
    assert [proposal.label for proposal in found if proposal.sort in ("field", "form")] == fields


@pytest.mark.parametrize(
    ("line", "label", "insert"),
    [
        ("    ┃", "because", "because: [$0]"),
        ("    ┃", "says", "says: {$0}"),
        ("    ┃", "via", "via: {map: $1, at: $0}"),
        ("    ┃", "text", "text: $0"),
        ("    because: [┃", "premises", "{premises: [$0]}"),
        ("    because:\n      ┃", "premises", "- premises: [$0]"),
        ("    says: {┃", "toward", "toward: [$0]"),
        ("    says: ┃", "cause", "{cause: $1, ${2|raises,lowers,unrelated|}: $0}"),
        ("  ┃", "new entry of statements", "${1:id}:\n  text: $2"),
        ("┃", "article", None),
    ],
)
def test_what_fields_are_written_as(desk: Desk, line: str, label: str, insert: str | None) -> None:
    found = {proposal.label: proposal for proposal in proposed(desk, NEW + "    note: x\n" * (line == "┃") + line)}
    assert (found[label].insert if label in found else None) == insert


def test_at_the_top_come_the_fields_of_a_map(desk: Desk) -> None:
    assert labels(proposed(desk, "┃", "new.yaml", before="")) == [
        *("argmap", "id", "statements", "title", "article", "codebook", "coverage", "sources"),
    ]
    found = {proposal.label: proposal.insert for proposal in proposed(desk, "argmap: 1\n┃", "new.yaml", before="")}
    assert found["article"] == "article:\n  $0"
    assert found["title"] == "title: $0"


@pytest.mark.parametrize(
    ("text", "inserts"),
    [
        ("argmap: 1\ncodebook: ┃", ["road.yaml"]),
        ("argmap: 1\narticle: {text: ┃", ["ruiz.txt"]),
        ("argmap: 1\narticle:\n  text: r┃", ["ruiz.txt"]),
        ("argmap: 1\ncoverage: ┃", ["partial", "complete"]),
        ("argmap: ┃", ["1"]),
    ],
)
def test_the_head_of_a_map(desk: Desk, text: str, inserts: list[str]) -> None:
    assert [proposal.insert for proposal in proposed(desk, text, before=MAP)] == inserts


def test_files_with_odd_names_are_quoted_unless_they_are_already(desk: Desk) -> None:
    (desk.root / "a: b.yaml").touch()
    (desk.root / "sub").mkdir()
    bare = proposed(desk, "argmap: 1\ncodebook: ┃")
    assert [proposal.insert for proposal in bare] == ['"a: b.yaml"', "road.yaml", "sub/"]
    quoted = proposed(desk, 'argmap: 1\ncodebook: "┃"')
    assert [proposal.insert for proposal in quoted] == ["a: b.yaml", "road.yaml", "sub/"]


@pytest.mark.parametrize(
    ("text", "inserts"),
    [
        ("propositions:\n  p: {text: x, contrary: [┃", ["build-lane", "lane-safe", "lane-useless"]),
        ("propositions:\n  lane-safe: {text: x, narrower: [┃", ["build-lane", "lane-useless"]),
        ("propositions:\n  p: {text: x, kind: ┃", ["fact", "definition", "cause", "forecast", "value", "policy"]),
        ("places:\n  town: {within: ┃", ["mill-road"]),
        ("roles:\n  r: {valence: ┃", ["-1", "0", "1"]),
    ],
)
def test_a_codebook(desk: Desk, text: str, inserts: list[str]) -> None:
    found = proposed(desk, f"argmap-codebook: 1\nid: road\n{text}", "road.yaml", before=BOOK)
    assert [proposal.insert for proposal in found] == inserts


def test_roles_are_the_codebooks_then_those_built_in(desk: Desk) -> None:
    found = proposed(desk, NEW + "    says: {actor: council, role: ┃")
    assert [(p.label, p.detail) for p in found[:3]] == [("nag", "-1"), ("ally", "+1"), ("partner", "+1")]
    assert len(found) == 17


def test_a_name_comes_with_what_it_stands_for(desk: Desk) -> None:
    found = {p.label: p for p in proposed(desk, NEW + "    because: [┃")}
    around = desk.around(next(iter(desk.pages.values())))
    assert found["build"].detail == "Build it"
    assert found["build"].documentation(around) == (
        "**build** · thesis\n\nThe council should build the lane.\n\n> “build it” ¶1\n\n"
        "¶1: We say it again: **build it** this year, whatever it costs.\n\n"
        "*says*: holds: The council should build the lane"
    )
    sources = {p.label: p.detail for p in proposed(desk, NEW + "    sources: [┃")}
    assert sources == {"own": "Lee & Kim 2021", "count": "Watch 2023"}
    [lee] = proposed(desk, NEW + "    via: {map: ┃")
    assert lee.detail == "Lee on roads"


def test_fields_and_words_say_what_they_mean(desk: Desk) -> None:
    around = desk.around(opened(desk))
    fields = {p.label: p.documentation(around) for p in proposed(desk, NEW + "    ┃")}
    assert fields["but"] == "The ids of objections to this statement that the article itself raises."
    words = {p.label: p.documentation(around) for p in proposed(desk, NEW + "    type: ┃")}
    assert words["thesis"] == "What the article argues for; a map has one or more."


def test_what_is_typed_is_replaced(desk: Desk) -> None:
    text = NEW + "    because: [sa┃fe]"
    found = proposed(desk, text)
    plain, _ = marked(text)
    assert {plain[p.start : p.end] for p in found} == {"safe"}


def test_codes_are_proposed_in_a_comment_that_ignores_some(desk: Desk) -> None:
    found = proposed(desk, NEW + "    text: x  # argmap: ignore[AM304, AM5┃]")
    assert {p.insert for p in found} >= {"AM501", "AM404"}
    assert "AM201" not in {p.insert for p in found}  # an error cannot be ignored
    plain, _ = marked(NEW + "    text: x  # argmap: ignore[AM304, AM5┃]")
    assert {plain[p.start : p.end] for p in found} == {"AM5"}
    assert proposed(desk, NEW + "    text: x  # a remark ┃") == ()


def test_names_are_known_from_a_text_that_was_broken_from_the_start(tmp_path: Path) -> None:
    desk = folder(tmp_path)
    plain, offset = marked(MAP.replace("because: [safer, wide]", "because: [┃"))
    page = opened(desk, text=plain)
    found = complete(plain, offset, desk.around(page, plain.count("\n", 0, offset)))
    assert {p.label for p in found} >= {"safer", "wide", "spaces", "loose"}


def test_nothing_is_known_around_rubbish(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    page = desk.put("untitled:Untitled-1", "{[}]" * 20, 1)
    assert desk.around(page).entries == ()


def test_a_map_that_is_changed_elsewhere_is_known_as_it_is_open(desk: Desk) -> None:
    opened(desk, "road.yaml", BOOK.replace("build-lane:", "build-it:"))
    found = proposed(desk, NEW + "    says: {holds: ┃")
    assert labels(found)[0] == "build-it"
    opened(desk, "lee.yaml", OTHER)
