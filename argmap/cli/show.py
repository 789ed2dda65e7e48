"""`argmap show`: a map as an outline."""

from typing import Literal, assert_never

from argmap import api
from argmap.cli import terminal
from argmap.cli.output import deliver, require_apart
from argmap.cli.unusable import require_files
from argmap.reporters.outline import outline_markdown, outline_text


def run(
    file: str, *, form: Literal["text", "markdown"], output: str | None, ids: bool, limits: bool, color: terminal.Color
) -> int:
    """Print the outline of a map that can be used."""
    require_files([file])
    require_apart(output, [file])
    m = api.load(file, limits=limits)
    match form:
        case "text":
            colored = output is None and terminal.in_color(color)
            product = outline_text(m, width=terminal.width(), color=colored, ids=ids)
        case "markdown":
            product = outline_markdown(m, ids=ids)
        case _:
            assert_never(form)
    deliver(product, output)
    return 0
