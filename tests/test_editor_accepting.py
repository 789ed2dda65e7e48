"""Whatever is offered can be accepted: the text is as good YAML as before, and no key stands twice."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from editor_desk import BOOK, CURSOR, MAP, folder, marked, opened

from argmap.editor.completion import Proposal, complete
from argmap.editor.desk import Desk

LINES = (
    MAP.replace(
        "    because: [safer, wide]\n    but: [spaces]\n",
        "    because:\n      - safer\n      - premises: [wide]\n        unless: [spaces]\n    but:\n    - spaces\n",
    )
    .replace(
        "    says: {holds: build-lane}\n",
        "    says:\n      - holds: build-lane\n      - cause: lane\n        raises: safety\n",
    )
    .replace("title: Ruiz on the lane", 'title: "Ruiz on\n  the lane"')
    .replace("Nobody has asked the riders.", ">\n      Nobody has\n      asked.  # no\n    note: 'a: b'")
)
"""The map with lists and texts over several lines."""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return folder(tmp_path)


def accepted(text: str, p: Proposal) -> str:
    """The text after a proposal was accepted and its stops were filled in, indented as editors do."""
    insert = p.insert
    if p.snippet:
        insert = re.sub(r"\$\{\d\|([^,|]*)[^}]*\}", r"\1", insert)
        insert = re.sub(r"\$\{\d:[^}]*\}|\$\d", "zz", insert)
    margin = re.match(" *", text[text.rfind("\n", 0, p.start) + 1 : p.start])
    assert margin is not None
    return text[: p.start] + insert.replace("\n", "\n" + margin[0]) + text[p.end :]


def readable(text: str) -> bool:
    """Whether a text is YAML in which no mapping has a key twice."""
    try:
        return not any(_twice(yaml.compose(text, Loader=yaml.CSafeLoader)))
    except yaml.YAMLError:
        return False


def _twice(node: yaml.Node | None) -> Iterator[bool]:
    if isinstance(node, yaml.MappingNode):
        yield len({key.value for key, _ in node.value}) < len(node.value)
        for _, value in node.value:
            yield from _twice(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _twice(item)


def labels(desk: Desk, text: str, name: str = "ruiz.yaml") -> list[str]:
    plain, offset = marked(text)
    page = opened(desk, name, plain)
    return [p.label for p in complete(plain, offset, desk.around(page, plain.count("\n", 0, offset)))]


@pytest.mark.parametrize(
    ("name", "text"),
    [("ruiz.yaml", MAP), ("ruiz.yaml", LINES), ("road.yaml", BOOK), ("ruiz.yaml", MAP.replace("\n", "\r\n"))],
    ids=["map", "lines", "codebook", "windows"],
)
def test_accepting_what_is_offered_anywhere_leaves_a_good_text_good(desk: Desk, name: str, text: str) -> None:
    assert readable(text)
    page = opened(desk, name, text)
    tried, broken = set(), []
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] == "\r\n":  # no cursor stands there
            continue
        around = desk.around(page, text.count("\n", 0, offset))
        for p in complete(text, offset, around):
            after = accepted(text, p)
            if after not in tried and not readable(after):
                broken.append((text[:offset].rpartition("\n")[2] + CURSOR, p.label))
            tried.add(after)
    assert broken == []
    assert len(tried) > 50


HALVES = {
    "says: ┃": "",
    "says: {┃": "}",
    "says: {cause: ┃": "}",
    "says: {cause: lane, ┃": "}",
    "says:\n      ┃": "",
    "says:\n      - ┃": "",
    "because:┃": "",
    "because:\n    - ┃": "",
    "because:\n      - ┃": "",
    "because:\n      ┃": "",
    "because: [┃": "]",
    "because: [safer, ┃": "]",
    "because: [{premises: [┃": "]}]",
    "because: [safer, {┃": "}]",
    "says: {actor: council, role: nag, toward: [┃": "]}",
    "at: ┃": "",
    "at: [┃": "]",
    "via: ┃": "",
    "via: {┃": "}",
    "type: ┃": "",
    'type: "┃': '"',
    "voice: ┃": "",
    "where: ┃": "",
    "sources: ┃": "",
    "cer┃": "",
    "┃": "",
}
"""What somebody has typed of a new statement, and what will close it."""


@pytest.mark.parametrize("half", HALVES)
def test_accepting_what_is_offered_in_a_half_written_statement_leads_to_yaml(desk: Desk, half: str) -> None:
    text, offset = marked(f"{MAP}  new:\n    text: x\n    {half}")
    page = opened(desk, text=text)
    found = complete(text, offset, desk.around(page, text.count("\n", 0, offset)))
    assert found
    assert [p.label for p in found if not readable(accepted(text, p) + HALVES[half])] == []


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("says: ┃", ["holds", "denies", "questions", "cause", "actor"]),
        ("says: {cause: lane, ┃}", ["raises", "lowers", "unrelated", "main"]),
        ("says:\n      cause: lane\n      ┃", ["raises", "lowers", "unrelated", "main"]),
        ("via: ┃", ["map"]),
        ("via: {map: ┃}", ["lee"]),
        ("at: ┃", ["¶1", "¶2"]),
        ("text: The council wa┃", []),
        ("text: |\n      The council\n      wa┃", []),
        ("note: ┃", []),
        ("# sa┃", []),
        ("┃note: a word behind the cursor", []),
        ("┃ note: a field to the right of the cursor", []),
        ("says:┃\n      - holds: build-lane", []),
        ("because:┃\n    # why\n\n    - safer", []),
        ("because: [┃safer]", []),
        ("because: ┃[safer]", []),
    ],
)
def test_what_is_offered_where(desk: Desk, line: str, offered: list[str]) -> None:
    assert labels(desk, f"{MAP}  new:\n    text: x\n    {line}\n") == offered


def test_a_key_can_be_given_another_name_with_its_value_kept(desk: Desk) -> None:
    text, offset = marked(f"{MAP}  new:\n    la┃: x\n")
    page = opened(desk, text=text)
    [label] = [p for p in complete(text, offset, desk.around(page)) if p.label == "label"]
    assert accepted(text, label) == f"{MAP}  new:\n    label: x\n"


def test_a_map_is_not_offered_as_a_codebook(desk: Desk) -> None:
    assert labels(desk, MAP.replace("codebook: road.yaml", "codebook: ┃")) == ["road.yaml"]
