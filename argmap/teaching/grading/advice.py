"""What a finding is in a sentence, a question that leads on without giving the answer away, and the answer.

To the student, statements are called by the words of the student's own map. The answer names them by the short ids of
the reference, and is shown only on request.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from argmap.model import ArgumentMap
from argmap.teaching.grading.advice_places import PlaceAdviser
from argmap.teaching.grading.naming import TYPE_WORDS, Names, listed
from argmap.teaching.grading.records import Finding


class Adviser:
    """Says what findings on two maps are.

    Args:
        reference: The reference.
        student: The student's map.
        names: The reference's id of each of the student's statements that is matched.
    """

    def __init__(self, reference: ArgumentMap, student: ArgumentMap, names: Mapping[str, str]) -> None:
        self.reference, self.student = reference, student
        self.mine, self.theirs = Names(reference), Names(student)
        self.own = {common: key for key, common in names.items()}
        self.places = PlaceAdviser(self.mine, self.theirs, self.own)
        self.cites = {key for key, s in student.statements.items() if s.sources}

    def advised(self, f: Finding) -> Finding:
        """The finding with its sentence, its advice and its answer."""
        says, advice, answer = self._said(f)
        return replace(f, says=says, advice=advice, answer=answer)

    def _said(self, f: Finding) -> tuple[str, str, str]:
        match f.kind:
            case "missing-statement":
                return self.places.missing_statement(f)
            case "missing-relation" | "misplaced" | "reversed" | "wrong-relation" | "extra-relation":
                return self.places.said(f)
            case "linked-as-separate" | "separate-as-linked":
                return self._linking(f)
            case "wrong-source" | "missing-source" | "extra-source":
                return self._source(f)
            case "wrong-type":
                return self._type(f)
            case "wrong-voice":
                return self._voice(f)
            case "extra-statement":
                return (
                    f"{self.theirs.label(f.own)} is in your map, and not in the reference.",
                    "That is not wrong by itself: where does the article say so?",
                    "The reference has no statement that was taken for it.",
                )
            case _:
                assert_never(f.kind)

    def _linking(self, f: Finding) -> tuple[str, str, str]:
        members = listed([self.theirs.label(self.own[key]) for key in f.members])
        upper = self.theirs.label(f.own)
        answer = self.mine.listed(f.members)
        if f.kind == "linked-as-separate":
            partly = " all" if len(f.members) > 2 else ""
            return (
                f"{members} do not{partly} stand in one reason for {upper}.",
                f"Take one of them away: does what is left still support {upper}?",
                f"{answer} are linked: only together do they support {self.mine.full(f.subject)}.",
            )
        return (
            f"{members} stand in one reason for {upper}.",
            f"Suppose one of them were false: would the rest still support {upper}?",
            f"{answer} are not all linked: some of them support {self.mine.full(f.subject)} each by itself.",
        )

    def _source(self, f: Finding) -> tuple[str, str, str]:
        label = self.theirs.label(f.own)
        wanted = _cited(self.reference, f.wanted) if f.wanted else ""
        given = _cited(self.student, f.given) if f.given else ""
        if f.kind == "wrong-source":
            return (
                f"{label} cites {given}.",
                "Look the passage up: whom does the article cite there?",
                f"It cites {wanted}.",
            )
        if f.kind == "missing-source":
            lacks = "one more source" if f.own in self.cites else "a source"
            self.cites.add(f.own)
            return f"{label} lacks {lacks}.", "On whom does the article rely there?", f"It cites {wanted}."
        return (
            f"{label} cites {given}, and in the reference it does not.",
            "That is not wrong by itself: does the article cite it at that place?",
            "The reference has no such source there.",
        )

    def _type(self, f: Finding) -> tuple[str, str, str]:
        label = self.theirs.label(f.own)
        says = f"{label} is {TYPE_WORDS[f.given]} in your map."
        answer = f"It is {TYPE_WORDS[f.wanted]}."
        if "thesis" in (f.wanted, f.given):
            question = "Is it what the article is out to show in the end, or a step on the way there?"
            return says, question, answer
        return says, "Can you point to the line where the article says so, or does it only take it for granted?", answer

    def _voice(self, f: Finding) -> tuple[str, str, str]:
        given = "the author's own view" if f.given == "author" else f"a view of {f.given}"
        wanted = (
            "The author says so." if f.wanted == "author" else f"It is {f.wanted} who says so; the author reports it."
        )
        return (
            f"{self.theirs.label(f.own)} is {given} in your map.",
            "Who says so: the author, or somebody whom the author reports?",
            wanted,
        )


def _cited(m: ArgumentMap, key: str) -> str:
    source = m.source(key)
    return f"{key} ({source.citation(key)})" if source else key
