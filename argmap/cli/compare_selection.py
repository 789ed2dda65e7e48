"""Which findings somebody asked for: by key, by group, by what a person calls them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from argmap.cli.unusable import Unusable
from argmap.comparison.about import findings_about, one_of
from argmap.comparison.records import GROUPS, PROFILES, Comparison, Finding, Group
from argmap.errors import NothingAbout
from argmap.reporters.sections import profile_of
from argmap.text import did_you_mean

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
        if not (self.about or self.groups or self.only):
            return c
        try:
            about = findings_about(c, self.about) if self.about else c.findings
        except NothingAbout as problem:
            raise Unusable(str(problem), hint=problem.hint) from problem
        return replace(c, findings=tuple(f for f in about if self._wants(f)))

    def _wants(self, f: Finding) -> bool:
        return (not self.groups or f.group in self.groups) and (
            not self.only or any(_is(f, name) for name in self.only)
        )

    def found_nothing(self) -> str:
        """What to say where no finding is left."""
        of = f" about {' or '.join(self.about)}" if self.about else ""
        groups = f" is in the group {' or '.join(self.groups)}" if self.groups else ""
        only = f"{' and' if groups else ''} is {' or '.join(self.only)}" if self.only else ""
        return f"no finding{of}{groups}{only}"


def _is(f: Finding, name: str) -> bool:
    return f.group in _HEADINGS[name] if name in _HEADINGS else profile_of(f) == name


def _require(what: str, names: Sequence[str], known: Sequence[str]) -> None:
    for name in names:
        if name not in known:
            raise Unusable(f"there is no {what} {name!r}", hint=did_you_mean(name, known) or one_of(known))
