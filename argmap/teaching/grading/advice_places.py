"""What is said of findings on places and relations."""

from collections.abc import Mapping
from typing import Final

from argmap.graph import Relation, edges
from argmap.teaching.grading.naming import AS, Names, listed
from argmap.teaching.grading.records import Finding, Place

Said = tuple[str, str, str]
"""A sentence, a question that leads on, the answer."""

_LACKING: Final[Mapping[Relation, str]] = {
    "because": "What reason is there for {upper}?",
    "but": "What speaks against {upper}?",
    "unless": "What casts doubt on a step to {upper}?",
    "if": "On what condition does {upper} hold?",
}


class PlaceAdviser:
    """Says what findings on places are; arguments as for `Adviser`, with `own` the other way round."""

    def __init__(self, mine: Names, theirs: Names, own: Mapping[str, str]) -> None:
        self.mine, self.theirs, self.own = mine, theirs, own
        self.above: dict[str, Place] = {}
        for edge in edges(mine.map):
            self.above.setdefault(edge.lower, Place(edge.upper, edge.relation))
        self.spoken_of = {edge.lower for edge in edges(theirs.map)}

    def missing_statement(self, f: Finding) -> Said:
        """Of a statement that is not there."""
        s = self.mine.map.statements[f.subject]
        place = self.above.get(f.subject)
        there = place if place and place.upper in self.own else None
        upper = self.theirs.label(self.own[there.upper]) if there else ""
        whole = self.mine.whole(f.subject)
        answer = f"{whole.rstrip('.。')}, {self.mine.at(place)}" if place else whole
        if s.type == "assumption":
            accept = f" to accept {upper}" if there and there.relation == "because" else ""
            question = f"What must one take for granted{accept}, without the article saying so?"
            return "An unstated assumption is missing.", question, answer
        where = f" in {', '.join(s.at)}" if s.at else ""
        says = f"A statement of the article{where} is missing."
        if s.type == "thesis":
            return says, "What else does the article want its readers to accept?", answer
        if there:
            return says, _LACKING[there.relation].format(upper=upper), answer
        question = "Read that part again: what does it say" if s.at else "Read it again: what does it say"
        return says, f"{question} that your map lacks?", answer

    def said(self, f: Finding) -> Said:
        """Of a statement that stands otherwise."""
        label = listed([self.theirs.label(self.own[key]) for key in f.members or (f.subject,)])
        is_, it = ("are", "they") if f.members else ("is", "it")
        answer = (
            f"In the reference {it} stand{'' if f.members else 's'} {self.mine.at(f.expected)}." if f.expected else ""
        )
        match f.kind:
            case "missing-relation":
                return self._unconnected(f, label, answer)
            case "misplaced":
                return self._misplaced(f, label, is_, answer)
            case "reversed" if f.expected:
                upper = self.theirs.label(self.own[f.expected.upper])
                question = "Which of the two would convince somebody who doubts the other?"
                return f"{upper} stands under {label}.", question, f"It is the other way round. {answer}"
            case "wrong-relation" if f.expected and f.found:
                upper = self.theirs.label(self.own[f.found.upper])
                says = f"{label} stands under the right statement, {upper}, but {AS[f.found.relation]}."
                return says, _between(f.expected.relation, f.found.relation, upper), answer
            case _:
                place = self._at(f.found) if f.found else ""
                return (
                    f"{label} stands {place}, and in the reference it does not.",
                    "That is not wrong by itself: what in the article says so?",
                    "The reference has no such relation.",
                )

    def _unconnected(self, f: Finding, label: str, answer: str) -> Said:
        if f.own in self.spoken_of:  # it hangs somewhere, or was told once that it hangs nowhere
            return f"{label} bears on one more statement.", "On what else does it bear, and how?", answer
        self.spoken_of.add(f.own)
        return f"{label} stands under nothing.", "What is it a reason for, or an objection to?", answer

    def _misplaced(self, f: Finding, label: str, is_: str, answer: str) -> Said:
        found = f.found
        assert found is not None  # what is misplaced stands somewhere
        if found.step and f.expected and f.expected.upper == found.upper and f.expected.relation == found.relation:
            return (
                f"{label} doubts the wrong step.",
                "Which reason does it weaken, even if that reason is true?",
                answer,
            )
        over = "nothing that bears on it directly" if not found.upper and not found.through else self._over(found)
        if found.relation == "because":
            question = f"If {label} were false, would {over} lose its support? If not: which statement would?"
        elif found.relation == "if":
            question = f"Does {over} hang on it, or does another statement?"
        else:
            question = f"If {label} is right, is {over} in doubt? If not: what is?"
        return f"{label} {is_} in the wrong place: {self._at(found)}.", question, answer

    def _over(self, place: Place) -> str:
        return self.theirs.label(place.through or self.own[place.upper])

    def _at(self, place: Place) -> str:
        """A place in the student's map."""
        return f"under {self._over(place)} {AS[place.relation]}"


def _between(wanted: Relation, given: Relation, upper: str) -> str:
    """The question that tells two relations apart."""
    pair = {wanted, given}
    if "if" in pair:
        return "Does the article assert it, or only suppose it?"
    if pair == {"but", "unless"}:
        return f"Does it speak against {upper} itself, or only against the step from a reason to it?"
    return f"Say “{upper.strip('“”')}, because …” and “{upper.strip('“”')}, although …”: which does the article mean?"
