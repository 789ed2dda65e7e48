"""What fields hold, in words."""

from collections.abc import Mapping
from typing import Final

from argmap.graph import Relation
from argmap.model import CausalClaim, Reason, RoleAttribution, Stance, Via
from argmap.model.base import Document
from argmap.versions.changes import Attachment, Value

NONE: Final = "(none)"
HANGS: Final[Mapping[Relation, str]] = {
    "because": "a reason for",
    "but": "an objection to",
    "unless": "a doubt about a reason for",
    "if": "a condition of",
}


def in_words(value: Value, none: str = NONE) -> str:
    """A value as a reader is shown it."""
    match value:
        case None:
            return none
        case Stance():
            return f"{value.attitude} {value.proposition}"
        case CausalClaim():
            return f"{' and '.join(value.cause)} {value.effect} {value.factor}" + " (main)" * value.main
        case RoleAttribution():
            toward = f" toward {', '.join(value.toward)}" if value.toward else ""
            return f"{value.actor} as {value.role}{toward}" + " (main)" * value.main
        case Reason():
            return " + ".join(value.premises) + step(value)
        case Via():
            return f"{value.map}, {value.at}"
        case Attachment():
            return f"{HANGS[value.relation]} {value.upper}"
        case tuple():
            return _nested(value)
        case Document():
            return ", ".join(f"{name}: {in_words(held)}" for name, held in value if held)
        case _:
            return str(value)


def _nested(value: tuple[Value, ...]) -> str:
    joiner = "; " if any(isinstance(item, Reason) for item in value) else ", "
    return joiner.join("/".join(map(in_words, item)) if isinstance(item, tuple) else in_words(item) for item in value)


def step(reason: Reason) -> str:
    """What there is to say of a reason beside its premises."""
    scheme = f" ({reason.scheme})" if reason.scheme else ""
    return scheme + (f" unless {', '.join(reason.unless)}" if reason.unless else "")
