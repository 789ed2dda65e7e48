"""What one coder wrote, as values to compare. Keys are taken as written: what is asked is what coders put down."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from argmap.comparison.reliability.figures import Value
from argmap.model import ArgumentMap, CausalClaim, RoleAttribution, Stance, Statement, parse_place

VARIES: Final = "varies"
REPORTED: Final = "reported"
ABSENT: Final = "absent"


def entries(s: Statement) -> Value:
    """What a statement says, each entry a member: ``holds p``, ``raises f > e``, ``council as ally``."""
    found: set[str] = set()
    for form in s.says:
        match form:
            case Stance():
                found.add(f"{form.attitude} {form.proposition}")
            case CausalClaim():
                found |= {f"{form.effect} {cause} > {form.factor}" for cause in form.cause}
            case RoleAttribution():
                found.add(f"{form.actor} as {form.role}")
    return frozenset(found)


def voice(m: ArgumentMap, s: Statement) -> str:
    """Who speaks: the key of an actor the codebook knows by that key, name or alias; else as written, but for case."""
    actors = m.codebook.actors if m.codebook else {}
    if s.voice in actors:
        return s.voice
    said = _folded(s.voice)
    known = (key for key, actor in actors.items() if said in map(_folded, (actor.name, *actor.aliases)))
    return next(known, said)


def place(s: Statement) -> tuple[int, float]:
    """Where in the article a statement first stands, for sorting; one without a place comes last."""
    return min((_number(at) for at in s.at), default=(1, 0.0))


def paragraphs(s: Statement) -> frozenset[int]:
    """The paragraphs a statement names."""
    return frozenset(number for at in s.at for number in parse_place(at).paragraphs)


def stances(m: ArgumentMap) -> dict[str, str]:
    """By proposition: holds, denies, questions; varies (holds and denies); reported, if only others speak of it."""
    said: dict[str, set[str]] = defaultdict(set)
    for s in m.statements.values():
        for form in s.says:
            if isinstance(form, Stance):
                said[form.proposition].add(form.attitude if s.by_author else REPORTED)
    return {key: _stance(values) for key, values in said.items()}


def causes(m: ArgumentMap) -> dict[tuple[str, ...], str]:
    """By cause and effect: raises, lowers, unrelated; varies (several of them); reported, if only others say so."""
    said: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for s in m.statements.values():
        for form in s.says:
            if isinstance(form, CausalClaim):
                for cause in form.cause:
                    said[cause, form.factor].add(form.effect if s.by_author else REPORTED)
    return {link: _one(values) for link, values in said.items()}


def main_causes(m: ArgumentMap) -> dict[str, frozenset[str]]:
    """By effect that the author explains: the causes marked as main ones."""
    found: dict[str, set[str]] = {}
    for s in m.statements.values():
        for form in s.says:
            if isinstance(form, CausalClaim) and s.by_author:
                found.setdefault(form.factor, set()).update(form.cause if form.main else ())
    return {effect: frozenset(main) for effect, main in found.items()}


def roles(m: ArgumentMap) -> dict[str, frozenset[str]]:
    """By actor: the roles it is cast in; those only others cast it in are marked so."""
    said: dict[str, dict[str, bool]] = defaultdict(dict)
    for s in m.statements.values():
        for form in s.says:
            if isinstance(form, RoleAttribution):
                said[form.actor][form.role] = said[form.actor].get(form.role, False) or s.by_author
    return {
        actor: frozenset(role if own else f"{role} ({REPORTED})" for role, own in cast.items())
        for actor, cast in said.items()
    }


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").split())


def _stance(values: Iterable[str]) -> str:
    found = set(values)
    if {"holds", "denies"} <= found:
        return VARIES
    return next(value for value in ("holds", "denies", "questions", REPORTED) if value in found)


def _one(values: Iterable[str]) -> str:
    own = set(values) - {REPORTED}
    return REPORTED if not own else own.pop() if len(own) == 1 else VARIES


def _number(at: str) -> tuple[int, float]:
    first = re.match(r"\d+(\.\d+)?", parse_place(at).first)
    return (0, float(first[0])) if first else (1, 0.0)
