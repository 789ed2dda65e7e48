"""A page in fewer characters, the same for whatever reads it: without the quotation marks and end tags HTML leaves
free to leave out. Templates say all of them, so that they are read and changed easily.
"""

import re
from typing import Final

_WHOLE: Final = re.compile(r"(<(?:script|style)\b.*?</(?:script|style)>)", re.DOTALL)
"""What is taken as it stands: a policy knows it by its hash."""

_TAG: Final = re.compile(r"(<[a-zA-Z][^>]*>)")
"""A start tag; no text and no attribute of ours has a bare ``<`` or ``>`` in it."""

_QUOTED: Final = re.compile(r"=\"([^\s\"'`=<>]*[^\s\"'`=<>/])\"(?=[ >])")

_BLOCK: Final = "p|div|ul|ol|dl|details|section|h[1-6]|figure|table|fieldset|nav|main|header|footer"
_HOLDING: Final = "div|li|dd|td|th|section|details|figure|main|header|footer|body"
_NEEDLESS: Final = re.compile(
    rf"</p>(?=\s*(?:<(?:{_BLOCK})\b|</(?:{_HOLDING})>))"
    r"|</li>(?=\s*(?:<li\b|</[uo]l>))"
    r"|</d[td]>(?=\s*(?:<d[td]\b|</(?:div|dl)>))"
    r"|</t[dh]>(?=\s*(?:<t[dh]\b|</tr>))"
    r"|</tr>(?=\s*(?:<tr\b|</(?:thead|tbody|table)>))"
    r"|</thead>(?=\s*<tbody\b)|</tbody>(?=\s*(?:<tbody\b|</table>))"
)
"""An end tag that the next tag implies."""

_MARKS: Final = {"&#39;": "'", "&#34;": '"'}
"""Marks that mean something in attributes only."""


def short_markup(html: str) -> str:
    """The same page in fewer characters.

    >>> short_markup('<ul class="a"><li id="b">It&#39;s so.</li>\\n<li title="c d">No.</li></ul>')
    '<ul class=a><li id=b>It\\'s so.\\n<li title="c d">No.</ul>'
    """
    parts = _WHOLE.split(html)
    parts[::2] = [_shortened(part) for part in parts[::2]]
    return "".join(parts)


def _shortened(html: str) -> str:
    parts = _TAG.split(_NEEDLESS.sub("", html))
    for i, part in enumerate(parts):
        if i % 2:
            parts[i] = _QUOTED.sub(r"=\1", part)
        else:
            for escaped, mark in _MARKS.items():
                parts[i] = parts[i].replace(escaped, mark)
    return "".join(parts)
