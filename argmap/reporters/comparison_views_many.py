"""The findings on three maps or more: what divides them camp by camp, then what unites them, then the rest counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from argmap.comparison.lexicon import Lexicon
from argmap.comparison.records import Comparison, Finding
from argmap.reporters import cited
from argmap.reporters.comparison_views_blocks import Block, Items, Note, Rows
from argmap.reporters.comparison_views_camps import camp_rows, in_short, in_words, sharpness, used
from argmap.reporters.comparison_views_items import BULLET, FEW, Item, Row, Title, names_in_short
from argmap.reporters.matrix_blocks import pairs_blocks
from argmap.reporters.sections import Detail, Section, notes, point, sections, speaks


@dataclass(frozen=True, slots=True)
class Room:
    """How many findings of a part are written out, how many more get a line, and how many lines agreement gets."""

    written: int
    named: int
    agreed: int


_OF_FEW: Final = Room(8, 12, 12)
_OF_MANY: Final = Room(3, 5, 4)


def findings_blocks(c: Comparison, detail: Detail, *, whole: bool) -> Iterator[Block]:
    """The parts of the comparison.

    A whole one is cut to what can be read at once, and says how much it leaves out; what somebody asked for, and full
    detail, has everything.
    """
    lexicon = Lexicon(c)
    if whole and detail != "brief" and len(c.maps) <= FEW and c.findings:
        yield from pairs_blocks(c)
    room = None if detail == "full" or not whole else _OF_FEW if len(c.maps) <= FEW else _OF_MANY
    for section in sections(c):
        yield Title(section.title, section.count, section.legend)
        if detail == "full":
            yield from _in_full(c, section, lexicon)
        elif section.kind == "sources":
            yield from _sources(c, section, room)
        elif section.kind == "one-sided":
            yield from _alone(c, section) if room else [Items(tuple(_sentence(f) for f in section.findings))]
        elif section.findings[0].category == "common" and detail != "brief":
            yield from _common(c, section, room, lexicon)
        elif section.findings[0].category == "consensus" or detail == "brief":
            yield from _sentences(section, room.agreed if room else None)
        else:
            yield from _written(c, section, room, lexicon)
    if room is _OF_MANY:
        yield Note("Further: --view matrix, roles, causes or reasons; --only contested; --about KEY.")


def _in_full(c: Comparison, section: Section, lexicon: Lexicon) -> Iterator[Block]:
    for f in section.findings:
        yield Item(f.symbol, f.group, cited.marked(f), tuple(_everything(c, f, lexicon)))
    yield from (Note(line, "plain") for line in section.alone("full"))


def _everything(c: Comparison, f: Finding, lexicon: Lexicon) -> Iterator[Row]:
    """What each map says, the question, the notes and the rule."""
    for m in c.maps:
        side = f.sides.get(m.id)
        said = list(cited.side_lines(f, side, lexicon.labels)) if side else []
        mark = BULLET if len(said) > 1 else ""
        yield from (Row("" if i else m.name, mark + text) for i, text in enumerate(said))
    if f.group in ("diverge", "conflict") and f.question:
        yield Row("question", f.question, "dim")
    yield from (Row("" if i else "note", note, "dim") for i, note in enumerate(notes(f)))
    yield Row("why", cited.because(f, "full"), "dim")


def _written(c: Comparison, section: Section, room: Room | None, lexicon: Lexicon) -> Iterator[Block]:
    """The findings that divide most with their camps, then some in a line, then how many are left."""
    divided = sorted(section.findings, key=sharpness, reverse=True)
    most = (
        None if room is None else 0 if room is _OF_MANY and section.findings[0].category == "tension" else room.written
    )
    written = {f.id for f in divided[:most]}
    for f in (f for f in section.findings if f.id in written):
        yield Item(f.symbol, f.group, _marked(f, _about(f)), tuple(camp_rows(c, f, lexicon)))
    rest = [f for f in section.findings if f.id not in written]
    named = rest[: room.named] if room else rest
    if named:
        yield Items(tuple(Item(f.symbol, f.group, _marked(f, in_short(f, lexicon))) for f in named))
    yield from _left(section, len(rest) - len(named))


def _marked(f: Finding, text: str) -> str:
    return f"{text} {cited.ALIGNED}" if cited.is_aligned(f) else text


def _about(f: Finding) -> str:
    """What a finding is about: of a proposition what is held or denied, else the question."""
    if f.unit == "stance":
        return f.sentence if "~" in f.key else f.label
    return f.question or f.label


def _sentence(f: Finding) -> Item:
    return Item(f.symbol, f.group, cited.marked(f))


def _sentences(section: Section, most: int | None) -> Iterator[Block]:
    shown = section.findings if most is None or len(section.findings) <= most + 1 else section.findings[:most]
    yield Items(tuple(_sentence(f) for f in shown))
    yield from _left(section, len(section.findings) - len(shown))


def _common(c: Comparison, section: Section, room: Room | None, lexicon: Lexicon) -> Iterator[Block]:
    """Points of some maps under the names of these maps; of many maps, how many take which position."""
    if room and len(c.maps) > FEW:
        shown = section.findings if len(section.findings) <= room.agreed + 1 else section.findings[: room.agreed]
        yield Items(tuple(Item(f.symbol, f.group, _marked(f, in_short(f, lexicon))) for f in shown))
        yield from _left(section, len(section.findings) - len(shown))
        return
    names = {m.id: m.name for m in c.maps}
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for f in section.findings:
        groups.setdefault(tuple(m for m in names if speaks(f, m)), []).append(f)
    for maps, findings in sorted(groups.items(), key=lambda pair: (-len(pair[0]), -len(pair[1]))):
        yield Note(f"{names_in_short([names[m] for m in maps])} ({len(findings)})", "plain")
        yield Items(tuple(Item(f.symbol, f.group, _marked(f, in_words(f, names, lexicon))) for f in findings))


def _left(section: Section, n: int) -> Iterator[Block]:
    if n:
        profile = "sources" if section.kind == "sources" else section.findings[0].category
        how = "--detail full" if profile == "sources" else f"--only {profile}"
        yield Note(f"and {n} more ({how})")


def _alone(c: Comparison, section: Section) -> Iterator[Block]:
    """How many points each map has alone, and of few maps the first of them."""
    own = [(m.name, [point(f, m.id) for f in section.findings if speaks(f, m.id)]) for m in c.maps]
    found = sorted(((name, points) for name, points in own if points), key=lambda one: -len(one[1]))
    if len(c.maps) > FEW:
        yield Note(" · ".join(f"{name} {len(points)}" for name, points in found), "plain")
        return
    rows = (Row(name, f"{len(points)}, {'first ' * (len(points) > 1)}{points[0]}") for name, points in found)
    yield Rows(tuple(rows))


def _sources(c: Comparison, section: Section, room: Room | None) -> Iterator[Block]:
    """Each source that several maps use in a line; how many sources a map has alone."""
    found = section.findings
    shown = found[: room.agreed] if room and len(found) > room.agreed + 1 else found
    if shown:
        yield Items(tuple(Item(f.symbol, f.group, used(c, f)) for f in shown))
    yield from _left(section, len(found) - len(shown))
    if section.sources:
        counts = " · ".join(f"{name} {len(titles)}" for name, titles in section.sources)
        yield Note(f"In one map only: {counts}", "plain")
