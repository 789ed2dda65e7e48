"""Codebook texts and entries as parts of a sentence."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from argmap.comparison.capitals import lowered
from argmap.comparison.keys import Namespace, Vocabulary
from argmap.comparison.records import Entry
from argmap.model import CERTAINTIES

EFFECT_WORDS: Mapping[str, str] = {"raises": "raises", "lowers": "lowers", "unrelated": "no effect"}

ASKING = ("?", "？", "؟")


@dataclass(frozen=True, slots=True)
class Words:
    """What sentences are made of: the labels of keys, and the texts behind private entries."""

    vocabulary: Vocabulary
    private: Mapping[Entry, str]

    def label(self, namespace: Namespace, name: str) -> str:
        """The codebook's text for a key; the key in words where there is none. Sentences lose their full stop."""
        text = self.vocabulary.labels.get((namespace, name)) or name.replace("-", " ")
        return text if namespace in ("actor", "source") else _without_stop(text)

    def phrase(self, namespace: Namespace, name: str) -> str:
        """The label as it stands within a sentence; names of actors stay as they are, titles are quoted."""
        if namespace == "role":
            return name.partition("@")[0].replace("-", " ")
        text = self.label(namespace, name)
        if namespace == "actor":
            return text
        if namespace == "source":  # a title; one that has quotation marks of its own keeps them
            return text if text.startswith("“") and text.endswith("”") else f"“{text}”"
        # what asks is no clause, and is shown as it stands
        return f"“{text}”" if text.endswith(ASKING) else lowered(text, self.vocabulary.capitals)

    def entry(self, entry: Entry, *, mark_raises: bool = False) -> str:
        """An entry in words: ``not: p`` for a denial, ``c → e (lowers)`` for a link."""
        form, _, rest = entry.partition(":")
        match form:
            case "holds":
                return self.phrase("proposition", rest)
            case "denies":
                return f"not: {self.phrase('proposition', rest)}"
            case "questions":
                return f"whether {self.phrase('proposition', rest)}"
            case "raises" | "lowers" | "unrelated":
                cause, _, effect = rest.partition(">")
                mark = "" if form == "raises" and not mark_raises else f" ({EFFECT_WORDS[form]})"
                return f"{self.phrase('factor', cause)} → {self.phrase('factor', effect)}{mark}"
            case "role":
                actor, _, role = rest.partition("=")
                return f"{self.phrase('actor', actor)} as {self.phrase('role', role)}"
            case "source":
                return self.phrase("source", rest)
            case "voice":
                who, _, said = rest.partition("|")
                return f"{self.entry(said, mark_raises=mark_raises)} (according to {self.voice(who)})"
            case _:
                text = _without_stop(self.private.get(entry, rest.rpartition(":")[2].replace("-", " ")))
                return lowered(text, self.vocabulary.capitals)

    def order(self, entry: Entry) -> tuple[tuple[int, str], str]:
        """The sort key of an entry in a list that belongs to both maps: codebook order of what it is about."""
        form, _, rest = entry.partition(":")
        match form:
            case "holds" | "denies" | "questions":
                return self.vocabulary.rank("proposition", rest), entry
            case "raises" | "lowers" | "unrelated":
                return self.vocabulary.rank("factor", rest.partition(">")[0]), entry
            case "role":
                return self.vocabulary.rank("actor", rest.partition("=")[0]), entry
            case _:
                return (len(self.vocabulary.order), entry), entry

    def voice(self, who: str) -> str:
        """The name of somebody a map reports: an actor's, or as the map writes it."""
        return self.vocabulary.labels.get(("actor", who), who)

    def entries(self, entries: Sequence[Entry]) -> str:
        """A list of entries; links are marked unless all of them raise."""
        mark = any(entry.startswith(("lowers:", "unrelated:")) for entry in entries)
        return listed(self.entry(entry, mark_raises=mark) for entry in entries)


def listed(parts: Iterable[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    items = list(dict.fromkeys(parts))
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def bracketed(text: str, *remarks: str) -> str:
    """The text with its remarks in brackets, if there are any."""
    said = ", ".join(remark for remark in remarks if remark)
    return f"{text} ({said})" if said else text


def plural(verb: str) -> str:
    """The verb for several authors: ``hold`` for ``holds``."""
    special = {"is": "are", "denies": "deny", "varies": "vary"}
    return special.get(verb) or verb.removesuffix("s")


def certainty(strength: int | None) -> str:
    """The certainty as a remark: empty for what is asserted, or not said at all."""
    return "" if strength is None or strength == 2 else CERTAINTIES[strength]


def common_certainty(strengths: Collection[int | None]) -> str:
    """How sure all sides are, as a remark: that of the least sure, with ``at least`` where the others are surer."""
    least = min((n for n in strengths if n is not None), default=None)
    remark = certainty(least)
    return f"at least {remark}" if remark and len(set(strengths)) > 1 else remark


def _without_stop(text: str) -> str:
    return text.removesuffix(".") if not text.endswith("..") else text
