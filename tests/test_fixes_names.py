"""What was meant by a name that is not known is offered as an edit at that place, and nothing else changes."""

from pathlib import Path

import pytest

from argmap.editing.edits import apply
from argmap.editing.fixes import fixes_of
from argmap.editing.occurrences import grow
from argmap.facade.opening import examine

BOOK = """\
argmap-codebook: 1
id: town
actors: {town-council: The council}
factors: {late-buses: Buses are late., tax: Taxes}
propositions: {build-lane: A lane should be built.}
places: {old-town: {name: Old Town}}
"""


def offered(text: str, tmp_path: Path, *, article: str | None = None) -> list[tuple[str, str, str]]:
    """Code, title and the changed line of every fix that is offered."""
    (tmp_path / "town.yaml").write_text(BOOK, encoding="utf-8")
    path = tmp_path / "m.yaml"
    path.write_bytes(text.encode())
    found = []
    for d in examine([path], text=article)[0].diagnostics:
        for fix in fixes_of(d, text, grow(text)):
            assert fix.safe == (d.code == "AM101")
            if fix.title.startswith("define"):  # see test_fixes_guesses.py
                continue
            after = apply(text, fix.edits)
            changed = [new for old, new in zip(text.split("\n"), after.split("\n"), strict=True) if new != old]
            found.append((d.code, fix.title, " | ".join(line.strip() for line in changed)))
    return found


HEAD = "argmap: 1\nid: m\ncodebook: town.yaml\nstatements:\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "  bus: {type: thesis, text: A lane., becuase: [late]}\n  late: {text: Late.}\n",
            ("AM103", "write 'because'", "bus: {type: thesis, text: A lane., because: [late]}"),
        ),
        (
            "  bus: {type: 'thesys', text: A lane.}\n",
            ("AM115", "write 'thesis'", "bus: {type: 'thesis', text: A lane.}"),
        ),
        (
            '  bus: {type: thesis, text: A lane., because: [["laet"]]}\n  late: {text: Late.}\n',
            ("AM201", "write 'late'", 'bus: {type: thesis, text: A lane., because: [["late"]]}'),
        ),
        (
            "  bus:\n    type: thesis\n    text: A lane.\n    says: {role: ally, actor: town-counsil}\n    quote: a\n",
            ("AM203", "write 'town-council'", "says: {role: ally, actor: town-council}"),
        ),
        (
            "  bus:\n    type: thesis\n    text: A lane.\n    says: {cause: late-bus, raises: tax}\n    quote: a\n",
            ("AM204", "write 'late-buses'", "says: {cause: late-buses, raises: tax}"),
        ),
        (
            "  bus:\n    type: thesis\n    text: A lane.\n    says:\n      - holds: build-lan\n    quote: a\n",
            ("AM205", "write 'build-lane'", "- holds: build-lane"),
        ),
        (
            "  bus:\n    type: thesis\n    text: A lane.\n    says: {role: aly, actor: town-council}\n    quote: a\n",
            ("AM206", "write 'ally'", "says: {role: ally, actor: town-council}"),
        ),
        (
            "  bus: {type: thesis, text: A lane., because: [b]}\n  b: {text: B., voice: town-coucil}\n",
            ("AM207", "write 'town-council'", "b: {text: B., voice: town-council}"),
        ),
        (
            "  bus: {type: thesis, text: A lane., where: Old Twn}\n",
            ("AM208", "write 'Old Town'", "bus: {type: thesis, text: A lane., where: Old Town}"),
        ),
        (
            "  bus: {type: thesis, text: A lane., because: [b]}\n  b: {text: B., voice: the author}\n",
            ("AM214", "write 'author'", "b: {text: B., voice: author}"),
        ),
    ],
)
def test_the_name_that_was_meant_is_offered(body: str, expected: tuple[str, str, str], tmp_path: Path) -> None:
    assert expected in offered(HEAD + body, tmp_path)


def test_a_field_is_not_renamed_to_one_that_stands_there_already(tmp_path: Path) -> None:
    body = "  bus: {type: thesis, text: A lane., because: [late], becuase: [late]}\n  late: {text: Late.}\n"
    assert [code for code, *_ in offered(HEAD + body, tmp_path)] == []


def test_a_source_that_was_meant_is_offered(tmp_path: Path) -> None:
    body = "  bus: {type: thesis, text: A lane., sources: [survye]}\nsources: {survey: {title: Survey}}\n"
    (found,) = offered(HEAD + body, tmp_path)
    assert found[:2] == ("AM202", "write 'survey'")


def test_the_text_before_and_after_may_have_marks_and_other_line_ends(tmp_path: Path) -> None:
    text = "\ufeff" + (HEAD + "  bus: {type: thesys, text: A lane.} # type\n").replace("\n", "\r\n")
    (found,) = offered(text, tmp_path)
    assert found == ("AM115", "write 'thesis'", "bus: {type: thesis, text: A lane.} # type")


def test_a_problem_of_a_text_that_is_no_yaml_has_no_names_to_offer(tmp_path: Path) -> None:
    (found,) = offered(HEAD + "  bus: {type: thesys, text: A: B: C}\n", tmp_path)
    assert found == ("AM101", "put the text in quotation marks", "bus: {type: thesys, text: 'A: B: C'}")
