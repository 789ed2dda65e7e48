"""Seeded choices: the same everywhere, none depends on another."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.teaching.chance import drawn, shuffled

ITEMS = [f"p{n}" for n in range(1, 9)]


def test_an_order_is_held_for_good() -> None:
    assert shuffled(ITEMS, seed=1, choice="bank") == ["p4", "p2", "p7", "p3", "p8", "p5", "p1", "p6"]


def test_another_seed_or_choice_gives_another_order() -> None:
    orders = {tuple(shuffled(ITEMS, seed=seed, choice=choice)) for seed in (1, 2) for choice in ("bank", "cards")}
    assert len(orders) == 4


@given(st.lists(st.text(), unique=True), st.integers(), st.randoms())
def test_the_order_they_come_in_does_not_matter(items: list[str], seed: int, chance: object) -> None:
    again = sorted(items, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert shuffled(items, seed=seed, choice="x") == shuffled(again, seed=seed, choice="x")
    assert sorted(shuffled(items, seed=seed, choice="x")) == sorted(items)


@given(st.lists(st.text()), st.integers(0, 12), st.integers())
def test_what_is_drawn_keeps_its_order(items: list[str], count: int, seed: int) -> None:
    found = drawn(items, count, seed=seed, choice="x")
    rest = iter(items)
    assert len(found) == min(count, len(items))
    assert all(any(item == other for other in rest) for item in found)  # in order, each once
