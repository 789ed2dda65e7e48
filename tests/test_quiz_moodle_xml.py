"""A quiz in Moodle XML: well-formed, with the elements that Moodle's documentation names, and read back as asked."""

from xml.etree import ElementTree as ET

import pytest
import quizzes

from argmap.reporters.quiz_moodle_xml import quiz_moodle_xml
from argmap.teaching.quiz.values import Quiz

BOTH = pytest.mark.parametrize("quiz", [quizzes.shipped(), quizzes.hostile()], ids=["shipped", "hostile"])

SINGLE = {
    "name",
    "questiontext",
    "generalfeedback",
    "defaultgrade",
    "penalty",
    "hidden",
    "idnumber",
    "single",
    "shuffleanswers",
    "answernumbering",
    "showstandardinstruction",
    "tags",
}
FORMATTED = ("questiontext", "generalfeedback", "answer", "feedback")


def asked(quiz: Quiz) -> list[ET.Element]:
    root = ET.fromstring(quiz_moodle_xml(quiz))
    assert root.tag == "quiz"
    assert {q.get("type") for q in root} == {"category", "multichoice"}
    return [q for q in root if q.get("type") == "multichoice"]


def text(element: ET.Element, path: str) -> str:
    found = element.findall(path)
    assert len(found) == 1, path
    assert not list(found[0])
    return found[0].text or ""


@BOTH
def test_the_declaration_is_the_first_line(quiz: Quiz) -> None:
    assert quiz_moodle_xml(quiz).startswith('<?xml version="1.0" encoding="UTF-8"?>\n<quiz>')


@BOTH
def test_what_is_read_back_is_what_was_asked(quiz: Quiz) -> None:
    for q, read in zip(quiz.questions, asked(quiz), strict=True):
        assert quizzes.words(text(read, "questiontext/text")) == quizzes.stem(q)
        assert quizzes.words(text(read, "generalfeedback/text")) == quizzes.shown(q.explanation)
        assert [
            (quizzes.words(text(a, "text")), a.get("fraction"), quizzes.words(text(a, "feedback/text")))
            for a in read.findall("answer")
        ] == [(quizzes.shown(o.text), "100" if o.right else "0", quizzes.shown(o.feedback)) for o in q.options]
        assert text(read, "idnumber") == q.id


@BOTH
def test_a_question_has_each_element_once_and_no_other(quiz: Quiz) -> None:
    for read in asked(quiz):
        tags = [child.tag for child in read if child.tag != "answer"]
        assert sorted(tags) == sorted(SINGLE)
        assert all(each.get("format") == "html" for name in FORMATTED for each in read.iter(name))
        assert text(read, "single") == "true"
        assert text(read, "answernumbering") in {"none", "abc", "ABCD", "123", "iii", "IIII"}
        assert 0 <= float(text(read, "penalty")) <= 1
        assert [a.get("fraction") for a in read.findall("answer")].count("100") == 1


@BOTH
def test_names_and_ids_are_such_as_moodle_keeps(quiz: Quiz) -> None:
    read = asked(quiz)
    ids = [text(each, "idnumber") for each in read]
    assert len(set(ids)) == len(ids)
    assert all(len(each) <= 100 for each in ids)
    names = [text(each, "name/text") for each in read]
    assert all(0 < len(name) <= 255 and not set(name) & set("<>\n") for name in names)


def test_every_kind_has_a_category_under_the_title() -> None:
    root = ET.fromstring(quiz_moodle_xml(quizzes.shipped()))
    assert [each.text for each in root.iterfind("question/category/text")] == [
        "Koga and Roy-Chaudhury & Ho: questions/How two points are related",
        "Koga and Roy-Chaudhury & Ho: questions/Who says it",
        "Koga and Roy-Chaudhury & Ho: questions/Which part somebody plays",
        "Koga and Roy-Chaudhury & Ho: questions/What is left unsaid",
        "Koga and Roy-Chaudhury & Ho: questions/Same or different",
    ]
