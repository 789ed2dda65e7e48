"""What a map says on a point, in a word and in a sign."""

from collections.abc import Iterable, Mapping
from typing import Final

from argmap.comparison.records import Comparison, Finding, PositionEntry, Side, StancePosition, Unit
from argmap.model import CERTAINTIES
from argmap.reporters.comparison_views_blocks import NOTHING, Cell

MAIN: Final = "★"
HEDGED: Final = "°"
REPORTED: Final = Cell("reports", "r")
_NONE: Final = Cell(NOTHING, NOTHING)
_STANCES: Final[Mapping[StancePosition, Cell]] = {
    "holds": Cell("holds", "+"),
    "denies": Cell("denies", "−"),
    "questions": Cell("asks", "?"),
    "varies": Cell("varies", "~"),
    "both": Cell("both", "±"),
}
_EFFECTS: Final[Mapping[str, tuple[str, str, str]]] = {
    "raises": ("raises", "△", "▲"),
    "lowers": ("lowers", "▽", "▼"),
    "unrelated": ("no effect", "○", "○"),
}
LEGEND: Final[Mapping[Unit, str]] = {
    "stance": f"asks: leaves it open; reports: only says that others do; {NOTHING} nothing on it",
    "explanation": f"{MAIN} a main cause; reports: only says that others do; blank below it; {NOTHING} nothing on it",
    "role": f"{MAIN} a main part; reports: only says that others do; {NOTHING} nothing on it",
    "evidence": f"for how many points a map uses the source; {NOTHING} not at all",
}
SIGNS: Final[Mapping[Unit, str]] = {
    "stance": f"+ holds; − denies; ? leaves it open; ~ varies; ± clashes with itself; {HEDGED} not as sure as that; "
    f"r only reports it; {NOTHING} nothing on it",
    "explanation": f"△ raises; ▽ lowers; ▲ ▼ as a main cause; ○ no effect; {HEDGED} not as sure as that; "
    f"r only reports it; blank below it; {NOTHING} nothing on it",
    "role": f"+ the part helps; − hinders; ± both; 0 neither; r only reports it; {NOTHING} nothing on it",
    "evidence": f"for how many points a map uses the source; {NOTHING} not at all",
}


def position_cell(c: Comparison, f: Finding, map_id: str, cause: str | None) -> Cell:
    """What one map says. `cause` picks one cause of an effect; "" stands for the line of the effect itself."""
    side = f.sides.get(map_id)
    if side is None or side.position is None or side.position == ():
        reports = side is not None and side.reported
        if reports:
            return Cell("") if cause else REPORTED  # it may be this cause that it reports
        return _NONE if cause != "" else Cell("")
    if isinstance(side.position, str):
        return _hedged(_STANCES[side.position], _sureness(side, side.position))
    match f.unit:
        case "explanation":
            return _effect(side.position, cause) if cause else Cell("")
        case "role":
            return role_cell(c, side.position)
        case _:
            return Cell(str(len(side.position)), str(len(side.position)))


def _sureness(side: Side, position: StancePosition) -> str:
    """How surely the author commits himself on a proposition: the strongest certainty of his statements."""
    if position not in ("holds", "denies"):
        return "asserted"
    given = {s.certainty for s in side.statements}
    return next((certainty for certainty in reversed(CERTAINTIES) if certainty in given), "asserted")


def _hedged(cell: Cell, certainty: str) -> Cell:
    return cell if certainty == "asserted" else Cell(f"{cell.words} ({certainty})", f"{cell.sign}{HEDGED}")


def links_of(f: Finding) -> tuple[str, ...]:
    """The causes that a map gives for an effect, those that most maps give first."""
    counts: dict[str, int] = {}
    for side in f.sides.values():
        for cause in dict.fromkeys(cause_of(e) for e in _entries(side)):
            counts[cause] = counts.get(cause, 0) + 1
    return tuple(sorted(counts, key=lambda cause: -counts[cause])) if f.unit == "explanation" else ()


def cause_of(entry: PositionEntry) -> str:
    """The cause in an entry: ``c`` of ``raises:c>e``."""
    return entry.entry.partition(":")[2].partition(">")[0]


def _entries(side: Side) -> tuple[PositionEntry, ...]:
    return side.position if isinstance(side.position, tuple) else ()


def _effect(entries: Iterable[PositionEntry], cause: str) -> Cell:
    mine = [e for e in entries if cause_of(e) == cause]
    if not mine:
        return _NONE
    return Cell(
        ", ".join(effect_words(e) for e in mine),
        "".join(_EFFECTS.get(form(e), ("", "?", "?"))[1 + e.main] + HEDGED * (e.certainty != "asserted") for e in mine),
    )


def effect_words(e: PositionEntry) -> str:
    """``raises ★``, ``lowers (likely)``."""
    said = _EFFECTS.get(form(e), (form(e), "", ""))[0] + f" {MAIN}" * e.main
    return said if e.certainty == "asserted" else f"{said} ({e.certainty})"


def form(e: PositionEntry) -> str:
    """``raises`` of ``raises:c>e``."""
    return e.entry.partition(":")[0]


def role_cell(c: Comparison, entries: Iterable[PositionEntry]) -> Cell:
    """The parts, main ones first: ``ally ★, rival``; as a sign what the main ones, else all, come to."""
    ranked = sorted(entries, key=lambda e: not e.main)
    leading = [e for e in ranked if e.main] or ranked
    words = ", ".join(_part(e) for e in ranked)
    return Cell(words, _both({valence(c, e) for e in leading}))


def _part(e: PositionEntry) -> str:
    said = role_of(e) + f" {MAIN}" * e.main
    return said if e.certainty == "asserted" else f"{said} ({e.certainty})"


def role_of(e: PositionEntry) -> str:
    """The part in words: ``honest broker`` of ``role:a=honest-broker``."""
    return e.entry.partition("=")[2].partition("@")[0].replace("-", " ")


def valence(c: Comparison, e: PositionEntry) -> str:
    """The sign of a part by the codebook: ``+``, ``−``, ``0``; ``?`` where no codebook says."""
    role = e.entry.partition("=")[2]
    found = next((book.valences[role] for book in c.codebooks if role in book.valences), None)
    if found is None:
        from argmap.model.codebook import BUILT_IN_ROLES  # noqa: PLC0415  # maps without a codebook use these

        known = BUILT_IN_ROLES.get(role)
        found = known.valence if known else None
    return "?" if found is None else "0" if not found else "+" if found > 0 else "−"


def _both(signs: set[str]) -> str:
    if {"+", "−"} <= signs:
        return "±"
    return next((sign for sign in "+−0" if sign in signs), "?")
