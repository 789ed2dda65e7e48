"""Which files a drawing of maps depends on."""

from collections.abc import Iterable, Mapping, Sequence

from argmap.facade.opening import Examined


def named_by(examined: Sequence[Examined], before: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """The files that each map names, whether or not they are there.

    Args:
        examined: The maps as they are now.
        before: What they named when they were looked at before: it is taken for a map that cannot be read at all, as a
            bracket is missing, or the file.
    """
    named = {}
    for each in examined:
        reading = each.opened.reading
        readable = reading.document is not None or reading.salvaged is not None
        named[each.name] = each.opened.named if readable else tuple(before.get(each.name, ()))
    return named


def all_of(maps: Iterable[str], named: Mapping[str, Sequence[str]], also: Iterable[str]) -> tuple[str, ...]:
    """The maps, what they name, and what else is read; each path once."""
    return tuple(dict.fromkeys([*maps, *(path for paths in named.values() for path in paths), *also]))
