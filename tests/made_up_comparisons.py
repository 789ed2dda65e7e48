"""Made-up comparisons: every group, unit and locus, two maps or many, texts of all kinds, the same for a seed."""

import random
from dataclasses import replace
from itertools import combinations

from argmap.comparison.judged import CATEGORIES
from argmap.comparison.records import (
    GROUPS,
    LOCI,
    PROFILES,
    Basis,
    Cited,
    ComparedCodebook,
    ComparedMap,
    Comparison,
    Finding,
    GivenReason,
    Group,
    Locus,
    PositionEntry,
    Premise,
    Side,
    StancePosition,
    Unit,
)
from argmap.model import KINDS as QUESTIONS
from argmap.model import Article

SHORT = ["The tram runs late", "Nobody counts the bicycles", "A second depot costs too much", "Shops open earlier"]
LONG = [
    "The council, which had promised a count of every bicycle on the bridge before the end of the year, has published "
    "nothing so far, and the two figures that reached the press contradict each other",
    "Whoever lives in the valley pays for the harbour, whoever lives at the harbour pays for the tram, and "
    "the plan that the voters turned down in spring would have changed neither the one nor the other in any year",
]
WIDE = [
    "東京都の自転車専用道路は、商店街の売り上げを押し上げたという。",
    "자전거 도로는 상점가의 매출을 높였다고 한다",
]
HOSTILE = (
    'a < b && "c" > d \\N \\G {x} </TD></TABLE>|<IMG SRC="javascript:alert(1)"/> & <B></B>|'
    "one\ttwo\nthree\ufffefour|👩‍👩‍👧 🇯🇵 ❤️ e\u0301|" + "Donaudampfschifffahrtsgesellschaftskapitaen" * 3 + "|"
    "https://example.org/a/very/long/path?with=a&query=that#never-ends-and-never-ends|WWWWWWWWWW MMMMMMMMMM WWWWWWW"
).split("|")
KINDS = {"short": SHORT, "long": LONG, "wide": WIDE, "hostile": HOSTILE, "mixed": SHORT + LONG + WIDE + HOSTILE}

LABELS = {
    "tram": "the tram", "bridge": "the old bridge", "valley": "people in the valley", "harbour": "the harbour quarter",
    "lane": "A bus lane", "noise": "Noise at night", "rents": "Rents on the hill", "survey": "Household survey",
}  # fmt: skip
ROLES = {"friend": 1, "witness": 0, "spoiler": -1}


def made_up_comparison(size: int, seed: int = 1, *, kind: str = "mixed") -> Comparison:
    """A comparison of two maps with so many findings; `kind` says which texts it is made of."""
    return _Maker(random.Random(f"{size} {seed} {kind}"), KINDS[kind]).comparison(size)


def with_loci(c: Comparison, seed: int = 1) -> Comparison:
    """The comparison with a made-up locus for every conflict, and some bases that are rows of an alignment."""
    chance = random.Random(f"locus {seed}")
    ids = [f.id for f in c.findings if f.unit != "evidence"]
    return replace(c, findings=tuple(_with_locus(f, ids, chance) for f in c.findings))


def _with_locus(f: Finding, ids: list[str], chance: random.Random) -> Finding:
    row = Basis("alignment", "rows.sssom.tsv", f.key, 3, "skos:exactMatch", 0.8, "orcid:0000")
    if chance.random() < 0.3:
        f = replace(f, basis=(row, *f.basis))
    if f.group != "conflict" or f.unit == "evidence":
        return f
    kinds = tuple(kind for kind in LOCI if chance.random() < 0.5) or ("bare",)
    entries = [
        "holds:p",
        "raises:lane>rents",
        "role:tram=friend",
        "text:left:s1",
        "voice:bridge|denies:p",
        "questions:p",
    ]
    roots = tuple(chance.sample(ids, min(len(ids), 3)))
    locus = Locus(
        all=kinds,
        premises=roots if "premise" in kinds else (),
        roots=roots if "premise" in kinds else (),
        double=roots[:1] if chance.random() < 0.5 else (),
        step=tuple(chance.sample(entries, 2)),
        weighed=tuple(entries),
        unaddressed={m: tuple(chance.sample(entries, chance.randint(0, 4))) for m in f.sides},
        stasis=chance.choice((None, *QUESTIONS)),
        deep=chance.random() < 0.3,
    )
    return replace(f, locus=locus)


def made_up_among(maps: int, size: int, seed: int = 1, *, kind: str = "mixed") -> Comparison:
    """A comparison of so many maps, three or more, with so many findings."""
    return _Maker(random.Random(f"{maps} {size} {seed} {kind}"), KINDS[kind]).among(maps, size)


class _Maker:
    def __init__(self, chance: random.Random, texts: list[str]) -> None:
        self.chance, self.texts = chance, texts

    def comparison(self, size: int) -> Comparison:
        maps = (self._map("left", "Ode"), self._map("right", "Lindqvist & Roe-Marsh"))
        findings = [self._finding(i) for i in range(size)]
        findings.sort(key=lambda f: (f.unit == "evidence", GROUPS.index(f.group)))
        book = ComparedCodebook("made-up", None, ("left", "right"), LABELS, ROLES, ())
        return Comparison(maps, (book,), tuple(findings), ())

    def among(self, maps: int, size: int) -> Comparison:
        ids = [f"map-{i}" for i in range(maps)]
        compared = tuple(
            self._map(id_, f"{self.chance.choice(('Ode', 'Lindqvist & Roe-Marsh', '東京'))} {id_}") for id_ in ids
        )
        findings = [self._finding_among(ids, i) for i in range(size)]
        book = ComparedCodebook("made-up", None, tuple(ids), LABELS, ROLES, ())
        return Comparison(compared, (book,), tuple(findings), ())

    def _finding_among(self, ids: list[str], i: int) -> Finding:
        of_two = self._finding(i)
        profile = self.chance.choice(PROFILES)
        groups: dict[str, tuple[Group, ...]] = {
            "tension": ("undetermined",),
            "only-one": ("one-sided",),
            "split": ("conflict",),
            "diverse": ("diverge",),
        }
        group = self.chance.choice(groups.get(profile, ("agree", "agree-but")))
        speaking = ids[:1] if profile == "only-one" else self.chance.sample(ids, self.chance.randint(2, len(ids)))
        speaking = ids if profile == "consensus" else [id_ for id_ in ids if id_ in speaking]
        key = of_two.key.partition("@")[0]
        silent = Side(None, reported=(self._cited(9),) if self.chance.random() < 0.2 else ())
        camps = [[id_] for id_ in speaking[:3]]
        for id_ in speaking[3:]:
            self.chance.choice(camps).append(id_)
        heads = [self._side(of_two.unit, key) for _ in camps]
        sides = {id_: next((h for h, camp in zip(heads, camps, strict=True) if id_ in camp), silent) for id_ in ids}
        category = self.chance.choice([name for name, of in CATEGORIES.items() if of == group])
        return replace(
            of_two,
            id=f"{of_two.unit}:{key}" + f"-{i}" * (of_two.unit != "stance"),
            group=group,
            category=profile,
            sides=sides,
            only=dict.fromkeys(ids, ()),
            pairs={f"{a}|{b}": category for a, b in combinations(speaking, 2)},
            camps=tuple(tuple(camp) for camp in camps),
        )

    def _map(self, key: str, name: str) -> ComparedMap:
        article = Article(authors=(f"Ann {name}",), title=self._text(), publisher="Example Press", date="2024")
        return ComparedMap(key, name, None, None, "ab" * 32, article, "partial", 40, 30, (), (self._cited(0),))

    def _finding(self, i: int) -> Finding:
        unit: Unit = self.chance.choice(("stance", "stance", "explanation", "role", "evidence"))
        group: Group = self.chance.choice(GROUPS)
        key = {"stance": f"p{i}", "explanation": "rents", "role": "tram", "evidence": "survey"}[unit]
        label = self._text() if unit == "stance" else LABELS[key]
        left, right = self._side(unit, key), self._side(unit, key)
        if group == "one-sided":
            reported = (self._cited(9),) if self.chance.random() < 0.3 else ()
            silent = Side(None, reported=reported)
            left, right = (left, silent) if self.chance.random() < 0.5 else (silent, right)
        flags = tuple(self.chance.sample(("certainty", "scope", "provisional", "undercut"), self.chance.randint(0, 3)))
        category = self.chance.choice(("agree-shared-reasons", "agree-same-reasons")) if "agree" in group else group
        return Finding(
            id=f"{unit}:{key}",
            unit=unit,
            key=key,
            label=label,
            category=category,
            group=group,
            flags=flags,
            notes=tuple(self._text() for _ in flags),
            sentence=f"Both say of {label} something; {self._text()}.",
            question=f"What about {label}?",
            sides={"left": left, "right": right},
            shared=("raises:lane>rents",) if unit == "explanation" else (),
            only={"left": (), "right": ()},
            basis=(Basis("codebook", "made-up", key),),
            rule="made up",
        )

    def _side(self, unit: Unit, key: str) -> Side:
        statements = tuple(self._cited(n) for n in range(self.chance.randint(1, 5)))
        given = GivenReason((Premise("holds:p", "s1", self._text()),), (), False)
        if unit == "stance":
            attitude: StancePosition = self.chance.choice(("holds", "denies", "questions", "varies", "both"))
            return Side(attitude, statements, (given,))
        forms = {
            "explanation": ["raises:lane>rents", "lowers:noise>rents", "unrelated:tram>rents"],
            "role": [f"role:{key}={role}" for role in ROLES],
            "evidence": [
                "holds:p",
                "denies:p",
                "questions:p",
                "raises:lane>rents",
                "role:tram=spoiler",
                "text:left:s1",
            ],
        }[unit]
        entries = self.chance.sample(forms, self.chance.randint(1, len(forms)))
        return Side(tuple(self._entry(entry, statements) for entry in entries), statements)

    def _entry(self, entry: str, statements: tuple[Cited, ...]) -> PositionEntry:
        toward = tuple(self.chance.sample(("bridge", "valley", "harbour"), self.chance.randint(0, 3)))
        sure = self.chance.choice(("asserted", "likely", "possible"))
        said_by = (self.chance.choice(statements).id,)
        return PositionEntry(entry, toward, self.chance.random() < 0.4, sure, "words of an entry", said_by)

    def _cited(self, n: int) -> Cited:
        quote = self._text() if self.chance.random() < 0.7 else None
        at = (f"¶{n + 1}",) if self.chance.random() < 0.8 else ()
        when = "2017/2021" if self.chance.random() < 0.2 else None
        sure = self.chance.choice(("asserted", "asserted", "likely", "possible"))
        if_ = ("s0",) if self.chance.random() < 0.2 else ()
        return Cited(f"s{n}", self._text() + ".", quote, at, sure, if_=if_, when=when)

    def _text(self) -> str:
        return self.chance.choice(self.texts)
