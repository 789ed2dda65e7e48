"""Places in a text as editors count them, and the addresses of documents."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagnostics import Position
from argmap.editor.places import Places, Unit
from argmap.editor.uris import path_of, uri_of


@pytest.mark.parametrize(("unit", "character"), [("utf-8", 5), ("utf-16", 3), ("utf-32", 2)])
def test_a_face_counts_as_the_encoding_has_it(unit: Unit, character: int) -> None:
    assert Places("ab\n😀x日", unit).point(5) == (1, character)


@pytest.mark.parametrize(("unit", "character"), [("utf-8", 3), ("utf-16", 1), ("utf-32", 1)])
def test_a_chinese_character_counts_as_the_encoding_has_it(unit: Unit, character: int) -> None:
    assert Places("日x", unit).point(1) == (0, character)


@pytest.mark.parametrize(("unit", "character"), [("utf-8", 6), ("utf-16", 4), ("utf-32", 4)])
def test_a_byte_order_mark_is_a_character_of_the_first_line_only(unit: Unit, character: int) -> None:
    places = Places("\ufeffabc\nabc", unit)
    assert places.point(3) == (0, character)
    assert places.point(7) == (1, 3)
    assert places.offset(0, character) == 3
    assert places.offset(0, 0) == 0


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_the_protocol_has_it(end: str) -> None:
    places = Places(f"a{end}b\u2028c\x0cd{end}e")
    assert places.point(places.plain.index("e")) == (2, 0)
    assert places.line(1) == "b\u2028c\x0cd"
    assert places.offset(1, 99) == places.plain.index("d") + 1


@pytest.mark.parametrize(
    ("point", "offset"),
    [
        ((0, 0), 0),
        ((0, 1), 0),
        ((0, 2), 1),
        ((0, 3), 2),
        ((0, 9), 2),
        ((1, 1), 4),
        ((2, 0), 4),
        ((-1, 5), 0),
        ((0, -3), 0),
    ],
)
def test_a_point_that_is_none_counts_as_the_nearest_before_it(point: tuple[int, int], offset: int) -> None:
    assert Places("😀x\ny").offset(*point) == offset


@given(st.text(st.characters() | st.sampled_from("\r\n\ufeff😀")), st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_every_character_has_a_point_that_leads_back_to_it(text: str, unit: Unit) -> None:
    places = Places(text, unit)
    for offset in range(len(places.plain) + 1):
        back = places.offset(*places.point(offset))
        assert back == offset or places.plain[back : offset + 1] == "\r\n"  # nothing stands inside a line's end


def test_half_a_surrogate_pair_has_a_place() -> None:
    assert [Places("\ud83dx", unit).point(1) for unit in ("utf-8", "utf-16", "utf-32")] == [(0, 3), (0, 1), (0, 1)]


def test_a_stretch_counts_from_nought() -> None:
    assert Places("a\n日本: x").stretch(Position(2, 1, 2, 3)) == ((1, 0), (1, 2))
    assert Places("a\n😀: x").stretch(Position(2, 2, 9, 9)) == ((1, 2), (1, 5))
    assert Places("abc\nd").stretch(None) == ((0, 0), (0, 3))


@pytest.mark.skipif(os.name == "nt", reason="paths of other systems")
@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///tmp/a%20b/m%C3%BCll%20%E6%97%A5.yaml", "/tmp/a b/müll 日.yaml"),
        ("file://localhost/tmp/m.yaml", "/tmp/m.yaml"),
        ("file:///c%3A/maps/m.yaml", "/c:/maps/m.yaml"),
        ("file://server/share/m.yaml", "/server/share/m.yaml"),
        ("untitled:Untitled-1", None),
        ("https://example.org/m.yaml", None),
        ("vscode-notebook-cell:/x#1", None),
        ("file://[broken/m.yaml", None),
        ("file:///a%00b", None),
        ("file:", None),
        ("", None),
    ],
)
def test_addresses_of_files(uri: str, path: str | None) -> None:
    assert path_of(uri) == (None if path is None else Path(path))


def test_a_drive_is_no_folder_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.editor.uris.os.name", "nt")
    monkeypatch.setattr("argmap.editor.uris.Path", _Unresolved)
    assert str(path_of("file:///c%3A/maps/m.yaml")) == "c:/maps/m.yaml"
    assert uri_of("c:\\maps\\a b.yaml") == "file:///c:/maps/a%20b.yaml"
    assert uri_of("\\\\server\\share\\m.yaml") == "file://server/share/m.yaml"


class _Unresolved(str):
    __slots__ = ()

    def resolve(self) -> str:
        return self


def test_an_address_leads_back_to_its_file(tmp_path: Path) -> None:
    path = (tmp_path / "a b#?%" / "日本 ü.yaml").resolve()
    assert path_of(uri_of(path)) == path
