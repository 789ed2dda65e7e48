"""Texts that YAML cannot read as they are written: put in quotation marks where no doubt is left what the text is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from argmap.diagnostics import Diagnostic
from argmap.editing.edits import Edit, Fix
from argmap.editing.fixes.written import Written
from argmap.formats.indentation import too_far
from argmap.formats.parts import PROSE, SECTIONS, fields
from argmap.model import ArgumentMap, Article, Codebook, Reason
from argmap.model.says import FORMS
from argmap.model.statement import Via

_MODELS: Final = (ArgumentMap, Codebook, Article, Reason, Via, *FORMS.values(), *(m for m, _ in SECTIONS.values()))
_PROSE_FIELD: Final = "|".join(sorted(PROSE))

_ON_A_LINE: Final = re.compile(rf"(?P<before> *(?:- +)?(?P<field>{_PROSE_FIELD}):[ \t]+)(?P<text>\S.*?)[ \t]*")
_ENTRY: Final = re.compile(r" *[^\s:#{}\[\]'\"]+: +{")
_OPENED: Final = re.compile(rf"[{{,] *(?P<field>{_PROSE_FIELD}): +")
_COMMENT: Final = re.compile(r"(?:^|[ \t])#")
_BRACKETS: Final = re.compile(r"[{}\[\]]")
_INDENT: Final = re.compile(r" *(?:- +)?")


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a text was meant to be, how sure that is, and what is done to say so."""

    text: str
    safe: bool
    title: str


def in_quotes(d: Diagnostic, written: Written) -> tuple[Fix, ...]:
    """The text of the line that YAML stumbles over, in quotation marks.

    Safe where the line holds one field of prose and nothing that may be another field, a comment or a text that goes
    on below; and where the marks that stand there can be read in one way only.
    """
    if written.tree is not None or d.position is None:
        return ()
    number = d.position.line
    if too_far(written.lines, number):
        return ()
    line, start = written.lines.line(number), written.lines.offset(number)
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return ()
    if found := _ON_A_LINE.fullmatch(line):
        clear = not _goes_on(written, number)
    elif found := _in_braces(line, d.position.column - 1):
        clear = not _BRACKETS.search(found["text"])
    else:
        return ()
    clear = clear and not _COMMENT.search(found["text"]) and not _names_a_field(found)
    at, end = start + found.start("text"), start + found.end("text")
    return tuple(
        Fix(one.title, (Edit(at, end, quoted(one.text)),), safe=clear and one.safe) for one in _meant(found["text"])
    )


def _in_braces(line: str, at: int) -> re.Match[str] | None:
    """The field of prose at a place of an entry in braces on one line, up to the next field or the brace at the end."""
    if not _ENTRY.match(line):
        return None
    opened = [found for found in _OPENED.finditer(line) if found.end() <= at]
    if not opened:
        return None
    field = opened[-1]["field"]
    text = re.compile(rf"(?P<field>{field}): +(?P<text>\S.*?) *(?:, *(?:{_beside(field)}): .*)?}}[ \t]*(?:[ \t]#.*)?$")
    return text.match(line, opened[-1].start("field"))


def _names_a_field(found: re.Match[str]) -> bool:
    """Whether something in the text looks like another field of the same mapping, so that two lines may be meant."""
    return bool(re.search(rf"(?<![^\s,{{])(?:{_beside(found['field'])})[ \t]*:(?:[ \t]|$)", found["text"]))


def _beside(field: str) -> str:
    """A pattern for the fields that may stand in one mapping with this one."""
    return "|".join(sorted({re.escape(f) for model in _MODELS if field in fields(model) for f in fields(model)}))


def quoted(text: str) -> str:
    """A line of text in quotation marks: single ones, but where it has apostrophes and needs no escapes, double ones.

    >>> quoted("Now: or never"), quoted("It's now: or never")
    ("'Now: or never'", '"It\\'s now: or never"')
    """
    if "'" in text and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _meant(text: str) -> Iterator[_Reading]:
    """What was meant by a text with quotation marks that YAML cannot read; without any, the text itself."""
    mark = text[0]
    if mark not in "'\"":
        yield _Reading(text, True, "put the text in quotation marks")
        return
    others = text.count(mark) - 1
    letters = len(re.findall(rf"(?<=\w){mark}(?=\w)", text))
    if others == 0:
        # a single mark may be an apostrophe: 'tis
        yield _Reading(text[1:], mark == '"', "close the quotation mark")
    elif text.endswith(mark) and len(text) > 1:
        inside = text[1:-1]
        apostrophes = mark == "'" and letters == others - 1
        if mark == '"' and "\\" in inside:
            return
        yield _Reading(inside, apostrophes, "keep the outer quotation marks for YAML")
        if not apostrophes:
            yield _Reading(text, False, "keep all quotation marks as text")
    else:
        paired = others % 2 == 1 and not letters
        yield _Reading(text, paired, "keep the quotation marks as text")


def _goes_on(written: Written, number: int) -> bool:
    """Whether the text of a line may go on in the next one that holds anything: it is indented deeper than the key."""
    lines = written.lines
    last, _ = lines.place(len(written.text))
    own = _INDENT.match(lines.line(number))
    for below in range(number + 1, last + 1):
        line = lines.line(below)
        if line.strip() and not line.lstrip().startswith("#"):
            return own is not None and len(line) - len(line.lstrip()) > own.end()
    return False
