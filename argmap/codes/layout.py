"""AM51x: how a file is laid out, as advice for who asks."""

from typing import Final

from argmap.codes.page import Page

LAYOUT: Final = (
    Page(
        "AM510",
        "field-order",
        "advice",
        finds="The fields of a statement, a source, the article or an entry of the codebook stand in another order than"
        " the usual one.",
        why="Fields mean the same in any order; but maps whose statements all begin with the type and the text are"
        " quicker to read, and to compare side by side.",
        fix="`argmap check --fix --select field-order` puts them in order, with their comments.",
        wrong="""\
statements:
  bus-lane: {text: High Street needs a bus lane., type: thesis}
""",
        right="""\
statements:
  bus-lane: {type: thesis, text: High Street needs a bus lane.}
""",
        named_only=True,
    ),
)
