"""Agreement on what the article is held to say, key by key of the codebook; no statement has to be matched for it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from argmap.comparison.reliability.coders import Coder
from argmap.comparison.reliability.figures import Row, Value
from argmap.comparison.reliability.making import Draft
from argmap.comparison.reliability.of_statements import DIFFERENT_BOOKS, NOT_CODED
from argmap.comparison.reliability.reading import ABSENT, causes, main_causes, place, roles, stances
from argmap.comparison.reliability.records import Disagreement, LayerName, Level, Said
from argmap.model import ArgumentMap, CausalClaim, Codebook, RoleAttribution, Says, Stance

V = TypeVar("V", bound=Value)
Key = tuple[str, ...]
"""A proposition, an effect or an actor alone, or a cause and its effect."""


def key_drafts(people: Sequence[Coder], codebook: Codebook | None, *, codes_shared: bool) -> Iterator[Draft]:
    """The layers on keys: stances, causes, main causes, roles.

    Everybody could have used every proposition and actor of the codebook, so the ones nobody used count as agreement
    (`absent`), as do the pairs of factors nobody related, for each effect that somebody explains. Without a codebook
    only what somebody used is known.
    """
    for kind in _KINDS:
        if codes_shared:
            yield _draft(people, codebook or Codebook(id="none"), kind)
        else:
            yield Draft(kind.name, kind.unit, {}, DIFFERENT_BOOKS, kind.level)


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a layer of keys is about.

    Attributes:
        nothing: Why there is no figure if nobody coded any.
        absent: What a coder says of a key by not using it; None if that is no value.
        read: What a map says of each key it uses.
        names: The part of the codebook that defines its keys.
        choices: How many keys anybody could have used, by that part and the keys that somebody used.
        about: A key in the codebook's words.
        on: The keys an entry is about.
    """

    name: LayerName
    unit: str
    level: Level
    nothing: str
    absent: Value | None
    read: Callable[[ArgumentMap], Mapping[Key, Value]]
    names: Callable[[Codebook], Collection[str]]
    choices: Callable[[Collection[str], Collection[Key]], int]
    about: Callable[[Codebook, Key], str]
    on: Callable[[Says], Iterable[Key]]


def _draft(people: Sequence[Coder], book: Codebook, kind: _Kind) -> Draft:
    coding = [any(s.says for s in coder.map.statements.values()) for coder in people]
    given = [kind.read(coder.map) for coder in people]
    names = kind.names(book)
    rank = {name: n for n, name in enumerate(names)}
    used = sorted(
        {key for values in given for key in values},
        key=lambda key: ([rank.get(part, len(rank)) for part in reversed(key)], key),
    )
    said_on = _said_on(people, kind)
    rows: Counter[Row] = Counter()
    differing: list[Disagreement] = []
    for key in used:
        row: Row = tuple(values.get(key, kind.absent) if coding[i] else None for i, values in enumerate(given))
        rows[row] += 1
        if len({v for v in row if v is not None}) > 1:
            values = {coder.label: value for coder, value in zip(people, row, strict=True)}
            differing.append(Disagreement(" > ".join(key), kind.about(book, key), values, tuple(said_on[key])))
    if used:  # a codebook's choices that nobody took at all are no agreement on anything
        rows[tuple(kind.absent if coded else None for coded in coding)] += kind.choices(names, used)
    return Draft(
        kind.name,
        kind.unit,
        rows,
        kind.nothing,
        kind.level,
        tuple(differing),
        coding,
        NOT_CODED,
        independent=kind.name != "causes",
    )


def _said_on(people: Sequence[Coder], kind: _Kind) -> dict[Key, list[Said]]:
    """The statements on each key, coder by coder, each coder's as the article brings them."""
    found: dict[Key, list[Said]] = defaultdict(list)
    for coder in people:
        for name, s in sorted(coder.map.statements.items(), key=lambda item: place(item[1])):
            for key in dict.fromkeys(key for form in s.says for key in kind.on(form)):
                found[key].append(Said(coder.label, name, s.text, s.quote, s.at))
    return found


def _single(values: Mapping[str, V]) -> dict[Key, V]:
    return {(key,): value for key, value in values.items()}


def _others(names: Collection[str], used: Collection[Key]) -> int:
    """How many keys of the codebook nobody used."""
    return len(names) - sum(key[0] in names for key in used)


def _other_links(names: Collection[str], used: Collection[Key]) -> int:
    """How many factors nobody related to the effects that somebody explains; counted, for there may be millions."""
    effects = {effect for _, effect in used}
    choices = sum(len(names) - (effect in names) for effect in effects)
    return choices - sum(cause in names and cause != effect for cause, effect in used)


def _proposition(book: Codebook, key: Key) -> str:
    return book.propositions[key[0]].text if key[0] in book.propositions else _plain(key[0])


def _factors(book: Codebook, key: Key) -> str:
    return " → ".join(book.factors[k].text if k in book.factors else _plain(k) for k in key)


def _actor(book: Codebook, key: Key) -> str:
    return book.actors[key[0]].name if key[0] in book.actors else _plain(key[0])


def _plain(key: str) -> str:
    return key.replace("-", " ")


_KINDS: Final = (
    _Kind(
        name="stances",
        unit="proposition",
        level="nominal",
        nothing="no coder coded a stance",
        absent=ABSENT,
        read=lambda m: _single(stances(m)),
        names=lambda book: book.propositions,
        choices=_others,
        about=_proposition,
        on=lambda form: [(form.proposition,)] if isinstance(form, Stance) else (),
    ),
    _Kind(
        name="causes",
        unit="cause and effect",
        level="nominal",
        nothing="no coder coded a cause",
        absent=ABSENT,
        read=causes,
        names=lambda book: book.factors,
        choices=_other_links,
        about=_factors,
        on=lambda form: [(c, form.factor) for c in form.cause] if isinstance(form, CausalClaim) else (),
    ),
    _Kind(
        name="main-causes",
        unit="effect that two coders explain",
        level="masi",
        nothing="no effect is explained by two coders",
        absent=None,
        read=lambda m: _single(main_causes(m)),
        names=lambda book: book.factors,
        choices=lambda _names, _used: 0,
        about=_factors,
        on=lambda form: [(form.factor,)] if isinstance(form, CausalClaim) else (),
    ),
    _Kind(
        name="roles",
        unit="actor",
        level="masi",
        nothing="no coder coded a role",
        absent=frozenset[str](),
        read=lambda m: _single(roles(m)),
        names=lambda book: book.actors,
        choices=_others,
        about=_actor,
        on=lambda form: [(form.actor,)] if isinstance(form, RoleAttribution) else (),
    ),
)
