"""What can be written where the cursor stands."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from argmap.editing.occurrences import NameKind
from argmap.editor.around import Around
from argmap.editor.cursor import Spot, spot
from argmap.editor.entries import Entry
from argmap.editor.shapes import Shape, names_at, shape
from argmap.editor.telling import plainly, told
from argmap.editor.words import MEANINGS
from argmap.text import shorten

Sort = Literal["name", "field", "word", "file", "place", "code", "form"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that can be written.

    Attributes:
        label: What the list shows, and what is compared with what was typed.
        insert: What is put in place of the characters from `start` to `end`.
        sort: What it is.
        detail: A few words beside the label.
        start: Offset, in the text without byte order marks.
        end: Offset.
        snippet: Whether `insert` has stops (``$0``) and so is to be written with `$` and `}` escaped.
        entry: What the name stands for; `documentation` tells of it.
        meaning: What a field or word means.
    """

    label: str
    insert: str
    sort: Sort
    detail: str = ""
    start: int = 0
    end: int = 0
    snippet: bool = False
    entry: Entry | None = None
    meaning: str = ""

    def documentation(self, around: Around) -> str:
        """What to tell of it, in Markdown; it is made for the one that is looked at."""
        return told(self.entry, around) if self.entry else self.meaning


def complete(text: str, offset: int, around: Around) -> tuple[Proposal, ...]:
    """What can be written at an offset of a text without byte order marks, likely things first."""
    at = spot(text, offset)
    if at.writes == "comment":
        return tuple(_codes(at))
    quoted = text[at.start - 1 : at.start] in ("'", '"')
    around = replace(around, quoted=quoted)
    behind = _LINE.match(text, max(at.end, offset))
    found: Iterable[Proposal] = _found(at, around)
    match "text" if _has_block(text, offset, at) else _follows(at, behind[0] if behind else "", quoted=quoted):
        case "value":  # of a key that is being given another name
            found = (replace(p, insert=p.label, snippet=False) for p in found if p.sort == "field")
        case "text":
            found = ()
    return tuple(replace(p, start=at.start, end=max(at.end, at.start)) for p in found)


_LINE: Final = re.compile(r"[^\r\n]*")
_FAR: Final = 2_000  # characters that are looked through for the next line that is not blank


def _has_block(text: str, offset: int, at: Spot) -> bool:
    """Whether a key has its value in the lines below, as a mapping or a list."""
    if at.writes != "value" or at.in_flow or at.written.strip():
        return False
    lines = text[offset : offset + _FAR].splitlines()[1:]
    below = next((line for line in lines if line.strip() and not line.lstrip().startswith("#")), "")
    margin = len(below) - len(below.lstrip(" "))
    return bool(below) and (margin > at.column or (margin == at.column and below[margin:].startswith("- ")))


def _follows(at: Spot, behind: str, *, quoted: bool) -> Literal["nothing", "value", "text"]:
    """What stands in the line behind what is written: a proposal must not run into it."""
    if quoted and behind[:1] in ("'", '"'):
        behind = behind[1:]
    rest = behind.strip()
    if not rest or (rest.startswith("#") and behind[0] in " \t") or (at.in_flow and rest[0] in ",]}"):
        return "nothing"
    named = at.writes in ("key", "line") and at.written.strip()
    return "value" if named and re.match(r":(?=[\s,\]}]|$)", rest) else "text"


def _found(at: Spot, around: Around) -> Iterator[Proposal]:
    place = shape(around.kind, at.where)
    match at.writes:
        case "key":
            yield from _fields(at, place, around)
        case "value":
            yield from (_spaced(p, at) for p in _values(at, place, around))
        case "item":
            yield from (_spaced(p, at) for p in (*_items(at, around), *_fields(at, place, around, inline=True)))
        case "line" if place.is_list:
            below = replace(at, where=(*at.where, 0))
            yield from (replace(p, insert=f"- {p.insert}") for p in _items(below, around))
            yield from _fields(at, place, around) if place.fields else _dashed(below, around)
        case "line":
            yield from _fields(at, place, around)
        case "dash":
            below = replace(at, where=(*at.where, 0))
            yield from (replace(p, insert=f"- {p.insert}") for p in _items(below, around))
            yield from _dashed(below, around)
        case _:
            return


def _dashed(at: Spot, around: Around) -> Iterator[Proposal]:
    fields = _fields(at, shape(around.kind, at.where), around, inline=True)
    yield from (replace(p, insert=f"- {p.insert}") for p in fields)


def _spaced(proposal: Proposal, at: Spot) -> Proposal:
    return replace(proposal, insert=f" {proposal.insert}") if at.gap else proposal


def _fields(at: Spot, place: Shape, around: Around, *, inline: bool = False) -> Iterator[Proposal]:
    """The fields of a mapping that it does not have yet, those it needs first."""
    held = frozenset() if inline else frozenset(at.held)
    if {"holds", "cause", "actor"} <= place.fields.keys():
        place = replace(place, fields=_of_form(place, held))
    names = sorted((n for n in place.fields if n not in held), key=lambda n: n not in place.required)
    for name in names:
        detail = "required" if name in place.required else ""
        insert = f"{name}: {_stop(at, name, around)}".replace(": \n", ":\n")
        yield Proposal(name, insert, "field", detail, snippet="$" in insert, meaning=place.fields[name])
    if place.keyed and at.where and not at.in_flow:
        word = at.where[-1]
        below = shape(around.kind, (*at.where, "_"))
        needs = "".join(f"\n  {name}: ${i}" for i, name in enumerate(below.required or ("",), start=2) if name)
        insert = "${1:id}:" + (needs or " $2")
        yield Proposal(f"new entry of {word}", insert, "form", snippet=True, meaning=below.meaning or place.meaning)


def _stop(at: Spot, name: str, around: Around) -> str:
    """What stands behind a new field, with the stop of the cursor."""
    below = shape(around.kind, (*at.where, name))
    if at.in_flow and not (below.is_list and not below.is_text):
        return "$0"
    if name == "via":
        return "{map: $1, at: $0}"
    if name == "says":
        return "{$0}"
    if below.is_list and not below.is_text:
        return "[$0]"
    if (below.fields or below.keyed) and not below.is_text:
        return "\n  $0"
    return "$0"


_FORMS: Final = (
    ("holds", "denies", "questions"),
    ("cause", "raises", "lowers", "unrelated", "main"),
    ("actor", "role", "toward", "main"),
)


def _of_form(place: Shape, held: frozenset[str]) -> dict[str, str]:
    """The fields of the form of `says` that was begun; of all forms, if none was."""
    begun = held - {"main"}
    names = [n for form in _FORMS if not begun or begun & set(form) for n in form]
    if begun & {"raises", "lowers", "unrelated"}:
        names = [n for n in names if n not in ("raises", "lowers", "unrelated")]
    if begun & {"holds", "denies", "questions"}:
        names = []
    return {name: place.fields[name] for name in dict.fromkeys(names)}


def _values(at: Spot, place: Shape, around: Around) -> Iterator[Proposal]:
    """What stands behind a colon, or between brackets."""
    if place.is_list and not place.is_text and not place.fields:
        yield from (_bracketed(p) for p in _items(replace(at, where=(*at.where, 0)), around))
        return
    yield from _items(at, around)
    if "says" in at.where[-2:] and "holds" in place.fields:
        yield from _says_forms(place)
    if at.where[-1:] == ("via",) and not at.in_flow:
        yield Proposal("map", "{map: $1, at: $0}", "form", "another article", snippet=True, meaning=place.meaning)
    if at.in_flow and at.where[-2:-1] == ("because",) and "premises" in place.fields:
        meaning = place.fields["premises"]
        yield Proposal("premises", "{premises: [$0]}", "form", "the long form", snippet=True, meaning=meaning)


def _bracketed(proposal: Proposal) -> Proposal:
    return replace(proposal, insert=f"[{proposal.insert}]")


_WRITTEN: Final = (
    ("holds", "{holds: $0}", "a stance"),
    ("denies", "{denies: $0}", "a stance"),
    ("questions", "{questions: $0}", "a stance"),
    ("cause", "{cause: $1, ${2|raises,lowers,unrelated|}: $0}", "cause and effect"),
    ("actor", "{actor: $1, role: $2, toward: [$0]}", "the role of an actor"),
)


def _says_forms(place: Shape) -> Iterator[Proposal]:
    for field, insert, detail in _WRITTEN:
        yield Proposal(field, insert, "form", detail, snippet=True, meaning=place.fields[field])


def _items(at: Spot, around: Around) -> Iterator[Proposal]:
    """Names, words, files, or places in the article, as they belong at a place."""
    fields = [step for step in at.where if isinstance(step, str)]
    field = fields[-1] if fields else ""
    if field == "voice":
        yield Proposal("author", "author", "word", "the article itself", meaning="The article speaks in its own voice.")
    kind = names_at(at.where)
    if kind:
        yield from (_name(entry) for entry in _names(kind, field, at, around))
    place = shape(around.kind, at.where)
    words = ("1",) if field in ("argmap", "argmap-codebook") else place.words
    for word in () if kind else words:
        yield Proposal(word, word, "word", meaning=MEANINGS.get(field, {}).get(word, ""))
    if at.where[-1:] == ("codebook",):
        maps = {entry.origin for entry in around.of("map")}
        books = (n for n in around.files if n.endswith((".yaml", ".yml", "/")) and n not in maps)
        yield from (_file(name, around) for name in books)
    if at.where[-2:] == ("article", "text"):
        yield from (_file(name, around) for name in around.files if name.endswith((".txt", ".md", "/")))
    if field == "at" and at.where[-2:-1] != ("via",):
        for number, paragraph in around.paragraphs.items():
            mark = f"¶{number}"
            if mark not in at.held:
                yield Proposal(mark, mark, "place", shorten(paragraph, 10), meaning=plainly(shorten(paragraph, 80)))


def _names(kind: NameKind, field: str, at: Spot, around: Around) -> list[Entry]:
    inside = at.where[1:] if at.where[:1] == ("codebook",) else at.where
    left = {*at.held, str(inside[1])} if kind in ("statement", "proposition", "place") else {*at.held}
    found = [entry for entry in around.of(kind) if entry.key not in left]
    if kind == "statement":
        against = field in ("but", "unless")
        found.sort(key=lambda e: (_speaks_against(e) != against, e.said("type") == "thesis", e.key in around.named))
    return found


def _speaks_against(entry: Entry) -> bool:
    return entry.said("type") == "objection"


def _name(entry: Entry) -> Proposal:
    detail = entry.said("valence") if entry.kind == "role" else entry.called
    return Proposal(entry.key, entry.key, "name", shorten(detail, 12), entry=entry)


def _file(name: str, around: Around) -> Proposal:
    plain = around.quoted or re.fullmatch(r"[\w./][\w./ ()-]*", name)
    return Proposal(name, name if plain else json.dumps(name, ensure_ascii=False), "file")


_IGNORE: Final = re.compile(r"#.*\bargmap:\s*ignore\[[^\]]*?(?P<word>[A-Za-z0-9]*)$")


def _codes(at: Spot) -> Iterator[Proposal]:
    """The codes of warnings and advice, in a comment that takes some back; errors cannot be."""
    found = _IGNORE.match(at.written)
    if found is None:
        return
    from argmap.codes import CODES  # noqa: PLC0415

    start = at.start + found.start("word")
    for page in CODES.values():
        if page.severity != "error":
            yield Proposal(page.code, page.code, "code", page.name, start, max(at.end, start), meaning=page.finds)
