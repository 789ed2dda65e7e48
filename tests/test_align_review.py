"""Review sessions: real processes that are answered, interrupted, killed and taken up again."""

import io
import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest
from alignment_cases import MAPS

from argmap import files
from argmap.cli import main
from argmap.cli.align_answers import Answer, Unclear, read_answer
from argmap.comparison.alignment.correspondences import MANUAL, PROPOSED, Correspondence, Ref
from argmap.formats.sssom_writing import write_alignment

NAMES = [str(MAPS / f"{name}.yaml") for name in ("ruiz", "patel", "wu")]
HEADER = ("license: none",)
PAIRS = (
    ("ruiz:safer", "patel:less-danger"),
    ("ruiz:quiet", "patel:calm"),
    ("patel:calm", "wu:silence"),
    ("ruiz:quiet", "wu:silence"),
    ("ruiz:trade", "patel:drivers"),
)


def ref(text: str) -> Ref:
    return Ref(*text.split(":"))


def proposed(left: str, right: str) -> Correspondence:
    extra = (("mapping_tool", "argmap"), ("similarity_score", "0.5"))
    return Correspondence(ref(left), "argmap:related", ref(right), PROPOSED, comment="different actors", extra=extra)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "lane.sssom.tsv"
    made.write_text(write_alignment([proposed(*pair) for pair in PAIRS], HEADER), encoding="utf-8")
    return made


@dataclass(frozen=True)
class Ended:
    returncode: int
    stdout: str
    stderr: str


def session(path: Path, answers: str, *options: str, maps: list[str] = NAMES) -> Ended:
    """A session in this process, answered from a pipe."""
    out, err, before = io.StringIO(), io.StringIO(), sys.stdin
    sys.stdin = io.StringIO(answers)
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = main(["align", "review", str(path), *maps, *options])
    finally:
        sys.stdin = before
    return Ended(code, out.getvalue(), err.getvalue())


def real_session(path: Path, answers: str) -> Ended:
    """The same in a process of its own."""
    command = [sys.executable, "-m", "argmap", "align", "review", str(path), *NAMES]
    done = subprocess.run(command, input=answers, capture_output=True, text=True, encoding="utf-8", check=False)
    return Ended(done.returncode, done.stdout, done.stderr)


def decided(path: Path) -> list[tuple[str, str, str, float | None, str]]:
    """The decided rows: pair, predicate, ``Not``, confidence and author."""
    return [
        (f"{r.subject} {r.object}", r.predicate, "Not" if r.rejected else "", r.confidence, r.author)
        for r in files.read_alignment(path).unwrap()
        if r.justification == MANUAL
    ]


@pytest.mark.parametrize("held", [session, real_session])
def test_every_answer_becomes_a_row(path: Path, held: Callable[[Path, str], Ended]) -> None:
    done = held(path, "Ana Ruiz\nsame 0.8 both mean injuries\nopposite\nx\nb .5\nrelated\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert decided(path) == [
        ("ruiz:safer patel:less-danger", "skos:exactMatch", "", 0.8, "Ana Ruiz"),
        ("ruiz:quiet patel:calm", "argmap:contradicts", "", None, "Ana Ruiz"),
        ("patel:calm wu:silence", "argmap:related", "Not", None, "Ana Ruiz"),
        ("ruiz:quiet wu:silence", "skos:broadMatch", "", 0.5, "Ana Ruiz"),
        ("ruiz:trade patel:drivers", "argmap:related", "", None, "Ana Ruiz"),
    ]
    reading = files.read_alignment(path)
    assert reading.header == HEADER
    assert [r.comment for r in reading.rows] == ["both mean injuries", "", "", "", ""]
    assert {r.extra for r in reading.rows} == {(("mapping_tool", "argmap"), ("similarity_score", "0.5"))}
    assert done.stdout.endswith(": 1 same, 1 opposite, 1 broader, 1 related, 1 none. Nothing is left.\n")


def test_a_proposal_is_shown_with_all_it_takes_to_decide(path: Path) -> None:
    shown = session(path, "Ana Ruiz\nquit\n").stdout
    assert (
        """\
Proposal 1 of 5

1  ruiz:safer
   Riding gets safer.
   because: Side streets grow quiet.
   a reason for: Build the lane now.
2  patel:less-danger
   It would take danger out of riding.
   because: The side streets would be calm.
   an objection to: Do not build it.
Beware: different actors
"""
        in shown
    )
    assert shown.endswith("\nNothing was decided. 5 proposals wait still; the same command goes on.\n")


def test_a_session_goes_on_where_the_last_one_stopped(path: Path) -> None:
    first = session(path, "Ana Ruiz\nsame\nskip\nnone\n")
    assert first.returncode == 0
    assert "1 same, 1 none. 3 proposals wait still; the same command goes on." in first.stdout
    second = session(path, "\nnarrower\n")
    assert second.stdout.startswith("3 proposals wait to be decided.")
    assert "Who decides? An ORCID or a name [Ana Ruiz]: \n" in second.stdout
    assert decided(path)[1] == ("ruiz:quiet patel:calm", "skos:narrowMatch", "", None, "Ana Ruiz")


def test_an_odd_circle_is_refused_with_the_chain_that_closes_it(path: Path) -> None:
    done = session(path, "Ana Ruiz\nskip\nsame\nsame\nopposite\nsame\n")
    said = " ".join(done.stdout.split())
    assert (
        "'opposite' cannot be taken, and nothing is saved: ruiz:quiet argmap:contradicts wu:silence stands against "
        "row 4 (ruiz:quiet skos:exactMatch patel:calm) and row 5 (patel:calm skos:exactMatch wu:silence)"
    ) in said
    assert [d[1] for d in decided(path)] == ["skos:exactMatch"] * 3


def test_what_cannot_be_joined_is_refused(path: Path) -> None:
    done = session(path, "Ana Ruiz\nk\nk\nk\nk\nsame\nrelated\n")
    assert "ruiz:trade names a cause, and so cannot be joined as 'skos:exactMatch'" in done.stdout
    assert [d[:2] for d in decided(path)] == [("ruiz:trade patel:drivers", "argmap:related")]


def test_undo_takes_back_the_last_answer_or_skip_and_saves(path: Path) -> None:
    before = path.read_text("utf-8")
    done = session(path, "Ana Ruiz\nundo\nsame 1 sure\nskip\nundo\nback\n")
    assert "There is nothing to undo." in done.stdout
    assert path.read_text("utf-8") == before
    assert [line for line in done.stdout.splitlines() if line.startswith("Proposal ")] == [
        *("Proposal 1 of 5", "Proposal 2 of 5", "Proposal 3 of 5", "Proposal 2 of 5", "Proposal 1 of 5"),
    ]


def test_what_is_no_answer_is_asked_again(path: Path) -> None:
    done = session(path, "Ana Ruiz\n\nsmae\nfoo\nskip now\nsame 2\nsame -1\n\x1b[A\nhelp\nSAME\n")
    for said in (
        "'smae' is no answer; did you mean 'same'?",
        "'foo' is no answer; 'help' explains them all",
        "nothing may stand behind 'skip'",
        "'2' is no confidence; write a number from 0 to 1, such as 0.8",
        "'-1' is no confidence; write a number from 0 to 1",
        "the line holds a character that is no text; an arrow key, perhaps",
        "2 says less than 1: whoever says 1 has to grant 2",
    ):
        assert said in done.stdout
    assert len(decided(path)) == 1


def test_a_confidence_with_a_decimal_comma_and_a_bare_n_are_refused_and_nothing_is_saved(path: Path) -> None:
    before = path.read_text("utf-8")
    done = session(path, "Ana Ruiz\nopposite 0,8\nn\n")
    assert "'0,8' is no confidence; write a number from 0 to 1, such as 0.8" in done.stdout
    assert "'n' may mean narrower or none; write na or no" in done.stdout
    assert path.read_text("utf-8") == before


def test_every_answer_is_told_and_the_last_one_can_be_taken_back(path: Path) -> None:
    done = session(path, "Ana Ruiz\n" + "skip\n" * 4 + "related 0.8\nhm\nsame\nundo\nno\n\n")
    assert "Saved: related, sure to 0.8; 'undo' takes it back." in done.stdout
    assert "That was the last one; [u]ndo, or Enter to end? hm\n'hm' is no answer" in done.stdout
    assert "Enter to end? same\nNo proposal is shown that this could answer.\n" in done.stdout
    assert done.stdout.count("Proposal 5 of 5") == 2
    assert decided(path) == [("ruiz:trade patel:drivers", "argmap:related", "Not", None, "Ana Ruiz")]


@pytest.mark.parametrize("last", ["", "q\n", "\n"])
def test_a_review_ends_at_its_last_question(path: Path, last: str) -> None:
    done = session(path, "Ana Ruiz\n" + "none\n" * 5 + last)
    assert done.stdout.endswith(": 5 none. Nothing is left.\n")


def test_an_author_is_asked_for_until_there_is_one(path: Path) -> None:
    done = session(path, "\n\x1b[A\nDev Patel\nsame\n")
    assert "A name is needed" in done.stdout
    assert decided(path)[0][4] == "Dev Patel"
    assert session(path, "").stdout.endswith("4 proposals wait still; the same command goes on.\n")


@pytest.mark.parametrize("given", ["", "orcid:", "ORCID:", "https://orcid.org/"])
def test_the_author_may_be_named_at_once(path: Path, given: str) -> None:
    done = session(path, "same\n", "--author", f"{given}0000-0002-1825-0097")
    assert "Who decides" not in done.stdout
    assert decided(path)[0][4] == "orcid:0000-0002-1825-0097"


@pytest.mark.parametrize(
    ("author", "said"),
    [("", "--author is empty; write an ORCID or a name"), ("a\tb", "--author 'a\\tb' cannot be used; the line holds")],
)
def test_an_author_that_says_nothing_is_refused(path: Path, author: str, said: str) -> None:
    done = session(path, "same\n", "--author", author)
    assert done.returncode == 2
    assert said in done.stderr
    assert decided(path) == []


def test_nothing_left_is_said_and_nothing_asked(path: Path) -> None:
    session(path, "Ana Ruiz\n" + "none\n" * 5)
    done = session(path, "")
    assert (done.returncode, done.stdout) == (
        0,
        "Nothing is left to decide; `argmap align suggest A B -o FILE` looks for more.\n",
    )


def test_proposals_on_maps_that_are_not_given_are_left_alone(path: Path) -> None:
    done = session(path, "Ana Ruiz\n" + "none\n" * 5, maps=NAMES[:2])
    assert "3 none. Nothing is left." in done.stdout
    again = session(path, "", maps=NAMES[:2])
    assert again.stdout == "Nothing to decide about these 2 maps; 2 proposals wait about others.\n"


def test_an_alignment_with_errors_is_not_reviewed(path: Path) -> None:
    text = path.read_text("utf-8").replace("ruiz:safer", "ruiz:saver")
    path.write_text(text, encoding="utf-8")
    done = session(path, "Ana Ruiz\nsame\n")
    assert (done.returncode, done.stdout) == (2, "")
    assert "error[AM722]: the map 'ruiz' has no statement 'saver'" in done.stderr
    assert path.read_text("utf-8") == text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-", *NAMES], "standard input is where the answers come from; name files"),
        (["{path}", NAMES[0]], "an alignment is about two maps or more; name them behind the alignment"),
        (["{path}", NAMES[0], str(MAPS / "lane.codebook.yaml")], "lane.codebook.yaml' is a codebook; name a map"),
        (["{path}x", *NAMES], "there is no file"),
    ],
)
def test_what_cannot_be_reviewed_is_said(
    path: Path, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["align", "review", *(word.replace("{path}", str(path)) for word in words)]) == 2
    assert said in capsys.readouterr().err


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Typing(io.StringIO):
        def readline(self, *size: int) -> str:  # type: ignore[override]
            path.write_text(other, encoding="utf-8")
            return super().readline(*size)

    other = path.read_text("utf-8").replace("0.5", "0.6")
    monkeypatch.setattr(sys, "stdin", Typing("Ana Ruiz\nsame\n"))
    assert main(["align", "review", str(path), *NAMES]) == 2
    assert "was changed by somebody else meanwhile; this last answer is not saved" in capsys.readouterr().err
    assert path.read_text("utf-8") == other


def test_a_closed_standard_input_is_said(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["align", "review", str(path), *NAMES]) == 2
    assert "standard input is closed" in capsys.readouterr().err


def test_letters_that_are_no_utf_8_are_said(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Ana P\xe9rez\n"), encoding="utf-8"))
    assert main(["align", "review", str(path), *NAMES]) == 2
    assert "standard input is not UTF-8" in capsys.readouterr().err


def test_an_interruption_is_answered_with_what_is_saved(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Interrupting(io.StringIO):
        def readline(self, *size: int) -> str:  # type: ignore[override]
            line = super().readline(*size)
            if not line:
                raise KeyboardInterrupt
            return line

    monkeypatch.setattr(sys, "stdin", Interrupting("Ana Ruiz\nsame\n"))
    assert main(["align", "review", str(path), *NAMES]) == 130
    assert capsys.readouterr().out.endswith(": 1 same. 4 proposals wait still; the same command goes on.\n")


def started(path: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "argmap", "align", "review", str(path), *NAMES, "--author", "Ana Ruiz"]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def read_until(handle: int, text: str) -> str:
    """What comes out up to a text, or what came in half a minute."""
    seen, end = "", time.monotonic() + 30
    while text not in seen:
        assert time.monotonic() < end, seen
        if select.select([handle], [], [], 0.1)[0]:
            seen += os.read(handle, 4096).decode("utf-8", "replace")
    return seen


@pytest.mark.parametrize(("how", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, -15), (signal.SIGKILL, -9)])
def test_an_interrupted_session_has_saved_every_answer(path: Path, how: signal.Signals, code: int) -> None:
    process = started(path)
    assert process.stdin
    assert process.stdout
    for answer, following in ((b"same\n", "Proposal 2 of 5"), (b"none\n", "Proposal 3 of 5")):
        process.stdin.write(answer)
        process.stdin.flush()
        read_until(process.stdout.fileno(), following)
    process.send_signal(how)
    out, _ = process.communicate(timeout=30)
    assert process.returncode == code
    if how is signal.SIGINT:
        assert out.endswith(b"1 same, 1 none. 3 proposals wait still; the same command goes on.\n")
    assert sorted(p.name for p in path.parent.iterdir()) == [path.name]
    taken_up = session(path, "same\n", "--author", "Ana Ruiz")
    assert taken_up.stdout.startswith("3 proposals wait")
    assert [d[1] for d in decided(path)] == ["skos:exactMatch", "argmap:related", "skos:exactMatch"]


def test_a_session_at_a_terminal_is_coloured_and_does_not_repeat_what_is_typed(path: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "argmap", "align", "review", str(path), *NAMES, "--author", "Ana Ruiz"]
    environment = {k: v for k, v in os.environ.items() if k != "NO_COLOR"} | {"TERM": "xterm"}
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    assert "\x1b[1mProposal 1 of 5\x1b[0m" in read_until(ours, "elp? ")
    os.write(ours, b"same\n")
    assert read_until(ours, "Proposal 2 of 5").count("same\r\n") == 1
    os.write(ours, b"\x04")  # the end of input
    read_until(ours, "the same command goes on.")
    assert process.wait(30) == 0
    os.close(ours)
    assert len(decided(path)) == 1


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("s", Answer("same")),
        ("=", Answer("same")),
        ("  Oppo  ", Answer("opposite")),
        ("c 1", Answer("contrary", 1.0)),
        ("r ½ true", Answer("related", None, "½ true")),
        ("n 2023 is meant", None),
        ("same .75 =1+1", Answer("same", 0.75, "=1+1")),
        ("same 0.8.1", None),
        ("same 0,8", None),
        ("same 80% sure", None),
        ("same 0.8; both", None),
        ("same ٠٫٨", Answer("same", None, "٠٫٨")),
        ("same 1e-1", Answer("same", 0.1)),
        ("n", None),
        ("no", Answer("none")),
        ("na", Answer("narrower")),
        ("na - so", Answer("narrower", None, "- so")),
        ("h", Answer("help")),
        ("na 0 日本　語", Answer("narrower", 0.0, "日本　語")),
        ("s half", Answer("same", None, "half")),
        ("", None),
        ("sa\x00me", None),
        ("same \udce9", None),
    ],
)
def test_an_answer_is_a_word_a_confidence_and_a_comment(line: str, answer: Answer | None) -> None:
    if answer:
        assert read_answer(line) == answer
    else:
        with pytest.raises(Unclear):
            read_answer(line)
