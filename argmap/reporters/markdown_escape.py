"""Text that Markdown leaves as it is."""

import re

from argmap.reporters.visible import visible

_MARKS = re.compile(
    r"""(
    [\\`*{}\[\]|~$]
    | (?<![^\W_])_ | _(?![^\W_])      # within a word it is a letter
    | <(?=[A-Za-z/!?])                # a tag, a comment, a link
    | &(?=\#?\w+;)                    # the name or number of a character
    | (?<=\s)\#(?=\#*$)               # may close a heading
    )""",
    re.VERBOSE,
)
_AT_START = re.compile(r"^(?:([-+=])(?=\s|$|=|-)|([>#])|(\d+)([.)])(?=\s|$))")


def escape(text: str) -> str:
    r"""The text on one line, a backslash before every mark that Markdown would take for markup where it stands.

    Some read the file as it is: what means itself where it stands is left alone. Characters that cannot be seen are
    shown, as on a terminal.

    >>> print(escape("a [sic] *b* | <c>"))
    a \[sic\] \*b\* \| \<c>
    >>> print(escape("Lee & Roy: 3 < 4, snake_case, issue #6!"))
    Lee & Roy: 3 < 4, snake_case, issue #6!
    """
    text = _MARKS.sub(r"\\\1", visible(" ".join(text.split())))
    return _AT_START.sub(_unmarked, text)


def _unmarked(start: re.Match[str]) -> str:
    sign = start[1] or start[2]
    return f"\\{sign}" if sign else f"{start[3]}\\{start[4]}"
