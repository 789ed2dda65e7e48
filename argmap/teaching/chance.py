"""Choices that look random and are not: the same seed chooses the same on every machine and version of Python.

Items are put in the order of their digests. `random` promises as much for few of its functions only, and would make
choices depend on each other: here every choice has a name, so that another one more changes no other.
"""

import hashlib
from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


def shuffled(items: Iterable[T], *, seed: int, choice: str, name: Callable[[T], str] = str) -> list[T]:
    """The items in an order that depends on nothing but the seed, the choice and their names.

    Args:
        items: What to shuffle; how they are ordered does not matter where their names differ.
        seed: Any whole number.
        choice: What the order is for, such as ``bank``: other choices of one seed give other orders.
        name: What tells an item from the others, as text.
    """
    return sorted(items, key=lambda item: (_digest(seed, choice, name(item)), name(item)))


def drawn(items: Iterable[T], count: int, *, seed: int, choice: str, name: Callable[[T], str] = str) -> list[T]:
    """So many of the items, or all if there are fewer, in the order they came in; arguments as for `shuffled`."""
    there = list(items)
    lots = shuffled(range(len(there)), seed=seed, choice=choice, name=lambda i: name(there[i]))[:count]
    return [there[i] for i in sorted(lots)]


def _digest(seed: int, choice: str, name: str) -> bytes:
    return hashlib.sha256(f"{seed}\0{choice}\0{name}".encode("utf-8", "surrogatepass")).digest()
