"""What a sheet of a map says in words: its heading, its description, and its boxes read aloud."""

from collections.abc import Mapping, Sequence
from typing import Final

from argmap.diagram.boxes import Box, BoxKind, Seen
from argmap.diagram.of_map import label_of
from argmap.diagram.sources import source_line
from argmap.layout.sheets import Sheet
from argmap.model import ArgumentMap
from argmap.renderers.legend import WORDING, Heading

_ROLE: Final[Mapping[BoxKind, str]] = {
    "thesis": "thesis",
    "support": "reason for {}",
    "attack": "objection to {}",
    "undercut": "doubt about the step from {}",
    "condition": "condition of {}",
    "loose": "connected with no thesis",
}


def heading(m: ArgumentMap, sheet: Sheet, of: int) -> Heading:
    """The heading of a sheet; of several, each says which branch it holds."""
    title = m.title or m.article.title or m.id
    notes = [WORDING]
    if sheet.rest[0]:
        notes.append(f"+ {sheet.rest[0]} further statements: sheet {sheet.rest[1]}.")
    about = f"Sheet {sheet.number} of {of}: {_about(m, sheet)}" if of > 1 else ""
    return Heading(title, about, source_line(m.article), tuple(notes))


def likely_heading(m: ArgumentMap, roots: Sequence[Box]) -> Heading:
    """The heading these trees will have if they get a sheet of their own, as long as it may get."""
    return heading(m, Sheet(88, tuple(roots), tuple(roots) if len(roots) == 1 else ()), 88)


def all_words(m: ArgumentMap) -> str:
    """Every text of a map that a drawing may show."""
    said = [t for s in m.statements.values() for t in (s.text, s.label, s.quote, s.voice) if t]
    return " ".join([m.title or "", source_line(m.article), *said])


def _about(m: ArgumentMap, sheet: Sheet) -> str:
    if sheet.heads:
        statements = [s for head in sheet.heads for s in head.statements]
        return "; ".join(f"{s.short} {label_of(m.statements[s.key]).rstrip('.')}" for s in statements)
    if all(root.kind == "loose" for root in sheet.roots):
        return "Not connected"
    return "Overview" if sheet.number == 1 else "Overview, continued"


def description(m: ArgumentMap, sheet: Sheet, version: str) -> str:
    """What somebody who does not see the drawing should know first."""
    boxes = [box for root in sheet.roots for box in root.walk()]
    counted = [
        f"{count} {one if count == 1 else many}"
        for kind, one, many in (
            ("thesis", "thesis", "theses"),
            ("support", "reason", "reasons"),
            ("attack", "objection", "objections"),
            ("undercut", "doubt", "doubts"),
        )
        if (count := sum(box.kind == kind for box in boxes))
    ]
    source = source_line(m.article)
    holds = f"Shown: {', '.join(counted)}." if counted else ""
    return " ".join(part for part in (f"{source}." if source else "", holds, f"Map {m.id}, version {version}.") if part)


def sentences(sheet: Sheet) -> dict[str, str]:
    """Each box by name, as a sentence."""
    said = {}
    for root in sheet.roots:
        for box in root.walk():
            if box.name not in said:
                said[box.name] = _sentence(box, "")
            for child in box.children:
                said[child.name] = _sentence(child, _upper(box, child))
    return said


def alone(box: Box) -> str:
    """A box whose statements are joined to others elsewhere, as a sentence."""
    return "; ".join(_said(s, "") for s in box.statements)


def _upper(box: Box, child: Box) -> str:
    carrying = [s.short for s in box.statements if any(below.name == child.name for below in s.below)]
    return " and ".join(carrying or [s.short for s in box.statements])


def _sentence(box: Box, upper: str) -> str:
    if box.kind == "context":
        role = f"{box.scheme}, repeated from sheet {box.statements[0].sheet}"
    else:
        role = _ROLE[box.kind].format(upper)
    folded = f" {box.hidden} more statements below, on sheet {box.sheet}." if box.hidden else ""
    return "; ".join(_said(s, role) for s in box.statements) + folded


def _said(s: Seen, role: str) -> str:
    by = f", says {s.said_by}, not the author" if s.said_by else ""
    assumed = ", not stated, assumed" if s.type == "assumption" else ""
    qualified = f" ({s.qualified})" if s.qualified else ""
    cited = f" Evidence: {'; '.join(s.evidence)}." if s.evidence else ""
    named = ", ".join(part for part in (s.short, role) if part)
    return f"{named}{assumed}{by}: {s.text}{qualified}{cited}"
