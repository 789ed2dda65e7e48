"""AM526 to AM530: labels, and words that judge, assure or hedge where the map should show why, or how sure."""

import re
from collections.abc import Iterator
from typing import Final

from argmap.checks.teaching.english import LONGEST, boxes, in_english, may_be_verb, word_set, words
from argmap.codes import problem
from argmap.diagnostics import Diagnostic
from argmap.graph import suppositions
from argmap.model import ArgumentMap

_ARTICLES: Final = frozenset(("a", "an", "the"))
_CLAIMING: Final = word_set(
    "against for no not never nobody nothing none more less too still yes people children women men we they you it"
    " accept act add adopt allow avoid ban begin break build buy change choose close cut defend defer delay deter do"
    " end expand fight fix free give go help hold invest join keep leave let limit lower make meet open pay protect"
    " punish put raise reform reject repeal resist resume revive save sell send share stay stop support take talk tax"
    " teach test trust try use wait"
)
"""First words of a label that may claim in two words: "Ban cars", "People suffer", "Against quotas"."""


def labels_claim(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM526: one or two words, none of which may be a verb, name a topic."""
    if not in_english(m):
        return
    for key, statement in m.statements.items():
        parts = [word for word in words((statement.label or "")[:LONGEST]) if word.lower() not in _ARTICLES]
        if not 0 < len(parts) <= 2 or parts[0].lower() in _CLAIMING:
            continue
        if not any(may_be_verb(word) for word in parts):
            yield problem(
                "AM526",
                f"the label {statement.label!r} names a topic, not what is claimed of it",
                ("statements", key, "label"),
                help="let it say what the text claims, as in 'Rents fall' instead of 'Rent'",
            )


def labels_differ_from_texts(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM527."""
    for key, statement in m.statements.items():
        label = (statement.label or "")[:LONGEST]
        if label and _plain(label) == _plain(statement.text[:LONGEST]):
            yield problem(
                "AM527",
                f"the label of {key!r} says no more and no less than its text",
                ("statements", key, "label"),
                help="shorten the label, or leave it out: boxes show the text then",
            )


def _plain(text: str) -> str:
    return " ".join(words(text.lower()))


LABELS_OF_CONTEMPT: Final = word_set(
    "terrorists extremist extremists fundamentalist fundamentalists fanatic fanatics bigot bigots heretic heretics"
    " denialist denialists freedom-fighter freedom-fighters thug thugs crony cronies puppet-state perverted"
)
JUDGING: Final = word_set(
    "legendary iconic visionary outstanding brilliant world-class prestigious awesome virtuoso phenomenal disgraceful"
    " outrageous shameful scandalous despicable heinous monstrous draconian ludicrous absurd ridiculous so-called"
    " mindless senseless witch-hunt witch-hunts brainwashing brainwashed"
)
_LOADED: Final = LABELS_OF_CONTEMPT | JUDGING
_ASSURING: Final = re.compile(
    r"\b(surely|obviously|clearly(?! \w+(?:ed|en|t)\b)|undoubtedly|undeniably|unquestionably|needless to say"
    r"|without (?:a )?doubt|as everyone knows|everybody knows|everyone knows|no one can deny|nobody can deny"
    r"|it is obvious|goes without saying)\b",
    re.IGNORECASE,
)


def no_loaded_words(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM528: but for words that the article itself is quoted for."""
    if not in_english(m):
        return
    for key, statement, text in boxes(m):
        if loaded := _loaded(text, statement.quote or ""):
            which = list(dict.fromkeys(map(repr, loaded)))
            judges = "judges what it" if len(which) == 1 else "judge what they"
            yield problem(
                "AM528",
                f"{' and '.join(which)} in the text of {key!r} {judges} should only name",
                ("statements", key, "text"),
                help="say what was done or is so; if the word is the author's, quote it under `quote`",
            )


_OF_TWO: Final = re.compile(r"\b(?:freedom fighters?|witch hunts?|puppet state|so called|world class)\b")


def _loaded(text: str, quote: str) -> list[str]:
    """The loaded words of a text, as they are written, but for those that stand in the quotation."""
    joined = _OF_TWO.sub(lambda found: found[0].replace(" ", "-"), text)
    found = [word for word in words(joined) if word.lower() in _LOADED]
    return [word for word in found if word.lower() not in quote.lower()]


def no_words_of_assurance(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM529."""
    for key, statement, text in boxes(m):
        found = _ASSURING.search(text)
        if found and found[0].lower() not in (statement.quote or "").lower():
            yield problem(
                "AM529",
                f"{found[0]!r} in the text of {key!r} asks for belief and gives no reason",
                ("statements", key, "text"),
                help="leave it out, and put under `because` what makes it so sure",
            )


_HEDGE: Final = re.compile(
    r"\b(may(?! only\b)|might|perhaps|maybe|possibly|probably|presumably|conceivably|arguably|in all likelihood"
    r"|(?<!more )(?<!less )(?<!as )likely|unlikely|seems?|appears? to)\b"
)
_FORBIDDING: Final = re.compile(r"\b(?:no one|nobody|none|no \w+) may\b")
_MAIN_CLAUSE_ENDS: Final = re.compile(r"\b(?:that|who|which|whom|whose|whether|if|where|when|what|because)\b")


def hedges_are_coded(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM530: of hedges in the main clause; one further in hedges only a part."""
    if not in_english(m):
        return
    supposed = suppositions(m)
    for key, statement, text in boxes(m):
        if statement.stated_certainty is not None or key in supposed:
            continue
        plain = text[:1].lower() + text[1:]
        end = _MAIN_CLAUSE_ENDS.search(plain)
        found = _HEDGE.search(plain, 0, end.start() if end else len(plain))
        if found and not _FORBIDDING.search(plain):
            yield problem(
                "AM530",
                f"{found[0]!r} hedges the text of {key!r}, and no `certainty` is stated",
                ("statements", key, "text"),
                help="add `certainty: possible` or `likely`, so that the hedge counts in comparisons; where the word "
                "permits, or hedges something else, `certainty: asserted` says so",
            )
