"""The warnings of a comparison: what its reader should know before believing it."""

from collections.abc import Iterator

from argmap.codes import CODES
from argmap.comparison.judged import Codings
from argmap.comparison.links import held_together
from argmap.comparison.positions import Coding
from argmap.comparison.records import Warning as Remark
from argmap.comparison.scope import Gazetteer
from argmap.comparison.wording import Words, listed
from argmap.model import RoleAttribution, Statement


def remarks(codings: Codings, words: Words) -> tuple[Remark, ...]:
    """All warnings, by code; those on one map in the order of the maps."""
    found = [*_on_both(codings, words)]
    for coding in codings:
        found += _on_one(coding, words)
    return tuple(sorted(found, key=lambda w: w.code))


def _warning(code: str, codings: tuple[Coding, ...], text: str, ids: tuple[str, ...] = ()) -> Remark:
    return Remark(code, CODES[code].name, tuple(c.id for c in codings), ids, text)


def _on_both(codings: Codings, words: Words) -> Iterator[Remark]:
    a, b = (c.map for c in codings)
    vocabulary = words.vocabulary
    if a == b:
        yield _warning(
            "AM616", codings, f"the map {a.id!r} is compared with itself; the copy is called {a.id + '#2'!r}"
        )
    elif a.id == b.id:
        text = f"two versions of the map {a.id!r}; uncoded statements with equal id and text count as the same"
        yield _warning("AM616", codings, text)
    elif _same_article(codings):
        yield _warning("AM617", codings, "both maps are of one article: where they differ, two readers differ")
    if vocabulary.sharing == "nothing":
        ids = [m.codebook.id for m in (a, b) if m.codebook]
        text = f"the codebooks differ ({' and '.join(ids)}), so no key is shared; use one codebook for both maps"
        yield _warning("AM612", codings, text)
    without = tuple(c for c in codings if c.map.codebook is None and c.map.statements)
    if without:
        who = listed(c.id for c in without)
        text = f"{who} {'has' if len(without) == 1 else 'have'} no codebook: keys count as shared where names are equal"
        yield _warning("AM611", without, text)
    if vocabulary.drifted:
        keys = tuple(dict.fromkeys(key for _, key in vocabulary.drifted))
        text = f"the codebooks define {', '.join(keys)} differently, so the maps do not share {_it(keys)}"
        yield _warning("AM613", codings, text, keys)
    if vocabulary.sharing == "codebook" and (places := _places_apart(codings)):
        text = f"the codebooks place {', '.join(places)} differently, so each map's scopes follow its own codebook"
        yield _warning("AM613", codings, text, places)
    if vocabulary.undefined:
        keys = tuple(dict.fromkeys(key for _, key in vocabulary.undefined))
        yield _warning("AM619", codings, f"no codebook defines {', '.join(keys)}; shared by name alone", keys)


def _on_one(coding: Coding, words: Words) -> Iterator[Remark]:
    m, one = coding.map, (coding,)
    if m.statements and not any(s.says for s in m.statements.values()):
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


def _same_article(codings: Codings) -> bool:
    a, b = (c.map.article for c in codings)
    return (a.url is not None and a.url == b.url) or (a.text is not None and a.text == b.text)


def _casts(statement: Statement) -> bool:
    return any(isinstance(form, RoleAttribution) for form in statement.says)


def _places_apart(codings: Codings) -> tuple[str, ...]:
    """The places named by a statement that the two codebooks take for unlike ones."""
    first, second = (Gazetteer(c.map.codebook) for c in codings)
    named = dict.fromkeys(s.where for c in codings for s in c.map.statements.values() if s.where)
    return tuple(sorted(where for where in named if first.locality(where) != second.locality(where)))


def _in_unknown_places(coding: Coding) -> Iterator[str]:
    places = Gazetteer(coding.map.codebook)
    for key, s in coding.map.statements.items():
        if s.where and not places.locality(s.where).around:
            yield key


def _it(keys: tuple[str, ...]) -> str:
    return "it" if len(keys) == 1 else "them"
