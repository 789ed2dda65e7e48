"""Made-up comparisons for the tests of sheets: every group and unit, and texts of all kinds, the same for a seed."""

import random

from argmap.comparison.records import (
    GROUPS,
    Basis,
    Cited,
    ComparedCodebook,
    ComparedMap,
    Comparison,
    Finding,
    GivenReason,
    Group,
    PositionEntry,
    Premise,
    Side,
    StancePosition,
    Unit,
)
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


class _Maker:
    def __init__(self, chance: random.Random, texts: list[str]) -> None:
        self.chance, self.texts = chance, texts

    def comparison(self, size: int) -> Comparison:
        maps = (self._map("left", "Ode"), self._map("right", "Lindqvist & Roe-Marsh"))
        findings = [self._finding(i) for i in range(size)]
        findings.sort(key=lambda f: (f.unit == "evidence", GROUPS.index(f.group)))
        book = ComparedCodebook("made-up", None, ("left", "right"), LABELS, ROLES, ())
        return Comparison(maps, (book,), tuple(findings), ())

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
