"""What authors are called for short: a person by the last name, an institution by all of its own."""

import re
from collections.abc import Sequence
from typing import Final

_OTHERS: Final = re.compile(r"(?:^|,? +)(?:and others|et al\.?|others)$")

_PARTICLES: Final = frozenset(
    {"al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le", "ten", "ter"}
    | {"van", "von", "zu"}
)

_NO_PERSON: Final = frozenset(
    {"of", "the", "for", "and", "&"}
    | {"academy", "agency", "alliance", "association", "authority", "bank", "board", "bureau", "center", "centre"}
    | {"coalition", "college", "commission", "committee", "company", "corporation", "council", "department"}
    | {"federation", "forum", "foundation", "government", "group", "hospital", "inc", "inc.", "initiative", "institute"}
    | {"institution", "laboratory", "league", "ltd", "ltd.", "ministry", "museum", "nations", "network", "news"}
    | {"observatory", "office", "organisation", "organization", "parliament", "party", "secretariat", "service"}
    | {"society", "union", "university"}
    | {"institut", "ministerium", "stiftung", "universität", "ministère", "université"}
    | {"instituto", "ministerio", "universidad"}
)
"""Words that no person's name has; those that are surnames too, such as *Court*, *Press* or *Church*, are not here."""


def last_name(author: str) -> str:
    """The last word of a person's name with its particles, or what stands before its comma; institutions stay whole.

    An author with a word like *of*, *the*, *for* or *and* in it is an institution; so is one with a word such as
    *Institute*, *Bank* or *Ministry*, and one with a word of three or more capitals. Others that look like a person's
    name need a `short` form of their own.

    >>> last_name("Kei Koga"), last_name("Frohman, Ben"), last_name("Carien Du Plessis"), last_name("MOFA Japan")
    ('Koga', 'Frohman', 'Du Plessis', 'MOFA Japan')
    >>> last_name("Ministry of Defense"), last_name("Rand Institute")
    ('Ministry of Defense', 'Rand Institute')
    """
    words = author.split()
    if any(word.lower() in _NO_PERSON or _is_in_capitals(word) for word in words):
        return author
    if "," in author:
        return author.split(",", maxsplit=1)[0].strip()
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in _PARTICLES:
        first -= 1
    return " ".join(words[first:])


def together(authors: Sequence[str]) -> str:
    """One, two or more authors as a citation has them: ``Lee``, ``Lee & Kim``, ``Lee et al.``; "" for none.

    >>> together(["Ann Lee"]), together(["Ann Lee", "Bo van der Berg"]), together(["Ann Lee and others"])
    ('Lee', 'Lee & van der Berg', 'Lee et al.')
    """
    named = [_OTHERS.sub("", author).strip() for author in authors]
    last = [last_name(name) for name in named if name]
    if not last:
        return ""
    return f"{last[0]} et al." if len(last) > 2 or named != list(authors) else " & ".join(last)


def _is_in_capitals(word: str) -> bool:
    return len(word) > 2 and word.isalpha() and word.isupper()
