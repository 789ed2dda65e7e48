"""What would change a finding, in words: what single changes come to, and what each of them is."""

from collections.abc import Iterator
from typing import assert_never

from argmap.comparison.category_words import CATEGORY_WORDS
from argmap.comparison.what_if import Alternative, WhatIf


def heading(found: WhatIf) -> str:
    """The heading of the changes, with how many of them matter where some do."""
    if not found.turning:
        return "What would change it"
    return f"What would change it: {len(found.turning)} of {found.tried} single changes to the coding"


def outcomes(found: WhatIf) -> dict[str | None, list[Alternative]]:
    """The changes by the category they would give, None for no finding; without those that go without saying."""
    by_category: dict[str | None, list[Alternative]] = {}
    for alternative in found.turning:
        if not _is_evident(alternative):
            by_category.setdefault(alternative.category, []).append(alternative)
    return by_category


def outcome(category: str | None) -> str:
    """A category with what it comes to."""
    return f"{category} ({CATEGORY_WORDS[category]})" if category else "no finding"


def change(a: Alternative) -> str:
    """What would be otherwise, after the name of the statement or row: ``were marked main``."""
    match a.change:
        case "not-said":
            return "were not coded so"
        case "main":
            return "were marked main"
        case "not-main":
            return "were not marked main"
        case "asserted" | "likely" | "possible":
            return f"were {a.change}"
        case "asked":
            return "left it open"
        case "unconditional":
            return "had no condition"
        case "unlimited":
            return "were not limited to a time or place"
        case "no-reason":
            return f"were not supported by {a.of}"
        case "no-source":
            return f"did not cite {a.of}"
        case "no-row":
            return "were not accepted"
        case _:
            assert_never(a.change)


def before(found: WhatIf) -> Iterator[str]:
    """What is said where there is no change that matters."""
    if not found.tried:
        yield "Nothing in the coding behind it can be changed by itself."
    elif not found.turning:
        yield f"None of {found.tried} single changes to the coding would give another category."


def after(found: WhatIf) -> Iterator[str]:
    """What is said after the outcomes: what goes without saying, and what was not tried."""
    if evident := sum(map(_is_evident, found.turning)):
        gone = "would be gone, or one map's alone" if any(a.category for a in found.turning) else "would be gone"
        yield f"{evident} self-evident: were a statement it rests on not coded so, the finding {gone}."
    if found.untried:
        yield f"{found.untried} more were not tried: too many statements and rows stand behind this finding."


def _is_evident(a: Alternative) -> bool:
    return a.change == "not-said" and a.category in (None, "one-sided", "only-one")
