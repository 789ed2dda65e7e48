"""From a map to boxes: what stands where, what is folded into a foot, what is only pointed to."""

from typing import Any, cast

import pytest

from argmap.diagram.boxes import Box, Level
from argmap.diagram.of_map import diagram_of_map, short_ids
from argmap.diagram.sources import source_line
from argmap.model import ArgumentMap, Article


def a_map(document: dict[str, Any] | None = None, /, **statements: object) -> ArgumentMap:
    full = {key: {"text": f"{key}."} | cast("dict[str, Any]", fields) for key, fields in statements.items()}
    return ArgumentMap.model_validate({"id": "m", **(document or {}), "statements": full})


def outline(m: ArgumentMap, level: Level = "text") -> list[str]:
    """The boxes as indented lines: kind, statements (``*`` points only), what is in the foot."""
    lines: list[str] = []

    def walk(box: Box, depth: int) -> None:
        said = " + ".join(s.short + ("*" if s.see else "") for s in box.statements)
        foot = [entry for s in box.statements for entry in s.evidence]
        lines.append("  " * depth + f"{box.kind} {said}" + (f" [{'; '.join(foot)}]" if foot else ""))
        for child in box.children:
            walk(child, depth + 1)

    for root in diagram_of_map(m, level=level).roots:
        walk(root, 0)
    return lines


def test_reasons_come_before_objections_conditions_and_doubts_and_linked_statements_share_a_box() -> None:
    m = a_map(
        t={"type": "thesis", "because": [["a", "b"], {"premises": ["c"], "unless": ["u"]}], "but": ["o"], "if": ["f"]},
        a={"because": ["d"]},
        b={},
        c={},
        d={},
        o={"type": "objection"},
        u={"type": "objection"},
        f={},
    )
    assert outline(m) == [
        "thesis T",
        "  support P1 + P2",
        "    support P3",
        "  support P4",
        "    undercut O1",
        "  attack O2",
        "  condition P5",
    ]
    assert short_ids(m) == {"t": "T", "b": "P1", "a": "P2", "d": "P3", "c": "P4", "u": "O1", "o": "O2", "f": "P5"}


def test_what_stands_under_one_of_several_joined_statements_says_which() -> None:
    m = a_map(
        t={"type": "thesis", "because": [["a", "b"], "c"]},
        a={"because": [{"premises": ["d"], "unless": ["u"]}], "but": ["o"]},
        b={},
        c={"because": ["e"]},
        d={"because": ["f"]},
        e={},
        f={},
        o={},
        u={},
    )
    bears = {box.statements[0].key: box.bears_on for box in diagram_of_map(m).walk() if box.bears_on}
    assert bears == dict.fromkeys(("d", "o"), short_ids(m)["a"])


def test_where_two_of_several_carry_trees_the_order_of_the_file_stays() -> None:
    m = a_map(t={"type": "thesis", "because": [["a", "b"]]}, a={"but": ["c"]}, b={"but": ["d"]}, c={}, d={})
    assert outline(m) == ["thesis T", "  support P1 + P2", "    attack P3", "    attack P4"]


def test_every_type_has_its_letter_and_theses_are_numbered_if_there_are_several() -> None:
    m = a_map(
        t={"type": "thesis", "because": ["c", "e", ["u", "p"], "v"]},
        v={"type": "thesis", "but": ["o"]},
        c={"type": "claim"},
        e={"type": "evidence", "but": ["x"]},
        u={"type": "assumption"},
        p={},
        o={"type": "objection"},
        x={"type": "objection"},
    )
    assert short_ids(m) == {
        "t": "T1",
        "c": "C1",
        "e": "E1",
        "x": "O1",
        "u": "U1",
        "p": "P1",
        "v": "T2",
        "o": "O2",
    }
    assert outline(m)[0] == "thesis T1"
    assert "  support T2" in outline(m)


def test_evidence_that_stands_alone_is_a_line_in_the_foot_with_its_source() -> None:
    document = {
        "sources": {"lee": {"authors": ["Ann Lee", "Bo Kim"], "date": "2021-03"}, "who": {"publisher": "WHO"}},
        "codebook": {"id": "c", "actors": {"wang": "Wang Wenbin"}, "places": {"valley": {"name": "the valley"}}},
    }
    m = a_map(
        document,
        t={"type": "thesis", "because": ["a"]},
        a={"because": ["e", "f", "g"], "sources": ["lee", "who", "unknown"]},
        e={"type": "evidence", "label": "Nine tests", "sources": ["lee"]},
        f={"type": "evidence", "voice": "wang", "certainty": "likely", "when": "2019/.."},
        g={"type": "evidence", "where": "valley"},
    )
    assert outline(m) == [
        "thesis T",
        "  support P1 [Nine tests (Lee & Kim 2021); f, says Wang Wenbin, not the author · likely · since 2019; "
        "g · the valley; (Lee & Kim 2021; WHO; unknown)]",
    ]
    assert short_ids(m) == {"t": "T", "a": "P1", "e": "E1", "f": "E2", "g": "E3"}


@pytest.mark.parametrize(
    "fields",
    [
        {"a": {"because": [["e", "x"]]}},
        {"a": {"because": [{"premises": ["e"], "unless": ["x"]}]}},
        {"a": {"because": ["e"]}, "e": {"type": "evidence", "because": ["x"]}},
        {"a": {"because": ["e"], "but": ["e"]}},
        {"a": {"because": ["e"], "if": ["e"]}},
    ],
)
def test_evidence_that_carries_or_is_pointed_at_gets_a_box(fields: dict[str, object]) -> None:
    m = a_map(**({"t": {"type": "thesis", "because": ["a"]}, "e": {"type": "evidence"}, "x": {}} | fields))
    assert [line for line in outline(m) if "[" in line] == []
    assert any("E1" in line for line in outline(m))


def test_evidence_shared_by_two_claims_is_in_both_feet_and_counts_once() -> None:
    m = a_map(
        t={"type": "thesis", "because": ["a", "b"]}, a={"because": ["e"]}, b={"because": ["e"]}, e={"type": "evidence"}
    )
    assert outline(m) == ["thesis T", "  support P1 [e]", "  support P2 [e]"]
    assert [key for box in diagram_of_map(m).walk() for key in box.shown()] == ["t", "a", "e", "b"]


def test_a_second_use_points_to_the_first() -> None:
    m = a_map(t={"type": "thesis", "because": ["a", "b"]}, a={"because": ["c"]}, b={"but": ["a"]}, c={})
    assert outline(m) == ["thesis T", "  support P1", "    support P2", "  support P3", "    attack P1*"]


def test_a_pointer_says_how_surely_under_which_condition_and_by_whom() -> None:
    m = a_map(
        {"codebook": {"id": "c", "actors": {"wang": "Wang Wenbin"}}},
        t={"type": "thesis", "because": ["a", "b", "c", "d"], "but": ["d", "c", "b", "a"]},
        a={"certainty": "possible"},
        b={"if": ["c"], "when": "2019/.."},
        c={"voice": "wang"},
        d={"type": "assumption"},
    )
    seen = [s for box in diagram_of_map(m).walk() for s in box.statements]
    said = {(s.key, s.see): (s.type, s.qualified, s.said_by) for s in seen}
    assert {said[key, True] == said[key, False] for key in "abcd"} == {True}
    assert said["a", True] == ("premise", "possible", "")
    assert said["b", True] == ("premise", "if P3 · since 2019", "")
    assert said["c", True] == ("premise", "", "Wang Wenbin")
    assert said["d", True] == ("assumption", "", "")


def test_what_hangs_on_no_thesis_stands_apart_and_circles_end() -> None:
    m = a_map(t={"type": "thesis"}, x={"because": ["y"]}, y={}, p={"because": ["q"]}, q={"because": ["p"]})
    assert outline(m) == ["thesis T", "loose P1", "  support P2", "loose P3", "  support P4", "    support P3*"]
    m = a_map(t={"type": "thesis", "because": ["v"]}, v={"type": "thesis", "because": ["t"]})
    assert outline(m) == ["thesis T1", "  support T2", "    support T1*"]


def test_names_the_map_does_not_have_are_left_out() -> None:
    m = a_map(
        t={"type": "thesis", "because": ["none", ["a", "gone"]], "but": ["lost"], "if": ["no"], "sources": ["s"]}, a={}
    )
    assert outline(m) == ["thesis T [(s)]", "  support P1"]


def test_the_levels_choose_the_words() -> None:
    m = a_map(
        t={"type": "thesis", "because": [{"premises": ["a"], "scheme": "practical-reasoning"}]},
        a={
            "label": "Short",
            "text": "A long sentence.",
            "quote": "their words",
            "at": ["¶3", "¶5-6"],
            "certainty": "possible",
            "if": ["b", "c"],
            "when": "2017/2021",
            "where": "far-away",
            "because": ["e"],
        },
        b={},
        c={"via": {"map": "other", "at": "¶2"}},
        e={"type": "evidence", "label": "Seen", "text": "It was seen.", "quote": "we saw", "at": "¶9"},
    )
    boxes = {level: next(b for b in diagram_of_map(m, level=level).walk() if b.kind == "support") for level in LEVELS}
    title, text, full = (boxes[level].statements[0] for level in LEVELS)
    assert (title.text, text.text, full.text) == ("Short", "A long sentence.", "A long sentence.")
    assert {s.qualified for s in (title, text, full)} == {"possible · if P2 and P3 · 2017–2021 · far away"}
    assert (title.quote, text.quote, full.quote) == ("", "", "“their words” ¶3, ¶5-6")
    assert (text.evidence, full.evidence) == (("Seen",), ("It was seen “we saw” ¶9",))
    assert [boxes[level].scheme for level in LEVELS] == ["", "", "practical reasoning"]
    assert [b.statements[0].quote for b in diagram_of_map(m, level="full").walk()][-1] == "other ¶2"


LEVELS: tuple[Level, ...] = ("title", "text", "full")


def test_a_tree_in_few_words_keeps_its_shape() -> None:
    m = a_map(
        t={"type": "thesis", "label": "T!", "because": [{"premises": ["a"], "unless": ["u"]}]}, a={}, u={"label": "U!"}
    )
    (root,) = diagram_of_map(m).roots
    assert [[s.text for s in box.statements] for box in root.in_few_words().walk()] == [["T!"], ["a."], ["U!"]]


@pytest.mark.parametrize(
    ("article", "line"),
    [
        ({}, ""),
        ({"authors": ["A B"], "title": "T", "publisher": "P", "date": "2020"}, "A B, “T”, P, 2020"),
        ({"authors": ["A", "B", "C"]}, "A, B and C"),
    ],
)
def test_the_source_line_holds_what_is_known(article: dict[str, Any], line: str) -> None:
    assert source_line(Article.model_validate(article)) == line
