"""One side of one finding: its answer and its words, as the items of a sheet's cell."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, cast

from argmap.comparison.records import Cited, Finding, PositionEntry, Side, Unit
from argmap.diagram.amount import Amount
from argmap.diagram.limits import BETWEEN, entry_limits, limits
from argmap.diagram.sheet import Absence, Driver, Item, Part, Passage, Remark, Sign, Stand, Use
from argmap.diagram.vocabulary import Vocabulary, is_linked, own_proposition
from argmap.languages import Words

CUT: Final = " …"
"""How a text ends that is shown in part."""

_USES: Final = 3
"""So many uses of a source are shown."""


def side_items(
    finding: Finding, side: Side, *, map_id: str, letter: str, words: Vocabulary, amount: Amount
) -> tuple[Item, ...]:
    """What stands in the cell of one side, top to bottom: answers first, then words, then what is left out."""
    if not side.position:
        return (Absence(_absence(finding, side, map_id, letter, words)),)
    alone = finding.group == "one-sided"
    brief = (alone or finding.unit == "evidence") and not amount.everywhere
    most = 1 if brief else amount.passages
    if amount.short and not amount.short.answers_quoted and not isinstance(side.position, str):
        most = 0
    limit = amount.words // 2 if alone else amount.words
    quoting = _Quoting(_most_telling(side.statements, map_id, words.theses), most, limit, amount, words.fixed)
    if isinstance(side.position, str):
        items = _stance(finding, side, map_id, words, quoting)
    else:
        items = _entries(finding, side, words, quoting)
    own = _own_reasons(finding, side) if amount.reasons else ""
    hidden = 0 if isinstance(side.position, str) else len(side.position) - _most_answers(finding, amount)
    reasons = (Remark(words.fixed.say("sheet.own_reasons", reasons=shortened(own, amount.words))),) if own else ()
    left = quoting.left(hidden, finding.unit)
    if amount.everywhere:
        return (*items, *reasons)
    if finding.unit == "role" and not any(isinstance(item, Part) and item.toward for item in items):  # on one line
        return (*(i for i in items if isinstance(i, Part)), *left, *(i for i in items if isinstance(i, Passage)))
    return (*items, *reasons, *left)


class _Quoting:
    """Which statements of a side are shown: each once, up to a number."""

    def __init__(self, statements: list[Cited], most: int, limit: int, amount: Amount, words: Words) -> None:
        self._waiting, self._most, self._limit, self.amount, self._words = statements, most, limit, amount, words

    def of(self, ids: Sequence[str] | None = None, *, bare: bool, graded: bool = False) -> tuple[Passage, ...]:
        """The next passage, of one of these statements if they are named; none if enough are shown."""
        found = [s for s in self._waiting if ids is None or s.id in ids]
        if not found or self._most == 0:
            return ()
        self._waiting.remove(found[0])
        self._most -= 1
        always = self.amount.sentences == "always"
        return (_passage(found[0], self._limit, self._words, bare=bare and not always, graded=graded),)

    def rest(self, *, bare: bool) -> tuple[Passage, ...]:
        """The next passage; all that wait, where everything is shown."""
        if not self.amount.everywhere:
            return self.of(bare=bare)
        return tuple(p for _ in tuple(self._waiting) for p in self.of(bare=bare))

    def left(self, answers: int, unit: Unit) -> tuple[Remark, ...]:
        """The line that counts what is not shown."""
        words = self._words
        if self.amount.short:
            return (Remark(words.say("sheet.more", n=answers)),) if answers > 0 else ()
        counts = ((answers, unit), (len(self._waiting), "passage"))
        said = [words.counted(f"sheet.left.{what}", n) for n, what in counts if n > 0]
        return (Remark(words.say("sheet.left_out", what=words.listed(said))),) if said else ()


def _stance(finding: Finding, side: Side, map_id: str, words: Vocabulary, quoting: _Quoting) -> list[Item]:
    items: list[Item] = []
    amount = quoting.amount
    brief = finding.group == "one-sided" or amount.sentences == "never"
    agreed = finding.group in ("agree", "agree-but") and side.position == _common(finding)
    if not (agreed or (finding.group == "one-sided" and side.position == "holds")):
        items.append(_stand(str(side.position), finding, map_id, words, short=amount.short is not None))
    said = {item.text for item in items if isinstance(item, Stand)}
    while passage := quoting.of(bare=brief or not agreed, graded=True):
        items += _without(passage, said)
    return items


def _without(passages: tuple[Passage, ...], said: set[str]) -> list[Passage]:
    """The passages, none of them in the very words that stand above it."""
    heard = {text.casefold() for text in said}
    found = [replace(p, text="") if p.text.removesuffix(".").casefold() in heard else p for p in passages]
    return [p for p in found if p.text or p.note or p.quote or p.at]


def _stand(position: str, finding: Finding, map_id: str, words: Vocabulary, *, short: bool) -> Stand:
    if short and not is_linked(finding):
        return Stand(words.verb(map_id, f"says.{position}"), "")
    return Stand(words.verb(map_id, f"does.{position}"), _proposition(finding, map_id, words))


def _entries(finding: Finding, side: Side, words: Vocabulary, quoting: _Quoting) -> list[Item]:
    """Each answer with the words that give it, as long as passages may be shown."""
    assert isinstance(side.position, tuple)
    items: list[Item] = []
    amount = quoting.amount
    bare = amount.sentences == "never" or not (finding.unit == "role" and finding.group in ("diverge", "conflict"))
    ordered = sorted(side.position, key=lambda e: (not e.main, e.entry not in finding.shared))  # what both name faces
    for entry in ordered[: _most_answers(finding, amount)]:
        short = amount.short
        towards = not short or short.all_toward or (entry.main and finding.group in ("diverge", "conflict"))
        limited = entry_limits(entry, side, words.fixed) if finding.unit != "evidence" else ()
        items.append(_answer(entry, finding, words, limited=limited, towards=towards))
        said = BETWEEN.join(limited)
        while passages := quoting.of(entry.statements, bare=bare):
            items += [replace(p, note="") if p.note == said else p for p in passages]
            if not amount.everywhere:
                break
    if amount.everywhere or not any(isinstance(item, Passage) for item in items):
        items += quoting.rest(bare=bare)
    return items


def _most_answers(finding: Finding, amount: Amount) -> int:
    few = finding.unit == "evidence" and not amount.everywhere
    return min(amount.answers, _USES) if few else amount.answers


def _own_reasons(finding: Finding, side: Side) -> str:
    """The reasons of a side that the other does not give, where both hold the same for reasons that differ."""
    if finding.category not in ("agree-different-reasons", "agree-shared-reasons"):
        return ""
    return "; ".join(" + ".join(p.label or p.entry for p in r.premises) for r in side.reasons if not r.shared)


def _absence(finding: Finding, side: Side, map_id: str, letter: str, words: Vocabulary) -> str:
    if side.reported:
        return words.fixed.say("sheet.reported", letter=letter)
    if "provisional" not in finding.flags:
        return words.fixed.say("sheet.silent", letter=letter)
    return words.fixed.say("sheet.nothing_coded" if map_id in words.partly_coded else "sheet.not_in_map", letter=letter)


def _common(finding: Finding) -> str | None:
    """The stance both take, if it is one: then the middle says it."""
    if is_linked(finding):
        return None
    found = {side.position for side in finding.sides.values() if isinstance(side.position, str)}
    return next(iter(found)) if len(found) == 1 else None


def _proposition(finding: Finding, map_id: str, words: Vocabulary) -> str:
    label = words.word(own_proposition(finding, map_id)) if is_linked(finding) else finding.label
    return as_said(label, finding)


def _answer(
    entry: PositionEntry, finding: Finding, words: Vocabulary, *, limited: tuple[str, ...], towards: bool
) -> Item:
    if finding.unit == "evidence":
        return Use(capitalised(_use(entry, finding, words)))
    form, _, rest = entry.entry.partition(":")
    fixed = words.fixed
    main = [fixed["sheet.main"]] if entry.main else []
    graded = [] if entry.certainty == "asserted" else [fixed[f"map.{entry.certainty}"]]
    noted = [*main, *graded, *limited]
    if finding.unit == "role":
        role = rest.partition("=")[2]
        named = entry.toward if towards else ()
        toward = fixed.say("sheet.toward", whom=fixed.listed([words.word(a) for a in named])) if named else ""
        return Part(bracketed(words.word(role), noted), words.valences.get(role, 0), entry.main, toward)
    cause = capitalised(words.word(rest.partition(">")[0]))
    return Driver(cast("Sign", form), bracketed(cause, noted), entry.main)


def _use(entry: PositionEntry, finding: Finding, words: Vocabulary) -> str:
    """What an entry says, as a part of a sentence."""
    form, _, rest = entry.entry.partition(":")
    left, _, right = rest.replace("=", ">").partition(">")
    first, second = (as_said(words.word(key), finding, entry.label) for key in (left, right))
    fixed = words.fixed
    match form:
        case "holds":
            return first
        case "denies" | "questions":
            return fixed.say(f"sheet.use.{form}", claim=first)
        case "raises" | "lowers" | "unrelated":
            return fixed.say(f"sheet.use.{form}", cause=first, effect=second)
        case "role":
            return fixed.say("sheet.use.role", actor=first, role=second)
        case _:
            return entry.label or words.word(rest.rpartition(":")[2])


def _most_telling(statements: tuple[Cited, ...], map_id: str, theses: frozenset[tuple[str, str]]) -> list[Cited]:
    """Theses first, then what is quoted; else in the order of the finding."""
    return sorted(statements, key=lambda s: ((map_id, s.id) not in theses, not s.quote))


def _passage(s: Cited, limit: int, words: Words, *, bare: bool, graded: bool) -> Passage:
    quote = shortened(s.quote or "", limit)
    text = "" if quote and bare else shortened(s.text, limit)
    sure = (words[f"map.{s.certainty}"],) if graded and s.certainty != "asserted" else ()
    at = ", ".join(s.at) + (f" in {s.via}" if s.via else "")
    return Passage(text, BETWEEN.join((*sure, *limits(s, words))), quote, at, s.id)


def shortened(text: str, words: int) -> str:
    """At most so many words; what is cut shows as an ellipsis. Text without spaces is cut by characters."""
    parts = text.split()
    kept = " ".join(parts[:words])
    if len(kept) > 8 * words:
        kept = kept[: 8 * words]
    return kept if len(kept) == len(" ".join(parts)) else kept.rstrip(" ,;:.…") + CUT


def bracketed(text: str, notes: list[str]) -> str:
    """The text with what limits it."""
    return f"{text} ({', '.join(notes)})" if notes else text


def as_said(label: str, finding: Finding, entry: str = "") -> str:
    """The label as it stands within the finding's sentence, or an entry's: they know if its first word is a name."""
    text = label.removesuffix(".")
    for said in (finding.sentence, entry):
        if (start := said.casefold().find(text.casefold())) >= 0:
            return said[start : start + len(text)]
    return text


def capitalised(text: str) -> str:
    """The text with its first letter in upper case; the rest stays."""
    return text[:1].upper() + text[1:]
