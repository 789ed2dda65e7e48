"""The page on comparing says what the engine does: its examples are run, and it names all there is.

An example is a group of lines in a YAML block: ``# name``; the maps, each as ``Name: {statements}``; accepted rows,
each as ``# row: subject predicate object``; then what argmap says: ``# mark sentence``, and any of ``# turns on: …``,
``# pairs: …``, ``# camps: …`` and, by the name of a flag, its note.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from comparison_cases import a_map, plain

import argmap
from argmap.comparison import CATEGORIES, Comparison, Finding, compare
from argmap.comparison.alignment.correspondences import NO_TERM, PREDICATES, Correspondence, Ref
from argmap.comparison.flags import FLAGS
from argmap.comparison.records import GROUPS, LOCI, PROFILES, SYMBOLS, UNITS
from argmap.reporters.explain_text import turns_on

DOCS = Path(__file__).parents[1] / "docs"
PAGE = (DOCS / "comparison.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
FILES = {named[1]: text for text in BLOCKS if (named := re.match(r"# file: (\S+)\n", text))}


@dataclass(frozen=True, slots=True)
class Example:
    """An example of the page: what it shows, the statements of each map, rows, the sentence, and what else is said."""

    name: str
    maps: dict[str, Any]
    rows: tuple[Correspondence, ...]
    sentence: str
    said: tuple[tuple[str, str], ...]

    def told(self, what: str) -> list[str]:
        """What stands behind one word of the last lines."""
        return [text for word, text in self.said if word == what]


def examples() -> Iterator[Example]:
    for block in BLOCKS:
        if not block.startswith("# file:"):
            yield from map(example, block.strip().split("\n\n"))


def example(text: str) -> Example:
    name, *rest = text.splitlines()
    maps = [line for line in rest if not line.startswith("#")]
    comments = [line.removeprefix("# ") for line in rest if line.startswith("#")]
    given = [line.removeprefix("row: ").split() for line in comments if line.startswith("row: ")]
    sentence, *said = [line for line in comments if not line.startswith("row: ")]
    pairs = [line.partition(": ") for line in said]
    return Example(
        name.removeprefix("# "),
        plain("\n".join(maps)),
        tuple(row(*cells) for cells in given),
        sentence,
        tuple((word, told) for word, _, told in pairs),
    )


def row(subject: str, predicate: str, target: str) -> Correspondence:
    found = next(known for known in PREDICATES if known == predicate)
    return Correspondence(ref(subject), found, None if target == NO_TERM else ref(target))


def ref(text: str) -> Ref:
    return Ref(*text.split(":"))


EXAMPLES = list(examples())


def compared(e: Example) -> tuple[Comparison, Finding]:
    """The comparison of an example's maps, and the finding with its sentence."""
    book = plain(FILES["street.codebook.yaml"])
    del book["argmap-codebook"]
    maps = [a_map(name.lower(), s, book=book, article={"short": name}) for name, s in e.maps.items()]
    c = compare(maps, alignment=e.rows)
    found = [f for f in c.findings if f"{f.symbol} {f.sentence}" == e.sentence]
    assert len(found) == 1, [f"{f.symbol} {f.sentence}" for f in c.findings]
    return c, found[0]


@pytest.mark.parametrize("e", EXAMPLES, ids=lambda e: e.name)
def test_an_example_gives_what_stands_below_it(e: Example) -> None:
    c, f = compared(e)
    notes = dict(zip(f.flags, f.notes[len(f.notes) - len(f.flags) :], strict=True))
    for word, text in e.said:
        match word:
            case "turns on":
                continue
            case "pairs":
                assert text == ", ".join(f"{pair} {category}" for pair, category in f.pairs.items())
            case "camps":
                assert text == ", ".join(" + ".join(camp) for camp in f.camps)
            case _:
                assert text == notes[word]
    if e.told("turns on"):
        assert e.told("turns on") == list(turns_on(c, f))


@pytest.mark.parametrize("e", EXAMPLES, ids=lambda e: e.name)
def test_an_example_shows_what_it_is_named_after(e: Example) -> None:
    _, f = compared(e)
    shown = {f.category, *f.flags, f.locus.primary if f.locus else None}
    assert e.name in shown


def test_every_category_profile_and_locus_has_an_example() -> None:
    named = {e.name for e in EXAMPLES}
    assert {*CATEGORIES, *PROFILES, *LOCI} <= named


def test_every_flag_has_an_example_with_its_note() -> None:
    assert {word for e in EXAMPLES for word, _ in e.said} >= {*FLAGS}


def table(*columns: str) -> dict[str, list[str]]:
    """The rows of all tables with those headings, by the names in their first cell; a cell is without ticks."""
    found: dict[str, list[str]] = {}
    inside = False
    for line in PAGE.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        if not cells:
            inside = False
        elif inside:
            found |= dict.fromkeys(re.findall(r"`([^`]+)`", cells[0]) or [cells[0]], cells[1:])
        inside = inside or cells == list(columns)
    found.pop("---", None)
    return found


def test_the_tables_hold_every_category_with_its_mark_in_the_order_of_the_rules() -> None:
    found = table("category", "", "holds if")
    assert {name: cells[0] for name, cells in found.items()} == {n: SYMBOLS[g] for n, g in CATEGORIES.items()}
    assert list(found) == list(CATEGORIES)


def test_the_tables_hold_every_group_flag_locus_profile_and_unit() -> None:
    assert {n: cells[0] for n, cells in table("group", "mark", "means", "heading").items()} == {
        g: SYMBOLS[g] for g in GROUPS
    }
    assert list(table("flag", "says")) == list(FLAGS)
    assert list(table("locus", "the dispute goes on", "holds if")) == list(LOCI)
    assert list(table("profile", "group", "holds if")) == list(PROFILES)
    assert list(table("unit", "about", "one map's position")) == list(UNITS)


def test_the_example_written_out_as_files_is_the_short_one(tmp_path: Path) -> None:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    written = argmap.load(tmp_path / "ann.yaml")
    short = EXAMPLES[0].maps["Ann"]
    assert {key: s.says for key, s in written.statements.items()} == {
        key: s.says for key, s in a_map("ann", short).statements.items()
    }


def test_the_keys_of_a_finding_are_all_named() -> None:
    schema = plain((DOCS / "schema" / "comparison.schema.json").read_text(encoding="utf-8"))
    section = PAGE.partition("## The JSON")[2].partition("\n## ")[0]
    for kind in ("finding", "locus"):
        named = {*schema["$defs"][kind]["properties"]}
        assert {key for key in named if f"`{key}`" not in section} == set(), kind


def test_the_contents_lead_to_headings_of_the_page() -> None:
    headings = {
        re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")
        for title in re.findall(r"^#+ (.*)$", PAGE, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) - headings == set()
