"""A map as it is written: where a value of it stands, whether in brackets, and in which quotation marks."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from argmap.diagnostics import Position, Where
from argmap.editing.edits import Edit
from argmap.formats.lines import Lines
from argmap.formats.scalars import scalar
from argmap.formats.yaml_rules import cleaned
from argmap.formats.yaml_tree import Node, Tree


@dataclass(frozen=True, eq=False)
class Written:
    """A text and its tree, None where it is no YAML."""

    whole: str
    tree: Tree | None

    @cached_property
    def text(self) -> str:
        """The text as offsets count in it: without byte order marks."""
        return cleaned(self.whole)

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text."""
        return self.tree.lines if self.tree else Lines(self.text)

    @cached_property
    def line_end(self) -> str:
        """How the lines of the file end."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def node(self, where: Where) -> Node | None:
        """The value at a place; None if nothing stands there. Short forms are looked through, as problems do."""
        node = self.tree.root if self.tree else None
        for step in where:
            if node is None:
                return None
            if step in node.items:
                node = node.items[step]
            elif node.kind == "mapping" and isinstance(step, str):
                return None
            # else: a short form leaves the step out
        return node

    def key(self, where: Where) -> tuple[int, int] | None:
        """The stretch of the key of an entry."""
        if not where:
            return None
        above = self.node(where[:-1])
        return above.keys.get(where[-1]) if above else None

    def in_brackets(self, offset: int) -> bool:
        """Whether a place stands in a list or mapping that is written in brackets."""
        before = bisect_right(self._brackets, (offset, len(self.text))) - 1
        return before >= 0 and offset < self._brackets[before][1]

    @cached_property
    def _brackets(self) -> list[tuple[int, int]]:
        """The stretches in brackets that stand in no others, in the order of the text."""
        found: list[tuple[int, int]] = []
        waiting = [self.tree.root] if self.tree and self.tree.root else []
        while waiting:
            node = waiting.pop()
            if node.kind in ("list", "mapping") and self.text[node.start : node.start + 1] in ("[", "{"):
                found.append((node.start, node.end))
            else:
                waiting += node.items.values()
        return sorted(found)

    def instead(self, start: int, end: int, value: str) -> Edit:
        """The edit that writes another text in place of one: in its quotation marks, bare where it was bare."""
        mark = self.text[start : start + 1]
        if mark == '"':
            new = _double(value)
        elif mark == "'" and value.isprintable():
            new = "'" + value.replace("'", "''") + "'"
        else:
            new = scalar(value, flow=self.in_brackets(start), typed=True)
        return Edit(start, end, new)

    def stretch(self, position: Position) -> tuple[int, int]:
        """The offsets of a position."""
        return self.offset(position.line, position.column), self.offset(position.end_line, position.end_column)

    def offset(self, line: int, column: int) -> int:
        """The character at a line and column, both from 1."""
        return self.lines.offset(line) + column - 1


def _double(value: str) -> str:
    written = scalar(value + "\u0007")[1:-1]  # a character that only double quotes can hold
    return '"' + written.removesuffix("\\x07") + '"'
