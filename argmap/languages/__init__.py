"""The fixed words of drawings (because, but, unless, …), a table for each language.

To add a language: copy ``en.toml`` to ``<code>.toml``, translate what stands right of the equals signs, and name the
code in `LANGUAGES`; names in braces stay. Numbers choose between ``one`` and ``many``; a language without the
difference gives both the same words. A test holds every table to the keys and the braces of the English one.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Any, Final

from argmap.errors import UnknownName

LANGUAGES: Final = ("en", "de", "es", "fr", "ja", "ko", "zh")

_NAMES: Final = {
    "en": "english eng",
    "de": "german deutsch ger deu",
    "es": "spanish español espanol spa",
    "fr": "french français francais fre fra",
    "ja": "japanese 日本語 jp jpn",
    "ko": "korean 한국어 kr kor",
    "zh": "chinese 中文 cn tw chi zho",
}
"""What people call languages, beside their codes."""


@dataclass(frozen=True)
class Words:
    """The table of one language.

    Attributes:
        code: The language as in HTML, such as ``ko``.
        table: Words by section and key, ``map.because``.
    """

    code: str
    table: Mapping[str, str] = field(repr=False)

    def __getitem__(self, key: str) -> str:
        """The words of a key, braces and all."""
        return self.table[key]

    def say(self, key: str, **said: object) -> str:
        """The words of a key, with something in place of each name in braces."""
        return self.table[key].format(**said)

    def counted(self, key: str, n: int, **said: object) -> str:
        """The words for so many: those of ``key.one`` or ``key.many``, with ``{n}``."""
        return self.say(f"{key}.{'one' if n == 1 else 'many'}", n=n, **said)

    def listed(self, items: "list[str] | tuple[str, ...]") -> str:
        """``a``, ``a and b``, ``a, b and c``."""
        *rest, last = items or [""]
        return self.say("list.last", rest=self["list.between"].join(rest), last=last) if rest else last


@cache
def words_in(language: str) -> Words:
    """The table of a language that comes with argmap.

    Raises:
        UnknownName: There is none of that code.
    """
    if language not in LANGUAGES:
        raise UnknownName("language", language, LANGUAGES)
    read = files(__name__).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return Words(language, flat(tomllib.loads(read)))


def code_meant(name: str) -> str:
    """The code of a language somebody named in another way, ``japanese`` or ``de-AT``; "" if it is none of ours."""
    folded = name.strip().casefold()
    first = folded.replace("_", "-").partition("-")[0]
    named = (code for code, names in _NAMES.items() if folded in names.split())
    return first if first in LANGUAGES else next(named, "")


def flat(table: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    """A nested table as one, its keys joined by full stops."""
    found: dict[str, str] = {}
    for key, value in table.items():
        found |= flat(value, f"{prefix}{key}.") if isinstance(value, Mapping) else {prefix + key: str(value)}
    return found


def names_in(words: str) -> frozenset[str] | None:
    """The names in braces; None where a brace is not closed, not opened, or holds more than a name."""
    try:
        parts = [part for part in Formatter().parse(words) if part[1] is not None]
    except ValueError:
        return None
    plain = all(name and name.isidentifier() and not (spec or conversion) for _, name, spec, conversion in parts)
    return frozenset(str(name) for _, name, _, _ in parts) if plain else None


ENGLISH: Final = words_in("en")
