"""A statement as a box tells it: its words, how surely, on what condition, who says so, what is cited for it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from argmap.diagram.boxes import Level, Seen
from argmap.diagram.calling import LABEL_WORDS, label_of
from argmap.diagram.reading_order import Visit
from argmap.languages import Words
from argmap.model import ArgumentMap, Reason, Statement
from argmap.text import shorten

_INNER: Final = str.maketrans("“”", "‘’")
"""Quotation marks inside a quotation."""


@dataclass(frozen=True, slots=True)
class Told:
    """The statements of a map at one level and in one language.

    Attributes:
        m: The map.
        level: How much of each statement is shown.
        words: The fixed words.
        ids: The id each has in the drawing; none for those that have none.
        called: What others call it.
        label_words: How many words stand for a sentence without a label.
    """

    m: ArgumentMap
    level: Level
    words: Words
    ids: Mapping[str, str]
    called: Mapping[str, str]
    label_words: int

    def within(self, visits: Sequence[Visit], more: Iterable[str] = ()) -> "Told":
        """The same for a drawing of these statements only: no id leads to what is not drawn, but its label does."""
        drawn = {key for visit in visits for key in visit.met()} | set(more)
        called = {
            key: name
            if key in drawn
            else self.words.say("map.called", words=label_of(self.m.statements[key]).rstrip("."))
            for key, name in self.called.items()
        }
        return replace(self, called=called)

    def name(self, key: str) -> str:
        """What other boxes call a statement."""
        return self.called.get(key, key)

    def full(self, key: str, feet: Sequence[str], new: Sequence[str]) -> Seen:
        """A statement where it is first met, with evidence in its foot."""
        s = self.m.statements[key]
        lines = [self.evidence(e) for e in feet]
        cited = self.cited(s)
        if cited:
            lines.insert(0 if s.type == "evidence" else len(lines), f"({cited})")
        text = label_of(s, self.label_words) if self.level == "title" else s.text
        return self._seen(key, text, quote=self.quote(s), evidence=tuple(lines), folded=tuple(new))

    def pointer(self, key: str) -> Seen:
        """A second use: who says it, how surely and on what condition belongs to it too."""
        s = self.m.statements[key]
        # without an id a reader can look only for the words that the full box begins with
        label = label_of(s) if key in self.ids or self.level == "title" else shorten(s.text, LABEL_WORDS)
        return self._seen(key, label, see=True)

    def context(self, key: str) -> Seen:
        """A statement repeated in few words, because a branch belongs to it."""
        return self._seen(key, label_of(self.m.statements[key]), see=True, context=True)

    def _seen(
        self,
        key: str,
        text: str,
        *,
        quote: str = "",
        evidence: tuple[str, ...] = (),
        folded: tuple[str, ...] = (),
        see: bool = False,
        context: bool = False,
    ) -> Seen:
        s = self.m.statements[key]
        return Seen(
            key,
            self.ids.get(key, ""),
            s.type,
            text,
            label_of(s),
            qualified=" · ".join(self.qualified(s)),
            said_by=self.said_by(s),
            quote=quote,
            evidence=evidence,
            folded=folded,
            see=see,
            context=context,
            called=self.name(key),
        )

    def role(self, visit: Visit, visits: Sequence[Visit]) -> tuple[str, str]:
        """What a box is to what stands above it, in words; and to which of several statements, "" for one."""
        if visit.upper < 0:
            return self.words[f"map.role.{visit.kind}"], ""
        upper = visits[visit.upper]
        above = [visit.under] if visit.under else list(upper.keys)
        which = self.words.listed([self.name(key) for key in above])
        joined = visit.under and len(upper.keys) > 1
        return self.words.say(f"map.role.{visit.kind}", which=which), which if joined else ""

    def scheme(self, reason: Reason | None) -> str:
        """The pattern of the reasoning, or ""."""
        return reason.scheme.replace("-", " ") if reason and reason.scheme and self.level == "full" else ""

    def evidence(self, key: str) -> str:
        """A piece of evidence in one line, as it stands in a foot."""
        s = self.m.statements[key]
        told = s.text.rstrip(".") if self.level == "full" else label_of(s, self.label_words).rstrip(".")
        if not s.by_author:
            told += self.words["list.between"] + self.words.say("map.says", who=self.said_by(s))
        cited, quote = self.cited(s), self.quote(s)
        parts = " · ".join([told, *self.qualified(s)])
        return parts + (f" ({cited})" if cited else "") + (f" {quote}" if quote else "")

    def cited(self, s: Statement) -> str:
        """The sources of a statement as they are cited, each once."""
        sources = ((key, self.m.source(key)) for key in s.sources)
        return "; ".join(dict.fromkeys(source.citation(key) if source else key for key, source in sources))

    def qualified(self, s: Statement) -> Iterator[str]:
        """Certainty, conditions, when and where."""
        if s.certainty != "asserted":
            yield self.words[f"map.{s.certainty}"]
        conditions = [self.name(key) for key in dict.fromkeys(s.if_) if key in self.m.statements]
        if conditions:
            yield self.words.say("map.condition", which=self.words.listed(conditions))
        if s.when:
            yield self._period(s.when)
        if s.where:
            yield self._place(s.where)

    def _period(self, when: str) -> str:
        start, slash, end = (part.strip() for part in when.partition("/"))
        if not slash:
            return start
        if start in ("", ".."):
            return self.words.say("map.until", when=end)
        return self.words.say("map.since", when=start) if end in ("", "..") else f"{start}–{end}"

    def _place(self, where: str) -> str:
        place = self.m.codebook.places.get(where) if self.m.codebook else None
        return place.name if place and place.name else where.replace("-", " ")

    def said_by(self, s: Statement) -> str:
        """Who says it where the author does not, or ""."""
        actor = self.m.codebook.actors.get(s.voice) if self.m.codebook else None
        return "" if s.by_author else actor.name if actor else s.voice

    def quote(self, s: Statement) -> str:
        """The article's words with their place, at level full; or ""."""
        if self.level != "full":
            return ""
        places = list(s.at) if s.at else [f"{s.via.map} {s.via.at}"] if s.via else []
        said = s.quote.translate(_INNER) if s.quote else ""
        return " ".join([f"“{said}”"] * bool(said) + [", ".join(places)] * bool(places))
