"""AM520 to AM525: a box holds one claim, as one full sentence, and no reasoning."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from argmap.checks.teaching.english import (
    AUXILIARIES,
    NOMINATIVES,
    SUBORDINATORS,
    VERBS,
    boxes,
    count_words,
    in_english,
    is_clause,
    may_be_verb,
    word_set,
    words,
)
from argmap.codes import problem
from argmap.diagnostics import Diagnostic
from argmap.model import ArgumentMap, CausalClaim
from argmap.text import shorten

MOST_WORDS: Final = 30

_END: Final = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»)\]]*\s+(?=[\"“«(\[]?[A-ZÀ-ÖØ-Þ])|[。！？](?=\S)")
_ABBREVIATED: Final = word_set(
    "mr mrs ms dr prof st gen gov sen rep hon rev vs no nos p pp cf e.g i.e etc al ca approx jan feb mar apr jun"
    " jul aug sept sep oct nov dec inc ltd co corp u.s u.k u.n e.u d.c bzw z.b d.h usw nr art abs hr fr mme mlle"
    " sr sra"
)


def one_sentence(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM520: two sentences, or two with a semicolon between them."""
    for key, _, text in boxes(m):
        end = next((e.end() for e in _END.finditer(text) if not _abbreviated(text[: e.start()])), None)
        if end is not None:
            rest = shorten(text[end:], 4)
            message = f"the text of {key!r} is more than one sentence; the next begins {rest!r}"
        elif ";" in text.rstrip("; "):
            rest = shorten(text.partition(";")[2], 4)
            message = f"the text of {key!r} joins two sentences by a semicolon; the second begins {rest!r}"
        else:
            continue
        yield problem(
            "AM520",
            message,
            ("statements", key, "text"),
            help="make a statement of each, and say under `because` or `but` how they hang together",
        )


def _abbreviated(before: str) -> bool:
    """Whether what stands before a stop ends in a short form, an initial or an ordinal, and so ends no sentence."""
    plain = before.rpartition(" ")[2].lower().strip("(\"“'[")
    return plain in _ABBREVIATED or len(plain) == 1 or (plain.isdecimal() and len(plain) < 3)


_JOINT: Final = re.compile(r", (and|but|yet|while|whereas|or) |\b(and|but) (?=(?:it|they|he|she|we|there) )")


def one_claim(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM521: two clauses joined by `and`, `but` and the like, each with a subject and a verb of its own."""
    if not in_english(m):
        return
    for key, _, text in boxes(m):
        for joint in _JOINT.finditer(text):
            after = text[joint.end() :]
            if _stands_alone(text[: joint.start()]) and is_clause(words(after)):
                word = joint[1] or joint[2]
                yield problem(
                    "AM521",
                    f"{word!r} joins two claims in the text of {key!r}; the second is {shorten(after, 5)!r}",
                    ("statements", key, "text"),
                    help="make a statement of each: one may be doubted and the other not",
                )
                break


def _stands_alone(before: str) -> bool:
    """Whether what stands before the joint is a claim itself: no list, no condition, no report with its `that`."""
    parts = words(before)
    last = words(before.rpartition(",")[2])
    if not parts or any(w in parts for w in ("that", "whether", "how")):
        return False
    if parts[0].lower() in SUBORDINATORS and "," not in before:
        return False
    return len(last) > 2 and any(may_be_verb(word) for word in last[1:])


_SHORT_SUBJECT: Final = "|".join(sorted(NOMINATIVES | {"this", "that", "these", "nobody", "everyone", "no"}))
_REASONING: Final = re.compile(
    r"\b(because)\b(?! of\b)"
    r"|\b(therefore|hence|consequently|it follows that|given that|for this reason|as a consequence"
    r"|which (?:shows|means|proves|implies|suggests) that|this (?:shows|means|proves|implies) that"
    r"|due to the fact that|in view of the fact that)\b"
    r"|\b(thus)\b(?! far\b)"
    r"|, (so) (?!that\b)(?=(?:the|a|an|its|their|his|her|our|" + _SHORT_SUBJECT + r")\b)"
    r"|\b(parce que|puisque|par conséquent|weil|deshalb|folglich|porque|por lo tanto|por consiguiente)\b",
    re.IGNORECASE,
)
_SINCE: Final = re.compile(rf"^(since) (?:{_SHORT_SUBJECT})\b(?=.*,)|, (since) (?:{_SHORT_SUBJECT})\b", re.IGNORECASE)
_IN_TIME: Final = re.compile(r"\b(?:has|have|had|ever)\b|['’]ve\b", re.IGNORECASE)


def no_reasoning_inside(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM522: where the coded claim is itself that one thing causes another, `because` says just that."""
    for key, statement, text in boxes(m):
        if any(isinstance(says, CausalClaim) for says in statement.says) or _bare_subordinate(text):
            continue
        found = _REASONING.search(text) or (None if _IN_TIME.search(text) else _SINCE.search(text))
        if found:
            word = next(filter(None, found.groups()))
            yield problem(
                "AM522",
                f"{word!r} is a word of reasoning in the text of {key!r}",
                ("statements", key, "text"),
                help="name the reason under `because`, as a statement of its own; the map then says this word",
            )


_SENTENCE_END: Final = re.compile(r"(?<![.!?…:。！？।؟])[.!?…:。！？।؟]+[\"'”’»)\]]*$")
_LAST_ALPHABETIC: Final = 0x52F  # Latin, Greek and Cyrillic end a sentence with a stop; other scripts may not


def full_sentence(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM523: no end, no verb, or only the half of a sentence that `because` begins."""
    english = in_english(m)
    for key, statement, text in boxes(m):
        if english and _bare_subordinate(text):
            message = (
                f"the text of {key!r} is half a sentence: it begins with {text.split()[0]!r} and has no main clause"
            )
        elif not _SENTENCE_END.search(text) and _is_alphabetic(statement.text):
            message = f"the text of {key!r} does not end as a sentence, after {text.split()[-1]!r}"
        elif english and "“" not in text and _verbless(words(text)):
            message = f"the text of {key!r} has no verb: {shorten(text, 6)!r}"
        else:
            continue
        yield problem(
            "AM523",
            message,
            ("statements", key, "text"),
            help="write a full sentence, which can be true or false; a few words for the box are its `label`",
        )


def _is_alphabetic(text: str) -> bool:
    """Whether the last letter or digit is of a script that ends sentences with a stop."""
    return ord(next((letter for letter in reversed(text) if letter.isalnum()), "\uffff")) <= _LAST_ALPHABETIC


_BEGINS_WITH_REASON: Final = re.compile(r"^(?:because|so that|in order to)\b(?! of\b)[^,]*$", re.IGNORECASE)


def _bare_subordinate(text: str) -> bool:
    return bool(_BEGINS_WITH_REASON.match(text))


_MOST_VERBLESS: Final = 6  # in a longer text without a listed verb the lists, not the text, are likely to fall short
_BEFORE_NOUN: Final = word_set(
    "the a an this these those its their his her our my your no more less fewer better worse new old good bad high low"
    " of in on at by for from with without between against over under to and or not"
)


def _verbless(parts: tuple[str, ...]) -> bool:
    """Whether a short text certainly has no verb: every word is a small one, or stands where only a noun can."""
    if not 0 < len(parts) <= _MOST_VERBLESS or any(p.lower() in AUXILIARIES for p in parts):
        return False
    low = [p.lower() for p in parts]
    return low[0] in _BEFORE_NOUN and all(
        word in _BEFORE_NOUN or before in _BEFORE_NOUN for before, word in pairwise(low)
    )


def no_question(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM524."""
    for key, _, text in boxes(m):
        if re.search(r"[?？؟][\"'”’»)\]]*$", text):
            yield problem(
                "AM524",
                f"the text of {key!r} asks: {shorten(text, 6)!r}",
                ("statements", key, "text"),
                help="write what the author answers; a question can be neither true nor false",
            )


def short_texts(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM525."""
    for key, statement in m.statements.items():
        count = count_words(statement.text)
        if count > MOST_WORDS:
            yield problem(
                "AM525",
                f"the text of {key!r} has {count} words, more than {MOST_WORDS}",
                ("statements", key, "text"),
                help="say it more shortly; what only explains it can go under `note`",
            )


_POINTER: Final = re.compile(
    r"^(?:(They|He|She) |(This|That|These|Those) (?:(?:also|still|often|never|always|only|then) )*(?:"
    + "|".join(sorted(map(re.escape, AUXILIARIES | VERBS)))
    + r")\b)"
)


def stands_by_itself(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM541: "it" is let pass, which often points to nothing ("it is likely that")."""
    for key, _, text in boxes(m):
        if found := _POINTER.match(text):
            yield problem(
                "AM541",
                f"{(found[1] or found[2])!r} in the text of {key!r} points to something outside it",
                ("statements", key, "text"),
                help="name what is meant: a box is also read by itself",
            )
