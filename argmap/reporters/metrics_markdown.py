"""The figures of a comparison as Markdown tables."""

from collections.abc import Iterator

from argmap.comparison.records import Comparison
from argmap.reporters.markdown_escape import escape
from argmap.reporters.metrics_rows import NEVER_ONE, metrics_rows


def metrics_markdown(c: Comparison, *, level: int = 2) -> Iterator[str]:
    """The section ``Figures`` in blocks, to be joined by empty lines; `level` is that of its heading.

    Nothing, where the comparison was made without figures.
    """
    parts = metrics_rows(c)
    if not parts:
        return
    yield f"{'#' * level} Figures"
    yield NEVER_ONE
    for part in parts:
        yield f"{'#' * (level + 1)} {escape(part.title)}"
        rows = [(f.name, f.value, f.n, f.says) for f in part.rows]
        yield "\n".join(
            ["| figure | value | made from | |", "|---|---|---|---|"]
            + [f"| {' | '.join(escape(cell) for cell in row)} |" for row in rows]
        )
        if part.remark:
            yield escape(part.remark)
