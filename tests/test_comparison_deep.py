"""What lies below a statement is the same whether it is looked up or walked to."""

from typing import Any

from comparison_cases import a_map
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.comparison import compare
from argmap.comparison.deep import Deep

NAMES = [f"s{i}" for i in range(6)]
ENTRIES = ["holds:p", "holds:q", "denies:p", "text:a:x"]
under = st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=2), max_size=2)
nodes = st.fixed_dictionaries(
    {name: st.tuples(under, st.sampled_from(ENTRIES), st.sampled_from([(), ("s",)])) for name in NAMES}
)
Nodes = dict[str, tuple[list[list[str]], str, tuple[str, ...]]]


def deep(found: Nodes) -> Deep:
    doubted = {name: [{"premises": reason, "unless": reason[1:]} for reason in f[0]] for name, f in found.items()}
    holders: dict[str, tuple[str, ...]] = {}
    for name, (_, entry, _) in found.items():
        holders[entry] = (*holders.get(entry, ()), name)
    entries = {name: (entry,) for name, (_, entry, _) in found.items()}
    m = a_map("a", {name: {"because": reasons} for name, reasons in doubted.items()})
    return Deep(m, entries, holders, {name: sources for name, (_, _, sources) in found.items()})


def walked(found: Nodes, start: str) -> tuple[set[str], set[str]]:
    """The entries and doubts below a statement, by following every step from it."""
    entries, doubts, waiting, seen = set[str](), set[str](), [start], {start}
    while waiting:
        reasons, _, sources = found[waiting.pop()]
        entries |= {f"source:{source}" for source in sources}
        for premise in (premise for reason in reasons for premise in reason):
            entries.add(found[premise][1])
            more = [name for name, f in found.items() if f[1] == found[premise][1] and name not in seen]
            seen.update(more)
            waiting += more
        doubts |= {doubt for reason in reasons for doubt in reason[1:]}
    return entries, doubts


@settings(max_examples=200, deadline=None, derandomize=True)
@given(nodes, st.permutations(NAMES))
def test_looking_up_finds_what_walking_finds_in_any_order_with_and_without_cycles(
    found: Nodes, asked: list[str]
) -> None:
    looked_up = deep(found)
    for start in asked:
        entries, doubts = walked(found, start)
        assert set(looked_up.among([*ENTRIES, "source:s", "holds:unknown"], [start])) == entries
        assert set(looked_up.doubts([start])) == doubts


def test_reasons_meet_at_the_end_of_a_long_chain() -> None:
    n = 3000  # deeper than a walk by function calls could go

    def chain(skip: int) -> dict[str, Any]:
        return {
            f"s{i}": {"says": {"holds": f"p{i}"}, "because": [f"s{i + skip}"] if i + skip < n else []} for i in range(n)
        }

    found = compare([a_map("a", chain(1), book=None), a_map("b", chain(2), book=None)]).findings
    first = next(f for f in found if f.key == "p0")
    assert (first.category, first.shared, first.flags[-1]) == ("agree-shared-reasons", ("holds:p2",), "indirect")
