"""Which problems are told: all errors, and of warnings and advice those that are wanted."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from argmap.codes.catalogue import CODES
from argmap.codes.page import Page
from argmap.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Selection:
    """Which problems are told.

    An error is always told: no other command takes a map that has one, so hiding it would only move the surprise.

    Attributes:
        select: Codes, names, or beginnings of codes (``AM4``) of the warnings and advice to tell; () is all of them.
        ignore: Those not to tell, in the same words; they win over `select`.
        teach: Whether teaching advice is told too. A code of it that `select` names in full is told without this.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    teach: bool = False

    def wants(self, code: str) -> bool:
        """Whether problems of that code are told."""
        page = CODES[code]
        if page.severity == "error":
            return True
        if any(_fits(pattern, page) for pattern in self.ignore):
            return False
        if page.named_only or (page.teaching and not self.teach):
            return any(pattern.upper() == code or pattern.lower() == page.name for pattern in self.select)
        return not self.select or any(_fits(pattern, page) for pattern in self.select)

    def withholds(self, code: str) -> bool:
        """Whether the code is advice for who asks, and was not asked for: nobody misses it."""
        return CODES[code].named_only or (CODES[code].teaching and not self.teach)

    @property
    def teaches(self) -> bool:
        """Whether any teaching advice can be told, so that its checks have to be run."""
        return any(self.wants(page.code) for page in CODES.values() if page.teaching)

    def of(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Those of some problems that are told, in their order."""
        return tuple(d for d in diagnostics if self.wants(d.code))


def codes_of(pattern: str) -> tuple[str, ...]:
    """The codes that a pattern stands for: a code, a page's name, or the beginning of codes; () if it is none."""
    return _codes_of(pattern.strip())


@lru_cache(maxsize=256)
def _codes_of(wanted: str) -> tuple[str, ...]:
    beginning, name = wanted.upper(), wanted.lower()
    codes = beginning.startswith("A")
    return tuple(
        page.code for page in CODES.values() if (codes and page.code.startswith(beginning)) or page.name == name
    )


def _fits(pattern: str, page: Page) -> bool:
    return page.code in codes_of(pattern)
