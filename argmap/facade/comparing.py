# ruff: noqa: PLC0415  # comparing and drawing are rooms of their own: who only checks need not wait for them
"""Comparing: maps with each other, versions of a map, codings of one article; and joining statements by hand."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from os import PathLike, fspath
from typing import TYPE_CHECKING

from argmap import files
from argmap.errors import ArgmapError, FileProblem, InvalidMap, UnknownName
from argmap.facade.opening import FilePath, usable
from argmap.model import ArgumentMap

if TYPE_CHECKING:
    from argmap.comparison.alignment.correspondences import Correspondence
    from argmap.comparison.alignment.suggesting.suggestion import Suggestion
    from argmap.comparison.records import Comparison, Finding
    from argmap.comparison.reliability import Reliability
    from argmap.comparison.what_if import WhatIf
    from argmap.diagnostics import Diagnostic
    from argmap.formats.sssom import AlignmentReading
    from argmap.versions import Changes


def compare(
    *maps: ArgumentMap | FilePath,
    alignment: "Sequence[FilePath | Correspondence]" = (),
    min_confidence: float = 0.0,
    limits: bool = True,
    metrics: bool = True,
    hashes: bool = True,
) -> "Comparison":
    """Where maps agree, where they differ and why.

    Args:
        maps: Two maps or more, or their paths; of paths the result tells file and hash.
        alignment: Rows that join statements of these maps, or the paths of files that hold rows. Only what a person
            accepted counts.
        min_confidence: Rows less sure than this, from 0 to 1, are left aside.
        limits: As for `load`.
        metrics: Whether to give figures too; with them and unsure rows it takes up to four times as long.
        hashes: Whether the result is to tell the hashes of files.

    Raises:
        InvalidMap: A map or an alignment file has errors; the exception holds the problems of all of them.
        InvalidAlignment: Rows contradict each other, or stand on statements that cannot be joined.
        FileProblem: A file holds a codebook, or rows on other maps only.
        ArgmapError: There are fewer than two maps, or `min_confidence` is no number from 0 to 1.
    """
    from argmap.comparison import compare as compare_maps

    _require_share(min_confidence)
    opened = usable(maps, limits=limits)
    documents = [u.document for u in opened]
    return compare_maps(
        documents,
        origins=[u.origin(hashes=hashes) for u in opened],
        alignment=_rows(alignment, documents, limits=limits),
        min_confidence=min_confidence,
        metrics=metrics,
    )


@dataclass(frozen=True, slots=True)
class Explanation:
    """A finding in full: the comparison it stands in, and what would change it."""

    comparison: "Comparison"
    finding: "Finding"
    what_if: "WhatIf"


def explain(
    *maps: ArgumentMap | FilePath,
    finding: str,
    alignment: "Sequence[FilePath | Correspondence]" = (),
    min_confidence: float = 0.0,
    limits: bool = True,
) -> Explanation:
    """One finding of a comparison, and which single changes to the coding would give it another category.

    Args:
        maps: As for `compare`.
        finding: Its id, such as ``role:china``; or its key, if it is the only one on that key.
        alignment: As for `compare`.
        min_confidence: As for `compare`.
        limits: As for `load`.

    Raises:
        UnknownName: There is no such finding, or the key has several.
        InvalidMap: As for `compare`; so are the other errors.
    """
    from argmap.comparison import compare as compare_maps
    from argmap.comparison.alignment.correspondences import in_force
    from argmap.comparison.what_if import what_if

    _require_share(min_confidence)
    opened = usable(maps, limits=limits)
    documents = [u.document for u in opened]
    rows = in_force(_rows(alignment, documents, limits=limits), min_confidence)
    comparison = compare_maps(documents, origins=[u.origin() for u in opened], alignment=rows)
    named = [f for f in comparison.findings if finding in (f.id, f.key)]
    if len(named) != 1:
        raise UnknownName("finding", finding, [f.id for f in named or comparison.findings])
    return Explanation(comparison, named[0], what_if(documents, named[0], rows))


def suggest(
    left: ArgumentMap | FilePath,
    right: ArgumentMap | FilePath,
    *,
    alignment: "Sequence[FilePath | Correspondence]" = (),
    per_statement: int = 5,
    one_to_one: bool = False,
) -> "tuple[Suggestion, ...]":
    """Pairs of statements of two maps that may be about one thing, the likeliest first; a person decides.

    Args:
        left: A map, or its path.
        right: Another.
        alignment: What is decided already, as rows or files: it is not proposed again.
        per_statement: In how many proposals a statement may stand.
        one_to_one: Whether it may stand in one alone; then only what stands out from the rest is proposed.

    Raises:
        InvalidMap: A map or an alignment file has errors.
        ArgmapError: Both maps have one id, so that no row could tell them apart.
    """
    from argmap.comparison.alignment.suggest import suggest as propose

    both = [u.document for u in usable((left, right), limits=True)]
    if both[0].id == both[1].id:
        raise ArgmapError(f"both maps are called {both[0].id!r}; give each map an id of its own")
    known = _rows(alignment, both, limits=True)
    return propose(*both, known=known, per_statement=per_statement, one_to_one=one_to_one)


def diff(old: ArgumentMap | FilePath, new: ArgumentMap | FilePath) -> "Changes":
    """What changed between two versions of one map; false where nothing did.

    Raises:
        InvalidMap: A map has errors; the command `argmap diff` shows what can be read all the same.
    """
    from argmap.versions import differences

    was, now = (u.document for u in usable((old, new), limits=True))
    return differences(was, now)


def measure_reliability(
    *maps: ArgumentMap | FilePath, alignment: "Sequence[FilePath | Correspondence]" = ()
) -> "Reliability":
    """How far several coders of one article agree, layer by layer; never one score.

    Args:
        maps: The codings, two or more, or their paths.
        alignment: Rows that say which statements are one.

    Raises:
        InvalidMap: A map or an alignment file has errors.
        ArgmapError: There are fewer than two maps.
    """
    from argmap.comparison.reliability import coders, reliability

    if len(maps) < 2:
        raise ArgmapError(f"agreement takes two maps or more; there {'is' if maps else 'are'} {len(maps)} here")
    opened = usable(maps, limits=True)
    documents = [u.document for u in opened]
    people = coders(documents, [u.opened.reading.name if u.opened else None for u in opened])
    return reliability(people, _rows(alignment, documents, limits=True, minding=_MINDED_BY_CODERS))


_MINDED_BY_CODERS = frozenset({"AM722"})  # that a row names what is not there; else coders may join what they like


def _require_share(min_confidence: float) -> None:
    if not 0 <= min_confidence <= 1:
        raise ArgmapError(f"min_confidence is a number from 0 to 1, not {min_confidence!r}")


def _rows(
    alignment: "Sequence[FilePath | Correspondence]",
    maps: Sequence[ArgumentMap],
    *,
    limits: bool,
    minding: Collection[str] | None = None,
) -> "list[Correspondence]":
    """The rows; those of files are read, and checked beside the maps, each file by itself.

    Args:
        alignment: Rows and paths; a single path is taken for a list of one.
        maps: The maps they are about.
        limits: As for `load`.
        minding: The codes of what counts beside the maps; everything if not said.
    """
    rows: list[Correspondence] = []
    problems: list[Diagnostic] = []
    for given in [alignment] if isinstance(alignment, str | PathLike) else alignment:
        if isinstance(given, str | PathLike):
            reading = _checked(files.read_alignment(fspath(given), limits=limits), maps, minding)
            rows += reading.rows
            problems += reading.diagnostics
        else:
            rows.append(given)
    if any(d.severity == "error" for d in problems):
        raise InvalidMap(tuple(problems))
    return rows


def _checked(
    reading: "AlignmentReading", maps: Sequence[ArgumentMap], minding: Collection[str] | None
) -> "AlignmentReading":
    """The reading with what is wrong beside the maps; rows on maps that are not compared are no problem here."""
    from argmap.comparison.alignment.map_checks import check_alignment

    compared = [m.id for m in maps]
    named = sorted({ref.map for row in reading.rows for ref in (row.subject, row.object) if ref})
    if named and not set(compared) & set(named):
        here = ", ".join(compared)
        raise FileProblem(f"{reading.name!r} is on the maps {', '.join(named)}, and on none of those given: {here}")
    found = (d for d in check_alignment(reading.rows, maps) if d.code != "AM721")
    return reading.with_problems(d for d in found if minding is None or d.code in minding)
