"""Themes and fixed words of a user's own: what is taken over, and what is wrong with them, all at once and located."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import argmap
from argmap import api, files
from argmap.diagnostics import Diagnostic
from argmap.errors import InvalidMap
from argmap.formats.theme_file import check_theme, read_theme
from argmap.formats.toml_tables import MAX_CHARACTERS, TableReading, read_tables
from argmap.formats.words_file import check_words, read_words
from argmap.languages import ENGLISH, Words, words_in
from argmap.model import ArgumentMap
from argmap.theme import THEME_NAMES, THEMES, TOKENS, ThemeName, colours_of
from argmap.theme.sight import contrast

LIGHT = THEMES["light"]


def places(found: tuple[Diagnostic, ...]) -> list[str]:
    """``line:column-end CODE``, in the order told."""
    shown = []
    for d in found:
        assert d.position, d
        shown.append(f"{d.position.line}:{d.position.column}-{d.position.end_column} {d.code}")
    return shown


def map_() -> ArgumentMap:
    statements = {"t": {"type": "thesis", "text": "So.", "because": ["r"]}, "r": {"text": "As."}}
    return ArgumentMap.model_validate({"id": "m", "article": {}, "statements": statements})


class TestTheme:
    def test_a_file_is_a_theme_of_argmap_with_what_is_different(self) -> None:
        text = 'base = "light"\nink = "#101010"\n[support]\nline = "#005f50"\n'
        reading = read_theme(text, "mine.toml")
        support = replace(LIGHT.support, line="#005F50")
        assert reading.unwrap() == replace(LIGHT, name="mine.toml", ink="#101010", support=support)
        assert reading.diagnostics == ()

    @pytest.mark.parametrize(
        "text",
        [
            '\ufeffink = "#111"\r\nsupport.line = "#005F50"\r\n',
            'support = {line = "#005F50"}\nink = "#111"',
            '"ink" = \'#111111\'\n["support"]\n  "l\\u0069ne" = """#005F50""" # green\n',
        ],
    )
    def test_toml_says_the_same_in_many_ways(self, text: str) -> None:
        support = replace(LIGHT.support, line="#005F50")
        assert read_theme(text, "x").unwrap() == replace(LIGHT, name="x", ink="#111111", support=support)

    @pytest.mark.parametrize("name", THEME_NAMES)
    def test_an_empty_file_is_the_light_theme_and_a_base_alone_is_that_base(self, name: ThemeName) -> None:
        assert read_theme("", "x").unwrap() == replace(LIGHT, name="x")
        assert read_theme(f'base = "{name}"', "x").unwrap() == replace(THEMES[name], name="x")

    def test_all_that_is_wrong_is_told_at_its_place(self) -> None:
        text = (
            'base = "drak"\nink = "#10101"\ngrund = "#FFFFFF"\nbox = 3\n[support]\nlien = "#000000"\n'
            'bar.x = "1"\n[attack]\ntext = [1, 2]\nline = ""\n[other.thing]\nx = 1\n'
        )
        reading = read_theme(text, "mine.toml")
        assert reading.value is None
        assert places(reading.diagnostics) == [
            "1:8-14 AM908",
            "2:7-15 AM909",
            "3:1-6 AM908",
            "4:7-8 AM909",
            "6:1-5 AM908",
            "7:1-4 AM909",
            "9:8-14 AM909",
            "10:8-10 AM909",
            "11:2-7 AM908",
        ]
        by_line = {d.position.line: d for d in reading.diagnostics if d.position}
        assert by_line[1].message == "'drak' is no theme that comes with argmap"
        assert by_line[1].help == "did you mean 'dark'?"
        assert (by_line[3].message, by_line[3].help) == ("a theme has no 'grund'", "did you mean 'ground'?")
        assert by_line[2].message == "'ink' is '#10101', which is no colour"
        assert by_line[9].message == "'attack.text' is a list, which is no colour"
        assert by_line[6].source == 'lien = "#000000"'
        with pytest.raises(InvalidMap) as raised:
            reading.unwrap()
        assert raised.value.diagnostics == reading.diagnostics

    @pytest.mark.parametrize(
        ("written", "help_"),
        [
            ('"red"', 'write "#FF0000"'),
            ('"00806F"', 'write "#00806F"'),
            ('" #00806f "', 'write "#00806F"'),
            ('"hsl(0 100% 50%)"', 'write "#FF0000"'),
            ('"rosy"', 'write it as "#RRGGBB"'),
            ("0x00806F", 'write it as "#RRGGBB"'),
            ("nan", 'write it as "#RRGGBB"'),
            ("2024-01-01", 'write it as "#RRGGBB"'),
            ("true", 'write it as "#RRGGBB"'),
            (f'"#{"9" * 500}"', 'write it as "#RRGGBB"'),
        ],
    )
    def test_what_is_no_colour_is_told_with_what_was_meant(self, written: str, help_: str) -> None:
        (found,) = read_theme(f"ink = {written}", "x").diagnostics
        assert (found.code, found.help) == ("AM909", help_)
        assert len(found.message) < 110

    def test_a_text_that_cannot_be_read_is_an_error_with_a_shade_that_can(self) -> None:
        (found,) = read_theme('muted = "#999999"', "x").diagnostics
        assert (found.code, found.severity) == ("AM910", "error")
        assert found.message.startswith("'muted' (#999999) on 'author_b.tint' (#F6E8EF) has a contrast of 2.40, and ")
        assert "text needs 4.5; 8 more pairs" in found.message
        suggested = found.help.split('"')[1]
        assert read_theme(f'muted = "{suggested}"', "x").diagnostics == ()

    def test_where_only_the_ground_is_the_users_the_ground_is_what_to_change(self) -> None:
        (found,) = read_theme('\n\ndiffer_tint = "#B09020"', "x").diagnostics
        assert places((found,)) == ["3:15-24 AM910"]
        suggested = found.help.split('"')[1]
        assert read_theme(f'differ_tint = "{suggested}"', "x").diagnostics == ()

    def test_where_no_shade_will_do_the_other_colour_is_named(self) -> None:
        found = read_theme('ink = "#808080"\nground = "#808080"\nbox = "#000000"', "x").diagnostics
        helps = [d.help for d in found if d.position and d.position.line == 1]
        assert len(helps) == 1
        assert helps[0].startswith("no shade of it will do: change '")

    def test_a_ratio_just_below_the_need_is_not_rounded_up_to_it(self) -> None:
        assert 4.475 < contrast("#777777", "#FFFFFF") < 4.5
        (found,) = read_theme('[support]\nbar = "#777777"', "x").diagnostics
        assert "has a contrast of 4.47, and text needs 4.5" in found.message

    def test_colours_that_some_eyes_take_for_one_another_are_a_warning(self) -> None:
        text = 'support = {line = "#547400", bar = "#547400"}\n[attack]\nline = "#9E5400"\n'
        reading = read_theme(text, "x")
        (found,) = reading.diagnostics
        assert (found.code, found.severity, places((found,))) == ("AM911", "warning", ["3:8-17 AM911"])
        assert found.message.startswith("'support.line' (#547400) and 'attack.line' (#9E5400) are 2.6 apart to eyes")
        assert reading.unwrap().attack.line == "#9E5400"
        suggested = found.help.split('"')[1]
        assert read_theme(text.replace("#9E5400", suggested), "x").diagnostics == ()

    def test_a_hue_in_a_theme_for_black_and_white_is_told_with_its_grey(self) -> None:
        (found,) = read_theme('base = "print"\nink = "#000080"', "x").diagnostics
        assert (found.code, found.severity) == ("AM912", "warning")
        assert found.help == 'write "#212121", the grey it is copied as'
        (found,) = read_theme('base = "print"\n[undercut]\nbar = "#FFFFFF"', "x").diagnostics
        assert found.message == "the bars of 'support' and 'undercut' look the same"

    def test_a_theme_built_in_python_is_held_to_the_same(self) -> None:
        assert check_theme(THEMES["dark"]) == ()
        assert check_theme(replace(LIGHT, name="mine", ink="#000000")) == ()
        assert check_theme(replace(THEMES["print"], name="mine", muted="#222222")) == ()
        wrong = replace(LIGHT, ink='"><IMG SRC="x"/>', rule="#FFFFFF")
        assert [(d.code, d.where) for d in check_theme(wrong)] == [("AM909", ("ink",))]
        assert [d.code for d in check_theme(replace(LIGHT, rule="#FFFFFF"))] == ["AM910"]


RUBBISH = [
    "ink",
    "ink = #101010",
    "[support",
    "= 1",
    "ink = '#101010",
    'a = """',
    "\x00\x01",
    "ink = '#101010'\nink = '#101010'",
    "[a]\n[a]",
    "x = " + "[" * 900,
    "x = " + "9" * 900,
    "x = 2023-02-30",
    "a\rb",
    "[[support]]\nline = '#000000'",
    "support.line.x = 1",
    "\ud800 = 1",
    "'' = ''",
    "base = {}",
    "x" * 5000,
    "a." * 400 + "a = 1",
]


@pytest.mark.parametrize("read", [read_theme, read_words])
@pytest.mark.parametrize("text", RUBBISH, ids=range(len(RUBBISH)))
def test_rubbish_gives_located_problems_and_no_traceback(
    read: Callable[[str, str], TableReading[object]], text: str
) -> None:
    reading = read(text, "x.toml")
    assert reading.value is None
    assert reading.diagnostics
    assert all(d.severity == "error" and d.file == "x.toml" and d.position for d in reading.diagnostics)


def test_what_is_no_toml_is_told_where_tomllib_stumbles() -> None:
    (found,) = read_tables('base = "light"\nink #101010\n', "x").problems
    assert (found.code, places((found,)), found.source) == ("AM907", ["2:5-6 AM907"], "ink #101010")
    (found,) = read_tables('ink = "#1"\nbox =\n', "x").problems
    assert places((found,)) == ["2:6-7 AM907"]
    (found,) = read_tables("x = " + "[" * 900, "x").problems
    assert found.code == "AM907"


def test_a_huge_file_and_a_huge_line_are_refused_before_they_are_parsed() -> None:
    (found,) = read_tables("#\n" * MAX_CHARACTERS, "x").problems
    assert found.code == "AM112"
    (found,) = read_tables("a." * 501 + "a = 1", "x").problems
    assert (found.code, places((found,))) == ("AM907", ["1:1001-1008 AM907"])


class TestPlaces:
    @pytest.mark.parametrize("token", TOKENS)
    @pytest.mark.parametrize(
        "form", ["{k} = {v}", "{k}={v} # {k}", "\r\n\t{k} \t=\t{v}\r\n", "a = '''\n{k} = 1'''\n{k} = {v}"]
    )
    def test_a_colour_is_found_wherever_it_stands(self, token: str, form: str) -> None:
        text = form.format(k=token, v='"#123456"')
        tables = read_tables(text, "x")
        where = tuple(token.split("."))
        at = tables.position(where)
        key = tables.position(where, on_key=True)
        assert at
        assert key
        assert tables.line(at.line)[at.column - 1 : at.end_column - 1] == '"#123456"'
        assert tables.line(key.line)[: key.end_column - 1].endswith(token.rpartition(".")[2])

    def test_the_scan_goes_through_every_kind_of_value(self) -> None:
        text = (
            'a = [1, [2, "]"], {b = "}", c = [3]}, # ]\n  4.5e3, 1979-05-27 07:32:00]\n'
            'd."e.f".\'g\' = """x\n"q" = 1 ""\\""""\n[ t . "u" ]\nv = inf\n[[w]]\nx = \'\'\n[[w]]\nx = true\nlast = 0'
        )
        tables = read_tables(text, "x")
        assert tables.problems == ()

        def at(*where: str | int) -> str:
            p = tables.position(where)
            assert p
            return (
                tables.line(p.line)[p.column - 1 : p.end_column - 1]
                if p.line == p.end_line
                else f"{p.line}-{p.end_line}"
            )

        assert at("a", 1, 1) == '"]"'
        assert at("a", 2, "b") == '"}"'
        assert at("a", 2, "c", 0) == "3"
        assert at("a", 3) == "4.5e3"
        assert at("a", 4) == "1979-05-27 07:32:00"
        assert at("d", "e.f", "g") == "3-4"
        assert at("t", "u", "v") == "inf"
        assert at("w", "last") == "0"
        assert at("w", "none of it") == "w"
        assert at("nowhere") == ""


class TestWords:
    def test_a_file_is_a_language_of_argmap_with_what_is_different(self) -> None:
        reading = read_words('base = "de"\ncode = "de-AT"\n[map]\nbecause = "weil ja"\nsee = "schau {id}"\n', "x")
        words = reading.unwrap()
        assert words.code == "de-AT"
        assert words["map.because"] == "weil ja"
        assert words.say("map.see", id="P3") == "schau P3"
        rest = {key: value for key, value in words.table.items() if key not in ("map.because", "map.see")}
        assert rest.items() < words_in("de").table.items()

    def test_an_empty_file_is_english(self) -> None:
        assert read_words("", "x").unwrap() == ENGLISH

    def test_all_that_is_wrong_is_told_at_its_place(self) -> None:
        text = (
            'base = "dee"\ncode = "?"\nmapp.because = "weil"\n[map]\n'
            'becuase = "weil"\nsee = "siehe {idd}"\nbelow = "+ {n}"\npossible = " "\nlikely = 3\nif = "{which!r}"\n'
            'for = "{which"\nbut = "a\\nb"\nunless = "{x}"\n'
        )
        reading = read_words(text, "w.toml")
        assert reading.value is None
        found = {d.position.line: d for d in reading.diagnostics if d.position}
        assert [(line, d.code) for line, d in found.items()] == [
            (1, "AM908"),
            (2, "AM913"),
            (3, "AM908"),
            (5, "AM908"),
            (6, "AM913"),
            (7, "AM913"),
            (8, "AM913"),
            (9, "AM913"),
            (10, "AM913"),
            (11, "AM913"),
            (12, "AM913"),
            (13, "AM913"),
        ]
        assert found[1].help == "did you mean 'de'?"
        assert found[3].help == "did you mean 'map'?"
        assert found[5].help == "did you mean 'map.because'?"
        assert (found[6].message, found[6].help) == (
            "'map.see' has {idd}, which nothing fills in",
            "did you mean 'id'?",
        )
        assert found[7].message == "'map.below' lacks {sheet}"
        assert found[8].message == "'map.possible' is empty"
        assert found[9].message == "'map.likely' is 3, not a text"
        assert found[10].message == found[11].message.replace("map.for", "map.if")
        assert found[10].message == "the braces of 'map.if' are not names in braces"
        assert found[12].message == "'map.but' is more than a line of text"
        assert found[13].help == "nothing is filled in here"

    @pytest.mark.parametrize("value", ["{id.real}", "{id[0]}", "{id:>99999999}", "{id!r}", "{}", "{0}", "{id", "id}"])
    def test_braces_hold_a_name_and_nothing_that_runs(self, value: str) -> None:
        (found,) = read_words(f'map.see = "{value}"', "x").diagnostics
        assert found.code == "AM913"

    def test_a_table_where_a_text_is_wanted_and_a_text_for_a_table(self) -> None:
        found = read_words('list = ", "\n[map.because]\none = "x"\n', "x").diagnostics
        assert [d.message for d in found] == [
            "'list' is ', ', and has entries of its own",
            "'map.because' is a table, not a text",
        ]

    def test_a_table_built_in_python_is_held_to_the_same(self) -> None:
        assert check_words(words_in("ko")) == ()
        assert check_words(Words("en-GB", {**ENGLISH.table, "map.but": "yet"})) == ()
        table = {**ENGLISH.table, "map.see": "see", "map.sea": "x"}
        del table["map.but"]
        assert {(d.code, ".".join(map(str, d.where))) for d in check_words(Words("xx", table))} == {
            ("AM913", "map.see"),
            ("AM913", "map.but"),
            ("AM908", "map.sea"),
        }


class TestDrawing:
    def test_a_picture_has_the_colours_and_words_of_the_files(self, tmp_path: Path) -> None:
        theme, words = tmp_path / "mine.toml", tmp_path / "words.toml"
        theme.write_text('ink = "#123123"', encoding="utf-8")
        words.write_text('code = "en-GB"\n[map]\nbecause = "given that"', encoding="utf-8")
        for asked in (theme, str(theme)):
            svg = api.draw(map_(), theme=asked, language=words).data.decode()
            assert "#123123" in svg
            assert "given that" in svg.replace("&#160;", " ")
        assert api.draw(map_(), theme=files.read_theme(theme).unwrap(), language=words).data.decode() == svg
        assert "#123123" not in api.draw(map_()).data.decode()

    def test_warnings_of_a_theme_come_with_the_first_sheet(self, tmp_path: Path) -> None:
        theme = tmp_path / "mine.toml"
        theme.write_text('base = "print"\nink = "#000080"', encoding="utf-8")
        picture = api.draw(map_(), theme=theme, split="branch")
        assert [(d.code, d.file) for d in picture.diagnostics if d.code == "AM912"] == [("AM912", str(theme))]
        assert [d for sheet in picture.sheets for d in sheet.diagnostics if d.code == "AM912"] == []

    def test_errors_keep_it_from_being_drawn(self, tmp_path: Path) -> None:
        theme = tmp_path / "mine.toml"
        theme.write_text('ink = "#FFFFFF"', encoding="utf-8")
        with pytest.raises(InvalidMap, match="has a contrast of 1"):
            api.draw(map_(), theme=theme)
        with pytest.raises(InvalidMap, match="AM909"):
            api.draw(map_(), theme=replace(LIGHT, ink="red"))
        with pytest.raises(InvalidMap, match="are missing"):
            api.draw(map_(), language=Words("x", {k: v for k, v in ENGLISH.table.items() if k != "map.see"}))

    @pytest.mark.parametrize(
        ("content", "code"),
        [(None, "AM111"), (b"\xff\xfei\x00", "AM111"), (b"ink = '\xe9'", "AM111"), (b"\x00\x01\x02", "AM907")],
    )
    def test_files_that_hold_no_text_are_refused_by_name(
        self, tmp_path: Path, content: bytes | None, code: str
    ) -> None:
        path = tmp_path / "mine.toml"
        if content is not None:
            path.write_bytes(content)
        for asked in ({"theme": path}, {"language": path}):
            with pytest.raises(InvalidMap) as raised:
                api.draw(map_(), **asked)  # type: ignore[arg-type]
            (found,) = raised.value.diagnostics
            assert (found.code, found.file) == (code, str(path))

    def test_a_huge_file_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "mine.toml"
        path.write_text("# x\n" * 30_000, encoding="utf-8")
        (found,) = files.read_theme(path).diagnostics
        assert (found.code, found.message) == ("AM112", "the file is larger than 100 kB")

    @pytest.mark.parametrize(
        ("name", "is_file"),
        [("dark", False), ("mine.toml", True), ("./mine", True), ("a\\b", True), ("drak", False), ("", False)],
    )
    def test_a_name_is_that_of_a_file_if_it_looks_like_one(self, name: str, is_file: bool) -> None:
        assert files.names_table(name) == is_file


def test_the_tables_that_come_with_argmap_can_be_copied_and_changed() -> None:
    folder = Path(argmap.__file__).parent
    for name in THEME_NAMES:
        text = (folder / "theme" / f"{name}.toml").read_text(encoding="utf-8")
        reading = read_theme(f'base = "{name}"\n{text}', "x")
        assert reading.diagnostics == ()
        assert colours_of(reading.unwrap()) == colours_of(THEMES[name])
    english = (folder / "languages" / "en.toml").read_text(encoding="utf-8")
    assert read_words(english, "x").unwrap() == ENGLISH
