"""Safe fixes: each has its pair of files in tests/fixes, and whatever the text, it says afterwards what it said."""

import random
import re
from collections import Counter
from pathlib import Path

import pytest
from test_reading_rubbish import GOOD, MUTATIONS

from argmap.codes.selecting import Selection
from argmap.editing.fixes.guarantee import said
from argmap.facade.fixing import mended
from argmap.formats import read_document

FIXES = Path(__file__).parent / "fixes"
PAIRS = sorted(path.name for path in FIXES.iterdir())
ORDER = Selection(select=("AM510",))


def mend_bytes(data: bytes, tmp_path: Path, *, selection: Selection | None = None) -> bytes:
    path = tmp_path / "map.yaml"
    path.write_bytes(data)
    found = mended(path, selection=selection)
    assert path.read_bytes() == data, "mending writes nothing"
    assert found.changed == bool(found.repairs)
    return found.after


@pytest.mark.parametrize("name", PAIRS)
def test_a_pair_of_files_before_and_after(name: str, tmp_path: Path) -> None:
    before, after = ((FIXES / name / which).read_bytes() for which in ("before.yaml", "after.yaml"))
    selection = ORDER if name.startswith("order") else None
    assert mend_bytes(before, tmp_path, selection=selection).decode() == after.decode()
    assert mend_bytes(after, tmp_path, selection=selection) == after


@pytest.mark.parametrize("name", PAIRS)
def test_marks_and_line_ends_stay(name: str, tmp_path: Path) -> None:
    before, after = ((FIXES / name / which).read_text(encoding="utf-8") for which in ("before.yaml", "after.yaml"))
    selection = ORDER if name.startswith("order") else None
    for start, end in (("\ufeff", "\n"), ("", "\r\n")):
        given, wanted = ((start + text.replace("\n", end)).encode() for text in (before, after))
        assert mend_bytes(given, tmp_path, selection=selection).decode() == wanted.decode()
    assert mend_bytes(before.rstrip("\n").encode(), tmp_path, selection=selection).decode() == after.rstrip("\n")


def comments(text: str) -> Counter[str]:
    return Counter(line.strip() for line in re.split(r"\r\n|\r|\n", text) if line.strip().startswith("#"))


COMMENTED = re.sub(r"(?m)^(?=( *)\w)", lambda line: f"{line[1]}# {line.start()}\n", GOOD.replace("|\n", "x\n"))
ALSO_WRONG = (
    ("id: bus-lane", "id: !!str bus-lane"),
    ("because:", "because :"),
    ("[street-wide, cars-few]", "[street-wide, cars-few, street-wide]"),
    ("street-wide", "Street Wide"),
    ("argmap: 1", ""),
    ("text: Buses are late.", "text: Buses: late."),
    ("text: Buses are late.", 'text: "Buses are late.'),
    ("2017/2021", "&then 2017/2021"),
    ("¶1", "*then"),
    ("  ", "\t"),
    ("text: A lane should be built", "'text': A 'lane': built"),
    ("voice: council", "voice: 'Council: it's"),
)


@pytest.mark.parametrize("seed", range(12))
def test_whatever_the_text_mending_it_loses_nothing_and_comes_to_an_end(seed: int, tmp_path: Path) -> None:
    r = random.Random(seed)
    repaired = 0
    for _ in range(40):
        text = r.choice([GOOD, COMMENTED])
        for _ in range(r.choice([1, 1, 2, 3])):
            if r.random() < 0.6:
                old, new = r.choice(ALSO_WRONG)
                text = text.replace(old, new, r.choice([1, 1, -1]))
            else:
                text = r.choice(MUTATIONS)(r, text) or "\n"
        try:
            data = text.encode()
        except UnicodeEncodeError:
            continue
        path = tmp_path / "map.yaml"
        selection = ORDER if r.random() < 0.3 else None
        found = mended(path, data, selection=selection)
        after = found.after.decode()
        before = read_document(text, "m.yaml").document
        if before is not None:
            document = read_document(after, "m.yaml").document
            assert document is not None, text
            assert said(document) == said(before), text
        assert comments(after) == comments(text), text
        assert mended(path, found.after, selection=selection).after == found.after, text
        assert found.changed == bool(found.repairs)
        repaired += len(found.repairs)
    assert repaired > 0
