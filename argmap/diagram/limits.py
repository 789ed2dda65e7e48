"""When, where and on what condition a map says something: a limit is part of what it says, as its certainty is."""

from collections.abc import Sequence
from typing import Final

from argmap.comparison.records import Cited, PositionEntry, Side
from argmap.languages import Words
from argmap.model import period_in_words

BETWEEN: Final = " · "


def limits(s: Cited, words: Words) -> tuple[str, ...]:
    """What limits a statement, apart from its certainty."""
    condition = (words["sheet.on_condition"],) if s.if_ else ()
    return (*condition, *((period_in_words(s.when),) if s.when else ()), *((s.where,) if s.where else ()))


def shared_limits(statements: Sequence[Cited], words: Words) -> tuple[str, ...]:
    """What limits all of some statements; nothing if one of them holds without limits."""
    given = [BETWEEN.join(limits(s, words)) for s in statements]
    return tuple(dict.fromkeys(given)) if all(given) else ()


def entry_limits(entry: PositionEntry, side: Side, words: Words) -> tuple[str, ...]:
    """What limits a cause or a role, in whichever statement of a side it stands."""
    return shared_limits([s for s in side.statements if s.id in entry.statements], words)
