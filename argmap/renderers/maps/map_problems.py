"""What to know about the drawing of a map: type that cannot be read, missing letters, statements cut or apart."""

from collections.abc import Iterator, Sequence
from typing import Final

from argmap.codes import problem
from argmap.diagnostics import Diagnostic
from argmap.layout.sheets import Sheet
from argmap.renderers.graphviz.font_problems import font_problems
from argmap.renderers.maps.legible import Readable, is_readable, remedy
from argmap.renderers.maps.map_plan import MapPlan

_NAMED: Final = 3
_LABELS: Final = "write a `label` of up to eight words"


def problems(plan: MapPlan, sheet: Sheet, body_pt: float, of: int, readable: Readable) -> Iterator[Diagnostic]:
    """What to know about one of so many sheets; of all of them together with the first."""
    m = plan.m
    paper = plan.look.paper
    if not is_readable(paper, body_pt):
        what = f"sheet {sheet.number} of {m.id!r}" if of > 1 else f"the map {m.id!r}"
        message = f"the text of {what} prints at {body_pt:.1f} pt on {paper.name}, less than {paper.least_pt:g} pt"
        yield problem("AM901", message, help=remedy(plan.look, plan.options, readable))
    if sheet.number > 1:
        return
    yield from font_problems(plan.said.all())
    if loose := [s.key for root in plan.diagram.roots if root.kind == "loose" for s in root.statements]:
        loose = list(map(plan.known_as, loose))
        what = f"{_named(loose)} {'hangs' if len(loose) == 1 else 'hang'} on no thesis"
        yield problem("AM905", what, ("statements", loose[0]), on_key=True)
    if cut := list(map(plan.known_as, _cut(plan))):
        what = f"the picture cuts the text of {_named(cut)}"
        yield problem("AM906", what, ("statements", cut[0]), on_key=True, help=_LABELS)


def _named(keys: Sequence[str]) -> str:
    """The first of some statements, and how many more they are."""
    more = f" and {len(keys) - _NAMED} more" if len(keys) > _NAMED else ""
    return ", ".join(map(repr, keys[:_NAMED])) + more


def _cut(plan: MapPlan) -> list[str]:
    """The statements of a picture of labels that have none, and whose sentences are longer than it shows."""
    if plan.look.shown != "title":
        return []
    shown = {s.key: s.text for box in plan.diagram.walk() for s in box.statements if not s.see}
    told = {key: plan.m.statements[key] for key in shown}
    return [key for key, s in told.items() if not s.label and shown[key] != " ".join(s.text.split())]
