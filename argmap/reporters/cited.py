"""How a finding's statement reads in a line: the mapper's sentence, the article's words, where, and how firmly."""

from collections.abc import Iterator, Mapping
from typing import Final

from argmap.comparison.basis_words import basis_words
from argmap.comparison.category_words import CATEGORY_WORDS
from argmap.comparison.records import Cited, Comparison, Finding, GivenReason, Group, PositionEntry, Side
from argmap.model import period_in_words
from argmap.reporters.sections import Detail, notes

_SHOWN: Final[Mapping[Group, int]] = {"one-sided": 1}  # statements of a side, below full detail; else two


def labels(c: Comparison) -> dict[str, str]:
    """The words for the keys of all codebooks of a comparison."""
    return {key: label for book in c.codebooks for key, label in book.labels.items()}


def words(s: Cited) -> str:
    """``The window is narrow. “narrowing window” ¶9``; without quotation or place the sentence alone."""
    parts = [s.text, f"“{s.quote}”" if s.quote else "", ", ".join(s.at)]
    return " ".join(part for part in parts if part)


def quoted(s: Cited) -> str:
    """The article's words alone, with their place; the mapper's sentence where nothing is quoted."""
    return " ".join(part for part in (f"“{s.quote}”" if s.quote else s.text, ", ".join(s.at)) if part)


def said(s: Cited) -> str:
    """The article's words with their place, and what the statement holds back in brackets."""
    held = limits(s)
    return quoted(s) + (f" ({'; '.join(held)})" if held else "")


def remarks(finding: Finding) -> tuple[str, ...]:
    """What stands in short under a point of one map: the words that carry it, and who else is reported to say it."""
    first = next((s for side in finding.sides.values() for s in side.statements), None)
    return (*([quoted(first)] if first else []), *notes(finding, "normal"))


def limits(s: Cited) -> tuple[str, ...]:
    """What a statement holds back: its certainty, its conditions, its scope, the article that reports it."""
    return tuple(
        part
        for part in (
            s.certainty if s.certainty != "asserted" else "",
            f"if {', '.join(s.if_)}" if s.if_ else "",
            period_in_words(s.when or ""),
            s.where or "",
            f"via {s.via}" if s.via else "",
        )
        if part
    )


def line(s: Cited) -> str:
    """The whole statement on one line: words, then what it holds back in brackets."""
    held = limits(s)
    return words(s) + (f" ({'; '.join(held)})" if held else "")


def side_lines(finding: Finding, side: Side, known: Mapping[str, str], detail: Detail = "full") -> Iterator[str]:
    """What a side says, most telling first.

    Of causes and roles, where there are several, which of them it puts first; its own statements; the reasons it
    gives for a stance; what it only reports, with who says it. Below ``full`` only the most telling statements, the
    rest counted, and reasons only where the maps differ.
    """
    if isinstance(side.position, tuple) and len(side.position) > 1 and finding.unit in ("explanation", "role"):
        yield _weights(side.position, known)
    found = telling(finding, side)
    most = len(found) if detail == "full" else _SHOWN.get(finding.group, 2)
    yield from (line(s) for s in found[:most])
    if most < len(found):
        yield f"and {len(found) - most} more"
    if finding.unit == "stance" and (detail == "full" or finding.group in ("diverge", "conflict")):
        yield from (f"because: {_reason(r)}" for r in side.reasons)
    if detail == "full":
        yield from (f"reports {known.get(s.voice, s.voice)}: {line(s)}" for s in side.reported)


def telling(finding: Finding, side: Side) -> list[Cited]:
    """A side's statements, first one for each main cause or role, then one for each that both sides name."""
    if not isinstance(side.position, tuple):
        return list(side.statements)
    ranked = sorted(side.position, key=lambda entry: (not entry.main, entry.entry not in finding.shared))
    first = [key for entry in ranked if entry.main or entry.entry in finding.shared for key in entry.statements[:1]]
    known = {s.id: s for s in side.statements}
    return [known[key] for key in dict.fromkeys((*first, *known)) if key in known]


def _weights(position: tuple[PositionEntry, ...], known: Mapping[str, str]) -> str:
    """``puts first A; also B, C (lowers; likely)``; without a main one ``A, B, C``."""
    main = ", ".join(weighed(entry, known) for entry in position if entry.main)
    rest = ", ".join(weighed(entry, known) for entry in position if not entry.main)
    return f"puts first {main}; also {rest}" if main and rest else main or rest


_SIGNS: Final[Mapping[str, str]] = {"lowers": "lowers", "unrelated": "no effect"}


def weighed(entry: PositionEntry, known: Mapping[str, str]) -> str:
    """The cause or the role alone, since the finding names the effect or the actor."""
    form, _, rest = entry.entry.partition(":")
    if form == "role":
        name = rest.partition("=")[2].replace("-", " ")
    else:
        cause = rest.partition(">")[0]
        name = entry.label.partition(" → ")[0] or known.get(cause, cause)
    certainty = entry.certainty if entry.certainty != "asserted" else ""
    toward = f"toward {', '.join(known.get(key, key) for key in entry.toward)}" if entry.toward else ""
    remarks = "; ".join(part for part in (_SIGNS.get(form, ""), toward, certainty) if part)
    return f"{name} ({remarks})" if remarks else name


def _reason(reason: GivenReason) -> str:
    """A reason in the words of its premises, each once, or the source that is the reason."""
    premises = " + ".join(dict.fromkeys(_sentence(p.text) or p.label or p.entry for p in reason.premises))
    return f"{premises} (given by both)" if reason.shared else premises


def _sentence(text: str) -> str:
    """A sentence without its full stop, as it stands within another one."""
    return text.removesuffix(".")


ALIGNED: Final = "⇄"
"""The mark of a finding that accepted rows of an alignment brought about."""


def marked(finding: Finding) -> str:
    """The sentence, with a mark behind it where the finding rests on an alignment."""
    return f"{finding.sentence} {ALIGNED}" if is_aligned(finding) else finding.sentence


def is_aligned(finding: Finding) -> bool:
    """Whether the finding rests on rows of an alignment."""
    return any(basis.via == "alignment" for basis in finding.basis)


def because(finding: Finding, detail: Detail = "normal") -> str:
    """Why the tool says so, in full with the rule that held; and what makes the maps speak of the same thing."""
    why = finding.rule if detail == "full" else CATEGORY_WORDS.get(finding.category, finding.rule)
    return f"{why} [{'; '.join(basis_words(b, row=detail == 'full') for b in finding.basis)}]" if finding.basis else why
