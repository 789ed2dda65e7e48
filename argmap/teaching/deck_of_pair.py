"""Two maps as slides: both theses, the point, a question each, the rest in numbers, and what to discuss."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from argmap.comparison.central import most_central
from argmap.comparison.records import ComparedMap, Comparison, Finding, Group, Unit
from argmap.diagram.amount import Amount, Short
from argmap.diagram.of_comparison import MARKS, comparison_sheet, row
from argmap.diagram.of_slides import Rest, rest
from argmap.diagram.role_slope import Actor, role_slope
from argmap.diagram.sheet import ComparisonSheet, Item, Level, Passage, Stand
from argmap.diagram.sides import as_said, side_items
from argmap.diagram.vocabulary import Vocabulary, vocabulary
from argmap.languages import Words
from argmap.teaching.deck import Box, Deck, Note, Row, Slide, Text, Tone
from argmap.teaching.deck_answers import AMOUNTS_OF, texts_of
from argmap.teaching.deck_open import TALKED_OVER, filled, question_rows
from argmap.teaching.deck_room import CUT, cut, first_fitting, parted, readable
from argmap.teaching.deck_talk import line, notes_of, question_of

SIDES: Final[tuple[Tone, Tone]] = ("a", "b")
_NAMED: Final = 4
_NAME: Final = 150  # columns of what is only named
_SENTENCE: Final = 420  # columns of what a finding says, and of what is to be noted

_PARTS: Final = Amount(0, 3, 20, 0, 0, reasons=False, short=Short(answers_quoted=False, all_toward=True))
"""Of each actor on the slide of roles."""

_COUNTED: Final[dict[str, tuple[Group, ...]]] = {
    "agree": ("agree", "agree-but"),
    "differ": ("diverge", "conflict"),
    "undetermined": ("undetermined",),
}
"""The groups of findings that are counted together, by the key of their heading."""


def deck_of_pair(
    c: Comparison,
    *,
    findings: Sequence[Finding] | None = None,
    most: int,
    level: Level = "title",
    words: Words,
    title: str = "",
) -> Deck:
    """The slides of a comparison of two maps.

    Args:
        c: Two maps; the first is A.
        findings: Those asked for, each of which gets a slide; else the most central ones do.
        most: So many of them at most. Half of these places are for differences and half for agreements, as far as
            there are any: agreements come first, for they are the common ground of the differences.
        level: How much each side shows.
        words: The fixed words.
        title: Of the deck.
    """
    sheet, terms = comparison_sheet(c, level="title", words=words), vocabulary(c, words)
    chosen = chosen_of(c, findings, most)
    slides = [_title(c, sheet, words, title), _theses(c, sheet, words)]
    if findings is None:
        slides.append(_point(c, sheet, words))
    slides += [_question(c, f, terms, level, words) for f in chosen]
    slides += _roles(c, chosen if findings is not None else c.findings, words)
    told = tuple(f.id for f in chosen)
    counted = tuple(f.id for f in c.findings if f.id not in told)
    slides += _rest(c, set(told), words, level)
    slides += talk(c, chosen, words)
    slides = [readable(slide) for slide in slides]
    shortened = sum(text.endswith(CUT) for slide in slides for text in slide.texts())
    name = "-".join([*(m.id for m in c.maps), "slides"]).replace("#", "-")
    said = title or words.listed([m.name for m in c.maps])
    return Deck(name, said, tuple(slides), words["map.wording"], words.code, told, counted, shortened)


def chosen_of(c: Comparison, findings: Sequence[Finding] | None, most: int) -> tuple[Finding, ...]:
    """The findings that get a slide of their own, in the order of the slides."""
    if findings is not None:
        return tuple(findings)[:most]
    agreed = _by_turns(most_central(c, "agree", "agree-but"))
    apart = _by_turns(most_central(c, "diverge", "conflict", "undetermined"))
    n = min(len(apart), max(most - len(agreed), (most + 1) // 2))
    return (*agreed[: most - n], *apart[:n])


def _by_turns(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """A cause, a part, a claim in turn, so that no stretch of a lecture is all of one kind; in each the first first."""
    kinds: dict[Unit, list[Finding]] = {}
    for f in findings:
        kinds.setdefault(f.unit, []).append(f)
    return tuple(f for turn in zip_longest(*kinds.values()) for f in turn if f)


def talk(c: Comparison, chosen: Sequence[Finding], words: Words) -> tuple[Slide, ...]:
    """Questions for discussion: of what is in dispute first, then of what is agreed with a reservation."""
    order = ("conflict", "diverge", "agree-but", "agree", "one-sided", "undetermined")
    alone = [f for f in c.in_group("one-sided") if f not in chosen][:1]
    ranked = sorted([*chosen, *alone], key=lambda f: order.index(f.group))
    questions = list(dict.fromkeys(question_of(c, f, words) for f in ranked))[:TALKED_OVER]
    if not questions:
        return ()
    notes = (Note(words["deck.use"], (words["deck.discuss"],)),)
    return (filled(Slide("discussion", words["deck.discussion"], (), notes), question_rows(questions), words),)


def heads(c: Comparison) -> tuple[str, ...]:
    """What the maps are called on slides: a letter and a name."""
    return tuple(f"{chr(ord('A') + i)}  {m.name}" for i, m in enumerate(c.maps))


def source_notes(c: Comparison, words: Words) -> tuple[Note, ...]:
    """The articles, how to use the slides, and what a reader of the comparison should know."""
    lines = []
    for m in c.maps:
        a = m.article
        parts = (words.listed(list(a.authors)), a.title or "", a.publisher or "", a.date or "", a.url or "")
        lines.append(f"{m.name}: {', '.join(part.strip().rstrip('.') for part in parts if part)}")
    found = [Note(words["deck.sources"], tuple(lines))]
    found.append(Note(words["deck.use"], (words["deck.how"], words["map.wording"], *(w.text for w in c.warnings))))
    return tuple(found)


def verdict(f: Finding, said: str, notes: Sequence[str], step: int) -> Row:
    """The last row of a question: sign and words of what it comes to, the finding's sentence, what is to be noted."""
    mark = MARKS[f.group] or "○"
    texts = (
        Text(f"{mark}  {said}", "bold"),
        Text(cut(f.sentence, _SENTENCE)),
        *(Text(cut(n, _SENTENCE), "small") for n in notes),
    )
    return Row((Box(texts, f.group, step),))


def _title(c: Comparison, sheet: ComparisonSheet, words: Words, title: str) -> Slide:
    boxes = []
    for head, m, tone in zip(sheet.heads, c.maps, SIDES, strict=True):
        a = m.article
        lines = [Text(f"{head.letter}  {head.name}", "bold")]
        lines += [Text(cut(f"“{a.title}”", 200))] if a.title else []
        about = ", ".join(part for part in (words.listed(list(a.authors)), a.publisher or "", a.date or "") if part)
        boxes.append(Box((*lines, *([Text(cut(about, 200), "small")] if about else [])), tone))
    said = title or words.say("deck.two", who=words.listed([m.name for m in c.maps]))
    return Slide("title", said, (Row(tuple(boxes)),), source_notes(c, words))


def _theses(c: Comparison, sheet: ComparisonSheet, words: Words) -> Slide:
    boxes, notes = [], []
    for step, (m, head, tone) in enumerate(zip(c.maps, sheet.heads, SIDES, strict=True), start=1):
        said = [Text(f"▪ {cut(s.text, 170)}") for s in m.thesis] or [Text(words["sheet.no_thesis"], "small")]
        boxes.append(Box((Text(f"{head.letter}  {head.name}", "bold"), *said), tone, step))
        if m.thesis:
            notes.append(Note(words.say("deck.words_of", who=m.name), tuple(line(s, words) for s in m.thesis)))
    notes.insert(0, Note(words["deck.ask"], (words["deck.ask_theses"],)))
    return Slide("theses", words["deck.theses"], (Row(tuple(boxes)),), tuple(notes))


def _point(c: Comparison, sheet: ComparisonSheet, words: Words) -> Slide:
    """The headline; of each group its size and its most central finding."""
    rows: list[Row] = []
    firsts: list[str] = []
    n = c.counts()
    for key, groups in (item for item in _COUNTED.items() if item[0] != "undetermined"):
        count = sum(n[group] for group in groups)
        ranked = most_central(c, *groups)
        if ranked:
            said = words.counted(f"slides.{key}", count)
            text = (Text(said, "bold"), Text(cut(ranked[0].sentence, 240)))
            rows.append(Row((Box(text, ranked[0].group, len(rows) + 1),)))
            firsts.append(f"{said}, {words['slides.central']}: {ranked[0].sentence}")
    if n["one-sided"]:
        text = (
            Text(f"{words['sheet.only_one']}: {n['one-sided']}", "bold"),
            Text(words["sheet.gloss.only_one"], "small"),
        )
        rows.append(Row((Box(text, "one-sided", len(rows) + 1),)))
    notes = (*([Note(words["deck.why"], tuple(firsts))] if firsts else []), Note(words["deck.use"], sheet.foot[1:]))
    return Slide("point", sheet.title, tuple(rows), notes)


def _question(c: Comparison, f: Finding, terms: Vocabulary, level: Level, words: Words) -> Slide:
    """The question, A's answer, B's answer, and what they come to: with as many of their words as fit."""
    key = f.group.replace("-", "_")
    said = words["sheet.only_one"] if f.group == "one-sided" else words[f"sheet.mark.{key}"]
    slide = Slide("question", cut(f.question, 220), notes=notes_of(c, f, words), finding=f.id)

    def showing(amount: Amount) -> Slide:
        found = row(c, f, terms, amount)
        sides = (found.left, found.right)
        boxes = tuple(
            Box((Text(name, "bold"), *texts_of(_answered(items, f, m, terms), words)), tone, step)
            for step, (name, items, m, tone) in enumerate(zip(heads(c), sides, c.maps, SIDES, strict=True), start=1)
        )
        heard = f.sentence.casefold()
        notes = [note for note in found.middle.notes if note.rstrip(".").casefold() not in heard]
        return replace(slide, rows=(Row(boxes), verdict(f, said, notes, 3)))

    return first_fitting(map(showing, AMOUNTS_OF[level]))


def _answered(items: tuple[Item, ...], f: Finding, m: ComparedMap, terms: Vocabulary) -> tuple[Item, ...]:
    """The items of a side with its answer in front, as a claim: a slide has a question where a sheet has what is held.

    "Yes" would answer that question, which need not be one of yes and no.
    """
    position = f.sides[m.id].position if m.id in f.sides else None
    if not isinstance(position, str) or any(isinstance(item, Stand) and item.text for item in items):
        return items
    claim = as_said(f.label, f)
    match position:
        case "holds":
            stand = Stand("", claim)
        case "denies":
            stand = Stand("", terms.fixed.say("sheet.use.denies", claim=claim))
        case _:
            stand = Stand(terms.verb(m.id, f"does.{position}"), claim)
    return (stand, *(item for item in items if not isinstance(item, Stand)))


def _roles(c: Comparison, findings: Sequence[Finding], words: Words) -> Iterator[Slide]:
    """The parts that both give to actors, those that change first, then the point; nothing where they share none."""
    shared = [f for f in findings if f.unit == "role" and all(s.position for s in f.sides.values())]
    if len(shared) < 2:
        return
    slope, terms = role_slope(c, shared, words), vocabulary(c, words)
    ends = tuple(
        Box((Text(f"{end.letter}  {end.name}", "bold"),), tone) for end, tone in zip(slope.ends, SIDES, strict=True)
    )
    rows = [Row((Box((Text(words["deck.actor"], "bold"),)), *ends), shares=(2, 3, 3))]
    ranked = sorted(zip(slope.actors, shared, strict=True), key=lambda each: not each[0].moves)
    rows += [_actor(actor, f, c, terms, n) for n, (actor, f) in enumerate(ranked, start=1)]
    rows.append(Row((Box((Text(cut(slope.title, _SENTENCE), "bold"),), "plain", len(rows)),)))
    notes = (
        Note(words["deck.ask"], (words["deck.ask_roles"],)),
        Note(words["deck.why"], tuple(actor.sentence for actor, _ in ranked)),
    )
    yield from parted(Slide("roles", words["deck.roles"], tuple(rows), notes), words["deck.part"])


def _actor(actor: Actor, f: Finding, c: Comparison, terms: Vocabulary, step: int) -> Row:
    """The actor, and its parts in each map: all main ones, as many others as there is room for, and toward whom."""
    boxes = [Box((Text(actor.name, "bold"),), "diverge" if actor.moves else "plain", step)]
    for m, tone in zip(c.maps, SIDES, strict=True):
        position = f.sides[m.id].position
        assert isinstance(position, tuple), "only actors that both cast are shown"
        mains = sum(e.main for e in position)
        amount = replace(_PARTS, answers=max(_PARTS.answers, mains))
        items = side_items(f, f.sides[m.id], map_id=m.id, letter="", words=terms, amount=amount)
        boxes.append(Box(texts_of((i for i in items if not isinstance(i, Passage)), terms.fixed), tone, step))
    return Row(tuple(boxes), shares=(2, 3, 3))


def _rest(c: Comparison, told: set[str], words: Words, level: Level) -> Iterator[Slide]:
    """What has no slide of its own, in numbers: with as many names as fit one slide."""
    left = [f for f in c.findings if f.id not in told]
    lines = tuple(f"{MARKS[f.group] or '○'} {f.sentence}" for f in left)
    found = rest(c, level=level, words=words)
    slide = Slide("rest", words["deck.rest"], (), (Note(words["deck.not_shown"], lines),))
    slide = first_fitting(
        replace(slide, rows=tuple(_counts(left, found, words, named))) for named in range(_NAMED, -1, -1)
    )
    if slide.rows:
        yield from parted(slide, words["deck.part"], repeated=0)


def _counts(left: Sequence[Finding], found: Rest | None, words: Words, named: int) -> Iterator[Row]:
    """Both speak to it, in the groups of findings; then only one does; then sources."""
    step = 0
    for key, of in _COUNTED.items():
        some = [f for f in left if f.unit != "evidence" and f.group in of]
        if some:
            texts = [Text(f"{words[f'sheet.{key}']}: {len(some)}", "bold")]
            texts += names([f.question for f in some], len(some), named, words)
            yield Row((Box(tuple(texts), some[0].group, step),))
            step += 1
    for tally in found.tallies if found else ():
        text = (Text(tally.what, "bold"), *([Text(tally.note, "small")] if tally.note else []))
        left_box, right_box = (
            Box((Text(str(own.count), "bold"), *names(own.first, own.count, named, words)), tone, step)
            for own, tone in zip((tally.left, tally.right), SIDES, strict=True)
        )
        yield Row((left_box, Box(text, "one-sided", step), right_box))
        step += 1
    if found and found.shared:
        n = len(found.shared.rows)
        texts = [Text(found.shared.title, "bold"), Text(words.counted("sheet.sources", n), "small")]
        yield Row((Box(tuple(texts), "plain", step),))


def names(called: Sequence[str], count: int, most: int, words: Words) -> list[Text]:
    """The first of some names, a line each, and how many more there are."""
    shown = [Text(f"· {cut(name, _NAME)}", "small") for name in called[:most]]
    more = count - len(shown)
    return [*shown, *([Text(words.say("sheet.more", n=more), "small")] if shown and more > 0 else [])]
