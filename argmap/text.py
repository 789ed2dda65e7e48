"""Words: finding quotations in an article, the name that was meant, texts made shorter."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import product
from typing import Final

_FOLDED: Final = str.maketrans(
    dict.fromkeys("‘’‚‛′ʼ`´＇", "'")
    | dict.fromkeys("“”„‟″«»＂", '"')
    | dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
    | dict.fromkeys("\u00ad\u200b\u2060\ufeff")  # soft hyphen, zero-width space, word joiner, BOM: nothing to a reader
)


def fold(text: str) -> str:
    """The text as quotations are matched: NFKC, one kind of quotation mark and dash, single spaces; case is kept.

    >>> fold("“Too  late” –\\n he said…")
    '"Too late" - he said...'
    """
    # Before NFKC too: it takes an acute accent that stands alone apart into a space and a combining mark.
    plain = unicodedata.normalize("NFKC", text.translate(_FOLDED)).translate(_FOLDED)
    return " ".join(plain.split())


_MARK: Final = re.compile(r"\s*¶\s?(\d{1,6})(?:\s+|$)")
_REFERENCES: Final = re.compile(r"\s*#*\s*references\s*:?\s*", re.IGNORECASE)


def paragraphs(text: str) -> dict[int, str]:
    """The paragraphs of an article's text by their number.

    A line that begins ``¶12`` opens paragraph 12, and the mark is no part of it. A text without any mark counts the
    blocks between blank lines from 1; lines that begin with ``#`` are headings. Nothing after a line ``References``
    is a paragraph.
    """
    lines = list(_body(text))
    return _marked(lines) if any(_MARK.match(line) for line in lines) else _blocks(lines)


def _body(text: str) -> Iterator[str]:
    for line in text.lstrip("\ufeff").splitlines():
        if _REFERENCES.fullmatch(line):
            return
        yield line


def _marked(lines: Iterable[str]) -> dict[int, str]:
    found: dict[int, list[str]] = {}
    current: list[str] = []  # what precedes the first mark is a title
    for line in lines:
        if mark := _MARK.match(line):
            current = found.setdefault(int(mark[1]), [])
            current.append(line[mark.end() :])
        else:
            current.append(line)
    return {number: "\n".join(part).strip() for number, part in found.items()}


def _blocks(lines: Iterable[str]) -> dict[int, str]:
    blocks: list[list[str]] = [[]]
    for line in lines:
        if not line.strip():
            blocks.append([])
        elif not line.lstrip().startswith("#"):
            blocks[-1].append(line)
    return {i: "\n".join(block).strip() for i, block in enumerate(filter(None, blocks), start=1)}


def is_unwritten(text: str) -> bool:
    """Whether a text stands for one that is still to be written, as those that `argmap new --stubs` writes.

    >>> is_unwritten("… what ¶3 says"), is_unwritten("... or so"), is_unwritten("So it says …")
    (True, True, False)
    """
    return text.lstrip().startswith(("…", "..."))


_DOTS: Final = r"\.(?: ?\.){2,}"
_SKIP: Final = re.compile(rf"\s*(?:\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|{_DOTS})\s*")


def parts_of(quote: str) -> tuple[str, ...]:
    """What a quotation quotes, folded: the pieces between the places where ``…`` skips words."""
    return tuple(part for part in _SKIP.split(fold(quote)) if part)


def find_quote(quote: str, folded: Mapping[int, str]) -> tuple[int, ...]:
    """The paragraphs in which the words of a quotation stand, in their order; `folded` holds folded paragraphs.

    Only whole words count: "art" does not stand in "party". Where the words do not stand as they are written, square
    brackets are read as marks of who quotes: ``[t]he`` is any "The", and ``[his]`` stands for words of one's own.

    >>> find_quote("[t]he vote [of May]", {1: "The vote was late."})
    (1,)
    """
    if found := _standing(parts_of(quote), folded):
        return found
    return tuple(sorted({n for parts in _without_brackets(quote) for n in _standing(parts, folded)}))


def spans_of(quote: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where the pieces of a quotation stand in one folded paragraph, as `find_quote` reads it; () where they do not.

    >>> spans_of("the vote … late", "So the vote was late.")
    ((3, 11), (16, 20))
    """
    readings = (parts_of(quote), *_without_brackets(quote))
    return next((spans for parts in readings if (spans := _spans(parts, text))), ())


def _standing(parts: tuple[str, ...], folded: Mapping[int, str]) -> tuple[int, ...]:
    return tuple(number for number, text in folded.items() if parts and stands_in(parts, text))


# compiled when they are first needed, which most commands do not wait for
_CHANGED_LETTER: Final = r"(?<!\w)\[(\w)\](?=\w)"
_OWN_WORDS: Final = r"\[[^\[\]]*\]"
_MOST_CHANGED: Final = 4  # each letter doubles what has to be looked for


def _without_brackets(quote: str) -> Iterator[tuple[str, ...]]:
    """The parts that a quotation with square brackets may stand for."""
    words = fold(quote)
    letters = list(re.finditer(_CHANGED_LETTER, words))
    if len(letters) > _MOST_CHANGED or not re.search(_OWN_WORDS, words):
        return
    for cases in product((str.lower, str.upper), repeat=len(letters)):
        changes = iter(cases)
        written = re.sub(_CHANGED_LETTER, lambda letter: next(changes)(letter[1]), words)  # noqa: B023  # used at once
        yield parts_of(re.sub(_OWN_WORDS, "...", written))


def stands_in(parts: Iterable[str], text: str) -> bool:
    """Whether all parts stand in a folded text, one after the other."""
    return _spans(parts, text) is not None


def _spans(parts: Iterable[str], text: str) -> tuple[tuple[int, int], ...] | None:
    """Where each part stands, one after the other; None where one does not."""
    found = []
    start = 0
    for part in parts:
        at = _find_words(part, text, start)
        if at < 0:
            return None
        start = at + len(part)
        found.append((at, start))
    return tuple(found)


def _find_words(part: str, text: str, start: int) -> int:
    at = text.find(part, start)
    while at >= 0 and (_inside_word(text, at) or _inside_word(text, at + len(part))):
        at = text.find(part, at + 1)
    return at


def _inside_word(text: str, i: int) -> bool:
    """Whether a cut before `text[i]` would cut a word or number; scripts without case write no gaps, so never do."""
    if not 0 < i < len(text):
        return False
    a, b = text[i - 1], text[i]
    return (_cased(a) and _cased(b)) or (a.isdecimal() and b.isdecimal())


def _cased(character: str) -> bool:
    return character.islower() or character.isupper()


def nearest_passage(quote: str, folded: Mapping[int, str]) -> tuple[int, str] | None:
    """The paragraph and the words in it that come nearest to a quotation; None where nothing is near.

    Of equally near passages it is the first. Case does not count.
    """
    from rapidfuzz import fuzz  # noqa: PLC0415  # 40 ms, and only a failed quotation needs it

    wanted = _lower(" ".join(parts_of(quote)))
    best, found = 60.0, None
    for number, text in folded.items():
        lower = _lower(text)
        aligned = fuzz.partial_ratio_alignment(wanted, lower, score_cutoff=best) if text and wanted else None
        if aligned and aligned.score > best:
            best, found = aligned.score, (number, aligned.dest_start, aligned.dest_end)
    if found is None:
        return None
    number, start, end = found
    passage = _nearest_words(wanted, folded[number], start, end)
    return (number, passage) if passage else None


def _lower(text: str) -> str:
    """The text in small letters, where that changes no place in it."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text


_NEAR_WORDS: Final = 3  # as many words before and after an alignment of letters may be meant too


def _nearest_words(wanted: str, text: str, start: int, end: int) -> str:
    """The run of words around a stretch of a text that is most like the words wanted, without punctuation round it."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415  # as above

    words = list(re.finditer(r"\S+", text))
    met = [i for i, word in enumerate(words) if min(word.end(), end) > max(word.start(), start)]
    if not met:
        return ""
    best, found = 0.0, ""
    for first in range(max(met[0] - _NEAR_WORDS, 0), min(met[0] + _NEAR_WORDS, met[-1]) + 1):
        for last in range(max(met[-1] - _NEAR_WORDS, first), min(met[-1] + _NEAR_WORDS, len(words) - 1) + 1):
            run = text[words[first].start() : words[last].end()].strip(" ,.;:\"'")
            if (score := Levenshtein.normalized_similarity(wanted, _lower(run), score_cutoff=best)) > best:
                best, found = score, run
    return found


def in_other_case(part: str, folded: Mapping[int, str]) -> tuple[int, str] | None:
    """The paragraph, and the words in it, that a part of a quotation says in other capitals; None if there is none."""
    pattern = re.compile(re.escape(part), re.IGNORECASE)
    for number, text in folded.items():
        for found in pattern.finditer(text):
            if not _inside_word(text, found.start()) and not _inside_word(text, found.end()):
                return number, found.group()
    return None


_MARKS_ROUND: Final = "".join(chr(c) for c in _FOLDED if _FOLDED[c] in ("'", '"')) + "'\""


def without_marks(quote: str) -> str:
    """A quotation without the quotation marks round it.

    >>> without_marks("“Too late” "), without_marks("“It's late")
    ('Too late', "It's late")
    """
    return quote.strip().strip(_MARKS_ROUND).strip()


@lru_cache(maxsize=1)  # it takes 2 ms to compile, and most commands shorten nothing
def _word() -> re.Pattern[str]:
    """A word with the gap before it; of scripts that write no gaps, about two characters are read like one word."""
    unspaced = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    return re.compile(rf"\s*(?:[{unspaced}]{{1,2}}|[^\s{unspaced}]+)")


def shorten(text: str, words: int) -> str:
    """The first so many words of a text, on one line, with ``…`` where something is left out.

    >>> shorten("The park should stay open, even at night.", 5)
    'The park should stay open…'
    """
    one_line = " ".join(text.split())
    pieces = _word().findall(one_line)
    if len(pieces) <= words:
        return one_line
    return "".join(pieces[:words]).strip().rstrip(",;:.-–—") + "…"


def likeness(one: str, other: str) -> float:
    """How much of two texts is common, in [0, 1]: 1 for equal ones; the order of the two does not matter.

    Twice the longest common subsequence of characters, by both lengths. It knows nothing of meaning.

    >>> round(likeness("The bus is late.", "The bus is very late."), 2)
    0.86
    """
    from rapidfuzz import fuzz  # noqa: PLC0415  # 40 ms, and only a new version with other ids needs it

    return fuzz.ratio(one, other) / 100


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A question with the known name nearest to one that is not known; "" where none is near.

    >>> did_you_mean("window-narowing", ["window-narrowing", "window"])
    "did you mean 'window-narrowing'?"
    """
    near = nearest_name(name, known)
    return f"did you mean {near!r}?" if near else ""


def nearest_name(name: str, known: Iterable[str]) -> str:
    """The known name that was probably meant: few letters differ, or the same words stand in another order."""
    return _nearest(name, tuple(known))


@lru_cache(maxsize=4096)  # a map of ten thousand statements is asked about one name by several checks
def _nearest(name: str, known: tuple[str, ...]) -> str:
    from rapidfuzz import fuzz, process  # noqa: PLC0415  # 40 ms, and only a wrong name needs it
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    wanted, plain = _plain(name), _plain_all(known)
    choices = {i: p for i, p in enumerate(plain) if known[i] != name} if name in known else plain
    by_letters = process.extractOne(wanted, choices, scorer=OSA.normalized_similarity, score_cutoff=0.65)
    if found := by_letters or process.extractOne(wanted, choices, scorer=fuzz.token_sort_ratio, score_cutoff=80):
        return known[found[2]]
    longer = [n for n, p in zip(known, plain, strict=True) if len(wanted) > 2 and p.startswith(wanted + " ")]
    return longer[0] if len(longer) == 1 else ""


@lru_cache(maxsize=8)
def _plain_all(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_plain, names))


def _plain(name: str) -> str:
    return (name if name.isascii() else fold(name)).lower().replace("-", " ").replace("_", " ")
