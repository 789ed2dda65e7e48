"""What one map says on every key: who speaks, how surely, when and where, under which conditions."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.comparison.deep import Deep
from argmap.comparison.keys import Commitment, Name, Parity, Vocabulary, literal
from argmap.comparison.records import Entry, StancePosition, Unit
from argmap.comparison.scope import ANY, Gazetteer, Scope
from argmap.graph import depths, measured_depths, suppositions
from argmap.model import CERTAINTIES, ArgumentMap, Article, CausalClaim, RoleAttribution, Says, Stance, Statement
from argmap.model.names import together

if TYPE_CHECKING:  # most comparisons have no rows to join
    from argmap.comparison.alignment.clusters import Clusters

Key = tuple[Unit, str]

_SEVERAL = re.compile(r" (?:&|and|et al\.?)(?: |$)")  # a short form that still names several people


@dataclass(frozen=True, slots=True)
class Claim:
    """One entry of one statement.

    Attributes:
        value: What is said of the topic: an attitude, an effect or a role.
        topic: What it is said of: the proposition, the link ``F>G`` or the actor.
        strength: 2 asserted, 1 likely, 0 possible.
        conditions: The entries under the statement's `if`.
    """

    unit: Unit
    key: str
    entry: Entry
    value: str
    topic: str
    statement: str
    strength: int = 2
    scope: Scope = ANY
    conditions: frozenset[Entry] = frozenset()
    main: bool = False
    toward: tuple[str, ...] = ()

    @property
    def cause(self) -> str:
        """The driving factor of a link."""
        return self.topic.partition(">")[0]


@dataclass(frozen=True)
class Coding:
    """One map, indexed for comparison; every list is in the order of the file.

    Attributes:
        id: The map's id in the result.
        several: Whether `name` is that of several authors.
        index: Which of the compared maps it is.
        claims: What the author says, by key; suppositions read as questions.
        reported: Statements in another voice, by key.
        voices: Who says each statement that is not the author's: the name of an actor, or as written.
        entries: What each statement is as a premise, with its voice in front where that is not the author's.
        bare: What each statement says, whoever speaks: what a doubt or a condition comes to.
        holders: The statements of each premise entry.
        asserted: Entries the author asserts without condition; what is only possible, or asked, is not.
        cited: The author's statements that cite a source.
        spoken: The claims of each of the author's statements, as they stand in `claims`.
        private: The texts behind private entries.
        deep: All that the statements rest on.
        searched: Statements whose counterpart somebody looked for in vain, with the map searched ("" for every other).
        joined: Statements without `says` that accepted rows of an alignment give a stance.
        measured: The statements that hang on a thesis by a relation depth is counted over.
    """

    map: ArgumentMap
    id: str
    name: str
    several: bool
    index: int
    claims: Mapping[Key, tuple[Claim, ...]]
    reported: Mapping[Key, tuple[str, ...]]
    voices: Mapping[str, str]
    entries: Mapping[str, tuple[Entry, ...]]
    bare: Mapping[str, tuple[Entry, ...]]
    holders: Mapping[Entry, tuple[str, ...]]
    asserted: frozenset[Entry]
    cited: Mapping[str, tuple[str, ...]]
    sources: Mapping[str, tuple[str, ...]]
    supporting: Mapping[str, tuple[str, ...]]
    spoken: Mapping[str, tuple[Claim, ...]]
    private: Mapping[Entry, str]
    own_entry: Callable[[str], Entry]  # the private entry of a statement
    deep: Deep
    searched: Mapping[str, tuple[str, ...]]
    joined: frozenset[str]
    depth: Mapping[str, int] = field(default_factory=dict)
    measured: frozenset[str] = frozenset()

    @cached_property
    def places(self) -> Mapping[Entry, int]:
        """The place of each premise entry in the order of the map."""
        return {entry: i for i, entry in enumerate(self.holders)}

    @cached_property
    def is_all_coded(self) -> bool:
        """Whether every statement says something that can be compared."""
        return all(s.says or key in self.joined for key, s in self.map.statements.items())

    @cached_property
    def topics(self) -> frozenset[str]:
        """What the map touches in any voice: propositions, links, actors, its uncoded statements."""
        return frozenset(topic(entry) for entries in self.bare.values() for entry in entries)


def read_coding(
    m: ArgumentMap,
    *,
    id: str,  # noqa: A002 - the field's word
    name: str,
    index: int,
    vocabulary: Vocabulary,
    owner: Callable[[str], str],
    clusters: "Clusters | None" = None,
) -> Coding:
    """Index a map; `owner` tells for an uncoded statement under which map's id its private entry stands."""
    builder = _Builder(m, vocabulary.names[index], owner)
    if clusters:
        builder.joined, builder.propositions = clusters.stances[index], clusters.propositions
    builder.read()
    measured = measured_depths(m)
    claims = {key: _opened(key, tuple(found)) for key, found in builder.claims.items()}
    holders = {entry: tuple(found) for entry, found in builder.holders.items()}
    return Coding(
        map=m,
        id=id,
        name=name,
        several=several(m.article, name),
        index=index,
        claims=claims,
        reported={key: tuple(dict.fromkeys(found)) for key, found in builder.reported.items()},
        voices={key: builder.voice(s) for key, s in m.statements.items() if not s.by_author},
        entries=builder.entries,
        bare=builder.bare,
        holders=holders,
        asserted=frozenset(builder.asserted),
        cited={source: tuple(dict.fromkeys(found)) for source, found in builder.cited.items()},
        sources=builder.sources,
        supporting={key: tuple(dict.fromkeys(found)) for key, found in builder.supporting.items()},
        spoken={statement: tuple(found) for statement, found in builder.spoken.items()},
        private=builder.private,
        own_entry=builder.own_entry,
        deep=Deep(m, builder.entries, holders, builder.sources),
        searched=clusters.searched[index] if clusters else {},
        joined=frozenset(builder.joined),
        depth=depths(m, measured),
        measured=frozenset(measured),
    )


def several(article: Article, name: str) -> bool:
    """Whether a map's name in the result is that of several authors: not if it was made to tell two maps apart."""
    called = article.short or together(article.authors)
    return len(article.authors) > 1 and name == called and not (article.short and not _SEVERAL.search(article.short))


class _Builder:
    """Walks a map once; `names` gives the keys their names in the result."""

    def __init__(self, m: ArgumentMap, names: Mapping[Name, str], owner: Callable[[str], str]) -> None:
        self.map, self.names, self.owner = m, names, owner
        self.joined: Mapping[str, Commitment] = {}  # what accepted rows make of uncoded statements
        self.propositions: Mapping[str, tuple[str, Parity]] = {}  # and by what key a proposition then goes
        self.places = Gazetteer(m.codebook)
        self.suppositions = suppositions(m)
        self.claims: dict[Key, list[Claim]] = {}
        self.spoken: dict[str, list[Claim]] = {}
        self.said: dict[str, list[Claim]] = {}  # of statements without conditions
        self.reported: dict[Key, list[str]] = {}
        self.bare: dict[str, tuple[Entry, ...]] = {}
        self.entries: dict[str, tuple[Entry, ...]] = {}
        self.holders: dict[Entry, list[str]] = {}
        self.asserted: set[Entry] = set()
        self.cited: dict[str, list[str]] = {}
        self.sources: dict[str, tuple[str, ...]] = {}
        self.supporting: dict[str, list[str]] = {}
        self.private: dict[Entry, str] = {}

    def read(self) -> None:
        statements = self.map.statements
        for key, s in statements.items():
            self._name_entries(key, s)
        for key, s in statements.items():
            self._speak(key, s)
        for key, s in statements.items():
            for reason in s.because:
                for premise in reason.premises:
                    if premise in statements:
                        self.supporting.setdefault(premise, []).append(key)

    def _name_entries(self, statement: str, s: Statement) -> None:
        claims = self._all_claims(statement, s)
        if not s.if_:  # what stands under a condition has to wait until every entry has its name
            self.said[statement] = claims
        coded = [c.entry for c in claims]
        if not coded:
            coded = [self.own_entry(statement)]
        if not s.says or statement in self.suppositions:
            self.private[self.own_entry(statement)] = s.text
        bare = self.bare[statement] = tuple(dict.fromkeys(coded))
        own = self.entries[statement] = (
            bare if s.by_author else tuple(f"voice:{self.voice(s)}|{entry}" for entry in bare)
        )
        for entry in own:
            self.holders.setdefault(entry, []).append(statement)
        self.sources[statement] = tuple(dict.fromkeys(self.names["source", key] for key in s.sources))
        if s.by_author and not s.if_ and s.certainty != "possible" and statement not in self.suppositions:
            self.asserted.update(entry for entry in bare if not entry.startswith("questions:"))

    def own_entry(self, statement: str) -> Entry:
        return f"text:{self.owner(statement)}:{statement}"

    def voice(self, s: Statement) -> str:
        return self.names.get(("actor", s.voice), s.voice)

    def _speak(self, statement: str, s: Statement) -> None:
        for claim in self.said.get(statement) or self._all_claims(statement, s):
            if not s.by_author:
                self.reported.setdefault((claim.unit, claim.key), []).append(statement)
            elif statement not in self.suppositions:
                self._claim(claim)
            elif claim.unit == "stance":
                self._claim(_supposed(claim))
        for source in self.sources[statement]:
            if s.by_author:
                self.cited.setdefault(source, []).append(statement)
            else:
                self.reported.setdefault(("evidence", source), []).append(statement)

    def _claim(self, claim: Claim) -> None:
        self.claims.setdefault((claim.unit, claim.key), []).append(claim)
        self.spoken.setdefault(claim.statement, []).append(claim)

    def _all_claims(self, statement: str, s: Statement) -> list[Claim]:
        """The claims of a statement: of its `says`, else of the cluster it is joined to."""
        if not s.says and statement in self.joined:
            return [self._stance(statement, s, *self.joined[statement])]
        return [c for form in s.says for c in self._claims(statement, s, form)]

    def _stance(self, statement: str, s: Statement, attitude: str, p: str) -> Claim:
        return Claim("stance", p, f"{attitude}:{p}", attitude, p, statement, *self._circumstances(s))

    def _circumstances(self, s: Statement) -> tuple[int, Scope, frozenset[Entry]]:
        """How surely it is said, of what time and place, under which conditions."""
        conditions = frozenset(_as_condition(entry) for other in s.if_ for entry in self.bare.get(other, ()))
        return CERTAINTIES.index(s.certainty), self.places.scope(s), conditions

    def _claims(self, statement: str, s: Statement, form: Says) -> list[Claim]:
        circumstances = self._circumstances(s)

        def claim(unit: Unit, key: str, entry: str, value: str, topic: str) -> Claim:
            return Claim(unit, key, entry, value, topic, statement, *circumstances)

        match form:
            case Stance():
                p = self.names["proposition", form.proposition]
                return [self._stance(statement, s, *literal(form.attitude, *self.propositions.get(p, (p, 0))))]
            case CausalClaim():
                effect = self.names["factor", form.factor]
                causes = dict.fromkeys(self.names["factor", cause] for cause in form.cause)
                return [
                    _main(
                        claim("explanation", effect, f"{form.effect}:{c}>{effect}", form.effect, f"{c}>{effect}"), form
                    )
                    for c in causes
                ]
            case RoleAttribution():
                actor, role = self.names["actor", form.actor], self.names["role", form.role]
                toward = tuple(dict.fromkeys(self.names["actor", other] for other in form.toward))
                return [_main(claim("role", actor, f"role:{actor}={role}", role, actor), form, toward)]


def _main(claim: Claim, form: CausalClaim | RoleAttribution, toward: tuple[str, ...] = ()) -> Claim:
    return replace(claim, main=form.main, toward=toward)


def _as_condition(entry: Entry) -> Entry:
    """What has to be so: a condition that asks whether it snows is that it snows."""
    return f"holds:{entry.removeprefix('questions:')}" if entry.startswith("questions:") else entry


def _supposed(claim: Claim) -> Claim:
    return replace(claim, entry=f"questions:{claim.topic}", value="questions")


def _opened(key: Key, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims; who says of one time and place only that it may be and that it may not be leaves it open."""
    said = [c for c in claims if c.value in COMMITTED]
    if key[0] != "stance" or any(c.strength for c in said) or len({c.value for c in said}) < 2:
        return claims
    both = any(a.value != b.value and a.scope.overlaps(b.scope) for a in said for b in said)
    return tuple(_supposed(c) for c in claims) if both else claims


COMMITTED = ("holds", "denies")


def topic(entry: Entry) -> str:
    """What an entry is about, whoever says it and with whatever sign: a proposition, a link, an actor."""
    form, _, rest = entry.rpartition("|")[2].partition(":")
    match form:
        case "holds" | "denies" | "questions":
            return f"stance:{rest}"
        case "raises" | "lowers" | "unrelated":
            return f"explanation:{rest}"
        case "role":
            return f"role:{rest.partition('=')[0]}"
        case _:
            return f"{form}:{rest}"


def stance_position(claims: tuple[Claim, ...], *, tense: bool) -> StancePosition | None:
    """What a side's statements on a proposition come to."""
    values = {c.value for c in claims}
    if not values:
        return None
    if values.issuperset(COMMITTED):
        return "both" if tense else "varies"
    if "holds" in values:
        return "holds"
    return "denies" if "denies" in values else "questions"
