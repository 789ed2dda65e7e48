"""Agreement of several coders of one article; authors are no coders, so nothing here compares what authors say."""

from argmap.comparison.reliability.coders import Coder, coders, two_articles
from argmap.comparison.reliability.measuring import reliability
from argmap.comparison.reliability.records import Reliability

__all__ = ["Coder", "Reliability", "coders", "reliability", "two_articles"]
