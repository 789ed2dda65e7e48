"""Which findings are about something somebody names: by key, by id, or by words of what a key is called or asked by."""

from collections.abc import Iterable, Mapping
from typing import Final

from argmap.comparison.records import Comparison, Finding
from argmap.errors import NothingAbout
from argmap.text import did_you_mean, nearest_name

_NAMED: Final = 12


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


def _meant(names: Iterable[str], c: Comparison) -> tuple[str, ...]:
    """The keys that are asked for, by themselves or by words of their labels or questions."""
    known = {key: key for finding in c.findings for key in keys_of(finding)}
    as_typed = {key.casefold(): key for key in known} | known
    labels = _labels(c)
    asked = {f.id: _words(f.question) for f in c.findings}
    found: list[str] = []
    for name in names:
        key = as_typed.get(name) or as_typed.get(name.casefold())
        keys = [key] if key else [key for key, label in labels.items() if _words(name) in _words(label)]
        keys = keys or [id_ for id_, question in asked.items() if _words(name) in question]
        if not keys:
            raise NothingAbout(name, _near(name, labels, known))
        found += keys
    return tuple(dict.fromkeys(found))


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
    return did_you_mean(name, known) or one_of(sorted(labels))
