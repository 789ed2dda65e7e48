"""Texts that a ``#`` cuts off, put in quotation marks as a whole: whether it was a comment is for a person to say."""

from argmap.diagnostics import Diagnostic
from argmap.editing.edits import Edit, Fix
from argmap.editing.fixes.quoting import quoted
from argmap.editing.fixes.written import Written


def whole_in_quotes(d: Diagnostic, written: Written) -> tuple[Fix, ...]:
    """The text with what is read as a comment, in quotation marks; of a text on one line, outside of brackets."""
    node = written.node(d.where)
    if node is None or d.position is None or written.in_brackets(node.start):
        return ()
    _, end = written.stretch(d.position)
    text = written.text[node.start : end]
    return (
        () if "\n" in text else (Fix("put the whole text in quotation marks", (Edit(node.start, end, quoted(text)),)),)
    )
