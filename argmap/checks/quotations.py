"""AM4xx of a map: what is quoted stands in the article, where the map says it does."""

from collections.abc import Iterator, Mapping, Sequence

from argmap.checks.dates import source_dates, written_date
from argmap.codes import problem
from argmap.diagnostics import Diagnostic, Where
from argmap.model import ArgumentMap, Place, Statement, parse_place
from argmap.text import (
    find_quote,
    fold,
    in_other_case,
    nearest_passage,
    paragraphs,
    parts_of,
    shorten,
    stands_in,
    without_marks,
)

Folded = Mapping[int, str]
"""The paragraphs of an article by number, folded once for all quotations."""

_SHOWN_WORDS = 12


def evidence_has_a_source(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM404."""
    for key, s in m.statements.items():
        if s.type == "evidence" and not (s.sources or s.at or s.via):
            yield problem(
                "AM404",
                f"the evidence {key!r} has neither a source nor a place in the article",
                ("statements", key),
                on_key=True,
                help="add `sources` or `at`",
            )


def dates_are_dates(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM409 of the article and of the map's own sources."""
    yield from written_date(m.article.date, ("article", "date"))
    yield from source_dates(m.sources)


def assumptions_are_not_quoted(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM405: once, at the first such field."""
    for key, s in m.statements.items():
        if s.type == "assumption":
            fields = [name for name, given in (("quote", s.quote), ("at", s.at), ("via", s.via)) if given]
            if fields:
                has = " and ".join(f"`{name}`" for name in fields)
                yield problem(
                    "AM405",
                    f"the assumption {key!r} has {has}, but an assumption is not said",
                    ("statements", key, fields[0]),
                    on_key=True,
                    help="call it a premise if the article says it",
                )


def read_article(text: str) -> Folded:
    """The paragraphs of an article's text, ready for `quotations_stand`."""
    return {number: fold(paragraph) for number, paragraph in paragraphs(text).items()}


def quotations_stand(m: ArgumentMap, folded: Folded) -> Iterator[Diagnostic]:
    """AM401 to AM403, AM408. What is quoted `via` another map is not checked against this article."""
    if not folded:
        where: Where = ("article", "text") if m.article.text else ()
        yield problem("AM408", "the text of the article has no paragraph", where, help="check the file")
        return
    for key, statement in m.statements.items():
        if statement.via is None:
            at: Where = ("statements", key, "at")
            places = [((*at, i), place) for i, place in enumerate(statement.at)]
            yield from _stands(statement, ("statements", key), at, places, folded)


def borrowed_quotations_stand(m: ArgumentMap, articles: Mapping[str, Folded]) -> Iterator[Diagnostic]:
    """AM401 to AM403 for quotations `via` another map, against that map's article, where it is at hand."""
    for key, statement in m.statements.items():
        if statement.via is not None and articles.get(statement.via.map):
            at: Where = ("statements", key, "via", "at")
            places = [(at, statement.via.at)]
            yield from _stands(statement, ("statements", key), at, places, articles[statement.via.map])


def _stands(
    s: Statement, where: Where, at: Where, places: Sequence[tuple[Where, str]], folded: Folded
) -> Iterator[Diagnostic]:
    parsed = [parse_place(place) for _, place in places]
    named = _paragraphs(parsed, folded)
    standing = find_quote(s.quote, {n: folded[n] for n in sorted(named)}) if s.quote else ()
    if s.quote and not standing:  # only a quotation that is not where it should be is looked for everywhere
        standing = find_quote(s.quote, folded)
    for (place_where, written), place in zip(places, parsed, strict=True):
        missing = next((n for n in place.paragraphs if n not in folded), None)
        if missing is not None:
            found = f"; the quote stands in {_named(standing)}" if standing and not named else ""
            run = f", which {written!r} names" if place.first != place.last else ""
            help_ = f"it has {_ranges(sorted(folded))}{found}"
            yield problem("AM402", f"the article has no ¶{missing}{run}", place_where, help=help_)
    if s.quote and not standing:
        yield _not_found(s.quote, (*where, "quote"), folded)
    elif named and standing and not named & {*standing}:
        message = f"the quote stands in {_named(standing)}, not in {_named(sorted(named))}"
        there = f"¶{standing[0]}" if len(standing) == 1 else ""
        help_ = f"write `at: {there}`" if there else "name the one that is meant"
        yield problem("AM403", message, at, help=help_, instead=there)


def _paragraphs(places: Sequence[Place], folded: Folded) -> set[int]:
    """The paragraphs of the article that are named; none where a page or section is, as these cannot be checked."""
    runs = [place.paragraphs for place in places]
    if not all(runs):
        return set()
    # The shorter side is gone through: an article of thousands of paragraphs may have as many statements.
    return {n for run in runs for n in (run if len(run) < len(folded) else folded) if n in run and n in folded}


def _not_found(quote: str, where: Where, folded: Folded) -> Diagnostic:
    message = f"the article does not say {shorten(quote, _SHOWN_WORDS)!r}"
    parts = parts_of(quote)
    if not parts:
        return problem("AM401", "the quote has no words", where, help="quote a few words, or leave it out")
    missing = next((part for part in parts if not find_quote(part, folded)), None)
    if missing is None:
        stand = [f"{shorten(part, 4)!r} in {_named(find_quote(part, folded))}" for part in parts]
        order = any(all(stands_in((part,), text) for part in parts) for text in folded.values())
        rule = "in this order only" if order else "within one paragraph only"
        return problem("AM401", message, where, help=f"`…` skips words {rule}: {', '.join(stand)}")
    bare = without_marks(quote)
    if bare != quote.strip() and find_quote(bare, folded):
        help_ = "the quotation marks round it are not in the article: leave them out"
        return problem("AM401", message, where, help=help_, instead=bare)
    if same := in_other_case(missing, folded):
        help_ = f"only capitals differ: ¶{same[0]} has {shorten(same[1], _SHOWN_WORDS)!r}"
        return problem("AM401", message, where, help=help_, instead=same[1] if len(parts) == 1 else "")
    near = nearest_passage(missing, folded)
    if near is None:
        return problem("AM401", message, where, help="nothing in it comes near")
    nearest = f"nearest is ¶{near[0]}: {shorten(near[1], _SHOWN_WORDS)!r}"
    # of a quotation in pieces only the one that is missing is known to be wrong
    return problem("AM401", message, where, help=nearest, instead=near[1] if len(parts) == 1 else "")


def _named(numbers: Sequence[int]) -> str:
    """Some paragraphs in words: ``¶3``, ``¶3 and ¶5``; of many, the first three."""
    marks = [f"¶{n}" for n in numbers]
    if len(marks) > 4:
        return f"{', '.join(marks[:3])} and {len(marks) - 3} more"
    return marks[0] if len(marks) == 1 else f"{', '.join(marks[:-1])} and {marks[-1]}"


def _ranges(numbers: Sequence[int]) -> str:
    """Which paragraphs there are: ``¶0 to ¶15``, gaps shown."""
    runs: list[list[int]] = []
    for n in numbers:
        if runs and runs[-1][1] == n - 1:
            runs[-1][1] = n
        else:
            runs.append([n, n])
    shown = [f"¶{a} to ¶{b}" if b > a else f"¶{a}" for a, b in runs]
    return ", ".join(shown if len(shown) <= 4 else [*shown[:2], "…", shown[-1]])
