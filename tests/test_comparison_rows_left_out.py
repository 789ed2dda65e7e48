"""A comparison says which rows of an alignment it does not rest on."""

from comparison_cases import two

from argmap.comparison import compare
from argmap.comparison.alignment.correspondences import PROPOSED, Correspondence, Ref

MAPS = two("x: {says: {holds: p}}\ny: {}", "x: {}\ny: {}")


def row(left: str, right: str, **fields: object) -> Correspondence:
    return Correspondence(Ref("a", left), "skos:exactMatch", Ref("b", right), **fields)  # type: ignore[arg-type]


def told(*rows: Correspondence, sure: float = 0.0) -> list[str]:
    found = compare(MAPS, alignment=rows, min_confidence=sure).warnings
    return [f"{w.code} {w.text}" for w in found if w.code.startswith("AM7")]


def test_proposals_and_unsure_rows_are_counted() -> None:
    rows = (row("x", "x", justification=PROPOSED), row("y", "y", confidence=0.5))
    assert told(*rows) == ["AM731 1 row is proposed and not decided: see `argmap align review`"]
    assert told(*rows, sure=0.8)[1:] == ["AM733 1 row is less sure than asked for and left aside"]
    assert told(row("x", "x", confidence=0.9), row("y", "y"), sure=0.8) == []


def test_refused_rows_and_rows_on_other_maps_are_not_counted() -> None:
    elsewhere = Correspondence(Ref("c", "x"), "skos:exactMatch", Ref("b", "x"), justification=PROPOSED)
    assert told(row("x", "x", rejected=True), elsewhere) == []
