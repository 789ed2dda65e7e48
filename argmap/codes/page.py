"""One page of the catalogue of codes."""

from dataclasses import dataclass

from argmap.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Page:
    """The manual page of one kind of problem.

    Attributes:
        code: Permanent, ``AM`` and three digits.
        name: A short slug that says the same to a person.
        severity: What every problem of this code has.
        finds: What the file does, in one or two sentences.
        why: What it costs the reader of the map, or the comparison.
        fix: What to write instead.
        wrong: The smallest example that has the problem, "" where it is no matter of one file. An example that
            does not begin with a version line is the body of a map.
        right: The same example, repaired.
        teaching: Whether it is said only where it is asked for (``check --teach``): advice for learners, which the
            maker of a large map would not want each time.
        named_only: Whether it is said only where its code or name is asked for (``check --select field-order``).
    """

    code: str
    name: str
    severity: Severity
    finds: str
    why: str
    fix: str
    wrong: str = ""
    right: str = ""
    teaching: bool = False
    named_only: bool = False
