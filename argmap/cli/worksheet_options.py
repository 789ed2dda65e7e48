"""Which options of `argmap worksheet` go with which kind of sheet: one that would do nothing is refused."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from argmap.cli.unusable import Unusable

if TYPE_CHECKING:
    from argmap.cli.worksheet import Form, Kind

_MADE_OF: Final[Mapping[str, frozenset["Kind"]]] = {
    "--blanks": frozenset({"fill-in", "compare"}),
    "--difficulty": frozenset({"fill-in"}),
    "--seed": frozenset({"fill-in", "compare", "cards", "kit"}),
    "--distractors": frozenset({"fill-in"}),
    "--focus": frozenset({"fill-in", "cards", "blank", "kit"}),
    "--paper": frozenset({"fill-in", "compare", "cards", "blank"}),
    "--theme": frozenset({"fill-in", "compare", "cards", "blank"}),
    "--lang": frozenset({"fill-in", "compare", "cards", "blank"}),
    "--level": frozenset({"fill-in", "cards", "blank"}),
    "--rows": frozenset({"compare"}),
    "--sources": frozenset({"cards"}),
}
"""The kinds of sheets that an option makes a difference to; an option that is not here does to all."""

_OF_PAPER: Final = ("--paper", "--theme", "--level")
"""What a page to fill in on screen does not have."""


def require_used(kind: "Kind", maps: Sequence[str], given: Sequence[str]) -> None:
    """Raise `Unusable` for an option that was given and does nothing for sheets of this kind."""
    of_two = kind == "blank" and len(maps) == 2
    for option in given:
        kinds = _MADE_OF.get(option)
        if of_two and option in ("--focus", "--level", "--key"):
            why = "has no key" if option == "--key" else "does not go by it"
            raise Unusable(f"{option} does nothing here: an empty comparison {why}", hint="leave it out")
        if kinds and kind not in kinds and not (of_two and option == "--rows"):
            named = " or ".join(f"--kind {each}" for each in sorted(kinds))
            raise Unusable(f"{option} does nothing for --kind {kind}", hint=f"leave it out; it is for {named}")


def require_paper(form: "Form", given: Sequence[str]) -> None:
    """Raise `Unusable` for an option about paper where a page to fill in on screen is made."""
    if form == "html" and (idle := [option for option in given if option in _OF_PAPER]):
        raise Unusable(f"{idle[0]} does nothing for html: it is about paper", hint="leave it out, or try --format pdf")
