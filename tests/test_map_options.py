"""What of a map is drawn, and under which names: ids, evidence, one branch, so many steps."""

import re
from typing import Any, cast
from xml.etree import ElementTree

import pytest
from drawn import drawn
from made_up_maps import made_up
from pictures import draw_map

from argmap.diagram.boxes import Box, Diagram, Seen
from argmap.diagram.calling import ids_of
from argmap.diagram.of_map import diagram_of_map, focused
from argmap.diagram.reading_order import Walk
from argmap.errors import UnknownName
from argmap.languages import words_in
from argmap.layout.paper import PAPERS
from argmap.layout.sheets import Sheet
from argmap.model import ArgumentMap
from argmap.renderers.graphviz.label_text import FONT_SIZE, SMALL
from argmap.renderers.look import Look, MapOptions, look
from argmap.renderers.maps.legible import remedy
from argmap.renderers.maps.map_words import MapWords
from argmap.renderers.picture import Picture

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"


def a_map(**statements: object) -> ArgumentMap:
    full = {key: {"text": f"{key} is so."} | cast("dict[str, Any]", fields) for key, fields in statements.items()}
    return ArgumentMap.model_validate({"id": "m", "title": "A title", "statements": full})


def town() -> ArgumentMap:
    """Two theses; linked premises, a doubt, an objection, a condition, evidence, a second use."""
    return a_map(
        t={"type": "thesis", "because": [["a", "b"], {"premises": ["c"], "unless": ["u"]}, "e"], "but": ["o"]},
        v={"type": "thesis", "because": ["x"]},
        a={"because": ["f", "d"]},
        b={},
        c={"if": ["g"]},
        d={"but": ["o2"]},
        e={"type": "evidence"},
        f={"type": "evidence"},
        g={},
        o={"type": "objection", "because": ["d"]},
        o2={"type": "objection"},
        u={"type": "objection", "because": ["w"]},
        w={},
        x={"label": "The X", "because": ["c"], "but": ["d"]},
    )


def outline(diagram: Diagram) -> list[str]:
    """The boxes as indented lines; ``*`` only points, ``~`` is context; in the foot, and how many are cut off."""
    lines: list[str] = []

    def walk(box: Box, depth: int) -> None:
        marks = (s.key + ("~" if s.context else "*" if s.see else "") for s in box.statements)
        foot = "".join(f" [{entry}]" for s in box.statements for entry in s.evidence)
        beyond = "" if box.beyond is None else f" +{box.beyond}"
        lines.append("  " * depth + f"{box.kind} {' + '.join(marks)}{foot}{beyond}")
        for child in box.children:
            walk(child, depth + 1)

    for root in diagram.roots:
        walk(diagram.focus.in_context(root) if diagram.focus else root, 0)
    return lines


def shown(diagram: Diagram) -> list[str]:
    return [key for box in diagram.walk() for key in box.shown()]


def folded(diagram: Diagram) -> int:
    return sum(box.beyond or 0 for box in diagram.walk())


def texts(picture: Picture) -> str:
    found = ElementTree.fromstring(picture.data).iter(f"{SVG}text")
    return " ".join(" ".join("".join(text.itertext()) for text in found).split())


class TestIds:
    def test_outline_numbers_follow_the_reading_order(self) -> None:
        m = town()
        assert ids_of(m, Walk(m).whole(), "outline") == {
            "t": "1",
            "b": "1.1",
            "a": "1.2",
            "d": "1.2.1",
            "o2": "1.2.1.1",
            "c": "1.3",
            "g": "1.3.1",
            "u": "1.4",
            "w": "1.4.1",
            "o": "1.5",
            "v": "2",
            "x": "2.1",
            "e": "1.6",  # in a foot, where no number is shown: none is missing among those that are
            "f": "1.2.2",
        }

    def test_below_an_only_thesis_numbers_begin_at_one(self) -> None:
        m = a_map(t={"type": "thesis", "because": ["a"], "but": ["b"]}, a={"if": ["c"]}, b={}, c={})
        assert ids_of(m, Walk(m).whole(), "outline") == {"t": "T", "a": "1", "c": "1.1", "b": "2"}

    def test_what_hangs_on_no_thesis_is_numbered_after_it(self) -> None:
        m = a_map(t={"type": "thesis", "because": ["a"]}, a={}, x={"because": ["y"]}, y={})
        assert ids_of(m, Walk(m).whole(), "outline") == {"t": "1", "a": "1.1", "x": "2", "y": "2.1"}

    @pytest.mark.parametrize("seed", range(5))
    def test_no_two_statements_have_one_number(self, seed: int) -> None:
        m = made_up(60, seed, theses=1 + seed % 3)
        for kind in ("short", "outline"):
            found = ids_of(m, Walk(m).whole(), cast("Any", kind))
            assert sorted(found) == sorted(m.statements)
            assert len(set(found.values())) == len(found)

    def test_numbers_are_drawn_pointed_to_and_spoken(self) -> None:
        (picture,) = draw_map(town(), ids="outline", paper="a3")
        said = texts(picture)
        for expected in ("1 t is so.", "because · for 1.2", "if 1.3.1", "see 1.2.1", "see 1.3"):
            assert expected in said
        assert not re.search(r"\b[TCPEOU]\d", said)
        assert "1.2.1, reason for 1.2: d is so." in picture.data.decode()
        assert "1.4, doubt about the step from 1.3: u is so." in picture.data.decode()

    def test_without_ids_statements_are_called_by_their_first_words(self) -> None:
        (picture,) = draw_map(town(), ids="none", paper="a3")
        said = texts(picture)
        for expected in ("because · for “a is so”", "if “g is so”", "in full elsewhere"):
            assert expected in said
        assert not re.search(r"\b[TCPEOU]\d|\bsee\b", said)
        assert "reason for “a is so”: d is so." in picture.data.decode()

    def test_names_are_so_long_that_they_tell_statements_apart(self) -> None:
        text = "The old bridge over the river must be closed to all traffic"
        m = a_map(
            t={"type": "thesis", "because": ["a", "b"], "if": ["a", "b"]},
            a={"text": f"{text} in winter."},
            b={"text": f"{text} in summer."},
        )
        (thesis,) = diagram_of_map(m, ids="none").roots
        assert thesis.statements[0].qualified == f"if “{text} in winter” and “{text} in summer”"

    def test_without_ids_a_pointer_shows_the_words_that_its_statement_begins_with(self) -> None:
        m = a_map(t={"type": "thesis", "because": ["a", "b"]}, a={"label": "Short"}, b={"but": ["a"]})
        pointer = next(s for box in diagram_of_map(m, ids="none").walk() for s in box.statements if s.see)
        assert (pointer.text, pointer.short) == ("a is so.", "")

    @pytest.mark.parametrize("kind", ["none", "short", "outline"])
    def test_the_boxes_stand_as_they_should(self, kind: str) -> None:
        for picture in draw_map(made_up(30, 4), ids=kind, format="dot"):
            d = drawn(picture.data)
            assert (d.overlaps(), d.crossings(), d.loose_ends()) == ([], [], [])


class TestEvidence:
    def test_it_may_have_boxes_of_its_own(self) -> None:
        diagram = diagram_of_map(town(), evidence="nodes")
        assert outline(diagram)[:5] == [
            "thesis t",
            "  support b + a",
            "    support f",
            "    support d",
            "      attack o2",
        ]
        assert not any(s.evidence for box in diagram.walk() for s in box.statements)
        (picture,) = draw_map(a_map(t={"type": "thesis", "because": ["e"]}, e={"type": "evidence"}), evidence="nodes")
        assert "because E1 ▪ e is so." in texts(picture)
        assert "▪ evidence what the article cites for it" in texts(picture)

    def test_it_may_be_left_out_and_is_counted(self) -> None:
        diagram = diagram_of_map(town(), evidence="none")
        assert outline(diagram)[:4] == ["thesis t", "  support b + a", "    support d", "      attack o2"]
        assert diagram.left_out == 2
        (picture,) = draw_map(town(), evidence="none", paper="a3")
        assert "2 pieces of evidence are left out." in texts(picture)
        (description,) = ElementTree.fromstring(picture.data).iter(f"{SVG}desc")
        assert "2 pieces of evidence are left out." in (description.text or "")

    def test_evidence_without_which_more_would_be_missing_stays(self) -> None:
        m = a_map(
            t={"type": "thesis", "because": [["e", "a"], "f", {"premises": ["g"], "unless": ["u"]}], "but": ["h"]},
            a={},
            u={},
            **{key: {"type": "evidence"} for key in "egh"},
            f={"type": "evidence", "but": ["h"]},
        )
        assert sorted(shown(diagram_of_map(m, evidence="none"))) == sorted(m.statements)

    def test_the_source_of_a_claim_stays(self) -> None:
        m = a_map(
            t={"type": "thesis", "sources": ["lee"], "because": ["e"]}, e={"type": "evidence", "sources": ["kim"]}
        )
        assert outline(diagram_of_map(m, evidence="none")) == ["thesis t [(lee)]"]

    @pytest.mark.parametrize("evidence", ["inside", "nodes", "none"])
    @pytest.mark.parametrize("seed", range(4))
    def test_what_is_shown_and_what_is_left_out_add_up(self, seed: int, evidence: Any) -> None:
        m = made_up(50, seed, theses=1 + seed % 2)
        diagram = diagram_of_map(m, evidence=evidence)
        assert len(set(shown(diagram))) == len(shown(diagram))
        assert len(shown(diagram)) + diagram.left_out == len(m.statements)


class TestFocus:
    def test_a_branch_stands_under_what_it_bears_on(self) -> None:
        assert outline(diagram_of_map(town(), focus="d")) == [
            "context b~ + a~",
            "  support d",
            "    attack o2",
        ]

    def test_the_way_to_the_thesis_is_a_line_of_words(self) -> None:
        (picture,) = draw_map(town(), focus="d")
        assert "Bears on: T1 t is so · because (together) P2 a is so" in texts(picture)
        assert "context · reason for T1" in texts(picture)
        (description,) = ElementTree.fromstring(picture.data).iter(f"{SVG}desc")
        assert "Bears on: T1 t is so · because (together) P2 a is so." in (description.text or "")
        (picture,) = draw_map(town(), focus="o2", ids="none", language="de")
        assert "Steht unter: „t is so“ · weil (gemeinsam) „a is so“ · weil „d is so“" in texts(picture)

    def test_right_under_a_thesis_the_way_needs_no_words(self) -> None:
        for key in ("c", "o", "t"):
            for picture in draw_map(town(), focus=key):
                assert "Bears on" not in texts(picture)

    def test_the_way_misreports_nobody(self) -> None:
        m = a_map(
            t={"type": "thesis", "because": ["a"]},
            a={"certainty": "possible", "voice": "Dana Whitfield", "because": [{"premises": ["u"], "unless": ["w"]}]},
            u={"type": "assumption"},
            w={"because": ["x"]},
            x={},
        )
        (picture,) = draw_map(m, focus="x")
        assert (
            "Bears on: T t is so · because P1 a is so (possible; says Dana Whitfield, not the author) · "
            "because U1 u is so (not stated, assumed) · unless P2 w is so"
        ) in texts(picture)

    def test_of_a_long_way_the_top_and_the_last_steps_are_told(self) -> None:
        chain: dict[str, object] = {f"s{i}": {"because": [f"s{i + 1}"]} for i in range(31)}
        m = a_map(t={"type": "thesis", "because": ["s0"]}, s31={}, **chain)
        (picture,) = draw_map(m, focus="s30")
        assert (
            "Bears on: T t is so · … 27 steps … · because P28 s27 is so · because P29 s28 is so · because P30 s29 is so"
        ) in texts(picture)

    def test_the_way_takes_no_room_from_the_branch(self) -> None:
        chain: dict[str, object] = {f"s{i}": {"because": [f"s{i + 1}"]} for i in range(12)}
        m = a_map(t={"type": "thesis", "because": ["s0"]}, s12={"because": ["x", "y"]}, x={}, y={}, **chain)
        (deep,), (shallow,) = draw_map(m, focus="s12"), draw_map(m, focus="s1", depth=1)
        assert deep.body_pt == shallow.body_pt

    def test_premises_that_work_with_it_are_context_and_doubts_about_the_step_belong_to_it(self) -> None:
        assert outline(diagram_of_map(town(), focus="a")) == [
            "context t~",
            "  support b~ + a [f is so]",
            "    support d",
            "      attack o2",
        ]
        assert outline(diagram_of_map(town(), focus="c")) == [
            "context t~",
            "  support c",
            "    condition g",
            "    undercut u",
            "      support w",
        ]

    def test_a_doubt_stands_beside_the_step_it_doubts(self) -> None:
        assert outline(diagram_of_map(town(), focus="u")) == [
            "context c~",
            "  undercut u",
            "    support w",
        ]
        (picture,) = draw_map(town(), focus="u", format="dot")
        d = drawn(picture.data)
        assert (d.overlaps(), d.crossings(), d.loose_ends()) == ([], [], [])

    def test_what_is_used_in_a_branch_first_is_drawn_there_in_full(self) -> None:
        assert outline(diagram_of_map(town(), focus="x")) == [
            "context v~",
            "  support x",
            "    support c",
            "      condition g",
            "    attack d",
            "      attack o2",
        ]

    def test_a_thesis_stands_alone_and_evidence_gets_a_box(self) -> None:
        assert outline(diagram_of_map(town(), focus="v"))[0] == "thesis v"
        assert outline(diagram_of_map(town(), focus="f")) == ["context b~ + a~", "  support f"]
        assert outline(diagram_of_map(town(), focus="f", evidence="none"))[-1] == "  support f"

    def test_ids_are_those_of_the_whole_map(self) -> None:
        m = town()
        whole = ids_of(m, Walk(m).whole(), "short")
        for key in m.statements:
            for box in diagram_of_map(m, focus=key).walk():
                assert [s.short for s in box.statements] == [whole[s.key] for s in box.statements]

    def test_what_else_it_bears_on_is_said(self) -> None:
        (picture,) = draw_map(town(), focus="c")
        assert "P4 also bears on “The X”." in texts(picture)
        assert picture.name == "m-c"
        assert "P4 c is so" in texts(picture)
        assert "context what the rest bears on, in few words" in texts(picture)

    def test_it_is_found_by_slug_and_by_short_id(self) -> None:
        assert (focused(town(), "c"), focused(town(), "P4"), focused(town(), "p4")) == ("c", "c", "c")
        m = a_map(t={"type": "thesis", "because": ["p", "p1"]}, p={}, p1={})
        assert (focused(m, "p1"), focused(m, "P1")) == ("p1", "p")  # a slug comes before the short id it looks like

    def test_an_unknown_one_says_what_was_meant(self) -> None:
        many: dict[str, object] = {name: {} for name in [*(f"window-{i}" for i in range(13)), "door-frame"]}
        m = a_map(t={"type": "thesis", "because": list(many)}, **many)
        with pytest.raises(UnknownName, match=r"no statement is called 'door-fame'; did you mean 'door-frame'\?"):
            draw_map(m, focus="door-fame")
        with pytest.raises(UnknownName, match="`argmap show --ids file` lists those there are"):
            draw_map(m, focus="xyz")
        with pytest.raises(UnknownName, match="known: t, a"):
            draw_map(a_map(t={"type": "thesis", "because": ["a"]}, a={}), focus="xyz")

    @pytest.mark.parametrize("seed", range(4))
    def test_a_large_branch_is_cut_like_a_map(self, seed: int) -> None:
        m = made_up(90, seed)
        key = m.statements["s0"].because[0].premises[0]
        pictures = draw_map(m, focus=key, format="dot")
        for picture in pictures:
            d = drawn(picture.data)
            assert (d.overlaps(), d.crossings(), d.loose_ends()) == ([], [], [])
            assert picture.diagnostics == ()


class TestDepth:
    def test_so_many_steps_are_shown_and_the_rest_is_counted_where_it_is_cut(self) -> None:
        assert outline(diagram_of_map(town(), depth=0)) == ["thesis t [e is so] +10", "thesis v +1"]
        assert outline(diagram_of_map(town(), depth=1)) == [
            "thesis t [e is so]",
            "  support b + a [f is so] +2",
            "  support c +1",
            "    undercut u +1",
            "  attack o +0",
            "thesis v",
            "  support x +0",
        ]

    def test_what_is_told_elsewhere_is_not_counted_twice_but_said(self) -> None:
        (picture,) = draw_map(town(), depth=1)
        said = texts(picture)
        for expected in ("+ 2 below", "goes on; told elsewhere", "so many statements more, not drawn"):
            assert expected in said
        assert "sheet" not in said
        assert "2 more statements below, not shown." in picture.data.decode()

    def test_a_second_use_is_drawn_in_full_where_the_first_is_too_deep(self) -> None:
        m = a_map(t={"type": "thesis", "because": ["a", "c"]}, a={"because": ["b"]}, b={"because": ["c"]}, c={})
        assert outline(diagram_of_map(m, depth=1)) == ["thesis t", "  support a +1", "  support c"]

    def test_a_condition_that_is_not_drawn_is_called_by_its_label(self) -> None:
        m = a_map(t={"type": "thesis", "if": ["a"]}, a={"label": "Enough money"})
        assert diagram_of_map(m, depth=0).roots[0].statements[0].qualified == "if “Enough money”"
        assert diagram_of_map(m).roots[0].statements[0].qualified == "if P1"

    @pytest.mark.parametrize("depth", range(6))
    @pytest.mark.parametrize("seed", range(4))
    def test_what_is_shown_and_what_is_folded_add_up(self, seed: int, depth: int) -> None:
        m = made_up(60, seed, theses=1 + seed % 3)
        for evidence in ("inside", "nodes", "none"):
            diagram = diagram_of_map(m, depth=depth, evidence=cast("Any", evidence))
            assert len(set(shown(diagram))) == len(shown(diagram))
            assert len(shown(diagram)) + folded(diagram) + diagram.left_out == len(m.statements)
        for key in ("s1", "s5"):
            whole, cut = diagram_of_map(m, focus=key), diagram_of_map(m, focus=key, depth=depth)
            assert len(shown(cut)) + folded(cut) == len(shown(whole))

    def test_steps_are_counted_from_the_focus(self) -> None:
        assert outline(diagram_of_map(town(), focus="a", depth=0)) == ["context t~", "  support b~ + a [f is so] +2"]

    def test_a_circle_is_cut_too(self) -> None:
        m = a_map(a={"because": ["b"]}, b={"because": ["c"]}, c={"because": ["a"]})
        assert outline(diagram_of_map(m, depth=1)) == ["loose a", "  support b +1"]

    @pytest.mark.parametrize("seed", range(4))
    def test_on_several_sheets_every_pointer_leads_somewhere(self, seed: int) -> None:
        m = made_up(120, seed)
        pictures = draw_map(m, depth=3, split="branch")
        said = [texts(p) for p in pictures]
        for text in said:
            for short, sheet in re.findall(r"see ([TCPEOU]\d*)(?:, sheet (\d+))?", text):
                where = said[int(sheet) - 1] if sheet else text
                assert len(re.findall(rf"(?<!see )(?<!for )\b{short}\b", where)) >= 1


class TestLinks:
    def test_a_second_use_is_a_link_to_where_its_statement_stands(self) -> None:
        (picture,) = draw_map(town(), paper="a3")
        root = ElementTree.fromstring(picture.data)
        named = {
            e.get("id"): " ".join(" ".join(t.itertext()) for t in e.iter(f"{SVG}text")) for e in root.iter(f"{SVG}g")
        }
        links = {
            " ".join(" ".join(t.itertext()) for t in a.iter(f"{SVG}text")): a.get(LINK) for a in root.iter(f"{SVG}a")
        }
        assert len(links) == 3
        for text, target in links.items():
            short = re.search(r"see (\S+)", text)
            assert short
            assert target
            assert target.startswith("#m-n")
            assert f" {short[1]} " in f" {named[target[1:]]} "

    def test_only_links_on_the_same_sheet_are_made(self) -> None:
        for picture in draw_map(made_up(60, 2)):
            root = ElementTree.fromstring(picture.data)
            ids = {f"#{e.get('id')}" for e in root.iter() if e.get("id")}
            assert {a.get(LINK) for a in root.iter(f"{SVG}a")} <= ids


class TestLegible:
    @pytest.mark.parametrize(
        ("size", "seed", "level"),
        [(18, 1, "full"), (18, 1, "text"), (22, 2, "title"), (26, 1, "title"), (45, 1, "text")],
    )
    def test_the_first_remedy_that_works_is_named(self, size: int, seed: int, level: str) -> None:
        m, options = made_up(size, seed), {"level": level, "paper": "a4", "split": "never", "format": "dot"}

        def works(**change: str) -> bool:
            pictures = draw_map(m, **{**options, **change})
            return not any(d.code == "AM901" for p in pictures for d in p.diagnostics)

        ways = [("level", "title"), ("paper", "a4-portrait"), ("split", "branch"), ("paper", "a3")]
        first = next(f"try --{name} {value}" for name, value in ways if works(**{name: value}))
        (picture,) = draw_map(m, **options)
        helped = [d.help for d in picture.diagnostics if d.code == "AM901"]
        assert helped == ([] if works() else [first])

    def test_where_no_one_change_is_enough_two_are_named_or_the_screen(self) -> None:
        look_, options = look(paper="a4"), MapOptions(split="never")
        asked: list[tuple[str, str, str]] = []

        def readable(other: Look, changed: MapOptions) -> bool:
            asked.append((other.shown, other.paper.name, changed.split))
            return False

        assert remedy(look_, options, readable) == "shorten the texts, or try --paper fit for the screen"
        assert asked == [
            ("title", "a4", "never"),
            ("text", "a4-portrait", "never"),
            ("text", "a4", "branch"),
            ("text", "a3", "never"),
            ("title", "a4", "branch"),
            ("title", "a3", "never"),
        ]
        both = remedy(look_, options, lambda other, changed: other.shown == "title" and changed.split == "branch")
        assert both == "try --level title with --split branch"

    @pytest.mark.parametrize("paper", ["a4", "slide", "poster"])
    def test_small_text_can_be_read_wherever_running_text_can(self, paper: str) -> None:
        least = {"a4": 6.5, "slide": 10, "poster": 14}[paper]
        assert PAPERS[paper].least_pt * SMALL / FONT_SIZE >= least

    def test_the_description_says_how_large_the_text_is(self) -> None:
        (picture,) = draw_map(town(), paper="a4")
        assert f"The text prints at {picture.body_pt:.1f} pt on a4." in picture.data.decode()
        (picture,) = draw_map(town(), paper="fit")
        assert "The text prints" not in picture.data.decode()


class TestLanguages:
    @pytest.mark.parametrize("code", ["de", "es", "fr", "ja", "ko", "zh"])
    def test_no_fixed_word_is_left_in_english(self, code: str) -> None:
        m = town()
        words, english = words_in(code), words_in("en")
        (picture,) = draw_map(m, language=code, depth=2, evidence="none", paper="a3")
        said = texts(picture)
        for key in ("because", "but", "unless", "if", "wording", "legend.support", "legend.undercut", "role.thesis"):
            assert " ".join(words[f"map.{key}"].split()) in said
            assert len(english[f"map.{key}"]) < 4 or english[f"map.{key}"] not in said
        assert words.counted("map.left_out", 2) in said
        assert f'lang="{code}"' in picture.data.decode()

    @pytest.mark.parametrize("code", ["ja", "ko"])
    def test_boxes_hold_their_words(self, code: str) -> None:
        text = {
            "ja": "谷の住民の半数は毎日バスで通勤しており、電車に乗る人は十分にいる。",
            "ko": "골짜기 주민의 절반이 매일 버스로 통근한다.",
        }[code]
        m = a_map(
            t={"type": "thesis", "text": text, "because": [["a", "b"]], "but": ["c"]},
            a={"text": text, "because": ["d"]},
            b={"text": text, "voice": "박세나"},
            c={"text": text, "certainty": "possible"},
            d={"text": text},
        )
        for ids in ("short", "none"):
            (picture,) = draw_map(m, language=code, ids=ids, format="dot")
            d = drawn(picture.data)
            assert (d.overlaps(), d.crossings(), d.loose_ends()) == ([], [], [])


class TestTitlesOfSheets:
    def test_the_first_branches_are_named_in_words_and_those_for_which_a_line_has_no_room_by_id(self) -> None:
        said = MapWords(made_up(8, 1), words_in("en"))

        def about(*labels: str) -> str:
            heads = tuple(
                Box(f"n{i}", "support", (Seen(f"s{i}", f"P{i}", "premise", "A sentence.", label),))
                for i, label in enumerate(labels)
            )
            return said.heading(Sheet(2, heads, heads), 3, Diagram(heads)).sheet

        assert about("Trams are quiet", "Buses are not") == "Sheet 2 of 3: P0 Trams are quiet; P1 Buses are not"
        long = "The market hall in the valley needs many more of its customers"
        assert about(long, "Buses are not") == f"Sheet 2 of 3: P0 {long}; P1"
        assert about(long + " and soon", "Buses are not") == "Sheet 2 of 3: P0; P1"
        assert about(long + " and soon") == f"Sheet 2 of 3: P0 {long} and soon"

    def test_they_misreport_nobody(self) -> None:
        m = a_map(
            t={"type": "thesis", "because": ["a"]},
            a={"certainty": "likely", "voice": "Dana Whitfield", "because": ["b"]},
            b={},
        )
        (picture,) = draw_map(m, focus="a")
        assert "P1 a is so (likely; says Dana Whitfield, not the author)" in texts(picture)
