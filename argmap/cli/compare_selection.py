"""Which findings somebody asked for: by key, by group, by what a person calls them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from argmap.cli.unusable import Unusable
from argmap.comparison.records import GROUPS, PROFILES, Comparison, Finding, Group
from argmap.reporters.sections import profile_of
from argmap.text import did_you_mean, nearest_name

_HEADINGS: Final[Mapping[str, tuple[Group, ...]]] = {
    "agree": ("agree", "agree-but"),
    "differ": ("diverge", "conflict"),
    "contested": ("diverge", "conflict", "undetermined"),
    "one-sided": ("one-sided",),
    "undetermined": ("undetermined",),
}
ONLY: Final = (*_HEADINGS, *(name for name in PROFILES if name not in _HEADINGS))
"""What `--only` takes: headings of the comparison of two maps, and profiles of more."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked for: findings about any of the keys that are in any of the groups and under any heading."""

    about: Sequence[str] = ()
    groups: Sequence[str] = ()
    only: Sequence[str] = ()

    def of(self, c: Comparison) -> Comparison:
        """The comparison with only these findings; itself if nothing was asked for."""
        _require("group", self.groups, GROUPS)
        _require("heading", self.only, ONLY)
        if self.about:
            return replace(self, about=_meant(self.about, c)).of_keys(c)
        return self.of_keys(c)

    def of_keys(self, c: Comparison) -> Comparison:
        """The same, where `about` names keys."""
        if not (self.about or self.groups or self.only):
            return c
        return replace(c, findings=tuple(f for f in c.findings if self._wants(f)))

    def _wants(self, f: Finding) -> bool:
        return (
            (not self.about or any(key in _keys(f) for key in self.about))
            and (not self.groups or f.group in self.groups)
            and (not self.only or any(_is(f, name) for name in self.only))
        )

    def found_nothing(self) -> str:
        """What to say where no finding is left."""
        of = f" about {' or '.join(self.about)}" if self.about else ""
        groups = f" is in the group {' or '.join(self.groups)}" if self.groups else ""
        only = f"{' and' if groups else ''} is {' or '.join(self.only)}" if self.only else ""
        return f"no finding{of}{groups}{only}"


def _meant(names: Sequence[str], c: Comparison) -> tuple[str, ...]:
    """The keys that are asked for, by themselves or by words of their labels."""
    known = {key for finding in c.findings for key in _keys(finding)}
    labels = _labels(c)
    found: list[str] = []
    for name in names:
        keys = [name] if name in known else [key for key, label in labels.items() if _words(name) in _words(label)]
        if not keys:
            raise Unusable(f"no finding is about {name!r}", hint=_near(name, labels, known))
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
    return did_you_mean(name, known) or _one_of(sorted(labels))


def _is(f: Finding, name: str) -> bool:
    return f.group in _HEADINGS[name] if name in _HEADINGS else profile_of(f) == name


def _require(what: str, names: Sequence[str], known: Sequence[str]) -> None:
    for name in names:
        if name not in known:
            raise Unusable(f"there is no {what} {name!r}", hint=did_you_mean(name, known) or _one_of(known))


def _keys(finding: Finding) -> tuple[str, ...]:
    """What a finding can be asked for by: its key and id; a linked one also by each of its two, ``p~q``."""
    return (finding.key, *finding.key.split("~"), finding.id)


def _one_of(names: Sequence[str]) -> str:
    return f"known: {', '.join(names)}" if names else "the maps share nothing that could be compared"
