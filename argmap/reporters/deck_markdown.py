"""A deck as Markdown for pandoc, which makes slides of it: reveal.js, PowerPoint, Beamer.

Each slide is a heading with one list, whose items appear one by one (`::: incremental`), and its notes
(`::: notes`). Lists, unlike pauses, appear step by step in every format pandoc writes slides in.
"""

import re
from collections.abc import Iterator
from typing import Final

from argmap.reporters.markdown_escape import escape
from argmap.reporters.visible import visible
from argmap.teaching.deck import Deck, Row, Slide, Text

_ENUMERATED: Final = re.compile(r"^(\(?[\w#@]{1,9})([.)])(?=\s|$)")  # pandoc numbers lists by letters, too
_REVEAL: Final = """\
width: 1280
height: 720
center: false
header-includes:
- |
  ```{=html}
  <style>
  .reveal { font-size: 24px; }
  .reveal .slides section { text-align: left; max-height: 100%; overflow-y: auto; }
  .reveal h2 { font-size: 1.4em; text-transform: none; }
  .reveal ul { display: block; }
  .reveal li { margin-bottom: .4em; }
  </style>
  ```
"""
"""As much on a slide of reveal.js as on those of the other formats, which do not read this."""

_SIGNS: Final = re.compile(r'([\^@"])')


def deck_markdown(deck: Deck, *, steps: bool = True, notes: bool = True) -> str:
    """The deck in pandoc's Markdown.

    Args:
        deck: The slides.
        steps: Whether what stands on a slide appears item by item.
        notes: Whether the notes come with it.
    """
    blocks = [_head(deck)]
    for slide in deck.slides:
        blocks.append(f"## {_inline(slide.title)}")
        if slide.context:
            blocks.append(f"*{_inline(slide.context)}*")
        items = "\n\n".join(_item(row) for row in slide.rows)
        if items:
            blocks.append(_fenced("incremental" if steps and slide.steps > 1 else "nonincremental", items))
        if notes:
            blocks.append(_fenced("notes", "\n\n".join(_notes(slide, deck))))
    return "\n\n".join(blocks) + "\n"


def _head(deck: Deck) -> str:
    """What pandoc is told of the whole: no slide for the title, as the first slide is that."""
    return f'---\npagetitle: "{_quoted(deck.title)}"\nlang: {deck.language}\nslide-level: 2\n{_REVEAL}---'


def _quoted(text: str) -> str:
    """Text between double quotes of YAML."""
    return " ".join(visible(text).split()).replace("\\", "\\\\").replace('"', '\\"')


def _item(row: Row) -> str:
    """A row as an item of a list, as deep as it stands; its boxes are paragraphs of it."""
    indent = "  " * 2 * row.depth
    bar = f"**{_inline(row.bar)}{'.' if row.bar.isdecimal() else ':'}** " if row.bar else ""
    boxes = ["\\\n".join(_text(text) for text in box.texts) for box in row.boxes]
    if len(row.boxes) > 1 and any(box.step != row.step for box in row.boxes):
        return "\n\n".join(_indented(box, indent) for box in boxes)
    beside = len(row.boxes) > 1 and not bar and all(len(box.texts) == 1 for box in row.boxes)
    return _indented(bar + (" — " if beside else "\\\n").join(boxes), indent)


def _indented(text: str, indent: str) -> str:
    first, *rest = text.split("\n")
    return "\n".join([f"{indent}-   {first}", *(f"{indent}    {line}" for line in rest)])


def _text(text: Text) -> str:
    said = _inline(text.words)
    mark = {"bold": "**", "quote": "*", "plain": "", "small": ""}[text.face]
    return f"{mark}{said}{mark}"


def _notes(slide: Slide, deck: Deck) -> Iterator[str]:
    for note in slide.notes:
        yield f"**{_inline(note.heading)}**"
        yield "\n".join(f"-   {_inline(line)}" for line in note.lines)
    yield f"*{_inline(deck.foot)}*"


def _inline(text: str) -> str:
    """Text that pandoc shows as it is: no mark-up, no mathematics, no citation, no list."""
    written = _SIGNS.sub(r"\\\1", escape(text))
    return _ENUMERATED.sub(r"\1\\\2", written)


def _fenced(name: str, inside: str) -> str:
    return f"::: {name}\n{inside}\n:::"
