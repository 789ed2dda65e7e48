"""A quiz out of maps: all questions that can be asked, then those that are wanted."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from argmap.comparison.records import Comparison, Finding
from argmap.model import ArgumentMap
from argmap.teaching.chance import drawn, shuffled
from argmap.teaching.quiz.agreeing import agreeing
from argmap.teaching.quiz.parts import parts
from argmap.teaching.quiz.premises import premises
from argmap.teaching.quiz.relations import relations
from argmap.teaching.quiz.speakers import authors, speakers
from argmap.teaching.quiz.subjects import about as only_about
from argmap.teaching.quiz.values import KINDS, Kind, Question, Quiz

_OF_ONE: Final[Mapping[Kind, Callable[[ArgumentMap, int], Iterator[Question]]]] = MappingProxyType(
    {"relation": relations, "who-says": speakers, "role": parts, "unstated": premises}
)

_WHY_NONE: Final[Mapping[Kind, str]] = MappingProxyType(
    {
        "relation": "no two statements read in the text itself have one relation only",
        "who-says": "nothing that was read in the text itself is reported speech, or assumed and asked nowhere else",
        "role": "no statement that was read in the text itself casts an actor flatly in a role",
        "unstated": "no reason has one premise that is stated and one that is assumed",
        "same-or-different": "the maps share nothing on which they clearly agree or differ",
    }
)
_ONE_MAP: Final = "it takes two maps"
_MANY_MAPS: Final = "it takes two maps, and no more"


def make_quiz(
    *maps: ArgumentMap,
    comparison: Comparison | None = None,
    kinds: Collection[Kind] = KINDS,
    count: int | None = None,
    about: Sequence[str] = (),
    title: str | None = None,
    seed: int = 1,
) -> Quiz:
    """Questions on each map, and on how two compare; in the order of their kinds.

    Args:
        maps: The maps.
        comparison: What comparing them gave, for questions on both; without it there are none.
        kinds: Which kinds to ask.
        count: How many questions at most, of every kind as many as of the others; all, if not said.
        about: Keys, ids or words: only questions that are about one of them.
        title: What the quiz is called; if not said, by the names of the maps.
        seed: Decides which questions are taken, which wrong options are offered, and their order.

    Raises:
        ArgmapError: No question is about what was asked for.
    """
    wanted = [kind for kind in KINDS if kind in kinds]
    by_kind = {kind: list(_questions(kind, maps, comparison, wanted, seed)) for kind in wanted}
    # whoever reads that nobody says it has the answer to what is left unsaid
    unsaid = {q.sources[-1] for q in by_kind.get("unstated", ())}
    if "who-says" in by_kind:
        by_kind["who-says"] = [q for q in by_kind["who-says"] if unsaid.isdisjoint(q.sources)]
    missing = {kind: _why_none(kind, maps) for kind, found in by_kind.items() if not found}
    if about:
        kept = {q.id for q in only_about([q for found in by_kind.values() for q in found], maps, about)}
        missing |= {
            kind: "none is about what was asked for"
            for kind, found in by_kind.items()
            if found and not any(q.id in kept for q in found)
        }
        by_kind = {kind: [q for q in found if q.id in kept] for kind, found in by_kind.items()}
    chosen = by_kind if count is None else _shares(by_kind, count, seed)
    return Quiz(
        title or f"{' and '.join(dict.fromkeys(m.name for m in maps))}: questions",
        tuple(m.id for m in maps),
        tuple(q for kind in wanted for q in chosen[kind]),
        seed,
        MappingProxyType(missing),
    )


def _questions(
    kind: Kind, maps: Sequence[ArgumentMap], c: Comparison | None, wanted: Collection[Kind], seed: int
) -> Iterator[Question]:
    """All questions of a kind, each once."""
    found: dict[str, Question] = {}
    if of_one := _OF_ONE.get(kind):
        for m in maps:
            found.update((q.id, q) for q in of_one(m, seed))
    if c and len(c.maps) == 2:
        if kind == "same-or-different":
            found.update((q.id, q) for q in agreeing(c, _share(c, kind, wanted), seed))
        elif kind == "who-says":
            found.update((q.id, q) for q in authors(c, _share(c, kind, wanted), seed))
    yield from found.values()


def _share(c: Comparison, kind: Kind, wanted: Collection[Kind]) -> Iterable[Finding]:
    """The findings for a kind: where two kinds would ask about one, each has half, so that none answers the other."""
    if not {"who-says", "same-or-different"} <= set(wanted):
        return c.findings
    both = [f for f in c.findings if f.unit == "stance" and f.group in ("agree", "agree-but", "one-sided")]
    half = {f.id for f in drawn(both, len(both) // 2, seed=0, choice="whose", name=lambda f: f.id)}
    return [f for f in c.findings if (f.id in half) == (kind == "who-says")]


def _shares(by_kind: Mapping[Kind, Sequence[Question]], count: int, seed: int) -> dict[Kind, list[Question]]:
    """So many questions in all: one of each kind in turn, until there are enough or no more."""
    orders = {kind: shuffled(found, seed=seed, choice="taken", name=lambda q: q.id) for kind, found in by_kind.items()}
    turns = [q for i in range(max(map(len, orders.values()), default=0)) for o in orders.values() for q in o[i : i + 1]]
    taken = {q.id for q in turns[:count]}
    return {kind: [q for q in found if q.id in taken] for kind, found in by_kind.items()}


def _why_none(kind: Kind, maps: Sequence[ArgumentMap]) -> str:
    if kind == "same-or-different" and len(maps) != 2:
        return _ONE_MAP if len(maps) < 2 else _MANY_MAPS
    return _WHY_NONE[kind]
