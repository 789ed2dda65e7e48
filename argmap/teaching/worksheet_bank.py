"""The word bank: the answers, and among them words that are right nowhere."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from argmap.model import BUILT_IN_ROLES, ArgumentMap, Stance, Statement
from argmap.model.says import CausalClaim
from argmap.teaching.chance import drawn, shuffled
from argmap.teaching.worksheet_blanks import BlankKind, Given, in_words
from argmap.text import likeness

Group = Literal["claims", "sources", "roles"]

GROUPS: Final[tuple[Group, ...]] = ("claims", "sources", "roles")

_GROUP: Final[dict[BlankKind, Group]] = {
    "claim": "claims",
    "co-premise": "claims",
    "source": "sources",
    "role": "roles",
}

_WRONG: Final = {1: 0.25, 2: 0.5}
"""Wrong words to a right one, by difficulty; one at least, where there is any."""

_TOO_LIKE: Final = 0.6
"""Of `likeness`: a wrong claim so near to any of the map could be taken for it, and be right."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Words to choose from.

    Attributes:
        group: Which blanks they are for.
        text: The words.
        answers: The numbers of the blanks they are right for; none for wrong words.
    """

    group: Group
    text: str
    answers: tuple[int, ...] = ()


def bank(
    asked: Sequence[tuple[int, BlankKind, str, str]], wrong: Sequence[Entry], difficulty: int, seed: int
) -> tuple[Entry, ...]:
    """The answers to some blanks, each once, and some wrong words; group by group, each shuffled.

    Wrong words are drawn by the names of what is asked for, which are on no sheet: by anything else, whoever has argmap
    could tell which they are.
    """
    unseen = " ".join(statement for _, _, _, statement in asked)
    found: list[Entry] = []
    for group in GROUPS:
        right: dict[str, Entry] = {}
        for number, kind, answer, _ in asked:
            if _GROUP.get(kind) == group:
                known = right.get(answer, Entry(group, answer))
                right[answer] = replace(known, answers=(*known.answers, number))
        if right:
            others = [entry for entry in wrong if entry.group == group]
            count = max(1, round(_WRONG[difficulty] * len(right)))
            more = drawn(others, count, seed=seed, choice=f"wrong {group} {unseen}", name=_text)
            found += shuffled([*right.values(), *more], seed=seed, choice=f"bank {group}", name=_text)
    return tuple(found)


def _text(entry: Entry) -> str:
    return entry.text


def wrong_entries(
    given: Given,
    answers: Iterable[tuple[int, BlankKind, str, str]],
    other: ArgumentMap | None,
    seed: int,
) -> tuple[Entry, ...]:
    """All wrong words that a bank may draw from, shuffled; none can be right anywhere on the sheet."""
    kinds = {_GROUP[kind] for _, kind, _, _ in answers if kind in _GROUP}
    found: list[Entry] = []
    if other and "claims" in kinds:
        found += [Entry("claims", text) for text in _claims(given, other)]
    if other and "sources" in kinds:
        found += [Entry("sources", text) for text in _sources(given, other)]
    if "roles" in kinds:
        used = {in_words(form.role) for _, form in given.attributions()}
        found += [Entry("roles", role) for role in map(in_words, BUILT_IN_ROLES) if role not in used]
    return tuple(shuffled(dict.fromkeys(found), seed=seed, choice="wrong", name=_text))


def _claims(given: Given, other: ArgumentMap) -> Iterator[str]:
    """What the other author claims, and this one does not in whatever words."""
    mine = list(given.m.statements.values())
    said = {point for s in mine for point in _points(s)}
    texts = [text for s in mine for text in (s.text, s.label) if text]
    for s in other.statements.values():
        text = (s.label or s.text) if given.level == "title" else s.text
        if s.type in ("thesis", "evidence") or not s.by_author or said & set(_points(s)):
            continue
        if all(likeness(text, known) < _TOO_LIKE for known in texts):
            yield text


def _points(s: Statement) -> Iterator[tuple[str, ...]]:
    """What a statement says, as keys that maps share."""
    for form in s.says:
        if isinstance(form, Stance):
            yield "stance", form.proposition
        elif isinstance(form, CausalClaim):
            yield from (("cause", cause, form.factor) for cause in form.cause)
        else:
            yield "role", form.actor, form.role


def _sources(given: Given, other: ArgumentMap) -> Iterator[str]:
    """What the other author cites, and this one does not."""
    mine = {citation for s in given.m.statements.values() for citation in given.citations(s)}
    theirs = Given(other, given.level)
    for s in other.statements.values():
        for citation in theirs.citations(s):
            if citation not in mine and all(likeness(citation, known) < _TOO_LIKE for known in mine):
                yield citation
