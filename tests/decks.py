"""Decks for tests: of the shipped maps, of made-up ones that say something of everything, and of hostile ones."""

from functools import cache
from pathlib import Path
from typing import Any, Final

from made_up_pages import coded, hostilely, shipped

import argmap
from argmap.comparison import compare
from argmap.facade.slides import Slides, make_slides
from argmap.model import ArgumentMap
from argmap.teaching.deck import Deck

FOLDER: Final = Path(__file__).parents[1] / "maps" / "northeast-asia"
KOGA: Final = str(FOLDER / "koga-2023.yaml")
RSIS: Final = str(FOLDER / "rsis-2023.yaml")
KINDS: Final = ("one", "pair", "four", "hostile-one", "hostile", "hostile-three")


@cache
def maps_of(kind: str) -> tuple[ArgumentMap, ...]:
    """The maps of a kind of deck."""
    match kind:
        case "one":
            return shipped("koga-2023")
        case "pair":
            return shipped("koga-2023", "rsis-2023")
        case "four":
            return shipped("koga-2023", "rsis-2023", "beijing-2023", "camp-david-2023")
        case _:
            words = hostilely()
            count = {"hostile-one": 1, "hostile": 2, "hostile-three": 3}[kind]
            return tuple(coded(f"h{i}", i, words, str) for i in range(count))


@cache
def compared(kind: str) -> argmap.Comparison:
    return compare(maps_of(kind), metrics=False)


@cache
def made(kind: str, **options: Any) -> Slides:
    maps = maps_of(kind)
    return make_slides(maps[0] if len(maps) == 1 else compared(kind), **options)


def deck_of(kind: str, **options: Any) -> Deck:
    return made(kind, format="markdown", **options).deck


def all_notes(deck: Deck) -> str:
    return "\n".join(line for slide in deck.slides for note in slide.notes for line in note.lines)
