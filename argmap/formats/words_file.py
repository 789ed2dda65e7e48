"""The fixed words of drawings from a user's own table: a language of argmap to start from, and what is different."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from argmap.codes import problem
from argmap.diagnostics import Diagnostic, Where
from argmap.formats.toml_tables import TableReading, read_tables
from argmap.languages import ENGLISH, LANGUAGES, Words, names_in, words_in
from argmap.text import did_you_mean

BASE: Final = "base"
CODE: Final = "code"
_CODE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_NO_LINE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_HELP: Final = "names in braces stay as they are in the English table"


def read_words(text: str, name: str) -> TableReading[Words]:
    """The table of words in a text; every problem of it is told at once."""
    tables = read_tables(text, name)
    if tables.problems:
        return TableReading(name, None, tables.problems)
    found: list[Diagnostic] = []
    base = _base(tables.data, found)
    code = _code(tables.data, base, found)
    entries = {key: value for key, value in tables.data.items() if key not in (BASE, CODE)}
    own = dict(_own(entries, (), found))
    located = tables.located(found)
    return TableReading(name, None if located else Words(code, {**base.table, **own}), located)


def check_words(words: Words) -> tuple[Diagnostic, ...]:
    """What is wrong with a table built in Python; nothing with those that come with argmap."""
    if words.code in LANGUAGES and words is words_in(words.code):
        return ()
    found: list[Diagnostic] = []
    for key, value in words.table.items():
        where = tuple(key.split("."))
        if key in ENGLISH.table:
            found += _unfit(key, value, where)
        else:
            found.append(_unknown(key, where))
    found += [
        problem("AM913", f"the words of {key!r} are missing", tuple(key.split(".")), help="start from another table")
        for key in ENGLISH.table
        if key not in words.table
    ]
    return tuple(found)


def _base(data: Mapping[str, Any], found: list[Diagnostic]) -> Words:
    code = data.get(BASE, "en")
    if isinstance(code, str) and code in LANGUAGES:
        return words_in(code)
    help_ = (did_you_mean(code, LANGUAGES) if isinstance(code, str) else "") or f"start from {', '.join(LANGUAGES)}"
    found.append(problem("AM908", f"{_shown(code)} is no language that comes with argmap", (BASE,), help=help_))
    return ENGLISH


def _code(data: Mapping[str, Any], base: Words, found: list[Diagnostic]) -> str:
    """The language as pictures name it; that of the base if the file names none."""
    code = data.get(CODE, base.code)
    if isinstance(code, str) and _CODE.fullmatch(code):
        return code
    message = f"{_shown(code)} is no code of a language"
    found.append(problem("AM913", message, (CODE,), help='write it as in HTML: "pt", "pt-BR"'))
    return base.code


def _own(table: Mapping[str, Any], inside: Where, found: list[Diagnostic]) -> Iterator[tuple[str, str]]:
    """The words that stand in a file by key; what is wrong with them goes to `found`."""
    for name, value in table.items():
        where = (*inside, name)
        key = ".".join(map(str, where))
        if any(known.startswith(f"{key}.") for known in ENGLISH.table):
            if isinstance(value, dict):
                yield from _own(value, where, found)
            else:
                message = f"{key!r} is {_shown(value)}, and has entries of its own"
                found.append(problem("AM913", message, where, help=f"write them below a line [{key}]"))
        elif key not in ENGLISH.table:
            found.append(_unknown(key, where))
        elif unfit := list(_unfit(key, value, where)):
            found += unfit
        else:
            yield key, value


def _unknown(key: str, where: Where) -> Diagnostic:
    near = did_you_mean(key, [*ENGLISH.table, *sorted({known.partition(".")[0] for known in ENGLISH.table})])
    help_ = near or "no drawing writes it; the keys are those of the English table"
    return problem("AM908", f"there are no words called {_shown(key)}", where, on_key=True, help=help_)


def _unfit(key: str, value: Any, where: Where) -> Iterator[Diagnostic]:
    """Why a value cannot stand where the English words do."""
    if not isinstance(value, str):
        yield problem("AM913", f"{key!r} is {_shown(value)}, not a text", where, help="write it in quotes")
        return
    if not value.strip() and ENGLISH[key].strip():
        yield problem("AM913", f"{key!r} is empty", where, help="delete the line to have that of the base")
        return
    if _NO_LINE.search(value):
        yield problem("AM913", f"{key!r} is more than a line of text", where, help="write it on one line")
        return
    wanted, names = names_in(ENGLISH[key]) or frozenset(), names_in(value)
    if names is None:
        message = f"the braces of {key!r} are not names in braces"
        yield problem("AM913", message, where, help=f"{_HELP}; for a brace itself write {{{{ or }}}}")
        return
    missing, extra = sorted(wanted - names), sorted(names - wanted)
    if extra:
        near = did_you_mean(extra[0], wanted)
        help_ = near or (f"known here: {_braced(sorted(wanted))}" if wanted else "nothing is filled in here")
        yield problem("AM913", f"{key!r} has {_braced(extra)}, which nothing fills in", where, help=help_)
    elif missing:
        message = f"{key!r} lacks {_braced(missing)}"
        yield problem("AM913", message, where, help=f"the English words are {ENGLISH[key]!r}")


def _braced(names: list[str]) -> str:
    return " and ".join(f"{{{name}}}" for name in names)


def _shown(value: Any) -> str:
    if isinstance(value, dict | list):
        return "a table" if isinstance(value, dict) else "a list"
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"
