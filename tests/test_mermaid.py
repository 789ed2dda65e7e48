"""Maps as Mermaid flowcharts: what stands in them, and that no text of a map can become anything else."""

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from made_up_maps import made_up
from marked_map import HOSTILE, UNPRINTABLE, a_map, every_mark, hostile_map
from pictures import draw_map

from argmap import api
from argmap.errors import ArgmapError
from argmap.model import ArgumentMap
from argmap.renderers.graphviz import engine
from argmap.renderers.maps.mermaid import escaped
from argmap.theme import THEMES

NODE = re.compile(r'^    (n\d+|j\d+|notes)(\(\[|\[)"(.*)"(?:\]\)|\]):::(\w+)$')
LINE = re.compile(r'^    ([nj]\d+) (-->|--x|--o|---)(?:\|"([^"|]*)"\|)? ([nj]\d+)$')
STYLE = re.compile(r"^    (?:classDef \w+|linkStyle \d+) [\w#:,. -]+$")
ENTITY = re.compile(r"#(\d+);")


def text(m: ArgumentMap, **options: Any) -> str:
    (picture,) = draw_map(m, format="mermaid", **options)
    assert picture.file_name == f"{m.id}.mmd"
    return picture.data.decode()


def body(written: str) -> list[str]:
    """The lines of the flowchart itself."""
    head, chart = written.split("\nflowchart BT\n")
    assert head.startswith("---\ntitle: ")
    assert head.endswith("\n---")
    return chart.splitlines()


def nodes(written: str) -> dict[str, list[str]]:
    """What is said in each node, a text for each of its lines."""
    found = (NODE.match(line) for line in body(written))
    return {m[1]: [ENTITY.sub(lambda e: chr(int(e[1])), part) for part in m[3].split("<br/>")] for m in found if m}


def lines(written: str) -> list[tuple[str, str, str, str]]:
    """Tail, arrow, word and head of each line, in the words of their nodes."""
    said = {name: parts[0] for name, parts in nodes(written).items()}
    found = (LINE.match(line) for line in body(written))
    return [(said[m[1]], m[2], m[3] or "", said[m[4]]) for m in found if m]


def test_every_mark_is_in_the_text() -> None:
    written = text(every_mark())
    assert list(nodes(written).values()) == [
        ["The valley should have a tram."],
        ["C1 People will ride it.", "likely · 2017–2021", "▪ 9,000 riders a day (Okoro & Ode 2020)"],
        ["P2 Loans are at hand.", "says Dana Whitfield, not the author"],
        ["U1 It stays cheap.", "not stated, assumed"],
        ["P3 It is cheap.", "if P4"],
        ["O2 It is loud."],
        ["P1 People keep habits."],
        ["O1 Cars get cheaper.", "▪ (Okoro & Ode 2020)"],
        ["P4 Rates stay low."],
        ["because (together)"],
        ["because"],
        ["but"],
        [
            "Ann Okoro, “Rails”, Town Review, 2021",
            "Claims in plain type are the mapper’s wording; quoted words are the authors’.",
        ],
    ]
    thesis, c1, o2 = "The valley should have a tram.", "C1 People will ride it.", "O2 It is loud."
    assert sorted(lines(written)) == sorted(
        [
            (c1, "-->", "because", thesis),
            ("because (together)", "-->", "", thesis),
            ("P2 Loans are at hand.", "---", "", "because (together)"),
            ("U1 It stays cheap.", "---", "", "because (together)"),
            ("P3 It is cheap.", "---", "", "because (together)"),
            (o2, "--x", "but", thesis),
            ("because", "-->", "", c1),
            ("P1 People keep habits.", "---", "", "because"),
            ("O1 Cars get cheaper.", "--o", "unless", "because"),
            ("P4 Rates stay low.", "-->", "if", "P3 It is cheap."),
            ("but", "--x", "", o2),
            ("P1 People keep habits.", "---", "", "but"),
        ]
    )


def test_every_level_says_as_much_as_in_a_drawing() -> None:
    assert any(
        "“full buses” ¶3" in part for parts in nodes(text(every_mark(), level="full")).values() for part in parts
    )
    m = a_map(t={"type": "thesis", "label": "Short", "text": "A sentence that is longer."})
    assert nodes(text(m, level="title"))["n0"] == ["Short"]


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_colours_are_those_of_the_theme_and_lines_differ_without_them(theme: str) -> None:
    written, t = text(every_mark(), theme=theme), THEMES[theme]  # type: ignore[index]
    assert f"classDef thesis fill:{t.thesis},stroke:{t.thesis},color:{t.thesis_text}" in written
    assert f"classDef support fill:{t.support.bar}" in written
    assert {c.upper() for c in re.findall(r"#[0-9A-Fa-f]{6}\b", written)} <= {
        c.upper() for c in re.findall(r"#[0-9A-Fa-f]{6}", repr(t))
    }
    arrows = {m[2]: "" for line in body(written) if (m := LINE.match(line))}
    assert arrows.keys() == {"-->", "--x", "--o", "---"}
    strokes = {m[1] for m in re.finditer(r"linkStyle \d+ stroke:#\w+,(.*)", written)}
    assert len(strokes) == 4


def test_every_line_is_a_node_a_line_or_a_colour_whatever_the_map() -> None:
    for m in (every_mark(), made_up(40, 3, theses=2), *map(hostile_map, HOSTILE)):
        written = text(m)
        heard, described, *rest = body(written)
        assert heard.startswith("    accTitle: ")
        assert described.startswith("    accDescr: ")
        assert [line for line in rest if not (NODE.match(line) or LINE.match(line) or STYLE.match(line))] == []


@pytest.mark.parametrize("words", HOSTILE, ids=lambda w: ascii(w[:12]))
def test_hostile_text_stays_text_and_is_whole(words: str) -> None:
    written = text(hostile_map(words), level="full")
    kept = " ".join(re.sub("[\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]", "", words).split())
    said = [part for parts in nodes(written).values() for part in parts]
    assert sum(part.endswith(kept) for part in said) >= 4
    title = json.loads(written.splitlines()[1].removeprefix("title: "))
    assert title == kept
    for line in body(written)[2:]:
        if node := NODE.match(line):
            assert not re.search(r'["`<>;{}\[\]|%$@\\]', re.sub(r"<br/>|#\d+;", "", node[3]))
    for line in body(written)[:2]:
        assert not re.search("[%#;]", line)


def test_what_cannot_be_printed_is_left_out_and_lines_are_one() -> None:
    assert escaped(f"a{UNPRINTABLE}b\n click n0\r\u2028x\ufffe") == "ab click n0 x"
    assert [escaped(w) for w in ("1. one", "- two", "www.a.b", "http://x", "a: b, c (d)")] == [
        "1#46; one",
        "#45; two",
        "www#46;a.b",
        "http#58;//x",
        "a: b, c (d)",
    ]


def test_a_text_that_mermaid_may_refuse_is_told() -> None:
    (small,) = draw_map(made_up(40, 1), format="mermaid")
    (large,) = draw_map(made_up(500, 1), format="mermaid")
    assert small.diagnostics == ()
    (found,) = large.diagnostics
    assert (found.code, found.severity) == ("AM914", "warning")
    assert f"the text has {len(large.data.decode()):,} characters and " in found.message


def test_it_needs_no_graphviz(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_has_library", lambda: False)
    monkeypatch.setenv("PATH", "")
    assert "flowchart BT" in text(every_mark())


def test_the_same_map_is_the_same_text() -> None:
    assert text(made_up(30, 5)) == text(made_up(30, 5))


def test_a_comparison_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ArgmapError, match="Mermaid can draw one map, not the view 'sheet'; draw it as svg"):
        api.draw(every_mark(), made_up(5, 1), format="mermaid")


def test_a_file_of_it_ends_in_mmd(tmp_path: Path) -> None:
    picture = api.draw(every_mark(), format="mermaid")
    assert api.save(picture, tmp_path / "map.mmd") == (str(tmp_path / "map.mmd"),)
    with pytest.raises(ArgmapError, match=r"end it with \.mmd"):
        api.save(picture, tmp_path / "map.svg")


PARSES = """\
import { JSDOM } from 'jsdom';
import fs from 'fs';
const dom = new JSDOM('<!DOCTYPE html><body></body>');
globalThis.window = dom.window;
globalThis.document = dom.window.document;
for (const k of ['Element', 'HTMLElement', 'SVGElement', 'Node', 'DocumentFragment', 'HTMLTemplateElement',
  'NodeFilter', 'NamedNodeMap', 'DOMParser', 'HTMLFormElement']) globalThis[k] = dom.window[k];
const mermaid = (await import('mermaid')).default;
mermaid.initialize({ startOnLoad: false, maxTextSize: 1e6 });
for (const name of fs.readdirSync(process.argv[2]).sort()) {
  const text = fs.readFileSync(process.argv[2] + '/' + name, 'utf8');
  const found = await mermaid.parse(text);
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
  const nodes = [...diagram.db.getVertices().values()];
  console.log(JSON.stringify([name, found.diagramType, nodes.length, diagram.db.getEdges().length,
    nodes.some(n => n.link || n.haveCallback)]));
}
"""


if "ARGMAP_MERMAID" in os.environ:  # a folder with `npm i mermaid jsdom`: what no machine need have

    def test_mermaid_itself_reads_the_text_as_it_is_meant(tmp_path: Path) -> None:
        maps = {"marks": every_mark(), "town": made_up(40, 3)} | {
            f"h{i:02}": hostile_map(w) for i, w in enumerate(HOSTILE)
        }
        (tmp_path / "in").mkdir()
        for name, m in maps.items():
            (tmp_path / "in" / name).write_text(text(m), encoding="utf-8")
        script = Path(os.environ["ARGMAP_MERMAID"]) / "argmap-parses.mjs"
        script.write_text(PARSES)
        done = subprocess.run(["node", script, tmp_path / "in"], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr[-500:]
        for line in done.stdout.splitlines():
            name, kind, count, edges, active = json.loads(line)
            written = text(maps[name])
            assert (kind, active) == ("flowchart-v2", False)
            assert (count, edges) == (len(nodes(written)), len(lines(written)))
