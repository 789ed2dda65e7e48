"""Safe fixes: each has its pair of files in tests/fixes, and whatever the text, it says afterwards what it said."""

import random
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from comparison_cases import a_map
from generated_maps import quick, statements
from hypothesis import given
from hypothesis import strategies as st
from test_reading_rubbish import GOOD, MUTATIONS

from argmap.codes.selecting import Selection
from argmap.editing.fixes.guarantee import said
from argmap.facade.fixing import mended
from argmap.formats import read_document, write_map

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


@quick
@given(
    statements(),
    st.lists(st.sampled_from(ALSO_WRONG), max_size=3),
    st.lists(
        st.tuples(st.integers(0, 400), st.sampled_from(["# c\n", "  # c", " ", "\n", "\t", "'", '"', ": ", "&a "]))
    ),
    st.booleans(),
)
def test_a_map_that_was_written_by_argmap_and_damaged_by_hand(
    tmp_path: Path, held: dict[str, Any], wrong: list[tuple[str, str]], put: list[tuple[int, str]], order: bool
) -> None:
    text = write_map(a_map("m", held))
    for old, new in wrong:
        text = text.replace(old, new, 1)
    for at, what in put:
        text = text[: at % len(text)] + what + text[at % len(text) :]
    selection = ORDER if order else None
    found = mended(tmp_path / "m.yaml", text.encode(), selection=selection)
    after = found.after.decode()
    before = read_document(text, "m.yaml").document
    if before is not None:
        assert said(read_document(after, "m.yaml").unwrap()) == said(before)
    assert comments(after) == comments(text)
    assert mended(tmp_path / "m.yaml", found.after, selection=selection).after == found.after
    assert found.changed == bool(found.repairs)


@pytest.mark.parametrize(
    "line",
    [
        "    text: Buses are late type: claim",
        "    text: Buses: late  # every day",
        "    text: Buses: late\n      and full",
        "    text: 'Tis late, it is",
        "    text: 'It's late",
        '    text: "Late" and "full"',
        '    text: "Late, "they" say',
        '    text: "Late\n      and full',
        "    because: *late",
        "    because: @late",
        "    text: Buses: late\n   # odd\n     deeper",
    ],
)
def test_what_may_mean_something_else_is_not_touched(line: str, tmp_path: Path) -> None:
    text = f"argmap: 1\nid: m\nstatements:\n  a:\n{line}\n    note: N\n".encode()
    assert mend_bytes(text, tmp_path) == text


@pytest.mark.parametrize(
    "text",
    [
        "argmap: 1\nid: m\nstatements:\n  A b: {text: A.}\n  a-b: {text: B.}\n",
        "argmap: 1\nid: m\nstatements:\n  A b: {text: A.}\n  A B: {text: B.}\n",
        "argmap: 1\nid: A b\nstatements:\n  a: {text: A.}\n",
        "argmap-codebook: 1\nid: b\nactors:\n  A b: {name: A.}\n",
        "argmap: 1\nid: m\ncodebook: {argmap-codebook: 1, id: b, actors: {The Mayor: M}}\n"
        "statements:\n  a: {text: A., voice: The Mayor}\n",
        "argmap: 1\nid: m\nstatements:\n  a: {text: &Co is late.}\n  b: {text: *nix}\n",
        "argmap: 1\nid: m\nstatements:\n  a: {text: !Kung people}\n",
        "argmap: 1\nid: m\nstatements:\n  a: &a {text: A.}\n  b: *a\n",
        "argmap: 1\nid: m\nstatements:\n  a: {text: &a A., note: &a B.}\n  b: {text: *a}\n",
        "{id: m, statements: {a: {text: A.}}}\n",
        "argmap: 1\nid: m\nstatements:\n  a: {text: A., but: [b, # once\n    b]}\n  b: {text: B.}\n",
        "argmap: 1\nid: m\nstatements:\n  a:\n    text: A.\n    but:\n    - b\n    - b  # again\n  b: {text: B.}\n",
        "argmap: 1\nid: m\nstatements:\n\ta:\n\t  text: |\n\t    A.\n",
        "argmap: 1\nid: m\nstatements:\n  a:\n    text: A.\n    via:\n\tmap: p\n\tat: ¶1\n",
    ],
)
def test_what_is_not_sure_is_left_as_it_is(text: str, tmp_path: Path) -> None:
    assert mend_bytes(text.encode(), tmp_path) == text.encode()


@pytest.mark.parametrize(
    ("broken", "mended_"),
    [
        ("  a:\n    type:claim\n    text: A.\n", "  a:\n    type: claim\n    text: A.\n"),
        ("  a:\n    text: A.\n    because: [b],  # late\n  b: {text: B.}\n", None),
        ("  a:\n\u00a0\u00a0\u00a0 type: claim\n  \u3000 text: A.\n", "  a:\n    type: claim\n    text: A.\n"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_marks_and_spaces_that_leave_no_doubt(broken: str, mended_: str | None, end: str, tmp_path: Path) -> None:
    head = "argmap: 1\nid: m\nstatements:\n"
    after = mended_ or broken.replace("],", "]")
    given, wanted = ((head + text).replace("\n", end).encode() for text in (broken, after))
    assert mend_bytes(given, tmp_path).decode() == wanted.decode()


@pytest.mark.parametrize(
    "entry",
    [
        "  a:\n    text: He names\n      type:claim\n      note: x\n",  # the colon may be his
        "  a:\n    type:claim\n      text: A.\n",
        "  a:\n    because: [b], [c]\n    text: A.\n",
        "  a:\n\u00a0\u00a0\u00a0 type: claim\n    text: A\n\u00a0\u00a0\u00a0\u00a0  b.\n",
        "  a:\n\u00a0\u00a0\u00a0 type: claim\n    text: |\n      A\n",
        "  a:\n\u00a0 type: claim\n    text: A.\n",
    ],
)
def test_marks_and_spaces_in_doubt_stay(entry: str, tmp_path: Path) -> None:
    text = f"argmap: 1\nid: m\nstatements:\n{entry}".encode()
    assert mend_bytes(text, tmp_path) == text
