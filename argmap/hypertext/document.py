"""One self-contained HTML file: a template, its styles and scripts in it, and a policy that lets nothing else act.

A room of pages is a package with the folders ``templates``, ``styles`` and ``scripts``. Its templates begin with
``{% extends "document.html" %}`` and fill the blocks ``title`` and ``body``. What comes out of a map is escaped
wherever it stands; it never reaches a style or a script, and what a script needs to know of it is in a block of data,
``{{ data_block("id", value) }}``.
"""

import base64
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Final

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from argmap.hypertext.colours import colour_rules

_HERE: Final = "argmap.hypertext"

_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""What turns round the order of the letters behind it, and so those of whoever else is quoted on the line."""


def document(
    room: str,
    template: str,
    values: Mapping[str, object],
    *,
    styles: Sequence[str] = (),
    scripts: Sequence[str] = (),
    language: str = "en",
) -> str:
    """The page as HTML.

    Args:
        room: The full name of the package that holds templates, styles and scripts.
        template: The name of the template, such as ``page.html``.
        values: What it is filled with; all of it is escaped, but `Markup`.
        styles: Names of files, in order; the colours and ``base.css`` go before them.
        scripts: Names of files, in order; they become one script, run when the page is there.
        language: Of the page, as a code of HTML.

    Raises:
        jinja2.UndefinedError: The template asks for a value that is not given.
    """
    style = "\n".join([colour_rules(), _text(_HERE, "styles", "base.css"), *(_text(room, "styles", n) for n in styles)])
    script = "\n".join(_text(room, "scripts", n) for n in scripts)
    if script:
        script = f'"use strict";\n(() => {{\n{script}\n}})();'
    return (
        _environment(room)
        .get_template(template)
        .render(
            {
                **values,
                "language": language,
                "policy": policy(style, script),
                "style": Markup(style),
                "script": Markup(script),
            }
        )
    )


def policy(style: str, script: str) -> str:
    """The content-security policy of a page whose only style and only script are these; "" for no script."""
    run = f"script-src '{_hash(script)}'; " if script else ""
    return f"default-src 'none'; {run}style-src '{_hash(style)}'; base-uri 'none'; form-action 'none'"


def data_block(name: str, value: object) -> Markup:
    """A block of JSON that a script reads by its id; no text in it can end it, and it is never run."""
    written = _straight(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    for mark in "<>&\u2028\u2029":
        written = written.replace(mark, f"\\u{ord(mark):04x}")
    return Markup('<script type="application/json" id="{}">').format(name) + Markup(written) + Markup("</script>")


def _straight(value: Any) -> Any:
    """A value for a template; without what turns letters round, as in pictures."""
    if isinstance(value, str) and _TURNING.search(value):
        return type(value)(_TURNING.sub("", value))
    return value


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _text(room: str, folder: str, name: str) -> str:
    """A style or script, with line ends as a browser counts them in its hash."""
    text = files(room).joinpath(folder, name).read_text(encoding="utf-8").replace("\r\n", "\n")
    assert "</s" not in text.lower(), f"{name} would end its own element"
    return _without_comments(text, name)


_COMMENT_OF_STYLE: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_STRING_OF_STYLE: Final = re.compile(r"""("[^"]*"|'[^']*')""")
_BLANKS_OF_STYLE: Final = re.compile(r"\s*([{};>])\s*|(?<=[:,])\s+")


def _without_comments(text: str, name: str) -> str:
    """The same for a browser: no comments on lines of their own, no indentation; scripts have no text over lines."""
    if name.endswith(".css"):
        parts = _STRING_OF_STYLE.split(_COMMENT_OF_STYLE.sub("", text))
        parts[::2] = [_BLANKS_OF_STYLE.sub(r"\1", part).replace(";}", "}").replace("}", "}\n") for part in parts[::2]]
        return "".join(parts).strip()
    lines = (line.strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line and not line.startswith("//"))


@cache
def _environment(room: str) -> Environment:
    found = Environment(
        loader=ChoiceLoader([PackageLoader(room), PackageLoader(_HERE)]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_straight,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    known: dict[str, Any] = found.globals
    known["data_block"] = data_block
    return found
