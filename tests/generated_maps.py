"""Hypothesis strategies: maps on one small codebook that use everything a comparison looks at."""

from typing import Any

from comparison_cases import BOOK, a_map
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from argmap.comparison.alignment.correspondences import PREDICATES, Correspondence, Ref
from argmap.model import ArgumentMap

LINKED_BOOK: dict[str, Any] = BOOK | {
    "propositions": {
        "p": {"text": "The lane pays", "kind": "policy", "contrary": ["q"]},
        "q": {"text": "The street is quiet", "kind": "value", "narrower": ["r"]},
        "r": {"text": "Buses run on time", "kind": "fact"},
        "u": "Rents rise",
    }
}
NAMES = [f"n{i}" for i in range(7)]
FREE = ["free-1", "free-2"]
"""Statements no other statement names: rows may join them, and nothing rests on them."""

quick = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
brief = settings(quick, max_examples=20)

stances = st.builds(lambda a, p: {a: p}, st.sampled_from(["holds", "denies", "questions"]), st.sampled_from("pqru"))
links = st.builds(
    lambda causes, effect, on, main: {"cause": causes, effect: on, "main": main},
    st.lists(st.sampled_from("cdx"), min_size=1, max_size=2, unique=True),
    st.sampled_from(["raises", "raises", "lowers", "unrelated"]),
    st.sampled_from(["e", "e", "e", "w"]),
    st.booleans(),
)
roles = st.builds(
    lambda actor, role, toward, main: {"actor": actor, "role": role, "toward": toward, "main": main},
    st.sampled_from(["council", "council", "shops"]),
    st.sampled_from(["ally", "adversary", "leader"]),
    st.sampled_from([[], ["shops"], ["riders", "shops"]]),
    st.booleans(),
)
forms = stances | links | roles
scopes = st.sampled_from([{}, {}, {}, {"when": "2017"}, {"when": "2018", "where": "hills"}, {"where": "harbour"}])
sureness = st.sampled_from([{}, {}, {"certainty": "likely"}, {"certainty": "possible"}])


@st.composite
def statements(draw: st.DrawFn, *, may_report: bool = True) -> dict[str, Any]:
    """Up to seven statements; reasons and conditions name later ones, so nothing closes a cycle."""
    found: dict[str, Any] = {}
    names = NAMES[: draw(st.integers(0, len(NAMES)))]
    for i, name in enumerate(names):
        some = st.lists(st.sampled_from(names[i + 1 :]), max_size=2, unique=True) if names[i + 1 :] else st.just([])
        found[name] = {
            "type": draw(st.sampled_from(["thesis", "premise", "premise", "assumption"])),
            "says": draw(st.lists(forms, max_size=2)),
            "because": [{"premises": p, "unless": draw(some)} for p in draw(st.lists(some, max_size=2)) if p],
            "but": draw(some),
            "if": draw(st.sampled_from([[], [], draw(some)])),
            "sources": draw(st.lists(st.sampled_from("st"), max_size=1)),
            "voice": draw(st.sampled_from(["author", "author", "author", "riders"])) if may_report else "author",
        }
        found[name] |= draw(scopes) | draw(sureness)
    return found


Content = tuple[dict[str, Any], str]

contents = st.tuples(statements(), st.sampled_from(["partial", "complete"]))
several = st.lists(contents, min_size=3, max_size=5)


def build(name: str, content: Content, *, book: dict[str, Any] | None = LINKED_BOOK, **fields: Any) -> ArgumentMap:
    """The map of some content, called by its id in capitals."""
    return a_map(name, content[0], book=book, coverage=content[1], **{"article": {"short": name.upper()}} | fields)


def build_all(found: list[Content]) -> list[ArgumentMap]:
    """Maps a, b, c …"""
    return [build("abcdefgh"[i], content) for i, content in enumerate(found)]


@st.composite
def rows(draw: st.DrawFn, names: str = "ab") -> list[Correspondence]:
    """Up to four accepted rows between free statements of different maps."""
    found = []
    for _ in range(draw(st.integers(1, 4))):
        left, right = draw(st.permutations(list(names)))[:2]
        ends = Ref(left, draw(st.sampled_from(FREE))), Ref(right, draw(st.sampled_from(FREE)))
        found.append(Correspondence(ends[0], draw(st.sampled_from(PREDICATES)), ends[1], file="rows.tsv"))
    return found


def with_free(content: Content) -> Content:
    """The content with statements for rows to join."""
    return content[0] | {name: {} for name in FREE}, content[1]
