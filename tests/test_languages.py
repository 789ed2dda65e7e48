"""The fixed words of drawings: every table has the same keys and braces, and drawings ask for these keys only."""

import ast
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

import argmap
from argmap.errors import UnknownName
from argmap.languages import ENGLISH, LANGUAGES, Words, code_meant, names_in, words_in

PACKAGE = Path(argmap.__file__).parent
SECTIONS = {key.partition(".")[0] for key in ENGLISH.table}
OTHERS = [code for code in LANGUAGES if code != "en"]


class TestTables:
    @pytest.mark.parametrize("code", OTHERS)
    def test_every_language_has_the_keys_of_the_english_table(self, code: str) -> None:
        table = words_in(code).table
        assert sorted(ENGLISH.table.keys() - table.keys()) == []
        assert sorted(table.keys() - ENGLISH.table.keys()) == []

    @pytest.mark.parametrize("code", LANGUAGES)
    def test_the_same_is_filled_in_everywhere(self, code: str) -> None:
        table = words_in(code).table
        wrong = {key: said for key, said in table.items() if names_in(said) != names_in(ENGLISH[key])}
        assert wrong == {}
        assert None not in {names_in(said) for said in table.values()}

    @pytest.mark.parametrize("code", LANGUAGES)
    def test_nothing_is_empty_or_more_than_a_line(self, code: str) -> None:
        wrong = {key: said for key, said in words_in(code).table.items() if not said.strip() or "\n" in said}
        assert wrong == {}
        edges = {key for key, said in words_in(code).table.items() if said != said.strip() and key != "list.between"}
        assert edges == set()

    def test_numbers_have_both_words(self) -> None:
        ones = {key.removesuffix(".one") for key in ENGLISH.table if key.endswith(".one")}
        many = {key.removesuffix(".many") for key in ENGLISH.table if key.endswith(".many")}
        assert ones == many
        assert len(ones) > 3
        assert ones & ENGLISH.table.keys() == set()

    @pytest.mark.parametrize("code", OTHERS)
    def test_sentences_are_translated(self, code: str) -> None:
        """Four words or more in a row are no name, and no two of these languages say them alike."""
        same = {
            key
            for key, said in words_in(code).table.items()
            if said == ENGLISH[key] and len(re.findall(r"[A-Za-z]{3,}", re.sub(r"\{\w+\}", "", said))) >= 4
        }
        assert same == set()

    def test_every_file_of_words_is_a_language(self) -> None:
        assert {path.stem for path in (PACKAGE / "languages").glob("*.toml")} == set(LANGUAGES)


_PART = r"[\w-]+"


def literals(node: ast.expr) -> list[str]:
    """Patterns of the texts an expression may be: whatever is worked out stands for one part of a key."""
    match node:
        case ast.Constant(value=str(text)):
            return [re.escape(text)]
        case ast.IfExp(body=body, orelse=other):
            return literals(body) + literals(other)
        case ast.JoinedStr(values=values):
            parts = [literals(v.value) if isinstance(v, ast.FormattedValue) else literals(v) for v in values]
            return ["".join(chosen) for chosen in product(*parts)]
        case _:
            return [_PART]


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def asked() -> Iterator[tuple[str, str, str, set[str] | None]]:
    """Where words are asked for: the place, how, the pattern of the key, what is filled in (None: not to be told)."""
    for path, tree in trees():
        for node in ast.walk(tree):
            at = f"{path.relative_to(PACKAGE)}:{getattr(node, 'lineno', 0)}"
            match node:
                case ast.Subscript(value=ast.Name(id=name) | ast.Attribute(attr=name), slice=key) if name in _WORDS:
                    yield from ((at, "[]", pattern, None) for pattern in literals(key) if _is_key(pattern))
                case ast.Call(func=ast.Attribute(attr=("say" | "counted") as how), args=[key, *_], keywords=given):
                    filled = {str(k.arg) for k in given} | ({"n"} if how == "counted" else set())
                    known = None if any(k.arg is None for k in given) else filled
                    yield from ((at, how, pattern, known) for pattern in literals(key) if _is_key(pattern))


_WORDS = ("words", "w", "fixed", "said")


def _is_key(pattern: str) -> bool:
    return re.match(r"[a-z_]+\\\.", pattern) is not None


class TestUse:
    def test_words_that_are_asked_for_exist(self) -> None:
        wrong = []
        for at, how, pattern, _ in asked():
            whole = rf"(?:{pattern})\.(?:one|many)" if how == "counted" else pattern
            if not any(re.fullmatch(whole, key) for key in ENGLISH.table):
                wrong.append(f"{at}: {how} {pattern}")
        assert wrong == []

    def test_every_name_in_braces_is_filled_in(self) -> None:
        wrong = []
        for at, how, pattern, filled in asked():
            whole = rf"(?:{pattern})\.(?:one|many)" if how == "counted" else pattern
            keys = [key for key in ENGLISH.table if filled is not None and re.fullmatch(whole, key)]
            lacking = {key: _lacking(key, filled or set()) for key in keys}
            if lacking and all(lacking.values()):  # of keys that are worked out, some are asked for elsewhere
                wrong.append(f"{at}: {lacking}")
        assert wrong == []

    def test_the_scan_sees_how_words_are_asked_for(self) -> None:
        assert len(list(asked())) > 150
        worked_out = ast.parse("""f"map.{x}.{'1' if y else z}" """, mode="eval").body
        assert literals(worked_out) == [rf"map\.{_PART}\.1", rf"map\.{_PART}\.{_PART}"]

    def test_every_word_of_the_tables_is_written_somewhere(self) -> None:
        patterns = {
            pattern
            for _, tree in trees()
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant | ast.JoinedStr)
            for pattern in literals(node)
            if re.match(rf"(?:{'|'.join(SECTIONS)})\\\.", pattern)
        }
        # here what is worked out may be several parts: the beginning of a key is put before `headline.agree` elsewhere
        whole = re.compile("|".join(sorted(p.replace(_PART, rf"{_PART}(?:\.{_PART})*") for p in patterns)))
        unused = [
            key
            for key in ENGLISH.table
            if not whole.fullmatch(key) and not whole.fullmatch(re.sub(r"\.(?:one|many)$", "", key))
        ]
        assert unused == []


def _lacking(key: str, filled: set[str]) -> list[str]:
    return sorted((names_in(ENGLISH[key]) or frozenset()) - filled)


class TestWords:
    def test_words_are_said_with_what_is_filled_in(self) -> None:
        words = Words("xx", {"a.b": "{one} and {two}", "c.one": "{n} map", "c.many": "{n} maps", "d": "plain"})
        assert words.say("a.b", two="2", one=1) == "1 and 2"
        assert words["d"] == "plain"
        assert [words.counted("c", n) for n in (0, 1, 2)] == ["0 maps", "1 map", "2 maps"]

    def test_what_is_filled_in_is_not_read_for_braces(self) -> None:
        assert Words("xx", {"a": "see {id}"}).say("a", id="{id} {x} }{") == "see {id} {x} }{"

    @pytest.mark.parametrize(
        ("code", "three"),
        [
            ("en", "a, b and c"),
            ("de", "a, b und c"),
            ("es", "a, b y c"),
            ("fr", "a, b et c"),
        ],
    )
    def test_lists(self, code: str, three: str) -> None:
        words = words_in(code)
        assert words.listed(["a", "b", "c"]) == three
        assert words.listed(("a", "b")) == three.removeprefix("a, ").replace("b", "a").replace("c", "b")
        assert words.listed(["a"]) == "a"
        assert words.listed([]) == ""

    @pytest.mark.parametrize("code", LANGUAGES)
    def test_a_list_names_all_in_order_in_every_language(self, code: str) -> None:
        said = words_in(code).listed(["one", "two", "three", "four"])
        assert re.findall("one|two|three|four", said) == ["one", "two", "three", "four"]

    def test_an_unknown_language_is_answered_with_those_that_there_are(self) -> None:
        with pytest.raises(UnknownName, match="no language is called 'xx'; known: en, de, es, fr, ja, ko, zh"):
            words_in("xx")

    @pytest.mark.parametrize(
        ("name", "code"),
        [("de-AT", "de"), ("EN_us", "en"), ("Japanese", "ja"), ("jp", "ja"), ("français", "fr"), ("tlh", ""), ("", "")],
    )
    def test_languages_are_known_by_other_names(self, name: str, code: str) -> None:
        assert code_meant(name) == code

    @pytest.mark.parametrize(
        ("said", "names"),
        [
            ("see {id}, sheet {sheet}", {"id", "sheet"}),
            ("none", set()),
            ("{{id}}", set()),
            ("{id:>9}", None),
            ("{id!r}", None),
            ("{id.real}", None),
            ("{}", None),
            ("{id", None),
            ("}", None),
        ],
    )
    def test_names_in_braces(self, said: str, names: set[str] | None) -> None:
        assert names_in(said) == names
