"""What libyaml could not read, in plain words, at the place where a person mends it."""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from typing import Any

from yaml import MarkedYAMLError, YAMLError
from yaml._yaml import CParser
from yaml.events import ScalarEvent, StreamEndEvent

from argmap.codes import problem
from argmap.diagnostics import Diagnostic, Where
from argmap.formats.indentation import too_far
from argmap.formats.lines import Lines
from argmap.formats.parts import FIELDS
from argmap.formats.yaml_rules import cleaned

# What YAML allows in a file (YAML 1.2.2, c-printable), less what libyaml refuses of it.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MOST = 20  # a file of control characters is no text; that can be said in twenty lines

_SHOWN = 40  # characters of a line

_QUOTE_IT = "put the whole text in quotes"
_QUOTE_ALL = _QUOTE_IT + "; inside single quotes write '' for an apostrophe"
_ODD = r"[\u00a0\u2000-\u200a\u202f\u3000]"
_ODD_INDENT = re.compile(rf" *(?P<odd>{_ODD})")
_ODD_KEY = re.compile(rf"^ *(?P<odd>{_ODD})(?: |{_ODD})*[^\s:#]+[ \t]*:", re.MULTILINE)
_NO_SPACE = re.compile(r"(?P<before> *(?:- +)?)(?P<key>[\w-]+):(?P<value>\S.*)")
_BARE = re.compile(r"(?:^|[ \t])#.*")
_FIRST_KEY = re.compile(r" *(?:- +)?[^\s:]+")


def explain(error: YAMLError | UnicodeEncodeError, lines: Lines) -> tuple[Diagnostic, ...]:
    """The problems behind libyaml's error: one, or every control character of the text."""
    if not isinstance(error, MarkedYAMLError):
        return tuple(_forbidden(lines)) or (_at(lines, 0, f"this is no YAML: {error}", ""),)
    said = str(error.problem or error)
    at = error.problem_mark.index if error.problem_mark else 0
    since = error.context_mark.index if error.context_mark else at
    return (_explain(lines, said, str(error.context or ""), since, at),)


def _forbidden(lines: Lines) -> list[Diagnostic]:
    found = []
    for character in list(_FORBIDDEN.finditer(lines.text))[:_MOST]:
        name = f"U+{ord(character.group()):04X}"
        here = problem("AM116", f"the character {name} may not stand in a map", help="delete it; editors often hide it")
        found.append(replace(here, position=lines.position(character.start(), character.end())))
    return found


def _at(lines: Lines, index: int, message: str, help_: str, length: int = 1) -> Diagnostic:
    index = _onto_text(lines.text, index)
    return replace(problem("AM101", message, help=help_), position=lines.position(index, index + length))


def _onto_text(text: str, index: int) -> int:
    """An error at the end of the file is shown on the last line that holds something."""
    if not text[index:].strip():
        index = max(len(text.rstrip()) - 1, 0)
    return index


def _explain(lines: Lines, said: str, context: str, since: int, at: int) -> Diagnostic:
    text = lines.text
    mark = text[at : at + 1]
    if (odd := _odd_space(lines, at)) is not None:
        return _odd(lines, odd)
    match said:
        case "found unexpected end of stream" if "quoted scalar" in context:
            message = f"the quotation mark {text[since : since + 1]} that opens here is never closed"
            return _at(lines, since, message, "close it at the end of the text, or leave both out")
        case "mapping values are not allowed in this context":
            return _second_key(lines, at)
        case "could not find expected ':'":
            message = f"no ': ' follows {_start_of(text, since)!r}, which stands where a key is expected"
            return _at(
                lines, since, message, "write `key: value`; a text of several lines must be indented under its key"
            )
        case "found character that cannot start any token" if mark == "\t":
            return _tab(lines, at)
        case "found character that cannot start any token":
            return _at(lines, at, f"a text cannot begin with '{mark}'", _QUOTE_IT)
        case _ if "tab" in said:
            return _tab(lines, at)
        case "did not find expected key" if "flow" not in context:
            return _not_a_key(lines, at)
        case "did not find expected '-' indicator":
            return _at(
                lines, at, "this line is neither an item of the list nor indented like one", "begin it with `- `"
            )
        case "did not find expected ',' or ']'":
            return _unclosed(lines, since, at, "[", "]")
        case "did not find expected ',' or '}'":
            return _unclosed(lines, since, at, "{", "}")
        case "found invalid Unicode character escape code":
            escape = text[at - 2 : at + 8].split('"')[0].split()[0]
            return _at(lines, at - 2, f"'{escape}' names no character", "write the character itself")
        case "did not find expected hexdecimal number":
            return _escape(lines, at - 2)
        case "found unknown escape character":
            return _escape(lines, at)
        case "block sequence entries are not allowed in this context":
            return _at(
                lines, at, "a list cannot begin with '- ' on this line", "begin it on the next line, or " + _QUOTE_IT
            )
        case "found undefined tag handle":
            return replace(_at(lines, since, f"{_start_of(text, since)!r} is a tag", _QUOTE_IT), code="AM108")
        case _ if "anchor" in context or "alias" in context:
            return _at(lines, since, f"a text cannot begin with '{text[since : since + 1]}'", _QUOTE_IT)
        case _ if "tag" in context:
            return _at(lines, since, "a text cannot begin with '!'", _QUOTE_IT)
        case _ if "block scalar" in context:
            return _at(
                lines, since, f"what follows '{text[since : since + 1]}' is no text over several lines", _QUOTE_IT
            )
        case _ if "directive" in context or "directive" in said:
            return _at(lines, since, "a line cannot begin with '%'", _QUOTE_IT)
        case "did not find expected node content" if mark == "-":
            return _at(lines, at, "a '- ' stands in brackets", "leave it out: commas part the items of a list there")
        case "did not find expected node content":
            before = f"before '{mark}'" if mark.strip() else "at the end"
            return _at(lines, at, f"a value is missing {before}", "write it, or delete the mark that waits for it")
        case "found unexpected ':'":
            return _at(lines, at, "a ':' stands inside a text in brackets", _QUOTE_IT)
        case "mapping keys are not allowed in this context":
            return _at(lines, at, "a text cannot begin with '? '", _QUOTE_IT)
        case "did not find expected <document start>":
            return _at(lines, at, "what stands here belongs to nothing above it", "check its indentation")
        case _:
            return _at(lines, at, f"this is no YAML: {said}", "")


def _odd_space(lines: Lines, at: int) -> int | None:
    """A space that is none of YAML's, in the indentation of a line or of the one above."""
    number, _ = lines.place(at)
    for line in (number - 1, number):
        if odd := _ODD_INDENT.match(lines.line(line)):
            return lines.offset(line) + odd.start("odd")
    return None


def _odd(lines: Lines, at: int) -> Diagnostic:
    message = f"the indentation holds a space that YAML takes for text (U+{ord(lines.text[at]):04X})"
    return _at(lines, at, message, "type spaces instead; web pages and word processors bring such ones")


def odd_indentation(wheres: Iterable[Where], text: str) -> Diagnostic | None:
    """The first key of a text that is indented by a space which YAML takes for part of it, if one of the places is."""
    if not any(isinstance(step, str) and _ODD_INDENT.match(step) for where in wheres for step in where):
        return None
    lines = Lines(cleaned(text))
    found = _ODD_KEY.search(lines.text)
    return _odd(lines, found.start("odd")) if found else None


def _tab(lines: Lines, at: int) -> Diagnostic:
    """A tab in the indentation, with the number of spaces to type where the line above tells it."""
    number, _ = lines.place(at)
    above = next((text for n in range(number - 1, 0, -1) if (text := _BARE.sub("", lines.line(n)).rstrip())), "")
    spaces = len(above) - len(above.lstrip(" ")) + 2 * above.endswith(":")
    known = above and above.lstrip(" ")[:1] not in ("\t", "-")
    help_ = f"begin the line with {spaces} spaces" if known else "replace each tab by spaces, two for each level"
    return _at(lines, at, "a tab stands in the indentation; YAML allows spaces only", help_)


def _second_key(lines: Lines, at: int) -> Diagnostic:
    number, column = lines.place(at)
    above = _NO_SPACE.fullmatch(lines.line(number - 1))
    if above and above["key"] in FIELDS and ": " not in above[0]:
        message = f"no space follows the ':' of {above['key']!r}"
        help_ = f"write `{above['key']}: {above['value'].strip()[:40]}`"
        return _at(lines, lines.offset(number - 1) + above.end("key"), message, help_)
    if found := too_far(lines, number):
        message = f"{found.field!r} is indented too far"
        help_ = f"indent it like {found.beside!r} above; if a text goes on here, put that whole text in quotes"
        return _at(lines, found.start, message, help_, len(found.field))
    message = "a ': ' inside a text reads as a second key, or this line is indented too far"
    if _FIRST_KEY.fullmatch(lines.line(number)[: column - 1]):
        help_ = "indent it like the lines it belongs to; or, if it goes on with a text, put that whole text in quotes"
        return _at(lines, at, message, help_)
    return _at(lines, at, message, _QUOTE_IT)


def _escape(lines: Lines, at: int) -> Diagnostic:
    message = f"'{lines.text[at : at + 2]}' means nothing inside double quotes"
    return _at(lines, at, message, "use single quotes, in which a backslash is a backslash")


def _not_a_key(lines: Lines, at: int) -> Diagnostic:
    before = lines.text[:at].rstrip(" ")
    if (mark := lines.text[at : at + 1]) in ("]", "}"):
        return _at(lines, at, f"the '{mark}' closes nothing", "delete it, or put the text that holds it in quotes")
    if before.endswith(("'", '"')):
        return _after_quote(lines, len(before), at)
    if before.endswith(("]", "}")):
        if mark == ",":
            return _at(lines, at, f"a ',' follows the closing '{before[-1]}'", "delete it")
        return _at(lines, at, f"text follows the closing '{before[-1]}'", f"delete it, or {_QUOTE_IT}")
    if mark == "-":
        return _at(lines, at, "a list item stands where a key is expected", "indent it under its key")
    message = f"{_start_of(lines.text, at)!r} is not indented like the lines it belongs to"
    return _at(lines, at, message, "give all keys of one mapping the same number of spaces")


def _after_quote(lines: Lines, end: int, at: int) -> Diagnostic:
    """Text follows a closing quotation mark: in a line below that of the opening one, it is that which is meant."""
    mark = lines.text[end - 1]
    if (since := _quoted_from_above(lines, end)) is None:
        return _at(lines, at, f"text follows the closing quotation mark {mark}", _QUOTE_ALL)
    line, _ = lines.place(end - 1)
    message = f"the quotation mark {mark} that opens here is closed in line {line}, and text follows there"
    return _at(lines, since, message, "close it at the end of the text, or leave both out")


def _quoted_from_above(lines: Lines, end: int) -> int | None:
    """Where the quoted text begins that ends at a character, if that is in a line above."""
    parser = CParser(lines.text)
    with suppress(YAMLError):
        event: Any = None
        while not isinstance(event, StreamEndEvent):
            event = parser.get_event()
            if isinstance(event, ScalarEvent) and event.end_mark.index == end:  # type: ignore[union-attr]
                start: int = event.start_mark.index  # type: ignore[union-attr]
                return start if lines.place(start)[0] < lines.place(end)[0] else None
    return None


def _unclosed(lines: Lines, since: int, at: int, opening: str, closing: str) -> Diagnostic:
    line, _ = lines.place(since)
    text, before = lines.text, lines.text[:at].rstrip(" ")
    on_line = before[before.rfind("\n") + 1 :]
    if text[at : at + 1] == ":" and re.search(r": |[\[{]", on_line):  # else the bracket is never closed
        field = re.search(r"\S[ \t]+(?P<name>[\w-]+)$", on_line)
        comma = f", or write a ',' before {field['name']!r}" if field and field["name"] in FIELDS else ""
        message = "a ': ' inside a text in brackets reads as a second key"
        return _at(lines, at, message, f"put the text in quotes{comma}")
    if before.endswith(("'", '"')) and text[at : at + 1] not in ("\n", ""):
        return _after_quote(lines, len(before), at)
    if lines.place(at)[0] == line and lines.text[at:].strip():
        message = f"a ',' or the closing '{closing}' is missing before {_start_of(lines.text, at)!r}"
        return _at(lines, at, message, f"a text that holds a ',', '{opening}' or '{closing}' needs quotes")
    if (hidden := _hidden(lines, since, closing)) is not None:
        message = f"a comment begins at this '#', and hides the '{closing}' behind it"
        return _at(lines, hidden, message, "put a text that holds ' #' in quotes")
    return _at(lines, since, f"the '{opening}' that opens here is never closed", f"close it with '{closing}'")


def _hidden(lines: Lines, since: int, closing: str) -> int | None:
    """Where a comment begins on the line of an opening bracket, if the closing one stands in it."""
    number, column = lines.place(since)
    line = lines.line(number)
    comment = re.compile(r"[ \t]#").search(line, column)
    if comment is None or closing not in line[comment.end() :] or line.count('"', 0, comment.start()) % 2:
        return None
    return lines.offset(number) + comment.start() + 1


def _start_of(text: str, index: int) -> str:
    lines = text[index : index + 200].splitlines()
    line = lines[0].strip() if lines else ""
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"
