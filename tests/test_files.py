"""Files are opened with what they refer to, and written whole or not at all."""

import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from argmap import files
from argmap.diagnostics import Diagnostic, Position
from argmap.errors import FileProblem, InvalidMap
from argmap.model import ArgumentMap, Codebook

MAP = """\
argmap: 1
id: bus-lane
article: {text: texts/lane.txt}
codebook: town.yaml
statements:
  lane: {type: thesis, text: High Street needs a bus lane., says: {holds: lane}}
"""
CODEBOOK = """\
argmap-codebook: 1
id: town
propositions: {lane: A lane should be built}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    (tmp_path / "lane.yaml").write_text(MAP, encoding="utf-8")
    (tmp_path / "town.yaml").write_text(CODEBOOK, encoding="utf-8")
    (tmp_path / "texts" / "lane.txt").write_text("¶1 High Street needs a lane.\n", encoding="utf-8")
    return tmp_path


def only(opened: files.Opened) -> Diagnostic:
    [d] = opened.reading.diagnostics
    return d


def test_a_map_comes_with_its_codebook_and_its_article(folder: Path) -> None:
    opened = files.read(folder / "lane.yaml")
    m = opened.reading.unwrap()
    assert isinstance(m, ArgumentMap)
    assert m.codebook is not None
    assert m.codebook.id == "town"
    assert opened.codebook is not None
    assert (opened.codebook.name, opened.codebook.document) == (str(folder / "town.yaml"), m.codebook)
    assert opened.article == "¶1 High Street needs a lane.\n"


def test_a_codebook_is_opened_like_a_map(folder: Path) -> None:
    opened = files.read(str(folder / "town.yaml"))
    assert isinstance(opened.reading.unwrap(), Codebook)
    assert (opened.codebook, opened.article) == (None, None)


def test_a_reading_names_its_file_and_its_bytes(folder: Path) -> None:
    data = b"\xef\xbb\xbf" + MAP.replace("\n", "\r\n").encode()
    (folder / "lane.yaml").write_bytes(data)
    reading = files.read(folder / "lane.yaml").reading
    assert reading.document is not None
    assert (reading.name, reading.sha256) == (str(folder / "lane.yaml"), hashlib.sha256(data).hexdigest())


def test_a_missing_codebook_is_found_where_the_map_names_it(folder: Path) -> None:
    (folder / "town.yaml").unlink()
    opened = files.read(folder / "lane.yaml")
    d = only(opened)
    assert (d.code, d.where, d.position) == ("AM111", ("codebook",), Position(4, 11, 4, 20))
    assert d.message == f"'{folder / 'town.yaml'}' cannot be read: there is no such file"
    assert (opened.reading.document, opened.codebook) == (None, None)


def test_the_mistakes_of_a_codebook_are_shown_in_the_codebook(folder: Path) -> None:
    (folder / "town.yaml").write_text(CODEBOOK + "factor: {}\n", encoding="utf-8")
    here, there = files.read(folder / "lane.yaml").reading.diagnostics
    assert (here.code, here.position, here.file) == ("AM111", Position(4, 11, 4, 20), str(folder / "lane.yaml"))
    assert here.message == "the codebook 'town.yaml' cannot be used: it has an error"
    assert (there.code, there.file, there.position) == ("AM103", str(folder / "town.yaml"), Position(4, 1, 4, 7))
    assert there.help == "did you mean 'factors'?"


def test_a_map_given_as_codebook_is_refused(folder: Path) -> None:
    (folder / "town.yaml").write_text("argmap: 1\nid: m\nstatements: {}\n", encoding="utf-8")
    d = only(files.read(folder / "lane.yaml"))
    assert (d.code, d.position, d.help) == ("AM111", Position(4, 11, 4, 20), "write the path of a codebook")
    assert d.message == "the codebook 'town.yaml' cannot be used: this is a map, and a codebook is expected"


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ('""', "'codebook' is empty"),
        ('"  "', "'codebook' is empty"),
        ("https://x.org/y", "'https://x.org/y' is an address, not a path"),
        ("self.yaml", "the codebook 'self.yaml' cannot be used: this is a map, and a codebook is expected"),
    ],
)
def test_what_is_no_path_of_a_codebook_is_said_once(tmp_path: Path, written: str, message: str) -> None:
    path = tmp_path / "self.yaml"
    path.write_text(f"argmap: 1\nid: m\ncodebook: {written}\nstatements: {{}}\n", encoding="utf-8")
    d = only(files.read(path))
    assert (d.message, d.position and d.position.line, bool(d.help)) == (message, 3, True)


def test_an_address_is_no_path_of_an_article(tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    path.write_text("argmap: 1\nid: m\narticle: {text: http://x/y}\nstatements: {}\n", encoding="utf-8")
    d = only(files.read(path))
    assert d.message == "the text of the article is missing: 'http://x/y' is an address, not a path"


def test_a_dash_inside_a_map_is_the_name_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", None)
    Path("m.yaml").write_text(
        'argmap: 1\nid: m\ncodebook: "-"\narticle: {text: "-"}\nstatements: {}\n', encoding="utf-8"
    )
    assert [d.message for d in files.read("m.yaml").reading.diagnostics] == [
        "'-' cannot be read: there is no such file",
        "the text of the article is missing: '-' cannot be read: there is no such file",
    ]
    Path("-").write_text(CODEBOOK, encoding="utf-8")
    opened = files.read("m.yaml")
    assert (opened.reading.diagnostics, opened.article) == ((), CODEBOOK)


def test_a_closed_standard_input_is_a_problem_not_an_exception(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert only(files.read("-")).message == "'<stdin>' cannot be read: it is closed"


def test_an_empty_name_is_no_file() -> None:
    assert only(files.read("")).message == "'' cannot be read: there is no such file"


def test_two_byte_order_marks_move_no_place(folder: Path) -> None:
    text = CODEBOOK.replace("lane:", "Lane:")
    places = []
    for marks in ("", "\ufeff", "\ufeff\ufeff"):
        (folder / "town.yaml").write_text(marks + text, encoding="utf-8")
        d = only(files.read(folder / "town.yaml"))
        places.append((d.code, d.position, d.source))
    assert places == [("AM114", Position(3, 16, 3, 20), text.splitlines()[2])] * 3


def test_the_files_that_belong_together_are_named(folder: Path) -> None:
    book, article = str(folder / "town.yaml"), str(folder / "texts" / "lane.txt")
    assert files.read_together(folder / "lane.yaml") == (str(folder / "lane.yaml"), book, article)
    assert files.read_together(book) == (book,)


def test_a_missing_article_is_found_where_the_map_names_it(folder: Path) -> None:
    (folder / "texts" / "lane.txt").unlink()
    opened = files.read(folder / "lane.yaml")
    d = only(opened)
    assert (d.code, d.where, d.position) == ("AM406", ("article", "text"), Position(3, 17, 3, 31))
    assert d.source == "article: {text: texts/lane.txt}"
    assert (opened.reading.document, opened.article) == (None, None)
    assert isinstance(opened.reading.salvaged, ArgumentMap)


def test_what_is_broken_in_a_map_does_not_keep_its_article_from_being_looked_for(folder: Path) -> None:
    (folder / "lane.yaml").write_text(MAP.replace("thesis", "thesys").replace("lane.txt", "no.txt"), encoding="utf-8")
    assert [d.code for d in files.read(folder / "lane.yaml").reading.diagnostics] == ["AM406", "AM115"]


def test_a_file_that_does_not_exist_is_a_problem_not_an_exception(tmp_path: Path) -> None:
    reading = files.read(tmp_path / "no.yaml").reading
    assert [str(d) for d in reading.diagnostics] == [
        f"{tmp_path}/no.yaml: error[AM111]: '{tmp_path}/no.yaml' cannot be read: there is no such file (check the path)"
    ]
    with pytest.raises(InvalidMap, match="there is no such file"):
        reading.unwrap()


@pytest.mark.parametrize(
    ("path", "why"), [("", "it is a folder"), ("lane.yaml/x", "a part of its path is a file, not a folder")]
)
def test_a_folder_is_no_map(folder: Path, path: str, why: str) -> None:
    d = only(files.read(folder / path))
    assert (d.code, d.message.partition(" cannot be read: ")[2]) == ("AM111", why)


def test_a_name_that_no_file_can_have_is_a_problem_not_an_exception() -> None:
    assert only(files.read("a\x00b")).message == "'a\\x00b' cannot be read: its name cannot be one"
    assert only(files.read("a" * 5000)).code == "AM111"


def test_a_file_in_another_encoding_is_shown_where_it_breaks(tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_bytes("argmap: 1\nid: m\ntitle: Caf\xe9s\n".encode("latin-1"))
    d = only(files.read(tmp_path / "m.yaml"))
    assert (d.code, d.position, d.source) == ("AM111", Position(3, 11, 3, 12), "title: Caf\ufffds")
    assert d.message == "the file is not UTF-8: the byte 0xE9 is no letter in it"
    assert d.help == "save it as UTF-8 in your editor"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "m.yaml").write_bytes(
        ("" if encoding == "utf-16" else "\ufeff").encode(encoding) + MAP.encode(encoding)
    )
    d = only(files.read(tmp_path / "m.yaml"))
    assert (d.code, d.message, d.position) == ("AM111", "the file is UTF-16, not UTF-8", Position(1, 1, 1, 2))


def test_a_huge_file_is_refused_unless_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.files.decoding.MAX_BYTES", 100)
    path = tmp_path / "m.yaml"
    path.write_text(f"argmap: 1\nid: m\ntitle: {'x' * 100}\nstatements: {{}}\n", encoding="utf-8")
    d = only(files.read(path))
    assert (d.code, d.help) == ("AM112", "--no-limit reads it all the same")
    assert files.read(path, limits=False).reading.document is not None


def test_standard_input_is_read_for_a_dash(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(MAP.encode())))
    opened = files.read("-")
    assert opened.reading.name == "<stdin>"
    assert opened.reading.unwrap().id == "bus-lane"
    assert opened.article is not None


def test_a_text_is_read_or_says_why_not(folder: Path) -> None:
    assert files.read_text(folder / "town.yaml") == CODEBOOK
    with pytest.raises(FileProblem, match=r"no\.txt' cannot be read: there is no such file; check the path"):
        files.read_text(folder / "no.txt")
    (folder / "latin.txt").write_bytes(b"a\nb\xe9")
    with pytest.raises(FileProblem, match=r"0xE9 is no letter in it \(line 2, column 2\); save it as UTF-8"):
        files.read_text(folder / "latin.txt")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_is_written_is_there_in_folders_made_for_it(tmp_path: Path) -> None:
    files.write(tmp_path / "a" / "b" / "m.yaml", "é\r\n")
    files.write(tmp_path / "a" / "b" / "m.png", b"\x89PNG")
    assert (tmp_path / "a" / "b" / "m.yaml").read_bytes() == b"\xc3\xa9\r\n"
    assert (tmp_path / "a" / "b" / "m.png").read_bytes() == b"\x89PNG"
    assert names(tmp_path / "a" / "b") == ["m.png", "m.yaml"]


def test_writing_replaces_the_file_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    path.write_text("old")
    path.chmod(0o640)
    files.write(path, "new")
    assert (path.read_text(), path.stat().st_mode & 0o777, names(tmp_path)) == ("new", 0o640, ["m.yaml"])


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    files.write(tmp_path / "m.yaml", "new")
    (tmp_path / "usual").touch()
    assert (tmp_path / "m.yaml").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_writing_through_a_link_keeps_the_link(tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text("old")
    (tmp_path / "link.yaml").symlink_to("m.yaml")
    files.write(tmp_path / "link.yaml", "new")
    assert (tmp_path / "link.yaml").is_symlink()
    assert (tmp_path / "m.yaml").read_text() == "new"


def test_an_error_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    (tmp_path / "m.yaml").write_text("old")
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(FileProblem, match=r"m\.yaml' cannot be written: no space left on device"):
        files.write(tmp_path / "m.yaml", "new")
    assert ((tmp_path / "m.yaml").read_text(), names(tmp_path)) == ("old", ["m.yaml"])


def test_what_cannot_be_written_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FileProblem, match="cannot be written: it is a folder"):
        files.write(tmp_path, "x")
    (tmp_path / "file").touch()
    with pytest.raises(FileProblem, match="a part of its path is a file"):
        files.write(tmp_path / "file" / "m.yaml", "x")
    for name in ("a\x00b", "", " "):
        with pytest.raises(FileProblem, match="its name cannot be one"):
            files.write(name, "x")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(FileProblem, match="permission is denied"):
        files.write(tmp_path / "m.yaml", "x")


def test_a_named_pipe_is_written_into_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE) as reader:
        files.write(pipe, "a map\n")
        assert reader.communicate(timeout=20)[0] == b"a map\n"
    assert pipe.is_fifo()
    assert names(tmp_path) == ["pipe"]


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="this system has no /dev/stdout")
def test_standard_output_can_be_named_as_a_file(tmp_path: Path) -> None:
    write = "from argmap import files; files.write('/dev/stdout', 'a map')"
    command = [sys.executable, "-c", write]
    assert subprocess.run(command, check=True, capture_output=True).stdout == b"a map"
    (tmp_path / "log").write_text("before, ")
    with (tmp_path / "log").open("ab") as log:
        subprocess.run(command, check=True, stdout=log)
    assert (tmp_path / "log").read_text() == "before, a map"


def test_text_that_utf_8_cannot_hold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="half a surrogate pair"):
        files.write(tmp_path / "m.yaml", "a\ud800")
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00", "an archive, such as a document of Word or LibreOffice is"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old document of Word or Excel"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"{\\rtf1\\ansi argmap: 1}", "a document in rich text"),
    ],
)
def test_a_document_of_an_office_is_told_as_what_it_is(tmp_path: Path, data: bytes, kind: str) -> None:
    (tmp_path / "essay.yaml").write_bytes(data)
    d = only(files.read(tmp_path / "essay.yaml"))
    assert (d.code, d.position) == ("AM111", Position(1, 1, 1, 2))
    assert d.message == f"the file is {kind}, whatever it is called"
    assert d.help == "save it as plain text, in UTF-8"
