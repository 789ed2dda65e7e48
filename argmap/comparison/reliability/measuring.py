"""The agreement of several coders, from their maps to the result."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from argmap.comparison.alignment.correspondences import Correspondence
from argmap.comparison.reliability.coders import Coder, surely_one, two_articles
from argmap.comparison.reliability.making import made
from argmap.comparison.reliability.matching import Matching, Unit, match
from argmap.comparison.reliability.of_keys import key_drafts
from argmap.comparison.reliability.of_passages import passage_draft
from argmap.comparison.reliability.of_relations import relation_drafts
from argmap.comparison.reliability.of_statements import statement_drafts
from argmap.comparison.reliability.records import CodedMap, Layer, Matched, Reliability, Remark
from argmap.model import Codebook
from argmap.text import fold


def reliability(
    people: Sequence[Coder],
    rows: Iterable[Correspondence] = (),
    *,
    own_ids: bool = False,
    article: Mapping[int, str] | None = None,
) -> Reliability:
    """How far coders of one article agree, layer by layer.

    Args:
        people: Two or more coders.
        rows: Rows of an alignment between their maps; only what a person decided counts.
        own_ids: Ids are each coder's own: equal ones declare nothing.
        article: The article's paragraphs by number, if its text is at hand.

    Raises:
        ValueError: There are fewer than two coders.
    """
    if len(people) < 2:
        raise ValueError("agreement needs at least two coders")
    declared, best = match(people, rows, own_ids=own_ids)
    codebook, differing = _codebook(people)
    same = declared.units == best.units
    layers = [_matched(people, m, codes_shared=not differing) for m in ((declared,) if same else (declared, best))]
    return Reliability(
        title=next((c.map.article.title for c in people if c.map.article.title), None),
        maps=tuple(_coded(coder) for coder in people),
        matched=tuple(layers),
        keyed=tuple(_keyed(people, codebook, article or {}, codes_shared=not differing)),
        remarks=tuple(_remarks(people, declared, differing, article)),
    )


def _coded(coder: Coder) -> CodedMap:
    statements = coder.map.statements.values()
    return CodedMap(coder.label, coder.file, len(statements), sum(bool(s.says) for s in statements))


def _matched(people: Sequence[Coder], matching: Matching, *, codes_shared: bool) -> Matched:
    labels = [coder.label for coder in people]
    found, *rest = statement_drafts(people, matching, codes_shared=codes_shared)
    drafts = (found, *relation_drafts(people, matching), *rest)
    common = Counter(unit.how for unit in matching.common if unit.how)
    return Matched(
        matching.kind, len(matching.units), dict(sorted(common.items())), tuple(made(d, labels) for d in drafts)
    )


def _keyed(
    people: Sequence[Coder], codebook: Codebook | None, article: Mapping[int, str], *, codes_shared: bool
) -> Iterator[Layer]:
    labels = [coder.label for coder in people]
    yield made(passage_draft(people, article), labels)
    for draft in key_drafts(people, codebook, codes_shared=codes_shared):
        yield made(draft, labels)


def _codebook(people: Sequence[Coder]) -> tuple[Codebook | None, bool]:
    """The codebook of the coders, and whether they used different ones."""
    books = [coder.map.codebook for coder in people if coder.map.codebook]
    return (books[0] if books else None), len({book.id for book in books}) > 1


def _remarks(
    people: Sequence[Coder], declared: Matching, differing: bool, article: Mapping[int, str] | None
) -> Iterator[Remark]:
    if apart := two_articles(people):
        yield Remark(f"by what they say of themselves {apart[0].label} and {apart[1].label} are of two articles")
    elif not surely_one(people):
        yield Remark("nothing in the maps says that they are of one article: give all of them its url or title")
    for one, other in combinations(people, 2):
        if one.map.statements == other.map.statements and one.map.statements:
            yield Remark(f"{one.label} and {other.label} are one coding, which agrees with itself", "AM616")
    if differing:
        yield Remark("the maps use different codebooks, so nothing coded is compared", "AM612")
    elif drifted := _drifted(people):
        yield Remark(f"the coders' codebooks define {', '.join(drifted)} differently", "AM613")
    without = [c.label for c in people if c.map.codebook is None and any(s.says for s in c.map.statements.values())]
    if without and not differing:
        yield Remark(f"{', '.join(without)}: no codebook, so keys are names only", "AM611")
    if doubtful := [unit for unit in declared.common if unit.how == "id" and _unlike(people, unit)]:
        names = ", ".join(sorted({str(name) for unit in doubtful for name in unit.members if name})[:5])
        yield Remark(
            f"{len(doubtful)} of {len(declared.common)} statements with one id share neither a word nor a place"
            f" ({names}): if ids are each coder's own, use --own-ids"
        )
    for row in declared.passed_over:
        yield Remark(f"the row {row.subject} = {row.object} is passed over: it would join two statements of one coder")
    if article is None and any(coder.map.article.text for coder in people):
        yield Remark("the article's text could not be read, so paragraphs are not compared")


def _drifted(people: Sequence[Coder]) -> list[str]:
    """The keys that the coders' codebooks, of one id, define in different ways."""
    books = [coder.map.codebook for coder in people if coder.map.codebook]
    found: dict[str, None] = {}
    for book in books[1:]:
        for mine, other in ((books[0].propositions, book.propositions), (books[0].factors, book.factors),
                            (books[0].actors, book.actors), (books[0].roles, book.roles)):  # fmt: skip
            found |= dict.fromkeys(key for key in (*mine, *other) if mine.get(key) != other.get(key))
    return list(found)


def _unlike(people: Sequence[Coder], unit: Unit) -> bool:
    """Whether no two statements of a unit share a word of more than three letters, or a place."""
    found = [people[i].map.statements[name] for i, name in enumerate(unit.members) if name is not None]
    words = [{w for w in fold(s.text).casefold().split() if len(w) > 3} for s in found]
    places = [set(s.at) for s in found]
    return not any((a & b) for of in (words, places) for n, a in enumerate(of) for b in of[n + 1 :])
