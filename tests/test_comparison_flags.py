"""Flags and their notes, each by a small case; a case names all flags its finding has."""

import pytest
from comparison_cases import BOOK, two

from argmap.comparison import compare
from argmap.comparison.flags import FLAGS
from argmap.comparison.records import Finding

T = "t: {type: thesis, says: {holds: p}}"


def finding(left: str, right: str, id: str = "stance:p", **fields: object) -> Finding:  # noqa: A002
    return next(f for f in compare(two(left, right, **fields)).findings if f.id == id)


STANCES = [
    (["certainty"], "t: {says: {holds: p}, certainty: likely}", "t: {says: {denies: p}}", ["A: likely. B: asserted."]),
    (
        ["conditional"],
        "t: {says: {holds: p}, if: [k]}\nk: {says: {holds: q}}",
        "t: {says: {denies: p}}",
        ["A: only if the street is quiet."],
    ),
    (
        ["conditional"],  # the same condition is none between them, another one is
        "t: {says: {holds: p}, if: [k]}\nk: {says: {holds: q}}",
        "t: {says: {denies: p}, if: [k]}\nk: {says: {holds: r}}",
        ["A: only if the street is quiet. B: only if buses run on time."],
    ),
    (
        [],
        "t: {says: {holds: p}, if: [k]}\nk: {says: {holds: q}}",
        "t: {says: {denies: p}, if: [k]}\nk: {says: {holds: q}}",
        [],
    ),
    (
        ["conditional"],  # the other map asserts the condition, so they clash; still one side made it
        "t: {says: {holds: p}, if: [k]}\nk: {says: {holds: q}}",
        "t: {says: {denies: p}}\nk: {says: {holds: q}}",
        ["A: only if the street is quiet."],
    ),
    (
        ["conditional"],
        "t: {says: {holds: p}, if: [k]}\nu: {says: {holds: p}}\nk: {says: {holds: q}}",
        "t: {says: {holds: p}}",
        ["A: in part only if the street is quiet."],
    ),
    (["scope"], "t: {says: {holds: p}, when: 2017}", "t: {says: {denies: p}}", ["A: 2017. B: in general."]),
    (
        ["scope"],
        "t: {says: {holds: p}, when: 2017}\nu: {says: {denies: p}, when: 2019}",
        "t: {says: {holds: p}, when: 2017}",
        ["A: 2017 and 2019. B: 2017."],
    ),
    (
        ["emphasis"],
        T,
        "o: {type: thesis, because: [t]}\nt: {says: {holds: p}}",
        ["A: a thesis. B: 1 step from the thesis."],
    ),
    (
        ["emphasis"],
        "o: {type: thesis, because: [t]}\nt: {says: {denies: p}}",
        "o: {type: thesis, because: [m]}\nm: {but: [n]}\nn: {because: [t]}\nt: {says: {denies: p}}",
        ["A: 1 step from the thesis. B: 3 steps from the thesis."],
    ),
    (
        [],
        "o: {type: thesis, because: [t]}\nt: {says: {denies: p}}",
        "o: {type: thesis, because: [m]}\nm: {because: [t]}\nt: {says: {denies: p}}",
        [],
    ),
    (
        [],  # what hangs on no thesis is told last, and is not for that far from one
        "o: {type: thesis, because: [m]}\nm: {because: [n]}\nn: {}\nt: {says: {holds: p}}",
        T,
        [],
    ),
    (
        [],
        "o: {type: thesis, because: [t]}\nt: {says: {denies: p}}",
        "o: {type: thesis, because: [m]}\nm: {because: [n]}\nn: {}\nt: {says: {denies: p}}",
        [],
    ),
    (
        ["emphasis"],  # of several statements those count that hang on one
        "o: {type: thesis, because: [m]}\nm: {because: [t]}\nt: {says: {holds: p}}\nu: {says: {holds: p}}",
        T,
        ["A: 2 steps from the thesis. B: a thesis."],
    ),
    (
        ["shared-source"],
        "t: {says: {holds: p}, sources: [s, t]}",
        "t: {says: {denies: p}, sources: [t]}",
        ["Both cite “Traffic Count”."],
    ),
    (
        ["concedes"],
        "t: {says: {holds: p}, but: [o]}\no: {says: {holds: q}}",
        "t: {says: {denies: p}, because: [o]}\no: {says: {holds: q}}",
        ["A concedes a ground of B's: the street is quiet."],
    ),
    (
        [],  # what a map lets others object, it does not concede
        "t: {says: {holds: p}, but: [o]}\no: {says: {holds: q}, voice: riders}",
        "t: {says: {denies: p}, because: [o]}\no: {says: {holds: q}}",
        [],
    ),
    (
        ["undercut"],
        "t: {says: {holds: p}, because: [m]}\nm: {because: [{premises: [n], unless: [u]}]}\nn: {}\n"
        "u: {says: {holds: q}}",
        "t: {says: {denies: p}}\nu: {says: {holds: q}}",
        ["B asserts what would undo a step of A's: the street is quiet."],
    ),
    (
        [],
        "t: {says: {holds: p}, because: [{premises: [n], unless: [u]}]}\nn: {}\nu: {says: {holds: q}}",
        "t: {says: {denies: p}}\nu: {says: {holds: q}, if: [k]}\nk: {}",
        [],
    ),
    (
        ["undercut"],  # whoever raises the doubt
        "t: {says: {holds: p}, because: [{premises: [n], unless: [u]}]}\nn: {}\nu: {voice: riders, says: {holds: q}}",
        "t: {says: {denies: p}}\nu: {says: {holds: q}}",
        ["B asserts what would undo a step of A's: the street is quiet."],
    ),
    (
        ["linked-differently"],
        "t: {says: {holds: p}, because: [a, b]}\na: {says: {holds: q}}\nb: {says: {holds: r}}",
        "t: {says: {holds: p}, because: [[a, b]]}\na: {says: {holds: q}}\nb: {says: {holds: r}}",
        ["The same premises, linked differently."],
    ),
    (
        ["indirect"],
        "t: {says: {holds: p}, because: [a]}\na: {says: {holds: q}, because: [b]}\nb: {says: {holds: r}}",
        "t: {says: {holds: p}, because: [b]}\nb: {says: {holds: r}}",
        ["Only A: the street is quiet.", "The reasons meet only further down: buses run on time."],
    ),
    (
        ["assumed"],
        "t: {type: assumption, says: {holds: p}}",
        "t: {says: {denies: p}}",
        ["A only assumes it."],
    ),
    (
        ["assumed"],
        "t: {type: assumption, says: {holds: p}}",
        "t: {type: assumption, says: {denies: p}}",
        ["A and B only assume it."],
    ),
    (
        ["reported", "standalone", "provisional"],
        T,
        "t: {says: {holds: p}, voice: council}\nu: {says: {denies: p}, voice: A Mayor}",
        [
            "B reports the council as holding it, A Mayor as denying it.",
            "It carries no point on which the maps agree or differ.",
            "B's map is partial: what it does not map is not denied.",
        ],
    ),
    (
        ["provisional"],
        "t: {says: {holds: p}, because: [u]}\nu: {text: Tills ring.}",
        "t: {says: {holds: p}, because: [v]}\nv: {says: {holds: q}}",
        [
            "Only A: tills ring.",
            "Only B: the street is quiet.",
            "An unshared reason is uncoded, so it may turn out to be shared: tills ring.",
        ],
    ),
    (
        ["provisional"],
        "t: {says: {holds: p}, because: [u]}\nu: {text: Tills ring., voice: shops}",
        "t: {says: {holds: p}, because: [v]}\nv: {says: {holds: q}}",
        [
            "Only A: tills ring (according to shopkeepers).",
            "Only B: the street is quiet.",
            "An unshared reason is uncoded, so it may turn out to be shared: tills ring (according to shopkeepers).",
        ],
    ),
]


@pytest.mark.parametrize(("flags", "left", "right", "notes"), STANCES)
def test_flags_of_stances(flags: list[str], left: str, right: str, notes: list[str]) -> None:
    found = finding(left, right)
    assert (list(found.flags), list(found.notes)) == (flags, notes)


ONE_SIDED = [
    ("unanswered", "t: {says: {holds: p}, because: [m]}\nm: {because: [x]}\nx: {says: {holds: q}}"),
    (
        "unanswered",
        "t: {says: {holds: p}, because: [m]}\nm: {}\nx: {says: {holds: q}}\ny: {because: [x], says: {holds: p}}",
    ),
    ("complementary", "t: {says: {holds: r}, because: [x]}\nx: {says: {holds: q}}"),
    ("unanswered", "t: {says: [{holds: r}, {holds: p}], because: [x]}\nx: {says: {holds: q}}"),
    ("standalone", "t: {says: {holds: p}, but: [x]}\nx: {says: {holds: q}}"),
]


@pytest.mark.parametrize(("flag", "left"), ONE_SIDED)
def test_what_one_map_has_alone_carries_a_difference_an_agreement_or_neither(flag: str, left: str) -> None:
    right = "t: {says: {denies: p}}\nu: {says: {holds: r}}"
    assert finding(left, right, "stance:q").flags == (flag, "provisional")


def test_a_source_carries_the_statement_that_cites_it() -> None:
    right = "t: {says: {denies: p}}\nu: {says: {holds: r}}"
    cited = {
        "unanswered": "t: {says: {holds: p}, sources: [s]}",
        "complementary": "t: {says: {holds: r}, sources: [s]}",
        "standalone": "t: {says: {holds: q}, sources: [s]}",
    }
    found = {flag: finding(left, right, "evidence:s").flags for flag, left in cited.items()}
    assert found == {flag: (flag, "provisional") for flag in cited}


def test_going_on_from_equal_entries_reaches_what_stands_elsewhere() -> None:
    left = """
        t: {says: {holds: p}, because: [m]}
        m: {says: {holds: r}}
        n: {says: {holds: r}, because: [x]}
        x: {says: {holds: q}}
    """
    assert finding(left, "t: {says: {denies: p}}", "stance:q").flags[0] == "unanswered"


def test_a_map_that_only_reports_something_is_not_said_to_have_nothing_on_it() -> None:
    reporting = "t: {says: {holds: p}, voice: council, sources: [s]}"
    said = "Only A holds that the lane pays; B's map only reports it."
    assert finding(T, reporting).sentence == said
    assert finding(T, reporting, coverage="complete").sentence == said
    cited = finding("t: {type: thesis, says: {holds: p}, sources: [s]}", reporting, "evidence:s")
    assert cited.sentence == "Only A uses “The Survey” for the lane pays; B's map only reports it."


def test_a_complete_map_makes_an_absence_final() -> None:
    assert finding(T, "", coverage="complete").flags == ("standalone",)


def test_a_linked_finding_carries_flags_too() -> None:
    book = BOOK | {"propositions": {"p": {"text": "P", "contrary": ["q"]}, "q": "Q", "r": "R"}}
    left = "t: {says: {holds: p}, certainty: likely, because: [m], sources: [s]}\nm: {says: {holds: r}}"
    right = "t: {says: {holds: q}, sources: [s], but: [m]}\nm: {says: {holds: r}}"
    found = finding(left, right, "stance:p~q", book=book)
    assert found.sentence == "A holds that p (likely), B that q; both cannot be right."
    assert found.flags == ("certainty", "shared-source", "concedes")
    assert (found.shared, found.only) == (("source:s",), {"a": ("holds:r",), "b": ()})
    assert found.rule == "stance-incompatible: holds:p and holds:q, which are linked"
    assert found.question == "Is it right that p, or that q?"


def cause(causes: str, effect: str = "e", **more: str) -> str:
    rest = "".join(f", {key}: {value}" for key, value in more.items())
    return f"{{says: {{cause: [{causes}], raises: {effect}}}{rest}}}"


def test_flags_of_explanations() -> None:
    sure = finding(f"x: {cause('c, d')}", f"x: {cause('c', certainty='likely')}", "explanation:e")
    assert (sure.category, sure.flags) == ("explanation-some-shared-causes", ("certainty",))
    assert sure.notes == ("Only A: fewer spaces.", "A lane: A asserted, B likely.")
    apart = finding(f"x: {cause('c')}", f"x: {cause('d', certainty='likely')}", "explanation:e")
    assert (apart.flags, apart.notes) == (("certainty",), ("A: asserted. B: likely.",))
    through = finding(f"x: {cause('x')}\ny: {cause('x', 'd')}", f"x: {cause('d')}", "explanation:e")
    assert (through.flags, through.notes) == (
        ("indirect",),
        ("Part of it acts indirectly: rain through fewer spaces.",),
    )
    lowers = "x: {says: [{cause: c, raises: e}, {cause: d, lowers: e}]}"
    assert finding(lowers, f"x: {cause('c')}", "explanation:e").notes == ("Only A: fewer spaces (lowers).",)


def test_flags_of_roles() -> None:
    left = "x: {says: [{actor: council, role: ally}, {actor: council, role: leader}], quote: so}"
    right = "x: {says: {actor: council, role: ally}, certainty: possible, quote: so, when: 2017}"
    found = finding(left, right, "role:council")
    assert (found.category, found.flags) == ("role-some-shared-roles", ("certainty", "scope"))
    assert found.notes == ("Only A: leader.", "Ally: A asserted, B possible.", "A: in general. B: 2017.")


def test_the_sureness_of_unlike_roles_is_that_of_the_main_ones() -> None:
    left = """
        x: {says: {actor: council, role: ally, main: true}, certainty: likely}
        y: {says: {actor: council, role: leader}}
    """
    right = "x: {says: {actor: council, role: rival}, certainty: likely}"
    assert finding(left, right, "role:council").flags == ()


def test_every_flag_is_raised_by_a_case_here() -> None:
    raised = {flag for flags, *_ in STANCES for flag in flags} | {flag for flag, _ in ONE_SIDED}
    assert raised | {"linked"} == set(FLAGS)  # that one has a page of its own: test_comparison_linked_silence
    assert list(FLAGS)[:3] == ["certainty", "conditional", "scope"]


RULES = [
    (T, "t: {says: {questions: p}}", "stance-open-vs-committed: {holds} against {questions}"),
    (T, "t: {says: {denies: p}}", "stance-contradiction: {holds} against {denies}, scopes overlap, no condition open"),
    (
        "t: {says: {holds: p}}",
        "t: {says: {holds: p}}\nu: {says: {denies: p}, when: 2017, if: []}\nv: {says: {questions: p}}",
        "internal-tension: {holds:p against denies:p}",
    ),
    (
        "t: {says: {holds: p}}",
        "t: {says: {holds: p}, when: 2018}\nu: {says: {denies: p}, when: 2017}",
        "stance-different-scope: {holds} against {denies, holds}, excused as an exception",
    ),
    (
        "t: {says: {holds: p}, when: 2018}",
        "t: {says: {denies: p}, when: 2017}",
        "stance-different-scope: {holds} against {denies}, no scopes overlap",
    ),
    (
        "t: {says: {holds: p}, if: [k]}\nk: {says: {holds: q}}",
        "t: {says: {denies: p}}",
        "stance-conditional: {holds} against {denies}, open {holds:q}",
    ),
    (
        "t: {says: {holds: p}, if: [k], certainty: likely}\nk: {says: {holds: q}}",
        "t: {says: {holds: p}}",
        "agree-different-strength: {holds} against {holds}, likely under a condition against asserted",
    ),
    (
        "t: {says: {holds: p}, because: [a]}\na: {}",
        "t: {says: {holds: p}, because: [a, b]}\na: {}\nb: {}",
        "agree-different-reasons: {holds} against {holds}, 1 against 2 reasons, 0 entries shared",
    ),
    ("", T, "one-sided: b speaks, a does not"),
]


@pytest.mark.parametrize(("left", "right", "rule"), RULES)
def test_the_rule_names_its_operands(left: str, right: str, rule: str) -> None:
    assert finding(left, right).rule == rule


def test_the_rules_of_the_other_units_name_theirs() -> None:
    left = """
        t: {type: thesis, says: {cause: c, raises: e, main: true}, sources: [s]}
        r: {says: {actor: council, role: ally}, quote: so}
    """
    right = """
        t: {type: thesis, says: [{cause: c, raises: e}, {cause: d, lowers: e}], sources: [s]}
        r: {says: {actor: council, role: adversary}, quote: so}
    """
    assert {f.unit: f.rule for f in compare(two(left, right)).findings} == {
        "explanation": "explanation-some-shared-causes: causes {c} against {c, d}, matched {c}, main {c} against {}",
        "role": "role-incompatible: {ally against adversary}",
        "evidence": "evidence-some-shared-use: uses {raises:c>e} against {lowers:d>e, raises:c>e}",
    }
    clash = compare(two(left, left.replace("raises", "lowers").replace("ally", "leader"))).findings
    assert {f.unit: f.rule for f in clash} == {
        "explanation": "explanation-opposite-effects: {raises:c>e against lowers:c>e}",
        "role": "role-different: roles {ally} against {leader}, matched {}, main {ally} against {leader}",
        "evidence": "evidence-opposite-use: {raises:c>e against lowers:c>e}",
    }
