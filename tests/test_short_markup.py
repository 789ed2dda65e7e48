"""Pages in fewer characters: what is left out is implied, and what a browser makes of them is the same."""

import re
from typing import TYPE_CHECKING

import pytest
from browser import launched
from made_up_pages import KINDS, built

from argmap.hypertext import short_markup as room
from argmap.hypertext.page import build
from argmap.hypertext.short_markup import short_markup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser


@pytest.mark.parametrize(
    ("said", "short"),
    [
        ('<p id="a" class="b c">x</p><p>y</p></div>', '<p id=a class="b c">x<p>y</div>'),
        ('<a href="https://a.test/">x</a>', '<a href="https://a.test/">x</a>'),  # the slash would be the tag's
        ('<a href="a?b=c">x</a>', '<a href="a?b=c">x</a>'),
        ('<path d="M1" fill="none"/>', '<path d=M1 fill="none"/>'),
        ('<option value="">x</option>', '<option value="">x</option>'),
        (
            '<p title="it&#39;s">it&#39;s &#34;so&#34; &lt;b&gt;</p> text',
            '<p title=it&#39;s>it\'s "so" &lt;b&gt;</p> text',
        ),
        ("<li>a</li>\n<li>b</li>\n</ul>", "<li>a\n<li>b\n</ul>"),
        ("<thead><tr><th>a</th></tr></thead>\n<tbody>", "<thead><tr><th>a\n<tbody>"),
        ("<tr><td>a</td><td>b</td></tr>\n</tbody></table>", "<tr><td>a<td>b\n</table>"),
        ("<dt>a</dt><dd>b</dd></div>", "<dt>a<dd>b</div>"),
        ("<a><p>x</p></a><p>x</p><b>y</b>", "<a><p>x</p></a><p>x</p><b>y</b>"),
        ('<script>"<p>x</p><p>"</script>', '<script>"<p>x</p><p>"</script>'),
        ('<style>a[b="c"]{}</style><p id="a">', '<style>a[b="c"]{}</style><p id=a>'),
    ],
)
def test_what_may_be_left_out_is_and_nothing_else(said: str, short: str) -> None:
    assert short_markup(said) == short


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    with launched() as found:
        yield found


_READ = """
(html) => new DOMParser().parseFromString(html, "text/html").documentElement.outerHTML
  .replace(/>\\s+/g, ">").replace(/\\s+</g, "<")
"""


@pytest.mark.browser
def test_a_browser_makes_the_same_of_it(browser: "Browser", monkeypatch: pytest.MonkeyPatch) -> None:
    short = {kind: built(kind) for kind in KINDS}
    monkeypatch.setattr(build, "short_markup", lambda html: html)
    page = browser.new_page()
    for kind in KINDS:
        whole = built.__wrapped__(kind)
        assert len(short[kind]) < len(whole)
        assert page.evaluate(_READ, short[kind]) == page.evaluate(_READ, whole)


def test_styles_and_scripts_stay_as_the_policy_knows_them() -> None:
    (script,) = re.findall(r"<script>(.*?)</script>", built("pair"), re.DOTALL)
    assert room.short_markup(f"<script>{script}</script>") == f"<script>{script}</script>"
