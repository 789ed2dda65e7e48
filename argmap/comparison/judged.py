"""One unit judged: its sides, its category, what they share and what each has alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from argmap.comparison import sentences
from argmap.comparison.clashes import Asserted
from argmap.comparison.evidence import EvidenceVerdict, judge_evidence, uses
from argmap.comparison.explanations import ExplanationVerdict, judge_explanations
from argmap.comparison.links import Link
from argmap.comparison.positions import Claim, Coding, Key
from argmap.comparison.records import Entry, Group, Unit
from argmap.comparison.roles import RoleVerdict, judge_roles
from argmap.comparison.stances import Arguments, StanceVerdict, judge_stances
from argmap.comparison.stands import Stand, reasons_of, stand
from argmap.comparison.wording import Words

Verdict = StanceVerdict | ExplanationVerdict | RoleVerdict | EvidenceVerdict | Link | None

CATEGORIES: dict[str, Group] = {
    "internal-tension": "undetermined",
    "one-sided": "one-sided",
    "agree-both-open": "agree",
    "stance-open-vs-committed": "diverge",
    "stance-contradiction": "conflict",
    "stance-different-scope": "diverge",
    "agree-different-scope": "agree-but",
    "stance-hedged": "diverge",
    "stance-conditional": "diverge",
    "agree-different-reasons": "agree-but",
    "agree-shared-reasons": "agree-but",
    "agree-different-strength": "agree-but",
    "agree-same-reasons": "agree",
    "agree-unargued": "agree",
    "stance-incompatible": "conflict",
    "agree-implied": "agree-but",
    "stance-different-claims": "diverge",
    "explanation-opposite-effects": "conflict",
    "explanation-different-causes": "diverge",
    "explanation-different-main-cause": "diverge",
    "explanation-same-causes-different-weight": "agree-but",
    "explanation-some-shared-causes": "agree-but",
    "explanation-same": "agree",
    "role-incompatible": "conflict",
    "role-opposed": "diverge",
    "role-different": "diverge",
    "role-some-shared-roles": "agree-but",
    "role-same-roles-different-weight": "agree-but",
    "role-same": "agree",
    "evidence-same-use": "agree",
    "evidence-opposite-use": "conflict",
    "evidence-some-shared-use": "agree-but",
    "evidence-different-use": "diverge",
}
"""Every category with its group, in the order of the decision tables."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A unit with its verdict.

    Attributes:
        keys: The key; for linked propositions both, in codebook order.
        verdict: What the category was decided on; None for `internal-tension` and `one-sided`.
        shared: Entries of both sides, sorted: grounds, causes, roles or uses.
        only: What each side has alone, in the order of its file.
    """

    unit: Unit
    keys: tuple[str, ...]
    category: str
    stands: tuple[Stand, Stand]
    sentence: str
    verdict: Verdict = None
    shared: tuple[Entry, ...] = ()
    only: tuple[tuple[Entry, ...], tuple[Entry, ...]] = ((), ())

    @property
    def key(self) -> str:
        """The key; of linked propositions ``p~q``."""
        return "~".join(self.keys)

    @property
    def id(self) -> str:
        """What the finding is called."""
        return f"{self.unit}:{self.key}"

    @property
    def group(self) -> Group:
        """The group of the category."""
        return CATEGORIES[self.category]

    @property
    def speakers(self) -> tuple[Stand, ...]:
        """The sides that take a position."""
        return tuple(s for s in self.stands if s.speaks)


Codings = tuple[Coding, Coding]


def judge(unit: Unit, key: str, codings: Codings, words: Words) -> Judged:
    """Judge one key of a unit; at least one of the maps speaks on it."""
    match unit:
        case "stance":
            return _judge(unit, key, codings, words, _stance)
        case "explanation":
            return _judge(unit, key, codings, words, _explanation)
        case "role":
            return _judge(unit, key, codings, words, _role)
        case "evidence":
            return _evidence(key, codings, words)


def _judge(
    unit: Unit, key: str, codings: Codings, words: Words, compare: Callable[[tuple[Stand, Stand], Words], Judged]
) -> Judged:
    stands = _stands(codings, (unit, key), words)
    if any(s.tension for s in stands):
        return _with_entries(Judged(unit, (key,), "internal-tension", stands, sentences.tension(stands, words)))
    if not all(s.speaks for s in stands):
        return _with_entries(Judged(unit, (key,), "one-sided", stands, sentences.one_sided(stands, words)))
    return compare(stands, words)


def _stands(codings: Codings, key: Key, words: Words) -> tuple[Stand, Stand]:
    return stand(codings[0], key, words.vocabulary), stand(codings[1], key, words.vocabulary)


def _asserted(stands: tuple[Stand, Stand]) -> Asserted:
    return stands[0].coding.asserted, stands[1].coding.asserted


def _indices(stands: tuple[Stand, Stand]) -> tuple[int, int]:
    return stands[0].coding.index, stands[1].coding.index


def _stance(stands: tuple[Stand, Stand], words: Words) -> Judged:
    a, b = stands

    def argue(left: tuple[Claim, ...], right: tuple[Claim, ...]) -> Arguments:
        return arguments((standing(a, left), standing(b, right)))

    verdict = judge_stances(a.claims, b.claims, asserted=_asserted(stands), argue=argue)
    stands = standing(a, verdict.kept[0]), standing(b, verdict.kept[1])
    sentence = sentences.stance(verdict, stands, words)
    return _with_grounds(Judged("stance", stands[0].key[1:], verdict.category, stands, sentence, verdict))


def standing(stand: Stand, claims: tuple[Claim, ...]) -> Stand:
    """The stand with those claims standing, and their grounds."""
    if claims == stand.standing:
        return stand
    return replace(stand, standing=claims, grounds=reasons_of(stand.coding, claims, stand.key))


def arguments(stands: tuple[Stand, Stand]) -> Arguments:
    """What the standing claims of both sides rest on."""
    a, b = stands
    left, right = a.grounds.flat, b.grounds.flat
    shared = b.rests_on(left) | a.rests_on(right) if left and right else frozenset()
    return Arguments(a.grounds, b.grounds, shared)


def judge_link(link: Link, codings: Codings, words: Words) -> Judged:
    """The finding on two linked propositions, one from each side."""
    sides = []
    for coding, literal in zip(codings, link.literals, strict=True):
        whole = stand(coding, ("stance", literal[1]), words.vocabulary)
        sides.append(standing(whole, tuple(c for c in whole.claims if c.value == literal[0])))
    stands = sides[0], sides[1]
    keys = tuple(sorted(link.keys, key=lambda key: words.vocabulary.rank("proposition", key)))
    return _with_grounds(Judged("stance", keys, link.category, stands, sentences.linked(link, stands, words), link))


def _explanation(stands: tuple[Stand, Stand], words: Words) -> Judged:
    verdict = judge_explanations(stands[0].claims, stands[1].claims, asserted=_asserted(stands))
    sentence = sentences.explanation(verdict, stands, words)
    j = Judged("explanation", stands[0].key[1:], verdict.category, stands, sentence, verdict)
    return _with_entries(j, verdict.agreed)


def _role(stands: tuple[Stand, Stand], words: Words) -> Judged:
    verdict = judge_roles(
        stands[0].claims,
        stands[1].claims,
        asserted=_asserted(stands),
        valences=words.vocabulary.valences_between(*_indices(stands)),
        incompatible=words.vocabulary.incompatible_between(*_indices(stands)),
    )
    key = stands[0].key[1]
    sentence = sentences.role(verdict, stands, words)
    j = Judged("role", (key,), verdict.category, stands, sentence, verdict)
    return _with_entries(j, frozenset(f"role:{key}={role}" for role in verdict.matched))


def _evidence(key: str, codings: Codings, words: Words) -> Judged:
    sides = [Stand(coding, ("evidence", key), used=uses(coding, key)) for coding in codings]
    stands = sides[0], sides[1]
    left, right = stands[0].uses, stands[1].uses
    shared = tuple(sorted(set(left) & set(right)))
    only = _without(left, shared), _without(right, shared)
    if not (left and right):
        return Judged("evidence", (key,), "one-sided", stands, sentences.one_sided(stands, words), only=only)
    verdict = judge_evidence(
        stands[0].used,
        stands[1].used,
        asserted=_asserted(stands),
        incompatible=words.vocabulary.incompatible_between(*_indices(stands)),
    )
    sentence = sentences.evidence(verdict, stands, words)
    return Judged("evidence", (key,), verdict.category, stands, sentence, verdict, shared, only)


def _with_grounds(judged: Judged) -> Judged:
    """The judged stance with the grounds in which the sides meet, and those each has alone."""
    by = arguments(judged.stands)
    shared = tuple(sorted(by.shared))
    return replace(judged, shared=shared, only=(_without(by.left.flat, shared), _without(by.right.flat, shared)))


def _with_entries(judged: Judged, agreed: frozenset[Entry] | None = None) -> Judged:
    """The judged unit with the entries agreed on; a stance that is not compared shows its grounds."""
    a, b = judged.stands
    lists = (_flat(a), _flat(b)) if judged.unit == "stance" else (_entries(a.claims), _entries(b.claims))
    common = set(lists[0]) & set(lists[1]) if agreed is None else agreed
    shared = tuple(sorted(common))
    return replace(judged, shared=shared, only=(_without(lists[0], shared), _without(lists[1], shared)))


def _flat(stand: Stand) -> tuple[Entry, ...]:
    return stand.grounds.flat


def _entries(claims: Sequence[Claim]) -> tuple[Entry, ...]:
    return tuple(dict.fromkeys(c.entry for c in claims))


def _without(entries: Sequence[Entry], others: Sequence[Entry]) -> tuple[Entry, ...]:
    unwanted = set(others)
    return tuple(entry for entry in entries if entry not in unwanted)
