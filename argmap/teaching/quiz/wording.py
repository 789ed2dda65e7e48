"""How questions speak of maps, statements and those who speak in them."""

import re
from typing import Final

from argmap.comparison.wording import listed, plural
from argmap.model import ArgumentMap, Statement

_INNER: Final = str.maketrans("“”", "‘’")  # quotation marks inside a quotation

_OPENING: Final = 8  # words

_HEDGED: Final = re.compile(
    r"\b(?:may|might|could|would|probably|possibly|perhaps|likely|likelihood|seems?|appears?|apparently|hardly)\b",
    re.IGNORECASE,
)


def does(m: ArgumentMap, verb: str) -> str:
    """Who does it, the verb agreeing: ``Ruiz holds``, ``Ruiz & Patel hold``."""
    several = not m.article.short and len(m.article.authors) > 1
    return f"{m.name} {plural(verb) if several else verb}"


def said(m: ArgumentMap, key: str) -> str:
    """A statement as a sentence of its own, with who says it and how surely, where the words do not tell."""
    s = m.statements[key]
    remarks = []
    if not s.by_author:
        remarks.append(f"said by {voice_name(m, s.voice)}, as {does(m, 'reports')}")
    if s.certainty != "asserted" and not _HEDGED.search(s.text):
        remarks.append(f"held to be {s.certainty}")
    sentence = stopped(s.text)
    return f"{sentence} ({'; '.join(remarks)})" if remarks else sentence


def voice_name(m: ArgumentMap, voice: str) -> str:
    """The name of somebody the map reports: an actor's, or as the map writes it."""
    actor = m.codebook.actors.get(voice) if m.codebook else None
    return actor.name if actor else voice


def actor_name(m: ArgumentMap, key: str) -> str:
    """The name of an actor; the key in words where the codebook has none."""
    actor = m.codebook.actors.get(key) if m.codebook else None
    return actor.name if actor else key.replace("-", " ")


def actors(m: ArgumentMap, keys: tuple[str, ...]) -> str:
    """Several actors as part of a sentence."""
    return listed(actor_name(m, key) for key in keys)


def place(s: Statement) -> str:
    """The quotation and where it stands: ``“now” (¶15)``; "" where the map has neither."""
    at = ", ".join(s.at) or (f"{s.via.at} of {s.via.map}" if s.via else "")
    quoted = f"“{s.quote.translate(_INNER)}”" if s.quote else ""
    return f"{quoted} ({at})" if quoted and at else quoted or at


def evidence(m: ArgumentMap, *keys: str) -> str:
    """Where the statements stand, as a sentence to put behind an explanation; "" where the map does not say."""
    places = [p for p in dict.fromkeys(place(m.statements[key]) for key in keys) if p]
    return f"{m.name}: {'; '.join(places)}." if places else ""


def title_of(s: Statement) -> str:
    """The label of a statement, or how it begins."""
    return s.label or opening(s)


def opening(s: Statement) -> str:
    """How a statement begins: for titles of questions that its label would answer."""
    first = s.text.split()
    return s.text.rstrip(".") if len(first) <= _OPENING else f"{' '.join(first[:_OPENING])} …"


def stopped(text: str) -> str:
    """The text as a sentence that ends."""
    text = text.strip()
    return text if text.endswith((".", "?", "!", "…", "”", "。", "？", "！")) else f"{text}."


def joined(*sentences: str) -> str:
    """Sentences one after the other, without those that say nothing."""
    return " ".join(s for s in sentences if s)
