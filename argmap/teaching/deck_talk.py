"""What the speaker of a slide on a finding is told, and the questions that findings give a class to discuss."""

from collections.abc import Iterator, Sequence

from argmap.comparison.category_words import CATEGORY_WORDS
from argmap.comparison.records import Cited, Comparison, Finding, GivenReason, Side
from argmap.diagram.sides import capitalised
from argmap.languages import Words
from argmap.model import ArgumentMap
from argmap.teaching.deck import Note
from argmap.teaching.deck_notes import cited
from argmap.teaching.deck_room import cut

_ASKED = 150


def notes_of(c: Comparison, finding: Finding, words: Words) -> tuple[Note, ...]:
    """What to ask first, each side's sentences and quotations, why the finding says so, what to discuss, sources."""
    found = [Note(words["deck.ask"], (words["deck.ask_answers"],))]
    for m in c.maps:
        side = finding.sides.get(m.id, Side(None))
        lines = [line(s, words) for s in side.statements]
        lines += [f"{words['map.because']}: {reason(r, words)}" for r in side.reasons]
        lines += [f"{words.say('map.says', who=s.voice)}: {line(s, words)}" for s in side.reported]
        found.append(Note(words.say("deck.words_of", who=m.name), tuple(lines) or (words["deck.no_words"],)))
    found.append(Note(words["deck.why"], tuple(_why(finding))))
    found.append(Note(words["deck.discussion"], (question_of(c, finding, words),)))
    held = [
        f"{m.name}: {line(s, words)}"
        for m in c.maps
        for s in finding.sides.get(m.id, Side(None)).statements
        if s.certainty != "asserted" or s.if_
    ]
    if held:
        found.append(Note(words["deck.hedges"], tuple(held)))
    if sources := tuple(_sources(c, finding, words)):
        found.append(Note(words["deck.sources"], sources))
    return tuple(found)


def line(s: Cited, words: Words) -> str:
    """A statement in full: the mapper's sentence, the article's words, where, and what it holds back."""
    parts = [s.text, f"“{s.quote}”" if s.quote else "", ", ".join(s.at)]
    limits = [words[f"map.{s.certainty}"]] if s.certainty != "asserted" else []
    limits += [words["sheet.on_condition"]] if s.if_ else []
    limits += [part for part in (s.when, s.where, s.via) if part]
    return " ".join(part for part in parts if part) + (f" ({'; '.join(limits)})" if limits else "")


def reason(r: GivenReason, words: Words) -> str:
    """The premises of a reason in one line."""
    texts = dict.fromkeys((p.text or p.label or p.entry).rstrip(".") for p in r.premises)
    return words.listed(list(texts))


def question_of(c: Comparison, finding: Finding, words: Words) -> str:
    """A question to discuss, made out of a finding: by what it comes to, and where a dispute may lie."""
    said = cut(finding.question, _ASKED)
    if finding.group == "one-sided":
        speaking = [m.name for m in c.maps if finding.sides.get(m.id, Side(None)).position]
        silent = [m.name for m in c.maps if m.name not in speaking]
        return words.say(
            "deck.talk_one_sided", who=words.listed(speaking), other=words.listed(silent or speaking), question=said
        )
    if finding.group == "conflict" and finding.locus and finding.locus.deep:
        return words.say("deck.talk_deep", question=said)
    kind = finding.group.replace("-", "_")
    if finding.group == "diverge" and finding.unit in ("role", "explanation"):
        kind = f"diverge_{finding.unit}"
    return words.say(f"deck.talk_{kind}", question=said)


def _why(finding: Finding) -> Iterator[str]:
    yield finding.sentence
    yield from finding.notes
    yield capitalised(CATEGORY_WORDS[finding.category])


def _sources(c: Comparison, finding: Finding, words: Words) -> Iterator[str]:
    """What the statements of both sides cite, and the statements that are their evidence."""
    documents = dict(zip((m.id for m in c.maps), c.documents, strict=False))
    for m in c.maps:
        side, document = finding.sides.get(m.id, Side(None)), documents.get(m.id)
        if document:
            keys = [s.id for s in side.statements]
            named = dict.fromkeys(name for key in _with_evidence(document, keys) for name in _cites(document, key))
            yield from (f"{m.name}: {cited(document.source(name), name, words)}" for name in named)


def _with_evidence(m: ArgumentMap, keys: Sequence[str]) -> Iterator[str]:
    for key in keys:
        yield key
        statement = m.statements.get(key)
        for given in statement.because if statement else ():
            yield from (p for p in given.premises if p in m.statements and m.statements[p].type == "evidence")


def _cites(m: ArgumentMap, key: str) -> tuple[str, ...]:
    return m.statements[key].sources if key in m.statements else ()
