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
        # common ones, named after Walton; any other may be written
        "scheme": {
            "practical-reasoning": "There is a goal, and this is a way to it.",
            "consequences": "It should be done, or left, because of what follows from it.",
            "cause-to-effect": "What is there brings this about.",
            "effect-to-cause": "What is there is best explained by this.",
            "sign": "What is seen usually goes with this.",
            "example": "One case, or several, stand for all.",
            "analogy": "What holds of a like case holds here.",
            "precedent": "A like case was decided so before.",
            "expert-opinion": "Somebody who knows says so.",
            "popular-opinion": "Most people hold or do it.",
            "commitment": "Whoever took that on has to take this on too.",
            "classification": "It is one of those of which this holds.",
            "values": "It serves, or harms, what is held dear.",
            "slippery-slope": "One step leads to the next, down to what nobody wants.",
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
