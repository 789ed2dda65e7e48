"""Two files read as two versions of one map or codebook, as far as they can be read."""

import os
from dataclasses import dataclass, replace
from typing import Final

from argmap import files
from argmap.cli.unusable import Unusable
from argmap.diagnostics import Diagnostic, Where
from argmap.errors import InvalidMap
from argmap.files import Opened
from argmap.formats import Reading, read_map
from argmap.formats.parts import slug
from argmap.model import ArgumentMap, Codebook
from argmap.reporters.changes_json import File
from argmap.reporters.changes_places import Side, Spot
from argmap.versions import Changes, are_versions, codebook_differences, differences
from argmap.versions.unread import without_unread

NO_FILE: Final = "/dev/null"

_NOT_OURS: Final = frozenset({"AM406"})  # the article's text: what a map holds can be read without


@dataclass(frozen=True, slots=True)
class Version:
    """A file and what could be read of it.

    Attributes:
        opened: The file; None where there is none: ``/dev/null``.
        document: What could be read; None where nothing could.
        problems: What could not, located.
    """

    opened: Opened | None
    document: ArgumentMap | Codebook | None
    problems: tuple[Diagnostic, ...] = ()

    @property
    def unread(self) -> tuple[Where, ...]:
        """The places in the file of what could not be read."""
        name = self.opened.reading.name if self.opened else ""
        return tuple(d.where for d in self.problems if d.file == name)

    @property
    def file(self) -> File:
        """Its name and hash."""
        return File(self.opened.reading.name, self.opened.reading.sha256) if self.opened else File()

    def spot(self, where: Where) -> Spot | None:
        """Where a part of it stands; an entry is where its key is. A codebook of its own file is looked up there."""
        if self.opened is None:
            return None
        source: Reading[ArgumentMap] | Reading[Codebook] = self.opened.reading
        if where[:1] == ("codebook",) and len(where) > 1 and self.opened.codebook:
            source, where = self.opened.codebook, where[1:]
        position = source.position(where, on_key=len(where) == 2)
        return Spot(source.name, position.line, position.column) if position else None


def read_version(path: str, *, limits: bool, called: str = "", beside: str = "") -> Version:
    """A file as one of two versions; arguments as for `files.read`.

    Of a map with mistakes it is what can be salvaged. A map whose codebook cannot be read is read without.
    """
    if path in (NO_FILE, os.devnull):
        return Version(None, None)
    opened = _called(files.read(path, limits=limits, called=called, beside=beside), called)
    problems = tuple(d for d in opened.reading.diagnostics if d.severity == "error" and d.code not in _NOT_OURS)
    document = opened.reading.document or opened.reading.salvaged
    if document is None or opened.reading.without_codebook:
        document = _without_codebook(opened.reading, limits)
    if isinstance(document, Codebook) and problems:
        document = None
    return Version(opened, document, problems)


def _called(opened: Opened, name: str) -> Opened:
    """The file under that name, also where nothing of it could be decoded and it has that of a copy."""
    reading = opened.reading
    if not name or reading.name == name:
        return opened
    problems = tuple(replace(d, file=name) for d in reading.diagnostics)
    return replace(opened, reading=replace(reading, name=name, diagnostics=problems))


def _without_codebook(reading: Reading[ArgumentMap] | Reading[Codebook], limits: bool) -> ArgumentMap | None:
    if not any(d.where == ("codebook",) for d in reading.diagnostics):
        return None
    alone = read_alone(reading.text, reading.name, limits=limits)
    return alone.document or alone.salvaged


def read_alone(text: str, name: str, *, limits: bool) -> Reading[ArgumentMap]:
    """A map read without its codebook: an empty one of that name stands for a codebook in another file."""

    def empty(path: str) -> Reading[Codebook]:
        return Reading(path, Codebook(id=slug(path.rpartition("/")[2].partition(".")[0]) or "unread"))

    return read_map(text, name, codebook=empty, limits=limits)


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed between two files, and where it stands in them."""

    old: Version
    new: Version
    changes: Changes

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """What could not be read, of both; of a codebook that both name, once."""
        return tuple(dict.fromkeys((*self.old.problems, *self.new.problems)))

    def spot(self, side: Side, where: Where) -> Spot | None:
        """Where a part of a version stands."""
        return (self.old if side == "old" else self.new).spot(where)


def difference(old: Version, new: Version, *, must_match: bool = True) -> Difference:
    """What changed from one file to the other; a file that is not there counts as an empty one.

    Args:
        old: The old version.
        new: The new version.
        must_match: Whether maps that can hardly be versions of one are refused.

    Raises:
        InvalidMap: Of a file, nothing can be read.
        Unusable: One is a map and the other a codebook, or they are two maps.
    """
    if unreadable := [v for v in (old, new) if v.opened and v.document is None]:
        raise InvalidMap(tuple(dict.fromkeys(d for v in unreadable for d in v.problems)))
    was, now = old.document, new.document
    if isinstance(was or now, Codebook) and isinstance(now or was, Codebook):
        return Difference(old, new, _codebooks(was, now))
    if isinstance(was, Codebook) or isinstance(now, Codebook):
        raise Unusable(f"{_a(old)}, and {_a(new)}", hint="name two versions of one file")
    if was is None and now is None:
        raise Unusable("there is no file on either side", hint="name two versions of a map")
    assert not isinstance(was, Codebook)
    assert not isinstance(now, Codebook)
    was, now = was or _empty_map(now), now or _empty_map(was)
    if must_match and not are_versions(was, now):
        a, b = old.file.name, new.file.name
        raise Unusable(
            f"the maps {was.id!r} and {now.id!r} are two maps, not two versions of one",
            hint=f"`argmap compare {a} {b}` says where two maps agree and differ",
        )
    was = without_unread(was, now, old.unread)
    return Difference(old, new, differences(was, without_unread(now, was, new.unread)))


def _codebooks(was: ArgumentMap | Codebook | None, now: ArgumentMap | Codebook | None) -> Changes:
    some = was or now
    assert some is not None
    empty = Codebook(id=some.id)
    return codebook_differences(
        was if isinstance(was, Codebook) else empty, now if isinstance(now, Codebook) else empty
    )


def _empty_map(other: ArgumentMap | None) -> ArgumentMap:
    assert other is not None
    return ArgumentMap(id=other.id)


def _a(version: Version) -> str:
    return f"{version.file.name!r} is a {'codebook' if isinstance(version.document, Codebook) else 'map'}"
