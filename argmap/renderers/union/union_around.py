"""What stands around the boxes of a union: its title and sources, and the legend of the marks in use."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from argmap.comparison.records import Comparison, Finding
from argmap.diagram.boxes import BoxKind
from argmap.diagram.sources import source_line
from argmap.diagram.union_boxes import LETTERS, UnionBox, UnionDiagram, held
from argmap.languages import Words
from argmap.renderers.graphviz.label_text import lines_of
from argmap.renderers.maps.markup import FONT_SIZE, bar_of
from argmap.renderers.pages.sheet_ruler import Sizes
from argmap.renderers.pages.table_markup import Frame, Lines
from argmap.renderers.union.union_cells import Composer, Piece, framed
from argmap.renderers.union.union_words import BARS, SMALL

TITLE_COLUMNS: Final = (120, 84, 58)
LEGEND_COLUMNS: Final = (1, 2, 3, 4, 5)

_NAMED: Final = 3
_GAP: Final = 4.0
_SAMPLE: Final = 3.0  # around the word of a sample


@dataclass(frozen=True, slots=True)
class Block:
    """Pieces that belong together, from their upper left corner, and how much room they take."""

    width: float
    height: float
    pieces: tuple[Piece, ...]

    @property
    def extent(self) -> tuple[float, float]:
        """Width and height."""
        return self.width, self.height


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a drawing; each part wraps, none shrinks."""

    title: str
    sheet: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    """A mark and what it means. `letters` are the authors' strips at its sides."""

    word: str
    means: str
    frame: Frame
    colour: str
    letters: tuple[int, ...] = ()
    strong: bool = False


def heading_of(c: Comparison, diagram: UnionDiagram, words: Words, findings: Sequence[Finding]) -> Heading:
    """The heading of an overlay: what the two share, or what was asked for; and how much is drawn.

    `findings` are those asked for, if any were.
    """
    a, b = (m.name for m in c.maps)
    n, m = diagram.of_shared, diagram.of_questions
    title = words.counted("overlay.shares", n, a=a, b=b) if n else words.say("overlay.shares_none", a=a, b=b)
    title = words.counted("overlay.differ", m, shares=title) if m else title
    about = ""
    if len(findings) == 1:
        title = findings[0].sentence.removesuffix(".") or title
    elif findings:
        named = words["list.between"].join(dict.fromkeys(f.label for f in findings[:_NAMED]))
        more = f" + {len(findings) - _NAMED}" if len(findings) > _NAMED else ""
        about = words.say("overlay.about", what=named + more)
    return Heading(
        title,
        about,
        notes(c, diagram, words),
    )


def notes(c: Comparison, diagram: UnionDiagram, words: Words) -> tuple[str, ...]:
    """The small print: sources, theses that are named, what is not drawn, whose the wording is."""
    argued = " ".join(f"{said}." for said in theses(diagram, words))
    return *sources(c, words), argued, f"{left_out(c, diagram, words)} {words['table.wording']}"


def filled(c: Comparison, diagram: UnionDiagram, words: Words) -> Heading:
    """The heading of small multiples: how much of one layout each author fills."""
    (a, b), (n, m) = (m.name for m in c.maps), diagram.shown
    title = words.say("overlay.fills", all=diagram.points, a=a, n=n, b=b, m=m, both=diagram.shared)
    return Heading(title, "", notes(c, diagram, words))


def sources(c: Comparison, words: Words) -> tuple[str, ...]:
    """A line for each author."""
    lines = [(letter, source_line(m.article) or m.name) for letter, m in zip(LETTERS, c.maps, strict=False)]
    return tuple(words.say("overlay.of", who=letter, what=line) for letter, line in lines)


def theses(diagram: UnionDiagram, words: Words) -> Iterator[str]:
    """The theses that boxes lead to and that are not drawn, a line for each author."""
    for letter, named in zip(LETTERS, diagram.theses, strict=False):
        if named:
            yield words.say("overlay.theses", who=letter, what="; ".join(named))


def left_out(c: Comparison, diagram: UnionDiagram, words: Words) -> str:
    """How many statements of each map are drawn, and how many are not."""
    more = words.counted("overlay.more", diagram.missing) if diagram.missing else ""
    (n, m), (a, b) = diagram.hidden, (m.name for m in c.maps)
    drawn = words.say("overlay.drawn", n=diagram.points, shared=diagram.shared)
    rest = words.say("overlay.hidden", n=n, a=a, m=m, b=b) if n or m else words["overlay.all"]
    return " ".join(part for part in (drawn, more, rest) if part)


def heading_block(heading: Heading, columns: int, made: Composer) -> Block:
    """The heading in lines of at most so many columns of body text."""
    t = made.theme
    texts = [Lines(lines_of(heading.title, int(columns * 0.72)), "bold", FONT_SIZE + 5, t.ink)]
    if heading.sheet:
        texts.append(Lines(lines_of(heading.sheet, int(columns * 0.84)), "bold", FONT_SIZE + 2, t.ink))
    small = [line for note in heading.notes if note for line in lines_of(note, int(columns * 1.2))]
    texts.append(Lines(tuple(small), "plain", SMALL, t.muted))
    return _stacked(texts, made.sizes)


def line_block(said: str, size: float, colour: str, made: Composer) -> Block:
    """One line that stands alone."""
    return _stacked([Lines((said,), "bold", size, colour)], made.sizes)


def legend_block(diagram: UnionDiagram, c: Comparison, columns: int, made: Composer, *, ghosts: bool = False) -> Block:
    """The marks in use and what they mean, in so many columns, filled downwards."""
    items = _items(diagram, c, made, ghosts=ghosts)
    t = made.theme
    texts = [(_word(item), Lines((item.means,), "plain", SMALL, t.ink)) for item in items]
    made.sizes.measure([text for pair in texts for text in pair] + [_letter(i, made) for i in (0, 1)])
    sizes = [(made.sizes(word), made.sizes(means)) for word, means in texts]
    strips = 16.0
    high = -(-len(items) // columns)
    row = max(max(w[1], m[1]) for w, m in sizes) + 2 * _SAMPLE + 3
    pieces: list[Piece] = []
    x = _GAP + 2
    for start in range(0, len(items), high):
        some = range(start, min(start + high, len(items)))
        wide = max(sizes[j][0][0] + 2 * _SAMPLE + strips * len(items[j].letters) for j in some) + 2
        for n, j in enumerate(some):
            item, (word, means) = items[j], texts[j]
            y, tall = _GAP + n * row, row - 3
            pieces.append(framed(item.frame, (x, y, wide, tall)))
            for i in item.letters:
                at = x + wide - strips if i else x
                accent = made.author(i)
                pieces.append(framed(Frame(0, "solid", accent.bar, accent.bar), (at, y, strips, tall)))
                w, h = made.sizes(_letter(i, made))
                pieces.append(Piece(_letter(i, made).label, at + (strips - w) / 2, y + (tall - h) / 2, w, h))
            (w, h), (mw, mh) = sizes[j]
            inside = wide - strips * len(item.letters)
            left = x + (strips if 0 in item.letters else 0) + (inside - w) / 2
            pieces.append(Piece(word.label, left, y + (tall - h) / 2, w, h))
            pieces.append(Piece(means.label, x + wide + 6, y + (tall - mh) / 2, mw, mh))
        x += wide + 6 + max(sizes[j][1][0] for j in some) + 14
    width, height = x - 14 + _GAP + 6, 2 * _GAP + high * row
    return Block(width, height, (framed(Frame(1, "solid", t.muted, t.ground), (0, 0, width, height)), *pieces))


def _letter(owner: int, made: Composer) -> Lines:
    return Lines((LETTERS[owner],), "bold", SMALL, made.author(owner).text, "center")


def _word(item: _Item) -> Lines:
    return Lines((item.word or "\u00a0\u00a0\u00a0",), "bold" if item.strong else "plain", SMALL, item.colour, "center")


def _items(diagram: UnionDiagram, c: Comparison, made: Composer, *, ghosts: bool) -> list[_Item]:
    """The marks in use, in the order of what a reader needs first."""
    boxes, w, t = list(diagram.walk()), made.words, made.theme
    cells = [s for box in boxes for s in held(box)]
    both = [s for s in cells if len(s.voices) > 1]
    items = []
    if both:
        common = not ghosts and any(s.text for s in both)
        means = w["overlay.legend.both" if common else "overlay.legend.each"]
        items.append(_Item("", means, Frame(3, "solid", t.ink, t.box), t.ink, () if ghosts else (0, 1)))
    for i, m in enumerate(c.maps):
        if any(s.owners == (i,) for s in cells):
            said = w.say("overlay.own", who=m.name)
            items.append(_Item("", said, Frame(1, "solid", made.author(i).line, t.box), t.ink, (i,)))
    if ghosts and (any(box.given for box in boxes) or any(len(s.voices) == 1 for s in cells)):
        items.append(_Item("", w["overlay.legend.ghost"], Frame(2, "dotted", t.silent, t.ground), t.ink))
    items += [_sign(sign, made) for sign in dict.fromkeys(box.sign for box in boxes if box.sign)]
    items += [
        _bar(kind, w[word], w[f"overlay.legend.{kind}"], made) for kind, word in BARS.items() if _has(boxes, kind)
    ]
    if any(len(box.statements) > 1 and not box.sign for box in boxes):
        word = w.say("map.together", word="").strip()
        items.append(_bar("support", word, w["overlay.legend.together"], made))
    if not ghosts and (box := next((box for box in boxes if box.given), None)):
        items.append(_bar(box.kind, made.wording.bar(box), w["overlay.legend.given"], made))
    if any(v.ways not in ("", w["overlay.thesis"], w["overlay.no_thesis"]) for s in cells for v in s.voices):
        items.append(_Item(w["overlay.sample.up"], w["overlay.legend.up"], Frame(1, "solid", t.muted, t.foot), t.muted))
    if any(s.type == "assumption" for s in cells):
        items.append(_Item(w["overlay.sample.assumed"], w["overlay.legend.assumed"], _edge(made, "dashed"), t.ink))
    if any(voice.reported for s in cells for voice in s.voices):
        items.append(
            _Item(w["overlay.sample.reported"], w["overlay.legend.reported"], Frame(0, "solid", "", ""), t.ink)
        )
    seen = next((s for s in cells if s.see), None)
    if seen:
        word = w.say("map.see", id=seen.called_by(None))
        items.append(_Item(word, w.say("overlay.legend.see", id=seen.called_by(None)), _edge(made, "solid"), t.muted))
    return items


def _has(boxes: Sequence[UnionBox], kind: BoxKind) -> bool:
    return any(box.kind == kind for box in boxes)


def _edge(made: Composer, line: str) -> Frame:
    return Frame(1, "dashed" if line == "dashed" else "solid", made.theme.ink, made.theme.box)


def _bar(kind: BoxKind, word: str, means: str, made: Composer) -> _Item:
    accent = bar_of(kind, made.theme)
    colour = made.theme.ink if accent.bar == made.theme.foot else made.theme.bar_border or accent.bar
    return _Item(word, means, Frame(1, "solid", colour, accent.bar), accent.text, strong=True)


def _sign(sign: str, made: Composer) -> _Item:
    t = made.theme
    if sign == "≠":
        return _Item(
            sign,
            made.words["overlay.legend.diverge"],
            Frame(2, "dashed", t.differ, t.differ_tint),
            t.differ,
            strong=True,
        )
    frame = Frame(3, "solid", t.differ, t.differ_tint)
    return _Item(sign, made.words["overlay.legend.conflict"], frame, t.differ, strong=True)


def _stacked(texts: Sequence[Lines], sizes: Sizes) -> Block:
    sizes.measure(texts)
    pieces, y = [], 0.0
    for text in texts:
        w, h = sizes(text)
        pieces.append(Piece(text.label, 0, y, w, h))
        y += h + _GAP
    return Block(max(piece.width for piece in pieces), y - _GAP, tuple(pieces))
