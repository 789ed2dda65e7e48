"""Which part of a map a class can work through in a quarter of an hour."""

from typing import Final

from argmap.graph import theses
from argmap.model import ArgumentMap
from argmap.teaching.branch import branch_of

MOST: Final = 30
"""Statements that a sheet shows at most, as in drawings: fifty are markedly harder to follow than thirty."""


def lesson_branch(m: ArgumentMap) -> str | None:
    """The thesis whose branch a lesson takes, by slug; None for the whole map.

    A map of at most `MOST` statements is taken whole. Of a larger one it is the largest branch that is not larger; if
    all are, the smallest. Of equal ones it is the first of the file.
    """
    if len(m.statements) <= MOST:
        return None
    sizes = {key: len(branch_of(m, key).statements) for key in theses(m)}
    fitting = {key: size for key, size in sizes.items() if size <= MOST}
    if fitting:
        return max(fitting, key=lambda key: fitting[key])
    return min(sizes, key=lambda key: sizes[key]) if sizes else None
