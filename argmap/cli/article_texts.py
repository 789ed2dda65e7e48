"""Articles' texts as they are named in a call: ``--text ID=FILE``."""

from collections.abc import Iterable, Mapping, Sequence

from argmap import files
from argmap.cli.unusable import Unusable, require_files
from argmap.text import did_you_mean


def paths_by_map(given: Sequence[str]) -> Mapping[str, str]:
    """The files by map id, from ``ID=FILE``."""
    named: dict[str, str] = {}
    for pair in given:
        key, equals, name = pair.partition("=")
        if not (key and equals and name):
            raise Unusable(f"--text {pair!r} is not ID=FILE", hint="write --text koga-2023=koga.txt")
        if key in named:
            raise Unusable(f"--text names the map {key!r} twice", hint="give one text for each map")
        require_files([name])
        named[key] = name
    return named


def texts_by_map(given: Sequence[str]) -> Mapping[str, str]:
    """The texts by map id."""
    return {key: files.read_text(name) for key, name in paths_by_map(given).items()}


def require_known(ids: Iterable[str], known: Sequence[str]) -> None:
    """Raise `Unusable` for a text of a map that is not there: it would silently be read for nothing."""
    for key in ids:
        if key not in known:
            raise Unusable(
                f"--text names the map {key!r}, which is not among the files",
                hint=did_you_mean(key, known) or f"the maps are {', '.join(known) or 'none'}",
            )
