"""Which statement of the new version is which of the old one: by id, then by text, then by likeness."""

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from argmap.model import Statement
from argmap.versions.likeness import alike
from argmap.versions.surroundings import Neighbours, neighbours

Statements = Mapping[str, Statement]

_ROUNDS: Final = 20  # steps of the surroundings that tell statements of one text apart


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which statements are the same.

    Attributes:
        new_of: The new id of each old statement that is still there.
        old_of: The old id of each new statement that was there.
        perhaps: Old ids that are gone, each with the new one that may be the same statement.
    """

    new_of: Mapping[str, str]
    old_of: Mapping[str, str]
    perhaps: Mapping[str, str] = field(default_factory=dict)


def pair(old: Statements, new: Statements) -> Pairs:
    """The statements of two versions, paired; swapping the versions gives the same pairs.

    1. An id names the same statement in both. An exception is an id that was given to another statement: its old text
       now stands word for word under another id, and its new text stood word for word under another.
    2. Of the rest, equal texts are the same statement if there is one on each side. Where several have the same text,
       their other fields and what they hang together with decide; those that are alike in that too are taken in order.
    3. Of the rest, very similar texts are: see `alike`. What is only likely is no pair, but noted in `perhaps`.
    """
    same = {key: key for key in old if key in new} if old.keys() != new.keys() else {key: key for key in old}
    for key in _exchanged(old, new, same):
        del same[key]
    new_of = _by_text(old, new, same)
    gone, come = _left(old, new_of), _left(new, new_of.values())
    if not gone or not come:
        return _pairs(new_of)
    sure, perhaps = alike(
        {key: old[key] for key in gone},
        {key: new[key] for key in come},
        around=(_translated(neighbours(old), new_of), _known(neighbours(new), new_of)),
    )
    return _pairs({**new_of, **sure}, perhaps)


def _pairs(new_of: dict[str, str], perhaps: Mapping[str, str] | None = None) -> Pairs:
    return Pairs(new_of, {n: o for o, n in new_of.items()}, perhaps or {})


def _left(statements: Statements, paired: Iterable[str]) -> list[str]:
    known = set(paired)
    return [key for key in statements if key not in known]


def _exchanged(old: Statements, new: Statements, same: Mapping[str, str]) -> set[str]:
    """Ids that both versions have for different statements, each of which stands under another id in the other."""
    reworded = {key for key in same if old[key].text != new[key].text}
    if not reworded:
        return set()
    was = _holders({key: s for key, s in old.items() if key not in same or key in reworded})
    now = _holders({key: s for key, s in new.items() if key not in same or key in reworded})
    found: dict[str, tuple[str, str]] = {}
    for key in reworded:
        here, there = now.get(old[key].text, ""), was.get(new[key].text, "")
        if here and there and was.get(old[key].text) and now.get(new[key].text):
            found[key] = (here, there)
    # who holds the text now must itself be free for it
    needed_by: dict[str, list[str]] = defaultdict(list)
    for key, holders in found.items():
        for holder in holders:
            needed_by[holder].append(key)
    waiting = [key for key in reworded if key not in found]
    while waiting:
        waiting += [key for key in needed_by[waiting.pop()] if found.pop(key, None)]
    return set(found)


def _holders(statements: Statements) -> dict[str, str]:
    """The id of each text that one statement has; "" for a text of several."""
    found: dict[str, str] = {}
    for key, s in statements.items():
        found[s.text] = "" if s.text in found else key
    return found


def _by_text(old: Statements, new: Statements, same: Mapping[str, str]) -> dict[str, str]:
    found = dict(same)
    gone, come = _left(old, same), _left(new, same.values())
    _settle(found, gone, come, lambda key: old[key].text, lambda key: new[key].text)
    texts = {old[key].text for key in gone if key not in found} & {new[key].text for key in come}
    if not texts:
        return found
    for own in (_own, _text):
        gone = [key for key in gone if key not in found and old[key].text in texts]
        come = [key for key in _left(new, found.values()) if new[key].text in texts]
        _refine(found, (old, new), (gone, come), own)
    return found


def _settle(
    found: dict[str, str],
    gone: Iterable[str],
    come: Iterable[str],
    old_mark: Callable[[str], Hashable],
    new_mark: Callable[[str], Hashable],
    *,
    most: int = 1,
) -> None:
    """Pair those of one mark, in order, where both versions have as many of them, and not more than `most`."""
    was, now = _grouped(gone, old_mark), _grouped(come, new_mark)
    for mark, keys in was.items():
        others = now.get(mark, [])
        if len(keys) == len(others) <= most:
            found.update(zip(keys, others, strict=True))


def _grouped(keys: Iterable[str], mark: Callable[[str], Hashable]) -> dict[Hashable, list[str]]:
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for key in keys:
        groups[mark(key)].append(key)
    return groups


_RELATIONS: Final = frozenset({"because", "but", "if_"})


def _own(s: Statement) -> Hashable:
    """All fields of a statement but those that name others."""
    return tuple(value for name, value in s if name not in _RELATIONS)


def _text(s: Statement) -> Hashable:
    return s.text


def _refine(
    found: dict[str, str],
    versions: tuple[Statements, Statements],
    free: tuple[list[str], list[str]],
    own: Callable[[Statement], Hashable],
) -> None:
    """Pair free statements of one text by what else they are, then by what they hang together with, step by step.

    Who is the only one of its colour in both versions is paired at once and helps to tell the others apart. Those that
    never part are alike in all that the file says, and go in order.

    Source: colour refinement, after Weisfeiler and Leman 1968.
    """
    around = (neighbours(versions[0]), neighbours(versions[1]))
    first = [{key: own(s) for key, s in version.items()} for version in versions]
    was, now = ({key: ("", mark) for key, mark in marks.items()} for marks in first)
    numbers: dict[Hashable, int] = {}
    classes = -1
    for _ in range(_ROUNDS):
        known = len(found)
        gone, come = ([key for key in keys if key not in done] for keys, done in _open(free, found))
        _settle(found, gone, come, was.__getitem__, now.__getitem__)
        for o, n in found.items():
            was[o] = now[n] = ("=", n)
        if (classes, known) == (len(numbers), len(found)) or not gone:
            break
        classes, numbers = len(numbers), {}
        for colours, keys, near in ((was, gone, around[0]), (now, come, around[1])):
            finer = {key: (colours[key], _seen(near[key], colours)) for key in keys if colours[key][0] != "="}
            colours.update({key: ("n", numbers.setdefault(mark, len(numbers))) for key, mark in finer.items()})
    gone, come = ([key for key in keys if key not in done] for keys, done in _open(free, found))
    _settle(found, gone, come, was.__getitem__, now.__getitem__, most=len(gone))


def _open(
    free: tuple[list[str], list[str]], found: Mapping[str, str]
) -> tuple[tuple[list[str], Container[str]], tuple[list[str], Container[str]]]:
    return (free[0], found), (free[1], set(found.values()))


def _seen(near: Iterable[tuple[str, str]], colours: Mapping[str, Hashable]) -> Hashable:
    return frozenset(Counter((how, colours.get(key, ("?", key))) for how, key in near).items())


def _translated(near: Neighbours, new_of: Mapping[str, str]) -> Neighbours:
    """The surroundings of old statements, as far as they are still there, under their new ids."""
    return {key: tuple((how, new_of[k]) for how, k in found if k in new_of) for key, found in near.items()}


def _known(near: Neighbours, new_of: Mapping[str, str]) -> Neighbours:
    known = set(new_of.values())
    return {key: tuple((how, k) for how, k in found if k in known) for key, found in near.items()}
