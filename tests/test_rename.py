"""`argmap rename`: what it changes, what it asks, what it refuses."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from argmap import api, files
from argmap.cli import main
from argmap.editing.edits import Edit
from argmap.errors import FileProblem
from argmap.facade import renaming
from argmap.facade.project import explore
from argmap.facade.things import thing_at, things

FILES = {
    "city.yaml": """\
argmap-codebook: 1
id: city
actors: {mayor: The mayor, riders: Riders}
factors: {rain: Rain, mayor: A mayor in office}
propositions: {pays: {text: It pays, contrary: [quiet]}, quiet: It is quiet}
sources: {survey: {title: The Survey}}
places: {old-town: {within: land}, land: {name: Inland}, port: {aliases: [Harbour]}}
roles: {ally: {valence: 1}, payer: {}}
incompatible-roles: [[ally, payer]]
""",
    "a.yaml": """\
argmap: 1
id: a
codebook: city.yaml
sources: {report: {title: R}}
statements:
  lane:  # the lane, and why
    text: The lane pays.
    because: [full, [rain-falls, 'full']]
    sources: [survey, report]
    voice: mayor
    where: old-town
    says: [{holds: pays}, {cause: [rain, mayor], lowers: mayor}, {actor: mayor, role: ally, toward: [riders]}]
  full: {text: Buses are full., where: Old-Town, voice: The mayor}
  rain-falls: {text: Rain., where: harbour, sources: [survey]}
""",
    "b.yaml": """\
argmap: 1
id: b
codebook: city.yaml
sources: {report: {title: Another}}
statements:
  lane: {text: The lane costs., says: {denies: pays}, sources: [report], via: {map: a, at: ¶1}}
""",
    "c.yaml": """\
argmap: 1
id: c
statements: {lane-too: {text: It pays., voice: mayor, says: {holds: pays}}}
""",
    "d.yaml": """\
argmap: 1
id: d
codebook: {argmap-codebook: 1, id: country, actors: {mayor: Another mayor}, propositions: {pays: It pays}}
statements: {own: {text: It pays., says: {holds: pays}, because: []}}
""",
    "rows.sssom.tsv": (
        '#curie_map:\n#  a: "urn:x-argmap:map:a:"\n#  b: "urn:x-argmap:map:b:"\n'
        "subject_id\tpredicate_id\tobject_id\tmapping_justification\n"
        "a:lane\targmap:contradicts\tb:lane\tsemapv:ManualMappingCuration\n"
        "a:full\tskos:exactMatch\tsssom:NoTermFound\tsemapv:ManualMappingCuration\n"
    ),
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    return tmp_path


def changed(here: Path) -> dict[str, list[tuple[str, str]]]:
    """By file: the lines that are not as they were, before and now."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, text in FILES.items():
        now = (here / name).read_bytes().decode("utf-8").split("\n")
        lines = [(a, b) for a, b in zip(text.split("\n"), now, strict=True) if a != b]
        found |= {name: lines} if lines else {}
    return found


def unchanged(here: Path) -> bool:
    return changed(here) == {} and sorted(path.name for path in here.iterdir()) == sorted(FILES)


Shell = pytest.CaptureFixture[str]


def test_a_statement_changes_in_its_map_and_in_alignments(here: Path, capsys: Shell) -> None:
    assert main(["rename", "a:lane", "bus-lane"]) == 0
    assert changed(here) == {
        "a.yaml": [("  lane:  # the lane, and why", "  bus-lane:  # the lane, and why")],
        "rows.sssom.tsv": [
            (
                "a:lane\targmap:contradicts\tb:lane\tsemapv:ManualMappingCuration",
                "a:bus-lane\targmap:contradicts\tb:lane\tsemapv:ManualMappingCuration",
            )
        ],
    }
    out, err = capsys.readouterr()
    assert out == "a.yaml: 1 place\nrows.sssom.tsv: 1 place\n"
    assert err == "argmap: comments still say 'lane': a.yaml:6\n"


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        (["mayor", "head", "--kind", "actor", "--in", "city"], {"a.yaml": 2, "city.yaml": 1}),
        (["mayor", "head", "--kind", "factor"], {"a.yaml": 1, "city.yaml": 1}),
        (["pays", "worth", "--in", "city"], {"a.yaml": 1, "b.yaml": 1, "city.yaml": 1}),
        (["pays", "worth", "--in", "country"], {"d.yaml": 2}),
        (["quiet", "calm"], {"city.yaml": 1}),
        (["survey", "poll"], {"a.yaml": 2, "city.yaml": 1}),
        (["report", "paper", "--in", "a"], {"a.yaml": 2}),
        (["report", "paper", "b.yaml"], {"b.yaml": 2}),
        (["old-town", "centre"], {"a.yaml": 2, "city.yaml": 1}),
        (["port", "docks"], {"city.yaml": 1}),
        (["land", "inland"], {"city.yaml": 1}),
        (["ally", "friend"], {"a.yaml": 1, "city.yaml": 2}),
        (["payer", "friend"], {"city.yaml": 2}),
        (["city", "town"], {"city.yaml": 1}),
        (["country", "land"], {"d.yaml": 1}),
        (["a", "z"], {"a.yaml": 1, "b.yaml": 1, "rows.sssom.tsv": 3}),
        (["a:lane", "z", "rows.sssom.tsv"], {"a.yaml": 1, "rows.sssom.tsv": 1}),
        (["full", "z"], {"a.yaml": 2, "rows.sssom.tsv": 1}),
    ],
)
def test_a_name_changes_wherever_it_stands(
    here: Path, capsys: Shell, arguments: list[str], lines: dict[str, int]
) -> None:
    before = problems()
    assert main(["rename", *arguments]) == 0, capsys.readouterr().err
    assert {name: len(found) for name, found in changed(here).items()} == lines
    assert problems() == before


def problems() -> list[tuple[str, str, int]]:
    """What is wrong with the maps: none names anything that is not there."""
    found = [d for e in api.examine([name for name in FILES if name.endswith(".yaml")]) for d in e.all]
    assert [d for d in found if d.severity == "error"] == []
    return [(d.file, d.code, d.position.line if d.position else 0) for d in found]


def test_a_place_by_its_key_in_other_letters_changes_too(here: Path) -> None:
    assert main(["rename", "old-town", "centre"]) == 0
    assert [now.strip()[:60] for _, now in changed(here)["a.yaml"]] == [
        "where: centre",
        "full: {text: Buses are full., where: centre, voice: The mayo",
    ]


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_the_diff_is_one_that_git_applies_and_changes_nothing(here: Path, capsys: Shell) -> None:
    (here / "a.yaml").write_bytes(FILES["a.yaml"].replace("\n", "\r\n").rstrip().encode("utf-8"))
    for flag in ("--diff", "--dry-run"):
        assert main(["rename", "full", "crowded", flag]) == 0
    shown = capsys.readouterr().out
    assert shown[: len(shown) // 2] == shown[len(shown) // 2 :]
    assert (here / "a.yaml").read_text("utf-8").count("crowded") == 0
    (here / "patch").write_bytes(shown[: len(shown) // 2].encode("utf-8"))
    subprocess.run(["git", "init", "-q", str(here)], check=True)
    subprocess.run(["git", "apply", "--unidiff-zero", "patch"], cwd=here, check=True)
    (here / "patch").unlink()
    wanted = FILES["a.yaml"].replace("\n", "\r\n").rstrip().replace("full,", "crowded,").replace("'full'", "'crowded'")
    assert (here / "a.yaml").read_bytes().decode() == wanted.replace("  full:", "  crowded:")
    assert "a:crowded\t" in (here / "rows.sssom.tsv").read_text()


AMBIGUOUS = {
    ("lane", "x"): """\
argmap: 'lane' names 2 things; say which:
  a:lane  statement of the map 'a', a.yaml
  b:lane  statement of the map 'b', b.yaml
""",
    ("mayor", "x"): """\
argmap: 'mayor' names 3 things; say which:
  mayor --kind actor --in city  actor of the codebook 'city', city.yaml
  mayor --kind factor           factor of the codebook 'city', city.yaml
  mayor --in d                  actor of the map 'd', d.yaml
""",
    ("pays", "x", "--kind", "factor"): """\
argmap: no factor is called 'pays'; say which:
  pays --in city  proposition of the codebook 'city', city.yaml
  pays --in d     proposition of the map 'd', d.yaml
""",
    ("report", "x"): """\
argmap: 'report' names 2 things; say which:
  report --in a  source of the map 'a', a.yaml
  report --in b  source of the map 'b', b.yaml
""",
}


@pytest.mark.parametrize("arguments", AMBIGUOUS)
def test_a_name_of_several_things_is_asked_for_and_each_way_to_say_it_works(
    here: Path, capsys: Shell, arguments: tuple[str, ...]
) -> None:
    assert main(["rename", *arguments]) == 2
    said = capsys.readouterr().err
    assert said == AMBIGUOUS[arguments]
    assert unchanged(here)
    for line in said.splitlines()[1:]:
        way = line.strip().split("  ")[0].split()
        assert main(["rename", way[0], "x", *way[1:], "--diff"]) == 0


REFUSED = {
    ("lanes", "x"): "argmap: nothing is called 'lanes'; did you mean 'lane'?",
    ("a:lanes", "x"): "argmap: no statement is called 'lanes' in a; did you mean 'lane'?",
    ("qqq", "x"): "argmap: nothing is called 'qqq'",
    (
        "full",
        "x",
        "b.yaml",
    ): "argmap: nothing is called 'full' in b.yaml; say which:\n  a:full  statement of the map 'a', a.yaml",
    ("full", "x", "--in", "cty"): "argmap: no map or codebook here is called 'cty'; did you mean 'city'?",
    ("full", "x", "--in", "qqq"): "argmap: no map or codebook here is called 'qqq'; there are a, b, c, city, d",
    ("full", "Full Buses"): (
        "argmap: 'Full Buses' cannot be a name: names have lower-case letters a to z, digits and single hyphens, "
        "at most 80; did you mean 'full-buses'?"
    ),
    ("full", "満"): (
        "argmap: '満' cannot be a name: names have lower-case letters a to z, digits and single hyphens, at most 80; "
        "write one such as 'bus-lane'"
    ),
    ("full", "full"): "argmap: 'full' is what it is called already",
    ("full", "lane"): "argmap: a.yaml:6:3: there is a statement 'lane' already; take another name",
    ("riders", "mayor"): "argmap: city.yaml:3:10: there is an actor 'mayor' already; take another name",
    ("riders", "author"): ("argmap: no actor can be called 'author': as a voice, that is whoever wrote the article"),
    ("payer", "rival"): "argmap: 'rival' is a role that argmap brings along, with a meaning of its own",
    ("survey", "report"): "argmap: a.yaml:4:11: there is a source 'report' already; take another name",
    ("report", "survey", "--in", "b"): "argmap: city.yaml:6:11: there is a source 'survey' already; take another name",
    ("port", "inland"): "argmap: 'inland' is what `where` calls the place 'land' as well; take another name",
    ("a", "b"): "argmap: b.yaml:2:5: there is a map 'b' already; take another name",
    ("c", "sssom"): "argmap: rows.sssom.tsv:6:24: the alignment uses 'sssom:' already; take another name",
    ("city", "country"): "argmap: d.yaml:3:36: there is a codebook 'country' already; take another name",
    ("full", "x", "gone.yaml"): "argmap: there is no file 'gone.yaml'",
    ("full", "x", "-"): "argmap: standard input cannot be changed; name a file or a folder",
}


@pytest.mark.parametrize("arguments", REFUSED)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    here: Path, capsys: Shell, arguments: tuple[str, ...]
) -> None:
    assert main(["rename", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.strip().startswith(REFUSED[arguments])
    assert unchanged(here)


def test_a_role_that_argmap_brings_along_has_no_place_to_be_renamed(here: Path, capsys: Shell) -> None:
    (here / "city.yaml").write_text(FILES["city.yaml"].replace("ally", "friend"))
    assert main(["rename", "ally", "x"]) == 2
    assert capsys.readouterr().err == (
        "argmap: the role 'ally' is argmap's own, so no file gives it its name; "
        "define a role of your own under `roles` of the codebook, and name that\n"
    )


def test_a_folder_without_maps_says_so(here: Path, capsys: Shell) -> None:
    (here / "empty").mkdir()
    assert main(["rename", "a", "b", "empty"]) == 2
    assert capsys.readouterr().err == "argmap: there are no maps here; name a file or a folder with maps\n"


def test_a_name_that_is_taken_in_an_alignment_alone_is_not_free(here: Path, capsys: Shell) -> None:
    (here / "rows.sssom.tsv").write_text(FILES["rows.sssom.tsv"].replace("a:full", "a:gone"))
    assert main(["rename", "full", "gone"]) == 2
    assert capsys.readouterr().err == (
        "argmap: rows.sssom.tsv:6:1: the alignment uses 'a:gone' already; take another name\n"
    )


def test_keys_of_maps_without_a_codebook_stay_and_are_told(here: Path, capsys: Shell) -> None:
    assert main(["rename", "pays", "worth", "--in", "city"]) == 0
    assert capsys.readouterr().err == "argmap: without a codebook, 'pays' is another name, and stays, in c.yaml\n"


def test_a_file_with_mistakes_that_may_hold_the_name_is_in_the_way(here: Path, capsys: Shell) -> None:
    (here / "b.yaml").write_text(FILES["b.yaml"] + "  more: {text: a: b}\n")
    assert main(["rename", "pays", "worth", "--in", "city"]) == 2
    assert capsys.readouterr().err == (
        "argmap: b.yaml:6:48: 'pays' stands in a file whose YAML has mistakes, so that not every place of the name "
        "can be found; `argmap check b.yaml` says what they are\n"
    )
    assert main(["rename", "rain", "x"]) == 0  # the file does not hold it
    assert main(["rename", "full", "x"]) == 0  # a statement of another map
    assert main(["rename", "a", "x"]) == 2
    capsys.readouterr()
    assert main(["rename", "b:lane", "x"]) == 2
    assert capsys.readouterr().err.startswith("argmap: no statement is called 'lane' in b; say which:")
    assert main(["rename", "more", "x"]) == 2
    assert capsys.readouterr().err == "argmap: nothing is called 'more'; b.yaml cannot be read, and may hold it\n"


def test_a_value_that_stands_for_another_is_in_the_way(here: Path, capsys: Shell) -> None:
    (here / "b.yaml").write_text(FILES["b.yaml"].replace("denies: pays", "denies: &x pays").replace("[report]", "[*x]"))
    assert main(["rename", "pays", "worth", "--in", "city"]) == 2
    assert "b.yaml:6:51: 'pays' stands in a file whose YAML has mistakes" in capsys.readouterr().err


def test_an_alignment_that_is_torn_is_in_the_way(here: Path, capsys: Shell) -> None:
    (here / "rows.sssom.tsv").write_text(FILES["rows.sssom.tsv"].replace("\na:full", '\n"a:full'))
    assert main(["rename", "full", "x"]) == 2
    assert capsys.readouterr().err == (
        "argmap: rows.sssom.tsv:6:2: the table may name 'full', and cannot be read; `argmap align check` says why\n"
    )


def test_what_may_be_meant_of_either_of_two_maps_of_one_id_is_not_guessed(here: Path, capsys: Shell) -> None:
    (here / "e.yaml").write_text(FILES["a.yaml"])
    assert main(["rename", "full", "x"]) == 2
    assert capsys.readouterr().err == (
        "argmap: 'full' names 2 things; say which:\n"
        "  full --in a.yaml  statement of the map 'a', a.yaml\n"
        "  full --in e.yaml  statement of the map 'a', e.yaml\n"
    )
    assert main(["rename", "full", "x", "--in", "e.yaml"]) == 2
    assert capsys.readouterr().err == (
        "argmap: rows.sssom.tsv:6:1: this may mean 'full' of e.yaml or of a.yaml, as both maps have the id 'a'; "
        "give one of the two another id there by hand\n"
    )
    assert main(["rename", "a", "x", "--in", "e.yaml"]) == 2
    assert capsys.readouterr().err.startswith("argmap: b.yaml:6:85: this may mean 'a' of e.yaml or of a.yaml")
    assert main(["rename", "rain-falls", "x", "--in", "e.yaml"]) == 0  # no alignment names it
    assert "rain-falls" in (here / "a.yaml").read_text("utf-8")


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_a_file_that_is_left_out_is_told_if_it_may_hold_the_name(here: Path, capsys: Shell, encoding: str) -> None:
    (here / "odd.yaml").write_bytes("argmap: 1\nid: ü\nstatements: {a: {but: full}}\n".encode(encoding))
    assert main(["rename", "full", "x"]) == 0
    assert capsys.readouterr().err.startswith("argmap: odd.yaml is left out: the file is ")
    assert main(["rename", "rain-falls", "x-too"]) == 0
    assert capsys.readouterr().err == ""


def test_marks_line_ends_and_permissions_stay(here: Path) -> None:
    text = "\ufeff" + FILES["a.yaml"].replace("\n", "\r\n")
    (here / "a.yaml").write_bytes(text.encode("utf-8"))
    (here / "a.yaml").chmod(0o640)
    assert main(["rename", "full", "crowded"]) == 0
    wanted = text.replace("full,", "crowded,").replace("'full'", "'crowded'").replace("  full:", "  crowded:")
    assert (here / "a.yaml").read_bytes() == wanted.encode("utf-8")
    if os.name != "nt":
        assert stat.S_IMODE((here / "a.yaml").stat().st_mode) == 0o640


def test_all_files_are_written_or_none(here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shell) -> None:
    replace = Path.replace

    def fails(self: Path, target: Path) -> Path:
        if Path(target).name == "rows.sssom.tsv" and "full" not in self.read_text("utf-8"):
            raise PermissionError(13, "denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fails)
    assert main(["rename", "full", "x"]) == 2
    assert capsys.readouterr().err == (
        f"argmap: {str(here.resolve() / 'rows.sssom.tsv')!r} cannot be written: permission is denied; "
        "nothing was changed\n"
    )
    assert unchanged(here)


def test_what_cannot_be_put_back_is_kept_and_told(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = Path.replace
    calls: list[Path] = []

    def fails(self: Path, target: Path) -> Path:
        calls.append(self)
        if len(calls) > 2:  # the log, the first file
            raise PermissionError(13, "denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fails)
    both = {here / name: (FILES[name], "new") for name in ("a.yaml", "b.yaml")}
    with pytest.raises(FileProblem, match=r"b\.yaml' cannot be written: .*; what stood in .*a\.yaml' is kept in"):
        files.write_all(both)
    assert [path.read_text("utf-8") for path in here.glob(".*.tmp")] == [FILES["a.yaml"]]
    assert (here / "b.yaml").read_text("utf-8") == FILES["b.yaml"]


def test_a_file_that_changed_meanwhile_is_not_overwritten(here: Path) -> None:
    with pytest.raises(FileProblem, match=r"a\.yaml' was changed by somebody else meanwhile; nothing was written"):
        files.write_all({here / "b.yaml": (FILES["b.yaml"], "new"), here / "a.yaml": ("old", "new")})
    assert unchanged(here)


def test_a_file_that_is_read_only_stays(here: Path, capsys: Shell) -> None:
    (here / "rows.sssom.tsv").chmod(0o444)
    assert main(["rename", "full", "x"]) == 2
    assert capsys.readouterr().err.endswith("rows.sssom.tsv' cannot be written: it is read-only; nothing was written\n")
    assert unchanged(here)
    (here / "rows.sssom.tsv").chmod(0o644)


def test_a_file_that_is_gone_keeps_all_as_it_was(here: Path) -> None:
    with pytest.raises(FileProblem, match="cannot be written: there is no such file; nothing was changed"):
        files.write_all({here / "b.yaml": (FILES["b.yaml"], "new"), here / "gone.yaml": ("old", "new")})
    assert unchanged(here)


@pytest.mark.parametrize("at", [1, 2, 3])
def test_an_interruption_leaves_all_as_it_was(here: Path, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    replace = Path.replace
    calls: list[Path] = []

    def interrupted(self: Path, target: Path) -> Path:
        calls.append(self)
        if len(calls) == at:
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    assert main(["rename", "full", "x"]) == 130
    assert unchanged(here)


def test_an_editor_asks_what_stands_at_a_place(here: Path) -> None:
    project = explore([here])
    at = FILES["a.yaml"].index("voice: mayor") + 7
    thing = thing_at(project, here.resolve() / "a.yaml", at)
    assert thing is not None
    assert (thing.kind, thing.key, thing.scope, len(thing.defined)) == ("actor", "mayor", "city", 1)
    assert [path.name for path in thing.paths] == ["a.yaml", "city.yaml"]
    assert thing_at(project, here.resolve() / "a.yaml", 0) is None


def test_what_only_looks_like_the_key_of_a_place_is_none(here: Path) -> None:
    found = [(t.key, bool(t.defined)) for t in things(explore([here])) if t.kind == "place"]
    assert found == [("old-town", True), ("land", True), ("port", True)]


def test_a_key_that_is_no_name_has_to_be_corrected_first(here: Path, capsys: Shell) -> None:
    (here / "c.yaml").write_text(FILES["c.yaml"].replace("lane-too", "Lane Too"), encoding="utf-8")
    assert main(["rename", "Lane Too", "lane-too"]) == 2
    assert capsys.readouterr().err == (
        "argmap: c.yaml:3:14: 'Lane Too' is no name, so its uses cannot be found; "
        "correct it first: `argmap check c.yaml` says how\n"
    )


def test_what_would_not_read_the_same_is_not_written(
    here: Path, capsys: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_much(text: str, names: object, new: str) -> tuple[Edit, ...]:
        at = text.index("full:")
        return (Edit(at, at + 5, f"{new}: ["),)

    monkeypatch.setattr(renaming, "edits_of_names", too_much)
    assert main(["rename", "full", "x", "a.yaml"]) == 2
    assert "a.yaml:8:15: 'full' cannot be renamed as it is written here" in capsys.readouterr().err
    assert unchanged(here)


def test_a_name_where_argmap_looks_for_none_stays_and_is_told(here: Path, capsys: Shell) -> None:
    (here / "e.yaml").write_text(
        """\
argmap: 1
id: e
acters: {two: Two, one: two}
notes: [two, two lanes]
statements:
  one: {text: two, label: two, note: two, because: [two], becuase: [two], wheer: " two "}
  two: {text: Two., says: two}
  three: {text: T., but: ["two\\n"], if: [two, two-lanes], x: {two: two}}
""",
        encoding="utf-8",
    )
    assert main(["rename", "e:two", "second"]) == 0
    out, err = capsys.readouterr()
    assert out == "e.yaml: 3 places\n"
    assert err == (
        "argmap: 'two' stays where argmap knows no name of that kind: "
        "e.yaml:3, e.yaml:3, e.yaml:4, e.yaml:6, e.yaml:6, e.yaml:7, e.yaml:8, e.yaml:8, e.yaml:8\n"
    )


def test_a_file_that_changes_while_others_are_written_keeps_the_change(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shell
) -> None:
    replace = Path.replace

    def edits(self: Path, target: Path) -> Path:
        if Path(target).name == "a.yaml":
            (here / "rows.sssom.tsv").write_text("mine", encoding="utf-8")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", edits)
    assert main(["rename", "full", "x"]) == 2
    assert "rows.sssom.tsv' was changed by somebody else meanwhile; nothing was written" in capsys.readouterr().err
    assert (here / "rows.sssom.tsv").read_text("utf-8") == "mine"
    assert (here / "a.yaml").read_text("utf-8") == FILES["a.yaml"]


KILLED = """\
import os, sys
from pathlib import Path
from argmap.cli import main
steps = int(sys.argv[1])
def counted(do):
    def done(*arguments, **options):
        global steps
        if not steps:
            os._exit(9)
        steps -= 1
        return do(*arguments, **options)
    return done
Path.replace, Path.unlink, os.open = counted(Path.replace), counted(Path.unlink), counted(os.open)
raise SystemExit(main(["rename", "mayor", "head", "--kind", "actor", "--in", "city"]))
"""


def killed(here: Path, steps: int) -> int:
    """What the renaming ends with if it is killed at a step."""
    call = [sys.executable, "-c", KILLED, str(steps)]
    return subprocess.run(call, cwd=here, capture_output=True, check=False).returncode


def grow_old(here: Path) -> None:
    """Let the log of a renaming be from a while ago."""
    for log in here.glob(".argmap-*.unfinished"):
        os.utime(log, (1, 1))


@pytest.mark.slow
def test_wherever_it_is_killed_all_files_are_old_or_new_or_the_next_renaming_puts_them_back(
    here: Path, capsys: Shell
) -> None:
    ends = set()
    for steps in range(60):
        if killed(here, steps) == 0:
            break
        after = {name: (here / name).read_text("utf-8") for name in FILES}
        logs = list(here.glob(".argmap-*.unfinished"))
        renamed = [name for name in FILES if after[name] != FILES[name]]
        grow_old(here)
        assert main(["rename", "nobody", "nothing"]) == 2
        err = capsys.readouterr().err
        if logs:
            ends.add("put back")
            told = ", ".join(sorted(renamed)) or "no file"
            assert f"an earlier renaming was cut off; what stood there before is put back in {told}\n" in err
            assert changed(here) == {}
        else:
            ends.add("old" if not renamed else "new")
            assert renamed in ([], ["city.yaml", "a.yaml"])
        for left in here.glob(".*"):
            left.unlink()
        for name, text in FILES.items():
            (here / name).write_text(text, encoding="utf-8", newline="")
    else:
        pytest.fail("it never ended")
    assert ends == {"old", "put back", "new"}


def cut_off(here: Path) -> Path:
    """A renaming that was killed between its two files, and its log."""
    for steps in range(60):  # pragma: no branch
        killed(here, steps)
        logs = list(here.glob(".argmap-*.unfinished"))
        if logs and len(changed(here)) == 1:
            return logs[0]
        for left in here.glob(".*"):
            left.unlink()
    raise AssertionError


def test_what_was_cut_off_is_put_back_but_for_what_somebody_wrote_since(here: Path, capsys: Shell) -> None:
    log = cut_off(here)
    call = ["rename", "full", "crowded"]
    assert main(call) == 2
    assert "another renaming is under way, or was killed just now; try again in a minute" in capsys.readouterr().err
    grow_old(here)
    assert main([*call, "--diff"]) == 0
    assert "an earlier renaming was cut off; the next one without --diff begins by" in capsys.readouterr().err
    half = (here / "a.yaml").read_text("utf-8")
    (here / "a.yaml").write_text(f"{half}# mine\n", encoding="utf-8")
    assert main(call) == 2
    err = capsys.readouterr().err
    assert "a.yaml' was changed since a renaming was cut off; what stood in it is kept in" in err
    assert (here / "a.yaml").read_text("utf-8") == f"{half}# mine\n"
    (here / "a.yaml").write_text(half, encoding="utf-8")
    assert main(call) == 0
    assert not log.exists()
    assert sorted(changed(here)) == ["a.yaml", "rows.sssom.tsv"]
    assert sorted(path.name for path in here.iterdir()) == sorted(FILES)


@pytest.mark.parametrize(
    ("log", "said"),
    [
        ("", "it is no log of argmap"),
        ("[]", "it is no log of argmap"),
        ('{"files": [{}]}', "it is no log of argmap"),
        ('{"files": [{"path": "/etc/passwd", "before": "x", "after": "y", "sha256": ""}]}', "which is no map of this"),
        ('{"files": [{"path": 3, "before": "x", "after": "y", "sha256": ""}]}', "it is no log of argmap"),
    ],
)
def test_a_log_that_somebody_else_wrote_is_not_followed(here: Path, capsys: Shell, log: str, said: str) -> None:
    (here / ".argmap-1.unfinished").write_text(log, encoding="utf-8")
    grow_old(here)
    assert main(["rename", "full", "x"]) == 2
    assert said in capsys.readouterr().err
    assert changed(here) == {}
