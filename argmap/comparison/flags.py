"""Flags: what a reader should know beside the category. They change none; each has its sentence in the notes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from argmap.comparison.clashes import unasserted
from argmap.comparison.explanations import ExplanationVerdict
from argmap.comparison.grounds import below
from argmap.comparison.judged import Judged
from argmap.comparison.links import Link
from argmap.comparison.records import Entry
from argmap.comparison.roles import RoleVerdict
from argmap.comparison.stances import StanceVerdict, conditional
from argmap.comparison.stands import Stand
from argmap.comparison.wording import Words, listed
from argmap.model import CERTAINTIES


@dataclass(frozen=True, slots=True)
class Reach:
    """The statements of some findings in one map, and those that lie below them by `because`."""

    own: frozenset[str]
    below: frozenset[str]

    def carries(self, stand: Stand) -> bool:
        """Whether what the map says on a key is a reason for one of the findings.

        A source is a reason for the statement that cites it.
        """
        reached = self.below | self.own if stand.key[0] == "evidence" else self.below
        return not reached.isdisjoint(stand.statements)


@dataclass(frozen=True, slots=True)
class Context:
    """What flags need beyond the finding: for each map the reach of findings that differ, and that agree."""

    words: Words
    differ: tuple[Reach, Reach]
    agree: tuple[Reach, Reach]


Flag = tuple[str, str]  # the flag and its note
Raise = Callable[[Judged, Context], Iterator[str]]


def flags(judged: Judged, context: Context) -> tuple[Flag, ...]:
    """The flags of a finding with their notes, in the stated order."""
    return tuple((name, note) for name, check in FLAGS.items() for note in check(judged, context))


def _both(judged: Judged) -> bool:
    return all(s.speaks for s in judged.stands)


def _certainty(judged: Judged, context: Context) -> Iterator[str]:
    """The sides are not equally sure: of the position, of a cause or role both name, else of their mains."""
    if judged.unit == "evidence" or not _both(judged):
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


def _conditional(judged: Judged, context: Context) -> Iterator[str]:
    """One side speaks only under a condition, or a condition decides whether the two meet."""
    if judged.unit == "evidence":
        return
    bound = [conditional(s.standing) for s in judged.speakers]
    conditions = [{e for c in s.standing for e in c.conditions} for s in judged.stands]
    asserted = tuple(s.coding.asserted for s in judged.stands)
    open_ = unasserted(conditions[0] ^ conditions[1], asserted) if _both(judged) else frozenset()
    if not open_ and not (any(bound) and (len(bound) == 1 or bound[0] != bound[1])):
        return
    said = []
    for stand, mine in zip(judged.stands, conditions, strict=True):
        if mine:
            how = "only if" if conditional(stand.standing) else "in part only if"
            said.append(f"{stand.name}: {how} {context.words.entries(sorted(mine))}.")
    yield " ".join(said)


def _scope(judged: Judged, _: Context) -> Iterator[str]:
    """The sides speak of different times or places, or part of what one says lies outside the other's."""
    if judged.unit == "evidence" or not _both(judged):
        return
    scopes = [dict.fromkeys(c.scope for c in s.claims) for s in judged.stands]
    left_out = isinstance(judged.verdict, StanceVerdict) and judged.verdict.left_out
    if left_out or set(scopes[0]) != set(scopes[1]):
        said = zip(judged.stands, scopes, strict=True)
        yield " ".join(f"{stand.name}: {listed(str(scope) for scope in mine)}." for stand, mine in said)


def _emphasis(judged: Judged, _: Context) -> Iterator[str]:
    """A thesis in one map and not in the other, or at depths two or more apart."""
    if not _both(judged):
        return
    thesis = [any(coded.type == "thesis" for coded in s.texts) for s in judged.stands]
    depth = [s.depth or 0 for s in judged.stands]
    if thesis[0] != thesis[1] or abs(depth[0] - depth[1]) >= 2:
        said = [
            f"{s.name}: {'a thesis' if t else _steps(d)}." for s, t, d in zip(judged.stands, thesis, depth, strict=True)
        ]
        yield " ".join(said)


def _steps(depth: int) -> str:
    return f"{depth} step{'' if depth == 1 else 's'} from the thesis"


def _shared_source(judged: Judged, context: Context) -> Iterator[str]:
    """Both cite one source for it."""
    flats = [s.grounds.flat for s in judged.stands]
    both = sorted(e for e in set(flats[0]) & set(flats[1]) if e.startswith("source:"))
    if both:
        yield f"Both cite {context.words.entries(both)}."


def _concedes(judged: Judged, context: Context) -> Iterator[str]:
    """What one map admits against its own position is a ground of the other's."""
    if judged.unit != "stance" or not _both(judged):
        return
    said = []
    for stand, other in (judged.stands, judged.stands[::-1]):
        against = _objections(stand)
        granted = [e for e in other.grounds.flat if e in against]
        if granted:
            said.append(f"{stand.does('concedes')} a ground of {other.name}'s: {context.words.entries(granted)}.")
    if said:
        yield " ".join(said)


def _objections(stand: Stand) -> set[Entry]:
    coding = stand.coding
    objections = [o for s in stand.texts for o in s.but]
    return {entry for o in objections for entry in coding.entries.get(o, ())}


def _undercut(judged: Judged, context: Context) -> Iterator[str]:
    """One map asserts what the other says would undo a step on its way to the position."""
    if judged.unit != "stance" or not _both(judged):
        return
    said = []
    for stand, other in (judged.stands, judged.stands[::-1]):
        if not stand.coding.doubtful:
            continue
        doubts = sorted(below(stand.coding, stand.statements, stand.key).doubts)
        hits = [e for doubt in doubts for e in stand.coding.entries[doubt] if e in other.coding.asserted]
        if hits:
            said.append(
                f"{other.does('asserts')} what would undo a step of {stand.name}'s: {context.words.entries(hits)}."
            )
    if said:
        yield " ".join(said)


def _linked_differently(judged: Judged, _: Context) -> Iterator[str]:
    """The same premises, but working together in one map and apart in the other."""
    a, b = (s.grounds for s in judged.stands)
    if a.flat and set(a.flat) == set(b.flat) and a.sets != b.sets:
        yield "The same premises, linked differently."


def _indirect(judged: Judged, context: Context) -> Iterator[str]:
    """The reasons meet only further down; or a cause acts through another that the other map names."""
    words = context.words
    if isinstance(judged.verdict, StanceVerdict | Link):
        flats = [set(s.grounds.flat) for s in judged.stands]
        if judged.shared and flats[0].isdisjoint(flats[1]):
            yield f"The reasons meet only further down: {words.entries(judged.shared)}."
    elif isinstance(judged.verdict, ExplanationVerdict):
        steps = sorted(_through(judged, judged.verdict))
        if steps:
            said = (f"{words.phrase('factor', c)} through {words.phrase('factor', via)}" for c, via in steps)
            yield f"Part of it acts indirectly: {listed(said)}."


def _through(judged: Judged, verdict: ExplanationVerdict) -> set[tuple[str, str]]:
    """Causes only one side names, with a cause of the other side that they drive in one of the maps."""
    found = set()
    for mine, theirs in (verdict.causes, verdict.causes[::-1]):
        for cause in mine.drivers:
            if cause not in theirs.all:
                found |= {(cause, via) for via in theirs.drivers if _drives(cause, via, judged)}
    return found


def _drives(cause: str, effect: str, judged: Judged) -> bool:
    claims = (c for s in judged.stands for c in s.coding.claims.get(("explanation", effect), ()))
    return any(c.cause == cause and c.value != "unrelated" for c in claims)


def _reported(judged: Judged, context: Context) -> Iterator[str]:
    """A map that takes no position of its own reports somebody else's."""
    for stand in judged.stands:
        if not stand.speaks and stand.reported:
            voices = (context.words.voice(stand.coding.voices[key]) for key in stand.reported)
            yield f"{stand.does('reports')} it as the view of {listed(voices)}."


def _assumed(judged: Judged, _: Context) -> Iterator[str]:
    """A side's position is nothing but assumptions the mapper supplied."""
    who = [s for s in judged.speakers if all(coded.type == "assumption" for coded in s.texts)]
    if who:
        one = len(who) == 1 and not who[0].coding.several
        yield f"{listed(s.name for s in who)} only {'assumes' if one else 'assume'} it."


def _unanswered(judged: Judged, context: Context) -> Iterator[str]:
    if _standing(judged, context) == "unanswered":
        yield "It carries a point on which the maps differ."


def _complementary(judged: Judged, context: Context) -> Iterator[str]:
    if _standing(judged, context) == "complementary":
        yield "It carries a point on which the maps agree."


def _standalone(judged: Judged, context: Context) -> Iterator[str]:
    if _standing(judged, context) == "standalone":
        yield "It carries no point on which the maps agree or differ."


def _standing(judged: Judged, context: Context) -> str:
    """Whether what only one map has is a reason for something they differ on, else agree on."""
    if judged.category != "one-sided":
        return ""
    speaker = judged.speakers[0]
    i = speaker.coding.index
    if context.differ[i].carries(speaker):
        return "unanswered"
    return "complementary" if context.agree[i].carries(speaker) else "standalone"


_ON_UNCODED = frozenset(
    (
        "agree-different-reasons",
        "agree-shared-reasons",
        "agree-same-reasons",
        "evidence-some-shared-use",
        "evidence-different-use",
        "evidence-opposite-use",
    )
)


def _provisional(judged: Judged, context: Context) -> Iterator[str]:
    """It rests on an absence nobody has reviewed."""
    if judged.category == "one-sided":
        silent = next(s for s in judged.stands if not s.speaks)
        if silent.coding.map.coverage != "complete":
            yield f"{silent.name}'s map is partial: what it does not map is not denied."
    elif judged.category in _ON_UNCODED:
        uncoded = [e for side in judged.only for e in side if e.rpartition("|")[2].startswith("text:")]
        if uncoded:
            what = "use" if judged.unit == "evidence" else "reason"
            yield f"An unshared {what} is uncoded, so it may turn out to be shared: {context.words.entries(uncoded)}."


FLAGS: Mapping[str, Raise] = {
    "certainty": _certainty,
    "conditional": _conditional,
    "scope": _scope,
    "emphasis": _emphasis,
    "shared-source": _shared_source,
    "concedes": _concedes,
    "undercut": _undercut,
    "linked-differently": _linked_differently,
    "indirect": _indirect,
    "reported": _reported,
    "assumed": _assumed,
    "unanswered": _unanswered,
    "complementary": _complementary,
    "standalone": _standalone,
    "provisional": _provisional,
}
"""Every flag, in the order findings carry them."""
