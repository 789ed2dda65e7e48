"""Flags: what a reader should know beside the category. They change none; each has its sentence in the notes."""

from collections.abc import Mapping

from argmap.comparison.flags import absence, certainty, reasons, sides
from argmap.comparison.flags.context import Context, Flag, Raise, Reach, both_speak
from argmap.comparison.judged import Judged

__all__ = ["FLAGS", "Context", "Flag", "Reach", "flags"]

FLAGS: Mapping[str, Raise] = {
    "certainty": certainty.certainty,
    "conditional": sides.conditional,
    "scope": sides.scope,
    "emphasis": sides.emphasis,
    "shared-source": reasons.shared_source,
    "concedes": reasons.concedes,
    "undercut": reasons.undercut,
    "linked-differently": reasons.linked_differently,
    "indirect": reasons.indirect,
    "reported": sides.reported,
    "assumed": sides.assumed,
    "linked": absence.linked,
    "unanswered": absence.unanswered,
    "complementary": absence.complementary,
    "standalone": absence.standalone,
    "provisional": absence.provisional,
}
"""Every flag, in the order findings carry them."""

_OF_TWO_SPEAKERS = frozenset(
    ("certainty", "scope", "emphasis", "shared-source", "concedes", "undercut", "linked-differently", "indirect")
)
_OF_ONE_SPEAKER = frozenset(("reported", "linked", "unanswered", "complementary", "standalone"))

# most of what a large comparison raises flags on is one-sided: half of the checks need not be begun
_CHECKS: Mapping[bool, tuple[tuple[str, Raise], ...]] = {
    True: tuple((name, check) for name, check in FLAGS.items() if name not in _OF_ONE_SPEAKER),
    False: tuple((name, check) for name, check in FLAGS.items() if name not in _OF_TWO_SPEAKERS),
}


def flags(judged: Judged, context: Context) -> tuple[Flag, ...]:
    """The flags of a finding with their notes, in the stated order."""
    return tuple((name, note) for name, check in _CHECKS[both_speak(judged)] for note in check(judged, context))
