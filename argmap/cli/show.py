"""`argmap show`: a map as an outline."""

from typing import Literal, assert_never

from argmap import api, files
from argmap.cli import terminal
from argmap.cli.output import deliver, require_apart
from argmap.cli.problems import show_problems
from argmap.cli.unusable import require_files
from argmap.facade.own_looks import words_asked
from argmap.languages import Words, words_in
from argmap.reporters.outline import OutlineIds, outline_markdown, outline_text


def run(
    file: str,
    *,
    form: Literal["text", "markdown"],
    output: str | None,
    ids: OutlineIds,
    language: str,
    limits: bool,
    color: terminal.Color,
) -> int:
    """Print the outline of a map that can be used."""
    own = [language] if files.names_table(language) else []
    require_files([file, *own])
    require_apart(output, [file, *own])
    asked, noted = words_asked(language)
    words = asked if isinstance(asked, Words) else words_in(asked)
    show_problems(noted)
    m = api.load(file, limits=limits)
    match form:
        case "text":
            colored = output is None and terminal.in_color(color)
            product = outline_text(m, width=terminal.width(), color=colored, ids=ids, words=words)
        case "markdown":
            product = outline_markdown(m, ids=ids, words=words)
        case _:
            assert_never(form)
    deliver(product, output)
    return 0
