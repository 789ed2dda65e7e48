"""What was probably meant by a name or word that is not known: a guess, for a person to take up."""

from argmap.diagnostics import Diagnostic
from argmap.editing.edits import Edit, Fix
from argmap.editing.fixes.written import Written


def value_meant(d: Diagnostic, written: Written) -> tuple[Fix, ...]:
    """The value that the problem names instead, written in place of the one that stands there."""
    node = written.node(d.where)
    if not d.instead or d.on_key or node is None or node.value is None:
        return ()
    return (Fix(_write(d.instead), (written.instead(node.start, node.end, d.instead),)),)


def place_meant(d: Diagnostic, written: Written) -> tuple[Fix, ...]:
    """The one place where the quotation stands, in place of all that are named."""
    node = written.node(d.where)
    if not d.instead or node is None:
        return ()
    if node.value is not None:
        return value_meant(d, written)
    return (Fix(_write(d.instead), (Edit(node.start, node.end, d.instead),)),)


def field_meant(d: Diagnostic, written: Written) -> tuple[Fix, ...]:
    """The name of a field that was meant, unless the field stands there already."""
    stretch, above = written.key(d.where), written.node(d.where[:-1])
    if not d.instead or stretch is None or above is None or d.instead in above.items:
        return ()
    return (Fix(_write(d.instead), (written.instead(*stretch, d.instead),)),)


def _write(value: str) -> str:
    return f"write {value!r}"
