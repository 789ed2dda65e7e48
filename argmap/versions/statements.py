"""What changed in one statement that both versions have."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, Literal

from argmap.diagnostics import Where
from argmap.model import CausalClaim, RoleAttribution, Says, Stance, Statement
from argmap.versions.changes import Change, Kind
from argmap.versions.lists import matched
from argmap.versions.names import Names
from argmap.versions.reasons import Keys, reason_changes, references

PLAIN: Final[Mapping[str, tuple[str, Kind]]] = MappingProxyType(
    {
        "text": ("text", "reworded"),
        "type": ("type", "re-typed"),
        "stated_certainty": ("certainty", "re-coded"),
        "stated_voice": ("voice", "re-coded"),
        "when": ("when", "re-coded"),
        "where": ("where", "re-coded"),
        "quote": ("quote", "re-sourced"),
        "at": ("at", "re-sourced"),
        "via": ("via", "re-sourced"),
        "sources": ("sources", "re-sourced"),
        "label": ("label", "re-sourced"),
        "note": ("note", "re-sourced"),
    }
)
"""The fields that are compared as a whole: attribute, name in the format, and what a change of it is."""


def statement_changes(keys: Keys, before: Statement, after: Statement, names: Names) -> Iterator[Change]:
    """All that differs, the name first."""
    wheres: tuple[Where, Where] = (("statements", keys[0]), ("statements", keys[1]))
    if keys[0] != keys[1]:
        yield Change("renamed", "id", keys[0], keys[1], *wheres)
    if before == after and names.are_plain:
        return
    for attribute, (name, kind) in PLAIN.items():
        old, new = getattr(before, attribute), getattr(after, attribute)
        if old != new:
            yield Change(kind, name, old or None, new or None, (*wheres[0], name), (*wheres[1], name))
    yield from _says(wheres, before.says, after.says)
    yield from references("re-coded", "if", wheres, (before.if_, after.if_), names)
    yield from reason_changes(keys, before, after, names)
    yield from references("re-argued", "but", wheres, (before.but, after.but), names)


def _says(wheres: tuple[Where, Where], old: tuple[Says, ...], new: tuple[Says, ...]) -> Iterator[Change]:
    """What a statement says now, beside what it said of the same thing before."""
    at = (*wheres[0], "says"), (*wheres[1], "says")
    found = matched(old, new)
    was, now = _by_topic(old, found.lost), _by_topic(new, found.gained)
    for topic in dict.fromkeys((*was, *now)):
        olds, news = was.get(topic, []), now.get(topic, [])
        if len(olds) == len(news) == 1:
            i, j = olds[0], news[0]
            yield Change("re-coded", "says", old[i], new[j], (*at[0], i), (*at[1], j))
            continue
        for i in olds:
            yield Change("re-coded", "says", old[i], None, (*at[0], i), None)
        for j in news:
            yield Change("re-coded", "says", None, new[j], None, (*at[1], j))
    if found.reordered:
        kept = tuple(new[j] for j in sorted(j for _, j in found.both))
        yield Change("reordered", "says", tuple(old[i] for i, _ in found.both), kept, *at)


Topic = tuple[Literal["stance", "cause", "role"], str]


def _by_topic(forms: tuple[Says, ...], indices: tuple[int, ...]) -> dict[Topic, list[int]]:
    found: dict[Topic, list[int]] = defaultdict(list)
    for i in indices:
        found[_topic(forms[i])].append(i)
    return found


def _topic(form: Says) -> Topic:
    match form:
        case Stance():
            return "stance", form.proposition
        case CausalClaim():
            return "cause", form.factor
        case RoleAttribution():
            return "role", form.actor
