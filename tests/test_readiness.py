"""What is missing before maps are worth comparing, where more than one file tells it."""

from pathlib import Path
from typing import Any

import pytest

from argmap.checks import check_codebook, check_map, check_together
from argmap.cli import main
from argmap.diagnostics import Diagnostic
from argmap.model import ArgumentMap, Codebook

BOOK: dict[str, Any] = {
    "id": "town",
    "actors": {"mayor": "The mayor"},
    "factors": {"flats": "New flats", "rents": "Rents", "noise": "Noise"},
    "propositions": {
        "build": {"text": "The town should build.", "narrower": ["build-flats"]},
        "build-flats": {"text": "The town should build flats."},
        "wait": {"text": "The town should wait.", "contrary": ["build-flats"]},
        "sing": {"text": "The town should sing."},
    },
}


def a_map(key: str, *says: dict[str, Any], book: str | None = "town") -> ArgumentMap:
    statements = {f"s{i}": {"text": "It is so.", "quote": "so", "says": each} for i, each in enumerate(says)}
    statements |= {"t": {"type": "thesis", "text": "It is so."}, "u": {"text": "So it is."}, "v": {"text": "So."}}
    codebook = None if book is None else {**BOOK, "id": book}
    return ArgumentMap.model_validate({"argmap": "1", "id": key, "codebook": codebook, "statements": statements})


def told(found: tuple[Diagnostic, ...], *codes: str) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(d.code, d.where) for d in found if d.code in (codes or ("AM620", "AM621", "AM622", "AM623"))]


HOLDS = {"holds": "build-flats"}
CAUSE = {"cause": "flats", "lowers": "rents"}
ROLE = {"actor": "mayor", "role": "ally"}


def test_a_map_with_a_codebook_of_which_nothing_is_used_is_told_so_once_it_has_grown() -> None:
    assert told(check_map(a_map("a"))) == [("AM620", ("codebook",))]
    assert told(check_map(a_map("a", book=None))) == []
    small = ArgumentMap.model_validate(
        {"argmap": "1", "id": "m", "codebook": BOOK, "statements": {"t": {"type": "thesis", "text": "It is so."}}}
    )
    assert told(check_map(small)) == []
    only_names = a_map("a").model_copy(update={"codebook": Codebook.model_validate({"id": "c", "actors": {"m": "M"}})})
    assert told(check_map(only_names)) == []


def test_a_map_whose_theses_are_not_coded_is_told_at_the_first() -> None:
    assert told(check_map(a_map("a", HOLDS))) == [("AM621", ("statements", "t"))]
    two = a_map("a", HOLDS).model_dump(by_alias=True, exclude_unset=True)
    two["statements"]["u"] = {**two["statements"]["u"], "type": "thesis"}
    [found] = [d for d in check_map(ArgumentMap.model_validate(two)) if d.code == "AM621"]
    assert found.message == "none of the 2 theses has `says`, but other statements do"
    two["statements"]["u"]["says"] = HOLDS
    assert told(check_map(ArgumentMap.model_validate(two))) == []


@pytest.mark.parametrize(
    ("maps", "alone"),
    [
        ([a_map("a", HOLDS), a_map("b", HOLDS)], []),
        ([a_map("a", HOLDS), a_map("b", CAUSE)], ["a", "b"]),
        ([a_map("a", HOLDS), a_map("b", CAUSE), a_map("c", ROLE, HOLDS)], ["b"]),
        ([a_map("a", ROLE), a_map("b", {"actor": "mayor", "role": "rival"})], []),
        ([a_map("a", HOLDS), a_map("b", CAUSE, book="other")], []),
        ([a_map("a", HOLDS), a_map("b", CAUSE, book=None)], []),
        ([a_map("a", HOLDS), a_map("b")], []),  # AM620 says it of b
        ([a_map("a", HOLDS)], []),
    ],
)
def test_a_map_that_shares_no_key_with_another_of_its_codebook_is_told(
    maps: list[ArgumentMap], alone: list[str]
) -> None:
    found = check_together(maps)
    assert [m.id for m, each in zip(maps, found, strict=True) if told(each, "AM622")] == alone
    assert not any(told(each, "AM622") for each in check_together(maps, salvaged=True))


def test_how_many_other_maps_share_nothing_is_said() -> None:
    maps = [a_map("a", HOLDS), a_map("b", CAUSE), a_map("c", ROLE)]
    assert [d.message for d in check_together(maps)[0]] == [
        "no key this map is coded with is used by any of the 2 other maps of the codebook 'town'"
    ]


def test_keys_that_no_map_uses_are_told_in_the_codebook() -> None:
    book = Codebook.model_validate(BOOK)
    maps = [a_map("a", HOLDS, CAUSE), a_map("b", ROLE)]
    assert told(check_codebook(book, maps=maps)) == [
        ("AM623", ("propositions", "sing")),
        ("AM623", ("factors", "noise")),
    ]
    assert told(check_codebook(book, maps=maps[:1])) == []  # one map of several need not use all
    assert told(check_codebook(book, maps=[maps[0], a_map("b", book="other")])) == []
    assert told(check_codebook(book)) == []


def test_check_tells_keys_that_are_not_used_where_codebook_and_maps_are_checked_together(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = tmp_path / "town.codebook.yaml"
    book.write_text("argmap-codebook: 1\nid: town\nfactors:\n  rents: Rents\n  noise: Noise\n", encoding="utf-8")
    maps = [tmp_path / "a.yaml", tmp_path / "b.yaml"]
    for path in maps:
        path.write_text(
            f"argmap: 1\nid: {path.stem}\ncodebook: town.codebook.yaml\nstatements:\n  t: {{type: thesis, text: So.,"
            " quote: so, at: ¶1, says: {cause: rents, raises: noise}}\n",
            encoding="utf-8",
        )
    assert main(["check", "--strict", *map(str, (*maps, book))]) == 0
    assert "AM623" not in "".join(capsys.readouterr())
    for path in maps:
        path.write_text(path.read_text(encoding="utf-8").replace("raises: noise", "raises: rents"), encoding="utf-8")
    main(["check", *map(str, (*maps, book))])
    out = "".join(capsys.readouterr())
    assert "town.codebook.yaml:5:3: advice[AM623]: the factor 'noise' is used by none of the 2 maps" in out
    maps[0].write_text(
        "argmap: 1\nid: a\ncodebook: town.codebook.yaml\nstatements: {t: {txt: So.}}\n", encoding="utf-8"
    )
    main(["check", *map(str, (*maps, book))])
    assert "AM623" not in "".join(capsys.readouterr())  # what could not be read may use it
