"""The table of roles: a row for each actor, with the parts every map casts it in."""

from collections.abc import Iterable
from typing import Final

from argmap.comparison.records import ComparedMap, Comparison, Finding, Group, Side
from argmap.diagram.matrix_table import together
from argmap.diagram.sheet import Level, Remark
from argmap.diagram.sides import capitalised
from argmap.diagram.table import Entry, Table, TableRow, TableSection
from argmap.diagram.table_words import Telling, entries
from argmap.errors import DrawingFailed
from argmap.languages import Words

_SECTIONS: Final[tuple[tuple[str, tuple[Group, ...]], ...]] = (
    ("unlike", ("conflict", "diverge")),
    ("alike", ("agree-but", "agree")),
    ("unclear", ("undetermined",)),
    ("alone", ("one-sided",)),
)
"""Who is cast differently comes first: it is what a class talks about."""

_MOST: Final[dict[Level, int]] = {"title": 3, "text": 8, "full": 99}
_NAMED: Final = 3


def role_table(c: Comparison, findings: Iterable[Finding], *, words: Words, level: Level) -> Table:
    """The roles of a comparison, grouped by whether the maps give an actor the same part.

    Args:
        c: Two maps or more.
        findings: Which of its findings; those on roles are shown.
        words: The fixed words.
        level: ``title`` shows three roles a cell, ``text`` whom they are toward and a quotation, ``full`` one for each.

    Raises:
        DrawingFailed: No finding is on a role.
    """
    found = [f for f in findings if f.unit == "role"]
    if not found:
        raise DrawingFailed(
            "no role is compared in these maps: none of the statements asked for casts an actor "
            "(`says: {actor: …, role: …}`); try the view 'matrix'"
        )
    telling = Telling(c, words, level)
    sections = []
    for name, groups in _SECTIONS:
        some = [f for group in groups for f in found if f.group == group]
        if some:
            rows = tuple(_row(f, telling) for f in some)
            sections.append(TableSection(words[f"roles.{name}"], rows, some[0].group))
    facing = len(c.maps) == 2
    return Table(
        "roles",
        _title(found, telling),
        "",
        telling.heads(),
        tuple(sections),
        (),
        last="" if facing else words["matrix.together"],
        facing=facing,
        cut=telling.cut,
    )


def _row(f: Finding, telling: Telling) -> TableRow:
    maps = len(telling.c.maps)
    cells = tuple(_cell(f, telling.side(f, m), m, telling) for m in telling.c.maps)
    camps = telling.camps(f) if f.group in ("conflict", "diverge") and maps > 2 else ""
    verdict = telling.verdict(f.group, together(f, maps, telling.words), [camps])
    return TableRow(capitalised(telling.short(f.label, 12)), cells, f.sentence, verdict, finding=f.id)


def _cell(f: Finding, side: Side, m: ComparedMap, telling: Telling) -> tuple[Entry, ...]:
    ranked = entries(side)
    if not ranked:
        return (telling.absence(f, m),)
    found: list[Entry] = []
    quoted: set[str] = set()
    for i, entry in enumerate(ranked[: _MOST[telling.level]]):
        found.append(telling.role(side, entry, toward=telling.level != "title"))
        if telling.level == "full" or (telling.level == "text" and i == 0):
            passage = telling.quotation(side, entry, telling.word(entry.entry.partition("=")[2]))
            if passage and passage.quote + passage.text not in quoted:  # several roles may rest on one sentence
                quoted.add(passage.quote + passage.text)
                found.append(passage)
    if (more := len(ranked) - _MOST[telling.level]) > 0:
        found.append(Remark(telling.words.say("table.more", n=more)))
    return tuple(found)


def _title(found: list[Finding], telling: Telling) -> str:
    words = telling.words
    if len(found) == 1:
        return found[0].question
    unlike = [f for f in found if f.group in ("conflict", "diverge")]
    alike = sum(f.group in ("agree", "agree-but") for f in found)
    if not (unlike or alike):
        return words.say("roles.title_alone", who=telling.who())
    names = [telling.short(f.label, 12) for f in unlike[:_NAMED]]
    names += [words.say("table.more", n=len(unlike) - _NAMED)] if len(unlike) > _NAMED else []
    key = "roles.title" if unlike else "roles.title_alike"
    return words.say(key, who=telling.who(), alike=alike, unlike=len(unlike), names=words.listed(names))
