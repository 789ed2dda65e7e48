"""A page of a union as a file, and what its reader should be told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from argmap.codes import problem
from argmap.comparison.records import Comparison
from argmap.diagnostics import Diagnostic
from argmap.renderers.graphviz import dot, engine
from argmap.renderers.graphviz.font_problems import font_problems
from argmap.renderers.graphviz.svg_text import accessible
from argmap.renderers.look import Look
from argmap.renderers.maps.markup import FONT_SIZE
from argmap.renderers.pages.too_small import too_small
from argmap.renderers.picture import Picture
from argmap.renderers.union.union_around import Heading
from argmap.renderers.union.union_drawing import Drawn
from argmap.renderers.union.union_select import Chosen

_PDF_MARGIN: Final = 0.3
"""Inches: the page of a PDF is then no larger than its paper."""

_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class Page:
    """Everything on one page; `scale` is how much larger it is on its paper than drawn."""

    heading: Heading
    drawn: Drawn
    width: float
    height: float
    scale: float

    def picture(self, c: Comparison, look: Look, name: str, told: tuple[Diagnostic, ...]) -> Picture:
        """The page as a file of that name.

        Raises:
            DrawingFailed: There is no Graphviz, or it could not draw this.
        """
        size = self.width * self.scale, self.height * self.scale
        written = dot.placed(
            self.drawn.nodes,
            self.drawn.edges,
            theme=look.theme,
            width=self.width,
            height=self.height,
            font_size=FONT_SIZE,
            size=None if look.paper.endless else size,
            margin=_PDF_MARGIN if look.kind == "pdf" else None,
            aligned=look.kind != "dot",
        )
        data = engine.draw(written, look.kind, width=size[0], height=size[1], boxes=len(self.drawn.nodes))
        if look.kind == "svg":
            data = accessible(
                data,
                prefix=name,
                title=". ".join(part for part in (self.heading.title, self.heading.sheet) if part),
                description=_description(c, self.heading),
                sentences=self.drawn.said,
                language=look.words.code,
            )
        return Picture(name, look.kind, data, round(FONT_SIZE * self.scale, 2), told)


def file_name(c: Comparison, view: str) -> str:
    """What the files of a view of these maps are called."""
    return "-".join([*(m.id for m in c.maps), view]).replace("#", "-")


def _description(c: Comparison, heading: Heading) -> str:
    versions = ", ".join(f"{m.id} ({m.sha256[:12]})" if m.sha256 else m.id for m in c.maps)
    return " ".join([*(note if note.endswith(".") else f"{note}." for note in heading.notes), f"{versions}."])


def problems(
    c: Comparison, chosen: Chosen, look: Look, body_pt: float, *, remedy: Callable[[Look], bool]
) -> Iterator[Diagnostic]:
    """What a reader should be told: type too small, with a remedy that works; fonts; sentences that are cut."""
    yield from too_small(look, body_pt, remedy, may_shorten=chosen.level != "title")
    yield from font_problems(_all_words(c, look))
    if cut := chosen.diagram.cut:
        named = ", ".join(repr(slug) for _, slug in cut[:_NAMED])
        more = f" and {len(cut) - _NAMED} more" if len(cut) > _NAMED else ""
        yield problem(
            "AM906", f"the picture cuts the text of {named}{more}", help="write a `label` of up to eight words"
        )


def _all_words(c: Comparison, look: Look) -> str:
    fixed = [said for key, said in look.words.table.items() if key.startswith(("overlay.", "map."))]
    said = [t for m in c.documents for s in m.statements.values() for t in (s.text, s.label, s.quote, s.voice) if t]
    return " ".join([*said, *fixed])
