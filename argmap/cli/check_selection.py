"""Which problems `argmap check` is asked to tell: the codes as they are typed."""

from collections.abc import Iterable

from argmap.cli.unusable import Unusable
from argmap.codes.selecting import Selection
from argmap.formats.code_patterns import fault_of


def selection_of(select: Iterable[str], ignore: Iterable[str], *, teach: bool) -> Selection:
    """What the options say; each value holds codes with commas between them.

    Raises:
        Unusable: A pattern stands for no code, or for errors only and is to be ignored.
    """
    return Selection(_patterns("--select", select), _patterns("--ignore", ignore, ignoring=True), teach)


def _patterns(option: str, given: Iterable[str], *, ignoring: bool = False) -> tuple[str, ...]:
    found = [part.strip() for text in given for part in text.split(",")]
    for pattern in found:
        if fault := fault_of(pattern, ignoring=ignoring):
            raise Unusable(f"{option}: {fault.message}", hint=fault.help)
    return tuple(dict.fromkeys(found))
