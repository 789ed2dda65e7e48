"""Which questions are about something somebody names."""

from collections.abc import Iterable, Iterator, Sequence

from argmap.errors import ArgmapError
from argmap.model import ArgumentMap
from argmap.teaching.quiz.values import Question
from argmap.text import nearest_name


def about(questions: Sequence[Question], maps: Sequence[ArgumentMap], names: Iterable[str]) -> tuple[Question, ...]:
    """The questions about one of these: by a key or id, by an actor's name or alias, else by words of the question.

    Raises:
        ArgmapError: No question is about one of them; says what comes near.
    """
    kept: set[str] = set()
    for name in names:
        keys = {name.casefold(), *_called(name, maps)}
        found = {q.id for q in questions if keys & {topic.casefold() for topic in q.topics}}
        found = found or {q.id for q in questions if any(_words(name) in _words(part) for part in q.stem)}
        if not found:
            near = nearest_name(
                name, sorted({topic for q in questions for topic in q.topics} - {q.id for q in questions})
            )
            raise ArgmapError(f"no question is about {name!r}" + (f"; did you mean {near!r}?" if near else ""))
        kept |= found
    return tuple(q for q in questions if q.id in kept)


def _called(name: str, maps: Iterable[ArgumentMap]) -> Iterator[str]:
    """The keys of the actors that have this name."""
    for m in maps:
        for key, actor in m.codebook.actors.items() if m.codebook else ():
            if _words(name) in map(_words, (actor.name, *actor.aliases)):
                yield key


def _words(text: str) -> str:
    return f" {' '.join(''.join(c if c.isalnum() else ' ' for c in text.casefold()).split())} "
