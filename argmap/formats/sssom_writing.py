"""Rows of an alignment -> the text of its file."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from argmap.comparison.alignment.correspondences import Correspondence
from argmap.formats.sssom_terms import COLUMNS, CURIE, NO_TERM, NOT, SLOTS


def write_alignment(rows: Iterable[Correspondence], header: Sequence[str] = ()) -> str:
    """The file of these rows, in their order; reading it gives the same rows and metadata.

    Columns stand in the order of SSSOM, others behind them by name. Those argmap reads are always there, further ones
    only where a row fills them. Line ends are line feeds.

    Args:
        rows: The rows.
        header: The lines of metadata, without ``#``; `new_header` makes those of a new file.
    """
    cells = [_cells(row) for row in rows]
    further = {name for row in cells for name in row} - {*COLUMNS}
    known = [slot for slot in SLOTS if slot in COLUMNS or slot in further]
    columns = [*known, *sorted(further.difference(SLOTS))]
    table = ["\t".join(map(_quoted, columns))]
    table += ["\t".join(_quoted(row.get(column, "")) for column in columns) for row in cells]
    return "\n".join([*(f"#{line}" for line in header), *table]) + "\n"


def new_header(maps: Iterable[str]) -> tuple[str, ...]:
    """The metadata SSSOM requires of an alignment of these maps: what the prefixes stand for, its id, its licence."""
    ids = sorted(set(maps))
    iris = {i: f"{_IRI}map:{i}:" for i in ids} | {"argmap": _IRI, "orcid": "https://orcid.org/"}
    return (
        "curie_map:",
        *(f'  {_key(prefix)}: "{iris[prefix]}"' for prefix in sorted(iris)),
        f"mapping_set_id: {_IRI}alignment:{'--'.join(ids)}",
        "license: https://w3id.org/sssom/license/unspecified",
    )


def with_prefixes(header: Sequence[str], maps: Iterable[str]) -> tuple[str, ...]:
    """The metadata with prefixes of further maps in its `curie_map`; without one, which SSSOM requires, as they are."""
    if "curie_map:" not in header:
        return tuple(header)
    first = header.index("curie_map:") + 1
    last = next((i for i in range(first, len(header)) if not header[i].startswith(" ")), len(header))
    indent = " " * (len(header[first]) - len(header[first].lstrip())) if last > first else "  "
    declared = {line.partition(":")[0].strip(" \"'") for line in header[first:last]}
    new = [f'{indent}{_key(i)}: "{_IRI}map:{i}:"' for i in sorted(set(maps) - declared)]
    return (*header[:last], *new, *header[last:])


_IRI: Final = "urn:x-argmap:"  # not an address: maps are files, and nobody serves them
_NO_TEXT: Final = re.compile(r"[\de.-]+|y|n|yes|no|on|off|true|false|null", re.IGNORECASE)


def _key(text: str) -> str:
    """A key that YAML takes for text."""
    return f'"{text}"' if _NO_TEXT.fullmatch(text) else text


def _cells(row: Correspondence) -> dict[str, str]:
    """The cells that are not empty."""
    cells = dict(row.extra) | {name: text for name, text in _own(row) if text}
    named = bool(row.author) and not CURIE.fullmatch(row.author) and "author_label" not in cells
    return cells | {"author_label" if named else "author_id": row.author}


def _own(row: Correspondence) -> Iterator[tuple[str, str]]:
    yield "subject_id", str(row.subject)
    yield "predicate_id", row.predicate
    yield "predicate_modifier", NOT if row.rejected else ""
    yield "object_id", str(row.object or NO_TERM)
    yield "mapping_justification", row.justification
    yield "confidence", "" if row.confidence is None else number(row.confidence)
    yield "comment", row.comment
    yield "object_source", row.searched


def number(value: float) -> str:
    """A number as short as it reads back: ``1``, ``0.5``.

    >>> number(1.0), number(0.85)
    ('1', '0.85')
    """
    return repr(float(value)).removesuffix(".0")


def _quoted(value: str) -> str:
    return '"' + value.replace('"', '""') + '"' if any(c in value for c in '\t\r\n"') else value
