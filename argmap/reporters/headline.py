"""The five sentences that sum a comparison up: how much, where they agree, where they differ, what one has alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from argmap.comparison.records import ComparedMap, Comparison, Finding, Group

NAMED_ALONE: Final = 3  # so many topics of one map are named before the rest is counted


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of the summary, and the words that lead it in ("" for the first)."""

    lead: str
    text: str


def summary(c: Comparison) -> tuple[Line, ...]:
    """Five sentences a person can quote; none if the maps have nothing in common to be compared on."""
    if not c.findings:
        return ()
    return (
        Line("", counted(c)),
        Line("Agree above all", _central(c, ("agree", "agree-but"))),
        Line("Differ above all", _central(c, ("diverge", "conflict"))),
        Line("Only one", _alone(c)),
        Line("Rests on", reach(c)),
    )


def counted(c: Comparison) -> str:
    """How many points are agreed on, differ, stand in one map only or are undetermined; sources are not counted."""
    n = c.counts()
    agree, differ = n["agree"] + n["agree-but"], n["diverge"] + n["conflict"]
    but = f" ({n['agree-but']} with a reservation)" if n["agree-but"] else ""
    clash = f" ({n['conflict']} where they cannot both be right)" if n["conflict"] else ""
    alone = f"; {_points(n['one-sided'])} in one map only" if n["one-sided"] else ""
    unclear = f"; {_points(n['undetermined'])} undetermined" if n["undetermined"] else ""
    return f"{listed(names(c))} agree on {_points(agree)}{but} and differ on {differ or 'none'}{clash}{alone}{unclear}."


def _central(c: Comparison, groups: tuple[Group, ...]) -> str:
    """The sentence of the finding that rests on most theses; among equals the first to read."""
    theses = {(m.id, s.id) for m in c.maps for s in m.thesis}

    def weight(finding: Finding) -> int:
        return sum(any((m, s.id) in theses for s in side.statements) for m, side in finding.sides.items())

    found = [f for group in groups for f in c.in_group(group)]
    return max(found, key=weight).sentence if found else "nowhere."


def _alone(c: Comparison) -> str:
    return " ".join(f"{m.name}: {_topics(_only(c, m))}." for m in c.maps)


def _only(c: Comparison, m: ComparedMap) -> list[str]:
    findings = c.in_group("one-sided")
    return list(dict.fromkeys(f.label for f in findings if _speaks(f, m.id)))


def _speaks(finding: Finding, map_id: str) -> bool:
    side = finding.sides.get(map_id)
    return side is not None and side.position is not None and side.position != ()


def _topics(labels: Sequence[str]) -> str:
    if not labels:
        return "nothing"
    named = "; ".join(labels[:NAMED_ALONE])
    rest = len(labels) - NAMED_ALONE
    return f"{named}; and {rest} more" if rest > 0 else named


def reach(c: Comparison) -> str:
    """What the verdicts rest on: which codebook, and how much of each map is coded; the rest was not compared."""
    books = listed([f"codebook {b.id}" for b in c.codebooks]) or "equal names, no codebook"
    coded = "; ".join(f"{m.name}: {m.coded} of {m.statements} statements coded" for m in c.maps)
    left = sum(len(m.uncoded) for m in c.maps)
    return f"{books}. {coded}." + (" What is not coded was not compared." if left else "")


def next_step(c: Comparison) -> str:
    """What to do when nothing could be compared."""
    bare = [m.name for m in c.maps if not m.coded]
    if bare:
        return (
            f"No statement of {listed(bare)} is coded. Add `says:` to the statements that matter, for example "
            "`says: {holds: some-proposition}`, with the same key in both maps; see `argmap explain AM614`."
        )
    return (
        "The maps share no key to be compared on. Give both the same codebook (`codebook: topic.codebook.yaml`) and "
        "use its keys under `says:` in both; `argmap new --codebook` writes one to start from."
    )


def names(c: Comparison) -> list[str]:
    """What sentences call the maps, in order."""
    return [m.name for m in c.maps]


def heading(m: ComparedMap) -> str:
    """A map's name with its article: ``Ruiz, “Build it” (Mill Road Press, 2024)``."""
    title = m.article.title or m.title
    source = ", ".join(part for part in (m.article.publisher, m.article.date) if part)
    return m.name + (f", “{title}”" if title else "") + (f" ({source})" if source else "")


def listed(words: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _points(n: int) -> str:
    return "1 point" if n == 1 else f"{n or 'no'} points"
