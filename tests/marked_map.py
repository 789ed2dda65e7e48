"""A map with every mark once, and texts made to break drawings: for tests of what draws them."""

import re
from typing import Any, Final, cast

from argmap.model import ArgumentMap


def a_map(**statements: object) -> ArgumentMap:
    """A map of these statements; one without a text says that it is so."""
    full = {key: {"text": f"{key} is so."} | cast("dict[str, Any]", fields) for key, fields in statements.items()}
    return ArgumentMap.model_validate({"id": "m", "title": "A title", "statements": full})


def every_mark() -> ArgumentMap:
    """Every type, relation, note and kind of source; a premise with two uses, an objection to a step."""
    return ArgumentMap.model_validate(
        {
            "id": "marks",
            "title": "Every mark once",
            "article": {"authors": ["Ann Okoro"], "title": "Rails", "publisher": "Town Review", "date": "2021"},
            "sources": {"okoro-2020": {"authors": ["Ann Okoro", "Ben Ode"], "date": "2020-02"}},
            "statements": {
                "tram": {
                    "type": "thesis",
                    "text": "The valley should have a tram.",
                    "because": ["riders", ["cheap", "loans", "stays-cheap"]],
                    "but": ["noise"],
                },
                "riders": {
                    "type": "claim",
                    "text": "People will ride it.",
                    "quote": "full buses",
                    "at": "¶3",
                    "because": ["count", {"premises": ["habit"], "unless": ["cars"], "scheme": "cause-to-effect"}],
                    "certainty": "likely",
                    "when": "2017/2021",
                },
                "count": {
                    "type": "evidence",
                    "label": "9,000 riders a day",
                    "text": "A count.",
                    "sources": ["okoro-2020"],
                },
                "habit": {"text": "People keep habits."},
                "cars": {"type": "objection", "text": "Cars get cheaper.", "sources": ["okoro-2020"]},
                "cheap": {"text": "It is cheap.", "if": ["loans-low"]},
                "loans": {"text": "Loans are at hand.", "voice": "Dana Whitfield"},
                "stays-cheap": {"type": "assumption", "text": "It stays cheap."},
                "loans-low": {"text": "Rates stay low."},
                "noise": {"type": "objection", "text": "It is loud.", "but": ["habit"]},
            },
        }
    )


def hostile_map(words: str) -> ArgumentMap:
    """A map with these words in every place that has some: texts, labels, quotations, sources, voices, places."""
    short = words[:200]
    return ArgumentMap.model_validate(
        {
            "id": "h",
            "title": words,
            "article": {"title": words, "authors": [short], "publisher": words},
            "sources": {"s": {"authors": [short], "title": words}},
            "codebook": {"id": "k", "places": {"here": {"name": short}}, "actors": {"who": short}},
            "statements": {
                "t": {"type": "thesis", "text": words, "because": ["a", ["b", "c"]], "but": ["o"]},
                "a": {"text": f"a {words}", "label": short, "voice": short, "sources": ["s"], "because": ["e"]},
                "b": {"text": "b", "quote": words, "at": "¶1", "where": "here"},
                "c": {"type": "assumption", "text": words},
                "e": {"type": "evidence", "text": words, "sources": ["s"]},
                "o": {"type": "objection", "text": words, "voice": "who"},
            },
        }
    )


def printed(words: str) -> str:
    """Words as they come out: without white space, and without what no drawing can hold or show."""
    return re.sub(
        "[\\s\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]",
        "",
        words,
    )


HOSTILE: Final = (
    "& < > \" ' </TD><script>alert(1)</script> <!-- --> ]]> <?xml?> <![CDATA[x]]>",
    r"\N \G \E \L \T \H \R \l \\N {a|b} C:\new\table \\",
    "ufffe\ufffe, \uffff, \ufdd0, \u2028, \u2029, \ufeff, \u00ad, \u200b",
    "javascript:alert(1) data:text/html;base64,xx file:///etc/passwd",
    "x" * 300,
    "日本語の文。" * 20,
    "한국어 문장입니다. " * 10,
    "e\u0301" * 50 + "a" + "\u0300" * 40,
    "\u202eright to left\u202c \u200fעברית\u200e العربية",
    "&amp; &#60; &lt; %s {0} ${x} {{x}} #quot; #35;",
    "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇰🇷 1️⃣ ☺️",
    'a"]; click n0 call f() end',
    "end",
    "`**b**` 1. one - two * three",
    "%%{init: {'securityLevel': 'loose'}}%% graph TD; A --> B",
    "--- x --- : # ; |",
    "<B></B><FONT></FONT><TABLE><TR></TR></TABLE><IMG SRC='/etc/passwd'/>",
    "word " * 1000,
    "word " * 2000,
    "字" * 5000,
    "ab" * 5000,
)
"""Each is to be drawn whole, or refused by name."""

UNPRINTABLE: Final = "\x00\x01\x07\x08\x0b\x0c\x0e\x1b\x7f\x80\x85\x9f"
"""Characters that no file of a map can have, and that a map made in Python may."""
