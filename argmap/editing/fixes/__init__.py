"""What can be done about a problem: edits that mend it, made unasked where they are safe, offered by an editor else."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from argmap.diagnostics import Diagnostic
from argmap.editing.edits import Fix
from argmap.editing.fixes import (
    blanks,
    comments,
    cut_texts,
    ids,
    indentation,
    lists,
    marks,
    names,
    order,
    quoting,
    stubs,
    tabs,
    version,
    yaml_marks,
)
from argmap.editing.fixes.written import Written
from argmap.formats.yaml_tree import Tree

Fixer = Callable[[Diagnostic, Written], tuple[Fix, ...]]
"""The ways to mend one problem, the best first; () where none is known for this one."""

FIXERS: Final[Mapping[str, tuple[Fixer, ...]]] = MappingProxyType(
    {
        "AM101": (
            tabs.spaces,
            tabs.odd_spaces,
            marks.space_put,
            marks.comma_deleted,
            indentation.moved_back,
            quoting.in_quotes,
        ),
        "AM103": (names.field_meant,),
        "AM104": (version.version_line,),
        "AM105": (names.field_meant, blanks.line_deleted),
        "AM107": (yaml_marks.written_out,),
        "AM108": (yaml_marks.tag_left_out, quoting.in_quotes),
        "AM110": (names.value_meant,),
        "AM111": (names.value_meant,),
        "AM114": (ids.slug_meant,),
        "AM115": (names.value_meant,),
        "AM118": (comments.comment_meant,),
        "AM119": (comments.idle_deleted,),
        "AM122": (cut_texts.whole_in_quotes,),
        "AM201": (names.value_meant, stubs.defined),
        "AM202": (names.value_meant, stubs.defined),
        "AM203": (names.value_meant, stubs.defined),
        "AM204": (names.value_meant, stubs.defined),
        "AM205": (names.value_meant, stubs.defined),
        "AM206": (names.value_meant, stubs.defined),
        "AM207": (names.value_meant, stubs.defined),
        "AM208": (names.value_meant, stubs.defined),
        "AM212": (names.value_meant,),
        "AM213": (names.value_meant, stubs.defined),
        "AM214": (names.value_meant,),
        "AM305": (lists.named_again,),
        "AM309": (lists.named_again,),
        "AM311": (lists.named_again,),
        "AM401": (names.value_meant,),
        "AM403": (names.place_meant,),
        "AM406": (names.value_meant,),
        "AM407": (names.value_meant,),
        "AM409": (names.value_meant,),
        "AM510": (order.fields_in_order,),
        "AM605": (stubs.conceded,),
    }
)
"""Who knows what to do about the problems of a code."""


def fixes_of(d: Diagnostic, text: str, tree: Tree | None) -> tuple[Fix, ...]:
    """The ways to mend a problem by changing the file that it stands in; the likeliest first.

    Args:
        d: A problem of a map or codebook, located in that file.
        text: The text of the file.
        tree: What `argmap.editing.occurrences.grow` makes of that text.
    """
    return ways_to_mend(d, Written(text, tree))


def ways_to_mend(d: Diagnostic, written: Written) -> tuple[Fix, ...]:
    """The same for one of many problems of a text, of which much is worked out only once."""
    return tuple(fix for fixer in FIXERS.get(d.code, ()) for fix in fixer(d, written))
