"""What is told of a thing when one points at its name, in Markdown."""

import re
from collections.abc import Iterator
from typing import Any, Final

from argmap.editor.around import Around
from argmap.editor.entries import Entry
from argmap.editor.words import MEANINGS
from argmap.text import fold, parts_of

_NEAR: Final = 60  # characters shown on both sides of a quotation

_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>#|~])")


def plainly(text: str) -> str:
    """A text as it is to be read, on one line: what Markdown would take for markup is escaped."""
    return _escaped(" ".join(text.split()))


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)


def told(entry: Entry, around: Around) -> str:
    """What a thing is: its text, and how the map uses it; or its entry in the codebook."""
    lines = _of_statement(entry, around) if entry.kind == "statement" else _of_entry(entry)
    return "\n\n".join(line for line in (_head(entry), *lines) if line)


def _head(entry: Entry) -> str:
    origin = f" · {plainly(entry.origin)}" if entry.origin else ""
    return f"**{entry.key}** · {entry.said('type') or entry.kind if entry.kind == 'statement' else entry.kind}{origin}"


def _of_statement(entry: Entry, around: Around) -> Iterator[str]:
    yield plainly(entry.said("text"))
    yield from _quoted(entry, around)
    for field, kind in (("certainty", None), ("voice", "actor"), ("when", None), ("where", "place")):
        if said := entry.said(field):
            yield f"*{field}*: {_called(kind, said, around) if kind else plainly(said)}"
    for says in _listed(entry.fields.get("says")):
        if sentence := in_words(says, around):
            yield f"*says*: {sentence}"
    if cited := [c for c in _listed(entry.fields.get("sources")) if isinstance(c, str)]:
        known = [around.entry("source", key) for key in cited]
        yield "*sources*: " + ", ".join(plainly(e.called if e else key) for e, key in zip(known, cited, strict=True))
    if note := entry.said("note"):
        yield f"*note*: {plainly(note)}"


def _quoted(entry: Entry, around: Around) -> Iterator[str]:
    at = ", ".join(place for place in _listed(entry.fields.get("at")) if isinstance(place, str))
    quote = entry.said("quote")
    if not quote:
        if at:
            yield f"*at*: {plainly(at)}"
        return
    yield f"> “{plainly(quote)}” {plainly(at)}".rstrip()
    if near := near_quote(quote, around):
        yield near


def near_quote(quote: str, around: Around) -> str:
    """The words of the article round a quotation, the quotation itself in bold; "" where they are not at hand."""
    parts = parts_of(quote)
    for number, paragraph in around.paragraphs.items() if parts else ():
        text = fold(paragraph)
        at, end = text.find(parts[0]), text.find(parts[-1]) + len(parts[-1])
        if at < 0 or end <= at:
            continue
        left, right = text[max(at - _NEAR, 0) : at], text[end : end + _NEAR]
        if at > _NEAR:
            left = "…" + left.partition(" ")[2]
        if end + _NEAR < len(text):
            right = right.rpartition(" ")[0] + "…"
        return f"¶{number}: {_escaped(left)}**{_escaped(text[at:end])}**{_escaped(right)}"
    return ""


def _of_entry(entry: Entry) -> Iterator[str]:
    if entry.kind == "source":
        yield plainly(entry.called)
        authors = ", ".join(name for name in _listed(entry.fields.get("authors")) if isinstance(name, str))
        parts = [authors, *(entry.said(field) for field in ("title", "publisher", "date"))]
        yield ", ".join(plainly(part) for part in parts if part)
        yield entry.said("url")
        yield plainly(entry.said("note"))
        return
    yield plainly(entry.said("name") or entry.said("title"))
    yield plainly(entry.said("text"))
    for field in ("aliases", "kind", "question", "contrary", "narrower", "within"):
        if said := ", ".join(item for item in _listed(entry.fields.get(field)) if isinstance(item, str)):
            yield f"*{field}*: {plainly(said)}"
    if entry.kind == "role":
        valence = entry.said("valence").lstrip("+") or "0"
        yield MEANINGS["valence"].get(valence, "")


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def in_words(says: Any, around: Around) -> str:
    """What a part of `says` says, with the codebook's words for its keys; "" for what has no form."""
    if not isinstance(says, dict):
        return ""
    main = " *(main)*" if says.get("main") == "true" else ""
    for attitude in ("holds", "denies", "questions"):
        if isinstance(key := says.get(attitude), str):
            return f"{attitude}: {_called('proposition', key, around)}"
    for effect, sign in (("raises", "raises"), ("lowers", "lowers"), ("unrelated", "has no effect on")):
        if isinstance(key := says.get(effect), str):
            causes = [_called("factor", c, around) for c in _listed(says.get("cause")) if isinstance(c, str)]
            return f"{' and '.join(causes) or '…'} — {sign} — {_called('factor', key, around)}{main}"
    if isinstance(actor := says.get("actor"), str) and isinstance(role := says.get("role"), str):
        toward = [_called("actor", key, around) for key in _listed(says.get("toward")) if isinstance(key, str)]
        tail = f" toward {', '.join(toward)}" if toward else ""
        return f"{_called('actor', actor, around)} — {plainly(role)}{tail}{main}"
    return ""


def _called(kind: Any, key: str, around: Around) -> str:
    entry = around.entry(kind, key)
    return plainly((entry and entry.called) or key)
