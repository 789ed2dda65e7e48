"""Quizzes that the tests of their formats share: of the shipped pair, and of maps that want to break them."""

import html
import re
from functools import cache
from pathlib import Path

import argmap
from argmap.model import ArgumentMap
from argmap.teaching.quiz.values import Question, Quiz

MAPS = Path(__file__).parents[1] / "maps" / "northeast-asia"
KOGA, RSIS = MAPS / "koga-2023.yaml", MAPS / "rsis-2023.yaml"

EVIL = (
    "=1+1 ~wrong #hash {brace} \\back\\slash :colon: \\: \\n ->",
    "<script>alert('x')</script> & &amp; <b>bold</b> \"quoted\"",
    "[html]%50%half [sound:x.mp3] [latex]\\input{x}[/latex] {{Answer}} {{c1::cloze}}",
    "// no comment ]]> --> -- $$x$$ $CATEGORY: other ::name::",
    "%100%all of it #### general %-50%",
    '=HYPERLINK("http://x") @SUM(A1) ＝1 \t tab',
    "[moodle]日本語 ünï \u202e right \u200b to left 🙂 $course$/top",
    "&&058; &#58; &lt;p&gt; <p>p</p> ]] [[glossary]]",
)


@cache
def shipped() -> Quiz:
    return argmap.make_quiz(KOGA, RSIS)


@cache
def hostile() -> Quiz:
    return argmap.make_quiz(_map("a", "A {x} ~=#: <i>"), _map("b", "B // %1% ]]>"), title="T/1 {~=#:} <b> $x$ --> ::")


def _map(id_: str, name: str) -> ArgumentMap:
    """A map that has a question of every kind in each of these texts."""
    said = [f"{text} ({i})" for i, text in enumerate(EVIL)]
    statements: dict[str, object] = {
        "t": {
            "type": "thesis",
            "text": said[0],
            "says": {"holds": "p"} if id_ == "a" else {"denies": "p"},
            "quote": EVIL[1],
            "at": "¶1",
            "because": [["r", "u"], {"premises": ["e"], "unless": ["d"]}],
            "but": ["o"],
        },
        "r": {
            "text": said[1],
            "says": {"actor": "x", "role": "ally", "toward": ["y"]},
            "quote": EVIL[0],
            "at": "¶2",
        },
        "u": {"type": "assumption", "text": said[2]},
        "e": {"type": "evidence", "text": said[3], "quote": EVIL[3]},
        "d": {"type": "objection", "text": said[4], "voice": "author", "quote": EVIL[5]},
        "o": {"type": "objection", "text": said[5], "voice": "x"},
        "q": {"text": said[6], "quote": EVIL[6], "at": "¶3"},
        "w": {"text": said[7], "quote": EVIL[7], "at": "¶4"},
    }
    return ArgumentMap.model_validate(
        {
            "id": id_,
            "article": {"short": name},
            "codebook": {
                "id": "book",
                "actors": {"x": {"name": EVIL[0][:20]}, "y": {"name": EVIL[6][:30]}},
                "propositions": {"p": {"text": EVIL[1], "question": EVIL[2]}},
            },
            "statements": statements,
        }
    )


def words(markup: str) -> str:
    """What a browser shows of a piece of HTML, on one line."""
    assert not re.search(r"<(?!/?(?:p|ol|li)>)", markup), f"a tag that argmap does not write: {markup}"
    return " ".join(html.unescape(re.sub(r"</?(?:p|ol|li)>", " ", markup)).split())


def shown(text: str) -> str:
    """What should come out of a text: on one line, with symbols for what cannot be seen."""
    from argmap.reporters.visible import visible

    return " ".join(visible(" ".join(text.split())).split())


def stem(question: Question) -> str:
    return shown(" ".join(" ".join(part.split()) for part in question.stem))


@cache
def small() -> Quiz:
    """A quiz on two short made-up maps, with every kind of question."""
    return argmap.make_quiz(_for_trams(), _against_trams())


_TOWN = {
    "id": "town",
    "actors": {"mayor": {"name": "the mayor"}, "shops": {"name": "the shops"}, "bank": {"name": "the bank"}},
    "propositions": {
        "tram": {"text": "The town should build the tram"},
        "quiet": {"text": "Trams are quiet"},
        "dear": {"text": "A tram costs more than the town has"},
    },
}


def _for_trams() -> ArgumentMap:
    return _town(
        "ruiz",
        "Ana Ruiz",
        {
            "build": {
                "type": "thesis",
                "text": "The town should build the tram now.",
                "quote": "build it now",
                "at": "¶6",
                "says": {"holds": "tram"},
                "because": [["quick", "speed"], {"premises": ["quiet"], "unless": ["lorries"]}, "lent"],
                "but": ["ruin"],
            },
            "quick": {"text": "The tram crosses the town in ten minutes.", "quote": "ten minutes", "at": "¶1"},
            "speed": {"type": "assumption", "text": "The town gains when people cross it faster."},
            "quiet": {
                "text": "A tram makes little noise.",
                "quote": "hardly a sound",
                "at": "¶2",
                "says": {"holds": "quiet"},
            },
            "lorries": {
                "type": "objection",
                "text": "Where lorries pass all day, a quiet tram helps little.",
                "quote": "little help",
                "at": "¶2",
                "voice": "author",
            },
            "lent": {
                "type": "evidence",
                "text": "The bank has promised the mayor a loan for the tram.",
                "quote": "has promised a loan",
                "at": "¶3",
                "says": {"actor": "bank", "role": "partner", "toward": ["mayor"]},
            },
            "ruin": {
                "type": "objection",
                "text": "While the tram is built, nobody will come to shop.",
                "quote": "nobody will come",
                "at": "¶4",
                "voice": "shops",
            },
            "bus": {"text": "Most buses in the town are half empty.", "quote": "half empty", "at": "¶5"},
            "roads": {"text": "The roads of the town are full by eight.", "quote": "full by eight", "at": "¶5"},
        },
    )


def _against_trams() -> ArgumentMap:
    return _town(
        "patel",
        "Dev Patel",
        {
            "stop": {
                "type": "thesis",
                "text": "The town should not build the tram.",
                "quote": "leave it",
                "at": "¶1",
                "says": {"denies": "tram"},
                "because": ["dear"],
            },
            "dear": {
                "text": "A tram costs more than the town has.",
                "quote": "cannot pay",
                "at": "¶2",
                "says": {"holds": "dear"},
            },
            "hush": {
                "text": "Nobody minds the noise of a tram.",
                "quote": "no noise",
                "at": "¶3",
                "says": {"holds": "quiet"},
            },
        },
    )


def _town(id_: str, author: str, statements: dict[str, object]) -> ArgumentMap:
    return ArgumentMap.model_validate(
        {"id": id_, "article": {"authors": [author]}, "codebook": _TOWN, "statements": statements}
    )
