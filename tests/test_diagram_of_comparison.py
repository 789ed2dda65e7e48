"""What a comparison sheet says, before anything is drawn."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pprint import pformat

import pytest
from comparison_cases import mill_road
from made_up_comparisons import made_up_comparison

from argmap.comparison import Comparison, Finding, compare
from argmap.comparison.records import Cited, GivenReason, PositionEntry, Premise, Side
from argmap.diagram.amount import WHOLE
from argmap.diagram.at_a_glance import at_a_glance
from argmap.diagram.of_comparison import comparison_sheet
from argmap.diagram.sheet import (
    Absence,
    ComparisonSheet,
    Driver,
    Item,
    Level,
    Part,
    Passage,
    Remark,
    Row,
    Section,
    Stand,
    Use,
)
from argmap.diagram.sides import shortened
from argmap.errors import DrawingFailed
from argmap.languages import LANGUAGES, words_in
from argmap.model import Article


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(mill_road())


def section(sheet: ComparisonSheet, kind: str) -> Section:
    return next(s for s in sheet.sections if s.kind == kind)


def items(sheet: ComparisonSheet) -> Iterator[Item]:
    for s in sheet.sections:
        for row in s.rows:
            yield from (*row.left, *row.right)


def only_row(finding: Finding, c: Comparison, level: Level = "text") -> Row:
    sheet = comparison_sheet(replace(c, findings=(finding,)), level=level)
    return sheet.sections[0].rows[0]


def stance(c: Comparison, left: Side, right: Side, **changes: object) -> Finding:
    base = c.findings[0]
    given = {"sides": dict(zip((m.id for m in c.maps), (left, right), strict=True)), "flags": (), "notes": ()} | changes
    return replace(base, **given)  # type: ignore[arg-type]


def test_groups_come_in_the_order_agree_differ_only_one_undetermined_sources() -> None:
    sheet = comparison_sheet(made_up_comparison(80, kind="short"))
    assert [(s.kind, s.title) for s in sheet.sections] == [
        ("agree", "They agree"),
        ("differ", "They differ"),
        ("only-one", "Only one speaks to it"),
        ("undetermined", "Undetermined"),
        ("evidence", "Sources both use"),
    ]
    assert [(s.kind, {row.symbol for row in s.rows}) for s in sheet.sections[:4]] == [
        ("agree", {"=", "≈"}),
        ("differ", {"≠", "!"}),
        ("only-one", {""}),
        ("undetermined", {"?"}),
    ]


def test_the_worked_example_reads_like_this(comparison: Comparison, golden: Callable[[str, str], None]) -> None:
    golden("mill-road/comparison-sheet.txt", pformat(comparison_sheet(comparison), width=110) + "\n")


def test_the_title_says_the_point(comparison: Comparison) -> None:
    sheet = comparison_sheet(comparison)
    assert sheet.title == (
        "Ruiz and Patel agree on 2 points and differ on 2, "
        "above all on whether the council should build the lane this year"
    )


def test_a_map_of_which_nothing_is_coded_is_not_drawn_as_silent(comparison: Comparison) -> None:
    a, b = comparison.maps
    sheet = comparison_sheet(replace(comparison, maps=(a, replace(b, coded=0))))
    assert sheet.title == "Ruiz and Patel cannot be compared yet: no statement of Patel is coded"
    assert sheet.sections == ()
    assert [head.name for head in sheet.heads] == ["Ruiz", "Patel"]


@pytest.mark.parametrize(
    ("groups", "title"),
    [
        (("agree",), "Ruiz and Patel agree on 1 point"),
        (("diverge",), "Ruiz and Patel differ on 1 question: “What part does the council play?”"),
        (("one-sided",), "Ruiz and Patel speak to no question in common"),
        ((), "Ruiz and Patel speak to no question in common"),
    ],
)
def test_the_title_counts_what_there_is(comparison: Comparison, groups: tuple[str, ...], title: str) -> None:
    findings = tuple(f for f in comparison.findings if f.group in groups and f.unit != "evidence")
    assert comparison_sheet(replace(comparison, findings=findings)).title == title


def test_a_question_too_long_for_a_title_is_left_out(comparison: Comparison) -> None:
    findings = tuple(replace(f, question="Is it right that " + "so it goes " * 20 + "?") for f in comparison.findings)
    assert comparison_sheet(replace(comparison, findings=findings)).title == (
        "Ruiz and Patel agree on 2 points and differ on 2"
    )


def test_heads_name_author_thesis_and_article(comparison: Comparison) -> None:
    a, b = comparison_sheet(comparison).heads
    assert (a.letter, a.name, a.thesis, a.source) == ("A", "Ruiz", ("Build it now.",), "A: Ana Ruiz, map “Build it”.")
    assert (b.letter, b.name, b.thesis, b.source) == ("B", "Patel", ("Do not.",), "B: Dev Patel, map “No lane”.")
    assert (a.version, b.version) == ("ruiz", "patel")


def test_a_map_from_a_file_is_named_with_its_hash() -> None:
    assert comparison_sheet(made_up_comparison(1)).heads[0].version == "left (abababababab)"


def test_on_slides_the_title_of_an_article_gives_way_to_publisher_and_date() -> None:
    head = comparison_sheet(made_up_comparison(1, kind="short"), level="title").heads[0]
    assert head.source == "A: Ann Ode, Example Press, 2024."


def test_an_agreement_has_the_claim_in_the_middle_and_what_is_held_back_below(comparison: Comparison) -> None:
    same, weighed = section(comparison_sheet(comparison), "agree").rows
    assert (same.symbol, same.middle.text, same.middle.notes) == (
        "=",
        "A bike lane makes riding safer",
        ("Only Ruiz gives a reason.",),
    )
    assert same.left == (Passage("Riding gets safer.", "", "", ""),)
    assert (weighed.symbol, weighed.middle.text, weighed.middle.notes) == (
        "≈",
        "Both explain custom in the shops by a bike lane (raises) and fewer parking spaces (lowers)",
        ("Ruiz puts a bike lane first, Patel fewer parking spaces.",),
    )


def test_causes_show_sign_and_weight_main_ones_first(comparison: Comparison) -> None:
    weighed = section(comparison_sheet(comparison), "agree").rows[1]
    assert [item for item in weighed.left if isinstance(item, Driver)] == [
        Driver("raises", "A bike lane (main)", main=True),
        Driver("lowers", "Fewer parking spaces", main=False),
    ]
    assert [item for item in weighed.right if isinstance(item, Driver)] == [
        Driver("lowers", "Fewer parking spaces (main)", main=True),
        Driver("raises", "A bike lane", main=False),
    ]


def test_the_words_stand_below_the_cause_they_are_for(comparison: Comparison) -> None:
    weighed = section(comparison_sheet(comparison), "agree").rows[1]
    assert [i.text for i in weighed.left if isinstance(i, (Driver, Passage))] == [
        "A bike lane (main)",
        "It sells.",
        "Fewer parking spaces",
        "Losing parking costs customers.",
    ]


def test_a_difference_has_the_question_in_the_middle_and_the_answers_beside_it(comparison: Comparison) -> None:
    opposed, contradicted = section(comparison_sheet(comparison), "differ").rows
    assert (opposed.symbol, opposed.middle.text) == ("≠", "What part does the council play?")
    assert opposed.left == (
        Part("intermediary (main, possible)", 1, main=True, toward="toward shopkeepers and cyclists"),
        Passage("The council could bring both to one table.", "", "", ""),
    )
    assert opposed.right[0] == Part("adversary (main)", -1, main=True, toward="toward shopkeepers")
    assert contradicted.symbol == "!"
    assert contradicted.left[0] == Stand("holds that", "the council should build the lane this year")
    assert contradicted.right[0] == Stand("denies that", "the council should build the lane this year")


def test_a_role_among_others_says_that_it_is_the_main_one(comparison: Comparison) -> None:
    finding = next(f for f in comparison.findings if f.unit == "role")
    several = Side((PositionEntry("role:council=partner"), PositionEntry("role:council=rival", main=True)))
    row = only_row(replace(finding, sides={**finding.sides, "ruiz": several}), comparison)
    assert [i.text for i in row.left if isinstance(i, Part)] == ["rival (main)", "partner"]


def test_where_only_one_speaks_the_other_side_holds_words_only(comparison: Comparison) -> None:
    (row,) = section(comparison_sheet(comparison), "only-one").rows
    assert (row.symbol, row.middle.text) == ("", "Fumes fall")
    assert row.left == (Passage("Less smog.", "", "", ""),)
    assert row.right == (Absence("nothing coded in B’s map"),)


def test_a_lone_role_or_explanation_has_its_question_in_the_middle(comparison: Comparison) -> None:
    finding = next(f for f in comparison.findings if f.unit == "role")
    row = only_row(replace(finding, group="one-sided", sides={"ruiz": finding.sides["ruiz"]}), comparison)
    assert row.middle.text == "What part does the council play?"
    assert isinstance(row.left[0], Part)


def test_an_absence_somebody_reviewed_is_silence(comparison: Comparison) -> None:
    (finding,) = comparison.in_group("one-sided")
    row = only_row(replace(finding, flags=()), comparison)
    assert row.right == (Absence("B is silent"),)


def test_reported_speech_is_no_position(comparison: Comparison) -> None:
    (finding,) = comparison.in_group("one-sided")
    reporting = Side(None, reported=(Cited("x", "Somebody else says so."),))
    row = only_row(replace(finding, sides={**finding.sides, "patel": reporting}), comparison)
    assert row.right == (Absence("B only reports what others say of it"),)


def test_a_side_that_is_missing_is_silent(comparison: Comparison) -> None:
    (finding,) = comparison.in_group("one-sided")
    row = only_row(replace(finding, sides={"ruiz": finding.sides["ruiz"]}), comparison)
    assert row.right == (Absence("nothing coded in B’s map"),)


def test_a_lone_denial_says_what_it_is(comparison: Comparison) -> None:
    (finding,) = comparison.in_group("one-sided")
    denying = replace(finding.sides["ruiz"], position="denies")
    row = only_row(replace(finding, sides={**finding.sides, "ruiz": denying}), comparison)
    assert row.left[0] == Stand("denies that", "fumes fall")


def test_what_both_deny_is_not_shown_as_a_claim_they_make(comparison: Comparison) -> None:
    denying = Side("denies", (Cited("s", "It does not."),))
    finding = stance(comparison, denying, denying, sentence="Both deny that p; neither gives a reason.")
    row = only_row(finding, comparison)
    assert (row.middle.text, row.middle.notes) == ("Both deny that p", ("Neither gives a reason.",))
    assert row.left == (Passage("It does not.", "", "", ""),)


def test_linked_propositions_are_told_apart(comparison: Comparison) -> None:
    holding = Side("holds", (Cited("s", "So it is.", "so it is"),))
    finding = stance(
        comparison,
        holding,
        holding,
        group="conflict",
        key="air~build-lane",
        sentence="Ruiz holds that fumes fall, Patel that the council should build the lane this year; not both.",
    )
    row = only_row(finding, comparison)
    assert row.left[0] == Stand("holds that", "fumes fall")
    assert row.right[0] == Stand("holds that", "the council should build the lane this year")


def test_linked_propositions_that_agree_keep_their_sentence(comparison: Comparison) -> None:
    holding = Side("holds", (Cited("s", "So it is."),))
    said = "Ruiz holds that fumes fall, which implies what Patel holds: a bike lane makes riding safer."
    finding = stance(comparison, holding, holding, group="agree-but", key="air~lane-safer", sentence=said)
    row = only_row(finding, comparison)
    assert row.middle.text == said.removesuffix(".")
    assert row.left[0] == Stand("holds that", "fumes fall")


def test_a_passage_shows_quotation_place_and_limits(comparison: Comparison) -> None:
    cited = Cited(
        "s", "It falls.", "it does fall", ("¶2", "¶5"), "possible", if_=("x",), when="2017/2021", via="koga ¶3"
    )
    row = only_row(stance(comparison, Side("holds", (cited,)), Side("holds", (cited,))), comparison)
    assert row.left == (
        Passage("It falls.", "possible · on a condition · 2017–2021", "it does fall", "¶2, ¶5 in koga ¶3"),
    )


def test_theses_and_quotations_come_first_and_the_rest_is_counted(comparison: Comparison) -> None:
    many = (Cited("a", "One."), Cited("b", "Two.", "two"), Cited("build", "Build it now."), Cited("c", "Three."))
    finding = stance(comparison, Side("holds", many), Side("holds", many))
    assert only_row(finding, comparison).left == (
        Passage("Build it now.", "", "", ""),
        Passage("Two.", "", "two", ""),
        Remark("+ 2 passages in the text output"),
    )
    assert only_row(finding, comparison, "title").left == (
        Passage("Build it now.", "", "", ""),
        Remark("+ 3 passages in the text output"),
    )
    assert len(only_row(finding, comparison, "full").left) == 4


def test_reasons_of_its_own_stand_with_their_side(comparison: Comparison) -> None:
    reasons = (
        GivenReason((Premise("holds:a", "a", "fumes fall"), Premise("holds:b", "b", "it sells")), (), False),
        GivenReason((Premise("holds:c", "c", "it is safe"),), (), True),
        GivenReason((Premise("holds:d", "d", "noise falls"),), (), False),
    )
    cited = (Cited("s", "So it is."),)
    finding = stance(
        comparison,
        Side("holds", cited, reasons),
        Side("holds", cited),
        group="agree-but",
        category="agree-shared-reasons",
        notes=("Only Ruiz: fumes fall and it sells.", "A note."),
    )
    row = only_row(finding, comparison)
    assert row.left[-1] == Remark("Its own reasons: fumes fall + it sells; noise falls")
    assert row.right == (Passage("So it is.", "", "", ""),)
    assert "A note." in row.middle.notes
    assert not any(note.startswith("Only Ruiz:") for note in row.middle.notes)


def test_notes_that_repeat_what_the_sides_show_are_left_out(comparison: Comparison) -> None:
    holding = Side("holds", (Cited("s", "So it is."),))
    finding = stance(
        comparison, holding, holding, flags=("certainty", "undercut"), notes=("Ruiz: possible.", "A step is undone.")
    )
    assert only_row(finding, comparison).middle.notes == ("Only Ruiz gives a reason.", "A step is undone.")


def test_a_long_list_of_causes_names_those_that_weigh_most(comparison: Comparison) -> None:
    finding = next(f for f in comparison.findings if f.unit == "explanation")
    causes = [PositionEntry(f"raises:cause-{i}>custom", main=i == 7) for i in range(8)]
    side = Side(tuple(causes), (Cited("s", "Many things.", "many things"),))
    shared = tuple(e.entry for e in causes)
    finding = replace(finding, sides=dict.fromkeys(finding.sides, side), shared=shared, sentence="Both explain it; so.")
    row = only_row(finding, comparison)
    assert row.middle.text == "Both explain Custom in the shops by cause 7 and others"
    assert row.left[0] == Driver("raises", "Cause 7 (main)", main=True)
    assert row.left[-1] == Remark("+ 3 causes in the text output")
    assert Passage("", "", "many things", "") in row.left


def test_uses_of_a_source_are_words(comparison: Comparison) -> None:
    (row,) = section(comparison_sheet(comparison), "evidence").rows
    assert row.middle.text == "Mill Road Survey"
    assert row.left[0] == Use("A bike lane makes riding safer")
    assert row.right[0] == Use("Fewer parking spaces lowers custom in the shops")


def test_a_use_the_sentence_does_not_name_reads_as_its_entry_does(comparison: Comparison) -> None:
    finding = next(f for f in comparison.findings if f.unit == "evidence")
    row = only_row(replace(finding, sentence="Both use it."), comparison)
    assert row.right[0] == Use("Fewer parking spaces lowers custom in the shops")


def test_every_kind_of_use_has_its_words(comparison: Comparison) -> None:
    finding = comparison.findings[-1]
    forms = {
        "denies:air": "Not: Fumes fall",
        "questions:air": "Whether Fumes fall",
        "unrelated:lane>custom": "A bike lane has no effect on custom in the shops",
        "role:council=rival": "The council as rival",
        "text:ruiz:s": "Words of its own",
    }
    for entry, words in forms.items():
        side = Side((PositionEntry(entry, label="words of its own"),), (Cited("s", "So it is."),))
        row = only_row(replace(finding, sides={**finding.sides, "ruiz": side}), comparison)
        assert row.left[0] == Use(words)


def test_the_foot_counts_what_no_sheet_shows(comparison: Comparison) -> None:
    wording = "Claims in plain type are the mapper’s wording; quoted words are the authors’."
    compared = "Compared: 6 of A’s 6 statements and 5 of B’s 6 statements."
    shared = comparison.findings[-1]
    alone = replace(shared, group="one-sided")
    feet = (
        ((shared,), (wording, compared)),
        ((shared, alone), (wording, compared, "Not shown: 1 source only one of them uses.")),
        ((alone, alone), (wording, compared, "No source is used by both; 2 sources by one alone.")),
        ((), (wording, compared, "No findings on sources.")),
    )
    for findings, foot in feet:
        assert comparison_sheet(replace(comparison, findings=findings)).foot == foot


@pytest.mark.parametrize("level", ["title", "text", "full"])
def test_nothing_on_a_sheet_is_longer_than_its_level_allows(level: Level) -> None:
    most = {"title": 24, "text": 45, "full": 120}[level]
    for item in items(comparison_sheet(made_up_comparison(40, kind="long"), level=level)):
        if isinstance(item, Passage):
            assert len(item.text.split()) <= most + 1
            assert len(item.quote.split()) <= most + 1


def test_at_a_glance_every_side_is_a_few_words(comparison: Comparison) -> None:
    glance = at_a_glance(comparison, comparison_sheet(comparison))
    agree, differ = glance.choices
    weighed, same = agree.rows
    assert agree.places == (1, 0)
    assert weighed.left == (
        Driver("raises", "A bike lane (main)", main=True),
        Passage("It sells.", "", "", ""),
        Driver("lowers", "Fewer parking spaces", main=False),
    )
    assert same.left == (Passage("Riding gets safer.", "", "", ""),)
    contradicted, opposed = differ.rows
    assert contradicted.left[0] == Stand("yes", "")
    assert contradicted.right[0] == Stand("no", "")
    assert opposed.middle.notes == ()
    assert [(m.title, m.text) for m in glance.mentions] == [
        ("Only one speaks to it", "Ruiz to 1"),
        ("Sources both use", "1 source"),
    ]


def test_at_a_glance_what_undetermines_is_counted() -> None:
    c = made_up_comparison(80, kind="short")
    sheet = comparison_sheet(c)
    mentioned = {m.kind: m.text for m in at_a_glance(c, sheet).mentions}
    assert mentioned["undetermined"] == f"{len(section(sheet, 'undetermined').rows)} points"


def test_at_a_glance_three_roles_are_named_and_the_others_counted(comparison: Comparison) -> None:
    finding = next(f for f in comparison.findings if f.unit == "role")
    entries = tuple(PositionEntry(f"role:council=r{i}", toward=("cyclists",), main=i == 4) for i in range(5))
    side = Side(entries, (Cited("s", "So.", "so it is"),))
    agreed = replace(finding, group="agree", sides=dict.fromkeys(finding.sides, side))
    opposed = replace(agreed, group="diverge")
    c = replace(comparison, findings=(agreed, opposed))
    agree, differ = at_a_glance(c, comparison_sheet(c)).choices
    assert agree.rows[0].left == (
        Part("r4 (main)", 0, main=True, toward=""),
        Part("r0", 0, main=False, toward=""),
        Part("r1", 0, main=False, toward=""),
        Remark("+ 2 more"),
        Passage("", "", "so it is", ""),
    )
    assert [i.toward for i in differ.rows[0].left if isinstance(i, Part)] == ["toward cyclists", "", ""]
    (terse, _) = at_a_glance(c, comparison_sheet(c), level="title").choices
    assert terse.rows[0].left[-1] == Remark("+ 3 more")


def test_cut_text_shows_where_it_was_cut() -> None:
    assert shortened("one two three", 3) == "one two three"
    assert shortened("one two, three", 2) == "one two …"
    assert shortened("東" * 100, 10) == "東" * 80 + " …"


def test_a_comparison_of_one_map_has_no_sheet(comparison: Comparison) -> None:
    with pytest.raises(DrawingFailed, match="of 1 maps"):
        comparison_sheet(replace(comparison, maps=comparison.maps[:1]))


def test_of_a_choice_the_title_and_the_headings_say_how_much_it_is(comparison: Comparison) -> None:
    agree, differ = comparison.in_group("agree"), comparison.in_group("conflict")
    c = replace(comparison, findings=(*agree, *differ))
    sheet = comparison_sheet(c, among=comparison)
    assert sheet.title == (
        "Ruiz and Patel agree on 1 point and differ on 1: whether the council should build the lane this year"
        " (2 of 5 points shown)"
    )
    assert [s.headline for s in sheet.sections] == [
        "Ruiz and Patel agree on 1 point (2 of 5 points shown)",
        "Ruiz and Patel differ on 1 question (2 of 5 points shown)",
    ]
    assert sheet.foot[1:] == ("Compared: 6 of A’s 6 statements and 5 of B’s 6 statements.",)


def test_a_choice_of_sources_counts_sources_and_shows_one_that_only_one_of_them_uses(comparison: Comparison) -> None:
    shared = comparison.findings[-1]
    alone = replace(shared, id="evidence:other", group="one-sided", sides={"ruiz": shared.sides["ruiz"]})
    whole = replace(comparison, findings=(*comparison.findings, alone))
    sheet = comparison_sheet(replace(whole, findings=(alone,)), among=whole)
    assert sheet.title == "Ruiz and Patel: 1 point only one of them speaks to (1 of 2 sources shown)"
    assert [row.finding for row in section(sheet, "only-one").rows] == ["evidence:other"]
    assert comparison_sheet(whole).sections == comparison_sheet(comparison).sections


def test_all_that_was_asked_for_is_no_choice(comparison: Comparison) -> None:
    assert comparison_sheet(comparison, among=comparison) == comparison_sheet(comparison)


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [
        ("en", "denies that", "deny that"),
        ("de", "bestreitet:", "bestreiten:"),
        ("fr", "nie :", "nient :"),
        ("es", "niega:", "niegan:"),
    ],
)
def test_verbs_agree_with_the_names_of_one_and_of_several_authors(
    comparison: Comparison, language: str, one: str, many: str
) -> None:
    finding = comparison.in_group("conflict")[0]
    denied = replace(finding, sides=dict.fromkeys(finding.sides, Side("denies", (Cited("s", "No."),))))
    ruiz, patel = comparison.maps
    both = replace(
        patel, name="Patel and Roe", article=Article(authors=("Dev Patel", "Ann Roe"), short="Patel and Roe")
    )
    sheet = comparison_sheet(replace(comparison, maps=(ruiz, both), findings=(denied,)), words=words_in(language))
    row = sheet.sections[0].rows[0]
    assert [item.verb for item in (row.left[0], row.right[0]) if isinstance(item, Stand)] == [one, many]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_maps_and_findings_say_is_never_translated(comparison: Comparison, language: str) -> None:
    sheet = comparison_sheet(comparison, words=words_in(language))
    rows = section(sheet, "differ").rows
    differ = (*comparison.in_group("diverge"), *comparison.in_group("conflict"))
    assert [row.middle.text for row in rows] == [f.question for f in differ]
    assert [row.sentence for s in sheet.sections for row in s.rows] == [f.sentence for f in comparison.findings]
    assert sheet.heads[0].thesis == ("Build it now.",)


def test_a_conflict_is_the_second_difference_at_the_latest_on_the_first_sheet() -> None:
    c = made_up_comparison(40, kind="short")
    glance = at_a_glance(c, comparison_sheet(c))
    (differ,) = (choice for choice in glance.choices if choice.kind == "differ")
    assert "conflict" in [row.group for row in differ.rows[:2]]
    assert sorted(differ.places) == list(range(len(differ.rows)))


@pytest.mark.parametrize("seed", range(6))
def test_the_whole_of_a_row_has_every_statement_of_each_side_once_and_counts_nothing_as_left_out(seed: int) -> None:
    c = made_up_comparison(seed)
    for finding in c.findings:
        sheet = comparison_sheet(replace(c, findings=(finding,)), amounts={finding.id: WHOLE}, among=c)
        row = sheet.sections[0].rows[0]
        for m, side in zip(c.maps, (row.left, row.right), strict=True):
            held = finding.sides.get(m.id) or Side(None)
            shown = sorted(item.statement for item in side if isinstance(item, Passage))
            assert shown == sorted(s.id for s in held.statements if held.position)
            assert not [item for item in side if isinstance(item, Remark) and item.text.startswith("+ ")]
