"""What holds of every renaming: what is read afterwards is what was read before, with the one name changed."""

from pathlib import Path
from typing import Any

import pytest
from comparison_cases import plain
from generated_maps import Content, brief, build, contents
from hypothesis import given
from hypothesis import strategies as st

from argmap import api
from argmap.facade.project import Project, explore
from argmap.facade.renaming import rename
from argmap.facade.things import Thing, things
from argmap.formats.writing import write_map
from argmap.model.codebook import BUILT_IN_ROLES
from argmap.reporters.comparison_json import as_data

SHIPPED = Path(__file__).parents[1] / "maps" / "northeast-asia"
NEW = "another-name"

KINDS = {
    **dict.fromkeys(("because", "premises", "unless", "but", "if"), "statement"),
    **dict.fromkeys(("holds", "denies", "questions", "contrary", "narrower"), "proposition"),
    **dict.fromkeys(("cause", "raises", "lowers", "unrelated"), "factor"),
    **dict.fromkeys(("actor", "toward", "voice"), "actor"),
    **dict.fromkeys(("where", "within"), "place"),
    **{"role": "role", "sources": "source", "map": "map"},
}
SECTIONS = {f"{kind}s": kind for kind in ("statement", "source", "actor", "factor", "proposition", "place", "role")}


def substituted(document: dict[str, Any], kind: str, old: str) -> dict[str, Any]:
    """The plain data of a document with a name changed, said once more and without any place in a text."""

    def name(of: str | None, text: Any) -> Any:
        return NEW if of == kind and text == old else text

    def entry(value: Any, field: str = "") -> Any:
        if isinstance(value, dict):
            return {key: entry(item, key) for key, item in value.items()}
        return [entry(item, field) for item in value] if isinstance(value, list) else name(KINDS.get(field), value)

    found = dict(document)
    found["id"] = name("map" if "statements" in document else "codebook", document["id"])
    if isinstance(document.get("codebook"), dict):
        found["codebook"] = substituted(document["codebook"], kind, old)
    for section in SECTIONS.keys() & document.keys():
        found[section] = {name(SECTIONS[section], key): entry(item) for key, item in document[section].items()}
    if "incompatible-roles" in document:
        found["incompatible-roles"] = [[name("role", role) for role in pair] for pair in found["incompatible-roles"]]
    return found


def renamable(project: Project) -> list[Thing]:
    return [thing for thing in things(project) if thing.kind != "role" or thing.key not in BUILT_IN_ROLES]


def check_there_and_back(project: Project, thing: Thing) -> None:
    before = {member.path: member for member in project.members}
    changes = rename(project, thing, NEW).changes
    assert {change.path for change in changes} == set(thing.paths)
    for change in changes:
        read, wanted = plain(change.after), substituted(plain(change.before), thing.kind, thing.key)
        assert read == wanted
        assert repr(read) == repr(wanted)  # in the same order as well
    texts = {path: member.text for path, member in before.items()} | {c.path: c.after for c in changes}
    changed = explore(before, unsaved=texts, earlier=project.members)
    (again,) = [t for t in things(changed) if (t.kind, t.key) == (thing.kind, NEW)]
    back = {c.path: c.after for c in rename(changed, again, thing.key).changes}
    assert back == {c.path: c.before for c in changes}


@brief
@given(contents, st.data())
def test_a_map_that_argmap_writes_reads_the_same_but_for_the_name_and_back(
    content: Content, data: st.DataObject
) -> None:
    path = Path("/nowhere/m.yaml").resolve()
    project = explore([path], unsaved={path: write_map(build("m", content))})
    check_there_and_back(project, data.draw(st.sampled_from(renamable(project))))


@pytest.mark.parametrize("kind", ["map", "codebook", "statement", "source", "actor", "factor", "proposition", "place"])
def test_so_do_the_shipped_maps(kind: str) -> None:
    project = explore([SHIPPED])
    found = [thing for thing in renamable(project) if thing.kind == kind]
    for thing in found[:: 1 + len(found) // 3]:
        check_there_and_back(project, thing)


@pytest.mark.slow
def test_so_does_every_third_name_of_the_shipped_maps() -> None:
    project = explore([SHIPPED])
    found = renamable(project)
    assert len(found) > 150
    for thing in found[::3]:
        check_there_and_back(project, thing)


@pytest.mark.parametrize("old", ["lynchpin", "depends", "come-together"])
def test_a_comparison_says_the_same_of_a_statement_by_another_name(tmp_path: Path, old: str) -> None:
    for path in SHIPPED.glob("*.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    pair = [tmp_path / "koga-2023.yaml", tmp_path / "rsis-2023.yaml"]
    before = as_data(api.compare(pair[0], pair[1]))
    project = explore([tmp_path])
    (thing,) = [t for t in things(project) if (t.kind, t.key) == ("statement", old)]
    for change in rename(project, thing, f"{old}-2").changes:  # nothing else sorts between the two
        change.path.write_text(change.after, encoding="utf-8", newline="")
    after = as_data(api.compare(pair[0], pair[1]))
    assert renamed_in(before, old) == without_hashes(after)
    assert str(before) != str(after)


def renamed_in(data: Any, old: str) -> Any:
    """The data of a comparison with every id of a statement changed; the hashes of files left out."""
    if isinstance(data, dict):
        return {
            renamed_in(k, old): renamed_in(v, old) for k, v in data.items() if k not in ("sha256", "codebook_sha256")
        }
    if isinstance(data, (list, tuple)):
        return [renamed_in(item, old) for item in data]
    return f"{old}-2" if old and data == old else data


def without_hashes(data: Any) -> Any:
    return renamed_in(data, "")
