"""`argmap worksheet --kind fill-in`: a map with blanks, and its key."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from argmap.cli.draw import names_explained
from argmap.cli.unusable import Unusable, require_files
from argmap.cli.worksheet_files import as_files, as_page, form_of, hand_out
from argmap.errors import ArgmapError
from argmap.facade.handouts import worksheet_pages
from argmap.facade.worksheets import BLANK_KINDS, BlankKind, make_worksheet, worksheet_of
from argmap.text import did_you_mean

if TYPE_CHECKING:
    from argmap.cli.worksheet import Wanted


def run(maps: Sequence[str], wanted: "Wanted") -> int:
    """Write the sheets and their key."""
    if len(maps) != 1:
        raise Unusable(
            f"a map to fill in is one map, and there are {len(maps)}",
            hint="name wrong entries' map with --distractors, or try --kind compare",
        )
    form = form_of(wanted)
    own = [wanted.distractors] if wanted.distractors is not None else []
    inputs = [*maps, *own, *wanted.own_tables()]
    require_files(inputs)
    asked: dict[str, Any] = {
        "blanks": kinds_of(wanted.blanks),
        "difficulty": wanted.difficulty,
        "seed": wanted.seed,
        "distractors": wanted.distractors,
        "focus": wanted.focus,
        "level": wanted.level or "title",
        "limits": wanted.limits,
    }
    if wanted.distractors is not None and wanted.difficulty == 3:
        raise Unusable("difficulty 3 has no word bank, and so no distractors", hint="leave them out, or try 2")
    with names_explained():
        if form == "html":
            worksheet = worksheet_of(maps[0], **asked)
            if not worksheet.blanks:
                raise ArgmapError(
                    f"nothing of {worksheet.map.id!r} can be left out that is not told elsewhere on the sheet"
                )
            sheet, key = worksheet_pages(worksheet, language=wanted.language)
            name = f"{worksheet.map.id}-worksheet"
            hand_out(as_page(sheet, name), as_page(key, f"{name}-key"), wanted, inputs)
            return 0
        made = make_worksheet(
            maps[0],
            **asked,
            paper=wanted.paper or "a4",
            theme=wanted.theme,
            format=form,
            language=wanted.language,
        )
    name = f"{made.worksheet.map.id}-worksheet"
    sheets = as_files((made.sheet, *made.sheet.sheets), name)
    hand_out(sheets, as_files((made.key, *made.key.sheets), f"{name}-key"), wanted, inputs)
    return 0


def kinds_of(asked: str) -> tuple[BlankKind, ...]:
    """The kinds of blanks that were named, with commas between them; all for ``all``.

    Raises:
        Unusable: There is no such kind.
    """
    if asked == "all":
        return BLANK_KINDS
    kinds = [kind.strip() for kind in asked.split(",")]
    for kind in kinds:
        if kind not in BLANK_KINDS:
            hint = did_you_mean(kind, BLANK_KINDS) or f"try {', '.join(BLANK_KINDS)}, or all"
            raise Unusable(f"there is no kind of blank called {kind!r}", hint=hint)
    return cast("tuple[BlankKind, ...]", tuple(kinds))
