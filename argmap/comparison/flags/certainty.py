"""The flag `certainty`: the sides are not equally sure."""

from collections.abc import Iterator

from argmap.comparison.explanations import ExplanationVerdict
from argmap.comparison.flags.context import Context, both_speak
from argmap.comparison.judged import Judged
from argmap.comparison.records import Entry
from argmap.comparison.roles import RoleVerdict
from argmap.comparison.stands import Stand
from argmap.model import CERTAINTIES


def certainty(judged: Judged, context: Context) -> Iterator[str]:
    """The sides are not equally sure: of the position, of a cause or role both name, else of their mains."""
    if judged.unit == "evidence" or not both_speak(judged):
        return
    left, right = (_sureness(s, judged) for s in judged.stands)
    matched = [m for m in left if m in right] if isinstance(judged.verdict, ExplanationVerdict | RoleVerdict) else []
    if not matched:
        a, b = (max(side.values(), default=None) for side in _mains(judged, (left, right)))
        if a is not None and b is not None and a != b:
            yield f"{judged.stands[0].name}: {CERTAINTIES[a]}. {judged.stands[1].name}: {CERTAINTIES[b]}."
        return
    unlike = [m for m in matched if left[m] != right[m]]
    if unlike:
        yield " ".join(
            f"{_title(_item(m, context))}: {judged.stands[0].name} {CERTAINTIES[left[m]]},"
            f" {judged.stands[1].name} {CERTAINTIES[right[m]]}."
            for m in sorted(unlike)
        )


def _sureness(stand: Stand, judged: Judged) -> dict[str, int]:
    """The strongest certainty by entry; of the matched entries only, where there are any."""
    verdict = judged.verdict
    claims = [c for c in stand.standing if c.value != "questions"]
    matched: frozenset[Entry] = frozenset()
    if isinstance(verdict, ExplanationVerdict):
        matched = verdict.agreed
    elif isinstance(verdict, RoleVerdict):
        matched = frozenset(f"role:{stand.key[1]}={role}" for role in verdict.matched)
    found: dict[str, int] = {}
    for c in claims:
        if not matched or c.entry in matched:
            found[c.entry] = max(c.strength, found.get(c.entry, 0))
    return found


def _mains(judged: Judged, sides: tuple[dict[str, int], dict[str, int]]) -> list[dict[str, int]]:
    """Of the sureness of each side that of its main causes or roles; all, where none is main."""
    found = []
    for stand, sure in zip(judged.stands, sides, strict=True):
        main = {c.entry for c in stand.standing if c.main}
        found.append({entry: n for entry, n in sure.items() if entry in main} or sure)
    return found


def _item(entry: Entry, context: Context) -> str:
    form, _, rest = entry.partition(":")
    if form == "role":
        return context.words.phrase("role", rest.partition("=")[2])
    return context.words.phrase("factor", rest.partition(">")[0])


def _title(text: str) -> str:
    return text[:1].upper() + text[1:]
