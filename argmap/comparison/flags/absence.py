"""Flags on what one map has alone: what it is good for, and whether anybody reviewed that the other has it not."""

from collections.abc import Iterator

from argmap.comparison.flags.context import Context
from argmap.comparison.judged import Judged
from argmap.comparison.links import bearing
from argmap.comparison.stands import is_reviewed
from argmap.comparison.wording import listed

_BEARS = {
    "stance-incompatible": "excludes it",
    "agree-implied": "goes with it",
    "stance-different-claims": "is linked to it",
}


def linked(judged: Judged, context: Context) -> Iterator[str]:
    """The map that is silent on a proposition takes a stance on one that the codebook links to it."""
    if judged.category != "one-sided" or judged.unit != "stance":
        return
    speaker = judged.speakers[0].coding
    silent = next(s for s in judged.stands if not s.speaks)
    words = context.words
    said = [
        f"{words.entry(':'.join(other))}, which {_BEARS[how]}"
        for other, how in bearing(judged.speakers[0].claims, silent.coding, words.vocabulary, speaker.index)
    ]
    if said:
        yield f"{silent.name} bears on it with {listed(said)}."


def unanswered(judged: Judged, context: Context) -> Iterator[str]:
    """What one map has alone is a reason for something the maps differ on."""
    if _standing(judged, context) == "unanswered":
        yield "It carries a point on which the maps differ."


def complementary(judged: Judged, context: Context) -> Iterator[str]:
    """What one map has alone is a reason for something the maps agree on."""
    if _standing(judged, context) == "complementary":
        yield "It carries a point on which the maps agree."


def standalone(judged: Judged, context: Context) -> Iterator[str]:
    """What one map has alone is a reason for neither."""
    if _standing(judged, context) == "standalone":
        yield "It carries no point on which the maps agree or differ."


def _standing(judged: Judged, context: Context) -> str:
    """Whether what only one map has is a reason for something they differ on, else agree on."""
    if judged.category != "one-sided":
        return ""
    speaker = judged.speakers[0]
    i = speaker.coding.index
    if context.differ[i].carries(speaker):
        return "unanswered"
    return "complementary" if context.agree[i].carries(speaker) else "standalone"


_ON_UNCODED = frozenset(
    (
        "agree-different-reasons",
        "agree-shared-reasons",
        "agree-same-reasons",
        "evidence-some-shared-use",
        "evidence-different-use",
        "evidence-opposite-use",
    )
)


def provisional(judged: Judged, context: Context) -> Iterator[str]:
    """It rests on an absence nobody has reviewed."""
    if judged.category == "one-sided":
        silent = next(s for s in judged.stands if not s.speaks)
        if not is_reviewed(judged.speakers[0], silent):
            yield f"{silent.name}'s map is partial: what it does not map is not denied."
    elif judged.category in _ON_UNCODED:
        uncoded = [e for side in judged.only for e in side if e.rpartition("|")[2].startswith("text:")]
        if uncoded:
            what = "use" if judged.unit == "evidence" else "reason"
            yield f"An unshared {what} is uncoded, so it may turn out to be shared: {context.words.entries(uncoded)}."
