"""Words for what a comparison names by entry or id: entries, statements, findings."""

from collections.abc import Iterable, Iterator

from argmap.comparison.records import Comparison, Entry, Finding

_STANCES = {"holds": "", "denies": "not: ", "questions": "whether "}
_EFFECTS = {"raises": "", "lowers": " (lowers)", "unrelated": " (no effect)"}


class Lexicon:
    """The words of a comparison, gathered once; `labels` are the codebooks' words for keys."""

    def __init__(self, c: Comparison) -> None:
        self.labels = {key: label for book in c.codebooks for key, label in book.labels.items()}
        self._findings = {f.id: f for f in c.findings}
        self._phrases = dict(_phrases(c.findings))
        self._entries = dict(_entries(c.findings))
        self._texts = {(m.id, key): text for m in c.maps for key, text in m.uncoded}
        for f in c.findings:
            for map_id, side in f.sides.items():
                self._texts |= {(map_id, s.id): s.text for s in (*side.statements, *side.reported)}

    def label(self, key: str) -> str:
        """The codebook's words for a key, else the key itself."""
        return self.labels.get(key, key)

    def finding(self, id_: str) -> str:
        """What a finding is about: its label; the id where the finding is not among those asked for."""
        found = self._findings.get(id_)
        return found.label if found else self.label(id_.partition(":")[2])

    def cause(self, f: Finding, cause: str) -> str:
        """A cause of an effect as the finding names it, without the effect."""
        for side in f.sides.values():
            for e in side.position if isinstance(side.position, tuple) else ():
                if e.entry.partition(":")[2].partition(">")[0] == cause and " → " in e.label:
                    return e.label.partition(" → ")[0]
        return self._key(cause)

    def statement(self, map_id: str, key: str) -> str:
        """The mapper's sentence without its full stop, else the id in words."""
        return self._texts.get((map_id, key), key.replace("-", " ")).removesuffix(".")

    def entries(self, entries: Iterable[Entry], most: int | None = None) -> str:
        """Entries one after the other, parted by semicolons as they may hold commas; the rest counted."""
        words = [self.entry(entry) for entry in entries]
        left = len(words) - most if most is not None and len(words) > most + 1 else 0
        return "; ".join([*words[: len(words) - left], *([f"{left} more"] if left else [])])

    def entry(self, entry: Entry) -> str:
        """An entry in words, as findings write it."""
        if entry in self._entries:
            return self._entries[entry]
        form, _, rest = entry.partition(":")
        if form in _STANCES:
            return _STANCES[form] + self._phrases.get(rest, self._key(rest))
        if form in _EFFECTS:
            cause, _, effect = rest.partition(">")
            return f"{self._key(cause)} → {self._key(effect)}{_EFFECTS[form]}"
        if form == "role":
            actor, _, role = rest.partition("=")
            return f"{self._key(actor)} as {role.partition('@')[0].replace('-', ' ')}"
        if form == "voice":
            who, _, said = rest.partition("|")
            return f"{self.entry(said)} (according to {self.label(who)})"
        if form == "text":
            map_id, _, key = rest.rpartition(":")
            return self.statement(map_id, key)
        return self._key(rest)

    def _key(self, key: str) -> str:
        return self.labels.get(key) or key.replace("-", " ")


def _entries(findings: Iterable[Finding]) -> Iterator[tuple[Entry, str]]:
    for f in findings:
        for side in f.sides.values():
            if isinstance(side.position, tuple):
                yield from ((e.entry, e.label) for e in side.position if e.label)
            yield from ((p.entry, p.label) for reason in side.reasons for p in reason.premises if p.label)


def _phrases(findings: Iterable[Finding]) -> Iterator[tuple[str, str]]:
    """Propositions as they stand within a sentence: the sentence of the finding knows which first words are names."""
    for f in findings:
        if f.unit == "stance":
            lowered = f.label[:1].lower() + f.label[1:]
            yield f.key, lowered if lowered in f.sentence else f.label
