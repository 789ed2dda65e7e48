"""Which findings are about something somebody names: by key, by id, or by words of what a key is called or asked by."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from argmap.comparison.records import Comparison, Finding
from argmap.errors import NothingAbout
from argmap.text import nearest_name

_NAMED: Final = 12
_SHORTEST: Final = 2  # two letters stand in too many keys


def findings_about(c: Comparison, names: Iterable[str]) -> tuple[Finding, ...]:
    """The findings about any of these, in order.

    Raises:
        NothingAbout: No finding is about one of them; says what comes near.
    """
    asked = frozenset(_meant(names, c))
    return tuple(f for f in c.findings if not asked.isdisjoint(keys_of(f)))


def keys_of(finding: Finding) -> tuple[str, ...]:
    """What a finding can be asked for by: its key and id; a linked one also by each of its two, ``p~q``."""
    return (finding.key, *finding.key.split("~"), finding.id)


def one_of(names: Iterable[str]) -> str:
    """The names there are, as a way out."""
    named = list(names)
    more = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
    return f"known: {', '.join(named[:_NAMED])}{more}" if named else "the maps share nothing that could be compared"


def finding_meant(name: str, ids: Iterable[str]) -> str:
    """A question with the id of the finding that was probably meant, by the id or by its key; "" where none is near.

    >>> finding_meant("lanes", ["stance:lane", "role:council"])
    "did you mean 'stance:lane'?"
    """
    by_key = {id_.partition(":")[2]: id_ for id_ in ids}
    near = nearest_name(name, by_key.values()) or by_key.get(_nearest_key(name, by_key), "")
    return f"did you mean {near!r}?" if near else ""


def _meant(names: Iterable[str], c: Comparison) -> tuple[str, ...]:
    """The keys that are asked for: by themselves, by words of their labels or questions, or by what findings name."""
    known = {key: key for finding in c.findings for key in keys_of(finding)}
    as_typed = {key.casefold(): key for key in known} | known
    labels = _labels(c)
    asked = {f.id: _words(f.question) for f in c.findings}
    named = _Named(c)
    found: list[str] = []
    for name in names:
        meant = (as_typed.get(each) or as_typed.get(each.casefold()) for each in (name, *named.called(name)))
        keys = list(dict.fromkeys(key for key in meant if key))
        if not keys:
            keys = [key for key, label in labels.items() if _words(name) in _words(label)]
            keys += named.in_findings([*named.called(name), *([] if keys else named.worded(name))])
        keys = keys or [id_ for id_, question in asked.items() if _words(name) in question]
        if not keys:
            raise NothingAbout(name, _near(name, labels | named.labels, known) or one_of(sorted(labels)))
        found += keys
    return tuple(dict.fromkeys(found))


class _Named:
    """What findings name beside what they are about: causes, effects, actors and those a role is played toward."""

    def __init__(self, c: Comparison) -> None:
        self._by_key: dict[str, list[str]] = {}
        for f in c.findings:
            for key in dict.fromkeys(_keys_in(f)):
                self._by_key.setdefault(key, []).append(f.id)
        said = {key: label for book in c.codebooks for key, label in book.labels.items()}
        self.labels = {key: said.get(key, "") for key in self._by_key}
        self._names: dict[str, list[str]] = {}
        for m in c.documents:
            for key, actor in m.codebook.actors.items() if m.codebook else ():
                self._names.setdefault(key, []).extend((actor.name, *actor.aliases))

    def called(self, name: str) -> list[str]:
        """The keys of that name: the key itself, or what has it for a name or an alias."""
        keys = [key for key in self._by_key if key.casefold() == name.casefold()]
        return keys or [key for key, names in self._names.items() if _words(name) in map(_words, names)]

    def worded(self, name: str) -> list[str]:
        """The keys that have these words in what they are called."""
        return [key for key, label in self.labels.items() if _words(name) in _words(label)]

    def in_findings(self, keys: Iterable[str]) -> list[str]:
        """The ids of the findings that name one of the keys."""
        return list(dict.fromkeys(id_ for key in keys for id_ in self._by_key.get(key, ())))


def _keys_in(f: Finding) -> Iterator[str]:
    for side in f.sides.values():
        for e in side.position if isinstance(side.position, tuple) else ():
            form, _, rest = e.entry.partition(":")
            if form in ("raises", "lowers", "unrelated"):
                yield from rest.split(">")
            elif form == "role":
                yield rest.partition("=")[0]
            yield from e.toward


def _labels(c: Comparison) -> dict[str, str]:
    """What the keys of the findings are called, those that stand alone first."""
    said = {key: label for book in c.codebooks for key, label in book.labels.items()}
    keys = dict.fromkeys(key for f in c.findings for key in f.key.split("~"))
    return {key: said.get(key, "") for key in keys} | {f.key: f.label for f in c.findings}


def _words(text: str) -> str:
    """For looking one phrase up in another: whole words, whatever their case."""
    return f" {' '.join(''.join(c if c.isalnum() else ' ' for c in text.casefold()).split())} "


def _near(name: str, labels: Mapping[str, str], known: Iterable[str]) -> str:
    by_label = nearest_name(name, [label for label in labels.values() if label])
    if key := next((key for key, label in labels.items() if label == by_label and label), ""):
        return f"did you mean {key!r}, “{by_label}”?"
    near = nearest_name(name, (*known, *labels)) or _nearest_key(name, labels)
    return f"did you mean {near!r}?" if near else ""


def _nearest_key(name: str, keys: Iterable[str]) -> str:
    """The key that few letters tell from the name, or that it shortens (`chn`): the only one, else none."""
    keys = list(keys)
    if near := nearest_name(name, keys):
        return near
    short = [key for key in keys if len(name) > _SHORTEST and len(key) <= 2 * len(name) and _shortens(name, key)]
    return short[0] if len(short) == 1 else ""


def _shortens(name: str, key: str) -> bool:
    """Whether all letters of the name stand in the key, in their order and from the first on."""
    left = iter(key)
    return key[:1] == name[:1] and all(letter in left for letter in name)
