"""What both walks over a YAML text hold to."""

import re
from typing import Final

MAX_DEPTH: Final = 40  # a map needs 7; without a limit, brackets by the thousand end the process
MERGE: Final = "<<"  # the key by which YAML 1.1 copies fields from elsewhere
NOTHING: Final = frozenset({"", "~", "null", "Null", "NULL"})  # an unquoted scalar that YAML takes for no value

_BREAKS = re.compile("[\x85\u2028\u2029]")


def cleaned(text: str) -> str:
    """The text as libyaml is to see it, of the same length but for byte order marks.

    U+0085, U+2028 and U+2029 come with text pasted from a PDF. libyaml ends a line there, YAML 1.2 and editors do
    not: they are spaces.
    """
    return _BREAKS.sub(" ", text.lstrip("\ufeff"))
