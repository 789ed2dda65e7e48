"""A map that is silent on a proposition may still speak of one that is linked to it."""

from comparison_cases import BOOK, two

from argmap.comparison import compare

LINKED = BOOK | {
    "propositions": {"p": {"text": "The lane pays", "contrary": ["q"], "narrower": ["r"]}, "q": "Q", "r": "R"}
}


def flag_notes(left: str, right: str) -> list[str]:
    found = {f.id: f for f in compare(two(left, right, book=LINKED)).findings}["stance:p"]
    return [note for flag, note in zip(found.flags, found.notes, strict=True) if flag == "linked"]


def test_what_both_speak_of_still_bears_on_what_one_says_alone() -> None:
    left = "x: {says: {holds: p}}\ny: {says: {denies: q}}\nz: {says: {holds: r}}"
    assert flag_notes(left, "x: {says: {holds: q}}") == ["B bears on it with q, which excludes it."]
    assert flag_notes(left, "x: {says: {denies: q}}") == ["B bears on it with not: q, which goes with it."]
    assert flag_notes(left, "x: {says: {holds: r}}") == ["B bears on it with r, which goes with it."]


def test_questions_and_unlinked_stances_bear_on_nothing() -> None:
    left = "x: {says: {holds: p}}\ny: {says: {denies: q}}"
    assert flag_notes(left, "x: {says: {questions: q}}") == []
    assert flag_notes(left, "x: {says: {cause: c, raises: e}}") == []
