"""AM5xx: wording, as advice."""

from typing import Final

from argmap.codes.page import Page

WORDING: Final = (
    Page(
        "AM501",
        "long-label",
        "advice",
        finds="A `label` has more than eight words.",
        why="It is what slides and small boxes show; there a longer one is set small, or cut.",
        fix="Keep what tells this statement from its neighbours; the whole sentence is the `text`.",
        wrong="""\
statements:
  library: {type: thesis, label: The town library ought to stay open until ten, text: The library should stay open.}
""",
        right="""\
statements:
  library: {type: thesis, label: Keep the library open until ten, text: The library should stay open.}
""",
    ),
    Page(
        "AM503",
        "unwritten-text",
        "warning",
        finds="The `text` of a statement, or the title, begins with `…`, as what `argmap new` writes does.",
        why="It says what is to be written, not what the article says; pictures and comparisons would show it.",
        fix="Write what the article claims there, one full sentence in your own words, or delete the statement.",
        wrong="""\
statements:
  library: {type: thesis, text: … what ¶1 says}
""",
        right="""\
statements:
  library: {type: thesis, text: The library should stay open.}
""",
    ),
)
