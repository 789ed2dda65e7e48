"""What argmap says in the words of the protocol: places, problems, texts, symbols, changes."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from lsprotocol import types as lsp

from argmap.editor.acting import Change
from argmap.editor.diagnosing import Beside, Problem, page_of
from argmap.editor.outline import Symbol
from argmap.editor.places import Places, Point

SOURCE: Final = "argmap"

_SEVERITY: Final = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "advice": lsp.DiagnosticSeverity.Information,
}

SYMBOL: Final = {
    "section": lsp.SymbolKind.Namespace,
    "statement": lsp.SymbolKind.Object,
    "source": lsp.SymbolKind.File,
    "actor": lsp.SymbolKind.Interface,
    "factor": lsp.SymbolKind.Variable,
    "proposition": lsp.SymbolKind.Boolean,
    "role": lsp.SymbolKind.EnumMember,
    "place": lsp.SymbolKind.Constant,
    "map": lsp.SymbolKind.Module,
    "codebook": lsp.SymbolKind.Package,
}


def point_of(position: lsp.Position) -> Point:
    """A place as the rest of the room counts it."""
    return position.line, position.character


def range_of(start: Point, end: Point) -> lsp.Range:
    """A stretch."""
    return lsp.Range(lsp.Position(*start), lsp.Position(*end))


def location_of(beside: Beside) -> lsp.Location:
    """A stretch of a file."""
    return lsp.Location(beside.uri, range_of(beside.start, beside.end))


def diagnostic_of(problem: Problem, manual: str) -> lsp.Diagnostic:
    """A problem; its code leads to its page of the manual, if the address of one is known."""
    d = problem.of
    beside = [lsp.DiagnosticRelatedInformation(location_of(b), b.message) for b in problem.beside]
    return lsp.Diagnostic(
        range=range_of(problem.start, problem.end),
        message=problem.message,
        severity=_SEVERITY[d.severity],
        code=d.code,
        code_description=lsp.CodeDescription(manual + page_of(d.code)) if manual else None,
        source=SOURCE,
        tags=[lsp.DiagnosticTag.Unnecessary] if problem.tag else None,
        related_information=beside or None,
    )


def markup(text: str, formats: Sequence[lsp.MarkupKind] | None) -> lsp.MarkupContent | str:
    """A text in Markdown, or without its marks for an editor that does not show them; in the formats it names."""
    if lsp.MarkupKind.Markdown in (formats or ()):
        return lsp.MarkupContent(lsp.MarkupKind.Markdown, text)
    plain = re.sub(r"\\([\\`*_{}\[\]<>#|~])", r"\1", re.sub(r"(?<!\\)[*`]+", "", text))
    return lsp.MarkupContent(lsp.MarkupKind.PlainText, plain) if formats else plain


def symbol_of(symbol: Symbol, places: Places) -> lsp.DocumentSymbol:
    """An entry of the outline, with what stands below it."""
    start = places.point(symbol.start)
    return lsp.DocumentSymbol(
        name=symbol.name or "?",  # the protocol allows no empty one
        kind=SYMBOL[symbol.kind],
        range=range_of(start, places.point(symbol.end)),
        selection_range=range_of(start, places.point(symbol.name_end)),
        detail=symbol.detail,
        children=[symbol_of(below, places) for below in symbol.below],
    )


def workspace_edit(
    changes: Mapping[str, Iterable[Change]], versions: Mapping[str, int | None] | None
) -> lsp.WorkspaceEdit:
    """Changes by address; with the versions of the open documents they were made for, if the editor takes those."""
    edits = {uri: [lsp.TextEdit(range_of(a, b), text) for a, b, text in made] for uri, made in changes.items()}
    if versions is None:
        return lsp.WorkspaceEdit(changes=edits)
    return lsp.WorkspaceEdit(
        document_changes=[
            lsp.TextDocumentEdit(lsp.OptionalVersionedTextDocumentIdentifier(uri, versions.get(uri)), list(made))
            for uri, made in edits.items()
        ]
    )
