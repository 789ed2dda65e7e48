"""The sentences that sum a comparison up: how much, where maps agree, where they differ, what one has alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.comparison.central import most_central
from argmap.comparison.records import ComparedMap, Comparison, Group
from argmap.reporters.cited import ALIGNED
from argmap.reporters.comparison_views_items import FEW, names_in_short
from argmap.reporters.sections import point, speaks


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of the summary, and the words that lead it in ("" for the first)."""

    lead: str
    text: str


def summary(c: Comparison) -> tuple[Line, ...]:
    """Sentences a person can quote, about five for two maps; where nothing could be compared, what to do about it."""
    if bare := uncoded(c):
        return (Line("", f"{cannot_yet(c)}."), *_so_far(c), Line("Next", _to_code(c, bare)), Line("Rests on", reach(c)))
    if not shares_something(c):
        return (Line("", counted(c)), Line("Next", next_step(c)), Line("Rests on", reach(c)))
    if len(c.maps) > 2:
        from argmap.reporters import comparison_views_summary as many  # noqa: PLC0415  # two maps can do without

        said = (Line(lead, text) for lead, text in many.lines(c))
        return (Line("", counted(c)), *said, Line("Rests on", reach(c)))
    return (
        Line("", counted(c)),
        *_central(c, "Agree above all", "agree", "agree-but"),
        *_central(c, "Differ above all", "diverge", "conflict"),
        *_clash(c),
        Line("In one map", _alone(c)),
        Line("Rests on", reach(c)),
    )


def uncoded(c: Comparison) -> tuple[ComparedMap, ...]:
    """The maps of which nothing is coded, where for want of it fewer than two are left to be compared."""
    bare = tuple(m for m in c.maps if not m.coded)
    return bare if len(c.maps) - len(bare) < 2 else ()


def cannot_yet(c: Comparison) -> str:
    """Why maps of which nothing is coded say neither the same nor something else: a title, without a full stop."""
    bare = names_in_short([m.name for m in uncoded(c)])
    return f"{listed(names(c))} cannot be compared yet: no statement of {bare} is coded"


def _so_far(c: Comparison) -> Iterator[Line]:
    for m in c.maps:
        n = sum(speaks(f, m.id) for f in c.findings if f.unit != "evidence")
        if n:
            are, them = ("is", "it") if n == 1 else ("are", "them")
            yield Line("So far", f"{_points(n)} of {m.name} {are} coded; `--detail full` has {them}.")


def _to_code(c: Comparison, bare: Sequence[ComparedMap]) -> str:
    """What to add to maps of which nothing is coded, and the way to join statements without coding them."""
    two = len(c.maps) == 2
    shared = "" if c.codebooks and len(bare) < len(c.maps) else ", best from a codebook they share"
    step = (
        "Add `says:` to the statements that matter, for example `says: {holds: some-proposition}`, with the same key "
        f"in {'both' if two else 'all'} maps{shared}; see `argmap explain AM614`."
    )
    files = " ".join(m.file or m.id for m in c.maps) if two else "A B"
    which = "which statements say the same" if two else "which statements of two maps say the same"
    return f"{step} Or let `argmap align suggest {files}` propose {which}, without codes."


def shares_something(c: Comparison) -> bool:
    """Whether there is anything that two maps speak of."""
    return any(finding.group != "one-sided" for finding in c.findings)


def counted(c: Comparison) -> str:
    """How many points are agreed on, differ, stand in one map only or are undetermined; sources are not counted."""
    if len(c.maps) > 2:
        from argmap.reporters import comparison_views_summary as many  # noqa: PLC0415

        return many.counted(c)
    n = c.counts()
    agree, differ = n["agree"] + n["agree-but"], n["diverge"] + n["conflict"]
    but = f" ({n['agree-but']} with a reservation)" if n["agree-but"] else ""
    clash = f" ({n['conflict']} where they cannot both be right)" if n["conflict"] else ""
    alone = f"; {_are(n['one-sided'])} in one map only" if n["one-sided"] else ""
    unclear = f"; {_are(n['undetermined'])} undetermined" if n["undetermined"] else ""
    return f"{listed(names(c))} agree on {_points(agree)}{but} and differ on {differ or 'none'}{clash}{alone}{unclear}."


def _central(c: Comparison, lead: str, *groups: Group) -> Iterator[Line]:
    """The sentence of the finding most central to both maps, if there is one."""
    yield from (Line(lead, finding.sentence) for finding in most_central(c, *groups)[:1])


def _clash(c: Comparison) -> Iterator[Line]:
    """The most central conflict, where what the maps differ on above all is none."""
    conflict = next(iter(most_central(c, "conflict")), None)
    if conflict and conflict != next(iter(most_central(c, "diverge", "conflict"))):
        yield Line("Clash above all", conflict.sentence)


def _alone(c: Comparison) -> str:
    if not c.in_group("one-sided"):
        return f"Neither has a {'coded ' if any(m.uncoded for m in c.maps) else ''}point alone."
    return " ".join(_alone_in(c, m) for m in c.maps)


def _alone_in(c: Comparison, m: ComparedMap) -> str:
    points = [point(f, m.id) for f in c.in_group("one-sided") if speaks(f, m.id)]
    who = f"{m.name} {'have' if _several(m) else 'has'}"
    if not points:
        return f"{who} nothing {'coded ' if m.uncoded else ''}alone."
    return f"{who} {_points(len(points))} alone, {'first ' if len(points) > 1 else ''}{points[0]}."


def _several(m: ComparedMap) -> bool:
    """Whether the map's name is that of several authors."""
    return len(m.article.authors) > 1 and m.name not in (m.article.short, m.id)


def reach(c: Comparison) -> str:
    """What the verdicts rest on: codebook, names, rows; how much of each map is coded; the rest was not compared."""
    basis = [b for f in c.findings for b in f.basis]
    rows = listed(list(dict.fromkeys(b.id for b in basis if b.via == "alignment")))
    grounds = [f"codebook {b.id}" for b in c.codebooks]
    if not c.codebooks and (not rows or any(b.via == "name" for b in basis)):
        grounds.append("equal names")
    if rows:
        grounds.append(f"accepted rows of {rows} ({ALIGNED})")
    books = listed(grounds) + ("" if c.codebooks else ", no codebook")
    are = "are coded or joined" if rows else "are coded"
    left = "; the others were not compared" if any(m.uncoded for m in c.maps) else ""
    if len(c.maps) > FEW:
        coded = f"{sum(m.coded for m in c.maps)} of {sum(m.statements for m in c.maps)} statements"
        least = min(c.maps, key=lambda m: m.coded / m.statements if m.statements else 1)
        low = f" (fewest in {least.name}: {least.coded} of {least.statements})" if least.uncoded else ""
        return f"{books}; {coded} {are}{low}{left}."
    coded = listed([f"{m.coded} of {m.statements} statements of {m.name}" for m in c.maps])
    return f"{books}; {coded} {are}{left}."


def next_step(c: Comparison) -> str:
    """What to do when nothing could be compared."""
    if bare := [m for m in c.maps if not m.coded]:
        return f"No statement of {names_in_short([m.name for m in bare])} is coded. {_to_code(c, bare)}"
    both = "both" if len(c.maps) == 2 else "all"
    shared = next((book.id for book in c.codebooks if len(book.maps) == len(c.maps)), None)
    if shared:
        return (
            f"The maps share the codebook {shared}, but no key under `says:`. Where they speak of the same thing, code "
            f"it with the same key in {both}."
        )
    return (
        f"The maps share no key to be compared on. Give {both} the same codebook (`codebook: topic.codebook.yaml`) and "
        f"use its keys under `says:` in {both}; `argmap new --codebook` writes one to start from."
    )


def names(c: Comparison) -> list[str]:
    """What sentences call the maps, in order."""
    return [m.name for m in c.maps]


def headings(c: Comparison) -> Iterator[str]:
    """Each map with its article; of many only their names, on one line."""
    if len(c.maps) > FEW:
        yield f"{len(c.maps)} maps: {', '.join(names(c))}"
    else:
        yield from map(heading, c.maps)


def heading(m: ComparedMap) -> str:
    """A map's name with its article: ``Ruiz, “Build it” (Mill Road Press, 2024)``."""
    title = m.article.title or m.title
    source = ", ".join(part for part in (m.article.publisher, m.article.date) if part)
    return m.name + (f", “{title}”" if title else "") + (f" ({source})" if source else "")


def listed(words: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _are(n: int) -> str:
    return f"{_points(n)} {'is' if n == 1 else 'are'}"


def _points(n: int) -> str:
    return "1 point" if n == 1 else f"{n or 'no'} points"
