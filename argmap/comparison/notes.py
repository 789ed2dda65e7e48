"""The notes of a finding: what its flags mean here, and under a reservation what each side holds alone."""

from argmap.comparison.flags import Context, Flag
from argmap.comparison.judged import Judged
from argmap.comparison.records import Entry
from argmap.comparison.wording import EFFECT_WORDS, Words, bracketed, listed


def notes(judged: Judged, context: Context, found: tuple[Flag, ...]) -> tuple[str, ...]:
    """Under `agree-but` what each side holds alone, then a sentence for each flag."""
    alone = []
    if judged.group == "agree-but":
        for stand, only in zip(judged.stands, judged.only, strict=True):
            if only:
                alone.append(f"Only {stand.name}: {_alone(judged, only, context.words)}.")
    return (*alone, *(note for _, note in found))


def _alone(judged: Judged, entries: tuple[Entry, ...], words: Words) -> str:
    """Entries of one key in short: of a link the cause, of a casting the role."""
    match judged.unit:
        case "explanation":
            mark = any(not e.startswith("raises:") for e in entries)
            return listed(_cause(e, words, mark=mark) for e in entries)
        case "role":
            return listed(words.phrase("role", e.partition("=")[2]) for e in entries)
        case _:
            return words.entries(entries)


def _cause(entry: Entry, words: Words, *, mark: bool) -> str:
    form, _, link = entry.partition(":")
    return bracketed(words.phrase("factor", link.partition(">")[0]), EFFECT_WORDS[form] if mark else "")
