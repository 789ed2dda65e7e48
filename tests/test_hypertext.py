"""Pages of one file: what they may do, and that text in them stays text."""

import base64
import hashlib
import json
import re
import sys
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from argmap.hypertext.colours import colour_rules
from argmap.hypertext.document import data_block, document
from argmap.theme import THEMES, TOKENS

HOSTILE = "</script><script>alert(1)</script> & \" ' <!-- \u2028"


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A room of pages of its own."""
    for folder, name, text in (
        (
            "templates",
            "one.html",
            '{% extends "document.html" %}{% block body %}<p title="{{ a }}">{{ a }}</p>{% endblock %}',
        ),
        ("styles", "one.css", "p { color: red }\r\n"),
        ("scripts", "one.js", "document.title = 'x';"),
    ):
        (tmp_path / "roomy" / folder).mkdir(parents=True)
        (tmp_path / "roomy" / folder / name).write_text(text, encoding="utf-8", newline="")
    (tmp_path / "roomy" / "__init__.py").touch()
    monkeypatch.delitem(sys.modules, "roomy", raising=False)
    monkeypatch.syspath_prepend(str(tmp_path))
    return "roomy"


def hashed(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_only_what_is_in_the_file_may_act(room: str) -> None:
    page = document(room, "one.html", {"a": ""}, styles=["one.css"], scripts=["one.js"])
    style, script = (re.findall(rf"<{name}>(.*?)</{name}>", page, re.DOTALL)[0] for name in ("style", "script"))
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert Markup(policy).unescape() == (
        f"default-src 'none'; script-src '{hashed(script)}'; style-src '{hashed(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert "\r" not in page


def test_without_scripts_no_script_may_run(room: str) -> None:
    page = document(room, "one.html", {"a": ""})
    assert "script" not in page
    assert "default-src &#39;none&#39;; style-src" in page


def test_text_stays_text(room: str) -> None:
    page = document(room, "one.html", {"a": HOSTILE})
    assert "<script>alert" not in page
    assert str(Markup.escape(HOSTILE)) in page


def test_a_value_that_is_missing_is_no_blank(room: str) -> None:
    with pytest.raises(UndefinedError):
        document(room, "one.html", {})


def test_a_block_of_data_says_what_it_was_given_and_cannot_be_ended() -> None:
    block = str(data_block("d", [HOSTILE]))
    inside = re.fullmatch(r'<script type="application/json" id="d">(.*)</script>', block)
    assert inside
    assert not set("<>&\u2028") & set(inside[1])
    assert json.loads(inside[1]) == [HOSTILE]


def test_every_colour_of_both_themes_has_a_name() -> None:
    rules = colour_rules()
    light, *darks = (line for line in rules.splitlines() if "--ink" in line)
    for token in TOKENS:
        name = "--" + token.replace(".", "-").replace("_", "-") + ":"
        assert name in light
        assert all(name in dark for dark in darks)
    assert f"--ink:{THEMES['light'].ink};" in light
    assert len(darks) == 2
    assert all(f"--ink:{THEMES['dark'].ink};" in dark for dark in darks)


def test_styles_and_scripts_lose_their_comments_and_blanks_but_nothing_else(room: str, tmp_path: Path) -> None:
    style = '/* "why" */\na , b:hover {\n  content: "a; b {}  /";\n  font: 1em "A  B", serif;\n}\n'
    script = "// why\nconst a = '// x';\n\n  if (a) {\n    f(); // so\n  }\n"
    for name, text in (("styles/one.css", style), ("scripts/one.js", script)):
        (tmp_path / "roomy" / name).write_text(text, encoding="utf-8")
    page = document(room, "one.html", {"a": ""}, styles=["one.css"], scripts=["one.js"])
    assert '}\na ,b:hover{content:"a; b {}  /";font:1em "A  B",serif}</style>' in page
    assert "(() => {\nconst a = '// x';\nif (a) {\nf(); // so\n}\n})();</script>" in page
