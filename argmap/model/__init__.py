"""The documents argmap works on, as frozen values: maps, statements, what they say, codebooks."""

from argmap.model.article import Article, Source
from argmap.model.codebook import (
    BUILT_IN_ROLES,
    KINDS,
    Actor,
    Codebook,
    Factor,
    Kind,
    PlaceName,
    Proposition,
    Role,
)
from argmap.model.map import ArgumentMap, Coverage
from argmap.model.places import Period, Place, parse_period, parse_place, period_in_words
from argmap.model.says import (
    ATTITUDES,
    EFFECTS,
    Attitude,
    CausalClaim,
    Effect,
    RoleAttribution,
    Says,
    Stance,
)
from argmap.model.statement import CERTAINTIES, TYPES, Certainty, Reason, Statement, StatementType, Via

__all__ = [
    "ATTITUDES",
    "BUILT_IN_ROLES",
    "CERTAINTIES",
    "EFFECTS",
    "KINDS",
    "TYPES",
    "Actor",
    "ArgumentMap",
    "Article",
    "Attitude",
    "CausalClaim",
    "Certainty",
    "Codebook",
    "Coverage",
    "Effect",
    "Factor",
    "Kind",
    "Period",
    "Place",
    "PlaceName",
    "Proposition",
    "Reason",
    "Role",
    "RoleAttribution",
    "Says",
    "Source",
    "Stance",
    "Statement",
    "StatementType",
    "Via",
    "parse_period",
    "parse_place",
    "period_in_words",
]
