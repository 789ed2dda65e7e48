"""Which files belong together."""

import os
from pathlib import Path
from typing import Any

import pytest
from forbidden import forbid

from argmap.editing.occurrences import grow
from argmap.facade import project
from argmap.facade.project import Member, explore
from argmap.formats.yaml_tree import Tree

SHIPPED = Path(__file__).parents[1] / "maps" / "northeast-asia"

BOOK = "argmap-codebook: 1\nid: city\nactors: {mayor: The mayor}\n"
ALIGNMENT = (
    "subject_id\tpredicate_id\tobject_id\tmapping_justification\n"
    "m:a\tskos:exactMatch\tn:b\tsemapv:ManualMappingCuration\n"
)


def a_map(key: str, codebook: str = "", via: str = "") -> str:
    named = f"codebook: {codebook}\n" if codebook else ""
    spoken = f", via: {{map: {via}, at: ¶1}}" if via else ""
    return f"argmap: 1\nid: {key}\n{named}statements: {{a: {{text: A{spoken}}}}}\n"


def write(folder: Path, **texts: str) -> None:
    """Files by path, with ``__`` for a folder and their ending left out: a table of an alignment is a TSV."""
    for name, text in texts.items():
        path = folder / (name.replace("__", "/") + (".tsv" if "subject_id" in text else ".yaml"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def members(start: Path, **known: Any) -> tuple[Member, ...]:
    return explore([start], **known).members


def names(members: tuple[Member, ...], folder: Path) -> list[str]:
    return [os.path.relpath(m.path, folder.resolve()).replace(os.sep, "/") for m in members]


def test_the_shipped_maps_belong_with_their_codebook() -> None:
    found = members(SHIPPED)
    assert [(m.kind, m.id) for m in found] == [
        ("map", "beijing-2023"),
        ("map", "camp-david-2023"),
        ("map", "koga-2023"),
        ("codebook", "northeast-asia"),
        ("map", "rsis-2023"),
    ]
    assert {m.codebook for m in found if m.kind == "map"} == {SHIPPED.resolve() / "northeast-asia.codebook.yaml"}
    assert all(m.names for m in found)


def test_all_documents_beside_a_map_and_below_belong_to_it(tmp_path: Path) -> None:
    write(tmp_path, here__m=a_map("m"), here__below__n=a_map("n"), here__rows=ALIGNMENT, beside__o=a_map("o"))
    (tmp_path / "here" / "compose.yaml").write_text("services: {web: {image: argmap}}\n")
    (tmp_path / "here" / "table.tsv").write_text("a\tb\n1\t2\n")
    found = members(tmp_path / "here" / "m.yaml")
    assert names(found, tmp_path) == ["here/below/n.yaml", "here/m.yaml", "here/rows.tsv"]
    assert [m.kind for m in found] == ["map", "map", "alignment"]


def test_the_codebook_a_map_names_belongs_to_it_wherever_it_lies(tmp_path: Path) -> None:
    write(tmp_path, maps__m=a_map("m", "../books/city.yaml"), books__city=BOOK, books__other=BOOK)
    found = members(tmp_path / "maps" / "m.yaml")
    assert names(found, tmp_path) == ["books/city.yaml", "maps/m.yaml"]


@pytest.mark.parametrize("mark", ["argmap.toml", "pyproject.toml", ".git"])
def test_in_a_project_what_is_tied_to_a_codebook_belongs_to_it(tmp_path: Path, mark: str) -> None:
    marks = {"argmap.toml": "", "pyproject.toml": "[tool.argmap]\nstrict = true\n", ".git": "gitdir: elsewhere\n"}
    (tmp_path / mark).write_text(marks[mark])
    write(
        tmp_path,
        books__city=BOOK,
        maps__m=a_map("m", "../books/city.yaml"),
        more__n=a_map("n", "../books/city.yaml"),
        more__o=a_map("o", "../books/else.yaml"),
        tied__rows=ALIGNMENT.replace("m:a", "o:a"),
        other__rows=ALIGNMENT.replace("m:a", "o:a").replace("n:b", "p:b"),
        reports__r=a_map("r", via="m"),
        reports__s=a_map("s", via="x"),
    )
    for start in ("books/city.yaml", "maps/m.yaml", "maps"):
        found = members(tmp_path / start)
        assert names(found, tmp_path) == [
            "books/city.yaml",
            "maps/m.yaml",
            "more/n.yaml",
            "reports/r.yaml",
            "tied/rows.tsv",
        ]


def test_without_a_project_nothing_above_is_looked_at(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.ruff]\n")
    write(tmp_path, books__city=BOOK, maps__m=a_map("m", "../books/city.yaml"))
    assert names(members(tmp_path / "books" / "city.yaml"), tmp_path) == ["books/city.yaml"]


def test_hidden_folders_and_installed_packages_are_not_entered(tmp_path: Path) -> None:
    write(
        tmp_path,
        m=a_map("m"),
        **{".venv__n": a_map("n"), "node_modules__x__o": a_map("o"), "venv__p": a_map("p"), ".hidden": a_map("q")},
    )
    assert names(members(tmp_path), tmp_path) == ["m.yaml"]


def test_a_file_that_is_broken_belongs_all_the_same(tmp_path: Path) -> None:
    write(
        tmp_path,
        city=BOOK + "factors: {",
        m=a_map("m", "'city.yaml'") + "title: a: b\n",
        n="argmap: 1\nid: n\nstatements:\n" + "  " * 50 + "[" * 60,
    )
    found = members(tmp_path)
    assert [(m.kind, m.id, m.broken, m.names) for m in found] == [
        ("codebook", "city", True, ()),
        ("map", "m", True, ()),
        ("map", "n", True, ()),
    ]
    assert found[1].codebook == tmp_path.resolve() / "city.yaml"


def test_a_file_that_is_named_belongs_whatever_it_holds(tmp_path: Path) -> None:
    write(tmp_path, m=a_map("m"))
    odd = tmp_path / "map.txt"
    odd.write_text("id: odd\nactors: {}\n")
    assert [(m.kind, m.id) for m in members(odd)] == [("map", "m"), ("map", "odd")]


def test_a_codebook_that_is_an_address_or_no_path_is_no_file(tmp_path: Path) -> None:
    write(tmp_path, m=a_map("m", "https://example.org/city.yaml"), n=a_map("n", r'"a\0b"'), o=a_map("o", "gone.yaml"))
    found = explore([tmp_path])
    assert [m.codebook for m in found.members] == [None, None, tmp_path.resolve() / "gone.yaml"]
    assert found.left == ()


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a device that never ends")
def test_a_map_of_a_stranger_may_name_anything_as_its_codebook(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("id: secret\nactors: {a: A}\n")
    os.mkfifo(tmp_path / "pipe")
    write(tmp_path, m=a_map("m", "/dev/zero"), n=a_map("n", "pipe"), o=a_map("o", "notes.txt"))
    found = explore([tmp_path])
    assert names(found.members, tmp_path) == ["m.yaml", "n.yaml", "o.yaml"]
    assert {path.name for path, _ in found.left} == {"zero", "pipe"}


def test_unreadable_files_are_left_and_told(tmp_path: Path) -> None:
    write(tmp_path, m=a_map("m"))
    (tmp_path / "latin.yaml").write_bytes("argmap: 1\nid: ü\n".encode("latin-1"))
    found = explore([tmp_path])
    assert names(found.members, tmp_path) == ["m.yaml"]
    assert found.left == (
        (tmp_path.resolve() / "latin.yaml", "the file is not UTF-8: the byte 0xFC is no letter in it"),
    )


def test_more_than_the_limits_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, m=a_map("m"), n=a_map("n"), o=a_map("o"))
    monkeypatch.setattr("argmap.files.finding.MAX_FOUND", 2)
    monkeypatch.setattr(project, "MAX_CHARACTERS", len(a_map("m")) + 1)
    found = explore([tmp_path])
    assert names(found.members, tmp_path) == ["m.yaml"]
    assert dict(found.left) == {
        tmp_path.resolve(): "it holds so many files or folders that not all were looked at",
        tmp_path.resolve() / "n.yaml": "the files of the project hold more than 0 MB",
    }


def test_no_more_than_so_many_folders_are_entered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, m=a_map("m"), below__n=a_map("n"))
    monkeypatch.setattr("argmap.files.finding.MAX_FOLDERS", 1)
    found = explore([tmp_path])
    assert names(found.members, tmp_path) == ["m.yaml"]
    assert [path for path, _ in found.left] == [tmp_path.resolve()]


@pytest.mark.skipif(os.name == "nt", reason="links need a permission there")
def test_links_in_a_circle_are_harmless_and_a_file_belongs_once(tmp_path: Path) -> None:
    write(tmp_path, maps__m=a_map("m"))
    (tmp_path / "maps" / "round").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "maps" / "again.yaml").symlink_to(tmp_path / "maps" / "m.yaml")
    (tmp_path / "maps" / "nowhere.yaml").symlink_to(tmp_path / "gone.yaml")
    (tmp_path / "maps" / "self.yaml").symlink_to(tmp_path / "maps" / "self.yaml")
    os.mkfifo(tmp_path / "maps" / "pipe.yaml")
    assert names(members(tmp_path), tmp_path) == ["maps/m.yaml"]


def test_a_folder_that_may_not_be_entered_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, m=a_map("m"), shut__n=a_map("n"))
    forbid(monkeypatch, tmp_path / "shut")
    found = explore([tmp_path])
    assert found.left == ((tmp_path.resolve() / "shut", "permission is denied"),)
    assert found.left_that_may_mention("anything") == found.left


def test_what_an_editor_holds_goes_before_the_disk_and_may_not_be_there_yet(tmp_path: Path) -> None:
    write(tmp_path, m=a_map("m"))
    unsaved = {tmp_path.resolve() / "m.yaml": a_map("changed"), tmp_path.resolve() / "new.yaml": a_map("new")}
    assert [m.id for m in members(tmp_path, unsaved=unsaved)] == ["changed", "new"]


def test_members_whose_text_is_the_same_are_not_read_again(tmp_path: Path) -> None:
    write(tmp_path, m=a_map("m"), n=a_map("n"))
    first = members(tmp_path)
    write(tmp_path, n=a_map("changed"))
    second = members(tmp_path, earlier=first)
    assert second[0] is first[0]
    assert second[1].id == "changed"


def test_the_codebook_of_a_map_is_told_by_its_id(tmp_path: Path) -> None:
    write(
        tmp_path,
        city=BOOK,
        m=a_map("m", "city.yaml"),
        n=a_map("n", "{argmap-codebook: 1, id: town}"),
        o=a_map("o"),
        p=a_map("p", "gone.yaml"),
        q=a_map("q", "{actors: {}}"),
    )
    found = explore([tmp_path])
    here = tmp_path.resolve()
    assert [found.book_of(m) for m in found.members] == [
        "city",
        "city",
        "town",
        "",
        str(here / "gone.yaml"),
        str(here / "q.yaml"),
    ]


def test_of_a_thousand_other_files_none_is_read_as_yaml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, m=a_map("m"))
    other = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n" + "  - port: 80\n" * 300
    for i in range(1_000):
        (tmp_path / f"service-{i}.yaml").write_text(other)
    read: list[str] = []

    def grown(text: str) -> Tree | None:
        read.append(text)
        return grow(text)

    monkeypatch.setattr("argmap.facade.project.grow", grown)
    assert names(members(tmp_path), tmp_path) == ["m.yaml"]
    assert read == [a_map("m")]


def test_a_codebook_of_the_same_id_belongs_with_its_maps_wherever_it_lies(tmp_path: Path) -> None:
    book = "argmap-codebook: 1\nid: {}\nactors: {{mayor: M}}\n"
    files = {
        "argmap.toml": "",
        "x/city.yaml": book.format("city"),
        "y/town.yaml": book.format("city"),
        "y/b.yaml": "argmap: 1\nid: b\ncodebook: town.yaml\nstatements: {}\n",
        "z/own.yaml": "argmap: 1\nid: own\ncodebook: {argmap-codebook: 1, id: city}\nstatements: {}\n",
        "z/country.yaml": book.format("country") + "# not the city\n",
        "z/other.yaml": "argmap: 1\nid: city-map\ncodebook: country.yaml\nstatements: {}\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = [m.path.relative_to(tmp_path.resolve()).as_posix() for m in members(tmp_path / "x")]
    assert found == ["x/city.yaml", "y/b.yaml", "y/town.yaml", "z/own.yaml"]
