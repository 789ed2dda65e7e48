"""A side of a finding as the texts of a box: its answer, the words it gives it in, what limits them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, assert_never

from argmap.diagram.amount import AMOUNTS, Amount, Short
from argmap.diagram.sheet import Absence, Driver, Item, Level, Part, Passage, Remark, Stand, Use
from argmap.diagram.sides import capitalised
from argmap.diagram.table import Attitude, Entry
from argmap.languages import Words
from argmap.teaching.deck import Text
from argmap.teaching.deck_room import cut

_QUOTED: Final = Short(answers_quoted=True, differences_noted=True, all_toward=True)
_SHOWN: Final = Amount(1, 3, 30, 1, 24, sentences="always", reasons=True, short=_QUOTED)
_FEWER: Final = replace(_SHOWN, words=20, answers=3, short=replace(_QUOTED, answers_quoted=False))

AMOUNTS_OF: Final[dict[Level, tuple[Amount, ...]]] = {
    "title": (_SHOWN, replace(_SHOWN, words=22), _FEWER, replace(_FEWER, words=12, answers=2, claim_words=20)),
    "text": (AMOUNTS["text"], _SHOWN, _FEWER, replace(_FEWER, words=12, answers=2, claim_words=20)),
    "full": (AMOUNTS["full"], AMOUNTS["text"], _SHOWN, _FEWER, replace(_FEWER, words=12, answers=2, claim_words=20)),
}
"""How much a question slide shows of each side, the most first; the first that fits is taken."""

_SIGNS: Final = {"raises": "▲", "lowers": "▼", "unrelated": "○"}
_LONGEST: Final = 300


def texts_of(items: Iterable[Item | Entry], words: Words) -> tuple[Text, ...]:
    """What stands in a box, top to bottom."""
    return tuple(replace(text, words=cut(text.words, _LONGEST)) for item in items for text in _texts(item, words))


def _texts(item: Item | Entry, words: Words) -> Iterator[Text]:
    match item:
        case Stand(verb, text):
            yield Text(capitalised(f"{verb} {text}".strip()), "bold")
        case Attitude(_, word, text):
            yield Text(capitalised(f"{word}: {text}" if text else word), "bold")
        case Driver(sign, text, main):
            yield Text(f"{_SIGNS[sign]} {words.say(f'cause.{sign}', cause=text)}", "bold" if main else "plain")
        case Part(text, _, main, toward):
            yield Text(f"{text} {toward}".strip(), "bold" if main else "plain")
        case Passage(text, note, quote, at):
            if text:
                yield Text(text)
            if quote:
                yield Text(f"“{quote}” {at}".strip(), "quote")
            if note or (at and not quote):
                yield Text(" · ".join(part for part in (note, "" if quote else at) if part), "small")
        case Use(text):
            yield Text(text)
        case Remark(text) | Absence(text):
            yield Text(text, "small")
        case _:
            assert_never(item)
