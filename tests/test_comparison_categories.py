"""Every category by a small case, with the sentence it is told in."""

import pytest
from comparison_cases import BOOK, a_map, two

from argmap.comparison import CATEGORIES, compare
from argmap.comparison.records import Finding, Group
from argmap.errors import ArgmapError
from argmap.model import ArgumentMap

HOLDS = "x: {says: {holds: p}}"
DENIES = "x: {says: {denies: p}}"
ASKS = "x: {says: {questions: p}}"

STANCES = [
    (
        "internal-tension",
        "x: {says: {holds: p}}\ny: {says: {denies: p}}",
        HOLDS,
        "A both holds and denies that the lane pays.",
    ),
    ("one-sided", HOLDS, "", "Only A holds that the lane pays; B's map has nothing on it."),
    ("one-sided", "", DENIES, "Only B denies that the lane pays; A's map has nothing on it."),
    ("one-sided", ASKS, "", "Only A leaves open whether the lane pays; B's map has nothing on it."),
    (
        "one-sided",
        "x: {says: {holds: p}, when: 2017}\ny: {says: {denies: p}, when: 2018}",
        "",
        "Only A varies on whether the lane pays (2017 and 2018); B's map has nothing on it.",
    ),
    ("agree-both-open", ASKS, ASKS, "Both leave open whether the lane pays."),
    ("stance-open-vs-committed", HOLDS, ASKS, "A holds that the lane pays; B leaves it open."),
    ("stance-open-vs-committed", ASKS, DENIES, "B denies that the lane pays; A leaves it open."),
    ("stance-contradiction", HOLDS, DENIES, "A holds that the lane pays; B denies it."),
    (
        "stance-contradiction",
        "x: {says: {denies: p}, certainty: likely}",
        "x: {says: {holds: p}, certainty: possible}",
        "A denies that the lane pays (likely); B holds it (possible).",
    ),
    (
        "stance-different-scope",
        "x: {says: {holds: p}, when: 2017}",
        "x: {says: {denies: p}, when: 2018}",
        "A and B answer differently on whether the lane pays, by time.",
    ),
    (
        "stance-different-scope",
        "x: {says: {holds: p}, where: hills}",
        "x: {says: {denies: p}, where: harbour, when: 2018}",
        "A and B answer differently on whether the lane pays, by place.",
    ),
    (
        "stance-different-scope",  # the exception is excused, as both hold the rule
        HOLDS,
        "x: {says: {holds: p}, where: hills}\ny: {says: {denies: p}, where: harbour}",
        "A and B answer differently on whether the lane pays, by place.",
    ),
    (
        "agree-different-scope",
        "x: {says: {holds: p}, when: 2017}",
        "x: {says: {holds: p}, when: 2018-05/.., where: harbour}",
        None,
    ),
    (
        "agree-different-scope",
        "x: {says: {denies: p}, when: 2017}",
        "x: {says: {denies: p}, when: 2018, where: harbour}",
        "Both deny that the lane pays, A of 2017, B of 2018 in harbour.",
    ),
    (
        "agree-different-scope",
        "x: {says: {denies: p}, when: 2017}\ny: {says: {holds: p}, when: 2018}",
        "x: {says: {denies: p}, when: 2019}\ny: {says: {holds: p}, when: 2020}",
        "Both vary alike on whether the lane pays, A of 2017 and 2018, B of 2019 and 2020.",
    ),
    (
        "stance-hedged",
        "x: {says: {holds: p}, certainty: possible}",
        "x: {says: {denies: p}, certainty: possible}",
        "A says that it may be that the lane pays, B that it may not be; both can be right.",
    ),
    (
        "stance-conditional",
        "x: {says: {holds: p}, if: [y]}\ny: {says: {holds: q}}",
        DENIES,
        "A holds that the lane pays, B denies it; a clash only if the street is quiet.",
    ),
    (
        "agree-different-reasons",
        "x: {says: {holds: p}, because: [y]}\ny: {says: {holds: q}}",
        "x: {says: {holds: p}, because: [y]}\ny: {says: {holds: r}}",
        "Both hold that the lane pays, for different reasons.",
    ),
    (
        "agree-different-reasons",
        "x: {says: {denies: p}, certainty: likely, sources: [s]}",
        "x: {says: {denies: p}, certainty: likely, sources: [t]}",
        "Both deny that the lane pays (likely), for different reasons.",
    ),
    (
        "agree-shared-reasons",
        "x: {says: {holds: p}, because: [y]}\ny: {says: {holds: q}}",
        "x: {says: {holds: p}, because: [y, z]}\ny: {says: {holds: q}}\nz: {says: {holds: r}}",
        "Both hold that the lane pays, partly for the same reasons.",
    ),
    (
        "agree-different-strength",
        HOLDS,
        "x: {says: {holds: p}, certainty: possible}",
        "Both hold that the lane pays; B only as possible.",
    ),
    (
        "agree-different-strength",
        HOLDS,
        "x: {says: {holds: p}, if: [y]}\ny: {says: {holds: q}}",
        "Both hold that the lane pays; B only if the street is quiet.",
    ),
    (
        "agree-different-strength",
        "x: {says: {holds: p}, certainty: likely}",
        "x: {says: {holds: p}, if: [y]}\ny: {says: {denies: q}}",
        "Both hold that the lane pays; A only as likely, B only if not: the street is quiet.",
    ),
    (
        "agree-same-reasons",
        "x: {says: {holds: p}, because: [y]}\ny: {says: {holds: q}}",
        "x: {says: {holds: p}, because: [y]}\ny: {says: {holds: q}}",
        "Both hold that the lane pays, for the same reasons.",
    ),
    ("agree-unargued", HOLDS, HOLDS, "Both hold that the lane pays; neither gives a reason."),
    (
        "agree-unargued",
        "x: {says: {denies: p}, sources: [s]}",
        DENIES,
        "Both deny that the lane pays; only A gives a reason.",
    ),
]


def c(effect: str, causes: str = "c", **more: object) -> str:
    main = ", main: true" if more.get("main") else ""
    return f"{{says: {{cause: [{causes}], {effect}: e{main}}}, certainty: {more.get('certainty', 'asserted')}}}"


EXPLANATIONS = [
    ("internal-tension", f"x: {c('raises')}\ny: {c('unrelated')}", "", "A gives a lane two effects on custom."),
    (
        "internal-tension",
        f"x: {c('raises')}\ny: {c('lowers')}",
        f"x: {c('raises')}\ny: {c('lowers')}",
        "A gives a lane two effects on custom; B gives a lane two effects on custom.",
    ),
    ("one-sided", f"x: {c('raises')}", "", "Only A explains custom, by a lane; B's map has nothing on it."),
    (
        "one-sided",
        "",
        f"x: {c('lowers', certainty='likely')}\ny: {c('raises', 'd, x')}",
        "Only B explains custom, by a lane (lowers, likely), fewer spaces (raises) and rain (raises);"
        " A's map has nothing on it.",
    ),
    (
        "explanation-opposite-effects",
        f"x: {c('raises')}",
        f"x: {c('lowers')}",
        "A says that a lane raises custom, B that it lowers custom.",
    ),
    (
        "explanation-opposite-effects",
        f"x: {c('raises', certainty='likely')}",
        f"x: {c('unrelated')}",
        "A says that a lane raises custom (likely), B that it has no effect.",
    ),
    (
        "explanation-opposite-effects",
        f"x: {c('unrelated')}",
        f"x: {c('lowers')}",
        "A says that a lane has no effect on custom, B that it lowers custom.",
    ),
    (
        "explanation-different-causes",
        f"x: {c('raises')}",
        f"x: {c('raises', 'd')}",
        "A explains custom by a lane, B by fewer spaces.",
    ),
    (
        "explanation-different-causes",  # what both deny an effect explains nothing
        f"x: {c('unrelated')}\ny: {c('raises', 'd')}",
        f"x: {c('unrelated')}\ny: {c('raises', 'x')}",
        "A explains custom by fewer spaces (raises) and not by a lane, B by rain (raises) and not by a lane.",
    ),
    (
        "explanation-different-main-cause",
        f"x: {c('raises')}\ny: {c('raises', 'd', main=1)}",
        f"x: {c('raises', main=1)}",
        "A puts fewer spaces first for custom, B a lane; both name a lane.",
    ),
    (
        "explanation-same-causes-different-weight",
        f"x: {c('raises')}\ny: {c('raises', 'd', main=1)}",
        f"x: {c('raises', main=1)}\ny: {c('raises', 'd, x')}",
        "Both explain custom by a lane and fewer spaces; A puts fewer spaces first, B a lane.",
    ),
    (
        "explanation-same-causes-different-weight",
        f"x: {c('raises')}",
        f"x: {c('raises', main=1)}",
        "Both explain custom by a lane; B puts a lane first, A none.",
    ),
    (
        "explanation-some-shared-causes",
        f"x: {c('raises')}\ny: {c('lowers', 'd')}",
        f"x: {c('raises')}",
        "Both explain custom by a lane (raises); only A adds fewer spaces (lowers).",
    ),
    (
        "explanation-some-shared-causes",
        f"x: {c('raises')}\ny: {c('raises', 'd')}",
        f"x: {c('raises', 'x, c')}",
        "Both explain custom by a lane; only A adds fewer spaces, only B rain.",
    ),
    (
        "explanation-some-shared-causes",
        f"x: {c('raises')}\ny: {{says: {{cause: d, raises: e}}, when: 2017}}",
        f"x: {c('raises')}\ny: {{says: {{cause: d, raises: e}}, when: 2018}}",
        "Both explain custom by a lane; only A adds fewer spaces (2017), only B fewer spaces (2018).",
    ),
    (
        "explanation-some-shared-causes",
        f"x: {c('raises')}\ny: {{says: {{cause: [d, x], raises: e}}, when: 2017}}",
        f"x: {c('raises')}\ny: {{says: {{cause: d, raises: e}}, when: 2018}}",
        "Both explain custom by a lane; only A adds fewer spaces (2017) and rain, only B fewer spaces (2018).",
    ),
    (
        "explanation-same",
        f"x: {c('raises', 'd, c', certainty='likely')}",
        f"x: {c('raises', 'c, d', certainty='likely')}",
        "Both explain custom by a lane (likely) and fewer spaces (likely).",
    ),
]


def r(*roles: str, **more: str) -> str:
    says = ", ".join(f"{{actor: council, role: {role.strip('*')}, main: {str('*' in role).lower()}}}" for role in roles)
    return f"{{says: [{says}], quote: so, certainty: {more.get('certainty', 'asserted')}}}"


ROLES = [
    ("internal-tension", f"x: {r('ally', 'adversary')}", "", "A casts the council as both ally and adversary."),
    (
        "one-sided",
        f"x: {r('ally', 'leader')}",
        "",
        "Only A casts the council as ally and leader; B's map has nothing on it.",
    ),
    (
        "role-incompatible",
        f"x: {r('ally', certainty='likely')}",
        f"x: {r('adversary')}",
        "A casts the council as ally (likely), B as adversary; it cannot be both.",
    ),
    (
        "role-opposed",  # possible is too weak to exclude the other
        f"x: {r('ally', certainty='possible')}",
        f"x: {r('adversary')}",
        "A casts the council as ally (possible), B as adversary; these parts pull in opposite directions.",
    ),
    ("role-different", f"x: {r('ally')}", f"x: {r('leader')}", "A casts the council as ally, B as leader."),
    (
        "role-different",
        "x: {quote: q, says: {actor: council, role: ally, toward: [shops]}}",
        "x: {quote: q, says: {actor: council, role: rival, toward: [riders]}}",
        "A casts the council as ally, B as rival.",
    ),
    (
        "role-some-shared-roles",
        f"x: {r('ally', 'leader')}",
        f"x: {r('ally')}",
        "Both cast the council as ally; only A also as leader.",
    ),
    (
        "role-some-shared-roles",
        f"x: {r('ally', 'leader')}",
        f"x: {r('patron', 'ally')}",
        "Both cast the council as ally; only A also as leader, only B as patron.",
    ),
    (
        "role-some-shared-roles",
        "x: {quote: q, says: [{actor: council, role: ally, toward: [shops]}, {actor: council, role: leader}]}",
        "x: {quote: q, says: [{actor: council, role: ally, toward: [riders]}, {actor: council, role: leader}]}",
        "Both cast the council as leader; only A also as ally toward shopkeepers, only B as ally toward cyclists.",
    ),
    (
        "role-same-roles-different-weight",
        f"x: {r('ally*', 'leader')}",
        f"x: {r('leader', 'ally')}",
        "Both cast the council as ally and leader; A puts ally first, B none.",
    ),
    ("role-same", f"x: {r('ally')}", f"x: {r('ally')}", "Both cast the council as ally."),
]

EVIDENCE = [
    (
        "one-sided",
        "x: {says: {holds: p}, sources: [s]}",
        "",
        "Only A uses “The Survey” for the lane pays; B's map has nothing on it.",
    ),
    (
        "evidence-same-use",
        "x: {says: {denies: p}, sources: [s]}",
        "x: {says: {denies: p}, sources: [s]}",
        "Both use “The Survey” for not: the lane pays.",
    ),
    (
        "evidence-opposite-use",
        "x: {says: {holds: p}, sources: [s]}",
        "x: {says: [{denies: p}, {holds: q}], sources: [s]}",
        "A and B use “The Survey” on opposite sides: A for the lane pays, B for not: the lane pays.",
    ),
    (
        "evidence-opposite-use",
        f"x: {c('raises')[:-1]}, sources: [s]}}",
        f"x: {c('lowers')[:-1]}, sources: [s]}}",
        "A and B use “The Survey” on opposite sides: A for a lane → custom (raises), B for a lane → custom (lowers).",
    ),
    (
        "evidence-opposite-use",
        f"x: {r('ally')[:-1]}, sources: [s]}}",
        f"x: {r('adversary')[:-1]}, sources: [s]}}",
        "A and B use “The Survey” on opposite sides: A for the council as ally, B for the council as adversary.",
    ),
    (
        "evidence-some-shared-use",
        "x: {says: {holds: p}, sources: [s]}",
        "x: {says: [{questions: q}, {holds: p}], sources: [s]}",
        "Both use “The Survey” for the lane pays; only B also for whether the street is quiet.",
    ),
    (
        "evidence-different-use",  # an uncoded citation speaks for what it supports, else for itself
        "t: {says: {holds: p}, because: [m]}\nm: {because: [x]}\nx: {sources: [s]}",
        "x: {text: Rain fell., sources: [s]}",
        "“The Survey” serves different points: for A, the lane pays; for B, rain fell.",
    ),
]

LINKS = [
    (
        "stance-incompatible",
        "holds: p",
        "holds: q",
        {"p": {"contrary": ["q"]}},
        "A holds that p, B that q; both cannot be right.",
    ),
    (
        "stance-incompatible",
        "denies: p",
        "holds: q",
        {"p": {"narrower": ["q"]}},
        "A denies that p, B holds that q; both cannot be right.",
    ),
    (
        "agree-implied",
        "holds: p",
        "denies: q",
        {"p": {"contrary": ["q"]}},
        "A holds that p, which implies what B holds: not: q.",
    ),
    (
        "agree-implied",
        "denies: p",
        "holds: q",
        {"q": {"contrary": ["p"]}},
        "B holds that q, which implies what A holds: not: p.",
    ),
    (
        "agree-implied",
        "holds: p",
        "holds: q",
        {"p": {"narrower": ["q"]}},
        "B holds that q, which implies what A holds: p.",
    ),
    (
        "agree-implied",
        "denies: p",
        "denies: q",
        {"p": {"narrower": ["q"]}},
        "A denies that p, which implies what B holds: not: q.",
    ),
    (
        "stance-different-claims",
        "denies: p",
        "denies: q",
        {"p": {"contrary": ["q"]}},
        "A denies that p, B that q; both can be right.",
    ),
    (
        "stance-different-claims",
        "holds: p",
        "denies: q",
        {"p": {"narrower": ["q"]}},
        "A holds that p, B denies that q; both can be right.",
    ),
]

GROUPS: dict[str, Group] = {"=": "agree", "≈": "agree-but", "≠": "diverge", "!": "conflict"}


def finding(maps: tuple[ArgumentMap, ArgumentMap], id: str) -> Finding:  # noqa: A002
    return next(f for f in compare(maps).findings if f.id == id)


@pytest.mark.parametrize(("category", "left", "right", "sentence"), STANCES)
def test_stances(category: str, left: str, right: str, sentence: str | None) -> None:
    found = finding(two(left, right), "stance:p")
    assert found.category == category
    assert sentence is None or found.sentence == sentence


@pytest.mark.parametrize(("category", "left", "right", "sentence"), EXPLANATIONS)
def test_explanations(category: str, left: str, right: str, sentence: str) -> None:
    found = finding(two(left, right), "explanation:e")
    assert (found.category, found.sentence) == (category, sentence)


@pytest.mark.parametrize(("category", "left", "right", "sentence"), ROLES)
def test_roles(category: str, left: str, right: str, sentence: str) -> None:
    found = finding(two(left, right), "role:council")
    assert (found.category, found.sentence) == (category, sentence)


@pytest.mark.parametrize(("category", "left", "right", "sentence"), EVIDENCE)
def test_evidence(category: str, left: str, right: str, sentence: str) -> None:
    found = finding(two(left, right), "evidence:s")
    assert (found.category, found.sentence) == (category, sentence)


@pytest.mark.parametrize(("category", "left", "right", "links", "sentence"), LINKS)
def test_linked_stances_are_one_finding(
    category: str, left: str, right: str, links: dict[str, dict[str, list[str]]], sentence: str
) -> None:
    book = {"id": "book", "propositions": {key: {"text": key} | links.get(key, {}) for key in ("p", "q")}}
    maps = two(f"x: {{says: {{{left}}}}}", f"x: {{says: {{{right}}}}}", book=book)
    (found,) = compare(maps).findings
    assert (found.id, found.category, found.sentence) == ("stance:p~q", category, sentence)
    assert [b.key for b in found.basis] == ["p", "q"]
    (mirrored,) = compare(maps[::-1]).findings
    assert (mirrored.id, mirrored.category) == ("stance:p~q", category)


def test_every_category_is_reached_by_a_case_here() -> None:
    cases = [*STANCES, *EXPLANATIONS, *ROLES, *EVIDENCE, *LINKS]
    assert {case[0] for case in cases} == set(CATEGORIES)
    assert len(CATEGORIES) == 33


def test_a_reviewed_absence_is_called_silence() -> None:
    a, b = two(HOLDS, "", coverage="complete")
    (found,) = compare([a, b]).findings
    assert (found.sentence, found.flags) == ("Only A holds that the lane pays; B is silent.", ("standalone",))


def test_several_authors_hold_and_one_holds() -> None:
    both = a_map("m", HOLDS, article={"authors": ["Ana Ruiz", "Bo Lee"]})
    many = a_map("n", DENIES, article={"authors": ["Dev Patel", "Eve Fox", "Kim Go"]})
    (found,) = compare([both, many]).findings
    assert found.sentence == "Ruiz & Lee hold that the lane pays; Patel et al. deny it."


def test_maps_of_one_name_are_called_by_their_ids() -> None:
    maps = [a_map(name, HOLDS, article={"authors": ["Ana Ruiz"]}) for name in ("early", "late")]
    assert [m.name for m in compare(maps).maps] == ["early", "late"]


@pytest.mark.parametrize("n", [0, 1])
def test_a_comparison_takes_two_maps_or_more(n: int) -> None:
    with pytest.raises(ArgmapError, match=rf"a comparison takes two maps or more; there (is|are) {n} here"):
        compare([a_map(f"m{i}", HOLDS) for i in range(n)])


def test_the_codebooks_question_heads_the_finding_and_is_made_up_where_there_is_none() -> None:
    book = BOOK | {"factors": {"c": "A lane", "e": {"text": "Custom", "question": "Why do people come?"}}}
    maps = two(
        "x: {says: [{holds: p}, {cause: c, raises: e}], sources: [s]}\ny: {says: {actor: council, role: ally}}",
        "",
        book=book,
    )
    assert {f.id: f.question for f in compare(maps).findings} == {
        "stance:p": "Is it right that the lane pays?",
        "explanation:e": "Why do people come?",
        "role:council": "What part does the council play?",
        "evidence:s": "What does “The Survey” show?",
    }
    (found,) = (f for f in compare(two("x: {says: {cause: c, raises: e}}", "")).findings)
    assert found.question == "What explains custom?"
