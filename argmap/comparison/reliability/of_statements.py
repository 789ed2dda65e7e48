"""Agreement on statements: who found which, and what those who found one say of it."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from argmap.comparison.reliability.coders import Coder
from argmap.comparison.reliability.f1 import overlap
from argmap.comparison.reliability.figures import Row, Value
from argmap.comparison.reliability.making import Draft
from argmap.comparison.reliability.matching import Matching, Unit
from argmap.comparison.reliability.reading import entries, place, voice
from argmap.comparison.reliability.records import Disagreement, LayerName, Level, Said
from argmap.model import ArgumentMap, Statement

NO_COMMON = "no statement was found by two coders"
NOT_CODED = "wrote 'says' on any statement"
DIFFERENT_BOOKS = "the coders used different codebooks, so a key of one may mean something else to another"
NO_NEGATIVES = "statements that nobody found cannot be counted, so there is no agreement by chance to take off; read F1"


def statement_drafts(people: Sequence[Coder], matching: Matching, *, codes_shared: bool) -> Iterator[Draft]:
    """The layers on statements: which were found, their types, certainty, voice, and codes."""
    yield _found(people, matching)
    yield _of_common(people, matching, lambda _, s: s.type, name="types")
    yield _of_common(people, matching, lambda _, s: s.certainty, name="certainty", level="ordinal")
    yield _of_common(people, matching, voice, name="voice")
    if not codes_shared:
        yield Draft("codes", "common statement", {}, DIFFERENT_BOOKS, "masi")
    else:
        coding = [any(s.says for s in coder.map.statements.values()) for coder in people]
        yield _of_common(people, matching, lambda _, s: entries(s), name="codes", level="masi", takes_part=coding)


def said(people: Sequence[Coder], unit: Unit) -> tuple[Said, ...]:
    """The statements of a unit."""
    return tuple(_said(people[i], key) for i, key in enumerate(unit.members) if key is not None)


def unit_id(people: Sequence[Coder], unit: Unit) -> str:
    """What tells a unit from others: its statements, with whose they are; one id where all have the same."""
    names = {key for key in unit.members if key is not None}
    if len(names) == 1 and len(unit.finders) > 1:
        return names.pop()
    return " = ".join(sorted(f"{people[i].label}:{unit.members[i]}" for i in unit.finders))


def in_reading_order(people: Sequence[Coder], matching: Matching) -> list[Unit]:
    """The units as the article brings them; those without a place last, by their first texts."""

    def key(unit: Unit) -> tuple[tuple[int, float], list[str]]:
        found = [people[i].map.statements[name] for i, name in enumerate(unit.members) if name is not None]
        return min(place(s) for s in found), sorted(s.text for s in found)

    return sorted(matching.units, key=key)


def text_of(people: Sequence[Coder], unit: Unit) -> str:
    """The words of a unit: of its statements' texts the first by the alphabet, whoever stands first."""
    return min(s.text for s in said(people, unit))


def _said(coder: Coder, key: str) -> Said:
    s = coder.map.statements[key]
    return Said(coder.label, key, s.text, s.quote, s.at)


def _found(people: Sequence[Coder], matching: Matching) -> Draft:
    sizes = [len(coder.map.statements) for coder in people]
    common = Counter(pair for unit in matching.units for pair in combinations(unit.finders, 2))
    return Draft(
        "statements",
        "statement",
        {},
        "no coder has statements",
        overlaps={
            (i, j): overlap(common[i, j], sizes[i], sizes[j], of="statements")
            for i, j in combinations(range(len(people)), 2)
        },
        uncorrected=NO_NEGATIVES,
        disagreements=tuple(
            Disagreement(
                unit_id(people, unit),
                text_of(people, unit),
                {c.label: "found" if i in unit.finders else "not found" for i, c in enumerate(people)},
                said(people, unit),
                unit.how,
                unit.score,
            )
            for unit in in_reading_order(people, matching)
            if len(unit.finders) < len(people)
        ),
    )


def _of_common(
    people: Sequence[Coder],
    matching: Matching,
    value: Callable[[ArgumentMap, Statement], Value],
    *,
    name: LayerName,
    level: Level = "nominal",
    takes_part: Sequence[bool] = (),
) -> Draft:
    """A layer of what coders say of the statements they share; one who has not found a statement says nothing of it."""
    rows: Counter[Row] = Counter()
    differing: list[Disagreement] = []
    for unit in in_reading_order(people, matching):
        row: Row = tuple(
            value(coder.map, coder.map.statements[key])
            if key is not None and (not takes_part or takes_part[i])
            else None
            for i, (coder, key) in enumerate(zip(people, unit.members, strict=True))
        )
        rows[row] += 1
        if len({v for v in row if v is not None}) > 1:
            values = {coder.label: v for coder, v in zip(people, row, strict=True)}
            differing.append(
                Disagreement(
                    unit_id(people, unit), text_of(people, unit), values, said(people, unit), unit.how, unit.score
                )
            )
    return Draft(
        name,
        "common statement",
        rows,
        NO_COMMON,
        level,
        tuple(differing),
        takes_part,
        NOT_CODED,
    )
