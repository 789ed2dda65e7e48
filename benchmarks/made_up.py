"""Made-up maps of any size: two articles on one topic with a shared codebook, the same for the same size and seed.

About two statements in three are coded, and about a third of what either map codes the other codes too. Each map is a
tree of reasons with linked premises, objections, doubts and some reported speech, with quotations, places and sources.

    python benchmarks/made_up.py 1000 some-folder/
"""

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

Side = Literal["left", "right"]
SIDES: Final[tuple[Side, ...]] = ("left", "right")

_SUBJECTS: Final = (
    "the tram to the harbour",
    "the ring road",
    "the night bus",
    "the toll on the old bridge",
    "the cycle path",
    "the new depot",
    "the price of a ticket",
    "the parking levy",
    "the bus lane",
    "the ferry",
    "the market street",
    "the second tunnel",
    "the speed limit",
    "the school run",
    "the goods yard",
    "the car-free Sunday",
)
_VERBS: Final = (
    "shortens the way of",
    "costs",
    "brings back",
    "drives out",
    "was built for",
    "is paid for by",
    "delays",
    "protects",
    "competes with",
    "depends on",
    "will outlast",
    "has divided",
)
_OBJECTS: Final = (
    "the shops in the valley",
    "people who work at night",
    "the families of the new quarter",
    "the budget of the town",
    "the voters of the eastern wards",
    "the last council",
    "small firms",
    "visitors",
    "the plan of 1998",
    "the air in the centre",
    "older residents",
    "the bus company",
    "commuters from abroad",
    "the owners of the quay",
    "the railway",
    "the hospital",
)
_CIRCUMSTANCES: Final = (
    "",
    "after the flood",
    "in most winters",
    "since the vote",
    "before the works end",
    "whatever the count says",
    "on market days",
    "without a subsidy",
    "as the first survey found",
    "for a third of the year",
)
_ROLES: Final = ("ally", "partner", "protector", "leader", "bystander", "victim", "rival", "spoiler", "adversary")


@dataclass(slots=True)
class _Statement:
    """A statement to write: `fields` as YAML on one line each, `because` and `but` as it grows."""

    type: str
    fields: list[str]
    because: list[str] = field(default_factory=list)
    but: list[str] = field(default_factory=list)


def codebook(size: int, seed: int = 1) -> str:
    """The codebook that both maps of so many statements share, as YAML."""
    chance = random.Random(f"codebook {size} {seed}")
    lines = ["argmap-codebook: 1", "id: made-up", "title: A town and its traffic", "", "actors:"]
    for i in range(_actors(size)):
        lines += [f"  actor-{i}:", f"    name: {_sentence(chance)[4:24].strip()} board {i}"]
    lines += ["", "factors:"]
    lines += [f"  factor-{i}: {_sentence(chance)} {i}" for i in range(_factors(size))]
    lines += ["", "propositions:"]
    for i in range(_propositions(size)):
        kind = chance.choice(("fact", "cause", "forecast", "value", "policy"))
        lines += [f"  p-{i}:", f"    text: {_sentence(chance).capitalize()}.", f"    kind: {kind}"]
    return "\n".join(lines) + "\n"


def article(size: int, side: Side, seed: int = 1, *, shared: str = "made-up.codebook.yaml") -> str:
    """One of the two maps, as YAML; `shared` is the path of the codebook beside it."""
    chance = random.Random(f"{side} {size} {seed}")
    author = "Ann Left" if side == "left" else "Bo Right"
    lines = [
        "argmap: 1",
        f"id: {side}",
        f"title: A town and its traffic, seen from the {side}",
        f"article: {{authors: [{author}], date: 2023-08, title: The {side} bank}}",
        f"codebook: {shared}",
        "coverage: complete",
        "",
        "sources:",
    ]
    lines += [
        f"  source-{i}: {{authors: [Writer {i}], date: '{1990 + i % 34}', title: Study {i}}}"
        for i in range(_sources(size))
    ]
    lines += ["", "statements:"]
    for key, statement in _statements(size, side, chance).items():
        lines += _written(key, statement)
    return "\n".join(lines) + "\n"


def write(folder: Path, size: int, seed: int = 1) -> tuple[Path, Path]:
    """Write both maps and their codebook into a folder; the paths of the maps."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "made-up.codebook.yaml").write_text(codebook(size, seed), encoding="utf-8")
    for side in SIDES:
        (folder / f"{side}.yaml").write_text(article(size, side, seed), encoding="utf-8")
    return folder / "left.yaml", folder / "right.yaml"


def _actors(size: int) -> int:
    return max(4, size // 40)


def _factors(size: int) -> int:
    return max(4, size // 8)


def _propositions(size: int) -> int:
    return max(6, size // 2)


def _sources(size: int) -> int:
    return max(2, size // 10)


def _own(count: int, side: Side, chance: random.Random) -> int:
    """The number of a key: the left map uses the first two thirds of the codebook, the right one the last two."""
    return chance.randrange(count * 2 // 3) if side == "left" else chance.randrange(count // 3, count)


def _sentence(chance: random.Random) -> str:
    words = (chance.choice(part) for part in (_SUBJECTS, _VERBS, _OBJECTS, _CIRCUMSTANCES))
    return " ".join(words).strip()


def _statements(size: int, side: Side, chance: random.Random) -> dict[str, _Statement]:
    found: dict[str, _Statement] = {}
    for i in range(size):
        key = f"s-{i}"
        if i % 50 == 0:
            found[key] = _new("thesis", size, side, chance)
            continue
        upper = found[f"s-{chance.randrange(max(i // 50 * 50, i - 12), i)}"]
        if chance.random() < 0.12:
            found[key] = _new("objection", size, side, chance)
            upper.but.append(key)
            continue
        found[key] = _new("evidence" if chance.random() < 0.15 else "premise", size, side, chance)
        upper.because.append(key)
        if upper.type == "premise":
            upper.type = "claim"
    return found


def _new(kind: str, size: int, side: Side, chance: random.Random) -> _Statement:
    text = f"{_sentence(chance).capitalize()}."
    fields = [
        f"label: {' '.join(text.rstrip('.').split()[:6])}",
        f"text: {text}",
        f'quote: "{" ".join(text.split()[1:6])}"',
        f"at: ¶{chance.randint(1, 40)}",
    ]
    if chance.random() < 0.65 or kind == "thesis":
        fields.append(f"says: {_says(size, side, chance)}")
    if kind == "evidence":
        fields.append(f"sources: [source-{chance.randrange(_sources(size))}]")
    if kind == "objection":
        reported = chance.random() < 0.5
        fields.append(f"voice: {f'actor-{chance.randrange(_actors(size))}' if reported else 'author'}")
    elif chance.random() < 0.15:
        fields.append(f"certainty: {chance.choice(('likely', 'possible'))}")
    if chance.random() < 0.05:
        fields.append(f"when: {chance.choice(('2017/2021', '2023', '2019/..', '2021-03'))}")
    return _Statement(kind, fields)


def _says(size: int, side: Side, chance: random.Random) -> str:
    form = chance.random()
    if form < 0.7:
        attitude = chance.choices(("holds", "denies", "questions"), (8, 3, 1))[0]
        return f"{{{attitude}: p-{_own(_propositions(size), side, chance)}}}"
    if form < 0.88:
        cause, effect = (_own(_factors(size), side, chance) for _ in range(2))
        effect = effect if effect != cause else (effect + 1) % _factors(size)
        sign = chance.choices(("raises", "lowers", "unrelated"), (6, 3, 1))[0]
        return f"{{cause: factor-{cause}, {sign}: factor-{effect}, main: {str(chance.random() < 0.2).lower()}}}"
    actor, toward = chance.sample(range(_actors(size)), 2)
    return f"{{actor: actor-{actor}, role: {chance.choice(_ROLES)}, toward: [actor-{toward}]}}"


def _written(key: str, statement: _Statement) -> Iterator[str]:
    yield f"  {key}:"
    yield f"    type: {statement.type}"
    yield from (f"    {line}" for line in statement.fields)
    if statement.because:
        linked = [f"[{', '.join(statement.because[:2])}]"] if len(statement.because) > 2 else statement.because[:2]
        yield f"    because: [{', '.join([*linked, *statement.because[2:]])}]"
    if statement.but:
        yield f"    but: [{', '.join(statement.but)}]"


if __name__ == "__main__":
    for path in write(Path(sys.argv[2]), int(sys.argv[1])):
        print(path)
