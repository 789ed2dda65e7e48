"""The changes between two versions in words, for the terminal and for Markdown alike."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from argmap.diagnostics import Where
from argmap.model import ArgumentMap, Codebook, Reason, Source
from argmap.reporters.changes_places import Places, Side, Spot
from argmap.reporters.changes_values import HANGS, NONE, in_words, step
from argmap.text import shorten
from argmap.versions.changes import (
    Attachment,
    Change,
    ChangedEntry,
    ChangedPosition,
    ChangedStatement,
    Changes,
    Kind,
    Section,
    Unit,
    Value,
)
from argmap.versions.wording import Stretch, marked

Symbol = Literal["+", "-", "~"]

ARROW: Final = " → "
_REFERENCE_WORDS: Final = 8
_DEFAULTS: Final[Mapping[str, str]] = {"certainty": "asserted (by default)", "voice": "author (by default)"}
_SINGULAR: Final[Mapping[Section, str]] = {
    "sources": "source",
    "actors": "actor",
    "factors": "factor",
    "propositions": "proposition",
    "places": "place",
    "roles": "role",
}
_UNITS: Final[Mapping[Unit, str]] = {"stance": "stance on", "explanation": "explanation of", "role": "role of"}
_SECTION_OF: Final[Mapping[Unit, Section]] = {"stance": "propositions", "explanation": "factors", "role": "actors"}


@dataclass(frozen=True, slots=True)
class Line:
    """One change in words: what was done, then old and new; `marked` says that old and new words are mixed."""

    lead: str
    said: tuple[Stretch, ...]
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """What changed in one statement or entry: a symbol, its name, where it stands, and the changes."""

    symbol: Symbol
    name: str
    place: Spot | None
    lines: tuple[Line, ...]


def summary(c: Changes) -> str:
    """How much changed, on one line.

    Statements are counted once for each kind of change they have.
    """
    parts: list[str] = []
    for kind, count in c.counts.items():
        parts.append(f"{count if parts else _counted(count, 'statement')} {kind}")
    if c.fields:
        parts.append(f"{_counted(len(c.fields), 'field')} changed")
    return ", ".join((*parts, *_entry_counts(c)))


def _entry_counts(c: Changes) -> Iterator[str]:
    found = Counter((e.part, e.changes[0].kind) for e in c.entries)
    parts: tuple[tuple[Literal["map", "codebook"], str], ...] = (("map", "source"), ("codebook", "codebook entry"))
    hows: tuple[Kind, ...] = ("added", "removed", "changed")
    for part, what in parts:
        yield from (f"{_counted(found[part, how], what)} {how}" for how in hows if found[part, how])


def consequences(c: Changes) -> Iterator[str]:
    """What the changes mean for a comparison, a sentence for each key on which the map's position is another.

    Nothing for a map that is new or gone as a whole: all its positions are.
    """
    if not all(version.statements for version in (c.old, c.new) if isinstance(version, ArgumentMap)):
        return
    for p in c.positions:
        label = _label(c, p)
        yield f"{_UNITS[p.unit]} {p.key}{label}: {_turned(p)}"


def _turned(p: ChangedPosition) -> str:
    """A position before and after; of one that is kept in part, only what went and what came."""
    lost, gained = (tuple(e for e in one if e not in other) for one, other in ((p.old, p.new), (p.new, p.old)))
    if lost == p.old or gained == p.new:
        return f"{_listed(p.old)}{ARROW}{_listed(p.new)}"
    parts = (f"no longer {_listed(lost)}" if lost else "", f"now also {_listed(gained)}" if gained else "")
    return "; ".join(filter(None, parts))


def fields(c: Changes) -> Iterator[Line]:
    """The fields of the map, its article and its codebook."""
    for change in c.fields:
        yield _between(change.field, change)


def blocks(c: Changes, places: Places) -> Iterator[Block]:
    """The statements that changed."""
    said = _Words(c)
    for s in c.statements:
        where = places("new", ("statements", s.new)) if s.new else places("old", ("statements", s.old or ""))
        if s.old is None or s.new is None:
            yield Block("+" if s.new else "-", s.new or s.old or "", where, tuple(_alone(s, said)))
        else:
            yield Block("~", s.new, where, tuple(said.line(change) for change in s.changes))


def entries(c: Changes, places: Places) -> Iterator[Block]:
    """The sources and the codebook's entries that changed."""
    for e in c.entries:
        name = f"{_SINGULAR[e.section]} {e.key}"
        first = e.changes[0]
        side: Side = "new" if first.new_where else "old"
        place = places(side, _entry(first.new_where or first.old_where or ()))
        match first.kind:
            case "added":
                yield Block("+", name, place, _whole(first.new, e))
            case "removed":
                yield Block("-", name, place, _whole(first.old, e))
            case _:
                yield Block("~", name, place, tuple(_between(change.field, change) for change in e.changes))


def _entry(where: Where) -> Where:
    """The place of the entry that a field belongs to."""
    return where[: 3 if where[0] == "codebook" else 2]


def _whole(value: Value, e: ChangedEntry) -> tuple[Line, ...]:
    text = value.citation(e.key) if isinstance(value, Source) else getattr(value, "text", getattr(value, "name", None))
    return (Line("", _plain(text)),) if text else ()


def _alone(s: ChangedStatement, said: "_Words") -> Iterator[Line]:
    """What there is to say of a statement that only one version has."""
    statement, side = (s.after, "new") if s.after else (s.before, "old")
    assert statement is not None
    yield Line(s.changes[0].kind, _plain(f"{statement.type}: {statement.text}"))
    if s.under:
        yield Line("hangs as" if s.after else "hung as", _plain("; ".join(said.hangs(a, side) for a in s.under)))
    if statement.says:
        yield Line("says", _plain("; ".join(map(in_words, statement.says))))
    if s.perhaps:
        if s.after:
            yield Line("perhaps", _plain(f"{said.named(s.perhaps, 'old')}, renamed and reworded"))
        else:
            yield Line("perhaps", _plain(f"renamed and reworded: {said.named(s.perhaps, 'new')}"))


@dataclass(frozen=True, slots=True)
class _Words:
    """Names and references in words."""

    changes: Changes

    def named(self, key: str, side: str) -> str:
        """An id with the label of the statement, or the beginning of its text."""
        m = self.changes.new if side == "new" else self.changes.old
        s = m.statements.get(key) if isinstance(m, ArgumentMap) else None
        return f"{key} “{s.label or shorten(s.text, _REFERENCE_WORDS)}”" if s else key

    def hangs(self, a: Attachment, side: str) -> str:
        return f"{HANGS[a.relation]} {self.named(a.upper, side)}"

    def line(self, change: Change) -> Line:
        """A change of a statement that both versions have."""
        match change.field:
            case "id" | "type":
                return _between(change.kind, change)
            case "text":
                return _between("reworded", change)
            case "under":
                return self._moved(change)
            case _ if change.kind == "reordered":
                return Line("reordered", _plain(f"{change.field}: {_arrow(change)}"))
            case "says":
                return _says(change)
            case "because":
                return self._reason(change)
            case "but" | "if" | "unless":
                return self._reference(change)
            case "scheme":
                return Line("re-argued", _plain(f"scheme of {_listed(change.of, ' + ')}: {_arrow(change)}"))
            case field:
                default = _DEFAULTS.get(field, NONE)
                return _between(f"{change.kind}: {field}", change, none=default)

    def _moved(self, change: Change) -> Line:
        was, now = (
            "; ".join(self.hangs(a, side) for a in value if isinstance(a, Attachment))
            if isinstance(value, tuple)
            else ""
            for value, side in ((change.old, "old"), (change.new, "new"))
        )
        return Line("moved", _plain(f"was {was or 'alone'}, is now {now or 'alone'}"))

    def _reference(self, change: Change) -> Line:
        word = {"but": "objection", "if": "condition", "unless": "doubt"}[change.field]
        of = f" about the reason {_listed(change.of, ' + ')}" if change.field == "unless" else ""
        key, how, side = (change.new, "added", "new") if change.old is None else (change.old, "removed", "old")
        return Line(change.kind, _plain(f"{word}{of} {how}: {self.named(str(key), side)}"))

    def _reason(self, change: Change) -> Line:
        old, new = _reasons(change.old), _reasons(change.new)
        if not old:
            return Line("re-argued", _plain(f"reason added: {self._premises(new[0], 'new')}"))
        if not new:
            return Line("re-argued", _plain(f"reason removed: {self._premises(old[0], 'old')}"))
        was, now = ("; ".join(map(in_words, reasons)) for reasons in (old, new))
        how = "changed" if len(old) == len(new) else "linked" if len(old) > len(new) else "unlinked"
        what = "reason" if len(old) == len(new) == 1 else "reasons"
        return Line("re-argued", _plain(f"{what} {how}: {was}{ARROW}{now}"))

    def _premises(self, reason: Reason, side: str) -> str:
        return " + ".join(self.named(key, side) for key in reason.premises) + step(reason)


def _reasons(value: Value) -> tuple[Reason, ...]:
    if isinstance(value, Reason):
        return (value,)
    return tuple(r for r in value if isinstance(r, Reason)) if isinstance(value, tuple) else ()


def _says(change: Change) -> Line:
    if change.old is None:
        return Line("re-coded", _plain(f"now says: {in_words(change.new)}"))
    if change.new is None:
        return Line("re-coded", _plain(f"no longer says: {in_words(change.old)}"))
    return Line("re-coded", _plain(_arrow(change)))


def _between(lead: str, change: Change, none: str = NONE) -> Line:
    """Old and new: word by word for two sentences, with an arrow for anything shorter."""
    old, new = change.old, change.new
    if isinstance(old, str) and isinstance(new, str) and (" " in old or " " in new):
        return Line(lead, marked(old, new), marked=True)
    return Line(lead, _plain(_arrow(change, none)))


def _arrow(change: Change, none: str = NONE) -> str:
    return f"{in_words(change.old, none)}{ARROW}{in_words(change.new, none)}"


def _plain(text: str) -> tuple[Stretch, ...]:
    return (Stretch("same", text),)


def _listed(words: tuple[str, ...], joiner: str = ", ") -> str:
    return joiner.join(words) or "nothing"


def _label(c: Changes, p: ChangedPosition) -> str:
    for version in (c.new, c.old):
        book = version if isinstance(version, Codebook) else version.codebook
        entry = getattr(book, _SECTION_OF[p.unit]).get(p.key) if book else None
        if entry:
            return f" “{getattr(entry, 'text', getattr(entry, 'name', ''))}”"
    return ""


def _counted(n: int, what: str) -> str:
    return f"{n} {what}" if n == 1 else f"{n} {what[:-1]}ies" if what.endswith("y") else f"{n} {what}s"
