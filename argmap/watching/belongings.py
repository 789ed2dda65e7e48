"""Which files a drawing of maps depends on."""

from collections.abc import Iterable, Mapping, Sequence

from argmap.facade.opening import Examined


def named_by(examined: Sequence[Examined], before: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """The files that each map names, whether or not they are there.

    Args:
        examined: The maps as they are now.
        before: What they named when they were looked at before: it still counts for a map that cannot be read now, as
            a bracket is missing, or its codebook, or the file itself.
    """
    named = {}
    for each in examined:
        reading = each.opened.reading
        readable = reading.document is not None or reading.salvaged is not None
        kept = () if readable else before.get(each.name, ())
        named[each.name] = tuple(dict.fromkeys([*each.opened.named, *kept]))
    return named


def all_of(maps: Iterable[str], named: Mapping[str, Sequence[str]], also: Iterable[str]) -> tuple[str, ...]:
    """The maps, what they name, and what else is read; each path once."""
    return tuple(dict.fromkeys([*maps, *(path for paths in named.values() for path in paths), *also]))
