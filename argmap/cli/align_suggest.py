"""`argmap align suggest`: pairs of statements that may be about one thing; none is accepted."""

import shlex
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, assert_never

from argmap import files
from argmap.cli import terminal
from argmap.cli.align_maps import usable_maps
from argmap.cli.output import require_apart
from argmap.cli.unusable import Unusable, require_files
from argmap.comparison.alignment.correspondences import Correspondence, Ref
from argmap.comparison.alignment.map_checks import check_alignment
from argmap.comparison.alignment.row_checks import pair_of
from argmap.comparison.alignment.suggest import suggest
from argmap.comparison.alignment.suggesting.suggestion import Suggestion
from argmap.formats.sssom_writing import new_header, number, with_prefixes, write_alignment

if TYPE_CHECKING:
    from argmap.formats.sssom import AlignmentReading
    from argmap.model import ArgumentMap

Form = Literal["text", "tsv", "json"]


def run(
    left: str,
    right: str,
    *,
    output: str | None,
    known: str | None,
    top: int | None,
    one_to_one: bool,
    form: Form | None,
    limits: bool,
    color: terminal.Color,
) -> int:
    """Print proposals, or add them to the alignment `output`; the exit code is 0 even if there are none."""
    if output == "-":
        output, form = None, form or "tsv"
    if output is not None and form is not None:
        raise Unusable("-o writes an alignment, whatever --format says", hint="leave one of the two out, or use >")
    require_files([left, right, *([known] if known else [])])
    require_apart(output, [left, right])
    maps = usable_maps([left, right], limits=limits)
    if maps[0].id == maps[1].id:
        raise Unusable(f"both maps are called {maps[0].id!r}", hint="give each map an id of its own")
    target = _existing(output, maps, limits=limits)
    rows = [row for reading in (target, _read(known, maps, limits=limits)) if reading for row in reading.rows]
    found = _proposals(maps, rows, one_to_one=one_to_one)[:top]
    if output is None:
        _print(found, maps, form or "text", color)
        return 0
    _add(found, maps, target, output)
    terminal.tell(_told(found, target, output, [left, right]))
    return 0


def _existing(output: str | None, maps: "Sequence[ArgumentMap]", *, limits: bool) -> "AlignmentReading | None":
    """The alignment that is added to; None where there is none yet."""
    if output is None or not Path(output).exists() or files.is_stream(Path(output)):
        return None
    return _read(output, maps, limits=limits)


def _read(name: str | None, maps: "Sequence[ArgumentMap]", *, limits: bool) -> "AlignmentReading | None":
    if name is None:
        return None
    reading = files.read_alignment(name, limits=limits)
    reading.with_problems(check_alignment(reading.rows, maps)).unwrap()
    return reading


def _proposals(maps: "Sequence[ArgumentMap]", rows: Sequence[Correspondence], *, one_to_one: bool) -> list[Suggestion]:
    """The proposals that no row holds yet, decided or not; none on reported speech, which a row joins to no effect."""
    held = {pair_of(row) for row in rows}
    reported = {Ref(m.id, key) for m in maps for key, s in m.statements.items() if not s.by_author}
    found = suggest(maps[0], maps[1], known=rows, one_to_one=one_to_one)
    return [
        s
        for s in found
        if (min(s.left, s.right), max(s.left, s.right)) not in held and reported.isdisjoint((s.left, s.right))
    ]


def _print(found: Sequence[Suggestion], maps: "Sequence[ArgumentMap]", form: Form, color: terminal.Color) -> None:
    match form:
        case "text":
            from argmap.reporters.suggestions_text import suggestions_text  # noqa: PLC0415

            inked = terminal.in_color(color)
            terminal.write(suggestions_text(found, maps, width=terminal.width(), color=inked))
            if found:
                terminal.tell("to decide, write them to a file with -o FILE.sssom.tsv, then `argmap align review`")
        case "tsv":
            terminal.write(write_alignment(map(_row, found), new_header(m.id for m in maps)))
        case "json":
            from argmap.reporters.suggestions_json import suggestions_json  # noqa: PLC0415

            terminal.write(suggestions_json(found, maps))
        case _:
            assert_never(form)


def _row(s: Suggestion) -> Correspondence:
    """The proposal as a row, with what speaks for it; how sure a decision is, only a person can say."""
    extra = [("mapping_tool", "argmap"), ("similarity_score", number(round(s.score, 3)))]
    if s.shared_words:
        extra.insert(1, ("match_string", "|".join(s.shared_words)))
    return replace(s.correspondence(), confidence=None, extra=tuple(extra), comment="; ".join(s.warnings))


def _add(
    found: Sequence[Suggestion], maps: "Sequence[ArgumentMap]", target: "AlignmentReading | None", output: str
) -> None:
    """Write the file anew with what it held and the proposals; a file that gains nothing is left as it is."""
    if not found:
        return
    ids = [m.id for m in maps]
    header = with_prefixes(target.header, ids) if target else new_header(ids)
    files.write(output, write_alignment([*(target.rows if target else ()), *map(_row, found)], header))


def _told(found: Sequence[Suggestion], target: "AlignmentReading | None", output: str, maps: Sequence[str]) -> str:
    if not found:
        what = "nothing new to propose" if target else "nothing to propose: no two statements are alike enough"
        return f"{what}; {output!r} is {'as it was' if target else 'not written'}"
    count = "1 proposal" if len(found) == 1 else f"{len(found)} proposals"
    done = f"{count} {'added to' if target else 'written to'} {output!r}; nothing is accepted"
    return f"{done}; next: argmap align review {shlex.join([output, *maps])}"
