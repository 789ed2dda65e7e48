"""What each statement of two maps says, for likeness: its words, the actors it names, the sources it cites."""

from collections.abc import Mapping

from argmap.comparison.alignment.suggesting.likeness import Content
from argmap.comparison.alignment.suggesting.naming import Namer
from argmap.comparison.alignment.suggesting.sides import Sides
from argmap.comparison.keys import Name
from argmap.model import Statement


def contents(sides: Sides, named: Namer) -> tuple[list[Content], list[Content]]:
    """The contents of left and of right statements, by their places."""
    left, right = (
        [_content(statement, names, named) for statement in statements]
        for statements, names in zip(sides.statements, sides.names, strict=True)
    )
    return left, right


def _content(statement: Statement, names: Mapping[Name, str], named: Namer) -> Content:
    actors = frozenset(f"actor:{key}" for key in named(statement.text))
    sources = frozenset(f"source:{names['source', key]}" for key in statement.sources)
    text = f"{statement.text} {statement.quote}" if statement.quote else statement.text
    return Content(text, actors | sources)
