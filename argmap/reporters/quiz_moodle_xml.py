"""A quiz in Moodle XML, which holds more than GIFT: ids, tags, how options are numbered.

Source: the page "Moodle XML format" of Moodle's documentation, and what its export writes.
"""

from collections.abc import Iterator
from itertools import groupby
from xml.etree import ElementTree as ET

from argmap.reporters.quiz_gift import category
from argmap.reporters.quiz_html import escaped, paragraphs
from argmap.reporters.quiz_words import KIND_WORDS, name_of
from argmap.reporters.visible import visible
from argmap.teaching.quiz.values import NOTICE, Question, Quiz


def quiz_moodle_xml(quiz: Quiz) -> str:
    """The questions as one XML document, a category for each kind."""
    root = ET.Element("quiz")
    root.append(ET.Comment(_comment(f"{quiz.title}. {NOTICE}")))
    for kind, questions in groupby(quiz.questions, key=lambda q: q.kind):
        root.append(_category(f"{category(quiz.title)}/{KIND_WORDS[kind]}"))
        root.extend(_question(q) for q in questions)
    ET.indent(root, "  ")
    # the first line has to be the declaration: Moodle reads nothing before it
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _category(path: str) -> ET.Element:
    found = ET.Element("question", {"type": "category"})
    _with_text(ET.SubElement(found, "category"), path)
    return found


def _question(q: Question) -> ET.Element:
    found = ET.Element("question", {"type": "multichoice"})
    _with_text(ET.SubElement(found, "name"), name_of(q))
    _html(found, "questiontext", paragraphs(q.stem))
    _html(found, "generalfeedback", paragraphs([q.explanation]))
    for name, value in _settings(q):
        ET.SubElement(found, name).text = value
    for option in q.options:
        answer = _html(found, "answer", escaped(option.text), {"fraction": "100" if option.right else "0"})
        _html(answer, "feedback", escaped(option.feedback))
    tags = ET.SubElement(found, "tags")
    for tag in ("argmap", q.kind, q.difficulty):
        _with_text(ET.SubElement(tags, "tag"), tag)
    return found


def _settings(q: Question) -> Iterator[tuple[str, str]]:
    yield "defaultgrade", "1"
    yield "penalty", "0.3333333"
    yield "hidden", "0"
    yield "idnumber", q.id
    yield "single", "true"
    yield "shuffleanswers", "true"
    yield "answernumbering", "ABCD"
    yield "showstandardinstruction", "0"


def _html(parent: ET.Element, name: str, text: str, attributes: dict[str, str] | None = None) -> ET.Element:
    return _with_text(ET.SubElement(parent, name, {**(attributes or {}), "format": "html"}), text)


def _with_text(element: ET.Element, text: str) -> ET.Element:
    ET.SubElement(element, "text").text = text
    return element


def _comment(text: str) -> str:
    """The text as a comment may hold it: no two hyphens side by side."""
    return f" {visible(text).replace('--', '- -').replace('--', '- -')} "
