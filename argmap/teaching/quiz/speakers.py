"""Who says it: the author, somebody the author reports, or nobody, since it is assumed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from argmap.comparison.records import Comparison, Finding
from argmap.model import ArgumentMap
from argmap.teaching.chance import drawn, shuffled
from argmap.teaching.quiz.asking import ask
from argmap.teaching.quiz.standing import Standing, contents, entries, terms
from argmap.teaching.quiz.values import Difficulty, Question
from argmap.teaching.quiz.wording import does, evidence, joined, opening, stopped, voice_name

_NOBODY: Final = "Nobody: it is left unsaid"
_VOICES: Final = 2  # offered beside the author and nobody


def speakers(m: ArgumentMap, seed: int) -> Iterator[Question]:
    """A question on each reported statement and each assumption, and as many on what the author says."""
    standing = Standing(m)
    reported = [key for key in m.statements if _reported(standing, key)]
    assumed = [key for key, s in m.statements.items() if s.type == "assumption" and not s.via]
    mine = [key for key, s in m.statements.items() if standing.own(key) and s.quote and s.type != "evidence"]
    for key in reported:
        yield from _question(standing, key, m.statements[key].voice, seed)
    for key in assumed:
        yield from _question(standing, key, "", seed)
    open_ = [key for key in mine if not _names_any(m, key, _offered(m))]
    for key in drawn(open_, len(reported) + len(assumed), seed=0, choice=f"author:{m.id}"):
        yield from _question(standing, key, "author", seed)


def _reported(standing: Standing, key: str) -> bool:
    """Whether somebody else says it, and neither the author nor a third says as much."""
    s = standing.m.statements[key]
    if s.by_author or s.certainty != "asserted" or not standing.clear(key):
        return False
    said = entries(s)
    return not any(
        said & entries(other) for other in standing.m.statements.values() if other.voice != s.voice and other is not s
    )


def _offered(m: ArgumentMap, voice: str = "") -> list[str]:
    """The voices to choose from: the right one, others of the map, and where they are too few, actors it names.

    Whatever the seed: on them depends what can be asked.
    """
    heard = dict.fromkeys(s.voice for s in m.statements.values() if not s.by_author)
    others = shuffled((v for v in heard if v != voice), seed=0, choice=f"voices:{m.id}")
    named = dict.fromkeys(key for s in m.statements.values() for key in sorted(contents(s)))
    known = m.codebook.actors if m.codebook else {}
    extra = shuffled((k for k in named if k in known and k not in heard), seed=0, choice=f"actors:{m.id}")
    return [*([voice] if voice else []), *others, *extra][:_VOICES]


def _names_any(m: ArgumentMap, key: str, voices: Iterable[str]) -> bool:
    """Whether a statement names one of the voices: what is said of somebody is easily taken for what they say."""
    text = m.statements[key].text
    known = m.codebook.actors if m.codebook else {}
    names = [name for v in voices for name in ((known[v].name, *known[v].aliases) if v in known else (v,))]
    return any(re.search(rf"\b{re.escape(name.removeprefix('the '))}\b", text, re.IGNORECASE) for name in names)


def _question(standing: Standing, key: str, voice: str, seed: int) -> Iterator[Question]:
    m = standing.m
    s = m.statements[key]
    reported = voice if voice not in ("", "author") else ""
    options = {
        "author": (
            f"{m.name}, in the article's own voice",
            f"{does(m, 'does')} not say so in the article's own voice.",
        ),
        "": (_NOBODY, "It is said in the article."),
    }
    for other in _offered(m, reported):
        name = voice_name(m, other)
        text = f"{name[:1].upper()}{name[1:]}, as {does(m, 'reports')}"
        options[other] = (text, f"The map has no such statement of {name}.")
    why: dict[str, tuple[str, Difficulty]] = {
        "author": (f"{does(m, 'says')} so in the article's own voice.", "easy"),
        "": ("The step needs it, and the map marks it as not stated in the article.", "hard"),
    }
    told, difficulty = why.get(
        voice,
        (
            f"{does(m, 'reports')} this as a statement of {voice_name(m, voice)}; it is not the view of {m.name}.",
            "medium",
        ),
    )
    found = ask(
        "who-says",
        (m.id, key),
        title=f"{m.name}: {opening(s)}",
        stem=(f"In the argument of {m.name}, who says this? (The words are the map's.)", stopped(s.text)),
        right=(options[voice][0], "Right."),
        wrong=[option for who, option in options.items() if who != voice],
        explanation=joined(told, evidence(m, key)),
        sources=[(m.id, key)],
        difficulty=difficulty,
        topics={key, *contents(s)},
        seed=seed,
    )
    if found:
        yield found


def authors(c: Comparison, findings: Iterable[Finding], seed: int) -> Iterator[Question]:
    """Whose view it is, of two maps: the first one's, the other's, that of both."""
    maps = {m.id: m for m in c.documents}
    for f in balanced([f for f in findings if f.unit == "stance" and silent(c, f) and _holders(f)]):
        yield from _of_two(f, maps, proposition(c, f), seed)


def _holders(f: Finding) -> tuple[str, ...]:
    """The maps that hold a proposition; none where one leaves it open, holds it with a hedge or under a condition."""
    if f.group not in ("agree", "agree-but", "conflict", "one-sided"):
        return ()
    for side in f.sides.values():
        if side.position not in (None, "holds", "denies"):
            return ()
        if side.position and not any(s.certainty == "asserted" and not s.if_ for s in side.statements):
            return ()
    return tuple(id_ for id_, side in f.sides.items() if side.position == "holds")


def _of_two(f: Finding, maps: Mapping[str, ArgumentMap], asked: str, seed: int) -> Iterator[Question]:
    a, b = (maps[id_] for id_ in f.sides)
    whose = _holders(f)
    options = {
        (a.id,): f"{a.name} only",
        (b.id,): f"{b.name} only",
        (a.id, b.id): f"Both {a.name} and {b.name}",
        (): f"Neither {a.name} nor {b.name}",
    }
    sources = [(id_, s.id) for id_, side in f.sides.items() for s in side.statements]
    found = ask(
        "who-says",
        (*sorted(maps), f.id),
        title=f"{a.name} and {b.name}: {asked.rstrip('.')}",
        stem=(f"By the maps of {a.name} and {b.name}, who says this in their own voice?", asked),
        right=(options[whose], "Right."),
        wrong=[(text, _corrected((a, b), chosen, whose)) for chosen, text in options.items() if chosen != whose],
        explanation=joined(
            f.sentence, *(evidence(maps[id_], *(s.id for s in side.statements)) for id_, side in f.sides.items())
        ),
        sources=sources,
        difficulty="medium",
        topics=topics_of(f),
        seed=seed,
    )
    if found:
        yield found


def balanced(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, with no more one-sided ones than others: whoever guessed so would be right too often."""
    alone = [f for f in findings if f.category == "one-sided"]
    left_out = {f.id for f in alone[max(len(findings) - len(alone), 1) :]}
    return [f for f in findings if f.id not in left_out]


def silent(c: Comparison, f: Finding) -> bool:
    """Whether a map that has no position on it has no statement either that is near it by its words and not coded."""
    label = terms(f.label)
    return not any(
        2 * len(terms(s.text) & label) > len(label)
        for m in c.documents
        if f.sides[m.id].position is None
        for s in m.statements.values()
        if not s.says
    )


def _corrected(both: tuple[ArgumentMap, ArgumentMap], chosen: tuple[str, ...], whose: tuple[str, ...]) -> str:
    """What somebody is told who takes the wrong ones for the holders."""
    too = " too" if set(chosen) & set(whose) else ""
    left_out = [f"{does(m, 'holds')} it{too}." for m in both if m.id in whose and m.id not in chosen]
    wrong = [f"It is no view of {m.name} on the map." for m in both if m.id in chosen and m.id not in whose]
    return joined(*left_out, *wrong)


def proposition(c: Comparison, f: Finding) -> str:
    """What a finding on a stance is about, as a sentence; where no codebook says it, in the words of who holds it."""
    named = any(m.codebook and f.key in m.codebook.propositions for m in c.documents)
    held = next((s.text for side in f.sides.values() if side.position == "holds" for s in side.statements), "")
    return stopped(f.label if named or not held else held)


def topics_of(f: Finding) -> set[str]:
    """What a finding can be asked for by."""
    return {f.id, f.key, *f.key.split("~"), *(s.id for side in f.sides.values() for s in side.statements)}
