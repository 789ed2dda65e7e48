"""Slides as values: everything is told or counted, notes hold the authors' words, nothing is too much for a slide."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest
from decks import KINDS, all_notes, compared, deck_of, maps_of

import argmap
from argmap.comparison.category_words import CATEGORY_WORDS
from argmap.diagram.of_map import diagram_of_map
from argmap.errors import ArgmapError, DrawingFailed, FileProblem, NothingAbout, UnknownName
from argmap.facade.slides import make_slides
from argmap.languages import LANGUAGES, words_in
from argmap.model import ArgumentMap
from argmap.teaching.deck import Box, Row, Slide, Text
from argmap.teaching.deck_room import EASY, cut, fits, height, parted, restepped, size_of


def words_on(slide: Slide) -> str:
    return " ".join(slide.texts())


def a_map(**statements: Mapping[str, object]) -> ArgumentMap:
    return ArgumentMap.model_validate({"id": "m", "statements": statements})


LANE = a_map(
    t={"type": "thesis", "text": "Build the lane.", "because": ["safe"], "but": ["dear"]},
    safe={"text": "Lanes are safe.", "quote": "safer by far", "at": "¶2", "certainty": "likely"},
    dear={"type": "objection", "text": "Lanes are dear.", "but": ["cheap"]},
    cheap={"type": "claim", "text": "Paint is cheap.", "because": ["sure"], "but": ["wears"]},
    sure={"type": "assumption", "text": "Prices hold."},
    wears={"type": "objection", "text": "Paint wears off."},
)


class TestOneMap:
    @pytest.mark.parametrize("level", ["title", "text", "full"])
    @pytest.mark.parametrize("name", ["koga-2023", "rsis-2023"])
    def test_every_statement_stands_on_a_slide(self, name: str, level: str) -> None:
        m = maps_of("pair")[name == "rsis-2023"]
        deck = make_slides(m, format="markdown", level=level).deck  # type: ignore[arg-type]
        told = [words_on(slide) for slide in deck.slides if slide.kind in ("overview", "branch")]
        for box in diagram_of_map(m, level=level).walk():  # type: ignore[arg-type]
            for s in box.statements:
                if not s.see:
                    assert any(f"{s.short}  {cut(s.text, 240)}" in text for text in told), s.key
                    for line in s.evidence:
                        assert any(cut(line, 240) in text for text in told), line

    @pytest.mark.parametrize("kind", ["one", "hostile-one"])
    def test_the_notes_hold_every_quotation_and_every_place(self, kind: str) -> None:
        notes = all_notes(deck_of(kind))
        for s in maps_of(kind)[0].statements.values():
            assert not s.quote or f"“{s.quote}”" in notes
            assert s.text in notes
            assert all(place in notes for place in s.at)

    def test_the_overview_counts_what_is_below_its_branches(self) -> None:
        deck = make_slides(LANE, format="markdown").deck
        overview = next(slide for slide in deck.slides if slide.kind == "overview")
        assert [row.bar for row in overview.rows] == ["", "because", "but"]
        assert overview.rows[2].boxes[0].texts[-1] == Text("+ 3 below → 3", "small", "3")
        assert [box.step for row in overview.rows for box in row.boxes] == [0, 1, 2]

    @pytest.mark.parametrize("kind", ["one", "hostile-one"])
    def test_what_lies_below_is_on_the_slide_that_is_named(self, kind: str) -> None:
        deck = deck_of(kind)
        count = 0
        for n, slide in enumerate(deck.slides, start=1):
            for row in slide.rows:
                *_, text = row.boxes[-1].texts
                if text.leads_to:
                    there = deck.slides[int(text.leads_to) - 1]
                    assert text.words.endswith(f" → {text.leads_to}")
                    assert int(text.leads_to) > n
                    ids = [
                        id_
                        for box in row.boxes
                        for t in box.texts
                        for id_ in t.words.split("  ")[:1]
                        if t.face != "small"
                    ]
                    assert all(any(said.startswith(f"{id_}  ") for said in there.texts()) for id_ in ids)
                    count += 1
        assert count > 2

    def test_small_branches_come_together_and_the_claim_of_a_slide_in_a_sentence(self) -> None:
        m = a_map(
            t={"type": "thesis", "text": "Build the lane at once.", "label": "Build it", "because": ["a", "b"]},
            a={"text": "It is safe to ride there.", "label": "It is safe", "because": ["c"]},
            b={"text": "It is cheap to paint one.", "label": "It is cheap", "because": ["d"]},
            c={"text": "Nobody was hurt.", "label": "No harm"},
            d={"text": "Paint costs little.", "label": "Paint"},
        )
        overview, branch = make_slides(m, format="markdown").deck.slides[1:3]
        assert branch.title == "It is safe · It is cheap"
        assert [row.boxes[0].texts[0].words.split("  ")[1] for row in (*overview.rows, *branch.rows)] == [
            "Build the lane at once.",
            "It is safe",
            "It is cheap",
            "It is safe to ride there.",
            "No harm",
            "It is cheap to paint one.",
            "Paint",
        ]
        assert [row.step for row in branch.rows] == [0, 1, 2, 3]

    def test_theses_that_need_several_slides_stand_on_one_before(self) -> None:
        deck = deck_of("one")
        overviews = [slide for slide in deck.slides if slide.kind == "overview"]
        assert [slide.context for slide in overviews] == ["", *["The argument of Koga"] * (len(overviews) - 1)]
        assert [row.boxes[0].tone for row in overviews[0].rows] == ["thesis"] * 3

    def test_what_only_leads_elsewhere_is_not_folded(self) -> None:
        assert not any(
            text.startswith("+ 0")
            for kind in ("one", "hostile-one")
            for s in deck_of(kind).slides
            for text in s.texts()
        )

    def test_reasons_appear_one_by_one_under_their_claim(self) -> None:
        deck = make_slides(LANE, format="markdown").deck
        branch = next(slide for slide in deck.slides if slide.kind == "branch")
        assert [(row.bar, row.depth, row.step) for row in branch.rows] == [
            ("but", 0, 0),
            ("but", 1, 1),
            ("because", 2, 2),
            ("but", 2, 3),
        ]

    def test_what_counts_against_an_objection_leaves_nothing_open(self) -> None:
        deck = make_slides(LANE, format="markdown").deck
        left = next(slide for slide in deck.slides if slide.kind == "open")
        assert [(row.bar, row.boxes[0].texts[0].words) for row in left.rows] == [
            ("but", "O2  Paint wears off."),
            ("assumed", "U1  Prices hold."),
            ("likely", "P1  Lanes are safe."),
        ]

    def test_a_map_that_marks_nothing_as_open_says_so(self) -> None:
        m = a_map(t={"type": "thesis", "text": "Build it.", "because": ["p"]}, p={"text": "It pays."})
        last = make_slides(m, format="markdown").deck.slides[-1]
        assert last.kind == "open"
        assert "nothing as open" in words_on(last)

    @pytest.mark.parametrize(
        "below", [lambda i: [i + 1], lambda i: [2 * i + 1, 2 * i + 2], lambda i: range(1, 300 // (i + 1) ** 9)]
    )
    def test_chains_and_wide_maps_are_told_whole(self, below: Callable[[int], Iterable[int]]) -> None:
        count = 300
        m = a_map(
            **{
                f"s{i}": {
                    "type": "premise" if i else "thesis",
                    "text": f"Number {i} says so.",
                    "because": [f"s{j}" for j in below(i) if j < count],
                }
                for i in range(count)
            }
        )
        deck = make_slides(m, format="markdown").deck
        told = " ".join(words_on(slide) for slide in deck.slides if slide.kind in ("overview", "branch"))
        assert [i for i in range(count) if f"Number {i} says so." not in told] == []
        assert [slide.title for slide in deck.slides if not fits(slide)] == []

    def test_reported_speech_is_said_to_be_so_on_the_slide_and_in_the_notes(self) -> None:
        m = a_map(
            t={"type": "thesis", "text": "Build it.", "but": ["o"]},
            o={"type": "objection", "text": "It is dear.", "voice": "the mayor"},
        )
        deck = make_slides(m, format="markdown").deck
        assert "says the mayor, not the author" in words_on(deck.slides[1])
        assert "says the mayor, not the author: It is dear." in all_notes(deck)

    def test_a_claim_that_is_too_long_is_cut_on_the_slide_and_whole_in_the_notes(self) -> None:
        long = "a word and " * 60 + "an end."
        made = make_slides(a_map(t={"type": "thesis", "text": long}), format="markdown", level="text")
        assert words_on(made.deck.slides[1]).endswith(" …")
        assert long in all_notes(made.deck)
        assert [d.code for d in made.diagnostics] == ["AM906"]

    def test_the_title_can_be_chosen(self) -> None:
        assert make_slides(LANE, format="markdown", title="Bikes").deck.slides[0].title == "Bikes"


class TestTwoMapsAndMore:
    @pytest.mark.parametrize("most", [1, 3, 10, 99])
    @pytest.mark.parametrize("kind", ["pair", "four", "hostile", "hostile-three"])
    def test_every_finding_is_told_or_counted(self, kind: str, most: int) -> None:
        deck = deck_of(kind, most=most)
        assert sorted((*deck.told, *deck.counted)) == sorted(f.id for f in compared(kind).findings)
        assert [slide.finding for slide in deck.slides if slide.finding] == list(deck.told)
        assert len(deck.told) <= most

    def test_what_has_no_slide_is_named_in_the_notes_and_counted_on_the_slide(self) -> None:
        deck, c = deck_of("pair"), compared("pair")
        notes = "\n".join(
            line for slide in deck.slides if slide.kind == "rest" for note in slide.notes for line in note.lines
        )
        left = {f.id: f for f in c.findings if f.id in deck.counted}
        assert all(f.sentence in notes for f in left.values())
        agreed = sum(f.group in ("agree", "agree-but") and f.unit != "evidence" for f in left.values())
        assert f"They agree: {agreed}" in [
            text for slide in deck.slides if slide.kind == "rest" for text in slide.texts()
        ]

    @pytest.mark.parametrize("kind", ["pair", "four", "hostile"])
    def test_the_notes_of_a_question_hold_all_words_of_all_sides(self, kind: str) -> None:
        deck, c = deck_of(kind, most=99), compared(kind)
        by_id = {f.id: f for f in c.findings}
        for slide in (slide for slide in deck.slides if slide.finding):
            finding = by_id[slide.finding]
            notes = "\n".join(line for note in slide.notes for line in note.lines)
            for side in finding.sides.values():
                for s in (*side.statements, *side.reported):
                    assert not s.quote or f"“{s.quote}”" in notes
                    assert s.text in notes
            assert finding.sentence in notes
            assert slide.notes[0].heading == "Ask"

    def test_a_question_shows_itself_then_a_then_b_then_what_they_come_to(self) -> None:
        questions = [slide for slide in deck_of("pair").slides if slide.kind == "question"]
        for slide in questions:
            assert [(box.tone, box.step) for box in slide.rows[0].boxes] == [("a", 1), ("b", 2)]
            assert [box.step for box in slide.rows[-1].boxes] == [3]

    def test_causes_parts_and_claims_come_in_turn(self) -> None:
        assert [id_.partition(":")[0] for id_ in deck_of("pair").told] == [
            *("explanation", "role", "stance") * 2,
            *("role", "explanation", "stance", "stance"),
        ]

    @pytest.mark.parametrize("kind", ["pair", "four"])
    def test_the_speaker_asks_first_what_gives_nothing_away(self, kind: str) -> None:
        questions = [slide for slide in deck_of(kind).slides if slide.kind == "question"]
        assert {slide.notes[0].lines[0] for slide in questions} == {words_in("en")["deck.ask_answers"]}

    def test_nothing_is_told_in_the_words_of_the_program(self) -> None:
        findings = {f.id: f for f in compared("pair").findings}
        for slide in (slide for slide in deck_of("pair").slides if slide.finding):
            f = findings[slide.finding]
            told = "\n".join(line for note in slide.notes for line in note.lines)
            assert f.category not in told
            assert f.rule not in told
            assert CATEGORY_WORDS[f.category] in told.casefold()
        assert [n.heading for slide in deck_of("pair").slides if slide.kind == "point" for n in slide.notes] == [
            "Why it says so",
            "Using these slides",
        ]

    def test_a_side_gives_a_cause_first_and_says_what_it_holds_whatever_the_question(self) -> None:
        by_id = {slide.finding: slide for slide in deck_of("pair", most=99).slides if slide.finding}
        said = {
            id_: [text for row in slide.rows for box in row.boxes for text in box.texts] for id_, slide in by_id.items()
        }
        assert Text("▲ North Korea's military threat (main), raising it", "bold") in said["explanation:closer-ties"]
        assert any(text.words == "ally toward Japan and South Korea" for text in said["role:united-states"])
        stances = [text.words for id_, texts in said.items() if id_.startswith("stance:") for text in texts]
        assert {"Yes", "No"}.isdisjoint(stances)
        assert "Domestic politics could still set back the Japan–South Korea rapprochement" in stances

    def test_nobody_says_both_of_four(self) -> None:
        (talk,) = (slide for slide in deck_of("four").slides if slide.kind == "discussion")
        assert "both" not in words_on(talk)

    def test_no_text_of_the_shipped_maps_is_cut(self) -> None:
        assert {kind: deck_of(kind).cut for kind in ("one", "pair", "four")} == {"one": 0, "pair": 0, "four": 0}

    def test_agreements_come_first_and_both_have_their_places(self) -> None:
        c, deck = compared("pair"), deck_of("pair", most=4)
        groups = {f.id: f.group for f in c.findings}
        assert [groups[id_] in ("agree", "agree-but") for id_ in deck.told] == [True, True, False, False]
        assert deck.told[2] == "role:china"

    def test_roles_that_change_stand_first_in_the_table(self) -> None:
        table = next(slide for slide in deck_of("pair").slides if slide.kind == "roles")
        assert [row.boxes[0].texts[0].words for row in table.rows][:2] == ["Actor", "China"]
        assert [row.boxes[0].tone for row in table.rows][1:] == ["diverge", *["plain"] * (len(table.rows) - 2)]

    def test_the_table_of_roles_asks_before_it_tells(self) -> None:
        tables = [slide for slide in deck_of("pair").slides if slide.kind == "roles"]
        assert all(slide.title.startswith("Which parts do they give to the same actors?") for slide in tables)
        *rows, point = [row for slide in tables for row in slide.rows]
        assert (
            point.boxes[0]
            .texts[0]
            .words.startswith("Koga casts China as intermediary, Roy-Chaudhury & Ho as adversary")
        )
        assert rows[1].boxes[2].texts[0] == Text("adversary (main) toward Japan and South Korea", "bold")
        assert all(len(box.texts) >= 1 for row in rows for box in row.boxes)

    def test_silence_is_not_called_disagreement(self) -> None:
        alone = next(
            f
            for f in compared("pair").findings
            if f.group == "one-sided" and f.unit == "stance" and not any(side.reported for side in f.sides.values())
        )
        deck = deck_of("pair", about=(alone.id,))
        (slide,) = (slide for slide in deck.slides if slide.kind == "question")
        assert "nothing coded in B’s map" in words_on(slide)
        assert "Nothing in this map; that is not disagreement." in all_notes(deck)

    def test_only_what_was_asked_for_gets_a_slide(self) -> None:
        deck = deck_of("pair", about=("china",))
        assert "role:china" in deck.told
        assert "point" not in {slide.kind for slide in deck.slides}

    def test_sources_can_be_asked_for(self) -> None:
        source = next(f for f in compared("pair").findings if f.unit == "evidence" and f.group != "one-sided")
        alone = next(f for f in compared("pair").findings if f.unit == "evidence" and f.group == "one-sided")
        for kind in ("pair", "four"):
            deck = deck_of(kind, about=(source.key, alone.key))
            assert [slide.kind for slide in deck.slides if slide.finding] == ["question"] * len(deck.told)
            assert len(deck.told) == 2

    def test_names_of_many_maps_stand_two_to_a_row(self) -> None:
        many = tuple(m.model_copy(update={"id": f"m{i}"}) for i in range(3) for m in maps_of("pair"))
        deck = make_slides(*many, format="markdown", most=2).deck
        question = next(slide for slide in deck.slides if slide.kind == "question")
        assert [len(row.boxes) for row in question.rows] == [2, 2, 2, 1]


class TestRoom:
    @pytest.mark.parametrize("kind", KINDS)
    def test_type_on_every_slide_can_be_read(self, kind: str) -> None:
        assert [slide.title for slide in deck_of(kind).slides if not size_of(slide)] == []

    @pytest.mark.parametrize("kind", ["one", "pair", "four"])
    def test_type_of_the_shipped_maps_is_easy_to_read(self, kind: str) -> None:
        assert [(slide.title, size_of(slide)) for slide in deck_of(kind).slides if size_of(slide) < EASY] == []

    @pytest.mark.parametrize("kind", KINDS)
    def test_steps_have_no_gap(self, kind: str) -> None:
        for slide in deck_of(kind).slides:
            steps = {0, *(box.step for row in slide.rows for box in row.boxes)}
            assert steps == set(range(slide.steps)), slide.title

    @pytest.mark.parametrize("kind", KINDS)
    def test_no_slide_is_empty(self, kind: str) -> None:
        assert [slide.title for slide in deck_of(kind).slides if not slide.rows] == []

    def test_a_slide_that_is_too_high_is_parted_and_repeats_its_first_row(self) -> None:
        rows = tuple(Row((Box((Text(f"row {n} " + "and more words " * 8),), step=n),)) for n in range(20))
        whole = Slide("branch", "Much", rows)
        pages = parted(whole, "{title} ({n}/{all})")
        assert not fits(whole)
        assert all(fits(page) for page in pages)
        assert [page.title for page in pages] == [f"Much ({n}/{len(pages)})" for n in range(1, len(pages) + 1)]
        assert {page.rows[0].boxes[0].texts for page in pages} == {rows[0].boxes[0].texts}
        assert sum(len(page.rows) - 1 for page in pages) == 19
        assert all(page.rows[0].step == 0 for page in pages)

    def test_a_row_stays_with_what_stands_deeper_below_it(self) -> None:
        def row(n: int) -> Row:
            return Row((Box((Text(f"row {n} " + "and more words " * 8),), step=n),), depth=1 + n % 2)

        pages = parted(Slide("branch", "Much", tuple(map(row, range(20)))), "{title} ({n}/{all})", repeated=0)
        assert len(pages) > 1
        assert all(page.rows[0].depth == 1 for page in pages)

    def test_text_that_is_cut_ends_with_an_ellipsis_and_stays_in_its_columns(self) -> None:
        assert cut("one two three", 9) == "one two …"
        assert cut("one two", 9) == "one two"
        assert cut("x" * 50, 10) == "xxxxxxxx …"
        assert cut("東京から大阪まで", 10) == "東京から …"

    def test_steps_are_counted_anew_in_their_order(self) -> None:
        rows = (Row((Box((), step=3), Box((), step=7))), Row((Box((), step=3),)))
        assert [[box.step for box in row.boxes] for row in restepped(rows)] == [[0, 1], [0]]

    def test_larger_type_is_higher(self) -> None:
        slide = Slide("branch", "A", (Row((Box((Text("words " * 40),)),)),))
        assert height(slide, 12) < height(slide, 24)


class TestAsking:
    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("kind", ["one", "pair", "four"])
    def test_fixed_words_are_of_the_language_asked_for(self, kind: str, language: str) -> None:
        deck = deck_of(kind, language=language)
        words = words_in(language)
        assert deck.language == language
        assert deck.slides[-1].title == words["deck.discussion"]
        if language != "en":
            headings = {note.heading for slide in deck.slides for note in slide.notes}
            assert not headings & {"Ask", "Why it says so", "Where it is hedged", "Using these slides"}

    def test_the_same_maps_give_the_same_slides(self) -> None:
        assert make_slides(*maps_of("pair")).data == make_slides(*maps_of("pair")).data

    @pytest.mark.parametrize(
        ("options", "error"),
        [
            ({"format": "pptx"}, UnknownName),
            ({"theme": "print"}, UnknownName),
            ({"level": "all"}, UnknownName),
            ({"language": "xx"}, UnknownName),
            ({"most": 0}, ArgmapError),
            ({"about": "nothing like it"}, NothingAbout),
        ],
    )
    def test_what_does_not_exist_is_refused_by_name(self, options: dict[str, object], error: type[ArgmapError]) -> None:
        with pytest.raises(error):
            make_slides(compared("pair"), **options)  # type: ignore[arg-type]

    @pytest.mark.parametrize("options", [{"about": "china"}, {"most": 3}])
    def test_one_map_has_no_findings_to_choose(self, options: dict[str, object]) -> None:
        with pytest.raises(ArgmapError, match="there is one map; leave it out"):
            make_slides(LANE, **options)  # type: ignore[arg-type]

    def test_a_map_without_statements_has_no_slides(self) -> None:
        with pytest.raises(DrawingFailed, match="no statements"):
            make_slides(ArgumentMap(id="m"))

    def test_maps_without_codes_have_nothing_to_compare(self) -> None:
        other = LANE.model_copy(update={"id": "other"})
        with pytest.raises(DrawingFailed, match="add `says`"):
            make_slides(LANE, other)

    def test_save_writes_them_to_a_file_or_into_a_folder(self, tmp_path: Path) -> None:
        slides = make_slides(LANE, format="markdown")
        for given, written in ((tmp_path / "A.MD", "A.MD"), (f"{tmp_path / 'new'}/", "new/m-slides.md")):
            assert argmap.save(slides, given) == (str(tmp_path / written),)
            assert (tmp_path / written).read_bytes() == slides.data
        with pytest.raises(FileProblem, match=r"'a.html' is no name for markdown; end it with .md, or give a folder"):
            argmap.save(slides, "a.html")

    def test_the_front_door_has_it(self) -> None:
        assert argmap.make_slides is make_slides
