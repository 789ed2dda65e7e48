"""One side of one finding: its answer and its words, as the items of a sheet's cell."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, cast

from argmap.comparison.records import Cited, Finding, PositionEntry, Side
from argmap.diagram.sheet import Absence, Driver, Item, Level, Part, Passage, Remark, Sign, Stand

SHOWN: Final[Mapping[Level, int]] = {"title": 1, "text": 2, "full": 4}
"""So many statements of a side are shown; the rest is counted."""

ANSWERS: Final = 6
"""So many causes or roles of a side are shown; the rest is counted."""

WORDS: Final[Mapping[Level, int]] = {"title": 24, "text": 45, "full": 120}
"""So many words of a sentence or a quotation are shown."""

_VERBS: Final = {
    "holds": "holds that",
    "denies": "denies that",
    "questions": "leaves open whether",
    "varies": "answers differently, case by case, whether",
    "both": "both holds and denies that",
}

_SIGNS: Final[dict[str, list[str]]] = {"raises": [], "lowers": ["lowers"], "unrelated": ["no effect"]}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words for the keys of the codebooks, the valence of roles, and which statements are theses."""

    labels: Mapping[str, str]
    valences: Mapping[str, int]
    theses: frozenset[tuple[str, str]]

    def word(self, key: str) -> str:
        """What a reader is shown for a key; a key without words reads as its words do."""
        return self.labels.get(key, key.replace("-", " "))


def side_items(
    finding: Finding, side: Side, *, map_id: str, letter: str, words: Vocabulary, level: Level
) -> tuple[Item, ...]:
    """What stands in the cell of one side, top to bottom: answers first, then words, then what is left out."""
    if not side.position:
        return (Absence(_absence(finding, side, letter)),)
    answers = _answers(finding, side, map_id, words)
    bare = finding.unit == "explanation" or any(isinstance(a, Stand) for a in answers)
    bare = bare or finding.group == "one-sided"
    statements = _most_telling(side.statements, map_id, words.theses)
    shown = statements[: 1 if finding.group == "one-sided" else SHOWN[level]]
    passages = tuple(_passage(s, level, bare=bare and level != "full", graded=not answers) for s in shown)
    shown_answers, left_answers = answers[:ANSWERS], len(answers) - ANSWERS
    rest = (f"+ {left_answers} more in the text output",) if left_answers > 0 else ()
    left = len(statements) - len(shown)
    more = (f"+ {left} more {'passage' if left == 1 else 'passages'} in the text output",) if left else ()
    return (*shown_answers, *map(Remark, rest), *(p for p in passages if p), *map(Remark, more))


def _absence(finding: Finding, side: Side, letter: str) -> str:
    if side.reported:
        return f"{letter} reports it, but as others’ words"
    return f"not in {letter}’s map" if "provisional" in finding.flags else f"{letter} is silent"


def _answers(finding: Finding, side: Side, map_id: str, words: Vocabulary) -> tuple[Item, ...]:
    if isinstance(side.position, str):
        stands_itself = finding.group in ("agree", "agree-but") and side.position == _common(finding)
        if stands_itself or (finding.group == "one-sided" and side.position == "holds"):
            return ()
        return (Stand(_VERBS[side.position], _proposition(finding, map_id, words)),)
    entries = _mains_first(side.position or ())
    return tuple(_answer(entry, finding, words, alone=len(entries) == 1) for entry in entries)


def _common(finding: Finding) -> str | None:
    """The stance both take, if it is one: then the middle says it."""
    if "~" in finding.key:
        return None
    found = {side.position for side in finding.sides.values() if isinstance(side.position, str)}
    return next(iter(found)) if len(found) == 1 else None


def _proposition(finding: Finding, map_id: str, words: Vocabulary) -> str:
    keys = finding.key.split("~")
    if len(keys) == 1:
        return finding.label
    return words.word(keys[list(finding.sides).index(map_id)])


def _mains_first(entries: tuple[PositionEntry, ...]) -> list[PositionEntry]:
    return sorted(entries, key=lambda e: not e.main)


def _answer(entry: PositionEntry, finding: Finding, words: Vocabulary, *, alone: bool) -> Item:
    form, _, rest = entry.entry.partition(":")
    graded = [] if entry.certainty == "asserted" else [entry.certainty]
    if form == "role":
        role = rest.partition("=")[2]
        toward = f"toward {listed([words.word(actor) for actor in entry.toward])}" if entry.toward else ""
        noted = (["main"] if entry.main and not alone else []) + graded
        return Part(_bracketed(words.word(role), noted), words.valences.get(role, 0), entry.main, toward)
    if form in _SIGNS:
        cause, _, effect = rest.partition(">")
        text = capitalised(words.word(cause))
        if finding.unit == "explanation":
            text = _bracketed(text, _SIGNS[form] + (["main"] if entry.main else []) + graded)
        else:
            text += f" {(_SIGNS[form] or ['raises'])[0]} {words.word(effect)}"
        return Driver(cast("Sign", form), text, entry.main)
    return Stand(_VERBS.get(form, "uses it for"), words.word(rest.rpartition(":")[2]))


def _bracketed(text: str, notes: list[str]) -> str:
    return f"{text} ({', '.join(notes)})" if notes else text


def _most_telling(statements: tuple[Cited, ...], map_id: str, theses: frozenset[tuple[str, str]]) -> list[Cited]:
    """Theses first, then what is quoted; else in the order of the finding."""
    return sorted(statements, key=lambda s: ((map_id, s.id) not in theses, not s.quote))


def _passage(s: Cited, level: Level, *, bare: bool, graded: bool) -> Passage | None:
    quote = shortened(s.quote or "", WORDS[level])
    text = "" if quote and (bare or level == "title") else shortened(s.text, WORDS[level])
    limits = [s.certainty] if graded and s.certainty != "asserted" else []
    limits += ["on a condition"] if s.if_ else []
    limits += [scope for scope in (s.when, s.where) if scope]
    at = ", ".join(s.at) + (f" in {s.via}" if s.via else "")
    return Passage(text, " · ".join(limits), quote, at)


def shortened(text: str, words: int) -> str:
    """At most so many words; what is cut shows as an ellipsis. Text without spaces is cut by characters."""
    parts = text.split()
    kept = " ".join(parts[:words])
    if len(kept) > 8 * words:
        kept = kept[: 8 * words]
    return kept if len(kept) == len(" ".join(parts)) else kept.rstrip(" ,;:.…") + " …"


def listed(words: list[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def capitalised(text: str) -> str:
    """The text with its first letter in upper case; the rest stays."""
    return text[:1].upper() + text[1:]
