"""The warnings of a comparison: what its reader should know before believing it."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from argmap.comparison.links import held_together
from argmap.comparison.positions import Coding
from argmap.comparison.records import Warning as Remark
from argmap.comparison.scope import Gazetteer
from argmap.comparison.wording import Words, listed
from argmap.model import ArgumentMap, RoleAttribution, Statement

if TYPE_CHECKING:
    from argmap.comparison.alignment.correspondences import Correspondence


def remarks(codings: Sequence[Coding], words: Words) -> tuple[Remark, ...]:
    """All warnings, by code; those on one map in the order of the maps."""
    found = [*_on_each_two(codings), *_on_all(codings, words)]
    for coding in codings:
        found += _on_one(coding, words)
    return tuple(sorted(found, key=lambda w: w.code))


def on_rows(
    codings: Sequence[Coding], given: "Sequence[Correspondence]", in_force: "Sequence[Correspondence]"
) -> Iterator[Remark]:
    """That rows on these maps are not decided, and so change nothing; or that they are not sure enough."""
    ids = {coding.id for coding in codings}
    concerned = [row for row in given if row.subject.map in ids and (row.object is None or row.object.map in ids)]
    undecided = [row for row in concerned if not (row.accepted or row.absence or row.rejected)]
    kept = {id(row) for row in in_force}
    unsure = [row for row in concerned if (row.accepted or row.absence) and id(row) not in kept]
    if undecided:
        yield _warning("AM731", codings, f"{_rows(undecided)} proposed and not decided: see `argmap align review`")
    if unsure:
        yield _warning("AM733", codings, f"{_rows(unsure)} less sure than asked for and left aside")


def _rows(rows: "Sequence[Correspondence]") -> str:
    return "1 row is" if len(rows) == 1 else f"{len(rows)} rows are"


def _warning(code: str, codings: Sequence[Coding], text: str, ids: tuple[str, ...] = ()) -> Remark:
    from argmap.codes import CODES  # noqa: PLC0415  # many comparisons need no warning

    return Remark(code, CODES[code].name, tuple(c.id for c in codings), ids, text)


def _on_each_two(codings: Sequence[Coding]) -> Iterator[Remark]:
    """Maps that are one, or of one article."""
    for both in combinations(codings, 2):
        a, b = (c.map for c in both)
        if a.id == b.id and a == b:
            text = f"the map {a.id!r} is compared with itself; the copy is called {both[1].id!r}"
            yield _warning("AM616", both, text)
        elif a.id == b.id:
            text = f"two versions of the map {a.id!r}; uncoded statements with equal id and text count as the same"
            yield _warning("AM616", both, text)
        elif _same_article(a, b):
            who = "both maps" if len(codings) == 2 else f"{both[0].id} and {both[1].id}"
            text = f"{who} are of one article: where they differ, two readers differ; see `argmap reliability`"
            yield _warning("AM617", both, text)


def _on_all(codings: Sequence[Coding], words: Words) -> Iterator[Remark]:
    """What keeps keys from being shared."""
    vocabulary = words.vocabulary
    books = list(dict.fromkeys(c.map.codebook.id for c in codings if c.map.codebook))
    without = tuple(c for c in codings if c.map.codebook is None and c.map.statements)
    if len(books) > 1:
        between = "no key is shared" if len(codings) == 2 else "maps with unlike ones share no key"
        text = f"the codebooks differ ({' and '.join(books)}), so {between}; use one codebook for {_all(codings)} maps"
        yield _warning("AM612", codings, text)
    if without:
        who = listed(c.id for c in without)
        text = f"{who} {'has' if len(without) == 1 else 'have'} no codebook: keys count as shared where names are equal"
        yield _warning("AM611", without, text)
    if vocabulary.drifted:
        keys = tuple(dict.fromkeys(key for _, key in vocabulary.drifted))
        text = f"the codebooks define {', '.join(keys)} differently, so the maps do not share {_it(keys)}"
        yield _warning("AM613", codings, text, keys)
    if len(books) == 1 and (places := _places_apart([c for c in codings if c.map.codebook])):
        text = f"the codebooks place {', '.join(places)} differently, so each map's scopes follow its own codebook"
        yield _warning("AM613", codings, text, places)
    if vocabulary.undefined:
        keys = tuple(dict.fromkeys(key for _, key in vocabulary.undefined))
        yield _warning("AM619", codings, f"no codebook defines {', '.join(keys)}; shared by name alone", keys)


def _all(codings: Sequence[Coding]) -> str:
    return "both" if len(codings) == 2 else "all"


def _on_one(coding: Coding, words: Words) -> Iterator[Remark]:
    m, one = coding.map, (coding,)
    if m.statements and not coding.joined and not any(s.says for s in m.statements.values()):
        yield _warning(
            "AM614", one, f"no statement of {coding.id} has 'says'; add it to the thesis and its main reasons"
        )
    if m.statements and not any(s.type == "thesis" for s in m.statements.values()):
        yield _warning("AM615", one, f"{coding.id} has no thesis: its findings have no depth to be ordered by")
    for left, right in held_together(coding, words.vocabulary):
        text = f"{coding.id} has both {left} and {right}; by its codebook one excludes the other"
        yield _warning("AM618", one, text, (left, right))
    roles = tuple(key for key, s in m.statements.items() if s.by_author and not s.quote and _casts(s))
    if roles:
        yield _warning("AM601", one, f"{coding.id} casts a role without the article's words: {', '.join(roles)}", roles)
    unknown = tuple(_in_unknown_places(coding))
    if unknown:
        text = f"{coding.id} names places its codebook does not know; they count as overlapping every place"
        yield _warning("AM208", one, text, unknown)


def _same_article(a: ArgumentMap, b: ArgumentMap) -> bool:
    first, second = a.article, b.article
    return (first.url is not None and first.url == second.url) or (first.text is not None and first.text == second.text)


def _casts(statement: Statement) -> bool:
    return any(isinstance(form, RoleAttribution) for form in statement.says)


def _places_apart(codings: Sequence[Coding]) -> tuple[str, ...]:
    """The places named by a statement that two codebooks take for unlike ones."""
    if not codings or all(c.map.codebook == codings[0].map.codebook for c in codings):
        return ()
    known = [Gazetteer(c.map.codebook) for c in codings]
    named = dict.fromkeys(s.where for c in codings for s in c.map.statements.values() if s.where)
    return tuple(sorted(where for where in named if len({_locality(g, where) for g in known}) > 1))


def _locality(places: Gazetteer, where: str) -> tuple[str, frozenset[str]]:
    found = places.locality(where)
    return found.name, found.around


def _in_unknown_places(coding: Coding) -> Iterator[str]:
    places = Gazetteer(coding.map.codebook)
    for key, s in coding.map.statements.items():
        if s.where and not places.locality(s.where).around:
            yield key


def _it(keys: tuple[str, ...]) -> str:
    return "it" if len(keys) == 1 else "them"
