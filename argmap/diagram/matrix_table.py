"""The matrix of a comparison: what every map says on every finding, and what all of them come to.

Sections stand in the order stances, explanations, roles. Within one the contested come first, so that the first page
shows what divides the maps, and what only one map speaks to comes last; among equals in the order of the findings.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from argmap.comparison.records import ComparedMap, Comparison, Finding, Group, Side, Unit
from argmap.diagram.sheet import Level, Remark, Use
from argmap.diagram.table import Attitude, Entry, Table, TableRow, TableSection
from argmap.diagram.table_words import MARKS, Telling, entries
from argmap.diagram.vocabulary import is_linked, own_proposition
from argmap.errors import DrawingFailed
from argmap.languages import Words
from argmap.model.says import Stance

CONTESTED: Final[tuple[Group, ...]] = ("conflict", "diverge", "undetermined", "agree-but", "agree", "one-sided")
"""The groups in the order a table shows them."""

_MOST: Final[dict[Level, int]] = {"title": 2, "text": 6, "full": 99}
"""So many causes or roles in a cell; the others are counted."""

_HELD_BACK: Final = {
    "agree-different-reasons": "other_reasons",
    "agree-shared-reasons": "some_reasons",
    "explanation-same-causes-different-weight": "other_weight",
    "role-same-roles-different-weight": "other_weight",
}
"""What a reservation comes to that the cells do not show, by the category."""

_UNITS: Final[tuple[Unit, ...]] = ("stance", "explanation", "role", "evidence")


def matrix_table(
    c: Comparison, findings: Iterable[Finding], *, words: Words, level: Level, evidence: bool = False
) -> Table:
    """The findings as a matrix.

    Args:
        c: Two maps or more; the columns stand in their order.
        findings: Which of its findings.
        words: The fixed words.
        level: ``title`` shows the two weightiest causes or roles of a cell, ``full`` a quotation beside a stance, too.
        evidence: Whether findings on sources are shown; else they are counted.

    Raises:
        DrawingFailed: There is nothing to show.
    """
    found = list(findings)
    shown = [f for f in found if evidence or f.unit != "evidence"]
    if not shown:
        raise DrawingFailed(
            "nothing in these maps is compared: no two of them, nor one alone, say anything that is coded; "
            "add `says` to their statements, or compare with an alignment"
        )
    telling = Telling(c, words, level)
    sections = []
    for unit in _UNITS:
        some = sorted((f for f in shown if f.unit == unit), key=lambda f: CONTESTED.index(f.group))
        if some:
            rows = tuple(_row(f, telling) for f in some)
            sections.append(TableSection(words[f"matrix.{unit}"], rows))
    left = len(found) - len(shown)
    return Table(
        "matrix",
        _title(shown, telling),
        _summary(shown, telling),
        telling.heads(),
        tuple(sections),
        tuple([words.counted("matrix.sources", left)] if left else []),
        last=words["matrix.together"],
        cut=telling.cut,
    )


def _row(f: Finding, telling: Telling) -> TableRow:
    words = telling.words
    cells = tuple(_cell(f, telling.side(f, m), m, telling) for m in telling.c.maps)
    camps = telling.camps(f) if f.group in ("conflict", "diverge") and len(telling.c.maps) > 2 else ""
    return TableRow(
        telling.label(f.label),
        cells,
        f.sentence,
        telling.verdict(f.group, together(f, len(telling.c.maps), words), [camps]),
        finding=f.id,
    )


def together(f: Finding, maps: int, words: Words) -> str:
    """What the maps come to, in plain words: the group of two, the profile of more. The cells show who speaks."""
    said = words["matrix.agree"] if f.category == "common" else _plainly(f, maps, words)
    return words.say(f"matrix.{_held_back(f)}", said=said) if f.group == "agree-but" else said


def _plainly(f: Finding, maps: int, words: Words) -> str:
    """What the maps come to, without what they hold back."""
    if maps == 2:
        return words["matrix.agree" if f.group == "agree-but" else f"matrix.{f.group}"]
    return words[f"matrix.{f.category}"]


def _held_back(f: Finding) -> str:
    """What parts those who agree, if it is one thing that the cells do not show; else that something does."""
    given = {*f.pairs.values()} or {f.category}
    return _HELD_BACK.get(given.pop(), "reserved") if len(given) == 1 else "reserved"


def _cell(f: Finding, side: Side, m: ComparedMap, telling: Telling) -> tuple[Entry, ...]:
    words = telling.words
    if not side.position:
        return (telling.absence(f, m),)
    if isinstance(side.position, str):
        return tuple(_stance(f, side, m, telling))
    found: list[Entry] = []
    ranked = entries(side)
    for entry in ranked[: _MOST[telling.level]]:
        match f.unit:
            case "explanation":
                found.append(telling.cause(side, entry, named=True))
            case "role":
                found.append(telling.role(side, entry, toward=False))
            case _:
                found.append(Use(telling.label(entry.label or telling.word(entry.entry.partition(":")[2]))))
    if (more := len(ranked) - _MOST[telling.level]) > 0:
        found.append(Remark(words.say("table.more", n=more)))
    return tuple(found)


def _stance(f: Finding, side: Side, m: ComparedMap, telling: Telling) -> Iterable[Entry]:
    position = side.position
    assert isinstance(position, str)
    own = _proposition(f, side, m, telling) if is_linked(f) else ""
    yield Attitude(position, telling.words[f"matrix.{position}"], telling.short(own))
    if hedge := telling.stance_hedge(side):
        yield Remark(hedge)
    if telling.level == "full":
        quoted = next((s for s in side.statements if s.quote), None)
        if quoted:
            yield telling.passage(quoted)


def _proposition(f: Finding, side: Side, m: ComparedMap, telling: Telling) -> str:
    """Which of two linked propositions a map speaks to, in words; "" if that cannot be told."""
    c = telling.c
    if len(c.maps) == 2:
        return telling.word(own_proposition(f, m.id))
    keys = f.key.split("~")
    documents = {compared.id: document for compared, document in zip(c.maps, c.documents, strict=False)}
    for s in side.statements:
        if (key := f"{m.id}:{s.id}") in keys:
            return telling.word(key)
        said = documents[m.id].statements[s.id].says if m.id in documents else ()
        for form in said:
            if isinstance(form, Stance) and form.proposition in keys:
                return telling.word(form.proposition)
    return ""


def _in_all(f: Finding, maps: int, words: Words) -> str:
    """What rows come to that are counted together."""
    said = _plainly(f, maps, words)
    return words.say("matrix.reserved", said=said) if f.group == "agree-but" else said


def _title(shown: list[Finding], telling: Telling) -> str:
    """The point: how much the maps agree on, how much is in dispute."""
    words, counts = telling.words, Counter(f.group for f in shown)
    if len(shown) == 1:
        return shown[0].question
    return words.say(
        "matrix.title",
        who=telling.who(),
        points=words.counted("table.points", len(shown)),
        agree=counts["agree"] + counts["agree-but"],
        differ=counts["diverge"] + counts["conflict"],
        alone=counts["one-sided"],
    )


def _summary(shown: list[Finding], telling: Telling) -> str:
    """How many rows come to what, in the order of the rows."""
    maps = len(telling.c.maps)
    counts = Counter((CONTESTED.index(f.group), _in_all(f, maps, telling.words)) for f in shown)
    return " · ".join(f"{MARKS[CONTESTED[at]]}\u00a0{n}\u00a0{said}" for (at, said), n in sorted(counts.items()))
