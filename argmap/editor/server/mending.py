"""What can be done about problems."""

from typing import Final

from lsprotocol import types as lsp

from argmap.editor.acting import Action, actions, all_safe
from argmap.editor.desk import Page
from argmap.editor.server.features import Feature
from argmap.editor.server.session import Server
from argmap.editor.server.wording import diagnostic_of, point_of, workspace_edit

_OFFERED: Final = (lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.SourceFixAll)


def code_actions(server: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction] | None:
    """The fixes of problems in a stretch, and all that change no meaning."""
    page = server.page(params.text_document.uri)
    if page is None:
        return None
    desk, told = server.desk, server.checks.now(page)
    only = [str(getattr(kind, "value", kind)) for kind in params.context.only or ()]
    found = []
    if _asks_for(only, "quickfix"):
        made = actions(desk, page, told, point_of(params.range.start), point_of(params.range.end))
        found += [_action(server, page, action, lsp.CodeActionKind.QuickFix) for action in made]
    if _asks_for(only, "source.fixAll") and (action := all_safe(desk, page, told)):
        found.append(_action(server, page, action, lsp.CodeActionKind.SourceFixAll))
    return found


def _asks_for(only: list[str], kind: str) -> bool:
    return not only or any(kind == wanted or kind.startswith(f"{wanted}.") for wanted in only)


def _action(server: Server, page: Page, action: Action, kind: lsp.CodeActionKind) -> lsp.CodeAction:
    return lsp.CodeAction(
        title=action.title,
        kind=kind,
        diagnostics=[diagnostic_of(action.mends, server.checks.manual)] if action.mends else None,
        is_preferred=action.likely or None,
        edit=workspace_edit({page.uri: action.changes}, server.versions),
    )


FEATURES: Final = (Feature(lsp.TEXT_DOCUMENT_CODE_ACTION, code_actions, lsp.CodeActionOptions(_OFFERED)),)
