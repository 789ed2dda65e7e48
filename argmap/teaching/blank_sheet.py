"""The shape of an argument without its words: a worksheet that asks for every statement, and helps with none."""

from typing import Final

from argmap.diagram.boxes import Level
from argmap.model import ArgumentMap, Reason
from argmap.teaching.worksheet import Blank, Worksheet
from argmap.teaching.worksheet_blanks import Asked, Given
from argmap.teaching.worksheet_hiding import hidden

_LINES: Final = 2
"""For a label each, as the key has it."""


def blank_sheet(m: ArgumentMap, *, focus: str | None = None, level: Level = "title") -> Worksheet:
    """A worksheet of empty boxes, joined as the statements of a map are.

    Which of them are assumed, or evidence, how surely they are said, by whom, and what they rest on is left out too.

    Args:
        m: The map.
        focus: The statement, by slug or short id, whose branch it is about; None for the whole map.
        level: How much of each statement the key shows.

    Raises:
        UnknownName: There is no such statement to focus on.
    """
    given = Given(_bare(m), level, focus)
    linked = [key for key in m.statements if key in given.shown and key in given.linked]
    alone = [key for key in m.statements if key in given.shown and key not in given.linked]
    asked: Asked = {"claim": tuple(alone), "co-premise": tuple(linked)}
    rest, found, numbered = hidden(given, asked, 1)
    blanks = tuple(Blank(n, kind, *given.answer(kind, name), _LINES) for n, kind, name in numbered)
    return Worksheet(rest, blanks, (), level, 3, 1, found.focus, (), found)


def _bare(m: ArgumentMap) -> ArgumentMap:
    """The same statements with nothing but their words and what joins them."""
    plain = {
        key: s.model_copy(
            update={
                "type": "thesis" if s.type == "thesis" else "premise",
                "because": tuple(Reason(premises=r.premises, unless=r.unless) for r in s.because),
                "quote": None,
                "stated_certainty": None,
                "stated_voice": None,
                "sources": (),
                "when": None,
                "where": None,
                "note": None,
                "says": (),
            }
        )
        for key, s in m.statements.items()
    }
    return m.model_copy(update={"statements": plain, "sources": {}})
