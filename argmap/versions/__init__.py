"""Two versions of one map -> what changed: added, removed, renamed, reworded, moved, re-coded, re-argued."""

from argmap.versions.changes import (
    KINDS,
    Attachment,
    Change,
    ChangedEntry,
    ChangedKeys,
    ChangedPosition,
    ChangedStatement,
    Changes,
    Kind,
    Value,
)
from argmap.versions.differing import are_versions, codebook_differences, differences

__all__ = [
    "KINDS",
    "Attachment",
    "Change",
    "ChangedEntry",
    "ChangedKeys",
    "ChangedPosition",
    "ChangedStatement",
    "Changes",
    "Kind",
    "Value",
    "are_versions",
    "codebook_differences",
    "differences",
]
