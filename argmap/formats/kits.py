"""The file of a kit: a map of statements that nothing joins yet, with a word on top of what to do with it."""

from typing import Final

from argmap.formats.scalars import scalar
from argmap.formats.skeletons import scalar as quoted
from argmap.formats.writing import write_map
from argmap.model import ArgumentMap, Source

_TASK: Final = """\
# Put this argument together again. All its statements are here, in an order of chance.
#
# 1. Find what it all comes to, and write  type: thesis  in a line below its text. There may be more than one.
# 2. Below every statement that has reasons, name them; below every one that has objections, name those:
#
#      sAA:
#        text: …
#        because:
#          - sBB                # a reason that stands by itself
#          - [sCC, sDD]         # two that make one reason only together
#        but: [sEE]             # what the article itself admits against it
#
#    What doubts only the step from a reason to its claim:  - {premises: [sBB], unless: [sFF]}
#    What must be the case for a statement to hold:  if: [sGG]
#    A statement may stand in several places. Every list has brackets or a hyphen for each name, even for one.
# 3. Say what each statement is, if it is no premise:  type: claim, evidence, objection, or assumption if the article
#    needs it and does not say it. Say where it comes from, if the article does:  sources: [key-of-a-source]
#    and who says it, if the article only reports it:  voice: Name
# 4. See what is missing:  argmap check THIS-FILE    and look at it:  argmap draw THIS-FILE
#
# Leave the texts as they are, and the names (s01, s02, …) too: they say nothing, but what you hand in is read by them.
"""


_SOURCES: Final = "\n# What the article cites; give a statement that rests on one  sources: [its-key]\nsources:\n"


def write_kit(kit: ArgumentMap) -> str:
    """The kit as YAML, its statements first."""
    return _TASK + write_map(kit.model_copy(update={"sources": {}})) + (_sources(kit) if kit.sources else "")


def _sources(kit: ArgumentMap) -> str:
    return _SOURCES + "".join(f"  {scalar(key)}: {_source(key, source)}\n" for key, source in kit.sources.items())


def _source(key: str, source: Source) -> str:
    """A line for each: who and when, and what it is called."""
    title = f", title: {quoted(source.title)}" if source.title else ""
    return f"{{short: {quoted(source.citation(key))}{title}}}"
