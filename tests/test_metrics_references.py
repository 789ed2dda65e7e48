"""The figures agree with packages that compute the same, on some hundred made-up pairs of maps each.

What is expected is worked out from the made-up data as they are, with the package; only the maps go through argmap.
"""

import random
from dataclasses import dataclass, field
from typing import Any

import pytest
from comparison_cases import a_map

from argmap.comparison import compare
from argmap.comparison.figures import Metric
from argmap.model import ArgumentMap

CASES = 300
PROPOSITIONS = [f"p{i}" for i in range(7)]
FACTORS = [f"f{i}" for i in range(4)]
ACTORS = ["council", "shops", "riders"]
ROLES = ["ally", "adversary", "leader", "victim"]
ATTITUDES = {"holds": 1, "denies": -1, "questions": 0}
EFFECTS = {"raises": 1, "lowers": -1, "unrelated": 0}

BOOK: dict[str, Any] = {
    "id": "made-up",
    "actors": {actor: f"the {actor}" for actor in ACTORS},
    "factors": {factor: f"Factor {factor}" for factor in FACTORS},
    "propositions": {p: f"Point {p}" for p in PROPOSITIONS},
    "roles": {role: {"valence": 0} for role in ROLES},
}


@dataclass
class Data:
    """What a made-up article says, each thing once."""

    stances: dict[str, str] = field(default_factory=dict)
    links: dict[tuple[str, str], str] = field(default_factory=dict)
    roles: dict[str, frozenset[str]] = field(default_factory=dict)
    because: set[tuple[str, str]] = field(default_factory=set)  # propositions

    def map(self, name: str) -> ArgumentMap:
        says: list[Any] = [{attitude: p} for p, attitude in self.stances.items()]
        says += [{"cause": cause, sign: effect} for (cause, effect), sign in self.links.items()]
        says += [{"actor": actor, "role": role} for actor, cast in self.roles.items() for role in sorted(cast)]
        statements = {f"s{i}": {"says": form} for i, form in enumerate(says)}
        names = {p: f"s{i}" for i, p in enumerate(self.stances)}
        for upper, lower in sorted(self.because):
            statements[names[upper]].setdefault("because", []).append(names[lower])
        return a_map(name, statements, book=BOOK, coverage="complete")

    @property
    def position(self) -> dict[Any, int]:
        return {
            **{p: ATTITUDES[attitude] for p, attitude in self.stances.items()},
            **{link: EFFECTS[sign] for link, sign in self.links.items()},
            **{(actor, "role", role): 1 for actor, cast in self.roles.items() for role in cast},
        }


def made_up(seed: str) -> Data:
    chance = random.Random(seed)
    some = chance.random()  # how much of everything
    ordered = [p for p in PROPOSITIONS if chance.random() < some]
    return Data(
        {p: chance.choice(list(ATTITUDES)) for p in ordered},
        {
            (cause, effect): chance.choice(list(EFFECTS))
            for cause in FACTORS
            for effect in FACTORS
            if cause != effect and chance.random() < some / 2
        },
        {
            actor: frozenset(chance.sample(ROLES, chance.randint(1, len(ROLES))))
            for actor in ACTORS
            if chance.random() < some
        },
        {(x, y) for i, x in enumerate(ordered) for y in ordered[i + 1 :] if chance.random() < 0.4},
    )


PAIRS = [(made_up(f"left {seed}"), made_up(f"right {seed}")) for seed in range(CASES)]


@pytest.fixture(scope="module")
def figures() -> list[dict[str, Metric]]:
    """The figures of each pair."""
    found = []
    for left, right in PAIRS:
        metrics = compare([left.map("a"), right.map("b")]).metrics
        assert metrics
        found.append(dict(metrics.pairs["a|b"]))
    return found


def agree(figures: list[dict[str, Metric]], name: str, expected: list[float | None]) -> None:
    """Equal where the package has a value, undefined where there is nothing to measure; and mostly there is."""
    values = [found[name].value for found in figures]
    assert values == pytest.approx(expected, abs=1e-12)
    assert sum(value is not None for value in values) > 0.7 * CASES


def test_coverage_is_one_less_the_jaccard_distance_of_nltk(figures: list[dict[str, Metric]]) -> None:
    distance = pytest.importorskip("nltk.metrics.distance", reason="nltk is the reference")
    keys = [(set(left.position), set(right.position)) for left, right in PAIRS]
    agree(figures, "coverage", [1 - distance.jaccard_distance(a, b) if a | b else None for a, b in keys])


def test_role_similarity_is_one_less_the_mean_masi_distance_of_nltk(figures: list[dict[str, Metric]]) -> None:
    distance = pytest.importorskip("nltk.metrics.distance", reason="nltk is the reference")
    expected = []
    for left, right in PAIRS:
        near = [1 - distance.masi_distance(left.roles[a], right.roles[a]) for a in left.roles.keys() & right.roles]
        expected.append(sum(near) / len(near) if near else None)
    values = [found["role-similarity"].value for found in figures]
    assert values == pytest.approx(expected, abs=1e-12)
    assert sum(value is not None for value in values) > 0.4 * CASES


def test_causal_overlap_is_that_of_the_edges_of_networkx(figures: list[dict[str, Metric]]) -> None:
    nx = pytest.importorskip("networkx", reason="networkx is the reference")

    def graph(data: Data) -> Any:
        found = nx.MultiDiGraph()
        found.add_edges_from((cause, effect, sign) for (cause, effect), sign in data.links.items())
        found.add_nodes_from(FACTORS)
        return found

    expected = []
    for left, right in PAIRS:
        a, b = graph(left), graph(right)
        either = nx.compose(a, b).number_of_edges()
        expected.append(nx.intersection(a, b).number_of_edges() / either if either else None)
    agree(figures, "causal-overlap", expected)


def test_edit_agreement_is_that_of_taupy(figures: list[dict[str, Metric]]) -> None:
    taupy = pytest.importorskip(
        "taupy.analysis.agreement", reason="taupy brings 600 MB of packages: pip install -e .[reference]"
    )
    # taupy gives 1 for two empty positions, argmap no value
    pairs = [(left.position, right.position) for left, right in PAIRS]
    agree(figures, "nea", [taupy.normalised_edit_agreement(a, b) if a or b else None for a, b in pairs])


def test_polarisation_is_that_of_taupy() -> None:
    taupy = pytest.importorskip(
        "taupy.analysis.polarisation", reason="taupy brings 600 MB of packages: pip install -e .[reference]"
    )
    truth = {"holds": True, "denies": False}
    defined = 0
    for seed in range(CASES):
        data = [made_up(f"{seed} {i}") for i in range(2 + seed % 4)]
        metrics = compare([d.map("abcde"[i]) for i, d in enumerate(data)]).metrics
        assert metrics
        topics = {p for d in data for p in d.stances}
        # taupy wants every position to name every issue
        positions = [{p: truth.get(d.stances.get(p, "")) for p in topics} for d in data]
        expected = taupy.lauka(positions) if topics else None
        assert metrics.all["polarisation"].value == pytest.approx(expected, abs=1e-12)
        defined += expected is not None
    assert defined > 0.9 * CASES


def test_congruence_conflict_and_subtract_are_the_sums_of_the_manual(figures: list[dict[str, Metric]]) -> None:
    """Leifeld, Gruber and Bossner 2018, section 2.3: sums over concepts and pairs of levels, as printed there."""
    levels = (-1, 0, 1)
    for found, (left, right) in zip(figures, PAIRS, strict=True):
        a, b = left.position, right.position
        congruence = conflict = 0.0
        for concept in {*a, *b}:
            for k in levels:
                for other in levels:
                    times = (a.get(concept) == k) * (b.get(concept) == other)
                    congruence += times * (1 - abs(k - other) / (len(levels) - 1))
                    conflict += times * (abs(k - other) / (len(levels) - 1))
        average = (len(a) + len(b)) / 2
        both = len(a.keys() & b.keys())
        assert found["dna-subtract"].value == pytest.approx((congruence - conflict) / average if average else None)
        assert found["congruence"].value == pytest.approx(congruence / both if both else None)
        assert found["net"].value == pytest.approx((congruence - conflict) / both if both else None)


def test_the_triples_of_a_map_are_what_its_data_say(figures: list[dict[str, Metric]]) -> None:
    def triples(data: Data) -> set[tuple[Any, ...]]:
        said = data.stances
        return {
            *(("node", item, sign) for item, sign in [*said.items(), *data.links.items()]),
            *(("node", actor, role) for actor, cast in data.roles.items() for role in cast),
            *(("because", x, said[x], y, said[y]) for x, y in data.because),
        }

    for found, (left, right) in zip(figures, PAIRS, strict=True):
        a, b = triples(left), triples(right)
        both, f1 = len(a & b), 2 * len(a & b) / (len(a) + len(b)) if a or b else None
        assert found["map-precision"] == Metric(both / len(a), len(a)) if a else found["map-precision"].value is None
        assert found["map-recall"].value == (both / len(b) if b else None)
        assert found["map-f1"].value == f1


def test_no_free_mapping_of_smatchpp_finds_fewer_triples_than_the_declared_one(
    figures: list[dict[str, Metric]],
) -> None:
    reason = "smatchpp is GPL-3 and no part of argmap: pip install -e .[reference]"
    smatchpp = pytest.importorskip("smatchpp", reason=reason)
    solver = pytest.importorskip("smatchpp.solvers", reason=reason).get_solver("ilp")
    measure = smatchpp.Smatchpp(graph_reader=_AsItIs(), alignmentsolver=solver)
    higher = compared = 0
    for found, (left, right) in list(zip(figures, PAIRS, strict=True))[:60]:
        a, b = _graph(left), _graph(right)
        if a and b:
            match, _, _ = measure.process_pair(a, b)
            free, _, of_left, of_right = match["main"]
            assert (of_left, of_right) == (found["map-precision"].n, found["map-recall"].n)
            declared = round((found["map-precision"].value or 0) * of_left)
            assert free >= declared
            higher += free > declared
            compared += 1
    assert compared > 40
    assert higher > 0  # a search joins what nobody declared to be one


class _AsItIs:
    """Hands smatchpp the triples it is given."""

    def string2graph(self, triples: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
        return list(triples)


def _graph(data: Data) -> list[tuple[str, str, str]]:
    """Nodes with what they say, and the reasons between them."""
    says = [f"{attitude}:{p}" for p, attitude in data.stances.items()]
    says += [f"{sign}:{cause}>{effect}" for (cause, effect), sign in data.links.items()]
    says += [f"role:{actor}={role}" for actor, cast in data.roles.items() for role in sorted(cast)]
    names = {p: f"x{i}" for i, p in enumerate(data.stances)}
    reasons = [(names[x], ":because", names[y]) for x, y in sorted(data.because)]
    return [(f"x{i}", ":instance", entry) for i, entry in enumerate(says)] + reasons
