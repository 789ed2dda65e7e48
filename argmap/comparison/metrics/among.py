"""Figures of any number of maps together: how divided they are, and which one stands apart."""

from collections.abc import Sequence
from fractions import Fraction

from argmap.comparison.figures import Metric
from argmap.comparison.metrics.agreement import shared
from argmap.comparison.metrics.figures import mean
from argmap.comparison.metrics.said import Said


def polarisation(maps: Sequence[Said]) -> Metric:
    """How divided the maps are over propositions, from 0 to 1; n = the propositions it is a mean over.

    The mean over P of 4·p₊·p₋: the shares of all maps that hold, and that deny it. It is 1 where half of the maps hold
    and half deny everything; a map that leaves P open, varies or says nothing counts in neither share. One on which
    a map contradicts itself is taken as unsaid there.

    Source: the code of ``taupy.analysis.polarisation.lauka`` (Kopecky, taupy 0.5), read, after Lauka, McCoy and
    Firat, Mass Partisan Polarization (2018; abstract read).
    """
    topics = dict.fromkeys(p for said in maps for p in said.propositions)
    signs = [[said.propositions.get(p, 0) for said in maps] for p in topics]
    divided = [4 * row.count(1) * row.count(-1) / len(maps) ** 2 for row in signs]
    return mean(divided, "no map takes a stance on a proposition")


def outlier(maps: Sequence[Said]) -> str | None:
    """The map farthest from the others on average; None for two maps, where several tie or nothing is shared.

    Distance is 1 − `net`, taken over the other maps with which a map shares an item.
    """
    if len(maps) < 3:
        return None
    far = {said.id: distance for said in maps if (distance := _distance(said, maps)) is not None}
    farthest = [id_ for id_, distance in far.items() if distance == max(far.values())]
    return farthest[0] if len(farthest) == 1 else None


def _distance(said: Said, maps: Sequence[Said]) -> Fraction | None:
    found = [shared(said, other) for other in maps if other is not said]
    nets = [Fraction(nearness, n) for n, nearness in found if n]
    return 1 - sum(nets, Fraction()) / len(nets) if nets else None
