"""Every fixed word of a drawing comes from the table of its language: with a table of x's, no English is left.

The maps are in Greek letters, so that whatever Latin letters are left were written by a drawing. What the engine says
of a comparison (its sentences and questions) stays as it is, as do ids and the names of papers.
"""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pytest

import argmap
from argmap import api
from argmap.comparison.records import Comparison
from argmap.facade.drawing import MANY
from argmap.languages import ENGLISH, Words
from argmap.model import ArgumentMap, Codebook

BOOK = Codebook.model_validate(
    {
        "id": "kk",
        "propositions": {
            "p": {"text": "Ρω σιγμα", "question": "Ρω;"},
            "q": {"text": "Ταυ"},
            "r": {"text": "Υψιλον", "kind": "policy"},
            "s": {"text": "Φι χι"},
        },
        "factors": {"u": {"text": "Αιτια"}, "v": {"text": "Βια"}, "w": {"text": "Γη"}},
        "actors": {"k": {"name": "Χι"}, "l": {"name": "Ψι"}},
        "roles": {
            "fr": {"text": "Φιλος", "valence": 1},
            "en": {"text": "Εχθρος", "valence": -1},
            "ne": {"text": "Μεσος", "valence": 0},
        },
    }
)


def crossed_out(said: str) -> str:
    """The words with every letter an x; names in braces stay."""
    parts = re.split(r"(\{\w+\})", said)
    return "".join(part if part.startswith("{") else re.sub("[A-Za-z]", "x", part) for part in parts)


XS = Words("xx", {key: crossed_out(said) for key, said in ENGLISH.table.items()})


def greek(id_: str, who: str, *, agrees: bool, role: str) -> ArgumentMap:
    statements: dict[str, dict[str, Any]] = {
        "x1": {
            "type": "thesis",
            "text": f"{who} αλφα.",
            "says": {"holds" if agrees else "denies": "p"},
            "because": [["x2", "x3"], "x9"],
            "but": ["x5"],
        },
        "x2": {
            "text": f"{who} βητα.",
            "says": {"holds": "q"},
            "because": [{"premises": ["x4"], "unless": ["x6"]}],
            "if": ["x7"],
            "certainty": "possible" if agrees else "likely",
            "when": "2017/2019",
        },
        "x3": {"type": "assumption", "text": f"{who} γαμμα."},
        "x4": {"type": "evidence", "text": f"{who} δελτα."},
        "x5": {
            "type": "objection",
            "text": f"{who} εψιλον.",
            "voice": "Ητα",
            "because": ["x2"],
            "says": {"holds": "r"},
        },
        "x6": {
            "text": f"{who} ζητα.",
            "says": {"actor": "k", "role": role, "toward": ["l"], "main": True},
            "quote": "μυ νυ",
            "at": "¶2",
        },
        "x7": {"text": f"{who} θητα."},
        "x8": {"text": f"{who} ιωτα."},
        "x9": {
            "text": f"{who} κα.",
            "says": {"cause": ["u"], "raises" if agrees else "lowers": "w", "main": True},
            "because": ["x10", "x11"],
        },
        "x10": {"text": f"{who} λα.", "says": {"cause": ["v"], "raises": "w"}},
        "x11": {"text": f"{who} ξι.", "says": {"holds" if agrees else "questions": "s"}},
    }
    if agrees:
        statements["x12"] = {"text": "Κοινο.", "says": {"actor": "l", "role": "ne"}}
    article = {"authors": [who], "title": "Πι", "date": "2024"}
    return ArgumentMap.model_validate({"id": id_, "article": article, "codebook": BOOK, "statements": statements})


ONE = greek("xa", "Αλφος", agrees=True, role="fr")
TWO = argmap.compare(ONE, greek("xb", "Βητος", agrees=False, role="en"))
THREE = argmap.compare(ONE, greek("xb", "Βητος", agrees=False, role="en"), greek("xc", "Γαμος", agrees=True, role="ne"))


def latin(texts: Iterator[str]) -> set[str]:
    """The Latin words of some texts, but for x's, ids and the letters that stand for types and authors."""
    found = set(re.findall(r"[A-Za-z]+", " ".join(texts)))
    return {word for word in found if not re.fullmatch(r"[xX]+|x[abc]|[TCPEOUABC]|[a-f]", word)}


def written(picture: argmap.Picture) -> Iterator[str]:
    """What is to be read on all sheets, or heard."""
    for sheet in (picture, *picture.sheets):
        root = ElementTree.fromstring(sheet.data)
        yield from root.itertext()
        yield from (v for e in root.iter() for k, v in e.attrib.items() if k.endswith("title") or k == "aria-label")


def of_the_engine(value: object) -> Iterator[str]:
    """The texts of the findings."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list | frozenset):
        for inner in value:
            yield from of_the_engine(inner)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from of_the_engine(getattr(value, name))


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"split": "branch"},
        {"level": "full"},
        {"level": "title"},
        {"ids": "none"},
        {"ids": "outline", "evidence": "nodes"},
        {"evidence": "none"},
        {"depth": 1},
        {"focus": "x2"},
        {"layout": "dot"},
    ],
    ids=str,
)
def test_a_map_has_no_word_of_its_own(options: dict[str, Any]) -> None:
    picture = api.draw(ONE, language=XS, **options)
    assert latin(written(picture)) == set()
    assert "xxxxxxx" in " ".join(written(picture))  # because


@pytest.mark.parametrize(
    ("c", "view"),
    [*((TWO, view) for view in api.VIEWS if view != "map"), *((THREE, view) for view in sorted(MANY))],
    ids=lambda value: f"{len(value.maps)} maps" if isinstance(value, Comparison) else value,
)
def test_a_comparison_has_only_the_words_of_its_findings(c: Comparison, view: api.View) -> None:
    about = {"butterfly": "p", "crux": "p"}.get(view, ())
    picture = api.draw(c, view=view, language=XS, about=about)
    assert latin(written(picture)) - latin(of_the_engine(c.findings)) == set()
    assert "xxx" in " ".join(written(picture))
