"""Pages for tests: of made-up maps that say something of everything, with made-up articles, and hostile ones."""

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

from argmap import load
from argmap.comparison import compare
from argmap.comparison.what_ifs import what_ifs
from argmap.hypertext.page.build import build_page
from argmap.hypertext.page.figure import Figure
from argmap.model import ArgumentMap
from argmap.reporters.outline import outline_markdown

MAPS: Final = Path(__file__).parents[1] / "maps" / "northeast-asia"
FOUR: Final = ("koga-2023", "rsis-2023", "beijing-2023", "camp-david-2023")

HOSTILE: Final = (
    "</script><script>window.broken = 1</script>",
    '<img src=x onerror="window.broken = 2">',
    "javascript:window.broken=3",
    "to the \u202eright\u202c and back",
    '" onmouseover="window.broken=4" x=\'',
    "{{ 7 * 7 }} {% raw %} ${window.broken=5}",
    "]]> <![CDATA[ <!-- & &amp; &lt;b&gt; -->",
    "</title></style></textarea></template></details></table>",
    "word" * 2500,
)

_CLAIMS: Final = (
    "the lane pays",
    "the street is quiet",
    "buses run on time",
    "rents rise",
    "shops stay",
    "nobody walks",
)
_CAUSES: Final = ("the count", "the vote", "the winter")
_ROLES: Final = {"ally": 1, "witness": 0, "adversary": -1}

Words = Callable[[str], str]


def plainly(text: str) -> str:
    return text


def hostilely() -> Words:
    """Texts with something hostile behind each, all of it in turn."""
    count = iter(range(10**6))
    return lambda text: f"{text} {HOSTILE[next(count) % len(HOSTILE)]}"


def book(words: Words = plainly) -> dict[str, Any]:
    return {
        "id": "town",
        "propositions": {f"p{i}": {"text": words(text.capitalize())} for i, text in enumerate(_CLAIMS)},
        "factors": {f"c{i}": {"text": words(text)} for i, text in enumerate(_CAUSES)}
        | {"e": {"text": words("the change")}},
        "actors": {"council": {"name": words("the council")}, "riders": {"name": words("riders")}},
        "roles": {name: {"valence": valence} for name, valence in _ROLES.items()},
    }


def coded(name: str, seed: int, words: Words = plainly, book_of: Words | None = None) -> ArgumentMap:
    """A map of fourteen statements on the made-up codebook, the same for the same seed."""
    chance = random.Random(f"{name} {seed}")
    statements: dict[str, dict[str, Any]] = {}
    for i, claim in enumerate(_CLAIMS):
        if chance.random() < 0.15:
            continue
        does = chance.choice(("holds", "holds", "denies", "questions"))
        statements[f"s{i}"] = {
            "type": "claim",
            "label": words(claim.capitalize()),
            "text": words(f"One may say that {claim}."),
            "quote": quote_of(i),
            "at": f"¶{i + 1}",
            "says": [{does: f"p{i}"}],
            **chance.choice(({}, {}, {"certainty": "likely"}, {"when": "2017/2021"})),
        }
    for i, cause in enumerate(_CAUSES):
        says = {"cause": f"c{i}", "raises": "e", "main": chance.random() < 0.4}
        statements[f"c{i}"] = {"type": "premise", "text": words(f"It is {cause} that does it."), "says": [says]}
    role = {"actor": "council", "role": chance.choice(list(_ROLES)), "toward": ["riders"]}
    statements["r"] = {"type": "premise", "text": words("The council acts."), "says": [role], "note": words("Or so.")}
    statements["e"] = {"type": "evidence", "text": words("A count."), "sources": ["survey"], "at": "¶2"}
    statements["v"] = {"type": "objection", "text": words("It is too dear."), "voice": words("Dana Whitfield")}
    statements["u"] = {"type": "assumption", "text": words("Counts are true.")}
    claims = [key for key in statements if key.startswith("s")]
    statements["t"] = {
        "type": "thesis",
        "text": words("The town should build it."),
        "quote": quote_of(0),
        "at": "¶1",
        "because": [claims[:2], *claims[2:4], {"premises": ["c0"], "unless": ["u"]}],
        "but": ["v"],
    }
    statements[claims[0]]["because"] = ["e", "c1", "r", "c2"]
    statements[claims[-1]]["if"] = ["u"]
    return ArgumentMap.model_validate(
        {
            "id": name,
            "title": words(f"The lane, by {name}"),
            "article": {
                "authors": [words(f"Ann {name.capitalize()}")],
                "title": words("On the lane"),
                "publisher": words("Town Review"),
                "date": "2021-05",
            },
            "sources": {"survey": {"authors": [words("City Office")], "title": words("Counts"), "date": "2019"}},
            "codebook": book(book_of or words),
            "statements": statements,
        }
    )


def quote_of(i: int) -> str:
    return f"so it was said number {i} of them"


ARTICLE: Final = "\n\n".join(
    f"{'Before this there were many other words about the town. ' * 4}"
    f"And so it was said number {i} of them, on that day. "
    f"{'After this there were many other words about the river. ' * 4}"
    for i in range(len(_CLAIMS))
)
"""What all made-up maps quote."""


def page(*maps: ArgumentMap, articles: dict[str, str] | None = None, **options: Any) -> str:
    """A page of these maps."""
    options.setdefault("outlines", [outline_markdown(m) for m in maps])
    if len(maps) == 1:
        return build_page(maps, texts=articles, **options)
    c = compare(maps, metrics=False)
    changes = what_ifs(maps, c.findings) if sum(len(m.statements) for m in maps) < 50 else {}
    return build_page(maps, c, texts=articles, changes=changes, **options)


@cache
def shipped(*names: str) -> tuple[ArgumentMap, ...]:
    return tuple(load(MAPS / f"{name}.yaml") for name in names)


SVG: Final = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="100" height="40" viewBox="0 0 100 40" role="img">'
    b"<title>A lane</title><desc>A line.</desc>"
    b'<path d="M5 20 H95" stroke="#000" fill="none"/><text x="10" y="15" font-size="10">lane</text></svg>'
)


@cache
def built(kind: str) -> str:
    """One of the pages that are tested, by its name in `KINDS`."""
    figures = [Figure("lane", "A lane.", SVG)]
    match kind:
        case "pair":
            return page(*shipped(*FOUR[:2]), figures=figures)
        case "four":
            return page(*shipped(*FOUR))
        case "texts":
            return page(coded("ode", 1), coded("roe", 2), articles={"ode": ARTICLE, "roe": ARTICLE})
        case "whole":
            return page(coded("ode", 1), coded("roe", 2), articles={"ode": ARTICLE}, whole_text=True)
        case "ten":
            return page(*(coded(f"author-{i}", i) for i in range(10)))
        case "one":
            return page(*shipped("koga-2023"))
        case "hostile":
            maps = [coded(name, seed, hostilely()) for name, seed in (("ode", 1), ("roe", 2))]
            article = "\n\n".join(f"{text} {HOSTILE[i]}" for i, text in enumerate(ARTICLE.split("\n\n")))
            return page(*maps, articles={"ode": article, "roe": article}, whole_text=True)
    raise ValueError(kind)


KINDS: Final = ("pair", "four", "texts", "whole", "ten", "one", "hostile")
