"""What a person may answer in a review, and how an answer is read."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from argmap.comparison.alignment.correspondences import Predicate
from argmap.text import nearest_name

Decision = Literal["same", "opposite", "broader", "narrower", "contrary", "related", "none"]
Step = Literal["skip", "undo", "quit", "help"]
Word = Decision | Step

PREDICATES: Final[Mapping[Decision, Predicate]] = {
    "same": "skos:exactMatch",
    "opposite": "argmap:contradicts",
    "broader": "skos:broadMatch",
    "narrower": "skos:narrowMatch",
    "contrary": "argmap:contrary",
    "related": "argmap:related",
    "none": "argmap:related",  # refused: not even that
}

DECISIONS: Final[tuple[Decision, ...]] = get_args(Decision)
_WORDS: Final[tuple[Word, ...]] = (*DECISIONS, *get_args(Step))
_BEGINS_NUMBER: Final = tuple("0123456789.-+")
_NUMBER: Final = re.compile(r"[-+]?[.,]?\d[\d.,/]*[%;:]?")  # so that no mistyped confidence is taken for a comment

_LETTERS: Final[Mapping[str, Word]] = {
    "s": "same",
    "=": "same",
    "o": "opposite",
    "b": "broader",
    "c": "contrary",
    "r": "related",
    "x": "none",
    "k": "skip",
    "u": "undo",
    "back": "undo",
    "q": "quit",
    "exit": "quit",
    "?": "help",
    "h": "help",
}

PROMPT: Final = """\
[s]ame [o]pposite [b]roader [na]rrower [c]ontrary [r]elated [no]ne, s[k]ip [u]ndo
[q]uit [h]elp? """

PROMPT_AT_END: Final = "That was the last one; [u]ndo, or Enter to end? "

HELP: Final = """\
  s same       1 and 2 say the same
  o opposite   what the one says, the other denies
  b broader    2 says less than 1: whoever says 1 has to grant 2
  na narrower  2 says more than 1: whoever says 2 has to grant 1
  c contrary   both cannot be true, though both may be false
  r related    about one thing, and no more: it changes no comparison
  no none      not related; the pair is not proposed again

  k skip       ask again next time
  u undo       go back to the one before, and take its answer away
  q quit       stop; every answer is saved, and the same command goes on from here

  Behind an answer may stand how sure you are, from 0 to 1, and a comment:
  same 0.8 both mean injuries, not near misses
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """One line of a review."""

    word: Word
    confidence: float | None = None
    comment: str = ""


class Unclear(Exception):
    """A line that is no answer; the message says why."""


def read_answer(line: str) -> Answer:
    """The answer in a line: a word, its first letters or its key, then perhaps a confidence and a comment.

    Raises:
        Unclear: It is none.

    >>> read_answer("same 0.8 both mean injuries")
    Answer(word='same', confidence=0.8, comment='both mean injuries')
    """
    require_plain(line)
    first, _, rest = line.strip().partition(" ")
    word = _word(first.lower())
    rest = rest.strip()
    if word not in DECISIONS:
        if rest:
            raise Unclear(f"nothing may stand behind {word!r}")
        return Answer(word)
    number, _, comment = rest.partition(" ")
    confidence = _confidence(number)
    return Answer(word, confidence, rest if confidence is None else comment.strip())


def require_plain(line: str) -> None:
    """Raise `Unclear` for a line with characters that no text holds, as arrow keys send them."""
    if any(unicodedata.category(c) in ("Cc", "Cs") for c in line.strip()):
        raise Unclear("the line holds a character that is no text; an arrow key, perhaps")


def _word(text: str) -> Word:
    if text in _LETTERS:
        return _LETTERS[text]
    meant = [word for word in _WORDS if text and word.startswith(text)]
    if len(meant) == 1 and len(text) > 1:
        return meant[0]
    if len(meant) > 1:
        raise Unclear(f"{text!r} may mean {' or '.join(meant)}; write {' or '.join(word[:2] for word in meant)}")
    near = nearest_name(text, _WORDS) if text else ""
    raise Unclear(f"{text!r} is no answer" + (f"; did you mean {near!r}?" if near else "; 'help' explains them all"))


def _confidence(text: str) -> float | None:
    """The number; None for a word, which begins a comment."""
    try:
        value = float(text) if text.isascii() and text.startswith(_BEGINS_NUMBER) else None
    except ValueError:
        value = None
    if (value is None and _NUMBER.fullmatch(text)) or (value is not None and not 0 <= value <= 1):
        raise Unclear(f"{text!r} is no confidence; write a number from 0 to 1, such as 0.8")
    return value
