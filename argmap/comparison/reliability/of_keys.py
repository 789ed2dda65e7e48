"""Agreement on what the article is held to say, key by key of the codebook; no statement has to be matched for it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from argmap.comparison.reliability.coders import Coder
from argmap.comparison.reliability.figures import Row, Value
from argmap.comparison.reliability.making import Draft
from argmap.comparison.reliability.reading import ABSENT, causes, main_causes, place, roles, stances
from argmap.comparison.reliability.records import Disagreement, LayerName, Level, Said
from argmap.model import CausalClaim, Codebook, RoleAttribution, Stance, Statement

V = TypeVar("V", bound=Value)
Key = tuple[str, ...]
"""A proposition or an actor alone, or a cause and its effect."""


def key_drafts(people: Sequence[Coder], codebook: Codebook | None) -> Iterator[Draft]:
    """The layers on keys: stances, causes, main causes, roles.

    Everybody could have used every proposition and actor of the codebook, so the ones nobody used count as agreement
    (`absent`), as do the pairs of factors nobody related, for each effect that somebody explains. Without a codebook
    only what somebody used is known.
    """
    coding = [any(s.says for s in coder.map.statements.values()) for coder in people]
    book = codebook or Codebook(id="none")
    taken = [_of_one(stances(coder.map)) for coder in people]
    choices = [(key,) for key in book.propositions]
    yield _layer(people, coding, taken, name="stances", unit="proposition", choices=choices, absent=ABSENT)
    links = [causes(coder.map) for coder in people]
    effects = sorted({effect for found in links for _, effect in found})
    pairs = [(cause, effect) for effect in effects for cause in book.factors if cause != effect]
    yield _layer(people, coding, links, name="causes", unit="cause and effect", choices=pairs, absent=ABSENT)
    explained = [_of_one(main_causes(coder.map)) for coder in people]
    yield _layer(people, coding, explained, name="main-causes", unit="effect that two coders explain", level="masi")
    cast = [_of_one(roles(coder.map)) for coder in people]
    actors = [(key,) for key in book.actors]
    yield _layer(
        people, coding, cast, name="roles", unit="actor", choices=actors, absent=frozenset[str](), level="masi"
    )


def _of_one(values: Mapping[str, V]) -> dict[Key, V]:
    return {(key,): value for key, value in values.items()}


def _layer(
    people: Sequence[Coder],
    coding: Sequence[bool],
    given: Sequence[Mapping[Key, Value]],
    *,
    name: LayerName,
    unit: str,
    choices: Iterable[Key] = (),
    absent: Value | None = None,
    level: Level = "nominal",
) -> Draft:
    """A layer with one unit for each key that is a choice or was used; `absent` stands for a key not used."""
    rows: Counter[Row] = Counter()
    differing: list[Disagreement] = []
    for key in dict.fromkeys((*choices, *sorted({key for values in given for key in values}))):
        row: Row = tuple(values.get(key, absent) if coding[i] else None for i, values in enumerate(given))
        rows[row] += 1
        if len({v for v in row if v is not None}) > 1:
            differing.append(
                Disagreement(
                    " > ".join(key),
                    " → ".join(part.replace("-", " ") for part in key),
                    {coder.label: value for coder, value in zip(people, row, strict=True)},
                    tuple(_on(people, _speaks_of(name, key))),
                )
            )
    if not any(any(values) for values in given):
        rows.clear()  # a codebook's choices that nobody took at all are no agreement on anything
    return Draft(
        name,
        unit,
        rows,
        f"no coder coded {_WHAT[name]}",
        level,
        tuple(differing),
        coding,
        "wrote 'says' on any statement",
        independent=name != "causes",
    )


_WHAT: Mapping[str, str] = {
    "stances": "a stance",
    "causes": "a cause",
    "main-causes": "an effect that another explains too",
    "roles": "a role",
}


def _speaks_of(name: LayerName, key: Key) -> Callable[[Statement], bool]:
    def speaks(s: Statement) -> bool:
        for form in s.says:
            match form:
                case Stance() if name == "stances" and form.proposition == key[0]:
                    return True
                case CausalClaim() if name == "causes" and form.factor == key[1] and key[0] in form.cause:
                    return True
                case CausalClaim() if name == "main-causes" and form.factor == key[0]:
                    return True
                case RoleAttribution() if name == "roles" and form.actor == key[0]:
                    return True
        return False

    return speaks


def _on(people: Sequence[Coder], speaks: Callable[[Statement], bool]) -> Iterator[Said]:
    for coder in people:
        found = [(key, s) for key, s in coder.map.statements.items() if speaks(s)]
        for key, s in sorted(found, key=lambda item: place(item[1])):
            yield Said(coder.label, key, s.text, s.quote, s.at)
