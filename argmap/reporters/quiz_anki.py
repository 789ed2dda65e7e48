"""A quiz as a deck of Anki: an .apkg file, made by genanki.

The ids of decks, cards and their kind come from the content, so that a deck that is imported again brings its cards up
to date and adds none twice. Anki takes a card for newer by the time it was changed, which is therefore an argument.
"""

import hashlib
import io
import itertools
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from argmap.errors import ArgmapError
from argmap.reporters.quiz_html import escaped
from argmap.reporters.quiz_words import KIND_WORDS
from argmap.teaching.quiz.values import NOTICE, Question, Quiz

if TYPE_CHECKING:
    import genanki

_MODEL_ID: Final = 1763800391  # for good: another id would be another kind of card to Anki
_FIELDS: Final = ("Question", "Options", "Answer", "Explanation", "About", "Id")

_FRONT: Final = '<div class="part"><p class="kind">{{About}}</p>{{Question}}{{Options}}</div>'
_BACK: Final = '{{FrontSide}}<hr id="answer"><div class="part"><p class="right">{{Answer}}</p>{{Explanation}}</div>'
_STYLE: Final = """\
.card { font-family: Arial, "Liberation Sans", sans-serif; font-size: 20px; line-height: 1.4; text-align: left; }
.part { max-width: 38em; margin: 0 auto; }
.kind { font-size: 15px; opacity: 0.75; }
p { margin: 0.7em 0; }
ol { padding-left: 1.6em; list-style-type: upper-alpha; }
li { margin: 0.4em 0; }
.right { font-weight: bold; }
"""

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the earliest time that a member of a zip file can have


def quiz_anki(quiz: Quiz, *, modified: int) -> bytes:
    """The bytes of the .apkg; the same quiz and time give the same.

    Args:
        quiz: The quiz.
        modified: When the cards count as changed, in seconds since 1970: an import replaces only what is older.

    Raises:
        ArgmapError: genanki is not installed.
    """
    genanki = _library()
    deck = genanki.Deck(_number("deck", quiz.title), name_of_deck(quiz.title), escaped(NOTICE))
    model = _model(genanki)
    for place, q in enumerate(quiz.questions):
        deck.add_note(
            genanki.Note(
                model=model,
                fields=list(_fields(q)),
                guid=genanki.guid_for("argmap", q.id),
                tags=["argmap", f"argmap::{q.kind}", f"argmap::{q.difficulty}"],
                due=place,
            )
        )
    return _zipped(_database(genanki.Package(deck), modified))


def name_of_deck(title: str) -> str:
    """A title as the name of one deck: two colons would put it into another."""
    plain = " ".join(title.split())
    while "::" in plain:
        plain = plain.replace("::", ":")
    return plain


def card_text(text: str) -> str:
    """The text for a field of a card: Anki acts on brackets, as in ``[sound:…]``, and on braces and backslashes."""
    found = escaped(text)
    for mark in "[]{}\\":
        found = found.replace(mark, f"&#{ord(mark)};")
    return found


def _fields(q: Question) -> Iterator[str]:
    yield "".join(f"<p>{card_text(part)}</p>" for part in q.stem)
    yield f"<ol>{''.join(f'<li>{card_text(option.text)}</li>' for option in q.options)}</ol>"
    yield f"{q.letter}. {card_text(q.answer.text)}"
    yield f"<p>{card_text(q.explanation)}</p>"
    yield KIND_WORDS[q.kind]
    yield q.id


def _model(genanki: Any) -> "genanki.Model":
    return genanki.Model(
        _MODEL_ID,
        "argmap: question",
        fields=[{"name": name} for name in _FIELDS],
        templates=[{"name": "Question", "qfmt": _FRONT, "afmt": _BACK}],
        css=_STYLE,
    )


def _number(*parts: str) -> int:
    """An id as Anki has them: positive, below 2**53, the same for the same parts."""
    digest = hashlib.sha256("\0".join(("argmap", *parts)).encode("utf-8", "surrogatepass")).digest()
    return 2**31 + int.from_bytes(digest[:6], "big")


def _database(package: "genanki.Package", modified: int) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "collection.anki2"
        with closing(sqlite3.connect(path)) as connection:
            package.write_to_db(connection.cursor(), modified, itertools.count(modified * 1000))
            connection.commit()
        return path.read_bytes()


def _zipped(database: bytes) -> bytes:
    """The archive; genanki's own writing would put the time of day into it."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, data in (("collection.anki2", database), ("media", b"{}")):
            member = zipfile.ZipInfo(name, _EPOCH)
            member.external_attr = 0o644 << 16
            member.create_system = 3  # else it says on which system it was made
            archive.writestr(member, data, compress_type=zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def _library() -> Any:
    try:
        import genanki  # noqa: PLC0415  # only decks need it
    except ImportError as problem:
        raise ArgmapError(
            "a deck for Anki needs genanki, which is not installed; pip install 'argmap[anki]', or choose another form"
        ) from problem
    return genanki
