"""Find the unstated premise: what a step needs and the text does not say."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from argmap.model import ArgumentMap, Reason
from argmap.teaching.quiz.asking import ask
from argmap.teaching.quiz.standing import Standing, contents, terms
from argmap.teaching.quiz.values import Question
from argmap.teaching.quiz.wording import does, evidence, joined, place, said, stopped, title_of

_WRONG: Final = 3
_UNLIKE: Final = 0.4  # how much longer or shorter they may be


def premises(m: ArgumentMap, seed: int) -> Iterator[Question]:
    """A question for each reason that has one assumption and at least one premise that is stated."""
    standing = Standing(m)
    for upper, s in m.statements.items():
        for reason in s.because:
            assumed = [k for k in reason.premises if k in m.statements and m.statements[k].type == "assumption"]
            stated = [k for k in reason.premises if k in m.statements and standing.clear(k)]
            whole = len(assumed) + len(stated) == len(reason.premises)
            if len(assumed) == 1 and stated and whole and standing.clear(upper) and standing.uses[assumed[0]] == 1:
                yield from _question(standing, upper, _Step(reason, assumed[0], stated), seed)


class _Step(NamedTuple):
    """A reason with the one premise that is left unsaid and those that are not."""

    reason: Reason
    assumed: str
    stated: list[str]


def _question(standing: Standing, upper: str, step: _Step, seed: int) -> Iterator[Question]:
    m = standing.m
    reason, assumed, stated = step
    s = m.statements[assumed]
    wrong = [
        (stopped(m.statements[key].text), f"{does(m, 'says')} so, {place(m.statements[key])}: it is not left unsaid.")
        for key in _said_elsewhere(standing, upper, assumed, reason)
    ]
    found = ask(
        "unstated",
        (m.id, upper, assumed),
        title=f"{m.name}: {title_of(m.statements[upper])}",
        stem=(
            f"A step in the argument of {m.name}, in the words of the map:",
            f"Conclusion: {said(m, upper)}",
            f"Reason: {joined(*(said(m, key) for key in stated))}",
            "Which of these does the step need, although the text does not say it?",
        ),
        right=(stopped(s.text), "Right."),
        wrong=wrong,
        explanation=joined(
            "The map adds this premise because the conclusion does not follow without it; the text does not state it.",
            "The other options are said in the text.",
            evidence(m, upper, *stated),
        ),
        sources=[(m.id, key) for key in (upper, *stated, assumed)],
        difficulty="hard",
        topics={upper, assumed, *stated, *contents(m.statements[upper])},
        seed=seed,
    )
    if found:
        yield found


def _said_elsewhere(standing: Standing, upper: str, assumed: str, reason: Reason) -> list[str]:
    """Statements the author makes, alike in words and length to what is assumed; what is said is not left unsaid."""
    m = standing.m
    length = len(m.statements[assumed].text)
    about = terms(" ".join(m.statements[key].text for key in (upper, *reason.premises)))

    def fits(key: str) -> bool:
        s = m.statements[key]
        apart = key not in reason.premises and key not in standing.above(upper)
        return apart and standing.own(key) and bool(s.quote) and abs(len(s.text) - length) <= _UNLIKE * length

    there = [key for key in m.statements if fits(key)]
    return sorted(there, key=lambda key: (-len(terms(m.statements[key].text) & about), key))[:_WRONG]
