"""What a stranger wrote arrives as text, whatever it looks like: on terminals, in Markdown, JSON, tables and pictures.

Drawings have their own tests of this kind (test_hostile_drawings.py, test_mermaid.py), and so have tables and graphs
(test_spreadsheet.py, test_comparison_csv.py, test_comparison_graphml.py).
"""

import csv
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from accessible import words_of
from markdown_it import MarkdownIt
from marked_map import hostile_map

from argmap.cli import main
from argmap.formats import write_map
from argmap.model import ArgumentMap

PAYLOADS = {
    "rich markup": "[red]warning[/red] [link=http://e.example]x[/link] [/]",
    "HTML": "</td><script>alert(1)</script><img src=x onerror=alert(1)> <!-- --> &lt;b&gt;",
    "Markdown": "![i](http://e.example/x) [l](javascript:alert(1)) <javascript:alert(1)> **b** `c` | d\\| # e > f - g",
    "a workflow command": "::error file=x::y %0A::set-output name=x::y ##[group]",
    "a formula": '=HYPERLINK("http://e.example";"x") +1 -1 @x',
    "directions": "\u202eabc\u202c \u2066def\u2069 \u200fghi\u200e",
    "line separators": "one\u2028two\u2029three\u00adfour\u200bfive\ufeffsix",
    "format strings": "%s %n {0} {x!r} ${x} $(touch owned) `touch owned` {{7*7}}",
    "entities": '&xxe; <!DOCTYPE a [<!ENTITY xxe SYSTEM "file:///etc/passwd">]> ]]> <?php ?>',
    "zalgo": "a" + "\u0300\u0489" * 60,
}

payloads = pytest.mark.parametrize("words", PAYLOADS.values(), ids=PAYLOADS.keys())

Told = Callable[..., tuple[str, str]]

SEEN = {"\n", "\u00a0"}


def acts(text: str) -> set[str]:
    """The characters of an output that a terminal would not show but obey, or hide."""
    return {c for c in text if not c.isprintable()} - SEEN - {"\u200c", "\u200d"}


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    """``told(*argv)``: standard output and standard error of a call that did not break."""

    def call(*argv: object) -> tuple[str, str]:
        capsys.readouterr()
        code = main([str(a) for a in argv])
        out, err = capsys.readouterr()
        assert code in (0, 1, 2)
        assert "internal error" not in err
        return out, err

    return call


def coded(words: str, name: str, stance: str) -> ArgumentMap:
    """A hostile map that can be compared: it takes a stance, names a cause and gives a role."""
    short = words[:150]
    data = hostile_map(words).model_dump(mode="json", by_alias=True, exclude_defaults=True)
    data |= {"id": name}
    data["codebook"] |= {
        "factors": {"f": {"text": short}, "g": {"text": f"g {short}"}},
        "propositions": {"p": {"text": short}},
        "roles": {"r": {"text": short}},
    }
    says = [{stance: "p"}, {"cause": ["f"], "raises": "g"}, {"actor": "who", "role": "r"}]
    data["statements"]["t"]["says"] = says
    return ArgumentMap.model_validate(data)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def maps(folder: Path, words: str) -> Iterator[str]:
    for name, stance in (("left", "holds"), ("right", "denies")):
        m = coded(words, name, stance)
        path = folder / f"{name}.yaml"
        path.write_text(write_map(m), encoding="utf-8")
        yield str(path)


VIEWS = ("findings", "matrix", "roles", "causes", "reasons", "metrics")


@payloads
def test_nothing_that_is_printed_acts_on_a_terminal(words: str, folder: Path, told: Told) -> None:
    left, right = maps(folder, words)
    calls: list[tuple[str, ...]] = [
        *(("check", "--teach", "--no-settings", "--format", form, left, right) for form in ("text", "github")),
        ("show", left),
        ("show", left, "--ids", "outline"),
        *(("compare", left, right, "--view", view, "--detail", "full") for view in VIEWS if view != "metrics"),
        ("compare", left, right, "--view", "metrics"),
        ("compare", left, right, "--explain", "stance:p"),
        ("compare", left, right, "--about", words[:40]),
        ("diff", left, right),
        ("reliability", left, right),
        ("align", "suggest", left, right),
        ("draw", left, "-o", str(folder / "left.dot")),
        ("rename", "p", "q", left),
    ]
    for call in calls:
        out, err = told(*call)
        assert acts(out) == set(), call
        assert acts(err) == set(), call
        assert out or err, call


@payloads
@pytest.mark.parametrize(
    "argv",
    [
        ("show", "{left}", "--format", "markdown"),
        *(
            ("compare", "{left}", "{right}", "--format", "markdown", "--view", v, "--detail", "full")
            for v in VIEWS[:-1]
        ),
        ("compare", "{left}", "{right}", "--format", "markdown", "--view", "metrics"),
        ("compare", "{left}", "{right}", "--format", "markdown", "--explain", "stance:p"),
        ("diff", "{left}", "{right}", "--format", "markdown"),
        ("reliability", "{left}", "{right}", "--format", "markdown"),
    ],
    ids=lambda argv: "-".join(a for a in argv if a.isalpha()) if isinstance(argv, tuple) else "",
)
def test_markdown_holds_no_link_no_picture_and_no_html(
    argv: tuple[str, ...], words: str, folder: Path, told: Told
) -> None:
    left, right = maps(folder, words)
    out, _ = told(*(a.format(left=left, right=right) for a in argv))
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(out)
    parts = [token for each in tokens for token in (each, *(each.children or ()))]
    kinds = {part.type for part in parts if (part.type, part.content) != ("html_inline", "<br>")}  # in cells of tables
    assert not kinds & {"html_block", "html_inline", "link_open", "image", "fence", "code_block"}
    assert acts(out) == set()
    said = "".join(token.content for each in tokens for token in each.children or ())
    assert squeezed(shown(words)[:60]) in squeezed(said)


def shown(words: str) -> str:
    """Words as they come out where what hides is shown."""
    from argmap.reporters.visible import visible

    return visible(" ".join(words.split()))


def squeezed(words: str) -> str:
    return re.sub(r"\s", "", words)


@payloads
def test_json_and_tables_hold_the_words_as_they_are(words: str, folder: Path, told: Told) -> None:
    left, right = maps(folder, words)
    out, _ = told("compare", left, right, "--format", "json")
    assert json.loads(out)["maps"][0]["title"] == words.strip()
    out, _ = told("check", "--format", "json", left)
    assert json.loads(out)["files"] == [left]
    out, _ = told("check", "--format", "sarif", left)
    assert json.loads(out)["version"] == "2.1.0"
    for form in ("csv", "dna"):
        out, _ = told("compare", left, right, "--format", form)
        cells = [cell for row in csv.reader(out.splitlines(keepends=True)) for cell in row]
        assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r") and not re.fullmatch(r"-?[\d.]+", cell)]
    for form in ("graphml", "dna-graphml"):
        out, _ = told("compare", left, right, "--format", form)
        ElementTree.fromstring(out)


@payloads
def test_pictures_hold_the_words_and_nothing_that_runs(words: str, folder: Path, told: Told) -> None:
    left, right = maps(folder, words)
    told("draw", left, "-o", folder / "one.svg", "--paper", "fit", "--split", "never")
    told("draw", left, right, "--view", "overlay", "-o", folder / "both.svg", "--paper", "fit")
    assert (folder / "one.svg").exists()
    for path in folder.glob("*.svg"):
        data = path.read_bytes()
        for each in ElementTree.fromstring(data).iter():
            assert each.tag.rpartition("}")[2] not in ("script", "foreignObject", "image", "iframe", "use", "style")
            for name, value in each.attrib.items():
                assert not name.lower().startswith("on")
                assert not re.match(r"\s*(javascript|data|file|vbscript):", value, re.IGNORECASE)
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", words_of(data))


ESCAPE = "\x1b]0;owned\x07\x1b[2J\u202e"


def test_arguments_are_shown_harmlessly(folder: Path, told: Told) -> None:
    left, right = maps(folder, "a tram")
    for argv in (
        [ESCAPE],
        [f"--{ESCAPE}"],
        ["check", f"--{ESCAPE}", left],
        ["check", "--select", ESCAPE, left],
        ["check", "--text", f"{ESCAPE}={left}", left],
        ["check", "--format", ESCAPE, left],
        ["explain", ESCAPE],
        ["show", ESCAPE],
        ["show", left, "--language", ESCAPE],
        ["compare", left, right, "--about", ESCAPE],
        ["compare", left, right, "--explain", ESCAPE],
        ["compare", left, right, "--view", ESCAPE],
        ["draw", left, "--focus", ESCAPE],
        ["draw", left, "--paper", ESCAPE],
        ["draw", left, "--theme", f"{ESCAPE}.toml"],
        ["new", ESCAPE],
        ["new", "x", "-o", f"{folder}/{ESCAPE}/{ESCAPE}"],
        ["rename", ESCAPE, "x", left],
        ["rename", "t", ESCAPE, left],
        ["schema", ESCAPE],
        ["completion", ESCAPE],
        ["align", "check", ESCAPE],
        ["align", "suggest", left, right, "-o", ""],
        ["diff", left, ESCAPE],
        ["diff", left, "--git", ESCAPE],
    ):
        out, err = told(*argv)
        assert acts(out) == set(), argv
        assert acts(err) == set(), argv
        assert out or err or argv[0] == "new", argv


def test_what_an_alignment_a_theme_or_a_language_holds_is_shown_harmlessly(folder: Path, told: Told) -> None:
    left, right = maps(folder, "a tram")
    rows = folder / "rows.sssom.tsv"
    rows.write_text(
        f"#mapping_set_id: {ESCAPE}\nsubject_id\tpredicate_id\tobject_id\tmapping_justification\tcomment\n"
        f"left:{ESCAPE}\tskos:exactMatch\tright:t\tsemapv:ManualMappingCuration\t{ESCAPE}\n"
        f"left:t\t{ESCAPE}\tright:t\t{ESCAPE}\tx\n"
    )
    toml = folder / "own.toml"
    toml.write_text(f'"{ESCAPE!r}" = 1\n[map]\nbecause = "\\u001b[31mx"\n"\\u001b" = 2\n'.replace("'", ""))
    (folder / "argmap.toml").write_text('ignore = ["\\u001b[2J"]\n"\\u001b" = 1\n')
    for argv in (
        ["align", "check", rows, left, right],
        ["compare", left, right, "--alignment", rows],
        ["show", left, "--language", toml],
        ["draw", left, "--language", toml, "-o", folder / "x.mmd"],
        ["draw", left, "--theme", toml, "-o", folder / "x.mmd"],
        ["check", left],
    ):
        out, err = told(*argv)
        assert acts(out) == set(), argv
        assert acts(err) == set(), argv
