"""The maps an alignment is about, as the verbs of `argmap align` need them."""

import shlex
from collections.abc import Sequence

from argmap import api
from argmap.cli.unusable import Unusable, require_files
from argmap.diagnostics import Diagnostic
from argmap.errors import InvalidMap
from argmap.model import ArgumentMap, Codebook


def require_alignment_first(name: str, maps: Sequence[str]) -> None:
    """Raise `Unusable` where an alignment stands among the maps, and a map in its place."""
    misplaced = next((one for one in maps if one.endswith(".tsv")), "")
    if misplaced and name.endswith((".yaml", ".yml")):
        ordered = shlex.join([misplaced, name, *(one for one in maps if one != misplaced)])
        raise Unusable("the alignment is named first, and its maps behind it", hint=f"write {ordered}")


def maps_in(names: Sequence[str], *, limits: bool) -> tuple[tuple[ArgumentMap, ...], tuple[Diagnostic, ...]]:
    """The maps in files, or what can be read of them, and their errors.

    Raises:
        Unusable: A file does not exist, or holds a codebook.
    """
    require_files(names)
    examined = api.examine(names, limits=limits)
    maps = []
    for one in examined:
        document = one.opened.reading.document or one.opened.reading.salvaged
        if isinstance(document, Codebook):
            raise Unusable(f"{one.name!r} is a codebook", hint="name a map; the codebook is found through it")
        if document:
            maps.append(document)
    errors = [d for one in examined for d in one.all if d.severity == "error"]
    return tuple(maps), tuple(dict.fromkeys(errors))


def usable_maps(names: Sequence[str], *, limits: bool) -> tuple[ArgumentMap, ...]:
    """The maps in files, free of errors.

    Raises:
        Unusable: A file does not exist, or holds a codebook.
        InvalidMap: There are errors; the exception holds those of all files.
    """
    maps, errors = maps_in(names, limits=limits)
    if errors:
        raise InvalidMap(errors)
    return maps
