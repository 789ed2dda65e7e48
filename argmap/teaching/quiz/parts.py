"""Which part an author gives an actor."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from argmap.model import BUILT_IN_ROLES, ArgumentMap, RoleAttribution
from argmap.model.places import period_in_words
from argmap.teaching.chance import shuffled
from argmap.teaching.quiz.asking import ask
from argmap.teaching.quiz.standing import Standing, contents
from argmap.teaching.quiz.values import Question
from argmap.teaching.quiz.wording import actor_name, actors, does, evidence, joined, stopped, voice_name

_WRONG: Final = 3

_NEAR: Final = (
    {"ally", "partner", "protector", "patron"},
    {"intermediary", "interlocutor", "hedger"},
    {"partner", "interlocutor"},
    {"rival", "adversary", "spoiler", "revisionist", "balancer"},
    {"client", "victim", "stake"},
    {"leader", "patron", "protector"},
    {"bystander", "hedger"},
)
"""Parts that one text can give with the same words: beside one of them no other is offered as wrong."""

_MEANING: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ally": "bound to stand by others",
        "partner": "works together with others",
        "protector": "keeps others safe",
        "intermediary": "goes between the sides",
        "leader": "sets the course for others",
        "balancer": "builds up a counterweight",
        "patron": "backs a weaker one",
        "client": "lives on another's backing",
        "hedger": "keeps in with both sides",
        "bystander": "looks on and stays out",
        "victim": "suffers what others do",
        "stake": "what others compete for",
        "rival": "competes with others",
        "spoiler": "upsets what others build",
        "revisionist": "wants to change the order",
        "adversary": "threatens or opposes others",
    }
)
"""What the built-in parts mean, in a few words, so that nobody has to know the terms."""


@dataclass
class _Casting:
    """One part that somebody gives an actor: where, toward whom, and whether as the main one."""

    statements: list[str] = field(default_factory=list)
    toward: dict[str, None] = field(default_factory=dict)
    anyone: bool = False  # somewhere it names nobody it is played toward
    main: bool = False

    def add(self, key: str, part: RoleAttribution) -> None:
        """One more statement that gives it."""
        self.statements.append(key)
        self.toward.update(dict.fromkeys(part.toward))
        self.anyone = self.anyone or not part.toward
        self.main = self.main or part.main

    def meets(self, other: "_Casting") -> bool:
        """Whether both are played toward a common actor."""
        return self.anyone or other.anyone or bool(self.toward.keys() & other.toward.keys())


@dataclass
class _Cast:
    """The parts of one actor on a map: those the author gives flatly, all the author gives, those others give."""

    flat: dict[str, _Casting] = field(default_factory=dict)
    all: dict[str, _Casting] = field(default_factory=dict)
    reported: dict[str, str] = field(default_factory=dict)  # and who gives them


def parts(m: ArgumentMap, seed: int) -> Iterator[Question]:
    """A question for each part that the author gives an actor flatly and in the article's own voice."""
    casts = _casts(m)
    for actor, cast in casts.items():
        for role, casting in cast.flat.items():
            wrong = _wrong(m, casts, actor, casting, shuffle=(seed, f"parts:{m.id}:{actor}:{role}"))
            yield from _question(m, (actor, role), casting, wrong, seed)


def _casts(m: ArgumentMap) -> dict[str, _Cast]:
    standing = Standing(m)
    casts: dict[str, _Cast] = {}
    for key, s in m.statements.items():
        for part in s.says:
            if not isinstance(part, RoleAttribution):
                continue
            cast = casts.setdefault(part.actor, _Cast())
            if not s.by_author:
                cast.reported.setdefault(part.role, s.voice)
                continue
            cast.all.setdefault(part.role, _Casting()).add(key, part)
            if standing.own(key):
                cast.flat.setdefault(part.role, _Casting()).add(key, part)
    return casts


def _wrong(
    m: ArgumentMap, casts: Mapping[str, _Cast], actor: str, casting: _Casting, *, shuffle: tuple[int, str]
) -> list[tuple[str, str]]:
    """Parts the author does not give here, no two of them near each other.

    First those that others give, or that the author gives toward others; then those of other actors; then any.
    """
    cast = casts[actor]
    here = {role for role, other in cast.all.items() if other.meets(casting)}
    seed, choice = shuffle
    others = {role for other in casts.values() for role in other.all}
    own = m.codebook.roles if m.codebook else {}
    order = [
        *(role for role in cast.reported if role not in cast.all),
        *shuffled(cast.all, seed=seed, choice=f"{choice}:own"),
        *shuffled(others, seed=seed, choice=f"{choice}:map"),
        *shuffled({*BUILT_IN_ROLES, *own}, seed=seed, choice=choice),
    ]
    near = _with_near(here)
    found: list[tuple[str, str]] = []
    for role in order:
        if role in near or len(found) == _WRONG:
            continue
        near |= _with_near({role})
        found.append((_named(m, role), _told(m, cast, actor, role)))
    return found


def _with_near(roles: set[str]) -> set[str]:
    return roles.union(*(family for family in _NEAR if family & roles))


def _told(m: ArgumentMap, cast: _Cast, actor: str, role: str) -> str:
    """What somebody is told who takes this for the right part."""
    if role in cast.all:
        to = actors(m, tuple(cast.all[role].toward))
        return f"{does(m, 'casts')} {actor_name(m, actor)} so toward {to}."
    if role in cast.reported:
        voice = voice_name(m, cast.reported[role])
        return f"That is what {voice} says, as {does(m, 'reports')}; it is not the view of {m.name}."
    return f"The map of {m.name} has no statement that says so."


def _named(m: ArgumentMap, role: str) -> str:
    """A part with what it means."""
    own = m.codebook.roles.get(role) if m.codebook else None
    meaning = (own.text if own else None) or _MEANING.get(role, "")
    name = role.replace("-", " ")
    return f"{name} ({meaning.rstrip('.')})" if meaning else name


def _question(
    m: ArgumentMap, part: tuple[str, str], casting: _Casting, wrong: list[tuple[str, str]], seed: int
) -> Iterator[Question]:
    actor, role = part
    name = actor_name(m, actor)
    toward = f" toward {actors(m, tuple(casting.toward))}" if casting.toward else ""
    stated = m.statements[casting.statements[0]]
    periods = dict.fromkeys(m.statements[key].when or "" for key in casting.statements)
    when = "" if "" in periods else f" ({', '.join(period_in_words(period) for period in periods)})"
    found = ask(
        "role",
        (m.id, actor, role),
        title=f"{m.name}: a part of {name}{toward}",
        stem=(f"Which part does the argument of {m.name} give {name}{toward}{when}, in the article's own voice?",),
        right=(_named(m, role), "Right."),
        wrong=wrong,
        explanation=joined(
            f"{does(m, 'casts')} {name} as {role.replace('-', ' ')}{toward}: {stopped(stated.text)}",
            "The map puts this part first." if casting.main else "",
            evidence(m, *casting.statements),
        ),
        sources=[(m.id, key) for key in casting.statements],
        difficulty="easy" if casting.main else "medium",
        topics={actor, role, *casting.statements, *casting.toward, *contents(stated)},
        seed=seed,
    )
    if found:
        yield found
