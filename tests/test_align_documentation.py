"""docs/alignment.md does what it says: its maps are written, its commands run, its sessions held, in one folder."""

import io
import re
import shlex
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from argmap.cli import main
from argmap.cli.align_answers import DECISIONS, PREDICATES, PROMPT, PROMPT_AT_END
from argmap.codes.alignment import ALIGNMENT
from argmap.formats.sssom_terms import CHANGED

PAGE = (Path(__file__).parents[1] / "docs" / "alignment.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(yaml|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
QUESTION = re.compile(rf"(?:{re.escape(PROMPT)}|{re.escape(PROMPT_AT_END)}|^Who decides\? [^:]*: )(.*)$", re.MULTILINE)
SCORE = re.compile(r"(?<=score )0\.\d+|\t0\.\d{3}(?=\t)")  # how likely a pair is, is tuned now and then


def test_the_page_does_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for language, text in BLOCK.findall(PAGE):
        if language == "yaml":
            name, _, rest = text.removeprefix("# file: ").partition("\n")
            Path(name).write_text(rest, encoding="utf-8")
        else:
            command, _, expected = text.removeprefix("$ ").partition("\n")
            assert like(SCORE.sub("", expected), SCORE.sub("", printed(command, expected))), command


def like(expected: str, found: str) -> bool:
    """Whether the lines are the expected ones, a lone … standing for any lines."""
    parts = [re.escape(part) for part in re.split(r"^…\n", expected, flags=re.MULTILINE)]
    return re.fullmatch(r"(?:.*\n)*?".join(parts), found) is not None


def printed(command: str, transcript: str) -> str:
    """What a command prints to both streams, answered as the transcript answers."""
    verb, *words = shlex.split(command)
    if verb == "cat":
        return Path(words[0]).read_text(encoding="utf-8")
    out, before = io.StringIO(), sys.stdin
    sys.stdin = io.StringIO("".join(f"{answer}\n" for answer in QUESTION.findall(transcript)))
    try:
        with redirect_stdout(out), redirect_stderr(out):
            assert main(words) == 0
    finally:
        sys.stdin = before
    return out.getvalue()


def test_the_page_names_every_column_answer_predicate_and_code() -> None:
    assert [c for c in CHANGED if f"| `{c}` |" not in PAGE] == []
    assert [d for d in DECISIONS if f"| {d} | `{PREDICATES[d]}`" not in PAGE] == []
    spans = re.findall(r"^\| `AM(\d+)`(?: to `AM(\d+)`|, `AM(\d+)`)? \|", PAGE, re.MULTILINE)
    named = {n for first, last, also in spans for n in (*range(int(first), int(last or first) + 1), int(also or first))}
    assert {f"AM{n}" for n in named} == {page.code for page in ALIGNMENT}
