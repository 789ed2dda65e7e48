"""What reading a file gives, whatever the file holds."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

from yaml import YAMLError

from argmap.diagnostics import Diagnostic, Position, Where, locate
from argmap.errors import InvalidMap
from argmap.formats.lines import Lines
from argmap.formats.yaml_rules import cleaned
from argmap.model import ArgumentMap, Codebook

if TYPE_CHECKING:
    from argmap.formats.yaml_tree import Tree

D = TypeVar("D", bound=ArgumentMap | Codebook)
D_co = TypeVar("D_co", bound=ArgumentMap | Codebook, covariant=True)


@dataclass(frozen=True)
class Reading(Generic[D_co]):
    """A document, or what kept it from being one.

    Places are looked up only when a problem has to be placed: reading a good file costs nothing for them.

    Attributes:
        name: The file's name as the user gave it.
        document: None where there was an error.
        diagnostics: Every problem found, located, in the order of the file; those of a referenced codebook follow,
            with the codebook's own file name.
        text: The file's text as it was decoded.
        salvaged: Where `document` is None and the mistakes allow it, the document without its broken parts, so that
            references can be checked in the same run. Whatever others may refer to is still in it, if only as an
            empty shell; so a reference it lacks is wrong, but what its statements lack may only have been left out.
        without_codebook: Whether a codebook that the map names could not be used, and `salvaged` has none.
    """

    name: str
    document: D_co | None
    diagnostics: tuple[Diagnostic, ...] = ()
    text: str = field(default="", repr=False)
    salvaged: D_co | None = field(default=None, repr=False)
    without_codebook: bool = False

    def unwrap(self) -> D_co:
        """The document.

        Raises:
            InvalidMap: There is none; the error holds all problems.
        """
        if self.document is None:
            raise InvalidMap(self.diagnostics)
        return self.document

    def with_problems(self, problems: Iterable[Diagnostic]) -> "Reading[D_co]":
        """The same reading with further problems, located; an error among them takes the document away."""
        found = tuple(problems)
        failed = any(d.severity == "error" for d in found)
        own, others = _split((*self.diagnostics, *found), self.name)
        kept = (*locate((_sourced(d, self) for d in own), self), *others)
        salvaged = self.salvaged or (self.document if failed else None)
        document = None if failed else self.document
        return Reading(self.name, document, kept, self.text, salvaged, self.without_codebook)

    @property
    def sha256(self) -> str:
        """The SHA-256 of the file, hexadecimal: of its text in UTF-8, which is what a map is written in."""
        import hashlib  # noqa: PLC0415  # 5 ms, for who asks

        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def position(self, where: Where, *, on_key: bool = False) -> Position | None:
        """The stretch of the file that holds a value, or its key; the nearest enclosing one if it holds no such place.

        None only where the file could not be parsed.
        """
        return self.tree.position(where, on_key=on_key) if self.tree else None

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its end."""
        return self._lines.line(number)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text.lstrip("\ufeff"))

    @cached_property
    def tree(self) -> "Tree | None":
        """The text as nodes that know where they stand; None if it could not be parsed."""
        from argmap.formats import yaml_tree  # noqa: PLC0415  # only a problem has to be placed

        try:
            return yaml_tree.grow(cleaned(self.text))
        except (YAMLError, UnicodeEncodeError):
            return None


def made(
    name: str, text: str, document: D | None, problems: Iterable[Diagnostic] = (), *, salvaged: D | None = None
) -> Reading[D]:
    """A reading whose problems are located in its text; those of other files stay behind them."""
    return Reading(name, document, (), text, salvaged).with_problems(problems)


def _split(problems: Iterable[Diagnostic], name: str) -> tuple[list[Diagnostic], list[Diagnostic]]:
    problems = list(problems)
    return [d for d in problems if d.file in ("", name)], [d for d in problems if d.file not in ("", name)]


def _sourced(d: Diagnostic, reading: Reading[ArgumentMap | Codebook]) -> Diagnostic:
    """The parser's problems come with a position, but know neither file nor line."""
    return replace(d, file=reading.name, source=reading.line(d.position.line)) if d.position else d
