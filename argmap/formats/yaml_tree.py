"""YAML text -> a tree that knows where everything stands: read when a problem has to be placed, and only then."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from argmap.codes import problem
from argmap.diagnostics import Diagnostic, Position, Where
from argmap.formats.collector import paused_collector
from argmap.formats.lines import Lines
from argmap.formats.yaml_rules import MAX_DEPTH, MERGE, NOTHING

Kind = Literal["text", "list", "mapping", "refused"]


@dataclass(slots=True)
class Node:
    """A value and the characters it takes up. `keys` holds the stretch of every key of a mapping."""

    kind: Kind
    start: int
    end: int
    value: str | None = None
    items: dict[str | int, "Node"] = field(default_factory=dict)
    keys: dict[str | int, tuple[int, int]] = field(default_factory=dict)

    def data(self) -> Any:
        """What the node holds, without places."""
        match self.kind:
            case "mapping":
                return {key: item.data() for key, item in self.items.items()}
            case "list":
                return [item.data() for item in self.items.values()]
            case _:
                return self.value


@dataclass(slots=True)
class Tree:
    """A text as nodes, and what the format refuses of it."""

    lines: Lines
    root: Node | None = None
    problems: tuple[Diagnostic, ...] = ()
    unread: frozenset[Where] = frozenset()
    blank: tuple[Where, ...] = ()

    def data(self) -> Any:
        """What the text holds; None where it holds nothing."""
        return self.root.data() if self.root else None

    def position(self, where: Where, *, on_key: bool = False) -> Position:
        """The stretch of a value or key.

        The model knows no short forms, so a step that the file lacks may be one: the only item of a list that is
        written as a text, the one field of a mapping. Such a step stays where it is. A field that is missing
        altogether is placed on the key of what should hold it.
        """
        if self.root is None:
            return self.lines.position(0, 0)
        node, key = self.root, next(iter(self.root.keys.values()), (self.root.start, self.root.end))
        found = not where
        for step in where:
            if step in node.items:
                key = node.keys.get(step, (node.items[step].start, node.items[step].end))
                node, found = node.items[step], True
            elif node.kind == "mapping" and isinstance(step, str):
                found = False
                break
            else:
                found = True
        start, end = (node.start, node.end) if found and where and not on_key and node.end > node.start else key
        return self.lines.position(start, end)


def grow(text: str) -> Tree:
    """The tree of a text that `cleaned` has seen.

    Raises:
        yaml.YAMLError: libyaml cannot read the text.
        UnicodeEncodeError: The text holds half a surrogate pair.
    """
    with paused_collector():
        return _Grower(text).tree()


class _Grower:
    def __init__(self, text: str) -> None:
        self.text, self.lines, self.parser = text, Lines(text), CParser(text)
        self.problems: list[Diagnostic] = []
        self.unread: set[Where] = set()
        self.blank: list[Where] = []
        self.too_deep = False
        self.anchors: list[tuple[str, Diagnostic]] = []
        self.merged: set[str] = set()
        self.aliased: set[str] = set()

    def tree(self) -> Tree:
        root = None
        documents = 0
        get: Callable[[], Any] = self.parser.get_event
        while not self.too_deep and not isinstance(event := get(), StreamEndEvent):
            if isinstance(event, DocumentStartEvent):
                documents += 1
            elif documents == 1 and root is None:
                root = self._node(event, ())
            elif documents == 2:
                self._several(event)
                break
        root = None if self.too_deep else root
        # an anchor that only merges use is not told of: the merge is
        told = self._merge_anchors()
        self.problems = [d for d in self.problems if d not in told] if told else self.problems
        return Tree(self.lines, root, tuple(self.problems), frozenset(self.unread), tuple(self.blank))

    def _merge_anchors(self) -> list[Diagnostic]:
        return [d for name, d in self.anchors if name in self.merged - self.aliased]

    def _several(self, event: Any) -> None:
        start = event.start_mark.index
        found = problem("AM109", "a second document begins here", help="a file holds one map or codebook")
        self._problem(found, start, start + 1)

    def _problem(self, found: Diagnostic, start: int, end: int) -> None:
        if not self.too_deep:
            self.problems.append(replace(found, position=self.lines.position(start, end)))

    def _node(self, event: Any, where: Where) -> Node:
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, AliasEvent):
            self._alias(event, where)
            self.unread.add(where)
            return Node("refused", start, end)
        self._refuse_properties(event, where)
        if isinstance(event, ScalarEvent):
            return self._scalar(event, where)
        if len(where) >= MAX_DEPTH:
            self._deep(event, where)
        if self.too_deep:
            return Node("refused", start, end)
        return self._mapping(event, where) if isinstance(event, MappingStartEvent) else self._sequence(event, where)

    def _deep(self, event: Any, where: Where) -> None:
        found = problem("AM113", f"lists and mappings stand more than {MAX_DEPTH} deep in each other", where)
        self._problem(found, event.start_mark.index, event.end_mark.index)
        self.too_deep = True

    def _alias(self, event: Any, where: Where) -> None:
        self.aliased.add(event.anchor)
        message = f"'*{event.anchor}' stands for something written elsewhere"
        self._problem(problem("AM107", message, where, help=_WRITE_OUT), event.start_mark.index, event.end_mark.index)

    def _refuse_properties(self, event: Any, where: Where) -> None:
        start = event.start_mark.index
        if event.anchor:
            mark = f"&{event.anchor}"
            at = max(self.text.find(mark, start), start)
            found = problem("AM107", f"'{mark}' names a value to be used elsewhere", where, help=_WRITE_OUT)
            self._problem(found, at, at + len(mark))
            self.anchors.append((event.anchor, self.problems[-1]))
        if event.tag:
            at = max(self.text.find("!", start), start)
            mark = self.text[at : event.end_mark.index].split(None, 1)[0]
            help_ = _NO_TAG if mark.startswith("!!") else _NO_WORD
            found = problem("AM108", f"'{mark}' is a tag", where, help=help_)
            self._problem(found, at, at + len(mark))

    def _scalar(self, event: Any, where: Where) -> Node:
        start, end = event.start_mark.index, event.end_mark.index
        written = self.text[start:end].rstrip()
        if not event.style and event.value in NOTHING:
            self.blank.append(where)
            return Node("text", start, start + len(written))
        return Node("text", start, start + len(written), event.value)

    def _mapping(self, event: Any, where: Where) -> Node:
        node = Node("mapping", event.start_mark.index, event.end_mark.index)
        for key_event in self._until(MappingEndEvent):
            if self.too_deep:
                break
            key = self._key(key_event, where)
            if self.too_deep:
                break
            value: Any = self.parser.get_event()
            if key == MERGE and not key_event.style:
                self._merge(key_event, value, where)
                continue
            if key is None:
                self._skip(value, where)
                continue
            stretch = key_event.start_mark.index, key_event.end_mark.index
            if key in node.keys:
                self._again(key, stretch, node.keys[key][0], where)
                self._skip(value, where)
                continue
            node.keys[key] = stretch
            node.items[key] = self._node(value, (*where, key))
            node.end = max(stretch[1], node.items[key].end)
        return self._closed(node, event)

    def _sequence(self, event: Any, where: Where) -> Node:
        node = Node("list", event.start_mark.index, event.end_mark.index)
        for item in self._until(SequenceEndEvent):
            if self.too_deep:
                break
            index = len(node.items)
            node.items[index] = self._node(item, (*where, index))
            node.end = node.items[index].end
        return self._closed(node, event)

    def _until(self, last: type) -> Iterator[Any]:
        get: Callable[[], Any] = self.parser.get_event
        while type(event := get()) is not last:
            yield event
        self.end = int(event.end_mark.index)  # type: ignore[attr-defined]  # it is an Event

    def _closed(self, node: Node, event: Any) -> Node:
        """A flow collection ends at its bracket; a block ends with its last item, not where the next line begins."""
        if event.flow_style and not self.too_deep:
            node.end = self.end
        return node

    def _key(self, event: Any, where: Where) -> str | None:
        if isinstance(event, ScalarEvent):
            self._refuse_properties(event, where)
            return str(event.value)
        if isinstance(event, AliasEvent):
            self._alias(event, where)
            return None
        kind = "mapping" if isinstance(event, MappingStartEvent) else "list"
        help_ = "a text that begins with '{' or '[' needs quotes"
        found = problem("AM105", f"a {kind} stands where a key is expected", where, help=help_)
        self._problem(found, event.start_mark.index, event.end_mark.index)
        self._skip(event, where)
        return None

    def _merge(self, key: Any, value: Any, where: Where) -> None:
        """What the merge brings is not known, so nothing is said of what the mapping holds or lacks."""
        found = problem("AM107", "merge keys ('<<') are not supported", where, help="write the fields out here")
        self._problem(found, key.start_mark.index, key.end_mark.index)
        self.unread.add(where)
        self._skip(value, where, self.merged)

    def _again(self, key: str, stretch: tuple[int, int], first: int, where: Where) -> None:
        line, _ = self.lines.place(first)
        message = f"'{key}' stands here a second time; the first is in line {line}"
        found = problem("AM106", message, (*where, key), on_key=True, help="keep one of the two, or join them")
        self._problem(found, *stretch)

    def _skip(self, event: Any, where: Where, aliases: set[str] | None = None) -> None:
        depth = 0
        while not self.too_deep:
            if aliases is not None and isinstance(event, AliasEvent):
                aliases.add(str(event.anchor))
            depth += isinstance(event, (MappingStartEvent, SequenceStartEvent))
            depth -= isinstance(event, (MappingEndEvent, SequenceEndEvent))
            if depth == 0:
                return
            if len(where) + depth > MAX_DEPTH:
                self._deep(event, where)
            event = self.parser.get_event()


_NO_TAG = "leave it out: all values are text"
_NO_WORD = "leave it out; a text that begins with '!' needs quotes"
_WRITE_OUT = "write the value out; a text that begins with '*' or '&' needs quotes"
