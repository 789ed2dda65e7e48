"""Files that nobody would write by hand: each is read, or refused with its place and the reason, in good time.

The small ones lie in tests/hostile/, byte for byte; large ones are made here.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from argmap import files
from argmap.api import examine
from argmap.cli import main
from argmap.formats import read_document
from argmap.model import ArgumentMap

HOSTILE = Path(__file__).parent / "hostile"

GOOD = "argmap: 1\nid: m\nstatements:\n  t: {type: thesis, text: The tram comes.}\n"

NOT_UTF_8 = "AM111 the file is not UTF-8: the byte 0x{} is no letter in it"
CONTROL = "AM116 the character U+00{} may not stand in a map"

FOUND = {
    # encodings
    "latin-1": ["4:31 " + NOT_UTF_8.format("E9")],
    "windows-1252": ["4:31 " + NOT_UTF_8.format("93")],
    "overlong-utf-8": ["4:27 " + NOT_UTF_8.format("C0")],
    "surrogate-utf-8": ["4:27 " + NOT_UTF_8.format("ED")],
    "beyond-unicode": ["4:27 " + NOT_UTF_8.format("F4")],
    "cut-utf-8": ["5:3 " + NOT_UTF_8.format("E2")],
    **{f"utf-16-{end}": ["1:1 AM111 the file is UTF-16, not UTF-8"] for end in ("be", "be-bom", "le", "le-bom")},
    **{f"utf-32-{end}": ["1:1 AM111 the file is UTF-32, not UTF-8"] for end in ("be", "be-bom", "le", "le-bom")},
    "png": ["1:1 " + NOT_UTF_8.format("89")],
    "gzip": ["1:2 " + NOT_UTF_8.format("8B")],
    "bom": [],
    "two-boms": [],
    "bom-in-the-middle": [],
    "bom-in-a-key": ["2:2 AM101 'id: m' is not indented like the lines it belongs to"],
    # line ends, as an editor counts them
    "crlf": [],
    "cr": [],
    "mixed-line-ends": [],
    "line-separators": [],
    # characters that act, or hide
    "nul": ["4:30 " + CONTROL.format("00")],
    "nul-escaped": ["4:27 " + CONTROL.format("00")],
    "escape-sequence": ["4:31 " + CONTROL.format("1B"), "4:40 " + CONTROL.format("07"), "4:41 " + CONTROL.format("1B")],
    "escape-sequence-escaped": ["4:27 " + CONTROL.format("1B")],
    "delete": ["4:31 " + CONTROL.format("7F")],
    "c1-control": ["4:31 " + CONTROL.format("9B")],
    "bidi": ["4:27 AM121 the character U+202E turns round the order in which letters are shown"],
    "bidi-in-a-comment": ["5:3 AM121 the character U+2066 turns round the order in which letters are shown"],
    "half-surrogate-escaped": [r"4:28 AM101 '\ud800' names no character"],
    "nonsense-escape": [r"4:28 AM101 '\U00110000' names no character"],
    "no-break-space-indent": ["4:1 AM101 the indentation holds a space that YAML takes for text (U+00A0)"],
    # what YAML can do and a map does not need
    "merge-bomb": [
        "3:1 AM103 'x' is no field of a map",
        "3:8 AM107 merge keys ('<<') are not supported",
        "4:18 AM107 merge keys ('<<') are not supported",
    ],
    "recursive-alias": [
        "3:13 AM107 '&s' names a value to be used elsewhere",
        "4:6 AM107 '*s' stands for something written elsewhere",
    ],
    "tag-binary": ["3:8 AM108 '!!binary' is a tag"],
    "tag-python": [
        "4:27 AM105 'text' of statement 't' is a list, not a text",
        "4:27 AM108 '!!python/object/apply:os.system' is a tag",
    ],
    "two-documents": ["6:1 AM109 a second document begins here"],
    "document-end": ["6:1 AM101 what stands here belongs to nothing above it"],
    "directive": ["1:1 AM101 this is no YAML: found incompatible YAML document"],
    "key-of-a-mapping": ["2:3 AM105 a mapping stands where a key is expected"],
    "null-keys": [
        "3:1 AM103 '~' is no field of a map",
        "4:1 AM103 '' is no field of a map",
        "5:14 AM114 '~' is no id",
        "5:28 AM114 '' is no id",
    ],
    "numbers": [
        "1:9 AM110 '1e400' is no version of the format that is known here",
        "3:48 AM407 '-9999999999999999999999' is no place in an article",
    ],
    "endless-string": ['2:5 AM101 the quotation mark " that opens here is never closed'],
    "only-brackets": ["1:8 AM101 a value is missing at the end"],
    # ids that would be something else on a command line, or as the name of a file
    "flag-id": ["2:5 AM114 '--help' is no id"],
    "flag-statement": ["4:3 AM114 '--help' is no id"],
    "path-id": ["2:5 AM114 '../../x' is no id"],
    "absolute-id": ["2:5 AM114 '/etc/passwd' is no id"],
    "windows-path-id": [r"2:5 AM114 'C:\\con' is no id"],
}


def told(path: Path) -> list[str]:
    found = examine([path])[0].all
    return [f"{d.position.line}:{d.position.column} {d.code} {d.message}" for d in found if d.position]


@pytest.mark.parametrize("name", FOUND)
def test_each_is_read_or_refused_where_it_is_wrong(name: str) -> None:
    assert told(HOSTILE / f"{name}.yaml") == FOUND[name]


def test_no_file_of_the_corpus_is_without_expectation() -> None:
    assert {path.stem for path in HOSTILE.glob("*.yaml")} == {*FOUND, "billion-laughs"}


def test_what_an_alias_stands_for_is_never_copied() -> None:
    reading = examine([HOSTILE / "billion-laughs.yaml"])[0]
    codes = [d.code for d in reading.all]
    assert {code: codes.count(code) for code in codes} == {"AM105": 1, "AM107": 9 + 8 * 9, "AM103": 8}


def test_the_whole_corpus_goes_through_check_in_every_form(capsys: pytest.CaptureFixture[str]) -> None:
    names = sorted(map(str, HOSTILE.glob("*.yaml")))
    for form in ("text", "json", "github", "sarif"):
        assert main(["check", "--no-settings", "--teach", "--format", form, *names]) == 1
        out, err = capsys.readouterr()
        assert err == ""
        assert {c for c in out if not c.isprintable()} <= {"\n", "\u00a0"}


# ---- without end


def nested(form: str, depth: int) -> str:
    match form:
        case "flow lists":
            return "argmap: 1\nid: m\nx: " + "[" * depth + "]" * depth + "\n"
        case "flow mappings":
            return "argmap: 1\nid: m\nx: " + "{a: " * depth + "}" * depth + "\n"
        case "open brackets":
            return "argmap: 1\nid: m\nx: " + "[" * depth
        case "dashes":
            return "argmap: 1\nid: m\nx:\n  " + "- " * depth + "x\n"
        case "indentation":
            return "argmap: 1\nid: m\n" + "".join(f"{' ' * i}a:\n" for i in range(min(depth, 3000)))
        case _:
            return "argmap: 1\nid: m\nx: " + "? " * depth


@pytest.mark.parametrize("form", ["flow lists", "flow mappings", "open brackets", "dashes", "indentation", "questions"])
def test_a_hundred_thousand_levels_are_refused(form: str) -> None:
    found = read_document(nested(form, 100_000), "m.yaml").diagnostics
    assert {d.code for d in found} <= {"AM101", "AM113"}
    assert found


def test_forty_levels_are_read_and_one_more_is_not() -> None:
    def codes(depth: int) -> list[str]:
        text = f"argmap: 1\nid: m\ncodebook:\n  x: {'[' * depth}{']' * depth}\nstatements: {{}}\n"
        return [d.code for d in read_document(text, "m.yaml").diagnostics]

    assert "AM113" not in codes(38)
    assert codes(39) == ["AM113"]


def test_a_text_of_ten_million_letters_and_a_line_of_them_are_read_and_checked() -> None:
    word = "tram " * 2_000_000
    text = GOOD.replace("The tram comes.", f'"{word}"')
    reading = read_document(text, "m.yaml")
    m = reading.unwrap()
    assert isinstance(m, ArgumentMap)
    assert m.statements["t"].text == word.strip()
    assert read_document(GOOD.replace("id: m", f"id: {'m' * 10_000_000}"), "m.yaml").diagnostics[0].code == "AM114"


def test_a_message_never_holds_a_text_without_end(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    long = "m" * 1_000_000
    (tmp_path / "id.yaml").write_text(GOOD.replace("id: m", f"id: {long}"))
    (tmp_path / "key.yaml").write_text(GOOD.replace("{type", f"{{{long}: x, type"))
    (tmp_path / "type.yaml").write_text(GOOD.replace("thesis", long))
    (tmp_path / "reason.yaml").write_text(GOOD.replace("{type", f"{{because: [{long}], type"))
    for name in ("id", "key", "type", "reason"):
        assert main(["check", str(tmp_path / f"{name}.yaml")]) == 1
        assert len(capsys.readouterr().out) < 5_000, name


def map_of(statements: int) -> str:
    lines = "".join(f"  s{i}: {{text: Point {i}.}}\n" for i in range(1, statements))
    return f"argmap: 1\nid: m\nstatements:\n  s0: {{type: thesis, text: All., because: [s1]}}\n{lines}"


MEASURED = """\
import resource, sys
from argmap.cli import main
code = main(sys.argv[1:])
print(code, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in another unit")
@pytest.mark.parametrize(
    ("make", "code", "said"),
    [
        ("just within: statements", 0, "AM304"),
        ("just beyond: statements", 1, "the map holds 100,001 statements; more than 100,000 are refused"),
        ("just within: bytes", 0, ""),
        ("just beyond: bytes", 1, "the file is larger than 20 MB"),
    ],
)
def test_the_limits_hold_to_the_byte_and_what_is_within_takes_two_gigabytes_at_most(
    make: str, code: int, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "m.yaml"
    match make:
        case "just within: statements":
            path.write_text(map_of(100_000))
        case "just beyond: statements":
            path.write_text(map_of(100_001))
        case "just within: bytes":
            path.write_text(GOOD + "#" * (files.MAX_BYTES - len(GOOD)))
        case _:
            path.write_text(GOOD + "#" * (files.MAX_BYTES - len(GOOD) + 1))
    command = [sys.executable, "-c", MEASURED, "check", str(path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    exit_code, megabytes = map(int, done.stderr.split())
    assert exit_code == code
    assert said in done.stdout
    assert megabytes < 2048
