"""A quiz in GIFT: read back by a strict reader after Moodle's documentation, and by parsers of other people."""

import json
import shutil
import subprocess

import gift_reader
import pytest
import quizzes

from argmap.reporters.quiz_gift import category, quiz_gift
from argmap.reporters.quiz_words import KIND_WORDS
from argmap.teaching.quiz.values import Quiz

BOTH = pytest.mark.parametrize("quiz", [quizzes.shipped(), quizzes.hostile()], ids=["shipped", "hostile"])


@BOTH
def test_what_is_read_back_is_what_was_asked(quiz: Quiz) -> None:
    found = gift_reader.read_gift(quiz_gift(quiz))
    assert [quizzes.words(read.text) for read in found] == [quizzes.stem(q) for q in quiz.questions]
    for q, read in zip(quiz.questions, found, strict=True):
        assert [(quizzes.words(text), right, quizzes.words(told)) for text, right, told in read.options] == [
            (quizzes.shown(o.text), o.right, quizzes.shown(o.feedback)) for o in q.options
        ]
        assert quizzes.words(read.general) == quizzes.shown(q.explanation)
        assert read.comments[-1] == f"[id:{q.id}] [tag:{q.kind}] [tag:{q.difficulty}]"
        assert read.category == f"{category(quiz.title)}/{KIND_WORDS[q.kind]}"


@BOTH
def test_no_text_starts_a_block_a_comment_or_a_question_of_its_own(quiz: Quiz) -> None:
    lines = quiz_gift(quiz).splitlines()
    assert sum(line.startswith("::") for line in lines) == len(quiz.questions)
    assert sum(line == "}" for line in lines) == len(quiz.questions)
    assert {line[:1] for line in lines} == {"/", "$", ":", "\t", "}", ""}


def test_a_category_has_no_marks_and_no_slash_of_its_own() -> None:
    assert category("T/1 {~=#:} <b> $x$ --> ::") == "T//1 : b x -- ::"
    assert category(" / ") == "Quiz"


@BOTH
def test_the_grammar_of_gift_pegjs_reads_it(quiz: Quiz) -> None:
    """An independent grammar; `npm install gift-pegjs`, and NODE_PATH if it is not found."""
    node = shutil.which("node")
    found = node and subprocess.run([node, "-e", "require.resolve('gift-pegjs')"], capture_output=True, check=False)
    if not found or found.returncode:
        pytest.skip("needs node and the package gift-pegjs")
    program = (
        "const text = require('fs').readFileSync(0, 'utf8');"
        "process.stdout.write(JSON.stringify(require('gift-pegjs').parse(text)));"
    )
    done = subprocess.run(
        [str(node), "-e", program], input=quiz_gift(quiz), capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    asked = [each for each in json.loads(done.stdout) if each["type"] != "Category"]
    assert [each["type"] for each in asked] == ["MC"] * len(quiz.questions)
    for q, each in zip(quiz.questions, asked, strict=True):
        assert quizzes.words(each["stem"]["text"]) == quizzes.stem(q)
        assert [
            (quizzes.words(c["text"]["text"]), c["isCorrect"], quizzes.words(c["feedback"]["text"]))
            for c in each["choices"]
        ] == [(quizzes.shown(o.text), o.right, quizzes.shown(o.feedback)) for o in q.options]
        assert quizzes.words(each["globalFeedback"]["text"]) == quizzes.shown(q.explanation)
