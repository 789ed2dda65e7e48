"""What coders agree on, layer by layer: which units there are, and which values."""

from collections import Counter
from itertools import combinations, permutations
from typing import TYPE_CHECKING, Any

import pytest
from comparison_cases import BOOK, a_map
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.comparison.alignment.correspondences import NO_TERM, PROPOSED, Correspondence, Predicate, Ref
from argmap.comparison.reliability import Coder, Reliability, coders, reliability, two_articles
from argmap.comparison.reliability.coders import one_article
from argmap.comparison.reliability.likeness import alike
from argmap.comparison.reliability.matching import Matching, Unit, match
from argmap.comparison.reliability.of_relations import _undrawn
from argmap.comparison.reliability.records import Layer
from argmap.model import ArgumentMap, Article

if TYPE_CHECKING:
    from argmap.comparison.reliability.figures import Row


def people(*statements: Any, **fields: Any) -> tuple[Coder, ...]:
    """Coders called a, b, c…, each with the statements of a map."""
    maps = [a_map(chr(97 + i), s, **fields) for i, s in enumerate(statements)]
    return coders(maps, [None] * len(maps))


def rows_of(*rows: tuple[str, Predicate, str | None], **fields: Any) -> list[Correspondence]:
    def ref(name: str) -> Ref:
        return Ref(*name.split(":"))

    return [Correspondence(ref(s), p, ref(o) if o else None, **fields) for s, p, o in rows]


def layer(r: Reliability, name: str, matching: str = "best") -> Layer:
    of = next((m for m in r.matched if m.kind == matching), r.matched[-1])
    return next(found for found in (*of.layers, *r.keyed) if found.name == name)


def groups(matching: Matching) -> list[tuple[str | None, ...]]:
    return [unit.members for unit in matching.units]


def values(found: Layer) -> list[tuple[Any, ...]]:
    """The values of the disagreements, in order."""
    return [tuple(d.values.values()) for d in found.disagreements]


class TestWhichStatementsAreOne:
    def test_equal_ids_declare_it_unless_ids_are_each_coders_own(self) -> None:
        who = people("{x: {}, y: {}}", "{x: {}, z: {}}")
        declared, _ = match(who, (), own_ids=False)
        assert groups(declared) == [("x", "x"), ("y", None), (None, "z")]
        assert [unit.how for unit in declared.units] == ["id", None, None]
        declared, _ = match(who, (), own_ids=True)
        assert groups(declared) == [("x", None), ("y", None), (None, "x"), (None, "z")]

    def test_an_accepted_row_goes_before_an_equal_id(self) -> None:
        who = people("{x: {text: Sun}, y: {text: Moon}}", "{x: {text: Rain}, z: {text: Hail}}")
        declared, best = match(who, rows_of(("a:x", "skos:exactMatch", "b:z")), own_ids=False)
        assert groups(declared) == groups(best) == [("x", "z"), ("y", None), (None, "x")]
        assert declared.units[0] == Unit(("x", "z"), "alignment")

    @pytest.mark.parametrize(
        "row",
        [
            *rows_of(("a:x", "skos:exactMatch", "b:x"), rejected=True),
            *rows_of(("a:x", "argmap:contradicts", "b:x")),
            *rows_of(("a:x", "skos:broadMatch", "b:x")),
            *rows_of(("a:x", "sssom:NoTermFound", None)),  # type: ignore[arg-type]
            *rows_of(("b:x", "sssom:NoTermFound", None), searched="a"),  # type: ignore[arg-type]
        ],
        ids=["refused", "opposite", "broader", "nowhere", "not in a"],
    )
    def test_what_people_decided_against_is_joined_by_neither_id_nor_likeness(self, row: Correspondence) -> None:
        who = people("{x: {text: The same words.}}", "{x: {text: The same words.}}")
        assert [groups(m) for m in match(who, [row], own_ids=False)] == [[("x", None), (None, "x")]] * 2

    @pytest.mark.parametrize("order", list(permutations(range(3))))
    def test_where_a_row_parts_two_of_one_id_the_third_is_not_given_to_whoever_comes_first(self, order: Any) -> None:
        maps = people("{x: {text: Sun}}", "{x: {text: Rain}}", "{x: {text: Hail}}")
        declared, _ = match([maps[i] for i in order], rows_of(("a:x", "argmap:contradicts", "b:x")), own_ids=False)
        assert declared.common == ()

    def test_proposals_relations_that_only_inform_and_other_maps_decide_nothing(self) -> None:
        who = people("{x: {text: Sun}}", "{y: {text: Rain}, z: {text: Hail}}")
        proposed = rows_of(("a:x", "skos:exactMatch", "b:y"), justification=PROPOSED)
        related = rows_of(("a:x", "argmap:related", "b:y"))
        elsewhere = rows_of(("a:x", "skos:exactMatch", "q:y"), ("a:x", NO_TERM, None), searched="q")  # type: ignore[arg-type]
        declared, _ = match(who, [*proposed, *related, *elsewhere], own_ids=False)
        assert groups(declared) == [("x", None), (None, "y"), (None, "z")]
        assert declared.passed_over == ()

    def test_a_row_that_would_join_two_statements_of_one_coder_is_passed_over_and_told(self) -> None:
        rows = rows_of(("a:x", "skos:exactMatch", "b:y"), ("a:x", "skos:exactMatch", "b:z"))
        who = people("{x: {text: Sun}}", "{y: {text: Rain}, z: {text: Hail}}")
        declared, _ = match(who, rows, own_ids=False)
        assert (groups(declared), declared.passed_over) == ([("x", "y"), (None, "z")], (rows[1],))
        told = [x.text for x in reliability(who, rows).remarks]
        assert "the row a:x = b:z is passed over: it would join two statements of one coder" in told

    def test_three_coders_make_one_unit_through_whatever_joins_them(self) -> None:
        who = people("{x: {text: Dogs bark at night.}}", "{x: {text: Dogs bark.}}", "{u: {text: At night dogs bark.}}")
        _, best = match(who, (), own_ids=False)
        assert [(unit.members, unit.how) for unit in best.units] == [(("x", "x", "u"), "likeness")]

    def test_likeness_is_of_words_quotations_and_places(self) -> None:
        one = {"text": "Buses are late", "quote": "the bus is always late", "at": "¶3"}
        two = {"text": "Buses are late", "quote": "always late", "at": ["¶1", "¶2-4"]}
        (found,) = alike(people({"x": one}, {"y": two}))
        assert found.score == 1.0
        (found,) = alike(people({"x": one | {"at": "p. 3"}}, {"y": two}))
        assert found.score == 0.8  # words 5/5, quotation 3/3, place 0/2
        (found,) = alike(people({"x": one | {"quote": "so late"}}, {"y": two}))
        assert found.score == 0.7  # words 5/5, quotation 0/3, place 2/2
        (found,) = alike(people({"x": {"text": "Buses are late"}}, {"y": two}))
        assert found.score == 1.0  # only the words can be compared

    def test_a_common_paragraph_alone_proves_nothing(self) -> None:
        assert list(alike(people({"x": {"text": "Sun", "at": "¶3"}}, {"y": {"text": "Rain", "at": "¶3"}}))) == []

    def test_a_common_quotation_joins_unlike_words(self) -> None:
        quote = {"quote": "they never come on time", "at": "¶3"}
        (found,) = alike(people({"x": {"text": "Sun", **quote}}, {"y": {"text": "Hail", **quote}}))
        assert found.score == 0.5

    def test_the_most_alike_are_joined_first(self) -> None:
        who = people("{x: {text: Old trams are slow}, y: {text: Old trams are slow and loud}}",
                     "{z: {text: Old trams are slow and loud}}")  # fmt: skip
        _, best = match(who, (), own_ids=False)
        assert groups(best) == [("x", None), ("y", "z")]


class TestStatements:
    def test_f1_is_by_pairs_and_their_mean(self) -> None:
        r = reliability(people("{x: {}, y: {}, z: {}}", "{x: {}}", "{}"), own_ids=False)
        found = layer(r, "statements", "declared")
        ab = found.pairs["a", "b"].overlap
        assert ab
        assert (ab.precision.value, ab.recall.value, ab.f1.value) == (1.0, 1 / 3, 0.5)
        assert found.pairs["b", "c"].overlap
        assert found.pairs["b", "c"].overlap.f1.value == 0.0
        assert found.f1
        assert found.f1.value == pytest.approx(1 / 6)
        assert found.alpha.value is found.kappa.value is found.agreement.value is None
        assert values(found) == [
            ("found", "found", "not found"),
            ("found", "not found", "not found"),
            ("found", "not found", "not found"),
        ]

    def test_who_has_not_found_a_statement_says_nothing_of_its_type(self) -> None:
        who = people(
            "{x: {type: thesis}, y: {type: claim}, z: {}}",
            "{x: {type: thesis}, y: {type: premise}, z: {}}",
            "{x: {type: claim}}",
        )
        found = layer(reliability(who), "types", "declared")
        # thesis 2, claim 1 | claim 1, premise 1 | premise 2: n = 7, values thesis 2, claim 2, premise 3.
        # D_o = (2 * 2 / 2 + 2 / 1) / 7 = 4/7; D_e = (49 - 4 - 4 - 9)/42 = 32/42; alpha = 1 - 4/7 * 42/32 = 1/4.
        assert (found.alpha.value, found.alpha.n) == (0.25, 3)
        assert values(found) == [("thesis", "thesis", "claim"), ("claim", "premise", None)]
        assert found.kappa.n == 1

    def test_certainty_is_ordinal_and_what_is_not_stated_is_asserted(self) -> None:
        who = people(
            "{x: {certainty: possible}, y: {}, z: {}}", "{x: {certainty: likely}, y: {certainty: asserted}, z: {}}"
        )
        found = layer(reliability(who), "certainty")
        assert (found.level, found.alpha.n, values(found)) == ("ordinal", 3, [("possible", "likely")])

    def test_a_voice_is_one_however_it_is_written(self) -> None:
        book = BOOK | {"actors": {"council": {"name": "the council", "aliases": ["City Hall"]}}}
        said = ["council", "The Council", "city hall", "Ann Lee", "ann-lee"]
        who = people(*({"x": {"voice": voice}} for voice in said), book=book)
        (found,) = layer(reliability(who), "voice").disagreements
        assert list(found.values.values()) == ["council", "council", "council", "ann lee", "ann lee"]

    def test_codes_are_sets_and_coders_without_any_take_no_part(self) -> None:
        who = people(
            "{x: {says: [{holds: p}, {holds: q}]}, y: {says: {cause: [c, d], raises: e}}}",
            "{x: {says: {holds: p}}, y: {says: {cause: [c, d], raises: e}}}",
            "{x: {}, y: {}}",
        )
        found = layer(reliability(who), "codes")
        assert found.coders == ("a", "b")
        assert values(found) == [(frozenset({"holds p", "holds q"}), frozenset({"holds p"}), None)]
        # delta = 1 - 1/2 * 2/3 = 2/3 of {p,q} and {p}; both disjoint with {cd}, which occurs twice. n = 4.
        # D_o = 2 * 2/3 / 4 = 1/3; D_e = 2 * (2/3 + 2 + 2)/12 = 7/9; alpha = 1 - 3/7.
        assert found.alpha.value == pytest.approx(4 / 7)

    @pytest.mark.parametrize(("left", "who"), [("{x: {says: {holds: p}}}", "only a"), ("{x: {}}", "no coder")])
    def test_with_one_coder_or_none_who_coded_there_is_no_figure(self, left: str, who: str) -> None:
        reason = f"{who} wrote 'says' on any statement"
        r = reliability(people(left, "{x: {}}"))
        for name in ("codes", "stances", "causes", "main-causes", "roles"):
            found = layer(r, name)
            assert (found.alpha.value, found.alpha.reason, found.kappa.reason) == (None, reason, reason)
            assert found.disagreements == ()


class TestRelations:
    def test_every_pair_of_common_statements_counts_drawn_or_not(self) -> None:
        who = people("{x: {because: [y], but: [z]}, y: {}, z: {}}", "{x: {because: [y, z]}, y: {}, z: {}}")
        found = layer(reliability(who), "relations")
        # 6 ordered pairs: none-none 4, because-because, but-because. n = 12: none 8, because 3, but 1.
        # D_o = 2/12; D_e = (144 - 64 - 9 - 1)/132 = 70/132; alpha = 1 - 1/6 * 132/70 = 48/70.
        assert found.alpha.n == 6
        assert found.alpha.value == pytest.approx(48 / 70)
        assert found.agreement.value == pytest.approx(5 / 6)
        assert values(found) == [("but", "because")]
        assert found.pairs["a", "b"].overlap
        assert found.pairs["a", "b"].overlap.f1.value == 0.5
        assert found.interval.reason == "the units share statements, so they are not independent of each other"

    def test_the_way_round_matters(self) -> None:
        found = layer(reliability(people("{x: {because: [y]}, y: {}}", "{x: {}, y: {because: [x]}}")), "relations")
        assert sorted(values(found)) == [("because", "none"), ("none", "because")]

    def test_doubts_and_conditions_are_relations_and_several_are_one_value(self) -> None:
        left = "{x: {because: [{premises: [y], unless: [z]}], but: [z], if: [w]}, y: {}, z: {}, w: {}}"
        found = layer(reliability(people(left, "{x: {}, y: {}, z: {}, w: {}}")), "relations")
        assert sorted(values(found)) == [("because", "none"), ("but+unless", "none"), ("if", "none")]

    def test_edges_to_what_the_other_has_not_found_lower_f1_alone(self) -> None:
        r = reliability(people("{x: {because: [y, u]}, y: {}, u: {}}", "{x: {because: [y]}, y: {}}"))
        found = layer(r, "relations", "declared")
        assert found.f1
        assert found.f1.value == pytest.approx(2 / 3)
        assert (found.alpha.value, found.disagreements) == (1.0, ())

    def test_linked_or_separate_is_asked_of_reasons_both_give(self) -> None:
        left, right = (
            "{x: {because: [[y, z], w]}, y: {}, z: {}, w: {}}",
            "{x: {because: [y, z, w]}, y: {}, z: {}, w: {}}",
        )
        found = layer(reliability(people(left, right)), "linking")
        # y+z linked/separate, y+w and z+w separate in both: n = 6: linked 1, separate 5. alpha = 1 - 2/6 * 30/10 = 0.
        assert (found.alpha.value, found.alpha.n, values(found)) == (0.0, 3, [("linked", "separate")])

    def test_schemes_are_asked_of_coders_who_name_any(self) -> None:
        def one(scheme: str | None) -> dict[str, Any]:
            return {"x": {"because": [{"premises": ["y"], **({"scheme": scheme} if scheme else {})}]}, "y": {}}

        found = layer(reliability(people(one("Expert opinion"), one("expert  opinion"), one(None))), "schemes")
        assert (found.coders, found.agreement.value, found.disagreements) == (("a", "b"), 1.0, ())
        found = layer(reliability(people(one("Sign"), one("Example"))), "schemes")
        assert values(found) == [("sign", "example")]
        found = layer(reliability(people(one("Sign"), one(None))), "schemes")
        assert found.alpha.reason == "only a named a scheme"
        assert not any(x.name == "schemes" for x in reliability(people(one(None), one(None))).matched[0].layers)

    @given(st.lists(st.lists(st.booleans(), min_size=3, max_size=3).filter(any), max_size=9))
    @settings(deadline=None, derandomize=True, max_examples=40)
    def test_undrawn_pairs_are_counted_as_if_listed(self, found: list[list[bool]]) -> None:
        units = [Unit(tuple("s" if has else None for has in row)) for row in found]
        listed: Counter[Row] = Counter()
        for one, other in permutations(units, 2):
            both = set(one.finders) & set(other.finders)
            if len(both) > 1:
                listed[tuple("none" if i in both else None for i in range(3))] += 1
        assert {row: n for row, n in _undrawn(units, 3).items() if n} == listed


class TestKeys:
    def test_what_nobody_used_of_the_codebook_is_agreed_to_be_absent(self) -> None:
        who = people("{x: {says: {holds: p}}, y: {says: {denies: q}}}", "{u: {says: {holds: p}}}")
        found = layer(reliability(who), "stances")
        # p holds-holds, q denies-absent, r absent-absent. n = 6: holds 2, denies 1, absent 3.
        # D_o = 2/6; D_e = (36 - 4 - 1 - 9)/30 = 22/30; alpha = 1 - 1/3 * 30/22 = 6/11.
        assert found.alpha.n == 3
        assert found.alpha.value == pytest.approx(6 / 11)
        assert values(found) == [("denies", "absent")]
        assert [(d.about, [s.id for s in d.said]) for d in found.disagreements] == [("The street is quiet", ["y"])]

    def test_without_a_codebook_only_what_was_used_is_known(self) -> None:
        r = reliability(people("{x: {says: {holds: p}}}", "{u: {says: {denies: no-way}}}", book=None))
        found = layer(r, "stances")
        assert (found.alpha.n, [d.about for d in found.disagreements]) == (2, ["no way", "p"])
        assert ("a, b: no codebook, so keys are names only", "AM611") in [(x.text, x.code) for x in r.remarks]

    @pytest.mark.parametrize(
        ("said", "value"),
        [
            ("{x: {says: {holds: p}}, y: {says: {questions: p}}}", "holds"),
            ("{x: {says: {holds: p}}, y: {says: {denies: p}}}", "varies"),
            ("{x: {says: {questions: p}}}", "questions"),
            ("{x: {says: {denies: p}, voice: council}}", "reported"),
            ("{x: {says: {denies: p}, voice: council}, y: {says: {holds: p}}}", "holds"),
            ("{x: {says: {holds: q}}}", "absent"),
        ],
    )
    def test_the_stance_of_a_map_is_what_its_author_says(self, said: str, value: str) -> None:
        found = layer(reliability(people(said, "{u: {says: [{denies: p}, {holds: q}]}}")), "stances")
        assert next(d.values["a"] for d in found.disagreements if d.unit == "p") == value

    @pytest.mark.parametrize(
        ("said", "value"),
        [
            ("{x: {says: {cause: c, lowers: e}}}", "lowers"),
            ("{x: {says: {cause: c, lowers: e}}, y: {says: {cause: c, raises: e}}}", "varies"),
            ("{x: {says: {cause: c, lowers: e}, voice: council}}", "reported"),
            ("{x: {says: {cause: d, lowers: e}}}", "absent"),
        ],
    )
    def test_the_sign_of_a_cause_is_what_its_author_says(self, said: str, value: str) -> None:
        found = layer(reliability(people(said, "{u: {says: {cause: c, raises: e}}}")), "causes")
        assert next(d.values["a"] for d in found.disagreements if d.unit == "c > e") == value
        assert found.alpha.n == 3  # c, d and x for e: all factors of the codebook but e itself

    def test_main_causes_are_asked_of_effects_that_two_explain(self) -> None:
        left = "{x: {says: {cause: [c, d], raises: e, main: true}}, y: {says: {cause: x, raises: d}}}"
        right = "{u: {says: {cause: c, raises: e, main: true}}, w: {says: {cause: d, raises: e}}}"
        found = layer(reliability(people(left, right)), "main-causes")
        assert (found.alpha.n, values(found)) == (1, [(frozenset({"c", "d"}), frozenset({"c"}))])
        assert [s.id for s in found.disagreements[0].said] == ["x", "u", "w"]

    def test_roles_are_sets_by_actor_and_those_only_reported_say_so(self) -> None:
        left = "{x: {says: [{actor: council, role: ally}, {actor: shops, role: rival}]}}"
        right = "{u: {says: {actor: council, role: ally}, voice: shops}, w: {says: {actor: shops, role: rival}}}"
        found = layer(reliability(people(left, right)), "roles")
        assert (found.alpha.n, values(found)) == (3, [(frozenset({"ally"}), frozenset({"ally (reported)"}))])
        assert found.disagreements[0].about == "the council"

    def test_different_codebooks_leave_nothing_coded_to_compare(self) -> None:
        maps = [
            a_map("a", "{x: {says: {holds: p}}}"),
            a_map("b", "{x: {says: {holds: p}}}", book=BOOK | {"id": "other"}),
        ]
        r = reliability(coders(maps, [None, None]))
        for name in ("codes", "stances", "causes", "main-causes", "roles"):
            assert layer(r, name).alpha.reason.startswith("the coders used different codebooks")
        assert "AM612" in [x.code for x in r.remarks]

    def test_a_codebook_that_drifted_is_told(self) -> None:
        later = BOOK | {"propositions": BOOK["propositions"] | {"p": "The lane pays at once"}}
        maps = [a_map("a", "{x: {says: {holds: p}}}"), a_map("b", "{x: {says: {holds: p}}}", book=later)]
        told = [(x.text, x.code) for x in reliability(coders(maps, [None, None])).remarks]
        assert ("the coders' codebooks define p differently", "AM613") in told


class TestPassages:
    ARTICLE = {1: "One.", 2: "Two.", 3: "Three.", 4: "Four. " * 30}  # noqa: RUF012

    def test_a_paragraph_is_used_or_not(self) -> None:
        who = people("{x: {at: ¶1-2}, y: {at: [p. 3, ¶4]}}", "{u: {at: ¶1}, w: {at: ¶9}}", "{}")
        found = layer(reliability(who, article=self.ARTICLE), "passages")
        # 1 used-used, 2 and 4 used-not, 3 not-not. n = 8: used 4, not used 4. alpha = 1 - 4/8 * 56/32 = 1/8.
        assert (found.alpha.value, found.alpha.n, found.coders) == (0.125, 4, ("a", "b"))
        assert [(d.unit, [s.id for s in d.said]) for d in found.disagreements] == [("¶2", ["x"]), ("¶4", ["y"])]
        assert len(found.disagreements[1].about) <= 91

    def test_it_needs_the_article_and_places(self) -> None:
        without = "without the article's text nobody knows which paragraphs no coder used"
        assert layer(reliability(people("{x: {at: ¶1}}", "{x: {at: ¶1}}")), "passages").alpha.reason == without
        found = layer(reliability(people("{x: {at: ¶1}}", "{x: {at: §1}}"), article=self.ARTICLE), "passages")
        assert found.alpha.reason == "only a named paragraphs under 'at'"


class TestWhoIsACoder:
    @pytest.mark.parametrize(
        ("left", "right", "evidence"),
        [
            ({"url": "https://www.x.org/a/"}, {"url": "http://x.org/a"}, "same"),
            ({"title": "Keep it: open!"}, {"title": "keep it open"}, "same"),
            ({"title": "A", "url": "x.org/a"}, {"title": "B", "url": "x.org/a"}, "same"),
            ({"title": "A", "text": "ann/koga.txt"}, {"title": "B", "text": "koga.txt"}, "same"),
            ({"title": "A"}, {"title": "B"}, "different"),
            ({"url": "x.org/a"}, {"url": "x.org/b"}, "different"),
            ({"authors": ["Ann Lee"]}, {"authors": ["Bo Marsh"]}, "different"),
            ({"authors": ["Ann Lee"]}, {"authors": ["Lee, Ann", "Bo Marsh"]}, "unknown"),
            ({"title": "A"}, {"url": "x.org/b", "text": "b.txt"}, "unknown"),
            ({"text": "a.txt"}, {"text": "b.txt"}, "unknown"),
        ],
    )
    def test_whether_two_maps_are_of_one_article(self, left: Any, right: Any, evidence: str) -> None:
        one, other = Article.model_validate(left), Article.model_validate(right)
        assert one_article(one, other) == one_article(other, one) == evidence

    def test_the_first_two_of_different_articles_are_found(self) -> None:
        titles = ("A", "A", "B")
        maps = [a_map(f"m{i}", "{}", article={"title": t}) for i, t in enumerate(titles)]
        found = two_articles(coders(maps, [None] * 3))
        assert found
        assert [coder.label for coder in found] == ["m0", "m2"]
        assert two_articles(coders(maps[:2], [None] * 2)) is None

    def test_maps_of_one_id_are_told_apart(self) -> None:
        assert [c.label for c in coders([a_map("m", "{}"), a_map("m", "{}"), a_map("n", "{}")], [None] * 3)] == [
            "m",
            "m#2",
            "n",
        ]

    def test_agreement_needs_two(self) -> None:
        with pytest.raises(ValueError, match="at least two coders"):
            reliability(people("{x: {}}"))

    def test_what_says_that_the_article_is_one_is_missed(self) -> None:
        text = "nothing in the maps says that they are of one article: give all of them its url or title"
        assert text in [x.text for x in reliability(people("{}", "{}")).remarks]
        assert text not in [x.text for x in reliability(people("{}", "{}", article={"title": "A"})).remarks]

    def test_ids_that_are_numbers_of_ones_own_are_suspected(self) -> None:
        r = reliability(
            people("{s1: {text: Dogs bark}, s2: {text: Rain}}", "{s1: {text: Trams ring}, s2: {text: Hail}}")
        )
        suspected = "2 of 2 statements with one id share neither a word nor a place (s1, s2): "
        assert any(x.text.startswith(suspected) for x in r.remarks)
        r = reliability(people("{s1: {text: Dogs bark}}", "{s1: {text: Loud dogs}}"))
        assert not any("--own-ids" in x.text for x in r.remarks)

    def test_an_article_that_could_not_be_read_is_told(self) -> None:
        r = reliability(people("{}", "{}", article={"text": "gone.txt"}))
        assert "the article's text could not be read, so paragraphs are not compared" in [x.text for x in r.remarks]


class TestWhatAlwaysHolds:
    def test_empty_maps_have_no_figure_and_every_one_says_why(self) -> None:
        r = reliability(people("{}", "{}"))
        for found in (*r.matched[0].layers, *r.keyed):
            figures = [found.alpha, found.kappa, found.agreement, *([found.f1] if found.f1 else [])]
            assert all(figure.value is None and figure.reason for figure in figures), found.name

    def test_a_coder_who_found_nothing_leaves_the_others_figures_as_they_are(self) -> None:
        one, other = "{x: {type: thesis, says: {holds: p}}, y: {}}", "{x: {type: claim, says: {holds: p}}, y: {}}"
        two, three = reliability(people(one, other)), reliability(people(one, other, "{}"))
        for name in ("types", "certainty", "voice", "codes", "stances", "relations"):
            assert layer(three, name).alpha == layer(two, name).alpha
            assert layer(three, name).pairs["a", "b"] == layer(two, name).pairs["a", "b"]

    def test_a_coder_agrees_with_themself(self) -> None:
        m = a_map("m", "{x: {type: thesis, says: {holds: p}, because: [y], at: ¶1}, y: {certainty: likely, at: ¶2}}")
        r = reliability(coders([m, m], [None] * 2), article={1: "One.", 2: "Two.", 3: "Three."})
        for found in (*r.matched[0].layers, *r.keyed):
            assert found.alpha.value in (1.0, None)
            assert found.disagreements == ()
            assert found.alpha.value == 1.0 or found.alpha.reason
        assert [x.code for x in r.remarks if x.code] == ["AM616"]

    @given(st.data())
    @settings(deadline=None, derandomize=True, max_examples=25)
    def test_the_order_of_the_coders_changes_no_figure(self, data: st.DataObject) -> None:
        maps = [data.draw(coded_maps(name)) for name in "abc"]
        first = figures(reliability(coders(maps, [None] * 3)))
        for order in ((2, 0, 1), (1, 0, 2)):
            assert figures(reliability(coders([maps[i] for i in order], [None] * 3))) == first


@st.composite
def coded_maps(draw: st.DrawFn, name: str) -> ArgumentMap:
    """Up to six statements of few words, with relations that run down the alphabet."""
    keys = draw(st.lists(st.sampled_from("uvwxyz"), unique=True, max_size=6).map(sorted))
    statements: dict[str, Any] = {}
    for i, key in enumerate(keys):
        words = draw(st.lists(st.sampled_from(["tram", "lane", "shop", "rain"]), min_size=1, max_size=3))
        s: dict[str, Any] = {"text": " ".join(words), "at": f"¶{draw(st.integers(1, 3))}"}
        s["type"] = draw(st.sampled_from(["claim", "premise"]))
        s["says"] = draw(
            st.sampled_from([[], [{"holds": "p"}], [{"denies": "p"}], [{"actor": "shops", "role": "ally"}]])
        )
        s["because"] = draw(st.lists(st.sampled_from(keys[i + 1 :]), unique=True, max_size=2)) if keys[i + 1 :] else []
        statements[key] = s
    return a_map(name, statements, article={"title": "A"})


def figures(r: Reliability) -> dict[Any, Any]:
    """All figures, by what they are of; those of pairs under both names."""
    found: dict[Any, Any] = {}
    layers = [(m.kind, layer) for m in r.matched for layer in m.layers] + [("", layer) for layer in r.keyed]
    for kind, one in layers:
        found[kind, one.name] = (one.alpha, one.kappa, one.agreement, one.f1, one.interval, frozenset(one.coders))
        for pair, of in one.pairs.items():
            found[kind, one.name, frozenset(pair)] = (of.alpha, of.kappa, of.agreement, of.overlap and of.overlap.f1)
        found[kind, one.name, "disagreements"] = sorted(
            str(sorted((c, str(v)) for c, v in d.values.items())) for d in one.disagreements
        )
    assert all(len(pair) == 2 for pair in combinations(found, 2))
    return found
