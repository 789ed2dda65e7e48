"""What can be written where the cursor stands, as the editor lists it."""

import re
from typing import Any, Final, cast

from lsprotocol import types as lsp

from argmap.editor.completion import Proposal, complete
from argmap.editor.desk import Page
from argmap.editor.places import Places
from argmap.editor.server.features import Feature
from argmap.editor.server.session import Server
from argmap.editor.server.wording import markup, point_of, range_of
from argmap.editor.telling import told

MOST: Final = 200
"""Completions sent at once; typing on asks again."""

_TYPED: Final = ("[", "{", ",", " ", ":", "-", "¶")
"""What makes the editor ask when it is typed."""


def completion(server: Server, params: lsp.CompletionParams) -> lsp.CompletionList | None:
    """The proposals for a place; None where a blank was typed and nobody asked."""
    page = server.page(params.text_document.uri)
    if page is None:
        return None
    places = server.desk.places(page)
    offset = places.offset(*point_of(params.position))
    typed = params.context.trigger_character if params.context else None
    if typed in (" ", "-") and _is_margin(places, params.position.line, offset):
        return None
    found = complete(places.plain, offset, server.desk.around(page, params.position.line))
    found, cut = _wanted(found, places.plain, offset)
    items = _Items(server, page, places)
    return lsp.CompletionList(cut, [items.item(i, proposal) for i, proposal in enumerate(found)])


def _is_margin(places: Places, line: int, offset: int) -> bool:
    """Whether a line holds blanks only up to an offset: any field could follow, and typing its letter asks again."""
    return not places.plain[places.offset(line, 0) : offset].strip()


def _wanted(found: tuple[Proposal, ...], text: str, offset: int) -> tuple[tuple[Proposal, ...], bool]:
    """Those that what was typed can become, where there are too many to send; and whether any is left out."""
    if len(found) <= MOST:
        return found, False
    typed = text[found[0].start : offset].lower()
    fitting = [proposal for proposal in found if _holds(proposal.label.lower(), typed)]
    return tuple(fitting[:MOST]), True


def _holds(label: str, letters: str) -> bool:
    rest = iter(label)
    return all(letter in rest for letter in letters)


def resolve(server: Server, item: lsp.CompletionItem) -> lsp.CompletionItem:
    """A proposal with what there is to tell of its name."""
    data = item.data if isinstance(item.data, dict) else {}
    page = server.page(str(data.get("uri")))
    around = server.desk.around(page) if page else None
    entry = around.entry(cast("Any", data.get("kind")), str(data.get("key"))) if around else None
    if around and entry:
        item.documentation = markup(told(entry, around), server.shows.items.documentation_format)
    return item


class _Items:
    """Proposals in the words of the protocol."""

    def __init__(self, server: Server, page: Page, places: Places) -> None:
        self._page, self._places = page, places
        shows = server.shows.items
        self._snippets, self._formats = bool(shows.snippet_support), shows.documentation_format

    def item(self, i: int, proposal: Proposal) -> lsp.CompletionItem:
        """One of them; the documentation of names is asked for when one is looked at."""
        stretch = range_of(self._places.point(proposal.start), self._places.point(proposal.end))
        insert = proposal.insert if self._snippets or not proposal.snippet else without_stops(proposal.insert)
        entry = proposal.entry
        return lsp.CompletionItem(
            label=proposal.label,
            kind=_KIND.get(proposal.sort),
            detail=proposal.detail or None,
            documentation=markup(proposal.meaning, self._formats) if proposal.meaning else None,
            sort_text=f"{i:05d}",
            insert_text_format=lsp.InsertTextFormat.Snippet if proposal.snippet and self._snippets else None,
            text_edit=lsp.TextEdit(stretch, insert),
            data={"uri": self._page.uri, "kind": entry.kind, "key": entry.key} if entry else None,
        )


_KIND: Final = {
    "name": lsp.CompletionItemKind.Reference,
    "field": lsp.CompletionItemKind.Property,
    "word": lsp.CompletionItemKind.EnumMember,
    "file": lsp.CompletionItemKind.File,
    "place": lsp.CompletionItemKind.Text,
    "code": lsp.CompletionItemKind.Constant,
    "form": lsp.CompletionItemKind.Snippet,
}


def without_stops(snippet: str) -> str:
    """A snippet as plain text, for editors that know none."""
    chosen = re.sub(r"\$\{\d\|([^,|]*)[^}]*\}", r"\1", snippet)
    return re.sub(r"\$\{\d:([^}]*)\}", r"\1", re.sub(r"\$\d", "", chosen))


FEATURES: Final = (
    Feature(lsp.TEXT_DOCUMENT_COMPLETION, completion, lsp.CompletionOptions(_TYPED, resolve_provider=True)),
    Feature(lsp.COMPLETION_ITEM_RESOLVE, resolve),
)
