"""`argmap new`: what it writes passes `argmap check` as it is, and says what was meant where it cannot."""

import io
import json
import os
import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

import argmap
from argmap.cli import main
from argmap.editor.schema import schema
from argmap.formats.articles import few_words, title_in
from argmap.text import paragraphs

ARTICLE = """\
# The square

¶1 The square is hot in summer, and nobody crosses it.

¶2 Streets with trees are cooler.

¶12 Trees need water.

References
¶13 Moss.
"""
PLAIN = """\
A square for all

The square is hot in summer.

## A heading

Trees: they “need” water.
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "plain.txt").write_text(PLAIN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = main(argv)
    out, err = capsys.readouterr()
    return code, out, err


def problems(path: str) -> list[tuple[str, str]]:
    return [(d.severity, d.code) for d in argmap.check(path)]


TO_WRITE = ("warning", "AM503")


def faults(path: str) -> list[tuple[str, str]]:
    """What is wrong beside what is still to be written."""
    return [found for found in problems(path) if found != TO_WRITE]


class TestFromAnArticle:
    def test_the_map_names_the_text_and_lists_its_paragraphs(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert said(capsys, "new", "--from", "article.txt", "-o", "m.yaml") == (0, "m.yaml\n", "")
        text = Path("m.yaml").read_text("utf-8")
        assert text.endswith(
            "# The paragraphs of the article, as `at` counts them:\n#\n"
            "#   ¶1  The square is hot in summer…\n"
            "#   ¶2  Streets with trees are cooler.\n"
            "#   ¶12  Trees need water.\n"
        )
        m = argmap.load("m.yaml")
        assert (m.id, m.title, m.article.title, m.article.text) == (
            "the-square",
            "The square",
            "The square",
            "article.txt",
        )
        assert str(m.statements["some-evidence"].at[0]) == "¶2"
        assert problems("m.yaml") == [TO_WRITE] * len(m.statements)

    def test_a_stub_stands_for_each_paragraph(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert said(capsys, "new", "--from", "article.txt", "--stubs", "-o", "m.yaml") == (0, "m.yaml\n", "")
        statements = argmap.load("m.yaml").statements
        assert {key: (s.text, [str(at) for at in s.at]) for key, s in statements.items() if key != "main-claim"} == {
            "par-1": ("… what ¶1 says", ["¶1"]),
            "par-2": ("… what ¶2 says", ["¶2"]),
            "par-12": ("… what ¶12 says", ["¶12"]),
        }
        assert "  par-1:  # The square is hot in summer…\n" in Path("m.yaml").read_text("utf-8")
        assert problems("m.yaml") == [("warning", "AM503")] * 4
        assert (main(["check", "m.yaml"]), main(["check", "--strict", "m.yaml"])) == (0, 1)

    @pytest.mark.parametrize("name", ["article.txt", "plain.txt"])
    def test_paragraphs_have_the_numbers_that_check_counts(self, name: str, capsys: pytest.CaptureFixture[str]) -> None:
        _, out, _ = said(capsys, "new", "--from", name, "--stubs")
        numbers = [int(n) for n in re.findall(r"^    at: ¶(\d+)$", out, re.MULTILINE)]
        assert numbers == list(paragraphs(Path(name).read_text("utf-8")))

    def test_a_title_that_is_given_goes_before_the_one_in_the_text(self, capsys: pytest.CaptureFixture[str]) -> None:
        _, out, _ = said(capsys, "new", "Trees", "--from", "article.txt")
        assert '\nid: trees\ntitle: "Trees"\n' in out

    def test_an_article_without_a_title_gives_its_file_name_as_id(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (folder / "koga 2023.txt").write_text("The square is hot.\nNobody crosses it.\n", encoding="utf-8")
        _, out, _ = said(capsys, "new", "--from", "koga 2023.txt")
        assert '\nid: koga-2023\ntitle: "… the title of the article"\n' in out

    @pytest.mark.parametrize(
        ("output", "path"),
        [("m.yaml", "article.txt"), ("maps/m.yaml", "../article.txt"), ("maps/deep/m.yaml", "../../article.txt")],
    )
    def test_the_path_of_the_text_is_seen_from_the_map(
        self, output: str, path: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert said(capsys, "new", "--from", "article.txt", "-o", output) == (0, f"{output}\n", "")
        assert argmap.load(output).article.text == path
        assert faults(output) == []

    @pytest.mark.skipif(os.name != "posix", reason="links need a privilege elsewhere")
    def test_the_path_of_the_text_is_right_through_a_linked_folder(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (folder / "far" / "away").mkdir(parents=True)
        (folder / "near").symlink_to(folder / "far" / "away")
        assert said(capsys, "new", "--from", "article.txt", "-o", "near/m.yaml")[0] == 0
        assert faults("near/m.yaml") == []
        assert said(capsys, "new", "--from", str(folder / "article.txt"), "-o", "near/n.yaml")[0] == 0
        assert argmap.load("near/n.yaml").article.text == (folder / "article.txt").as_posix()

    def test_standard_input_is_an_article_without_a_path(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
        code, out, _ = said(capsys, "new", "--from", "-", "--stubs")
        assert code == 0
        assert "# text: article.txt" in out
        assert "\n  par-12:  # Trees need water.\n" in out

    @pytest.mark.parametrize(
        "text",
        [
            "a" * 5000,
            "\x1b[31m red \x85 line \u2028 other\u202e",
            "{x}: [y] # z '\"",
            "北東アジアの平和と安全について考える。" * 30,
            "¶7 …\n¶7 twice\n¶0 nought\n",
            "one\r\n\r\ntwo\r\n",
            "¶" + "9" * 5000 + " a mark that is none\n\n¶1 one\n",
        ],
    )
    @pytest.mark.parametrize("options", [(), ("--stubs",)])
    def test_whatever_an_article_holds_the_map_of_it_has_no_error(
        self, text: str, options: tuple[str, ...], folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (folder / "odd.txt").write_text(text, encoding="utf-8", newline="")
        assert said(capsys, "new", "--from", "odd.txt", *options, "-o", "m.yaml") == (0, "m.yaml\n", "")
        assert [d for d in argmap.check("m.yaml") if d.code != "AM503"] == []
        assert max(map(len, Path("m.yaml").read_text("utf-8").splitlines())) <= 240

    def test_of_a_paragraph_no_more_than_a_few_words_are_copied(self) -> None:
        assert few_words("One two three four five six seven eight.") == "One two three four five six…"
        assert few_words("x" * 90) == "x" * 59 + "…"
        assert few_words("A\x1b[0m b\u2029c") == "A [0m b c"

    @pytest.mark.parametrize(
        ("text", "title"),
        [
            ("## The *square* ##\nText.", "The *square*"),
            ("A square for all\n\nIt is hot.\n", "A square for all"),
            ("A square for all\n¶1 It is hot.\n", "A square for all"),
            ("It is hot.\n\nNobody crosses it.\n", ""),
            ("It is hot\nand dry.\n", ""),
            ("¶1 It is hot\n\n¶2 And dry\n", ""),
            ("word " * 60 + "\n\nMore.", ""),
            ("One line", ""),
            ("", ""),
            ('---\ntitle: "The square"\ndate: 2024\n---\n\n# Another\n', "The square"),
            ("---\r\nauthor: x\r\nTitle: It's hot\r\n---\r\nText.\r\n", "It's hot"),
            ("---\nauthor: x\n---\n\n# The square\n", "The square"),
            ("---\nNo fields\n---\n\n# The square\n", ""),
            ("The square\n==========\nIt is hot.\n", "The square"),
        ],
    )
    def test_the_title_is_a_heading_or_a_line_that_stands_alone(self, text: str, title: str) -> None:
        assert title_in(text) == title

    def test_front_matter_is_no_paragraph_to_write_of(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        front = "---\ntitle: The square\n\ntags: [a]\n---\n"
        (folder / "post.md").write_text(f"{front}\nIt is hot.\n\nIt is dry.\n", encoding="utf-8")
        assert said(capsys, "new", "--from", "post.md", "--stubs", "-o", "post.yaml") == (0, "post.yaml\n", "")
        m = argmap.load("post.yaml")
        assert (m.title, list(m.statements)) == ("The square", ["main-claim", "par-3", "par-4"])
        (folder / "post.md").write_text(f"{front}It is hot.\n", encoding="utf-8")  # the second block holds both
        assert "#   ¶2  tags: [a] ---" in said(capsys, "new", "--from", "post.md")[1]
        (folder / "post.md").write_text(front, encoding="utf-8")
        assert "has no paragraph" in said(capsys, "new", "--from", "post.md")[2]

    def test_a_long_text_that_is_one_paragraph_is_told(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (folder / "block.txt").write_text("A line of the article.\n" * 40, encoding="utf-8")
        status, out, err = said(capsys, "new", "--from", "block.txt")
        assert (status, "#   ¶1  A line" in out) == (0, True)
        assert err == (
            "argmap: 'block.txt' is one paragraph; put blank lines between paragraphs, or begin them with ¶1, ¶2\n"
        )

    @pytest.mark.parametrize("title", ["null", "~", "Null!", "- a", ": #x", "a: b #c", '"', "'", "&a", "*", "%", "@"])
    def test_a_title_that_means_something_in_yaml_is_a_title(
        self, title: str, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for thing in ([], ["codebook"]):
            assert said(capsys, "new", *thing, "-o", "t.yaml", "--", title)[0] == 0
            assert faults("t.yaml") == []
            (folder / "t.yaml").unlink()

    def test_a_codebook_says_what_it_is_called(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert "#   codebook: topic.codebook.yaml\n" in said(capsys, "new", "codebook", "Topic")[1]
        said(capsys, "new", "codebook", "Topic", "-o", "b.yaml")
        said(capsys, "new", "codebook", "Topic", "-o", "a b.yaml")
        assert "#   codebook: b.yaml\n" in Path("b.yaml").read_text("utf-8")
        assert '#   codebook: "a b.yaml"\n' in Path("a b.yaml").read_text("utf-8")


class TestWhatCannotBe:
    @pytest.mark.parametrize(
        "text",
        [
            "\ufeff<!-- saved from https://example.org -->\n<html><body><p>Hot.</p></body></html>",
            '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">\n<html><p>Hot.</p></html>',
            '<div class="x"><p>It is <b>hot</b>.</p></div>',
            "<p>Hot.</p>\n\n<p>Dry.</p>",
        ],
    )
    def test_the_text_of_a_web_page_is_no_article_whatever_its_name(
        self, text: str, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (folder / "page.txt").write_text(text, encoding="utf-8")
        status, _, err = said(capsys, "new", "--from", "page.txt")
        assert (status, err) == (
            2,
            "argmap: 'page.txt' is a web page with its markup; save what it says as plain text\n",
        )
        (folder / "page.txt").write_text("<https://example.org> is a page, and x < y.\n", encoding="utf-8")
        assert said(capsys, "new", "--from", "page.txt")[0] == 0

    @pytest.mark.parametrize(
        ("argv", "message"),
        [
            (
                ("mine.yaml",),
                "'mine.yaml' is a file's name, not a title; write `argmap new \"The title\" -o mine.yaml`",
            ),
            (("article.txt",), "'article.txt' is a file's name, not a title; write `argmap new --from article.txt`"),
            (("none.md",), "'none.md' is a file's name, not a title; write `argmap new --from none.md`"),
            (("nameless",), "'nameless' is a file's name, not a title; write `argmap new --from nameless`"),
            (
                ("codebook", "map.yaml"),
                "'map.yaml' is a file, not a topic; write `argmap new codebook --from map.yaml`",
            ),
            (
                ("codebook", "x.yaml"),
                "'x.yaml' is a file's name, not a topic; write `argmap new codebook \"The topic\" -o x.yaml`",
            ),
            (
                ("codebook", "article.txt"),
                "'article.txt' is a file's name, not a topic; a codebook is drafted from maps",
            ),
            (
                ("--from", "map.yaml"),
                "'map.yaml' is no article; a map is made from its plain text, as in --from article.txt",
            ),
            (("--from", "none.txt"), "there is no file 'none.txt'"),
            (("--from", "articel.txt"), "there is no file 'articel.txt'; did you mean 'article.txt'?"),
            (("--from", "folder"), "'folder' is a folder; name the text of one article"),
            (
                ("--from", "empty.txt"),
                "'empty.txt' has no paragraph; paragraphs stand between blank lines, or begin with ¶1",
            ),
            (
                ("--from", "headings.txt"),
                "'headings.txt' has no paragraph; paragraphs stand between blank lines, or begin with ¶1",
            ),
            (
                ("--from", "a.pdf"),
                "'a.pdf' is a PDF; save its text in a file of its own, as plain text in UTF-8",
            ),
            (
                ("--from", "a.docx"),
                "'a.docx' is a packed document (.docx, .odt, .epub); save its text in a file of its own, as plain text "
                "in UTF-8",
            ),
            (("--from", "a.html"), "'a.html' is a web page with its markup; save what it says as plain text"),
            (("--from", "nul.txt"), "'nul.txt' is no text; save the article as plain text in UTF-8"),
            (
                ("--from", "article.txt", "--from", "plain.txt"),
                "a map is of one article, and 2 are named; make a map of each",
            ),
            (("T", "--stubs"), "--stubs needs an article, to count its paragraphs; name its text: --from article.txt"),
            (
                ("codebook", "T", "--stubs"),
                "--stubs are statements of a map, not of a codebook; leave one of the two out",
            ),
            (("one", "two"), 'one title is taken, not 2; put it in quotes: "one two"'),
            (
                ("T", "--schema"),
                "--schema writes a second file beside the first; say where with -o, as in -o my-map.yaml",
            ),
            (("T", "-o", "map.yaml"), "'map.yaml' exists and is left as it is; choose another name"),
            (
                ("codebook", "--from", "map.yaml"),
                "there is nothing to define: the map uses no key that is not defined; add `says` first",
            ),
            (("codebook", "--from", "book.yaml"), "'book.yaml' is a codebook; a map is needed here"),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
    )
    def test_it_says_what_was_probably_meant(
        self, argv: tuple[str, ...], message: str, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (folder / "folder").mkdir()
        (folder / "nameless").write_text("Text.\n\nMore.\n")
        (folder / "map.yaml").write_text("argmap: 1\nid: m\nstatements: {a: {type: thesis, text: A.}}\n")
        (folder / "book.yaml").write_text("argmap-codebook: 1\nid: b\nactors: {city: the city}\n")
        (folder / "empty.txt").write_text("\n \n")
        (folder / "headings.txt").write_text("# One\n\n## Two\n")
        (folder / "a.pdf").write_bytes(b"%PDF-1.7 \xff")
        (folder / "a.docx").write_bytes(b"PK\x03\x04\x14\x00")
        (folder / "a.html").write_text("<!DOCTYPE html>\n<p>Text.")
        (folder / "nul.txt").write_bytes(b"A\0b\n")
        before = sorted(folder.iterdir())
        assert said(capsys, "new", *argv) == (2, "", f"argmap: {message}\n")
        assert sorted(folder.iterdir()) == before

    def test_a_text_in_another_encoding_is_located(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (folder / "latin.txt").write_bytes("Der\nKäse\n".encode("latin-1"))
        code, out, err = said(capsys, "new", "--from", "latin.txt", "-o", "m.yaml")
        assert (code, out) == (2, "")
        assert err.startswith("latin.txt:2:2: error[AM111]: the file is not UTF-8: the byte 0xE4 is no letter in it\n")
        assert not Path("m.yaml").exists()

    def test_a_text_too_large_to_be_one_is_refused(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("argmap.files.decoding.MAX_BYTES", 10)
        code, _, err = said(capsys, "new", "--from", "article.txt")
        assert code == 2
        assert err.startswith("article.txt: error[AM112]: the file is larger than 0 MB\n")
        assert "help: check that it is the plain text of one article" in err

    def test_a_very_long_title_is_no_name_of_a_file(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert said(capsys, "new", "long " * 2000)[0] == 0


class TestWhereItGoes:
    @pytest.mark.parametrize(
        ("argv", "name"),
        [
            (("A square for all",), "a-square-for-all.yaml"),
            (("--from", "article.txt"), "article.yaml"),
            ((), "my-map.yaml"),
            (("codebook", "Trees and squares"), "trees-and-squares.codebook.yaml"),
            (("codebook",), "my-topic.codebook.yaml"),
        ],
    )
    def test_in_a_folder_the_file_is_named_after_the_title_and_its_path_is_told(
        self, argv: tuple[str, ...], name: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = str(Path("maps") / name)
        assert said(capsys, "new", *argv, "-o", "maps/") == (0, f"{path}\n", "")
        assert faults(path) == []
        assert said(capsys, "new", *argv, "-o", "maps")[0] == 2

    def test_a_dash_is_standard_output(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert said(capsys, "new", "T", "-o", "-") == said(capsys, "new", "T")


class TestForEditors:
    @pytest.mark.parametrize(("kind", "argv"), [("map", ("T",)), ("codebook", ("codebook", "T"))])
    def test_the_schema_stands_beside_the_file_that_names_it(
        self, kind: str, argv: tuple[str, ...], folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert said(capsys, "new", *argv, "--schema", "-o", "maps/t.yaml") == (0, "maps/t.yaml\n", "")
        first = (folder / "maps" / "t.yaml").read_text("utf-8").splitlines()[0]
        named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert named
        written = json.loads((folder / "maps" / named[1]).read_text("utf-8"))
        assert written == schema(kind)  # type: ignore[arg-type]
        assert faults("maps/t.yaml") == []

    def test_a_schema_that_is_there_is_left_and_told_of_if_it_is_another(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert said(capsys, "new", "T", "--schema", "-o", "t.yaml") == (0, "t.yaml\n", "")
        assert said(capsys, "new", "T", "--schema", "-o", "u.yaml") == (0, "u.yaml\n", "")
        (folder / "argmap-map.schema.json").write_text("{}")
        assert said(capsys, "new", "T", "--schema", "-o", "v.yaml") == (
            0,
            "v.yaml\n",
            "argmap: 'argmap-map.schema.json' is not the schema of this argmap, and is left as it is; "
            "`argmap schema map -o argmap-map.schema.json` writes it anew\n",
        )
        assert (folder / "argmap-map.schema.json").read_text() == "{}"

    @pytest.mark.parametrize("argv", [(), ("--from", "article.txt"), ("--from", "article.txt", "--stubs")])
    def test_a_new_map_fits_the_schema(self, argv: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
        _, out, _ = said(capsys, "new", *argv)
        Draft202012Validator(schema("map")).validate(yaml.load(out, yaml.BaseLoader))

    def test_every_field_that_the_comments_offer_can_be_used(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        _, out, _ = said(capsys, "new", "T")
        body, _, offered = out.partition("# What else a statement can have; take what you need:\n#\n")
        fields = [line.removeprefix("#").rstrip() for line in offered.splitlines()]
        assert [f.split(":")[0].strip() for f in fields if re.match(r" {3}\S", f)] == [
            *("label", "certainty", "voice", "if", "when", "where", "note", "because", "says"),
        ]
        book = "codebook:\n  argmap-codebook: 1\n  id: b\n  propositions: {act-now: Now}\n"
        book += "  factors: {traffic: Traffic, noise: Noise}\n  actors: {city: City, drivers: Drivers}\n"
        book += "  places: {japan: {name: Japan}}\n"
        further = "\n".join(["  further:", "    text: A further sentence.", *(f" {field}" for field in fields)])
        text = body.replace("statements:\n", book + "statements:\n") + further + "\n"
        (folder / "all.yaml").write_text(text.replace("- a-reason ", "- a-reason\n      - further "), encoding="utf-8")
        assert [str(d) for d in argmap.check("all.yaml") if d.severity == "error"] == []


MAP = """\
argmap: 1
id: {id}
{book}statements:
  build:
    type: thesis
    text: The council should build the lane.
    says:
      - {{holds: build-lane}}
      - {{cause: [lane, lihgt], raises: safety}}
    because: [spoils]
  spoils:
    text: The shops get in the way.
    says: [{{actor: shops, role: spoiler, toward: [riders]}}, {{actor: shops, role: late-comer}}, {{denies: wait}}]
"""
BOOK = "argmap-codebook: 1\nid: b\nfactors: {light: Light, safety: Safety}\nactors: {shops: Shops}\n"


class TestACodebookFromMaps:
    def test_what_no_codebook_defines_is_collected_with_who_uses_it(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (folder / "b.codebook.yaml").write_text(BOOK)
        (folder / "ruiz.yaml").write_text(MAP.format(id="ruiz", book="codebook: b.codebook.yaml\n"))
        (folder / "patel.yaml").write_text(MAP.format(id="patel", book=""))
        code, out, err = said(capsys, "new", "codebook", "Mill Road", "--from", "ruiz.yaml", "patel.yaml")
        assert (code, err) == (0, "")
        assert (
            out
            == """\
# Drafted from ruiz, patel: the keys that stand under `says` and that no codebook defines.
# Say of each what it means, and name this file in every map:
#   codebook: mill-road.codebook.yaml
argmap-codebook: 1
id: mill-road
title: "Mill Road"

propositions:
  build-lane:  # ruiz, patel
    text: "The council should build the lane."
    # kind: policy                 # or fact, definition, cause, forecast, value
  wait:  # ruiz, patel
    text: "wait"
    # kind: policy                 # or fact, definition, cause, forecast, value

factors:
  lane:  # ruiz, patel
    text: "lane"
  lihgt:  # ruiz, patel; did you mean 'light'?
    text: "lihgt"

actors:
  riders:  # ruiz, patel
    text: "riders"

roles:
  late-comer:  # ruiz, patel
    text: "late comer"
    valence: 0                     # 1: works for those it is played toward, -1: against them
""".replace("riders:  # ruiz, patel\n    text", "riders:  # ruiz, patel\n    name")
        )

    def test_the_draft_defines_all_that_its_maps_use(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (folder / "ruiz.yaml").write_text(MAP.format(id="ruiz", book=""))
        argv = ("new", "codebook", "Mill Road", "--from", "ruiz.yaml", "--from", "ruiz.yaml", "-o", "./")
        assert said(capsys, *argv) == (0, "mill-road.codebook.yaml\n", "")
        assert problems("mill-road.codebook.yaml") == []
        (folder / "ruiz.yaml").write_text(MAP.format(id="ruiz", book="codebook: mill-road.codebook.yaml\n"))
        assert [p for p in problems("ruiz.yaml") if p[0] == "error"] == []
        assert said(capsys, "new", "codebook", "--from", "ruiz.yaml")[0] == 2

    def test_a_map_that_cannot_be_read_is_told_with_its_place(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (folder / "broken.yaml").write_text("argmap: 1\nid: [\n")
        code, out, err = said(capsys, "new", "codebook", "--from", "broken.yaml")
        assert (code, out) == (2, "")
        assert err.startswith("broken.yaml:")

    def test_a_map_with_other_mistakes_gives_its_keys_all_the_same(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (folder / "ruiz.yaml").write_text(MAP.format(id="ruiz", book="").replace("type: thesis", "typ: thesis"))
        code, out, _ = said(capsys, "new", "codebook", "--from", "ruiz.yaml")
        assert code == 0
        assert "\n  build-lane:  # ruiz\n" in out

    def test_the_option_means_the_same_as_the_word(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert said(capsys, "new", "--codebook", "T") == said(capsys, "new", "codebook", "T")
