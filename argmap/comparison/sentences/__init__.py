"""The sentence of a finding: what the maps say, in the order they were given."""

from argmap.comparison.sentences.evidence import evidence
from argmap.comparison.sentences.explanations import explanation
from argmap.comparison.sentences.roles import role
from argmap.comparison.sentences.silence import one_sided
from argmap.comparison.sentences.stances import linked, stance
from argmap.comparison.sentences.tension import tension

__all__ = ["evidence", "explanation", "linked", "one_sided", "role", "stance", "tension"]
