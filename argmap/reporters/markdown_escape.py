"""Text that Markdown leaves as it is."""

import re

from argmap.reporters.visible import visible

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~!&$])")
_AT_START = re.compile(r"^(?:([-+=])(?=\s|$|=|-)|(\d+)([.)])(?=\s|$))")


def escape(text: str) -> str:
    r"""The text on one line, every mark that Markdown would take for markup behind a backslash.

    Characters that cannot be seen are shown, as on a terminal.

    >>> print(escape("a [sic] *b* | <c>"))
    a \[sic\] \*b\* \| \<c\>
    """
    text = _MARKS.sub(r"\\\1", visible(" ".join(text.split())))
    return _AT_START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", text)
