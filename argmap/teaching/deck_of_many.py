"""Three maps and more as slides: a question each, with what every map says to it and what all come to."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from argmap.comparison.records import Comparison, Finding
from argmap.diagram.matrix_table import CONTESTED, matrix_table
from argmap.diagram.sheet import Level
from argmap.languages import Words
from argmap.teaching.deck import Box, Deck, Note, Row, Slide, Text
from argmap.teaching.deck_answers import texts_of
from argmap.teaching.deck_of_pair import heads, names, source_notes, talk, verdict
from argmap.teaching.deck_room import CUT, cut, first_fitting, parted, readable
from argmap.teaching.deck_talk import line, notes_of

_COLUMNS: Final = 5
"""Maps up to which each has a row of its own."""

_NAMED: Final = 3


def deck_of_many(
    c: Comparison,
    *,
    findings: Sequence[Finding] | None = None,
    most: int,
    level: Level = "title",
    words: Words,
    title: str = "",
) -> Deck:
    """The slides of a comparison of three maps or more; the arguments are those of `deck_of_pair`."""
    chosen = _chosen(c, findings, most)
    table = matrix_table(c, c.findings, words=words, level="title")
    said = title or words.say("deck.two", who=words.listed([m.name for m in c.maps]))
    slides = [_title(c, said, words), *_theses(c, words)]
    if findings is None:
        summary = table.summary.split(" · ")
        rows = tuple(Row((Box((Text(part.replace("\u00a0", " ")),), "plain", n),)) for n, part in enumerate(summary))
        slides.append(Slide("point", table.title, rows, (Note(words["deck.use"], (words["deck.discuss"],)),)))
    slides += [_question(c, f, level, words) for f in chosen]
    told = tuple(f.id for f in chosen)
    left = [f for f in c.findings if f.id not in told]
    slides += _rest(left, words)
    slides += talk(c, chosen, words)
    slides = [readable(slide) for slide in slides]
    shortened = sum(text.endswith(CUT) for slide in slides for text in slide.texts())
    name = "-".join([*(m.id for m in c.maps), "slides"]).replace("#", "-")
    counted = tuple(f.id for f in left)
    return Deck(name, said, tuple(slides), words["map.wording"], words.code, told, counted, shortened)


def _chosen(c: Comparison, findings: Sequence[Finding] | None, most: int) -> tuple[Finding, ...]:
    """What most maps speak to; among equals what is contested, then what is read first."""
    if findings is not None:
        return tuple(findings)[:most]
    points = [f for f in c.findings if f.unit != "evidence" and f.group != "one-sided"]
    return tuple(sorted(points, key=lambda f: (-_speaking(f), CONTESTED.index(f.group)))[:most])


def _speaking(f: Finding) -> int:
    return sum(bool(side.position) for side in f.sides.values())


def _title(c: Comparison, title: str, words: Words) -> Slide:
    rows = []
    for name, m in zip(heads(c), c.maps, strict=True):
        a = m.article
        said = ", ".join(part for part in (f"“{a.title}”" if a.title else "", a.publisher or "", a.date or "") if part)
        rows.append((name, Box((Text(cut(said or m.name, 220)),))))
    return Slide("title", title, _rows(rows), source_notes(c, words))


def _theses(c: Comparison, words: Words) -> tuple[Slide, ...]:
    rows, notes = [], []
    for step, (name, m) in enumerate(zip(heads(c), c.maps, strict=True), start=1):
        texts = [Text(cut(s.text, 150)) for s in m.thesis[:1]] or [Text(words["sheet.no_thesis"], "small")]
        if len(m.thesis) > 1:
            texts.append(Text(words.say("sheet.more", n=len(m.thesis) - 1), "small"))
        rows.append((name, Box(tuple(texts), "plain", step)))
        if m.thesis:
            notes.append(Note(words.say("deck.words_of", who=m.name), tuple(line(s, words) for s in m.thesis)))
    slide = Slide("theses", words["deck.theses"], _rows(rows), tuple(notes))
    return parted(slide, words["deck.part"], repeated=0)


def _rows(named: Sequence[tuple[str, Box]]) -> tuple[Row, ...]:
    """A row for each map with its name at the left; where there are many, two to a row with their names on top."""
    if len(named) <= _COLUMNS:
        return tuple(Row((box,), name) for name, box in named)
    boxes = [replace(box, texts=(Text(name, "bold"), *box.texts)) for name, box in named]
    return tuple(Row(tuple(boxes[i : i + 2])) for i in range(0, len(boxes), 2))


def _question(c: Comparison, f: Finding, level: Level, words: Words) -> Slide:
    """The question, what each map says, in their order, and what all come to."""
    slide = Slide("question", cut(f.question, 220), notes=notes_of(c, f, words), finding=f.id)
    levels: tuple[Level, ...] = ("full", "text", "title") if f.unit == "stance" else (level, "title")

    def showing(tried: Level) -> Slide:
        found = matrix_table(c, [f], words=words, level=tried, evidence=True).sections[0].rows[0]
        rows = [
            (name, Box(texts_of(cell, words), "plain", n))
            for n, (name, cell) in enumerate(zip(heads(c), found.cells, strict=True), start=1)
        ]
        said, notes = (found.verdict.words, found.verdict.notes) if found.verdict else ("", ())
        return replace(slide, rows=(*_rows(rows), verdict(f, said, notes, 1 + len(rows))))

    return first_fitting(map(showing, levels))


def _rest(left: Sequence[Finding], words: Words) -> tuple[Slide, ...]:
    """What has no slide of its own, in numbers: how many findings come to what, with as many names as fit."""
    counts: dict[str, list[Finding]] = {}
    for f in left:
        said = words["deck.on_sources"] if f.unit == "evidence" else words[f"matrix.{f.category}"]
        counts.setdefault(said, []).append(f)
    if not counts:
        return ()
    slide = Slide("rest", words["deck.rest"], notes=(Note(words["deck.not_shown"], tuple(f.sentence for f in left)),))

    def naming(most: int) -> Slide:
        rows = (
            Row((Box((Text(f"{len(some)}  {said}", "bold"), *_questions(some, most, words)), some[0].group, n),))
            for n, (said, some) in enumerate(counts.items())
        )
        return replace(slide, rows=tuple(rows))

    return parted(first_fitting(map(naming, range(_NAMED, -1, -1))), words["deck.part"], repeated=0)


def _questions(some: Sequence[Finding], most: int, words: Words) -> list[Text]:
    return names([f.question for f in some], len(some), most, words)
