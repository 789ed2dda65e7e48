"""What the words mean of which a field takes one."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MEANINGS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "type": {
            "thesis": "What the article argues for; a map has one or more.",
            "claim": "A main point, between the thesis and what carries it.",
            "premise": "Carries another statement; this is what a statement without a type is.",
            "evidence": "Names something that happened, was said or was measured; give it `sources` or `at`.",
            "objection": "Speaks against another statement; it stands under some `but` or `unless`.",
            "assumption": "Needed by the article but not stated in it; it has neither `quote` nor `at`.",
        },
        "certainty": {
            "possible": "The article only says that it may be so.",
            "likely": "The article thinks it probable.",
            "asserted": "The article says so without a hedge; this is what a statement without a certainty is.",
        },
        "coverage": {
            "partial": "What the map lacks, the article may still say.",
            "complete": "All that the article argues is in the map: what it lacks, the article does not say.",
        },
        "kind": {
            "fact": "Whether something is the case.",
            "definition": "What something is, or what it is to be called.",
            "cause": "What brings something about.",
            "forecast": "What will come.",
            "value": "Whether something is good or bad.",
            "policy": "What should be done.",
        },
        "main": {"true": "The article puts it first.", "false": "One among others."},
        "valence": {
            "1": "Works for those it is played toward.",
            "0": "Neither for nor against them.",
            "-1": "Works against them.",
        },
    }
)
"""By field, then by word."""
